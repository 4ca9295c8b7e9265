"""Flattened text -> kinds of lines: title, byline, dateline, story, caption, credit, comment, furniture.

First the comments, which look like story; then the story; then what stands before it and inside it.
"""

from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Part
from standoff.read.byline_forms import is_office
from standoff.read.dates.stamps import habit
from standoff.read.flat.cards import card_lines
from standoff.read.flat.chronologies import below_days, chronology
from standoff.read.flat.comment_lines import Comment
from standoff.read.flat.comment_places import comment_zone
from standoff.read.flat.comments import find_comments
from standoff.read.flat.entries import find_entries
from standoff.read.flat.head import Head
from standoff.read.flat.headline import address_words, find_title
from standoff.read.flat.inside import label_inside, label_tail
from standoff.read.flat.lines import Line, split_lines
from standoff.read.flat.pictures import caption_parts, label_pictures, picture_top
from standoff.read.flat.posts import hour_heads, posts
from standoff.read.flat.sequence import Segmenter
from standoff.read.flat.story import find_story

_ABOVE = 6  # lines above a story without a title in which its pictures stand
_JOINED = ("story", "furniture")
_NOTICE_HEAD = 3  # words
_WALLED = 200  # words; a story with a paywall notice that holds fewer is taken for the beginning of one
_ENOUGH = 3  # paragraphs


class Flat:
    """A flattened page taken apart: its lines with their kinds, and its comments."""

    def __init__(self, text: str, *, url: str | None = None, model: Segmenter | None = None) -> None:
        self.text = text
        self.url = url
        self.model = model
        self.lines = split_lines(text, address_words(url))
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
        head = Head(self.lines, self.title, day_first=self.day_first)
        head.label(first)
        if inside:
            label_inside(self.lines[first : last + 1])
            label_tail(self.lines[last + 1 :])
        rows = chronology(self.lines, first, last) if last >= 0 else []
        for line in [*rows, *posts(self.lines, first, last)] if last >= 0 else []:
            line.kind = "story" if line.kind in ("furniture", "dateline") else line.kind
        for line in (*below_days(self.lines, first, last), *hour_heads(self.lines, first, last)):
            line.kind = "story"
        self._label_pictures(first, last)
        begins = next((line.index for line in inside if line.kind == "story"), first)
        if begins > first:  # its first lines were captions
            head.label(begins)
        self._label_comments()
        self._label_notices()
        self.entries = find_entries(self.lines, first, last, self.day_first, rows) if last >= 0 else []
        self._label_entries()
        self._label_cards(first, last)
        self.story = [line for line in self.lines if line.kind == "story"]

    def _label_pictures(self, first: int, last: int) -> None:
        """Captions and credits."""
        top = self.title.index + 1 if self.title is not None and self.title.index < first else max(0, first - _ABOVE)
        label_pictures(self.lines, picture_top(self.lines, top), first, last, self.url)

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
        return "paywall" in [line.role for line in self.lines]

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
