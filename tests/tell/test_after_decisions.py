"""After decisions, as of a day, as one side tells it: what is told from what is at hand is what would be told anew."""

import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tell.test_views_hold import PAGES, pages_of

from standoff.errors import StandoffError
from standoff.ingest import put_together
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.corrected import pinned
from standoff.record.deciding import Reviewer
from standoff.record.fields import merge_mentions
from standoff.record.once import Events, each
from standoff.record.rows import MergedEvent
from standoff.record.shelf import take
from standoff.tell.keeping import KEPT, keep_views
from standoff.tell.rows import TimelineRow
from standoff.tell.timeline import entries
from standoff.testing import PageMaker, page
from standoff.web.desk import Desk
from standoff.web.shell import answer

SUBJECT = Subject(name="the Orsa lock", parties=(Party(id="SWE", name="Sweden"), Party(id="NOR", name="Norway")))
ASKED: tuple[dict[str, str], ...] = ({}, {"at": "2019-03-10"}, {"at": "2019-04"}, {"says": "NOR"})


def pages() -> list[PageMaker]:
    """Pages that tell the same twice, a threat and what came of it, talks, a state, and what sources differ on."""
    return [
        page("a", "2019-03-02", publisher="Post", title="Lock shut")
        .event("COERCE", "NOR", "SWE", date="2019-03-01", object="the Orsa lock")
        .event("THREATEN", "NOR", "SWE", date="2019-03-02")
        .event("SANCTION", "NOR", "SWE", date="2019-03-09", status="threatened", content_of=1),
        page("b", "2019-03-03", publisher="News")
        .event("COERCE", "NOR", "SWE", date="2019-03-01", object="the Orsa lock")
        .event("REQUEST", "SWE", "NOR", date="2019-03-03", mode="meet"),
        page("c", "2019-03-20", publisher="Post")
        .event("CONSULT", "NOR SWE", "", date="2019-03-18")
        .event("AGREE", "NOR SWE", "", date="2019-03-18", outcome="agreed")
        .event("RETREAT", "NOR", "SWE", status="promised", content_of=1, object="the Orsa lock")
        .state("shut", object="the Orsa lock", since="2019-03-01"),
        page("d", "2019-04-11", publisher="Day")
        .event("RETREAT", "NOR", "SWE", date="2019-04-10", object="the Orsa lock", mode="access")
        .event("PROTEST", "SWE", "", date="2019-04", object="the Orsa lock"),
        page("e", "2019-04-12", publisher="News").event("PROTEST", "SWE", "NOR", date="2019-04-10"),
    ]  # fmt: skip


def make(path: Path, made: list[PageMaker]) -> Path:
    """A record with its views kept."""
    with Record.open(path, create=True) as record:
        record.declare(SUBJECT)
        for each_page in made:
            record.add(each_page.item(), each_page.annotation(), made="test")
        put_together(record)
    return path


def told(record: Record, **asked: str) -> list[bytes]:
    """Every view, as it is written out."""
    return [msgspec.json.encode(view(record, **asked)) for view in KEPT]


def told_anew(path: Path, **asked: str) -> tuple[list[bytes], list[MergedEvent]]:
    """Every view and all events, worked out from the pages and the log, with nothing at hand."""

    def nothing(*_: Any) -> None:
        return None

    at = asked.get("at")
    with (
        patch("standoff.tell.kept.take", nothing),
        patch("standoff.record.store.take_events", nothing),
        Record.open(path) as record,
    ):
        merged = merge_mentions(record.mentions(at), record.merges(), record.datings(), record.words)
        events = pinned(merged, record.ruled(), record.datings()) if record.decisions() else merged
        assert record.events(at) == events
        return told(record, **asked), events


def reviewer(record: Record, n: int) -> Reviewer:
    return Reviewer(record, who="Ada", clock=lambda: f"2020-01-01T00:{n // 60:02}:{n % 60:02}Z")


def decide(record: Record, n: int, kind: str, one: int, other: int) -> None:
    """A verdict of a kind on events by their place; one that cannot be given is none."""
    events, by = record.events(), reviewer(record, n)
    if not events:
        return
    event, second = events[one % len(events)], events[other % len(events)]
    members = [m.key for m in event.members]
    try:
        if kind == "accept":
            by.accept(event.id)
        elif kind == "reject":
            by.reject(event.id)
        elif kind == "reject one":
            by.reject(members[other % len(members)], only=True)
        elif kind == "date":
            by.edit(event.id, {"date": f"2019-0{3 + other % 2}-1{other % 10}"})
        elif kind == "actors":
            by.edit(event.id, {"actors": ("SWE", "NOR", "SWE, NOR")[other % 3]})
        elif kind == "type":
            by.edit(event.id, {"type": ("RETREAT", "COERCE", "CONSULT", "ACCUSE")[other % 4]})
        elif kind == "merge":
            by.merge([event.id, second.id])
        elif kind == "split":
            by.split(members[1:])
        elif kind == "state" and record.states():
            by.edit(record.states()[0].key, {"since": f"2019-03-0{1 + other % 9}"})
        else:
            by.undo()
    except (StandoffError, IndexError):
        return


