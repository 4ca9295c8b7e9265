"""PageInput -> Page: chooses by what is given, and answers with an issue where nothing can be read."""

from collections.abc import Sequence

import msgspec

from standoff.model import Issue, Meta, Page, PageInput, Part
from standoff.read.dates.publication import Published, author_names, published_on, publisher_from
from standoff.read.flat.page import Flat
from standoff.read.given import read_given
from standoff.read.guard import MAX_CHARS, cut, cut_lines, text_trouble, without_surrogates
from standoff.read.jsonl import bad_parts
from standoff.read.language import find_language
from standoff.read.settled import language_issues, settle


def read_page(item: PageInput, *, max_chars: int = MAX_CHARS) -> Page:
    """The page taken apart: one text, its parts, what it says of itself. Never raises on any input of the right types.

    What the source itself names (parts, title, authors, publisher, section) wins over what is found on the page. A page
    that cannot be read has an empty text and an issue that says why.
    """
    return _named(_read(item, max_chars), item)


def _read(item: PageInput, max_chars: int) -> Page:
    if item.html is not None and not item.plain:
        from standoff.read.html.page import read_html  # lxml and trafilatura take their time to import

        return read_html(item, max_chars=max_chars)
    if item.text is None and item.html is None:
        return _nothing(item, Issue(code="no-page", message="the line has neither `html` nor `text`: give one of them"))
    raw = item.text if item.text is not None else item.html or ""
    if trouble := text_trouble(raw):
        return _nothing(item, trouble)
    text, issues = cut(raw, max_chars)
    text, halves = without_surrogates(text)
    issues = (*issues, *halves)
    if item.plain:
        return _plain(item, text, issues)
    if item.parts:
        if (trouble := parts_trouble(item.parts, len(raw))) is None:
            return read_given(item, text, issues)
        issues = (*issues, trouble)
    text, more = cut_lines(text)
    return _flat(item, text, (*issues, *more))


def parts_trouble(parts: Sequence[Part], length: int) -> Issue | None:
    """Why given parts cannot be taken as they are: empty, out of order, overlapping or beyond the text; None where they can."""
    last = 0
    for n, part in enumerate(parts):
        if not last <= part.start < part.end <= length:
            return bad_parts(
                f"part {n}, {part.start} to {part.end}, is empty, out of order or beyond the text's {length:,} characters"
            )
        last = part.end
    return None


def _named(page: Page, item: PageInput) -> Page:
    """The page with what its source names of it."""
    if not (item.title or item.authors or item.publisher or item.section):
        return page
    meta = page.meta
    named = msgspec.structs.replace(
        meta,
        title=item.title or meta.title,
        authors=item.authors or meta.authors,
        publisher=item.publisher or meta.publisher,
        section=item.section or meta.section,
    )
    return msgspec.structs.replace(page, meta=named)


def _nothing(item: PageInput, issue: Issue) -> Page:
    return Page(id=item.id, text="", meta=Meta(url=item.url), issues=(*item.issues, issue))


def _plain(item: PageInput, text: str, issues: tuple[Issue, ...]) -> Page:
    """One story part over the whole text."""
    published, more = settle(item, Published())
    language = find_language(text)
    return Page(
        id=item.id,
        text=text,
        meta=Meta(published=published.day, published_how=published.how, language=language, url=item.url),
        parts=(Part(start=0, end=len(text), kind="story"),),
        issues=(*item.issues, *issues, *more, *language_issues(language)),
    )


def _flat(item: PageInput, text: str, issues: tuple[Issue, ...]) -> Page:
    flat = Flat(text, url=item.url)
    story = "\n".join(line.text for line in flat.story)
    language = find_language(story) or find_language(text)
    stated = published_on(flat.lines, url=item.url, day_first=flat.day_first, language=language, captured=item.captured)
    published, more = settle(item, stated)
    authors = [name for line in flat.bylines for name in author_names(line)]
    if flat.walled:
        message = "the page shows the beginning of its story to those who have not paid: the rest is missing"
        more = (*more, Issue(code="paywall", message=message))
    if not flat.story:
        more = (
            *more,
            Issue(code="no-story", message="no line of the page looks like story text: nothing is read from it"),
        )
    return Page(
        id=item.id,
        text=text,
        meta=Meta(
            title=flat.title.text if flat.title else None,
            authors=tuple(dict.fromkeys(authors)),
            publisher=publisher_from(flat.lines, item.url),
            published=published.day,
            published_how=published.how,
            published_time=published.time,
            language=language,
            url=item.url,
        ),
        parts=flat.parts(),
        issues=(*item.issues, *issues, *more, *language_issues(language)),
    )
