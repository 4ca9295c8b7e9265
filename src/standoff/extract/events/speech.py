"""Speech acts: the act of speaking is one event, the act it speaks of a second one with `content_of`."""

from dataclasses import replace

from standoff.extract.draft import Draft
from standoff.extract.events.armed_help import goes_to_ally
from standoff.extract.events.audience import Audience
from standoff.extract.events.blamed import any_wrong
from standoff.extract.events.clause import led_to, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.conditions import or_else
from standoff.extract.events.denied import denier
from standoff.extract.events.idle_words import asks_a_side, is_bare, is_idle, is_withheld
from standoff.extract.events.match import Match
from standoff.extract.events.said import Said, SpeechFinder
from standoff.extract.events.speech_types import (
    OWN_TYPE,
    shaded,
    status_of_content,
    topic,
    type_of,
)
from standoff.extract.events.spoken_by import agreed_by, by_nobody, speaker_of
from standoff.extract.events.spoken_to import does_to_third, is_own, is_wronged, means_nothing, recipients_of
from standoff.extract.events.stopped import given_up, stopping
from standoff.extract.events.threatening import as_threat, hurts, vows_harm
from standoff.extract.events.unanswered import met_by
from standoff.extract.events.words import has_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.model import ActorRef, PloverType, Status
from standoff.parse import Token

_BY_NOBODY = 0.75  # how much less sure an act is whose speaker is not told
_BY_NOUN = 0.65  # how much less sure an act is that is only named by a noun: its announcement to reopen
_APPEAL = 0.6  # an appeal to a party that asks for no act that is known: to the tray
_TO_ALL = 0.5  # an appeal to everybody
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
        if lemma in entry.no_content and not is_withheld(said.contents[0], self.audience):
            self.used.update(t.i for c in said.contents for t in c.subtree())
            return True
        if said.reading.status == "denied" and entry.act not in _GIVEN_WORD:
            return True
        left_open = said.reading.negated and entry.neg == "THREATEN"  # would not rule out sanctions
        if said.reading.drop and not left_open and not (said.reading.by_will and entry.act in ("agree", "promise")):
            return entry.act != "agree"
        speaker = speaker_of(said, self.coder) or agreed_by(said, self.coder)
        if not speaker and not by_nobody(said, self.audience):
            return False
        before = set(self.used)
        inner = [d for c in _told(said) for d in self.content(c, status_of_content(said, c), speaker)]
        asked = self.audience.asked_or_held(said, speaker)
        if entry.act == "promise" and not inner and vows_harm(said.contents, self.coder.lexicon):
            clauses = [c for c in said.contents if c.is_verb]
            hit = next((r for c in clauses if (r := self.coder.roles.acting(subject(c)))), asked)
            return self.speak(as_threat(said), speaker, () if hit == speaker else hit, [])
        if is_idle(said, asked, inner, self.audience):
            return True
        bare = is_bare(said, inner, self.audience)
        if bare and not asks_a_side(said, speaker, asked, self.audience):
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
        if said.entry.joint and not asked and len({a.id for a in speaker}) > 1 and not does_to_third(first, speaker):
            asked = speaker
        if said.entry.act == "concur" and asked != speaker:
            return False  # one side's view is a statement
        recipients, shared = recipients_of(said, type_, speaker, asked, first, self.audience)
        if type_ == "COERCE" and first is not None and first.recipients and is_own(asked, speaker):
            recipients = first.recipients  # ordered its gas company to stop supplies to Chad
        answers = said.entry.bare and said.entry.act == "refuse"
        if (
            not recipients
            and not answers
            and (said.entry.bare or means_nothing(said, speaker_of(said, self.coder), first, self.audience))
        ):
            return said.entry.act == "accuse" and not said.entry.bare
        told = first is not None or is_wronged(said, speaker, self.audience)
        trust = shared * self._trust(said, type_, recipients, told=told) * (1 if speaker else _BY_NOBODY)
        speech = self._draft(said, type_, mode, speaker, recipients, first, trust)
        speech.answers = answers
        self._add(said, speech, inner, asked, speaker)
        return True

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


def _told(said: Said) -> list[Token]:
    """The complements that may tell an act: of an accusation only clauses, of a view none."""
    if said.entry.act == "concur":
        return []
    return [c for c in said.contents if said.entry.act != "accuse" or c.is_verb]
