"""Amounts that belong together: the two ends of a range, and two ways to say the same amount."""

from standoff.lexicon.sums import sum_words
from standoff.quantities.amount import Amount
from standoff.quantities.number_words import Number, figure, small_words
from standoff.quantities.scan import Word

_DASHES = frozenset("-–—−~")
_NEAR = 3  # tokens between the two of a stated equivalence


def join_ranges(words: list[Word], amounts: list[Amount]) -> list[Amount]:
    """The amounts with `40 to 50 hours`, `$89-93 billion` and `between 5% and 6%` made one range each."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _is_range(words, joined[-1], amount):
            joined[-1] = _range(words, joined[-1], amount)
        else:
            if joined and _carries_rate(words, joined[-1], amount):
                amount.per = joined[-1].per
            if joined and _by(words, joined[-1], amount):
                joined[-1].unit, joined[-1].sort = amount.unit, amount.sort
            _share_percent(words, joined, amount)
            if joined and _is_other_score(words, joined[-1], amount):
                amount.unit, amount.of, amount.sort = joined[-1].unit, joined[-1].of, "count"
            joined.append(amount)
    return joined


def _is_other_score(words: list[Word], a: Amount, b: Amount) -> bool:
    """`passed by 58 votes to 41`: the second number counts the same."""
    bare = b.unit is None and b.of is None and b.value is not None
    return bare and a.sort == "count" and a.of is not None and [w.lower for w in words[a.last : b.first]] == ["to"]


_LISTED = ([","], ["and"], ["or"], ["to"], [",", "and"], [",", "or"], ["versus"], ["against"])


def _share_percent(words: list[Word], row: list[Amount], last: Amount) -> None:
    """`4, 6 and 8 percent`, `won by 54 to 46 percent`: what the last number is holds for the ones in the row before it."""
    if last.sort not in ("percent", "points"):
        return
    for amount in reversed(row):
        if amount.unit or amount.of or amount.value is None or amount.number.figure != last.number.figure:
            return
        if [word.lower for word in words[amount.last : last.first]] not in _LISTED or amount.value > 100:
            return
        amount.unit, amount.sort, last = last.unit, last.sort, amount


def _carries_rate(words: list[Word], a: Amount, b: Amount) -> bool:
    """`from $70 a month to $74`: the second amount is at the same rate."""
    if a.per is None or b.per is not None or a.unit != b.unit or _before(words, a.first) != "from":
        return False
    return [word.lower for word in words[a.last : b.first]] == ["to"]


def _by(words: list[Word], a: Amount, b: Amount) -> bool:
    """`40 x 60 feet`, `60-by-40-foot`: the first length has the unit of the second."""
    if a.unit is not None or a.of is not None or b.sort != "length" or b.last == b.number.last:
        return False
    return [word.lower for word in words[a.last : b.first]] in (["x"], ["×"], ["by"], ["-", "by", "-"])


def _before(words: list[Word], i: int) -> str:
    return words[i - 1].lower if i > 0 else ""


def _is_range(words: list[Word], a: Amount, b: Amount) -> bool:
    gap = words[a.last : b.first]
    if [word.lower for word in gap] == ["-", "to", "-"] and a.unit is None:
        gap = gap[1:2]  # `0-to-60-mph`
    elif [word.lower for word in gap] in (["-", "to"], ["-", "or"]) and a.unit is None and gap[0].glued:
        if gap[1].lower == "or":  # `a 7- or 8-inch screen`: two amounts of one unit
            a.unit, a.sort = b.unit, b.sort
            return False
        gap = gap[1:2]  # `20- to 30-year-old`
    if [word.lower for word in gap] == ["up", "to"]:
        gap = gap[1:]
    if a.value is None or b.value is None or len(gap) not in (0, 1) or (gap and gap[0].fresh) or words[b.first].fresh:
        return False
    if not gap:  # `14 -18`: the dash was read as a sign
        return words[b.first].text in _DASHES and b.value < 0 and a.value < -b.value and _same_unit(a, b)
    link = gap[0].lower
    if link in ("and", "to") and _before(words, a.first) == "between" and link == "to":
        return False
    close = link == "or" and b.unit is not None and a.unit is None and a.number.figure == b.number.figure
    size = 1.0 if a.number.scaled else _magnitude(words, b.number)  # `two or three dozen buses`: dozens both
    if close and a.value < b.value / size <= a.value + max(1.0, a.value / 2):
        return a.of is None  # `three or four years`
    if link == "to" and a.sort == b.sort == "money" and _before(words, a.first) in sum_words("moved") | {"by"}:
        return False  # `rose $45 to $2,310`, `rose by $2 to $15`: by how much, and to where
    if not (link in _DASHES or link == "to" or (link == "and" and _before(words, a.first) == "between")):
        return False
    if not _same_unit(a, b) or a.of is not None or (a.sort == "money" and b.sort == "money" and a.signed != b.signed):
        return False
    return _low(words, a, b) < b.value


def _low(words: list[Word], a: Amount, b: Amount) -> float:
    """The lower end, with the magnitude of the upper one where it lent it: `$89 to $93 billion`; not `fifty to a hundred`."""
    value = a.value or 0.0
    if a.number.scaled or value >= 1000:
        return value
    lent = value * _magnitude(words, b.number)
    return lent if lent < b.number.value or value >= b.number.value else value


def _magnitude(words: list[Word], number: Number) -> float:
    """By how much the words of magnitude multiply a number: 100,000 in `three hundred thousand`, 1 where there are none."""
    if not number.scaled:
        return 1.0
    first = words[number.first]
    lead = figure(words, number.first) if first.kind == "figure" else small_words(words, number.first)
    size = number.value / lead.value if lead is not None and lead.value else number.value
    if size in (12.0, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12):
        return size
    return next((size for size in (1e12, 1e9, 1e6, 1e3, 1e2) if number.value >= size), 1.0)


def _same_unit(a: Amount, b: Amount) -> bool:
    return a.unit is None or (a.unit == b.unit and (a.per is None or a.per == b.per)) or (a.signed and b.unit is None)


def _range(words: list[Word], a: Amount, b: Amount) -> Amount:
    high = abs(b.value or 0.0) if not words[a.last : b.first] else b.value
    unit = b if b.unit is not None else a
    return Amount(
        a.first, b.last, b.number, None, _low(words, a, b), high,
        unit=unit.unit, sort=unit.sort, per=b.per or a.per, of=b.of or a.of, approx=a.approx or b.approx, age=b.age, signed=a.signed,
    )  # fmt: skip


def equivalences(words: list[Word], amounts: list[Amount]) -> dict[int, int]:
    """Index to index, both ways: `1.2 trillion won ($1.1 billion)`, `8 miles (13 km)`, `40 million won, or $35,000,`."""
    pairs: dict[int, int] = {}
    for n in range(len(amounts) - 1):
        a, b = amounts[n], amounts[n + 1]
        if (
            n in pairs
            and a.sort == b.sort == "money"
            and [w.text for w in words[a.last : b.first]] in ([";"], [","], ["/"])
        ):
            pairs[n + 1] = pairs[n]
        if n not in pairs and n + 1 not in pairs and _says_same(words, a, b):
            pairs[n], pairs[n + 1] = n + 1, n
    return pairs


def _says_same(words: list[Word], a: Amount, b: Amount) -> bool:
    if (
        a.unit is None
        or b.unit is None
        or a.unit == b.unit
        or a.sort != b.sort
        or a.sort in ("", "count", "points", "time")
    ):
        return False
    gap = [word.lower for word in words[a.last : b.first]]
    if not gap or words[b.first].fresh:
        return False
    if gap[0] == "(" and len(gap) <= _NEAR + 1 and ")" not in gap:
        return True
    if gap[0] == "," and len(gap) <= _NEAR + 2 and gap[1:2] == ["or"]:
        return True
    return gap in (["="], [",", "equivalent", "to"], ["or", "about"], ["or"])
