"""Numbers in words added up: `fifty-three thousand`, `two and a half million`, `forty point zero six`."""

import math
from dataclasses import dataclass

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.quantities.scan import Word
from standoff.quantities.spelled import spelled_fraction

_LONGEST = 30  # digits: what is longer is no amount


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


def stands(words: list[Word], i: int, *forms: str) -> bool:
    """Whether one of the words stands at token `i`."""
    return 0 <= i < len(words) and words[i].lower in forms


def figure_value(text: str) -> float | None:
    """The value of a figure as printed, thousands grouped in any way; None where it is too long to be an amount.

    >>> figure_value("41,000"), figure_value("12,34,567.89"), figure_value("1.111,11"), figure_value("5,00")
    (41000.0, 1234567.89, 1111.11, 5.0)
    """
    if len(text) > _LONGEST:
        return None
    text = text.replace("'", "").replace("’", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point and (point >= 0 or (text.count(",") == 1 and len(text) - comma - 1 != 3)):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(".", "") if text.count(".") > 1 else text.replace(",", ""))


def then_scale(words: list[Word], number: Number) -> Number:
    """`2 1/2 million`, `two point five billion`: a magnitude after a fraction."""
    i = number.last
    if i < len(words) and words[i].kind == "word" and not words[i].fresh:
        scale = numbers().scales.get(words[i].lower, 0.0)
        if scale >= 100:
            number.value *= scale
            number.last, number.scaled, number.part = i + 1, True, False
    return number


def half_more(words: list[Word], number: Number) -> None:
    """`3 million and a half`, `two and a half`, `five billion and three quarters`: a share of the last magnitude."""
    i = number.last
    if (
        stands(words, i, "-")
        and [w.lower for w in words[i + 1 : i + 5 : 2]] == ["and", "a"]
        and stands(words, i + 5, "half")
    ):  # `three-and-a-half`, `two-and-a-half million`, `a million-and-a-half`
        number.value += 0.5 * (numbers().scales.get(words[i - 1].lower, 1.0) if number.scaled else 1.0)
        number.last = i + 6
        if not number.scaled:
            then_scale(words, number)
        return
    if not stands(words, i, "and") or i + 2 >= len(words):
        return
    found = part_at(words, i + 1)
    if found is None and stands(words, i + 1, "half") and words[i + 2].lower in numbers().scales:
        found = 0.5, i + 2  # `three and half million`
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


def part_at(words: list[Word], i: int) -> tuple[float, int] | None:
    """`a half`, `one-fourth`, `three quarters`, `fifty-four hundredths`, `3/4` at `i`: its value and where it ends."""
    parts = numbers().parts
    if is_over(words, i):
        return float(words[i].text) / float(words[i + 2].text), i + 3
    one = i + 1 + (stands(words, i, "one") and stands(words, i + 1, "-") and words[i + 1].glued)
    if stands(words, i, "a", "an", "one") and one < len(words) and words[one].lower in parts:
        return 1.0 / parts[words[one].lower], one + 1
    share = spelled_fraction(words, i)
    return None if share is None else (share.value, share.last)


def is_over(words: list[Word], i: int) -> bool:
    """Whether `figure / figure` stands at `i` and is a common fraction: `3/4`, `7/5`; not `24/7`, `9/11`, `on 7/22`."""
    if i + 2 >= len(words) or words[i + 1].text not in ("/", "⁄") or words[i + 2].kind != "figure":
        return False
    if words[i + 1].glued != words[i + 2].glued or (i + 3 < len(words) and stands(words, i + 3, "/")):
        return False
    top, under = words[i].text, words[i + 2].text
    if not (top.isdigit() and under.isdigit()) or len(under) > 3 or under == "11" or int(top) == 0 or under[0] == "0":
        return False
    if int(under) > _LARGE and i and words[i - 1].lower in sum_words("dated_slash"):
        return False
    return int(top) < int(under) or (words[i + 1].glued and 1 < int(under) <= _LARGE and (top, under) != ("24", "7"))


_LARGE = 12  # what is over more is told as a share, or is the day of a month


