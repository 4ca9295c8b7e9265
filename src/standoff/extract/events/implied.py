"""Who acts where a sentence does not say: the page tells who strikes, who talks with whom, who shut the road.

Works on the drafts of a whole page, once they are all there. An actor is taken over only where exactly one fits.
"""

from collections import Counter
from collections.abc import Sequence

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors import Actors
from standoff.extract.actors.at_odds import at_odds
from standoff.extract.draft import Draft
from standoff.extract.events.at_work import AtWork, words_of
from standoff.extract.events.facing import Facing
from standoff.extract.events.opposed import answer, oppose, seat
from standoff.extract.events.sides import Sides
from standoff.extract.events.whose_officials import place_officials
from standoff.lexicon.actions import actions
from standoff.lexicon.retold import retold_nouns
from standoff.lexicon.senses import marked
from standoff.model import ActorRef, PloverType
from standoff.parse import Sentence, Token

_IMPLIED = 0.9  # how much less sure an act is whose actor another sentence tells
_OPPOSITE = 0.8  # of talks of which only one side is told: as much as the other side makes them weigh more
_NOBODY = 0.7
_STORY = 3  # sentences
_TOLD_ELSEWHERE = 1.25
_MOST = 0.75
_DONE = ("happened", "ongoing")
_OF_VOTERS: tuple[PloverType, ...] = ("AGREE", "REJECT")
_CONTROL: frozenset[PloverType] = frozenset({"COERCE", "RETREAT", "SANCTION"})
_PASSED: tuple[PloverType, str] = ("RETREAT", "access")
_PASSAGE = ("access", "discontinue", "restrict")
_JOINT: frozenset[PloverType] = frozenset({"AGREE", "CONSULT"})

Refs = tuple[ActorRef, ...]


def imply(drafts: Sequence[Draft], sentences: Sequence[Sentence], actors: Actors, sides: Sides) -> list[Draft]:
    """The drafts of a page, with the actors that its other sentences tell; a vote of which nobody tells the outcome is left out."""
    if not drafts:
        return []
    place_officials(drafts, actors)
    implied = Implied(drafts, sentences, actors, sides)
    for draft in drafts:
        implied.stand_for_sides(draft)
        if not draft.actors and not draft.own_time and len(sentences) > 1:
            implied.take_over(draft)
    kept = [d for d in drafts if (not d.own_time or implied.filled(d)) and not implied.is_at_work(d)]
    for draft in kept if len(sentences) > 1 else ():
        implied.oppose(draft)
    if (facing := implied.facing()) is not None:
        for draft in kept:
            facing.fill(draft)
    return kept


