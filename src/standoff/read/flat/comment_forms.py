"""Forms of the lines that begin a comment or tell its time. Each function looks at a line and what stands next to it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from standoff.read.byline_forms import is_person
from standoff.read.dates.stamps import Stamp, find_stamps
from standoff.read.flat.lines import Line
from standoff.read.flat.openings import AGED_BUTTON, BUTTONS_AGE, CLOSES, DAY_GLUED, LONGEST, may_tell
from standoff.read.stamped import is_age, stamp_line

_WROTE = re.compile(
    r"(?P<author>\S[^:\n]{0,48}?)\s+(?:wrote|writes|says|said|commented|comments|posted|replied|replies)"
    r"(?:\s+(?:on|at)\s+(?P<when>[^\n]{6,50}?))?\s*(?P<colon>:|…|\.{3})?$"
)
_WROTE_TEXT = re.compile(r"(?P<author>\S[^:\n]{0,38}?)\s+(?:wrote|commented|posted|replied):\s+\S")
_ON_WROTE = re.compile(r"On\s+(?P<when>[^\n]{8,50}?),?\s+(?P<author>\S[^\n]{0,48}?)\s+(?:wrote|said):$")
_ON_SAID = re.compile(r"(?P<author>\S[^\n]{0,48}?)\s+(?:on|at)\s+(?P<when>[^\n]{6,50}?)\s+(?:said|says|wrote):$")
_POSTED_BY = re.compile(
    r"(?:Posted|Comment(?:ed)?|Written|Submitted)\s+by:?\s+(?P<rest>\S[^\n]{1,100})$", re.IGNORECASE
)
_PLACED_BY = re.compile(r"[Bb]y:\s+(?P<author>[^\s:][^:\n]{1,39}?)\s+[Ff]rom:\s+[^:\n]{2,40}")  # `by: Jane from: Skarn`
_OF_WORK = re.compile(r"(?P<author>[^·•|\n]{3,40}?)\s[·•]\s[^\n]{2,60}$")  # `Jane Roe · Works at Harbour`
_NUMBERED = re.compile(r"^(?:#?\d{1,4}[.):]\s*|#\d{0,4}\s+)(?=\S)")
_SEPARATOR = re.compile(r"\s*[|,•·–—@(\[\-]+\s*$|\s+(?:on|at|says?|wrote|said)\s*:?\s*$")
_AUTHOR = re.compile(r"[^\W_][\w .'’@\-]{1,38}$")
_AGE_START = re.compile(
    r"(?:(?:\ban?|(?<!\d)\d{1,3})\s*(?:sec|min|hour|hr|day|week|month|mo|year|yr)|•\s*\d)", re.IGNORECASE
)
_EDGE = " ,•|·-–—:"
_ACTION_TAIL = re.compile(
    r"[\s\-–—|•·]*(?:report as abuse|report abuse|report|reply|flag|permalink|like|share|link)\b[\s\-–—|•·\d]*",
    re.IGNORECASE,
)
_ACTION_AGE = re.compile(r"(?:like|reply|share)\b[^\n]{0,40}?\b\d{1,3}\s?[smhdwy]\b", re.IGNORECASE)
_HEAD_SPAN = 3  # lines after an author's line in which its time may stand
_GLUED_SPAN = 12  # the same where the author stands on the line of the text
_AGE_WORDS = 8
MOST_LINES = 60  # lines of one comment


@dataclass(slots=True)
class Opener:
    """A line that begins a comment, with what it tells."""

    line: int
    author: str | None
    stamp: Stamp | None
    strong: bool  # the form itself says that a comment begins
    aged: bool = False  # with a time such as `3 hours ago`
    whole: bool = False  # author and time stand on this one line


def opener_at(lines: list[Line], n: int, in_zone: bool, day_first: bool | None) -> Opener | None:
    """The opener that a line is; None where it begins no comment. Under a head of comments more forms count."""
    line = lines[n]
    text = line.text
    if len(text) <= LONGEST and (text[0].isdigit() or text[0] == "#"):
        text = _NUMBERED.sub("", text)
    if not may_tell(text):
        if not in_zone or len(text) > LONGEST:
            return None
        return _in_zone(lines, n, text, day_first)
    if (glued := _WROTE_TEXT.match(text)) and is_author(glued["author"]) and _closed(lines, n, in_zone, day_first):
        return Opener(n, clean(glued["author"]), None, strong=True)
    if len(text) > LONGEST or (line.roles and "comments" not in line.roles and not in_zone):
        return None
    for pattern in (_ON_WROTE, _ON_SAID):
        if (
            (found := pattern.match(text))
            and (stamp := _first(found["when"], day_first))
            and is_author(found["author"])
        ):
            return Opener(n, clean(found["author"]), stamp, strong=True)
    if (wrote := _WROTE.match(text)) and is_author(wrote["author"]):
        stamp = _first(wrote["when"] or "", day_first)
        nearby = stamp is not None or next_time(lines, n, _HEAD_SPAN, day_first) is not None
        strong = wrote["colon"] is not None and next_time(lines, n, MOST_LINES, day_first, aged=True) is not None
        if strong or (in_zone and (nearby or wrote["colon"] is not None)):
            return Opener(n, clean(wrote["author"]), stamp, strong)
    return _in_zone(lines, n, text, day_first) if in_zone else None


def _closed(lines: list[Line], n: int, in_zone: bool, day_first: bool | None) -> bool:
    """Whether a comment that begins with its author on the line of its text is closed by a time, outside a zone with buttons."""
    at = next_time(lines, n, _GLUED_SPAN, day_first)
    return at is not None and (in_zone or _ACTION_TAIL.search(lines[at].text) is not None)


def _in_zone(lines: list[Line], n: int, text: str, day_first: bool | None) -> Opener | None:
    line = lines[n]
    if posted := _POSTED_BY.match(text):
        return _split(n, _UNVERIFIED.sub("", posted["rest"]), day_first)
    if (placed := _PLACED_BY.fullmatch(text)) and is_author(placed["author"]):
        return Opener(n, clean(placed["author"]), None, strong=False)
    if line.looks.timed:
        return _split(n, text, day_first)
    if glued := _glued(n, text, day_first):
        return glued
    if line.roles or line.ends:
        return None
    bare = _answering(text.strip(_EDGE))
    following = next((line for line in lines[n + 1 : n + 3] if not is_beside(line)), None)
    if (
        line.words <= 6
        and is_author(bare)
        and following is not None
        and following.words <= 12
        and following.looks.timed
    ):
        if not _names_author(following.text, day_first) and not _places_author(following.text):
            return Opener(n, clean(bare), None, strong=False, aged=is_age(following.text))
        return None
    if (of_work := _OF_WORK.match(text)) and is_person(of_work["author"]):
        closes = any(_ACTION_AGE.match(o.text) for o in lines[n + 1 : n + 1 + MOST_LINES])
        return Opener(n, clean(of_work["author"]), None, strong=False, aged=True) if closes else None
    return None


def posted_by(text: str, day_first: bool | None) -> tuple[str, Stamp | None] | None:
    """Who wrote a comment and when, by a line such as `Submitted by Jane Roe (not verified) on 4 May 2015`; None for others."""
    posted = _POSTED_BY.match(text)
    found = _split(0, _UNVERIFIED.sub("", posted["rest"]), day_first) if posted else None
    return (found.author, found.stamp) if found is not None and found.author else None


_UNVERIFIED = re.compile(r"\s\((?:not verified|guest|visitor|unregistered)\)", re.IGNORECASE)


def is_beside(line: Line) -> bool:
    """Whether a line stands beside a name without being one: a badge, a dot, a count, the letter of a picture."""
    return len(line.text) == 1 or line.text.isdigit() or _NO_NAMES.fullmatch(line.text) is not None


def paired_opener(lines: list[Line], n: int, day_first: bool | None) -> Opener | None:
    """The opener that a line is which holds a name alone, with a time of day or an age alone below it."""
    line, near = lines[n], lines[n + 1 : n + 3]
    if line.roles or line.ends or line.long or not (near and (near[0].looks.timed or near[-1].looks.timed)):
        return None
    if line.looks.timed or not is_author(_answering(line.text)):
        return None
    below = next((other for other in lines[n + 1 : n + 3] if not is_beside(other)), None)
    if below is None or not below.looks.timed or below.words > _AGE_WORDS:
        return None
    found = _in_zone(lines, n, line.text, day_first)
    stamp = time_line(below, day_first)
    return found if found is not None and (found.aged or (stamp is not None and stamp.iso)) else None


def _names_author(text: str, day_first: bool | None) -> bool:
    """Whether a time line names an author too, so that the line above is none's."""
    found = _split(0, text, day_first)
    return found is not None and found.whole and text.lower().startswith(("by ", "posted", "comment"))


