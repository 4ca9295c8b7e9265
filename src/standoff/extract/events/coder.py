"""A verb -> draft: its sense, who acts on whom, with status and the rules for silence."""

from msgspec.structs import replace

from standoff.actor_ids import is_country, sector_of
from standoff.extract.actors import Actors
from standoff.extract.carried_out import carried_out
from standoff.extract.causing import ordered
from standoff.extract.draft import Draft
from standoff.extract.errand import errand
from standoff.extract.events.accidents import is_nobodys
from standoff.extract.events.appointed import is_set
from standoff.extract.events.armed_help import is_armed_help
from standoff.extract.events.ballots import by_ballot, threat_by_ballot
from standoff.extract.events.called_for import threat_by_call
from standoff.extract.events.clause import heads, passive, subject
from standoff.extract.events.conditions import threat_of, unless_threat
from standoff.extract.events.crowds import kind_by
from standoff.extract.events.denied import refusal_of
from standoff.extract.events.match import Match
from standoff.extract.events.matcher import Matcher
from standoff.extract.events.objects import place_of, thing_of
from standoff.extract.events.parties import Filled, Parties
from standoff.extract.events.roles import Roles
from standoff.extract.events.stopped import stopped, stopping
from standoff.extract.events.told import (
    background,
    dates_itself,
    describes,
    ended,
    kind_of,
    lasts,
    located,
    opens_with_day,
    outcome,
)
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef, Status
from standoff.parse import Token

# Acts that mean little where neither the giver is known nor the receiver told.
_GIVEN: frozenset[str] = frozenset({"AID", "SANCTION", "COOPERATE"})
# Kindness that is private where it is done to one person by nobody in particular.
_KIND = ("AID", "COOPERATE", "SUPPORT")
_MATERIAL = ("COERCE", "RETREAT", "SANCTION", "AGREE")
_OF_OBJECT = ("light", "verb+object")
# What a thing that stops, moves again or is crippled only tells the outcome of: acts of these types in the same sentence.
_CAUSES: dict[str, tuple[str, ...]] = {
    "ASSAULT": ("ASSAULT",),
    "PROTEST": ("PROTEST",),
    "RETREAT": ("RETREAT",),
    "SANCTION": ("SANCTION", "COERCE"),
}
# What is lifted, blocked or turned down without a word of who did it.
_TOLD_ALONE = ("@access", "@restriction", "@aid_flow", "@operation", "@opposition", "@demand", "@agreement", "@meeting")
# What a clause may tell of with its day, though it only says which one is meant: `the ship that was seized in May` ...
_THINGS = ("@goods", "@operation", "@restriction", "@shut", "@stoppage", "@vehicle", "@vessel")
# ... and whatever the sense: `the offer that was thrown out on Friday`.
_DESCRIBED = ("@offered", "@agreement", "@workers")
# How much less sure an act is: ...
_NOBODY_ACTS = 0.7
_NOBODY_ACTS_ON_THING = 0.8  # the disputed thing, or what is somebody's: `the crossing was shut`
_NOBODY_TOLD = 0.9
_UNKNOWN = 0.95
_UNKNOWN_ALONE = 0.8
_OWN_PEOPLE = 0.7  # firms that lay off their own people are no side
_PRESENT = 0.9  # the present tense of a story tells habits too
_PRESENT_UNKNOWN = 0.6


