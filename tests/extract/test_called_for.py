"""Strikes that are called for a day to come: threatened when they are called, and to begin on that day."""

import pytest
from tests.extract.asked import events

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The bakers' union called a strike for Monday.",
        "The bakers' union has called a one-day strike for Monday over night shifts.",
        "Growers called a general strike for Monday.",
    ],
)
def test_a_strike_called_for_a_day_is_a_threat(text: str) -> None:
    threat, strike = events(text, "2021-05-20")
    assert (threat.type, threat.status, threat.date) == ("THREATEN", "happened", "2021-05-20")
    assert (strike.type, strike.status, strike.date, strike.content_of) == ("PROTEST", "threatened", "2021-05-24", 0)


@pytest.mark.parametrize(
    "text", ["The bakers' union called a strike.", "The bakers' union called a strike for 24 hours over night shifts."]
)
def test_a_strike_called_at_once_is_one(text: str) -> None:
    assert [(e.type, e.status) for e in events(text, "2021-05-20")] == [("PROTEST", "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "The union said on Tuesday that bakers would strike for three days from May 24.",
        "Bakers at the mill will strike for three days from May 24, their union said on Tuesday.",
    ],
)
def test_a_strike_that_those_who_speak_for_the_strikers_say_is_to_come_is_a_threat(text: str) -> None:
    found = {e.type: e for e in events(text, "2021-05-20")}
    assert (found["THREATEN"].status, found["THREATEN"].date) == ("happened", "2021-05-18")
    assert (found["PROTEST"].status, found["PROTEST"].date) == ("threatened", "2021-05-24")


def test_a_strike_announced_for_a_weekday_lies_ahead() -> None:
    (threat,) = events("The bakers' union announced a strike for Monday.", "2021-05-20")
    assert (threat.type, threat.date) == ("THREATEN", "2021-05-20")


@pytest.mark.parametrize(
    "text",
    [
        "The bakers' union called a strike for Monday and walked out on Monday.",
        "The bakers' union called a strike for Monday, and its members walked out on Monday morning.",
    ],
)
def test_a_strike_that_has_come_is_no_more_threatened(text: str) -> None:
    threat, *strikes = events(text, "2021-05-20")
    assert threat.type == "THREATEN"
    assert {(s.type, s.status, s.date) for s in strikes} == {("PROTEST", "happened", "2021-05-17")}


def test_a_union_that_calls_for_a_strike_speaks_of_no_attack() -> None:
    request, strike = events("The weavers' union called for a strike against the company.", "2021-05-20")
    assert (request.type, strike.type, strike.status) == ("REQUEST", "PROTEST", "demanded")
