"""A memo for somebody who was not there: what stands in the views, in sentences, each with its sources as footnotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from standoff.export.cited import Pages
from standoff.record import Record
from standoff.record.rows import Document
from standoff.tell.brief import brief
from standoff.tell.lines import dated, sentence
from standoff.tell.money import CURRENCIES, say_amount
from standoff.tell.naming import name_all, say_date
from standoff.tell.parties import Sides, find_sides, last_page
from standoff.tell.promises import promises
from standoff.tell.rows import Claim, Source, StakeRow, TimelineRow
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline

_TOP = 25
"""Events told one by one, the heaviest; the CSV has all."""
_NOTES = 3
"""Footnotes at a sentence; further sources are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the numbers of its footnotes, and how many sources it has beyond them."""

    text: str
    notes: tuple[int, ...] = ()
    further: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A headed list of sentences."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the page and its sentence."""

    document: Document
    quote: str


@dataclass(slots=True)
class Memo:
    """Title, day, sections in order, and the footnotes that they number from 1."""

    title: str
    as_of: str | None
    sections: list[Section] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class _Notes:
    """Gives each sentence of a page one number, in the order in which it is first cited."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._pages = Pages(documents)
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.all: list[Note] = []

    def line(self, text: str, sources: Sequence[Source]) -> Line:
        """A sentence with the numbers of its first sources, one a publisher before a second of any."""
        ranked = sorted(range(len(sources)), key=lambda n: (_nth(sources, n), n))
        cited = [sources[n] for n in ranked]
        return Line(text, tuple(self._number(s) for s in cited[:_NOTES]), max(0, len(cited) - _NOTES))

    def _number(self, source: Source) -> int:
        document = self._pages.of(source)
        key = document.key, source.start, source.end
        if key not in self._numbers:
            self.all.append(Note(document, source.quote))
            self._numbers[key] = len(self.all)
        return self._numbers[key]


def _nth(sources: Sequence[Source], n: int) -> int:
    """How many sources before the n-th have its publisher."""
    return sum(s.publisher == sources[n].publisher for s in sources[:n])


def memo(record: Record, at: str | None = None) -> Memo:
    """The memo of a record, as known on a day."""
    documents = record.documents(at)
    notes = _Notes(documents)
    subject = record.subject()
    sides = find_sides(subject, record.events(at))

    made = Memo(title=subject.name if subject else "Stand-off", as_of=at or last_page(documents))
    for heading, lines in (
        ("In brief", [notes.line(line.text, line.sources) for line in brief(record, at=at)]),
        ("The state of things", _states(record, at, notes, sides)),
        ("What happened", _events(record, at, notes)),
        ("Talks", _talks(record, at, notes, sides)),
        ("Demands, promises, threats", _promises(record, at, notes, sides)),
        ("What it costs", _stakes(record, at, notes, sides)),
        ("Where sources differ", _differences(record, at, notes)),
    ):
        if lines:
            made.sections.append(Section(heading, tuple(lines)))
    made.notes = notes.all
    return made


def _states(record: Record, at: str | None, notes: _Notes, sides: Sides) -> list[Line]:
    view = state(record, at=at)
    lines = []
    for spell in view.history:
        end = f"to {say_date(spell.to)}" if spell.to else "and still so"
        claimed = f", according to {name_all([spell.claimed_by], sides)}" if spell.claimed_by else ""
        since = f"from {say_date(spell.from_)} " if spell.from_ else ""
        lines.append(notes.line(f"{spell.state.capitalize()} {since}{end}{claimed}.", spell.sources))
    return lines


def _events(record: Record, at: str | None, notes: _Notes) -> list[Line]:
    return [notes.line(_sentence(dated(row)), row.sources) for row in timeline(record, at=at, top=_TOP)]


def _talks(record: Record, at: str | None, notes: _Notes, sides: Sides) -> list[Line]:
    lines = []
    for row in talks(record, at=at):
        parts = [
            f"{name_all(row.parties, sides)}, {say_date(row.date)}" if row.parties else say_date(row.date),
            f"at {row.venue}" if row.venue else "",
            "led by " + " and ".join(head.name for head in row.heads) if row.heads else "",
        ]
        told = ", ".join(part for part in parts if part)
        outcome = row.outcome_kind.replace("_", " ")
        lines.append(notes.line(_sentence(f"{told}: {outcome}"), row.sources))
    return lines


def _promises(record: Record, at: str | None, notes: _Notes, sides: Sides) -> list[Line]:
    lines = []
    for row in promises(record, at=at):
        by, to = name_all(row.by, sides), name_all(row.to, sides)
        who = f"{row.kind} by {by}" if by else row.kind
        told = f"{who}{f' to {to}' if to else ''}{f', {say_date(row.made)}' if row.made else ''}"
        due = f", due {say_date(row.due)}" if row.due else ""
        lines.append(notes.line(_sentence(f"{told}{due}: {row.what or 'not told'} ({row.outcome})"), row.sources))
    return lines


def _stakes(record: Record, at: str | None, notes: _Notes, sides: Sides) -> list[Line]:
    lines = []
    for row in stakes(record, at=at):
        party = name_all([row.party], sides) if row.party else "no party named"
        said = f", according to {name_all([row.claimed_by], sides)}" if row.claimed_by else ""
        day = f", as of {say_date(row.as_of)}" if row.as_of else ""
        computed = " (computed)" if row.computed else ""
        lines.append(notes.line(_sentence(f"{party}: {_figure(row)}{day}{said}{computed}"), row.sources))
    return lines


def _figure(row: StakeRow) -> str:
    """A figure with what it counts: `861 South Koreans`, `123 southern firms`, `$470 million, goods`."""
    told = f"{row.rough}{say_amount(row.value, row.low, row.high, row.unit, row.per)}"
    number, _, last = told.rpartition(" ")
    if row.what and not row.per:
        if row.unit and row.what.split()[-1:] == [last]:
            return f"{number} {row.what}"
        if row.unit not in CURRENCIES and last[-1:].isdigit():
            return f"{told} {row.what}"
    return f"{told}, {row.what or row.kind}"


def _differences(record: Record, at: str | None, notes: _Notes) -> list[Line]:
    lines = []
    for row in timeline(record, at=at):
        fields = dict.fromkeys(claim.field for claim in row.differs)
        for name in fields:
            claims = [claim for claim in row.differs if claim.field == name]
            values = " or ".join(_claimed(claim) for claim in claims)
            told = f"{_short(row)}: {name} is {values}"
            lines.append(notes.line(_sentence(told), [s for claim in claims for s in claim.sources[:1]]))
    return lines


def _claimed(claim: Claim) -> str:
    return say_date(claim.value) if claim.field == "date" else claim.value


def _short(row: TimelineRow) -> str:
    return row.summary.rstrip(".")


def _sentence(text: str) -> str:
    return sentence(text[:1].upper() + text[1:])
