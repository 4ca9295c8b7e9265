"""What an amount leaves to the one told right before it: the loss that another puts at so much, the others of those counted."""

from collections.abc import Sequence

import msgspec

from standoff.extract.actors import Actors
from standoff.extract.figure_party import known, named_before
from standoff.lexicon.measures import measure_kinds
from standoff.lexicon.sums import sum_words
from standoff.model import ActorRef, Quantity
from standoff.parse import Sentence, Token

REACH = 3
"""Sentences of one paragraph over which an amount leans on another."""
LOOK_BACK = 20
"""Amounts before one that are looked at: a page of nothing but numbers takes linear time."""


_BREAKS = frozenset([",", ";", "and", "but", "or", "while", "whereas"])
_TO = frozenset(["at", "by", "to", "of"])
_PHRASE = 6  # tokens of who has a sum whose verb is left out


def carry(found: list[Quantity], homes: Sequence[Sentence], actors: Actors) -> None:
    """Fills in, in place, kind, party, rate and noun from the amount before; `homes` holds the sentence of each."""
    for n, quantity in enumerate(found):
        head = _head(quantity, homes[n])
        if head is None:
            continue
        first = max(0, n - LOOK_BACK)
        before = [i for i in range(first, n) if _near(homes[i], homes[n])]
        here = [found[i] for i in before if homes[i] is homes[n]]
        gapped = _gapped(quantity, homes[n], here, actors)
        if gapped is not None:
            found[n] = gapped
        elif quantity.of == "others":
            found[n] = _others(quantity, found[first:n])
        elif _money(quantity):
            found[n] = _money_before(quantity, head, before, found)


def _gapped(quantity: Quantity, home: Sentence, before: Sequence[Quantity], actors: Actors) -> Quantity | None:
    """`Uganda lost $30 million and Kenya $12 million`, `3,000 workers in Uganda and 1,200 in Kenya`: another's, by the verb or noun before."""
    rival = next((q for q in reversed(before) if q.kind is not None), None)
    inside = home.within(quantity.start, quantity.end)
    if rival is None or not inside or not _alike(rival, quantity):
        return None
    phrase = _before_sum(home, inside[0], rival)
    party = _party(phrase, rival, actors) if phrase else _where(home, inside[-1], actors)
    bare = home.tokens[inside[0].i - 1] if inside[0].i else None
    if party is None or (not phrase and (bare is None or bare.lower not in _BREAKS or quantity.unit is not None)):
        return None
    unit, of = (quantity.unit, quantity.of) if quantity.unit is not None else (rival.unit, rival.of)
    return msgspec.structs.replace(
        quantity, kind=rival.kind, party=party, per=quantity.per or rival.per, unit=unit, of=of or rival.of
    )


def _alike(rival: Quantity, quantity: Quantity) -> bool:
    """Whether both are money, or both count, the second perhaps without its noun."""
    if _money(rival) or _money(quantity):
        return _money(rival) and _money(quantity)
    return (
        rival.of is not None and (quantity.unit is None or quantity.unit == rival.unit) and quantity.value is not None
    )


def _before_sum(home: Sentence, first: Token, rival: Quantity) -> list[Token]:
    """The noun phrase that stands between a break and an amount: `and Kenya`, `, its railway`, `and Kenya's at`."""
    at = first.i - 1
    tokens = home.tokens
    if at > 0 and tokens[at].lower in _TO and tokens[at - 1].tag == "POS":
        at -= 1
    end = at + 1
    if tokens[at].tag == "VBZ" and any(tokens[at].lemma in kind.counted for kind in measure_kinds()):
        at -= 1  # `and Kenyan plants $2 million`, taken for what it plants
    while at >= 0 and (tokens[at].is_noun or tokens[at].tag in ("JJ", "DT", "PRP$", "POS")):
        at -= 1
    phrase = tokens[at + 1 : end]
    known = 0 < len(phrase) <= _PHRASE and (phrase[-1].is_noun or phrase[-1].tag in ("POS", "VBZ"))
    return phrase if known and at >= 0 and tokens[at].lower in _BREAKS and tokens[at].start >= rival.end else []


def _party(phrase: list[Token], rival: Quantity, actors: Actors) -> ActorRef | None:
    """Whose an amount is before which the phrase stands."""
    head = phrase[-2] if phrase[-1].tag == "POS" and len(phrase) > 1 else phrase[-1]
    found = named_before(head, actors) or known(actors.of(head)) or known(actors.owner(head))
    return found or (rival.party if phrase[0].tag == "PRP$" else None)


def _where(home: Sentence, last: Token, actors: Actors) -> ActorRef | None:
    """The party after `in` right after an amount."""
    tokens = home.tokens[last.i + 1 : last.i + 4]
    if not tokens or tokens[0].lower != "in":
        return None
    return next((ref for t in tokens[1:] if t.is_noun and (ref := known(actors.of(t))) is not None), None)


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
    if at is None or verb is None or at.lower != "at" or verb.lemma not in sum_words("putting") or verb.dep != "relcl":
        return False
    told = verb.head
    return told is not None and other.start <= told.start < other.end


def _same_sum(head: Token) -> bool:
    """`The bank arrives at $2 million`, `the true figure was $2 million`: another amount for what was told before."""
    above = head.head
    if above is None:
        return False
    if above.lower == "at" and above.head is not None:
        return above.head.lemma == "arrive" or (
            above.head.lemma in sum_words("putting") and _sum(above.head.child("dobj"))
        )
    return above.lemma == "be" and _sum(above.child("nsubj"))


def _sum(token: Token | None) -> bool:
    return token is not None and token.lemma in sum_words("sums") and token.child("prep") is None
