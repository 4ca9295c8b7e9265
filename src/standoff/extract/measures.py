"""What a quantity means: its kind, whose it is, who says so, and the date the page gives for it."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from standoff.extract.actors import Actors
from standoff.extract.figure_party import Elsewhere, known, party_of
from standoff.extract.figure_speaker import claimed_by
from standoff.lexicon.measures import MeasureKind, Sort, measure_kinds
from standoff.lexicon.sums import sum_words
from standoff.model import DateHow, Quantity, Status
from standoff.parse import Sentence, Token
from standoff.quantities.counted import singular

_SPAN_DEPS = frozenset({"prep", "pobj", "dobj", "attr", "npadvmod", "appos", "conj", "nmod", "dep", "pcomp", "oprd"})
_SPELLS = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_UP = 6  # steps up the tree from an amount
_REACH = 10  # tokens before an amount


class Dated(Protocol):
    """What `dating` says of an event's date."""

    @property
    def date(self) -> str | None:
        """The date as EDTF."""

    @property
    def how(self) -> DateHow:
        """Stated, relative, or by the page's date."""

    @property
    def since(self) -> bool:
        """The date opens a spell."""


class Dates(Protocol):
    """Who dates a clause: `extract.dating.Dater`."""

    def date(self, anchor: Token, trigger: Sequence[Token], status: Status) -> Dated:
        """The date of what a clause tells."""


def measured(quantity: Quantity, sentence: Sentence, elsewhere: "Elsewhere", actors: Actors, dater: Dates) -> Quantity:
    """The quantity with its kind, party, speaker, thing counted and date, where the sentence tells them."""
    tokens = sentence.within(quantity.start, quantity.end)
    if not tokens:
        return quantity
    head = _head(tokens)
    sort = _sort(quantity)
    kind, clue = _kind(quantity, head, sort) if sort else (None, None)
    if clue is not None and clue.lemma in sum_words("notes") and _is_denomination(quantity, clue, head):
        kind, clue = None, None
    if kind is not None and clue is not None and kind.id == "loss" and _is_price(clue, tokens[0]):
        kind, clue = None, None
    party = party_of(kind, clue, head, tokens, elsewhere, actors) if kind is not None else None
    if kind is not None and sort == "people" and _in_passing(head):
        kind = None
    if kind is None and sort == "people":
        party = known(actors.of(head)) or known(actors.owner(head))
    other = kind is None and sort == "people" and party is not None and (_nationals(head) or _in_passing(head))
    return msgspec.structs.replace(
        quantity,
        kind=kind.id if kind is not None else "other" if other else None,
        of=quantity.of or (_words(clue, sentence) if clue is not None and clue.is_noun and sort == "money" else None),
        party=party,
        per=quantity.per or (_each(head) if sort == "money" and kind is not None else None),
        claimed_by=claimed_by(head, actors),
        as_of=_as_of(head, dater),
    )


def _is_price(clue: Token, first: Token) -> bool:
    """Whether a sum is what is offered or agreed on costs, and nobody's loss: `the deal cost $3 million`, `and the offer $3 million`."""
    offered = sum_words("of_offers")
    before = first.sentence.tokens[first.i - 1] if first.i else None
    if before is not None and before.lower in offered:
        return True
    told = clue.child("nsubj") if clue.is_verb else next((of.child("pobj") for of in clue.childs("prep")), None)
    return told is not None and told.lemma in offered


def _is_denomination(quantity: Quantity, note: Token, head: Token) -> bool:
    """Whether a sum only says which note it is: `the 100-bolivar bill`, `eleven bills of 100 bolivars`."""
    sentence = head.sentence
    hyphened = "-" in sentence.text[quantity.start - sentence.start : note.start - sentence.start]
    above = head.head
    of_notes = note.tag == "NNS" and above is not None and above.lower == "of" and above.head is note
    return (hyphened and note.start >= quantity.end) or of_notes


def _each(head: Token) -> str | None:
    """What a sum is per, where the clause begins so: `each week of closure costs ...`, `every day that it is shut costs ...`."""
    tokens = head.sentence.tokens
    verb = next((a for a in head.ancestors() if a.is_verb), None)
    subject = verb.child("nsubj") if verb is not None else None
    if subject is None or subject.lemma not in _SPELLS:
        subject = tokens[1] if len(tokens) > 1 and tokens[1].lower in _SPELLS else None
    if subject is None or subject.i == 0 or tokens[subject.i - 1].lower not in ("each", "every"):
        return None
    return subject.lemma


def _nationals(head: Token) -> bool:
    """Whether people are counted by their nation alone: `740 South Koreans`."""
    return head.tag == "NNPS" or (head.text[0].isupper() and head.lower.endswith("s"))


def _in_passing(head: Token) -> bool:
    """Whether people are counted as those who cross, wait or are due somewhere."""
    verb = head.head
    if verb is None or head.dep not in ("nsubj", "nsubjpass") or not verb.is_verb:
        return False
    due = verb.child("acomp")
    return verb.lemma in sum_words("arriving_or_waiting") or (due is not None and due.lower in ("due", "ready", "set"))


