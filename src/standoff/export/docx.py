"""The memo as a DOCX with real footnotes: the few parts of Office Open XML (ECMA-376) that it needs."""

import re
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from lxml import etree

from standoff.export.memo import Line, Memo, Note, memo
from standoff.hostile import visible, web_link
from standoff.record import Record
from standoff.tell.naming import say_date

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: the same memo gives the same bytes."""

Element = etree._Element
_SPACES = re.compile(r"\s+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RESERVED = 2
"""Word keeps the first two footnotes for its separators."""

_STYLES = (
    ("Normal", "Normal", 22, False),
    ("Title", "Title", 40, True),
    ("Heading1", "heading 1", 28, True),
    ("FootnoteText", "footnote text", 18, False),
)


def write_docx(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the memo: headings, a bullet a sentence, a footnote a source."""
    told = memo(record, at)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _document(told),
        "word/_rels/document.xml.rels": _relations([("styles", "styles.xml"), ("footnotes", "footnotes.xml")]),
        "word/styles.xml": _styles(),
        "word/footnotes.xml": _footnotes(told.notes),
    }
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in parts.items():
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), data, zipfile.ZIP_DEFLATED)


def _w(name: str, *inner: Element, text: str | None = None, **attributes: str) -> Element:
    """An element of the document's own vocabulary with its attributes."""
    made = etree.Element(f"{{{_W}}}{name}", nsmap={"w": _W})
    for key, value in attributes.items():
        made.set(f"{{{_W}}}{key}", value)
    made.text = text
    made.extend(inner)
    return made


def _document(told: Memo) -> Element:
    body = _w("body", _paragraph(told.title, "Title"))
    if told.as_of:
        body.append(_paragraph(f"As known from pages up to {say_date(told.as_of)}."))
    for section in told.sections:
        body.append(_paragraph(section.heading, "Heading1"))
        body.extend(_item(line) for line in section.lines)
    body.append(_w("sectPr", _w("pgSz", w="11906", h="16838")))
    return _w("document", body)


def _paragraph(text: str, style: str = "Normal") -> Element:
    return _w("p", _w("pPr", _w("pStyle", val=style)), _run(text))


def _run(text: str) -> Element:
    words = _w("t", text=visible(_SPACES.sub(" ", text)))
    words.set(_SPACE, "preserve")
    return _w("r", words)


def _item(line: Line) -> Element:
    marks = (_mark(_w("footnoteReference", id=str(n + _RESERVED - 1))) for n in line.notes)
    more = [_run(f" (and {line.further} more)")] if line.further else []
    look = _w("pPr", _w("ind", left="360", hanging="360"))
    return _w("p", look, _run("•"), _w("r", _w("tab")), _run(line.text), *marks, *more)


def _mark(inner: Element) -> Element:
    return _w("r", _w("rPr", _w("vertAlign", val="superscript")), inner)


def _footnotes(notes: Iterable[Note]) -> Element:
    root = _w("footnotes")
    for id, kind in enumerate(("separator", "continuationSeparator")):
        root.append(_w("footnote", _w("p", _w("r", _w(kind))), type=kind, id=str(id)))
    for id, note in enumerate(notes, _RESERVED):
        look = _w("pPr", _w("pStyle", val="FootnoteText"))
        said = _w("p", look, _mark(_w("footnoteRef")), _run(" "), _run(_note(note)))
        root.append(_w("footnote", said, id=str(id)))
    return root


def _note(note: Note) -> str:
    document = note.document
    named = [document.publisher or document.id, f"“{document.title}”" if document.title else ""]
    named.append(say_date(document.published) if document.published else "")
    return f"{', '.join(part for part in named if part)}: “{note.quote}” {web_link(document.url) or ''}".strip()


def _styles() -> Element:
    root = _w("styles")
    for id, name, size, bold in _STYLES:
        look = _w("rPr", *([_w("b")] if bold else ()), _w("sz", val=str(size)))
        default = {"default": "1"} if id == "Normal" else {}
        space = _w("pPr", _w("spacing", after="120"))
        root.append(_w("style", _w("name", val=name), space, look, type="paragraph", styleId=id, **default))
    return root


def _relations(targets: Iterable[tuple[str, str]]) -> Element:
    root = _plain("relationships", "Relationships")
    for n, (kind, target) in enumerate(targets, 1):
        root.append(_plain("relationships", "Relationship", Id=f"r{n}", Type=f"{_OFFICE}/{kind}", Target=target))
    return root


def _content_types() -> Element:
    root = _plain("content-types", "Types")
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    for ending, kind in (("rels", relations), ("xml", "application/xml")):
        root.append(_plain("content-types", "Default", Extension=ending, ContentType=kind))
    for name, kind in (("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes")):
        named = {"PartName": f"/word/{name}.xml", "ContentType": f"{_TYPE}.{kind}+xml"}
        root.append(_plain("content-types", "Override", **named))
    return root


def _plain(vocabulary: str, name: str, **attributes: str) -> Element:
    """An element of the package around the document."""
    space = f"{_PACKAGE}/{vocabulary}"
    made = etree.Element(f"{{{space}}}{name}", nsmap={None: space})  # type: ignore[dict-item]  # lxml takes None for the default namespace; its stubs do not know
    for key, value in attributes.items():
        made.set(key, value)
    return made
