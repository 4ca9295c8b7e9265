"""Bytes of pages in the encodings that pages are in, declared, not declared or declared wrongly: the text comes out right."""

import unicodedata
from typing import Literal

import pytest
from tests.read.sentences import SENTENCES

from standoff.model import PageInput, words_of
from standoff.read import read_page
from standoff.read.charsets import known
from standoff.read.decoding import decode, decode_as

CODECS = {
    "bg": ["cp1251"], "cs": ["cp1250"], "da": ["cp1252"], "de": ["cp1252"], "el": ["cp1253"], "es": ["cp1252"], "fr": ["cp1252"],
    "he": ["cp1255"], "hr": ["cp1250"], "hu": ["cp1250"], "it": ["cp1252"], "ja": ["cp932", "euc_jp", "iso2022_jp"], "ko": ["cp949"],
    "lt": ["cp1257"], "lv": ["cp1257"], "no": ["cp1252"], "pl": ["cp1250"], "pt": ["cp1252"], "ru": ["cp1251", "koi8_r"],
    "ar": ["cp1256"], "sk": ["cp1250"], "sr": ["cp1251"], "sv": ["cp1252"], "th": ["cp874"], "tr": ["cp1254"], "uk": ["cp1251"],
    "zh": ["gb18030"],
}  # fmt: skip
CASES = [(language, codec) for language, codecs in CODECS.items() for codec in codecs]
TRADITIONAL = (
    "往返兩岸的渡輪星期一仍停在港口，復航的日期還沒有確定，船員們在家等候。船主表示，在兩個城市再次會面之前將會等待。"
)


def page_in(language: str, declared: str | None = None) -> str:
    short, long = SENTENCES[language]
    head = f'<meta charset="{declared}">' if declared else ""
    return (
        f"<html><head>{head}<title>{short}</title></head><body><h1>{short}</h1>"
        + f"<p>{short}. {long}</p>" * 3
        + "</body></html>"
    )


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_encodings_that_no_page_declares(language: str, codec: str) -> None:
    html = page_in(language)
    data = html.encode(codec, errors="ignore")
    text, issues = decode(data)
    assert text == data.decode(codec)
    assert [issue.code for issue in issues] == ["encoding-guessed"]


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_declared_encodings(language: str, codec: str) -> None:
    names = {"cp932": "Shift_JIS", "cp949": "euc-kr", "gb18030": "gb2312", "cp1252": "iso-8859-1", "cp874": "tis-620"}
    html = page_in(language, names.get(codec, codec.replace("cp125", "windows-125").replace("_", "-")))
    data = html.encode(codec, errors="ignore")
    text, issues = decode(data)
    assert text == data.decode(codec)
    assert [issue.code for issue in issues] == (["encoding-guessed"] if codec == "iso2022_jp" else [])


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["en", "de", "ru", "zh", "ko", "ar"])
def test_utf_16_without_a_mark(language: str, codec: str) -> None:
    html = page_in(language)
    text, issues = decode(html.encode(codec))
    assert text == html
    assert [issue.code for issue in issues] == ["encoding-guessed"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("declared", [None, "iso-8859-1", "utf-8", "windows-1251"])
def test_a_mark_wins_over_what_is_declared(codec: str, declared: str | None) -> None:
    html = page_in("de", declared)
    assert decode(html.encode(codec)) == (html, ())


@pytest.mark.parametrize(
    ("language", "codec", "declared"),
    [
        ("fr", "cp1252", "utf-8"),
        ("fr", "utf-8", "iso-8859-1"),
        ("ru", "cp1251", "iso-8859-1"),
        ("ru", "cp1251", "utf-8"),
        ("zh", "gb18030", "utf-8"),
        ("ja", "cp932", "utf-8"),
        ("de", "cp1252", "no-such-charset"),
        ("de", "cp1252", "utf-7"),
        ("de", "cp1252", "idna"),
    ],
)
def test_wrong_declarations(language: str, codec: str, declared: str) -> None:
    html = page_in(language, declared)
    text, _ = decode(html.encode(codec))
    assert text == html


def test_traditional_characters() -> None:
    assert decode(TRADITIONAL.encode("cp950"))[0] == TRADITIONAL


def test_a_few_broken_bytes_are_shown_and_said() -> None:
    data = page_in("zh", "gb2312").encode("gb18030")
    text, issues = decode(data[:-16] + b"\xff\xff" + data[-16:])
    assert [issue.code for issue in issues] == ["encoding-broken"]
    assert SENTENCES["zh"][0] in text


def test_no_codec_that_is_no_charset() -> None:
    assert [known(name) for name in ("utf-7", "idna", "punycode", "hex", "rot13", "base64", "unicode_escape", "x")] == [
        None
    ] * 8


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_stay_as_they_are(form: Literal["NFC", "NFD"]) -> None:
    line = unicodedata.normalize(
        form, "The café on the Großufer and the naïve ferrymen of Łódź waited for the crew to come home again."
    )
    for page in (
        read_page(PageInput(id="t", text=f"Ferry stays\n\n{line}\n{line}\n")),
        read_page(
            PageInput(id="t", html=f"<html><body><h1>Ferry stays</h1><p>{line}</p><p>{line} {line}</p></body></html>")
        ),
    ):
        assert line in page.text
        assert all(words_of(part, page.text) for part in page.parts)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "mixed"])
def test_line_ends(ends: str) -> None:
    lines = ["Ferry stays in port", "By Jane Roe", "3 March 2016"] + [
        f"The ferry between the two shores stayed in port on {day}, and no date had been set for its return."
        for day in ("Monday", "Tuesday", "Friday")
    ]
    if ends == "mixed":
        text = lines[0] + "\r\n" + lines[1] + "\r" + lines[2] + "\n\r\n" + "\r\n".join(lines[3:])
    else:
        text = ends.join(lines)
    page = read_page(PageInput(id="t", text=text))
    assert (page.meta.published, page.meta.authors) == ("2016-03-03", ("Jane Roe",))
    story = " ".join(words_of(part, page.text) for part in page.parts if part.kind == "story")
    assert all(line in story for line in lines[3:])
    assert page.text.split() == text.split()


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Der Fährmann".encode(), "iso-8859-1", "Der Fährmann"),
        ("Der Fährmann".encode(), "us-ascii", "Der Fährmann"),
        ("Der Fährmann".encode("cp1252"), "ISO-8859-1", "Der Fährmann"),
        ("Паром стоит".encode("koi8_r"), "koi8-r", "Паром стоит"),
        ("フェリー".encode("iso2022_jp"), "iso-2022-jp", "フェリー"),
        ("Der Fährmann".encode("utf-16"), "iso-8859-1", "Der Fährmann"),
        ("Der Fährmann".encode(), "punycode", "Der Fährmann"),
        (b"Ferry \\u0041", "unicode_escape", "Ferry \\u0041"),
        (b"Ferry", None, "Ferry"),
    ],
)
def test_a_charset_from_outside_counts_where_the_bytes_are_no_utf8(data: bytes, charset: str | None, text: str) -> None:
    assert decode_as(data, charset)[0] == text
