"""A text whose parts its source names, as a press archive does -> Page: the parts are taken as they are."""

from standoff.lexicon.publishers import day_first as reads_day_first
from standoff.model import Issue, Meta, Page, PageInput, Part
from standoff.read.dates.publication import author_names, published_on, publisher_from
from standoff.read.dates.stamps import habit
from standoff.read.flat.lines import Line, split_lines
from standoff.read.language import find_language
from standoff.read.settled import language_issues, settle


def read_given(item: PageInput, text: str, issues: tuple[Issue, ...]) -> Page:
    """The page of a text with checked parts. What the parts say in words (date, authors) is read where it is not given."""
    parts = tuple(_within(part, len(text)) for part in item.parts if part.start < len(text))
    story = "\n".join(text[part.start : part.end] for part in parts if part.kind == "story")
    lines = _labelled(text, parts)
    day_first = reads_day_first(item.url)
    if day_first is None:
        day_first = habit(line.text for line in lines)
    stated = published_on(lines, url=item.url, day_first=day_first, captured=item.captured)
    published, more = settle(item, stated)
    language = find_language(story) or find_language(text)
    if not story.strip():
        more = (*more, Issue(code="no-story", message="none of the given parts is story text: nothing is read from it"))
    title = next((text[part.start : part.end] for part in parts if part.kind == "title"), None)
    bylines = [text[part.start : part.end] for part in parts if part.kind == "byline"]
    return Page(
        id=item.id,
        text=text,
        meta=Meta(
            title=" ".join(title.split()) if title else None,
            authors=tuple(dict.fromkeys(name for line in bylines for name in author_names(line))),
            publisher=publisher_from(lines, item.url),
            published=published.day,
            published_how=published.how,
            published_time=published.time,
            language=language,
            url=item.url,
        ),
        parts=parts,
        issues=(*item.issues, *issues, *more, *language_issues(language)),
    )


def _within(part: Part, length: int) -> Part:
    """The part without what was cut off."""
    if part.end <= length:
        return part
    return Part(start=part.start, end=length, kind=part.kind, author=part.author, time=part.time, role=part.role)


def _labelled(text: str, parts: tuple[Part, ...]) -> list[Line]:
    """The lines of a text, each of the kind of the part that it begins in."""
    lines = split_lines(text)
    waiting = list(reversed(parts))
    for line in lines:
        while waiting and waiting[-1].end <= line.start:
            waiting.pop()
        if waiting and waiting[-1].start <= line.start:
            line.kind = waiting[-1].kind
    return lines
