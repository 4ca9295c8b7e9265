"""What the lexicon lacks: verbs and nouns between the parties that no event took, and sentences of both that gave none.

The pages are parsed again: a record keeps what they tell, not how their sentences are built.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from standoff.actor_ids import party_of
from standoff.extract.actors import Actors, find_actors
from standoff.extract.events.clause import heads, objects, prepositions, subject
from standoff.lexicon.actions import actions
from standoff.model import Annotation, Page, Subject
from standoff.parse import Sentence, Token, parse
from standoff.record import Record
from standoff.record.rows import Document, Where
from standoff.tell.parties import cite_all
from standoff.tell.rows import Source

GapKind = Literal["verb", "noun", "sentence"]
ORDER: tuple[GapKind, ...] = ("verb", "noun", "sentence")
_SHOWN = 5
"""Sentences beside a word; its count tells how many there were."""


class GapRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb or noun between two sides that no event took, or a sentence of two sides without an event."""

    kind: GapKind
    word: str
    """The lemma; of a sentence the sides that it names."""
    preposition: str | None = None
    """What leads to the other side, where it is no object: `appeal to`."""
    count: int
    listed: bool = False
    """Whether the lexicon has the word, so that its restrictions or the clause kept it silent."""
    sources: tuple[Source, ...]


def gaps(record: Record, *, top: int | None = None) -> list[GapRow]:
    """Uncoded verbs, then nouns, then sentences; the most frequent first, `top` of each kind."""
    found: dict[tuple[GapKind, str, str | None], list[Where]] = {}
    told = record.subject()
    for document in record.documents():
        if document.copy_of is None:
            for kind, word, preposition, where in _of_page(document, record.annotation(document.key), told):
                found.setdefault((kind, word, preposition), []).append(where)
    listed = actions()
    rows = [
        GapRow(
            kind=kind,
            word=word,
            preposition=preposition,
            count=len(places),
            listed=kind != "sentence"
            and any(word in table for table in (listed.verbs, listed.nouns, listed.speech_verbs)),
            sources=cite_all(places)[: None if kind == "sentence" else _SHOWN],
        )
        for (kind, word, preposition), places in found.items()
    ]
    rows.sort(key=lambda row: (ORDER.index(row.kind), -row.count, row.word, row.preposition or ""))
    return [row for kind in ORDER for row in [r for r in rows if r.kind == kind][:top]]


def _of_page(
    document: Document, annotation: Annotation, told: Subject | None
) -> Iterator[tuple[GapKind, str, str | None, Where]]:
    """The gaps of one page, in the order of its text."""
    page = Page(id=document.id, text=annotation.text, meta=annotation.meta, parts=annotation.parts)
    parsed = parse(page)
    actors = find_actors(parsed, subject=told)
    taken = [(event.start, event.end) for event in annotation.events]
    for sentence in parsed.sentences:
        where = Where(
            document=document, start=sentence.start, end=sentence.end, quote=sentence.text, part=sentence.part
        )
        sides = {party_of(ref.id) for ref in actors.in_sentence(sentence) if not ref.id.startswith("NAMED:")}
        silent = not any(sentence.start <= start < sentence.end for start, _ in taken)
        if len(sides) > 1 and silent:
            yield "sentence", " ".join(sorted(sides)), None, where
        for kind, word, preposition in _between(sentence, actors, taken):
            yield kind, word, preposition, where


def _between(
    sentence: Sentence, actors: Actors, taken: list[tuple[int, int]]
) -> Iterator[tuple[GapKind, str, str | None]]:
    """Verbs and nouns of a sentence that stand between two sides and that no event took."""
    for token in sentence.tokens:
        if any(start <= token.start < end for start, end in taken):
            continue
        if token.is_verb and token.tag != "MD":
            doer = subject(token)
            mine = {i for head in heads(doer) for i in _sides(head, actors)} if doer is not None else set()
            others = [*((None, t) for t in objects(token)), *prepositions(token)]
            kind: GapKind = "verb"
        elif token.is_noun and token.child("poss", "amod", "compound"):
            mine = {party_of(ref.id) for ref in actors.owner(token)} if not actors.of(token) else set()
            others = [*prepositions(token)]
            kind = "noun"
        else:
            continue
        if not mine:
            continue
        for preposition, other in others:
            theirs = _sides(other, actors)
            if theirs and theirs.isdisjoint(mine):
                yield kind, token.lemma, preposition
                break


def _sides(token: Token, actors: Actors) -> set[str]:
    """The sides that a phrase stands for, or whose it is."""
    return {party_of(ref.id) for ref in (actors.of(token) or actors.owner(token))}
