"""Acts that somebody stops doing: `stopped shelling the village` is a retreat, `stopped sending aid` a sanction."""

from msgspec.structs import replace

from standoff.extract.events.match import Match
from standoff.lexicon.actions import Actions
from standoff.model import PloverType
from standoff.parse import Token

_HOSTILE: frozenset[PloverType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN"})
_VERBAL: frozenset[PloverType] = frozenset({"ACCUSE", "REQUEST", "REJECT"})


def stopped(verb: Token, lexicon: Actions) -> Token | None:
    """The verb above a gerund that says that somebody no longer does it; None where there is none."""
    head = verb.head
    while verb.dep == "conj" and head is not None and head.tag == "VBG" and verb.tag == "VBG":
        verb, head = head, head.head  # stop arming and training them
    if verb.tag != "VBG" or head is None or verb.dep not in ("xcomp", "ccomp") or verb.child("nsubj") is not None:
        return None
    return head if head.lemma in lexicon.words["stopping"] else None


def given_up(stop: Token, lexicon: Actions) -> Token | None:
    """What somebody is to stop doing: `urged it to stop shelling the village`."""
    if stop.lemma not in lexicon.words["stopping"]:
        return None
    return next((c for c in stop.childs("xcomp", "ccomp") if stopped(c, lexicon) is stop), None)


def stopping(match: Match, stop: Token) -> Match | None:
    """What it is to stop an act: a retreat from what hurts, a sanction where it helped; None where it was only said."""
    old = match.sense
    if old.type in _VERBAL:
        return None
    hurts = old.type in _HOSTILE
    sense = replace(
        old, type="RETREAT" if hurts else "SANCTION", mode=None if hurts else "discontinue", neg=None, neg_mode=None
    )
    return replace(match, sense=sense, trigger=tuple(sorted({*match.trigger, stop}, key=lambda t: t.i)))
