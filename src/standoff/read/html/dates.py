"""When an HTML page says it was published and changed: from JSON-LD, `meta`, marked elements and its address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from standoff.lexicon.publishers import archived_on, zone_of
from standoff.lexicon.zones import moved
from standoff.model import Issue
from standoff.read.dates.addresses import date_in_address
from standoff.read.dates.calendars import other_calendar, refusal
from standoff.read.dates.publication import Published, line_stamps, resolved
from standoff.read.dates.stamps import Stamp, find_stamps, iso
from standoff.read.html.dom import Element, Marked, is_aside, lines_of, names, text_of
from standoff.read.html.linked_data import Linked, like

_PUBLISHED_KEYS = (
    "article:published_time", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dcterms.date", "dc.date", "dc:date", "date.issued", "article.published", "article_date_original", "pubdate",
    "pub_date", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "published_at", "ptime", "pdate",
    "rnews:datepublished", "cxenseparse:recs:publishtime", "originalpublicationdate", "datepublished", "datecreated", "displaydate",
    "date", "blog:published_time", "video:release_date", "bt:pubdate", "sort_date", "article:created", "article.created", "created",
)  # fmt: skip
_MODIFIED_KEYS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
    "modified", "updated_time", "article.updated", "article:modified", "revised", "utime", "last_updated_date",
)  # fmt: skip
_MARKED_DATE = r"publi|date|time|posted|stamp|meta\b|byline"  # in the words of an element's class, id or microdata
_DATE_TAGS = frozenset(["span", "p", "div", "abbr", "li", "em", "dd", "td", "small", "font", "b", "h5", "h6"])
_CHANGED = re.compile(
    r"updat|modif|edited|revis|last\b|printed\s|retrieved|accessed|aktualisiert|actuali[sz]|mis à jour|aggiornat|uppdatera|oppdatert|bijgewerkt|atualizad", re.IGNORECASE
)  # fmt: skip
_VOICES = re.compile(r"comment|reply|respon|disqus|forum", re.IGNORECASE)
_LONG = 140  # characters; a marked element with more text is no date line


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated date as it is written: a day (or month), with its clock and offset where they are written too."""

    day: str
    clock: str | None = None
    offset: str | None = None
    doubtful: bool = False

    @property
    def iso(self) -> str | None:
        """ISO 8601, None without a time of day."""
        return iso(self.day, self.clock, self.offset)


def find_published(
    tree: Element,
    marked: Marked,
    metas: dict[str, list[str]],
    linked: Linked,
    *,
    headline: str | None,
    url: str | None,
    day_first: bool | None,
    captured: str | None,
    voices: frozenset[Element] = frozenset(),
) -> Published:
    """The stated day of publication, the original before any change; what was refused as issues."""
    captured = captured or archived_on(url)
    issues: list[Issue] = []
    stated = list(_stated(metas, linked, day_first, issues))
    changed = list(_modified(metas, linked, day_first))
    address = date_in_address(url) if url else None
    # What the page shows is looked for only where it can change what its data state: most state all.
    asked = not stated or (stated[0].clock is not None and stated[0].offset in ("+00:00", None)) or stated[0] in changed
    shown = list(_shown(tree, marked, day_first, voices)) if asked else []
    printed = {m.day for m in shown} | {address or ""}
    found = chain(
        _original_first(stated, changed, printed),
        shown if asked else _shown(tree, marked, day_first, voices),
        [Moment(address)] if address and len(address) == 10 else [],
        _beside_headline(tree, headline or "", day_first),
    )
    for moment in found:
        if refused := refusal(moment.day, captured=captured):
            issues.append(refused)
            continue
        moment = _in_own_zone(moment, [*stated, *changed, *shown], shown, address, url)
        day, more = resolved(Stamp(0, 0, moment.day, doubtful=moment.doubtful), address)
        return Published(day, "stated", moment.iso if day == moment.day else None, more)
    return Published(issues=tuple(dict.fromkeys(issues)))


def find_modified(metas: dict[str, list[str]], linked: Linked, *, day_first: bool | None) -> str | None:
    """When the page says it was last changed, ISO 8601."""
    return next((m.iso or m.day for m in _modified(metas, linked, day_first)), None)


