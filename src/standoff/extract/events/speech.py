"""Speech acts: the act of speaking is one event, the act it speaks of a second one with `content_of`."""

from collections.abc import Sequence
from dataclasses import replace

from standoff.actor_ids import is_country, party_of
from standoff.extract.draft import Draft
from standoff.extract.events.armed_help import goes_to_ally
from standoff.extract.events.audience import Audience
from standoff.extract.events.blamed import any_wrong
from standoff.extract.events.clause import holder, led_to, passive, prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.conditions import or_else
from standoff.extract.events.denied import denier
from standoff.extract.events.match import Match
from standoff.extract.events.said import Said, SpeechFinder
from standoff.extract.events.speech_types import (
    HOSTILE,
    OWN_TYPE,
    shaded,
    status_of_content,
    topic,
    type_of,
)
from standoff.extract.events.stopped import given_up, stopping
from standoff.extract.events.threatening import as_threat, hurts, vows_harm
from standoff.extract.events.unanswered import met_by, spurred
from standoff.extract.events.who_asked import who_asked
from standoff.extract.events.words import has_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.model import ActorRef, PloverType, Status
from standoff.parse import Token

_BY_NOBODY = 0.75  # how much less sure an act is whose speaker is not told
_SPOKEN_TO = ("to", "with")
_BY_NOUN = 0.65  # how much less sure an act is that is only named by a noun: its announcement to reopen
_APPEAL = 0.6  # an appeal to a party that asks for no act that is known: to the tray
_TO_ALL = 0.5  # an appeal to everybody
_DONE_TO: tuple[PloverType, ...] = ("COERCE", "RETREAT", "SANCTION")
_GIVEN_WORD = ("agree", "offer", "promise")  # what somebody denies having given
_MOST = 3  # contents of one act of speaking

Refs = tuple[ActorRef, ...]


