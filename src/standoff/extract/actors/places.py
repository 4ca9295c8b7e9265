"""Where, and the disputed thing: venues, towns and regions; phrases for zones, borders, plants."""

import re

from standoff.actor_ids import party_of
from standoff.capitals import CAPITALS
from standoff.extract.actors.denoted import LOCATIVE, body_start, phrase_start
from standoff.extract.actors.gazetteer import known_names
from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actors import place_kinds, thing_kinds
from standoff.model import Place, Span
from standoff.parse import Token


def place_at(head: Token, names: Names) -> Place | None:
    """The place that a phrase names: by the table, by its kind (the village of X), or by its preposition."""
    name = names.at(head)
    prep = head.head if head.dep == "pobj" else None
    where = prep is not None and prep.lower in LOCATIVE
    if name is not None and name.kind in ("capital", "place", "country") and (where or name.kind == "place"):
        return Place(start=name.start, end=name.end, name=name.text, country=party_of(name.id))
    if name is not None and name.kind == "thing" and where:
        entry = known_names().entry(name.text)
        return Place(start=name.start, end=name.end, name=name.text, country=party_of(entry.id) if entry else None)
    if head.lower in place_kinds() and head.is_noun and name is None:
        return _by_kind(head, names)
    if (
        where
        and prep is not None
        and name is not None
        and name.kind == "proper"
        and prep.lower in ("in", "at", "near", "outside")
    ):
        return Place(start=name.start, end=name.end, name=name.text, country=_country_behind(head, names))
    return None


def _country_behind(head: Token, names: Names) -> str | None:
    """The country that stands right behind a town: `in Verona, Italy`."""
    for token in head.childs("appos", "npadvmod"):
        name = names.at(token)
        if name is not None and name.kind == "country" and not token.children and token.i == head.i + 2:
            return party_of(name.id)
    return None


def _by_kind(head: Token, names: Names) -> Place | None:
    """The truce village of X, the X crossing: the named part."""
    prep = next((c for c in head.childs("prep") if c.lower == "of"), None)
    inner = prep.child("pobj") if prep is not None else None
    name: Name | None = names.at(inner) if inner is not None else None
    if name is not None and name.kind in ("proper", "place", "capital"):
        return Place(
            start=name.start, end=name.end, name=name.text, country=party_of(name.id) if name.kind != "proper" else None
        )
    before = head.sentence.tokens[head.i - 1] if head.i else None
    if before is not None and before.text[0].isupper() and before.tag.startswith("NN") and before.head is head:
        first = phrase_start(head)
        tokens = head.sentence.tokens
        i = first.i
        while i < head.i and not tokens[i].text[0].isupper():
            i += 1
        start = tokens[i].start
        text = head.sentence.text[start - head.sentence.start : head.end - head.sentence.start]
        known = names.at(before)
        return Place(
            start=start,
            end=head.end,
            name=text,
            country=party_of(known.id) if known and known.kind in ("place", "capital") else None,
        )
    return None


def thing_at(head: Token, names: Names) -> Span | None:
    """The phrase of a disputed thing: of a kind that has a state, or the subject by name."""
    name = names.at(head)
    if name is not None:
        if name.kind != "thing":
            return None
    elif head.lemma.lower() not in thing_kinds() and head.lower not in thing_kinds():
        return None
    start = body_start(head)
    first = head.sentence.at(start)
    if first is not None and first.tag == "PRP$" and first is not head:
        start = head.sentence.tokens[first.i + 1].start
    return Span(start=min(start, name.start) if name else start, end=max(head.end, name.end) if name else head.end)


_DATELINE = re.compile(
    rf"^\W{{0,3}}([{CAPITALS}][{CAPITALS}a-z.'-]{{2,20}}(?: [{CAPITALS}][{CAPITALS}a-z.'-]{{1,20}}){{0,3}})(?:, [A-Z][\w. ]{{2,20}})?(?:, \w{{3,9}}\.? \d{{1,2}})?[^\n]{{0,20}}? ?(?:\([\w ./-]{{2,30}}\)|/[A-Z-]{{3,20}}/|[-–—])"
)


def dateline_city(text: str) -> tuple[int, int] | None:
    """Where the city of a dateline stands that begins a text: `GENEVA, May 3 (Reuters) -`."""
    found = _DATELINE.match(text)
    return found.span(1) if found and found[1].isupper() else None