def _places_author(text: str) -> bool:
    """Whether a line names somebody, a place in two pieces and an age: `Jane Roe, Skarn, Norway, 2 hours ago`."""
    return text.count(",") >= 3 and is_age(text) and is_author(text.split(",")[0])


def _split(n: int, text: str, day_first: bool | None) -> Opener | None:
    """An opener that holds author and time on one line: `Jane, 6 July 2013 10:12`, `Jane • 3 hours ago`."""
    stamp = _first(text, day_first)
    cut = stamp.start if stamp else _age_start(text)
    if cut is None:
        return Opener(n, clean(text), None, strong=False) if is_author(text) else None
    author = _SEPARATOR.sub("", _WEEKDAY.sub("", _answering(text[:cut]).strip())).strip(_EDGE)
    author = re.sub(r"^(?:by|from)\s+", "", author, flags=re.IGNORECASE).split(",")[0].strip(_EDGE)
    if not author or not is_author(author):
        return None
    return Opener(n, clean(author), stamp, strong=False, aged=stamp is None, whole=True)


_WEEKDAY = re.compile(r"(?<=\s)(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[.,]*$")


def _age_start(text: str) -> int | None:
    """Where an age begins in a text: digits too many for its unit are the end of a name, as in `Gull423 days ago`."""
    found = _AGE_START.search(text)
    if found is None:
        return None
    digits, start = _DIGITS.match(found.group()), found.start()
    if digits is None or start == 0 or not text[start - 1].isalpha():
        return start
    most = _MOST_OF.get(found.group()[digits.end() :].strip().lower(), _DAYS)
    begins = range(start, start + digits.end())
    return next((n for n in begins if text[n] != "0" and int(text[n : start + digits.end()]) <= most), start)


