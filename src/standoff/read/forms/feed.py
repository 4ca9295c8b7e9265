"""The bytes of an RSS, Atom, RDF or JSON feed -> its entries; those that hold their text whole -> PageInput."""

import html
import io
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

import msgspec

from standoff.errors import InputError
from standoff.hostile import web_link
from standoff.model import PageInput
from standoff.read.forms.address_list import page_id
from standoff.read.guard import MAX_CHARS, markup_trouble

_FORMATS = re.compile(r"<(?:rss|feed|rdf:RDF|\w{1,20}:feed|channel)[\s>]")
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_HEAD = 20_000
_TAG = re.compile(r"<[^<>]*>")
_SIGNED = re.compile(
    r"<p>The post <a\b[^<>]*>[^<>]*</a> (?:appeared first|first appeared) on <a\b[^<>]*>[^<>]*</a>\.?</p>\s*\Z"
)
"""What WordPress puts below every entry."""
_WHOLE = 1000  # characters of text from which on an entry counts as told whole
_GOES_ON = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\bread more|\bcontinue reading)\W*$", re.IGNORECASE)
_LATER = "try again later, or tell its publisher"
MAX_ENTRIES = 10_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a feed. `published` is the day that it prints, in its own zone."""

    id: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    summary: str = ""
    body: str = ""

    @property
    def whole(self) -> bool:
        """True where the entry seems to hold the whole text, not its beginning."""
        text = _text(self.body)
        return len(text) >= _WHOLE and not _GOES_ON.search(text[-40:])


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed as read: who publishes it, and its entries in its own order."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()


def looks_like_feed(text: str) -> bool:
    """True for what begins as a feed does.

    >>> looks_like_feed('<?xml version="1.0"?><rss version="2.0"><channel>'), looks_like_feed("<html><body>")
    (True, False)
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return _JSON_FEED.search(head) is not None
    if not head.startswith("<"):
        return False
    start = _root(head)[1]
    return _FORMATS.match(head, start) is not None


def parse_feed(text: str, *, url: str | None = None) -> Feed:
    """The feed in a text; links count from `url`. Nothing that the feed names is opened or fetched.

    Raises:
        InputError: it declares entities, is too deep or too large, or is no feed.
    """
    if len(text) > MAX_CHARS:
        raise InputError(
            f"the feed has {len(text):,} characters, the limit is {MAX_CHARS:,}", hint="ask for a shorter one"
        )
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _json_feed(text)
    return _xml_feed(_without_doctype(text), url)


def _root(text: str) -> tuple[tuple[int, int] | None, int]:
    """Where the document type declaration stands, if there is one, and where the first element begins."""
    doctype = None
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<?", at):
            end = text.find("?>", at)
        elif text.startswith("<!--", at):
            end = text.find("-->", at)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end = text.find(">", at)
            if end < 0 or re.search(r"[\[<]", text[at + 1 : end]):
                end = -1  # it declares something inside, or hides where it ends
            doctype = (at, end)
        else:
            return doctype, at
        if end < 0:
            return doctype, len(text)
        at = end
    return doctype, len(text)


def _without_doctype(text: str) -> str:
    """The document without its type declaration, which old feeds have and nobody needs.

    Raises:
        InputError: it declares entities: a few lines of them grow without bound, or name files to be opened.
    """
    doctype, _ = _root(text)
    if doctype is None:
        return text
    start, end = doctype
    if end < 0:
        raise InputError(
            "the feed declares entities of its own (a DTD): it is refused",
            hint="ask its publisher for a feed without <!DOCTYPE … [",
        )
    return text[:start] + text[end + 1 :]


