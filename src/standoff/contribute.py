"""The door for others: annotations made elsewhere, checked against the pages of a record before anything is taken in.

A line is a CONTRACT line with `id`, `made_by` and any of the kinds of mentions. Its page has to be in the record with the
text that the line counts in. Each mention is taken or refused by itself: its spans have to lie in the text and begin and
end with a word, `words` where given has to be what stands there, a number has to stand in its span, a date has to be one,
and what it hangs on has to have been taken.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import msgspec

from standoff import edtf
from standoff.errors import NotFound
from standoff.ingest import put_together
from standoff.model import Actor, Annotation, Event, Place, Quantity, Quote, Reason, Span, StateMention, Time
from standoff.quantities import find
from standoff.record import Record
from standoff.record.contributed import Contribution, keep, put_in

KINDS: dict[str, type[Span]] = {
    "actors": Actor, "places": Place, "times": Time, "quantities": Quantity, "events": Event, "states": StateMention,
    "quotes": Quote, "reasons": Reason,
}  # fmt: skip
RULED = ("events", "states", "reasons")
"""Kinds that name the rule that made them."""
NO_STORY = frozenset(("comment", "furniture"))
CLOSE = 1e-6
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was not taken in: a line, or one mention of it by kind and number, and why."""

    line: int
    id: str | None
    kind: str | None = None
    number: int | None = None
    reason: str

    def __str__(self) -> str:
        """The place and the reason in one line."""
        place = f"line {self.line}" + (f", {self.id}" if self.id else "")
        return f"{place}{f', {self.kind}[{self.number}]' if self.kind else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Taken:
    """How many mentions were taken in, and what was refused."""

    mentions: int
    refused: tuple[Refused, ...]


def contribute(lines: Iterable[bytes], path: Path) -> Taken:
    """Takes what stands the checks into the record at `path` and puts it together anew.

    Raises:
        RecordError: the record is missing or cannot be written.
    """
    taken: list[Contribution] = []
    refused: list[Refused] = []
    with Record.open(path, write=True) as record:
        keys = {id: d.key for d in record.documents() for id in (d.id, *(i for i, _ in record.addresses(d.key)))}
        for number, line in enumerate(lines, start=1):
            if line.strip():
                _read_line(line, number, record, keys, taken, refused)
        if taken:
            keep(record, taken)
            put_in(record)
            put_together(record)
    return Taken(sum(_count(each) for each in taken), tuple(refused))


def _count(contribution: Contribution) -> int:
    return sum(len(getattr(contribution, kind)) for kind in KINDS)


def _read_line(
    line: bytes,
    number: int,
    record: Record,
    keys: Mapping[str, str],
    taken: list[Contribution],
    refused: list[Refused],
) -> None:
    """Adds what a line holds to what was taken, and to what was refused."""
    try:
        row = msgspec.json.decode(line)
    except msgspec.DecodeError as e:
        refused.append(Refused(line=number, id=None, reason=f"no JSON: {e}"))
        return
    id = row.get("id") if isinstance(row, dict) else None
    id = id if isinstance(id, str) else None
    page, reason = _page(row, id, record, keys)
    if page is None or id is None:
        refused.append(Refused(line=number, id=id, reason=reason))
        return
    checked = _Checked(row, page, number, id, refused)
    mentions = {kind: tuple(checked.of(kind)) for kind in KINDS}
    if any(mentions.values()):
        taken.append(msgspec.convert({"document": keys[id], "made_by": row["made_by"], **mentions}, Contribution))


def _page(row: Any, id: str | None, record: Record, keys: Mapping[str, str]) -> tuple[Annotation | None, str]:
    """The page that a line is about, or why it is none."""
    if not isinstance(row, dict) or id is None:
        return None, "no id"
    made_by = row.get("made_by")
    if not isinstance(made_by, str) or not made_by.strip():
        return None, "no made_by: who or what made it has to be said"
    if id not in keys:
        return None, "no such page in the record: read it first"
    try:
        page = record.annotation(keys[id])
    except NotFound as e:
        return None, str(e)
    if "text" in row and row["text"] != page.text:
        return None, "its text is not that of the page in the record"
    return page, ""


