"""Amounts in words, and sums worked out from them."""

from functools import cache

DAYS: dict[str, float] = {"day": 1, "week": 7, "month": 365 / 12, "quarter": 365 / 4, "year": 365}
"""Days in the period of a rate; leap years aside."""
CURRENCIES = {
    "USD": "$", "EUR": "€", "GBP": "£", "KRW": " won", "JPY": " yen", "CNY": " yuan", "RUB": " roubles",
    "UAH": " hryvnia", "INR": " rupees", "KPW": " North Korean won",
}  # fmt: skip
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
NEAR = 0.01
"""Two amounts closer than this part are the same figure."""


def per_day(value: float, per: str | None) -> float | None:
    """A rate as an amount a day; None where its period is not one of time."""
    days = DAYS.get(per or "")
    return value / days if days else None


def same_amount(one: float | None, other: float | None, *, near: float = NEAR) -> bool:
    """The two are one figure: within one part in a hundred; counts below a thousand are exact."""
    if one is None or other is None:
        return one is other
    largest = max(abs(one), abs(other))
    if largest < 1000 and one == int(one) and other == int(other):
        return one == other
    return abs(one - other) <= near * largest


def say_number(value: float) -> str:
    """A number as a page would print it.

    >>> say_number(1.05e12), say_number(53000), say_number(73.87), say_number(-2.5e6)
    ('1.05 trillion', '53,000', '73.87', '-2.5 million')
    """
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.4g} {word}"
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.2f}"


@cache
def _shape(unit: str) -> tuple[str, str]:
    """What stands before and after a number in this unit."""
    sign = CURRENCIES.get(unit)
    if sign is not None:
        return (sign, "") if len(sign) == 1 else ("", sign)
    if unit == "percent":
        return "", "%"
    if unit in ("person", "1", "number", ""):
        return "", ""
    return "", f" {unit}"


def plural(noun: str) -> str:
    """The plural of a counted noun.

    >>> plural("firm"), plural("company"), plural("firms"), plural("CZK")
    ('firms', 'companies', 'firms', 'CZK')
    """
    if noun.endswith("s") or noun.strip().isupper():  # 5 million CZK
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def say_amount(value: float | None, low: float | None, high: float | None, unit: str | None, per: str | None) -> str:
    """An amount in words; a range where it has no one value.

    >>> say_amount(9.1e8, None, None, "USD", None), say_amount(None, 5, 7, "day", None), say_amount(9e7, None, None, "USD", "year")
    ('$910 million', '5 to 7 days', '$90 million a year')
    """
    before, after = _shape(unit or "")
    if after and unit not in CURRENCIES and unit != "percent" and value != 1:
        after = plural(after)
    if value is not None:
        said = before + say_number(value) + after
    elif low is not None and high is not None:
        said = f"{before}{say_number(low)} to {before}{say_number(high)}{after}"
    elif low is not None:
        said = f"at least {before}{say_number(low)}{after}"
    elif high is not None:
        said = f"at most {before}{say_number(high)}{after}"
    else:
        return "an unknown amount"
    return f"{said} {'an' if per[0] in 'aeio' and per != 'one' else 'a'} {per}" if per else said
