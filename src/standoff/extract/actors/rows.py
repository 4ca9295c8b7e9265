"""Several states that stand in a row and are taken up by their number: the three governments, the four, its neighbours."""

from collections.abc import Iterable, Sequence
from itertools import islice

from standoff.extract.actors.denoted import Denoted, body_start, is_country, is_definite, is_plural, party_of
from standoff.lexicon.actions import actions
from standoff.lexicon.numbers import numbers
from standoff.model import Party
from standoff.parse import Token

_FEWEST = 3  # two are a pair, which the page's sides are
_LOOKED_AT = 200  # phrases
_ROLES = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "pobj", "poss", "conj"})

Row = tuple[Denoted, ...]
Found = tuple[Token, Row]


def taken_up(head: Token, before: Iterable[Found], parties: Sequence[Party]) -> Row:
    """The states that a phrase takes up by how many they are; else, where they are declared, all but the one named beside."""
    count = _count(head)
    if count is None:
        return ()
    row = _row_of(count, before)
    if not row and count:
        row = _declared(head, count, parties)
    return tuple(Denoted(start=body_start(head), end=head.end, id=i, name=i, plural=True) for i in row)


def neighbours_in(head: Token, owners: set[str], before: Iterable[Found]) -> Row:
    """The row that acts on the owner of neighbours told in the plural: its neighbours, where three of them broke with it."""
    row = _row_of(0, before) if is_plural(head) else ()
    return tuple(
        Denoted(start=body_start(head), end=head.end, id=i, name=i, plural=True) for i in row if i not in owners
    )


def _count(head: Token) -> int | None:
    """How many states a phrase speaks of, 0 where it does not say; None where it takes up no row."""
    words = actions().words
    small = numbers().small
    if head.tag == "CD":
        said = small.get(head.lower, 0)
        alone = is_definite(head) and head.dep in _ROLES and not head.child("prep", "amod", "compound")
        return said if alone and said >= _FEWEST else None
    if head.lemma.lower() not in words["states"] or not is_plural(head) or head.child("prep", "acl", "relcl"):
        return None
    told = next((small[c.lower] for c in head.children if c.dep == "nummod" and c.lower in small), 0)
    if told >= _FEWEST:
        return told if is_definite(head) or head.dep in ("nsubj", "nsubjpass") else None
    banded = any(c.i < head.i and c.lower in words["banded"] for c in head.children)
    return 0 if banded and is_definite(head) else None


def _row_of(count: int, before: Iterable[Found]) -> tuple[str, ...]:
    """The ids of the nearest row of states: of as many as are asked for, or of three and more."""
    for head, found in islice(before, _LOOKED_AT):
        states = tuple(dict.fromkeys(party_of(d.id) for d in found if is_country(d.id)))
        if head.dep in ("conj", "appos") or len(states) != len(found) or any(d.plural or d.human for d in found):
            continue
        if len(states) == count or (not count and len(states) >= _FEWEST):
            return states
    return ()


def _declared(head: Token, count: int, parties: Sequence[Party]) -> tuple[str, ...]:
    """The states that a subject declares without the one that the sentence names: they are as many as are told."""
    states = [p for p in parties if is_country(p.id)]
    if len(states) == count:
        return tuple(p.id for p in states)
    if len(states) != count + 1:
        return ()
    words = head.sentence.words
    beside = [p for p in states if any(w.lower() in words for w in (p.name, *p.aliases))]
    return tuple(p.id for p in states if p is not beside[0]) if len(beside) == 1 else ()