def _xml_feed(text: str, url: str | None) -> Feed:
    trouble = markup_trouble(text)
    if trouble:
        raise InputError(trouble.message.replace("the page", "the feed"))
    import feedparser  # takes a tenth of a second; it is given a stream, since a name or an address would be opened

    data = _DECLARED.sub("", text, count=1).encode("utf-8", errors="replace")
    headers = {"content-type": "application/xml; charset=utf-8", **({"content-location": url} if url else {})}
    try:
        found = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=url is not None
        )
    except Exception as e:  # on broken markup its handlers raise whatever they meet; the run must go on
        raise InputError(f"the feed is damaged ({type(e).__name__}: {e})", hint=_LATER) from e
    if not found.get("version") and not found.entries:
        raise InputError("it is no feed that can be read", hint="give the address of an RSS, Atom or JSON feed")
    if found.bozo and not found.entries:
        raise InputError(
            "the feed is damaged: no entry of it can be read", hint="try again later, or tell its publisher"
        )
    title = _line(found.feed.get("title"))
    return Feed(title=title, entries=tuple(_entries(found.entries[:MAX_ENTRIES])))


def _entries(rows: list[Any]) -> Iterator[Entry]:
    for row in rows:
        url = web_link(_string(row.get("link")))
        title = _line(row.get("title"))
        key = _string(row.get("id")) or url or title
        if not key:
            continue
        contents = [_string(each.get("value")) for each in row.get("content", [])]
        summary = _string(row.get("summary"))
        yield Entry(
            id=key,
            url=url,
            title=title,
            authors=_authors(row),
            published=_day(row.get("published")),
            summary=summary,
            body=max([*contents, summary], key=len),
        )


def _authors(row: Any) -> tuple[str, ...]:
    """Who wrote an entry: their names without addresses."""
    names = [_string(each.get("name")) for each in row.get("authors", [])] or [_string(row.get("author"))]
    lines = (_line(re.sub(r"\S+@\S+|[()]", " ", name)) for name in names)
    return tuple(dict.fromkeys(line for line in lines if line))


class _JsonItem(msgspec.Struct):
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    authors: list[dict[str, Any]] = []


class _JsonFeed(msgspec.Struct):
    title: str | None = None
    items: list[_JsonItem] = []


def _json_feed(text: str) -> Feed:
    try:
        found = msgspec.json.decode(text.encode("utf-8", errors="replace"), type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError) as e:
        raise InputError(f"it is no feed that can be read ({e})") from e
    entries = []
    for item in found.items[:MAX_ENTRIES]:
        url = web_link(item.url)
        key = str(item.id) if item.id not in (None, "") else url or item.title
        if key:
            body = item.content_html or html.escape(item.content_text or "").replace("\n", "<br>\n")
            authors = tuple(str(each["name"]) for each in item.authors if each.get("name"))
            entries.append(
                Entry(
                    id=key, url=url, title=_line(item.title), authors=authors, published=_day(item.date_published),
                    summary=item.summary or "", body=body,
                )
            )  # fmt: skip
    return Feed(title=_line(found.title), entries=tuple(entries))


def entry_id(source: str, entry: Entry, told: set[str]) -> str:
    """The id of an entry's page: by its link, or by the feed and the entry's own id where others bear the same link."""
    if entry.url and entry.url not in told:
        told.add(entry.url)
        return page_id(entry.url)
    return f"{page_id(source)}#{sha256(entry.id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def entry_page(feed: Feed, entry: Entry, *, id: str, captured: str | None = None) -> PageInput:
    """An entry as a page: its text as the feed holds it, with what the feed says of it."""
    title = html.escape(entry.title or "")
    head = f"<head><title>{title}</title></head>" if title else ""
    heading = f"<h1>{title}</h1>\n" if title else ""
    return PageInput(
        id=id,
        html=f"<!DOCTYPE html>\n<html>{head}<body><article>\n{heading}{_SIGNED.sub('', entry.body)}\n</article></body></html>",
        url=entry.url,
        published=entry.published,
        title=entry.title,
        authors=entry.authors,
        publisher=feed.title,
        captured=captured,
    )


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _line(value: object) -> str | None:
    """A title or a name in one line, without markup."""
    return _text(_string(value)) or None


def _day(value: object) -> str | None:
    """The day that a date prints, in its own zone; None where it is none."""
    text = _string(value)
    if re.match(r"\d{4}-\d\d-\d\d", text):
        try:
            return datetime.fromisoformat(text[:10]).date().isoformat()
        except ValueError:
            return None
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except (ValueError, OverflowError):
        return None
