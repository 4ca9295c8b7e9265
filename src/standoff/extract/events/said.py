"""Words of speaking with what they speak of: `agreed to reopen`, `a call for talks`, `is ready to release`."""

from collections.abc import Sequence

import msgspec

from standoff.extract.actors.names import noun_at
from standoff.extract.carried_out import carried_out
from standoff.extract.causing import orders_done
from standoff.extract.events.ballots import said_by_ballot
from standoff.extract.events.clause import clause_complement, coordinated, heads, objects, prepositions
from standoff.extract.events.complements import further_gerunds, infinitive, infinitives, is_content, seen_done
from standoff.extract.events.further_words import modifiers, particles_of, says
from standoff.extract.events.matcher import Matcher
from standoff.extract.events.unanswered import silence
from standoff.extract.events.words import is_measure, is_time
from standoff.extract.news import comes_after
from standoff.extract.status import Reading, read_status
from standoff.lexicon.actions import Actions
from standoff.lexicon.senses import Speech
from standoff.parse import Token

_CALLED = ("@actor", "@name", "@officials", "@organisations")
_WHEN = frozenset({"after", "at", "before", "during", "within"})


class Said(msgspec.Struct, frozen=True):
    """A speech entry found: its word, trigger, what it speaks of (heads), and the status reading of its clause."""

    entry: Speech
    word: Token
    trigger: tuple[Token, ...]
    verb: Token | None
    contents: tuple[Token, ...]
    reading: Reading


