"""What was told of single events is kept: only what is told of others is worked out again, with the same views."""

import random
from pathlib import Path

import msgspec
import pytest

from standoff.ingest import put_together
from standoff.lexicon.stems import thing_stems
from standoff.model import Party, PloverType, Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.record.once import known_of
from standoff.tell import kept
from standoff.tell.keeping import KEPT
from standoff.tell.parties import find_sides
from standoff.tell.summary import summarise
from standoff.tell.worked import recall
from standoff.testing import PageMaker, page

PARTIES = (Party(id="EST", name="Estonia"), Party(id="LVA", name="Latvia"))
VERBS = ("closed", "reopened", "met over", "blamed")
TYPES: tuple[PloverType, ...] = ("COERCE", "RETREAT", "CONSULT", "ACCUSE")


def made(n: int, r: random.Random) -> PageMaker:
    """A page of some acts around a ferry, of which other pages tell too."""
    one = page(f"p{n}", f"2011-06-{r.randint(10, 28)}", publisher=f"Paper {n % 3}")
    for _ in range(3):
        k = r.randrange(4)
        one.event(
            TYPES[k], r.choice(("EST", "LVA")), r.choice(("LVA", "EST", "")), date=f"2011-06-{r.randint(1, 9):02}",
            verb=VERBS[k], object=r.choice(("the Roja ferry", "the ramp")),
        )  # fmt: skip
    return one.state("shut", object="the Roja ferry", since="2011-06-02") if n % 2 else one


def start(path: Path, r: random.Random) -> None:
    """A record of some pages with its views kept."""
    with Record.open(path, create=True) as record:
        record.declare(Subject(name="the Roja ferry", parties=PARTIES))
        for n in range(6):
            each = made(n, r)
            record.add(each.item(), each.annotation(), made="test")
        put_together(record)


def recalled(record: Record) -> set[str]:
    """The events of which it is at hand what was told."""
    recall(record)
    subject = record.subject()
    given = find_sides(subject, record.events()), thing_stems(subject)
    return {event.id for event in record.events() if known_of(event, summarise, given)}


@pytest.mark.parametrize("seed", range(5))
def test_after_pages_and_decisions_views_are_those_that_all_events_give(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, r = tmp_path / "a.db", random.Random(seed)
    start(path, r)
    for n in range(6, 10):
        with Record.open(path, write=True) as record:
            if n % 2:
                each = made(n, r)
                record.add(each.item(), each.annotation(), made="test")
            else:
                event = r.choice(record.events())
                Reviewer(record, who="Ada").edit(event.id, {"date": "2011-06-30", "type": "SANCTION"})
            put_together(record)
            found = [msgspec.json.encode(view(record)) for view in KEPT]
        with monkeypatch.context() as patched, Record.open(path) as record:
            patched.setattr(kept, "take", lambda *_: None)
            assert [msgspec.json.encode(view(record)) for view in KEPT] == found


def test_what_is_told_of_events_that_are_as_they_were_is_at_hand(tmp_path: Path) -> None:
    start(tmp_path / "a.db", random.Random(1))
    with Record.open(tmp_path / "a.db", write=True) as record:
        assert recalled(record) == {event.id for event in record.events()}
        decided = record.events()[2].id
        Reviewer(record, who="Ada").edit(decided, {"date": "2011-06-30"})
    with Record.open(tmp_path / "a.db") as record:
        assert recalled(record) == {event.id for event in record.events()} - {decided}


def test_of_another_subject_nothing_is_at_hand(tmp_path: Path) -> None:
    start(tmp_path / "a.db", random.Random(1))
    with Record.open(tmp_path / "a.db", write=True) as record:
        record.declare(Subject(name="the ramp", parties=PARTIES))
        assert not recalled(record)
