"""Which sense of the lexicon a verb has, by what stands beside it."""

from collections.abc import Sequence

from standoff.extract.actors import Actors
from standoff.extract.events.appointed import appointed
from standoff.extract.events.classes import Classes
from standoff.extract.events.clause import heads, objects, passive, prepositions, subject
from standoff.extract.events.further_words import at_hand, particles_of, says
from standoff.extract.events.happening import Happening
from standoff.extract.events.match import EventNouns, Match
from standoff.extract.events.only_some import only_some
from standoff.extract.events.relative import antecedent
from standoff.extract.events.shared_object import shared_objects
from standoff.extract.events.support import SupportVerbs
from standoff.extract.events.words import is_time
from standoff.lexicon.actions import Actions, Listed
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.senses import Sense
from standoff.parse import Token

# What a passive may tell without a word of who does it.
_SILENT = frozenset({"COERCE", "RETREAT", "SANCTION", "AGREE", "REJECT"})
_UNTIL = frozenset({"till", "until"})
_POSSESSIVES = {"it": "its", "he": "his", "she": "her", "they": "their", "we": "our", "i": "my", "you": "your"}


class Matcher:
    """Finds senses on one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.classes = Classes(lexicon, actors)
        self.nouns = EventNouns(lexicon, self.classes)
        self.support = SupportVerbs(lexicon, actors, self.nouns)
        self.happening = Happening(lexicon, actors, self.nouns)

    def verb(self, verb: Token) -> Match | None:
        """The sense of a verb: with its object, as support of an event noun, or alone; to let only some pass bars the others."""
        match = self._verb(verb)
        return only_some(match) if match is not None else None

    def _verb(self, verb: Token) -> Match | None:
        if verb.lemma not in self.lexicon.telling:
            return None
        acted_on = objects(verb)
        possible = at_hand(verb, self.lexicon.by_word.get(verb.lemma))
        shared = shared_objects(verb) if not acted_on else []
        if shared:  # struck and killed a cyclist
            possible = [one for one in possible if not self.classes.any_asked(shared, one.no_object)]
        listed = self._open(possible, acted_on)
        for one in listed:
            if one.restricted and (found := self._fits(verb, one, acted_on)):
                return found
        if shared:
            for one in self._open(possible, shared):
                if one.restricted and (found := self._fits(verb, one, shared)):
                    return found
        if (
            verb.lemma in self.lexicon.words["perceived"]
            and passive(verb)
            and (found := self.happening.perceived(verb))
        ):
            return found
        carries = verb.lemma in self.lexicon.light or verb.lemma in self.lexicon.words["answering"]
        if carries and (found := self.support.carried(verb, acted_on or shared)):
            return found
        sweeping = verb.lemma in self.lexicon.words["sweeping"]  # protests rocked the capital
        effect = not acted_on or sweeping or (verb.lemma == "take" and acted_on[0].lemma in ("effect", "place", "hold"))
        if (
            effect
            and (sweeping or verb.lemma in self.lexicon.occur)
            and (found := self.happening.occurs(verb, verb.childs("nsubj")[-1:]))
        ):
            return found
        for one in listed:
            if not one.restricted and (found := self._fits(verb, one, acted_on)):
                return found
        return self._silent(verb, listed, acted_on) or appointed(verb, self.lexicon, self.nouns)

    def comes_first(self, verb: Token) -> bool:
        """Whether a sense of the verb fits that comes before words of speaking, as before all others."""
        listed = at_hand(verb, self.lexicon.first.get(verb.lemma))
        acted_on = objects(verb) if listed else ()
        return any(self._fits(verb, one, acted_on) for one in listed)

    def _open(self, listed: Sequence[Listed], acted_on: Sequence[Token]) -> Sequence[Listed]:
        """The senses that what a verb acts on leaves open: a few of many, where no pronoun may stand for anything."""
        words = self.classes.words_for(acted_on) if listed else None
        if words is None:
            return listed
        return [one for one in listed if not one.plain or one.asked.further or not one.asked.words.isdisjoint(words)]

    def _silent(self, verb: Token, listed: Sequence[Listed], acted_on: Sequence[Token]) -> Match | None:
        """The sense of a passive that does not say who acts, though the sense asks for somebody: `a post was put up in May`."""
        if not acted_on or not passive(verb) or subject(verb) is not None:
            return None
        asking = (one for one in listed if one.sense.object and one.sense.subject and one.sense.type in _SILENT)
        return next((m for one in asking if (m := self._fits(verb, one, acted_on, silent=True))), None)

    def _is_ones_own(self, thing: Token) -> bool:
        """Whether a thing, and nobody, is told by a pronoun to belong to somebody: `its policies`."""
        owned = any(c.tag == "PRP$" for c in thing.childs("poss"))
        return owned and not self.classes.any_of([thing], ("@actor", "@people"))

    def _fits(self, verb: Token, listed: Listed, acted_on: Sequence[Token], *, silent: bool = False) -> Match | None:
        sense, rest, wanted = listed.sense, listed.rest, listed.wanted
        if listed.plain and not self.classes.any_asked(acted_on, listed.asked):
            return None  # most senses of most verbs
        particles = _particles(verb, sense, rest)
        if particles is None:
            return None
        if sense.thing_subject:
            return self._by_thing(verb, sense, particles, acted_on)
        patients = self._patients(verb, sense, rest, particles, acted_on)
        if patients is None:
            return None
        if sense.suffered:
            return self._suffered(verb, listed, (verb, *particles), patients) if not acted_on else None
        if sense.own and not any(c.tag == "PRP$" for t in patients for h in heads(t) for c in h.children):
            return None
        if sense.own_only and _is_others(verb, patients):
            return None
        if verb.lemma in sense.not_own and any(map(self._is_ones_own, patients)):
            return None
        if wanted == ("@any",) and not acted_on:
            return None
        if wanted and not listed.plain and not self.classes.any_asked(patients, listed.asked):
            return None
        if not self._allowed(verb, listed, patients, listed.written, silent=silent):
            return None
        return Match(
            sense,
            verb,
            _trigger(verb, particles),
            verb,
            tuple(t for t in patients if t not in particles),  # shook hands: nobody's
            "verb" if not wanted else "verb+object",
        )

    def _patients(
        self, verb: Token, sense: Sense, rest: tuple[str, ...], particles: Sequence[Token], acted_on: Sequence[Token]
    ) -> list[Token] | None:
        """The heads that a sense acts on: objects, what follows its last word, subjects of its clauses; None without a clause it needs."""
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
        return patients

    def _by_thing(
        self, verb: Token, sense: Sense, particles: Sequence[Token], acted_on: Sequence[Token]
    ) -> Match | None:
        """The sense of a verb whose subject is the thing: `supplies began to flow`."""
        told_of = verb.dep == "xcomp" or (sense.object and passive(verb))  # began to flow, was shut by a strike
        doer = verb.child("nsubj") or (subject(verb) if told_of else _undergoing(verb))
        if doer is None or not all(is_time(o) or self.classes.any_of([o], sense.object) for o in acted_on):
            return None
        if not self._thing_or(antecedent(doer, verb), sense) or not self.classes.told_around(sense, verb):
            return None
        if sense.object and any(is_time(c) for c in doer.childs("poss")):
            return None  # Friday's walkout shut the mill: told by the noun, with its day
        if "strike" in sense.marks and self._is_raid(doer):
            return None
        return Match(sense, verb, _trigger(verb, particles), verb, (antecedent(doer, verb),), "thing")

    def _suffered(
        self, verb: Token, listed: Listed, trigger: tuple[Token, ...], patients: Sequence[Token]
    ) -> Match | None:
        """The sense of a verb whose subject is the one acted on: `died of torture`."""
        doer, sense = verb.child("nsubj"), listed.sense
        if doer is None or not self._allowed(verb, listed, patients, verb.lemma):
            return None
        if sense.object and not self.classes.any_of(patients, sense.object):
            return None
        return Match(sense, verb, trigger, verb, (antecedent(doer, verb),), "suffered")

    def _thing_or(self, doer: Token, sense: Sense) -> bool:
        """Whether a subject is one of the sense's own, or a thing that is open or shut where it acts on nothing else."""
        return any(
            self.classes.is_one_of(h, sense.subject)
            or ("any_thing" in sense.marks and self.actors.thing(h) is not None)
            for h in heads(doer)
        )

    def _allowed(
        self, verb: Token, listed: Listed, patients: Sequence[Token], written: str, *, silent: bool = False
    ) -> bool:
        sense = listed.sense
        if sense.no_object and self.classes.any_asked(patients, listed.no_object):
            return False
        if sense.not_complement and (
            any(
                not (sense.purpose and c.is_verb and c.child("nsubj") is None)
                for c in verb.childs("xcomp", "ccomp", "oprd")
            )
            or (verb.dep == "parataxis" and verb.lemma in self.lexicon.speech_verbs)
            or _names_it(verb)
        ):
            return False
        if sense.subject or sense.no_subject:
            doer = subject(verb)
            doers = [doer] if doer is not None else []
            silent = silent or (sense.agentless and doer is None and passive(verb))
            if sense.subject and not silent and not self.classes.any_asked(doers, listed.subject):
                return False
            if sense.counted and not any(
                c.dep == "nummod" or c.lower in self.lexicon.words["counting"] for d in doers for c in d.children
            ):
                return False
            if sense.no_subject and self.classes.any_asked(doers, listed.no_subject):
                return False
        if sense.words or sense.no_words or sense.only_words:
            around = self.classes.around(verb)
            needed = sense.only_words.get(written) or sense.words
            if needed and around.isdisjoint(needed):
                return False
            if says(verb, around, sense.no_words):
                return False
        return True

    def _is_raid(self, strike: Token) -> bool:
        """Whether a strike is on somebody: `the Chadian strike on rebel camps`, but not `a strike on the railway`."""
        aimed = [t for name, t in prepositions(strike) if name in ("against", "on") and not is_time(t)]
        ours = any(c.dep in ("amod", "poss", "compound") and self.actors.owner(strike) for c in strike.children)
        return ours and any(self.actors.of(t) or self.actors.owner(t) for t in aimed)


