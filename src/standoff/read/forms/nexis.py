"""Articles as Nexis exports them, many in one text: the old layout (`1 of 50 DOCUMENTS`) and that of Nexis Uni and Lexis+.

Old: source, date, edition, headline, labelled fields, text, labelled fields. New: headline, source, date, edition,
labelled fields, `Body`, text, `Classification`, `End of Document`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from standoff.hostile import web_link
from standoff.read.dates.days import day_of
from standoff.read.forms.articles import Article, one_line, paragraphs

_COUNT = re.compile(r"^[ \t]{0,80}(?:Document )?\d{1,6} of \d{1,6} DOCUMENTS?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^[ \t]{0,80}End of Document[ \t]*$", re.MULTILINE)
_NEW = re.compile(r"^[ \t]{0,80}(?:Body[ \t]*$|Load-Date:|Length:[ \t]{0,3}[\d,.]{1,9} words)", re.MULTILINE)

_BEFORE = frozenset({"byline", "section", "length", "dateline", "highlight", "headline", "series", "edition", "column"})
_AFTER = frozenset(
    {
        "url", "graphic", "load-date", "language", "notes", "type", "publication-type", "document-type", "pub-type",
        "journal-code", "correction-date", "correction", "subject", "organization", "company", "ticker", "person",
        "country", "state", "city", "industry", "geographic", "classification", "acc-no", "isbn", "issn", "update",
        "name", "distribution", "loaddate",
    }
)  # fmt: skip
_SURE = frozenset({"load-date", "publication-type", "document-type", "journal-code", "correction-date"})
"""Labels that end the text in any case; the others do in capitals, since a paragraph may begin `Update:`."""
_ALONE = frozenset({"Graphic", "Classification", "Notes", "Correction"})
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{2,17}):[ \t]{0,20}(?P<value>.*)")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE_LINE = re.compile(
    rf"(?:{_WEEKDAY},?\s)?(?:{_MONTHS}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTHS},?\s\d{{4}}|{_MONTHS},?\s\d{{4}})(?:[,\s].{{0,40}})?",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:{_MONTHS}\s\d{{1,2}},?|\d{{1,2}}\s{_MONTHS},?|{_MONTHS},?)\s\d{{4}}", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:Copyright\s(?:©|\(c\)|\d{4})|©|\(c\)\s|All Rights Reserved)", re.IGNORECASE)
_PAGE_OF = re.compile(r"Page \d{1,6} of \d{1,6}\b.{0,200}", re.IGNORECASE)
_EDITION = re.compile(
    rf".{{0,40}}\b(?:edition|final|correction appended)\b.{{0,20}}|(?:{_WEEKDAY}|\d(?:st|nd|rd|th)?)", re.IGNORECASE
)
_NOTICE_LINES = 6
_TITLE_LINES = 3  # a longer block above the source is the export's own list of contents


def is_nexis(text: str) -> bool:
    """Whether a text is an export of Nexis, by the lines that part its articles."""
    return _COUNT.search(text) is not None or (_END.search(text) is not None and _NEW.search(text) is not None)


def nexis_articles(text: str, *, wrapped: bool) -> Iterator[tuple[Article, bool]]:
    """The articles of an export in order, each with whether it is whole. An article without text has an empty story."""
    if not _END.search(text):
        for piece in _COUNT.split(text)[1:]:
            yield _Reading(piece, wrapped=wrapped, new=False).article(), True
        return
    pieces = _END.split(text)
    for piece in pieces[:-1]:
        yield _Reading(_COUNT.split(piece)[-1], wrapped=wrapped, new=True).article(), True
    if _NEW.search(pieces[-1]):
        yield _Reading(pieces[-1], wrapped=wrapped, new=True).article(), False


@dataclass(slots=True)
class _Reading:
    """One article's text, taken apart line by line."""

    text: str
    wrapped: bool
    new: bool
    lines: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def article(self) -> Article:
        lines = (line.strip() for line in self.text.splitlines())
        self.lines = [line for line in lines if not _PAGE_OF.fullmatch(line)]
        first = next((n for n, line in enumerate(self.lines) if _label(line, _BEFORE) or _body(line)), len(self.lines))
        dated = max((n for n in range(first) if _DATE_LINE.fullmatch(self.lines[n])), default=None)
        if dated is None and first == len(self.lines):
            dated = next((n for n, line in enumerate(self.lines) if _DATE_LINE.fullmatch(line)), None)
        self._read_fields(first if first < len(self.lines) or dated is None else dated + 1)
        title, publisher = self._heading(first, dated)
        stated = _DAY.search(self.lines[dated]) if dated is not None else None
        return Article(
            title=self._value("headline") or title,
            standfirst=self._value("highlight"),
            byline=self._value("byline"),
            dateline=self._value("dateline"),
            story=paragraphs(self.body, wrapped=self.wrapped),
            captions=paragraphs(self.fields.get("graphic", ()), wrapped=self.wrapped),
            correction="\n\n".join(paragraphs(self.fields.get("correction", ()), wrapped=self.wrapped)),
            publisher=publisher,
            section=self._value("section"),
            published=day_of(stated.group()) if stated else None,
            captured=day_of(self._value("load-date")),
            url=web_link(self._value("url").replace(" ", "")),
        )

    def _value(self, name: str) -> str:
        return one_line(" ".join(self.fields.get(name, ())))

    def _heading(self, first: int, dated: int | None) -> tuple[str, str]:
        """Headline and source: above the date in the new layout; the headline below it in the old one."""
        if dated is None:
            block = next(iter(_blocks(self.lines[:first])), [])
            return one_line(" ".join(block)), ""
        above = [line for line in self.lines[:dated] if not _RIGHTS.match(line)]
        while above and not above[-1]:
            above.pop()
        source = above.pop() if above else ""
        over = _blocks(above)[-1:]
        if self.new and over:
            title = over[0] if len(over[0]) <= _TITLE_LINES else over[0][-1:]
            return one_line(" ".join(title)), source
        return one_line(" ".join(self._below(dated, first))), source

    def _below(self, dated: int, first: int) -> list[str]:
        """The first block below the date that is neither an edition nor a copyright. What follows the date at once is an edition."""
        below = self.lines[dated + 1 : first]
        blocks = _blocks([line for line in below if not _RIGHTS.match(line)])
        if below and below[0] and len(blocks) > 1:
            blocks = blocks[1:]
        return next(
            (left for block in blocks if (left := [line for line in block if not _EDITION.fullmatch(line)])), []
        )

    def _read_fields(self, start: int) -> None:
        """The labelled fields above the text, the text, the labelled fields below it."""
        lines = self.lines[start:]
        named = next((n for n, line in enumerate(lines) if _body(line)), None)
        head = _text_begins(lines) if named is None else named
        text = head if named is None else head + 1
        end = next((n for n in range(text, len(lines)) if _ends_text(lines[n])), len(lines))
        for first, last in ((0, head), (end, len(lines))):
            for name, value in _fields(lines[first:last]):
                self.fields.setdefault(name, []).append(value)
        beside = [] if named is None else [lines[named].partition(":")[2].strip()]  # text beside the label itself
        self.body = _without_rights([*beside, *lines[text:end]])


