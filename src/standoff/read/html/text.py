"""Paragraphs with their elements -> one text with parts and blocks."""

from collections.abc import Iterable, Sequence

from standoff.model import Block, Part, PartKind, Role
from standoff.read.html.dom import Element, text_of
from standoff.read.html.paths import Paths
from standoff.read.html.story import Finder, Paragraph

_JOINED = ("story", "furniture")  # neighbours of these kinds, alike in role, time and author, are one part


class PageText:
    """One text under construction, with its parts and the elements of its paragraphs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._parts: list[Part] = []
        self._blocks: list[tuple[int, int, Element]] = []
        self._length = 0

    def add(
        self,
        kind: PartKind,
        paragraphs: Sequence[Paragraph],
        *,
        author: str | None = None,
        time: str | None = None,
        role: Role | None = None,
    ) -> None:
        """Appends paragraphs as one part, which goes on where the last one was of the same kind, role, author and time."""
        paragraphs = [p for p in paragraphs if p.text]
        if not paragraphs:
            return
        if self._pieces:
            self._append("\n\n")
        start = self._length
        between = "\n\n" if kind in _JOINED else "\n"
        for n, paragraph in enumerate(paragraphs):
            if n:
                self._append(between)
            begin = self._length
            self._append(paragraph.text)
            if paragraph.element is not None:
                self._blocks.append((begin, self._length, paragraph.element))
        last = self._parts[-1] if self._parts else None
        same = last is not None and (last.kind, last.role, last.author, last.time) == (kind, role, author, time)
        if last is not None and same and kind in _JOINED:
            self._parts[-1] = Part(start=last.start, end=self._length, kind=kind, role=role, author=author, time=time)
        else:
            self._parts.append(Part(start=start, end=self._length, kind=kind, role=role, author=author, time=time))

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its parts so far, in order."""
        return tuple(self._parts)

    def blocks(self) -> tuple[Block, ...]:
        """Where each paragraph stood, by its path in the page as parsed."""
        paths = Paths()
        return tuple(Block(start=start, end=end, path=paths.of(element)) for start, end, element in self._blocks)


def placed(texts: Iterable[str], finder: Finder) -> list[Paragraph]:
    """Texts that belong together with the elements that hold them, where they stand in the page in one piece."""
    since = finder.position
    found: list[Paragraph] = []
    for text in texts:
        element = _holder(text, finder)
        if element is None and found:
            element = _holder(text, finder, since=since)  # a time that is told last may stand first
        found.append(Paragraph(text, element))
    return found


def _holder(text: str, finder: Finder, *, since: int | None = None) -> Element | None:
    found = finder.find(text, since=since) if text else []
    if not found:
        return None
    if len(found) == 1:
        return found[0].element if found[0].text == text else None
    first, *others = [p.element for p in found]
    for node in [first, *first.iterancestors()] if first is not None else ():
        if all(other is node or node in other.iterancestors() for other in others if other is not None):
            return node if text in text_of(node) else None
    return None