KINDS = ("accept", "reject", "reject one", "date", "actors", "type", "merge", "split", "state", "undo")


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_decision_of_each_kind(kind: str, tmp_path: Path) -> None:
    path = make(tmp_path / "lock.db", pages())
    desk = Desk(path)
    for n, place in enumerate((0, 3, 6, 1, 0)):
        with desk.record() as record:
            for asked in ASKED:
                told(record, **asked)
        with Record.open(path, write=True) as writing:
            decide(writing, n, kind if kind != "undo" or n > 2 else "merge", place, place + 2)
            seen = told(writing)
        for asked in ASKED:
            anew, events = told_anew(path, **asked)
            with desk.record() as record:
                assert told(record, **asked) == anew
                assert record.events(asked.get("at")) == events
        assert seen == told_anew(path)[0]
    desk.close()


STEPS = st.lists(
    st.tuples(st.sampled_from((*KINDS, "page", "ask", "keep", "ready")), st.integers(0, 30), st.integers(0, 30)),
    min_size=1,
    max_size=7,
)


@settings(max_examples=15)
@given(PAGES, STEPS)
def test_after_any_decisions_with_pages_read_in_between(drawn: list[Any], steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "test.db", pages_of(drawn))
        desk = Desk(path)
        for n, (kind, one, other) in enumerate(steps):
            with desk.record() as record:
                told(record)
            with Record.open(path, write=True) as writing:
                if kind == "page":
                    more = page(f"more{n}", "2013-05-09").event("COERCE", "KOR", "PRK", date=f"2013-05-0{1 + one % 9}")
                    writing.add(more.item(), more.annotation(), made="test")
                    put_together(writing)
                elif kind == "keep":
                    keep_views(writing)
                elif kind in KINDS:
                    decide(writing, n, kind, one, other)
            if kind == "ready":
                desk.get_ready()
            for asked in ({}, {"at": "2013-05-02"}, {"says": "PRK"})[: 1 + (kind == "ask") * 2]:
                with desk.record() as record:
                    assert told(record, **asked) == told_anew(path, **asked)[0]
        with desk.record() as record:
            assert told(record, at="2013-05-02") == told_anew(path, at="2013-05-02")[0]
        desk.close()


def test_the_first_page_after_decisions_is_that_of_a_desk_that_saw_none_before(tmp_path: Path) -> None:
    path = make(tmp_path / "lock.db", pages())
    desk = Desk(path)
    for n, kind in enumerate(KINDS):
        for asked in ASKED:
            answer(desk, "/", dict(asked))
        with Record.open(path, write=True) as writing:
            decide(writing, n, kind, n, n + 1)
        for asked in ASKED:
            other = Desk(path)
            stamps = {desk.stamp.encode(), other.stamp.encode()}
            one, two = answer(desk, "/", dict(asked))[0], answer(other, "/", dict(asked))[0]
            for stamp in (*stamps, desk.stamp.encode(), other.stamp.encode()):
                one, two = (text.replace(b'value="' + stamp + b'"', b"") for text in (one, two))
            assert one == two
            other.close()
    desk.close()


def test_what_was_made_ready_is_not_worked_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, asked = make(tmp_path / "lock.db", pages()), []

    def counted(event: MergedEvent, *rest: Any) -> str:
        asked.append(event.id)
        return event.id

    monkeypatch.setattr("standoff.tell.timeline.summarise", counted)
    desk = Desk(path)
    answer(desk, "/", {})
    assert not asked
    desk.changed.clear()
    desk.get_ready()
    assert len(asked) == len(set(asked)) > 5
    for n in range(3):
        asked.clear()
        with Record.open(path, write=True) as writing:
            decide(writing, n, "accept", 2 * n, 0)
        answer(desk, "/", {})
        assert len(asked) == 1
    desk.close()


def test_views_that_were_kept_after_a_decision_are_read(tmp_path: Path) -> None:
    path = make(tmp_path / "lock.db", pages())
    desk = Desk(path)
    answer(desk, "/", {})
    with Record.open(path, write=True) as writing:
        decide(writing, 1, "accept", 0, 0)
        keep_views(writing)
    with desk.record() as record:
        assert take(record, "entries", list[TimelineRow]) == entries(record)
        assert told(record) == told_anew(path)[0]
    desk.close()


def test_parts_of_events_that_stay_are_not_asked_again() -> None:
    asked: list[str] = []

    def name(event: MergedEvent, mark: str) -> str | None:
        asked.append(event.id)
        return None if event.id.endswith("3") else event.id + mark

    made = page("p", "2019-03-02")
    for _ in range(400):
        made.event("PROTEST", "SWE", "NOR", date="2019-03-01")
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "t.db", create=True) as record:
        record.add(made.item(), made.annotation(), made="test")
        events = list(record.events())
        parts: dict[str, Any] = {}
        first = each(Events(events, parts), name, "!")
        assert first == each(events, name, "!") == [e.id + "!" for e in events if not e.id.endswith("3")]
        asked.clear()
        assert each(Events(events[1:], parts), name, "!") == first[not events[0].id.endswith("3") :]
        assert 0 < len(asked) < 200
