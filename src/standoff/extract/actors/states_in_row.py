"""Several states that stand in a row and are taken up by their number: the three governments, the four, its neighbours."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.denoted import Denoted, body_start, is_definite, is_plural
from standoff.lexicon.actions import actions
from standoff.lexicon.numbers import numbers
from standoff.parse import Token

_FEWEST = 3  # two are a pair, which the page's sides are
_LOOKED_AT = 200  # phrases
_ROLES = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "pobj", "poss", "conj"})

Row = tuple[Denoted, ...]
Found = tuple[Token, Row]


def taken_up(head: Token, count: int, before: Iterable[Found], named: Set[str], declared: Sequence[str]) -> Row:
    """The states that a phrase takes up by how many they are; else those of a row or declared that it does not set apart.

    `count` is what `states_meant` says; `named` are those that its sentence names, so that of five in a row `the four`
    are the rest.
    """
    phrases = list(islice(before, _LOOKED_AT))
    rows = list(_rows(phrases))
    row = next((r for r in rows if len(r) == count or (not count and len(r) >= _FEWEST)), ())
    if not row and count:
        wider = [tuple(i for i in r if i not in named) for r in (*rows, declared)]
        row = next((r for r in wider if len(r) == count), ()) or (() if rows else _all_told(head, phrases, count))
    return _spread(head, row)


def neighbours_in(head: Token, owners: set[str], before: Iterable[Found]) -> Row:
    """The row that acts on the owner of neighbours told in the plural: its neighbours, where three of them broke with it."""
    if not is_plural(head):
        return ()
    row = next((r for r in _rows(islice(before, _LOOKED_AT)) if len(r) >= _FEWEST), ())
    return _spread(head, [i for i in row if i not in owners])


def _spread(head: Token, row: Iterable[str]) -> Row:
    return tuple(Denoted(start=body_start(head), end=head.end, id=i, name=i, plural=True) for i in row)


def states_meant(head: Token) -> int | None:
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


def _all_told(head: Token, phrases: Iterable[Found], count: int) -> tuple[str, ...]:
    """The states that the sentences before tell of, where there are so many and no row sets some of them apart: `the three`."""
    told = (d for t, found in phrases if t.sentence is not head.sentence for d in found)
    states = tuple(dict.fromkeys(party_of(d.id) for d in told if is_country(d.id)))
    return tuple(reversed(states)) if len(states) == count else ()


def _rows(before: Iterable[Found]) -> Iterator[tuple[str, ...]]:
    """The ids of the rows of states that stand before, the nearest first."""
    for head, found in before:
        states = tuple(dict.fromkeys(party_of(d.id) for d in found if is_country(d.id)))
        if head.dep in ("conj", "appos") or len(states) != len(found) or any(d.plural or d.human for d in found):
            continue
        if len(states) >= _FEWEST:
            yield states
