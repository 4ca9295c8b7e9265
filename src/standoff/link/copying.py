"""Copies as they are remembered: a new page is looked up by what it prints and compared with what is found, no other."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
import numpy as np

from standoff.link.copies import (
    COMMON,
    LOOKED_UP,
    Copy,
    Listed,
    Pair,
    compare,
    copies_of,
    list_page,
    may_copy,
    order,
    pairs,
    same_addresses,
)
from standoff.link.sketch import Hashes, Text, read_text
from standoff.model import Annotation
from standoff.record.asking import PAGES, ask, change, parts
from standoff.record.rows import Document

COPIED_BY = "copied_by"
TABLES = ("sketch", "lookup", "pair")
Read = Callable[[Collection[str]], Mapping[str, tuple[Document, Annotation]]]
"""Reads documents, by their keys."""

_pack = msgspec.msgpack.Encoder().encode
_listed = msgspec.msgpack.Decoder(Listed).decode


class Copying:
    """The tables of copies, inside a transaction."""

    def __init__(self, db: sqlite3.Connection, read: Read) -> None:
        self._db = db
        self._read = read
        self._texts: dict[str, Text] = {}

    def forget(self) -> None:
        """Empties all of it."""
        for table in (*TABLES, "copy"):
            self._db.execute(f"DELETE FROM {table}")

    def anew(self) -> set[str]:
        """Puts all pages together; their keys come back."""
        self.forget()
        keys = [key for (key,) in self._db.execute("SELECT key FROM document ORDER BY key")]
        texts: dict[str, Text] = {}
        listed: list[Listed] = []
        for some in parts(keys, PAGES):  # of each page no more is held than that
            read = self._read(some)
            texts |= {key: read_text(key, page) for key, (_, page) in read.items()}
            listed += [list_page(d, page, texts[key]) for key, (d, page) in read.items()]
        listed.sort(key=order)
        found = pairs([texts[page.key] for page in listed], [page.address for page in listed])
        self._insert(listed, texts)
        self._write_pairs(found)
        self._write_copies(copies_of(listed, found))
        return set(keys)

    def update(self, documents: Collection[str]) -> set[str]:
        """Puts new and changed pages to what is known; those that may count as another source now come back."""
        ids = dict(ask(self._db, "SELECT key, n FROM document WHERE key IN ({})", documents))
        before = {
            key: _hashes(blob)
            for key, blob in ask(self._db, "SELECT document, looked_up FROM sketch WHERE document IN ({})", documents)
        }
        read = self._read(documents)
        self._texts = {key: read_text(key, page) for key, (_, page) in read.items()}
        touched = {
            int(h) for hashes in (*before.values(), *(t.looked_up for t in self._texts.values())) for h in hashes
        }
        was = self._common(touched)
        concerned = self._around(documents)
        change(self._db, "DELETE FROM sketch WHERE document IN ({})", documents)
        change(self._db, "DELETE FROM pair WHERE one IN ({})", documents)
        change(self._db, "DELETE FROM pair WHERE other IN ({})", documents)
        self._db.executemany(
            "DELETE FROM lookup WHERE hash = ? AND n = ?",
            [(_signed(h), ids[key]) for key in sorted(before) for h in before[key]],
        )
        listed = sorted((list_page(d, page, self._texts[key]) for key, (d, page) in read.items()), key=order)
        self._insert(listed, self._texts)
        common = self._common(touched)
        for page in listed:
            self._write_pairs(self._pairs_of(self._texts[page.key], page.address, common))
        swayed = self._again(self._beside(was - common, common - was) - set(documents))
        for address in sorted({p.address for p in (*listed, *self._listed(concerned | swayed)) if p.address}):
            self._versions(address)
        return self._settle(concerned | swayed | self._around(documents))

    def _beside(self, rarer: Collection[int], common: Collection[int]) -> set[str]:
        """Pages that were or may be found by runs of words of which some are rarer now, and others too common."""
        found = self._holders(common)
        rows = ask(self._db, "SELECT one, other FROM pair WHERE by_text AND one IN ({})", found)
        return self._holders(rarer) | {key for pair in rows if found.issuperset(pair) for key in pair}

    def _again(self, documents: Collection[str]) -> set[str]:
        """Looks pages up anew; those around them, before and now, come back."""
        swayed = self._around(documents)
        for column in ("one", "other"):
            change(self._db, f"DELETE FROM pair WHERE {column} IN ({{}})", documents)
        for page in sorted(self._listed(documents), key=order):
            text = self._text(page.key)
            common = self._common({int(h) for h in text.looked_up})
            self._write_pairs(self._pairs_of(text, page.address, common))
        return swayed | self._around(documents)

    def _pairs_of(self, text: Text, address: str | None, common: Collection[int]) -> Iterator[Pair]:
        """The pages that a text may copy, or be copied by. `common`: what stands in so many texts that it finds nothing."""
        hashes = [_signed(h) for h in text.looked_up if int(h) not in common]
        met: Counter[int] = Counter()
        for n, count in ask(self._db, "SELECT n, count(*) FROM lookup WHERE hash IN ({}) GROUP BY n", hashes):
            met[n] += count
        sql = (
            "SELECT document.n, key, length, step FROM sketch JOIN document ON key = document WHERE document.n IN ({})"
        )
        rows = list(ask(self._db, sql, [n for n in met if met[n] >= LOOKED_UP]))
        counts, lengths, steps = (
            np.array(found, np.int64)
            for found in (
                [met[n] for n, *_ in rows],
                [min(length, len(text.shingles)) for _, _, length, _ in rows],
                [max(step, text.step) for *_, step in rows],
            )
        )
        enough = may_copy(counts, lengths, steps)
        near = [row[1] for row, may in zip(rows, enough, strict=True) if may and row[1] != text.key]
        addresses = {other.key: other.address for other in self._listed(near)}
        for key in sorted(near):
            same = address is not None and address == addresses[key]
            if pair := compare(text, self._text(key), same_address=same):
                yield pair

    def _versions(self, address: str) -> None:
        """Compares each version of an address with the next one."""
        keys = [key for (key,) in self._db.execute("SELECT document FROM sketch WHERE address = ?", (address,))]
        change(self._db, "DELETE FROM pair WHERE NOT by_text AND one IN ({})", keys)
        versions = sorted(self._listed(keys), key=order)
        compared = (
            compare(self._text(versions[i].key), self._text(versions[j].key), same_address=True)
            for i, j in same_addresses([v.address for v in versions])
        )
        self._write_pairs(msgspec.structs.replace(pair, by_text=False) for pair in compared if pair)

    def _settle(self, concerned: Collection[str]) -> set[str]:
        """Works out anew what some pages count as, and those around them."""
        keys, waiting = set[str](), set(concerned)
        while waiting:
            keys |= waiting
            waiting = self._around(waiting) - keys
        listed = sorted(self._listed(keys), key=order)
        sql = "SELECT one, other, share, reason FROM pair WHERE one IN ({})"
        found = [
            Pair(one=a, other=b, share=share, reason=why)
            for a, b, share, why in ask(self._db, sql, [page.key for page in listed])
        ]
        rows = ask(self._db, "SELECT document, source, copy_of, reason FROM copy WHERE document IN ({})", keys)
        before, now = {key: (source, of, why) for key, source, of, why in rows}, copies_of(listed, found)
        other = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
        change(self._db, "DELETE FROM copy WHERE document IN ({})", other & before.keys())
        self._write_copies({key: now[key] for key in other & now.keys()})
        return keys

    def _around(self, keys: Collection[str]) -> set[str]:
        """Pages and those beside them: of a pair, of the same text or address."""
        found = set(keys)
        for ask_for in (
            "SELECT other FROM pair WHERE one IN ({})",
            "SELECT one FROM pair WHERE other IN ({})",
            "SELECT document FROM sketch WHERE text != x'' AND text IN (SELECT text FROM sketch WHERE document IN ({}))",
            "SELECT document FROM sketch WHERE address IN (SELECT address FROM sketch WHERE document IN ({}))",
        ):
            found |= {key for (key,) in ask(self._db, ask_for, keys)}
        return found

    def _text(self, key: str) -> Text:
        if key not in self._texts:
            self._texts[key] = read_text(key, self._read([key])[key][1])
        return self._texts[key]

    def _listed(self, keys: Collection[str]) -> list[Listed]:
        return [_listed(blob) for (blob,) in ask(self._db, "SELECT listed FROM sketch WHERE document IN ({})", keys)]

    def _common(self, hashes: Collection[int]) -> set[int]:
        """Those of some hashes that stand in so many texts that they find nothing. No more of them are counted than it takes."""
        sql = "SELECT EXISTS (SELECT 1 FROM lookup WHERE hash = ? LIMIT 1 OFFSET ?)"
        return {h for h in hashes if self._db.execute(sql, (_signed(h), COMMON)).fetchone()[0]}

    def _holders(self, hashes: Collection[int]) -> set[str]:
        """The pages that hold hashes."""
        sql = "SELECT key FROM document WHERE n IN (SELECT n FROM lookup WHERE hash IN ({}))"
        return {key for (key,) in ask(self._db, sql, [_signed(h) for h in hashes])}

    def _insert(self, listed: Iterable[Listed], texts: Mapping[str, Text]) -> None:
        pages = list(listed)
        ids = dict(ask(self._db, "SELECT key, n FROM document WHERE key IN ({})", [page.key for page in pages]))
        self._db.executemany(
            "INSERT INTO sketch VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    page.key, page.text, page.address, len(texts[page.key].shingles), texts[page.key].step,
                    texts[page.key].looked_up.tobytes(), _pack(page),
                )
                for page in pages
            ],
        )  # fmt: skip
        rows = ((_signed(h), ids[page.key]) for page in pages for h in texts[page.key].looked_up)
        self._db.executemany("INSERT INTO lookup VALUES (?, ?)", sorted(rows))

    def _write_pairs(self, found: Iterable[Pair]) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO pair VALUES (?, ?, ?, ?, ?)",
            [(*sorted((p.one, p.other)), p.share, p.reason, int(p.by_text)) for p in found],
        )

    def _write_copies(self, copies: Mapping[str, Copy]) -> None:
        self._db.executemany("INSERT INTO copy VALUES (?, ?, ?, ?)", [(key, *copies[key]) for key in sorted(copies)])


def _signed(value: Any) -> int:
    """A hash as the number that the database can hold."""
    number = int(value)
    return number - 2**64 if number >= 2**63 else number


def _hashes(blob: bytes) -> Hashes:
    return np.frombuffer(blob, np.uint64)
