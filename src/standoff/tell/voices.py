"""What people said: quotations by speaker and side; readers' comments apart, never as sources of anything else."""

import re
from collections.abc import Iterable, Iterator, Sequence

from standoff import edtf
from standoff.lexicon.cues import cues
from standoff.record import Record
from standoff.record.rows import Comment, QuoteMention
from standoff.tell.kept import kept
from standoff.tell.naming import name_of
from standoff.tell.parties import Sides, cite, cite_all, find_sides
from standoff.tell.rows import VoiceRow

FEWEST = 3
"""Words of an indirect statement: fewer say nothing."""
NEAR = 400
"""Characters from what was said last to the pronoun that means who said it."""
PERSONS = ("he", "she", "they")
_LETTERS = re.compile(r"\w+")
_STAMP = re.compile(r"\b(?:19|20)\d\d\b|\b(?:ago|yesterday)\b", re.IGNORECASE)
_STAMP_LINE = 80
"""Characters that the line with a comment's time has at most."""


@kept
def voices(record: Record, *, at: str | None = None, says: str | None = None) -> list[VoiceRow]:
    """Quotations by day, then readers' comments; only those of one side with `says`."""
    sides = find_sides(record.subject(), record.events(at))
    rows = [*quotations(record.quotes(at), sides), *readers(record.comments(at))]
    return rows if says is None else [row for row in rows if row.party == sides.of(says)]


def quotations(quotes: Iterable[QuoteMention], sides: Sides) -> list[VoiceRow]:
    """One row for what one speaker said; copies of it add their sentences."""
    groups: dict[tuple[str, str], list[QuoteMention]] = {}
    names: dict[str, str | None] = {}
    for quote, speaker in _heard(sorted(quotes, key=lambda q: (_day(q), q.where.document.id, q.quote.start)), sides):
        names[quote.key] = speaker
        groups.setdefault((_plain(quote.said), _plain(speaker or "")), []).append(quote)
    rows = [_row(found, names[found[0].key], sides) for found in groups.values()]
    return sorted(rows, key=lambda row: edtf.sort_key(row.date))


def _heard(quotes: Iterable[QuoteMention], sides: Sides) -> Iterator[tuple[QuoteMention, str | None]]:
    """What somebody says in the story, each with who says it: no headline, no thought, nothing told within what is told already."""
    last: tuple[QuoteMention, str] | None = None
    end = ("", 0)
    for quote in quotes:
        page = quote.where.document.key
        if quote.where.part != "story" or not quote.said.strip() or not (quote.quote.direct or quote.quote.speech):
            continue
        if end[0] == page and quote.quote.end <= end[1] and not quote.quote.direct:
            continue
        before = last if last is not None and last[0].where.document.key == page else None
        speaker = name_speaker(quote, before, sides)
        if not quote.quote.direct and (
            len(quote.said.split()) < FEWEST or (speaker is None and not quote.quote.speaker_id)
        ):
            continue
        end = (page, max(quote.quote.end, end[1] if end[0] == page else 0))
        if speaker is not None:
            last = quote, speaker
        yield quote, speaker


def name_speaker(quote: QuoteMention, before: tuple[QuoteMention, str] | None, sides: Sides) -> str | None:
    """Who speaks: by the fullest name the page gives, else by its words; a pronoun is the actor that it means, or whoever spoke right before, else nobody."""
    told = quote.quote.speaker
    if quote.quote.speaker_name is not None:
        return quote.quote.speaker_name
    if told is None or told.lower() not in cues().nameless:
        return told
    if told.lower() in PERSONS and before is not None:
        spoke, who = before
        same = quote.quote.speaker_id is None or quote.quote.speaker_id == spoke.quote.speaker_id
        if same and quote.where.start - spoke.where.end <= NEAR:
            return who
    if told.lower() == "it" and quote.quote.speaker_id is not None:
        return name_of(quote.quote.speaker_id, sides)
    return None


def _row(quotes: Sequence[QuoteMention], named: str | None, sides: Sides) -> VoiceRow:
    first = quotes[0]
    speaker = next((q.quote.speaker_id for q in quotes if q.quote.speaker_id), None)
    return VoiceRow(
        id=min(quote.key for quote in quotes),
        kind="quotation",
        speaker=named,
        party=_side(speaker, sides),
        said=" ".join(first.said.split()).rstrip(","),
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
