"""HTML -> Page: one text put together from title, byline, dateline, story, captions, credits and comments.

The story is trafilatura's; captions, credits and comments, which it loses or mixes in, are taken out before and are ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from standoff.lexicon.furniture import furniture
from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Issue, Meta, Page, PageInput, PartKind
from standoff.read.byline_forms import byline_names, is_author_note
from standoff.read.guard import cut, cut_tags, markup_trouble, text_trouble
from standoff.read.html.between import with_heads_and_lists
from standoff.read.html.bylines import visible_bylines
from standoff.read.html.comments import HtmlComment, take_comments, told_comments
from standoff.read.html.dom import Marked, parse_html, squeeze, story_element
from standoff.read.html.live import find_entries, outside
from standoff.read.html.meta import Head, find_head
from standoff.read.html.notes import Note, access_of, find_notes, find_standfirst, paywall_issue
from standoff.read.html.paths import PageLine, page_lines
from standoff.read.html.pictures import Picture, find_pictures
from standoff.read.html.story import Finder, Paragraph, chosen_text, find_story, story_in_data
from standoff.read.html.text import PageText, placed
from standoff.read.html.updates import Entry, dated
from standoff.read.language import find_language
from standoff.read.settled import language_issues, settle
from standoff.read.shapes import is_photo_credit, is_reporting_credit
from standoff.read.stamped import is_day, is_made_on, is_row, stamp_line, tells_by_days, tells_in_rows

_TOLD_WORDS = 5  # in lower case, of a line that tells when and what: `Nov. 2, 2016: The mill opens again for two days.`
_OPENING = 4  # paragraphs of the story among which its headline may be told again
_PROSE = 80  # characters
_NOTICE = 300  # characters; a longer last paragraph is no notice
_STRESSED = ("strong", "b", "em", "i")


def read_html(item: PageInput, *, max_chars: int) -> Page:
    """The page of an HTML input; an empty text and an issue where it cannot be read."""
    raw = item.html or ""
    if trouble := text_trouble(raw):
        return _refused(item, trouble)
    html, too_long = cut(raw, max_chars)
    html, too_many = cut_tags(html)
    issues = (*too_long, *too_many)
    if trouble := markup_trouble(html):
        return _refused(item, trouble, *issues)
    tree = parse_html(html)
    if tree is None:
        return _refused(
            item, Issue(code="no-markup", message="no element can be found in the page: is it HTML?"), *issues
        )
    day_first = reads_day_first(item.url)
    marked = Marked(tree, html)
    comments, comment_blocks = take_comments(tree, marked, day_first=day_first)
    voices = frozenset(comment_blocks)
    head = find_head(tree, marked, url=item.url, day_first=day_first, captured=item.captured, voices=voices)
    comments = comments or told_comments(head.linked.articles, day_first=day_first)
    around = story_element(tree)
    pictures = find_pictures(tree, marked, around)
    apart = [*comment_blocks, *(e for p in pictures for e in p.elements)]
    found = _Found(
        head=head,
        lines=page_lines(tree, frozenset(apart)),
        bylines=list(islice(visible_bylines(marked), 3)),
        pictures=pictures,
        comments=comments,
    )
    found.entries = find_entries(tree, marked, found.lines, head.linked.articles, day_first=day_first)
    dated(found.entries, head.published)
    told = _read_story(found, marked, chosen_text(tree, apart, around))
    return _page(item, found, (*issues, *told))


@dataclass(slots=True)
class _Found:
    """What was found on a page, not yet one text."""

    head: Head
    lines: list[PageLine]
    bylines: list[str]
    pictures: list[Picture]
    comments: list[HtmlComment]
    standfirst: list[Paragraph] = field(default_factory=list)
    story: list[Paragraph] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def _read_story(found: _Found, marked: Marked, chosen: list[str]) -> tuple[Issue, ...]:
    """Fills in the story with what belongs to it; what is doubtful about it as issues."""
    head = found.head
    issues: list[Issue] = []
    articles = head.linked.articles
    open_lines = [line for line in found.lines if not line.apart]
    story = with_heads_and_lists(find_story(chosen, open_lines), found.lines)
    if found.entries:
        story = outside(found.entries, story, found.lines)
    notes = find_notes(open_lines, marked)
    access = access_of(articles)
    if not found.entries and access.free is not False and (data := story_in_data(story, articles, open_lines)):
        story = data
        if not any(paragraph.element is not None for paragraph in story):
            message = "the story stands only in the page's data (JSON-LD), not in what it shows: read from there"
            issues.append(Issue(code="story-from-data", message=message))
    story = _trimmed(story, head, found.pictures)
    found.standfirst = find_standfirst(
        found.lines, story, title=head.heading or head.title, descriptions=head.descriptions
    )
    if walled := paywall_issue([*story, *(p for entry in found.entries for p in entry.paragraphs)], notes, access):
        issues.append(walled)
    found.notes = [note for note in notes if walled or note.role != "paywall"]
    taken = {p.line for p in (*found.standfirst, *(note.paragraph for note in found.notes))}
    found.story = [p for p in story if p.line is None or p.line not in taken]
    return tuple(issues)


def _refused(item: PageInput, *issues: Issue) -> Page:
    return Page(id=item.id, text="", meta=Meta(url=item.url), issues=(*item.issues, *issues))


def _trimmed(story: list[Paragraph], head: Head, pictures: list[Picture]) -> list[Paragraph]:
    """The story without captions told twice, its own headline and the notices at its end."""
    known = {squeeze(p.caption).casefold() for p in pictures if p.caption}
    kept = [p for p in story if p.text.casefold() not in known]
    titles = {title.casefold() for title in (head.title, head.heading) if title}
    again = next((n for n, p in enumerate(kept[:_OPENING]) if p.text.casefold() in titles), None)
    if again is not None and not any(len(p.text) > _PROSE for p in kept[:again]):
        kept = kept[again + 1 :]
    kept = list(_without_links(kept))
    while kept and _is_notice(kept[-1].text):
        kept.pop()
    return kept


def _is_notice(text: str) -> bool:
    """Whether a story's last paragraph speaks of the site or of who wrote it."""
    return (len(text) < _NOTICE and "furniture" in furniture().roles(text)) or is_author_note(text)