def _answering(author: str) -> str:
    """A name without the one that it answers: `Ann Bo ▸ Carl`."""
    return _ARROW.split(author, maxsplit=1)[0].rstrip()


_ARROW = re.compile(r"[▸▶►→➜➤]")
_DIGITS = re.compile(r"\d+")
_DAYS = 31
_MOST_OF = {"sec": 59, "min": 59, "hour": 23, "hr": 23, "week": 9, "month": 23, "mo": 23}
WHOLE_WORDS = 10  # of a line that holds a name and a time


_BUTTONS = re.compile(
    r"(?:(?:Reply|Share|Report|Like|Flag|Link|Permalink|Recommend|Quote|Edit|Upvote|Downvote|Respect)\s?){2,}"
)
_BADGES = re.compile(r"(?<=[^\W_])\s*(?:Top [Ff]an|Subscriber|Moderator|Top Commenter|Verified)$")
_NO_NAMES = re.compile(
    r"(?:Show|View|Hide|See|Load|Read)\b[\w ]{0,16}\b(?:reply|replies|comments|more|less)|\d{1,4} (?:reply|replies)"
    r"|\(?[Ee]dited\)?|Top [Ff]an|Subscriber|Moderator|Top Commenter|Verified|Author|Staff"
)


def whole_opener(lines: list[Line], n: int, day_first: bool | None) -> Opener | None:
    """The opener that a line is which holds a name and then a time of day or an age, and nothing else; None for others."""
    line = lines[n]
    if line.words > WHOLE_WORDS or len(line.text) > LONGEST or line.looks.byline or line.roles:
        return None
    found = _split(n, line.text, day_first) if line.looks.timed else _glued(n, line.text, day_first)
    if found is None or not found.whole or not (found.aged or (found.stamp is not None and found.stamp.iso)):
        return None
    return None if _LABELLED.match(line.text) else found


