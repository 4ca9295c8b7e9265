"""Which event noun a support verb carries: `launched a strike`, `went on strike`, `announced the deployment of`."""

from collections.abc import Sequence

from msgspec.structs import replace

from standoff.extract.actors import Actors
from standoff.extract.causing import orders_done
from standoff.extract.events.clause import heads, prepositions, subject
from standoff.extract.events.match import EventNouns, Match, measured_by
from standoff.extract.events.words import only_dates
from standoff.lexicon.actions import Actions
from standoff.parse import Token

_INTO = frozenset({"in", "into", "out", "under"})


class SupportVerbs:
    """Finds the nouns that verbs of one page support."""

    def __init__(self, lexicon: Actions, actors: Actors, nouns: EventNouns) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.nouns = nouns

    def carried(self, verb: Token, acted_on: Sequence[Token]) -> Match | None:
        """The sense of the event noun that a support verb carries: its object, or what follows its preposition."""
        if orders_done(verb):
            return None  # ordered it shut, an act of its own
        if verb.lemma in ("call", "declare") and _calls(verb):
            return None  # called the strike illegal, called it a success
        candidates = [t for o in acted_on for t in heads(o)]
        if verb.lemma in self.lexicon.words["go"]:
            candidates += _gone_to(verb, acted_on)
        answering = verb.lemma in self.lexicon.words["answering"]
        if answering:
            withs = (p for name, p in prepositions(verb) if name == "with" and not _in_respect(p))
            candidates += [t for p in withs for t in heads(p)]
        for said in candidates:
            if only_dates(said) or (verb.lemma == "make" and said.dep == "nsubj"):
                continue  # took them away in March; made arbitration mandatory
            noun = self.actors.act_meant(said) or said
            if noun.is_noun or noun.tag == "VBG" or (noun.tag == "JJ" and noun.dep == "dobj"):  # a go-slow
                for sense, before in self.lexicon.nouns.get(noun.lemma, ()):
                    if verb.lemma not in (sense.light or self.lexicon.plain_light) and not answering:
                        continue
                    if verb.lemma in sense.no_light or not self.nouns.fits(noun, sense, before, verb):
                        continue
                    if sense.type == "ASSAULT" and noun.lemma == "strike" and self._is_labour(verb):
                        continue  # the union launched a strike against the mill
                    first, *_, last = sorted((verb, said, measured_by(said)), key=lambda t: t.i)
                    return Match(sense, noun, (first, last), verb, tuple(acted_on), "light")
        if answering:
            acted_on = [p for name, p in prepositions(verb) if name == "with"]
        told = verb.lemma in self.lexicon.words["ordering"] or verb.lemma in self.lexicon.words["announcing"]
        return self._announced(verb, acted_on) if answering or told else None

    def _is_labour(self, verb: Token) -> bool:
        """Whether those who do it are a union or people at work."""
        doer = subject(verb)
        return doer is not None and self.nouns.classes.any_of([doer], ("@workers",))

    def _announced(self, verb: Token, acted_on: Sequence[Token]) -> Match | None:
        """The sense of a noun that stands for a verb, as what somebody announces or answers with: `announced the deployment of`."""
        for noun in (h for o in acted_on for h in heads(o)):
            if noun.lemma == "end" and verb.lemma not in self.lexicon.words["announcing"]:
                continue
            if (found := self.nouns.nominal(noun, verb)) is None:
                continue
            first, last = sorted((verb, noun), key=lambda t: t.i)
            return replace(found, trigger=(first, last), verb=verb, pattern="light")
        return None


def _gone_to(verb: Token, acted_on: Sequence[Token]) -> list[Token]:
    """What somebody goes into or on: `went on strike`, `took part in talks`, `voted without dissent for sanctions`."""
    named = [*prepositions(verb)]
    taken = acted_on[0] if verb.lemma == "take" and acted_on else None
    part = taken is not None and taken.lemma == "part"
    if taken is not None and part:
        named += prepositions(taken)
    if verb.lemma == "vote":
        named += [inner for _, p in named for inner in prepositions(p)]
    goes_on = taken is None or part  # took a decision on the case
    return [
        t
        for name, p in named
        if name in _INTO or (name == "on" and goes_on) or (name == "for" and _is_for(verb))
        for t in heads(p)
    ]


def _is_for(verb: Token) -> bool:
    """Whether what somebody votes or is somewhere for is what he does: `voted for a strike`, `was in Lima for talks`."""
    if verb.lemma == "vote":
        return True
    somewhere = verb.has_child(("at", "in"), "prep")
    return verb.lemma == "be" and somewhere and verb.dep not in ("advcl", "relcl")


def _calls(verb: Token) -> bool:
    """Whether a verb only says what something is called."""
    said = verb.childs("oprd", "attr")
    said += [c for o in verb.childs("dobj") for c in o.childs("appos") if c.tag in ("NN", "NNS")]
    return any(c.tag == "JJ" for c in said) or (bool(said) and verb.child("dobj") is not None)


def _in_respect(noun: Token) -> bool:
    """A bare noun with `to` behind it, of which nothing is said: `responded with respect to Chad`."""
    said = noun.child("det", "amod", "poss", "compound") is not None or noun.tag == "NNS"
    return not said and noun.has_child(("to",), "prep")
