"""The two sides of a page: who is the other one, where each is named, whose act the sentence before told."""

from collections.abc import Collection, Sequence

from standoff.actor_ids import is_country, party_of, same_side
from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.clause import prepositions
from standoff.extract.events.match import Match
from standoff.extract.events.speech_types import TYPE_OF_ACT
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef, PloverType
from standoff.parse import Sentence, Token

_MATERIAL: frozenset[PloverType] = frozenset(
    {"SANCTION", "COERCE", "RETREAT", "REQUEST", "THREATEN", "REJECT", "AGREE"}
)
_REACH = 2  # sentences
_FAR = 6  # sentences back to the act that a noun names


class Sides:
    """What the page as a whole says of its sides, sentence by sentence."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.last: tuple[Sentence, tuple[ActorRef, ...]] | None = None
        self.told: list[Draft] = []
        self.strikers: tuple[ActorRef, ...] = ()
        self.involved: set[str] = set()

    def remember(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Keeps whose act the sentence told last: the next one may call it `the move`."""
        acts = [
            d for d in drafts if d.actors and d.content_of is None and d.status in ("happened", "ongoing", "planned")
        ]
        if acts:
            self.last = sentence, acts[-1].actors
            self.told += acts
        self.involved.update(a.id for d in acts for a in (*d.actors, *d.recipients))
        self.strikers = next((d.actors for d in acts if d.type == "PROTEST" and d.mode == "strike"), self.strikers)

    def of_dispute(self, noun: Token) -> tuple[ActorRef, ...]:
        """Who is on strike in the strike that a noun takes up, where the page told it before."""
        return self.strikers if noun.lemma in self.lexicon.classes["stoppage"] else ()

    def taken_up(self, noun: Token, but: Collection[str] = ()) -> tuple[ActorRef, ...]:
        """Whose act a definite noun takes up that a sentence before told: `the move`, `that appeal`; of nobody in `but`."""
        article = noun.child("det")
        if self.last is None or article is None or article.lower not in ("the", "this", "that"):
            return ()
        if noun.child("poss", "prep", "acl") is not None:
            return ()
        if (found := self._named_act(noun, but)) is not None:
            return found.actors
        sentence, actors = self.last
        near = sentence.part == noun.sentence.part and 0 < noun.sentence.index - sentence.index <= _REACH
        return actors if near and noun.lemma in self.lexicon.words["taken_up"] else ()

    def _named_act(self, noun: Token, but: Collection[str]) -> Draft | None:
        """The nearest act before a noun that is of a type the noun names: `that appeal` a request, `the withdrawal` one."""
        types = self._types(noun.lemma)
        for draft in reversed(self.told if types else []):
            sentence = draft.anchor.sentence
            if noun.sentence.index - sentence.index > _FAR:
                return None
            of_others = not any(party_of(a.id) in {party_of(i) for i in but} for a in draft.actors)
            known = any(not a.id.startswith("NAMED:") or a.id in self.actors.parties for a in draft.actors)
            if draft.type in types and sentence.part == noun.sentence.part and of_others and known:
                return draft
        return None

    def _types(self, lemma: str) -> set[str]:
        """The types of acts that a noun names."""
        found: set[str] = {
            TYPE_OF_ACT[entry.act] for entry, _ in self.lexicon.speech_nouns.get(lemma, ()) if entry.act != "say"
        }
        found.update(sense.type for sense, before in self.lexicon.nouns.get(lemma, ()) if not before)
        verb = self.lexicon.nominal.get(lemma)
        return found.union(sense.type for sense, rest in self.lexicon.verbs.get(verb or "", ()) if not rest)

    def both_parties(self, near: Token) -> tuple[ActorRef, ...]:
        """The two sides of a two-sided page, each by its nearest mention."""
        parties = self.actors.parties
        if len(parties) != 2:
            return ()
        found = [self.mention(p, near) or self._unnamed(p, near) for p in parties]
        return tuple(r for refs in found for r in refs) if all(found) else ()

    def _unnamed(self, party: str, near: Token) -> tuple[ActorRef, ...]:
        """A declared side of a labour dispute that a page does not name, in the words that tell what both do."""
        at_work = "LAB" in self.actors.sectors.values() and not is_country(party)
        known = at_work and party in self.actors.declared
        return (ActorRef(start=near.start, end=near.end, id=party),) if known else ()

    def other_side(self, actors: tuple[ActorRef, ...], near: Token) -> tuple[ActorRef, ...]:
        """The other side of a two-sided page, where one of the two acts and names nobody."""
        parties = self.actors.parties
        mine = [p for p in parties if any(same_side(a.id, p) for a in actors)]
        if len(parties) != 2 or len(mine) != 1:
            return ()
        return self.mention(parties[1 - parties.index(mine[0])], near)

    def counterpart(self, actors: Sequence[ActorRef], match: Match) -> tuple[ActorRef, ...]:
        """The other party of a two-sided page, where one party acts on the thing that both share."""
        parties = self.actors.parties
        if len(parties) != 2 or match.sense.type not in _MATERIAL or len({party_of(a.id) for a in actors}) != 1:
            return ()
        on_thing = any(self.actors.thing(t) or self._at_thing(t, match) for t in match.acted_on)
        if not (on_thing or self._withdraws_from_thing(match) or self._cuts_off(match, parties)):
            return ()
        mine = [n for n, p in enumerate(parties) if any(same_side(a.id, p) for a in actors)]
        if len(mine) != 1:
            return ()
        other = parties[1 - mine[0]]
        return self.mention(other, match.word)

    def _cuts_off(self, match: Match, parties: Sequence[str]) -> bool:
        """Whether one of two states stops what flows, or pulls back ships and troops that stood against the other."""
        if not all(is_country(p) for p in parties):
            return False
        if match.sense.type == "RETREAT":
            return match.sense.mode == "withdraw"
        flows = self.lexicon.classes["aid_flow"]
        closing = "shuts_valve" in match.sense.marks
        return match.sense.type == "SANCTION" and (closing or any(t.lemma in flows for t in match.acted_on))

    def _at_thing(self, token: Token, match: Match) -> bool:
        """Whether what is acted on is done at a thing that both share: `tightened border controls`, `checks at the crossing`."""
        if match.sense.type != "COERCE" or match.sense.mode != "restrict":
            return False
        if any(c.lemma in self.lexicon.classes["shut"] for c in token.childs("compound")):
            return True
        return any(name in ("at", "on") and self.actors.thing(t) for name, t in prepositions(token))

    def _withdraws_from_thing(self, match: Match) -> bool:
        """Whether somebody pulls people out where the clause speaks of a thing that both share."""
        if match.verb is None or match.sense.mode != "withdraw":
            return False
        return any(t.is_noun and self.actors.thing(t) for t in match.verb.subtree())

    def mention(self, party: str, near: Token) -> tuple[ActorRef, ...]:
        """The mention of a party nearest before a token, else the first after it."""
        best: ActorRef | None = None
        for actor in self.actors.mentions:
            if not same_side(actor.id, party):
                continue
            if best is None or actor.start <= near.start:
                best = ActorRef(start=actor.start, end=actor.end, id=party)
            if actor.start > near.start:
                break
        return (best,) if best is not None else ()
