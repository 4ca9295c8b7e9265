"""Addresses -> pages, each site at its own pace; what cannot be had is an issue, and the run goes on."""

import heapq
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from standoff.errors import FetchError, InputError
from standoff.fetch.address import Address, parse_address, shown
from standoff.fetch.client import Answer, Client
from standoff.fetch.clock import Pace
from standoff.fetch.content import is_feed, page_of, text_of
from standoff.fetch.same import same_words
from standoff.model import Issue, PageInput
from standoff.read.forms.address_list import page_id
from standoff.read.forms.feed import Entry, Feed, entry_id, entry_page, parse_feed
from standoff.read.jsonl import Unreadable
from standoff.record import page_key
from standoff.record.visits import TakenUp, Visit, Visits

Found = PageInput | Unreadable


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages with one client, and remembers in a record what it got. `run` is the number of this run."""

    client: Client
    visits: Visits
    run: int = 0

    def pages(self, urls: Iterable[str], *, delay: float | None = None) -> Iterator[Found]:
        """The page of each address, or why there is none. An address that is a feed gives the pages of its entries.

        The sites take turns, so that the wait which one is owed is used for the next. What a run that was cut off had
        fetched already is not asked for again.
        """
        addresses: dict[Address, None] = {}
        for url in urls:
            try:
                addresses[parse_address(url)] = None
            except FetchError as e:
                yield unreadable(url, e)
        for address in by_turns(addresses, self.client.pace):
            yield from self.page(address, delay=delay)

    def page(self, address: Address, *, delay: float | None = None, feeds: bool = True) -> Iterator[Found]:
        """The page at one address; several where it is a feed and `feeds` are wanted."""
        visit = self.visits.recall(address.url)
        kept = self.visits.page(visit.document) if visit else None
        if visit and kept and visit.run == self.run and visit.status == 200:
            yield kept
            return
        try:
            answer = self.ask(address, visit if kept else None, delay=delay)
        except FetchError as e:
            self.note(Visit(url=address.url, status=e.status, lasting=e.lasting))
            yield unreadable(address.url, e)
            return
        if answer.status == 304 and visit and kept:
            self.note(_again(visit, answer))
            yield kept
            return
        text, issues = text_of(answer)
        if is_feed(answer, text):
            yield from self._feed(address, answer, text, feeds)
            return
        item = page_of(answer, text, issues, asked=address.url)
        if kept and same_words(kept, item):
            item = kept
        self.note(visited(address, answer, document=page_key(item)))
        yield item

    def ask(self, address: Address, visit: Visit | None, *, delay: float | None = None) -> Answer:
        """The answer of a server; unchanged since a visit, where it says so.

        Raises:
            FetchError: there is no page to be had.
        """
        etag, modified = (visit.etag, visit.modified) if visit else (None, None)
        return self.client.get(address, etag=etag, modified=modified, delay=delay)

    def note(self, visit: Visit) -> None:
        """Keeps an answer as one of this run."""
        self.visits.note(replace(visit, run=self.run), id=page_id(visit.url))

    def _feed(self, address: Address, answer: Answer, text: str, wanted: bool) -> Iterator[Found]:
        """The pages of a feed that stood in a list of addresses."""
        try:
            if not wanted:
                raise InputError("it is a feed, where a page was expected", hint="follow it by itself")
            feed = parse_feed(text, url=answer.address.url)
        except InputError as e:
            self.note(Visit(url=address.url, status=200, lasting=True))
            yield refused_feed(address.url, e)
            return
        self.note(visited(address, answer))
        yield from self.entries(address.url, feed, feed.entries, day=answer.day)

    def entries(
        self,
        source: str,
        feed: Feed,
        entries: Iterable[Entry],
        *,
        day: str | None = None,
        full: bool | None = None,
        delay: float | None = None,
    ) -> Iterator[Found]:
        """The pages of a feed's entries: from the feed where it holds the whole text, else fetched.

        Args:
            source: the feed's address.
            feed: what the feed says of itself.
            entries: those that are wanted.
            day: the day on which the feed was fetched.
            full: whether the feed holds whole texts; judged entry by entry where nobody said.
            delay: seconds between two questions to one host.
        """
        told: set[str] = set()
        linked: list[tuple[str, str]] = []
        for entry in entries:
            if entry.body and (full or entry.url is None or (full is None and entry.whole)):
                key = entry_id(source, entry, told)
                item = entry_page(feed, entry, id=key, captured=day)
                url = entry.url or source
                self.visits.take_up(TakenUp(feed=source, entry=entry.id, url=url, id=key, document=page_key(item)))
                yield item
            elif entry.url is None:
                yield no_link(source, entry)
            else:
                linked.append((entry.id, entry.url))
        yield from self.links(source, linked, delay=delay)

    def links(self, source: str, entries: Iterable[tuple[str, str]], *, delay: float | None = None) -> Iterator[Found]:
        """The pages that entries of a feed, each an id and a link, lead to. A link to another feed is not followed."""
        addresses: dict[Address, None] = {}
        for entry, url in entries:
            try:
                address = parse_address(url)
            except FetchError as e:
                url = shown(url)
                self.note(Visit(url=url, status=0, lasting=True))
                self.visits.take_up(TakenUp(feed=source, entry=entry, url=url, id=page_id(url)))
                yield unreadable(url, e)
                continue
            addresses[address] = None
            self.visits.take_up(TakenUp(feed=source, entry=entry, url=address.url, id=page_id(address.url)))
        for address in by_turns(addresses, self.client.pace):
            yield from self.page(address, delay=delay, feeds=False)


def fetched(found: Iterable[tuple[str, Found]], fetcher: Fetcher) -> Iterator[tuple[str, Found]]:
    """What was found, the pages of addresses in the place of the lists that named them."""
    for source, item in found:
        if isinstance(item, Unreadable) and item.addresses:
            fetcher.visits.take_back(item.source or "", item.issue.code)
            yield from ((source, page) for page in fetcher.pages(item.addresses))
        else:
            yield source, item


def by_turns(addresses: Iterable[Address], pace: Pace) -> Iterator[Address]:
    """The addresses, each host's in their order; next comes the host that may be asked first."""
    queues: dict[str, deque[Address]] = {}
    for address in addresses:
        queues.setdefault(address.host, deque()).append(address)
    turns = [(pace.ready_at(host), n, host) for n, host in enumerate(queues)]
    heapq.heapify(turns)
    while turns:
        ready, n, host = turns[0]
        if pace.ready_at(host) > ready:  # asked meanwhile: by its robots.txt, or by a redirect from elsewhere
            heapq.heapreplace(turns, (pace.ready_at(host), n, host))
            continue
        yield queues[host].popleft()
        if queues[host]:
            heapq.heapreplace(turns, (pace.ready_at(host), n, host))
        else:
            heapq.heappop(turns)


