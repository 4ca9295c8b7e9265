"""What answered what, and how moves follow one another."""

from pathlib import Path

import pytest

from standoff.model import Party, Subject
from standoff.record import Record
from standoff.tell.patterns import patterns
from standoff.tell.rows import PatternRow
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(name="Lowgate mine", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))
THREATS = ("2013-03-01", "2013-03-11", "2013-03-21")
TALKS = ("2013-03-06", "2013-03-16", "2013-03-26")


def record(tmp_path: Path, pages: list[PageMaker]) -> Record:
    made = linked(tmp_path, pages)
    made.declare(SUBJECT)
    return made


def threat(day: str) -> PageMaker:
    return page(f"t{day}", day).event("THREATEN", "NOR", "SWE", date=day, verb=f"threatened{day}")


def talks(day: str) -> PageMaker:
    return page(f"m{day}", day).event("CONSULT", "NOR SWE", date=day, verb=f"met{day}")


def of(rows: list[PatternRow], kind: str, actor: str, before: str) -> PatternRow:
    return next(row for row in rows if (row.kind, row.actor, row.before) == (kind, actor, before))


def test_a_series_has_its_lags_and_its_sentences(tmp_path: Path) -> None:
    with record(tmp_path, [threat(day) for day in THREATS]) as made:
        row = of(patterns(made), "series", "NOR", "threat")
        assert (row.count, row.lags, row.days, row.how) == (3, (10, 10), 10.0, "counted")
        assert len(row.events) == len(row.sources) == 3
        assert [source.published for source in row.sources] == list(THREATS)


def test_threats_and_talks_in_turn(tmp_path: Path) -> None:
    with record(tmp_path, [*(threat(day) for day in THREATS), *(talks(day) for day in TALKS)]) as made:
        row = of(patterns(made), "alternation", "NOR", "threat")
        assert (row.after, row.count, row.steps, row.expected) == ("talks", 5, 5, 3.0)
        assert row.lags == (5, 5, 5)
        assert not [r for r in patterns(made) if r.kind == "alternation" and r.actor == "SWE"]  # it threatened nobody


def test_one_after_the_other_is_no_alternation(tmp_path: Path) -> None:
    later = ("2013-04-06", "2013-04-16", "2013-04-26")
    with record(tmp_path, [*(threat(day) for day in THREATS), *(talks(day) for day in later)]) as made:
        row = of(patterns(made), "alternation", "NOR", "threat")
        assert (row.count, row.steps) == (1, 5)
        assert row.expected is not None
        assert row.count < row.expected


def test_what_the_ledger_shows(tmp_path: Path) -> None:
    asked = page("a", "2013-04-01").event(
        "REQUEST", "NOR", "SWE", date="2013-04-01", mode="meet", topic="talks on the mine", verb="proposed"
    )
    refused = page("b", "2013-04-04").event(
        "REJECT", "SWE", "NOR", date="2013-04-04", topic="talks on the mine", verb="rejected"
    )
    with record(tmp_path, [asked, refused]) as made:
        (row,) = [r for r in patterns(made) if r.kind == "answer"]
        assert (row.actor, row.before, row.answered_by, row.after, row.how) == (
            "NOR",
            "demand",
            "SWE",
            "refusal",
            "ledger",
        )
        assert (row.count, row.lags) == (1, (3,))
        assert {source.document for source in row.sources} == {"a", "b"}


@pytest.mark.model
def test_what_a_page_says(tmp_path: Path) -> None:
    from standoff.ingest import read_pages
    from standoff.model import PageInput

    text = "OSLO, 5 April - Norway barred Swedish lorries on Thursday in response to the ban that Sweden imposed on Norwegian timber on Monday."
    path = tmp_path / "r.db"
    read_pages([PageInput(id="a", text=text, published="2013-04-05", plain=True)], path, subject=SUBJECT, workers=0)
    with Record.open(path) as made:
        rows = [r for r in patterns(made) if r.kind == "answer"]
        assert [(r.actor, r.answered_by, r.how) for r in rows] == [("SWE", "NOR", "stated")]
        assert "in response to" in rows[0].sources[0].quote


def test_nothing_to_tell(tmp_path: Path) -> None:
    with linked(tmp_path, []) as made:
        assert patterns(made) == []


def test_only_what_happened_counts(tmp_path: Path) -> None:
    planned = [
        page(f"p{day}", day).event("AID", "NOR", "SWE", date=day, status="planned", verb="help") for day in THREATS
    ]
    with record(tmp_path, planned) as made:
        assert patterns(made) == []
