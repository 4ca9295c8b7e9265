"""Pages that browsers saved: where they came from and when, without what they carry along."""

import io
import plistlib
from pathlib import Path

import pytest
from tests.read.exports import HTML, STORY, mhtml, webarchive

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources, read_page
from standoff.read.forms.saved import lighter, noted, read_webarchive

URL = "https://gazette.example/2016/ferries"


def one(tmp_path: Path, name: str, data: bytes) -> PageInput | Unreadable:
    path = tmp_path / name
    path.write_bytes(data)
    (item,) = iter_sources([str(path)])
    return item


def page(tmp_path: Path, name: str, data: bytes) -> PageInput:
    item = one(tmp_path, name, data)
    assert isinstance(item, PageInput), item
    return item


@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.html", "page"])
def test_mhtml(tmp_path: Path, coding: str, name: str) -> None:
    item = page(tmp_path, name, mhtml(coding=coding))
    assert (item.id, item.url, item.captured) == ("page", URL, "2016-03-09")
    assert (item.html or "").strip() == HTML
    assert "Buy now" not in (item.html or "")
    assert STORY[0] in read_page(item).text


def test_mhtml_without_an_end_is_read_and_said(tmp_path: Path) -> None:
    whole = mhtml()
    item = page(tmp_path, "page.mhtml", whole[: whole.index(b"------Part\r\nContent-Type: image")])
    assert "fear for the season" in (item.html or "")
    assert [issue.code for issue in item.issues] == ["cut-off"]


def test_mhtml_cut_before_its_page_is_named(tmp_path: Path) -> None:
    item = one(tmp_path, "page.mhtml", mhtml()[:430])
    assert isinstance(item, Unreadable)
    assert item.issue.code == "damaged-file"


def test_mhtml_of_deeply_nested_parts_ends() -> None:
    head = "".join(f'Content-Type: multipart/related; boundary="{n}"\n\n--{n}\n' for n in range(5000))
    from standoff.read.forms.files import File, Run
    from standoff.read.forms.mhtml import read_mhtml

    (item,) = read_mhtml(File("deep.mhtml", ("MIME-Version: 1.0\n" + head).encode()), Run())
    assert isinstance(item, Unreadable)


@pytest.mark.parametrize(
    ("html", "url", "day"),
    [
        (
            "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://gazette.example/2016/ferries \n"
            " saved date: Wed Mar 09 2016 10:30:00 GMT+0100 (Central European Standard Time)\n--><head>",
            URL,
            "2016-03-09",
        ),
        ("<!DOCTYPE html>\n<!-- saved from url=(0036)https://gazette.example/2016/ferries -->\n<html>", URL, None),
        ("<!-- saved from url=(0014)about:internet -->\n<html>", None, None),
        (
            "<html><!-- Mirrored from gazette.example/2016/ferries by HTTrack Website Copier/3.x [XR&CO'2014],"
            " Wed, 09 Mar 2016 10:30:00 GMT -->",
            "http://gazette.example/2016/ferries",
            "2016-03-09",
        ),
        (
            "<!-- saved from url=(0069)https://web.archive.org/web/20160309103000/https://gazette.example/2016/ferries -->"
            "<p>x</p><!-- FILE ARCHIVED ON 10:30:00 Mar 09, 2016 AND RETRIEVED FROM THE INTERNET ARCHIVE ON"
            " 11:00:00 Apr 02, 2020. -->",
            URL,
            "2016-03-09",
        ),
        ("<p>A page that nobody saved</p>", None, None),
        ("<!-- saved from url=(0020)javascript:alert(1) -->", None, None),
    ],
    ids=["SingleFile", "complete", "about:internet", "HTTrack", "Wayback", "none", "script"],
)
def test_what_saving_tools_note(html: str, url: str | None, day: str | None) -> None:
    assert noted(html) == (url, day)


def test_web_page_complete_is_one_page(tmp_path: Path) -> None:
    (tmp_path / "Ferries.html").write_text(f"<!-- saved from url=(0036){URL} -->\n{HTML}")
    for name in ("Ferries_files/ad.html", "Ferries_files/deeper/frame.htm", "court_files/page.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>Buy now</p>")
    items = list(iter_sources([str(tmp_path)]))
    assert [item.id for item in items] == ["Ferries", "page"]
    assert isinstance(items[0], PageInput)
    assert items[0].url == URL


def test_a_heavy_page_loses_what_it_carries_and_no_words() -> None:
    picture = "data:image/png;base64," + "iVBORw0K" * 400_000
    html = f"<html><style>{'p{}' * 900_000}</style><p>Before</p><img src='{picture}'><p>After data: none</p></html>"
    light = lighter(html)
    assert light == "<html><style></style><p>Before</p><img src='data:,'><p>After data: none</p></html>"
    assert lighter(HTML) == HTML


def test_a_heavy_single_file_page_is_read(tmp_path: Path) -> None:
    picture = "<img src='data:image/jpeg;base64," + "/9j/" * 1_500_000 + "'>"
    item = page(tmp_path, "page.html", HTML.replace("<article>", "<article>" + picture).encode())
    read = read_page(item)
    assert STORY[0] in read.text
    assert not {"cut", "tag-too-long"} & {issue.code for issue in read.issues}


def test_safari_web_archive(tmp_path: Path) -> None:
    item = page(tmp_path, "page.webarchive", webarchive())
    assert (item.html, item.url) == (HTML, URL)


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00" + b"\xff" * 60,
        plistlib.dumps({"a": 1}),
        plistlib.dumps([1]),
        b"<?xml version='1.0'?><plist>",
        webarchive(""),
    ],
)
def test_damaged_web_archives_are_named(data: bytes) -> None:
    from standoff.read.forms.files import File, Run

    (item,) = read_webarchive(File("page.webarchive", data), Run())
    assert isinstance(item, Unreadable)


def test_a_saved_page_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(mhtml()))))
    (item,) = iter_sources(["-"])
    assert isinstance(item, PageInput)
    assert (item.id, item.url) == ("stdin", URL)
