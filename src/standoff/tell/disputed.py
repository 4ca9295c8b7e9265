"""The disputed thing: whether words and acts are about it, and what kind of thing it is."""

import re
from collections.abc import Sequence
from functools import lru_cache

from standoff.actor_ids import is_country
from standoff.lexicon.actors import thing_kinds
from standoff.lexicon.state_acts import goods_kinds, word_class
from standoff.lexicon.stems import stem, stems, thing_stems
from standoff.model import Aspect, State, Subject
from standoff.record.rows import EventMention, MergedEvent

_CLAUSE_ENDS = re.compile(r"[;.]|, (?:and|but|which|who|[a-z]+ing)\b|\b(?:after|before) (?:it|they|he|she)\b")
_TRANSIT = re.compile(r"\btransit\b", re.IGNORECASE)
TRANSIT = 0.15
"""Share of the pages about a flow that speak of transit, where transit is part of what is disputed."""
AREA = "waters"
"""Where ships fish and sail, which is no water that flows; both have one stem."""
NEXT = 3
"""Words."""
Brought = tuple[State, float, bool]
"""A state, how surely it is brought about, and whether the act goes only part of the way."""
_NAME_ENDS = re.compile(r"\s(?:of|at|in|on|through|to|from|between|with|for|over)\s")


@lru_cache(maxsize=64)
def thing_of(subject: Subject | None, *, goes_on: bool = False) -> "Thing":
    """The disputed thing of a subject, known by the words of its names and by their heads, always the same one.

    `goes_on`: pages tell of it that what comes to one goes on to others.
    """
    if subject is None:
        return Thing(frozenset())
    names = (subject.name, *subject.aliases)
    heads = (_NAME_ENDS.split(name)[0].split()[-1:] for name in names)
    ends = [word.lower() for head in heads for word in head]
    told = thing_stems(subject)
    states = stems(" ".join(party.name for party in subject.parties if is_country(party.id)))
    found = Thing(told - states or told, frozenset(stem(word) for word in ends if word != AREA))
    found.by_paper = AREA in ends or bool(found.heads & word_class("by_paper"))
    found.passes = found.passes or found.by_paper
    found.goes_on = found.goes_on or (goes_on and found.flows)
    return found


def after(mention: EventMention) -> frozenset[str]:
    """The stems of the words from an event's trigger on to the end of its clause, common words among them."""
    rest = mention.where.quote[mention.event.start - mention.where.start :]
    words = re.split(r"[^\w’'-]+", _CLAUSE_ENDS.split(rest)[0].lower())
    return frozenset(stem(word) for word in words if word)


def next_words(mention: EventMention) -> frozenset[str]:
    """The stems of the words right behind an event's trigger, where what is acted on stands."""
    rest = _CLAUSE_ENDS.split(mention.where.quote[mention.event.end - mention.where.start :])[0]
    return frozenset(stem(word) for word in re.findall(r"[\w’'-]+", rest.lower())[:NEXT])


def words_before(mention: EventMention) -> frozenset[str]:
    """The stems of the words right before an event's trigger: of a passive, what is acted on."""
    said = _CLAUSE_ENDS.split(mention.where.quote[: max(0, mention.event.start - mention.where.start)])[-1]
    return frozenset(stem(word) for word in re.findall(r"[\w’'-]+", said.lower())[-NEXT:])


