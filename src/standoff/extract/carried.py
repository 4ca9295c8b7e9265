"""What an amount leaves to the one told right before it: the loss that another puts at so much, the others of those counted."""

from collections.abc import Sequence

import msgspec

from standoff.model import Quantity
from standoff.parse import Sentence, Token

REACH = 3
"""Sentences of one paragraph over which an amount leans on another."""
LOOK_BACK = 20
"""Amounts before one that are looked at: a page of nothing but numbers takes linear time."""
PUTS = frozenset(["put", "estimate", "value", "reckon", "assess", "calculate"])
SUMS = frozenset(["figure", "sum", "number", "total", "amount"])


def carry(found: list[Quantity], homes: Sequence[Sentence]) -> None:
    """Fills in, in place, kind, party, rate and noun from the amount before; `homes` holds the sentence of each."""
    for n, quantity in enumerate(found):
        head = _head(quantity, homes[n])
        if head is None:
            continue
        first = max(0, n - LOOK_BACK)
        before = [i for i in range(first, n) if _near(homes[i], homes[n])]
        if quantity.of == "others":
            found[n] = _others(quantity, found[first:n])
        elif _money(quantity):
            found[n] = _money_before(quantity, head, before, found)


def _near(one: Sentence, other: Sentence) -> bool:
    return one.paragraph == other.paragraph and 0 <= other.index - one.index <= REACH


def _head(quantity: Quantity, home: Sentence) -> Token | None:
    """The token of an amount that hangs on the words outside it."""
    inside = home.within(quantity.start, quantity.end)
    return next((t for t in reversed(inside) if t.head is None or t.head not in inside), None)


def _money(quantity: Quantity) -> bool:
    return quantity.unit is not None and len(quantity.unit) == 3 and quantity.unit.isupper()


def _others(quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """`The seven drivers ... let 43 others go`: people like those counted before."""
    people = next((q for q in reversed(before) if q.unit == "person" and q.kind is not None and q.party), None)
    if people is None:
        return quantity
    return msgspec.structs.replace(quantity, unit="person", of=people.of, kind=people.kind, party=people.party)


def _money_before(quantity: Quantity, head: Token, before: Sequence[int], found: Sequence[Quantity]) -> Quantity:
    rival = next((i for i in reversed(before) if _money(found[i]) and found[i].kind is not None), None)
    if rival is None:
        return quantity
    other = found[rival]
    if quantity.kind is None and _values_it(head, other):
        return msgspec.structs.replace(
            quantity, kind=other.kind, of=other.of, party=other.party, as_of=other.as_of, equals=rival
        )
    if quantity.kind is None and _same_sum(head):
        per = quantity.per or other.per
        return msgspec.structs.replace(quantity, kind=other.kind, of=other.of, party=other.party, per=per)
    if (
        quantity.kind is not None
        and quantity.party is None
        and quantity.kind == other.kind
        and quantity.per == other.per
    ):
        return msgspec.structs.replace(quantity, party=other.party)
    return quantity


def _values_it(head: Token, other: Quantity) -> bool:
    """`1 million francs, which a bank put at $1.2 million`: the same amount in other money."""
    at, verb = head.head, head.head.head if head.head is not None else None
    if at is None or verb is None or at.lower != "at" or verb.lemma not in PUTS or verb.dep != "relcl":
        return False
    told = verb.head
    return told is not None and other.start <= told.start < other.end


def _same_sum(head: Token) -> bool:
    """`The bank arrives at $2 million`, `the true figure was $2 million`: another amount for what was told before."""
    above = head.head
    if above is None:
        return False
    if above.lower == "at" and above.head is not None:
        return above.head.lemma == "arrive" or (above.head.lemma in PUTS and _sum(above.head.child("dobj")))
    return above.lemma == "be" and _sum(above.child("nsubj"))


def _sum(token: Token | None) -> bool:
    return token is not None and token.lemma in SUMS and token.child("prep") is None
