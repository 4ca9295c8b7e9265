"""A description of a state before it is dated."""

from dataclasses import dataclass

from standoff.extract.repeated import is_repeated
from standoff.extract.status import read_status
from standoff.model import Aspect, Span, State
from standoff.parse import Token

_WHENEVER = frozenset({"when", "whenever"})
_AHEAD = frozenset({"before", "until", "unless"})


@dataclass(slots=True, frozen=True)
class Found:
    """A description before it is dated: the words, the clause's head, the state, and what is described."""

    entry: str
    state: State
    words: tuple[Token, ...]
    anchor: Token
    thing: Span | None
    aspect: Aspect | None
    confidence: float
    value: str | None = None
    change: bool = False


def holds(verb: Token, *, negated: bool = False) -> bool:
    """Whether the clause says that it is so: not denied, not planned, not only thought of.

    `negated`: its subject says no, which is what makes the description: `no train ran`.
    """
    reading = read_status(verb)
    if verb.sentence.text.rstrip("\"'”’)] ").endswith("?") or is_repeated(verb):
        return False
    if verb.dep == "advcl" and verb.head is not None and verb.has_child(("when", "once", "until"), "advmod", "mark"):
        above = read_status(verb.head)
        if above.drop or above.by_will:
            return False
    if verb.tag in ("VBZ", "VBP") and verb.dep == "advcl":
        if any(c.lower in _WHENEVER for c in verb.children):
            return False  # `when it is shut, they walk`: how it goes each time
        if verb.has_child(_AHEAD, "mark", "advmod"):
            return False  # `a pledge that it asks for before it opens the lock`
    if reading.negated and not negated:
        return False
    return not (reading.drop or reading.by_will or reading.status in ("planned", "hypothetical", "denied"))
