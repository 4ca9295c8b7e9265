"""When was a page published, by whom was it written, who published it: from its lines and its address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from standoff.edtf import bounds
from standoff.lexicon.publishers import agency_pattern, publisher_named, publisher_of
from standoff.model import Issue, PublishedHow
from standoff.read.lines import Line
from standoff.read.shapes import byline_names, stamp_line
from standoff.read.stamps import Stamp, date_in_address, find_stamps

_UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised|as of|corrected)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:published|posted|created|issued|released|first|publication)\b", re.IGNORECASE)
_ABOVE = 30  # lines above the story
_BELOW = 6
_PLACED = 1.3  # weight of a date that stands where pages print their own
_APART = 3  # days between a printed date and the address's beyond which the address is believed


@dataclass(frozen=True, slots=True)
class Published:
    """When a page was published, as it says itself or as it was told."""

    day: str | None = None
    how: PublishedHow | None = None
    time: str | None = None
    issues: tuple[Issue, ...] = ()


def given(day: str) -> Published | None:
    """The date given from outside; None where it is no date."""
    day = day.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d[T ].*", day):
        day = day[:10]
    try:
        return Published(day, "given") if bounds(day) else None
    except ValueError:
        return None


def published_on(lines: Sequence[Line], *, url: str | None, day_first: bool | None) -> Published:
    """The stated date of a flattened page: printed above or below the story, in its dateline, or in the address."""
    found = list(_candidates(lines, day_first))
    address = date_in_address(url) if url else None
    best = max(found, key=lambda c: c[0], default=None)
    if best is None:
        if address:
            return Published(address, "stated")
        wired = _wire_date(lines)
        return Published(wired.day, "stated", wired.iso) if wired else Published()
    stamp = best[1]
    if (
        address
        and len(address) == 10
        and best[0] < 3
        and (best[0] < _PLACED or _days_apart(stamp.day, address) > _APART)
    ):
        return Published(address, "stated")
    issues: tuple[Issue, ...] = ()
    if stamp.doubtful:
        message = f"the page's date could also be read with day and month swapped ({stamp.day}): give `published` if it should"
        issues = (Issue(code="date-ambiguous", message=message),)
    return Published(stamp.day, "stated", stamp.iso, issues)


def _candidates(lines: Sequence[Line], day_first: bool | None) -> Iterator[tuple[float, Stamp]]:
    """Printed stamps that may be the page's, with how likely that is."""
    story = [line.index for line in lines if line.kind == "story"]
    first, last = (story[0], story[-1]) if story else (len(lines), len(lines))
    for line in lines:
        if line.kind in ("story", "title", "caption", "comment", "credit"):
            continue
        if not (first - _ABOVE <= line.index <= first + 3 or last < line.index <= last + _BELOW):
            continue
        stamps = stamp_line(line.text, day_first=day_first) or _labelled(line.text, day_first)
        for n, stamp in enumerate(stamps):
            yield _weight(line, stamp, n, stamps, first, last), stamp


def _labelled(text: str, day_first: bool | None) -> list[Stamp]:
    """Stamps of a longer line that says `published` before them."""
    if len(text) > 300 or not _FIRST.search(text) or "©" in text:
        return []
    return list(find_stamps(text, day_first=day_first))


def _weight(line: Line, stamp: Stamp, n: int, stamps: list[Stamp], first: int, last: int) -> float:
    before = line.text[stamps[n - 1].end if n else 0 : stamp.start]
    weight = 1.0
    if _UPDATED.search(before) and not re.search(r"first", before, re.IGNORECASE):
        weight -= 1.5
    elif _FIRST.search(before) or _FIRST.match(line.text):
        weight += 2.0
    if line.kind in ("dateline", "byline"):
        weight += 1.5
    if stamp.clock:
        weight += 0.3
    weight -= 0.3 * n
    distance = first - line.index if line.index <= first else line.index - last + 3
    return weight - 0.04 * max(0, distance)


def _wire_date(lines: Sequence[Line]) -> Stamp | None:
    """A full date in the dateline that opens the story: `SEOUL, July 6, 2013 (AP) -`."""
    story = next((line for line in lines if line.kind == "story"), None)
    if story is None:
        return None
    head = story.text[:90]
    found = re.search(r"\s[-–—]+\s|\)\s*[-–—:]|—", head)
    return next(find_stamps(head[: found.start() + 1]), None) if found else None


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