def _stated(
    metas: dict[str, list[str]], linked: Linked, day_first: bool | None, issues: list[Issue]
) -> Iterator[Moment]:
    values = [
        d for a in linked.articles for key in ("datePublished", "dateCreated") for d in linked.strings(a.get(key))
    ]
    values += [d for key in _PUBLISHED_KEYS for d in metas.get(key, ())]
    values += [
        d for page in linked.pages[:3] for key in ("datePublished", "uploadDate") for d in linked.strings(page.get(key))
    ]
    for value in values[:60]:
        if moment := read_moment(value, day_first):
            yield moment
        elif found := _refused_value(value):
            issues.append(found)


def _refused_value(value: str) -> Issue | None:
    """Why a value that looks like a date is none."""
    if issue := other_calendar(value):
        return issue
    found = re.match(r"\s*(\d{4})-\d\d-\d\d", value)
    return refusal(found.group().strip(), captured=None) if found else None


def _modified(metas: dict[str, list[str]], linked: Linked, day_first: bool | None) -> Iterator[Moment]:
    values = [d for a in linked.articles for d in linked.strings(a.get("dateModified"))]
    values += [d for key in _MODIFIED_KEYS for d in metas.get(key, ())]
    values += [d for page in linked.pages[:3] for d in linked.strings(page.get("dateModified"))]
    yield from filter(None, (read_moment(value, day_first) for value in values[:30]))


def _original_first(stated: list[Moment], changed: list[Moment], printed: set[str]) -> list[Moment]:
    """The stated dates; an earlier one that the page prints too is first where the first is, to the second, a change's."""
    if not stated or not stated[0].clock or (stated[0].day, stated[0].clock) not in {(m.day, m.clock) for m in changed}:
        return stated
    earlier = [m for m in stated[1:] if m.day < stated[0].day and m.day in printed]
    return [*earlier, *stated]


_ISO = re.compile(
    r"(?P<year>(?:1[6-9]|20)\d\d)-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]{1,2}(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d{1,9})?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d(?!\d))?)?(?!\d)",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])$")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d{1,9})?$")


def read_moment(value: str, day_first: bool | None) -> Moment | None:
    """A date as meta data and marked elements write it; None where it is none.

    >>> read_moment("1457000100", None), read_moment("20160303T081500Z", None)
    (Moment(day='2016-03-03', clock='10:15:00', offset='+00:00', doubtful=False), Moment(day='2016-03-03', clock='08:15:00', offset='+00:00', doubtful=False))
    """
    value = value[:200].strip()
    if found := _EPOCH.match(value):
        number = int(found[1])
        then = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number // 1000 if number >= 10**11 else number)
        return Moment(then.date().isoformat(), then.time().isoformat("seconds"), "+00:00")
    if found := _ISO.match(value):
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
        except ValueError:
            return None
        if found["hour"] is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
            return Moment(day)
        clock = f"{found['hour']}:{found['minute']}" + (f":{found['second']}" if found["second"] else "")
        return Moment(day, clock, _offset(found["zone"]))
    if found := _MONTH_ONLY.match(value):
        return Moment(f"{found[1]}-{found[2]}")
    stamp = next(find_stamps(value, day_first=day_first, short_years=len(value) < 60), None)
    return Moment(stamp.day, stamp.clock, stamp.offset, stamp.doubtful) if stamp else None


def _offset(zone: str | None) -> str | None:
    if not zone:
        return None
    return "+00:00" if zone[0].isalpha() else f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"


def _shown(tree: Element, marked: Marked, day_first: bool | None, voices: frozenset[Element]) -> Iterator[Moment]:
    """The dates that the page prints or marks as its own, in order: not those of changes, comments and what stands aside."""
    count = 0
    for element in tree.iter("time"):
        if _is_own(element, voices) and (moment := _of_time(element, day_first)):
            yield moment
            count += 1
            if count > 3:
                break
    for element in marked.like(_MARKED_DATE):
        if element.tag not in _DATE_TAGS or not _is_own(element, voices):
            continue
        text = text_of(element)
        if len(text) >= _LONG:
            continue
        stamps = list(find_stamps(text, day_first=day_first, short_years=len(text) < 60))
        if moment := next(_originals(text, stamps), None):
            yield moment
            return


