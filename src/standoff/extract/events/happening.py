"""Which event noun is the subject of a verb of happening or perceiving: `clashes erupted`, `gunfire was heard`."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads, subject
from standoff.extract.events.match import EventNouns, Match
from standoff.extract.events.relative import antecedent
from standoff.lexicon.actions import Actions
from standoff.lexicon.senses import Sense
from standoff.parse import Token

# What a noun that stands for a verb may tell: `deportations began`.
_HARD = frozenset({"ASSAULT", "COERCE"})


class Happening:
    """Finds the nouns that verbs of one page tell to have happened."""

    def __init__(self, lexicon: Actions, actors: Actors, nouns: EventNouns) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.nouns = nouns

    def perceived(self, verb: Token) -> Match | None:
        """The sense of a noun for fighting that was heard or reported: `gunfire was heard along the river`."""
        found = self.occurs(verb, verb.childs("nsubjpass"))
        return found if found is not None and found.sense.type == "ASSAULT" else None

    def occurs(self, verb: Token, doers: Sequence[Token]) -> Match | None:
        """The sense of an event noun as the subject of a verb of happening: `clashes erupted`."""
        beside = {c.lower for c in verb.childs("prt", "advmod")}
        if not beside.isdisjoint(("down", "up", "apart", "through")) or (verb.lemma == "break" and "out" not in beside):
            return None  # talks broke down, a rally broke above its trend
        if not doers and verb.dep == "xcomp" and (doer := subject(verb)) is not None:
            doers = [doer]  # talks were set to resume
        for said in (antecedent(t, verb) for t in doers):
            noun = self.actors.act_meant(said) or said
            if noun.lemma in self.lexicon.speech_nouns and any(c.tag == "VB" for c in noun.childs("acl")):
                continue  # the plea to free the crew went unheard: told by what was asked
            for told, sense, before in self._told_by(noun):
                begun = verb if sense.only_words.get(told.lemma) else None
                if sense.alone and self.nouns.fits(told, sense, before, begun):
                    return Match(sense, told, (said, verb), verb, (), "occur")
            if (found := self.nouns.nominal(noun)) is not None and found.sense.type in _HARD:
                return replace(found, trigger=(noun, verb), verb=verb, pattern="occur")
        return None

    def _told_by(self, noun: Token) -> Iterator[tuple[Token, Sense, tuple[str, ...]]]:
        """The senses of a noun and of what it is a number of: `a wave of protests`, no state of siege."""
        counts = noun.tag.startswith("NN") and noun.lemma not in self.lexicon.nouns
        for told in (t for t in heads(noun, joined=False) if t.tag == "NNS") if counts else (noun,):
            yield from ((told, sense, before) for sense, before in self.lexicon.nouns.get(told.lemma, ()))
