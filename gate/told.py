"""Of the events that a stand-off's pages tell and standoff finds, the share dated right, by how the page tells the day.

`score.py mentions` asks for finding and dating in one; here an event that was not found is no fault of its date. An
event counts as found where one of its type stands in a sentence that tells it: the sentence has words for its day, or
else two content words of what the chronology says of it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff import edtf

Row = dict[str, Any]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_VAGUE = re.compile(r"\b(?:ago|earlier|(?:last|past|this|second|third|\w+th) (?:day|week|month|year)|weekend)\b")
_DAY = re.compile(
    rf"\b(?:today|yesterday|(?:{'|'.join(_WEEKDAYS)})[a-z]*day|(?:{'|'.join(_MONTHS)})[a-z]*\.? \d{{1,2}}\b|\d{{1,2}} (?:{'|'.join(_MONTHS)}))"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_CAME_ABOUT = ("happened", "ongoing")
_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[A-Z\"“‘(])|\n")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$|\b[ap]\.m\.$")
_WORD = re.compile(r"[a-z0-9]+")
_STEM = 5  # letters by which two words count as the same
_SHARED = 2
_LONGEST = 366  # a coarse mention takes a span of days that long, as the scorer's does


def figures(folder: Path, predicted: Path) -> Iterator[tuple[str, float]]:
    """`dated_of_found.HOW` for each way in which the pages of a folder tell a day and some event was found."""
    chronology = {row["id"]: row for row in _rows(folder / "chronology.jsonl")}
    pages = {row["id"]: row for row in _rows(predicted)}
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in _rows(folder / "pages_gold.jsonl"):
        for mention in row["mentions"]:
            how = mention["how"].replace(" ", "_")
            if telling := _telling(pages[row["id"]], mention, chronology[mention["event"]]):
                found[how] += 1
                right[how] += any(_holds(mention, event) for event in telling)
    for how in sorted(found):
        yield f"dated_of_found.{how}", right[how] / found[how]


def _telling(page: Row, mention: Row, gold: Row) -> list[Row]:
    """The events of the right type in the sentences that tell a gold event; acts that are only spoken of are none."""
    codes, wanted = (gold["plover"], *gold["plover_alt"]), _stems(gold["what"])
    over = edtf.before(mention["date"], page["meta"]["published"])
    by_day, by_words = [], []
    for event in page["events"]:
        spoken_of = event["content_of"] is not None or (over and event["status"] not in _CAME_ABOUT)
        if event["type"] not in codes or spoken_of:
            continue
        sentence = _sentence(page["text"], event["start"])
        shared, days = len(wanted & _stems(sentence)), _days(sentence)
        if _names(sentence, mention) and (shared or _plain(sentence, days, mention["how"])):
            by_day.append(event)
        elif shared >= _SHARED and not days:
            by_words.append(event)
    return by_day or by_words


def _plain(sentence: str, days: set[str], how: str) -> bool:
    """Whether a sentence has words for one time alone: else a word must tell which of them is meant."""
    if how == "coarse":
        return not days and bool(_YEAR.search(sentence) or _VAGUE.search(sentence))
    return len(days) < 2


def _holds(mention: Row, event: Row) -> bool:
    """Whether an event's date lies inside the gold's, or, where that is told coarsely, holds it."""
    given, gold = event["date"], mention["date"]
    if edtf.contains(gold, given):
        return True
    return mention["how"] == "coarse" and edtf.contains(given, gold) and (edtf.length(given) or 0) <= _LONGEST


def _names(sentence: str, mention: Row) -> bool:
    """Whether a sentence has words for the day of a mention, told the way it is told."""
    low, first = sentence.casefold(), edtf.first_day(mention["date"])
    if first is None:
        return False
    weekday = any(day[:3] == _WEEKDAYS[first.weekday()] for day in _days(sentence))
    month = rf"\b{_MONTHS[first.month - 1]}"
    match mention["how"]:
        case "weekday":
            return weekday
        case "today" | "yesterday" as word:
            return word in low
        case "coarse":
            return bool(re.search(month, low) or str(first.year) in low or _VAGUE.search(low))
        case _:
            return (
                bool(re.search(rf"{month}[a-z]*\.? {first.day}\b|\b{first.day} {month}", low)) or weekday
            )  # below the printed date


def _days(sentence: str) -> set[str]:
    """The words that a sentence has for single days."""
    return set(_DAY.findall(sentence.casefold()))


def _sentence(text: str, position: int) -> str:
    """The sentence around a place of the text."""
    ends = [m for m in _END.finditer(text) if m[0] == "\n" or not _SHORT.search(text[: m.start()][-8:])]
    start = max((m.end() for m in ends if m.end() <= position), default=0)
    return text[start : min((m.start() for m in ends if m.start() > position), default=len(text))]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) > 3}


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
