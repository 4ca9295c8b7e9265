"""Speech acts: the act of speaking is one event, the act it speaks of a second one with `content_of`."""

from dataclasses import dataclass, replace

from standoff.extract.draft import Draft
from standoff.extract.events.clause import clause_complement, coordinated, heads, holder, objects, prepositions, subject
from standoff.extract.events.coder import STATUS_OF_CONTENT, Coder
from standoff.extract.events.match import Match, modifiers, particles_of
from standoff.extract.events.words import has_time, is_measure, is_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.lexicon.actions import Speech
from standoff.model import ActorRef, PloverType, Span, Status
from standoff.parse import Token

_OWN_TYPE: frozenset[PloverType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HOSTILE: frozenset[PloverType] = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "THREATEN", "PROTEST"})
_ACT: dict[str, PloverType] = {
    "agree": "AGREE",
    "promise": "AGREE",
    "offer": "REQUEST",
    "threaten": "THREATEN",
    "request": "REQUEST",
    "refuse": "REJECT",
    "accuse": "ACCUSE",
}
_MODE: dict[PloverType, str] = {"CONSULT": "meet", "AID": "assist", "RETREAT": "yield", "CONCEDE": "yield"}
_MUST = frozenset({"should", "must", "ought", "need", "has", "have"})


@dataclass(slots=True, frozen=True)
class Said:
    """A speech entry found: its word, trigger, what it speaks of (heads), and the status reading of its clause."""

    entry: Speech
    word: Token
    trigger: tuple[Token, ...]
    verb: Token | None
    contents: tuple[Token, ...]
    reading: Reading


