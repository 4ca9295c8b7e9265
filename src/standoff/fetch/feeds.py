"""`feeds.toml` -> the new pages of each feed. One pass; what was taken up before is not fetched again."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta as Is

from standoff.errors import FetchError, InputError
from standoff.fetch.address import parse_address
from standoff.fetch.client import Answer
from standoff.fetch.content import is_feed, text_of
from standoff.fetch.pages import Fetcher, Found, refused_feed, unreadable, visited
from standoff.read.forms.feed import Entry, Feed, parse_feed
from standoff.read.jsonl import Unreadable
from standoff.record.visits import TakenUp, Visit

_HINT = "it wants [[feed]] with url, and name, keep, full, delay where they help"
_ALTERNATE = re.compile(r"<link\b[^<>]{0,500}application/(?:rss|atom)\+xml[^<>]{0,500}>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s<>]{1,500})", re.IGNORECASE)


class Followed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A feed to follow, as `feeds.toml` names it."""

    url: str
    name: str = ""
    keep: tuple[str, ...] = ()  # an entry is wanted where a word of its title or summary begins with one of these
    full: bool | None = None  # whether the feed holds whole texts; judged entry by entry where nobody said
    delay: Annotated[float, Is(ge=0, le=300)] | None = None  # seconds between two questions to one host

    @property
    def told(self) -> str:
        """The name to speak of it by."""
        return self.name or self.url


def load_feeds(path: Path) -> tuple[Followed, ...]:
    """The feeds that a TOML file names.

    Raises:
        InputError: the file is missing, no TOML, or holds something else.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as e:
        raise InputError(f"cannot read {path}: {e.strerror}", hint=_HINT) from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise InputError(f"{path} is no TOML: {e}", hint=_HINT) from e
    if unknown := set(data) - {"feed"}:
        raise InputError(f"{path} has an unknown table [{min(unknown)}]", hint=_HINT)
    try:
        feeds = msgspec.convert(data.get("feed", []), tuple[Followed, ...])
    except msgspec.ValidationError as e:
        raise InputError(f"{path}: {e}", hint=_HINT) from e
    if not feeds:
        raise InputError(f"{path} names no feed", hint=_HINT)
    if len({feed.url for feed in feeds}) < len(feeds):
        raise InputError(f"{path} names a feed twice", hint="name each address once")
    return feeds


@dataclass(slots=True)
class Pass:
    """What one pass over a feed did. `new` counts the pages handed on; whether they could be read is seen later."""

    feed: Followed
    new: int = 0
    known: int = 0
    unwanted: int = 0
    failed: int = 0
    unchanged: bool = False

    def __str__(self) -> str:
        if self.unchanged and not (self.new or self.failed):
            return f"{self.feed.told}: unchanged"
        parts = (
            ("new", self.new),
            ("seen before", self.known),
            ("passed over", self.unwanted),
            ("failed", self.failed),
        )
        counts = [f"{count} {what}" for what, count in parts if count or what == "new"]
        return f"{self.feed.told}: {', '.join(counts)}"


def follow(
    feeds: Iterable[Followed], fetcher: Fetcher, *, done: Callable[[Pass], None] = lambda _: None
) -> Iterator[tuple[str, Found]]:
    """The new pages of each feed with the feed's name; a feed that fails is an issue, and the next one has its turn.

    Args:
        feeds: those to follow.
        fetcher: what fetches and remembers.
        done: is told what the pass over each feed did.
    """
    for feed in feeds:
        counts = Pass(feed)
        for item in _one(feed, fetcher, counts):
            if isinstance(item, Unreadable):
                counts.failed += 1
            else:
                counts.new += 1
            yield feed.told, item
        done(counts)


def _one(feed: Followed, fetcher: Fetcher, counts: Pass) -> Iterator[Found]:
    """The new pages of one feed, and what failed in passing before."""
    visits = fetcher.visits
    try:
        address = parse_address(feed.url)
    except FetchError as e:
        yield unreadable(feed.url, e)
        return
    visit = visits.recall(address.url)
    try:
        answer = fetcher.ask(address, visit if visit and visit.how == _how(feed) else None, delay=feed.delay)
    except FetchError as e:
        fetcher.note(Visit(url=address.url, status=e.status, lasting=e.lasting))
        yield unreadable(address.url, e)
        return
    left = visits.left(address.url)
    if answer.status == 304:
        counts.unchanged = True
        yield from _retried(feed, fetcher, address.url, left)
        return
    try:
        found = _parsed(answer)
    except InputError as e:
        fetcher.note(Visit(url=address.url, status=200, lasting=True))
        yield refused_feed(address.url, e)
        return
    yield from _entries(feed, fetcher, address.url, found, answer, left, counts)
    fetcher.note(visited(address, answer, how=_how(feed)))


def _entries(
    feed: Followed, fetcher: Fetcher, source: str, found: Feed, answer: Answer, left: list[TakenUp], counts: Pass
) -> Iterator[Found]:
    """The entries that are wanted and new; then those that failed before and are no longer in the feed."""
    again = {entry.entry for entry in left}
    seen = fetcher.visits.taken_up(source) - again
    wanted = [entry for entry in found.entries if wants(feed.keep, entry)]
    new = [entry for entry in wanted if entry.id not in seen]
    counts.unwanted = len(found.entries) - len(wanted)
    counts.known = len(wanted) - len(new)
    yield from fetcher.entries(source, found, new, day=answer.day, full=feed.full, delay=feed.delay)
    there = {entry.id for entry in new}
    yield from _retried(feed, fetcher, source, [entry for entry in left if entry.entry not in there])


def _retried(feed: Followed, fetcher: Fetcher, source: str, left: list[TakenUp]) -> Iterator[Found]:
    """The pages of entries that were taken up and not had: their links are asked for again."""
    links = [(entry.entry, entry.url) for entry in left if entry.url != source]
    yield from fetcher.links(source, links, delay=feed.delay)


def _parsed(answer: Answer) -> Feed:
    """The feed that a server sent.

    Raises:
        InputError: it is none, or is refused.
    """
    text, _ = text_of(answer)
    if is_feed(answer, text):
        return parse_feed(text, url=answer.address.url)
    hint = "give the address of an RSS, Atom or JSON feed"
    if named := _named_feed(answer, text):
        hint = f"it names one: {named}"
    raise InputError("it is no feed but a page", hint=hint)


def _named_feed(answer: Answer, text: str) -> str | None:
    """The address of the feed that a page names in its head."""
    link = _ALTERNATE.search(text[:200_000])
    href = _HREF.search(link[0]) if link else None
    try:
        return parse_address(href[1], base=answer.address).url if href else None
    except FetchError:
        return None


def wants(keep: Iterable[str], entry: Entry) -> bool:
    """True where a word of the entry's title or summary begins with one of those to keep; without any, always.

    >>> wants(["strike"], Entry(id="1", title="Strikers are back at the gate")), wants(["port"], Entry(id="2", title="A report"))
    (True, False)
    """
    words = [re.escape(" ".join(word.split())) for word in keep if word.strip()]
    text = " ".join(f"{entry.title or ''} {entry.summary}".split())
    return not words or re.search(rf"\b(?:{'|'.join(words)})", text, re.IGNORECASE) is not None


def _how(feed: Followed) -> str:
    """What a feed was asked for: where that changes, its entries are looked at anew."""
    return sha256(msgspec.json.encode((feed.keep, feed.full))).hexdigest()[:16]
