"""Who acts on whom in a match, with what the whole page adds: the other side, both sides, whose people they are."""

import msgspec
from msgspec.structs import replace

from standoff.actor_ids import is_country, party_of
from standoff.extract.events.addressed import Addressed
from standoff.extract.events.at_hands import at_hands
from standoff.extract.events.clause import passive, prepositions, subject
from standoff.extract.events.given_to import brought_to
from standoff.extract.events.match import Match
from standoff.extract.events.matcher import Matcher
from standoff.extract.events.objects import thing_of
from standoff.extract.events.provoked import against, toward
from standoff.extract.events.recipients import Recipients
from standoff.extract.events.refs import as_another, in_person
from standoff.extract.events.roles import Roles
from standoff.extract.events.whose_ground import of_place
from standoff.extract.events.willed import Willed
from standoff.model import ActorRef, PloverType
from standoff.parse import Token

_COUNTRY = 3  # letters

Refs = tuple[ActorRef, ...]


class Filled(msgspec.Struct, frozen=True):
    """A match with its sides; `shared`: how sure it is that they are."""

    type: PloverType
    mode: str | None
    actors: Refs
    recipients: Refs
    shared: float = 1.0


class Parties:
    """Fills both sides of acts on one page."""

    def __init__(self, matcher: Matcher, roles: Roles) -> None:
        self.matcher = matcher
        self.lexicon = roles.lexicon
        self.actors = roles.actors
        self.roles = roles
        self.recipients = Recipients(roles)
        self.addressed = Addressed(roles)
        self.willed = Willed(roles)

    def of(self, match: Match, type_: PloverType, mode: str | None, doer: Refs, *, content: bool) -> Filled:
        """The sides of a match of this type; `doer`: who acts where nobody is said to, `content`: it is only spoken of."""
        actors, recipients = self._told(match, type_, doer)
        filled = self._both(match, Filled(type_, mode, actors, recipients))
        if not filled.recipients:
            filled = replace(filled, recipients=self._elsewhere(match, filled, content=content))
        if (
            not filled.actors
            and match.sense.joint
            and self._shared(match)
            and not self._with_another(filled.recipients)
        ):
            both = self._breaking_off(match) or self.roles.sides.both_parties(match.word)
            filled = replace(filled, actors=both, recipients=both, shared=0.8) if both else filled
        filled = replace(
            filled,
            actors=self.roles.spelled(filled.actors, match.word),
            recipients=self._of_thing(match, filled)
            if match.pattern == "thing"
            else self.roles.spelled(filled.recipients, match.word),
        )
        if mode == "resign":
            filled = replace(filled, actors=tuple(in_person(r, self.actors) for r in filled.actors))
        if not filled.actors and match.verb is not None and subject(match.verb) is None and not content:
            actors = of_place(match, self.roles) or self.whose_people(match) or self.willed.by(match)
            if not actors and "called_in" in match.sense.marks:
                actors = self.roles.sides.other_side(filled.recipients, match.word)
            others = tuple(r for r in filled.recipients if r.id not in {a.id for a in actors})
            if filled.recipients and not others:  # were denied entry to Chad's ports
                others = self.recipients.acted_upon(match, actors)
            sure = match.sense.agentless and not actors
            filled = replace(filled, actors=actors, recipients=others, shared=1.0 if sure else 0.75)
        return filled

    def _with_another(self, recipients: Refs) -> bool:
        """Whether it is told with whom something is done, and that is none of the page's sides: `a deal with a Malian firm`."""
        sides = {party_of(party) for party in self.actors.parties}
        return any(is_country(r.id) for r in recipients) and not any(party_of(r.id) in sides for r in recipients)

    def _told(self, match: Match, type_: PloverType, doer: Refs) -> tuple[Refs, Refs]:
        """Who acts and on whom, as the clause itself says."""
        actors = self.roles.of_match(match) or doer or self._of_relative(match) or self._of_dispute(match)
        if "of_workers" in match.sense.marks:
            actors = tuple(r for r in actors if len(r.id) > _COUNTRY)  # the American strike is no government's
        if self.is_reversed(match):
            return self.roles.of_noun(match.word) or self._given(match), actors
        recipients = self.recipients.acted_upon(match, actors)
        if match.verb is not None and type_ == "ASSAULT" and (attack := self.matcher.nouns.attack(subject(match.verb))):
            recipients = (*self.recipients.aimed_at(attack, actors), *recipients)
        return actors, recipients

    def is_reversed(self, match: Match) -> bool:
        """Whether the subject of a support verb is the one acted on: `drew criticism`, `is under attack`."""
        verb = match.verb
        if match.sense.turned:
            return True
        if verb is None or match.pattern != "light":
            return False
        under = any(t.lower == "under" and t.head is verb for t in match.word.ancestors())
        return verb.lemma in self.lexicon.reversed or (under and verb.child("dobj") is None and not passive(verb))

    def _both(self, match: Match, filled: Filled) -> Filled:
        """What several do together: a thing that both open, a joint act without anybody else."""
        countries = {party_of(a.id) for a in filled.actors}
        opened = filled.mode == "access" and filled.type == "RETREAT" and len(countries) > 1
        if opened and thing_of(match, self.actors):
            filled = replace(filled, type="COOPERATE", mode=None, recipients=filled.actors)
        if match.sense.joint and len({a.id for a in filled.actors}) > 1 and not filled.recipients:
            filled = replace(filled, recipients=filled.actors)
        return filled

    def _elsewhere(self, match: Match, filled: Filled, *, content: bool) -> Refs:
        """On whom an act is done that its clause does not say it of."""
        actors, type_ = filled.actors, filled.type
        found = self.roles.sides.counterpart(actors, match)
        if not found and (type_ == "PROTEST" or "answers" in match.sense.marks):
            found = against(match.verb, self.roles, actors)
        ends = match.sense.mode == "ceasefire" or "back_at_work" in match.sense.marks
        if not found and type_ == "RETREAT" and ends:
            found = toward(match.verb, self.roles, actors)
        if not found and type_ in ("REJECT", "THREATEN") and not content:
            found = self.addressed.awaited(match.verb, actors, warned=type_ == "THREATEN")
        offered = type_ in ("REJECT", "REQUEST") and self.matcher.classes.any_of(match.acted_on, ("@offered",))
        blamed = type_ == "ACCUSE" and not content and "in_court" not in match.sense.marks
        if not found and (offered or blamed or "deadline" in match.sense.marks):
            found = self.roles.sides.other_side(actors, match.word)
        if not found and type_ == "CONSULT":
            found = self.roles.places.in_clause(match, {a.id for a in actors})
        return found

    def whose_people(self, match: Match) -> tuple[ActorRef, ...]:
        """Who pulls people out or sends troops where nobody is said to: the country whose people they are."""
        sent = match.sense.type == "AID" and any(t.lemma in self.lexicon.classes["arms"] for t in match.acted_on)
        if match.sense.mode not in ("troops", "withdraw") and not sent:
            return ()
        found = (r for t in match.acted_on for r in self.actors.of(t) if not r.id.startswith("NAMED:"))
        ref = next(found, None)
        return (as_another(ref, party_of(ref.id)),) if ref is not None else ()

    def _shared(self, match: Match) -> bool:
        """Whether talks without participants are told as an act of their own, which on a two-sided page is both sides'."""
        return match.pattern == "occur" or (
            match.verb is not None and (subject(match.verb) is None or "of_talks" in match.sense.marks)
        )

    def _of_relative(self, match: Match) -> tuple[ActorRef, ...]:
        """Whose a strike or talks are that a relative clause describes: `the strike that dockers held ended`."""
        doer = subject(match.verb) if match.verb is not None and match.pattern in ("verb", "thing") else None
        if doer is None or "ends_itself" not in match.sense.marks:
            return ()
        clause = doer.child("relcl")
        return self.roles.acting(subject(clause)) if clause is not None else ()

    def _of_thing(self, match: Match, filled: Filled) -> Refs:
        """On whom a measure is that itself takes effect or ends: `a ban by Chad on Nigerien lorries came into force`; on what an attack is that leaves nine dead."""
        if not filled.actors:
            return ()
        if match.sense.joint and len({a.id for a in filled.actors}) > 1:
            return filled.actors
        if filled.type in ("AID", "COOPERATE", "REQUEST", "SUPPORT"):
            return brought_to(match, {a.id for a in filled.actors}, self.roles)
        known = filled.type != "ASSAULT"
        return next((r for t in match.acted_on if (r := self.recipients.aimed_at(t, filled.actors, known=known))), ())

    def _of_dispute(self, match: Match) -> Refs:
        """Who ends a strike that is said to be called off or ended, or turns an offer down: those whose strike it is."""
        if "voted_down" in match.sense.marks:
            return self.roles.sides.strikers
        if match.verb is None or "ends_strike" not in match.sense.marks:
            return ()
        doer = subject(match.verb)
        nouns = match.acted_on or ((doer,) if doer is not None else ())
        if match.acted_on and doer is not None and not self._is_deal(doer):
            return ()
        return next((r for n in nouns if (r := self.roles.of_noun(n) or self.roles.sides.of_dispute(n))), ())

    def _breaking_off(self, match: Match) -> Refs:
        """Who is said to end talks that are told without their sides, where the page's two are others: `failed when X and Y refused`."""
        for clause in match.verb.childs("advcl") if match.verb is not None else ():
            refs = tuple(r for r in self.roles.acting(subject(clause), named=False) if is_country(r.id))
            sides = {party_of(r.id) for r in refs}
            if len(sides) > 1 and not sides.issubset(party_of(p) for p in self.actors.parties):
                return refs
        return ()

    def ended_by_deal(self, match: Match) -> bool:
        """Whether an accord is said to end a strike: `the deal ends a week of walkouts`."""
        doer = subject(match.verb) if match.verb is not None and "ends_strike" in match.sense.marks else None
        return doer is not None and self._is_deal(doer)

    def _is_deal(self, noun: Token) -> bool:
        return self.roles.is_talk(noun) or noun.lemma in self.lexicon.classes["agreement"]

    def _given(self, match: Match) -> tuple[ActorRef, ...]:
        """Whom what is received or suffered comes from."""
        named = [*prepositions(match.word), *(prepositions(match.verb) if match.verb else [])]
        named += [p for clause in match.word.childs("acl") for p in prepositions(clause)]
        named += [p for t in match.acted_on for p in prepositions(t)]
        sources = ("from", "by", *(("of", *match.sense.to) if match.sense.turned else ()))
        for name, token in named:
            if name in sources and (found := self.roles.acting(token)):
                return found
        if found := at_hands(match.verb, self.roles.acting):
            return found  # suffered beatings at the hands of guards
        return next((r for t in match.acted_on if match.sense.turned and (r := self.roles.of_noun(t))), ())