class SpeechCoder:
    """Collects the drafts of one sentence; `used`: tokens that later passes leave alone."""

    def __init__(self, coder: Coder) -> None:
        self.coder = coder
        self.drafts: list[Draft] = []
        self.used: set[int] = set()

    def speech(self, token: Token) -> bool:
        """Codes a word of speaking with its complement; False where it is none."""
        return any(self._code(said) for said in self._found(token))

    # ---- finding ----------------------------------------------------------------------------------------------------

    def _found(self, token: Token) -> list[Said]:
        lexicon = self.coder.lexicon
        found: list[Said] = []
        if token.is_verb:
            for entry, rest in sorted(
                lexicon.speech_verbs.get(token.lemma, ()), key=lambda p: (-len(p[1]), p[0].act == "say")
            ):
                particles = particles_of(token, rest)
                if particles is None:
                    continue
                contents = self._contents(token, entry)
                if contents is not None:
                    reading = read_status(token, lexicon)
                    found.append(Said(entry, token, (token, *particles), token, tuple(contents), reading))
            found += self._light(token)
        elif token.is_noun:
            found += self._alone(token)
        elif token.lower in lexicon.speech_adjectives and token.dep in ("acomp", "conj") and token.head is not None:
            for entry, _ in lexicon.speech_adjectives[token.lower]:
                contents = [c for c in token.childs("xcomp", "acl", "ccomp", "advcl") if _infinitive(c)]
                if contents:
                    found.append(
                        Said(entry, token, (token,), token.head, tuple(contents), read_status(token.head, lexicon))
                    )
        return found

    def _light(self, verb: Token) -> list[Said]:
        """`made a pledge to reopen`, `issued an ultimatum`."""
        found = []
        if verb.lemma not in self.coder.lexicon.light:
            return []
        for o in objects(verb):
            for noun in heads(o):
                for entry, before in self.coder.lexicon.speech_nouns.get(noun.lemma, ()):
                    if (entry.light and verb.lemma not in entry.light) or len(modifiers(noun, before)) < len(before):
                        continue
                    if not {t.lower for t in noun.subtree()}.isdisjoint(entry.no_words):
                        continue
                    contents = self._noun_contents(noun, entry, verb)
                    if contents is not None:
                        first, last = sorted((verb, noun), key=lambda t: t.i)
                        found.append(
                            Said(
                                entry, noun, (first, last), verb, tuple(contents), read_status(verb, self.coder.lexicon)
                            )
                        )
        return found

    def _alone(self, noun: Token) -> list[Said]:
        """`the North's announcement to reopen the zone`."""
        for entry, before in self.coder.lexicon.speech_nouns.get(noun.lemma, ()):
            if entry.alone and noun.child("poss") and len(modifiers(noun, before)) >= len(before):
                contents = self._noun_contents(noun, entry, None)
                if contents:
                    return [Said(entry, noun, (noun,), None, tuple(contents), Reading())]
        return []

    def _noun_contents(self, noun: Token, entry: Speech, verb: Token | None) -> list[Token] | None:
        found = [
            c
            for c in noun.childs("acl", "ccomp", "xcomp", "relcl")
            if _infinitive(c) or c.dep == "ccomp" or (c.dep == "acl" and c.child("mark"))
        ]
        if verb is not None:
            found += [
                c
                for c in verb.childs("xcomp", "advcl")
                if _infinitive(c)
                and entry.act in ("promise", "agree", "threaten", "refuse", "request")
                and c.i > noun.i
            ]
        if "prep" in entry.forms:
            found += [t for name, t in prepositions(noun) if name in entry.prep]
            if verb is not None and not found:
                found += [t for name, t in prepositions(verb) if name in entry.prep and t.i > noun.i and not is_time(t)]
        found = [t for c in found for t in coordinated(c)]
        if found or "none" in entry.forms:
            return found
        return None

    def _contents(self, verb: Token, entry: Speech) -> list[Token] | None:
        """The complements that the entry takes; None where it has none of them and needs one."""
        lexicon = self.coder.lexicon
        lemma = verb.lemma
        if entry.needs_noun_object and not self.coder.matcher.any_of(objects(verb), entry.noun_object):
            return None
        around = {t.lower for t in verb.subtree()} if entry.no_words else set()
        if not around.isdisjoint(entry.no_words):
            return None
        if lemma == "call" and not any(
            c.lower in ("on", "upon", "for") and not any(is_time(p) for p in c.childs("pobj")) for c in verb.children
        ):
            return None
        found: list[Token] = []
        for c in clause_complement(verb):
            if entry.id in ("want", "tell") and c.child("nsubj") is None and verb.child("dobj", "nsubjpass") is None:
                continue
            if entry.act == "say" and _infinitive(c) and verb.child("dobj") is not None:
                continue
            infinitive = _infinitive(c) or (c.dep == "conj" and c.tag == "VB" and c.child("aux") is None)
            if infinitive and "inf" in entry.forms and lemma not in entry.not_inf:
                found.append(c)
            elif not infinitive and "that" in entry.forms and lemma not in entry.no_that and c.is_verb:
                if entry.act in ("say", "request") or _has_will(c) or (entry.act == "offer" and c.tag in ("VB", "VBP")):
                    found.append(c)
            elif "prep" in entry.forms and c.tag == "VBG" and entry.act == "accuse":
                found.append(c)
        if entry.inf_object and not found:
            found += [
                c for c in verb.childs("advcl", "acl") if _infinitive(c) and c.i > verb.i and lemma not in _NO_PURPOSE
            ]
            for o in [*objects(verb), *(t for name, t in prepositions(verb) if name in ("on", "to"))]:
                found += [c for c in o.childs("acl", "relcl") if _infinitive(c)]
        if entry.needs_noun_object:
            return found or None
        if "noun" in entry.forms and lemma not in entry.not_noun:
            for o in objects(verb):
                named = [h for h in heads(o) if not is_measure(h)] or [o]
                for h in named:
                    if entry.noun_only:
                        if h.lemma in entry.noun_only:
                            found.append(h)
                    elif h.is_noun and (self.coder.matcher.any_noun(h) or h.lemma in lexicon.nominal):
                        found.append(h)
        if "prep" in entry.forms and lemma not in entry.no_prep:
            for name, t in prepositions(verb):
                if name in entry.prep and (t.is_verb or t.is_noun):
                    found += list(heads(t)) if t.is_noun else coordinated(t)
        if lemma == "agree" and not found and self.coder.matcher.any_of(objects(verb), ("@agreement",)):
            return []
        if "impatience" in entry.forms:
            return None
        if found or "none" in entry.forms:
            return found
        return None

    # ---- coding -----------------------------------------------------------------------------------------------------

    def _code(self, said: Said) -> bool:
        entry = said.entry
        if entry.act == "say":
            return self._say(said)
        lemma = said.contents[0].lemma if said.contents else ""
        if lemma in entry.no_content:
            self.used.update(t.i for c in said.contents for t in c.subtree())
            return True
        if said.reading.drop and not (said.reading.by_will and entry.act in ("agree", "promise")):
            return entry.act != "agree"
        speaker = self._speaker(said)
        if not speaker:
            return False
        told = [c for c in said.contents if entry.act != "accuse" or c.is_verb]
        inner = [d for c in told for d in self.content(c, STATUS_OF_CONTENT[entry.act], speaker)]
        asked = self._asked(said, speaker)
        if entry.act == "request" and not asked:
            asked = self._holder(said, speaker)
        if lemma_of(said) in _APPEALS and not inner:
            return True
        if entry.needs == "hostile" and not asked and not self._hostile(said, inner):
            return False
        return self._speak(said, speaker, asked, inner)

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
            if who is not None and (found := tuple(r for r in self.coder.actors.of(who) if r.id not in ids)):
                return found
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
            match = coder.matcher.verb(token) or self._speech_match(token)
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

    def _speech_match(self, token: Token) -> Match | None:
        return None

    def _speak(
        self, said: Said, speaker: tuple[ActorRef, ...], asked: tuple[ActorRef, ...], inner: list[Draft]
    ) -> bool:
        act = said.entry.act
        type_, mode = _ACT[act], said.entry.mode
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
        elif act == "agree" and first is not None and first.type in ("CONSULT",) and said.reading.status == "planned":
            pass
        if type_ in ("REQUEST", "REJECT", "THREATEN") and mode is None and first is not None:
            mode = _MODE.get(first.type, "change") if type_ != "THREATEN" else _threat_mode(first)
        if type_ == "THREATEN":
            for d in inner:
                d.status = "threatened"
        speaker = self.coder.roles.spelled(speaker, said.word)
        several = len({a.id for a in speaker}) > 1
        if said.entry.joint and not asked and several:
            asked = speaker
        recipients = asked or (
            tuple(r for r in first.recipients if r.id not in {a.id for a in speaker}) if first else ()
        )
        if not recipients and first is None:
            recipients = self._deep(said, speaker)
        if not recipients and first is None and act not in ("agree", "threaten") and said.entry.id != "refusal":
            return act == "accuse"
        confidence = said.entry.prior * (1 if first else 0.85) * (1 if recipients else 0.9)
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
        same = who is None or unknown or _infinitive(clause) or bool({d.id for d in doer} & mine)
        same = same or (reading.by_will and any(d.id.split("-")[0] in sides for d in doer))
        text = " ".join(t.lower for t in clause.subtree())
        if any(phrase in text for phrase in self.coder.lexicon.words["impatience"]):
            return self._speak_as("say_impatience", "threaten", one, speaker, self._asked(one, speaker), [])
        if (reading.by_will or _infinitive(clause)) and same:
            inner = self.content(clause, "promised", speaker)
            if not inner:
                return False
            return self._speak_as("say_will", "promise", one, speaker, (), inner)
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
        "ask",
        "appeal",
        "call",
        "push",
        "press",
        "plea",
        "petition",
        "lobby",
        "encourage",
        "campaign",
        "invite",
        "request",
        "exhort",
        "advise",
    }
)
_WILLING = frozenset({"offer", "volunteer", "ready", "willing", "prepared", "agree"})
_NO_PURPOSE = frozenset({"seek", "press", "push", "campaign"})


def lemma_of(said: Said) -> str:
    """The lemma of the word of speaking."""
    return said.word.lemma


def _has_will(clause: Token) -> bool:
    return any(
        c.lower in ("will", "would", "'ll", "wo", "'d", "could", "may", "might", "shall") for c in clause.childs("aux")
    )


def _infinitive(token: Token) -> bool:
    return token.is_verb and any(c.lower == "to" for c in token.childs("aux"))


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
