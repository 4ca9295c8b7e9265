"""Flattened text -> kinds of lines: title, byline, dateline, story, caption, credit, comment, furniture.

First the comments, which look like story; then the story; then what stands before it and inside it.
"""

import re
from itertools import takewhile

from standoff.lexicon.given_names import pronoun_of_name
from standoff.lexicon.publishers import credits_nobody, publisher_named
from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Part
from standoff.read.byline_forms import is_author_note, is_office, is_person, without_role
from standoff.read.dates.stamps import habit
from standoff.read.flat.cards import card_lines
from standoff.read.flat.chronologies import chronology
from standoff.read.flat.comments import Comment, comment_zone, find_comments
from standoff.read.flat.entries import find_entries
from standoff.read.flat.headline import find_title
from standoff.read.flat.lines import Line, heads_points, past_pictures, split_lines
from standoff.read.flat.pictures import caption_parts, label_pictures, picture_top
from standoff.read.flat.posts import posts
from standoff.read.flat.sequence import Segmenter
from standoff.read.flat.story import find_story
from standoff.read.shapes import caption_end_credit
from standoff.read.stamped import stamp_line

_HEAD = 8  # lines before the story in which byline and dateline are looked for
_TAIL = 3
_ABOVE = 6  # lines above a story without a title in which its pictures stand
_STAMP_WORDS = 9
_SIGNED = 5  # lines below the headline in which a name alone may stand that signs
_BELOW_TITLE = 4  # lines: the standfirst and what stands between it and the story
_JOINED = ("story", "furniture")
_NOTICE_HEAD = 3  # words
_WALLED = 200  # words; a story with a paywall notice that holds fewer is taken for the beginning of one
_SHOUTED = 6  # words
_HEADED = 4  # words
_SAID = frozenset('.!”"’')
_DESK_WORDS = 6
_ENOUGH = 3  # paragraphs
_POINT_WORDS = 5
_QUOTES = "\"”’'»)"
_OF_PICTURES = re.compile(r"photo|image|pictures|getty|shutterstock|alamy", re.IGNORECASE)


