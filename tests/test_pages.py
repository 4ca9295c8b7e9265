"""Whole pages of many stand-offs: what annotate gives against what the page says.

Each folder of `tests/pages` holds a page, `meta.toml` (what it shows, how many events beside the expected ones are
known) and `expected.jsonl`, one fact a line. Every fact is a test of its own. A line with `miss` is known not to be
found, with the reason; once found, the test fails until the line says so.

Tolerance: an event matches by type (or one of `alt`), a trigger that overlaps, its date, its status, and every actor
and recipient that the line names, by country or by words that overlap; `any_date`, `any_trigger` and `any_actor` ask
less. A quantity matches by words that overlap and by value, unit and rate where given. A part matches where the words
stand in a part of that kind; furniture may also be left out of the text.
"""

import functools
import json
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from standoff.annotate import annotate_page
from standoff.model import ActorRef, Annotation, Event, PageInput, Quantity

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if (path / "meta.toml").exists())
MISSES = 16
pytestmark = pytest.mark.model

Row = dict[str, Any]


@functools.cache
def annotated(name: str) -> Annotation:
    html, text = PAGES / name / "page.html", PAGES / name / "page.txt"
    if html.exists():
        return annotate_page(PageInput(id=name, html=html.read_text(encoding="utf-8")))
    return annotate_page(PageInput(id=name, text=text.read_text(encoding="utf-8")))


