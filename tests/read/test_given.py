"""What a source itself names of a page: parts, title, authors, publisher, section."""

import io

import msgspec
import pytest

from standoff.model import PageInput, Part, PartKind
from standoff.read import read_jsonl, read_page
from standoff.read.jsonl import Unreadable

PIECES: tuple[tuple[PartKind, str], ...] = (
    ("title", "Ferry stays in port"),
    ("byline", "By Ada Brook and Tom Reed"),
    ("dateline", "3 March 2016"),
    ("story", "The crew of the island ferry would not sail on Monday. The company asked for talks."),
    ("caption", "The ferry at its pier."),
)


def made(*pieces: tuple[PartKind, str]) -> tuple[str, tuple[Part, ...]]:
    text, parts = "", []
    for kind, piece in pieces:
        parts.append(Part(start=len(text), end=len(text) + len(piece), kind=kind))
        text += piece + "\n\n"
    return text, tuple(parts)


def test_given_parts_are_taken_as_they_are() -> None:
    text, parts = made(*PIECES)
    page = read_page(PageInput(id="a", text=text, parts=parts))
    assert page.parts == parts
    assert page.text == text
    assert page.meta.title == "Ferry stays in port"
    assert page.meta.authors == ("Ada Brook", "Tom Reed")
    assert (page.meta.published, page.meta.published_how) == ("2016-03-03", "stated")
    assert not page.issues


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 0), (5, 2), (0, 10_000)],
    ids=["empty", "backwards", "beyond"],
)
def test_parts_that_do_not_fit_are_passed_over_and_said(start: int, end: int) -> None:
    text, parts = made(*PIECES)
    wrong = (Part(start=start, end=end, kind="story"), *parts)
    page = read_page(PageInput(id="a", text=text, parts=wrong))
    assert "bad-parts" in [issue.code for issue in page.issues]
    assert page.parts
    assert page.parts[-1].end <= len(text)


def test_parts_of_a_text_that_is_cut_end_with_it() -> None:
    text, parts = made(*PIECES)
    page = read_page(PageInput(id="a", text=text, parts=parts), max_chars=80)
    assert [part.kind for part in page.parts] == ["title", "byline", "dateline", "story"]
    assert page.parts[-1].end == len(page.text) == 80


def test_given_parts_without_story_are_said() -> None:
    text, parts = made(PIECES[0])
    assert "no-story" in [i.code for i in read_page(PageInput(id="a", text=text, parts=parts)).issues]


@pytest.mark.parametrize(
    "item",
    [
        PageInput(id="a", html="<html><head><title>Other</title></head><body><p>The ferry stayed.</p></body></html>"),
        PageInput(id="a", text="Other\n\nThe ferry stayed in port."),
        PageInput(id="a", text="The ferry stayed in port.", plain=True),
    ],
    ids=["html", "text", "plain"],
)
def test_given_names_win(item: PageInput) -> None:
    item = msgspec.structs.replace(item, title="Ferry", authors=("Ada Brook",), publisher="The Pier", section="World")
    meta = read_page(item).meta
    assert (meta.title, meta.authors, meta.publisher, meta.section) == ("Ferry", ("Ada Brook",), "The Pier", "World")


def line(**fields: object) -> PageInput:
    (item,) = read_jsonl(io.BytesIO(msgspec.json.encode({"id": "a", "text": "x" * 9, **fields})))
    assert not isinstance(item, Unreadable)
    return item


def test_fields_of_a_json_line() -> None:
    item = line(
        title=" Ferry ", authors=["Ada Brook", ""], publisher="The Pier", section="World", captured="2016-03-04",
        parts=[{"start": 0, "end": 9, "kind": "story"}],
    )  # fmt: skip
    assert item.title == "Ferry"
    assert item.authors == ("Ada Brook",)
    assert (item.publisher, item.section, item.captured) == ("The Pier", "World", "2016-03-04")
    assert item.parts == (Part(start=0, end=9, kind="story"),)


def test_fields_of_other_forms_are_passed_over() -> None:
    item = line(title={"a": 1}, authors="Ada Brook", publisher=5, section=["x"], parts="all")
    assert (item.title, item.authors, item.publisher, item.section, item.parts) == (
        None,
        ("Ada Brook",),
        None,
        None,
        (),
    )
    assert [issue.code for issue in item.issues] == ["bad-parts"]