class Flat:
    """A flattened page taken apart: its lines with their kinds, and its comments."""

    def __init__(self, text: str, *, url: str | None = None, model: Segmenter | None = None) -> None:
        self.text = text
        self.url = url
        self.model = model
        self.lines = split_lines(text)
        self.day_first = reads_day_first(url)
        if self.day_first is None:
            self.day_first = habit(line.text for line in self.lines)
        self.comments: list[Comment] = find_comments(self.lines, day_first=self.day_first)
        self.title: Line | None = None
        self.story: list[Line] = []
        self._label()

    def _label(self) -> None:
        zone = comment_zone(self.lines, self.comments)
        outside = self.lines if zone is None else [*self.lines[: zone[0]], *self.lines[zone[1] :]]
        inside = find_story(outside, self.url, self.model)
        inside = _above_comments(self._whole_sentences(inside), zone)
        for line in inside:
            line.kind = "story"
        first = inside[0].index if inside else len(self.lines)
        last = inside[-1].index if inside else -1
        self.title = find_title(self.lines, first, self.url)
        if self.title is not None:
            self.title.kind = "title"
            if self.title.index >= first:
                for line in self.lines[first : self.title.index]:
                    line.kind = "furniture"
            self._label_title_again(inside)
        self._label_head(first)
        self._label_inside(first, last)
        self._label_tail(last)
        listed = [*chronology(self.lines, first, last), *posts(self.lines, first, last)] if last >= 0 else []
        for line in listed:
            line.kind = "story" if line.kind == "furniture" else line.kind
        self._label_pictures(inside, first, last)
        self._label_comments()
        self._label_notices()
        self.entries = find_entries(self.lines, first, last, self.day_first) if last >= 0 else []
        self._label_entries()
        self._label_cards(first, last)
        self.story = [line for line in self.lines if line.kind == "story"]

    def _label_pictures(self, inside: list[Line], first: int, last: int) -> None:
        """Captions and credits, and the head of a story whose first lines were captions."""
        top = self.title.index + 1 if self.title is not None and self.title.index < first else max(0, first - _ABOVE)
        label_pictures(self.lines, picture_top(self.lines, top), first, last, self.url)
        begins = next((line.index for line in inside if line.kind == "story"), first)
        if begins > first:
            self._label_head(begins)

    def _label_title_again(self, inside: list[Line]) -> None:
        """The headline printed once more inside the story, which is no sentence of it."""
        for line in inside:
            if self.title is not None and line is not self.title and not line.ends and line.text == self.title.text:
                line.kind = "furniture"

    def _whole_sentences(self, inside: list[Line]) -> list[Line]:
        """The story with the lines before it on which its first sentence begins."""
        while inside and inside[0].index and inside[0].text[0].islower() and not inside[0].blank_before:
            before = self.lines[inside[0].index - 1]
            if before.ends or before.roles or before.looks.timed:
                break
            inside = [before, *inside]
        return inside

    def _label_head(self, first: int) -> None:
        """Byline and dateline above the story, and a standfirst between the title and them."""
        top = self.title.index + 1 if self.title is not None else max(0, first - _HEAD)
        begin = max(0, min(top, first) - 3)
        for line in self.lines[begin : min(first + 2, len(self.lines))]:
            if line.kind in ("title", "caption", "credit") or (line.index >= first and line.long):
                continue
            near = self.title is not None and 0 <= line.index - top < _SIGNED
            self._label_head_line(line, top if near else max(top, first - _HEAD))
        self._label_summary(first)
        if self.title is not None and self.title.index == first - 1 and first < len(self.lines):
            self._label_below_standfirst(first)

    def _label_summary(self, first: int) -> None:
        """The points of a story told in several lines between its headline and its byline."""
        if self.title is None or self.title.index >= first:
            return
        near = self.lines[self.title.index + 1 : self.title.index + 1 + _HEAD]
        below = [line for line in near if line.index <= first]
        headed = next((n for n, line in enumerate(near) if heads_points(line)), None)
        if headed is not None:
            for line in takewhile(lambda line: line.index <= first or not line.ends, near[headed + 1 :]):
                if not _is_point(line):
                    break
                line.kind, line.role = "story", "standfirst"
            above = near[headed - 1]
            if headed and above.index == first and not above.long:
                above.kind = "caption"  # alone between the byline and the points
            return
        signed = next((n for n, line in enumerate(below) if line.kind == "byline"), 0)
        points = [line for line in below[:signed] if _is_point(line)]
        if len(points) > 1 and len(points) == signed:
            for line in points:
                line.kind, line.role = "story", "standfirst"

    def _label_below_standfirst(self, first: int) -> None:
        """A story's first line is its standfirst where a byline stands between it and the next; the date is below that."""
        lead, *near = self.lines[first : first + _HEAD]
        below = [*takewhile(lambda line: not line.long, past_pictures(near))][: _BELOW_TITLE - 1]
        if lead.kind == "story" and any(line.looks.timed or line.looks.byline for line in below):
            lead.role = "standfirst"
            for line in below:
                if line.kind == "furniture":
                    self._label_head_line(line, first)
            if near[0].kind == "furniture" and near[0].looks.credit and self._is_desk(near[0]):
                near[0].kind = "byline"  # an agency between the standfirst and the day

    def _label_head_line(self, line: Line, top: int) -> None:
        stamped = line.looks.numeric and bool(stamp_line(line.text, day_first=self.day_first))
        if line.looks.caption and not (stamped and line.words <= _STAMP_WORDS):
            return
        if line.looks.byline:
            line.kind = "byline"
        elif line.looks.timed and not stamped and _has_name(line.text) and line.index >= top:
            line.kind = "byline"  # `Jane Roe3 hours ago`
        elif stamped and not line.roles & {"comments", "after"} and not _tells(line):
            line.kind = "byline" if _has_name(line.text) else "dateline"
        elif line.index >= top and not line.roles and (self._is_author(line) or self._is_desk(line)):
            line.kind = "byline"
        elif line.kind == "furniture" and not line.roles and _standfirst(line) and self._may_sum_up(line, top):
            line.kind = "story"
            line.role = "standfirst" if self._is_below_title(line) else None

    def _may_sum_up(self, line: Line, top: int) -> bool:
        """Whether a line stands near the story, or right between the headline and the byline or the day."""
        if line.index >= top:
            return True
        if not self._is_below_title(line):
            return False
        below = self.lines[line.index + 1 : line.index + 1 + _HEAD]
        if below and below[0].looks.credit:
            return False  # a caption
        near = (*below[:2], *past_pictures(below)[:2])
        return any(other.looks.timed or other.looks.byline for other in near)

    def _is_below_title(self, line: Line) -> bool:
        return self.title is not None and self.title.index == line.index - 1

    def _is_author(self, line: Line) -> bool:
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

    def _is_desk(self, line: Line) -> bool:
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

    def _label_inside(self, first: int, last: int) -> None:
        """Lines inside the story that are not of it."""
        for line in self.lines[first : last + 1] if last >= 0 else []:
            if line.looks.reporting:
                line.kind = "credit"
            elif line.kind != "story" and not (line.kind == "furniture" and line.looks.dated and line.ends):
                continue
            elif (
                line.roles
                or line.looks.counter
                or line.text.isdigit()
                or line.looks.glued >= line.words
                or _shouts(line)
                or _is_link(line)
            ):
                line.kind = "furniture"
            elif not line.long and line.looks.timed:
                signed = _has_name(line.text) or line.looks.byline
                posted = line.text[0] in "—–" or "(@" in line.text  # `— Jane Roe (@roe) May 3, 2016` signs a post
                shown = line.looks.dated and not posted
                line.kind = "byline" if signed else "caption" if shown else "furniture"
            elif line.looks.byline and line.words <= 8:
                line.kind = "byline"
        told = [line for line in self.lines[first : last + 1] if line.kind == "story"] if last >= 0 else []
        for line in told[-_TAIL:] if len(told) > _TAIL else []:
            if is_author_note(line.text):
                line.kind = "furniture"

    def _label_tail(self, last: int) -> None:
        """Credits for reporting that stand below the story."""
        for line in self.lines[last + 1 : last + 1 + _TAIL] if last >= 0 else []:
            if line.looks.reporting:
                line.kind = "credit"

    def _label_comments(self) -> None:
        for comment in self.comments:
            for line in self.lines[comment.first : comment.last + 1]:
                line.kind = "comment"
        zone = comment_zone(self.lines, self.comments)
        if zone is not None:
            for line in self.lines[zone[0] : zone[1]]:
                line.kind = line.kind if line.kind == "comment" else "furniture"

    def _label_notices(self) -> None:
        """Corrections, update notes and, where hardly any story stands above them, paywall notices: no story, and named so."""
        told = [line for line in self.lines if line.kind == "story"]
        few = sum(line.words for line in told) < _WALLED
        headed = -1  # the line below the word `Correction`
        for line in self.lines:
            line.role = line.role if line.kind == "story" else None
            notice = line.looks.notice or ("correction" if line.index == headed else None)
            if notice == "correction" and line.words <= _NOTICE_HEAD and told and line.index > told[0].index:
                headed = line.index + 1
            if notice is None or line.kind in ("comment", "title") or (notice == "paywall" and not few):
                continue
            line.kind, line.role = "furniture", notice

    def _label_entries(self) -> None:
        """Of each entry its headline and its paragraphs."""
        for entry in self.entries:
            for line in self.lines[entry.first : entry.last + 1]:
                if line.index == entry.title and line is not self.title:
                    line.kind = "title"
                if line.kind in ("title", "story") and line is not self.title:
                    line.role = "entry"

    def _label_cards(self, first: int, last: int) -> None:
        """Headlines of other stories inside the story, and the sentences that tell of them."""
        if self.entries or last < 0:
            return
        for line in card_lines(self.lines, first, last):
            line.kind = "furniture"

    def _time_of(self, line: Line) -> str | None:
        """The time of the entry that a line is of."""
        found = (entry.time for entry in self.entries if entry.first <= line.index <= entry.last)
        return next(found, None) if line.role == "entry" else None

    @property
    def bylines(self) -> list[str]:
        """The lines that name who wrote the page, those aside that tell what the one above does for the paper."""
        lines = self.lines
        return [
            line.text
            for line in lines
            if line.kind == "byline"
            if not (line.index and lines[line.index - 1].kind == "byline" and is_office(line.text))
        ]

    @property
    def walled(self) -> bool:
        """Whether a paywall cuts the story off."""
        return any(line.role == "paywall" for line in self.lines)

    def parts(self) -> tuple[Part, ...]:
        """The parts in order: neighbouring story lines are one, as are neighbouring lines of furniture."""
        parts: list[Part] = []
        opening = {c.first: c for c in self.comments}
        inside = {n for c in self.comments for n in range(c.first, c.last + 1)}
        joined: list[Line] = []  # neighbours that make one part
        for line in self.lines:
            if joined and line.index not in inside and line.kind == joined[0].kind and line.role == joined[0].role:
                joined.append(line)
                continue
            if line.index in inside and line.index not in opening:
                continue
            if joined:
                parts.append(_joined(joined, self._time_of(joined[0])))
                joined = []
            if comment := opening.get(line.index):
                end = self.lines[comment.last].end
                parts.append(Part(start=line.start, end=end, kind="comment", author=comment.author, time=comment.time))
            elif line.kind in _JOINED:
                joined = [line]
            elif line.kind == "caption":
                parts.extend(caption_parts(line))
            else:
                parts.append(_joined([line], self._time_of(line)))
        if joined:
            parts.append(_joined(joined, self._time_of(joined[0])))
        return tuple(parts)


