"""What somebody says with a clause: `said it would reopen` promises, `must withdraw` demands, `had insulted` accuses."""

from collections.abc import Collection

import msgspec
from msgspec.structs import replace

from standoff.actor_ids import camp_of, party_of
from standoff.extract.draft import Draft
from standoff.extract.events.blamed import judged, told_of
from standoff.extract.events.clause import passive, prepositions, subject, under_condition
from standoff.extract.events.complements import has_will, infinitive, is_view, turn_of
from standoff.extract.events.foreseen import foreseen, only_watches
from standoff.extract.events.holding_out import holds_out, stays_so, stays_until
from standoff.extract.events.judged_deeds import JudgedDeeds
from standoff.extract.events.said import Said
from standoff.extract.events.speech import SpeechCoder
from standoff.extract.events.speech_types import said_as
from standoff.extract.events.threatening import bystanders, foretold
from standoff.extract.events.wanted import Wanted
from standoff.extract.events.weighed import Weighed, spoken_for
from standoff.extract.status import Reading, read_status
from standoff.lexicon.clauses import clause_words
from standoff.model import ActorRef
from standoff.parse import Token

_OWN_THINGS = frozenset({"COERCE", "RETREAT", "SANCTION"})
_NAMELESS = ("@officials", "@offices")

Refs = tuple[ActorRef, ...]


class _Content(msgspec.Struct, frozen=True):
    """A clause that somebody says: whose doing it tells, how it is read, and its words in lower case."""

    clause: Token
    who: Token | None
    doer: Refs
    reading: Reading
    text: str

    def tells(self, phrases: Collection[str]) -> bool:
        """Whether one of the phrases is in it."""
        return any(map(self.text.__contains__, phrases))


