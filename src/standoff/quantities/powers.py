"""A figure raised or with an exponent: `1.3e6`, `3 x 10^6`, `3×10⁸`, `2^10`, `10³`."""

import math

from standoff.quantities.lookup import is_glued, text_at
from standoff.quantities.number_words import Number
from standoff.quantities.scan import Word

_RAISED = {mark: digit for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_TIMES = ("x", "×", "*", "·", "⋅")
_SIGNS = {"-": -1, "−": -1, "⁻": -1, "+": 1, "⁺": 1}
_LONGEST = 3  # digits of an exponent


def read_power(words: list[Word], number: Number) -> Number | None:
    """The number with its exponent; None where none follows or it is too large."""
    i = number.last
    if text_at(words, i) in _TIMES and text_at(words, i + 1) == "10":  # `3 x 10^6`
        found = _exponent(words, i + 2)
        return None if found is None else _with(number, number.value, 10.0, *found)
    if is_glued(words, i) and text_at(words, i) == "e":
        found = _signed(words, i + 1)
        return None if found is None else _with(number, number.value, 10.0, *found)
    caret = text_at(words, i) == "^"
    found = _exponent(words, i) if caret or number.value == 10 else None  # `10³`; elsewhere a raised figure is a note
    return None if found is None else _with(number, 1.0, number.value, *found)


def _exponent(words: list[Word], i: int) -> tuple[int, int] | None:
    """`^6`, `^-3`, `⁸` at token `i`: the exponent, and where it ends."""
    if not is_glued(words, i):
        return None
    return _signed(words, i + 1) if words[i].text == "^" else _raised(words, i)


def _signed(words: list[Word], i: int) -> tuple[int, int] | None:
    sign = _SIGNS.get(text_at(words, i)) if is_glued(words, i) else None
    at = i + (sign is not None)
    if not is_glued(words, at) or not words[at].text.isdecimal() or len(words[at].text) > _LONGEST:
        return None
    return (sign or 1) * int(words[at].text), at + 1


def _raised(words: list[Word], i: int) -> tuple[int, int] | None:
    sign, digits, at = 1, "", i
    if words[at].text in _SIGNS:
        sign, at = _SIGNS[words[at].text], at + 1
    while is_glued(words, at) and all(mark in _RAISED for mark in words[at].text):
        digits += "".join(str(_RAISED[mark]) for mark in words[at].text)
        at += 1
    return (sign * int(digits), at) if 0 < len(digits) <= _LONGEST else None


def _with(number: Number, factor: float, base: float, exponent: int, last: int) -> Number | None:
    try:
        value = factor * math.pow(base, exponent)
    except (OverflowError, ValueError, ZeroDivisionError):
        return None
    number.value, number.last = value, last
    return number
