"""The text of a Word document's `document.xml`: paragraphs as lines. It is read as it comes, no tree is built."""

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _TAB, _BREAK, _RETURN, _PARAGRAPH = _W + "t", _W + "tab", _W + "br", _W + "cr", _W + "p"
_PIECE = 64 * 1024  # bytes
MAX_ELEMENTS = 3_000_000


class BadDocument(Exception):
    """A document that is no XML, is nested too deeply, or has too many elements."""


class _Words:
    """Takes the words of a document while it is parsed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.said: list[str] = []
        self.inside = False
        self.elements = 0

    def start(self, tag: str, _attributes: object) -> None:
        self.elements += 1
        self.inside = tag == _TEXT
        if tag == _TAB:
            self.said.append("\t")
        elif tag in (_BREAK, _RETURN):
            self.said.append("\n")

    def data(self, text: str) -> None:
        if self.inside:
            self.said.append(text)

    def end(self, tag: str) -> None:
        self.inside = False
        if tag == _PARAGRAPH:
            self.lines.append("".join(self.said))
            self.said = []

    def close(self) -> None:
        """Nothing is left to do."""


def document_text(data: bytes) -> str:
    """The text of a document, in order; pictures, notes, headers and footers are left out.

    Raises:
        BadDocument: it cannot be parsed.
    """
    from lxml import etree

    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise BadDocument("it declares a document type, which Word never does")
    words = _Words()
    target: Any = words  # the stubs ask for methods that lxml itself does not
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
            if words.elements > MAX_ELEMENTS:
                raise BadDocument(f"it has more than {MAX_ELEMENTS:,} elements")
        parser.close()
    except etree.XMLSyntaxError as e:
        raise BadDocument(str(e)) from e
    return "\n".join(words.lines)
