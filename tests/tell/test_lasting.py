"""What stands still by an act that the timeline tells is no act of its own."""

from pathlib import Path

import pytest

from standoff.model import DateHow, PloverType, Status
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, linked, page

IDLE = "sanction.goes_still thing"


def halt(type: PloverType = "SANCTION", mode: str = "discontinue") -> PageMaker:
    return page("a", "2013-05-03").event(
        type, "NOR", "SWE", mode=mode, date="2013-05-02", words="NOR halted the Lund quarry.", verb="halted"
    )


def still(
    words: str,
    verb: str,
    date: str | None,
    how: DateHow = "relative",
    *,
    actor: str = "",
    rule: str = IDLE,
    status: Status = "happened",
) -> PageMaker:
    made = page("b", "2013-05-12")
    return made.event(
        "SANCTION", actor, mode="discontinue", date=date, how=how, words=words, verb=verb, rule=rule, status=status
    )


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        (still("Guards left the Lund quarry, idle for more than a week.", "idle", "2013-05-04~"), 1),
        (still("NOR SWE trade had been at a standstill since then.", "standstill", "2013-05-02", actor="NOR SWE"), 1),
        (still("Work at the Lund quarry is suspended.", "suspended", "2013-05-12", "published", rule="x", status="ongoing"), 1),
        (still("Work at the Lund quarry came to a halt on Friday.", "came to a halt", "2013-05-10"), 2),
        (still("Trains in Oslo stand idle.", "stand idle", "2013-05-12", "published"), 2),
        (still("The Lund quarry has stood idle.", "stood idle", "2013-07-12", "published"), 2),
        (still("The Lund quarry has stood idle.", "stood idle", "2013-04-29~"), 2),
        (still("DNK shut the Lund quarry.", "shut", "2013-05-02", actor="DNK"), 2),
    ],
    ids=["about then", "of that day", "goes on", "on another day", "elsewhere", "long after", "before it", "by somebody"],
)  # fmt: skip
def test_what_stands_still(tmp_path: Path, told: PageMaker, rows: int) -> None:
    with linked(tmp_path, [halt(), told]) as record:
        assert len(timeline(record)) == rows


@pytest.mark.parametrize(
    ("type", "mode", "rows"),
    [("COERCE", "restrict", 1), ("PROTEST", "strike", 1), ("COERCE", "arrest", 2), ("PROTEST", "demo", 2)],
)
def test_what_brings_to_a_halt(tmp_path: Path, type: PloverType, mode: str, rows: int) -> None:
    told = still("The Lund quarry has been idle.", "idle", "2013-05-03", "published")
    with linked(tmp_path, [halt(type, mode), told]) as record:
        assert len(timeline(record)) == rows