def _joined(lines: list[Line], time: str | None) -> Part:
    """One part of neighbouring lines of a kind."""
    return Part(start=lines[0].start, end=lines[-1].end, kind=lines[0].kind, role=lines[0].role, time=time)


def _above_comments(story: list[Line], zone: tuple[int, int] | None) -> list[Line]:
    """A story without what stands below its comments, where it has paragraphs enough above them."""
    above = [line for line in story if zone is not None and line.index < zone[0]]
    return above if sum(line.ends for line in above) >= _ENOUGH else story


def _shouts(line: Line) -> bool:
    """A link to another story in a line of capitals, longer than heads inside stories are."""
    return line.words >= _SHOUTED and line.text.isupper() and not line.text.endswith((".", "!", ":", "”", '"'))


_DAY_AND_TIME = re.compile(
    r"(?:\b(?:19|20)\d\d|\d[./]\d\d?[./]\d\d),? (?:at )?\d\d?:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: ?[•|·] ?[\d.,]{1,9} views)?$"
)


def _is_link(line: Line) -> bool:
    """A headline with the day and time of its story behind it, or in square brackets: a link to that story."""
    bracketed = line.text[0] == "[" and line.text[-1] == "]" and line.text[:-1].rstrip()[-1:] not in _SAID
    timed = not line.ends and line.looks.numeric and _DAY_AND_TIME.search(line.text[-60:]) is not None
    return timed or (bracketed and line.words >= _HEADED)


