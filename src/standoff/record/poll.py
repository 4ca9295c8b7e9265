"""Votes of mentions: how much each counts, who is meant, and what was told most."""

from collections import defaultdict
from collections.abc import Mapping

from standoff.actor_ids import party_of
from standoff.model import DateHow, Event
from standoff.record.rows import EventMention

AGREED = ("agree.", "speech.agree", "support.sign")
"""Rules by which a page itself says that sides agreed; by the others one side promised."""
PART_WEIGHT = {"title": 0.7, "caption": 0.7}
"""Headlines are shortened and captions are about a photograph."""


def is_promise(mention: EventMention) -> bool:
    """An AGREE of one side alone: it promises, and nobody is said to have agreed with it."""
    event = mention.event
    alone = len({party_of(a.id) for a in event.actors}) < 2
    return event.type == "AGREE" and alone and not event.rule.startswith(AGREED)


def is_mutual(event: Event) -> bool:
    """Two sides or more do it with each other: `agreed that the gate should be opened`, whatever the words call it."""
    acting = {party_of(a.id) for a in event.actors}
    return len(acting) > 1 and acting == {party_of(r.id) for r in event.recipients}


def weight(mention: EventMention) -> float:
    """How much a mention counts in a vote."""
    return max(mention.event.confidence, 0.05) * PART_WEIGHT.get(mention.where.part, 1.0)


class Poll:
    """Votes for values, where an independent source counts once for each value."""

    def __init__(self) -> None:
        self._votes: dict[str, dict[str, float]] = defaultdict(dict)
        self.keys: dict[str, list[str]] = defaultdict(list)

    def add(self, value: str, mention: EventMention, factor: float = 1.0) -> None:
        """One mention's vote for a value."""
        by_source = self._votes[value]
        source = mention.where.document.source
        by_source[source] = max(by_source.get(source, 0.0), weight(mention) * factor)
        if mention.key not in self.keys[value]:
            self.keys[value].append(mention.key)

    def total(self, value: str) -> float:
        """What a value got."""
        return sum(sorted(self._votes[value].values()))

    def ranked(self) -> list[str]:
        """All values, the one with most votes first; of equals the one told first."""
        return sorted(self._votes, key=lambda value: -round(self.total(value), 6))

    def best(self) -> str | None:
        """The value with most votes."""
        return next(iter(self.ranked()), None)


def dated_as(mention: EventMention, dates: Mapping[str, str]) -> tuple[str | None, DateHow]:
    """A mention's date: the one that the pages together gave, else its own."""
    if mention.key in dates:
        return dates[mention.key], "relative"
    return mention.event.date, mention.event.date_how