def _body(line: str) -> bool:
    """Whether a line says that the text begins."""
    return line == "Body" or line.startswith("BODY:")


def _without_rights(lines: list[str]) -> list[str]:
    """The lines of a text without the notice of copyright that stands above or below it."""
    first, last = 0, len(lines)
    while first < last and (not lines[first] or _RIGHTS.match(lines[first])):
        notice = bool(lines[first])
        while first < last and bool(lines[first]) == notice:
            first += 1
    while last > first and (not lines[last - 1] or _RIGHTS.match(lines[last - 1])):
        last -= 1
    begin = last
    while begin > first and lines[begin - 1] and last - begin < _NOTICE_LINES:
        begin -= 1
    if first < begin < last and not lines[begin - 1] and _RIGHTS.match(lines[begin]):
        last = begin
    return lines[first:last]


def _label(line: str, names: frozenset[str]) -> tuple[str, str] | None:
    """A field's name and value, of a line that begins with a label, or is one of those that stand alone."""
    if line in _ALONE:
        return (line.lower(), "") if line.lower() in names else None
    found = _FIELD.fullmatch(line)
    if not found or found["name"].lower() not in names:
        return None
    return found["name"].lower(), found["value"]


def _ends_text(line: str) -> bool:
    """Whether a line is the first below the text."""
    label = _label(line, _AFTER)
    return label is not None and (line in _ALONE or label[0] in _SURE or line.startswith(label[0].upper()))


def _text_begins(lines: list[str]) -> int:
    """The line on which the text begins where nothing says so: the first that belongs to no label."""
    name = None
    for n, line in enumerate(lines):
        if _label(line, _BEFORE | _AFTER):
            name = line
        elif not line:
            name = None
        elif name is None:
            return n
    return len(lines)


def _fields(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Names and values, a pair for each line; of pictures and corrections also what stands after blank lines."""
    name: str | None = None
    for line in lines:
        if found := _label(line, _BEFORE | _AFTER):
            name = found[0]
            yield found
        elif name is None or _RIGHTS.match(line):
            continue
        elif line or name in ("graphic", "correction"):
            yield name, line
        else:
            name = None


def _blocks(lines: list[str]) -> list[list[str]]:
    """The lines between blank ones."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line:
            found[-1].append(line)
        else:
            found.append([])
    return [block for block in found if block]
