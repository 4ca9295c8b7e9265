"""The agency that a page credits: in its dateline, its byline or below its story."""

import re

from standoff.lexicon.publishers import publisher_named
from standoff.model import Annotation

_AGENCY = re.compile(r"\(([A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})\)")
_NEWS = re.compile(r"(?: News(?: Agency)?| English)$")


def credited(page: Annotation) -> str | None:
    """The agency that a page credits in its dateline, its byline or below its story: `SEOUL (Reuters) -`, `(Yonhap News)`."""
    for part in page.parts:
        said = page.text[part.start : part.end]
        if part.kind in ("byline", "dateline") and (name := _named(said)):
            return name
    story = [p for p in page.parts if p.kind == "story"]
    for part in [*story[:1], *story[-1:]]:
        said = page.text[part.start : part.end]
        for found in _AGENCY.finditer(said):
            near = found.start() < 60 or found.end() > len(said) - 3
            name = _agency(_NEWS.sub("", found[1])) if near else None
            if name:
                return name
    return _agency(page.meta.publisher or "")


def _named(text: str) -> str | None:
    words = re.findall(r"[\w.&’'-]+", text)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if name := _agency(" ".join(words[at : at + size])):
                return name
    return None


def _agency(name: str) -> str | None:
    """The usual name of an agency, however a credit writes it."""
    entry = publisher_named(name)
    return entry.names[0] if entry and entry.agency else None