_BEFORE, _AFTER = 6, 25  # lines around the headline in which a page prints its date


def _beside_headline(tree: Element, headline: str, day_first: bool | None) -> Iterator[Moment]:
    """The dates of lines beside the headline that hold hardly anything else, asked only where nothing else tells."""
    body = next(tree.iter("body"), None)
    lines = lines_of(body)[:3000] if body is not None else []
    title = next((n for n, line in enumerate(lines) if len(line) < _LONG and like(line, [headline]) >= 0.5), None)
    story = next((n for n, line in enumerate(lines) if len(line) > 2 * _LONG), 0)
    near = [] if title is None else [*range(title, title + _AFTER), *range(title - 1, title - _BEFORE, -1)]
    for n in [*near, *range(story, story - _AFTER, -1)]:
        if 0 <= n < len(lines):
            yield from _originals(lines[n], line_stamps(lines[n], day_first))


def _originals(text: str, stamps: Sequence[Stamp]) -> Iterator[Moment]:
    """The stamps of a line that no word before them calls a change's."""
    last = 0
    for stamp in stamps:
        before = text[last : stamp.start]
        last = stamp.end
        if not _CHANGED.search(before) or re.search(r"publi|first|posted", before, re.IGNORECASE):
            yield Moment(stamp.day, stamp.clock, stamp.offset, stamp.doubtful)


def _of_time(element: Element, day_first: bool | None) -> Moment | None:
    """A `time` element: the day that it prints with the clock that it marks, where both are told."""
    marked = read_moment(element.get("datetime") or element.get("content") or "", day_first)
    printed = read_moment(text_of(element), day_first)
    if marked is None or len(marked.day) < 10:
        return printed or marked
    if printed is None or len(printed.day) < 10 or printed.doubtful or printed.day == marked.day:
        return marked
    return printed if _days_apart(printed.day, marked.day) == 1 and not printed.clock else marked


def _is_own(element: Element, voices: frozenset[Element]) -> bool:
    if voices and not voices.isdisjoint((element, *element.iterancestors())):
        return False
    if is_aside(element, depth=8) or _CHANGED.search(names(element)) or element.get("itemprop") == "dateModified":
        return False
    node = element.getparent()
    for _ in range(5):
        if node is None:
            break
        own = names(node)
        if _VOICES.search(own) or (len(own) < 80 and _CHANGED.search(own)):
            return False
        node = node.getparent()
    before = element.getprevious()
    said = (
        before.tail if before is not None else element.getparent().text if element.getparent() is not None else ""
    ) or ""
    return not _CHANGED.search(said[-40:])


def _in_own_zone(
    moment: Moment, others: Sequence[Moment], shown: Sequence[Moment], address: str | None, url: str | None
) -> Moment:
    """A moment in the page's own clock where it is written in universal time: what the page prints, else its publisher's."""
    if not moment.clock or moment.offset not in ("+00:00", None):
        return moment
    local = next(
        (
            o
            for o in others
            if o.clock and o.clock[:5] == moment.clock[:5] and o.day == moment.day and o.offset not in ("+00:00", None)
        ),
        None,
    )
    if local is not None:  # the same digits stand there as local time
        return replace(moment, offset=local.offset)
    if moment.offset is None:
        return moment
    there = date.fromisoformat(moment.day)
    zone = zone_of(url)
    offset = (zone.offset_on(there) if zone else None) or next(
        (o.offset for o in others if o.offset not in ("+00:00", None) and _days_apart(o.day, moment.day) < 45), None
    )
    if offset and (here := moved(moment.day, moment.clock, "+00:00", offset)):
        return Moment(here[0], here[1], offset)
    for day in [*(m.day for m in shown if not m.doubtful and m.offset is None), address or ""]:
        if (
            len(day) == 10
            and day != moment.day
            and _days_apart(day, moment.day) == 1
            and _can_be(moment.clock, day < moment.day)
        ):
            return Moment(day)
    return moment


def _can_be(clock: str, earlier: bool) -> bool:
    """Whether it is the day before, or after, somewhere on earth when a universal clock stands there."""
    hour = int(clock[:2])
    return hour < 12 if earlier else hour >= 10


def _days_apart(one: str, other: str) -> int:
    if len(one) < 10 or len(other) < 10:
        return 999
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