class Implied:
    """What a page tells of its sides, to fill in who acts."""

    def __init__(self, drafts: Sequence[Draft], sentences: Sequence[Sentence], actors: Actors, sides: Sides) -> None:
        self.actors = actors
        self.sides = sides
        self.sentences = sentences
        self.told = [d for d in drafts if d.actors and d.content_of is None and d.status in _DONE and not d.negated]
        self.work = AtWork(actors)
        self._owners: dict[str, list[tuple[Token, Refs]]] = {}

    def stand_for_sides(self, draft: Draft) -> None:
        """Members and strikers of whom no more is said stand for the page's one union, management for whom it strikes against."""
        if draft.type in _JOINT and not draft.recipients and self._are_envoys(draft):
            draft.actors = draft.recipients = self.sides.both_parties(draft.anchor) or draft.actors
        if draft.type == "AGREE" and self._is_heralded(draft):
            draft.actors = draft.recipients = self.sides.both_parties(draft.anchor) or draft.actors
        if (self.work.unions or self.actors.sectors) and draft.status in _DONE:
            draft.actors = tuple(self.work.side(r, draft) for ref in draft.actors for r in self.work.each(ref))
            draft.recipients = tuple(self.work.body(r) for ref in draft.recipients for r in self.work.each(ref))
            if draft.type not in _JOINT and {r.id for r in draft.recipients} == {a.id for a in draft.actors}:
                draft.recipients = ()  # members of the union, whose other side it was taken for

    def is_at_work(self, draft: Draft) -> bool:
        """Whether what was taken for an attack is the strike of a page on a labour dispute."""
        return (
            draft.type == "ASSAULT"
            and bool(self.work.unions)
            and draft.anchor.lemma == "strike"
            and draft.anchor.is_noun
        )

    def _are_envoys(self, draft: Draft) -> bool:
        """Whether those who meet or agree with nobody else are only said to be ministers or envoys, on a page of two states."""
        plain = all(a.id.startswith("NAMED:") and _is_delegate(words_of(a.id)) for a in draft.actors)
        return bool(draft.actors) and plain and self._two() and all(is_country(p) for p in self.actors.parties)

    def _is_heralded(self, draft: Draft) -> bool:
        """Whether somebody else than the union and its employer only makes their accord known: `the mayor announced the deal`."""
        told = {t.lemma for t in draft.trigger}
        if told.isdisjoint(retold_nouns().words["heralding"]) or told.isdisjoint(actions().classes["agreement"]):
            return False
        if not self.work.unions or self.work.employer() is None or draft.status not in _DONE:
            return False
        return not {a.id for a in draft.actors}.intersection((*self.work.unions, self.work.employer()))

    def oppose(self, draft: Draft) -> None:
        """Gives an act of the union or the employer that says of nobody whom it is done to the other one as recipient."""
        unions, employer = self.work.unions, self.work.employer()
        answer(draft, unions, employer, lambda party: self._mention(party, draft))
        oppose(draft, unions, employer, lambda party: self._mention(party, draft))
        if other := seat(draft, self.told, unions, employer, lambda party: self._mention(party, draft)):
            draft.actors = draft.recipients = (*draft.actors, *other)
            draft.confidence = round(draft.confidence * _OPPOSITE, 3)

    def facing(self) -> Facing | None:
        """The page's two states, where its story is about them alone and tells more than a line."""
        if sum(s.part == "story" for s in self.sentences) < _STORY:
            return None
        states = at_odds((a.id for a in self.actors.mentions), self.actors.parties)
        return Facing(sorted(states), self._mention, declared=states <= self.actors.declared) if states else None

    def take_over(self, draft: Draft) -> None:
        """Gives a passive or a happening its actors where one side of the page fits: `the offer was pulled`, `the strike began`."""
        sense, words = draft.rule.split()[0], retold_nouns().words
        lasting = draft.status == "ongoing" and sense in words["by_employer"]  # have been locked out since Sunday
        if draft.content_of is not None or (draft.status not in ("happened", "planned") and not lasting):
            return
        self._as_strike(draft)
        locked = any(t.lemma in words["lockout"] for t in (*draft.trigger, *draft.anchor.children))
        if sense in words["by_employer"] or locked:
            found = self._mention(self.work.employer() if self.work.labour is not None else None, draft)
        elif sense in words["by_union"] or (draft.type == "PROTEST" and draft.mode == "strike"):
            found = self._mention(self.work.labour, draft) or self._alike(draft)
        elif sense in marked("by_paper"):
            found = self._other_than(draft)
        elif draft.type == "CONSULT" and not draft.recipients:
            found = draft.recipients = self._at_table(draft)
            if found:
                draft.actors = found
            return
        elif draft.mode is not None and (draft.object is not None or _is_passage(draft)):
            found = self._alike(draft) or self._controlling(draft) or self._opening(draft)
        else:
            found = ()
        mine = {party_of(a.id) for a in found}
        if draft.type == "PROTEST" and mine.issuperset(party_of(r.id) for r in draft.recipients):
            draft.recipients = ()  # the strike in the history of the local: it is theirs
        if found and not any(party_of(r.id) in mine for r in draft.recipients):
            draft.actors = found
            ends = draft.type == "RETREAT" and draft.rule.endswith("thing")  # the strike ends, but not: it goes on
            if ends or draft.rule.endswith("verb+object"):  # that nobody was said to act made it less sure
                draft.confidence = round(min(draft.confidence * _TOLD_ELSEWHERE, _MOST), 3)

    def _at_table(self, draft: Draft) -> Refs:
        """A union and its employer, where a page that has no other sides tells of talks without saying whose."""
        at_work = self.work.unions and self.work.employer() is not None
        return self.sides.both_parties(draft.anchor) if at_work and self._two() else ()

    def filled(self, draft: Draft) -> bool:
        """Gives a noun's act its actors where one side of the page fits; False where it tells nothing then."""
        if draft.whose == "ballot":
            return self._decided(draft)
        if draft.actors:
            return True
        self._as_strike(draft)
        draft.actors = self._whose(draft)
        joint = draft.type in _JOINT or draft.anchor.lemma in actions().words["mutual"]
        if joint and len({a.id for a in draft.actors}) > 1:
            draft.recipients = draft.actors
        draft.confidence = round(draft.confidence * (_IMPLIED if draft.actors else _NOBODY), 3)
        return True

    def _as_strike(self, draft: Draft) -> None:
        """A walkout on the page of a union is a strike."""
        words = retold_nouns().words["strikes"]
        if (
            draft.mode == "demo"
            and self.work.labour is not None
            and any(t.lemma in words for t in (draft.anchor, *draft.trigger))
        ):
            draft.mode = "strike"

    def _whose(self, draft: Draft) -> Refs:
        if draft.whose == "both" or draft.type == "CONSULT" or draft.anchor.lemma in actions().words["mutual"]:
            return self.sides.both_parties(draft.anchor) if self._two() else ()
        if draft.type == "PROTEST" and draft.mode == "strike":
            return self._alike(draft) or self._mention(self.work.labour, draft)
        if draft.whose == "working":
            return self._alike(draft) or self._mention(self.work.labour, draft)
        if draft.whose in ("employing", "offering"):
            return self._owner(draft.anchor) or self._mention(self.work.employer(), draft)
        if draft.whose == "court":
            courts = {a.id for a in self.actors.mentions if a.sector == "JUD" or a.id.endswith("-JUD")}
            return self._mention(courts.pop() if len(courts) == 1 else None, draft)
        return self._alike(draft)

    # ---- what the page tells -----------------------------------------------------------------------------------------

    def _alike(self, draft: Draft) -> Refs:
        """The one side that the page tells of the same act: of the same kind, by the same word or on a thing."""
        same = [d for d in self.told if d is not draft and d.type == draft.type and _alike(d, draft)]
        if len({party_of(a.id) for d in same for a in d.actors}) != 1:
            return ()
        before = [d for d in same if d.anchor.start < draft.anchor.start]
        return (before[-1] if before else same[0]).actors

    def _controlling(self, draft: Draft) -> Refs:
        """The one side that the page tells of opening or shutting things: who shut a road lets people onto it again."""
        if draft.type not in _CONTROL:
            return ()
        same = [d for d in self.told if d.type in _CONTROL and d.mode in _PASSAGE and d.object is not None]
        return same[0].actors if len({party_of(a.id) for d in same for a in d.actors}) == 1 else ()

    def _other_than(self, draft: Draft) -> Refs:
        """The other side of a page of two, of those who get or lose what a state gives by paper: a licence, a visa."""
        mine = {party_of(r.id) for r in draft.recipients}
        others = [p for p in self.actors.parties if party_of(p) not in mine]
        return self._mention(others[0], draft) if len(others) == 1 and len(self.actors.parties) > 1 else ()

    def _opening(self, draft: Draft) -> Refs:
        """Who shut a crossing or line that is open again, to those it was shut to; where the page tells it of nobody, both of its states."""
        if draft.type != "RETREAT" or draft.mode != "access" or draft.recipients or not self._two():
            return ()
        if shut := [d for d in self.told if d.mode == "obstruct" or (d.mode == "restrict" and d.object is not None)]:
            shutting = self._last_before(draft, shut)
            draft.recipients = shutting.recipients if shutting is not None else ()
            return shutting.actors if shutting is not None else ()
        return self.sides.both_parties(draft.anchor) if all(is_country(p) for p in self.actors.parties) else ()

    def _last_before(self, draft: Draft, told: Sequence[Draft]) -> Draft | None:
        """Which of several acts the page told last before another; of its sides rather than of others."""
        before = [d for d in told if d.anchor.start < draft.anchor.start]
        sides = {party_of(p) for p in self.actors.parties}
        of_sides = [d for d in before if all(party_of(a.id) in sides for a in d.actors)]
        return (of_sides or before)[-1] if before else None

    def _decided(self, draft: Draft) -> bool:
        """Makes a vote what the page says came of it: the members turned the offer down."""
        mine = {party_of(a.id) for a in draft.actors} or ({self.work.labour} if self.work.labour is not None else set())
        same = [
            d
            for d in self.told
            if d.type in _OF_VOTERS and any(party_of(a.id) in mine for a in d.actors) and _polled(d)
        ]
        if len({d.type for d in same}) != 1:
            return False
        draft.type, draft.actors = same[0].type, draft.actors or same[0].actors
        return True

    def _owner(self, noun: Token) -> Refs:
        """Whose the page says such a thing is: `the company's offer`, then `Monday's offer`."""
        found = [refs for t, refs in self._owned(noun.lemma) if t is not noun]
        return found[0] if len({party_of(r.id) for refs in found for r in refs}) == 1 else ()

    def _owned(self, lemma: str) -> list[tuple[Token, Refs]]:
        """The nouns of a lemma on the page that somebody owns, with the owners; looked for once a page."""
        if lemma not in self._owners:
            nouns = (t for sentence in self.sentences for t in sentence.tokens if t.is_noun and t.lemma == lemma)
            self._owners[lemma] = [(t, refs) for t in nouns if (refs := self.actors.owner(t))]
        return self._owners[lemma]

    def _two(self) -> bool:
        """Whether the page speaks of its two sides more than of any third state or side; a state is none between a union and its employer."""
        if self.actors.declared and self.work.unions and self.work.employer() is not None:
            return True
        if all(is_country(p) for p in self.actors.parties):
            return bool(at_odds((a.id for a in self.actors.mentions), self.actors.parties))
        named = [a.id for a in self.actors.mentions if a.sector or not a.id.startswith("NAMED:")]
        counted = Counter(party_of(id_) for id_ in named)
        states = (n for id_, n in counted.items() if is_country(id_) and id_ not in self.actors.parties)
        return max(states, default=0) < min((counted[party_of(p)] for p in self.actors.parties), default=0)

    def _mention(self, party: str | None, draft: Draft) -> Refs:
        """Where a side is named; a declared one that the page does not name is in the words of the act itself."""
        if party is None:
            return ()
        own = ActorRef(start=draft.anchor.start, end=draft.anchor.end, id=party)
        return self.sides.mention(party, draft.anchor) or ((own,) if party in self.actors.declared else ())


def _is_passage(draft: Draft) -> bool:
    """Whether what passed is told, and not who let it: the first lorries reached the port."""
    return (draft.type, draft.mode) == _PASSED and draft.rule.endswith(" thing")


def _polled(draft: Draft) -> bool:
    """Whether the sentence of an act speaks of a ballot."""
    polled = retold_nouns().words["polled"]
    return any(t.lemma in polled or t.lower == "%" for t in draft.anchor.sentence.tokens)


def _alike(told: Draft, draft: Draft) -> bool:
    if told.mode is not None and draft.mode is not None and told.mode != draft.mode:
        return False
    verb_of = actions().nominal  # `the rejection` is of those who rejected
    mine, theirs = ({verb_of.get(t.lemma, t.lemma) for t in d.trigger} for d in (draft, told))
    return told.object is not None or told.mode == "strike" or bool(mine & theirs)


def _is_delegate(words: Sequence[str]) -> bool:
    """Whether words only say that somebody speaks for a state, not for whom else: `senior officials`, no `union leaders`."""
    known = retold_nouns().words
    return words[-1] in known["delegates"] and known["delegates_said"].issuperset(words[:-1])
