"""When was a page published, by whom was it written, who published it: from its lines and its address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from standoff.edtf import bounds
from standoff.lexicon.publishers import agency_pattern, archived_on, publisher_named, publisher_of
from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Issue, PublishedHow
from standoff.read.authors import author_names
from standoff.read.dates.addresses import date_in_address
from standoff.read.dates.ages import read_age
from standoff.read.dates.calendars import other_calendar, refusal
from standoff.read.dates.stamps import Stamp, find_stamps
from standoff.read.flat.lines import Line
from standoff.read.stamped import stamp_line

_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|as of|printed|retrieved|accessed|corrected|aktualisiert|actualizado|mis à jour|aggiornato|uppdaterad|oppdatert|atualizado)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:published|posted|created|issued|released|first|publication|veröffentlicht|publiziert|publicado|publié|pubblicato|publicerad|publisert)",
    re.IGNORECASE,
)
_ABOVE = 30  # lines above the story
_BELOW = 6
_INSIDE = 14  # lines below the story's first, where a page's head may stand in its midst
_PLACED = 1.3  # weight of a date that stands where pages print their own
_UNLABELLED = 1.3  # weight of a stamp that no word and no place tells to be the page's
_OF_LINKS = 0.6  # of such a stamp below the story, where links have theirs
_APART = 3  # days between a printed date and the address's beyond which the address is believed


__all__ = [
    "Published",
    "author_names",
    "given",
    "line_stamps",
    "published_on",
    "publisher_from",
    "resolved",
    "wire_agency",
]


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


def published_on(
    lines: Sequence[Line],
    *,
    url: str | None,
    day_first: bool | None,
    language: str | None = None,
    captured: str | None = None,
) -> Published:
    """The stated date of a flattened page: printed above or below the story, in its dateline, or in the address.

    Args:
        lines: the page's lines with their kinds.
        url: its address.
        day_first: how `06/07/2013` reads there, by its publisher or its other dates; None: by the page's language.
        language: the page's language.
        captured: the day it was fetched or archived: it was published no later.
    """
    captured = captured or archived_on(url)
    if day_first is None:
        day_first = reads_day_first(None, language=language)
    issues: list[Issue] = []
    address = date_in_address(url) if url else None
    if address and (refused := refusal(address, captured=captured)):
        issues.append(refused)
        address = None
    for weight, stamp in sorted(_candidates(lines, day_first), key=lambda c: -c[0]):
        day, more = resolved(stamp, address)
        if refused := refusal(day, captured=captured):
            issues.append(refused)
        elif _is_believed(weight, day, address):
            return Published(day, "stated", stamp.iso if day == stamp.day else None, more)
        else:
            break
    if address:
        return Published(address, "stated")
    if (wired := _wire_date(lines)) and not refusal(wired.day, captured=captured):
        return Published(wired.day, "stated", wired.iso)
    return _by_age(lines, captured) or Published(issues=(*issues, *_in_other_calendar(lines)))


def _is_believed(weight: float, day: str, address: str | None) -> bool:
    """Whether a printed date stands against the address's."""
    if not address or len(address) != 10 or weight >= 3:
        return True
    return weight >= _PLACED and _days_apart(day, address) <= _APART


def resolved(stamp: Stamp, address: str | None) -> tuple[str, tuple[Issue, ...]]:
    """The day of a stamp, by the address where day and month could be swapped; an issue where nothing tells which."""
    if not stamp.doubtful:
        return stamp.day, ()
    year, month, day = stamp.day.split("-")
    swapped = f"{year}-{day}-{month}"
    near = [d for d in (stamp.day, swapped) if address and d.startswith(address)]
    if near:
        return near[0], ()
    message = (
        f"the page's date could also be read with day and month swapped ({stamp.day}): give `published` if it should"
    )
    return stamp.day, (Issue(code="date-ambiguous", message=message),)


def _by_age(lines: Sequence[Line], captured: str | None) -> Published | None:
    """The day by `2 hours ago` beside the headline, where the time of capture is known."""
    if not captured:
        return None
    first = next((line.index for line in lines if line.kind == "story"), len(lines))
    for line in reversed(
        [x for x in lines if first - 12 <= x.index < first and x.kind not in ("story", "title", "comment")]
    ):
        if found := read_age(line.text, captured):
            return Published(found[0], "inferred" if "/" in found[0] else "stated", None, (found[1],))
    return None


def _in_other_calendar(lines: Sequence[Line]) -> Iterator[Issue]:
    """The first date of another calendar beside the story."""
    first = next((line.index for line in lines if line.kind == "story"), len(lines))
    near = [x for x in lines if first - _ABOVE <= x.index <= first + 3 and x.kind != "comment" and len(x.text) < 200]
    yield from islice(filter(None, (other_calendar(line.text) for line in near)), 1)


