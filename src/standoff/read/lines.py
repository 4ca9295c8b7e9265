"""The lines of a flattened page, with what their looks tell."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from standoff.lexicon.furniture import Role, furniture
from standoff.model import PartKind

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_ENDS = re.compile(r"[.!?…。！？:;][\"”’'»)\]]*$|[.!?,][\"”’']{1,2}$")
_GLUED = re.compile(r"[a-z\u00df-\u00ff)][A-Z\u00c0-\u00de]")
_MARKS = re.compile(r"[|›»>•·/→←▸►]| - ")
_INNER_STOP = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]?[A-Z0-9]")
FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "into",
        "is",
        "it",
        "its",
        "not",
        "of",
        "on",
        "or",
        "said",
        "she",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "was",
        "we",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "i",
        "my",
        "after",
        "over",
        "than",
        "there",
        "when",
    ]
)
LONG = 2000  # characters beyond which a line's words are no longer counted one by one


@dataclass(slots=True, eq=False)
class Line:
    """A line without outer white space: its place, its looks, and what the rules make of it."""

    index: int
    start: int
    end: int
    text: str
    blank_before: bool
    words: int
    function_words: int
    capitals: int
    ends: bool
    glued: int
    marks: int
    inner_stops: int
    wide: int  # characters of scripts that write a word in one or two of them
    roles: frozenset[Role] = frozenset()
    repeats: int = 1
    score: float = 0.0
    kind: PartKind = "furniture"
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def long(self) -> bool:
        """As long as a paragraph."""
        return self.end - self.start >= 80


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space; lines wrapped at a width are put together."""
    spans = _join_wrapped(text, list(_spans(text)))
    lines = [_line(text, n, *span) for n, span in enumerate(spans)]
    seen: dict[str, int] = {}
    for line in lines:
        key = line.text.casefold()
        seen[key] = seen.get(key, 0) + 1
    for line in lines:
        line.repeats = seen[line.text.casefold()]
    return lines


def _spans(text: str) -> "list[tuple[int, int, bool]]":
    """Start, end and whether a blank line (or the beginning) stands before, of each line that holds something."""
    spans: list[tuple[int, int, bool]] = []
    last = None
    for found in _LINE.finditer(text):
        raw = found.group()
        bare = raw.strip()
        if not bare:
            continue
        start = found.start() + raw.index(bare[0])
        end = start + len(bare)
        blank = last is None or text.count("\n", last, start) > 1 or text.count("\r", last, start) > 1
        spans.append((start, end, blank and not _only_crlf(text, last, start)))
        last = end
    return spans


def _only_crlf(text: str, last: int | None, start: int) -> bool:
    return last is not None and "\r\n" in text[last:start] and text.count("\n", last, start) < 2


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDTH = range(45, 101)


def _join_wrapped(text: str, spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Lines of a text that was wrapped at a fixed width, as paragraphs; other texts as they stand."""
    inner = [end - start for (start, end, _), (_, _, blank) in pairwise(spans) if not blank]
    long_enough = [n for n in inner if n >= _WIDTH.start]
    wrapped = (
        len(inner) >= 6
        and len(long_enough) >= 0.7 * len(inner)
        and max(end - start for start, end, _ in spans) < _WIDTH.stop
        and any(blank for _, _, blank in spans[1:])
        and sum(text[s].islower() for s, _, blank in spans if not blank) >= 0.3 * len(inner)
    )
    if not wrapped:
        return spans
    joined: list[tuple[int, int, bool]] = []
    for start, end, blank in spans:
        if joined and not blank:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, blank))
    return joined


def _line(text: str, index: int, start: int, end: int, blank: bool) -> Line:
    words_text = text[start : min(end, start + LONG)]
    line_text = text[start:end]
    words = _WORD.findall(words_text)
    tail = line_text[-12:]
    return Line(
        index=index,
        start=start,
        end=end,
        text=line_text,
        blank_before=blank,
        words=len(words),
        function_words=sum(w.lower() in FUNCTION_WORDS for w in words),
        capitals=sum(w[0].isupper() for w in words),
        ends=_ENDS.search(tail) is not None,
        glued=len(_GLUED.findall(words_text)),
        marks=len(_MARKS.findall(words_text)),
        inner_stops=len(_INNER_STOP.findall(words_text)),
        wide=2 * len(_WIDE.findall(words_text)) if not words_text.isascii() else 0,
        roles=furniture().roles(words_text),
    )
