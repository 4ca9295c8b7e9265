"""PDFs: their text in paragraphs, or why there is none."""

import importlib.util
import sys
from pathlib import Path

import pytest
from tests.read.exports import pdf

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources
from standoff.read.forms.pdf import page_text

LINES = (
    "Ferry crews stop work",
    "The crews of the island ferries stopped work on Monday after",
    "talks about the night boats broke off. The company asked for an agree-",
    "ment on the pay of the crews before the summer.",
    "The union wants the harbour master to be there on Thursday, as in",
    "the year before.",
)


def one(tmp_path: Path, name: str, data: bytes) -> PageInput | Unreadable:
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = iter_sources([str(path)])
    return item


@pytest.mark.parametrize("name", ["page.pdf", "page.html", "page.txt", "page"])
def test_the_text_of_a_pdf_whatever_its_name(tmp_path: Path, name: str) -> None:
    item = one(tmp_path, name, pdf([LINES, ["Sport"]]))
    assert isinstance(item, PageInput), item
    assert item.id == "page"
    assert (item.text or "").split("\n\n") == [
        "Ferry crews stop work",
        "The crews of the island ferries stopped work on Monday after talks about the night boats broke off. The company"
        " asked for an agreement on the pay of the crews before the summer.",
        "The union wants the harbour master to be there on Thursday, as in the year before.",
        "Sport",
    ]


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (pdf([LINES], locked=True), "encrypted", "password"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "damaged-file", "damaged"),
        (pdf([[]]), "no-text", "OCR"),
    ],
    ids=["locked", "damaged", "pictures"],
)
def test_a_pdf_that_gives_no_text_says_why(tmp_path: Path, data: bytes, code: str, word: str) -> None:
    item = one(tmp_path, "page.pdf", data)
    assert isinstance(item, Unreadable)
    assert item.issue.code == code
    assert word in item.issue.message


def test_without_the_extra_its_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    item = one(tmp_path, "page.pdf", pdf([LINES]))
    assert isinstance(item, Unreadable)
    assert item.issue.code == "pdf-extra"
    assert "standoff[pdf]" in item.issue.message


def test_a_module_in_the_folder_of_the_data_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text("open('obeyed', 'w')")
    (tmp_path / "json.py").write_text("open('obeyed', 'w')")
    monkeypatch.chdir(tmp_path)
    assert isinstance(one(tmp_path, "page.pdf", pdf([LINES])), PageInput)
    assert not (tmp_path / "obeyed").exists()


def test_a_child_that_dies_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    child.write_text("import os\nos.kill(os.getpid(), 9)")
    monkeypatch.setattr("standoff.read.forms.pdf._CHILD", child)
    item = one(tmp_path, "page.pdf", pdf([LINES]))
    assert isinstance(item, Unreadable)
    assert item.issue.code == "too-large"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("an agree\ufffe\r\nment was\r\n", "an agreement was"),
        ("the North-\nSouth talks\n", "the North-South talks"),
        ("", ""),
        ("• first of the demands\n• second of them\n", "• first of the demands\n\n• second of them"),
        ("one\x00 \t two\r\n\r\n", "one two"),
    ],
)
def test_lines(raw: str, text: str) -> None:
    assert page_text(raw) == text


def test_the_child_runs_alone() -> None:
    from standoff.read.forms import pdf_child

    assert "standoff" not in Path(pdf_child.__file__).read_text(encoding="utf-8").split('"""')[2]
    assert sys.executable
