"""What stands beside an HTML page's story and belongs to it: standfirst, corrections, update notes, paywall notices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from standoff.lexicon.furniture import furniture
from standoff.lexicon.notices import Notice, NoticeRole, notices
from standoff.model import Issue
from standoff.read.byline_forms import byline_names
from standoff.read.html.dom import Element, Marked, called, is_aside, names, squeeze
from standoff.read.html.paths import PageLine
from standoff.read.html.story import Paragraph
from standoff.read.shapes import is_photo_credit
from standoff.read.stamped import stamp_line

_STANDFIRST = re.compile(
    r"(?:^|[-_ ])(?:stand-?first|dek|deck|strap-?line|sub-?head(?:line|ing|er)?|sub-?title|summary|excerpt|preface|synopsis|teaser-text|"
    r"(?:article|story|post|entry|page|content)[-_]{0,2}(?:lead|lede|intro|description|abstract|teaser|desc|secondary))(?:$|[-_ ])"
    r"|standfirst|__(?:dek|deck|lead|intro|summary|subtitle|description)\b|(?<![A-Z])(?:Standfirst|SubHead|Subhead|Dek\b|Subtitle|Summary\b)",
)
_BARE = re.compile(
    r"(?:^|[-_ ])(?:lead|lede|intro|ingress|preamble|kicker-?text|bullets?|key-?points|highlights|bajada|entradilla|copete|vorspann|chapo|chapeau|occhiello|sommario)(?:$|[-_ ])",
    re.IGNORECASE,
)  # names that a first paragraph may bear too: they count above the byline alone
_NO_STANDFIRST = re.compile(
    r"author|comment|related|newsletter|image|photo|caption|gallery|card|teaser-?list|social|share", re.IGNORECASE
)
_SECOND_HEADS = frozenset({"h2", "h3", "h4"})
_SHORTEST, _LONGEST = 25, 600  # characters of a standfirst
_HOLDER = 1200  # characters of an element that holds nothing but the standfirst
_MOST = 4  # lines of it: some papers give points
_ABOVE = 3  # elements above a line whose names tell what it is
_WORDS = 3  # spaces in a line that is the end of a headline printed in two
_REACH = 40  # lines below the headline in which it may stand

_CORRECTION = re.compile(r"correction|clarification|erratum|amendment|corrigend", re.IGNORECASE)
_UPDATE = re.compile(r"update-?(?:note|notice|text)|updated-?note|editor-?s?-?note|article-?note", re.IGNORECASE)
_WALL = re.compile(
    r"pay-?wall|piano|reg-?wall|sign-?wall|meter(?:ed)?[-_](?:wall|content|message)|subscri(?:ber|ption|be)[-_]?(?:only|wall|barrier|prompt|message|cta|block|required)"
    r"|premium-?(?:wall|message|content|box|barrier)|content-?gate|gate(?:d|way)?[-_]|barrier|locked|leaky|tp-(?:modal|container)",
    re.IGNORECASE,
)
_NOTE_SHORTEST, _NOTE_LONGEST = 9, 900  # characters
_WALLED_SHORT = 200  # words; a story with a notice that holds fewer is taken for the beginning of one
_STATED_SHORT = 120
_STUB = 0.7  # of the words that the page's data tell of


@dataclass(frozen=True, slots=True)
class Note:
    """A notice that is no story: its paragraph and what kind of notice it is."""

    paragraph: Paragraph
    role: NoticeRole


def find_standfirst(
    lines: Sequence[PageLine], story: Sequence[Paragraph], *, title: str | None, descriptions: Sequence[str]
) -> list[Paragraph]:
    """The lines under the headline that sum the story up, in order; empty where there are none.

    Args:
        lines: the page's lines.
        story: the paragraphs of the story, of which the first may be the standfirst.
        title: the headline.
        descriptions: how the page's data describe it.
    """
    placed = [p.line for p in story if p.line is not None]
    index = {line.index: n for n, line in enumerate(lines)}
    head = _headline(lines, title, before=min((index[p] for p in placed if p in index), default=len(lines)))
    if head is None:
        return []
    told = {squeeze(d).casefold() for d in descriptions}
    openings = [(p.line, p.text.casefold()) for p in story[:8]]
    body = next((p.element.getparent() for p in story[1:] if p.element is not None), None)
    found: list[Paragraph] = []
    signed = _signed(lines[head + 1 : head + 1 + _REACH])
    for line in lines[head + 1 : head + 1 + _REACH]:
        if len(found) == _MOST:
            break
        first = line.index == lines[head].index + 1 and _reads_so(line)
        if not line.apart and _is_standfirst(line, told, body, above=line.index < signed, first=first):
            own = line.text.casefold()
            if not any(n != line.index and text.startswith(own) for n, text in openings):
                found.append(Paragraph(line.text, line.element, line.index))
        elif line.index in placed[1:]:
            break
    return found


def _headline(lines: Sequence[PageLine], title: str | None, *, before: int) -> int | None:
    """The place of the headline among the lines: the last `h1` before the story's end of its head, or the title's last words."""
    wanted = squeeze(title).casefold()
    heads = [n for n, line in enumerate(lines[: before + _REACH]) if line.element.tag == "h1" or _in_h1(line.element)]
    same = [n for n in heads if lines[n].text.casefold() == wanted]
    if same or heads:
        return (same or heads)[0]
    said = ((n, line.text.casefold()) for n, line in enumerate(lines[:before]))
    return next((n for n, own in said if own == wanted or (wanted.endswith(own) and own.count(" ") >= _WORDS)), None)


def _in_h1(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "h1"


def _signed(lines: Sequence[PageLine]) -> int:
    """The place of the first line that names an author or a day; -1 without one."""
    for line in lines:
        if byline_names(line.text) or stamp_line(line.text) or any(True for _ in line.element.iter("time")):
            return line.index
        if _AUTHORED.search(names(line.element)):
            return line.index
    return -1


def _reads_so(line: PageLine) -> bool:
    """Whether a line is as long as a standfirst, and no link."""
    linked = sum(len(squeeze(a.text_content())) for a in line.element.iter("a"))
    return len(line.text) >= _LEAST and line.text.count(" ") >= _LEAST_BLANKS and not linked


_LEAST, _LEAST_BLANKS = 45, 6
_AUTHORED = re.compile(r"author|byline|firma", re.IGNORECASE)


def _is_standfirst(line: PageLine, told: set[str], body: Element | None, *, above: bool, first: bool) -> bool:
    """Whether a line below the headline says by its element or by the page's description that it is the standfirst.

    Args:
        line: the line.
        told: the page's descriptions.
        body: the element that holds the story's paragraphs.
        above: whether it stands above byline and date, where weaker names count too.
        first: whether it stands right below the headline and is as long as a standfirst: above the byline it needs no name.
    """
    text = line.text
    if not _SHORTEST <= len(text) <= _LONGEST or text.count(" ") < 4:
        return False
    element, parent = line.element, line.element.getparent()
    around = list(_around(element, text))
    if any(node.tag in ("a", "nav", "aside", "footer") for node in around):
        return False
    own = [called(node) for node in around if len(node.text_content()) < _HOLDER]
    if any(_NO_STANDFIRST.search(name) for name in own[:2]):
        return False
    heading = element.tag in _SECOND_HEADS or (parent is not None and parent.tag in _SECOND_HEADS)
    described = any(node.get("itemprop") in ("description", "alternativeHeadline") for node in around[:2])
    named = (
        described
        or any(map(_STANDFIRST.search, own))
        or (above and ((first and body not in (None, parent)) or any(map(_BARE.search, own))))
    )
    said = text.casefold() in told
    if not (named or (said and (heading or parent is not body))):
        return False
    return not (
        furniture().roles(text)
        or byline_names(text)
        or stamp_line(text)
        or is_photo_credit(text)
        or notices().role(text)
    )


def _around(element: Element, text: str) -> Iterator[Element]:
    """The elements that hold a line and nothing else, innermost first, and those close above."""
    inner = [node for node in element.iterdescendants() if isinstance(node.tag, str)]
    yield from (node for node in inner[:3] if squeeze(node.text_content()) == text)
    yield from _up(element, _ABOVE - 1)


def find_notes(lines: Sequence[PageLine], marked: Marked) -> list[Note]:
    """Corrections, update notes and paywall notices, each line once, in order."""
    found: list[Note] = []
    seen: set[str] = set()
    named = _named(marked)
    head: Element | None = None
    for line in lines:
        element = line.element
        if line.apart or not _NOTE_SHORTEST <= len(line.text) <= _NOTE_LONGEST:
            continue
        entry = notices().entry(line.text)
        own = next((named[node] for node in _up(element, 2) if node in named), None) if named and not entry else None
        role = _note_role(line, entry, own)
        if role is None and head is not None and head in (element.getparent(), element):
            role = "correction"  # what stands under the word `Correction` in one element
        if role is None or line.text in seen or (_stands_aside(element) and not _closes_story(element, role)):
            continue
        if entry is not None and entry.id == "correction-head":
            head = element.getparent() if _holds_little(element.getparent()) else None
        seen.add(line.text)
        found.append(Note(Paragraph(line.text, element, line.index), role))
    return found


_Named = Literal["correction", "update", "wall"]
_FORMS: tuple[tuple[_Named, re.Pattern[str]], ...] = (("correction", _CORRECTION), ("update", _UPDATE), ("wall", _WALL))


def _named(marked: Marked) -> dict[Element, _Named]:
    """The elements whose names say that they hold a notice, and of which kind."""
    likely = marked.like("correct", "corrigend", "clarif", "errat", "amend", "update", "note", "wall", "piano", "meter", "subscri", "premium", "gate", "barrier", "lock", "leaky", "tp-")  # fmt: skip
    kinds = ((node, next((kind for kind, form in _FORMS if form.search(names(node))), None)) for node in likely)
    return {node: kind for node, kind in kinds if kind is not None}


def _note_role(line: PageLine, entry: Notice | None, named: _Named | None) -> NoticeRole | None:
    if named == "correction" and len(line.text) > 20 and not (entry and entry.role == "paywall"):
        return "correction"
    if entry is not None:
        return entry.role
    if named == "update" and len(line.text) > 20 and not stamp_line(line.text):
        return "update"
    return "paywall" if named == "wall" and _is_offer(line.text) else None


def _closes_story(element: Element, role: NoticeRole) -> bool:
    """Whether a correction stands in the footer of the article itself."""
    above = [node.tag for node in element.iterancestors()]
    return role == "correction" and element.tag != "a" and "nav" not in above and "article" in above


def _stands_aside(element: Element) -> bool:
    return (
        element.tag == "a"
        or any(node.tag in ("footer", "nav", "header") for node in element.iterancestors())
        or is_aside(element, depth=4)
    )


_OFFER = re.compile(
    r"\bsubscri|\bsign (?:in|up)\b|\blog ?in\b|\bregister\b|\btrial\b|\bmember|\bunlimited\b", re.IGNORECASE
)


def _is_offer(text: str) -> bool:
    return len(text) < 300 and _OFFER.search(text) is not None


def _up(element: Element, levels: int) -> Iterator[Element]:
    node: Element | None = element
    for _ in range(levels + 1):
        if node is None or node.tag in ("body", "html", "article", "main"):
            return
        yield node
        node = node.getparent()


def _holds_little(element: Element | None) -> bool:
    return element is not None and len(element) < 12 and len(element.text_content()) < 2 * _NOTE_LONGEST


@dataclass(frozen=True, slots=True)
class Access:
    """What the page's data say of its access: whether it is free, and how many words the whole story has."""

    free: bool | None = None
    words: int | None = None


