"""A number as a share: `two thirds`, `one in five`, `nine out of ten`, `a quarter of a million`."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import units
from standoff.quantities.counted import is_plural, singular
from standoff.quantities.lookup import words_unit
from standoff.quantities.number_words import Number, chunks, figure, small_words, stands
from standoff.quantities.scan import Word

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
    if not stands(words, i, "and") or number.value != int(number.value) or i + 2 >= len(words):
        return
    share = small_words(words, i + 1) or (
        Number(i + 1, i + 2, 1.0, figure=False) if stands(words, i + 1, "a") else None
    )
    if share is not None and _over_word(words, share):
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
    """`two thirds`, `three twenty-firsts`, `one one-hundredth`, `one hundred thirty fifths`."""
    parts = numbers().parts
    i = number.last
    at = i + (i < len(words) and words[i].text == "-")
    if at + 1 < len(words) and not words[at].fresh and numbers().small.get(words[at].lower, 0) >= 20:
        return _over_tens(words, number, at)
    if at + 1 < len(words) and not words[at].fresh and words[at].lower == "one":
        return _over_hundreds(words, number, at)
    if at >= len(words) or words[at].lower not in parts or words[at].fresh:
        return False
    under_word = words[at].lower
    if under_word == "quarter" and number.value == 3 and _ends(words, at + 1):
        under_word = "quarters"  # `three quarter of the town`
    if not under_word.endswith("s") or parts[under_word] <= 2 or (under_word == "quarters" and number.value != 3):
        return False
    bottom, tens = parts[under_word], numbers().small.get(words[i - 1].lower, 0)
    if bottom < 10 and tens >= 20 and i - 1 > number.first and number.value > tens and words[i - 2].text != "-":
        number.value, bottom = number.value - tens, tens + bottom  # `one hundred | thirty fifths`
    number.value, number.last, number.part = number.value / bottom, at + 1, True
    return True


def _ends(words: list[Word], i: int) -> bool:
    """Whether nothing is counted at `i`: the end, a mark, or `of`."""
    return (
        i >= len(words) or words[i].kind == "mark" or words[i].fresh or words[i].lower in ("of", "million", "billion")
    )


def _over_tens(words: list[Word], number: Number, at: int) -> bool:
    """`one twenty-fifth`, `three twenty firsts`: a denominator of two words."""
    found = _ordinal(words, at, 0.0)
    return found is not None and _divide(number, *found)


def _over_hundreds(words: list[Word], number: Number, at: int) -> bool:
    """`one one-hundredth`, `nine one hundred and eighty-fourths`: a denominator that begins with `one`."""
    i = at + 1 + (words[at + 1].text == "-")
    word = words[i].lower if i < len(words) and not words[i].fresh else ""
    bottom = numbers().parts.get(word, 0)
    if bottom >= 100:
        return _divide(number, float(bottom), i + 1, word.endswith("s"))
    if word != "hundred" or i + 1 >= len(words):
        return False
    found = _ordinal(words, i + 1 + (words[i + 1].lower == "and"), 100.0)
    return found is not None and _divide(number, *found)


def _ordinal(words: list[Word], at: int, more: float) -> tuple[float, int, bool] | None:
    """The denominator that ends at an ordinal word, where it ends, and whether that is a plural."""
    if at >= len(words) or words[at].fresh:
        return None
    tens = numbers().small.get(words[at].lower, 0)
    at += (1 + (at + 1 < len(words) and words[at + 1].text == "-")) if tens >= 20 else 0
    word = words[at].lower if at < len(words) and not words[at].fresh else ""
    under = numbers().parts.get(word, 0)
    if not 0 < under < (10 if tens >= 20 else 100) or (more == 0 and tens < 20):
        return None
    return more + (tens if tens >= 20 else 0) + under, at + 1, word.endswith("s")


def _divide(number: Number, bottom: float, last: int, plural: bool) -> bool:
    if plural != (number.value != 1):
        return False
    number.value, number.last, number.part = number.value / bottom, last, True
    return True