class _Checked:
    """The mentions of a line that stand the checks; the others go to `refused`."""

    def __init__(self, row: Row, page: Annotation, line: int, id: str, refused: list[Refused]) -> None:
        self.row, self.page, self.line, self.id, self.refused = row, page, line, id, refused
        self.good: dict[str, dict[int, int]] = {}
        """Of each kind: where the mentions that were taken stood in the line, and where they stand now."""

    def of(self, kind: str) -> Iterator[Span]:
        """The mentions of a kind, in order."""
        rows = self.row.get(kind) or []
        rows = rows if isinstance(rows, list) else [rows]
        read = [self._read(kind, n, each) for n, each in enumerate(rows)]
        alive = self._alive(kind, {n: item for n, item in enumerate(read) if item is not None})
        self.good[kind] = {n: place for place, n in enumerate(alive)}
        for item in alive.values():
            yield self._moved(kind, item)

    def _read(self, kind: str, number: int, each: Any) -> Span | None:
        """A mention, or None where it was refused."""
        reason = "no object"
        if isinstance(each, dict):
            words, rest = each.get("words"), {name: value for name, value in each.items() if name != "words"}
            try:
                item = msgspec.convert(rest, KINDS[kind])
            except msgspec.ValidationError as e:
                reason = str(e)
            else:
                reason = wrong(item, self.page, words)
                if not reason:
                    return item
        self._refuse(kind, number, reason)
        return None

    def _alive(self, kind: str, items: dict[int, Span]) -> dict[int, Span]:
        """Those of which all that they hang on was taken too, until nothing more falls away."""
        while True:
            lost = {n: why for n, item in items.items() if (why := self._hangs_in_air(item, items))}
            if not lost:
                return items
            for n, why in lost.items():
                self._refuse(kind, n, why)
            items = {n: item for n, item in items.items() if n not in lost}

    def _hangs_in_air(self, item: Span, items: Mapping[int, Span]) -> str:
        named: list[int | None] = []
        there: Iterable[int] = items
        if isinstance(item, Event):
            anchor = item.date_rel.anchor if item.date_rel is not None else None
            named = [item.content_of, anchor if isinstance(anchor, int) else None]
        elif isinstance(item, Quantity):
            named = [item.equals]
        elif isinstance(item, Reason):
            named, there = [item.event], self.good.get("events", {})
        missing = next((n for n in named if n is not None and n not in there), None)
        return "" if missing is None else f"it hangs on number {missing}, which was not taken"

    def _moved(self, kind: str, item: Span) -> Span:
        """The mention with its maker in the rule, and with the places that what it hangs on has now."""
        if kind in RULED:
            rule = f"by {self.row['made_by']}: {getattr(item, 'rule', '')}".removesuffix(": ")
            item = msgspec.structs.replace(item, rule=rule)
        own, events = self.good[kind], self.good.get("events", {})
        if isinstance(item, Event):
            relation = item.date_rel
            if relation is not None and isinstance(relation.anchor, int):
                relation = msgspec.structs.replace(relation, anchor=own[relation.anchor])
            content = own[item.content_of] if item.content_of is not None else None
            return msgspec.structs.replace(item, content_of=content, date_rel=relation)
        if isinstance(item, Quantity) and item.equals is not None:
            return msgspec.structs.replace(item, equals=own[item.equals])
        if isinstance(item, Reason) and item.event is not None:
            return msgspec.structs.replace(item, event=events[item.event])
        return item

    def _refuse(self, kind: str, number: int, reason: str) -> None:
        self.refused.append(Refused(line=self.line, id=self.id, kind=kind, number=number, reason=reason))


def wrong(item: Span, page: Annotation, words: object = None) -> str:
    """Why a mention cannot be so on a page; empty where nothing speaks against it."""
    text = page.text
    for name, span in _spans(item):
        if not 0 <= span.start < span.end <= len(text):
            return f"{name} {span.start} to {span.end} is not inside the text, which has {len(text)} characters"
        if text[span.start].isspace() or text[span.end - 1].isspace():
            return f"{name} {span.start} to {span.end} begins or ends with white space"
    if words is not None and words != text[item.start : item.end]:
        return f"its words are {text[item.start : item.end]!r}, not {words!r}"
    part = next((part.kind for part in page.parts if part.start <= item.start < part.end), "story")
    if part in NO_STORY:
        return f"it stands in a {part}"
    if isinstance(item, Quantity):
        return _wrong_number(item, text[item.start : item.end])
    return _wrong_date(item) or _wrong_words(item, text)


def _spans(item: Span) -> Iterator[tuple[str, Span]]:
    """The mention's own span and all that it names, each by its field."""
    yield "the span", item
    for name in item.__struct_fields__:
        value = getattr(item, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Span):
                yield name, each
    if isinstance(item, Event) and item.date_rel is not None and isinstance(item.date_rel.anchor, Span):
        yield "date_rel", item.date_rel.anchor
    if isinstance(item, Quote):
        for start, end, name in (
            (item.speaker_start, item.speaker_end, "speaker"),
            (item.cue_start, item.cue_end, "cue"),
        ):
            if start is not None or end is not None:
                yield name, Span(start=start or 0, end=end or 0)


def _wrong_number(item: Quantity, words: str) -> str:
    """A number that does not stand in the words of its span."""
    told = {n for found in find(words) for n in (found.value, found.low, found.high) if n is not None}
    for number in (item.value, item.low, item.high):
        if number is not None and not any(abs(number - n) <= CLOSE * max(1.0, abs(n)) for n in told):
            return f"{number:g} does not stand in {words!r}"
    if item.value is None and item.low is None and item.high is None:
        return "it has no number"
    return ""


def _wrong_date(item: Span) -> str:
    for name in ("date", "since", "edtf"):
        value = getattr(item, name, None)
        if value is not None and edtf.bounds(cast(str, value)) is None:
            return f"{name} {value!r} is no date in EDTF"
    return ""


def _wrong_words(item: Span, text: str) -> str:
    """Words that are said to be the page's and stand nowhere in it."""
    said = {StateMention: "value", Quote: "speaker"}.get(type(item))
    value = getattr(item, said, None) if said else None
    return f"{said} {value!r} does not stand in the text" if value is not None and value not in text else ""
