"""Times of plain text: value, place in the calendar, relation."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff import edtf
from standoff.times import find

CASES = [
    # text, published, (value, edtf, relation)
    ("The mill has been shut since [April].", "2013-08-07", ("2013-04", "2013-04", "since")),
    ("They gave way in [late July].", "2013-08-07", ("2013-07", "2013-07-21/2013-07-31", "on")),
    ("A vote will be held on [Aug 14].", "2013-08-07", ("2013-08-14", "2013-08-14", "on")),
    ("Talks were held on [Dec. 20].", "2013-01-07", ("2012-12-20", "2012-12-20", "on")),
    ("They will close by [Friday].", "2013-08-07", ("2013-08-09", "2013-08-09", "by")),
    ("The gate was shut until [Monday].", "2013-08-07", ("2013-08-05", "2013-08-05", "until")),
    ("Nothing moved [last year].", "2013-08-07", ("2012", "2012", "on")),
    ("Nothing moved in [the first quarter of 2012].", None, ("2012-Q1", "2012-01/2012-03", "on")),
    ("In [the summer of 1943] it rained.", None, ("1943-SU", "1943-22", "on")),
    ("In [the 1950s] it rained.", None, ("195", "1950/1959", "on")),
    ("The fleet was lost in [480 BC].", None, ("BC0480", None, "on")),
    ("They said so [today].", "2013-08-01/2013-08-13", ("2013-08-01/2013-08-13", "2013-08-01/2013-08-13", "on")),
    ("They closed it in [April].", "XXXX-08-01/XXXX-08-13", ("XXXX-04", None, "on")),
    ("They met on [Friday].", "XXXX-08-01/XXXX-08-13", ("XXXX-WXX-5", None, "on")),
    ("Ten were hurt in [the past week].", "2013-08-07", ("P1W", "2013-07-31/2013-08-07", "on")),
    ("The gate opens [a week from Tuesday].", "2013-08-07", ("2013-08-20", "2013-08-20", "on")),
    ("The gate opened [a year and three months ago].", "2013-08-07", ("2012-05", "2012-05", "on")),
    ("The gate opened on [8.14.2012].", "2013-08-07", ("2012-08-14", "2012-08-14", "on")),
    ("The gate opened on [2012.08.14].", "2013-08-07", ("2012-08-14", "2012-08-14", "on")),
    ("The gate opened on [14-Aug-12].", "2013-08-07", ("2012-08-14", "2012-08-14", "on")),
    ("The gate opened on [5 June, Wednesday].", "2013-08-07", ("2013-06-05", "2013-06-05", "on")),
    ("The gate opened in the [calendar year 2011].", "2013-08-07", ("2011", "2011", "on")),
    ("It shut in [the nineteen eighties].", "2013-08-07", ("198", "1980/1989", "on")),
    ("[May 12] – First barges sail.", "2013-08-07", ("2013-05-12", "2013-05-12", "on")),
    ("It was shut in [May] first by floods.", "2013-08-07", ("2013-05", "2013-05", "on")),
    ("It was shut on [May first] by floods.", "2013-08-07", ("2013-05-01", "2013-05-01", "on")),
    ("They met [last month].", "2013-08-01/2013-08-13", ("2013-07", "2013-07", "on")),
]


@pytest.mark.parametrize(("marked", "published", "wanted"), CASES)
def test_find(marked: str, published: str | None, wanted: tuple[str, str | None, str]) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    found = find(marked.replace("[", "").replace("]", ""), published=published)
    assert [(t.start, t.end, t.value, t.edtf, t.relation) for t in found] == [(start, end, *wanted)]


def test_an_offset_that_hangs_on_an_event_is_kept() -> None:
    (time,) = find("They met a month after the walk-out.", published="2013-08-07")
    assert (time.type, time.value, time.offset, time.direction) == ("DURATION", "P1M", "P1M", "after")


def test_a_history_carries_its_date_on() -> None:
    text = "On 5 May 1862 they crossed. Two days later they halted. In June they turned back; the next year, they fled."
    assert [t.value for t in find(text)] == ["1862-05-05", "1862-05-07", "1862-06", "1863"]


def test_the_first_of_two_dates_takes_the_year_of_the_second() -> None:
    text = "They met from Nov. 3 to Jan. 4, 1998, and between May 3 and June 4, 2012."
    assert [t.value for t in find(text, published="2013-08-07")] == [
        "1997-11-03",
        "1998-01-04",
        "2012-05-03",
        "2012-06-04",
    ]


def test_a_history_inside_a_dated_page_keeps_its_own_year() -> None:
    text = "The war began in 1950. In October the army crossed the river."
    assert [t.value for t in find(text, published="2013-08-07")] == ["1950", "1950-10"]


STRETCHES = [
    # text, the ends of the stretch that each of its two times knows
    ("They met on April 3-9, 2012.", ("2012-04-03", "2012-04-09")),
    ("They met from Monday to Wednesday.", ("2013-08-05", "2013-08-07")),
    ("They met from Monday (5 August) to Wednesday.", ("2013-08-05", "2013-08-07")),
    ("They met between 2005 and 2010.", ("2005", "2010")),
]


@pytest.mark.parametrize(("text", "ends"), STRETCHES)
def test_both_times_of_a_stretch_know_its_ends(text: str, ends: tuple[str, str]) -> None:
    times = find(text, published="2013-08-07")
    assert [t.value for t in times] == list(ends)
    assert {(t.begin_point, t.end_point) for t in times} == {ends}


def test_two_days_joined_by_and_are_no_stretch() -> None:
    times = find("They met on April 3 and 9, 2012.", published="2013-08-07")
    assert [(t.value, t.edtf, t.begin_point) for t in times] == [
        ("2012-04-03", "2012-04-03", None),
        ("2012-04-09", "2012-04-09", None),
    ]


def test_a_length_up_to_the_page_day_has_ends() -> None:
    (time,) = find("Prices fell over the past three months.", published="2013-08-07")
    assert (time.value, time.begin_point, time.end_point) == ("P3M", "2013-05-07", "2013-08-07")


ZONES = [
    ("It shut at 3 p.m. EDT.", ["EDT"]),
    ("It shut at 3 p.m. local time (1900 GMT).", ["LOCAL", "GMT"]),
    ("It shut at 3 p.m.", [None]),
]


@pytest.mark.parametrize(("text", "zones"), ZONES)
def test_a_printed_zone_is_kept(text: str, zones: list[str | None]) -> None:
    assert [t.zone for t in find(text, published="2013-08-07")] == zones


def test_universal_time_may_be_of_the_next_day() -> None:
    times = find("It fell at 10 p.m. EDT (0200 GMT).", published="2013-08-07")
    assert [t.value for t in times] == ["2013-08-07T22:00", "2013-08-08T02:00"]


_PIECES = st.sampled_from(
    ["April", "3", "31", "February", ",", "1900", "last", "next", "two", "weeks", "ago", "after", "before", "the", "end", "of",
     "Friday", "year", "1950-53", "10:30", "pm", "BC", "490", "century", "late", "'99", "every", "in", "a", "and", "half",
     "99999999", "quarter", "Easter", "1950s", "3rd", ".", "\n", "0", "½", "this", "later", "from", "9999", "decades",
     "coming", "Fridays", "min", "to", "-", "/", "7", "quarters", "ago", "long", "Q2", "H1", "week", "more", "0.5", "nineteen"]
)  # fmt: skip
_CLOCK = r"T(?:\d\d:\d\d(?::\d\d)?|MO|MI|AF|EV|NI|DT)"
_DAY = rf"(?:XX|\d\d)-(?:XX|\d\d)(?:{_CLOCK})?"
_WEEK = rf"W(?:XX|\d\d)(?:-(?:WE|WD|[1-7])(?:{_CLOCK})?)?"
_YEAR = r"(?:BC)?(?:XXXX|\d{4})"
_PLACE = rf"(?:{_YEAR}(?:-(?:{_DAY}|{_WEEK}|\d\d|Q[1-4]|H[12]|SP|SU|FA|WI))?|(?:BC)?\d{{2,3}})"
_COUNT = r"(?:X|\d+(?:\.\d+)?)"
_LENGTH = rf"P(?:{_COUNT}(?:DE|CE|WE|Y|Q|M|W|D))*(?:T(?:{_COUNT}[HMS])+)?"
_VALUE = re.compile(rf"{_PLACE}(?:/{_PLACE})?|{_LENGTH}|P(?:AST|RESENT)_REF|FUTURE_REF")
_DATES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(
        ["XXXX-08-01/XXXX-08-13", "2013-08-01/2013-08-13", "2013", "0001-01-01", "9999-12-31", "soon", "2013-13"]
    ),
)


def test_there_is_no_day_nought() -> None:
    found = [time.value for time in find("April Friday 0", published="2013-08-07")]
    assert "2013-04" in found
    assert not any(value.endswith("-00") for value in found)


@settings(max_examples=300)
@given(st.one_of(st.lists(_PIECES, max_size=30).map(" ".join), st.text(max_size=80)), _DATES)
def test_any_text_any_date(text: str, published: str | None) -> None:
    last = 0
    for time in find(text, published=published):
        assert last <= time.start < time.end <= len(text)
        last = time.end
        assert _VALUE.fullmatch(time.value), time.value
        assert all(_VALUE.fullmatch(end) for end in (time.begin_point, time.end_point) if end is not None)
        assert time.edtf is None or edtf.is_valid(time.edtf)
        assert time.edtf is None or edtf.bounds(time.edtf) is not None


@pytest.mark.parametrize(
    "piece",
    [
        "the end of ",
        "1950-",
        "two days before ",
        "late ",
        "twenty-",
        "April 3 ",
        "5 May of ",
        "a week after the day before ",
        "between 3 and ",
        "the quarter ended ",
        "half past ",
        "early in the ",
    ],
)
def test_long_repetitions_stay_linear(piece: str) -> None:
    assert isinstance(find(piece * 5000, published="2013-08-07"), list)