class SpeechFinder:
    """Finds the entries of the speech lexicon in a sentence."""

    def __init__(self, lexicon: Actions, matcher: Matcher) -> None:
        self.lexicon = lexicon
        self.matcher = matcher

    def found(self, token: Token) -> list[Said]:
        """The entries that a verb, noun or adjective with its complement may be, best first."""
        lexicon = self.lexicon
        found: list[Said] = []
        if token.is_verb:
            if orders_done(token):
                return []
            for entry, rest in lexicon.speech_verbs.get(token.lemma, ()):
                particles = particles_of(token, rest)
                if particles is None:
                    continue
                contents = self._contents(token, entry, particles)
                if contents is not None:
                    reading = said_by_ballot(token, entry.act, read_status(token), lexicon)
                    found.append(Said(entry, token, (token, *particles), token, tuple(contents), reading))
            found += self._light(token)
        elif token.is_noun:
            found += self._alone(token)
        elif (
            token.lower in lexicon.speech_adjectives
            and token.dep in ("acomp", "ccomp", "conj", "oprd")
            and token.head is not None
        ):
            for entry, _ in lexicon.speech_adjectives[token.lower]:
                contents = self._of_adjective(token, entry)
                if contents and not _was(token.head):
                    found.append(Said(entry, token, (token,), token.head, tuple(contents), read_status(token.head)))
        return found

    def _of_adjective(self, adjective: Token, entry: Speech) -> list[Token]:
        """What an adjective speaks of: `ready to release`, `open to talks`."""
        if "that" in entry.forms:
            return adjective.childs("ccomp")
        if "inf" in entry.forms:
            return [c for c in adjective.childs("xcomp", "acl", "ccomp", "advcl") if infinitive(c)]
        named = [t for name, t in prepositions(adjective) if name in entry.prep]
        return [h for t in named for h in heads(t) if h.lemma in entry.noun_only or h.tag == "VBG"]

    def treaty(self, said: Said) -> bool:
        """Whether what is agreed is a treaty of trade, defence or the like, which is support and no deal in a dispute."""
        named = [said.word, *said.contents]
        if said.verb is not None:
            named += [h for o in objects(said.verb) for h in heads(o)]
            named += [t for name, t in prepositions(said.verb) if name in ("on", "to") and t.is_noun]
        named += [t for n in list(named) if n.is_noun for name, t in prepositions(n) if name == "of" and t.is_noun]
        words = self.lexicon.words["treaty"]
        return any(
            n.lemma in self.lexicon.classes["agreement"] and any(c.lower in words for c in n.subtree() if c.i < n.i)
            for n in named
        )

    def _light(self, verb: Token) -> list[Said]:
        """`made a pledge to reopen`, `issued an ultimatum`."""
        found = []
        if verb.lemma not in self.lexicon.light or verb.has_child(("aside",), "prt"):
            return []  # set aside the order
        for o in objects(verb):
            for noun in heads(o):
                for entry, before in self.lexicon.speech_nouns.get(noun.lemma, ()):
                    if (entry.light and verb.lemma not in entry.light) or len(modifiers(noun, before)) < len(before):
                        continue
                    if says(noun, {t.lower for t in noun.subtree()}, entry.no_words):
                        continue
                    contents = self._noun_contents(noun, entry, verb)
                    if contents is not None and not self._kept(contents):
                        first, last = sorted((verb, noun), key=lambda t: t.i)
                        found.append(Said(entry, noun, (first, last), verb, tuple(contents), read_status(verb)))
        return found

    def _alone(self, noun: Token) -> list[Said]:
        """`the port's announcement to let trawlers in`, `proposals to Oslo to open the strait went unanswered`."""
        quiet = silence(noun, self.lexicon) is not None
        for entry, before in self.lexicon.speech_nouns.get(noun.lemma, ()):
            if quiet and entry.act == "request" and not before:
                contents = [c for c in noun.childs("acl", "advcl") if infinitive(c)] or self._noun_contents(
                    noun, entry, None
                )
                if contents:
                    return [Said(entry, noun, (noun,), None, tuple(contents), Reading())]
            if (
                entry.alone
                and (noun.child("poss") or self._sent(noun) or (entry.act == "threaten" and self._owned(noun)))
                and noun.lemma != "decision"
                and len(modifiers(noun, before)) >= len(before)
            ):
                contents = self._noun_contents(noun, entry, None)
                if contents and not self._kept(contents):
                    told = self._putting_out(noun) if self._sent(noun) else ()
                    return [Said(entry, noun, (noun, *told), None, tuple(contents), Reading())]
        return []

    def _owned(self, noun: Token) -> bool:
        """Whether an adjective says whose a noun is: `the Kenyan threat`."""
        return noun.child("amod", "compound") is not None and bool(self.matcher.actors.owner(noun))

    def _putting_out(self, noun: Token) -> tuple[Token, ...]:
        """The verb that says that words were spoken: `the warning from Chad came on Monday`."""
        verb = noun.head if noun.dep in ("nsubj", "nsubjpass") else None
        return (verb,) if verb is not None and verb.lemma in self.lexicon.words["put_out"] else ()

    def _sent(self, noun: Token) -> bool:
        """Whether a phrase says from whom words came that were spoken."""
        by = [t for name, t in prepositions(noun) if name in ("by", "from")]
        told = bool(self._putting_out(noun)) or comes_after(noun)
        return told and any(self.matcher.actors.of(t) for t in by)

    def _kept(self, contents: Sequence[Token]) -> bool:
        """Whether what was promised or threatened is said to be done: `carried out its threat to close it`."""
        return any(carried_out(c, self.lexicon) is not None for c in contents)

    def _noun_contents(self, noun: Token, entry: Speech, verb: Token | None) -> list[Token] | None:
        found = [
            c
            for c in noun.childs("acl", "ccomp", "xcomp", "relcl")
            if infinitive(c) or c.dep == "ccomp" or (c.dep == "acl" and c.child("mark"))
        ]
        if verb is not None:
            found += [
                c
                for c in verb.childs("xcomp", "advcl")
                if infinitive(c) and entry.act in ("promise", "agree", "threaten", "refuse", "request") and c.i > noun.i
            ]
            found = found or [c for c in verb.childs("ccomp") if c.i > noun.i and c.child("mark")]
        if "prep" in entry.forms:
            found += [t for name, t in prepositions(noun) if name in entry.prep and not is_time(t)]
            if verb is not None and not found:
                found += [t for name, t in prepositions(verb) if name in entry.prep and t.i > noun.i and not is_time(t)]
        found = [t for c in found for t in coordinated(c)]
        if found or "none" in entry.forms:
            return found
        return None

    def _contents(self, verb: Token, entry: Speech, particles: Sequence[Token]) -> list[Token] | None:
        """The complements that the entry takes; None where it has none of them and needs one."""
        if entry.bare:
            return [] if _bare(verb) else None
        if not self._may_take(verb, entry):
            return None
        found = [c for c in map(seen_done, clause_complement(verb)) if is_content(c, verb, entry)]
        if "gerund" in entry.forms:
            found += [
                c for c in verb.childs("advcl", "dobj") if c.tag == "VBG" and c.i > verb.i and not c.child("mark")
            ]
        found += [c for p in particles for c in p.childs("acl") if c.child("mark") and is_content(c, verb, entry)]
        if entry.inf_object and not found:
            found = infinitives(verb)
        if entry.needs_noun_object:
            return found or None
        if "noun" in entry.forms and verb.lemma not in entry.not_noun:
            told = bool(found)  # urged the state to pay: it is asked, and not asked for
            found += [n for n in self._nouns(verb, entry) if not (told and noun_at(n) is not None)]
        if "prep" in entry.forms and verb.lemma not in entry.no_prep:
            found += self._after_prepositions(verb, entry, particles, found)
            if entry.act == "accuse":
                found += further_gerunds(verb, found, entry.prep)
        if verb.lemma == "agree" and not found and self.matcher.classes.any_of(objects(verb), ("@agreement",)):
            return []
        if "impatience" in entry.forms:
            return None
        return found if found or "none" in entry.forms else None

    def _after_prepositions(
        self, verb: Token, entry: Speech, particles: Sequence[Token], known: Sequence[Token]
    ) -> list[Token]:
        """What stands after the prepositions of the entry: `warned of a strike`, `begged the villagers for food`."""
        begged = objects(verb) if entry.act == "request" else []  # begged the villagers for food
        named = [p for o in begged for p in prepositions(o) if p[0] == "for" and p[1].lemma in entry.noun_only]
        weighed = entry.needs == "hostile" and bool(entry.noun_only)
        found: list[Token] = []
        for name, t in [*(p for above in (verb, *particles) for p in prepositions(above)), *named]:
            if ((known or found) and name in entry.to) or (weighed and is_time(t)):
                continue  # pleaded with Chad to pay; spoke at the time of the strike
            if name in entry.prep and (t.is_verb or (t.is_noun and not _is_month(t)) or _is_sum(t)):
                listed = (h for h in heads(t) if not (weighed and _is_there(h)))
                found += [h for h in listed if not weighed or self._listed(h, entry)] if t.is_noun else coordinated(t)
        return found

    def _may_take(self, verb: Token, entry: Speech) -> bool:
        """Whether the clause has the object and the preposition that the entry asks for, and none of the words it excludes."""
        if entry.needs_noun_object and not self.matcher.classes.any_of(objects(verb), entry.noun_object):
            return False
        if entry.no_words and says(verb, {t.lower for t in verb.subtree()}, entry.no_words):
            return False
        if verb.lemma not in entry.needs_prep:
            return True
        if objects(verb) and not self.matcher.classes.any_of(objects(verb), _CALLED):
            return False  # called it revenge for the raid
        marks = (m for c in verb.childs("advcl", "ccomp") for m in c.childs("mark"))  # called for both to return
        return any(m.lower in entry.prep for m in marks) or any(
            c.lower in (*entry.to, *entry.prep) and not any(is_time(p) for p in c.childs("pobj")) for c in verb.children
        )

    def _listed(self, noun: Token, entry: Speech) -> bool:
        """Whether a noun is one that the entry lists; of what somebody weighs also deeds, levies and steps in court."""
        if noun.lemma in entry.noun_only or entry.needs != "hostile":
            return noun.lemma in entry.noun_only
        words = self.lexicon.words
        if noun.lemma in self.lexicon.nominal or noun.lemma in words["levied"] or _grave(noun, words):
            return True
        match = self.matcher.nouns.spoken_of(noun)
        return match is not None and "in_court" in match.sense.marks

    def _nouns(self, verb: Token, entry: Speech) -> list[Token]:
        """The objects that the entry speaks of: those it lists, else nouns that tell an act."""
        named = [h for o in objects(verb) for h in ([h for h in heads(o) if not is_measure(h)] or [o])]
        if entry.noun_only:
            there = entry.needs == "hostile" and entry.act == "threaten"
            return [h for h in named if self._listed(h, entry) and not (there and _is_there(h))]
        nominal = self.lexicon.nominal
        return [h for h in named if h.is_noun and (self.matcher.nouns.spoken_of(h) or h.lemma in nominal)]