class Thing:
    """Says whether words are about the disputed thing, its people, its goods."""

    def __init__(self, names: frozenset[str], heads: frozenset[str] | None = None) -> None:
        self.names = names
        self.heads = heads = names if heads is None else heads
        self.flows = bool(heads & word_class("passing_goods"))
        """The thing is itself a flow of goods: gas, water, grain."""
        self.passes = self.flows or bool(heads & word_class("passages"))
        """The thing is there for people or goods to pass: a port, a road, a flow."""
        self.by_paper = False
        """One may use it by licence: fishing grounds, waters."""
        self.works = bool(heads & word_class("premises")) and not self.passes
        """The thing is a plant or a mine, where somebody works."""
        self.goes_on = self.flows and stem("transit") in names
        """What comes to one goes on to others: transit is part of the thing."""
        self._goods = [kind for kind in goods_kinds() if kind & names]

    def named(self, words: str | None) -> bool:
        """The words name the thing."""
        return bool(stems(words) & self.names)

    def is_it(self, words: str | None) -> bool:
        """The words are the thing itself: their head is one of its names, not only a word beside it."""
        head = _NAME_ENDS.split(words or "")[0].lower().split()[-1:]
        return bool(head) and stem(head[0]) in self.names

    def meant(self, event: MergedEvent) -> bool:
        """The act is on the thing: its object names it, or is such a thing in a sentence that does."""
        if self.named(event.object) or self.named(event.topic):
            return True
        said = frozenset[str]().union(*(after(m) for m in event.members)) if event.object is None else frozenset[str]()
        if self.other_goods(said):
            return False
        flowing = word_class("deliveries") | frozenset().union(*self._goods)
        if self.flows and (said & flowing or any(words_before(m) & word_class("deliveries") for m in event.members)):
            return True
        if self.names and not self.in_sentence(event):
            return bool(event.members) and all(self.is_work(event.object, m.where.quote) for m in event.members)
        if event.object is None:  # `stopped work at the zone`: what is acted on stands in the sentence
            acted_on = self.names | word_class("work") | word_class("premises")
            if _names_whom(event):  # `limited the fishing on the bank to ten Danish boats`
                return any(next_words(m) & acted_on for m in event.members)
            return bool(self.names) and bool(said & acted_on)
        if self.names and stems(event.object) <= word_class("work"):  # `limited the fishing on the bank`
            return True
        return is_thing(event.object) and not aspect_of(event.object) and not self.other_kind(event.object)

    def is_work(self, words: str | None, sentence: str) -> bool:
        """The words are of the work done at the thing, a plant or mine, and their sentence names no other one."""
        head = frozenset(stem(word) for word in _NAME_ENDS.split(words or "")[0].lower().split()[-1:])
        return self.works and bool(head & word_class("work")) and not stems(sentence) & word_class("premises")

    def other_kind(self, words: str | None) -> bool:
        """The words are of a passage, where the thing is none, or of a plant, where it is one: a road that leads to a mine."""
        head = frozenset(stem(word) for word in _NAME_ENDS.split(words or "")[0].lower().split()[-1:])
        passage, plant = bool(head & word_class("passages")), bool(head & word_class("premises"))
        if self.by_paper:  # a port, where fishing grounds are disputed
            return (passage or plant) and not head & (self.heads | word_class("by_paper"))
        return (passage and not plant and not self.passes) or (plant and not passage and self.passes)

    def lets_pass(self, event: MergedEvent) -> bool:
        """The act lets somebody or something through, where the thing is there to be passed."""
        said = frozenset[str]().union(*(after(m) for m in event.members))
        if not self.passes or self.other_goods(said):
            return False
        passing = said & (word_class("passing_goods") | word_class("passing_people"))
        titled = any(self.named(m.where.document.title) for m in event.members)
        if not (self.in_sentence(event) or (titled and (said & word_class("transit") or (passing and event.actors)))):
            return False
        return bool(event.recipients) or bool(passing)

    def other_goods(self, said: frozenset[str]) -> bool:
        """The words are of goods that are not the thing's: electricity, where the dispute is over grain."""
        if any(said & kind for kind in self._goods) or (not self._goods and self.flows):
            return False
        return any(said & kind for kind in goods_kinds())

    def in_sentence(self, event: MergedEvent) -> bool:
        """A sentence that tells of the event names the thing."""
        return any(self.named(m.where.quote) for m in event.members)


def _names_whom(event: MergedEvent) -> bool:
    """A sentence that tells of the event names somebody whom it is done to; whom only the page shows it to be is not named."""
    members = ((m.where, m.event.recipients) for m in event.members)
    return any(where.start <= r.start < where.end for where, recipients in members for r in recipients)


def carries_on(told: Sequence[bool]) -> bool:
    """Many of the pages on a flow speak of transit: what comes to one goes on to others. `told`: of each whether it does."""
    return sum(told) >= max(2, TRANSIT * len(told))


def speaks_of_transit(text: str) -> bool:
    """A text tells that what flows goes on to others."""
    return _TRANSIT.search(text) is not None


def is_thing(words: str | None) -> bool:
    """The words hold a word for a kind of thing that sides dispute."""
    return any(
        word.lower().rstrip("s") in thing_kinds() or word.lower() in thing_kinds() for word in (words or "").split()
    )


def aspect_of(words: str | None) -> Aspect | None:
    """The aspect that the last word of a phrase speaks of: `hotline` is the line of contact."""
    last = (words or "").lower().split()[-1:]
    for word in last:
        kind = thing_kinds().get(word) or thing_kinds().get(word.rstrip("s"))
        if kind and kind.aspect:
            return kind.aspect
        if stem(word) in word_class("line"):
            return "line_of_contact"
    return None
