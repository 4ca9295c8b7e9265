"""A feed that was saved as a file: the entries that hold their whole text are pages; the others are addresses."""

from collections.abc import Iterator

import msgspec

from standoff.errors import InputError
from standoff.model import PageInput
from standoff.read.decoding import decode
from standoff.read.forms.address_list import not_fetched
from standoff.read.forms.feed import entry_id, entry_page, parse_feed
from standoff.read.forms.files import File, Run
from standoff.read.jsonl import Unreadable


def read_feed(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a saved feed's entries, and the addresses of those that it does not hold whole."""
    try:
        feed = parse_feed(decode(file.data())[0])
    except InputError as e:
        yield file.unreadable("bad-feed", f"cannot be read: {e}" + (f": {e.hint}" if e.hint else ""))
        return
    told: set[str] = set()
    linked: dict[str, None] = {}
    for entry in feed.entries:
        key = entry_id(file.stem, entry, told)
        if entry.whole or (entry.body and not entry.url):
            page = entry_page(feed, entry, id=key)
            yield msgspec.structs.replace(page, id=run.own(key, page.html or ""))
        elif entry.url:
            linked[entry.url] = None
        else:
            yield file.unreadable(
                "empty-entry", f"has an entry {entry.title or entry.id!r} without text and link", key=key
            )
    if linked:
        yield not_fetched(file.name, tuple(linked))
    if not feed.entries:
        yield file.unreadable("no-pages", "is a feed without entries: nothing to read")
