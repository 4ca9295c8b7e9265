"""What the demos must tell: the record made of the shipped pages, against what their pages say."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from standoff import edtf
from standoff.demo import demo_folder, demo_pages
from standoff.ingest import read_pages
from standoff.read import iter_sources
from standoff.record import Record
from standoff.subject import load_subject
from standoff.tell.promises import promises
from standoff.tell.rows import Source, StateSpell
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline

pytestmark = pytest.mark.model

STATES = [
    ("kaesong", "2013-02-20", {"open"}),
    ("kaesong", "2013-04-05", {"restricted"}),
    ("kaesong", "2013-04-20", {"shut"}),
    ("kaesong", "2013-05-20", {"shut"}),
    ("kaesong", "2013-07-20", {"shut"}),
    ("kaesong", "2013-08-20", {"reopening", "shut"}),
    ("kaesong", "2013-09-20", {"open"}),
]
EVENTS = [
    ("kaesong", "2013-02-12", {"MOBILIZE"}, "PRK"),
    ("kaesong", "2013-03-30", {"THREATEN"}, "PRK"),
    ("kaesong", "2013-04-03", {"COERCE"}, "PRK"),
    ("kaesong", "2013-04-08", {"SANCTION", "THREATEN", "RETREAT"}, "PRK"),
    ("kaesong", "2013-04-26", {"REJECT"}, "PRK"),
    ("kaesong", "2013-06-11", {"REJECT", "SANCTION"}, "PRK"),
    ("kaesong", "2013-07-07", {"AGREE"}, "KOR"),
    ("kaesong", "2013-08-14", {"AGREE"}, "KOR"),
    ("strike", "2023-05-02", {"PROTEST"}, "NAMED:WGA"),
    ("strike", "2023-07-14", {"PROTEST"}, "NAMED:SAG-AFTRA"),
    ("strike", "2023-09-24", {"AGREE"}, "NAMED:WGA"),
    ("strike", "2023-10-11", {"REJECT", "SANCTION"}, "NAMED:AMPTP"),
    ("strike", "2023-11-08", {"AGREE"}, "NAMED:SAG-AFTRA"),
]
ROUNDS = ["2013-06-09", "2013-07-06", "2013-07-10", "2013-07-25", "2013-08-14"]
LISTED_ROUNDS = ["2013-07-15", "2013-07-17", "2013-07-22"]  # told as `The rounds of 10, 15, 17 and 22 July`


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made: dict[str, Path] = {}
    for name in ("kaesong", "strike"):
        path = tmp_path_factory.mktemp(name) / "record.db"
        with demo_folder(name) as folder:
            pages = [str(folder / page) for page in demo_pages(name)]
            report = read_pages(iter_sources(pages), path, subject=load_subject(folder / "subject.toml"), workers=0)
        assert report.read == len(pages)
        assert not report.failed
        made[name] = path
    return made


@pytest.mark.parametrize(("name", "day", "allowed"), STATES)
def test_the_state_on_a_day(records: dict[str, Path], name: str, day: str, allowed: set[str]) -> None:
    with Record.open(records[name]) as record:
        spells = [spell for spell in state(record).history if holds(spell, day)]
    assert len(spells) == 1, [(spell.from_, spell.state, spell.to) for spell in spells]
    assert spells[0].state in allowed


@pytest.mark.parametrize("day", ["2009-06-01", "2011-01-01", "2012-11-30"])
def test_background_opens_no_spell(records: dict[str, Path], day: str) -> None:
    with Record.open(records["kaesong"]) as record:
        before = [spell for spell in state(record).history if holds(spell, day)]
    assert {spell.state for spell in before} <= {"open"}


def test_no_two_spells_overlap(records: dict[str, Path]) -> None:
    for path in records.values():
        with Record.open(path) as record:
            history = state(record).history
        assert len(history) > 2
        assert all(one.to == other.from_ for one, other in pairwise(history))
        assert history[-1].to is None


def test_the_aspects_while_it_is_shut(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        aspects = state(record, at="2013-05-10").aspects
    shut = {row.aspect for row in aspects if row.value == "shut" and row.to is None}
    assert shut >= {"people_in", "work", "goods"}
    assert all(row.sources for row in aspects)


def test_the_line_of_contact_is_cut_and_restored(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        rows = [(row.value, row.from_, row.to) for row in state(record).aspects if row.aspect == "line_of_contact"]
    assert rows == [("shut", "2013-03-11", "2013-06-07"), ("open", "2013-06-07", None)]


def test_nobody_is_let_in_while_it_is_shut(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        aspects = state(record, at="2013-05-10").aspects
    values = {row.value for row in aspects if row.aspect == "people_in" and row.to is None}
    assert "open" not in values
    assert ("people_in", "shut", "2013-04-03") in {(row.aspect, row.value, row.from_) for row in aspects}


def test_no_aspect_stays_shut_once_it_is_open(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        aspects = state(record).aspects
    assert "shut" not in {row.value for row in aspects if row.to is None}


def holds(spell: StateSpell, day: str) -> bool:
    start = edtf.bounds(spell.from_) if spell.from_ else None
    end = edtf.bounds(spell.to) if spell.to else None
    return (start is None or start[0].isoformat() <= day) and (end is None or day < end[0].isoformat())


@pytest.mark.parametrize(("name", "day", "types", "actor"), EVENTS)
def test_the_timeline_has(records: dict[str, Path], name: str, day: str, types: set[str], actor: str) -> None:
    with Record.open(records[name]) as record:
        rows = timeline(record)
    found = [
        row
        for row in rows
        if row.date == day and row.type in types and any(who.startswith(actor) for who in row.actors)
    ]
    assert found, [row.summary for row in rows if row.date == day]


@pytest.mark.parametrize("day", [*ROUNDS, *LISTED_ROUNDS])
def test_the_rounds_of_talks(records: dict[str, Path], day: str) -> None:
    with Record.open(records["kaesong"]) as record:
        rows = talks(record)
    assert [row for row in rows if row.date == day], [(row.date, row.venue) for row in rows]


def test_the_stakes_have_the_figures(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        values = {row.value for row in stakes(record)}
    assert {1.05e12, 706.7e9, 53_000.0, 13e6} <= values


@pytest.mark.parametrize(
    ("kind", "value", "claims"),
    [
        ("loss", 1.05e12, {"1.05 trillion won", "706.7 billion won"}),
        ("loss", 706.7e9, {"1.05 trillion won", "706.7 billion won"}),
        ("workforce", 53_000.0, {"53,000", "54,000"}),
    ],
)
def test_pages_differ_on_a_figure(records: dict[str, Path], kind: str, value: float, claims: set[str]) -> None:
    with Record.open(records["kaesong"]) as record:
        (row,) = [row for row in stakes(record) if (row.kind, row.value) == (kind, value)]
    assert {claim.value for claim in row.differs} == claims
    pages = [{source.document for source in claim.sources} for claim in row.differs]
    assert all(pages)
    assert pages[0] != pages[1]


READERS = {  # what readers wrote below the stories, by the words that no story has
    "kaesong": [
        "They close the line every spring",
        "mark my words",
        "Every year the same show",
        "the tax row of last summer",
        "not one won",
        "Two grown countries, one chair",
        "now everybody claps",
        "will do it again in the next spri",
        "Who paid for the sixteen hours of coffee",
        "pave it and build a park",
        "South Korea must close the zone for good",
        "Told you they would shut it",
        "Glad for the seamstresses",
    ],
    "strike": [
        "make nothing but quiz shows",
        "the actors went on strike too",
        "let the machines do it",
        "will not tell us, believe me",
        "She sells candles now",
    ],
}


def sources_of(value: object) -> Iterator[Source]:
    """Every source inside a row, those of the claims that differ included."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from sources_of(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from sources_of(inner)


@pytest.mark.parametrize("name", ["kaesong", "strike"])
def test_no_source_is_a_comment_or_furniture(records: dict[str, Path], name: str) -> None:
    with Record.open(records[name]) as record:
        views = (timeline, state, stakes, talks, promises)  # voices tell comments as comments
        sources = {source for view in views for source in sources_of(view(record))}
        pages = {row.id: record.annotation(row.key) for row in record.documents()}
    with demo_folder(name) as folder:
        raw = " ".join((folder / page).read_text(encoding="utf-8") for page in demo_pages(name))
    assert all(words in raw for words in READERS[name])
    assert len(sources) > 30
    assert {source.part for source in sources} <= {"story", "title", "caption"}
    assert not [(words, source.quote) for source in sources for words in READERS[name] if words in source.quote]
    for source in sources:
        page = pages[source.document]
        assert page.text[source.start : source.end] == source.quote
        (part,) = [part for part in page.parts if part.start <= source.start and source.end <= part.end]
        assert part.kind == source.part


def test_the_copied_wire_story_counts_once(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        rows = [row for row in timeline(record) if row.date == "2013-04-08" and "PRK" in row.actors]
    assert any(len({source.document for source in row.sources}) > 1 for row in rows)
