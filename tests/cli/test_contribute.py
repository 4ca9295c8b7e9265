"""The door for others: what stands the checks is taken in, the rest is refused by name."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.cli.conftest import Run

from standoff.contribute import contribute, wrong
from standoff.model import Annotation, Span
from standoff.record import Record
from standoff.record.contributed import put_in
from standoff.testing import linked, page

TEXT = "Norway closed the Lowgate mine on Monday. Some 475 miners left, the firm said. It lost $3 million."


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = page("a", "2013-04-09")
    item, annotation = made.item(), made.annotation()
    record = linked(tmp_path, [])
    record.add(replace(item, text=TEXT), replace(annotation, text=TEXT, parts=(), events=()), made="test")
    record.close()
    return tmp_path / "test.db"


def line(**kinds: Any) -> bytes:
    return json.dumps({"id": "a", "made_by": "desk 1.2", **kinds}).encode()


def closed(**more: Any) -> dict[str, Any]:
    event = {**at("closed"), "type": "SANCTION", "mode": "discontinue", "date": "2013-04-08", "date_how": "relative"}
    return {**event, "actors": [{**at("Norway"), "id": "NOR"}], "confidence": 0.9, **more}


def test_what_is_good_is_taken_in_with_its_maker(path: Path) -> None:
    taken = contribute([line(events=[closed(words="closed")], text=TEXT)], path)
    assert (taken.mentions, taken.refused) == (1, ())
    with Record.open(path) as record:
        (event,) = record.events()
        assert (event.type, event.date, event.actors) == ("SANCTION", "2013-04-08", ("NOR",))
        assert event.members[0].event.rule == "by desk 1.2"
        assert event.members[0].where.quote == "Norway closed the Lowgate mine on Monday."


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ({"events": [closed(end=4000)]}, "not inside the text"),
        ({"events": [closed(start=12, end=12)]}, "not inside the text"),
        ({"events": [closed(start=6, end=13)]}, "white space"),
        ({"events": [closed(words="opened")]}, "its words are 'closed', not 'opened'"),
        ({"events": [closed(type="SHUTS")]}, "Invalid enum value"),
        ({"events": [closed(date="next week")]}, "no date in EDTF"),
        ({"events": [closed(actors=[{"start": 0, "end": 999, "id": "NOR"}])]}, "actors 0 to 999"),
        ({"events": [closed(colour="red")]}, "unknown field"),
        (
            {"quantities": [{**at("475 miners"), "value": 480.0, "unit": "person"}]},
            "480 does not stand in '475 miners'",
        ),
        ({"quantities": [{**at("miners"), "value": 475.0, "unit": "person"}]}, "475 does not stand in 'miners'"),
        ({"quantities": [{**at("475 miners"), "value": None}]}, "it has no number"),
        ({"states": [{**at("closed"), "state": "shut", "value": "900 men"}]}, "'900 men' does not stand in the text"),
        ({"events": [7]}, "no object"),
    ],
)
def test_what_is_refused_by_name(path: Path, kinds: dict[str, Any], reason: str) -> None:
    taken = contribute([line(**kinds)], path)
    assert taken.mentions == 0
    (refused,) = taken.refused
    (kind,) = kinds
    assert (refused.line, refused.id, refused.kind, refused.number) == (1, "a", kind, 0)
    assert reason in refused.reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"{", "no JSON"),
        (b"[1]", "no id"),
        (b'{"id": "a"}', "made_by"),
        (b'{"id": "zz", "made_by": "x"}', "no such page"),
        (b'{"id": "a", "made_by": "x", "text": "other"}', "its text is not that of the page"),
    ],
)
def test_lines_that_are_refused_whole(path: Path, raw: bytes, reason: str) -> None:
    (refused,) = contribute([raw], path).refused
    assert reason in refused.reason
    assert refused.kind is None


def test_numbers_are_those_that_stand_there(path: Path) -> None:
    rows = [{**at("475 miners"), "value": 475.0, "unit": "person"}, {**at("$3 million"), "value": 3e6, "unit": "USD"}]
    assert contribute([line(quantities=rows)], path).mentions == 2


def test_what_hangs_on_a_refused_one_is_refused_too(path: Path) -> None:
    said = {**at("said"), "type": "ACCUSE"}
    content = {**at("left"), "type": "PROTEST", "status": "denied", "content_of": 0}
    taken = contribute([line(events=[{**said, "end": 9000}, content, closed()])], path)
    assert taken.mentions == 1
    assert [refused.number for refused in taken.refused] == [0, 1]
    taken = contribute([line(events=[closed(end=9000), said, {**content, "content_of": 1}])], path)
    with Record.open(path) as record:
        spoken = next(m for m in record.mentions() if m.event.type == "PROTEST")
        speech = next(m for m in record.mentions() if m.event.type == "ACCUSE")
        assert spoken.content_of == speech.key


def test_given_twice_it_stands_once_and_a_page_read_anew_keeps_it(path: Path) -> None:
    contribute([line(events=[closed()])], path)
    contribute([line(events=[closed()])], path)
    with Record.open(path, write=True) as record:
        (document,) = record.documents()
        assert len(record.annotation(document.key).events) == 1
        bare = Annotation(id="a", text=TEXT, meta=record.annotation(document.key).meta)
        record.add(record.page_source(document.key), bare, made="another")
        assert record.annotation(document.key).events == ()
        assert put_in(record) == 1
        assert len(record.annotation(document.key).events) == 1
        assert put_in(record) == 0


@given(st.integers(-5, 130), st.integers(-5, 130))
def test_no_span_is_taken_that_does_not_slice_back(start: int, end: int) -> None:
    if start < 0 or end < 0:
        return
    reason = wrong(Span(start=start, end=end), Annotation(id="a", text=TEXT))
    words = TEXT[start:end]
    assert bool(reason) == (not words or words != words.strip() or end > len(TEXT) or start >= end)


def test_the_command(path: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_bytes(line(events=[closed(), closed(end=9000)]) + b"\n")
    code, out, err = run("read", "--annotations", str(file), "--record", str(path))
    assert (code, out) == (3, "")
    assert "refused: line 1, a, events[1]: the span" in err
    assert "1 mentions of lines.jsonl taken in, 1 refused" in err
    assert run("read", "--record", str(path))[0] == 2
    assert run("read", "--annotations", str(tmp_path / "none"), "--record", str(path))[0] == 1