_ROLES = re.compile(
    r"\b(?:reporters?|editors?|correspondents?|staff|writers?|news|political|senior|chief|bureau|special|associated|press|"
    r"contributors?|columnists?|producer|desk|team|guest|in|at|of|for|the|published|updated|and agencies|agencies)\b.*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|&|\+|\band\b|\bwith\b|\s[-–—]\s)\s*")
_HANDLE = re.compile(r"\S*@\S+|https?://\S+|\([^)]*\)")
_GLUED_TIME = re.compile(r"(?<=[a-z])(?=\d)|\s+\d.*$|\s*\b(?:published|updated|posted)\b.*$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Ý][\w'’.\-]*(?:\s+[\w'’.\-]+){1,4}$")


def author_names(byline: str) -> tuple[str, ...]:
    """The persons that a byline names, in order.

    >>> author_names("By Jane Roe and John Q. Doe, Staff Writers")
    ('Jane Roe', 'John Q. Doe')
    """
    text = byline_names(byline) or byline
    stamps = list(find_stamps(text))
    if stamps:
        text = text[: stamps[0].start] if stamps[0].start > 3 else text[stamps[-1].end :]
    text = _HANDLE.sub(" ", text)
    found: list[str] = []
    for piece in _SPLIT.split(text[:200]):
        name = " ".join(_GLUED_TIME.sub("|", piece).split("|")[0].split()).strip(" .,:-–—|")
        name = re.sub(r"^(?:by|from)\s+", "", name, flags=re.IGNORECASE)
        if not name or publisher_named(name) or _ROLES.match(name) or not _NAME.match(name):
            continue
        name = name.title() if name.isupper() else name
        if name not in found:
            found.append(name)
    return tuple(found)


_OWNER = re.compile(
    r"(?:agree to|accept|read)\s+(?:our|the)?\s*(?P<a>(?:[A-Z][\w&'’.]*\s?){1,4}?)(?:['’]s)?\s+(?:Privacy|Terms|Cookie)"
    r"|(?:represent|reflect)\s+(?:the\s+(?:views|opinions)\s+)?(?:those\s+)?of\s+(?P<b>(?:[A-Z][\w&'’]*\s?){1,4})(?:\.|,|$|\sor\b)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\([cC]\)\s*)?(?:\d{4}(?:\s*[-–—]\s*\d{4})?)?[\s,.]*(?P<name>(?:the\s)?[A-Z][\w&'’.\-]*(?:\s+(?:of|the|and|&|[A-Z][\w&'’.\-]*)){0,5})"
)


def publisher_from(lines: Sequence[Line], url: str | None) -> str | None:
    """Who published a flattened page: by its address, what its notices say, or else the agency of its dateline."""
    if entry := publisher_of(url):
        return entry.names[0]
    return next(_owners(lines), None) or wire_agency(lines)


def _owners(lines: Sequence[Line]) -> Iterator[str]:
    """Whom the page's notices name as its owner: first those of privacy and opinion, then copyright from the end."""
    for line in lines:
        if line.kind == "furniture" and len(line.text) < 900 and (found := _OWNER.search(line.text)):
            yield from filter(None, (_publisher_name(found["a"] or found["b"]),))
    for line in reversed(lines):
        if line.kind == "furniture" and len(line.text) < 400 and (found := _COPYRIGHT.search(line.text)):
            yield from filter(None, (_publisher_name(found["name"]),))


def wire_agency(lines: Sequence[Line]) -> str | None:
    """The agency that the story's first paragraph credits."""
    story = next((line for line in lines if line.kind == "story"), None)
    if story is None:
        return None
    found = re.search(rf"\((?P<a>{agency_pattern()})\)", story.text[:90])
    entry = publisher_named(found["a"]) if found else None
    return entry.names[0] if entry else None


_NO_NAME = frozenset(
    [
        "all",
        "our",
        "the",
        "this",
        "terms",
        "privacy",
        "copyright",
        "rights",
        "policy",
        "site",
        "website",
        "cookie",
        "cookies",
        "google",
    ]
)


def _publisher_name(raw: str | None) -> str | None:
    name = " ".join((raw or "").split()).strip(" .,")
    for tail in (" All", " Inc", " Ltd", " LLC", " Limited", " The", " Media LLC", " Pty"):
        name = name.removesuffix(tail)
    name = name.removesuffix("'s").removesuffix("’s").strip(" .,")
    if not name or name.lower() in _NO_NAME or name.isdigit() or name.split()[0].lower() in _NO_NAME - {"the"}:
        return None
    entry = publisher_named(name)
    return entry.names[0] if entry else name
