"""Strikes of a day or a few: how long one is called, for it restricts work and is over by itself."""

from collections.abc import Iterable

from standoff.lexicon.flows import flow_words
from standoff.record.rows import EventMention, MergedEvent

_LENGTHS = ((1, "strike_of_one_day"), (2, "strike_of_two_days"), (3, "strike_of_three_days"))
_LATER = ("after", "before", "earlier", "later")
_BESIDE = 40  # characters around the words for the act


def days_of(event: MergedEvent) -> int | None:
    """How many days a strike is said to last, where that is three at the most: `began a strike of two days`."""
    told = {days for member in event.members for days in _told(member)}
    return min(told) if told else None


def _told(mention: EventMention) -> Iterable[int]:
    words = f" {beside(mention)} "
    for phrase in flow_words("strike_of_one_day"):
        for later in _LATER:
            words = words.replace(f" {phrase} {later} ", " ")  # a day after the strike began
    return (days for days, name in _LENGTHS if any(f" {phrase} " in words for phrase in flow_words(name)))


def beside(mention: EventMention) -> str:
    """The words around an act, in small letters and without signs between them."""
    start, end = mention.event.start - mention.where.start, mention.event.end - mention.where.start
    near = mention.where.quote[max(0, start - _BESIDE) : end + _BESIDE].lower()
    return " ".join(word.strip(".,;:!?()") for word in near.split())
