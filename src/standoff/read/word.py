"""The text of a Word document's `document.xml`: paragraphs as lines, parted by blank lines."""

from collections.abc import Iterator
from io import BytesIO

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _TAB, _BREAK, _PARAGRAPH, _DELETED = _W + "t", _W + "tab", _W + "br", _W + "p", _W + "delText"


class BadDocument(Exception):
    """A document that is no XML, or is nested too deeply."""


def document_text(data: bytes) -> str:
    """The text of a document, in order; pictures, notes, headers and footers are left out.

    Raises:
        BadDocument: it cannot be parsed.
    """
    return "\n".join(_paragraphs(data))


def _paragraphs(data: bytes) -> Iterator[str]:
    from lxml import etree

    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise BadDocument("it declares a document type, which Word never does")
    said: list[str] = []
    events = etree.iterparse(
        BytesIO(data), events=("end",), tag=(_TEXT, _TAB, _BREAK, _PARAGRAPH), resolve_entities=False, no_network=True,
        huge_tree=False, load_dtd=False,
    )  # fmt: skip
    try:
        for _, element in events:
            if element.tag == _PARAGRAPH:
                yield "".join(said)
                said = []
                element.clear()
            else:
                said.append((element.text or "") if element.tag == _TEXT else "\t" if element.tag == _TAB else "\n")
    except etree.XMLSyntaxError as e:
        raise BadDocument(str(e)) from e
