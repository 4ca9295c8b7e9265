"""Articles as Factiva exports them, many in one text: tagged (`HD`, `BY`, `WC`, `PD`, ... `AN`) and as displayed.

Each ends with its number in the archive, `Document ABCD000020130706e97600abc`, which is also its id here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standoff.read.byline_forms import is_person
from standoff.read.dates.days import day_of
from standoff.read.forms.articles import Article, one_line, paragraphs

_DOCUMENT = re.compile(
    r"^[ \t]{0,40}(?:AN[ \t:]{1,20})?Document[ \t]{1,4}(?P<key>[A-Za-z]{2,12}\d[A-Za-z0-9]{8,50})[ \t]*$",
    re.MULTILINE,
)
_WORDS = re.compile(r"[\d,.]{1,9} words")
_COUNTED = re.compile(r"^[ \t]{0,40}(?:WC[ \t:]{1,20})?[\d,.]{1,9} words[ \t]*$", re.MULTILINE)
_TAGS = "HD|SE|CLM|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CX|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|DE"
_TAG = re.compile(
    rf"(?P<tag>{_TAGS})(?:[ \t]{{0,9}}:[ \t]{{0,9}}|\t[ \t]{{0,80}}| {{2,80}}|[ \t]{{0,80}}$)(?P<value>.*)"
)
_FORMER = re.compile(r"(?:©|\(c\)|Copyright\b|\(Copyright|All Rights Reserved)", re.IGNORECASE)
_FURNITURE = re.compile(r"Page \d{1,6}(?: of \d{1,6})?\b.{0,120}|©.{0,60}Factiva.{0,60}|Search Summary", re.IGNORECASE)
_DATE = re.compile(r"(?:[A-Za-z]{3,9},?\s)?\d{1,2}\s[A-Za-z]{3,9},?\s\d{4}")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?(?:\s[A-Z]{2,4})?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_HEAD = 9  # lines from the date to the copyright at most
_SECTION_WORDS = 4


def is_factiva(text: str) -> bool:
    """Whether a text is an export of Factiva: a counted length, and a document's number at the end."""
    return _DOCUMENT.search(text) is not None and _COUNTED.search(text) is not None


def factiva_articles(text: str, *, wrapped: bool) -> Iterator[tuple[Article, bool]]:
    """The articles of an export in order, each with whether it is whole. An article without text has an empty story."""
    last = 0
    for found in _DOCUMENT.finditer(text):
        article = _article(text[last : found.start()], wrapped=wrapped)
        article.key = found["key"]
        yield article, True
        last = found.end()
    if _COUNTED.search(text, last):
        yield _article(text[last:], wrapped=wrapped), False


def _article(text: str, *, wrapped: bool) -> Article:
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if not _FURNITURE.fullmatch(line)]
    if sum(1 for line in lines if (tag := _TAG.fullmatch(line)) and tag["tag"] in ("HD", "WC", "PD", "LP", "TD")) >= 2:
        return _tagged(lines, wrapped=wrapped)
    return _displayed(lines, wrapped=wrapped)


def _tagged(lines: list[str], *, wrapped: bool) -> Article:
    fields: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        if found := _TAG.fullmatch(line):
            tag = found["tag"]
            fields.setdefault(tag, []).append(found["value"])
        elif tag:
            fields[tag].append(line)

    def value(name: str) -> str:
        return one_line(" ".join(fields.get(name, ())))

    def text(name: str) -> list[str]:
        return paragraphs(fields.get(name, ()), wrapped=wrapped)

    return Article(
        title=value("HD"),
        byline=value("BY"),
        story=[*text("LP"), *text("TD")],
        captions=text("ART"),
        credit=value("CR"),
        correction=value("CX"),
        publisher=value("SN"),
        section=value("SE"),
        published=day_of(value("PD")),
    )


@dataclass(slots=True)
class _Head:
    """The lines above a displayed article, and where its text begins."""

    above: list[str]
    date: str = ""
    publisher: str = ""
    end: int = 0


def _displayed(lines: list[str], *, wrapped: bool) -> Article:
    head = _head(lines)
    above = head.above
    byline = ""
    if len(above) > 1 and (above[-1].lower().startswith("by ") or is_person(above[-1]) or above[-1].isupper()):
        byline = above.pop()
    section = above.pop(0) if len(above) > 1 and above[0].count(" ") < _SECTION_WORDS else ""
    return Article(
        title=above[0] if above else "",
        standfirst=one_line(" ".join(above[1:])),
        byline=byline,
        story=paragraphs(lines[head.end :], wrapped=wrapped),
        publisher=head.publisher,
        section=section,
        published=day_of(head.date),
    )


def _head(lines: list[str]) -> _Head:
    """Headline and byline stand above the count of words; date, source, code, edition, language and copyright below it."""
    counted = next((n for n, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if counted is None:
        block = next(((n, line) for n, line in enumerate(lines) if line), (0, ""))
        return _Head([block[1]] if block[1] else [], end=block[0] + 1)
    head = _Head([line for line in lines[:counted] if line])
    at = counted + 1
    for n in range(at, min(at + 2 * _HEAD, len(lines))):
        line = lines[n]
        if not line:
            if head.publisher:
                head.end = n
                return head
            continue
        head.end = n + 1
        if _FORMER.match(line):
            while head.end < len(lines) and _FORMER.match(lines[head.end]):
                head.end += 1
            return head
        if not head.date and _DATE.fullmatch(line):
            head.date = line
        elif not head.publisher and not _CLOCK.fullmatch(line) and not _CODE.fullmatch(line):
            head.publisher = line
    head.end = min(head.end, at + _HEAD)
    return head