def small_words(words: list[Word], i: int) -> Number | None:
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


def chunks(words: list[Word], i: int, current: float | None) -> Number | None:
    """Hundreds and magnitudes added up: `three hundred and five thousand`, `ninety-five hundred`, `three lakh crore`."""
    scales = numbers().scales
    sum_ = _Sum(current=current)
    at, scaled = i, False
    while at < len(words) and not (at > i and words[at].fresh):
        if words[at].text == "-" and sum_.current is not None and at + 1 < len(words) and words[at + 1].lower in scales:
            at += 1  # `fifteen-hundred`, `three-million`
        word = words[at].lower
        if word in scales and not (word.endswith("s") and word not in ("dozs", "dozens")):
            if not sum_.times(scales[word]):
                break
            at, scaled = at + 1, True
            continue
        step = _next_small(words, at, sum_.current, sum_.total, sum_.scale)
        if step is None:
            break
        sum_.current, at = (sum_.current or 0.0) + step[0], step[1]
    if at == i or (sum_.current is None and sum_.total == 0):
        return None
    number = Number(i, at, sum_.total + (sum_.current or 0.0), figure=False, scaled=scaled)
    _point(words, number)
    half_more(words, number)
    return number


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it was read: the magnitudes told, and what was told since the last of them."""

    current: float | None
    total: float = 0.0
    scale: float = math.inf  # the last magnitude

    def times(self, scale: float) -> bool:
        """Whether a magnitude goes on with what was read; then it is taken in."""
        current, total = self.current, self.total
        if scale == 10.0 or (scale == 12.0 and current is None and total == 0):
            return False
        if scale in (12.0, 100.0):
            most = 1000 if scale == 12.0 else 100  # `two hundred dozen`
            if current is None or current >= most or (scale == 100 and current % 100 == 0 and current):
                return False
            self.current = current * scale
        elif current is None and total and scale > self.scale:
            self.total, self.scale = total * scale, scale
        elif current is not None and (scale < self.scale or (scale >= 1e5 and total == 0 and self.scale == math.inf)):
            self.total, self.current, self.scale = total + current * scale, None, scale
        else:
            return False
        return True


def _next_small(
    words: list[Word], at: int, current: float | None, total: float, scale: float
) -> tuple[float, int] | None:
    """A part below a hundred that goes on with what was read, and where it ends."""
    joined = int(words[at].lower == "and" or (words[at].text == "-" and current is not None and words[at].glued))
    if words[at].text == "-" and joined and stands(words, at + 1, "and"):
        joined = 2 + stands(words, at + 2, "-")  # `one-hundred-and-five`
    small = small_words(words, at + joined)
    if small is None or (joined and current is None and total == 0):
        return None
    if joined and current is not None and current < 100:
        return None
    if current is not None and (current % 100 or current == 0):
        return None
    after = words[small.last].lower if small.last < len(words) else ""
    if joined and current is not None and after == "hundred":
        return None
    part = numbers().parts.get(after, 0)
    if joined and stands(words, at, "and") and 0 < part < 1000 and (after.endswith("s") or small.value == 1):
        return None  # one hundred and two thirds, two million and one half; not `five hundred and two thousandths`
    if current is None and total and scale <= 100:
        return None
    return small.value, small.last


def _point(words: list[Word], number: Number) -> None:
    """`forty point zero six`, `nought point eleven`."""
    if not stands(words, number.last, "point", "dot"):
        return
    digits, at = "", number.last + 1
    while at < len(words):
        small = Number(at, at + 1, 0.0, figure=False) if stands(words, at, "oh") else small_words(words, at)
        if small is None or len(digits) > 12:
            break
        digits += str(int(small.value))
        at = small.last
    if digits:
        number.value += float("0." + digits)
        number.last = at
        then_scale(words, number)


def figure(words: list[Word], i: int) -> Number | None:
    """The figure at token `i` as a number, without what follows it."""
    value = figure_value(words[i].text)
    return None if value is None else Number(i, i + 1, value, figure=True)
