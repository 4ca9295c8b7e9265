"""A number as a share: `two thirds`, `one in five`, `nine out of ten`, `a quarter of a million`."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import units
from standoff.quantities.counted import is_plural, singular
from standoff.quantities.lookup import words_unit
from standoff.quantities.number_words import Number, chunks, figure, stands
from standoff.quantities.scan import Word
from standoff.quantities.spelled import spelled_fraction

_ROUND = frozenset([3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000])  # `two in five`: what a share is told out of


_MILLIONS = ("million", "billion", "trillion")


def over_part(words: list[Word], number: Number) -> None:
    """What was read is a numerator, where a denominator follows: `two thirds`, `twenty-three fifths`, `one over twenty`, `1 in 5`."""
    if number.vague:
        return
    if not number.part:
        _ = _ratio(words, number) or _over_word(words, number)
    if number.part:
        of_scale(words, number)
    else:
        _and_share(words, number)


def _and_share(words: list[Word], number: Number) -> None:
    """`two hundred and one twenty-eighth`, `six and three one-hundredths`: a share after the whole."""
    i = number.last
    if not stands(words, i, "and") or number.value != int(number.value):
        return
    share = spelled_fraction(words, i + 1)
    if share is not None:
        number.value, number.last = number.value + share.value, share.last


def of_scale(words: list[Word], number: Number) -> None:
    """`two thirds of a million`, `3/4 of a billion`, `one-half million`: a share of a magnitude is that number."""
    i, scales = number.last, numbers().scales
    if stands(words, i, "of") and stands(words, i + 1, "a", "one") and i + 2 < len(words):
        i += 2
    elif number.value not in (0.25, 0.5, 0.75) and not (stands(words, i, *_MILLIONS) and words[i].text.islower()):
        return
    scale = scales.get(words[i].lower) if i < len(words) and not words[i].fresh else None
    if scale is None or words[i].lower.endswith("s"):
        return
    number.value, number.last, number.scaled, number.part = number.value * scale, i + 1, True, False


def _ratio(words: list[Word], number: Number) -> bool:
    """`one over twenty`, `1 in 5`, `one of every ten`, `nine out of ten`; `two in five days` is no share."""
    i, value = number.last, number.value
    if number.scaled or not 0 < value < 1000 or value != int(value):
        return False
    hyphens = stands(words, i, "-") and stands(words, i + 1, "in") and stands(words, i + 2, "-")
    i += hyphens  # `one-in-five`
    inside = stands(words, i, "in")
    out = stands(words, i, "out") and stands(words, i + 1, "of")
    every = value == 1 and stands(words, i, "of") and stands(words, i + 1, "every")
    if not (inside or out or every or stands(words, i, "over")):
        return False
    at = i + 1 + (hyphens or out)
    at += stands(words, at, "every", "each") and not hyphens
    if at >= len(words) or words[at].fresh:
        return False
    under = figure(words, at) if words[at].kind == "figure" else chunks(words, at, None)
    if under is None or under.part:
        return False
    spelt = stands(words, i, "over") and not (under.figure and number.figure)
    if under.value <= value and not (spelt and under.value != value):  # `five over three`
        return False
    if inside and (under.value > 1000 or _spell(words, under.last) or (value > 1 and not _of_people(words, under))):
        return False
    if out and under.value not in _ROUND and value != 1:
        return False
    number.value, number.last, number.part = value / under.value, under.last, True
    return True


def _spell(words: list[Word], i: int) -> bool:
    found = words_unit(words, i)
    return found is not None and found[0].kind == "time"


def _of_people(words: list[Word], under: Number) -> bool:
    """`two in five voters`, `three in ten.`; `two in five cities` counts two."""
    if under.value not in _ROUND:
        return False
    i = under.last
    if i >= len(words) or words[i].kind == "mark" or words[i].fresh or words[i].lower in numbers().stops:
        return True
    for word in words[i : i + 3]:
        if word.kind == "word" and is_plural(word):
            return word.lower == "people" or singular(word.text) in units().people or word.lower.endswith("ans")
    return False


def _over_word(words: list[Word], number: Number) -> bool:
    """`5 eighths`, `3 hundredths`: an ordinal after a figure; what stands in words is read as one (`spelled`)."""
    parts, i = numbers().parts, number.last
    at = i + (i < len(words) and words[i].text == "-")
    if not number.figure or at >= len(words) or words[at].fresh:
        return False
    under = words[at].lower
    if parts.get(under, 0) <= _TWO or not under.endswith("s") or (under == "quarters" and number.value != 3):
        return False
    number.value, number.last, number.part = number.value / parts[under], at + 1, True
    return True


_TWO = 2  # `3 seconds` are no halves
