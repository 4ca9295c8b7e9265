"""Numbers that are times and no amounts: clock times, days with their months, years."""

from standoff.lexicon.calendar import CUT_MONTH_WORDS, MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.quantities.counted import is_plural
from standoff.quantities.lookup import DASHES, is_glued, text_at
from standoff.quantities.scan import Word

_MONTHS = MONTH_WORDS | CUT_MONTH_WORDS


def clock(words: list[Word], i: int) -> int:
    """Past a clock time: `6:30`, `10.45pm`, `11 a.m.`, `1430 GMT`, `6 o'clock`."""
    if (
        text_at(words, i + 1) == ":"
        and is_glued(words, i + 1)
        and is_glued(words, i + 2)
        and words[i + 2].kind == "figure"
    ):
        at = i + 3
        while at + 1 < len(words) and words[at].text == ":" and words[at].glued and words[at + 1].kind == "figure":
            at += 2
        return at + (text_at(words, at) in sum_words("clock"))
    if text_at(words, i + 1) in sum_words("clock"):
        return i + 2
    if text_at(words, i + 1) in ("-", "–", "to", "or", "and") and text_at(words, i + 3) in sum_words("clock"):
        return i + 4 if words[i + 2].kind == "figure" else i
    return i


def date(words: list[Word], i: int) -> int:
    """Past a day: `July 4, 2013`, `14-16 August`, `6 or 7 July`, `5/17/2018`."""
    before = i - 2 if text_at(words, i - 1) == "." and is_glued(words, i - 1) else i - 1
    if text_at(words, before) in _MONTHS and words[before].text[0].isupper():
        return _past_date(words, i + 1) if is_day(words[i]) or _is_year(words[i]) else i
    if not is_day(words[i]):
        return i
    after = i + 1
    bare = after >= len(words) or words[after].kind == "mark" or words[after].lower in ("to", "and", "or", "at")
    if bare and text_at(words, i - 1) in WEEKDAY_WORDS and words[i - 1].text[0].isupper() and not words[i].fresh:
        return after  # `from Monday 13 to Friday 17 June`
    if (
        text_at(words, after) in (*DASHES, "to", "and", "or", ",")
        and after + 1 < len(words)
        and is_day(words[after + 1])
    ):
        after += 2
    if text_at(words, after) == "of":
        after += 1
    if text_at(words, after) in _MONTHS and words[after].text[0].isupper():
        return _past_date(words, after + 1)
    return i


def _past_date(words: list[Word], i: int) -> int:
    """Past the rest of a date: a second day, a full stop after the month, the year."""
    if text_at(words, i) == "." and is_glued(words, i):
        i += 1
    if text_at(words, i) in (*DASHES, "to", "and", "or") and i + 1 < len(words) and is_day(words[i + 1]):
        close = is_glued(words, i + 1) or (i + 2 < len(words) and words[i + 2].kind == "mark") or i + 2 >= len(words)
        if close:
            i += 2
    at = i + (text_at(words, i) == ",")
    if at < len(words) and _is_year(words[at]):
        return at + 1
    return i


def is_day(word: Word) -> bool:
    """Whether a figure may be a day of a month."""
    return word.kind == "figure" and word.text.isdigit() and len(word.text) <= 2 and 1 <= int(word.text) <= 31


def years(words: list[Word], i: int) -> int:
    """Past years: `2013`, `1950-53`, `2013/14`; a year before `people` or with `about` is a count."""
    if not _is_year(words[i]):
        return i
    if text_at(words, i + 1) in (*DASHES, "/") and i + 2 < len(words):
        after = words[i + 2]
        if (
            after.kind == "figure"
            and after.glued == words[i + 1].glued
            and (_is_year(after) or (len(after.text) == 2 and after.text.isdigit()))
        ):
            return i + 3
    value = int(words[i].text)
    if not sum_words("born").isdisjoint(word.lower for word in words[max(0, i - 4) : i]) and not words[i].fresh:
        return i + 1  # `born about 1802`
    follows = text_at(words, i + 1)
    if follows in numbers().scales or follows in ("%", "percent", "per"):
        return i
    if value < 1900:
        dated = value >= 1500 and text_at(words, i - 1) in sum_words("year_before") and follows not in numbers().plurals
        return i + 1 if dated and text_at(words, i - 1) in ("in", "since", "by", "until", "during") else i
    common = i + 1 < len(words) and words[i + 1].text.islower() and not words[i + 1].glued
    if common and (
        (follows,) in units().words or follows.rstrip("s") in units().people or follows in numbers().plurals
    ):
        return i
    before = text_at(words, i - 1)
    if common and before in ("about", "around", "some", "nearly", "over", "almost") and is_plural(words[i + 1]):
        return i
    if follows in ("level", "levels"):
        return i + 1  # `below 2010 levels`
    if (before,) in numbers().hedges and before not in ("over", "around", "about", "within", "before", "under", "by"):
        return i
    if before in ("to", "than") and i >= 2 and words[i - 2].kind == "figure":
        return i + 1 if _is_year(words[i - 2]) and not (common and is_plural(words[i + 1])) else i
    return i + 1


def _is_year(word: Word) -> bool:
    """Whether a figure may be a year."""
    return word.kind == "figure" and len(word.text) == 4 and word.text.isdigit() and 1000 <= int(word.text) <= 2100
