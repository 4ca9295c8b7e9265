"""Views that the record keeps are those that would be told anew, and no others."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from standoff.ingest import open_linked, put_together
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.record.dump import dump
from standoff.record.fields import merge_mentions
from standoff.record.looks import take_look
from standoff.record.shelf import is_kept, take, take_events
from standoff.tell import kept
from standoff.tell.keeping import KEPT, keep_views
from standoff.tell.since import look
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, page

SUBJECT = Subject(
    name="the Orsa lock",
    parties=(Party(id="SWE", name="Sweden"), Party(id="NOR", name="Norway")),
)


def pages() -> list[PageMaker]:
    """Pages of which some tell the same, two are of one day, and one threatens what another tells as done."""
    return [
        page("a", "2019-03-02", publisher="Post", title="Lock shut")
        .event("COERCE", "NOR", "SWE", date="2019-03-01", object="the Orsa lock")
        .event("THREATEN", "NOR", "SWE", date="2019-03-02"),
        page("b", "2019-03-02", publisher="News").event(
            "COERCE", "NOR", "SWE", date="2019-03-01", object="the Orsa lock"
        ),
        page("c", "2019-03-20", publisher="Post")
        .event("CONSULT", "NOR SWE", "", date="2019-03-18")
        .state("shut", object="the Orsa lock", since="2019-03-01"),
        page("d", "2019-04-11", publisher="Day").event(
            "RETREAT", "NOR", "SWE", date="2019-04-10", object="the Orsa lock"
        ),
    ]


def told(record: Record) -> list[bytes]:
    """Every view as it is written out."""
    return [msgspec.json.encode(view(record)) for view in KEPT]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with its views kept."""
    path = tmp_path / "lock.db"
    with Record.open(path, create=True) as record:
        record.declare(SUBJECT)
        for made in pages():
            record.add(made.item(), made.annotation(), made="test")
        put_together(record)
    return path


def told_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every view, worked out from the pages."""
    with monkeypatch.context() as patched:
        patched.setattr(kept, "take", lambda *_: None)
        with Record.open(path) as record:
            return told(record)


def test_what_is_kept_is_what_would_be_told_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.open(path) as record:
        assert is_kept(record)
        assert told(record) == told_anew(path, monkeypatch)
        assert take(record, "entries", list[object])


def test_merged_events_are_kept_with_their_reports(path: Path) -> None:
    with Record.open(path) as record:
        kept_events = take_events(record)
        anew = merge_mentions(record._read_mentions(None), record.merges(), record.datings(), record.words)
        assert kept_events == anew
        assert record.events() == anew


def test_decisions_are_put_on_the_events_that_are_kept(path: Path) -> None:
    with Record.open(path, write=True) as record:
        reject(record)
        gone = {decision.on[0].mention for decision in record.decisions()}
    with Record.open(path) as record:
        assert not is_kept(record)
        assert take_events(record) is not None
        assert not any(m.key in gone for event in record.events() for m in event.members)
        assert any(m.key in gone for event in record.merged() for m in event.members)


def test_pages_read_one_by_one_with_views_asked_between_give_the_same(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    for made in reversed(pages()):
        with Record.open(other, create=True) as record:
            if record.subject() is None:
                record.declare(SUBJECT)
            record.add(made.item(), made.annotation(), made="test")
            put_together(record)
            told(record)
        with Record.open(other) as record:
            told(record)
    with Record.open(path) as one, Record.open(other) as two:
        assert told(one) == told(two)
        assert list(dump(one)) == list(dump(two))


def reject(record: Record) -> None:
    """Takes an act out."""
    Reviewer(record, who="Ada", clock=lambda: "2020-01-01T00:00:00Z").reject(timeline(record)[0].id)


def add(record: Record) -> None:
    """One more page."""
    made = page("e", "2019-05-02").event("PROTEST", "SWE", "NOR", date="2019-05-01")
    record.add(made.item(), made.annotation(), made="test")
    put_together(record)


def declare(record: Record) -> None:
    """Another subject."""
    record.declare(msgspec.structs.replace(SUBJECT, parties=SUBJECT.parties[::-1]))
    put_together(record)


@pytest.mark.parametrize("change", [reject, add, declare])
def test_what_changes_the_record_changes_the_views(
    path: Path, change: Callable[[Record], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(path) as record:
        before = told(record)
    with Record.open(path, write=True) as record:
        change(record)
        assert told(record) == told_anew(path, monkeypatch)
        keep_views(record)
    with Record.open(path) as record:
        assert is_kept(record)
        assert told(record) == told_anew(path, monkeypatch)
        assert told(record) != before


def test_a_look_leaves_the_views_as_they_are(path: Path) -> None:
    with Record.open(path, write=True) as record:
        take_look(record, look(record))
        assert is_kept(record)


def test_other_code_tells_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standoff.record.shelf.code_hash", lambda: "another")
    with Record.open(path) as record:
        assert take(record, "entries", list[object]) is None
        assert timeline(record)


def test_rows_that_cannot_be_read_are_told_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.open(path, write=True) as record:
        with record.transaction(decides=True) as db:
            db.execute("UPDATE view SET rows = x'00ff'")
        assert is_kept(record)
    with Record.open(path) as record:
        assert told(record) == told_anew(path, monkeypatch)


def test_events_of_pages_that_another_process_put_in_meanwhile_are_merged_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(path) as record:
        monkeypatch.setattr(record, "documents", list)
        assert take_events(record) is None


def test_a_run_that_finds_nothing_new_leaves_the_record_as_it_is(path: Path) -> None:
    with Record.open(path, write=True) as record:
        before = record.changes
        put_together(record)
        assert record.changes == before
        Reviewer(record, who="Ada", clock=lambda: "2020-01-01T00:00:00Z").reject(record.events()[0].id)
        put_together(record)
        assert record.changes != before
        assert is_kept(record)


def test_what_was_cut_off_before_views_were_kept_is_done_when_it_is_read(path: Path) -> None:
    with Record.open(path, write=True) as record:
        made = page("e", "2019-05-02").event("PROTEST", "SWE", "NOR", date="2019-05-01")
        record.add(made.item(), made.annotation(), made="test")
        record.set_meta("keeping", "1", aside=True)
    with open_linked(path) as record:
        assert record.linked
        assert is_kept(record)


def test_a_view_that_cannot_be_told_leaves_the_record_put_together(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Record) -> None:
        raise ZeroDivisionError

    made = page("e", "2019-05-02").event("PROTEST", "SWE", "NOR", date="2019-05-01")
    with Record.open(path, write=True) as record:
        record.add(made.item(), made.annotation(), made="test")
        with monkeypatch.context() as patched:
            patched.setattr("standoff.tell.keeping.keep_views", broken)
            with pytest.raises(ZeroDivisionError):
                put_together(record)
        assert record.linked
        assert not is_kept(record)
        assert "PROTEST" in {row.type for row in timeline(record)}
        put_together(record)
        assert is_kept(record)


def test_a_record_of_before_lists_its_pages(path: Path) -> None:
    with Record.open(path) as record:
        before = record.documents(), record.issues()
    with Record.open(path, write=True) as record, record.transaction() as db:
        db.execute("DELETE FROM head WHERE n % 2 = 0")
    with Record.open(path) as record:
        assert (record.documents(), record.issues()) == before
