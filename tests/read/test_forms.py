"""Which form a file has, and what no file of any form may do."""

import gzip
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.read.exports import FACTIVA_TAGGED, NEXIS_NEW, docx, mail, mhtml, pdf, rtf, webarchive, zipped

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources
from standoff.read.forms.files import File, Run
from standoff.read.forms.table import FORMS, form_of, read_file
from standoff.read.sources import iter_found

TEXT = b"The ferry stayed in port on Monday."
SAMPLES = {
    "PDF": pdf([["The ferry"]]),
    "RTF": rtf("The ferry"),
    "zip archive or Word document": docx("The ferry"),
    "Safari web archive": webarchive(),
    "mailbox": b"From a@b.example Tue Mar  8 23:30:00 2016\n" + mail(),
    "MHTML": mhtml(),
    "mail": mail(),
    "web archive": b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("suffix", [".html", ".txt", "", ".csv"])
def test_the_first_bytes_show_the_form_whatever_the_name(name: str, suffix: str) -> None:
    assert form_of(SAMPLES[name][:8192], suffix).name == name


def test_the_suffix_names_the_form_of_what_shows_none() -> None:
    for form in FORMS:
        for suffix in form.suffixes:
            assert form_of(b"nothing to be seen", suffix) is form


def test_every_form_is_in_the_docs() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    for form in FORMS:
        for suffix in form.suffixes:
            assert f"`{suffix}`" in docs


def test_reading_writes_nothing_beside_the_pages(tmp_path: Path) -> None:
    """R12: a folder that may only be read."""
    data = tmp_path / "data"
    data.mkdir()
    for n, sample in enumerate([*SAMPLES.values(), FACTIVA_TAGGED.encode(), NEXIS_NEW.encode(), TEXT]):
        (data / f"page{n}.txt").write_bytes(sample)
        (data / f"page{n}.txt").chmod(0o444)
    before = {path: path.stat().st_mtime_ns for path in [data, *data.iterdir()]}
    data.chmod(0o555)
    try:
        assert len(list(iter_sources([str(data)]))) > len(SAMPLES)
        assert {path: path.stat().st_mtime_ns for path in [data, *data.iterdir()]} == before
    finally:
        data.chmod(0o755)


SUFFIXES = sorted(
    suffix for form in FORMS for suffix in form.suffixes if suffix not in (".pdf", ".warc", ".wet", ".wat")
)


@settings(max_examples=300)
@given(
    st.sampled_from(SUFFIXES),
    st.sampled_from([b"", *SAMPLES.values(), FACTIVA_TAGGED.encode(), NEXIS_NEW.encode()]),
    st.binary(max_size=300),
    st.integers(0, 3000),
)
@example(".rtf", b"{\\rtf1 \\bin99999999999 x", b"", 0)
@example(".webarchive", b"bplist00", b"\x00" * 32, 0)
@example(".csv", b"text\n\x00", b"", 0)
def test_any_bytes_give_pages_or_reasons(suffix: str, sample: bytes, noise: bytes, at: int) -> None:
    if sample.startswith((b"%PDF", b"WARC")):
        return  # these have tests of their own, and take a process each or a reader of their own
    data = sample[:at] + noise + sample[at + len(noise) :]
    for item in read_file(File(f"page{suffix}", data), Run()):
        if isinstance(item, PageInput):
            assert item.id
            assert item.html or item.text or item.html == "" or item.text == ""
        else:
            assert "page" in item.issue.message
            assert "page" in (item.source or "")


class Bomb:
    """Unpickling it would make a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (open, (self.path, "w"))


def test_what_is_no_page_is_never_run_and_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S12: pickles, code and configuration in a folder of data."""
    told = tmp_path / "obeyed"
    data = tmp_path / "data"
    data.mkdir()
    (data / "model.pkl").write_bytes(pickle.dumps(Bomb(str(told))))
    for name in ("conftest.py", "sitecustomize.py", "spacy.py", "lxml.py", "setup.cfg", "page.php"):
        (data / name).write_text(f"open({str(told)!r}, 'w')")
    (data / "standoff.toml").write_text("[subject]\nname = 5\n")
    (data / "page.txt").write_bytes(TEXT)
    monkeypatch.chdir(data)
    said: list[str] = []
    items = [item for _, item in iter_found(["."], say=said.append)]
    assert [item.id for item in items] == ["page"]
    assert said == [".: 8 files passed over, not pages by their names: conftest.py, lxml.py, model.pkl and 5 more"]
    assert not told.exists()


def test_a_pickle_that_is_named_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.pkl"
    path.write_bytes(pickle.dumps(Bomb(str(tmp_path / "obeyed"))) + bytes(range(32)) * 20)
    (item,) = iter_sources([str(path)])
    assert isinstance(item, Unreadable)
    assert not (tmp_path / "obeyed").exists()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.html", b"", "empty-file"),
        ("a.html", b"\x00" * 900, "empty-file"),
        ("a.eml", b"", "empty-file"),
        ("a.rtf", b"", "empty-page"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-text"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4, "not-text"),
        ("a.zip", b"", "damaged-file"),
        ("a.pdf", b"The ferry stayed in port.", "damaged-file"),
        ("a.csv.gz", gzip.compress(b"text\nThe ferry\n")[:12], "unreadable-file"),
    ],
)
def test_bad_files_give_a_reason_and_no_text(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    """B4, in every form."""
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = iter_sources([str(path)])
    assert isinstance(item, Unreadable), item
    assert item.issue.code == code
    assert str(path) in item.issue.message


def test_one_byte_is_a_page_without_a_story(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (item,) = iter_sources([str(tmp_path)])
    assert isinstance(item, PageInput)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    path.chmod(0)
    (item,) = iter_sources([str(path)])
    assert isinstance(item, Unreadable)
    assert "permission" in item.issue.message


def test_a_folder_is_named_that_cannot_be_listed_or_is_a_file_gone_meanwhile(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "b.txt").write_bytes(TEXT)
    items = iter_sources([str(tmp_path)])
    assert next(items).id == "a"
    (tmp_path / "b.txt").unlink()
    (gone,) = items
    assert isinstance(gone, Unreadable)
    assert gone.issue.code == "unreadable-file"


def test_ids_are_the_same_in_every_run(tmp_path: Path) -> None:
    (tmp_path / "export.txt").write_text(FACTIVA_TAGGED)
    (tmp_path / "more.zip").write_bytes(zipped({"export.txt": NEXIS_NEW.encode(), "a.html": b"<p>x"}))
    (tmp_path / "box.mbox").write_bytes(b"From a\n" + mail() + b"\nFrom b\n" + mail())
    runs = [[item.id for item in iter_sources([str(tmp_path)])] for _ in range(2)]
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == len(runs[0]) == 8