def _candidates(lines: Sequence[Line], day_first: bool | None) -> Iterator[tuple[float, Stamp]]:
    """Printed stamps that may be the page's, with how likely that is."""
    story = [line.index for line in lines if line.kind == "story"]
    first, last = (story[0], story[-1]) if story else (len(lines), len(lines))
    below_head = first + _INSIDE + 1
    for line in (*lines[max(0, first - _ABOVE) : below_head], *lines[max(last + 1, below_head) : last + _BELOW + 1]):
        near = first - _ABOVE <= line.index <= first + 3 or last < line.index <= last + _BELOW
        if not line.looks.numeric or (not near and not first < line.index <= first + _INSIDE):
            continue
        if line.kind in ("story", "title", "caption", "comment", "credit") and not _is_stamp(line, day_first):
            continue
        stamps = line_stamps(line.text, day_first)
        if not near and line.kind == "furniture" and stamps and stamps[-1].end - stamps[0].start < 0.5 * len(line.text):
            continue
        for n, stamp in enumerate(stamps):
            yield _weight(line, stamp, n, stamps, first, last) - (0 if near else 0.5), stamp


def _is_stamp(line: Line, day_first: bool | None) -> bool:
    """Whether a line taken for a headline or story is a date with a year of two digits and no more."""
    if line.kind not in ("title", "story") or len(line.text) > 40:
        return False
    stamps = _short_stamps(line.text, day_first)
    return bool(stamps) and stamps[-1].end - stamps[0].start > 0.6 * len(line.text)


def line_stamps(text: str, day_first: bool | None) -> list[Stamp]:
    """The stamps of a line that tells when something was published, and hardly anything else; else none."""
    return stamp_line(text, day_first=day_first) or _labelled(text, day_first) or _short_stamps(text, day_first)


def _labelled(text: str, day_first: bool | None) -> list[Stamp]:
    """Stamps of a longer line that says `published` before them."""
    if len(text) > 300 or not _FOUR_DIGITS.search(text) or not _FIRST.search(text) or "©" in text:
        return []
    return list(find_stamps(text, day_first=day_first))


_SAYS_WHEN = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d:\d\d", re.IGNORECASE)


def _short_stamps(text: str, day_first: bool | None) -> list[Stamp]:
    """Stamps with a year of two digits: in a line that is nothing else, or that says that it tells when."""
    if len(text) > 70 or _FOUR_DIGITS.search(text):
        return []
    stamps = list(find_stamps(text, day_first=day_first, short_years=True))
    if stamps and (stamps[-1].end - stamps[0].start >= len(text) - 3 or _FIRST.search(text) or _SAYS_WHEN.search(text)):
        return stamps
    return []


_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d")


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
    if line.index > last and line.kind == "furniture" and weight <= _UNLABELLED:
        weight -= _OF_LINKS
    distance = first - line.index if line.index <= first else max(line.index - last, 0) + 3
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


_OWNER = re.compile(
    r"(?:agree to|accept|read)\s+(?:our|the)?\s*(?P<a>(?:[A-Z][\w&'’.]*\s?){1,4}?)(?:['’]s)?\s+(?:Privacy|Terms|Cookie)"
    r"|(?:represent|reflect)\s+(?:the\s+(?:views|opinions)\s+)?(?:those\s+)?of\s+(?P<b>(?:[A-Z][\w&'’]*\s?){1,4})(?:\.|,|$|\sor\b)"
)
_OWNING = ("Privacy", "Terms", "Cookie", "represent", "reflect")  # one of which each such notice holds
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright)[\s©]{0,4}(?:\([cC]\)\s{0,2})?(?:\d{4}(?:\s?[-–—]\s?\d{4})?)?[\s,.]{0,4}(?P<name>(?:the\s)?[A-Z][\w&'’.\-]*(?:\s+(?:of|the|and|&|[A-Z][\w&'’.\-]*)){0,5})"
)


def publisher_from(lines: Sequence[Line], url: str | None) -> str | None:
    """Who published a flattened page: by its address, what its notices say, or else the agency of its dateline."""
    if entry := publisher_of(url):
        return entry.names[0]
    return next(_owners(lines), None) or wire_agency(lines)


def _owners(lines: Sequence[Line]) -> Iterator[str]:
    """Whom the page's notices name as its owner: first those of privacy and opinion, then copyright from the end."""
    notices = [line.text for line in lines if line.looks.owned and line.kind == "furniture"]
    for text in notices:
        if any(piece in text for piece in _OWNING) and (found := _OWNER.search(text)):
            yield from filter(None, (_publisher_name(found["a"] or found["b"]),))
    for text in reversed(notices):
        if len(text) < 400 and (found := _COPYRIGHT.search(text)):
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
