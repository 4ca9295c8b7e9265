"""Whom words are for: who is asked, blamed or refused something, and who of them is no side."""

from standoff.actor_ids import is_bare, is_country, party_of, same_side, sector_of
from standoff.extract.events.circumstances import HELD_IN
from standoff.extract.events.clause import mutual, objects, passive, prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.said import Said
from standoff.model import ActorRef
from standoff.parse import Token

Refs = tuple[ActorRef, ...]
_OWN = frozenset({"her", "his", "its", "their"})


class Audience:
    """Those to whom a word of speaking, or what it speaks of, is put."""

    def __init__(self, coder: Coder) -> None:
        self.coder = coder

    def asked(self, said: Said, speaker: Refs) -> Refs:
        """Whom the words are for, as the clause says."""
        addressed = self.coder.parties.addressed
        if said.verb is not None:
            offered = said.entry.act == "offer" and any(c.is_verb for c in said.contents)  # `offers a fund to end it`
            sources = [s for s in said.entry.to if not (s == "object" and (said.word is not said.verb or offered))]
            if said.word is not said.verb and "dative" not in sources:
                sources.insert(0, "dative")  # gave the rebels a warning
            if found := addressed.asked(said.verb, sources, speaker, said.contents):
                return found
        if said.word is not said.verb:
            ids = {a.id for a in speaker}
            for name, t in prepositions(said.word):
                if name in said.entry.to and (found := tuple(r for r in self.coder.actors.of(t) if r.id not in ids)):
                    return found
        return ()

    def asked_or_held(self, said: Said, speaker: Refs) -> Refs:
        """Whom the words are for; of a refusal also who is given nothing, of a request who holds what is asked for."""
        asked = self.asked(said, speaker)
        if not asked and said.verb is not None and said.entry.act != "accuse":
            asked = self.coder.parties.addressed.written_to(said.verb, speaker)
        if said.entry.act == "agree" and not asked:
            asked = self._at_table(said, speaker)
        if said.entry.act == "refuse" and not asked:
            asked = self.coder.parties.addressed.given(said.contents, speaker)
        if said.entry.act == "request" and not asked:
            asked = self._holder(said, speaker)
        if said.entry.act == "accuse" and not asked:
            asked = self._blamed(said, speaker)
        return asked

    def _at_table(self, said: Said, speaker: Refs) -> Refs:
        """With whom somebody agreed on something in talks or a call: `agreed in talks with Chad to open the road`."""
        meetings = self.coder.lexicon.words["visits"]
        ids = {a.id for a in speaker}
        held = [t for name, t in prepositions(said.verb) if name in HELD_IN] if said.verb is not None else []
        others = (t for m in held if m.lemma in meetings for name, t in prepositions(m) if name == "with")
        return next((f for t in others if (f := tuple(r for r in self.coder.actors.of(t) if r.id not in ids))), ())

    def _blamed(self, said: Said, speaker: Refs) -> Refs:
        """Whom a complaint is about: who does what it tells; each other, where two sides accuse one another."""
        if said.verb is not None and mutual(said.verb):
            return speaker
        ids = {a.id for a in speaker}
        doers = (subject(c) for c in said.contents if c.is_verb and not passive(c))
        found = (self.coder.roles.acting(doer) for doer in doers if doer is not None and doer.tag != "PRP")
        return next((f for refs in found if (f := tuple(r for r in refs if r.id not in ids))), ())

    def _holder(self, said: Said, speaker: Refs) -> Refs:
        """Whom a demand without an addressee is put to: the subject of what is demanded, or who stands in it."""
        ids = {a.id for a in speaker}
        for c in said.contents:
            who = c.child("nsubj", "nsubjpass") if c.is_verb else None
            if who is not None and not self.coder.roles.is_own(who, ids, self.coder.actors.of(who)):
                if found := tuple(r for r in self.coder.actors.of(who) if r.id not in ids):
                    return found
                if who.is_noun and who.dep == "nsubj" and self.coder.roles.somebody(who):
                    return (self.coder.roles.phrase(who),)
            for t in [*c.childs("poss"), *(t for name, t in prepositions(c) if name in ("by", "from", "with"))]:
                if c.is_noun and (owner := tuple(r for r in self.coder.actors.of(t) if r.id not in ids)):
                    return owner
            if c.is_noun and (keeper := self._keeper(c, ids)):
                return keeper
        return ()

    def _keeper(self, deed: Token, ids: set[str]) -> Refs:
        """Who holds those whose release is asked for: `the release of sailors held in Iran`, `arrested by the army`."""
        clauses = [c for name, t in prepositions(deed) if name == "of" for c in t.childs("acl") if c.tag == "VBN"]
        for name, t in (p for c in clauses for p in prepositions(c)):
            if name == "by" and (found := tuple(r for r in self.coder.actors.of(t) if r.id not in ids)):
                return found
            if name == "in" and (ref := self.coder.roles.places.standing(t, ids)) is not None:
                return (ref,)
        return ()

    def told(self, said: Said, speaker: Refs) -> Refs:
        """To whom of others somebody speaks: `told China that`."""
        mine = {a.id for a in speaker}
        told = (self.coder.actors.of(t) for t in objects(said.word))
        return next(
            (f for refs in told if (f := tuple(r for r in refs if r.id not in mine and not self.is_public(r)))), ()
        )

    def both_sides(self, speaker: Refs, asked: Refs) -> bool:
        """Whether one side of a two-sided page speaks to the other."""
        parties = self.coder.actors.parties
        return len(parties) == 2 and all(any(same_side(r.id, p) for r in (*speaker, *asked)) for p in parties)

    def across(self, speaker: Refs, asked: Refs) -> bool:
        """Whether a side is spoken to that is not the speaker's, or a court or body of states.

        Of sides that are not declared, only by a third one: what they ask of each other is told by what they ask for.
        """
        parties = sorted(self.coder.actors.declared or self.coder.actors.parties)
        mine = {p for p in parties for r in speaker if same_side(r.id, p)}
        if mine and not self.coder.actors.declared:
            parties = []
        return any(
            any(same_side(r.id, p) for p in parties if p not in mine) or (r.id.startswith("IGO-") and r not in speaker)
            for r in asked
        )

    def of_party(self, asked: Refs) -> bool:
        """Whether somebody is asked who acted, or was acted on, before on the page: an appeal to a party is no mere appeal."""
        return any(r.id in self.coder.roles.sides.involved for r in asked)

    def official(self, speaker: Refs) -> bool:
        """Whether those who speak are states, governments or sides of the page."""
        parties = self.coder.actors.parties
        return all(r.id in parties or (is_country(r.id) and sector_of(r.id) in (None, "GOV")) for r in speaker)

    def is_public(self, ref: ActorRef) -> bool:
        """Whether somebody is no side: reporters, residents, states, or the speaker's own people."""
        if not ref.id.startswith("NAMED:") or ref.id in self.coder.actors.parties:
            return False
        words = ref.id.removeprefix("NAMED:").lower().split()
        public = self.coder.lexicon.words["public"]
        return bool(words) and (words[0] in _OWN or words[-1] in public or words[-1].removesuffix("s") in public)

    def wanted(self, said: Said) -> bool:
        """Whether people are what is asked for: `asked for observers`, who are asked nothing themselves."""
        if said.entry.act != "request" or not said.contents:
            return False
        found = [(c, self.coder.actors.of(c)) for c in said.contents]
        return all(c.is_noun and refs and all(is_bare(r.id) for r in refs) for c, refs in found)

    def spoken_of(self, said: Said, speaker: Refs) -> Refs:
        """Somebody else in what is spoken of; not the state for which its own minister speaks."""
        ids = {a.id for a in speaker}
        own = {party_of(i) for i in ids if sector_of(i) == "GOV"} if said.entry.act == "accuse" else set()
        thing = said.word.child("dobj") if said.entry.act == "accuse" and said.word.is_verb else None
        if thing is not None and any(c.tag == "VBG" for c in said.contents):  # accused the levy of harming Chad
            return tuple(r for r in self.coder.actors.owner(thing) if r.id not in ids)
        for c in said.contents:
            refs = self.coder.roles.inside(c, 0, frozenset(ids | own))
            if found := tuple(r for r in refs if r.id not in ids | own):
                return found
        return ()
