"""What comes next, as a calendar reads it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from standoff.export.calendar import coming
from standoff.tell.rows import Answer, PromiseKind, PromiseRow, Source
from standoff.testing import linked, page

Written = Callable[..., bytes]


def entries(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_what_is_planned_for_a_day_or_a_month_stands_in_it(written: Written) -> None:
    found = entries(written("ics"))
    assert [(e["dtstart"].dt, e["dtend"].dt, str(e["status"])) for e in found] == [
        (date(2021, 6, 20), date(2021, 6, 21), "CONFIRMED"),
        (date(2021, 7, 1), date(2021, 8, 1), "TENTATIVE"),
    ]
    assert "some time in July 2021" in found[1]["summary"]


def test_a_meeting_told_by_two_views_stands_once(written: Written) -> None:
    assert len({str(e["uid"]) for e in entries(written("ics"))}) == 2


def test_what_was_not_known_yet_or_is_over_is_left_out(written: Written) -> None:
    assert entries(written("ics", at="2021-05-01")) == []
    assert [e["dtstart"].dt for e in entries(written("ics", at="2021-06-25"))] == [date(2021, 7, 1)]


def test_the_clock_is_not_read(written: Written) -> None:
    assert written("ics") == written("ics")
    assert {e["dtstamp"].dt.date() for e in entries(written("ics"))} == {date(2021, 6, 2)}


def test_the_last_day_of_the_calendar_has_none_behind_it(tmp_path: Path) -> None:
    said = page("a", "2021-04-09").event("AID", "GEO", "ARM", date="9999-12-31", status="planned")
    with linked(tmp_path, [said]) as record:
        assert coming(record, "2021-04-09") == []


@pytest.mark.parametrize(
    ("kind", "outcome", "days"), [("offer", "answered", 1), ("demand", "answered", 0), ("demand", "open", 1)]
)
def test_an_offer_that_was_taken_up_is_waited_for(
    kind: PromiseKind, outcome: Answer, days: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(document="a", start=0, end=1, quote="x")
    row = PromiseRow(
        id="p", kind=kind, by=("GEO",), to=("ARM",), what="talks", made="2021-04-08", due="2021-04-20",
        outcome=outcome, outcome_date=None, answered_by=None, sources=(source,),
    )  # fmt: skip
    monkeypatch.setattr("standoff.export.calendar.promises", lambda *_, **__: [row])
    with linked(tmp_path, [page("a", "2021-04-09")]) as record:
        assert len(coming(record, "2021-04-09")) == days
