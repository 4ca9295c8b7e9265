"""Which sense of the lexicon a verb or noun has, by what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from standoff.extract.actors import Actors
from standoff.extract.causing import orders_done
from standoff.extract.events.clause import (
    antecedent,
    done_by,
    heads,
    objects,
    passive,
    phrase_words,
    prepositions,
    subject,
)
from standoff.extract.events.further_words import (
    at_hand,
    modifiers,
    other_particle,
    particles_of,
    restricted,
    says,
)
from standoff.extract.events.words import is_measure, is_time, person_by_form
from standoff.lexicon.actions import Actions, Listed, Sense
from standoff.lexicon.lemmas import lemma as lemma_of
from standoff.parse import Token


@dataclass(slots=True, frozen=True)
class Match:
    """A sense found: the word it hangs on, the trigger's tokens, the verb that carries subject and tense, the heads acted on."""

    sense: Sense
    word: Token
    trigger: tuple[Token, ...]
    verb: Token | None
    acted_on: tuple[Token, ...]
    pattern: str


# What a passive may tell without a word of who does it.
_SILENT = frozenset({"COERCE", "RETREAT", "SANCTION", "AGREE", "REJECT"})


class Matcher:
    """Finds senses on one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self._last: tuple[Token, set[str]] | None = None

    def _around(self, verb: Token) -> set[str]:
        """Every word of a verb's clause; those of the verb asked for last are kept, as its senses are tried in turn."""
        if self._last is None or self._last[0] is not verb:
            self._last = verb, phrase_words(verb)
        return self._last[1]

    def verb(self, verb: Token) -> Match | None:
        """The sense of a verb: with its object, as support of an event noun, or alone."""
        if verb.lemma not in self.lexicon.telling:
            return None
        listed = at_hand(verb, self.lexicon.by_word.get(verb.lemma))
        acted_on = objects(verb)
        for sense, rest in listed:
            if restricted(sense, verb, rest) and (found := self._fits(verb, sense, rest, acted_on)):
                return found
        if verb.lemma in self.lexicon.light and (found := self.light(verb, acted_on)):
            return found
        effect = not acted_on or (verb.lemma == "take" and acted_on[0].lemma in ("effect", "place", "hold"))
        if effect and verb.lemma in self.lexicon.occur and (found := self._occurs(verb)):
            return found
        for sense, rest in listed:
            if not restricted(sense, verb, rest) and (found := self._fits(verb, sense, rest, acted_on)):
                return found
        return self._silent(verb, listed, acted_on)

    def ranked(self, verb: Token, rank: int) -> bool:
        """Whether a sense of the verb of this rank or a higher one fits; such senses come before all others."""
        found = [pair for pair in at_hand(verb, self.lexicon.by_word.get(verb.lemma)) if pair[0].rank >= rank]
        return bool(found) and any(self._fits(verb, sense, rest, objects(verb)) for sense, rest in found)

    def _silent(self, verb: Token, listed: Sequence[Listed], acted_on: list[Token]) -> Match | None:
        """The sense of a passive that does not say who acts, though the sense asks for somebody: `a post was put up in May`."""
        if not acted_on or not passive(verb) or subject(verb) is not None:
            return None
        asking = (p for p in listed if p[0].object and p[0].subject and p[0].type in _SILENT)
        return next((m for s, rest in asking if (m := self._fits(verb, s, rest, acted_on, silent=True))), None)

    def _fits(
        self, verb: Token, sense: Sense, rest: tuple[str, ...], acted_on: list[Token], *, silent: bool = False
    ) -> Match | None:
        particles = particles_of(verb, rest)
        if particles is None:
            return None
        if not rest and other_particle(verb, acted_on):
            return None
        timed = particles and any(is_time(p) for p in particles[-1].childs("pobj"))
        if timed and not sense.thing_subject and rest[-1] not in _UNTIL:
            return None
        patients = list(acted_on)
        if rest:
            patients += [
                t
                for above in (verb, *particles[:-1])
                for name, t in prepositions(above)
                if name == rest[-1] and (name not in self.lexicon.words["particles"] or t.head is particles[-1])
            ]
            patients += [t for t in particles[-1].childs("pobj") if t not in patients]
        if sense.clause:
            clauses = [c for c in verb.childs("ccomp", "xcomp") if c.is_verb and not _bare_to(c, verb)]
            if not clauses:
                return None
            patients += [t for c in clauses for t in c.childs("nsubj", "nsubjpass")]
        if sense.thing_subject:
            told_of = verb.dep == "xcomp" or (sense.object and passive(verb))  # began to flow, was shut by a strike
            doer = verb.child("nsubj") or (subject(verb) if told_of else None)
            if doer is None or not all(is_time(o) or self.any_of([o], sense.object) for o in acted_on):
                return None
            if not self._thing_or(antecedent(doer, verb), sense) or not self._told_around(sense, verb):
                return None
            if sense.object and any(is_time(c) for c in doer.childs("poss")):
                return None  # Friday's walkout shut the mill: told by the noun, with its day
            trigger = tuple(sorted((verb, *particles), key=lambda t: t.i))
            return Match(sense, verb, trigger, verb, (antecedent(doer, verb),), "thing")
        if sense.suffered:
            doer = verb.child("nsubj")
            if doer is None or acted_on or not self._allowed(verb, sense, patients, verb.lemma):
                return None
            if sense.object and not self.any_of(patients, sense.object):
                return None
            return Match(sense, verb, (verb, *particles), verb, (antecedent(doer, verb),), "suffered")
        if sense.own and not any(c.tag == "PRP$" for t in patients for h in heads(t) for c in h.children):
            return None
        written = " ".join((verb.lemma, *rest))
        wanted = sense.only.get(written) or sense.object
        if wanted == ("@any",) and not acted_on:
            return None
        if wanted and not self.any_of(patients, wanted):
            return None
        if not self._allowed(verb, sense, patients, written, silent=silent):
            return None
        trigger = tuple(sorted((verb, *particles), key=lambda t: t.i))
        return Match(sense, verb, trigger, verb, tuple(patients), "verb" if not wanted else "verb+object")

    def _thing_or(self, doer: Token, sense: Sense) -> bool:
        """Whether a subject is one of the sense's own, or a thing that is open or shut where it acts on nothing else."""
        return any(
            self.is_one_of(h, sense.subject) or (not sense.object and self.actors.thing(h) is not None)
            for h in heads(doer)
        )

    def _allowed(self, verb: Token, sense: Sense, patients: list[Token], written: str, *, silent: bool = False) -> bool:
        if sense.no_object and self.any_of(patients, sense.no_object):
            return False
        if sense.not_complement and any(
            not (sense.purpose and c.is_verb and c.child("nsubj") is None)
            for c in verb.childs("xcomp", "ccomp", "oprd")
        ):
            return False
        if sense.subject or sense.no_subject:
            doer = subject(verb)
            doers = [doer] if doer is not None else []
            silent = silent or (sense.agentless and doer is None and passive(verb))
            if sense.subject and not silent and not self.any_of(doers, sense.subject):
                return False
            if sense.counted and not any(
                c.dep == "nummod" or c.lower in self.lexicon.words["counting"] for d in doers for c in d.children
            ):
                return False
            if sense.no_subject and self.any_of(doers, sense.no_subject):
                return False
        if sense.words or sense.no_words or sense.only_words:
            around = self._around(verb)
            needed = sense.only_words.get(written) or sense.words
            if needed and around.isdisjoint(needed):
                return False
            if says(verb, around, sense.no_words):
                return False
        return True

    def light(self, verb: Token, acted_on: Sequence[Token]) -> Match | None:
        """The sense of the event noun that a support verb carries: its object, or what follows its preposition."""
        if orders_done(verb):
            return None  # ordered it shut, an act of its own
        said = verb.childs("oprd", "attr")
        said += [c for o in verb.childs("dobj") for c in o.childs("appos") if c.tag in ("NN", "NNS")]
        if verb.lemma in ("call", "declare") and (any(c.tag == "JJ" for c in said) or (said and verb.child("dobj"))):
            return None  # called the strike illegal, called it a success
        candidates = [(t, "light") for o in acted_on for t in heads(o)]
        if verb.lemma in self.lexicon.words["go"]:
            named = prepositions(verb)
            if verb.lemma == "take" and acted_on and acted_on[0].lemma == "part":
                named += prepositions(acted_on[0])
            if verb.lemma == "vote":  # voted without dissent for sanctions
                named += [inner for _, p in named for inner in prepositions(p)]
            candidates += [
                (t, "light")
                for name, p in named
                if name in ("on", "into", "in", "under", "out") or (name == "for" and _is_for(verb))
                for t in heads(p)
            ]
        for noun, pattern in candidates:
            if noun.is_noun or noun.tag == "VBG" or (noun.tag == "JJ" and noun.dep == "dobj"):  # a go-slow
                for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
                    if verb.lemma not in (sense.light or self.lexicon.plain_light):
                        continue
                    if verb.lemma in sense.no_light or not self.noun_fits(noun, sense, before, verb):
                        continue
                    if sense.type == "ASSAULT" and noun.lemma == "strike" and self._is_labour(verb):
                        continue  # the union launched a strike against the mill
                    first, *_, last = sorted((verb, noun, _measure(noun)), key=lambda t: t.i)
                    return Match(sense, noun, (first, last), verb, tuple(acted_on), pattern)
        return self._announced(verb, acted_on) if verb.lemma in self.lexicon.words["ordering"] else None

    def _is_labour(self, verb: Token) -> bool:
        """Whether those who do it are a union or people at work."""
        doer = subject(verb)
        return doer is not None and self.any_of([doer], ("@workers",))

    def _announced(self, verb: Token, acted_on: Sequence[Token]) -> Match | None:
        """The sense of a noun that stands for a verb, as what somebody announces or orders: `announced the deployment of`."""
        for noun in (h for o in acted_on for h in heads(o)):
            if noun.lemma == "end" or (found := self.nominal(noun, verb)) is None:
                continue
            first, last = sorted((verb, noun), key=lambda t: t.i)
            return replace(found, trigger=(first, last), verb=verb, pattern="light")
        return None

    def _occurs(self, verb: Token) -> Match | None:
        """The sense of an event noun as the subject of a verb of happening: `clashes erupted`."""
        if any(c.lower in ("down", "up", "apart", "through") for c in verb.childs("prt", "advmod")):
            return None
        doers = verb.childs("nsubj")[-1:]
        if not doers and verb.dep == "xcomp" and (doer := subject(verb)) is not None:
            doers = [doer]  # talks were set to resume
        for noun in (antecedent(t, verb) for t in doers):
            for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
                if sense.alone and self.noun_fits(noun, sense, before, None):
                    return Match(sense, noun, (noun, verb), verb, (), "occur")
        return None

    def nominal(self, noun: Token, above: Token | None = None) -> Match | None:
        """The sense of a noun that stands for a verb with its object: `the closure of the plant`; `above`: its verb."""
        verb = self.lexicon.nominal.get(noun.lemma) or self._gerund(noun)
        if verb is None:
            return None
        acted_on = [p for name, p in prepositions(noun) if name in ("of", "to") or (name == "in" and noun.lemma in _IN)]
        if not acted_on and (modifier := noun.child("compound")):
            acted_on = [modifier]
        if not acted_on and (owner := noun.child("poss")):
            acted_on = [owner]
        for sense, rest in self.lexicon.verbs.get(verb, ()):
            wanted = sense.only.get(verb) or sense.object
            if rest or not wanted or not acted_on or not self._done_by(noun, sense):
                continue
            pronoun = (
                acted_on[0].tag == "PRP$" and acted_on[0].lower == "its" and ("@shut" in wanted or "@thing" in wanted)
            )
            if not pronoun and not self.any_of(acted_on, wanted):
                continue
            if sense.no_object and self.any_of(acted_on, sense.no_object):
                continue
            if above is not None and not self._told_around(sense, above):
                continue
            if above is None and sense.words and phrase_words(noun).isdisjoint(sense.words):
                continue
            return Match(sense, noun, (noun,), None, tuple(acted_on), "nominal")
        return None

    def _gerund(self, noun: Token) -> str | None:
        """The verb of a gerund that is somebody's, of something: `Ghana's shutting of the crossing`."""
        if not noun.lower.endswith("ing") or noun.tag not in ("NN", "VBG"):
            return None
        if not any(c.lower == "of" for c in noun.childs("prep")) or noun.child("poss", "det") is None:
            return None
        verb = lemma_of(noun.lower, "VBG")
        return verb if verb in self.lexicon.verbs else None

    def _done_by(self, noun: Token, sense: Sense) -> bool:
        """Whether whose deed a noun is fits what the sense asks of its subject."""
        if not (sense.subject or sense.no_subject):
            return True
        doers = done_by(noun)
        if sense.subject and not self.any_of(doers, sense.subject):
            return False
        return not (sense.no_subject and self.any_of(doers, sense.no_subject))

    def noun(self, noun: Token) -> Match | None:
        """The sense of an event noun that no support verb carries; only senses that stand alone."""
        for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
            if sense.alone and self.noun_fits(noun, sense, before, None):
                trigger = tuple(sorted({_measure(noun), noun, *modifiers(noun, before)}, key=lambda t: t.i))
                return Match(sense, noun, trigger, None, (), "noun")
        return None

    def attack(self, noun: Token | None) -> Token | None:
        """The noun where it is an attack, which may stand for whoever makes it: `an attack on the convoy killed four`."""
        if noun is None or not noun.is_noun or noun.lemma in self.lexicon.words["violence"]:
            return None
        found = self.noun(noun)
        return noun if found is not None and found.sense.type == "ASSAULT" else None

    def any_noun(self, noun: Token) -> Match | None:
        """The sense of a noun as what is spoken of: `called for a withdrawal`; senses that need a support verb too."""
        for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
            if self.noun_fits(noun, sense, before, None):
                trigger = tuple(sorted({_measure(noun), noun, *modifiers(noun, before)}, key=lambda t: t.i))
                return Match(sense, noun, trigger, None, (), "noun")
        return None

    def noun_fits(self, noun: Token, sense: Sense, before: tuple[str, ...], verb: Token | None) -> bool:
        """Whether the words before and around a noun fit the sense."""
        if before and len(modifiers(noun, before)) < len(before):
            return False
        needed = sense.only_words.get(noun.lemma)
        if not (needed or sense.no_words):
            return True
        around = phrase_words(noun, clauses=False)
        if needed and around.isdisjoint(needed) and (verb is None or verb.lemma not in needed):
            return False
        return not says(noun, around, sense.no_words)

    def _told_around(self, sense: Sense, verb: Token) -> bool:
        """Whether the words that the sense asks for stand in the clause, and none that it excludes."""
        around = self._around(verb)
        if sense.words and around.isdisjoint(sense.words):
            return False
        return not says(verb, around, sense.no_words)

    def any_of(self, tokens: Sequence[Token], wanted: tuple[str, ...]) -> bool:
        """Whether a head among the phrases is one of the words or classes; `it` and `them` may be things that are open or shut."""
        if "@shut" in wanted and any(t.tag == "PRP" and t.lower in _THINGS and not self.actors.of(t) for t in tokens):
            return True
        return any(self.is_one_of(t, wanted) for token in tokens for t in heads(token))

    def is_one_of(self, token: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a word is one of the lemmas, or in one of the `@` classes."""
        words, classes = _words_and_classes(wanted)
        if token.lemma in words or token.lower in words:
            return True
        return any(self._in_class(token, token.lemma, name) for name in classes)

    def _in_class(self, token: Token, lemma: str, name: str) -> bool:
        if words := self.lexicon.classes.get(name):
            if lemma in words or token.lower in words:
                return True
            if name == "workers":
                if token.tag == "PRP":
                    return not any(_state(ref.id) for ref in self.actors.of(token))
                return any(ref.id.endswith("-LAB") or self._union(ref.id) for ref in self.actors.of(token))
            return name == "people" and (
                (token.tag in ("PRP", "WP") and token.lower != "it")
                or person_by_form(token)
                or bool(self.actors.of(token))
            )
        if name in ("actor", "actor_state", "official"):
            found = self.actors.of(token)
            if name == "official":
                return any(not ref.id.startswith("NAMED") for ref in found)
            if name == "actor_state":
                return any(not ref.id.startswith("NAMED") for ref in found) or (
                    token.tag.startswith("NNP") and bool(found)
                )
            return bool(found)
        if name == "foreign":  # Thai shrimp, maize from Uganda
            return any(_state(ref.id) for ref in self.actors.owner(token))
        if name == "name":
            return token.tag.startswith("NNP") and not is_time(token)
        if name == "place":
            return token.tag.startswith("NNP") and self.actors.place_of(token) is not None
        if name == "thing":
            return self.actors.thing(token) is not None
        return name == "any"

    def _union(self, actor: str) -> bool:
        """Whether a name is that of a union: `National Union of Teachers`, not `European Union`."""
        words = set(actor.removeprefix("NAMED:").lower().split()) if actor.startswith("NAMED:") else set()
        lists = self.lexicon.words
        return not words.isdisjoint(lists["union_name"]) and words.isdisjoint(lists["no_union"])


@cache
def _words_and_classes(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The lemmas that a sense asks for, and the `@` classes: looked up at once, however many they are."""
    return frozenset(w for w in wanted if not w.startswith("@")), tuple(w[1:] for w in wanted if w.startswith("@"))


_IN = frozenset({"cut", "reduction"})  # a cut in supplies
_UNTIL = frozenset({"till", "until"})
_THINGS = frozenset({"it", "them", "they"})


def _is_for(verb: Token) -> bool:
    """Whether what somebody votes or is somewhere for is what he does: `voted for a strike`, `was in Lima for talks`."""
    if verb.lemma == "vote":
        return True
    somewhere = any(p.lower in ("at", "in") for p in verb.childs("prep"))
    return verb.lemma == "be" and somewhere and verb.dep not in ("advcl", "relcl")


def _state(actor: str) -> bool:
    """Whether an id is a country's or its government's."""
    return not actor.startswith("NAMED:") and ("-" not in actor or actor.endswith("-GOV"))


def _bare_to(clause: Token, verb: Token) -> bool:
    """Whether an infinitive has nobody of its own to do it: `asked to leave`."""
    return clause.child("nsubj", "nsubjpass") is None and verb.child("dobj", "nsubjpass") is None


def _measure(noun: Token) -> Token:
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
