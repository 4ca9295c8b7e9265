"""The page's words, cut to what a row can hold, and the value that most sources tell."""

import re
from collections.abc import Iterable, Sequence

from standoff.model import Span
from standoff.record.rows import EventMention

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BREAK = re.compile(r"[;—–]|, | - ")
LONGEST = 200
_COMMON = (
    "a about after all an and any are as at be been before but by can could day did do for from had has have he her his"
    " if in into is it its least more most must need needs no not of on one or other out over said say says she should"
    " side sides so some such than that the their them then there they this to up was were what when which who will"
    " with would year years month months week weeks monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december today tomorrow yesterday"
)
COMMON = frozenset(_COMMON.split())


def words_at(text: str, span: Span) -> str:
    """The words of a span, white space joined."""
    return _SPACE.sub(" ", text[span.start : span.end]).strip()


def cut(text: str, longest: int = LONGEST) -> str:
    """The text in one line, cut at a word with an ellipsis where it is long."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def clause(text: str) -> str:
    """The first clause of the words: what follows a comma, a dash or a semicolon is left out, unless little is before it.

    >>> clause("reopen the gate, one of the last crossings"), clause("in May, reopen the gate")
    ('reopen the gate', 'in May, reopen the gate')
    """
    line = _SPACE.sub(" ", text).strip()
    for found in _BREAK.finditer(line):
        if line[: found.start()].count(" ") >= 2:
            return line[: found.start()]
    return line


def most_told(told: Iterable[tuple[str | None, Sequence[EventMention]]]) -> str | None:
    """The value that most independent sources give; of equals the one told first, None where none is given."""
    sources: dict[str, set[str]] = {}
    for value, members in told:
        if value:
            sources.setdefault(value, set()).update(member.where.document.source for member in members)
    return max(sources, key=lambda value: len(sources[value])) if sources else None


def stems(text: str | None) -> frozenset[str]:
    """The content words of a phrase, their endings cut: two phrases that share one may speak of the same thing.

    >>> sorted(stems("Reopening of the crossings") & stems("to reopen the crossing"))
    ['cross', 'reopen']
    """
    found = _WORD.findall((text or "").lower())
    return frozenset(stem(word) for word in found if word not in COMMON and len(word) > 2)


def stem(word: str) -> str:
    """A word without its common endings."""
    for ending in ("ations", "ation", "ings", "ing", "ions", "ion", "ers", "ed", "es", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