def _head(tokens: list[Token]) -> Token:
    """The token of an amount that hangs on the words outside it; of a count, the noun."""
    inside = set(tokens)
    tops = [t for t in tokens if t.head is None or t.head not in inside]
    nouns = [t for t in tops if t.is_noun]
    return (nouns or tops or tokens)[-1]


def _sort(quantity: Quantity) -> Sort | None:
    unit = quantity.unit
    if unit is None:
        return None
    if unit in ("person", "job"):
        return "people"
    if len(unit) == 3 and unit.isupper():
        return "money"
    return "things" if quantity.of is not None and unit != "percent" else None


def _words(token: Token, sentence: Sentence) -> str:
    """The words for what is paid or lost: the noun with what stands before it, less determiners and possessors."""
    first = token
    for child in token.children:
        if child.i < token.i and child.dep in ("amod", "compound", "nmod") and child.i < first.i and not child.children:
            first = child
    return sentence.text[first.start - sentence.start : token.end - sentence.start]


def _kind(quantity: Quantity, head: Token, sort: Sort) -> tuple[MeasureKind | None, Token | None]:
    """The kind, and the noun or verb that tells it: the thing counted, then the words around from the nearest on."""
    kinds = [kind for kind in measure_kinds() if sort in kind.sorts]
    first = head
    while first.dep == "conj" and first.head is not None and first.head.i < first.i:
        first = first.head
    above = first.head if first.dep == "dobj" else None
    if above is not None and above.lemma in sum_words("spent"):
        for kind in kinds:
            if above.lemma in kind.verbs:
                return kind, above
    if quantity.of is not None:
        last = quantity.of.split()[-1].lower()
        noun = singular(last)
        for kind in kinds:
            if noun in kind.counted or noun in kind.nouns or last in kind.nouns:
                return kind, _noun_in(head, noun)
    for token in _with_compounds(_around(head)):
        for kind in kinds:
            if (token.is_noun and (token.lemma in kind.nouns or token.lower in kind.nouns)) or (
                token.is_verb and token.lemma in (*kind.verbs, *kind.pays)
            ):
                return kind, token
    for token in _just_before(head):
        for kind in kinds:
            if token.lemma in kind.nouns:
                return kind, token
    return None, None


def _with_compounds(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens, each noun after the nouns before it that say what it is: `insurance payments`."""
    for token in tokens:
        if token.is_noun:
            yield from token.childs("compound")
        yield token


def _just_before(head: Token) -> list[Token]:
    """The nouns shortly before an amount in its clause, nearest first, for where the tree went wrong."""
    row: list[Token] = []
    for token in reversed(head.sentence.tokens[max(0, head.i - _REACH) : head.i]):
        if token.text in ",;:—–()" or (
            token.is_verb and token.lemma not in sum_words("amounting") and token.tag != "MD"
        ):
            break
        if token.is_noun:
            row.append(token)
    return row


def _noun_in(head: Token, noun: str) -> Token:
    """The token of the thing counted, from the amount on."""
    return next((t for t in head.sentence.tokens[head.i :] if t.is_noun and singular(t.text) == noun), head)


def _around(head: Token) -> Iterator[Token]:
    """Nouns and verbs that an amount belongs to, nearest first: below it, above it, and the subject of the verb above it."""
    yield from _below(head, "of", "in", "as", "worth")
    yield from _above(head)
    yield from _below(head, "for")  # `paid $5 million for exports`: what it was paid for says least


def _below(head: Token, *prepositions: str) -> Iterator[Token]:
    for child in head.children:
        if child.dep == "prep" and child.lower in prepositions:
            yield from (c for c in child.children if c.dep == "pobj")


def _above(head: Token) -> Iterator[Token]:
    token, steps = head, 0
    while token.head is not None and steps < _UP:
        above = token.head
        if above.is_noun and token.dep in _SPAN_DEPS | {"nummod", "compound", "quantmod", "amod", "acomp"}:
            yield above
        if above.lower == "worth":
            yield from above.childs("nsubj")
        if above.is_verb:
            yield above
            if token.dep in _SPAN_DEPS:
                yield from (c.child("pobj") or c for c in above.childs("prep") if c.lower in ("in", "for", "as"))
            objects = [c for c in above.childs("dobj", "attr") if c is not token]
            yield from objects
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None and above.lemma in sum_words("amounting"):
                yield subject
                yield from (c for p in subject.childs("prep") if (c := p.child("pobj")) is not None)
            if above.dep == "conj" and above.head is not None:
                yield from above.head.childs("dobj")  # `promised loans of ..., and lenders offered a further ...`
            if above.dep not in ("xcomp", "pcomp", "aux", "acl"):
                return
        token, steps = above, steps + 1


def _as_of(head: Token, dater: Dates) -> str | None:
    """The date that the clause gives; a date since when something goes on is not the figure's."""
    dated = dater.date(head, [head], "happened")
    return dated.date if dated.how in ("stated", "relative") and not dated.since else None
