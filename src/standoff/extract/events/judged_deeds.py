"""What somebody says of a deed: that it is wrong, what it amounts to, or who did it."""

from msgspec.structs import replace

from standoff.actor_ids import camp_of, party_of
from standoff.extract.events.alleged import blames
from standoff.extract.events.blamed import amounts_to_wrong, broken, is_wrong, told_of
from standoff.extract.events.clause import done_by, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.said import Said
from standoff.extract.events.speech import SpeechCoder
from standoff.extract.events.speech_types import HOSTILE, in_court, said_as
from standoff.extract.status import Reading
from standoff.model import ActorRef
from standoff.parse import Token

Refs = tuple[ActorRef, ...]


class JudgedDeeds:
    """Codes as accusations what is said to have been done, and to be wrong, in one sentence."""

    def __init__(self, speech: SpeechCoder) -> None:
        self.speech = speech
        self.coder = speech.coder
        self.lexicon = speech.coder.lexicon

    def judges(self, clause: Token, who: Token) -> bool:
        """Whether a clause may say of a deed what it amounts to, or what wrong it does: `violated the treaty`."""
        wrong = clause.lemma in self.lexicon.words["wrong"] and not self.coder.roles.somebody(who)
        return wrong or clause.lemma in self.lexicon.words["tantamount"]

    def of_deed(self, said: Said, clause: Token, who: Token, reading: Reading, speaker: Refs) -> bool:
        """`said the Ugandan tolls were illegal`: blames whoever did it; a court that rules so throws them out."""
        if reading.drop or reading.negated or not amounts_to_wrong(clause, self.lexicon):
            return False
        who = told_of(who, said.word) or who
        mine = {a.id for a in speaker}
        found = whose_act(who, self.coder) or self.coder.roles.sides.other_side(speaker, who)
        blamed = tuple(r for r in found if r.id not in mine)
        if in_court(speaker):
            return self.speech.speak(said_as(said, "rule_wrong", "refuse"), speaker, blamed, [])
        if not blamed and not found and self.speech.audience.official(speaker):
            return self.speech.speak(said_as(said, "say_wrong", "accuse", needs="wrong"), speaker, (), [])
        if not blamed or any(party_of(r.id) in {party_of(i) for i in mine} for r in blamed):
            return False
        return self.speech.speak(said_as(said, "say_wrong", "accuse"), speaker, blamed, [])

    def blame_for(self, said: Said, deed: Token, speaker: Refs) -> bool:
        """`said it was wrong that Chad shut the road`: blames who did it; the deed is coded as it is told."""
        camps = {camp_of(s.id) for s in speaker}
        blamed = tuple(r for r in self.coder.roles.acting(subject(deed)) if camp_of(r.id) not in camps)
        alone = replace(said_as(said, "say_wrong", "accuse"), contents=())
        return bool(blamed) and self.speech.speak(alone, speaker, blamed, [])

    def of_other(self, said: Said, clause: Token, reading: Reading, doer: Refs, speaker: Refs) -> bool:
        """`said Chad had broken the treaty`: what somebody else is said to have done wrong."""
        told = self.coder.matcher.verb(clause)
        mine = {party_of(r.id) for r in speaker}
        if any(camp_of(r.id) == camp_of(s.id) for r in doer for s in speaker):
            return False  # Kenya's minister said it was wrong: no blame of Kenya
        if told is not None and told.sense.type in HOSTILE:
            deed = replace(said_as(said, "say_deed", "accuse"), contents=())  # coded as it is told
            own = any(party_of(r.id) in mine for r in doer)
            blamed = not own and blames(told, reading, doer, speaker, self.coder)
            return blamed and self.speech.speak(deed, speaker, doer, [])
        failing = reading.negated and not broken(clause, self.lexicon)
        if is_wrong(clause, self.lexicon) and not reading.drop and not failing:
            self.speech.used.add(clause.i)
            self.speech.used.update(t.i for c in clause.children if c.dep != "conj" for t in c.subtree())
            return self.speech.speak(said_as(said, "say_wrong", "accuse"), speaker, doer, [])
        return False


def whose_act(act: Token, coder: Coder) -> Refs:
    """Who does what a noun tells."""
    return coder.actors.owner(act) or tuple(r for t in done_by(act) for r in coder.actors.of(t))
