"""Numbers in figures and in words: `1.05 trillion`, `fifty-three thousand`, `two thirds`, `3 hundred and 21`, `1.2b`."""

import math
import re
from dataclasses import dataclass

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import units
from standoff.quantities.counted import is_plural
from standoff.quantities.scan import Word

_LONGEST = 30  # digits: what is longer is no amount
_FRACTIONS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
# After a singular part (`a third`), these show that it is a share and no ordinal.
_AFTER_PART = frozenset(
    [
        "of",
        "to",
        "and",
        "or",
        "in",
        "at",
        "by",
        "from",
        "than",
        "as",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "less",
        "more",
        "lower",
        "higher",
    ]
)
_PART_HEADS = frozenset({"the", "its", "their", "his", "her", "our", "my", "those", "these", "all"})
_SIMPLE = re.compile(r"[0-9]{1,15}")


@dataclass(slots=True)
class Number:
    """A number read from tokens `first` up to `last` (exclusive); a vague one (`dozens`) has a range and no value."""

    first: int
    last: int
    value: float
    figure: bool
    scaled: bool = False
    part: bool = False
    vague: bool = False
    low: float | None = None
    high: float | None = None


def read_number(words: list[Word], i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, as long as it goes; None where there is none. `money`: a currency sign stands before it."""
    word = words[i]
    if word.kind == "mark":
        return _signed(words, i) or _glyph(words, i)
    if word.lower in ("minus", "negative") and i + 1 < len(words):
        at = i + 2 if _is(words, i + 1, "-") and i + 2 < len(words) else i + 1
        inner = None if words[at].kind == "mark" else read_number(words, at)
        return _negated(inner, i) if inner else None
    found = _figures(words, i, money=money) if word.kind == "figure" else _in_words(words, i)
    if found is None:
        return None
    return found if math.isfinite(found.value) else None


def _is(words: list[Word], i: int, *forms: str) -> bool:
    return 0 <= i < len(words) and words[i].lower in forms


def _negated(number: Number, first: int) -> Number:
    number.first, number.value = first, -number.value
    return number


def _signed(words: list[Word], i: int) -> Number | None:
    """`-9.2`, `- 1 4/5`, `+3`: a sign that no word stands before."""
    if words[i].text not in "-−–+" or i + 1 >= len(words) or words[i + 1].kind == "mark":
        return None
    if words[i].glued and words[i - 1].text not in "([":
        return None
    if not words[i + 1].glued and not words[i].fresh:
        return None
    if words[i + 1].kind != "figure":
        return None
    number = _figures(words, i + 1)
    if number is None:
        return None
    if words[i].text == "+":
        number.first = i
        return number
    return _negated(number, i)


def _glyph(words: list[Word], i: int) -> Number | None:
    value = _FRACTIONS.get(words[i].text)
    return None if value is None else Number(i, i + 1, value, figure=True, part=True)


def figure_value(text: str) -> float | None:
    """The value of a figure as printed, thousands grouped in any way; None where it is too long to be an amount.

    >>> figure_value("53,000"), figure_value("12,34,567.89"), figure_value("1.111,11"), figure_value("5,00")
    (53000.0, 1234567.89, 1111.11, 5.0)
    """
    if len(text) > _LONGEST:
        return None
    text = text.replace("'", "").replace("’", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point and (point >= 0 or (text.count(",") == 1 and len(text) - comma - 1 != 3)):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(".", "") if text.count(".") > 1 else text.replace(",", ""))


def _figures(words: list[Word], i: int, *, money: bool = False) -> Number | None:
    """A figure, then its exponent, fraction, glued magnitude or magnitude words."""
    value = figure_value(words[i].text)
    if value is None:
        return None
    number = Number(i, i + 1, value, figure=True)
    return _exponent(words, number) or _slashed(words, number) or _scaled_figure(words, number, money=money)


def _exponent(words: list[Word], number: Number) -> Number | None:
    """`1.3e6`, `12.32e+14`, `1.1^23`."""
    i = number.last
    if i >= len(words) or not words[i].glued or words[i].text not in ("e", "E", "^"):
        return None
    base = words[i].text
    i += 1
    sign = 1.0
    if i < len(words) and words[i].glued and words[i].text in ("+", "-"):
        sign = -1.0 if words[i].text == "-" else 1.0
        i += 1
    if i >= len(words) or not words[i].glued or not _SIMPLE.fullmatch(words[i].text) or len(words[i].text) > 3:
        return None
    power = sign * float(words[i].text)
    try:
        number.value = number.value * 10.0**power if base != "^" else number.value**power
    except (OverflowError, ZeroDivisionError):
        return None
    number.last = i + 1
    return number


def _slashed(words: list[Word], number: Number) -> Number | None:
    """`3/4`, `1 4/5`, `10½`; `24/7` and `9/11` are no fractions."""
    i = number.last
    if i < len(words) and words[i].text in _FRACTIONS:
        number.value += _FRACTIONS[words[i].text]
        number.last = i + 1
        return _then_scale(words, number)
    whole = 0.0
    over = number.first
    if i + 2 < len(words) and words[i].kind == "figure" and not words[i].glued and _over(words, i):
        whole, over = number.value, i
    elif not _over(words, over):
        return None
    top, under = float(words[over].text), float(words[over + 2].text)
    number.value = whole + top / under
    number.last = over + 3
    number.part = not whole
    return _then_scale(words, number)


def _then_scale(words: list[Word], number: Number) -> Number:
    """`2 1/2 million`, `two point five billion`: a magnitude after a fraction."""
    i = number.last
    if i < len(words) and words[i].kind == "word" and not words[i].fresh:
        scale = numbers().scales.get(words[i].lower, 0.0)
        if scale >= 100:
            number.value *= scale
            number.last, number.scaled, number.part = i + 1, True, False
    return number


def _over(words: list[Word], i: int) -> bool:
    """Whether `figure / figure` stands at `i` and is a proper, common fraction."""
    if i + 2 >= len(words) or words[i + 1].text != "/" or words[i + 2].kind != "figure":
        return False
    if not (words[i + 1].glued and words[i + 2].glued) or (i + 3 < len(words) and _is(words, i + 3, "/")):
        return False
    top, under = words[i].text, words[i + 2].text
    return top.isdigit() and under.isdigit() and len(under) <= 3 and 0 < int(top) < int(under) and under != "11"


def _counts_on(words: list[Word], i: int) -> bool:
    """Whether a `3m` before token `i` is three million of something: a currency, a plural or `of` follows, shortly."""
    for at in range(i, min(i + 3, len(words))):
        if words[at].kind != "word" or words[at].fresh:
            return False
        if is_plural(words[at]) or (words[at].lower,) in units().words or words[at].lower == "of":
            return True
        if words[at].lower in numbers().stops:
            return False
    return False


def _scaled_figure(words: list[Word], number: Number, *, money: bool) -> Number:
    table = numbers()
    i = number.last
    while i < len(words) and words[i].kind == "word":
        word = words[i]
        short = table.short.get(word.text) if word.glued or word.text in _SPACED else None
        scale = table.scales.get(word.lower, short)
        if scale is None or (scale == 12.0 and number.value >= 100):
            break
        if word.text == "m" and not money and not _counts_on(words, i + 1):
            break  # metres
        number.value *= scale
        number.scaled = True
        i += 1
        number.last = i
    if number.scaled:
        _more_words(words, number)
        _half_more(words, number)
        _over_part(words, number)
    elif _is(words, i, "over", "in"):
        _over_part(words, number)
    elif i + 1 < len(words) and words[i].text == "-" and words[i + 1].lower in table.scales and not words[i + 1].fresh:
        number.value *= table.scales[words[i + 1].lower]
        number.last, number.scaled = i + 2, True
    else:
        _half_more(words, number)
    return number


_SPACED = frozenset({"bn", "bln", "mn", "mln", "tn", "tln", "mil", "k", "M", "cr"})


def _more_words(words: list[Word], number: Number) -> None:
    """`3 hundred and 21`, `4 thousand 3 hundred`: smaller magnitudes that follow."""
    table = numbers()
    i = number.last
    joined = _is(words, i, "and")
    i += joined
    if i >= len(words) or words[i].kind == "mark" or words[i].fresh:
        return
    scale = table.scales.get(words[number.last - 1].lower, 0.0)
    if words[i].kind == "figure" and _SIMPLE.fullmatch(words[i].text) and len(words[i].text) <= 3:
        value = float(words[i].text)
        if 0 < value < scale and i + 1 < len(words) and words[i + 1].lower in table.scales:
            if value * table.scales[words[i + 1].lower] < scale:
                number.value += value * table.scales[words[i + 1].lower]
                number.last = i + 2
        elif joined and 0 < value < scale <= 1000:
            number.value += value
            number.last = i + 1


def _half_more(words: list[Word], number: Number) -> None:
    """`3 million and a half`, `two and a half`, `five billion and three quarters`: a share of the last magnitude."""
    i = number.last
    if not _is(words, i, "and") or i + 2 >= len(words):
        return
    found = _part(words, i + 1)
    if found is None:
        return
    share, last = found
    scale = numbers().scales.get(words[i - 1].lower, 1.0)
    if last < len(words) and words[last].lower in numbers().scales:
        whole = numbers().scales[words[last].lower]
        number.value = number.value + share * whole if number.scaled else (number.value + share) * whole
        number.last, number.scaled = last + 1, True
        return
    if scale <= 100:
        scale = 1.0
    number.value += share * scale
    number.last = last


def _part(words: list[Word], i: int) -> tuple[float, int] | None:
    """`a half`, `one fourth`, `three quarters`, `fifty-four hundredths` at `i`: its value and where it ends."""
    parts = numbers().parts
    if _is(words, i, "a", "an", "one") and i + 1 < len(words) and words[i + 1].lower in parts:
        return 1.0 / parts[words[i + 1].lower], i + 2
    top = _small_words(words, i)
    if top is None or top.last >= len(words):
        return None
    at = top.last + (words[top.last].text == "-" and top.last + 1 < len(words))
    under = words[at].lower
    if under in parts and under.endswith("s") and parts[under] > 2:
        return top.value / parts[under], at + 1
    return None


def _small_words(words: list[Word], i: int) -> Number | None:
    """A number in words below a hundred: `three`, `twenty-one`, `fifty - two`."""
    small = numbers().small
    if i >= len(words) or words[i].lower not in small:
        return None
    value, last = small[words[i].lower], i + 1
    if value >= 20:
        at = last + (last < len(words) and words[last].text == "-")
        if at < len(words) and 0 < small.get(words[at].lower, 0) < 10 and not words[at].fresh:
            value, last = value + small[words[at].lower], at + 1
    return Number(i, last, float(value), figure=False)


def _in_words(words: list[Word], i: int) -> Number | None:
    """A number in words, from `a hundred` to `two thirds of a million`."""
    table = numbers()
    word = words[i].lower
    if word in ("half", "quarter") or (word in ("a", "an", "one") and i + 1 < len(words)):
        found = _leading_part(words, i)
        if found is not None:
            return found
    if word in table.scales:
        return _vague(words, i) or (_chunks(words, i, 1.0) if not word.endswith("s") and word != "doz" else None)
    if word in ("a", "an", "several") or (word == "few" and i and words[i - 1].lower == "a"):
        return _article(words, i)
    if word not in table.small:
        return None
    number = _chunks(words, i, None)
    if number is not None:
        _over_part(words, number)
    return number


def _article(words: list[Word], i: int) -> Number | None:
    """`a hundred`, `a million`, `a few thousand`, `several hundred`."""
    scales = numbers().scales
    at = i + 1 + _is(words, i + 1, "few")
    if at >= len(words) or words[at].lower not in scales or words[at].lower.endswith("s"):
        return None
    if at > i + 1 or words[i].lower in ("several", "few"):
        unit = scales[words[at].lower]
        return Number(i, at + 1, unit, figure=False, scaled=True, vague=True, low=2 * unit, high=10 * unit)
    number = _chunks(words, at, 1.0)
    if number is not None:
        number.first = i
        _over_part(words, number)
    return number


def _vague(words: list[Word], i: int) -> Number | None:
    """`dozens`, `tens of thousands`, `hundreds of millions`: one to ten times the magnitude."""
    scales = numbers().scales
    if not words[i].lower.endswith("s") or words[i].lower in ("dozs", "lacs"):
        return None
    value, last = scales[words[i].lower], i + 1
    if value == 10 and not (_is(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales):
        return None
    if _is(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales:
        value, last = value * scales[words[last + 1].lower], last + 2
        if (
            words[i].lower == "tens"
            and _is(words, last, "of")
            and last + 1 < len(words)
            and words[last + 1].lower in scales
        ):
            value, last = value * scales[words[last + 1].lower], last + 2
    return Number(i, last, value, figure=False, scaled=True, vague=True, low=value, high=10 * value)


def _leading_part(words: list[Word], i: int) -> Number | None:
    """`half a million`, `quarter million`, `a half`, `a third of`, `one over twenty`."""
    table = numbers()
    word = words[i].lower
    at = i + (word in ("a", "an", "one"))
    if word == "one" and _is(words, at, "-") and words[at].glued and at + 1 < len(words) and words[at + 1].glued:
        at += 1  # one-third
    part = table.parts.get(words[at].lower) if at < len(words) else None
    if part is None or part < 2 or (words[at].lower == "second"):
        return None
    value, last = 1.0 / part, at + 1
    if word == "one" and at == i + 2:
        return Number(i, last, value, figure=False, part=True)
    if _is(words, last, "-") and words[last].glued:
        return None  # half-hour, third-party
    skip = last + _is(words, last, "a")
    if part <= 4 and skip < len(words) and words[skip].lower in table.scales:
        return Number(i, skip + 1, value * table.scales[words[skip].lower], figure=False, scaled=True)
    share = last >= len(words) or words[last].kind == "mark" or words[last].fresh
    if at == i:  # `half of`, `half the firms`, not `the second half`
        before = words[i - 1].lower if i else ""
        if word != "half" or before in ("first", "second", "other", "latter", "last", "better", "next"):
            return None
        share = _is(words, last, "of") or (_is(words, last, *_PART_HEADS) and before != "-")
    elif not share:
        share = words[last].lower in _AFTER_PART or (words[at].lower == "half" and words[last].kind == "word")
    return Number(i, last, value, figure=False, part=True) if share else None


def _chunks(words: list[Word], i: int, current: float | None) -> Number | None:
    """Hundreds and magnitudes added up: `two hundred and two thousand`, `ninety-five hundred`, `three lakh crore`."""
    table = numbers()
    total, last_scale, at, scaled = 0.0, math.inf, i, False
    while at < len(words) and not (at > i and words[at].fresh):
        if (
            words[at].text == "-"
            and current is not None
            and at + 1 < len(words)
            and words[at + 1].lower in table.scales
        ):
            at += 1  # `fifteen-hundred`, `three-million`
        word = words[at].lower
        if word in table.scales and not (word.endswith("s") and word not in ("dozs",) and word != "dozens"):
            scale = table.scales[word]
            if word in ("dozen", "dozens", "doz", "dozs") and current is None and total == 0:
                break
            if scale == 10.0:
                break
            if scale in (12.0, 100.0):
                if current is None or current >= 100 or (scale == 100 and current % 100 == 0 and current):
                    break
                current *= scale
            elif current is None and total and scale > last_scale:
                total, last_scale = total * scale, scale
            elif current is not None and scale < last_scale:
                total, current, last_scale = total + current * scale, None, scale
            elif current is not None and scale >= 1e5 and total == 0 and last_scale == math.inf:
                total, current, last_scale = current * scale, None, scale
            else:
                break
            at, scaled = at + 1, True
            continue
        step = _next_small(words, at, current, total, last_scale)
        if step is None:
            break
        current, at = (current or 0.0) + step[0], step[1]
    if at == i or (current is None and total == 0):
        return None
    number = Number(i, at, total + (current or 0.0), figure=False, scaled=scaled)
    _point(words, number)
    _half_more(words, number)
    return number


def _next_small(
    words: list[Word], at: int, current: float | None, total: float, scale: float
) -> tuple[float, int] | None:
    """A part below a hundred that goes on with what was read, and where it ends."""
    joined = words[at].lower == "and" or (words[at].text == "-" and current is not None and words[at].glued)
    small = _small_words(words, at + joined)
    if small is None or (joined and current is None and total == 0):
        return None
    if joined and current is not None and current < 100:
        return None
    if current is not None and (current % 100 or current == 0):
        return None
    after = words[small.last].lower if small.last < len(words) else ""
    if joined and current is not None and after in ("hundred", "dozen"):
        return None
    if joined and _is(words, at, "and") and after in numbers().parts and (after.endswith("s") or small.value == 1):
        return None  # one hundred and two thirds, two million and one half
    if current is None and total and scale <= 100:
        return None
    return small.value, small.last


def _point(words: list[Word], number: Number) -> None:
    """`two hundred point zero three`, `nought point eleven`."""
    if not _is(words, number.last, "point"):
        return
    digits, at = "", number.last + 1
    while at < len(words):
        small = _small_words(words, at)
        if small is None or len(digits) > 12:
            break
        digits += str(int(small.value))
        at = small.last
    if digits:
        number.value += float("0." + digits)
        number.last = at
        _then_scale(words, number)


def _over_part(words: list[Word], number: Number) -> None:
    """`two thirds`, `twenty-three fifths`, `one over twenty`, `two thirds of a million`: what was read is a numerator."""
    parts = numbers().parts
    i = number.last
    at = i + (i < len(words) and words[i].text == "-")
    one_in = number.value == 1 and _is(words, i, "in")
    if (one_in or _is(words, i, "over")) and i + 1 < len(words) and number.value < 1000 and not number.scaled:
        under = _figures(words, i + 1) if words[i + 1].kind == "figure" else _chunks(words, i + 1, None)
        if under is not None and under.value > number.value > 0 and not (one_in and under.value > 1000):
            number.value, number.last, number.part = number.value / under.value, under.last, True
        return
    if at + 1 < len(words) and numbers().small.get(words[at].lower, 0) >= 20:
        _over_tens(words, number, at)
        return
    if at >= len(words) or words[at].lower not in parts or words[at].fresh:
        return
    under_word = words[at].lower
    if not under_word.endswith("s") or parts[under_word] <= 2 or (under_word == "quarters" and number.value != 3):
        return
    number.value, number.last, number.part = number.value / parts[under_word], at + 1, True
    if _is(words, at + 1, "of") and _is(words, at + 2, "a") and at + 3 < len(words):
        scale = numbers().scales.get(words[at + 3].lower)
        if scale is not None:
            number.value, number.last, number.scaled, number.part = number.value * scale, at + 4, True, False


def _over_tens(words: list[Word], number: Number, at: int) -> None:
    """`one twenty-fifth`, `three twenty firsts`: a denominator of two words."""
    tens = numbers().small[words[at].lower]
    last = at + 1 + (words[at + 1].text == "-")
    if last >= len(words) or words[last].fresh:
        return
    word = words[last].lower
    under = numbers().parts.get(word, 0)
    if 0 < under < 10 and (word.endswith("s") == (number.value != 1)):
        number.value, number.last, number.part = number.value / (tens + under), last + 1, True
