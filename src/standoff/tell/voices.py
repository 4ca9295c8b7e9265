"""What people said: quotations by speaker and side; readers' comments apart, never as sources of anything else."""

import re
from collections.abc import Iterable, Sequence

from standoff import edtf
from standoff.record import Record
from standoff.record.rows import Comment, QuoteMention
from standoff.tell.parties import Sides, cite, cite_all, find_sides
from standoff.tell.rows import VoiceRow

TOLD_IN = ("story", "title", "caption")
FEWEST = 3
"""Words of an indirect statement: fewer say nothing."""
_LETTERS = re.compile(r"\w+")
_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b(?:ago|yesterday)\b", re.IGNORECASE)
_STAMP_LINE = 80
"""Characters that the line with a comment's time has at most."""


def voices(record: Record, *, at: str | None = None, says: str | None = None) -> list[VoiceRow]:
    """Quotations by day, then readers' comments; only those of one side with `says`."""
    sides = find_sides(record.subject(), record.events(at))
    rows = [*quotations(record.quotes(at), sides), *readers(record.comments(at))]
    return rows if says is None else [row for row in rows if row.party == sides.of(says)]


def quotations(quotes: Iterable[QuoteMention], sides: Sides) -> list[VoiceRow]:
    """One row for what one speaker said on one day; copies of it add their sentences."""
    groups: dict[tuple[str, str], list[QuoteMention]] = {}
    for quote in sorted(quotes, key=lambda q: (_day(q), q.where.document.id, q.quote.start)):
        if (
            quote.where.part in TOLD_IN
            and (quote.quote.direct or len(quote.said.split()) >= FEWEST)
            and quote.said.strip()
        ):
            groups.setdefault((_plain(quote.said), _plain(quote.quote.speaker or "")), []).append(quote)
    rows = [_row(found, sides) for found in groups.values()]
    return sorted(rows, key=lambda row: edtf.sort_key(row.date))


def _row(quotes: Sequence[QuoteMention], sides: Sides) -> VoiceRow:
    first = quotes[0]
    speaker = next((q.quote.speaker_id for q in quotes if q.quote.speaker_id), None)
    return VoiceRow(
        id=min(quote.key for quote in quotes),
        kind="quotation",
        speaker=first.quote.speaker,
        party=_side(speaker, sides),
        said=" ".join(first.said.split()),
        direct=first.quote.direct,
        date=first.where.document.published,
        sources=cite_all(quote.where for quote in quotes),
    )


def _side(speaker: str | None, sides: Sides) -> str | None:
    """The side of a speaker; a paper is none, nor is somebody without a country who is no party."""
    if speaker is None or speaker.endswith("-MED") or (speaker.startswith("NAMED:") and not sides.leads(speaker)):
        return None
    return sides.of(speaker)


def readers(comments: Iterable[Comment]) -> list[VoiceRow]:
    """Readers' comments, by time."""
    rows = [
        VoiceRow(
            id=comment.key,
            kind="comment",
            speaker=comment.author,
            party=None,
            said=written(comment),
            direct=True,
            date=comment.time[:10] if comment.time else None,
            sources=(cite(comment.where),),
        )
        for comment in comments
    ]
    return sorted(rows, key=lambda row: (edtf.sort_key(row.date), row.id))


def written(comment: Comment) -> str:
    """What a reader wrote: the comment without the lines that name its author and its time."""
    lines = [line for line in (" ".join(line.split()) for line in comment.text.splitlines()) if line]
    if len(lines) > 1 and comment.author and lines[0].startswith(comment.author):
        lines = lines[1:]
    for end in (0, -1):  # sites print the time above or below
        if len(lines) > 1 and _is_stamp(lines[end]):
            del lines[end]
    return " ".join(lines)


def _is_stamp(line: str) -> bool:
    return len(line) <= _STAMP_LINE and _STAMP.search(line) is not None and not line.endswith((".", "!", "?"))


def _day(quote: QuoteMention) -> str:
    return quote.where.document.published or "~"


def _plain(text: str) -> str:
    """The words alone: two copies may differ in marks and white space."""
    return " ".join(_LETTERS.findall(text.lower()))
