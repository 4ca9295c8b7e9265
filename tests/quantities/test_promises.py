"""What holds on any text: no exception, spans that slice back, linear time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear

from standoff.quantities import find

PIECES = st.sampled_from(
    [
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "half",
        "a",
        "third",
        "of",
        "and",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        "$",
        "US$",
        "€",
        "£",
        "Rs",
        "%",
        "percent",
        "per",
        "cent",
        "won",
        "dollars",
        "people",
        "firms",
        "a",
        "year",
        "per",
        "month",
        "1",
        "12",
        "1,000",
        "2013",
        "3.5",
        "10",
        "000",
        "½",
        "between",
        "to",
        "from",
        "about",
        "point",
        "minus",
        "^",
        "e",
        "/",
        "old",
        "km",
        "m",
        "\n",
        "\n\n",
        "July",
        "the",
        "its",
        "'s",
    ]
)


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_any_text(text: str) -> None:
    _check(text)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=300)
def test_any_row_of_number_words(pieces: list[str], joint: str) -> None:
    _check(joint.join(pieces))


def _check(text: str) -> None:
    last = 0
    found = find(text)
    for quantity in found:
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        words = text[quantity.start : quantity.end]
        assert words == words.strip()
        if quantity.value is None:
            assert quantity.low is not None
            assert quantity.high is not None
            assert quantity.low <= quantity.high
        if quantity.equals is not None:
            assert 0 <= quantity.equals < len(found)
        if quantity.of:
            assert quantity.of in text


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,111",
        "1 111",
        "1.1",
        "one ",
        "hundred and ",
        "two hundred thousand ",
        "$",
        "a ",
        "(",
        "-",
        "1-",
        "1/",
        "12 of ",
        "½",
        "several ",
        "tens of ",
        "1 to ",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert is_linear(lambda size: find(piece * (size // len(piece))), 20_000)
