"""Bad input: an issue with a reason, never an exception, never silently empty."""

from functools import partial

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import ends_within

from standoff.model import PageInput
from standoff.read import read_page
from standoff.read.flat.lines import split_lines
from standoff.read.guard import MAX_CHARS, cut_lines, cut_tags, markup_trouble


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("", "empty-page"),
        (" \n\t", "empty-page"),
        ("\x00\x00\x00", "empty-page"),
        ("%PDF-1.4 and so on", "not-text"),
        ("\ufffdPNG\r\n\x1a\n\x00\x00", "not-text"),
        ("\x01\x02\x03\x04\x05" * 50, "not-text"),
        ("<div>" * 100_000 + "x", "too-deep"),
        ("<table><tr><td>" * 20_000, "too-deep"),
        ("<b><i>" * 20_000 + "</b></i>" * 20_000, "too-deep"),
        ("<div " + " ".join(f'a{n}="1"' for n in range(200_000)) + ">x</div>", "tag-too-long"),
        ("<div " + " ".join(f"a{n}='>'" for n in range(200_000)) + ">x</div>", "tag-too-long"),
        (("<div " + " ".join(f"a{n}" for n in range(9_000)) + ">x</div>") * 20, "tag-too-long"),
        ('<div a="' + "x" * 2_000_000 + '">x</div>', "tag-too-long"),
    ],
    ids=[
        "empty",
        "blank",
        "nul",
        "pdf",
        "png",
        "binary",
        "deep",
        "tables",
        "mis-nested",
        "attributes",
        "quoted",
        "again",
        "long",
    ],
)
def test_refused_with_a_reason(html: str, code: str) -> None:
    page = read_page(PageInput(id="t", html=html))
    assert (page.id, page.text, page.parts) == ("t", "", ())
    assert code in [issue.code for issue in page.issues]
    assert ends_within(5, lambda: read_page(PageInput(id="t", html=html)))


@pytest.mark.parametrize(
    "tag",
    [
        "<p title=Don't it's fine>",
        """<p title="a > b" data-x='"'>""",
        "<p title='" + "many words " * 5_000 + "'>",
        '<p title = "' + "a=b " * 5_000 + '">',
        '<p title="never closed>',
        "<p = = '>",
    ],
)
def test_odd_tags_are_read(tag: str) -> None:
    """A stray quotation mark opens no value that would run on over the page's words."""
    words = "The ferry stayed in port on Monday, and nobody knew when it would sail again, the owners said. " * 60
    assert markup_trouble(f"<html><body><h1>Ferry</h1>{tag}{words}</p><p>{words}</p></body></html>") is None


