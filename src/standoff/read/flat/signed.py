"""Whether a line of a flattened page signs it: an author's name, the agency or the desk that wrote."""

import re

from standoff.lexicon.given_names import pronoun_of_name
from standoff.lexicon.publishers import credits_nobody, publisher_named
from standoff.read.byline_forms import is_office, is_person, without_role
from standoff.read.flat.lines import Line
from standoff.read.shapes import caption_end_credit

_DESK_WORDS = 6
_OF_PICTURES = re.compile(r"photo|image|pictures|getty|shutterstock|alamy", re.IGNORECASE)


class Signed:
    """The lines around a headline, asked for who signs."""

    def __init__(self, lines: list[Line], title: Line | None) -> None:
        self.lines = lines
        self.title = title

    def is_author(self, line: Line) -> bool:
        """Whether a person's name stands alone on a line beside a day, above an office, or between headline and story."""
        name = without_role(line.text.strip(" |•·"))
        return (
            not (self._is_beside_picture(line) or line.looks.credit)
            and _is_name(name)
            and (self._beside_stamp(line) or self._signs(line, name) or self._is_above_office(line))
        )

    def _is_above_office(self, line: Line) -> bool:
        """Whether what somebody does for the paper stands alone right below a line: `Skarn correspondent`."""
        below = self.lines[line.index + 1 : line.index + 2]
        return bool(below) and is_office(below[0].text)

    def _is_beside_picture(self, line: Line) -> bool:
        """Whether what tells of a picture stands right above a line and does not name whose it is, or its owner right below."""
        above = self.lines[max(0, line.index - 1)]
        owned = any(other.looks.credit for other in self.lines[line.index + 1 : line.index + 2])
        return owned or above.looks.dated or (above.looks.caption and caption_end_credit(above.text) is None)

    def _signs(self, line: Line, name: str) -> bool:
        """Whether a person's name, by its given name, stands alone between the headline and the story."""
        placed = self.title is not None and self.title.index < line.index and not line.long
        return placed and pronoun_of_name(name.split()[0]) is not None

    def is_desk(self, line: Line) -> bool:
        """Whether a line below the headline or the byline is the agency or the desk that wrote, and owns no picture."""
        above = self.lines[max(0, line.index - 2) : line.index]
        if above and above[-1].role == "standfirst" and any(o.looks.timed for o in self.lines[line.index + 1 :][:1]):
            above = above[:-1]  # between the standfirst and the day
        before = next(
            (other for other in reversed(above) if other.kind in ("title", "byline") or not other.roles), None
        )
        if before is None or before.kind not in ("title", "byline") or line.ends:
            return False
        text = line.text.removeprefix("From ").removeprefix("from ")
        named = text[0].isupper() or publisher_named(text) is not None
        if line.words > _DESK_WORDS or not named or _OF_PICTURES.search(text) or not credits_nobody(text):
            return False
        below = self.lines[line.index + 1 : line.index + 3]
        return before.kind == "byline" or any(other.looks.timed or other.long for other in below)

    def _beside_stamp(self, line: Line) -> bool:
        near = self.lines[max(0, line.index - 2) : line.index + 3]
        return any(o.looks.timed for o in near if o is not line)


_PLACED = re.compile(r"(?P<who>[^,.:;]{3,50}?) in [A-Z][^.:;]{2,40}$")


def _is_name(text: str) -> bool:
    """A person's name, also with the place it writes from or the outlet: `Jane Roe in Skarn and agencies`."""
    placed = _PLACED.match(text) if len(text) < 90 else None
    who, _, outlet = text.partition(", ")
    return is_person(placed["who"] if placed else who if publisher_named(outlet) else text)


_NAMED = re.compile(
    r"\b(?:By|by|BY)\s+[A-Z]|^[A-Z][a-z]+ (?:[A-Z]\. ?|(?:(?:[A-Z][a-z]+|de|van|von|der|den|al|bin|da|di) ){0,3})[A-Z][a-zA-Z'’\-]+"
    r"(?: and [A-Z][a-z]+ [A-Z][a-z]+)?(?:\d|\s?[|,•·/])"
    r"|\bago(?:\s?\d\d?:\d\d)? [A-Z][a-z]+ [A-Z][a-zA-Z'’\-]+$"
)
_TIMES = re.compile(
    r"(?:Published|Updated|Posted|Last|First|Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?"
    r"|Sun(?:day)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)


def has_name(text: str) -> bool:
    """Whether a stamped line also names an author."""
    return _NAMED.search(text) is not None and not (_TIMES.match(text) and " by " not in text.lower())