def _particles(verb: Token, sense: Sense, rest: tuple[str, ...]) -> Sequence[Token] | None:
    """The further words of a sense; None where one is missing, or tells a time."""
    if not rest:
        return ()
    particles = particles_of(verb, rest)
    if particles is None:
        return None
    if particles[-1].dep == "agent" and not sense.suffered:
        return None  # leaflets were dropped by Israel
    governed = particles[-1].childs("pobj")
    if not sense.thing_subject and rest[-1] not in _UNTIL and any(is_time(t) for t in governed):
        return None
    if governed and verb.lemma in clause_words("seeing"):
        return None  # a ship was seen off the coast
    return particles


def _undergoing(verb: Token) -> Token | None:
    """What a passive before it has for subject: `supplies were cut on Monday and stopped on Friday`."""
    first = verb.head if verb.dep == "conj" else None
    return first.child("nsubjpass") if first is not None and not passive(verb) else None


def _names_it(verb: Token) -> bool:
    """Whether a clause says by which name somebody calls a thing: `a feature it is calling a guide`, `as they call it`."""
    called = verb.child("dobj")
    if verb.lemma != "call" or called is None or verb.child("nsubj") is None or verb.child("prep", "advmod", "prt"):
        return False
    as_named = verb.dep == "advcl" and called.tag == "PRP" and verb.has_child(("as",), "mark", "advmod")
    return verb.dep == "relcl" or as_named


def _trigger(verb: Token, particles: Sequence[Token]) -> tuple[Token, ...]:
    """A verb with its further words, in the order of the text."""
    return tuple(sorted((verb, *particles), key=lambda t: t.i))


def _bare_to(clause: Token, verb: Token) -> bool:
    """Whether an infinitive has nobody of its own to do it: `asked to leave`."""
    return clause.child("nsubj", "nsubjpass") is None and verb.child("dobj", "nsubjpass") is None


def _is_others(verb: Token, patients: Sequence[Token]) -> bool:
    """What is acted on is told by a pronoun to be another's than the subject's: `it will not change their position`."""
    doer = subject(verb)
    own = _POSSESSIVES.get(doer.lower) if doer is not None else None
    return own is not None and any(c.tag == "PRP$" and c.lower != own for t in patients for c in t.children)
