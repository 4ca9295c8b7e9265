"""What is worked out of single pages, kept beside them: who tells views again reads only the pages that have changed.

It bears the name of the code and of all else that it hangs on beside its page; what bears another name is not read. A trigger
of `record/schema.py` takes it out where a page changes.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
import zstandard

from standoff.model import Annotation, Quantity, Quote, Reason, StateMention
from standoff.record.mentions import comments, quantity_mentions, quote_mentions, reason_mentions, state_mentions
from standoff.record.rows import Comment, Document, QuantityMention, QuoteMention, ReasonMention, StateMentionRow, Where

Place = tuple[int, int, str, str]
"""Where a sentence begins and ends, its words, and the part of the page it stands in."""


class Given(msgspec.Struct, frozen=True, array_like=True):
    """What views read of a page beside its events: of each mention its place, and its fields in order."""

    quantities: tuple[tuple[Place, str, Quantity, str, str | None], ...]
    quotes: tuple[tuple[Place, str, Quote, str], ...]
    reasons: tuple[tuple[Place, str, Reason, str, str | None, str | None], ...]
    states: tuple[tuple[Place, str, StateMention, str, str | None], ...]
    comments: tuple[tuple[Place, str, str | None, str | None], ...]


def given_by(document: Document, page: Annotation) -> Given:
    """What a page gives beside its events."""
    return Given(
        tuple((_place(m.where), m.key, m.quantity, m.words, m.equals) for m in quantity_mentions(document, page)),
        tuple((_place(m.where), m.key, m.quote, m.said) for m in quote_mentions(document, page)),
        tuple((_place(m.where), m.key, m.reason, m.words, m.act, m.of) for m in reason_mentions(document, page)),
        tuple((_place(m.where), m.key, m.state, m.words, m.object) for m in state_mentions(document, page)),
        tuple((_place(m.where), m.key, m.author, m.time) for m in comments(document, page)),
    )


def _place(where: Where) -> Place:
    return where.start, where.end, where.quote, where.part


def _where(document: Document, place: Place) -> Where:
    start, end, quote, part = place
    return Where(document=document, start=start, end=end, quote=quote, part=part)


def quantities_of(document: Document, given: Given) -> Iterator[QuantityMention]:
    """The amounts of a page."""
    for at, key, quantity, words, equals in given.quantities:
        yield QuantityMention(key=key, quantity=quantity, words=words, where=_where(document, at), equals=equals)


def quotes_of(document: Document, given: Given) -> Iterator[QuoteMention]:
    """What a page has people say."""
    for at, key, quote, said in given.quotes:
        yield QuoteMention(key=key, quote=quote, said=said, where=_where(document, at))


def reasons_of(document: Document, given: Given) -> Iterator[ReasonMention]:
    """The reasons that a page gives."""
    for at, key, reason, words, act, of in given.reasons:
        yield ReasonMention(key=key, reason=reason, words=words, act=act, where=_where(document, at), of=of)


def states_of(document: Document, given: Given) -> Iterator[StateMentionRow]:
    """A page's descriptions of states."""
    for at, key, state, words, object in given.states:
        yield StateMentionRow(key=key, state=state, words=words, where=_where(document, at), object=object)


def comments_of(document: Document, given: Given) -> Iterator[Comment]:
    """The readers' comments below a page."""
    for at, key, author, time in given.comments:
        yield Comment(key=key, author=author, time=time, text=at[2], where=_where(document, at))


def name_given(kind: str, given: Iterable[object]) -> str:
    """The name of what is worked out of pages. `given`: what it hangs on beside the page."""
    return f"{kind} {sha256(msgspec.json.encode(list(given), order='deterministic')).hexdigest()[:12]}"


def read_given(db: sqlite3.Connection, name: str, form: Any) -> dict[str, Any]:
    """What is kept under a name, by the keys of the pages; what cannot be read is left out."""
    decode, unpack = msgspec.msgpack.Decoder(form).decode, zstandard.ZstdDecompressor().decompress
    found = {}
    for key, told in db.execute("SELECT key, told FROM given JOIN document USING (n) WHERE name = ?", (name,)):
        try:
            found[key] = decode(unpack(told))
        except (zstandard.ZstdError, msgspec.DecodeError):
            continue
    return found


def write_given(db: sqlite3.Connection, told: Mapping[str, Mapping[str, object]]) -> None:
    """Keeps what was worked out of pages, by its name and their keys, in place of what bore other names of the kind."""
    encode, pack = msgspec.msgpack.Encoder().encode, zstandard.ZstdCompressor(level=3).compress
    for name, of_pages in told.items():
        kind = name.split()[0]
        db.execute("DELETE FROM given WHERE name > ? AND name < ?", (f"{kind} ", name))
        db.execute("DELETE FROM given WHERE name > ? AND name < ?", (name, f"{kind}!"))
        db.executemany(
            "INSERT OR REPLACE INTO given SELECT ?, n, ? FROM document WHERE key = ?",
            ((name, pack(encode(one)), key) for key, one in of_pages.items()),
        )
