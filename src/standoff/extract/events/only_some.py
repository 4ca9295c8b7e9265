"""Letting only some pass is barring the others: `let in only lorries with permits`, `lets through three lorries an hour`."""

from collections.abc import Sequence

from msgspec.structs import replace

from standoff.extract.events.match import Match
from standoff.extract.events.words import is_time
from standoff.lexicon.senses import marked
from standoff.parse import Token

_TO = frozenset({"for", "to", "with"})
_EACH = frozenset({"a", "an", "each", "every", "per"})
_HARDLY = frozenset({"barely", "hardly", "only", "scarcely"})


def only_some(match: Match) -> Match:
    """The match, as a restriction where it tells that no others are let in or through."""
    sense = match.sense
    lets = (sense.type, sense.mode) == ("RETREAT", "access") or sense.id in marked("lets_in")
    if not lets or match.verb is None or not _is_only(match.verb, match.acted_on):
        return match
    return replace(match, sense=replace(sense, type="COERCE", mode="restrict", neg=None, neg_mode=None))


def _is_only(verb: Token, acted_on: Sequence[Token]) -> bool:
    """Whether `only` or `hardly` stands before whom an act lets pass or so many an hour, not before a time: `only on Monday`."""
    tokens = verb.sentence.tokens
    whom = [*acted_on, *(c.child("nsubj") or c for c in verb.childs("ccomp", "xcomp"))]
    whom += [o for p in verb.childs("prep", "dative") if p.lower in _TO for o in p.childs("pobj")]
    for head in whom:
        first = min(t.i for t in (head, *head.children) if t.dep not in ("relcl", "acl", "prep"))
        before = [tokens[n].lower for n in range(max(0, first - 2), min(first + 1, len(tokens)))]
        if _is_rate(head):
            return True
        if not _HARDLY.isdisjoint(before) and not is_time(head) and not any(c.lower == "not" for c in verb.children):
            return True
    return False


def _is_rate(head: Token) -> bool:
    """`three lorries an hour`, and not `four hours a day`."""
    behind = head.sentence.tokens[head.i + 1 : head.i + 3]
    each = len(behind) > 1 and behind[0].lower in _EACH and is_time(behind[1])
    return each and not is_time(head) and head.child("nummod") is not None
