"""The pages of a record as references: CSL-JSON (Zotero, Pandoc) and RIS (EndNote, Mendeley)."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from standoff import edtf
from standoff.hostile import visible, web_link
from standoff.lexicon.publishers import credits_nobody
from standoff.model import Meta
from standoff.record import Record
from standoff.record.rows import Document


def write_csl(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes a CSL-JSON array, an item a page, by date."""
    items = [_csl(document, record.annotation(document.key).meta) for document in record.documents(at)]
    sink.write(msgspec.json.format(msgspec.json.encode(items), indent=2) + b"\n")


def write_ris(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes RIS, an entry a page, by date."""
    for document in record.documents(at):
        lines = _ris(document, record.annotation(document.key).meta)
        sink.write("".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines).encode("utf-8") + b"\r\n")


def _csl(document: Document, meta: Meta) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": document.key[:12],
        "type": "article-newspaper",
        "title": document.title or document.id,
        "container-title": document.publisher,
        "author": [_name(author) for author in meta.authors],
        "issued": _issued(document.published),
        "URL": web_link(document.url),
        "language": meta.language,
        "section": meta.section,
    }
    return {key: value for key, value in told.items() if value}


def _name(author: str) -> dict[str, str]:
    """A name by its parts; what is no name of a person, such as an agency, stays whole.

    >>> _name("Ada Berg"), _name("Associated Press")
    ({'given': 'Ada', 'family': 'Berg'}, {'literal': 'Associated Press'})
    """
    given, _, family = author.rpartition(" ")
    if not given or credits_nobody(author):
        return {"literal": author}
    return {"given": given, "family": family}


def _issued(published: str | None) -> dict[str, Any] | None:
    """The date as CSL has it: one or two lists of year, month and day as far as known.

    >>> _issued("2013-04"), _issued("2013-08-01/2013-08-13")
    ({'date-parts': [[2013, 4]]}, {'date-parts': [[2013, 8, 1], [2013, 8, 13]]})
    """
    limits = edtf.bounds(published)
    if published is None or limits is None:
        return None
    kept = {"year": 1, "season": 1, "month": 2}.get(edtf.precision(published) or "", 3)
    ends = limits if edtf.precision(published) == "interval" else limits[:1]
    parts = [[day.year, day.month, day.day][:kept] for day in ends]
    return {"date-parts": parts, **({"circa": True} if published[-1] in "~?%" else {})}


def _ris(document: Document, meta: Meta) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "TI", document.title or document.id
    for author in meta.authors:
        name = _name(author)
        yield "AU", name.get("literal") or f"{name['family']}, {name['given']}"
    if document.publisher:
        yield "T2", document.publisher
    if (day := edtf.first_day(document.published)) is not None and document.published:
        fine = edtf.precision(document.published)
        yield "PY", f"{day.year:04}"
        yield "DA", f"{day:%Y/%m/%d}/" if fine == "day" else f"{day:%Y/%m}//" if fine == "month" else f"{day:%Y}///"
    if address := web_link(document.url):
        yield "UR", address
    if meta.language:
        yield "LA", meta.language
    yield "ID", document.key[:12]
    yield "ER", ""


def _line(value: str) -> str:
    return visible(" ".join(value.split()))
