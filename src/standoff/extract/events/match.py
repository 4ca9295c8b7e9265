"""Which sense of the lexicon a noun has, by what stands beside it; and what a sense found is, of a noun or a verb."""

from collections.abc import Sequence
from typing import TypeGuard

import msgspec

from standoff.extract.events.classes import Classes
from standoff.extract.events.clause import done_by, own_words, phrase_words, prepositions, subject
from standoff.extract.events.further_words import modifiers, says
from standoff.extract.events.words import is_measure
from standoff.lexicon.actions import Actions, Worded
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.senses import Sense
from standoff.parse import Token

# What an attack is aimed at stands after these.
_AIMED = frozenset({"across", "against", "at", "into", "on", "over", "toward", "towards"})


class Match(msgspec.Struct, frozen=True):
    """A sense found: the word it hangs on, the trigger's tokens, the verb that carries subject and tense, the heads acted on."""

    sense: Sense
    word: Token
    trigger: tuple[Token, ...]
    verb: Token | None
    acted_on: tuple[Token, ...]
    pattern: str


class EventNouns:
    """Finds the senses of the nouns on one page."""

    def __init__(self, lexicon: Actions, classes: Classes) -> None:
        self.lexicon = lexicon
        self.classes = classes

    def alone(self, noun: Token) -> Match | None:
        """The sense of an event noun that no support verb carries; only senses that stand alone."""
        for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
            if sense.alone and self.fits(noun, sense, before, None):
                trigger = tuple(sorted({measured_by(noun), noun, *modifiers(noun, before)}, key=lambda t: t.i))
                return Match(sense, noun, trigger, None, (), "noun")
        return None

    def spoken_of(self, noun: Token) -> Match | None:
        """The sense of a noun as what is spoken of: `called for a withdrawal`; senses that need a support verb too."""
        for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
            if self.fits(noun, sense, before, None):
                trigger = tuple(sorted({measured_by(noun), noun, *modifiers(noun, before)}, key=lambda t: t.i))
                return Match(sense, noun, trigger, None, (), "noun")
        return None

    def attack(self, noun: Token | None) -> Token | None:
        """The noun where it is an attack, which may stand for whoever makes it: `an attack on the convoy killed four`."""
        return noun if self.is_attack(noun) and noun.lemma not in self.lexicon.words["violence"] else None

    def is_attack(self, noun: Token | None) -> TypeGuard[Token]:
        """Whether a noun tells of an attack or of fighting: `artillery fire killed four`."""
        found = self.alone(noun) if noun is not None and noun.is_noun else None
        return found is not None and found.sense.type == "ASSAULT"

    def nominal(self, noun: Token, above: Token | None = None) -> Match | None:
        """The sense of a noun that stands for a verb with its object: `the closure of the plant`; `above`: its verb."""
        verb = self.lexicon.nominal.get(noun.lemma) or self._gerund(noun)
        if verb is None:
            return None
        in_too = ("in",) if noun.lemma in clause_words("cut_in") else ()
        acted_on = [p for name, p in prepositions(noun) if name in ("of", "to", *in_too)]
        if not acted_on and (modifier := noun.child("compound")):
            acted_on = [modifier]
        if not acted_on and (owner := noun.child("poss")):
            acted_on = [owner]
        for sense, _ in _where_aimed(noun, self.lexicon.verbs.get(verb, ())):
            wanted = sense.only.get(verb) or sense.object
            if not wanted or not acted_on or not self._done_by(noun, sense):
                continue
            pronoun = (
                acted_on[0].tag == "PRP$" and acted_on[0].lower == "its" and ("@shut" in wanted or "@thing" in wanted)
            )
            if not pronoun and not self.classes.any_of(acted_on, wanted):
                continue
            if sense.no_object and self.classes.any_of(acted_on, sense.no_object):
                continue
            if above is not None and not self.classes.told_around(sense, above):
                continue
            if above is None and sense.words and phrase_words(noun).isdisjoint(sense.words):
                continue
            if above is None and says(noun, own_words(noun), sense.no_words):
                continue
            return Match(sense, noun, (noun,), None, tuple(acted_on), "nominal")
        return None

    def _gerund(self, noun: Token) -> str | None:
        """The verb of a gerund that is somebody's, of something: `Ghana's shutting of the crossing`."""
        if not noun.lower.endswith("ing") or noun.tag not in ("NN", "VBG"):
            return None
        if not noun.has_child(("of",), "prep") or noun.child("poss", "det") is None:
            return None
        verb = lemma(noun.lower, "VBG")
        return verb if verb in self.lexicon.verbs else None

    def fits(self, noun: Token, sense: Sense, before: tuple[str, ...], verb: Token | None) -> bool:
        """Whether the words before and around a noun fit the sense."""
        if before and len(modifiers(noun, before)) < len(before):
            return False
        spoken = noun.lower == "talk" or noun.lemma in clause_words("counting_talks")
        if spoken and self._is_of_else(noun):
            return False
        if verb is None and sense.no_subject and self.classes.any_of(_whose(noun), sense.no_subject):
            return False
        needed = sense.only_words.get(noun.lemma)
        if not (needed or sense.no_words):
            return True
        around = own_words(noun)
        if needed and around.isdisjoint(needed) and (verb is None or verb.lemma not in needed):
            return False
        return not says(noun, around, sense.no_words)

    def _is_of_else(self, noun: Token) -> bool:
        """Whether a round or mere talk is of something else than talks: `the next round of tariffs`, `talk of war`."""
        of = [p for name, p in prepositions(noun) if name == "of"]
        return bool(of) and not self.classes.any_of(of, ("@meeting",))

    def _done_by(self, noun: Token, sense: Sense) -> bool:
        """Whether whose deed a noun is fits what the sense asks of its subject."""
        if not (sense.subject or sense.no_subject):
            return True
        doers = done_by(noun)
        if sense.subject and not self.classes.any_of(doers, sense.subject):
            return False
        return not (sense.no_subject and self.classes.any_of(doers, sense.no_subject))


def _where_aimed(noun: Token, senses: Sequence[Worded]) -> list[Worded]:
    """The senses that a noun may have for its verb: first those with the preposition behind it, `the firing of rockets into`."""
    below = {name for t in (noun, *(o for _, o in prepositions(noun))) for name, _ in prepositions(t)} & _AIMED
    return [s for s in senses if s[1] and below.issuperset(s[1])] + [s for s in senses if not s[1]]


def measured_by(noun: Token) -> Token:
    """The word that measures a noun: `round` of `the sixth round of talks`; else the noun."""
    prep = noun.head
    if (
        noun.dep == "pobj"
        and prep is not None
        and prep.lower == "of"
        and prep.head is not None
        and is_measure(prep.head)
    ):
        return prep.head
    return noun


def _whose(noun: Token) -> list[Token]:
    """Who does what a noun tells, or speaks of it: the union's strike, the strike for which it called."""
    verb = next((a for a in noun.ancestors() if a.is_verb), None)
    speaker = subject(verb) if verb is not None else None
    return done_by(noun) or ([speaker] if speaker is not None else [])
