"""When what a page says goes on began, by how long it says that it has gone on: `is in its third week`, `has passed 100 days`."""

import re
from collections.abc import Iterator
from datetime import timedelta

from standoff import edtf
from standoff.lexicon.times import cardinal, days_in, time_words
from standoff.parse import Token

_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_YEARS = 1000
_SLACK = 0.3
"""So much of a unit a count may be off; a count of whole days by one."""
_INSIDE = frozenset({"in", "into"})
_BEYOND = frozenset({"beyond", "past", "through", "to"})


def begun(verb: Token, day: str | None) -> str | None:
    """The time in which it began, reckoned back from a day on which it goes on; None where the verb tells no length."""
    limits = edtf.bounds(day) if edtf.is_day(day) else None
    if limits is None or (verb.lemma == "last" and verb.tag == "VBD"):  # the walkout of Friday lasted two days
        return None
    for slack, shortest, longest in _lengths(verb):
        back = timedelta(longest + slack), timedelta(max(0.0, shortest - slack))
        return edtf.of_days(limits[0] - back[0], limits[0] - back[1])
    return None


def _lengths(verb: Token) -> Iterator[tuple[float, float, float]]:
    """By how much it may be off, and the fewest and most days that have gone by: of the third week 14 to 20."""
    for noun, counts in _phrases(verb):
        days = days_in(noun.lower)
        if days is None:  # what is counted in hours began today, and years tell too little
            continue
        for word in noun.childs("amod", "nummod"):
            if (nth := order_of(word)) is not None and noun.childs("poss", "det"):
                yield (0.0 if days == 1 else _SLACK * days), (nth - 1) * days, nth * days - 1
            elif counts and (count := count_of(word)) is not None:
                yield max(1.0, _SLACK * days), count * days, count * days


def _phrases(verb: Token) -> Iterator[tuple[Token, bool]]:
    """The nouns that may tell how long, and whether a count by them can: `in three weeks` is ahead, `in its third` is not."""
    for noun in verb.childs("dobj", "npadvmod", "attr"):
        yield noun, True
    for preposition in verb.childs("prep"):
        if preposition.lower in _INSIDE | _BEYOND:
            for noun in preposition.childs("pobj"):
                yield noun, preposition.lower in _BEYOND


def order_of(word: Token) -> float | None:
    """The number of `fourth`, `30th`; None of other words."""
    order = time_words().single.get(word.lower, {}).get("ORD")
    found = _NTH.fullmatch(word.lower)
    return float(found[1]) if found else float(order) if order is not None else None


def count_of(word: Token) -> int | None:
    """The number of `nine`, `30`; None of other words, of years too."""
    count = cardinal(word.text)
    return count if count is not None and count < _YEARS else None
