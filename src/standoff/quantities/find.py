"""Finds the quantities of a plain text: one pass over its tokens, then ranges, hedges and stated equivalences."""

import math
from collections.abc import Sequence

from standoff.lexicon.numbers import LONGEST_HEDGE, numbers
from standoff.lexicon.sums import sum_words
from standoff.model import Quantity
from standoff.quantities.amount import Amount
from standoff.quantities.amounts import number_starts, read_amount
from standoff.quantities.counted import find_counted, find_worth
from standoff.quantities.guards import skip
from standoff.quantities.join import equivalences, join_ranges
from standoff.quantities.measured import percent_of
from standoff.quantities.people import is_people
from standoff.quantities.rates import read_rate
from standoff.quantities.scan import Word, scan


def find(text: str, *, start: int = 0, end: int | None = None) -> list[Quantity]:
    """The quantities of a text, or of a stretch of it, in order; spans count in the whole text.

    >>> [(q.value, q.unit, q.per, q.of, q.approx) for q in find("It takes an estimated $80 million a year in tolls.")]
    [(80000000.0, 'USD', 'year', 'tolls', True)]
    """
    words = scan(text, start, len(text) if end is None else end)
    amounts = join_ranges(words, _amounts(words, text))
    kept = [amount for amount in amounts if _is_amount(words, amount) and _finite(amount)]
    for amount in kept:
        amount.approx = amount.approx or amount.number.vague or _hedged(words, amount)
    pairs = equivalences(words, kept)
    return [_quantity(words, amount, pairs.get(n)) for n, amount in enumerate(kept)]


def _amounts(words: list[Word], text: str) -> list[Amount]:
    found: list[Amount] = []
    plain = _plain(words)
    i = 0
    while i < len(words):
        if plain[i]:
            i += 1
            continue
        at = skip(words, i)
        if at > i:
            i = at
            continue
        amount = read_amount(words, i)
        if amount is None:
            i += 1
            continue
        if amount.unit is None and amount.of is None:
            _set_age(words, amount)
        if amount.unit is None:
            _count(words, text, amount)
        else:
            _worth(words, text, amount)
        found.append(amount)
        i = max(i + 1, amount.last)
    return found


def _plain(words: list[Word]) -> list[bool]:
    """Of each token whether neither an amount nor what is none can begin there: most words."""
    starts = number_starts()
    found: list[bool] = []
    figure, after = _FAR, ""  # how far the next figure is, and the token after
    for word in reversed(words):
        near = figure <= _NEAR
        if word.kind == "word":
            own = word.lower not in starts and after != "-" and not (near and len(word.text) <= _SIGN)
        else:
            own = word.kind == "mark" and not near and word.text in _STOPS
        found.append(own)
        figure = 1 if word.kind == "figure" else figure + 1
        after = word.text
    found.reverse()
    for n, word in enumerate(words):
        if word.text == "-" and n + 1 < len(words):
            found[n + 1] = False  # `two-way`, `best-of-seven`
    return found


_FAR = 1 << 20
_NEAR = 5  # tokens within which the figure of a currency sign stands
_SIGN = 6  # characters of the longest currency sign
_STOPS = frozenset(',.;:!?“”"')


def _count(words: list[Word], text: str, amount: Amount) -> None:
    """Sets what is counted; a share (`a third of the firms`) has no unit of its own."""
    counted = find_counted(words, amount.last, text, None if amount.number.part else amount.value)
    if counted is not None:
        inner = range(amount.last, counted.last)
        sized = any(words[n].kind == "figure" and not words[n].glued and words[n + 1].glued for n in inner[:-1])
        amount.of, amount.last = (
            counted.of or None,
            amount.last if sized else counted.last,
        )  # `three | 20-foot containers`
        amount.unit = None if counted.unit == "time" or amount.number.part else counted.unit
        amount.sort = "count"
        read_rate(words, amount)
    elif is_people(words, amount):
        amount.unit, amount.sort = "person", "count"


_AGES = range(1, 121)


def _set_age(words: list[Word], amount: Amount) -> None:
    """`Kim Min-su, 44,`, `aged 44`, `87 yo`: years of age."""
    if percent_of(words, amount):
        return
    value = amount.value
    if value is None or value not in _AGES or amount.last - amount.first > 3:
        return
    before, after = amount.first - 1, amount.last
    if after < len(words) and words[after].lower in ("yo", "yrs") and not words[after].fresh:
        amount.unit, amount.sort, amount.age, amount.last = "year", "time", True, after + 1
    elif [w.lower for w in words[after : after + 3]] == ["y", "/", "o"]:
        amount.unit, amount.sort, amount.age, amount.last = "year", "time", True, after + 3
    elif (_aged(words, before) or _child_of(words, before, after) or _was(words, before, after)) and not words[
        amount.first
    ].fresh:
        amount.unit, amount.sort, amount.age = "year", "time", True
    elif before >= 1 and words[before].text == "," and 5 <= value <= 110 and amount.number.figure:
        named = (
            words[before - 1].kind == "word"
            and words[before - 1].text[0].isupper()
            and not words[before - 1].text.isupper()
        )
        if named and after < len(words) and words[after].text in ",.;" and words[before - 2].text[:1].isupper():
            amount.unit, amount.sort, amount.age = "year", "time", True


