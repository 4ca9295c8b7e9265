"""The time that opens a clause, by its place: the parser often gives `Last April Ann Lee put her name to it` another tree."""

import re
from collections.abc import Sequence

import msgspec

from standoff import edtf
from standoff.extract.binding import Bound, is_dated
from standoff.extract.tense import tense_of
from standoff.lexicon.calendar import ENTRY
from standoff.lexicon.clauses import clause_words
from standoff.model import Time
from standoff.parse import FINITE, Parsed, Token

_BEFORE = frozenset(
    ("after", "around", "as", "at", "before", "by", "dawn", "early", "effective", "in", "just", "late", "midnight", "noon", "of", "on", "only", "shortly", "that", "the")
)  # fmt: skip
_LINKS = frozenset((",", ";", ":", "-", "–", "—", "but", "then", "and", "“", '"'))
_MAIN = frozenset(("ROOT", "ccomp", "conj", "parataxis"))
_OPENING = 5  # words before the time that open the clause with it
_DAY = 10  # characters
_FEWEST = 3  # paragraphs that begin with a day and go on without a mark
_NEXT = 5  # characters between the days that head a line
_BULLET = 4  # characters before the date that heads a line
_COLON = re.compile(r"\s?[:|]\s|\s[–—-]\s(?=[A-Z“\"'‘])")
_CAPITAL = re.compile(r"\s(?=[A-Z“\"'‘])")
_TO = re.compile(r"\s?[–—-]\s?|\sto\s")
_BULLETS = frozenset("•·▪◦*")
_REACH = 40  # tokens from the time to its verb


def fronted(bounds: Sequence[Bound]) -> dict[int, Bound]:
    """The times that open a clause of one sentence, by the number of the clause's verb; a day before what is coarser."""
    found: dict[int, Bound] = {}
    for bound in bounds:
        if bound.time.relation != "on" or not is_dated(bound) or not _opens(bound):
            continue
        verb = _verb(bound)
        if verb is not None and (verb.i not in found or _is_finer(bound, found[verb.i])):
            found[verb.i] = bound
    return found


def labels(parsed: Parsed, times: Sequence[Time]) -> dict[int, Time]:
    """The dates that head a paragraph, by its number: `Oct. 14: The minister flies in`, `May 3 – The gate is shut`, `• 3/5 Talks fail`.

    Without a mark only where several paragraphs begin so: `May 3 The gate is shut`.
    """
    found: dict[int, Time] = {}
    unmarked: dict[int, Time] = {}
    last = -1
    starts = {}
    for sentence in parsed.sentences:
        if sentence.paragraph != last:
            starts[sentence.paragraph] = sentence.start
        last = sentence.paragraph
    for time in times:
        sentence_here = parsed.sentence_at(time.start)
        if time.edtf is None or time.type != "DATE" or sentence_here is None or sentence_here.paragraph in found:
            continue
        start = starts[sentence_here.paragraph]
        head = ENTRY.match(parsed.page.text, start)
        if head is not None and time.end <= head.end():
            found[sentence_here.paragraph] = _to_last(parsed.page.text, time, times, head.end())
            continue
        before = parsed.page.text[start : time.start]
        if len(before) > _BULLET or any(map(str.isalnum, before)):
            continue
        follows = _CAPITAL.match(parsed.page.text, time.end) is not None
        if _COLON.match(parsed.page.text, time.end) or (follows and any(mark in _BULLETS for mark in before)):
            found[sentence_here.paragraph] = time
        elif follows and len(time.edtf) == _DAY:
            unmarked[sentence_here.paragraph] = time
    return {**unmarked, **found} if len(unmarked) >= _FEWEST else found


def in_head(time: Time, label: Time) -> bool:
    """Whether a time is one of the days that head a line: `14 and 15 February | Police clear the gate`."""
    return time.type == "DATE" and (time.start == label.start or label.end < time.start <= label.end + _NEXT)


def _to_last(text: str, first: Time, times: Sequence[Time], end: int) -> Time:
    """The first of the days that head a line, with all days up to the last where a dash joins the two: `30 June – 1 July: strike`."""
    second = next((t for t in times if first.end <= t.start and t.end <= end and t.type == "DATE"), None)
    if second is None or _TO.fullmatch(text, first.end, second.start) is None:
        return first
    days = first.edtf or "", second.edtf or ""
    return (
        msgspec.structs.replace(first, edtf="/".join(days))
        if all(map(edtf.is_day, days)) and days[0] < days[1]
        else first
    )


def _is_finer(bound: Bound, other: Bound) -> bool:
    return len(bound.time.edtf or "") == 10 and len(other.time.edtf or "") != 10


def _opens(bound: Bound) -> bool:
    """Whether the time stands first in its sentence, or after a comma and `and`."""
    tokens = bound.token.sentence.tokens
    first = next((t.i for t in tokens if t.end > bound.time.start), 0)
    k = first - 1
    while k >= 0 and first - k <= _OPENING and tokens[k].lower in _BEFORE:
        k -= 1
    if k < 0:
        return True
    if tokens[k].text == "," and k == 1 and tokens[0].lower in clause_words("connecting"):
        return True  # `However, in the small hours of Sunday ...`
    if tokens[k].lower in ("and", "but") and k and tokens[k - 1].lower in (",", ";"):
        return True
    return all(t.lower in _LINKS or not t.text.isalnum() for t in tokens[: k + 1])


def _verb(bound: Bound) -> Token | None:
    """The first finite verb after the time that heads no side clause."""
    tokens = bound.token.sentence.tokens
    start = next((t.i for t in tokens if t.start >= bound.time.end), len(tokens))
    if start < len(tokens) and tokens[start].lower in ("after", "before", "following", "when"):
        return None  # `A day after they met ...`, `On Monday, when ...` has its own way
    for token in tokens[start : start + _REACH]:
        if token.lower in (";", ":"):
            return None
        verb = token.head if token.dep in ("aux", "auxpass") and token.head is not None else token
        if token.tag in FINITE and verb.is_verb and verb.dep in _MAIN:
            return verb if tense_of(verb) in ("past", "past_perfect", "present_perfect", "present", "future") else None
    return None