@pytest.mark.parametrize(
    "worst", ["<a ='", '<a ="', "<a = ", "<a", "=", "<a =" + " " * 99, "<a ='\"\"'", "<!--", "<b>"]
)
def test_markup_is_looked_at_in_linear_time(worst: str) -> None:
    assert ends_within(2, lambda: markup_trouble(worst * (2_000_000 // len(worst))))


@pytest.mark.parametrize("plain", [True, False])
def test_half_characters_can_be_written(plain: bool) -> None:
    text = "The ferry \ud800 stayed in port.\nAnd \udc80."
    page = read_page(PageInput(id="t", text=text, plain=plain))
    assert page.text == text.replace("\ud800", "\ufffd").replace("\udc80", "\ufffd")
    assert "encoding-broken" in [issue.code for issue in page.issues]
    assert msgspec.json.encode(page)


def test_neither_html_nor_text() -> None:
    assert [issue.code for issue in read_page(PageInput(id="t")).issues] == ["no-page"]


def test_unclosed_pictures_are_not_deep() -> None:
    html = (
        "<html><body><h1>Ferry</h1>"
        + "<svg><path d='M0'><path d='M1'></svg>" * 400
        + "<p>The ferry stayed in port.</p></body></html>"
    )
    assert "too-deep" not in [issue.code for issue in read_page(PageInput(id="t", html=html)).issues]


def test_long_text_is_cut_and_says_so() -> None:
    page = read_page(PageInput(id="t", text="The ferry stayed in port. " * 300_000))
    assert len(page.text) == MAX_CHARS
    assert "cut" in [issue.code for issue in page.issues]


def test_many_tags_are_cut_and_say_so() -> None:
    body = "<p>The ferry stayed in port on Monday.</p>\n" * 60_000

    def read() -> None:
        page = read_page(PageInput(id="t", html=f"<html><body><h1>Ferry</h1>{body}</body></html>"))
        assert "cut" in [issue.code for issue in page.issues]
        assert page.text.count("stayed in port") > 20_000

    assert ends_within(10, read)


def test_tags_are_counted() -> None:
    assert cut_tags("<p>a<b>c</b>" * 9, 27) == ("<p>a<b>c</b>" * 9, ())
    assert cut_tags("<p>a<b>c</b>" * 9, 4)[0] == "<p>a<b>c</b><p>a"
    assert cut_tags("1 < 2 " * 9, 4)[1] == ()


def test_many_lines_are_cut_and_say_so() -> None:
    page = read_page(PageInput(id="t", text="a\n" * 200_000))
    assert "cut" in [issue.code for issue in page.issues]


@settings(max_examples=120)
@given(st.text(max_size=600), st.booleans())
def test_any_text_is_read(text: str, plain: bool) -> None:
    page = read_page(PageInput(id="t", text=text, plain=plain))
    assert len(page.text) in (len(text), 0)
    last = 0
    for part in page.parts:
        assert last <= part.start < part.end <= len(page.text)
        last = part.end


_WORDS = st.sampled_from(
    ["Comments (2)", "Mole77 wrote:", "3 March 2016 9:12", "Photo: Jane Roe", "Reuters / Jane Roe", "By Jane Roe", "Advertisement",
     "The ferry stayed in port on Monday, and nobody knew when it would sail again, the owners said.", "", "1 of 3", "•", "Reply",
     "(Reporting by Jane Roe)", "Ferry stays in port", "Related", "…", "5 hours ago"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_WORDS, max_size=25))
def test_lines_in_any_order_are_read(lines: list[str]) -> None:
    text = "\n".join(lines)
    page = read_page(PageInput(id="t", text=text))
    assert all(page.text[p.start : p.end].strip() for p in page.parts)
    assert all(a.end <= b.start for a, b in zip(page.parts, page.parts[1:], strict=False))


_TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='comment'>", "</div>", "<figure>", "<figcaption>", "<h1>", "<a href='x'>", "<script>", "<!--", "-->",
     "<img src=a>", "<time datetime='2016-13-40'>", "<table>", "<li class='author'>", "<", ">", "&#0;", "&amp;", "text of a page ",
     '<script type="application/ld+json">{"@type": "NewsArticle", "headline": [1, {}], "datePublished": {"a": 1}}</script>']
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.one_of(_TAGS, st.text(max_size=12)), max_size=40))
def test_any_markup_is_read(pieces: list[str]) -> None:
    page = read_page(PageInput(id="t", html="".join(pieces)))
    assert page.text or page.issues
    assert all(a.end <= b.start for a, b in zip(page.parts, page.parts[1:], strict=False))


@given(st.text(alphabet="ab \n\r\t\x0b\x0c\u2028.", max_size=200))
def test_lines_slice_back(text: str) -> None:
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text
        assert line.text.strip()


@pytest.mark.parametrize(
    "line",
    ["Comments (2)\n" * 4_000, "A b wrote:\nhello\n" * 3_000, "a " * 25_000, "A " * 25_000, "1/1/" * 12_000, "By " * 16_000, "(" * 50_000, "Reuters/" * 6_000, "Jan 1, " * 7_000, "11:11 " * 8_000,
     "<" * 50_000, "A wrote " * 6_000, "© " * 20_000, "- " * 25_000, "photo by " * 5_000, "." * 50_000, "\u200b" * 50_000],
)  # fmt: skip
def test_no_line_is_slow(line: str) -> None:
    cut = "\n".join(line[n : n + 100] for n in range(0, len(line), 100))
    for text in (line, cut):
        assert ends_within(2, partial(read_page, PageInput(id="t", text=text)))


def test_blank_lines_do_not_use_up_the_cap_on_lines() -> None:
    told = "first line\nsecond line\n"
    assert cut_lines("\n" * 300_000 + told) == ("\n" * 300_000 + told, ())
    assert cut_lines("\r\n \n" * 50 + told, max_lines=3)[1] == ()
    text, issues = cut_lines("\n\n".join("abcde"), max_lines=3)
    assert (text, [issue.code for issue in issues]) == ("a\n\nb\n\nc", ["cut"])
