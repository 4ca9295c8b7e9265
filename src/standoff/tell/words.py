"""The page's words, cut to what a row can hold, and the value that most sources tell."""

import re
from collections.abc import Iterable, Sequence

from standoff.lexicon.calendar import MONTHS, WEEKDAYS
from standoff.lexicon.stems import stems as content_stems
from standoff.model import Span
from standoff.record.rows import EventMention

_SPACE = re.compile(r"\s+")
_SAYING = re.compile(
    r"(?:promis|pledg|vow|offer|threaten)(?:e|es|s|ed|ing)?\s+(?:to\s+)?(?=\w)"
    r"|(?:ask|call|appeal|press|push)(?:s|ed|ing)?\s+for\s+(?=\w)|demand(?:s|ed|ing)?\s+(?:that\s+)?(?=\w)"
    r"|(?:offer|proposal)\s[^,;.]{0,100}?\b(?:provid\w+ for|includ\w+|call\w+ for|contain\w+|would give)\s+(?=\w)"
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'/-]{2,40}(?:,\s[^()–—-]{2,30})?\s?(?:\([^()]{2,30}\)\s?)?[–—-]{1,2}\s")
_BREAK = re.compile(r"[;—–]|, (?!\w+,? (?:and|or) \w)| - ")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,120}[\"”]")
LONGEST = 200
TO_DO = (" to ", " would ", " will ")
TIMES = content_stems(
    f"{' '.join(WEEKDAYS)} {' '.join(MONTHS)}"
    " today tomorrow yesterday years months weeks days said says least other sides"
)


def words_at(text: str, span: Span) -> str:
    """The words of a span, white space joined."""
    return _SPACE.sub(" ", text[span.start : span.end]).strip()


def cut(text: str, longest: int = LONGEST) -> str:
    """The text in one line, without half a pair of quotation marks, cut at a word with an ellipsis where it is long."""
    line = _SPACE.sub(" ", text).strip()
    if line.count("“") != line.count("”"):
        line = line.replace("“", "").replace("”", "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    line = line.strip()
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def clause(text: str) -> str:
    """The first clause of the words: what follows a comma, a dash or a semicolon is left out, unless little is before it.

    A comma within a quotation, or between words in a row, ends no clause.

    >>> clause("reopen the gate, one of the last crossings"), clause("in May, reopen the gate")
    ('reopen the gate', 'in May, reopen the gate')
    >>> clause("tabled what it termed a fair, full and generous package, on Monday")
    'tabled what it termed a fair, full and generous package'
    """
    line = _SPACE.sub(" ", text).strip(" ,;:-–—")
    if (dateline := _DATELINE.match(line)) is not None:
        line = line[dateline.end() :]
    quoted = [mark.span() for mark in _QUOTED.finditer(line)]
    for found in _BREAK.finditer(line):
        inside = any(start < found.start() < end for start, end in quoted)
        if not inside and line[: found.start()].count(" ") >= 2:
            line = line[: found.start()]
            break
    return line.removesuffix(" and").removesuffix(" or").rstrip(" ,;:-–—")


def from_trigger(member: EventMention) -> str:
    """The sentence from the word for the act on: of a trigger that begins with a verb of saying, what follows that."""
    sentence, start = member.where.quote, member.event.start - member.where.start
    if not 0 <= start < len(sentence):
        return sentence
    trigger = sentence[start : member.event.end - member.where.start]
    if " be " in trigger or " been " in trigger:  # a passive: what is to be done stands before it
        return sentence
    if trigger.count(" ") > 2:
        after = next((at + len(word) for word in TO_DO if (at := trigger.find(word)) >= 0), None)
        start += after if after is not None else trigger.rstrip().rfind(" ") + 1
    said = _SAYING.match(sentence, start)
    return sentence[said.end() if said else start :]


def most_told(told: Iterable[tuple[str | None, Sequence[EventMention]]]) -> str | None:
    """The value that most independent sources give; of equals the one told first, None where none is given."""
    sources: dict[str, set[str]] = {}
    for value, members in told:
        if value:
            sources.setdefault(value, set()).update(member.where.document.source for member in members)
    return max(sources, key=lambda value: len(sources[value])) if sources else None


def stems(text: str | None) -> frozenset[str]:
    """The stems of a phrase's content words, names of days and months aside: what shares one may be the same thing.

    >>> sorted(stems("Reopening of the crossings in April") & stems("to reopen the crossing by April"))
    ['cross', 'reopen']
    """
    return content_stems(text) - TIMES
