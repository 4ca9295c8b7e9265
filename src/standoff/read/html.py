"""HTML -> Page: one text put together from title, byline, dateline, story, captions, credits and comments.

The story is trafilatura's; captions, credits and comments, which it loses or mixes in, are taken out before and are ours.
"""

import logging

from standoff.lexicon.furniture import furniture
from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Issue, Meta, Page, PageInput, PartKind
from standoff.read.dom import Marked, parse_html, squeeze, story_element
from standoff.read.guard import cut, markup_trouble, text_trouble
from standoff.read.html_comments import HtmlComment, take_comments
from standoff.read.html_map import PageLine, page_lines
from standoff.read.html_meta import Head, find_head, visible_bylines
from standoff.read.html_pictures import Picture, find_pictures
from standoff.read.html_story import Finder, Paragraph, chosen_text, find_story
from standoff.read.html_text import PageText, placed
from standoff.read.language import find_language
from standoff.read.page import language_issues, settle
from standoff.read.publication import Published
from standoff.read.shapes import byline_names, is_photo_credit, is_reporting_credit, stamp_line

_NOTICE = 300  # characters; a longer last paragraph is no notice
_DATE_SCAN = 400_000  # characters of a page in which htmldate may search


def read_html(item: PageInput, *, max_chars: int) -> Page:
    """The page of an HTML input; an empty text and an issue where it cannot be read."""
    raw = item.html or ""
    if trouble := text_trouble(raw):
        return _refused(item, trouble)
    html, issues = cut(raw, max_chars)
    if trouble := markup_trouble(html):
        return _refused(item, trouble, *issues)
    tree = parse_html(html)
    if tree is None:
        return _refused(
            item, Issue(code="no-markup", message="no element can be found in the page: is it HTML?"), *issues
        )
    day_first = reads_day_first(item.url)
    marked = Marked(tree)
    head = find_head(tree, marked, url=item.url, day_first=day_first)
    if head.published.day is None:
        head.published = _searched(html[:_DATE_SCAN], head.url)
    comments, comment_blocks = take_comments(tree, marked, day_first=day_first)
    pictures = find_pictures(tree, marked, story_element(tree))
    bylines = list(visible_bylines(marked))[:3]
    apart = [*comment_blocks, *(e for p in pictures for e in p.elements)]
    lines = page_lines(tree, frozenset(apart))
    story = _trimmed(find_story(chosen_text(tree, apart), [line for line in lines if not line.apart]), head, pictures)
    return _page(item, head, story, pictures, comments, bylines, lines, issues)


def _refused(item: PageInput, *issues: Issue) -> Page:
    return Page(id=item.id, text="", meta=Meta(url=item.url), issues=(*item.issues, *issues))


def _searched(html: str, url: str | None) -> Published:
    """The date that htmldate finds where nothing is marked as one: the original, not the modified."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(html, original_date=True, extensive_search=True, url=url, min_date="1990-01-01")
    except (ValueError, TypeError, AttributeError, OverflowError, LookupError, RecursionError):
        return Published()  # on damaged pages it raises these
    return Published(found, "stated") if found else Published()


def _trimmed(story: list[Paragraph], head: Head, pictures: list[Picture]) -> list[Paragraph]:
    """The story without captions told twice, its own headline and the notices at its end."""
    known = {squeeze(p.caption).casefold() for p in pictures if p.caption}
    kept = [p for p in story if p.text.casefold() not in known]
    if kept and kept[0].text.casefold() == (head.title or "").casefold():
        kept = kept[1:]
    while kept and len(kept[-1].text) < _NOTICE and "furniture" in furniture().roles(kept[-1].text):
        kept.pop()
    return kept


def _page(
    item: PageInput,
    head: Head,
    story: list[Paragraph],
    pictures: list[Picture],
    comments: list[HtmlComment],
    bylines: list[str],
    lines: list[PageLine],
    issues: tuple[Issue, ...],
) -> Page:
    made = PageText()
    above = Finder(lines)
    made.add("title", placed([squeeze(head.title)], above))
    for line in dict.fromkeys(bylines):
        made.add("byline", placed([line], above))
    for n, paragraph in enumerate(story):
        made.add(_kind(paragraph.text, n, len(story)), [paragraph])
    apart = Finder([line for line in lines if line.apart])
    for picture in pictures:
        made.add("caption", placed([picture.caption or ""], apart))
        made.add("credit", placed([picture.credit or ""], apart))
    for comment in comments:
        said = [comment.author or "", *comment.lines, comment.stamp or ""]
        made.add("comment", placed(said, apart), author=comment.author, time=comment.time)
    text = made.text
    told = "\n".join(paragraph.text for paragraph in story)
    language = find_language(told) or find_language(text) or head.language
    published, more = settle(item, head.published)
    if not story:
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
    )
    return Page(
        id=item.id,
        text=text,
        meta=meta,
        parts=made.parts,
        blocks=made.blocks(),
        issues=(*item.issues, *issues, *more, *language_issues(language)),
    )


def _kind(line: str, n: int, count: int) -> PartKind:
    """What a line of the extracted body is, by its form and place."""
    if is_reporting_credit(line) or is_photo_credit(line):
        return "credit"
    if (n < 3 or n >= count - 2) and len(line) < 120:
        if byline_names(line):
            return "byline"
        if stamp_line(line):
            return "dateline"
    return "story"