class Coder:
    """Codes the sentences of one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.matcher = Matcher(lexicon, actors)
        self.roles = Roles(lexicon, actors)
        self.parties = Parties(self.matcher, self.roles)
        self.side_ids = actors.declared.union(actors.parties)

    def before_speech(self, verb: Token) -> bool:
        """Whether a sense of the verb wins over what it says as a word of speaking: `asked for asylum`."""
        return verb.lemma in self.lexicon.first and self.matcher.comes_first(verb)

    def act(self, verb: Token, drafts: list[Draft], used: set[int]) -> None:
        """The event of a verb that is no verb of speaking."""
        if verb.lemma == "blame" and verb.dep == "xcomp" and verb.head is not None and verb.head.lemma == "be":
            return  # who is to blame blames nobody
        match = self.matcher.verb(verb)
        if match is None or ended(verb, match) or (match.pattern == "suffered" and describes(verb)):
            return
        if is_nobodys(match, verb, self.lexicon):
            return
        reading = read_status(verb)
        if (tried := self._tried(verb, match)) is not None:
            reading = read_status(tried)  # tried to seize the boat: force, though in vain
        if (reading.present and located(verb)) or (reading.negated and errand(verb) is not None):
            return  # where three countries meet; will not go to Rome to meet him
        if self._is_outcome(verb, drafts):
            return
        if (stop := stopped(verb, self.lexicon)) is not None:
            match = stopping(match, stop)
            if match is None or stop.i in used:
                return
            reading = read_status(stop)
        causes = _CAUSES.get(match.sense.type, ()) if match.pattern == "thing" else ()
        if any(d.type in causes and d.actors for d in drafts):
            return  # closed the valve, and supplies dried up
        if is_set(match, self.lexicon):
            reading = replace(reading, status="planned", present=False)
        match, reading = by_ballot(verb, match, reading, self.lexicon)
        if verb.dep == "acl" and verb.lemma in self.lexicon.words["describing"]:
            return
        draft = self.draft(match, reading)
        if draft is None or background(verb, told=bool(draft.actors or draft.recipients)):
            return
        used.update(t.i for t in match.trigger)
        used.update(t.i for o in match.acted_on for t in heads(o) if t.lemma in self.lexicon.speech_nouns)
        self._add(draft, verb, match, reading, drafts)

    def _add(self, draft: Draft, verb: Token, match: Match, reading: Reading, drafts: list[Draft]) -> None:
        """Adds an act, behind the refusal or the threat that it is told with."""
        if (refusal := refusal_of(draft, verb, self.roles)) is not None:
            drafts.append(refusal)
        threat = threat_of(draft, verb) if reading.status == "planned" else None
        if threat is not None and (awaited := self.parties.addressed.awaited(verb, draft.actors)):
            threat.recipients = awaited
        threat = threat or threat_by_ballot(draft, match, verb, self.lexicon)
        if (threat := threat or threat_by_call(draft, match, verb, self.lexicon)) is not None:
            drafts.append(threat)
        drafts.append(draft)

    def _tried(self, verb: Token, match: Match) -> Token | None:
        """The verb that says that force or mediation was tried; None of other acts, which come about or do not."""
        above = verb.head if verb.dep == "xcomp" else None
        if above is None:
            return None
        if match.sense.mode == "third-party":
            return above if above.lemma in self.lexicon.words["endeavours"] else None
        if above.lemma not in self.lexicon.words["trying"] or above.tag != "VBD":
            return None
        return above if match.sense.type == "ASSAULT" or match.sense.mode in ("arrest", "seize") else None

    def warn(self, clause: Token, drafts: list[Draft]) -> None:
        """Adds what is threatened unless a clause comes true, where no act told it."""
        threat = unless_threat(clause, self.roles, self.parties.addressed)
        if threat is not None and not any(threat.anchor in d.trigger for d in drafts):
            drafts.append(threat)

    def _is_outcome(self, verb: Token, drafts: list[Draft]) -> bool:
        """Whether a participle only tells what a strike came to: `struck on Friday, forcing the line to cancel trains`."""
        if verb.tag != "VBG" or verb.dep != "advcl":
            return False
        told = {d.type for d in drafts if verb.head in d.trigger}
        if verb.lemma in self.lexicon.words["stranding"]:
            return not told.isdisjoint(("COERCE", "PROTEST", "SANCTION"))
        return verb.lemma in self.lexicon.words["pressing"] and "PROTEST" in told

    def draft(
        self, match: Match, reading: Reading, *, content: bool = False, doer: tuple[ActorRef, ...] = ()
    ) -> Draft | None:
        """The event of a match, or None where it is none: hypothetical, denied, or without anybody who acts."""
        kind = kind_of(match.sense, reading, content=content)
        if kind is None:
            return None
        type_, mode, reading = kind
        if reading.status == "planned" and not content and self.parties.is_reversed(match) and not self._is_to(match):
            return None  # `its aim is to win Ghana's backing`: no plan of those who are to give it
        filled = self._typed(match, self.parties.of(match, type_, mode, doer, content=content))
        known = self._known_actors(match, filled, content=content)
        if known is not None and (_to_press(known) if known.type == "CONSULT" else _are_teams(known)):
            return None
        if known is None or (not content and self._lacks_partner(match, known)):
            return None
        status: Status = "ongoing" if lasts(match, reading) else reading.status
        trust = self._trust(match, known, reading)
        if not filled.actors and match.pattern != "thing" and not self.parties.ended_by_deal(match):
            trust *= self._without_actor(match, known)
        return Draft(
            type=known.type,
            mode=known.mode,
            rule=f"{match.sense.id} {match.pattern}",
            trigger=match.trigger,
            anchor=self._anchor(match),
            actors=known.actors,
            recipients=known.recipients,
            outcome=outcome(match),
            status="happened" if status == "hypothetical" and not content else status,
            negated=reading.negated and content,
            attributed_to=claimed_by(match.verb or match.word, self.actors, known.actors),
            object=thing_of(match, self.actors),
            place=place_of(match, self.actors),
            confidence=round(trust, 3),
        )

    def _typed(self, match: Match, filled: Filled) -> Filled:
        """The sides with the type that they make of an act: help of arms, what a crowd shuts."""
        if is_armed_help(match, filled.actors, self.actors, self.lexicon):
            filled = replace(filled, type="AID", mode=None)
        if filled.type == match.sense.type and "crowd" in match.sense.marks:
            type_, mode = kind_by(match.sense, filled.actors)
            filled = replace(filled, type=type_, mode=mode)
        return filled

    def _is_to(self, match: Match) -> bool:
        """Whether it says what somebody is to get: `Chad is to receive 20 tractors from India`."""
        above = match.verb.head if match.verb is not None else None
        if above is None or above.lemma != "be" or above.tag not in ("VBZ", "VBP"):
            return False
        return any(self.actors.of(t) for t in above.childs("nsubj"))

    def _anchor(self, match: Match) -> Token:
        """The word whose time is the act's: of what somebody has done or undertakes without a day, the verb that says so."""
        verb = match.verb or match.word
        above = ordered(verb) or carried_out(verb, self.lexicon)
        return above if above is not None and not dates_itself(verb) else verb

    def _known_actors(self, match: Match, filled: Filled, *, content: bool) -> Filled | None:
        """The sides with those acted on as actors of what they share; None where an act needs an actor and has none."""
        if filled.actors:
            return filled
        both = match.sense.joint or (match.pattern == "occur" and match.word.lemma in self.lexicon.words["mutual"])
        several = len(filled.recipients) > 1 and not _by_speaker(match)
        if several and (both or filled.type in ("REJECT", "CONSULT")):
            return replace(filled, actors=filled.recipients)
        if content or self._stands_without_actor(match, filled.recipients):
            return None if filled.type in _KIND and self._is_private(match, filled.recipients) else filled
        return None

    def _is_private(self, match: Match, recipients: tuple[ActorRef, ...]) -> bool:
        """Whether nobody says who does a single person good: `he was given antibiotics`, `the singer was granted access`."""
        one = match.verb is not None and any(t.tag in ("NN", "NNP", "PRP") for t in match.verb.childs("nsubjpass"))
        return (
            one
            and bool(recipients)
            and all(r.id.startswith("NAMED:") and r.id not in self.side_ids for r in recipients)
        )

    def _lacks_partner(self, match: Match, filled: Filled) -> bool:
        """Whether a sense that needs somebody else has nobody: `talked`, but not `the delegates talked`."""
        sense = match.sense
        if filled.recipients or not (match.word.lemma in sense.partner or sense.partner_all):
            return False
        doer = subject(match.verb) if match.verb is not None else None
        return not sense.joint or doer is None or doer.tag != "NNS"

    def _trust(self, match: Match, filled: Filled, reading: Reading) -> float:
        """How sure an act is, by its sense and by what is known of its sides."""
        trust = match.sense.prior * filled.shared
        unknown = [a for a in filled.actors if a.id.startswith("NAMED:") and a.id not in self.side_ids]
        nobody_known = len(unknown) == len(filled.actors)
        if not filled.recipients:
            trust *= _NOBODY_TOLD
            if match.sense.type in _GIVEN and filled.actors and nobody_known:
                trust *= _NOBODY_ACTS
        told_now = reading.present and match.word.sentence.part == "story" and not opens_with_day(match.word.sentence)
        if told_now and not match.sense.agentless:
            trust *= _PRESENT_UNKNOWN if nobody_known else _PRESENT
        if unknown:
            trust *= _UNKNOWN if filled.recipients else _UNKNOWN_ALONE
            if nobody_known and "own_people" in match.sense.marks:
                trust *= _OWN_PEOPLE
        return trust

    def _without_actor(self, match: Match, filled: Filled) -> float:
        """How much less sure an act is that nobody is said to do: less where it says whom or what it is done to."""
        if match.verb is None or not passive(match.verb):
            return _NOBODY_ACTS
        on_thing = any(self.actors.thing(t) is not None for t in match.acted_on)
        return _NOBODY_ACTS_ON_THING if filled.recipients or on_thing or match.sense.agentless else _NOBODY_ACTS

    def _done_to_thing(self, match: Match) -> bool:
        """Whether a material act is done to a thing: a ship that was seized in May, not somebody who was arrested then."""
        if match.pattern not in _OF_OBJECT or match.sense.type not in _MATERIAL:
            return False
        if match.pattern == "light":  # the ban imposed in May, but not the layoffs announced then
            return match.verb is not None and match.verb.lemma not in self.lexicon.words["announcing"]
        return self.matcher.classes.any_of(match.acted_on, _THINGS)

    def _stands_without_actor(self, match: Match, recipients: tuple[ActorRef, ...]) -> bool:
        """Whether an act may be told without its actor: a passive on somebody or on a thing, talks, happenings."""
        if match.pattern in ("occur", "thing", "suffered") or "fails" in match.sense.marks:
            return True
        if match.verb is None:
            return False
        if self.parties.is_reversed(match):
            return bool(recipients)  # won a pay rise
        if self.parties.ended_by_deal(match):
            return True
        first = match.verb.head if match.verb.dep == "conj" and match.verb.head is not None else match.verb
        told = first.dep not in ("relcl", "acl")
        by_weapon = "by_weapon" in match.sense.marks or self.matcher.nouns.is_attack(subject(match.verb))
        if match.sense.type == "ASSAULT" and told and recipients and by_weapon:
            return True
        if (doer := subject(match.verb)) is not None:  # 88 percent voted for a strike: of whom, the page tells
            return "@voters" in match.sense.subject and self.matcher.classes.any_of([doer], ("@voters",))
        if describes(match.verb):
            return dates_itself(match.verb) and (
                match.sense.agentless
                or self._done_to_thing(match)
                or self.matcher.classes.any_of(match.acted_on, _DESCRIBED)
                or any(self.actors.thing(t) for t in match.acted_on)
            )
        if match.sense.type == "CONSULT":
            return match.pattern in ("light", "occur") or (match.sense.agentless and passive(match.verb))
        if recipients or any(self.actors.thing(t) for t in match.acted_on):
            return True
        if match.sense.agentless and passive(match.verb):
            return True
        alone = ("@shut", "@goods") if match.sense.type == "ASSAULT" else _TOLD_ALONE
        if not passive(match.verb):
            return False
        return self.matcher.classes.any_of(match.acted_on, alone) or (
            match.pattern == "verb+object" and match.sense.type in _MATERIAL
        )


def _to_press(filled: Filled) -> bool:
    """Whether whoever is talked to only reports it: `spoke to Reuters`."""
    return bool(filled.recipients) and all(sector_of(r.id) == "MED" for r in filled.recipients)


def _are_teams(filled: Filled) -> bool:
    """Whether whole countries beat each other: at a game."""
    refs = (*filled.actors, *filled.recipients)
    return (
        filled.mode == "beat"
        and bool(filled.recipients)
        and all(is_country(r.id) and sector_of(r.id) is None for r in refs)
    )


def _by_speaker(match: Match) -> bool:
    """Whether whoever writes or speaks acts, and not those acted on: `We reached out to both firms`."""
    doer = subject(match.verb) if match.verb is not None else None
    return doer is not None and doer.lower in ("i", "we", "you")
