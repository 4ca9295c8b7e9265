"""Fractions in words: `two thirds`, `twenty-three fifths`, `one one-hundredth`, `seven one hundred and twenty-fifths`."""

from dataclasses import dataclass
from functools import cache

from standoff.lexicon.numbers import numbers
from standoff.quantities.scan import Word

_MOST = 12  # words of a numerator and a denominator together
_HALF = 2


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction in words, the token where it ends, and whether it stands for one part (`one fifth`)."""

    value: float
    last: int
    single: bool


@dataclass(slots=True)
class _Row:
    """Number words as values and the ordinal that ends them; `added`: an `and` stands before a number below a hundred."""

    values: list[float]
    under: int = 0
    word: str = ""
    last: int = 0
    added: bool = False


def spelled_fraction(words: list[Word], i: int) -> Fraction | None:
    """The fraction in words that begins at token `i`: a numerator, then an ordinal that may be of several words."""
    row = _row(words, i)
    if row is None or (row.added and row.under < 1000):  # `one hundred and | two thirds`
        return None
    cut = _cut(row)
    top, bottom = _number(row.values[:cut]), _number([*row.values[cut:], float(row.under)])
    if top is None or bottom is None or bottom <= 1:
        return None
    if row.word.startswith("quarter"):  # `three quarter of the town`; two quarters are months
        known = top == 1 if row.word == "quarter" else top == _MOST_QUARTERS
        if not known and not (top == _MOST_QUARTERS and _ends(words, row.last)):
            return None
    elif row.word.endswith("s") != (top != 1):
        return None
    return Fraction(top / bottom, row.last, top == 1)


_MOST_QUARTERS = 3


def _ends(words: list[Word], i: int) -> bool:
    """Whether nothing is counted at `i`: the end, a mark, or `of`."""
    return (
        i >= len(words) or words[i].kind == "mark" or words[i].fresh or words[i].lower in ("of", "million", "billion")
    )


def _row(words: list[Word], i: int) -> _Row | None:
    """The number words from token `i` to an ordinal; None where none ends them."""
    row, at, parts, hyphen = _Row([]), i, numbers().parts, False
    while at < len(words) and len(row.values) <= _MOST and not (words[at].fresh and at > i):
        word = words[at].lower
        value = _values().get(word, 1.0 if word in ("a", "an") and not row.values else None)
        if value is not None:
            if hyphen and row.values and _tens(row.values[-1]) and 0 < value < 10:
                row.values[-1] += value  # `ninety-five` is one number
            else:
                row.values.append(value)
        elif word in parts and row.values:
            row.under, row.word, row.last = parts[word], word, at + 1
            if (
                row.under <= _HALF
                and not word.startswith("hal")
                and not (_tens(row.values[-1]) and len(row.values) > 1)
            ):
                return None  # `twenty seconds`; but `three twenty-seconds`
            return row
        elif not row.values or not _joins(words, at, row):
            return None
        hyphen = words[at].text == "-"
        at += 1
    return None


def _tens(value: float) -> bool:
    return 20 <= value < 100 and value % 10 == 0


def _joins(words: list[Word], at: int, row: _Row) -> bool:
    """Whether a hyphen or an `and` goes on with the number: `one hundred and fifth`, `one hundred and two thousandths`."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].text == "-":
        return after in numbers().parts or after in _values()
    if words[at].lower != "and" or row.values[-1] < 100 or after in ("half", "quarter"):
        return False
    row.added = row.added or after in _values()
    return after in numbers().parts or after in _values()


@cache
def _values() -> dict[str, float]:
    """The words of whole numbers with their values, magnitudes in the singular."""
    table = numbers()
    scales = {word: value for word, value in table.scales.items() if value >= 100 and not word.endswith("s")}
    return {**table.small, **scales}


def _cut(row: _Row) -> int:
    """How many of the words are the numerator: the denominator is as long as it can be, and leaves one."""
    values, count = [*row.values, float(row.under)], len(row.values)
    at, magnitude = count, 0.0
    if row.word.startswith(("half", "halv", "quarter")):
        return count
    while at > 0:
        before, value = values[at - 1], values[at]
        if value < 100:
            if not _goes_with(before, value) or before < magnitude:
                break
            magnitude = before if before >= 100 else magnitude
        elif before >= value:
            break
        at -= 1
    if at > 0 or row.under >= 100:
        return at or count
    return next((n + 1 for n in range(1, count) if values[n] >= 100 > values[n + 1]), count)


def _goes_with(before: float, value: float) -> bool:
    """Whether a number below a hundred goes on with the word before it: `twenty five`, `hundred five`; not `one five`."""
    return before >= 100 or (_tens(before) and 0 < value < 10)


def _number(values: list[float]) -> float | None:
    """Number words as one number: 3, 100, 20, 5 is 325; None where they do not go together."""
    total, current, last = 0.0, 0.0, 0.0
    if not values:
        return None
    for value in values:
        if value >= 1000:
            total, current = total + (current or 1.0) * value, 0.0
        elif value == 100:
            current = (current or 1.0) * value
        elif current and not _goes_with(100.0 if current % 100 == 0 else last, value):
            return None
        else:
            current += value
        last = value
    return total + current
