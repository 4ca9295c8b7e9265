"""What the demos must tell: the record made of the shipped pages, against what their pages say."""

from pathlib import Path

import pytest

from standoff import edtf
from standoff.demo import demo_folder, demo_pages
from standoff.ingest import read_pages
from standoff.read import iter_sources
from standoff.record import Record
from standoff.subject import load_subject
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
ROUNDS = ["2013-06-09", "2013-07-06", "2013-07-10", "2013-07-25"]
LISTED_ROUNDS = ["2013-07-15", "2013-07-17", "2013-07-22"]  # told as `The rounds of 10, 15, 17 and 22 July`
ROUNDS_TOLD_BY_NUMBER = ["2013-08-14"]  # `at the end of the seventh round`


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made: dict[str, Path] = {}
    for name in ("kaesong", "strike"):
        path = tmp_path_factory.mktemp(name) / "record.db"
        with demo_folder(name) as folder:
            pages = [str(folder / page) for page in demo_pages(name)]
            report = read_pages(iter_sources(pages), path, subject=load_subject(folder / "subject.toml"))
        assert report.read == len(pages)
        assert not report.failed
        made[name] = path
    return made


@pytest.mark.parametrize(("name", "day", "allowed"), STATES)
def test_the_state_on_a_day(records: dict[str, Path], name: str, day: str, allowed: set[str]) -> None:
    with Record.open(records[name]) as record:
        spells = [spell for spell in state(record).history if holds(spell, day)]
    assert {spell.state for spell in spells} <= allowed
    assert spells


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


def unread(day: str, reason: str) -> object:
    return pytest.param(day, marks=pytest.mark.xfail(reason=reason, strict=True))


@pytest.mark.parametrize(
    "day",
    [
        *ROUNDS,
        *(unread(day, "a list of days is one time, not one round each") for day in LISTED_ROUNDS),
        *(unread(day, "the round's day stands in another clause") for day in ROUNDS_TOLD_BY_NUMBER),
    ],
)
def test_the_rounds_of_talks(records: dict[str, Path], day: str) -> None:
    with Record.open(records["kaesong"]) as record:
        rows = talks(record)
    assert [row for row in rows if row.date == day], [(row.date, row.venue) for row in rows]


def test_sources_differ_on_the_losses(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        values = {row.value for row in stakes(record)}
    assert {1.05e12, 706.7e9, 53_000.0, 13e6} <= values


@pytest.mark.parametrize("name", ["kaesong", "strike"])
def test_no_source_is_a_comment_or_furniture(records: dict[str, Path], name: str) -> None:
    with Record.open(records[name]) as record:
        sources: list[Source] = [source for row in timeline(record) for source in row.sources]
        sources += [source for spell in state(record).history for source in spell.sources]
    assert sources
    assert {source.part for source in sources} <= {"story", "title", "caption"}
    with demo_folder(name) as folder:
        raw = {page: (folder / page).read_text(encoding="utf-8") for page in demo_pages(name)}
    for source in sources:
        assert source.quote
        assert not any(f"Report abuse\n{source.quote}" in text for text in raw.values())


def test_the_copied_wire_story_counts_once(records: dict[str, Path]) -> None:
    with Record.open(records["kaesong"]) as record:
        rows = [row for row in timeline(record) if row.date == "2013-04-08" and "PRK" in row.actors]
    assert any(len({source.document for source in row.sources}) > 1 for row in rows)
