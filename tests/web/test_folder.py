"""The pages as a folder: every link inside leads to a file, no reader is named, pages go whole only where asked."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from standoff.errors import UsageError
from standoff.web.folder import MANIFEST, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(rich_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    write_site(rich_file, out)
    return out


@pytest.fixture(scope="module")
def whole(rich_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "whole"
    write_site(rich_file, out, whole=True)
    return out


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file, file.read_text(encoding="utf-8")


def test_every_link_leads_to_a_file_or_to_the_web(folder: Path, whole: Path) -> None:
    for made in (folder, whole):
        for file, text in texts(made):
            if file.suffix != ".html":
                continue
            for link in re.findall(r'(?:href|src)="([^"]*)"', text):
                address, _, place = link.partition("#")
                if address.startswith(("https://", "http://")):
                    continue
                assert not address.startswith("/")
                target = (file.parent / address).resolve() if address else file
                assert target.is_file(), f"{file.name}: {link}"
                assert target.is_relative_to(made.resolve())
                if place and "/event/" not in str(target):
                    assert f'id="{place}"' in target.read_text(encoding="utf-8"), f"{file.name}: {link}"


def test_no_reader_is_named_and_no_comment_goes_with_it(folder: Path, whole: Path) -> None:
    for made in (folder, whole):
        for file, text in texts(made):
            assert "mudlark77" not in text, file
            assert "never open it again" not in text, file


def test_pages_go_whole_only_where_asked(folder: Path, whole: Path) -> None:
    furniture = "Read more | Subscribe"
    assert not any(furniture in text for _, text in texts(folder))
    assert any(furniture in text for _, text in texts(whole))
    assert any("The sentences that gave an entry" in text for _, text in texts(folder))


def test_the_manifest_names_every_file_and_page_with_its_hash(folder: Path) -> None:
    told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    files = {str(file.relative_to(folder)) for file, _ in texts(folder)}
    assert {file["path"] for file in told["files"]} == files
    for file in told["files"]:
        if "sha256" in file:
            assert sha256((folder / file["path"]).read_bytes()).hexdigest() == file["sha256"]
    assert {page["id"] for page in told["pages"]} == {"shut", "again", "talks", "late"}


def test_there_are_no_scripts_and_no_forms(folder: Path) -> None:
    for file, text in texts(folder):
        if file.suffix == ".html":
            assert "<script" not in text
            assert "<form" not in text


def test_the_same_record_gives_the_same_folder(folder: Path, rich_file: Path, tmp_path: Path) -> None:
    write_site(rich_file, tmp_path / "again")
    assert [(f.relative_to(folder), t) for f, t in texts(folder)] == [
        (f.relative_to(tmp_path / "again"), t) for f, t in texts(tmp_path / "again")
    ]


def test_a_folder_that_holds_something_else_is_left_alone(rich_file: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds something else"):
        write_site(rich_file, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_written_before_is_written_anew(rich_file: Path, record_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(rich_file, out)
    (out / "notes.txt").write_text("mine")
    write_site(record_file, out)
    told = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    files = {str(file.relative_to(out)) for file in out.rglob("*") if file.is_file()}
    assert files == {file["path"] for file in told["files"]} | {"notes.txt"}


def test_it_opens_from_the_disk(browser: "Browser", folder: Path) -> None:
    context = browser.new_context(java_script_enabled=True)
    complaints: list[str] = []
    looked = context.new_page()
    looked.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    looked.goto((folder / "index.html").as_uri())
    assert looked.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    looked.click("nav >> text=timeline")
    looked.click(".entry .what > a >> nth=0")
    looked.click(".evidence cite a >> nth=0")
    assert looked.locator("h1").count() == 1
    assert not complaints
    context.close()
