"""Events that are brought up to date are those that all pages together give, whatever was read, read again or decided."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from standoff.ingest import put_together
from standoff.link import link
from standoff.model import Annotation, Issue, PageInput, Party, PloverType, Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.record.fields import merge_mentions
from standoff.record.mentions import event_mentions
from standoff.record.rows import EventMention, MergedEvent
from standoff.record.shelf import is_kept, take_documents, take_issues
from standoff.record.stale import bring_up, brought_up, read_links, read_stale
from standoff.testing import page

KINDS: tuple[tuple[PloverType, str], ...] = (("COERCE", "barred"), ("RETREAT", "reopened"), ("CONSULT", "met"))
FURNITURE = "The harbour office in the old town keeps a list of all the boats that pass."
Line = tuple[int, int, int]
"""The kind of an act, its day or none, and who does it."""
lines = st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 2))
pages = st.tuples(st.lists(lines, min_size=1, max_size=4), st.integers(0, 2))
steps = st.tuples(
    st.sampled_from(("read", "read", "read", "declare", "merge")), st.integers(0, 4), pages, st.booleans()
)
"""What is done, with what, and whether the views are kept after it."""


def made(n: int, told: tuple[list[Line], int]) -> tuple[PageInput, Annotation]:
    """A page of some number: its bytes are always the same, what it is read to tell may be another thing."""
    acts, paper = told
    one = page(f"p{n}", f"2016-05-{10 + n}", publisher=f"Paper {paper}")
    for line, (kind, day, side) in enumerate(acts):
        type, verb = KINDS[kind]
        one.event(
            type, ("NOR", "SWE", "NAMED:the Vik weir")[side], "FIN", date=f"2016-05-{day:02}" if day else None, verb=verb,
            how="stated" if day else "unknown", object="the Vik weir" if line % 2 else None,
            content_of=0 if line == 3 else None,
        )  # fmt: skip
    if n < 3:
        for _ in range(4):
            one.say(FURNITURE)
    return PageInput(id=f"p{n}", text=f"Page {n}", published=f"2016-05-{10 + n}"), one.annotation()


def merged_from_all(record: Record) -> list[MergedEvent]:
    """The events as all pages give them."""
    return merge_mentions(record._read_mentions(None), record._read_merges(), record._read_datings(), record.words)


def brought(record: Record) -> list[MergedEvent] | None:
    """The events that were kept, brought up to date."""
    with record.transaction(aside=True) as db:
        return brought_up(record, db)


@settings(max_examples=80)
@example(
    [([(0, 0, 2)], 0), ([(0, 0, 0)], 0), ([(0, 0, 0), (0, 2, 2)], 0)], [("read", 0, ([(0, 1, 2)], 0), False)]
)  # an act gets its day by the new reading, and chooses another
@given(st.lists(pages, min_size=3, max_size=4), st.lists(steps, min_size=1, max_size=6))
def test_brought_up_to_date_they_are_what_all_pages_give(
    first: list[tuple[list[Line], int]], drawn: list[tuple[str, int, tuple[list[Line], int], bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "a.db", create=True) as record:
        for n, told in enumerate(first):
            record.add(*made(n, told), made="first")
        put_together(record)
        for nth, (what, n, told, keeps) in enumerate(drawn):
            if what == "read":
                record.add(*made(n, told), made=f"reading {nth}")
            elif what == "declare":
                parties = (Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden"))
                record.declare(Subject(name=("the Vik weir", "the ford")[n % 2], parties=parties))
            elif len(events := record.events()) > 1:
                Reviewer(record, who="Ada").merge([events[n % len(events)].id, events[(n + 1) % len(events)].id])
            link(record, workers=0)
            found = brought(record)
            assert found is None or found == merged_from_all(record)
            assert record.merged() == merged_from_all(record)
            if keeps:
                put_together(record)
                assert is_kept(record)


def test_only_what_a_page_bears_on_is_put_together_anew(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db", create=True) as record:
        for n, day in enumerate((1, 2, 3, 1)):
            record.add(*made(n, ([(0, day, 0)], n)), made="test")
        put_together(record)
        before = {event.id: event for event in record.merged()}
        record.add(*made(4, ([(0, 2, 0)], 4)), made="test")
        link(record)
        read: list[str] = []
        with record.transaction(aside=True) as db:
            stale = read_stale(db)

            def told(key: str) -> Sequence[EventMention]:
                read.append(key)
                known = {d.key: d for d in record.documents()}
                return event_mentions(known[key], record.annotation(key)) if key in known else ()

            order = {d.key: n for n, d in enumerate(record.documents())}
            found = bring_up(list(before.values()), stale, told, order, lambda keys: read_links(db, keys), record.words)
        assert found == merged_from_all(record)
        assert len([event for event in found if before.get(event.id) == event]) == 2
        assert {d.id for d in record.documents() if d.key in read} == {"p1", "p4"}


def test_the_documents_that_are_kept_are_those_that_their_heads_give(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db", create=True) as record:
        item, annotation = made(0, ([(0, 1, 0)], 0))
        record.add(item, msgspec.structs.replace(annotation, issues=(Issue(code="no-date", message="None."),)))
        record.add(*made(1, ([(1, 2, 0)], 1)), made="test")
        link(record)
        read = record.documents(), record.issues()
        assert take_documents(record) is None
        assert take_issues(record) is None
        put_together(record)
        assert (take_documents(record), take_issues(record)) == read
        assert (len(read[0]), len(read[1])) == (2, 1)
        record.add(*made(2, ([(1, 2, 0)], 1)), made="test")
        assert take_documents(record) is None
        assert len(record.documents()) == 3


def test_while_nothing_is_kept_nothing_is_noted(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db", create=True) as record:
        record.add(*made(0, ([(0, 1, 0)], 0)), made="test")
        link(record)
        with record.transaction(aside=True) as db:
            assert not read_stale(db)
        put_together(record)
        record.add(*made(1, ([(0, 1, 0)], 0)), made="test")
        with record.transaction(aside=True) as db:
            assert read_stale(db)
