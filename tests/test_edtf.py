"""Dates in EDTF."""

from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff import edtf


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2013", "2013-01-01", "2013-12-31", "year"),
        ("2013-02", "2013-02-01", "2013-02-28", "month"),
        ("2013-07~", "2013-07-01", "2013-07-31", "month"),
        ("2013-04-09", "2013-04-09", "2013-04-09", "day"),
        ("2013-04-09?", "2013-04-09", "2013-04-09", "day"),
        ("2013-21", "2013-03-01", "2013-05-31", "season"),
        ("2013-24", "2013-12-01", "2014-02-28", "season"),
        ("2013-04/2013-09", "2013-04-01", "2013-09-30", "interval"),
        ("[2013-04-08..2013-04-09]", "2013-04-08", "2013-04-09", "interval"),
        ("2013-08-07/2013-08-07", "2013-08-07", "2013-08-07", "day"),
    ],
)
def test_bounds_and_precision(text: str, first: str, last: str, precision: str) -> None:
    assert edtf.bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))
    assert edtf.precision(text) == precision
    assert edtf.is_valid(text)


@pytest.mark.parametrize("text", ["", "..", "2013-13", "2013-02-30", "2013-4", "April", "2013-05/2013-04", "0000", "/"])
def test_what_is_no_date(text: str) -> None:
    assert edtf.bounds(text) is None


def test_a_year_that_is_not_known() -> None:
    assert edtf.bounds("XXXX-08-01/XXXX-08-13") is None
    assert edtf.is_valid("XXXX-08-01/XXXX-08-13")
    assert edtf.with_year("XXXX-08-01/XXXX-08-13", 2013) == "2013-08-01/2013-08-13"
    assert edtf.with_year("XXXX-12-28/XXXX-01-04", 2012) == "2012-12-28/2013-01-04"
    assert edtf.with_year("XXXX-08", 2013) == "2013-08"


def test_open_ends() -> None:
    assert edtf.bounds("2013-04/..") == (date(2013, 4, 1), date.max)
    assert edtf.bounds("/2013-04") == (date.min, date(2013, 4, 30))
    assert edtf.length("2013-04/..") is None


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps", "gap"),
    [
        ("2013-04", "2013-04-09", True, True, 0),
        ("2013-04-09", "2013-04", False, True, 0),
        ("2013-04-03", "2013-04-09", False, False, 6),
        ("2013-04-28/2013-05-02", "2013-05", False, True, 0),
        ("2013", None, False, False, None),
    ],
)
def test_two_dates(one: str, other: str | None, contains: bool, overlaps: bool, gap: int | None) -> None:
    assert edtf.contains(one, other) is contains
    assert edtf.overlap(one, other) is overlaps
    assert edtf.gap(one, other) == gap


@pytest.mark.parametrize(
    ("text", "offset", "direction", "expected"),
    [
        ("2013-07-06", "P2D", "after", "2013-07-08"),
        ("2013-07-06", "P1W", "before", "2013-06-29~"),
        ("2013-07-06", "P1M", "after", "2013-08~"),
        ("2013-12", "P2M", "after", "2014-02~"),
        ("2013", "P1Y", "before", "2012~"),
        (None, "P1Y", "before", None),
        ("2013-07-06", "PT3H", "after", None),
        ("9998", "P99999Y", "after", None),
        ("9990-01-01", "P99999W", "after", None),
    ],
)
def test_shift(text: str | None, offset: str, direction: Literal["before", "after"], expected: str | None) -> None:
    assert edtf.shift(text, offset, direction) == expected


def test_finest_and_order() -> None:
    assert edtf.finest(["2013", "2013-04-09", "2013-04"]) == "2013-04-09"
    assert edtf.finest([]) is None
    mixed = [None, "XXXX-01", "2013-04-09", "2013-04", "2013-04-01"]
    assert sorted(mixed, key=edtf.sort_key) == ["2013-04-01", "2013-04", "2013-04-09", None, "XXXX-01"]
    assert edtf.before("2013-04-30", "2013-05")
    assert edtf.began_by("2013-05", "2013-05-01")
    assert not edtf.began_by("2013-05", "2013-04-30")


@given(st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(0, 900))
def test_days_come_back(first: date, span: int) -> None:
    last = date.fromordinal(first.toordinal() + span)
    assert edtf.bounds(edtf.of_days(first, last)) == (first, last)


@given(st.text(alphabet="0123456789-X~?%/[]. ", max_size=30))
def test_no_text_raises(text: str) -> None:
    days = edtf.bounds(text)
    assert days is None or days[0] <= days[1]
    assert days is None or edtf.precision(text) is not None
    for other in (edtf.with_year(text, 2013), edtf.shift(text, "P1M", "after")):
        assert other is None or isinstance(other, str)


def test_early_years_keep_four_digits() -> None:
    assert edtf.of_days(date(5, 2, 1), date(5, 2, 28)) == "0005-02"
    assert edtf.of_days(date(5, 2, 1), date(5, 3, 31)) == "0005-02/0005-03"