def _aged(words: list[Word], before: int) -> bool:
    """`aged 34`, `the age of 18`, `ages 5 to 10`, `aged between 5 and 10`: whether the word before a number tells an age."""
    if before >= 1 and words[before].lower in ("of", "between", "from"):
        before -= 1
    elif before >= 2 and words[before].text in ("to", "and", "-", "–", "or") and words[before - 1].kind == "figure":
        before -= 2
        before -= before >= 1 and words[before].lower in ("between", "from")
    return before >= 0 and words[before].lower in ("aged", "age", "ages")


def _child_of(words: list[Word], before: int, after: int) -> bool:
    """`a boy of 12`, `a woman of 82.`; `a man of two faces` has none."""
    if before < 1 or words[before].lower != "of" or words[before - 1].lower not in sum_words("child_of"):
        return False
    return (
        after >= len(words)
        or words[after].kind == "mark"
        or words[after].fresh
        or words[after].lower in numbers().stops
    )


def _was(words: list[Word], before: int, after: int) -> bool:
    """`when she was 19,`, `he turns 40.`: the years of somebody."""
    if before < 1 or words[before].lower not in ("is", "was", "turned", "turns"):
        return False
    if words[before - 1].lower not in ("he", "she", "who", "i"):
        return False
    if after >= len(words) or words[after].fresh or words[after].text in ".,;" or words[after].lower in ("when", "and"):
        return True
    turned = words[before].lower in ("turned", "turns")  # `who turned 31 in May`
    return turned and words[after].lower in ("in", "on", "last", "this", "next", "during")


def _worth(words: list[Word], text: str, amount: Amount) -> None:
    """Sets what money is paid in, or what a share or a mass is of."""
    if amount.sort in ("money", "percent", "mass", "volume", "area"):
        found = find_worth(words, amount.last, text)
        if found is not None:
            amount.of, last = found
            read_rate(words, amount, last)


def _finite(amount: Amount) -> bool:
    return all(value is None or math.isfinite(value) for value in (amount.value, amount.low, amount.high))


def _is_amount(words: list[Word], amount: Amount) -> bool:
    """Keeps out the pronoun `one` and bare counters."""
    first = words[amount.first]
    if (
        amount.unit is None
        and amount.of is None
        and amount.first
        and words[amount.first - 1].lower in ("top", "bottom")
    ):
        return False  # `in the top 20`: a rank
    if (
        first.lower == "one"
        and amount.first
        and words[amount.first - 1].lower == "at"
        and words[amount.last - 1].lower in ("point", "time", "stage")
    ):
        return False
    if first.lower != "one" or (amount.last - amount.first > 1 and amount.of is None):
        return True
    before = words[amount.first - 1].lower if amount.first else ""
    if before in sum_words("not_one") and not (before == "only" and amount.of):
        return False
    return amount.unit is not None or amount.of is not None or len(words) <= 3


def _hedged(words: list[Word], amount: Amount) -> bool:
    """Whether a hedge stands before the amount (`an estimated`, `up to`) or after it (`or so`)."""
    table = numbers()
    at = amount.first
    while at and words[at - 1].lower in ("the", "all", "a", "an", "another") and words[at - 1].lower != "an":
        at -= 1
    for length in range(1, LONGEST_HEDGE + 1):
        if at - length >= 0 and tuple(word.lower for word in words[at - length : at]) in table.hedges:
            return True
    after = tuple(word.lower for word in words[amount.last : amount.last + 2])
    return after[:1] in table.after or after in table.after


def _clean(value: float | None) -> float | None:
    """The value without the dust of binary fractions: 8.3 times a million is 8300000."""
    return None if value is None else float(f"{value:.14g}")


def _quantity(words: Sequence[Word], amount: Amount, equals: int | None) -> Quantity:
    return Quantity(
        start=words[amount.first].start,
        end=words[amount.last - 1].end,
        value=_clean(amount.value),
        low=_clean(amount.low),
        high=_clean(amount.high),
        unit=amount.unit,
        per=amount.per,
        of=amount.of,
        approx=amount.approx,
        equals=equals,
    )
