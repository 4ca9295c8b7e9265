"""On whom an act is done: the actors that a match's objects, owners and prepositional phrases stand for."""

from collections.abc import Sequence

from standoff.actor_ids import is_country, same_side
from standoff.extract.events.clause import done_by, mutual, passive, prepositions, subject
from standoff.extract.events.given_to import given_to
from standoff.extract.events.match import Match
from standoff.extract.events.owned_nouns import is_done_to
from standoff.extract.events.refs import is_among, is_other, of_own_state, own_government
from standoff.extract.events.roles import Roles
from standoff.extract.events.sources import AIMED, FAR, NEAR, places_of
from standoff.extract.events.words import is_time
from standoff.lexicon.actors import features
from standoff.model import ActorRef
from standoff.parse import Token

_TOPIC = frozenset({"about", "on", "over"})
_WHERE = frozenset({"at", "for", "in", "into", "of", "to"})
_STRUCK = frozenset({"object", "against", "at", "into", "on"})
_GIVEN = frozenset({"dative", "for", "on", "to", "with"})
_HARM = frozenset({"ASSAULT", "COERCE"})
_OPPOSING = frozenset({"ASSAULT", "COERCE", "PROTEST", "REJECT", "SANCTION"})
_AGAINST_OWNERS = frozenset({"ACCUSE", "COERCE", "PROTEST", "REJECT", "SANCTION"})
_UPON = ("against", "of", "on")
_OF_PERSONS = frozenset({"arrest", "expel", "release"})
_PERSONAL = ("on", "against", "to", "with", "dative", "into", "for", "at", "of")

# What is said somewhere is not said against that place.
_SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})

Stretches = set[tuple[int, int]]


def _of_it(token: Token) -> bool:
    """Whether somebody is of a thing or a body: `seized the boat and detained its crew`."""
    owner = token.child("poss")
    return owner is not None and owner.lower == "its"


def _in_clause_below(token: Token, match: Match) -> bool:
    """Whether a phrase stands in another clause, below that of the act."""
    clause = next((a for a in token.ancestors() if a.is_verb), None)
    return (
        clause is not None and match.verb is not None and clause is not match.verb and match.verb in clause.ancestors()
    )


def _unnamed(ref: ActorRef) -> bool:
    """Whether nobody is named, so that where they live tells more: `people in northern Chad`."""
    words = ref.id.removeprefix("NAMED:")
    return len(words) < len(ref.id) and words[:1].islower()