class Saying:
    """Codes what verbs of saying are followed by, in one sentence."""

    def __init__(self, speech: SpeechCoder) -> None:
        self.speech = speech
        self.coder = speech.coder
        self.lexicon = speech.coder.lexicon
        self.weighed = Weighed(speech)
        self.wanted = Wanted(speech)
        self.deeds = JudgedDeeds(speech)

    def code(self, said: Said) -> None:
        """Adds the speech acts of what is said."""
        speaker = self.coder.roles.acting(subject(said.word))
        if not speaker or said.reading.drop:
            return
        for clause in said.contents:
            self._clause(replace(said, contents=(clause,), reading=Reading()), clause, speaker)

    def _clause(self, said: Said, clause: Token, speaker: Refs) -> bool:
        reading = read_status(clause)
        who = subject(clause)
        if reading.by_will and (is_view(clause, who) or foreseen(clause, subject(said.word), speaker, self.coder)):
            return False
        doer = self._doer(said, who, reading, speaker)
        if who is not None and told_of(who, said.word) is not None and clause.lemma in self.lexicon.words["tantamount"]:
            return self.deeds.of_deed(said, clause, who, reading, speaker)
        weighed = self.weighed.is_weighed(clause)
        if weighed or reading.by_will:
            speaker = spoken_for(speaker, doer, self.lexicon.asked(_NAMELESS).words)
        same = self._same(clause, who, doer, speaker, by_will=reading.by_will or weighed)
        same = same or ((weighed or self._will_strike(clause, reading)) and self._workers_of(who, said))
        if clause.lemma in self.lexicon.speech_verbs and clause.child("ccomp") is not None and not same:
            return False  # who reports what somebody said is not who says it
        if self._strike_to_come(said, clause, reading, speaker):
            return True
        content = _Content(clause, who, doer, reading, " ".join(t.lower for t in clause.subtree()))
        if self._is_threat(content, speaker):
            mine = {camp_of(a.id) for a in speaker}
            hit = tuple(r for r in doer if camp_of(r.id) not in mine and not r.id.startswith("NAMED:"))
            audience = self.speech.audience
            warned = hit or audience.told(said, speaker) or audience.asked(said, speaker)
            return self.speech.speak(said_as(said, "say_impatience", "threaten"), speaker, warned, [])
        done = clause.has_child(("have",), "aux")  # claimed to have cut the line
        if same and (reading.by_will or (infinitive(clause) and not done)):
            return self._will(said, content, speaker)
        return self._view(said, content, speaker, same=same, weighed=weighed)

    def _doer(self, said: Said, who: Token | None, reading: Reading, speaker: Refs) -> Refs:
        """Whom a clause is about; a pronoun that must do something is who is told so: `told Chad that it must pay`."""
        if (
            who is not None
            and who.tag == "PRP"
            and reading.obliged
            and (told := self.speech.audience.told(said, speaker))
        ):
            return told
        return self.coder.actors.of(who) if who is not None else ()

    def _is_threat(self, content: _Content, speaker: Refs) -> bool:
        """Whether what is said to come threatens: words that do, what others will pay or regret, consequences."""
        if bystanders(speaker, self.lexicon.words["bystanders"]):
            return False  # analysts said a closure would have dire consequences
        nobody = any(c.dep == "expl" for c in content.clause.children)  # there will be a price to pay
        hit = nobody or any(not r.id.removeprefix("NAMED:")[:1].islower() for r in content.doer)
        if content.tells(self.lexicon.words["impatience"]) or (
            hit and content.tells(self.lexicon.words["impatience_with"])
        ):
            return True
        blow = content.who is not None and content.who.lemma in self.lexicon.classes["blow"]
        if blow and content.reading.by_will and stays_until(content.clause):
            return True  # the attacks will go on until Chad opens the port
        told = content.reading.by_will and not content.reading.negated and self.speech.audience.official(speaker)
        return told and foretold(content.clause, self.lexicon)

    def _will(self, said: Said, content: _Content, speaker: Refs) -> bool:
        """What the speaker says he will do, or will not: promises, refuses, or threatens to act unless."""
        clause, who, reading = content.clause, content.who, content.reading
        if clause.lemma in self.lexicon.words["acting"] and under_condition(clause) and not reading.negated:
            return self._speak("say_act", "threaten", said, speaker)
        if who is not None and who.tag.startswith("NNP") and content.doer:
            speaker = self.coder.roles.acting(who)  # Chad will reopen the road, its minister said
        if inner := self.speech.content(clause, "promised", speaker):
            told = () if any(d.recipients for d in inner) else self.speech.audience.told(said, speaker)
            return self.speech.speak(said_as(said, "say_will", "promise"), speaker, told, inner)
        if self._stands_firm(said, content, speaker, own=True):
            return True
        return reading.negated and self._declines(clause) and self._speak("say_will_not", "refuse", said, speaker)

    def _stands_firm(self, said: Said, content: _Content, speaker: Refs, *, own: bool) -> bool:
        """Codes a `never`, talks to come, and what stays `until`; whether the clause is one of them and nothing else."""
        clause, reading = content.clause, content.reading
        if content.tells(self.lexicon.words["refusing"]):
            other = () if own else self._somebody(content)
            if other:  # Chad said Niger would not accept it
                alone = replace(said, word=clause, verb=clause, trigger=(clause,), contents=())
                if self._speak("say_never", "refuse", alone, other):
                    self.speech.drafts[-1].anchor = said.word  # it is refused when it is told
                return True
            self._speak("say_never", "refuse", said, speaker)
            return True
        if (barred := self._no_talks(clause)) is not None:
            asked = tuple(r for r in barred if r.id not in {a.id for a in speaker})
            return self.speech.speak(said_as(said, "say_never", "refuse"), speaker, asked, [])
        if reading.by_will and not reading.negated and self._talks_to_come(clause, speaker):
            return True
        if (own and stays_until(clause)) or (self.speech.audience.official(speaker) and holds_out(clause, self.coder)):
            self._hold_out(said, clause, speaker)
            return True
        return False

    def _no_talks(self, clause: Token) -> Refs | None:
        """With whom there are to be no talks and no deal, which may be nobody named: `there will be no talks with the rebels`."""
        if clause.lemma != "be" or clause.child("expl") is None or not has_will(clause):
            return None
        barred = clause.child("attr", "nsubj")
        if barred is None or not any(c.lower in ("no", "never") for c in (*barred.children, *clause.children)):
            return None
        classes = self.lexicon.classes
        if barred.lemma not in classes["meeting"] | classes["agreement"] | self.lexicon.words["given_up"]:
            return None
        named = (t for above in (barred, clause) for name, t in prepositions(above) if name in ("for", "to", "with"))
        return next((refs for t in named if (refs := self.coder.roles.acting(t))), ())

    def _view(self, said: Said, content: _Content, speaker: Refs, *, same: bool, weighed: bool) -> bool:
        """What the speaker says is to be, may be or was done, by others or by nobody that is named."""
        clause, who, doer, reading = content.clause, content.who, content.doer, content.reading
        if self._stands_firm(said, content, speaker, own=False):
            return True
        if (offer := self._found_wanting(content)) is not None:
            asked = tuple(r for r in self.coder.actors.owner(offer) if r.id not in {a.id for a in speaker})
            asked = asked or self.coder.roles.sides.other_side(speaker, offer)
            return self.speech.speak(said_as(said, "say_unacceptable", "refuse"), speaker, asked, [])
        if (turn := turn_of(clause)) is not None:
            return self.wanted.turn(said, *turn, speaker)
        if not doer and not reading.negated and self._jointly(said, clause, reading, speaker):
            return True
        if not reading.negated and (deed := judged(clause, self.lexicon)) is not None:
            return self.deeds.blame_for(said, deed, speaker)
        if not doer and reading.by_will and not reading.negated and (inner := self._own_thing(said, clause, speaker)):
            return self.speech.speak(said_as(said, "say_will", "promise"), speaker, (), inner)
        open_ = not reading.negated or self.weighed.not_excluded(clause)
        if weighed and open_ and (same or not doer):
            return self.weighed.threat(said_as(said, "say_may", "threaten"), clause, speaker, own=same)
        acted = passive(clause) or (who is not None and who.lemma in self.lexicon.named)  # `the raids must end`
        if not doer and acted and not reading.negated and self.wanted.is_due(said, clause, reading):
            return self.wanted.ought(said, clause, speaker)
        if clause.tag == "VB" and clause.i < said.word.i and clause.child("nsubj", "aux", "mark") is None:
            return self.wanted.bidden(said, clause, speaker)
        if not doer and who is not None and not same and self.deeds.judges(clause, who):
            return self.deeds.of_deed(said, clause, who, reading, speaker)
        if not doer and self._stays(content, speaker):
            return self._hold_on(said, clause, speaker)
        doer = doer if same else self._somebody(content)
        if not doer or same:
            return False
        if self.wanted.is_due(said, clause, reading):
            return self.wanted.must(said, clause, doer, speaker)
        return self.deeds.of_other(said, clause, reading, doer, speaker)

    def _somebody(self, content: _Content) -> Refs:
        """Whom a clause is about, also where nothing lists him."""
        who = content.who
        unlisted = not content.doer and who is not None and who.is_noun and self.coder.roles.somebody(who)
        return (self.coder.roles.phrase(who),) if unlisted and who is not None else content.doer

    def _found_wanting(self, content: _Content) -> Token | None:
        """The offer or demand of which a clause says that it will not do: `the terms were made to be refused`."""
        offer, classes = content.clause.child("nsubj", "nsubjpass"), self.lexicon.classes
        if offer is None or not content.tells(self.lexicon.words["will_not_do"]):
            return None
        offered = offer.lemma in classes["offered"] or offer.lemma in classes["demand"]
        return offer if offered or offer.lemma in self.lexicon.words["on_the_table"] else None

    def _stays(self, content: _Content, speaker: Refs) -> bool:
        """Whether an official of a side says that a ban or a levy stays."""
        told = content.reading.by_will or content.reading.present
        return told and stays_so(content.clause, self.coder, speaker) and self.speech.audience.official(speaker)

    def _declines(self, clause: Token) -> bool:
        """Whether what somebody says he will not do is a deed: `would not take part in the mission`, not `would not be surprised`."""
        verb = " ".join([clause.lemma, *(c.lower for c in clause.childs("prt"))])  # rule out, not: give up
        if verb in self.lexicon.words["no_deed"] or clause.child("auxpass") is not None:
            return False
        return clause.child("dobj", "xcomp") is not None or bool(prepositions(clause))

    def _talks_to_come(self, clause: Token, speaker: Refs) -> bool:
        """`said that talks would resume next Monday`: what is told of talks to come is one event, planned."""
        match = self.coder.matcher.verb(clause)
        if match is None or match.sense.type != "CONSULT" or match.pattern != "occur":
            return False
        draft = self.coder.draft(match, Reading(status="planned", by_will=True))
        if draft is None:
            return False
        draft.attributed_to = speaker[0] if len(speaker) == 1 else None
        self.speech.drafts.append(draft)
        self.speech.used.update(t.i for t in match.trigger)
        return True

    def _own_thing(self, said: Said, clause: Token, speaker: Refs) -> list[Draft]:
        """What a state, or a side of the page, says will open, close or run: `said the border would reopen on Friday`.

        Any firm tells of its own people: `said 90 posts would go`.
        """
        match = self.coder.matcher.verb(clause)
        if match is None or match.pattern != "thing" or match.sense.type not in _OWN_THINGS:
            return []
        of_firm = "own_people" in match.sense.marks
        if of_firm and only_watches(subject(said.word), speaker, self.coder, of_loss=True):
            return []
        if not of_firm and not self.speech.audience.official(speaker):
            return []
        inner = self.speech.content(clause, "promised", speaker)
        for draft in inner:
            draft.actors = draft.actors or speaker
        return inner

    def _jointly(self, said: Said, clause: Token, reading: Reading, speaker: Refs) -> bool:
        """`the two sides declared that cargo would keep moving`: what both say is to be, they agree on."""
        who = subject(clause)
        if not reading.by_will or len({r.id for r in speaker}) < 2 or who is None or who.tag not in ("NN", "NNS"):
            return False
        jointly = said.word.has_child(("jointly",), "advmod")
        if not (jointly or said.word.lemma in clause_words("declaring")):
            return False
        if self.coder.roles.somebody(who):
            return False
        inner = self.speech.content(clause, "promised", speaker)
        return self.speech.speak(said_as(said, "say_together", "agree"), speaker, speaker, inner)

    def _strike_to_come(self, said: Said, clause: Token, reading: Reading, speaker: Refs) -> bool:
        """`the union said the walkout would go ahead`: those at work threaten with the strike that they say is to come."""
        noun = clause.child("nsubj")
        if noun is None or not reading.by_will or reading.negated:
            return False
        if noun.lemma not in self.lexicon.classes["stoppage"] or clause.lemma not in self.lexicon.words["going_ahead"]:
            return False
        doer = subject(said.word)
        if doer is None or not self.coder.matcher.classes.any_of([doer], ("@workers",)):
            return False
        inner = self.speech.content(noun, "threatened", speaker)
        for draft in inner:
            draft.actors = draft.actors or speaker
        return bool(inner) and self.speech.speak(said_as(said, "say_strike", "threaten"), speaker, (), inner)

    def _same(self, clause: Token, who: Token | None, doer: Refs, speaker: Refs, *, by_will: bool) -> bool:
        """Whether a clause speaks of what the speaker does."""
        mine = {a.id for a in speaker}
        if who is None or infinitive(clause) or {d.id for d in doer} & mine:
            return True
        if not doer and who.tag == "PRP" and who.lower != "you":
            return True
        sides = {party_of(i) for i in mine if not i.startswith("NAMED:")}
        return by_will and any(party_of(d.id) in sides for d in doer)

    def _will_strike(self, clause: Token, reading: Reading) -> bool:
        """Whether a clause says that somebody will strike: `their union said that crews would walk out on Monday`."""
        match = self.coder.matcher.verb(clause) if reading.by_will and not reading.negated else None
        return match is not None and match.sense.type == "PROTEST" and match.sense.mode == "strike"

    def _workers_of(self, who: Token | None, said: Said) -> bool:
        """Whether those at work are spoken of by those who speak for them: `the union said its crews could strike`."""
        teller = subject(said.word)
        return all(t is not None and self.coder.matcher.classes.any_of([t], ("@workers",)) for t in (who, teller))

    def _speak(self, rule: str, act: str, said: Said, speaker: Refs) -> bool:
        return self.speech.speak(said_as(said, rule, act), speaker, self.speech.audience.asked(said, speaker), [])

    def _hold_out(self, said: Said, clause: Token, speaker: Refs) -> bool:
        """`said no ship would pass until the fine was paid`: refuses the one who is to give way, or the other side."""
        awaited = self.coder.parties.addressed.awaited(clause, speaker)
        if not awaited and not holds_out(clause, self.coder):
            return False  # would stay until the meeting was over
        asked = awaited or self.coder.roles.sides.other_side(speaker, clause)
        return self.speech.speak(said_as(said, "say_until", "refuse"), speaker, asked, [])

    def _hold_on(self, said: Said, clause: Token, speaker: Refs) -> bool:
        """`said the ban would stay`: refuses the other side."""
        asked = self.coder.roles.sides.other_side(speaker, clause)
        return self.speech.speak(said_as(said, "say_stays", "refuse"), speaker, asked, [])