def _without_links(story: list[Paragraph]) -> Iterator[Paragraph]:
    """The story without the links to other stories that stand in it: `See more: ...`, and those under `Don't miss`."""
    below = False
    for n, paragraph in enumerate(story):
        roles = furniture().roles(paragraph.text) if len(paragraph.text) < _NOTICE else frozenset()
        linked = _is_link(paragraph, share=0.5 if "furniture" in roles else 0.8)
        if "after" in roles and n + 1 < len(story) and _is_link(story[n + 1]):
            below = True
        elif not (linked and (below or "furniture" in roles)) and not (
            "furniture" in roles and _is_stressed(paragraph)
        ):
            below = False
            yield paragraph


def _is_stressed(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph stands in bold or slanted letters."""
    marked = paragraph.element.iter(*_STRESSED) if paragraph.element is not None else ()
    return any(len(squeeze(mark.text_content())) >= len(paragraph.text) for mark in marked)


def _is_link(paragraph: Paragraph, share: float = 0.8) -> bool:
    if paragraph.element is None or len(paragraph.text) > _NOTICE:
        return False
    linked = sum(len(squeeze(a.text_content())) for a in paragraph.element.iter("a"))
    return linked > share * len(paragraph.text)


def _page(item: PageInput, found: _Found, issues: tuple[Issue, ...]) -> Page:
    head = found.head
    made = _text(found)
    text = made.text
    paragraphs = [*found.standfirst, *found.story, *(p for entry in found.entries for p in entry.paragraphs)]
    told = "\n".join(paragraph.text for paragraph in paragraphs)
    language = find_language(told) or find_language(text) or head.language
    published, more = settle(item, head.published)
    if not paragraphs:
        more = (*more, Issue(code="no-story", message="no story was found on the page: nothing is read from it"))
    meta = Meta(
        title=squeeze(head.title) or None,
        authors=head.authors,
        publisher=head.publisher,
        published=published.day,
        published_how=published.how,
        published_time=published.time,
        language=language,
        url=item.url or head.url,
        modified=head.modified,
        section=item.section or head.section,
        tags=head.tags,
        canonical=head.canonical,
    )
    return Page(
        id=item.id,
        text=text,
        meta=meta,
        parts=made.parts,
        blocks=made.blocks(),
        issues=(*item.issues, *issues, *more, *language_issues(language)),
    )


def _text(found: _Found) -> PageText:
    """One text of all that was found: title, standfirst, byline, story, entries, notes, captions, comments."""
    made = PageText()
    finder = Finder(found.lines)
    made.add("title", placed([squeeze(found.head.heading or found.head.title)], finder))
    made.add("story", found.standfirst, role="standfirst")
    for line in dict.fromkeys(found.bylines):
        made.add("byline", placed([line], finder))
    told = [paragraph.text for paragraph in found.story]
    by_days, in_rows = tells_by_days(told), tells_in_rows(told)
    for n, paragraph in enumerate(found.story):
        day = by_days and (n > 0 or bool(found.standfirst)) and is_day(paragraph.text)
        made.add(
            "story" if day or (in_rows and is_row(paragraph.text)) else _kind(paragraph.text, n, len(found.story)),
            [paragraph],
        )
    for entry in found.entries:
        made.add("title", [entry.title] if entry.title else [], role="entry", time=entry.time, author=entry.author)
        made.add("byline", [entry.byline] if entry.byline else [])
        made.add("story", entry.paragraphs, role="entry", time=entry.time, author=entry.author)
    for note in found.notes:
        made.add("furniture", [note.paragraph], role=note.role)
    apart = Finder([line for line in found.lines if line.apart])
    for picture in found.pictures:
        made.add("caption", placed([picture.caption or ""], apart))
        made.add("credit", placed([picture.credit or ""], apart))
    for comment in found.comments:
        said = [comment.author or "", *comment.lines, comment.stamp or ""]
        made.add("comment", placed(said, apart), author=comment.author, time=comment.time)
    return made


def _kind(line: str, n: int, count: int) -> PartKind:
    """What a line of the extracted body is, by its form and place."""
    if is_reporting_credit(line) or is_photo_credit(line):
        return "credit"
    if (n < 3 or n >= count - 2) and len(line) < 120:
        if byline_names(line):
            return "byline"
        sentence = line.endswith((".", "!", "?", "”", '"')) and sum(map(str.islower, line.split())) >= _TOLD_WORDS
        if stamp_line(line) and (is_made_on(line) or not sentence):
            return "dateline"
    return "story"
