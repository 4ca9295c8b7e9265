from datetime import date
from pathlib import Path
from typing import Any

import pytest

from standoff.lexicon.plover import plover_score
from standoff.tell.climate import DECAY, SPREAD, climate, name_week
from standoff.testing import linked, page, record_of


def test_one_event_is_one_week_in_one_direction(tmp_path: Path) -> None:
    record = record_of(tmp_path, [page(published="2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-03")])
    row = climate(record)[0]
    assert (row.week, row.actor, row.recipient) == ("2013-W14", "PRK", "KOR")
    assert row.score == pytest.approx(plover_score("COERCE") / 2, abs=1e-3)
    assert row.low < row.score < row.high
    assert len(row.events) == 1


def test_silence_lets_it_return_to_nought(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        [page("p1", "2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-03"), page("p2", "2013-12-20").say("x")],
    )
    rows = climate(record)
    assert [abs(r.score) for r in rows] == sorted((abs(r.score) for r in rows), reverse=True)
    score, share = plover_score("COERCE") * DECAY, 1 + DECAY
    assert rows[1].score == pytest.approx(score / share, abs=1e-3)
    assert rows[1].events == ()


def test_a_month_is_spread_over_its_weeks(tmp_path: Path) -> None:
    pages = [page("early", "2013-03-25"), page(published="2013-06-01").event("COERCE", "PRK", "KOR", date="2013-04")]
    record = record_of(tmp_path, pages)
    rows = [row for row in climate(record) if row.events]
    assert [row.week for row in rows] == ["2013-W14", "2013-W15", "2013-W16", "2013-W17", "2013-W18"]


def test_a_month_ends_where_the_page_tells_it(tmp_path: Path) -> None:
    pages = [page("early", "2013-03-25"), page(published="2013-04-10").event("COERCE", "PRK", "KOR", date="2013-04")]
    assert [row.week for row in climate(record_of(tmp_path, pages)) if row.events] == ["2013-W14", "2013-W15"]


def test_a_month_before_the_first_page_is_background(tmp_path: Path) -> None:
    made = page(published="2013-04-10").event("COERCE", "PRK", "KOR", date="2009-03")
    assert climate(record_of(tmp_path, [made])) == []


def test_the_band_is_that_of_the_scores_of_all_types() -> None:
    assert round(SPREAD, 2) == 5.76


def test_a_page_without_a_day_dates_nothing(tmp_path: Path) -> None:
    made = page(published="2013-05-28/2013-12-31").event(
        "REQUEST", "PRK", "KOR", date="2013-05-28/2013-12-31", how="published"
    )
    assert climate(record_of(tmp_path, [made])) == []


@pytest.mark.parametrize("status", ["planned", "promised", "threatened", "demanded", "hypothetical", "denied"])
def test_what_is_announced_never_moves_it(tmp_path: Path, status: str) -> None:
    made = page().event("RETREAT", "PRK", "KOR", date="2013-04-03", status=status)  # type: ignore[arg-type]
    assert climate(record_of(tmp_path, [made])) == []


def test_an_act_on_the_thing_is_turned_to_the_other_party(tmp_path: Path) -> None:
    made = page(published="2013-04-12").event("ACCUSE", "PRK", "KOR", date="2013-04-01")
    made.event("COERCE", "PRK", date="2013-04-10", object="the zone").event("COERCE", "PRK", date="2013-04-11")
    rows = {row.week: row for row in climate(record_of(tmp_path, [made]))}
    assert len(rows["2013-W15"].events) == 1


def test_who_withdraws_his_own_people_acts_on_the_other_party(tmp_path: Path) -> None:
    made = page(published="2013-04-12").event("ACCUSE", "PRK", "KOR", date="2013-03-01")
    made.event("SANCTION", "PRK", "PRK-LAB", date="2013-04-08", object="the zone")
    rows = {row.week: row for row in climate(record_of(tmp_path, [made]))}
    assert len(rows["2013-W15"].events) == 1


def test_more_sources_narrow_the_band(tmp_path: Path) -> None:
    one = climate(record_of(tmp_path, [page().event("COERCE", "PRK", "KOR", date="2013-04-03")]))[0]
    (tmp_path / "two").mkdir()
    made = page().event("COERCE", "PRK", "KOR", date="2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-04")
    two = climate(record_of(tmp_path / "two", [made]))[0]
    assert two.high - two.low < one.high - one.low


def test_weeks_have_iso_names() -> None:
    assert name_week(date(2012, 12, 31)) == "2013-W01"


@pytest.mark.parametrize(
    "goes_on",
    [
        {"rule": "protest.strike_effect"},
        {"rule": "protest.come_out", "how": "published", "part": "title"},  # `Seamen stay out`
    ],
)
def test_that_a_strike_goes_on_is_no_new_act(tmp_path: Path, goes_on: dict[str, Any]) -> None:
    begun = page("a", "2013-04-03").event(
        "PROTEST", "PRK", "KOR", date="2013-04-03", mode="strike", rule="protest.strike"
    )
    later = page("b", "2013-05-20").event("PROTEST", "PRK", date="2013-05-20", mode="strike", **goes_on)
    assert [row.week for row in climate(linked(tmp_path, [begun, later])) if row.events] == ["2013-W14"]