def _is_month(noun: Token) -> bool:
    """Whether a noun is a month, as one writes it: no march."""
    return is_time(noun) and not noun.text.islower()


def _is_sum(number: Token) -> bool:
    """Whether a number is of money: `agreed on $90 a tonne`."""
    return number.tag == "CD" and any(c.tag == "$" for c in number.children)


def _is_there(noun: Token) -> bool:
    """Whether a noun is of what there is: they `discussed the blockade`, but `thought about the closure of the port`."""
    return noun.has_child(("the",), "det") and not any(n == "of" for n, _ in prepositions(noun))


def _grave(noun: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a noun is of steps that hurt: `retaliatory measures`."""
    return noun.lemma in words["grave_noun"] and any(m.lower in words["grave"] for m in noun.children)


def _was(copula: Token) -> bool:
    """Whether a copula is a past perfect: what somebody `had been willing` to do is no promise."""
    return copula.tag == "VBN" and copula.has_child(("had",), "aux")


def _bare(verb: Token) -> bool:
    """Whether a past verb stands without anything that it could be about: `Sudan accepted within hours`."""
    if verb.tag not in ("VBD", "VBN") or verb.dep in ("acl", "relcl", "amod", "advcl", "ccomp", "xcomp"):
        return False
    if verb.child("dobj", "nsubjpass", "auxpass", "xcomp", "oprd", "agent", "attr", "acomp", "parataxis"):
        return False
    if any(c.i > verb.i for c in verb.childs("ccomp")):
        return False  # but: Chad asked for more; Niger refused
    return all(p.lower in _WHEN or any(is_time(t) for t in p.subtree()) for p in verb.childs("prep"))
