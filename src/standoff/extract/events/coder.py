"""A verb or noun -> draft: its sense, who acts on whom, with status and the rules for silence."""

from dataclasses import replace

from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.clause import heads, passive, prepositions, subject
from standoff.extract.events.match import Match, Matcher
from standoff.extract.events.roles import Roles
from standoff.extract.events.words import is_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.lexicon.actions import Actions
from standoff.model import ActorRef, Span, Status
from standoff.parse import Token

# Acts whose refusal is an event: `will not lift the ban`.
_REFUSED: frozenset[str] = frozenset({"RETREAT", "CONCEDE", "AID", "CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
# Participles that describe whom they stand beside: `rebels backed by Niger`, `a coalition fighting the rebels`.
_DESCRIBING = frozenset({"back", "fight", "lead", "oppose", "represent", "support", "train"})
# Acts that mean little where neither the giver is known nor the receiver told.
_GIVEN: frozenset[str] = frozenset({"AID", "SANCTION", "COOPERATE"})
# What the other side put forward: its refusal is addressed.
_OFFERED = ("bid", "counterproposal", "demand", "draft", "offer", "proposal", "request")
_HEADLINE = 20  # words
_BEFORE_SPEECH = 5  # senses of this rank come before words of speaking
# What is lifted, blocked or turned down without a word of who did it.
_TOLD_ALONE = ("@access", "@restriction", "@aid_flow", "@opposition", "@demand", "@agreement")
# Acts that go on until they are undone.
_LASTING: frozenset[str] = frozenset({"COERCE", "PROTEST", "SANCTION", "MOBILIZE"})
# What talks themselves do.
_OF_TALKS = frozenset({"consult.end", "consult.fail", "reject.collapse", "reject.fail"})
_FAILED = frozenset({"consult.fail", "reject.collapse", "reject.fail"})
# What an act is about, or answers, names another act without telling it.
_ABOUT: frozenset[str] = frozenset(
    {"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "PROTEST", "CONCEDE", "THREATEN"}
)


class Coder:
    """Codes the sentences of one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self.matcher = Matcher(lexicon, actors)
        self.roles = Roles(lexicon, actors)

    def before_speech(self, verb: Token) -> bool:
        """Whether a sense of the verb wins over what it says as a word of speaking: `asked for asylum`."""
        listed = self.lexicon.verbs.get(verb.lemma, ())
        if not listed or listed[0][0].rank < _BEFORE_SPEECH:
            return False
        match = self.matcher.verb(verb)
        return match is not None and match.sense.rank >= _BEFORE_SPEECH

    def act(self, verb: Token, drafts: list[Draft], used: set[int]) -> None:
        """The event of a verb that is no verb of speaking."""
        reading = read_status(verb, self.lexicon)
        match = self.matcher.verb(verb)
        if match is None:
            return
        if verb.dep == "acl" and verb.lemma in _DESCRIBING:
            return
        if _ended(verb, match):
            return
        draft = self.draft(match, reading)
        if draft is None or _background(verb):
            return
        used.update(t.i for t in match.trigger)
        used.update(t.i for o in match.acted_on for t in heads(o) if t.lemma in self.lexicon.speech_nouns)
        drafts.append(draft)

    def draft(
        self, match: Match, reading: Reading, *, content: bool = False, doer: tuple[ActorRef, ...] = ()
    ) -> Draft | None:
        """The event of a match, or None where it is none: hypothetical, denied, or without anybody who acts."""
        sense = match.sense
        type_, mode = sense.type, sense.mode
        if reading.negated and not content:
            if reading.drop and not reading.by_will:
                return None
            if sense.neg is None and not (reading.by_will and sense.type in _REFUSED):
                return None
            type_, mode = sense.neg or "REJECT", sense.neg_mode
            if reading.by_will and type_ == "REJECT":
                reading = replace(reading, status="happened", drop=False)
        if reading.drop and not content:
            return None
        shared = 1.0
        actors = self.roles.of_match(match) or doer or self._of_relative(match)
        if match.verb is not None and match.verb.lemma in self.lexicon.reversed and match.pattern == "light":
            recipients, actors = actors, self.roles.of_noun(match.word) or self._given(match)
        else:
            recipients = self.roles.acted_upon(match, actors)
        if match.verb is not None and type_ == "ASSAULT" and (attack := self.matcher.attack(subject(match.verb))):
            recipients = (*self.roles.aimed_at(attack, actors), *recipients)
        if (
            mode == "access"
            and type_ == "RETREAT"
            and len({a.id.split("-")[0] for a in actors}) > 1
            and self._thing(match)
        ):
            type_, mode, recipients = "COOPERATE", None, actors  # both open it together
        if sense.joint and len({a.id for a in actors}) > 1 and not recipients:
            recipients = actors
        if not recipients:
            recipients = self.roles.counterpart(actors, match)
        if not recipients and type_ in ("REJECT", "THREATEN") and not content:
            recipients = self.roles.awaited(match.verb, actors)
        if not recipients and (
            sense.id == "threaten.deadline"
            or (type_ in ("REJECT", "REQUEST") and self.matcher.any_of(match.acted_on, _OFFERED))
        ):
            recipients = self.other_side(actors, match.word)
        if not actors and sense.joint and self._shared(match) and (both := self.roles.both_parties(match.word)):
            actors = recipients = both
            shared = 0.8
        actors, recipients = self.roles.spelled(actors, match.word), self.roles.spelled(recipients, match.word)
        recipients = () if match.pattern == "thing" else recipients
        if not actors and match.verb is not None and subject(match.verb) is None and not content:
            actors = self.roles.of_place(match) or self._whose_people(match)
            shared = 0.75
            recipients = tuple(r for r in recipients if r.id not in {a.id for a in actors})
        if _lasts(match, reading):
            reading = replace(reading, status="ongoing")
        confidence = sense.prior * shared
        if not actors:
            if (sense.joint or type_ in ("REJECT", "CONSULT")) and len(recipients) > 1:
                actors = recipients
            elif not content and not self._stands_without_actor(match, recipients):
                return None
            confidence *= 1 if match.pattern == "thing" else 0.7
        if (match.word.lemma in sense.partner or sense.partner_all) and not recipients and not content:
            doer_ = subject(match.verb) if match.verb is not None else None
            if not sense.joint or doer_ is None or doer_.tag != "NNS":
                return None
        if not recipients:
            confidence *= 0.9
        unknown = [a for a in actors if a.id.startswith("NAMED:") and a.id not in self.actors.parties]
        if sense.type in _GIVEN and not recipients and len(unknown) == len(actors):
            confidence *= 0.7
        if reading.present and match.word.sentence.part == "story":
            confidence *= 0.6 if len(unknown) == len(actors) else 0.9
        if unknown:
            confidence *= 0.95 if recipients else 0.8
        if actors and len(unknown) == len(actors) and sense.id == "sanction.dismiss":
            confidence *= 0.7  # firms that lay off their own people are no side
        thing = self._thing(match)
        return Draft(
            type=type_,
            mode=mode,
            rule=f"{sense.id} {match.pattern}",
            trigger=match.trigger,
            anchor=match.verb or match.word,
            actors=actors,
            recipients=recipients,
            outcome=_outcome(match),
            status="happened" if reading.status == "hypothetical" and not content else reading.status,
            negated=reading.negated and content,
            attributed_to=claimed_by(match.verb or match.word, self.actors, actors),
            object=thing,
            place=self._place(match),
            confidence=round(confidence, 3),
        )

    def _whose_people(self, match: Match) -> tuple[ActorRef, ...]:
        """Who pulls people out where nobody is said to: the country whose people they are."""
        if match.sense.mode != "withdraw":
            return ()
        found = (r for t in match.acted_on for r in self.actors.of(t) if not r.id.startswith("NAMED:"))
        ref = next(found, None)
        return (ActorRef(start=ref.start, end=ref.end, id=ref.id.split("-")[0]),) if ref is not None else ()

    def other_side(self, actors: tuple[ActorRef, ...], near: Token) -> tuple[ActorRef, ...]:
        """The other side of a two-sided page, where one of the two acts and names nobody."""
        parties = self.actors.parties
        mine = [p for p in parties if any(of_side(a, p) for a in actors)]
        if len(parties) != 2 or len(mine) != 1:
            return ()
        return self.roles.mention(parties[1 - parties.index(mine[0])], near)

    def _shared(self, match: Match) -> bool:
        """Whether talks without participants are told as an act of their own, which on a two-sided page is both sides'."""
        return match.pattern == "occur" or (
            match.verb is not None and (subject(match.verb) is None or match.sense.id in _OF_TALKS)
        )

    def _of_relative(self, match: Match) -> tuple[ActorRef, ...]:
        """Whose a strike or talks are that a relative clause describes: `the strike that dockers held ended`."""
        doer = subject(match.verb) if match.verb is not None and match.pattern == "verb" else None
        if doer is None or match.sense.id != "retreat.conflict_ends":
            return ()
        clause = doer.child("relcl")
        return self.roles.acting(subject(clause)) if clause is not None else ()

    def _given(self, match: Match) -> tuple[ActorRef, ...]:
        """Whom what is received or suffered comes from."""
        named = [*prepositions(match.word), *(prepositions(match.verb) if match.verb else [])]
        named += [p for clause in match.word.childs("acl") for p in prepositions(clause)]
        for name, token in named:
            if name in ("from", "by") and (found := self.roles.acting(token)):
                return found
        return ()

    def _stands_without_actor(self, match: Match, recipients: tuple[ActorRef, ...]) -> bool:
        """Whether an act may be told without its actor: a passive on somebody or on a thing, talks, happenings."""
        if match.pattern in ("occur", "thing", "suffered") or match.sense.id in _FAILED:
            return True
        if match.verb is None:
            return False
        if match.pattern == "light" and match.verb.lemma in self.lexicon.reversed:
            return bool(recipients)  # won a pay rise
        first = match.verb.head if match.verb.dep == "conj" and match.verb.head is not None else match.verb
        told = first.dep not in ("relcl", "acl")
        if match.sense.type == "ASSAULT" and told and recipients and self.matcher.attack(subject(match.verb)):
            return True
        if subject(match.verb) is not None or _describes(match.verb):
            return False
        if match.sense.type == "CONSULT":
            return match.pattern in ("light", "occur")
        if recipients or any(self.actors.thing(t) for t in match.acted_on):
            return True
        alone = ("@shut",) if match.sense.type == "ASSAULT" else _TOLD_ALONE
        return passive(match.verb) and self.matcher.any_of(match.acted_on, alone)

    def _thing(self, match: Match) -> Span | None:
        """What is acted on, where it is a thing that can be open or shut; `it` is the last one named in the sentence."""
        for token in match.acted_on:
            for head in heads(token):
                if found := self.actors.thing(head):
                    return found
            if token.lower == "it":
                before = reversed(token.sentence.tokens[: token.i])
                return next((s for t in before if t.is_noun and (s := self.actors.thing(t)) is not None), None)
        return None

    def _place(self, match: Match) -> Span | None:
        words = [match.word, *([match.verb] if match.verb is not None and match.verb is not match.word else [])]
        for word in words:
            for name, token in prepositions(word):
                if name in ("in", "at", "near", "outside") and (place := self.actors.place_of(token)) is not None:
                    return Span(start=place.start, end=place.end)
        return None

    def _told_of(self, noun: Token, drafts: list[Draft]) -> tuple[ActorRef, ...]:
        """Whose deed a noun is that somebody is punished or blamed for: `sanctions on Iran over last month's test`."""
        prep = noun.head
        if noun.dep != "pobj" or prep is None or prep.lower not in ("for", "over"):
            return ()
        above = [a for a in noun.ancestors() if a.is_verb or a.is_noun]
        for d in drafts:
            if d.type in ("SANCTION", "ACCUSE", "COERCE") and any(a in d.trigger for a in above):
                return d.recipients
        return ()

    def _headline_talks(self, noun: Token) -> bool:
        """Whether talks are told by a headline without any verb: `No deal in talks between Chad and Niger`."""
        tokens = noun.sentence.tokens
        return len(tokens) <= _HEADLINE and not any(t.is_verb for t in tokens) and noun.child("poss") is None

    def _named_before(self, noun: Token) -> tuple[ActorRef, ...]:
        """Who is said to be at talks by a headline without a verb: `Kenya, Uganda in talks over islet`."""
        prep = noun.head
        if prep is None or prep.lower not in ("in", "at", "hold") or not self._headline_talks(noun):
            return ()
        root = noun.sentence.root
        return self.actors.of(root) if root is not None and root.tag.startswith("NNP") else ()

    def _decided(self, noun: Token, drafts: list[Draft], used: set[int]) -> bool:
        """The event that somebody's decision is about: `the owners' decision to stop payments angered the union`."""
        verb = noun.child("acl")
        if noun.lemma not in self.lexicon.words["decided"] or noun.child("poss") is None or verb is None:
            return False
        if not any(c.lower == "to" for c in verb.childs("aux")):
            return False
        if any(a in d.trigger and d.type in _ABOUT for a in noun.ancestors() for d in drafts):
            return True
        match = self.matcher.verb(verb)
        draft = self.draft(match, Reading(), content=True) if match is not None else None
        if draft is None or not draft.actors:
            return False
        draft.confidence = round(draft.confidence * 0.75, 3)
        used.update(t.i for t in draft.trigger)
        drafts.append(draft)
        return True

    def nominal(self, noun: Token, drafts: list[Draft], used: set[int]) -> None:
        """The event that a noun tells by itself, where it says whose act it is."""
        if self._decided(noun, drafts, used):
            return
        match = self.matcher.nominal(noun) or self.matcher.noun(noun)
        if match is None or any(c.lower in self.lexicon.words["not_yet"] for c in noun.children):
            return
        verbs = [a for a in noun.ancestors() if a.is_verb]
        if verbs:
            reading = read_status(verbs[0], self.lexicon)
            if reading.drop or reading.status in ("planned", "hypothetical"):
                return
            if any(above in d.trigger and d.type in _ABOUT for above in verbs for d in drafts):
                return
        actors = self.roles.of_noun(noun) or self._told_of(noun, drafts) or self._named_before(noun)
        recipients = self.roles.acted_upon(match, actors)
        if match.sense.joint and len({a.id for a in actors}) > 1:
            recipients = actors
        on_thing = any(self.actors.thing(t) for t in match.acted_on)
        if not actors or not (recipients or on_thing or match.sense.type == "MOBILIZE"):
            return
        if any(d.type == match.sense.type for d in drafts):
            return
        if match.sense.type == "CONSULT" and not self._headline_talks(noun):
            return
        used.update(t.i for t in match.trigger)
        drafts.append(
            Draft(
                type=match.sense.type,
                mode=match.sense.mode,
                rule=f"{match.sense.id} {match.pattern}",
                trigger=match.trigger,
                anchor=noun,
                actors=self.roles.spelled(actors, noun),
                recipients=recipients,
                attributed_to=claimed_by(noun, self.actors, actors),
                object=next((s for t in match.acted_on if (s := self.actors.thing(t)) is not None), None),
                confidence=round(match.sense.prior * 0.75, 3),
            )
        )


def _describes(verb: Token) -> bool:
    """Whether a clause only says which one is meant: `the poet who was jailed`; not `in June, when the office was closed`."""
    patient = verb.child("nsubjpass")
    return verb.dep in ("relcl", "acl") and (patient is None or patient.tag in ("WDT", "WP"))


def of_side(actor: ActorRef, party: str) -> bool:
    """Whether an actor is a party or part of it."""
    return actor.id == party or actor.id.startswith(party + "-")


def _lasts(match: Match, reading: Reading) -> bool:
    """Whether a copula in the present or the perfect carries the act: `have been on strike since May`."""
    verb = match.verb
    if match.sense.id == "protest.lasts":
        return reading.status == "happened"
    if verb is not None and reading.status == "happened" and _goes_on(verb, match):
        return True
    if (
        verb is None
        or match.pattern != "light"
        or verb.lemma not in ("be", "remain", "stay")
        or reading.status != "happened"
    ):
        return False
    return verb.tag in ("VBZ", "VBP") or any(c.lower in ("has", "have") for c in verb.childs("aux"))


def _goes_on(verb: Token, match: Match) -> bool:
    """Whether a perfect with `since` tells what lasts: `has barred them since May`, `have been meeting since Easter`."""
    words = {c.lower for c in verb.childs("aux", "auxpass")}
    if not words & {"has", "have", "'ve"}:
        return False
    if verb.tag == "VBG" and "been" in words:
        return True
    since = any(c.lower == "since" for c in verb.childs("prep", "mark", "advmod")) or any(
        m.lower == "since" for c in verb.childs("advcl") for m in c.childs("mark")
    )
    long = any(c.lower == "for" and any(is_time(t) for t in c.childs("pobj")) for c in verb.childs("prep"))
    return (since or long) and match.sense.type in _LASTING


def _ended(verb: Token, match: Match) -> bool:
    """Whether a relative clause only says which act it is that ends: `the strike that actors held ended`."""
    noun = verb.head
    if verb.dep != "relcl" or noun is None or match.word is not noun or noun.dep != "nsubj" or noun.head is None:
        return False
    return noun.head.lemma in ("cease", "end", "stop")


def _background(verb: Token) -> bool:
    """Whether an act long past only dates another one: `five years after Chadian crowds burnt the embassy`."""
    mark = next((c for c in verb.childs("mark") if c.lower in ("after", "before", "since")), None)
    if verb.dep != "advcl" or mark is None or mark.i == 0:
        return False
    return verb.sentence.tokens[mark.i - 1].lemma in ("century", "decade", "year")


_NO_DEAL = (
    "without agreement",
    "without a deal",
    "without an agreement",
    "no agreement",
    "no deal",
    "without result",
    "inconclusive",
    "without a breakthrough",
    "no breakthrough",
)


def _outcome(match: Match) -> str | None:
    """What came of talks, where their own clause says so."""
    sense = match.sense
    if sense.id in _FAILED:
        return "failed"
    if sense.id == "reject.meeting":
        return "called_off"
    if sense.type != "CONSULT" or match.verb is None:
        return None
    text = " ".join(t.lower for t in match.verb.subtree())
    return "adjourned" if any(words in text for words in _NO_DEAL) else None


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that say the same act again in the same sentence."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.content_of is None and any(_same_act(draft, k) for k in kept if k.content_of is None):
            continue
        kept.append(draft)
    return [d for d in kept if d.content_of is None or d.content_of in kept]


def _same_act(draft: Draft, kept: Draft) -> bool:
    """Whether a draft says again what another one says: with its words, or below it or beside it without anything of its own."""
    if draft.type != kept.type or draft.status != kept.status:
        return False
    if draft.mode != kept.mode and draft.mode is not None and kept.mode is not None:
        return False
    if set(draft.trigger) & set(kept.trigger):
        return True
    mine, theirs = {a.id for a in draft.actors}, {a.id for a in kept.actors}
    if mine and mine != theirs:
        return False
    if draft.anchor.dep == "conj":
        return False
    return not draft.recipients or {r.id for r in draft.recipients} <= {r.id for r in kept.recipients}


STATUS_OF_CONTENT: dict[str, Status] = {
    "agree": "promised",
    "promise": "promised",
    "offer": "promised",
    "threaten": "threatened",
    "request": "demanded",
    "refuse": "denied",
    "accuse": "hypothetical",
}
