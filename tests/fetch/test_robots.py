"""robots.txt as RFC 9309 has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import ends_within

from standoff.fetch.robots import parse_robots

TABLE = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("User-agent: standoff\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
    ("User-agent: *\nDisallow: /\n\nUser-agent: Standoff/1.0\nAllow: /", "/a", True),
    ("User-agent: other\nUser-agent: standoff\nDisallow: /a", "/a", False),
    (
        "User-agent: standoff\nDisallow: /a\n\nUser-agent: other\nDisallow: /c\n\nUser-agent: standoff\nDisallow: /b",
        "/b",
        False,
    ),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x=1", True),
    ("User-agent: *\nDisallow: /*/print/*", "/a/print/b", False),
    ("User-agent: *\nDisallow: /*?", "/a?x", False),
    ("User-agent: *\nDisallow: *secret", "/a/secret", False),
    ("User-agent: *\nDisallow: /a$", "/a", False),
    ("User-agent: *\nDisallow: /a$", "/ab", True),
    ("User-agent: *\nDisallow: /a*a$", "/a", True),
    ("user-AGENT : * # all\n  disallow : /a # this", "/ab", False),
    ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ("Disallow: /a", "/a", True),
    ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", False),
    ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
    ("User-agent: *\nDisallow: /%61", "/a", False),
    ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ("User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", False),
    ("<html><body>Not found</body></html>", "/a", True),
]


@pytest.mark.parametrize(("text", "target", "allowed"), TABLE)
def test_the_longest_pattern_decides(text: str, target: str, allowed: bool) -> None:
    assert parse_robots(text, "standoff").allows(target) is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7", 7.0),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: other\nCrawl-delay: 7", None),
        ("User-agent: *\nCrawl-delay: 7\n\nUser-agent: standoff\nDisallow: /a", None),
        ("User-agent: *\nCrawl-delay: -1", None),
    ],
)
def test_the_delay(text: str, delay: float | None) -> None:
    assert parse_robots(text, "standoff").delay == delay


@given(st.text(max_size=400), st.text(max_size=60))
def test_any_text_is_read(text: str, target: str) -> None:
    assert parse_robots(text, "standoff").allows("/" + target) in (True, False)


@pytest.mark.parametrize("pattern", ["/" + "*a" * 20_000 + "$", "/*" * 20_000, "/" + "a*" * 20_000 + "b"])
def test_patterns_are_matched_in_linear_time(pattern: str) -> None:
    robots = parse_robots(f"User-agent: *\nDisallow: {pattern}", "standoff")
    assert ends_within(2, lambda: robots.allows("/" + "a" * 2000))


def test_groups_of_thousands_of_names_are_read_in_linear_time() -> None:
    text = "".join(f"User-agent: robot{n}\n" for n in range(12_000)) + "User-agent: *\n" + "Disallow: /a\n" * 15_000
    assert not parse_robots(text.replace("robot", "r"), "standoff").allows("/a")
    assert ends_within(5, lambda: parse_robots(text.replace("robot", "r"), "standoff"))
