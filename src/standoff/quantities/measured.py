"""Shapes of measures that no plain unit word ends: percentages, feet with inches, half a mile."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.quantities.amount import Amount
from standoff.quantities.counted import is_plural
from standoff.quantities.lookup import text_at, words_unit
from standoff.quantities.number_words import Number
from standoff.quantities.numerals import read_number
from standoff.quantities.scan import Word

_HALVES = {"half": 0.5, "quarter": 0.25}


def read_percent(words: list[Word], amount: Amount, i: int) -> bool:
    """Whether a percentage stands at `i` (`%`, `per cent`, `5pc`, `half of one percent`); points are points. Sets the unit."""
    if amount.number.part and text_at(words, i) in ("of", "a", "-"):
        i += 1 + (text_at(words, i) == "of" and text_at(words, i + 1) in ("a", "one", "1"))
    last = _past_percent(words, amount, i)
    if last is None:
        return False
    at = last + (text_at(words, last) in ("-", "–") and text_at(words, last + 1) in sum_words("points"))
    if text_at(words, at) in sum_words("points") and not words[at].fresh:
        amount.unit, amount.sort, amount.last = "percentage point", "points", at + 1
    else:
        amount.unit, amount.sort, amount.last = "percent", "percent", last
    return True


def _past_percent(words: list[Word], amount: Amount, i: int) -> int | None:
    if i >= len(words) or words[i].fresh:
        return None
    word = words[i].lower
    if word == "per":
        at = i + 1 + (text_at(words, i + 1) == "-")
        return at + 1 if text_at(words, at) in ("cent", "cents", "centage", "centum") else None
    if word == "pc" and amount.number.figure and words[i].text.islower():
        return i + 1
    if word == "p" and [w.text for w in words[i + 1 : i + 4]] == [".", "c", "."]:
        return i + 4
    return i + 1 if word in sum_words("percent") else None


def percent_of(words: list[Word], amount: Amount) -> bool:
    """Whether `percent of 40` stands there, with no number before it and nothing counted after it. Sets the unit."""
    i = amount.first
    if (
        i < 2
        or words[i - 1].lower != "of"
        or words[i - 2].lower not in ("percent", "percents", "percentage", "cent", "cents")
    ):
        return False
    start = i - 3 if words[i - 2].lower.startswith("cent") else i - 2
    if words[i - 2].lower.startswith("cent") and text_at(words, start) != "per":
        return False
    alone = amount.last >= len(words) or words[amount.last].kind == "mark" or words[amount.last].fresh
    if not alone or (start and words[start - 1].kind != "mark" and not words[start].fresh):
        return False
    amount.unit, amount.sort, amount.first = "percent", "percent", start
    return True


def unsaid_percent(words: list[Word], i: int) -> Amount | None:
    """`a small percentage`: a share of unsaid size that begins at `i`, without value or range."""
    if words[i].lower not in ("a", "an") or i + 2 >= len(words) or words[i + 1].lower not in sum_words("sized_share"):
        return None
    if words[i + 2].lower not in ("percent", "percentage") or words[i + 2].fresh:
        return None
    number = Number(i, i + 3, 0.0, figure=False, vague=True)
    return Amount(i, i + 3, number, None, unit="percent", sort="percent")


def half_of_unit(words: list[Word], i: int) -> Number | None:
    """`half a mile`, `half an hour`, `a half-mile`, `a quarter mile`, `half a percent`: the share, with the unit right after it."""
    at = i + (words[i].lower in ("a", "one"))
    word = words[at].lower if at < len(words) else ""
    if word not in _HALVES or at + 1 >= len(words) or words[at + 1].fresh:
        return None
    if (
        i
        and words[i - 1].lower in sum_words("half_named")
        and not (word == "quarter" and text_at(words, at + 2) in sum_words("points"))
    ):
        return None  # `the second half-hour`; but `the second quarter-point cut`
    article = words[at + 1].lower in ("a", "an")
    if at == i and not article and words[at + 1].text != "-":
        bare = words_unit(words, at + 1) if word == "half" else None
        if bare is None or bare[0].kind != "measure":
            return None  # `half mile`, not `half time`
    hyphen = words[at + 1].text == "-" and words[at + 1].glued
    start = at + 1 + (article or hyphen)
    found = words_unit(words, start)
    if found is None and text_at(words, start) not in ("percent", "percentage"):
        return None
    kind = found[0].kind if found else "measure"
    if kind not in ("measure", "time") or (found and found[0].id == "year" and not article):
        return None
    if found and kind == "time" and not article and found[0].id not in ("hour", "century", "minute", "day"):
        return None
    return Number(i, start, _HALVES[word], figure=False)


def two(words: list[Word], i: int) -> Number | None:
    """`a couple of days`, `a couple hours`, `a pair of guards`: two of what follows."""
    if words[i].lower != "a" or text_at(words, i + 1) not in ("couple", "pair"):
        return None
    of = text_at(words, i + 2) == "of"
    at = i + 2 + of
    if at >= len(words) or words[at].kind != "word" or any(word.fresh for word in words[i + 1 : at + 1]):
        return None
    if words[at].lower in numbers().scales or words[at].lower in sum_words("pair_of_one"):
        return None
    counted = is_plural(words[at]) or (of and words[at].text.islower() and words[at].lower not in numbers().stops)
    if not counted or (words[i + 1].lower == "pair" and not of):
        return None
    return Number(i, at, 2.0, figure=False)


def point_of_unit(words: list[Word], i: int) -> Number | None:
    """`point five percent`, `about point five.`: the decimals, where a percentage or nothing follows; not `at this point five percent`."""
    if words[i].lower != "point" or i + 1 >= len(words) or words[i + 1].fresh:
        return None
    before = text_at(words, i - 1)
    if i and words[i - 1].kind == "word" and not words[i].fresh and before not in sum_words("before_point"):
        return None
    digit = numbers().small.get(words[i + 1].lower, 10)
    ends = i + 2 >= len(words) or words[i + 2].kind == "mark" or words[i + 2].fresh
    if digit > 9 or not (text_at(words, i + 2) in sum_words("percent") or (ends and words[i].text.islower())):
        return None
    return Number(i, i + 2, digit / 10, figure=False)


def read_feet_marks(words: list[Word], amount: Amount) -> bool:
    """Whether `5'11"`, `5-foot-11` stands there: feet with inches. Sets value and unit."""
    i = amount.last
    if amount.value is None or not amount.number.figure or not 0 < amount.value < 12 or i + 1 >= len(words):
        return False
    if words[i].text in ("'", "’", "′") and words[i].glued:
        number = read_number(words, i + 1) if words[i + 1].kind == "figure" else None
        closing = number is not None and text_at(words, number.last) in ('"', "”", "″", "''", "’’")
        if number is None or not closing or not 0 <= number.value < 12:
            return False
        return _feet(amount, number.value, number.last + 1)
    return False


def _feet(amount: Amount, inches: float, last: int) -> bool:
    amount.value = (amount.value or 0.0) + inches / 12
    amount.unit, amount.sort, amount.last = "[ft_i]", units().words[("foot",)].sort, last
    return True


def feet_and_inches(words: list[Word], amount: Amount) -> None:
    """Adds the inches of `12 ft 2 in`, `5 feet and 2 inches`, `5 ft. 11 in.`, `5-foot-11`."""
    at = amount.last + (text_at(words, amount.last) == "and")
    if text_at(words, at) in ("-", ".") and words[at].glued:
        at += 1
    hyphen = text_at(words, at - 1) == "-"
    if at >= len(words) or amount.value is None or words[at].kind == "mark" or words[at].fresh:
        return
    number = read_number(words, at)
    if number is None or not 0 < number.value < 12:
        return
    if text_at(words, number.last) in ("in", "inch", "inches", "″", "ins"):
        amount.value += number.value / 12
        amount.last = number.last + 1
    elif hyphen and words[at].glued:
        amount.value += number.value / 12
        amount.last = number.last