def access_of(articles: Sequence[dict[str, Any]]) -> Access:
    """What the page's JSON-LD says of its access."""
    free: bool | None = None
    words = 0
    for article in articles[:2]:
        stated = article.get("isAccessibleForFree")
        if stated is not None and free is None:
            free = str(stated).strip().casefold() not in (
                "false",
                "no",
                "0",
                "http://schema.org/false",
                "https://schema.org/false",
            )
        counted = str(article.get("wordCount") or "").strip()
        words = max(words, int(counted) if counted.isdecimal() and len(counted) < 7 else 0)
        body = article.get("articleBody")
        words = max(words, len(body.split()) if isinstance(body, str) else 0)
    return Access(free, words or None)


def paywall_issue(story: Sequence[Paragraph], notes: Sequence[Note], access: Access) -> Issue | None:
    """An issue where only the beginning of the story stands on the page; None where nothing tells so."""
    read = sum(p.text.count(" ") + 1 for p in story)
    noticed = any(note.role == "paywall" for note in notes)
    closed = access.free is False
    short = access.words is not None and read < _STUB * access.words
    if not ((short and (closed or noticed)) or (noticed and read < _WALLED_SHORT) or (closed and read < _STATED_SHORT)):
        return None
    whole = f" of about {access.words:,}" if access.words is not None and access.words > read else ""
    message = f"the page shows the beginning of its story to those who have not paid: {read:,} words{whole} were read, the rest is missing"
    return Issue(code="paywall", message=message)
