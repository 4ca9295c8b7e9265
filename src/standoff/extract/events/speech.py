"""Speech acts: the act of speaking is one event, the act it speaks of a second one with `content_of`."""

from dataclasses import replace

from standoff.extract.draft import Draft
from standoff.extract.events.clause import holder, passive, prepositions, subject
from standoff.extract.events.coder import STATUS_OF_CONTENT, Coder, of_side
from standoff.extract.events.match import Match
from standoff.extract.events.said import Said, SpeechFinder, infinitive
from standoff.extract.events.words import has_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.lexicon.actions import Speech
from standoff.model import ActorRef, PloverType, Span, Status
from standoff.parse import Token

_OWN_TYPE: frozenset[PloverType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HOSTILE: frozenset[PloverType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "PROTEST"})
_PUNISHING: frozenset[PloverType] = frozenset({"SANCTION", "COERCE"})
_ACT: dict[str, PloverType] = {
    "agree": "AGREE",
    "promise": "AGREE",
    "offer": "REQUEST",
    "threaten": "THREATEN",
    "request": "REQUEST",
    "refuse": "REJECT",
    "accuse": "ACCUSE",
    "concur": "SUPPORT",
}
_MODE: dict[PloverType, str] = {"CONSULT": "meet", "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield"}


class SpeechCoder:
    """Collects the drafts of one sentence; `used`: tokens that later passes leave alone."""

    def __init__(self, coder: Coder) -> None:
        self.coder = coder
        self.finder = SpeechFinder(coder.lexicon, coder.matcher)
        self.drafts: list[Draft] = []
        self.used: set[int] = set()

    def speech(self, token: Token) -> bool:
        """Codes a word of speaking with its complement; False where it is none."""
        return any(self._code(said) for said in self.finder.found(token))

    # ---- coding -----------------------------------------------------------------------------------------------------

    def _code(self, said: Said) -> bool:
        entry = said.entry
        if entry.act == "say":
            return self._say(said)
        lemma = said.contents[0].lemma if said.contents else ""
        if lemma in entry.no_content and not self._withheld(said.contents[0]):
            self.used.update(t.i for c in said.contents for t in c.subtree())
            return True
        if said.reading.drop and not (said.reading.by_will and entry.act in ("agree", "promise")):
            return entry.act != "agree"
        speaker = self._speaker(said)
        if not speaker:
            return False
        told = [c for c in said.contents if entry.act != "accuse" or c.is_verb] if entry.act != "concur" else []
        inner = [d for c in told for d in self.content(c, STATUS_OF_CONTENT[entry.act], speaker)]
        asked = self._asked(said, speaker)
        if entry.act == "refuse" and not asked:
            asked = self.coder.roles.given(said.contents, speaker)
        if entry.act == "request" and not asked:
            asked = self._holder(said, speaker)
        if lemma_of(said) in _APPEALS and not inner and not (self._sides(speaker, asked) and self._of_deals(said)):
            return True
        if entry.needs == "hostile" and not asked and not self._hostile(said, inner):
            return False
        return self._speak(said, speaker, asked, inner)

    def _withheld(self, verb: Token) -> bool:
        """Whether somebody who acts is refused something: `refused to give the army any information`."""
        to = verb.child("dative")
        if to is None or verb.lemma != "give" or not self.coder.roles.somebody(to):
            return False
        refs = self.coder.actors.of(to) or (self.coder.roles.phrase(to),)
        return any(not self._public(r) for r in refs)

    def _hostile(self, said: Said, inner: list[Draft]) -> bool:
        """Whether what is warned of is an act against somebody, or bad consequences."""
        words = self.coder.lexicon.words
        if any(d.type in _HOSTILE for d in inner):
            return True
        for c in said.contents:
            mods = {m.lower for m in c.children}
            if c.lemma in words["threat_noun"] or (
                c.lemma in words["grave_noun"] and not mods.isdisjoint(words["grave"])
            ):
                return True
        return False

    def _speaker(self, said: Said) -> tuple[ActorRef, ...]:
        if said.verb is not None:
            return self.coder.roles.acting(subject(said.verb))
        return self.coder.roles.acting(holder(said.word))

    def _asked(self, said: Said, speaker: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        roles = self.coder.roles
        if said.verb is not None:
            sources = [s for s in said.entry.to if not (s == "object" and said.word is not said.verb)]
            if found := roles.asked(said.verb, sources, speaker, said.contents):
                return found
        if said.word is not said.verb:
            ids = {a.id for a in speaker}
            for name, t in prepositions(said.word):
                if name in said.entry.to and (found := tuple(r for r in self.coder.actors.of(t) if r.id not in ids)):
                    return found
        return ()

    def _holder(self, said: Said, speaker: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Whom a demand without an addressee is put to: the subject of what is demanded, or who stands in it."""
        ids = {a.id for a in speaker}
        for c in said.contents:
            who = c.child("nsubj", "nsubjpass") if c.is_verb else None
            if who is not None:
                if found := tuple(r for r in self.coder.actors.of(who) if r.id not in ids):
                    return found
                if who.is_noun and self.coder.roles.somebody(who):
                    return (self.coder.roles.phrase(who),)
            for t in [*c.childs("poss"), *(t for name, t in prepositions(c) if name in ("by", "from", "with"))]:
                if c.is_noun and (owner := tuple(r for r in self.coder.actors.of(t) if r.id not in ids)):
                    return owner
        return ()

    def content(self, token: Token, status: Status, speaker: tuple[ActorRef, ...]) -> list[Draft]:
        """The acts that a complement tells, with the status that the speech gives them."""
        coder = self.coder
        while token.is_verb and token.lemma in coder.lexicon.operators and (inner := token.child("xcomp")) is not None:
            token = inner
        match: Match | None
        if token.is_verb:
            match = coder.matcher.verb(token)
        else:
            match = coder.matcher.nominal(token) or coder.matcher.any_noun(token)
        if match is None:
            return []
        negated = token.is_verb and read_status(token, coder.lexicon).negated
        doer = () if status in ("demanded", "hypothetical") else speaker
        draft = coder.draft(match, Reading(status=status, negated=negated), content=True, doer=doer)
        if draft is None:
            return []
        draft.attributed_to = None
        self.used.update(t.i for t in match.trigger)
        return [draft]

    def _speak(
        self, said: Said, speaker: tuple[ActorRef, ...], asked: tuple[ActorRef, ...], inner: list[Draft]
    ) -> bool:
        entry, act, shared = said.entry, said.entry.act, 1.0
        type_, mode = _ACT[act], entry.mode
        first = inner[0] if inner else None
        negated_content = (
            first.negated
            if first
            else any(read_status(c, self.coder.lexicon).negated for c in said.contents if c.is_verb)
        )
        if said.reading.negated:
            if said.entry.neg is None:
                return True
            type_ = said.entry.neg
        elif act in ("promise", "offer"):
            outcome = self._promised(said, first, negated_content)
            if outcome is None:
                return self._is_content(said, speaker, asked, inner)
            type_ = outcome
        if type_ in ("REQUEST", "REJECT", "THREATEN") and mode is None and first is not None:
            mode = _MODE.get(first.type, "change") if type_ != "THREATEN" else _threat_mode(first)
        if act == "request" and not asked and first is not None and first.type in _PUNISHING and first.recipients:
            type_, mode = "ACCUSE", "disapprove"  # `called for sanctions against Moscow`: Moscow is not asked
        if said.word.lemma == "order" and first is not None and self._closes(first, speaker):
            type_, mode = "COERCE", "restrict"
        if type_ == "THREATEN":
            for d in inner:
                d.status = "threatened"
        if type_ == "AGREE" and self.finder.treaty(said):
            type_, inner, first = "SUPPORT", [], None
        speaker = self.coder.roles.spelled(speaker, said.word)
        several = len({a.id for a in speaker}) > 1
        if said.entry.joint and not asked and several:
            asked = speaker
        if act == "concur" and asked != speaker:
            return False  # one side's view is a statement
        recipients = asked or (
            tuple(r for r in first.recipients if r.id not in {a.id for a in speaker}) if first else ()
        )
        if not recipients and type_ in ("REJECT", "THREATEN"):
            clauses = (c for c in (*said.contents, said.verb) if c is not None and c.is_verb)
            recipients = next((r for c in clauses if (r := self.coder.roles.awaited(c, speaker))), ())
        if not recipients and first is None:
            recipients = self._deep(said, speaker)
        if not recipients and (act in ("request", "offer") or entry.bare):
            recipients = self.coder.other_side(speaker, said.word)
            shared = 1.0 if first else 0.85
        if entry.bare and not recipients:
            return False
        if not recipients and first is None and act not in ("agree", "threaten") and said.entry.id not in _ALONE:
            return act == "accuse"
        confidence = shared * entry.prior * (1 if first else 0.85) * (1 if recipients else 0.9)
        if said.verb is None:
            confidence *= 0.65  # a noun that its owner's act is only named by
        if type_ == "REQUEST" and recipients and all(self._public(r) for r in recipients):
            confidence *= 0.5  # an appeal to everybody
        status: Status = "planned" if said.reading.status == "planned" else "happened"
        speech = Draft(
            type=type_,
            mode=mode,
            rule=f"speech.{said.entry.id}",
            trigger=tuple(sorted(said.trigger, key=lambda t: t.i)),
            anchor=said.verb or said.word,
            actors=speaker,
            recipients=recipients,
            status=status,
            attributed_to=claimed_by(said.verb or said.word, self.coder.actors, speaker),
            topic=_topic(said.contents),
            object=first.object if first else None,
            confidence=round(confidence, 3),
        )
        self.drafts.append(speech)
        self.used.update(t.i for t in speech.trigger)
        for d in inner[:3]:
            if said.reading.negated:
                d.status = "denied"
            if act in ("request",) and asked and not d.actors:
                d.actors = asked
            if act == "accuse" and asked:
                d.actors = asked
                if not d.recipients:
                    d.recipients = speaker
            d.content_of = speech
            self.drafts.append(d)
        for c in said.contents:
            self.used.add(c.i)
        return True

    def _closes(self, first: Draft, speaker: tuple[ActorRef, ...]) -> bool:
        """Whether an order shuts what the one who is ordered does, and comes from no court: that is no mere demand."""
        court = any("-JUD" in s.id or s.id.lower().endswith(_COURTS) for s in speaker)
        return not court and first.type in _PUNISHING and first.mode in ("restrict", "censor", "discontinue")

    def _sides(self, speaker: tuple[ActorRef, ...], asked: tuple[ActorRef, ...]) -> bool:
        """Whether one side of a two-sided page speaks to the other."""
        parties = self.coder.actors.parties
        return len(parties) == 2 and all(any(of_side(r, p) for r in (*speaker, *asked)) for p in parties)

    def _of_deals(self, said: Said) -> bool:
        """Whether what is asked for is an offer, a promise or an agreement."""
        verbs = self.coder.lexicon.speech_verbs
        return any(e.act in ("offer", "agree", "promise") for c in said.contents for e, _ in verbs.get(c.lemma, ()))

    def _public(self, ref: ActorRef) -> bool:
        """Whether somebody is no side: reporters, residents, states, or the speaker's own people."""
        if not ref.id.startswith("NAMED:") or ref.id in self.coder.actors.parties:
            return False
        words = ref.id.removeprefix("NAMED:").lower().split()
        public = self.coder.lexicon.words["public"]
        return bool(words) and (words[0] in _OWN or words[-1] in public or words[-1].removesuffix("s") in public)

    def _deep(self, said: Said, speaker: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Somebody else in what is spoken of."""
        ids = {a.id for a in speaker}
        for c in said.contents:
            if found := tuple(r for r in self.coder.roles.inside(c) if r.id not in ids):
                return found
        return ()

    def _promised(self, said: Said, first: Draft | None, negated: bool) -> PloverType | None:
        """The type of a promise by what is promised; None where that is an event of its own type."""
        if negated:
            if first is not None and first.type in _HOSTILE:
                return "AGREE"
            return "REJECT"
        if first is None:
            return "AGREE" if said.entry.act == "promise" else "REQUEST"
        if said.entry.act == "offer" and first.type == "CONSULT":
            return "REQUEST"
        if first.type in _OWN_TYPE or first.type in ("ACCUSE", "REQUEST", "REJECT", "AGREE"):
            return None
        if first.type == "MOBILIZE" and (said.entry.act == "offer" or said.word.lemma in _WILLING):
            return "AGREE"
        return "THREATEN" if first.type in _HOSTILE else "AGREE"

    def _is_content(
        self, said: Said, speaker: tuple[ActorRef, ...], asked: tuple[ActorRef, ...], inner: list[Draft]
    ) -> bool:
        """A promised meeting, help or support is one event of its own type."""
        for d in inner:
            d.status = "promised" if d.type in _OWN_TYPE else "happened"
            d.actors = d.actors or speaker
            d.recipients = d.recipients or asked
            d.rule = f"speech.{said.entry.id} {d.rule}"
            if said.verb is not None and not has_time(d.anchor):
                d.anchor = said.verb
            d.trigger = tuple(sorted({*said.trigger, *d.trigger}, key=lambda t: t.i))
            self.drafts.append(d)
            self.used.update(t.i for t in d.trigger)
        return True

    # ---- saying -----------------------------------------------------------------------------------------------------

    def _say(self, said: Said) -> bool:
        """`said it would reopen`: a promise or threat; `said they had insulted`: an accusation; `must withdraw`: a demand."""
        speaker = self.coder.roles.acting(subject(said.word))
        if not speaker or said.reading.drop:
            return False
        coded = False
        for c in said.contents:
            coded = self._said_clause(said, c, speaker) or coded
        return coded and False

    def _said_clause(self, said: Said, clause: Token, speaker: tuple[ActorRef, ...]) -> bool:
        reading = read_status(clause, self.coder.lexicon)
        who = subject(clause)
        doer = self.coder.actors.of(who) if who is not None else ()
        one = replace(said, contents=(clause,), reading=Reading())
        mine = {a.id for a in speaker}
        unknown = who is not None and not doer and who.tag == "PRP" and who.lower not in ("you",)
        sides = {i.split("-")[0] for i in mine if not i.startswith("NAMED:")}
        same = who is None or unknown or infinitive(clause) or bool({d.id for d in doer} & mine)
        same = same or (reading.by_will and any(d.id.split("-")[0] in sides for d in doer))
        if clause.lemma in self.coder.lexicon.speech_verbs and clause.child("ccomp") is not None and not same:
            return False  # who reports what somebody said is not who says it
        text = " ".join(t.lower for t in clause.subtree())
        if any(phrase in text for phrase in self.coder.lexicon.words["impatience"]):
            return self._speak_as("say_impatience", "threaten", one, speaker, self._asked(one, speaker), [])
        will = same and (reading.by_will or infinitive(clause))
        if will and (inner := self.content(clause, "promised", speaker)):
            return self._speak_as("say_will", "promise", one, speaker, (), inner)
        if any(phrase in text for phrase in self.coder.lexicon.words["refusing"]):
            return self._speak_as("say_never", "refuse", one, speaker, self._asked(one, speaker), [])
        if will:
            return False
        if not doer and reading.obliged and passive(clause) and not reading.negated:
            return self._said_ought(one, clause, speaker)
        if not doer or same:
            return False
        must = clause.lemma in ("need", "have") and clause.tag in ("VBZ", "VBP") and clause.child("xcomp") is not None
        if reading.obliged or must:
            inner = self.content(clause, "demanded", ())
            return self._speak_as("say_must", "request", one, speaker, doer, inner)
        told = self.coder.matcher.verb(clause)
        if told is not None and told.sense.type in _HOSTILE:
            return False
        if self._wrong(clause) and not reading.drop and not reading.negated:
            self.used.update(t.i for t in clause.subtree())
            return self._speak_as("say_wrong", "accuse", one, speaker, doer, [])
        return False

    def _said_ought(self, said: Said, clause: Token, speaker: tuple[ActorRef, ...]) -> bool:
        """`said the road must be reopened`: asked of the other side, or of whoever can do it."""
        inner = self.content(clause, "demanded", ())
        asked = self.coder.other_side(speaker, clause)
        return bool(inner or asked) and self._speak_as("say_must", "request", said, speaker, asked, inner)

    def _wrong(self, clause: Token) -> bool:
        words = self.coder.lexicon.words
        if clause.lemma in words["wrong"]:
            return True
        return clause.lemma == "be" and any(
            c.lower in words["wrong_adjectives"] for c in clause.childs("acomp", "attr", "prep", "xcomp")
        )

    def _speak_as(
        self,
        rule: str,
        act: str,
        said: Said,
        speaker: tuple[ActorRef, ...],
        asked: tuple[ActorRef, ...],
        inner: list[Draft],
    ) -> bool:
        entry = Speech(id=rule, act=act, forms=("that",), prior=0.75, examples=())
        return self._speak(replace(said, entry=entry), speaker, asked, inner)


# Appeals that are an event only where they ask for an act: general calls for calm are none.
_APPEALS = frozenset(
    {
        "urge",
        "appeal",
        "call",
        "push",
        "press",
        "plea",
        "petition",
        "lobby",
        "encourage",
        "campaign",
        "exhort",
        "advise",
    }
)
# Refusals that stand without anybody they are addressed to.
_ALONE = frozenset({"refusal", "say_never"})
_COURTS = ("court", "judge", "tribunal", "magistrate")
_OWN = frozenset({"her", "his", "its", "their"})
_WILLING = frozenset({"offer", "volunteer", "ready", "willing", "prepared", "agree"})


def lemma_of(said: Said) -> str:
    """The lemma of the word of speaking."""
    return said.word.lemma


def _topic(contents: tuple[Token, ...]) -> Span | None:
    if not contents:
        return None
    tokens = contents[0].subtree()
    while tokens and tokens[0].tag in ("IN", "TO", ",") and len(tokens) > 1:
        tokens = tokens[1:]
    return Span(start=tokens[0].start, end=tokens[-1].end)


def _threat_mode(first: Draft) -> str | None:
    if first.type == "ASSAULT" or first.type == "MOBILIZE":
        return "violence"
    if first.mode == "arrest":
        return "arrest"
    if first.mode in ("expel", "deport"):
        return "expel"
    return "restrict" if first.type == "COERCE" else "relations" if first.type == "SANCTION" else None
