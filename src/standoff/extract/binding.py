"""Which temporal expression of a sentence belongs to which word: by its place in the tree, not by its distance."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.extract.tense import above, is_clause
from standoff.model import Time
from standoff.parse import Sentence, Token

# Prepositions whose noun has its own time: in `after the test in February` the month dates the test alone.
_APART = frozenset(
    (
        "after",
        "before",
        "since",
        "following",
        "for",
        "over",
        "about",
        "despite",
        "because",
        "amid",
        "against",
        "to",
        "until",
    )
)
_LENGTHS = frozenset(("time", "day", "week", "month", "year", "days", "weeks", "months", "years"))
_MODIFIERS = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
_DATED = frozenset(("DATE", "TIME"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A time and the token that heads its words; `site` is what it hangs on."""

    time: Time
    token: Token
    site: Token | None


def bind(sentence: Sentence, times: Sequence[Time]) -> list[Bound]:
    """The times of a sentence with their tokens."""
    found: list[Bound] = []
    for time in times:
        tokens = sentence.within(time.start, time.end)
        inside = set(tokens)
        head = next((t for t in tokens if t.head not in inside), None)
        if head is not None:
            found.append(Bound(time, head, _site(head)))
    return found


def _site(token: Token) -> Token | None:
    """What a time hangs on, past its prepositions."""
    head = above(token)
    while (
        head is not None
        and head.dep in ("prep", "pcomp", "quantmod", "advmod", "npadvmod", "dep", "mark")
        and not head.is_verb
    ):
        head = head.head
    return head


def is_dated(bound: Bound) -> bool:
    """Whether the time has a place in the calendar of its own and says when: not `until April`, `before July`."""
    time = bound.time
    return time.type in _DATED and time.edtf is not None and time.relation in ("on", "since", "by")


def own_times(anchor: Token, bounds: Sequence[Bound]) -> list[Bound]:
    """The times that belong to a word, the closest first: they reach it without crossing into another clause."""
    ranked: list[tuple[int, int, Bound]] = []
    for bound in bounds:
        steps = _steps(bound, anchor)
        if steps is not None:
            ranked.append((steps, abs(bound.token.i - anchor.i), bound))
    ranked.sort(key=lambda item: (item[0], item[1]))
    return [bound for _, _, bound in ranked]


def _steps(bound: Bound, anchor: Token) -> int | None:
    """How far up from the time's token the anchor is; None where another clause or an event of its own lies between."""
    token: Token | None = bound.token
    below = bound.token
    steps = 0
    while token is not None and token is not anchor:
        if steps and _closed(token, below, anchor):
            return None
        below, token = token, above(token) if token is bound.token or not token.is_verb else token.head
        steps += 1
    return steps if token is not None else None


def _closed(token: Token, below: Token, anchor: Token) -> bool:
    """Whether a word on the way up keeps its times for itself. `below`: the word that the way came from."""
    if token.dep == "xcomp" and token.head is anchor:
        return False
    if is_clause(token):
        return True
    if not token.is_noun:
        return False
    if below.dep in _MODIFIERS or below.lower == "of":
        return True  # `refused Monday's offer`, `cancelled the armistice of 1953`
    if token.dep == "pobj" and token.head is not None and token.head.lower in _APART:
        return token.lower not in _LENGTHS  # `for a second day on Thursday`
    return token.dep in ("appos", "conj")
