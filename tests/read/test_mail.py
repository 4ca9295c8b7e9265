"""Newsletters that came by mail."""

from pathlib import Path

import pytest
from tests.read.exports import HTML, STORY, mail
from tests.timing import ends_within

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources, read_page
from standoff.read.forms.mime import decoded


def found(tmp_path: Path, name: str, data: bytes) -> list[PageInput | Unreadable]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(iter_sources([str(path)]))


def page(tmp_path: Path, name: str, data: bytes) -> PageInput:
    (item,) = found(tmp_path, name, data)
    assert isinstance(item, PageInput), item
    return item


@pytest.mark.parametrize("name", ["news.eml", "news"])
def test_html_comes_before_plain_text(tmp_path: Path, name: str) -> None:
    item = page(tmp_path, name, mail())
    assert (item.html or "").strip() == HTML
    assert (item.title, item.publisher) == ("Café news", "The Harbour Gazette")
    assert (item.published, item.captured) == ("2016-03-08", "2016-03-08")
    meta = read_page(item).meta
    assert (meta.title, meta.published, meta.publisher) == ("Café news", "2016-03-08", "The Harbour Gazette")
    assert STORY[0] in read_page(item).text


def test_plain_text_alone(tmp_path: Path) -> None:
    item = page(tmp_path, "news.eml", mail(html=None, plain="The crews – all of them – stopped work."))
    assert (item.text or "").strip() == "The crews – all of them – stopped work."


def test_a_mail_of_attachments_alone_is_named(tmp_path: Path) -> None:
    (item,) = found(tmp_path, "news.eml", mail(html=None, plain=None))
    assert isinstance(item, Unreadable)
    assert item.issue.code == "empty-file"


def test_a_mail_that_is_cut_off_is_read_and_said(tmp_path: Path) -> None:
    whole = mail()
    item = page(tmp_path, "news.eml", whole[: whole.index(b"fear for")])
    assert [issue.code for issue in item.issues] == ["cut-off"]


def test_a_mailbox_gives_a_page_a_mail(tmp_path: Path) -> None:
    mails = [mail(subject=f"News {n}", html=None, plain=f"First\n\n>From the pier {n}") for n in range(3)]
    box = b"".join(b"From news@gazette.example Tue Mar  8 23:30:00 2016\n" + each + b"\n\n" for each in mails)
    items = found(tmp_path, "box.mbox", box)
    assert [item.id for item in items] == ["box-1", "box-2", "box-3"]
    second = items[1]
    assert isinstance(second, PageInput)
    assert second.title == "News 1"
    assert "\nFrom the pier 1" in (second.text or "")
    assert [item.id for item in found(tmp_path, "box", box)] == ["box-1", "box-2", "box-3"]


def test_one_broken_mail_of_a_mailbox_costs_that_mail(tmp_path: Path) -> None:
    box = b"From a\n" + mail() + b"\n\nFrom b\nSubject: none\n\n\n\nFrom c\n" + mail() + b"\n"
    items = found(tmp_path, "box.mbox", box)
    assert [isinstance(item, Unreadable) for item in items] == [False, True, False]
    assert "mail 2" in items[1].issue.message  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("=?utf-8?B?Q2Fmw6k=?=", "Café"),
        ("=?nonsense?Q?Caf=C3=A9?=", "Café"),
        ("=?utf-8?B?%%%?= x", "x"),
        ("plain\r\n words", "plain words"),
        ("=?" * 900, "=?" * 900),
    ],
)
def test_headers(raw: str, words: str) -> None:
    assert words in decoded(raw)


@pytest.mark.parametrize(
    "hostile",
    [
        "Content-Type: text/html; " + 'a="b;' * 100_000 + "\n\nx",
        "Content-Type: multipart/mixed; boundary=a\n\n" + "--a\n\n" * 30_000,
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000)),
        "Content-Type: message/rfc822\n\n" * 3_000,
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + "A\n" * 2_500_000,
    ],
    ids=["parameters", "parts", "nested", "mails in mails", "lines"],
)
def test_mails_made_to_be_slow_are_refused_in_words(tmp_path: Path, hostile: str) -> None:
    def read() -> None:
        (item,) = found(tmp_path, "news.eml", ("From: a\nTo: b\nMIME-Version: 1.0\n" + hostile).encode())
        assert isinstance(item, Unreadable)
        assert item.issue.code == "damaged-file"

    assert ends_within(3, read)


def test_a_body_in_utf8_that_names_a_western_charset_is_read_as_utf8(tmp_path: Path) -> None:
    data = (
        b"From: a@gazette.example\nContent-Type: text/plain; charset=iso-8859-1\n\nThe caf\xc3\xa9 at the pier shut.\n"
    )
    assert "café" in (page(tmp_path, "news.eml", data).text or "")


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape"])
def test_a_header_in_a_codec_that_is_no_charset_is_read_by_its_bytes(charset: str) -> None:
    assert decoded(f"=?{charset}?Q?Caf=C3=A9_news?=") == "Café news"
