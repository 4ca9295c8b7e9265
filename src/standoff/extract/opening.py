"""The days that a story's first sentences set for what it tells without a time: of its lead, of its topic, of what has lasted."""

from collections.abc import Sequence
from functools import cached_property

from standoff import edtf
from standoff.extract.binding import is_dated
from standoff.extract.dated import Dated
from standoff.extract.leading import behind_place, deed_of
from standoff.extract.tense import tense_of
from standoff.extract.within import Within
from standoff.parse import Sentence

_SENTENCES = 14  # of the story in which it says what has lasted
_SENTENCES_OF_LEAD = 2
_SENTENCES_OF_LEAD_AND_MORE = 4
_DAYS_OF_TOPIC = 3
DAYS_OF_NEWS = 7


class Opening:
    """What the first sentences of a story say of its day, each asked once."""

    def __init__(self, story: Sequence[Sentence], within: Within, published: str | None) -> None:
        self._story = story
        self._within = within
        self._published = published
        self._first = story[0].paragraph if story else 0

    @cached_property
    def lead(self) -> Dated | None:
        """The day that the story first names for a main verb, if it is of the last days: the title tells the same."""
        for n, sentence in enumerate(self._story[:_SENTENCES_OF_LEAD_AND_MORE]):
            root = behind_place(sentence.root)
            first = sentence.paragraph == self._first
            if sentence.paragraph > self._first + 1 or (first and n >= _SENTENCES_OF_LEAD):
                return None
            found = (self._within.own(deed_of(root)) or self._within.own(root)) if root is not None else None
            if found is None and root is not None and tense_of(root) == "past" and root.lemma != "be":
                return None  # but: `There was no parade. Yesterday a clerk unlocked the gate.`
            if not first and (found is None or not edtf.is_day(found.date)):
                return None
            if not first and root is not None and self._within.opens(root):
                return None  # `The port has reopened. ... On Thursday its owner paid`: the headline tells the first
            if found is None or (not edtf.is_day(found.date) and edtf.overlap(found.date, self._published)):
                continue  # `took their offer to the public this week`
            if not edtf.is_day(found.date) or edtf.before(self._published, found.date):
                return None
            days = edtf.gap(found.date, self._published)
            return (
                Dated(found.date, "relative", since=found.since) if days is not None and days <= DAYS_OF_NEWS else None
            )
        return None

    @cached_property
    def topic(self) -> str | None:
        """The day of what the first paragraphs are about: `Accounts of Sunday's clash differ. ... Guards opened fire.`"""
        days: set[str | None] = set()
        for sentence in self._story[:_SENTENCES_OF_LEAD_AND_MORE]:
            if sentence.paragraph > self._first + 1:
                break
            days |= {
                b.time.edtf
                for b in self._within.of_sentence(sentence)
                if b.token.dep == "poss" and is_dated(b) and edtf.before(b.time.edtf, self._published)
                and (edtf.gap(b.time.edtf, self._published) or 0) <= _DAYS_OF_TOPIC
            }  # fmt: skip
        return next(iter(days)) if len(days) == 1 else None

    @cached_property
    def lasting(self) -> frozenset[str]:
        """What the story says has lasted for some time: the pass that `has been shut for weeks` was not shut on the page's day."""
        found = set()
        for sentence in self._story[:_SENTENCES]:
            for bound in self._within.of_sentence(sentence):
                site = bound.site
                if site is None or not site.is_verb or tense_of(site) != "present_perfect":
                    continue
                preposition = bound.token.head
                long = bound.time.type == "DURATION" and not bound.time.value.startswith("PT")
                if bound.time.relation == "since" or (long and preposition is not None and preposition.lower == "for"):
                    found.add(site.lemma)
        return frozenset(found)

    @cached_property
    def is_looking_back(self) -> bool:
        """Whether the story's first words are a day more than a week ago, as a comment's are: `On the evening of May 3, ...`"""
        root = self._story[0].root if self._story else None
        if root is None or tense_of(root) != "past" or not self._within.opens(root):
            return False
        found = self._within.own(root)
        return found is not None and (edtf.gap(found.date, self._published) or 0) > DAYS_OF_NEWS