_LABELLED = re.compile(r"(?:by|from|posted|published|updated|modified|created|last|first|date|on|at)\b", re.IGNORECASE)


def _glued(n: int, text: str, day_first: bool | None) -> Opener | None:
    """An opener of a name that has the day run together with its digits or its stop: `Gull425 May 2015 06:41`."""
    found = DAY_GLUED.match(text) if "20" in text or "19" in text else None  # its year: most lines hold none
    if found is None:
        return None
    for width in (2, 1):
        cut = found.end() - width
        if cut < found.start("digits") or text[cut] == "0" or int(text[cut : found.end()]) > _DAYS:
            continue
        stamp = _first(text[cut:], day_first)
        if stamp is not None and stamp.start == 0 and is_author(text[:cut]):
            return Opener(n, clean(text[:cut]), stamp, strong=False, whole=True)
    return None


def closing_time(lines: list[Line], n: int, day_first: bool | None) -> tuple[Stamp | None] | None:
    """The time of buttons that close a comment, `Like · Reply · 2 · 4 May 2015 19:20`: a stamp, or None for an age."""
    text = lines[n].text
    if BUTTONS_AGE.fullmatch(text) or (AGED_BUTTON.fullmatch(text) and n and is_button(lines[n - 1])):
        return (None,)
    if "·" not in text or not CLOSES.match(text):
        return None
    for piece in reversed([piece.strip() for piece in text.split("·")]):
        if stamp := _first(piece, day_first):
            return (stamp,)
        if is_age(piece) or AGED_BUTTON.fullmatch(piece):
            return (None,)
    return None


def is_button(line: Line) -> bool:
    """Whether a line is one or more buttons of a comment."""
    return "action" in line.roles or _BUTTONS.fullmatch(line.text) is not None


def closed_author(text: str) -> str | None:
    """The name of a line that begins a comment which buttons close: alone, or before what its owner does."""
    name = text.split(" · ")[0]
    if len(name) > _NAME_LENGTH or is_age(name):
        return None
    return clean(_answering(name)) if is_author(_answering(name)) else None


_NAME_LENGTH = 50


def is_author(text: str) -> bool:
    """Whether a text may be a reader's name: a few words without marks."""
    bare = text.strip()
    if _BUTTONS.fullmatch(bare) or _NO_NAMES.fullmatch(bare) or AGED_BUTTON.fullmatch(bare):
        return False
    return bool(_AUTHOR.match(bare)) and bare.count(" ") <= 4 and (is_person(bare) or bare.count(" ") <= 3)


def clean(author: str) -> str:
    """A name without what stands around it."""
    return _BADGES.sub("", " ".join(author.split()).strip(" ,:•|·"))


@lru_cache(maxsize=32)  # the same line is asked by several rules
def _first(text: str, day_first: bool | None) -> Stamp | None:
    return next(find_stamps(text, day_first=day_first), None) if text else None


def time_line(line: Line, day_first: bool | None) -> Stamp | None:
    """The stamp of a line that holds a time and buttons, and nothing else."""
    if not line.looks.timed:
        return None
    text = _ACTION_TAIL.sub(" ", line.text)
    stamps = stamp_line(text, day_first=day_first)
    return stamps[0] if stamps and len(stamps) <= 2 else None


def next_time(lines: list[Line], n: int, span: int, day_first: bool | None, *, aged: bool = False) -> int | None:
    """The next line that is a time, within so many; with `aged` also one such as `3 hours ago`."""
    for at in range(n + 1, min(len(lines), n + 1 + span)):
        if time_line(lines[at], day_first) or (aged and lines[at].words <= _AGE_WORDS and is_age(lines[at].text)):
            return at
    return None
