"""GDELT 2.0: its 61 columns of events and 16 of mentions, tab-separated and without a header, for tools that read it.

Columns as the GDELT Event Database codebook 2.0 has them. What GDELT tells and standoff does not (tone, ethnic and
religious codes, coordinates) stays empty; so does SQLDATE where no page tells the day, since the column has no precision.
"""

from pathlib import Path
from typing import BinaryIO

from standoff import edtf
from standoff.actor_ids import taken_apart
from standoff.export.cited import Pages
from standoff.hostile import inert_cell, visible, web_link
from standoff.lexicon.actors import countries
from standoff.record import Record
from standoff.tell.naming import label_of
from standoff.tell.parties import Sides, find_sides
from standoff.tell.rows import Source, TimelineRow
from standoff.tell.timeline import timeline

EVENTS, MENTIONS = 61, 16
"""How many columns there are."""
_WEB = "1"
"""The code of mentions from the open web."""


def write_gdelt(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the events that happened."""
    sides = find_sides(record.subject(), record.events(at))
    for row in _rows(record, at):
        sink.write(_line(_event(row, sides), EVENTS))


def write_gdelt_folder(record: Record, folder: Path, at: str | None = None) -> None:
    """Writes `events.export.CSV` and `mentions.CSV`.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "events.export.CSV").open("wb") as sink:
        write_gdelt(record, sink, at)
    documents = record.documents(at)
    pages = Pages(documents)
    lengths = {d.key: len(record.annotation(d.key).text) for d in documents}
    with (folder / "mentions.CSV").open("wb") as sink:
        for row in _rows(record, at):
            for source in row.sources:
                sink.write(_line(_mention(row, source, lengths[pages.of(source).key]), MENTIONS))


def _rows(record: Record, at: str | None) -> list[TimelineRow]:
    return [row for row in timeline(record, at=at) if row.status in ("happened", "ongoing")]


def _event(row: TimelineRow, sides: Sides) -> list[str]:
    joint = row.actors == row.recipients and len(row.actors) > 1
    doers, others = (row.actors[:1], row.actors[1:2]) if joint else (row.actors[:1], row.recipients[:1])
    day, month, year = _calendar(row.date)
    publishers = {source.publisher or source.document for source in row.sources}
    pages = {source.page for source in row.sources}
    return [
        *(_number(row.id), day, month, year, ""),
        *_actor(doers, sides),
        *_actor(others, sides),
        *("1", row.cameo, row.cameo[:3], row.cameo[:2], str(row.quad), f"{row.cameo_goldstein:g}"),
        *(str(len(row.sources)), str(len(publishers)), str(len(pages)), ""),
        *[""] * 24,  # the places of the two and of the act
        _added(row.sources),
        next((address for source in row.sources if (address := web_link(source.url))), ""),
    ]


def _mention(row: TimelineRow, source: Source, length: int) -> list[str]:
    day = _calendar(row.date)[0]
    published = _calendar(source.published)[0]
    return [
        *(_number(row.id), f"{day}000000" if day else "", f"{published}000000" if published else "", _WEB),
        *(source.publisher or "", web_link(source.url) or source.document, "", "", "", str(source.start)),
        *("1", str(round(row.confidence * 100)), str(length), "", "", ""),
    ]


def _actor(actors: tuple[str, ...], sides: Sides) -> list[str]:
    """Code, name, country, known group, ethnic group, two religions, three types."""
    if not actors:
        return [""] * 10
    code, sector = taken_apart(actors[0])
    named = actors[0].startswith("NAMED:")
    country = code if code in countries() else ""
    group = sector if code in ("IGO", "NGO") else ""
    kind = code if code in ("IGO", "NGO") else "" if named else sector
    return [
        "" if named else f"{country}{kind}{group}",
        label_of(actors[0], sides),
        country,
        group,
        "",
        "",
        "",
        kind,
        "",
        "",
    ]


def _calendar(told: str | None) -> tuple[str, str, str]:
    """Day, month and year, each empty where it is not told."""
    limits = edtf.bounds(told)
    if limits is None:
        return "", "", ""
    first, last = limits
    year = f"{first:%Y}" if first.year == last.year else ""
    month = f"{first:%Y%m}" if year and first.month == last.month else ""
    return (f"{first:%Y%m%d}" if first == last else ""), month, year


def _added(sources: tuple[Source, ...]) -> str:
    """The day on which the first page that tells of it was published."""
    days = sorted(day for s in sources if (day := _calendar(s.published)[0]))
    return f"{days[0]}000000" if days else ""


def _number(id: str) -> str:
    return str(int("".join(c for c in id if c in "0123456789abcdef") or "0", 16))


def _line(cells: list[str], columns: int) -> bytes:
    assert len(cells) == columns
    clean = (inert_cell(visible(" ".join(cell.split()))) for cell in cells)
    return ("\t".join(clean) + "\n").encode("utf-8")