def _tells(line: Line) -> bool:
    """A sentence that holds a date rather than a date line: it ends as one and has words of its own."""
    own = [word for word in line.text.replace(",", " ").split() if word.isalpha() and word.islower()]
    return line.ends and line.text.rstrip(_QUOTES).endswith((".", "!", "?")) and len(own) >= 4


_PLACED = re.compile(r"(?P<who>[^,.:;]{3,50}?) in [A-Z][^.:;]{2,40}$")


def _is_name(text: str) -> bool:
    """A person's name, also with the place it writes from or the outlet: `Jane Roe in Skarn and agencies`."""
    placed = _PLACED.match(text) if len(text) < 90 else None
    who, _, outlet = text.partition(", ")
    return is_person(placed["who"] if placed else who if publisher_named(outlet) else text)


def _is_point(line: Line) -> bool:
    """A line long enough for a point of a summary, with nothing about it that is known of other lines."""
    looks = line.looks
    known = line.roles or looks.timed or looks.credit or looks.caption or looks.person or looks.glued or looks.marks
    return line.words >= _POINT_WORDS and not known and line.kind in ("story", "furniture")


def _standfirst(line: Line) -> bool:
    return line.words >= 9 and line.end - line.start >= 50


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


def _has_name(text: str) -> bool:
    """Whether a stamped line also names an author."""
    return _NAMED.search(text) is not None and not (_TIMES.match(text) and " by " not in text.lower())
