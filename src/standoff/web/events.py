"""The page of an entry: what is held of it, every sentence behind it, what differs, why reports are one."""

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.tell.explain import Evidence, Explanation, explain
from standoff.tell.rows import Claim, TimelineRow
from standoff.web.contexts import Told, independent

DATED = {
    "stated": "a page prints it",
    "relative": "worked out from the words of a page",
    "published": "day of the report: no page tells the day itself",
    "unknown": "no page tells it",
}


@dataclass(frozen=True)
class Sentence:
    """A sentence with the words in it that made the entry, and what was read from it."""

    before: str
    words: str
    after: str
    evidence: Evidence


@dataclass(frozen=True)
class Difference:
    """A field in which sources differ."""

    field: str
    claims: Sequence[Claim]


@dataclass(frozen=True)
class Entry:
    """All that stands behind an entry."""

    found: Explanation
    row: TimelineRow | None
    """The entry as the timeline has it, where it stands there."""
    sentences: Sequence[Sentence]
    rest: Sequence[int]
    """Indexes of further sources without evidence of their own."""
    differs: Sequence[Difference]
    sources: int
    pages: int
    dated: str
    related: Sequence[tuple[str, TimelineRow]]


def make_entry(told: Told, id: str) -> Entry:
    """The entry with an id, of any view.

    Raises:
        NotFound: nothing has this id.
    """
    asked = told.at, told.says
    found = told.desk.kept(("entry", id, asked), lambda: explain(told.record, id, at=told.at, says=told.says))
    rows = told.desk.kept(("rows by id",), lambda: _by_id(told))
    row = rows.get(found.id)
    shown = {(e.source.page, e.source.start) for e in found.evidence}
    fields = dict.fromkeys(claim.field for claim in found.differs)
    related = [("speaks of", found.speaks_of), ("spoken in", (found.spoken_by,) if found.spoken_by else ())]
    return Entry(
        found=found,
        row=row,
        sentences=[_sentence(evidence) for evidence in found.evidence],
        rest=[n for n, source in enumerate(found.sources) if (source.page, source.start) not in shown],
        differs=[Difference(name, [c for c in found.differs if c.field == name]) for name in fields],
        sources=independent(found.sources, told.frame.counted),
        pages=len({source.page for source in found.sources}),
        dated=DATED[row.date_how] if row else "",
        related=[(how, rows[one]) for how, ids in related for one in ids if one in rows],
    )


def _by_id(told: Told) -> dict[str, TimelineRow]:
    return {row.id: row for row in (*told.doubtful, *told.timeline)}


def _sentence(evidence: Evidence) -> Sentence:
    """The sentence cut at the words that made the entry; whole where they do not stand in it."""
    quote, at = evidence.source.quote, evidence.start - evidence.source.start
    end = evidence.end - evidence.source.start
    if not 0 <= at < end <= len(quote):
        return Sentence(quote, "", "", evidence)
    return Sentence(quote[:at], quote[at:end], quote[end:], evidence)