class Recipients:
    """Finds whom acts are done to, on one page."""

    def __init__(self, roles: Roles) -> None:
        self.roles = roles
        self.actors = roles.actors
        self.lexicon = roles.lexicon
        self.places = roles.places

    def acted_upon(self, match: Match, actors: Sequence[ActorRef]) -> tuple[ActorRef, ...]:
        """The recipients of a match, looked for where the sense or its type says; places and mere words come last."""
        sources = match.sense.to or self.lexicon.recipients.get(match.sense.type, ("object",))
        ids = {a.id for a in actors}
        if len(ids) > 1 and match.verb is not None and mutual(match.verb):
            return tuple(actors)  # fought each other
        places = places_of(match, self.lexicon)
        if match.sense.type == "SUPPORT" and "object" in sources[:1] and self._backs_own(match, places, ids):
            return ()  # defended his country's policy in Rome
        if "dative" in places and "dative" not in sources:
            sources = (*sources, "dative")  # fined the ferry firm a million
        self._settle_against(places, match)
        tokens = [
            (source, token)
            for source in (*sources, *NEAR.get(match.sense.type, ()), FAR)
            for token in places.get(source, ())
            if not is_time(token)
            and not (source == "in" and token.lemma in self._siding(match))  # struck in support of the miners
            and not (source == "with" and token.lemma in self.lexicon.classes["weapon"])  # fought with rockets
        ]
        if match.sense.type == "AGREE" and len(ids) > 1:  # a deal of two, ending a row that slowed trade with somebody
            tokens = [pair for pair in tokens if not _in_clause_below(pair[1], match)]
        taken = self._taken(match, actors)
        for source, token in tokens:
            if match.sense.joint and len(ids) > 1 and source in _TOPIC:
                continue  # a deal of two sides on somebody's border
            if found := self._standing_at(source, token, match, actors, taken):
                return found
        if (other := next((t for _, t in tokens if t.lemma in self.lexicon.words["opposite"]), None)) is not None:
            return (self.roles.phrase(other),)  # met his counterpart
        if len(ids) > 1 and (match.sense.joint or match.sense.type == "AGREE"):
            return tuple(actors)
        if match.sense.mode == "ceasefire" and (foes := self._fought(match, ids)):
            return foes
        found = self._of_places(match, [token for _, token in tokens], ids)
        if found or match.sense.type == "CONSULT":
            return found
        return given_to(match, ids, self.roles) or self.places.in_clause(match, ids)

    def _settle_against(self, places: dict[str, list[Token]], match: Match) -> None:
        """Takes away with whom one acts against others, and what somebody who is put down was against."""
        if "against" in places and match.sense.type in _OPPOSING:
            places.pop("with", None)  # voted with Chad against the bill
        others = [t for name, found in places.items() if name != "against" for t in found]
        if "against" in places and any(self._is_put_down(t, match) for t in others):
            places.pop("against")

    def _siding(self, match: Match) -> frozenset[str]:
        """Nouns that say for whom one acts against others."""
        return self.lexicon.words["siding"] if match.sense.type in _OPPOSING else frozenset()

    def _fought(self, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """Whom those who lay down their arms are said to fight: `the coalition fighting the Houthis declared a truce`."""
        doer = subject(match.verb) if match.verb is not None else None
        clauses = doer.childs("acl", "relcl") if doer is not None else []
        foes = [t for c in clauses if c.lemma in self.lexicon.words["fighting"] for t in c.childs("dobj")]
        found = (r for t in foes for r in self.actors.of(t) or (self.roles.phrase(t),))
        return tuple(r for r in found if is_other(r, ids))

    def _taken(self, match: Match, actors: Sequence[ActorRef]) -> Stretches:
        """The stretches that belong to the actors and the subject."""
        taken = {(a.start, a.end) for a in actors}
        doer = subject(match.verb) if match.verb is not None else None
        if doer is match.word:  # the shelling of the town by the rebels went on: who is below the noun is told by it
            return taken
        if doer is not None and match.pattern not in ("thing", "suffered") and not self.roles.is_talk(doer):
            below = doer.subtree()
            if match.verb is None or match.verb in below:
                below = [doer]
            elif doer.i < match.verb.i:  # an apposition that the parser hung across the verb is not the subject's
                below = [t for t in below if t.i < match.verb.i]
            taken.add((below[0].start, below[-1].end))
        return taken

    def _standing_at(
        self, source: str, token: Token, match: Match, actors: Sequence[ActorRef], taken: Stretches
    ) -> tuple[ActorRef, ...]:
        """Whom one phrase stands for, where that is somebody else than who acts."""
        roles, ids = self.roles, {a.id for a in actors}
        if self._is_put_down(token, match):
            return self._who_gathered(token, match) or (roles.phrase(token),)
        refs = self.actors.owner(token) if source == "owner" else self._blamed(token, match, ids)
        refs = refs or roles.inside(token, 0, frozenset(ids))
        refs = refs or roles.sides.taken_up(token, ids)
        of_person = match.sense.mode == "expel" or (match.sense.mode in _OF_PERSONS and not _of_it(token))
        if source == "object" and not of_person and roles.is_own(token, ids, refs):
            return ()
        found = self._others(refs, ids, token, match, taken)
        if token.tag.startswith("NNP") and token.lower in features() and all(r.id.startswith("NAMED:") for r in found):
            return ()  # withdrew from the Dogger Bank
        there = source in _WHERE and not self.places.held_by_place(match) and not self._flows_to(source, match)
        if found and there and not roles.is_known(found):
            return ()  # the road to a town
        if found and match.sense.joint and len(ids) > 1 and all(is_among(r.id, ids) for r in found):
            return tuple(actors)
        if found and all(_unnamed(r) for r in found):
            return (*found, *self._taken_from(match, ids), *self.places.where_they_live(token, match, ids))
        if not found and source == "object" and match.sense.mode in _OF_PERSONS and self._is_person(token):
            return (roles.phrase(token),)  # released its own minister, two guards held by it
        if found or refs or (there and token.tag.startswith("NNP")):
            return (*found, *self._where_they_serve(token, match, ids))
        if source in _STRUCK and self._is_known_place(token):
            return self._of_places(match, [token], ids)
        if source == "object" and (whose := self._who_gathered(token, match)):
            return whose
        if (owner := self._whose_by_words(source, token, match)) is not None:
            return (owner,)
        if self._by_words(source, token, match):
            lost = self._taken_from(match, ids) if source == "object" else ()
            return (roles.phrase(token), *lost, *self.places.where_they_live(token, match, ids))
        return ()

    @staticmethod
    def _others(
        refs: Sequence[ActorRef], ids: set[str], token: Token, match: Match, taken: Stretches
    ) -> tuple[ActorRef, ...]:
        """Those who are somebody else than who acts, and are not named already."""
        visit = match.sense.mode in ("meet", "visit")
        return tuple(
            r
            for r in refs
            if is_other(r, ids)
            and not own_government(r, ids, token)
            and not of_own_state(r, ids, token, visit=visit)
            and not any(r.start < e and s < r.end for s, e in taken)
        )

    def _is_known_place(self, token: Token) -> bool:
        """Whether a phrase is the name of a place whose country is known: bombed Aleppo."""
        place = self.actors.place_of(token) if token.tag.startswith("NNP") else None
        return place is not None and place.country is not None

    def _is_person(self, token: Token) -> bool:
        """Whether a phrase is somebody by its noun or by whose he is, not a mere name: `guards`, `his deputy Deng`."""
        return self.roles.somebody(token) and (not token.tag.startswith("NNP") or token.child("poss") is not None)

    def _where_they_serve(self, force: Token, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """The country in which a force or mission serves that is helped: `soldiers for the UN force in Haiti`."""
        if match.sense.type != "AID" or force.lemma not in self.lexicon.words["serving"]:
            return ()
        there = [t for name, t in prepositions(force) if name == "in"]
        refs = (*(r for t in there for r in self.actors.of(t)), *(self.places.standing(t, ids) for t in there))
        return tuple(r for r in refs if r is not None and is_country(r.id))[:1]

    def _taken_from(self, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """Whom something is taken from by force: `captured the airfield from the army`."""
        if match.verb is None or match.sense.type not in ("ASSAULT", "COERCE"):
            return ()
        losers = (self.actors.of(t) for name, t in prepositions(match.verb) if name == "from" and not is_time(t))
        return next((f for refs in losers if (f := tuple(r for r in refs if is_other(r, ids)))), ())

    def _is_put_down(self, token: Token, match: Match) -> bool:
        """Whether what is done is done to a protest, and not to whom that is against: `crushed protests against the king`."""
        if match.sense.type not in _HARM or not token.is_noun:
            return False
        kinds = {sense.type for sense, before in self.lexicon.nouns.get(token.lemma, ()) if not before}
        return "PROTEST" in kinds and "ASSAULT" not in kinds

    def _who_gathered(self, token: Token, match: Match) -> tuple[ActorRef, ...]:
        """Who holds the rally or march that is broken up or banned: `broke up a rally by pensioners`."""
        if match.sense.type not in ("ASSAULT", "COERCE") or token.lemma not in self.lexicon.nouns:
            return ()
        doers = (t for t in done_by(token) if t.dep != "poss" and self.roles.somebody(t))
        return tuple(self.roles.phrase(t) for t in doers)

    def _blamed(self, token: Token, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """Whose deed somebody is blamed for: `protested over the killing of a herder by the guards`."""
        if match.sense.type not in ("ACCUSE", "PROTEST") or not token.is_noun or token.lemma not in self.lexicon.named:
            return ()
        doer = self._done_by(token, match) if match.sense.type == "ACCUSE" else ()
        return doer or self._of_deed(token, ids)

    def _done_by(self, token: Token, match: Match) -> tuple[ActorRef, ...]:
        """Who did what a noun tells."""
        of = [inner for name, inner in prepositions(token) if name == "of"]  # the launch of a rocket by Chad
        by = [t for noun in (token, *of) for t in done_by(noun) if t.dep != "poss"]
        if match.verb is not None and not passive(match.verb):
            by += [t for name, t in prepositions(match.verb) if name == "by" and not is_time(t)]
        return self.roles.acting(next((t for t in by if not t.is_verb), None))

    def _of_deed(self, token: Token, ids: set[str]) -> tuple[ActorRef, ...]:
        """Who is blamed for harm of which it is only said to whom it was done, and where: `condemned the jailing of two monks in Chad`.

        It is whose deed it is called, else the state where somebody is held or barred, else the deed; nobody for what is no harm.
        """
        verb = self.lexicon.nominal.get(token.lemma, "")
        senses = (*self.lexicon.nouns.get(token.lemma, ()), *self.lexicon.verbs.get(verb, ()))
        types = {sense.type for sense, rest in senses if not rest}
        upon = prepositions(token)
        if types.isdisjoint(_HARM) or not any(name in _UPON for name, _ in upon):
            return ()
        if any(t.lower == "by" for t in token.subtree()):
            return ()
        owned = any(is_done_to(p, token, self.actors, self.lexicon) for p in token.childs("poss"))
        owners = () if owned else self.actors.owner(token)
        if found := tuple(r for r in owners if r.start < token.start and is_other(r, ids)):
            return found
        within = (t for _, above in (("", token), *upon) for name, t in prepositions(above) if name == "in")
        there = (self.places.standing(t, ids) for t in within)
        if "ASSAULT" not in types and (state := next((r for r in there if r is not None), None)) is not None:
            return (state,)
        return (self.roles.phrase(token),)

    def _flows_to(self, source: str, match: Match) -> bool:
        """Whether a name is where what is cut off went: `froze aid to Kovel`, but not `cut the road to Kovel`."""
        flow = self.lexicon.classes["aid_flow"]
        return source == "to" and match.sense.type == "SANCTION" and any(t.lemma in flow for t in match.acted_on)

    def _whose_by_words(self, source: str, token: Token, match: Match) -> ActorRef | None:
        """Whose a thing is, where nothing lists him: `spurned the secretariat's offer`, `outside the chamber's office`."""
        if self.roles.somebody(token) or source not in ("object", "outside", "on", "over", "against", "to"):
            return None
        owners = (t for t in token.childs("poss") if t.is_noun and not is_time(t))
        made_by = (t for name, t in prepositions(token) if name in ("by", "from"))
        whose = (t for t in (*owners, *made_by) if self.roles.somebody(t) and not self.roles.is_somewhere(t, match))
        who = next((t for t in whose if not t.text[:1].isupper()), None)
        return self.roles.phrase(who) if who is not None and match.sense.type in _AGAINST_OWNERS else None

    def _by_words(self, source: str, token: Token, match: Match) -> bool:
        """Whether a phrase that nothing lists is somebody an act is done to."""
        roles = self.roles
        personal = source in ("object", *_PERSONAL) or (source == "in" and match.sense.type == "COERCE")
        personal = personal or (
            source in ("by", "from") and match.sense.type == "REJECT"
        )  # refused an offer from the mill
        personal = personal or (source == FAR and match.sense.type in AIMED)
        personal = personal or source in NEAR.get(match.sense.type, ())
        struck = match.sense.type == "ASSAULT" and token.lemma in self.lexicon.words["struck"]
        if not (token.is_noun and personal and (struck or roles.somebody(token))):
            return False
        if source == "object" and token.lemma in self.lexicon.classes["weapon"]:
            return False  # exchanged shots, planted mines
        return not roles.is_somewhere(token, match) and not roles.is_talk(token)

    def _of_places(self, match: Match, tokens: Sequence[Token], ids: set[str]) -> tuple[ActorRef, ...]:
        """The country of a place that an act is done to."""
        visit = match.sense.mode == "visit"
        if (match.sense.type == "CONSULT" and not visit) or not (ids or match.sense.type != "MOBILIZE"):
            return ()
        by_name = match.sense.type in ("ASSAULT", "COERCE") and self.places.held_by_place(match)
        found = (self.places.standing(token, ids, by_name=by_name) for token in tokens)
        ref = next((r for r in found if r is not None), None)
        not_there = visit or match.sense.type in _SPOKEN or not self.places.held_by_place(match)
        if ref is None or (not_there and any(same_side(i, ref.id) for i in ids)):
            return ()  # arrived, said it or opened a bridge in a town of their own
        return (ref,)

    def _backs_own(self, match: Match, places: dict[str, list[Token]], ids: set[str]) -> bool:
        """Whether what is backed is the actor's own, and is given to nobody: not `offered its congratulations to Chad`, `backs its ally Niger`."""
        backed = (t for t in match.acted_on if t is not match.word)
        own = (t for t in backed if self.roles.is_own(t, ids, self.actors.owner(t)))
        return _GIVEN.isdisjoint(places) and any(not self._is_anothers(t, ids) for t in own)

    def _is_anothers(self, thing: Token, ids: set[str]) -> bool:
        """Whether a phrase, or the name behind it, stands for somebody else: `its ally Niger`."""
        return any(is_other(r, ids) for t in (thing, *thing.childs("appos")) for r in self.actors.of(t))

    def _could_be_hit(self, target: Token) -> bool:
        """Whether a noun is one for what an attack may be on."""
        return target.lemma in self.lexicon.classes["shut"] or target.lemma in self.lexicon.words["struck"]

    def aimed_at(self, attack: Token, actors: Sequence[ActorRef], *, known: bool = False) -> tuple[ActorRef, ...]:
        """Whom an attack or a ban is on: `an attack by rebels on the convoy`; else nobody. `known`: no mere words."""
        ids = {a.id for a in actors}
        by = [t for name, t in prepositions(attack) if name == "by"]
        for name, target in (p for t in (attack, *by) for p in prepositions(t)):
            if name in ("on", "against") and not is_time(target):
                refs = self.actors.of(target) or self.actors.owner(target)
                found = tuple(r for r in refs if r.id not in ids)
                if known:
                    return found
                if found or self.roles.somebody(target) or self._could_be_hit(target):
                    return found or (self.roles.phrase(target),)
        return ()
