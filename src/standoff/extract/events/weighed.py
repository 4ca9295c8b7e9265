"""What somebody's own side may do to others, weighs or has under consideration: a threat, whoever of that side says so."""

from collections.abc import Sequence

from standoff.actor_ids import is_country
from standoff.extract.events.clause import heads, led_to, objects, passive, prepositions
from standoff.extract.events.said import Said
from standoff.extract.events.speech import SpeechCoder
from standoff.extract.events.speech_types import against_others
from standoff.extract.events.threatening import bystanders
from standoff.model import ActorRef
from standoff.parse import Token

_MAY = frozenset({"could", "may", "might"})
_ABOUT = frozenset({"about", "of"})
_STANDS = frozenset({"be", "remain"})
_UNDER = frozenset({"among", "in", "on", "under"})

Refs = tuple[ActorRef, ...]


class Weighed:
    """Codes as threats what is said to be possible or thought of, in one sentence."""

    def __init__(self, speech: SpeechCoder) -> None:
        self.speech = speech
        self.words = speech.coder.lexicon.words

    def is_weighed(self, clause: Token) -> bool:
        """Whether a clause says what somebody may do, thinks of doing or has under consideration."""
        return _may(clause) or self._thinks(clause) is not None or bool(self._pending(clause))

    def threat(self, said: Said, clause: Token, speaker: Refs, *, own: bool) -> bool:
        """Adds the threat that such a clause is; `own`: it tells what the speaker's side does. False where it is none."""
        if own and (thinking := self._thinks(clause)) is not None:
            self.speech.used.update(t.i for t in clause.ancestors() if t.tag == "JJ")
            return self._add(said, _thought_of(thinking), speaker)
        if pending := self._pending(clause):
            return self._add(said, pending, speaker)
        deed = clause
        while deed.lemma in self.speech.coder.lexicon.operators and (inner := led_to(deed)) is not None:
            deed = inner  # might have to be halted
        return (own or passive(deed)) and _may(clause) and self._add(said, [clause], speaker)

    def not_excluded(self, clause: Token) -> bool:
        """Whether a clause says that something was not ruled out: `court action could not be excluded`."""
        return passive(clause) and clause.lemma in self.words["excluding"] and clause.child("neg") is not None

    def _thinks(self, clause: Token) -> Token | None:
        """The verb by which a clause says that somebody considers doing something: `was considering`, `was ready to consider`."""
        stance = clause.child("acomp", "oprd") or clause
        verb = stance.child("xcomp") or stance
        return verb if verb.is_verb and verb.lemma in self.words["weighing"] and not passive(verb) else None

    def _pending(self, clause: Token) -> list[Token]:
        """What is said to be considered by nobody in particular: `legal action is under consideration`, `is being weighed`."""
        noun = clause.child("nsubj", "nsubjpass")
        if noun is None or not noun.is_noun:
            return []
        if passive(clause):
            pending = clause.lemma in self.words["weighing"] or self.not_excluded(clause)
        else:
            state = [t for name, t in prepositions(clause) if name in _UNDER] if clause.lemma in _STANDS else []
            state += clause.childs("acomp", "attr") if clause.lemma in _STANDS else []
            pending = any(t.lemma in self.words["pending"] for t in state)
        of = [t for name, t in prepositions(noun) if name == "of"] if noun.lemma in self.words["thought"] else []
        return [h for t in of or [noun] for h in heads(t)] if pending else []

    def _add(self, said: Said, contents: Sequence[Token], speaker: Refs) -> bool:
        if bystanders(speaker, self.words["bystanders"]):
            return False
        inner = [d for c in contents for d in self.speech.content(c, "threatened", speaker)]
        if not any(against_others(d) for d in inner):
            return False
        for draft in inner:
            draft.actors = draft.actors or speaker
        return self.speech.speak(said, speaker, (), inner)


def spoken_for(speaker: Refs, doer: Refs, words: frozenset[str]) -> Refs:
    """Those for whom nameless officials and offices speak: `France may cut the power, a minister said` is France's word."""
    nameless = all(r.id.startswith("NAMED:") and r.id.split()[-1].removeprefix("NAMED:") in words for r in speaker)
    return doer if nameless and doer and all(is_country(r.id) for r in doer) else speaker


def _may(clause: Token) -> bool:
    """Whether a clause says what is possible."""
    return clause.has_child(_MAY, "aux")


def _thought_of(verb: Token) -> list[Token]:
    """What somebody considers: objects, gerunds, `whether to`, and what stands after `thinking about`."""
    found = [*objects(verb), *(c for c in verb.childs("xcomp", "ccomp") if c.tag in ("VBG", "VB"))]
    return found + [t for name, t in prepositions(verb) if name in _ABOUT]
