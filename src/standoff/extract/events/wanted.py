"""What somebody says that others are to do: `must withdraw`, `had to leave`, `it was time for Chad to reopen the road`."""

from standoff.actor_ids import party_of
from standoff.extract.events.clause import passive, subject
from standoff.extract.events.complements import infinitive
from standoff.extract.events.judged_deeds import whose_act
from standoff.extract.events.said import Said
from standoff.extract.events.speech import SpeechCoder
from standoff.extract.events.speech_types import said_as
from standoff.extract.status import Reading
from standoff.model import ActorRef
from standoff.parse import Token

Refs = tuple[ActorRef, ...]


class Wanted:
    """Codes as demands what others are told or said to have to do, in one sentence."""

    def __init__(self, speech: SpeechCoder) -> None:
        self.speech = speech
        self.coder = speech.coder
        self.audience = speech.audience

    def is_due(self, said: Said, clause: Token, reading: Reading) -> bool:
        """Whether a clause says what somebody is to do: `said it had to leave`; not what he is to expect, or need not bear."""
        if clause.lemma in self.coder.lexicon.words["undergoing"] or (clause.lemma == "have" and reading.negated):
            return False
        if reading.obliged:
            return True
        tenses = ("VBZ", "VBP", "VBD", "MD") if said.word.tag == "VBD" else ("VBZ", "VBP", "MD")
        asked = clause.lemma in ("need", "have", "ought") and clause.tag in tenses
        return asked and any(infinitive(c) for c in clause.childs("xcomp", "advcl"))

    def must(self, said: Said, clause: Token, asked: Refs, speaker: Refs) -> bool:
        """`said Chad must reopen the road`: a demand on whom the clause is about."""
        inner = self.speech.content(clause, "demanded", ())
        return self.speech.speak(said_as(said, "say_must", "request"), speaker, asked, inner)

    def turn(self, said: Said, doer: Token, deed: Token, speaker: Refs) -> bool:
        """`said it was time for Chad to reopen the road`, `said it was up to Chad`: a demand on somebody else."""
        self.speech.used.add(deed.i)
        mine = {a.id for a in speaker}
        asked = tuple(r for r in self.coder.roles.acting(doer) if r.id not in mine)
        if not asked:
            return False
        inner = self.speech.content(deed, "demanded", ())
        return self.speech.speak(said_as(said, "say_turn", "request"), speaker, asked, inner)

    def ought(self, said: Said, clause: Token, speaker: Refs) -> bool:
        """`said the road must be reopened`, `the raids must end`: asked of who does it, of the other side, or of whoever can."""
        inner = self.speech.content(clause, "demanded", ())
        mine = {party_of(r.id) for r in speaker}
        who = subject(clause)
        doers = whose_act(who, self.coder) if who is not None and not passive(clause) else ()
        asked = tuple(r for r in doers if party_of(r.id) not in mine)
        what = clause.child("nsubjpass")
        if inner or what is None or what.tag not in ("DT", "PRP"):  # `"these must be accepted"`, asked of nobody
            asked = asked or self.coder.roles.sides.other_side(speaker, clause)
        return bool(inner or asked) and self.speech.speak(said_as(said, "say_must", "request"), speaker, asked, inner)

    def bidden(self, said: Said, clause: Token, speaker: Refs) -> bool:
        """`"Withdraw the ships," the admiral told China`: a demand on whom he speaks to."""
        asked = self.audience.told(said, speaker)
        if not asked and said.word.child("dobj") is not None:
            return False  # told reporters
        asked = asked or self.coder.roles.sides.other_side(speaker, clause)
        inner = self.speech.content(clause, "demanded", ()) if asked else []
        return bool(asked) and self.speech.speak(said_as(said, "say_do", "request"), speaker, asked, inner)
