"""An article whose parts a press archive names -> PageInput: one text put together from them, with the parts marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from standoff.lexicon.publishers import publisher_named
from standoff.model import Issue, PageInput, Part, PartKind, Role
from standoff.read.dates.publication import author_names
from standoff.read.shapes import caption_end_credit

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Article:
    """What an archive says of an article, and its paragraphs."""

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    story: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credit: str = ""
    correction: str = ""
    publisher: str = ""
    section: str = ""
    published: str | None = None
    captured: str | None = None
    url: str | None = None
    key: str | None = None  # the archive's own id


def page_text(article: Article) -> tuple[str, tuple[Part, ...]]:
    """The article's text, and its parts."""
    pieces: list[tuple[PartKind, Role | None, str]] = [
        ("title", None, article.title),
        ("story", "standfirst", article.standfirst),
        ("byline", None, article.byline),
        ("dateline", None, article.dateline),
        ("story", None, "\n\n".join(article.story)),
        *((kind, None, piece) for caption in article.captions for kind, piece in _caption_pieces(caption)),
        ("credit", None, article.credit),
        ("furniture", "correction", article.correction),
    ]
    text, parts, length = [], [], 0
    for kind, role, piece in pieces:
        if not piece:
            continue
        text.append(piece)
        parts.append(Part(start=length, end=length + len(piece), kind=kind, role=role))
        length += len(piece) + 2
    return "\n\n".join(text), tuple(parts)


def _caption_pieces(caption: str) -> tuple[tuple[PartKind, str], ...]:
    """A caption and the credit that closes it."""
    cut = caption_end_credit(caption)
    shown, credit = caption[:cut].rstrip(" |–—-/([") if cut else caption, caption[cut or len(caption) :].strip(" ()[]")
    return (("caption", shown), ("credit", credit))


def page_of(article: Article, key: str, *, issues: tuple[Issue, ...] = ()) -> PageInput:
    """The page of an article."""
    text, parts = page_text(article)
    known = publisher_named(article.publisher) if article.publisher else None
    return PageInput(
        id=key,
        text=text,
        parts=parts,
        url=article.url,
        published=article.published,
        captured=article.captured,
        title=article.title or None,
        authors=author_names(article.byline) if article.byline else (),
        publisher=(known.names[0] if known else article.publisher) or None,
        section=article.section or None,
        issues=issues,
    )


def one_line(text: str) -> str:
    """A text with every run of white space as one blank."""
    return _SPACES.sub(" ", text).strip()


def paragraphs(lines: Iterable[str], *, wrapped: bool) -> list[str]:
    """The paragraphs of lines: blocks between blank lines where they were wrapped at a width, else the lines themselves."""
    found: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            found.append([])
        elif wrapped:
            found[-1].append(line)
        else:
            found.append([line])
    return [one_line(" ".join(block)) for block in found if block]