def rows(name: str) -> list[Row]:
    lines = (PAGES / name / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def label(row: Row) -> str:
    words = next((row[key] for key in ("trigger", "words", "text", "author", "title") if row.get(key)), "")
    return f"{row['kind']}-{row.get('type') or row.get('part') or ''}-{words[:30]}"


def cases() -> list[Any]:
    return [
        pytest.param(
            name,
            row,
            id=f"{name}-{label(row)}",
            marks=[pytest.mark.xfail(reason=row["miss"], strict=True)] if "miss" in row else [],
        )
        for name in NAMES
        for row in rows(name)
    ]


@pytest.mark.parametrize(("name", "row"), cases())
def test_expected(name: str, row: Row) -> None:
    page = annotated(name)
    held = CHECKS[row["kind"]](page, row)
    assert held, shown(page, row)


@pytest.mark.parametrize("name", NAMES)
def test_no_more_unexpected_events_than_known(name: str) -> None:
    page = annotated(name)
    known = tomllib.loads((PAGES / name / "meta.toml").read_text(encoding="utf-8"))["unexpected_events"]
    assert len(unexpected(page, name)) == known, [line(page, event) for event in unexpected(page, name)]


def unexpected(page: Annotation, name: str) -> list[Event]:
    """Events that no expected line matches, but for a title's that tells again what an expected line says.

    What a speech act speaks of is never unexpected.
    """
    wanted = [row for row in rows(name) if row["kind"] == "event"]
    types = {kind for row in wanted for kind in (row["type"], *row.get("alt", ()))}
    return [
        event
        for event in page.events
        if event.content_of is None
        and not any(same_event(page, event, row) for row in wanted)
        and not (event.type in types and in_title(page, event))
    ]


def in_title(page: Annotation, event: Event) -> bool:
    return any(part.kind == "title" and part.start <= event.start < part.end for part in page.parts)


def has_meta(page: Annotation, row: Row) -> bool:
    meta = page.meta
    given = {
        "title": meta.title,
        "published": meta.published,
        "published_how": meta.published_how,
        "publisher": meta.publisher,
        "authors": list(meta.authors),
    }
    return all(given[key] == value for key, value in row.items() if key not in {"kind", "miss"})


def has_part(page: Annotation, row: Row) -> bool:
    start = page.text.find(row["text"])
    if row["part"] == "furniture" and start < 0:
        return True
    ends = (start, start + len(row["text"]))
    kinds = [part.kind for part in page.parts if part.start < ends[1] and ends[0] < part.end]
    if row["part"] == "title":  # the words may stand in the head as well as on the page
        return page.meta.title is not None and row["text"] in page.meta.title
    return start >= 0 and kinds == [row["part"]]


def has_comment(page: Annotation, row: Row) -> bool:
    wanted = datetime.fromisoformat(row["time"])
    comments = [part for part in page.parts if part.kind == "comment" and part.author == row["author"] and part.time]
    return any(part.time and datetime.fromisoformat(part.time) == wanted for part in comments)


def has_event(page: Annotation, row: Row) -> bool:
    return any(same_event(page, event, row) for event in page.events)


def same_event(page: Annotation, event: Event, row: Row) -> bool:
    return (
        event.type in {row["type"], *row.get("alt", ())}
        and event.status == row["status"]
        and (event.content_of is not None) == row.get("content", False)
        and (row.get("any_trigger", False) or overlaps(page, event.start, event.end, row["trigger"]))
        and (row.get("any_date", False) or row.get("content", False) or event.date == row["date"])
        and (row.get("any_actor", False) or all(among(page, event.actors, who) for who in row["actors"]))
        and (row.get("any_actor", False) or all(among(page, event.recipients, who) for who in row["recipients"]))
    )


def among(page: Annotation, refs: tuple[ActorRef, ...], who: str) -> bool:
    """One of the refs is this country, or stands in (or shares the id of a mention that stands in) these words."""
    if who.isupper() and len(who) == 3:
        return any(ref.id.split("-")[0] == who for ref in refs)
    ids = {actor.id for actor in page.actors if overlaps(page, actor.start, actor.end, who)}
    return any(overlaps(page, ref.start, ref.end, who) or ref.id in ids for ref in refs)


def overlaps(page: Annotation, start: int, end: int, words: str) -> bool:
    found = page.text.find(words)
    while found >= 0:
        if found < end and start < found + len(words):
            return True
        found = page.text.find(words, found + 1)
    return False


def has_quantity(page: Annotation, row: Row) -> bool:
    return any(same_quantity(page, quantity, row) for quantity in page.quantities)


def same_quantity(page: Annotation, quantity: Quantity, row: Row) -> bool:
    if not overlaps(page, quantity.start, quantity.end, row["words"]):
        return False
    if quantity.value != row["value"]:
        return False
    counted = row["unit"] is None and "of" in row  # the unit of things counted is their own word
    if (not counted or quantity.unit == "person") and quantity.unit not in {row["unit"], *row.get("alt_units", ())}:
        return False
    if any(getattr(quantity, key) != row[key] for key in ("low", "high", "per", "approx") if key in row):
        return False
    if "of" in row and row["of"] not in (quantity.of or ""):
        return False
    if "equals" in row:
        other = page.quantities[quantity.equals] if quantity.equals is not None else None
        return other is not None and overlaps(page, other.start, other.end, row["equals"])
    return True


def has_quote(page: Annotation, row: Row) -> bool:
    return any(
        page.text[quote.start : quote.end].strip(" .,") == row["text"].strip(" .,")
        and quote.direct == row["direct"]
        and (quote.speaker or "").endswith(row["speaker"])
        for quote in page.quotes
    )


def has_no_event(page: Annotation, row: Row) -> bool:
    start = page.text.find(row["text"])
    if start < 0:
        return True
    end = page.text.find(".", start + len(row["text"]) - 1) + 1 or len(page.text)
    return not any(start <= event.start < end and event.content_of is None for event in page.events)


CHECKS = {
    "meta": has_meta,
    "part": has_part,
    "comment": has_comment,
    "event": has_event,
    "quantity": has_quantity,
    "quote": has_quote,
    "no_event": has_no_event,
}


def shown(page: Annotation, row: Row) -> list[Any]:
    """What the page gives of the kind that was missed."""
    match row["kind"]:
        case "meta":
            return [page.meta]
        case "part" | "comment":
            return [(part.kind, page.text[part.start : part.end][:60]) for part in page.parts]
        case "quantity":
            return list(page.quantities)
        case "quote":
            return list(page.quotes)
        case _:
            return [line(page, event) for event in page.events]


def line(page: Annotation, event: Event) -> str:
    """An event on one line."""
    who, whom = ("+".join(ref.id for ref in refs) for refs in (event.actors, event.recipients))
    content = "" if event.content_of is None else f" content of {event.content_of}"
    words = page.text[event.start : event.end]
    return f"{event.date} {event.type} {who} > {whom} {event.status} {words!r} {event.rule}{content}"


def test_known_misses_only_become_fewer() -> None:
    """Pinning may take a miss away, never add one: lower the number with every miss that goes."""
    missed = [label(row) for name in NAMES for row in rows(name) if "miss" in row]
    assert len(missed) <= MISSES, missed


def test_lines_say_what_stands_on_their_page() -> None:
    assert len(NAMES) >= 10
    for name in NAMES:
        assert rows(name)
        source = next(PAGES.joinpath(name).glob("page.*")).read_text(encoding="utf-8")
        for row in rows(name):
            for key in ("trigger", "words"):
                assert row.get(key, "") in source, (name, row)
