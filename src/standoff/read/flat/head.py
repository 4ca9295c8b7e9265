"""What stands above a flattened story: standfirst, points, byline and dateline."""

from itertools import takewhile

from standoff.read.flat.lines import Line, heads_points, past_pictures
from standoff.read.flat.signed import Signed, has_name
from standoff.read.stamped import stamp_line

_HEAD = 8  # lines before the story in which byline and dateline are looked for
_STAMP_WORDS = 9
_SIGNED = 5  # lines below the headline in which a name alone may stand that signs
_BELOW_TITLE = 4  # lines: the standfirst and what stands between it and the story
_POINT_WORDS = 5
_QUOTES = "\"”’'»)"


class Head:
    """The lines between a headline and its story, some before the one and behind the other's first."""

    def __init__(self, lines: list[Line], title: Line | None, *, day_first: bool | None) -> None:
        self.lines = lines
        self.title = title
        self.day_first = day_first
        self.signed = Signed(lines, title)

    def label(self, first: int) -> None:
        """Byline and dateline above the story, and a standfirst between the title and them."""
        top = self.title.index + 1 if self.title is not None else max(0, first - _HEAD)
        begin = max(0, min(top, first) - 3)
        for line in self.lines[begin : min(first + 2, len(self.lines))]:
            if line.kind in ("title", "caption", "credit") or (line.index >= first and line.long):
                continue
            near = self.title is not None and 0 <= line.index - top < _SIGNED
            self._label_line(line, top if near else max(top, first - _HEAD))
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
                    self._label_line(line, first)
            if near[0].kind == "furniture" and near[0].looks.credit and self.signed.is_desk(near[0]):
                near[0].kind = "byline"  # an agency between the standfirst and the day

    def _label_line(self, line: Line, top: int) -> None:
        stamped = line.looks.numeric and bool(stamp_line(line.text, day_first=self.day_first))
        if line.looks.caption and not (stamped and line.words <= _STAMP_WORDS):
            return
        if line.looks.byline:
            line.kind = "byline"
        elif line.looks.timed and not stamped and has_name(line.text) and line.index >= top:
            line.kind = "byline"  # `Jane Roe3 hours ago`
        elif stamped and not line.roles & {"comments", "after"} and not _tells(line):
            line.kind = "byline" if has_name(line.text) else "dateline"
        elif line.index >= top and not line.roles and (self.signed.is_author(line) or self.signed.is_desk(line)):
            line.kind = "byline"
        elif line.kind == "furniture" and not line.roles and _sums_up(line) and self._may_sum_up(line, top):
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


def _tells(line: Line) -> bool:
    """A sentence that holds a date rather than a date line: it ends as one and has words of its own."""
    own = [word for word in line.text.replace(",", " ").split() if word.isalpha() and word.islower()]
    return line.ends and line.text.rstrip(_QUOTES).endswith((".", "!", "?")) and len(own) >= 4


def _is_point(line: Line) -> bool:
    """A line long enough for a point of a summary, with nothing about it that is known of other lines."""
    looks = line.looks
    known = line.roles or looks.timed or looks.credit or looks.caption or looks.person or looks.glued or looks.marks
    return line.words >= _POINT_WORDS and not known and line.kind in ("story", "furniture")


def _sums_up(line: Line) -> bool:
    """A line as long as a standfirst."""
    return line.words >= 9 and line.end - line.start >= 50
