"""Numbers in words: `fifty-three thousand`, `two thirds`, `two and a half million`, `dozens`."""

import math
from dataclasses import dataclass

from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.numbers import numbers
from standoff.quantities.scan import Word

_LONGEST = 30  # digits: what is longer is no amount
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
_ONE = frozenset(["was", "is", "has", "had"])
_PART_HEADS = frozenset(["the", "its", "their", "his", "her", "our", "my", "those", "these", "all"])


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
    top = small_words(words, i)
    if top is None or top.last >= len(words):
        return None
    at = top.last + (words[top.last].text == "-" and top.last + 1 < len(words))
    under = words[at].lower
    if under in parts and parts[under] > 2 and (under.endswith("s") or (under == "quarter" and top.value == 3)):
        return top.value / parts[under], at + 1
    return None


def is_over(words: list[Word], i: int) -> bool:
    """Whether `figure / figure` stands at `i` and is a proper, common fraction."""
    if i + 2 >= len(words) or words[i + 1].text not in ("/", "⁄") or words[i + 2].kind != "figure":
        return False
    if words[i + 1].glued != words[i + 2].glued or (i + 3 < len(words) and stands(words, i + 3, "/")):
        return False
    top, under = words[i].text, words[i + 2].text
    return top.isdigit() and under.isdigit() and len(under) <= 3 and 0 < int(top) < int(under) and under != "11"


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


def in_words(words: list[Word], i: int) -> Number | None:
    """A number in words, from `a hundred` to `two thirds of a million`."""
    table = numbers()
    word = words[i].lower
    if word in ("half", "quarter") or (word in ("a", "an", "one") and i + 1 < len(words)):
        found = _leading_part(words, i)
        if found is not None:
            return found
    if word in table.scales:
        return _vague(words, i) or (chunks(words, i, 1.0) if not word.endswith("s") and word != "doz" else None)
    if word in ("a", "an", "several") or (word == "few" and i and words[i - 1].lower == "a"):
        return _article(words, i)
    if word not in table.small:
        return None
    return chunks(words, i, None)


def _article(words: list[Word], i: int) -> Number | None:
    """`a hundred`, `a million`, `a few thousand`, `several hundred`."""
    scales = numbers().scales
    if stands(words, i + 1, "couple"):
        return _couple(words, i)
    at = i + 1 + stands(words, i + 1, "few")
    if at >= len(words) or words[at].lower not in scales or words[at].lower.endswith("s"):
        return None
    if at > i + 1 or words[i].lower in ("several", "few"):
        unit = scales[words[at].lower]
        return Number(i, at + 1, unit, figure=False, scaled=True, vague=True, low=2 * unit, high=10 * unit)
    number = chunks(words, at, 1.0)
    if number is not None:
        number.first = i
    return number


def _couple(words: list[Word], i: int) -> Number | None:
    """`a couple of hundred`, `a couple million`: two or three times the magnitude."""
    at = i + 2 + stands(words, i + 2, "of")
    if at >= len(words) or words[at].lower not in numbers().scales or words[at].lower.endswith("s"):
        return None
    unit = numbers().scales[words[at].lower]
    return Number(i, at + 1, unit, figure=False, scaled=True, vague=True, low=2 * unit, high=3 * unit)


def _vague(words: list[Word], i: int) -> Number | None:
    """`dozens`, `tens of thousands`, `hundreds of millions`: one to ten times the magnitude."""
    scales = numbers().scales
    if not words[i].lower.endswith("s") or words[i].lower in ("dozs", "lacs"):
        return None
    value, last = scales[words[i].lower], i + 1
    if value == 10 and not (stands(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales):
        return None
    if stands(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales:
        value, last = value * scales[words[last + 1].lower], last + 2
        if (
            words[i].lower == "tens"
            and stands(words, last, "of")
            and last + 1 < len(words)
            and words[last + 1].lower in scales
        ):
            value, last = value * scales[words[last + 1].lower], last + 2
    return Number(i, last, value, figure=False, scaled=True, vague=True, low=value, high=10 * value)


def _is_one_more(words: list[Word], i: int, last: int) -> bool:
    """`two were killed and a third was hurt`, `another in May and a third in February`: one more, and no share."""
    before = words[i - 1].lower if i else ""
    if before and (before in ("which", "and", "while", "but") or words[i - 1].text == ","):
        return words[last].lower in _ONE or (words[last].lower in ("in", "on") and _is_date(words, last + 1))
    return False


def _is_date(words: list[Word], i: int) -> bool:
    dated = i < len(words) and words[i].text[0].isupper()
    return dated and words[i].lower in MONTH_WORDS | WEEKDAY_WORDS


def _leading_part(words: list[Word], i: int) -> Number | None:
    """`half a million`, `quarter million`, `a half`, `a third of`, `one over twenty`."""
    table = numbers()
    word = words[i].lower
    at = i + (word in ("a", "an", "one"))
    if word == "one" and stands(words, at, "-") and words[at].glued and at + 1 < len(words) and words[at + 1].glued:
        at += 1  # one-third
    part = table.parts.get(words[at].lower) if at < len(words) else None
    if part is None or part < 2 or (words[at].lower == "second"):
        return None
    value, last = 1.0 / part, at + 1
    if word == "one" and at == i + 2:
        return Number(i, last, value, figure=False, part=True)
    if stands(words, last, "-") and words[last].glued and last + 1 < len(words):
        scale = table.scales.get(words[last + 1].lower, 0.0)
        if part > 4 or not scale or words[last + 1].lower.endswith("s"):
            return None  # half-hour, third-party
        return Number(i, last + 2, value * scale, figure=False, scaled=True)  # half-dozen
    skip = last + stands(words, last, "a")
    if part <= 4 and skip < len(words) and words[skip].lower in table.scales:
        return Number(i, skip + 1, value * table.scales[words[skip].lower], figure=False, scaled=True)
    share = last >= len(words) or words[last].kind == "mark" or words[last].fresh
    if at == i:  # `half of`, `half the firms`, not `the second half`
        before = words[i - 1].lower if i else ""
        if not (word == "half" or _of_scale_at(words, last)) or before in (
            "first",
            "second",
            "other",
            "latter",
            "last",
            "better",
            "next",
        ):
            return None
        share = stands(words, last, "of") or (stands(words, last, *_PART_HEADS) and before != "-")
        ends = last >= len(words) or words[last].kind == "mark" or words[last].fresh
        share = share or (before == "by" and (ends or words[last].lower in _AFTER_PART))  # `fell by half`
    elif not share:
        share = words[last].lower in _AFTER_PART or (words[at].lower == "half" and words[last].kind == "word")
        share = share and not (words[at].lower not in ("half", "quarter") and _is_one_more(words, i, last))
    return Number(i, last, value, figure=False, part=True) if share else None


def _of_scale_at(words: list[Word], i: int) -> bool:
    return (
        stands(words, i, "of")
        and stands(words, i + 1, "a")
        and i + 2 < len(words)
        and words[i + 2].lower in numbers().scales
    )


def chunks(words: list[Word], i: int, current: float | None) -> Number | None:
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
                most = 1000 if scale == 12.0 else 100  # `two hundred dozen`
                if current is None or current >= most or (scale == 100 and current % 100 == 0 and current):
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
    half_more(words, number)
    return number


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
    """`two hundred point zero three`, `nought point eleven`."""
    if not stands(words, number.last, "point"):
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