class SpeechCoder:
    """Collects the drafts of one sentence; `used`: tokens that later passes leave alone."""

    def __init__(self, coder: Coder) -> None:
        self.coder = coder
        self.finder = SpeechFinder(coder.lexicon, coder.matcher)
        self.audience = Audience(coder)
        self.drafts: list[Draft] = []
        self.used: set[int] = set()

    def code(self, said: Said) -> bool:
        """Codes a word of speaking with its complement; False where it is none."""
        entry = said.entry
        lemma = said.contents[0].lemma if said.contents else ""
        if lemma in entry.no_content and not self._withheld(said.contents[0]):
            self.used.update(t.i for c in said.contents for t in c.subtree())
            return True
        if said.reading.status == "denied" and entry.act not in _GIVEN_WORD:
            return True
        left_open = said.reading.negated and entry.neg == "THREATEN"  # would not rule out sanctions
        if said.reading.drop and not left_open and not (said.reading.by_will and entry.act in ("agree", "promise")):
            return entry.act != "agree"
        speaker = self._speaker(said) or self._agreed_by(said)
        if not speaker and not self._by_nobody(said):
            return False
        before = set(self.used)
        inner = [d for c in _told(said) for d in self.content(c, status_of_content(said, c), speaker)]
        asked = self.audience.asked_or_held(said, speaker)
        if entry.act == "promise" and not inner and vows_harm(said.contents, self.coder.lexicon):
            clauses = [c for c in said.contents if c.is_verb]
            hit = next((r for c in clauses if (r := self.coder.roles.acting(subject(c)))), asked)
            return self.speak(as_threat(said), speaker, () if hit == speaker else hit, [])
        if self._is_idle(said, asked, inner):
            return True
        bare = self._is_bare(said, inner)
        if bare and not self._asks_a_side(said, speaker, asked):
            return True
        if entry.needs == "hostile" and not asked and not hurts(said, inner, speaker, self.coder):
            self.used = before if entry.act == "promise" else self.used  # what is decided is told by itself
            return False
        if entry.needs in ("official", "wrong") and not self.audience.official(speaker):
            return False
        if entry.needs == "wrong" and not any_wrong(said.contents, self.coder):
            return False
        if entry.act == "accuse" and not asked and all(self.audience.is_public(r) for r in speaker):
            return True  # passengers complained that the train was late
        spoken = self.speak(said, speaker, asked, inner)
        if bare and spoken and self.drafts:
            self.drafts[-1].confidence = round(self.drafts[-1].confidence * _APPEAL, 3)
        return spoken

    def _is_idle(self, said: Said, asked: Refs, inner: Sequence[Draft]) -> bool:
        """Whether what is said does nothing to anybody: plans of one's own, `did not rule out a meeting`."""
        entry = said.entry
        if entry.needs == "act" and not inner and all(r.id.startswith("NAMED:") for r in asked):
            return True
        if entry.act == "refuse" and (self._refuses_nobody(said, asked) or _only_missed(said, inner)):
            return True
        return entry.neg == "THREATEN" and said.reading.negated != any(d.type in HOSTILE for d in inner)

    def _is_bare(self, said: Said, inner: Sequence[Draft]) -> bool:
        """Whether an appeal asks for no act that is known."""
        words = self.coder.lexicon.words
        if said.word.lemma not in words["appeals"] or any(c.lemma in words["leaving_office"] for c in said.contents):
            return False
        return all(d.type == "REQUEST" for d in inner)

    def _asks_a_side(self, said: Said, speaker: Refs, asked: Refs) -> bool:
        """Whether an appeal is to a party, to the other side, or to both for what they do together."""
        if any(t.lemma in self.coder.lexicon.words["calming"] for c in said.contents for t in c.subtree()):
            return False  # urged both to show restraint
        both = self.audience.both_sides(speaker, asked) and self._of_deals(said)
        return both or bool(self.audience.of_party(asked) or self.audience.across(speaker, asked))

    # ---- who speaks to whom, of what ---------------------------------------------------------------------------------

    def _withheld(self, verb: Token) -> bool:
        """Whether something is kept from somebody who acts, or kept at all: `refused to give the army a list`, `to give up the land`."""
        if verb.lemma == "give" and any(c.lower in ("up", "back") for c in verb.childs("prt")):
            thing = verb.child("dobj")
            return thing is not None and thing.lemma != "hope"
        to = verb.child("dative")
        if to is None or verb.lemma != "give" or not self.coder.roles.somebody(to):
            return False
        refs = self.coder.actors.of(to) or (self.coder.roles.phrase(to),)
        return any(not self.audience.is_public(r) for r in refs)

    def _by_nobody(self, said: Said) -> bool:
        """Whether somebody is ordered to do something, or accused of it, without a word of who says so: `was ordered to pay`."""
        if said.verb is None or said.word is not said.verb or not passive(said.verb) or said.verb.child("agent"):
            return False
        if (
            said.entry.act not in ("request", "accuse")
            or said.verb.dep in ("acl", "relcl", "amod")
            or not said.contents
        ):
            return False
        asked = self.audience.asked(said, ())
        return bool(asked) and not any(r.id.startswith("NAMED:") for r in asked)

    def _agreed_by(self, said: Said) -> Refs:
        """Both sides of a two-sided page, where `it was agreed that` something will be done."""
        verb = said.verb
        if said.entry.act != "agree" or verb is None or not passive(verb) or not said.contents:
            return ()
        who = verb.child("nsubjpass")
        return self.coder.roles.sides.both_parties(verb) if who is not None and who.lower == "it" else ()

    def _refuses_nobody(self, said: Said, asked: Refs) -> bool:
        """Whether it is reporters who are refused, or lorries that fail."""
        to = [
            *asked,
            *(self.coder.roles.phrase(t) for c in said.contents for n, t in prepositions(c) if n in _SPOKEN_TO),
        ]
        if to and not said.contents[1:] and all(self.audience.is_public(r) for r in to):
            return True
        doer = subject(said.verb) if said.verb is not None and said.word.lemma == "fail" else None
        return doer is not None and not (self.coder.actors.of(doer) or self.coder.roles.somebody(doer))

    def _speaker(self, said: Said) -> Refs:
        if said.verb is not None:
            doer, above = subject(said.verb), said.verb.head
            found = self.coder.roles.acting(doer)
            if doer is not None and doer.tag == "PRP" and self.coder.actors.kind_of_thing(doer) is not None:
                return ()  # criticised the levy, saying it threatened growers
            if not found and doer is not None and doer.tag == "PRP" and said.verb.dep == "ccomp" and above is not None:
                speaker = subject(above)
                written = doer.lower == "it" and speaker is not None and speaker.tag == "NNS"  # `It asks`, two said
                return () if written else self.coder.roles.acting(speaker)  # Chad said it was ready to reopen
            return found
        owner = self.coder.roles.acting(holder(said.word)) or self.coder.roles.of_noun(said.word)
        if not owner:  # the warning from Chad
            sent = [t for name, t in prepositions(said.word) if name == "from"]
            owner = next((r for t in sent if (r := self.coder.roles.acting(t))), ())
        moved = spurred(said.word, self.coder.lexicon)
        return owner or (self.coder.roles.acting(moved) if moved is not None else ())

    def content(self, token: Token, status: Status, speaker: Refs) -> list[Draft]:
        """The acts that a complement tells, with the status that the speech gives them."""
        coder = self.coder
        while token.is_verb and token.lemma in coder.lexicon.operators and (inner := led_to(token)) is not None:
            token = inner
        match: Match | None
        if token.is_verb:
            deed = given_up(token, coder.lexicon)
            match = coder.matcher.verb(deed or token)
            match = stopping(match, token) if match is not None and deed is not None else match
        else:
            match = coder.matcher.nouns.nominal(token) or coder.matcher.nouns.spoken_of(token)
        if match is None:
            return []
        negated = token.is_verb and read_status(token).negated
        asked = match.sense.type == "REQUEST" and not token.is_verb  # accepted Chad's invitation
        doer = () if asked or status in ("demanded", "hypothetical") else speaker
        draft = coder.draft(match, Reading(status=status, negated=negated), content=True, doer=doer)
        if draft is None or (asked and not draft.actors):
            return []
        draft.attributed_to = None
        self.used.update(t.i for t in match.trigger)
        return [draft]

    # ---- the act of speaking -----------------------------------------------------------------------------------------

    def speak(self, said: Said, speaker: Refs, asked: Refs, inner: list[Draft]) -> bool:
        """Adds an act of speaking with what it speaks of; False where it is none."""
        if said.reading.negated and said.entry.neg is None:
            return True
        first = inner[0] if inner else None
        type_ = type_of(said, first, self.coder.lexicon)
        if type_ is None:
            return self._is_content(said, speaker, asked, inner)
        if said.entry.act == "promise" and first is not None and goes_to_ally(first, self.coder.actors):
            type_ = "AGREE"  # said it would send soldiers to Moldova
        type_, mode = shaded(said, type_, first, speaker, asked=bool(asked))
        if type_ == "THREATEN":
            for d in inner:
                d.status = "threatened" if d.status != "demanded" else d.status
        if type_ == "AGREE" and self.finder.treaty(said):
            type_, inner, first = "SUPPORT", [], None
        speaker = self.coder.roles.spelled(speaker, said.word)
        if said.entry.joint and not asked and len({a.id for a in speaker}) > 1 and not _does_to_third(first, speaker):
            asked = speaker
        if said.entry.act == "concur" and asked != speaker:
            return False  # one side's view is a statement
        recipients, shared = self._recipients(said, type_, speaker, asked, first)
        if type_ == "COERCE" and first is not None and first.recipients and _own(asked, speaker):
            recipients = first.recipients  # ordered its gas company to stop supplies to Chad
        answers = said.entry.bare and said.entry.act == "refuse"
        if not recipients and not answers and (said.entry.bare or self._means_nothing(said, first)):
            return said.entry.act == "accuse" and not said.entry.bare
        told = first is not None or self._wronged(said, speaker)
        trust = shared * self._trust(said, type_, recipients, told=told) * (1 if speaker else _BY_NOBODY)
        speech = self._draft(said, type_, mode, speaker, recipients, first, trust)
        speech.answers = answers
        self._add(said, speech, inner, asked, speaker)
        return True

    def _recipients(
        self, said: Said, type_: PloverType, speaker: Refs, asked: Refs, first: Draft | None
    ) -> tuple[Refs, float]:
        """Whom an act of speaking is for, and how sure that is."""
        mine = {a.id for a in speaker}
        if type_ == "REJECT" and first is not None and len(mine) > 1 and mine == {r.id for r in first.recipients}:
            return speaker, 1.0  # failed to strike a bargain
        against = type_ == "REJECT" and first is not None and first.anchor.dep == "pcomp"  # objected to Chad opening it
        blamed = first.actors if first is not None and (type_ == "ACCUSE" or against) else ()
        recipients = asked or tuple(r for r in blamed if r.id not in mine)
        freed = type_ == "REQUEST" and first is not None and first.mode == "release"  # who is held is asked nothing
        if first is not None and not recipients and not freed:
            recipients = tuple(r for r in first.recipients if r.id not in mine)
        if not recipients and first is not None and first.type == "REQUEST":  # agreed to the hauliers' demands
            recipients = tuple(r for r in first.actors if r.id not in mine)
        if not recipients and type_ in ("REJECT", "THREATEN"):
            clauses = (c for c in (*said.contents, said.verb) if c is not None and c.is_verb)
            awaited = self.coder.parties.addressed.awaited
            warned = type_ == "THREATEN"
            recipients = next((r for c in clauses if (r := awaited(c, speaker, warned=warned))), ())
        if not recipients and type_ == "REJECT":  # rejected a truce proposed by Chad
            makers = (c.child("agent") for n in said.contents for c in n.childs("acl") if c.tag == "VBN")
            found = (self.coder.roles.acting(by.child("pobj")) for by in makers if by is not None)
            recipients = next((f for refs in found if (f := tuple(r for r in refs if r.id not in mine))), ())
        if not recipients and first is None:
            if self.audience.wanted(said):
                return (), 0.85
            recipients = self.audience.spoken_of(said, speaker)
        if not recipients and said.entry.bare:
            if said.entry.act == "refuse":
                return (), 1.0  # of whoever asked, which the page tells
            recipients = who_asked(speaker, said.word, self.coder.roles.sides.told)
        put_to_other = said.entry.act in ("request", "offer") or said.entry.bare or self._wronged(said, speaker)
        if not recipients and put_to_other:
            other = self.coder.roles.sides.other_side(speaker, said.word)
            return other, 1.0 if first or not other else 0.85
        return recipients, 1.0

    def _means_nothing(self, said: Said, first: Draft | None) -> bool:
        """Whether words for nobody, of nothing that is known, are no event."""
        refused = said.word.lemma == "refuse" and bool(said.contents)
        if first is not None or refused or said.entry.act in ("agree", "threaten") or said.entry.to_nobody:
            return False
        return not self._wronged(said, self._speaker(said))

    def _wronged(self, said: Said, speaker: Refs) -> bool:
        """Whether a state, or a side, complains of what was done, or wants it done, without a word of who: `that buoys were laid`."""
        if said.entry.act not in ("accuse", "request") or not speaker or not self.audience.official(speaker):
            return False
        if said.entry.needs == "wrong":
            return True
        return any((passive(c) or "done" in said.entry.forms) and c.tag == "VBN" for c in said.contents if c.is_verb)

    def _trust(self, said: Said, type_: PloverType, recipients: Refs, *, told: bool) -> float:
        """How sure an act of speaking is."""
        trust = said.entry.prior * (1 if told else 0.85) * (1 if recipients else 0.9)
        if said.verb is None and len(said.trigger) == 1:
            trust *= _BY_NOUN
        if type_ == "REQUEST" and recipients and all(self.audience.is_public(r) for r in recipients):
            trust *= _TO_ALL
        return trust

    def _draft(
        self,
        said: Said,
        type_: PloverType,
        mode: str | None,
        speaker: Refs,
        recipients: Refs,
        first: Draft | None,
        trust: float,
    ) -> Draft:
        anchor = denier(said) or said.verb or met_by(said.word, self.coder.lexicon) or said.word
        return Draft(
            type=type_,
            mode=mode,
            rule=f"speech.{said.entry.id}",
            trigger=tuple(sorted(said.trigger, key=lambda t: t.i)),
            anchor=anchor,
            actors=speaker,
            recipients=recipients,
            status="planned" if said.reading.status == "planned" else "happened",
            attributed_to=claimed_by(anchor, self.coder.actors, speaker),
            topic=topic(said.contents),
            object=first.object if first else None,
            confidence=round(trust, 3),
        )

    def _add(self, said: Said, speech: Draft, inner: list[Draft], asked: Refs, speaker: Refs) -> None:
        """Keeps an act of speaking and its contents."""
        self.drafts.append(speech)
        if said.entry.act == "request" and or_else(said.contents, self.coder.lexicon.words["undergoing"]):
            self.drafts.append(replace(speech, type="THREATEN", mode=None, rule=f"{speech.rule} or else"))
        self.used.update(t.i for t in speech.trigger)
        self.used.update(c.i for c in said.contents)
        for d in inner[:_MOST]:
            if said.reading.negated or said.reading.status == "denied":
                d.status = "denied"
            if said.entry.asks_by_inf and d.status == "demanded" and asked:  # gave the rebels a warning to leave
                d.actors, d.recipients = (
                    asked,
                    speaker if {r.id for r in d.recipients} <= {a.id for a in asked} else d.recipients,
                )
            done_to_them = {a.id for a in asked} <= {r.id for r in d.recipients}  # demanded the editor's release
            if d.status == "demanded" and asked and d.anchor.is_verb and done_to_them and d.actors == speaker:
                d.actors, d.recipients = asked, speaker  # repeated its call to Chad to free the crew
            if d.status == "demanded" and asked and not done_to_them and (not d.actors or d.actors == speaker):
                d.actors = asked
            if said.entry.act == "accuse" and asked:
                d.actors = asked
                d.recipients = d.recipients or speaker
            d.content_of = speech
            self.drafts.append(d)

    def _is_content(self, said: Said, speaker: Refs, asked: Refs, inner: list[Draft]) -> bool:
        """A promised meeting, help or support is one event of its own type."""
        for d in inner:
            d.status = "promised" if d.type in OWN_TYPE else "happened"
            d.actors = d.actors or speaker
            d.recipients = d.recipients or asked
            d.rule = f"speech.{said.entry.id} {d.rule}"
            if said.verb is not None and not has_time(d.anchor):
                d.anchor = said.verb
            d.trigger = tuple(sorted({*said.trigger, *d.trigger}, key=lambda t: t.i))
            self.drafts.append(d)
            self.used.update(t.i for t in d.trigger)
        return True

    def _of_deals(self, said: Said) -> bool:
        """Whether what is asked for is an offer, a promise or an agreement."""
        verbs = self.coder.lexicon.speech_verbs
        return any(e.act in ("offer", "agree", "promise") for c in said.contents for e, _ in verbs.get(c.lemma, ()))


def _only_missed(said: Said, inner: Sequence[Draft]) -> bool:
    """Whether somebody only did not manage to do harm: `failed to take the town`."""
    return said.word.lemma == "fail" and bool(inner) and all(d.type in HOSTILE for d in inner)


def _does_to_third(first: Draft | None, speaker: Refs) -> bool:
    """Whether what several agree on is done to another state: `Chad and Mali agreed to end their ban on Ghanaian fish`."""
    if first is None or first.type not in _DONE_TO:
        return False
    others = [r for r in first.recipients if r.id not in {a.id for a in speaker}]
    return bool(others) and all(is_country(party_of(r.id)) for r in others)


def _own(asked: Refs, speaker: Refs) -> bool:
    """Whether those who are told to do something are the speaker's own people."""
    own = {party_of(r.id) for r in speaker}
    return all(r.id.startswith("NAMED:") or party_of(r.id) in own for r in asked)


def _told(said: Said) -> list[Token]:
    """The complements that may tell an act: of an accusation only clauses, of a view none."""
    if said.entry.act == "concur":
        return []
    return [c for c in said.contents if said.entry.act != "accuse" or c.is_verb]
