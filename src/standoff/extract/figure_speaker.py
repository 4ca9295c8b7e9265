"""Who says how much something is."""

from standoff.extract.actors import Actors
from standoff.extract.speakers import forms_of, frame, phrase, speaker_of
from standoff.lexicon.cues import cues
from standoff.lexicon.sums import sum_words
from standoff.model import ActorRef
from standoff.parse import Token

_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "that", "which"})


def claimed_by(head: Token, actors: Actors) -> ActorRef | None:
    """Who says so: the speaker of the nearest verb of speech above, or of `according to`."""
    for above in [head, *head.ancestors()]:
        if above.lemma in sum_words("putting") and above is not head and above.is_verb:
            who = subject_of(above)
            return _as_ref(who, *phrase(who), actors) if who is not None else None
        if above is not head and _parted(head, above):
            return None  # `Kenya asked for $50 million; Uganda offered five`
        if above.dep == "relcl":
            return None  # who says a clause about a noun does not say what the page adds to the noun
        if "clause" in forms_of(above) and above is not head and _speaks(above):
            told = frame(above)
            if told.speaker is not None and told.start is not None and told.end is not None:
                return _as_ref(told.speaker, told.start, told.end, actors)
        for child in above.children:
            if child.lower == "according" and (to := child.child("prep")) is not None and (who := to.child("pobj")):
                who = _face(who)
                return _as_ref(who, *phrase(who), actors) if who is not None else None
    return None


def _parted(one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words."""
    return any(t.text == ";" for t in one.sentence.tokens[min(one.i, other.i) : max(one.i, other.i)])


def subject_of(verb: Token) -> Token | None:
    """Who does what a verb tells, or what is done to in the passive."""
    return verb.child("nsubj") or speaker_of(verb) or verb.child("nsubjpass")


def _face(who: Token) -> Token | None:
    """Who stands behind figures or estimates: `figures that the ministry released`, `the ministry's estimates`; None for nobody."""
    if who.lemma not in cues().faceless:
        return who
    by = next((p.child("pobj") for p in who.childs("prep") if p.lower in ("by", "from", "of")), None)
    told = who.child("relcl", "acl")
    return who.child("poss") or by or (told.child("nsubj") if told is not None and told.is_verb else None)


def _speaks(verb: Token) -> bool:
    """Whether a verb has a clause as its object, in front of it or after."""
    return verb.child("ccomp") is not None and verb.lemma not in ("show", "find", "know", "want")


def _as_ref(who: Token, start: int, end: int, actors: Actors) -> ActorRef | None:
    found = actors.of(who)
    if found:
        return found[0]
    if who.lower in _PERSONAL:
        return None
    first = who.sentence.start
    return ActorRef(start=start, end=end, id=f"NAMED:{who.sentence.text[start - first : end - first]}")
