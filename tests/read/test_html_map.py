"""Where paragraphs stand in the HTML: each block's path holds on the untouched page, and spans are found again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.test_html import HTML, PARAGRAPHS

from standoff.model import Page, PageInput, Span
from standoff.read import read_page
from standoff.read.html.dom import parse_html, text_of
from standoff.read.html.paths import Paths, element_at, locate, page_lines

WORDS = st.sampled_from(
    ["ferry", "quay", "owner", "council", "strike", "ice", "north", "fare", "boat", "Monday", "said", "of"]
)
SENTENCE = st.lists(WORDS, min_size=8, max_size=30).map(lambda words: " ".join(words).capitalize() + ".")
INLINE = st.sampled_from(
    ["{}", "<b>{}</b>", "<a href='/x'>{}</a>", "<span>{} </span>", "{}<br>", "\n {} \t", "<i>{}</i>&nbsp;", "&shy;{}"]
)
BLOCK = st.sampled_from(
    [
        "<p>{}</p>", "<div>{}</div>", "<div><p>{}</p></div>", "<blockquote>{}</blockquote>", "<ul><li>{}</li></ul>", "<h2>{}</h2>",
        "<figure><img src=a><figcaption>{}</figcaption></figure>", "<table><tr><td>{}</td><td>7</td></tr></table>",
        "<p class='dek'>{}</p>", "<o:p>{}</o:p>", "<div class='comment'><b>Gull</b> <time>4 May 2015 10:20</time><p>{}</p></div>",
        "<p>{} <script>1</script><button>Share</button></p>", "{}",
    ]
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of blocks of all kinds, some inside each other, some left open."""
    blocks = []
    for _ in range(draw(st.integers(1, 12))):
        said = "".join(draw(INLINE).format(draw(SENTENCE)) for _ in range(draw(st.integers(1, 3))))
        blocks.append(draw(BLOCK).format(said))
    at = draw(st.integers(0, len(blocks)))
    inner = "".join(blocks[at:])
    return f"<html><head><title>Ferry</title></head><body><h1>Ferry stays</h1>{''.join(blocks[:at])}<article>{inner}"


def assert_blocks_hold(page: Page, html: str) -> None:
    tree = parse_html(html)
    for block in page.blocks:
        element = element_at(tree, block.path)
        assert element is not None, block.path
        assert page.text[block.start : block.end] in text_of(element)


@settings(max_examples=60)
@given(html=pages())
def test_element_holds_the_text_of_its_block(html: str) -> None:
    page = read_page(PageInput(id="t", html=html))
    assert_blocks_hold(page, html)
    assert all(a.end <= b.start for a, b in zip(page.blocks, page.blocks[1:], strict=False))


def test_every_paragraph_has_its_element() -> None:
    page = read_page(PageInput(id="t", html=HTML))
    assert_blocks_hold(page, HTML)
    lines = [line for line in page.text.split("\n") if line]
    assert [page.text[b.start : b.end] for b in page.blocks] == lines


@pytest.mark.parametrize("words", [PARAGRAPHS[1][10:60], "at the empty pier", "Nobody asked", "Ferry stays in port as"])
def test_locate_finds_words_again(words: str) -> None:
    page = read_page(PageInput(id="t", html=HTML))
    start = page.text.index(words)
    (place,) = locate(page, Span(start=start, end=start + len(words)), HTML)
    element = element_at(parse_html(HTML), place.path)
    assert text_of(element)[place.start : place.end] == words


def test_locate_gives_a_place_for_each_paragraph() -> None:
    page = read_page(PageInput(id="t", html=HTML))
    start, end = page.text.index(PARAGRAPHS[0]) + 5, page.text.index(PARAGRAPHS[2]) + 9
    places = locate(page, Span(start=start, end=end), HTML)
    tree = parse_html(HTML)
    said = [text_of(element_at(tree, place.path))[place.start : place.end] for place in places]
    assert said == [PARAGRAPHS[0][5:], PARAGRAPHS[1], PARAGRAPHS[2][:9]]


def test_paths_are_those_of_lxml_where_xpath_can_read_them() -> None:
    tree = parse_html(HTML)
    assert tree is not None
    paths, root = Paths(), tree.getroottree()
    for element in tree.iter():
        assert element_at(tree, paths.of(element)) is element
        assert element_at(tree, root.getpath(element)) is element


def test_names_with_colons_have_paths_too() -> None:
    tree = parse_html("<body><div>a</div><fb:comments>b</fb:comments><div>c<o:p>d</o:p></div></body>")
    assert tree is not None
    paths = Paths()
    assert all(element_at(tree, paths.of(element)) is element for element in tree.iter())


def test_a_path_that_leads_nowhere() -> None:
    tree = parse_html(HTML)
    assert element_at(tree, "/html/body/div[99]") is None
    assert element_at(tree, "no[path") is None


def test_lines_are_held_by_their_innermost_block() -> None:
    tree = parse_html("<body><div>one<p>two <b>words</b></p>three<br>four</div></body>")
    assert [(line.text, line.element.tag) for line in page_lines(tree)] == [
        ("one", "div"), ("two words", "p"), ("three", "div"), ("four", "div"),
    ]  # fmt: skip
