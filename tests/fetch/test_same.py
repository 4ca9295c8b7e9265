"""Whether two fetches of an address tell the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.conftest import article
from tests.timing import ends_within

from standoff.fetch.same import paragraphs, same_words
from standoff.model import PageInput

PAGE = article("The sluice is open.", title="Sluice opens")
NAV = (
    "<body><nav><p>"
    + "Weather: rain is to come from the west, and it will be cold for the time of the year. "
    + "</p></nav>"
)


def same(one: str, other: str) -> bool:
    return same_words(PageInput(id="a", url="u", html=one), PageInput(id="a", url="u", html=other))


@pytest.mark.parametrize(
    "other",
    [
        PAGE,
        PAGE.replace("<body>", "<body><script>token = 'x';</script>"),
        PAGE.replace("<body>", NAV),
        PAGE.replace("<body>", "<body><!-- <p>" + "cached at noon " * 9 + "</p> -->"),
        PAGE.replace("<article>", "<article class='wide'><p>Share this</p><div>12 readers now</div>"),
        PAGE.replace("<p>", "<p  data-n='1'>").replace("office", "<a href='/x'>office</a>"),
    ],
)
def test_furniture_changes(other: str) -> None:
    assert same(PAGE, other)


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("open", "shut", 1),
        PAGE.replace("<title>Sluice opens", "<title>Sluice shuts"),
        PAGE.replace("<h1>Sluice opens", "<h1>Sluice to open"),
        PAGE.replace(
            "</article>",
            "<p>" + "Correction: it was the lower sluice that opened on Monday, not the upper. " * 2 + "</p></article>",
        ),
        PAGE.replace("2th", "two-hundredth"),
    ],
)
def test_the_story_changes(other: str) -> None:
    assert not same(PAGE, other)


def test_pages_without_a_story_are_the_same_only_byte_for_byte() -> None:
    assert same("<p>Short.</p>", "<p>Short.</p>")
    assert not same("<p>Short.</p>", "<p>Other.</p>")


def test_another_address_or_form_is_another_page() -> None:
    page = PageInput(id="a", url="u", html=PAGE)
    assert not same_words(page, PageInput(id="a", url="v", html=PAGE))
    assert not same_words(page, PageInput(id="a", url="u", text=PAGE))


@given(st.text(alphabet="<>/!-ap scrint\n\"'=", max_size=300))
def test_any_text_is_scanned(text: str) -> None:
    assert same(text, text)
    assert all(found == " ".join(found.split()) for found in paragraphs(text))


@pytest.mark.parametrize("piece", ["<nav>", "<script>", "<!--", "<", "<a", "<p>x", "</nav>", "<!-- -->", "<b>", "-->"])
def test_the_scan_is_linear(piece: str) -> None:
    scan(piece * (1_000_000 // len(piece)))


def test_the_scan_of_a_name_without_end_is_linear() -> None:
    scan("<" + "a" * 1_000_000)


def scan(text: str) -> None:
    assert ends_within(5, lambda: list(paragraphs(text)))
