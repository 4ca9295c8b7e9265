"""Numbers in figures and in words."""

import pytest

from standoff.quantities import find

NUMBERS = [
    ("fifty-three thousand", 53000),
    ("three hundred and five thousand", 305000),
    ("ninety-five hundred", 9500),
    ("three lakh crore", 3e12),
    ("a hundred and twenty-one trillion", 121e12),
    ("3 hundred and 21", 321),
    ("4 thousand 3 hundred", 4300),
    ("three million and a half", 3.5e6),
    ("one and a half million", 1.5e6),
    ("2 1/2 million", 2.5e6),
    ("two point zero five million", 2.05e6),
    ("half a million", 5e5),
    ("two thirds", 2 / 3),
    ("one-third", 1 / 3),
    ("twenty-three fifths", 4.6),
    ("three twenty-firsts", 3 / 21),
    ("one over twenty", 0.05),
    ("12,34,567.89", 1234567.89),
    ("1.234.567", 1234567),
    ("1 234 567", 1234567),
    ("5,00", 5),
    ("10½", 10.5),
    ("1.3e6", 1.3e6),
    ("2.5^-1", 0.4),
    ("1.2b", 1.2e9),
    ("10k", 1e4),
    ("-9.25", -9.25),
    ("minus three", -3),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("nought point eleven", 0.11),
    ("twelve hundred", 1200),
    ("a quarter of a million", 250_000),
    ("two-thirds of a billion", 2e9 / 3),
    ("one-half million", 500_000),
    ("3/4 of a million", 750_000),
    ("½ million", 500_000),
    ("half-dozen", 6),
    ("three-and-a-half", 3.5),
    ("nine out of ten", 0.9),
    ("one in every five", 0.2),
    ("three one-hundredths", 0.03),
    ("two one hundred and fifths", 2 / 105),
    ("sixty and one twenty-eighth", 60 + 1 / 28),
    ("six point oh four", 6.04),
    ("3 x 10^6", 3e6),
    ("62E6", 62e6),
    ("three and half million", 3.5e6),
    ("1'234'567.89", 1234567.89),
    ("123 456,78", 123456.78),
    ("two hundred dozen", 2400),
    ("a hundred and fifty-seven dozen", 1884),
    ("five hundred and thirty-four thousandths", 0.534),
    ("one-hundred-and-five", 105),
    ("one out of twenty-five", 0.04),
    ("1 / 3", 1 / 3),
    ("five hundred quintillion", 5e20),
    ("two-and-a-half million", 2.5e6),
    ("a million-and-a-half", 1.5e6),
    ("three and one-half", 3.5),
    ("3 and 1/2", 3.5),
    ("one hundred and four and one-tenth", 104.1),
    ("one of every five", 0.2),
    ("one out of every four", 0.25),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_reads_the_number(text: str, value: float) -> None:
    found = find(text)
    assert [(q.start, q.end) for q in found] == [(0, len(text))]
    assert found[0].value == pytest.approx(value)
    assert found[0].unit is None


@pytest.mark.parametrize("text", ["9" * 400, "1e999", "9.9^9999", "-2^0.5", "0^-1", "10^400"])
def test_a_number_too_large_is_left_out_or_finite(text: str) -> None:
    for quantity in find(text):
        assert quantity.value is not None
        assert abs(quantity.value) < float("inf")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("half mile", 0.5, "[mi_i]"),
        ("a ton and a half", 1.5, "[ston_av]"),
        ("two tons and a half", 2.5, "[ston_av]"),
        ("five pounds fifty", 5.5, "GBP"),
        ("200 m people", 2e8, "person"),
        ("twelve p.c.", 12, "percent"),
        ("three quarter of the town", 0.75, None),
        ("output fell by half", 0.5, None),
        ("$4 a bushel from May", 4, "USD"),
    ],
)
def test_reads_the_amount(text: str, value: float, unit: str | None) -> None:
    found = find(text)[0]
    assert (found.value, found.unit) == (value, unit)


def test_a_part_of_a_number_leaves_the_whole_an_amount() -> None:
    assert [(q.value, q.of) for q in find("Eleven of the 17 seats are empty.")] == [(11, "seats"), (17, "seats")]