def unreadable(url: str, error: FetchError) -> Unreadable:
    """An address that gives no page, and why."""
    url = shown(url)
    message = f"{error}: {error.hint}" if error.hint else str(error)
    return Unreadable(id=page_id(url), source=url, issue=Issue(code=error.code, message=message))


def refused_feed(url: str, error: InputError) -> Unreadable:
    """A feed that is not read, and why."""
    message = f"{url}: {error}" + (f": {error.hint}" if error.hint else "")
    return Unreadable(id=page_id(url), source=url, issue=Issue(code="bad-feed", message=message))


def no_link(source: str, entry: Entry) -> Unreadable:
    """An entry with neither text nor link."""
    message = f"{source}: the entry {entry.title or entry.id!r} has neither its whole text nor a link: nothing to read"
    return Unreadable(
        id=entry_id(source, entry, set()), source=source, issue=Issue(code="empty-entry", message=message)
    )


def visited(address: Address, answer: Answer, *, document: str | None = None, how: str = "") -> Visit:
    """What is to be remembered of an answer: `document` is the key of the page it gave, `how` what it was asked for."""
    return Visit(
        url=address.url,
        status=answer.status,
        final=answer.address.url,
        etag=answer.etag,
        modified=answer.modified,
        day=answer.day,
        document=document,
        how=how,
    )


def _again(visit: Visit, answer: Answer) -> Visit:
    """A visit that found the page unchanged; what the server says of it anew counts."""
    return replace(
        visit,
        etag=answer.etag or visit.etag,
        modified=answer.modified or visit.modified,
        day=answer.day or visit.day,
    )
