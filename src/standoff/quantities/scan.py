"""Plain text as figures, words and marks, in one linear pass."""

import re
from dataclasses import dataclass
from typing import Literal

# Every repetition that could be tried again is bounded: a row of a million digits and commas stays linear.
_FIGURE = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,8}(?![0-9])(?:\.[0-9]{1,15}(?![0-9]))?"
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3}(?![0-9])(?:\.[0-9]{1,15}(?![0-9]))?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,8},[0-9]{1,4}(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,8}(?![0-9.])"
    r"|[0-9]{1,3}(?:['’][0-9]{3}){1,8}(?![0-9])(?:\.[0-9]{1,15}(?![0-9]))?"
    r"|[0-9]{1,3}(?:[\u00a0\u202f][0-9]{3}){1,8}(?![0-9])(?:\.[0-9]{1,15}(?![0-9]))?"
    r"|[0-9]{1,3}(?: [0-9]{3}){2,8}(?![0-9])(?:\.[0-9]{1,15}(?![0-9]))?"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,8}[.,][0-9]{1,2}(?![0-9]|[.,][0-9])"
    r"|[0-9]{1,3} 000(?![0-9])"
    r"|[0-9]{1,15}\.[0-9]{1,15}(?![0-9])"
    r"|[0-9]{1,3} , 000(?![0-9])"  # text that was split into tokens
    r"|[0-9]{1,3} \. [0-9]{1,4}(?= ?(?:%|percent|per cent|million|billion|trillion))"
    r"|(?<![0-9],)[0-9]{1,15},[0-9]{1,2}(?![0-9]|,[0-9])"
    r"|[0-9]+"
    r"|(?<![0-9.\w])\.[0-9]{1,15}(?![0-9])"
)
_WORD = r"[ap]\.\s?m\b\.?|(?:[A-Z]\.){2,4}|(?:[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[²³])+(?:['’][^\W\d_]+)*"
_TOKEN = re.compile(rf"(?P<word>{_WORD})|(?P<figure>(?=[0-9.])(?:{_FIGURE}))|(?P<mark>\S)")
_GAP_BREAK = re.compile(r"\n\s*\n|\r\n\s*\r\n")

_NARROW = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    0xFF0C: ",",
    0xFF0E: ".",
    0xFF05: "%",
    0xFFE5: "¥",
    0xFF04: "$",
}
"""Figures and signs as wide as an ideograph, each with the plain one."""
_WIDE = re.compile(f"[{''.join(map(chr, _NARROW))}]")

Kind = Literal["figure", "word", "mark"]
_KINDS: dict[str | None, Kind] = {"figure": "figure", "word": "word", "mark": "mark"}


@dataclass(slots=True, eq=False)
class Word:
    """A figure, a word or a mark with its place. `glued`: nothing stands before it; `fresh`: a paragraph or line begins."""

    kind: Kind
    text: str
    lower: str
    start: int
    end: int
    glued: bool
    fresh: bool


def scan(text: str, start: int, end: int) -> list[Word]:
    """The tokens of a stretch of text; their offsets count in the whole text."""
    found: list[Word] = []
    last = start
    if _WIDE.search(text, start, end):
        text = text.translate(_NARROW)
    for match in _TOKEN.finditer(text, start, end):
        kind: Kind = _KINDS[match.lastgroup]
        words = match[0]
        begin, stop = match.span()
        gap = text[last:begin]
        fresh = not found or ("\n" in gap and (_GAP_BREAK.search(gap) is not None or not words[0].islower()))
        lower = words.lower().replace("’", "'")
        if "." in lower and kind == "word":
            lower = lower.replace(".", "").replace(" ", "")
        found.append(Word(kind, words, lower, begin, stop, bool(found) and not gap, fresh))
        last = stop
    return found
