"""Numbers in figures, and what either form begins with: `1.2 trillion`, `3 hundred and 21`, `1.2b`, `-9.25`, `10½`."""

import math
import re

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.quantities.counted import is_plural
from standoff.quantities.fractions import of_scale, over_part
from standoff.quantities.number_words import Number, figure_value, half_more, is_over, stands, then_scale
from standoff.quantities.powers import read_power
from standoff.quantities.scan import Word
from standoff.quantities.worded import in_words

_FRACTIONS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_SPACED = frozenset(
    {"bn", "bln", "mn", "mln", "tn", "tln", "trn", "mil", "k", "M", "cr", "mio", "Mio", "mrd", "Mrd", "Bn", "BN"}
)
_SIMPLE = re.compile(r"[0-9]{1,15}")


def read_number(words: list[Word], i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, as long as it goes; None where there is none. `money`: a currency sign stands before it."""
    word = words[i]
    if word.kind == "mark":
        return _signed(words, i) or _glyph(words, i)
    if word.lower in ("minus", "negative") and i + 1 < len(words):
        at = i + 2 if stands(words, i + 1, "-") and i + 2 < len(words) else i + 1
        inner = None if words[at].kind == "mark" else read_number(words, at)
        return _negated(inner, i) if inner else None
    found = _figures(words, i, money=money) if word.kind == "figure" else in_words(words, i)
    if found is None:
        return None
    if not found.figure:
        over_part(words, found)
    return found if math.isfinite(found.value) else None


def _negated(number: Number, first: int) -> Number:
    number.first, number.value = first, -number.value
    return number


def _signed(words: list[Word], i: int) -> Number | None:
    """`-9.2`, `- 1 4/5`, `+3`: a sign that no word stands before."""
    if words[i].text not in "-−–+" or i + 1 >= len(words):
        return None
    if words[i].glued and words[i - 1].text not in "([":
        return None
    if not words[i + 1].glued and not words[i].fresh:
        return None
    number = _figures(words, i + 1) if words[i + 1].kind == "figure" else _glyph(words, i + 1)
    if number is None:
        return None
    if words[i].text == "+":
        number.first = i
        return number
    return _negated(number, i)


def _glyph(words: list[Word], i: int) -> Number | None:
    value = _FRACTIONS.get(words[i].text)
    if value is None:
        return None
    number = then_scale(words, Number(i, i + 1, value, figure=True, part=True))
    if number.part:
        of_scale(words, number)
    return number


def _figures(words: list[Word], i: int, *, money: bool = False) -> Number | None:
    """A figure, then its exponent, fraction, glued magnitude or magnitude words."""
    value = figure_value(words[i].text)
    if value is None:
        return None
    number = Number(i, i + 1, value, figure=True)
    return read_power(words, number) or _slashed(words, number) or _scaled_figure(words, number, money=money)


def _slashed(words: list[Word], number: Number) -> Number | None:
    """`3/4`, `1 4/5`, `10½`; `24/7` and `9/11` are no fractions."""
    i = number.last
    if i < len(words) and words[i].text in _FRACTIONS:
        number.value += _FRACTIONS[words[i].text]
        number.last = i + 1
        return then_scale(words, number)
    whole = 0.0
    over = number.first
    if i + 2 < len(words) and words[i].kind == "figure" and not words[i].glued and is_over(words, i):
        whole, over = number.value, i
    elif not is_over(words, over):
        return None
    top, under = float(words[over].text), float(words[over + 2].text)
    number.value = whole + top / under
    number.last = over + 3
    number.part = not whole
    then_scale(words, number)
    if number.part:
        of_scale(words, number)
    return number


def _counts_on(words: list[Word], i: int) -> bool:
    """Whether a `3m` before token `i` is three million of something: a currency, a plural or `of` follows, shortly."""
    if i < len(words) and words[i].text in ("km", "kg", "bpd", "MWh", "kWh", "ha"):
        return True  # `3m km`
    if i < len(words) and words[i].text in ("€", "£", "$", "₽", "₹") and words[i].glued:
        return True  # `5m€`
    if i < len(words) and words[i].text in units().before and words[i].kind == "word" and len(words[i].text) == 3:
        return True  # `5m USD`
    for at in range(i, min(i + 3, len(words))):
        if words[at].kind != "word" or words[at].fresh:
            return False
        if is_plural(words[at]) or (words[at].lower,) in units().words or words[at].lower == "of":
            return True
        if words[at].lower in numbers().stops:
            return False
    return False


def _ends_sum(words: list[Word], i: int) -> bool:
    """Whether a figure is the upper end of a sum: the 15 of `€10-15m`."""
    if i < 3 or words[i - 1].text not in "-–" or words[i - 2].kind != "figure":
        return False
    return words[i - 3].text in units().before and words[i - 2].glued and words[i - 1].glued


def _scaled_figure(words: list[Word], number: Number, *, money: bool) -> Number:
    table = numbers()
    i = number.last
    money = money or _ends_sum(words, number.first)
    if (
        stands(words, i, "point")
        and i + 1 < len(words)
        and words[i + 1].text.isdigit()
        and number.value == int(number.value)
    ):
        decimals = words[i + 1].text[:12]
        number.value, number.last, i = number.value + float(f"0.{decimals}"), i + 2, i + 2  # `1 point 2 trillion`
    while i < len(words) and words[i].kind == "word":
        word = words[i]
        euros = word.text == "m" and i + 1 < len(words) and words[i + 1].text == "€" and words[i + 1].glued
        people = word.text == "m" and i + 1 < len(words) and words[i + 1].lower in sum_words("by_the_million")
        short = table.short.get(word.text) if word.glued or word.text in _SPACED or euros or people else None
        scale = table.scales.get(word.lower, short)
        if scale is None or (scale == 12.0 and number.value >= 100):
            break
        if word.text in ("m", "MM") and not money and not _counts_on(words, i + 1):
            break  # metres
        number.value *= scale
        number.scaled = True
        i += 1
        number.last = i
    if number.scaled:
        _more_words(words, number)
        half_more(words, number)
        over_part(words, number)
    elif stands(words, i, "over", "in", "out"):
        over_part(words, number)
    elif i + 1 < len(words) and words[i].text == "-" and words[i + 1].lower in table.scales and not words[i + 1].fresh:
        number.value *= table.scales[words[i + 1].lower]
        number.last, number.scaled = i + 2, True
    else:
        half_more(words, number)
    return number


def _more_words(words: list[Word], number: Number) -> None:
    """`3 hundred and 21`, `4 thousand 3 hundred`: smaller magnitudes that follow."""
    table = numbers()
    i = number.last
    joined = stands(words, i, "and")
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
