"""A source page as the browser shows it: its parts in order, the words that gave an entry marked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from msgspec.structs import replace as replaced

from standoff.hostile import visible
from standoff.model import Annotation, Part
from standoff.record.rows import EventMention, QuantityMention, Where
from standoff.web.contexts import paragraph_starts


@dataclass(frozen=True)
class Piece:
    """A stretch of text without a break: plain, or marked. `anchors` are the ids that links point to."""

    text: str
    kinds: str
    title: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A part of the page. `kind` as of parts; author and time of a comment."""

    kind: str
    pieces: tuple[Piece, ...]
    author: str | None
    time: str | None
    role: str | None = None
    n: int = 0
    """Of a paragraph of the story: its number."""


@dataclass(frozen=True)
class Mark:
    """A stretch to be marked, and what is said of it."""

    start: int
    end: int
    kind: str
    title: str
    anchor: str


def blocks(
    page: Annotation,
    events: Sequence[EventMention],
    quantities: Sequence[QuantityMention],
    sentences: Sequence[Where] = (),
) -> list[Block]:
    """The page in blocks; what lies between parts is furniture. `sentences` are further ones that links point to."""
    told = [Mark(each.start, each.end, "sentence", "", f"s{each.start}") for each in sentences]
    marks = sorted([*_marks(page, events, quantities), *told], key=lambda m: (m.start, m.end, m.anchor))
    found, starts = [], paragraph_starts(page)
    for part in _paragraphs(page, starts):
        n = bisect_right(starts, part.start)
        if page.text[part.start : part.end].strip():
            pieces = tuple(_pieces(page.text, part, marks))
            found.append(Block(part.kind, pieces, part.author, part.time, part.role, n if part.kind == "story" else 0))
    return found


def without_readers(shown: Sequence[Block]) -> list[Block]:
    """The blocks without readers' comments; where furniture names a reader, the name is left out."""
    names = sorted({block.author for block in shown if block.kind == "comment" and block.author}, key=len, reverse=True)
    return [
        replace(block, pieces=tuple(replace(piece, text=_unnamed(piece.text, names)) for piece in block.pieces))
        if block.kind == "furniture"
        else block
        for block in shown
        if block.kind != "comment"
    ]


def _unnamed(text: str, names: Sequence[str]) -> str:
    for name in names:
        text = text.replace(visible(name), "[a reader]")
    return text


def _marks(page: Annotation, events: Sequence[EventMention], quantities: Sequence[QuantityMention]) -> Iterator[Mark]:
    for event in events:
        found = event.event
        kind = f"{found.type}{'/' + found.mode if found.mode else ''}"
        title = f"{kind}, {found.status}, {found.date or 'no date'} ({found.rule})"
        yield Mark(event.where.start, event.where.end, "sentence", "", f"s{event.where.start}")
        yield Mark(found.start, found.end, "event", title, event.key)
    for quantity in quantities:
        yield Mark(
            quantity.quantity.start,
            quantity.quantity.end,
            "quantity",
            f"{quantity.quantity.kind or 'amount'}",
            quantity.key,
        )
        yield Mark(quantity.where.start, quantity.where.end, "sentence", "", f"s{quantity.where.start}")
    for time in page.times:
        yield Mark(time.start, time.end, "time", f"{time.value}", "")
    for quote in page.quotes:
        yield Mark(quote.start, quote.end, "quote", f"said by {quote.speaker or 'somebody'}", "")
        yield Mark(quote.start, quote.end, "sentence", "", f"s{quote.start}")
    for state in page.states:
        yield Mark(state.start, state.end, "state", f"{state.state} since {state.since or '?'}", "")
        if state.sentence:
            yield Mark(state.sentence.start, state.sentence.end, "sentence", "", f"s{state.sentence.start}")


def _whole(page: Annotation) -> Iterator[Part]:
    """The parts, and what lies between them as furniture."""
    at = 0
    for part in page.parts:
        if part.start > at:
            yield Part(start=at, end=part.start, kind="furniture")
        yield part
        at = part.end
    if at < len(page.text):
        yield Part(start=at, end=len(page.text), kind="furniture")


def _paragraphs(page: Annotation, starts: Sequence[int]) -> Iterator[Part]:
    """The parts of the page, those of the story cut where a paragraph begins."""
    for part in _whole(page):
        if part.kind == "story":
            cuts = [part.start, *(start for start in starts if part.start < start < part.end), part.end]
            yield from (replaced(part, start=start, end=end) for start, end in pairwise(cuts))
        else:
            yield part


def _pieces(text: str, part: Part, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The part cut where a mark begins or ends; an anchor stands on the first piece of its mark."""
    here = [m for m in marks if m.start < part.end and m.end > part.start]
    cuts = sorted({part.start, part.end, *(c for m in here for c in (m.start, m.end) if part.start < c < part.end)})
    seen: set[str] = set()
    for start, end in pairwise(cuts):
        covering = [m for m in here if m.start <= start and m.end >= end]
        anchors = tuple(dict.fromkeys(m.anchor for m in covering if m.anchor and m.anchor not in seen))
        seen.update(anchors)
        kinds = " ".join(dict.fromkeys(m.kind for m in covering))
        title = "; ".join(dict.fromkeys(m.title for m in covering if m.title))
        yield Piece(visible(text[start:end]), kinds, visible(title), anchors)
