"""The entries of a live blog, or the several stories of one page: each with its own headline, time, author and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from standoff.lexicon.furniture import furniture
from standoff.lexicon.notices import notices
from standoff.read.byline_forms import byline_names, is_person
from standoff.read.html.dom import Element, Marked, is_aside, names, squeeze, text_of
from standoff.read.html.meta import read_date
from standoff.read.html.paths import PageLine
from standoff.read.html.story import Paragraph, found_by
from standoff.read.html.updates import Entry, complete, key_of, told_entries, with_places
from standoff.read.shapes import is_photo_credit
from standoff.read.stamped import is_age, stamp_line

_LIVE = re.compile(
    r"live|ticker|key-?event|(?:^|[-_ ])(?:updates?|bulletins?|minute-by-minute)(?:$|[-_ ])|(?<=[a-z])Update(?:$|[A-Z _-])",
    re.IGNORECASE,
)
_TIME = re.compile(r"time|date|stamp|posted|published", re.IGNORECASE)
_AUTHOR = re.compile(r"author|byline|(?:^|[-_ ])by(?:$|[-_ ])|contributor|reporter", re.IGNORECASE)
_TIME_DATA = ("data-sort-time", "data-timestamp", "data-time", "data-published", "data-published-date")
_ANY_TIME_DATA = re.compile(r"data-(?:sort-time|time|published)")
_STAMPED = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _TIME_DATA) + "]")
_STAMPS = (
    "datetime",
    "data-sort-time",
    "data-timestamp",
    "data-time",
    "data-published",
    "data-published-date",
    "content",
    "title",
)
_ENTRY_TAGS = frozenset({"article", "section", "li", "div", "dd", "dl", "amp-live-list"})
_TIME_TAGS = frozenset(
    {"time", "span", "p", "div", "abbr", "small", "a", "strong", "b", "em", "dt", "header", "h4", "h5", "h6"}
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOCK = re.compile(
    r"^\D{0,12}\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,5})?(?:\s+\([^)]{1,12}\))?$", re.IGNORECASE
)
_MOST_TIMES = 800
_FEW_TIMES = 3
_MOST_ENTRIES = 500
_LEVELS = 9  # elements above a time in which its entry may be
_PROSE = 50  # characters of a line that tells something
_TEASER = 170  # characters; an entry under a linked headline that says no more leads to a story elsewhere
_SHARE = 0.5  # of the page's prose that entries hold at least
_LARGEST = 0.75  # of the group's prose; where one member holds more, it is the story and the others are not
_STORY = 220  # characters of one of several stories


def find_entries(
    tree: Element,
    marked: Marked,
    lines: Sequence[PageLine],
    articles: Sequence[dict[str, Any]],
    *,
    day_first: bool | None,
) -> list[Entry]:
    """The entries of a live blog or the stories of a page of several, in the page's order; empty on any other page.

    Args:
        tree: the page.
        marked: its elements with a class, an id or microdata.
        lines: its lines.
        articles: the objects of its JSON-LD that describe articles.
        day_first: how `06/07/2013` reads there.
    """
    told = list(told_entries(articles, day_first))
    entries = _by_elements(tree, marked, lines, told, day_first)
    if not entries:
        return with_places(told, lines)
    complete(entries, told)
    return entries


def outside(entries: Sequence[Entry], story: Sequence[Paragraph], lines: Sequence[PageLine]) -> list[Paragraph]:
    """What stands above all entries and is said of them together: paragraphs of the story found, and prose under the headline."""
    placed = [
        p.line for entry in entries for p in (entry.title, entry.byline, *entry.paragraphs) if p and p.line is not None
    ]
    first = min(placed, default=0)
    chosen = {p.line: p for p in story if p.line is not None and p.line < first}
    head = next((line.index for line in lines if line.element.tag == "h1"), first)
    for line in lines[head + 1 : first]:
        if _is_prose(line) and line.text.endswith((".", "!", "?", "”", '"')) and not _is_furniture(line):
            chosen.setdefault(line.index, Paragraph(line.text, line.element, line.index))
    return [chosen[n] for n in sorted(chosen)]


def _by_elements(
    tree: Element, marked: Marked, lines: Sequence[PageLine], told: Sequence[Entry], day_first: bool | None
) -> list[Entry]:
    groups = _groups(tree, marked)
    if not groups:
        return []
    by_member = _lines_of_members({member for group in groups for member in group}, lines)
    group = _as_told(groups, by_member, told) if told else _by_weight(groups, by_member, lines)
    entries = (_entry(member, by_member.get(member, ()), day_first) for member in group[:_MOST_ENTRIES])
    return [entry for entry in entries if entry.paragraphs]


def _as_told(
    groups: list[list[Element]], by_member: dict[Element, list[PageLine]], told: Sequence[Entry]
) -> list[Element]:
    """The group whose members say what the page's data tell of its entries; empty where less than half of them do."""
    wanted = {key for entry in told for key in entry.told_by()}
    best: list[Element] = []
    most = max(2, len(told) // 2) - 1
    for group in groups:
        same = sum(any(key_of(line.text) in wanted for line in by_member.get(member, ())) for member in group)
        if same > most:
            best, most = group, same
    return best


def _by_weight(
    groups: list[list[Element]], by_member: dict[Element, list[PageLine]], lines: Sequence[PageLine]
) -> list[Element]:
    """The group that holds most of the page's prose, where its members look like entries; else empty."""
    prose = {line.index: len(line.text) for line in lines if _is_prose(line)}
    best: list[Element] = []
    most = int(_SHARE * sum(prose.values()))
    for group in groups:
        held = [sum(prose.get(line.index, 0) for line in by_member.get(member, ())) for member in group]
        telling = [member for member, length in zip(group, held, strict=True) if length]
        if sum(any(True for _ in member.iter("h1")) for member in group) == 1:
            continue  # that one is the page's story
        uneven = max(held) > _LARGEST * sum(held)
        if len(telling) < 2 or sum(held) <= most or uneven or not _tells(group, by_member, held):
            continue
        best, most = telling, sum(held)
    return best


def _groups(tree: Element, marked: Marked) -> list[list[Element]]:
    """Neighbours of one kind in one element, each with a time of its own, in the order of the page."""
    found: dict[tuple[Element, str], dict[Element, None]] = {}
    for mark in _time_marks(tree, marked):
        node, levels = mark, 0
        while levels < _LEVELS and (parent := node.getparent()) is not None and node.tag != "body":
            if node.tag in _ENTRY_TAGS or node.get("data-sort-time"):
                found.setdefault((parent, node.tag), {})[node] = None
            node, levels = parent, levels + 1
    return [list(members) for members in found.values() if len(members) > 1]


def _time_marks(tree: Element, marked: Marked) -> list[Element]:
    """The elements that tell a time; by their names where hardly any are marked as such."""
    times = dict.fromkeys(tree.iter("time", "amp-timeago"))
    if marked.mentions(_ANY_TIME_DATA):
        times.update(dict.fromkeys(found_by(_STAMPED, tree)))
    if len(times) < _FEW_TIMES:
        likely = marked.like("time", "date", "stamp", "posted")
        times.update((e, None) for e in likely if e.tag in _TIME_TAGS and len(e) < 6 and _TIME.search(names(e)))
    return list(times)[:_MOST_TIMES]


def _lines_of_members(members: set[Element], lines: Sequence[PageLine]) -> dict[Element, list[PageLine]]:
    """The lines in each member, also in those inside other members."""
    inside: dict[Element, tuple[Element, ...]] = {}
    found: dict[Element, list[PageLine]] = {}
    for line in lines:
        holder = line.element
        if holder not in inside:
            inside[holder] = tuple(node for node in (holder, *holder.iterancestors()) if node in members)
        for member in inside[holder]:
            found.setdefault(member, []).append(line)
    return found


def _is_prose(line: PageLine) -> bool:
    if line.apart or len(line.text) < _PROSE or line.element.tag in _HEADINGS:
        return False
    linked = sum(len(squeeze(a.text_content())) for a in line.element.iter("a"))
    return linked < 0.6 * len(line.text) and not any(node.tag == "a" for node in _near(line.element))


def _near(element: Element) -> Iterator[Element]:
    node: Element | None = element
    for _ in range(3):
        if node is None:
            return
        yield node
        node = node.getparent()


def _tells(group: list[Element], by_member: dict[Element, list[PageLine]], held: list[int]) -> bool:
    """Whether a group's members tell something themselves: they are no teasers, no comments and stand not aside."""
    parent = group[0].getparent()
    if is_aside(parent, depth=6) or any("comment" in names(node).lower() for node in (parent, *group[:3])):
        return False
    teasers = sum(_is_teaser(member, length) for member, length in zip(group, held, strict=True))
    if 2 * teasers > len(group):
        return False
    kinds = [
        f"{names(node)} {node.get('itemtype') or ''} {node.tag if node.tag.startswith('amp-') else ''}"
        for node in (parent, *group[:3])
    ]
    if any(map(_LIVE.search, kinds)) or group[0].get("data-sort-time"):
        return True
    headed = sum(any(line.element.tag in _HEADINGS for line in by_member.get(member, ())) for member in group)
    long = sum(length >= _STORY for length in held)
    return group[0].tag == "article" and headed >= 0.8 * len(group) and long >= 0.8 * len(group)


def _is_teaser(member: Element, length: int) -> bool:
    """Whether a member leads to a story elsewhere: its headline is a link to another page and it says little itself."""
    if length >= _TEASER:
        return False
    for heading in member.iter(*_HEADINGS):
        links = [*heading.iter("a"), *(node for node in _near(heading) if node.tag == "a")]
        if any(not (a.get("href") or "#").startswith(("#", "?")) and "#" not in (a.get("href") or "") for a in links):
            return True
    return length == 0


def _entry(member: Element, lines: Sequence[PageLine], day_first: bool | None) -> Entry:
    entry = Entry(time=_time_of(member, day_first), element=member)
    for line in lines:
        if line.apart:
            continue
        paragraph = Paragraph(line.text, line.element, line.index)
        heading = any(node.tag in _HEADINGS for node in _near(line.element) if node is not member)
        if heading and entry.title is None and not entry.paragraphs:
            entry.title = paragraph
        elif (rest := _beside_time(line)) is not None:
            if entry.clock is None and _CLOCK.match(line.text):
                entry.clock = line.text
            if entry.author is None and is_person(rest):
                entry.author, entry.byline = rest, paragraph
        elif entry.author is None and (author := _author(line, member)) is not None:
            entry.author, entry.byline = author, paragraph
        elif not _is_furniture(line):
            entry.paragraphs.append(paragraph)
    return entry


def _time_of(member: Element, day_first: bool | None) -> str | None:
    """The entry's own time: of its first element that tells one with a day; not of a change."""
    for element in (*member.iterdescendants(), member):
        if not isinstance(element.tag, str) or not (
            element.tag in ("time", "amp-timeago", "meta")
            or element is member
            or _TIME.search(f"{names(element)} {element.get('itemprop') or ''}")
        ):
            continue
        if re.search(r"modif|updated", f"{names(element)} {element.get('itemprop') or ''}", re.IGNORECASE):
            continue
        stated = [element.get(key) or "" for key in _STAMPS]
        said = text_of(element) if element is not member else ""
        for value in [*stated, said if len(said) < 80 else ""]:
            if value and (found := read_date(value, day_first)) is not None:
                return found.time or found.day
    return None


def _beside_time(line: PageLine) -> str | None:
    """What a line that tells the entry's time says besides; None where it is no such line."""
    text = line.text
    if len(text) >= 100:
        return None
    if _CLOCK.match(text) or stamp_line(text):
        return ""
    times = [squeeze(node.text_content()) for node in line.element.iter("time", "amp-timeago")]
    if not times and not is_age(text):
        return None
    for said in times:
        text = text.replace(said, " ")
    text = text.strip(" |•·–—-,")
    return text if len(text) < 40 and not text.endswith(".") else None


def _author(line: PageLine, member: Element) -> str | None:
    """Who wrote an entry, where the line says so."""
    if len(line.text) > 120:
        return None
    if said := byline_names(line.text):
        return said
    near = [line.element, *line.element.iter(), *(n for n in _near(line.element) if n is not member)]
    named = any(_AUTHOR.search(f"{names(n)} {n.get('itemprop') or ''} {n.get('rel') or ''}") for n in near[:8])
    return line.text if named and is_person(line.text) else None


def _is_furniture(line: PageLine) -> bool:
    text = line.text
    if (
        furniture().roles(text)
        or is_photo_credit(text)
        or any(node.tag in ("nav", "form", "footer", "button") for node in _near(line.element))
    ):
        return True
    if notices().role(text):
        return True
    if len(text) < _PROSE and text.count(" ") < 3 and text[-1:].isalnum():
        return True
    linked = sum(len(squeeze(a.text_content())) for a in line.element.iter("a"))
    return line.element.tag == "a" or (linked > 0.9 * len(text) and text[-1:].isalnum())
