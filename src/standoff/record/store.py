"""The record: what its tables hold, put together and as people set it right, told through typed rows."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from standoff.errors import NotFound
from standoff.model import Annotation, Issue, Span
from standoff.record.anchors import Kind, Mention, Places, kind_of
from standoff.record.corrected import Told, corrected, corrected_page
from standoff.record.decisions import Decision, read_log
from standoff.record.fields import merge_mentions
from standoff.record.given import (
    Given,
    comments_of,
    given_by,
    name_given,
    quantities_of,
    quotes_of,
    read_given,
    reasons_of,
    states_of,
)
from standoff.record.heads import listed
from standoff.record.mentions import all_mentions, event_mentions, thing_names
from standoff.record.once import Events, Parts
from standoff.record.pages import known, matching
from standoff.record.remerged import Holders, holders, in_page_order, known_of, remerge
from standoff.record.rows import (
    Comment,
    Document,
    EventMention,
    MergedEvent,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
)
from standoff.record.rulings import Ruled, rule
from standoff.record.shelf import code_hash, take_documents, take_events, take_issues, uncollected
from standoff.record.stale import brought_up
from standoff.record.tables import RecordTables

T = TypeVar("T")


class Record(RecordTables):
    """A record on disk. One process writes; others read meanwhile.

    Reading methods take `at`, a day: only documents published up to then are known.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        super().__init__(db, path)
        self._log: list[Decision] | None = None
        self._views: Record | None = None
        self.parts: Parts = {}  # what was worked out of single events: the record opened anew goes on with it

    def documents(self, at: str | None = None) -> list[Document]:
        """The pages known on a day, by date."""
        return [d for d in self._documents() if at is None or known(d, at)]

    def document(self, key: str) -> Document:
        """The document with this key.

        Raises:
            NotFound: there is none.
        """
        found = self._kept(("read", "by key"), lambda: {d.key: d for d in self._documents()}).get(key)
        if found is None:
            raise NotFound(f"no document {key!r} in {self.path}", hint="`standoff sources` lists them")
        return found

    def issues(self) -> dict[str, tuple[Issue, ...]]:
        """What was noted when pages were read, by their keys; of pages with nothing to note none."""

        def told() -> dict[str, tuple[Issue, ...]]:
            found = take_issues(self)
            return {h.key: h.issues for h in self._heads() if h.issues} if found is None else found

        return self._kept(("read", "issues"), told)

    def corrected(self, key: str) -> Annotation:
        """What a document gave, with what people set right, without what they rejected.

        Raises:
            NotFound: there is no such document.
        """
        page, ruled = self.annotation(key), self.ruled()
        return corrected_page(self.document(key), page, ruled) if self.decisions() else page

    def decisions(self) -> list[Decision]:
        """The log of what people decided, the undone decisions and the undoing ones too."""
        if self._log is not None:
            return self._log
        return self._kept("decisions", lambda: read_log(self._db))

    def take_log(self, log: list[Decision], views: "Record") -> None:
        """From now on a record that is held shows itself with the decisions that came since; `views`: where such may be kept."""
        self._log, self._views = log, views
        self._cache.forget(decides=True)

    def ruled(self) -> Ruled:
        """What people's decisions mean for the mentions as they are read now, for those who put mentions together.

        `mentions` are already corrected and without what was rejected. `Ruled.together` are pairs of keys that a person said
        tell of one event: they are joined first, whatever else speaks against it, with `Ruled.why(one, other)` as the reason.
        `Ruled.divided(one, other)` is true for two keys of which a person said that they tell of two events.
        What they leave open is applied again by `events`, so a decision holds before pages are linked anew.
        """
        if not self.decisions():
            return Ruled()
        return self._kept("ruled", lambda: rule(self.decisions(), self.places(), self._page))

    def places(self) -> Places:
        """Every fact as the machine reads it, whatever people decided."""

        def told() -> Iterator[Mention]:
            return all_mentions(self._known(None), thing_names(self.subject()))

        return self._kept("places", lambda: self._kept(("read", "places"), lambda: Places(told())).copy())

    def mentions(self, at: str | None = None) -> list[EventMention]:
        """Every event as each page tells it, before merging; with what people set right, without what they rejected."""
        return self._kept(("mentions", at), lambda: self._decided(self._read_mentions(at), "event", at))

    def _read_mentions(self, at: str | None) -> list[EventMention]:
        """Every event as the machine reads it."""
        thing = thing_names(self.subject())
        return self._kept(
            ("read", "mentions", at),
            lambda: [m for d, page in self._known(at) for m in event_mentions(d, page, thing)],
        )

    def events(self, at: str | None = None) -> list[MergedEvent]:
        """All events, merged: contents of speech acts, planned and doubtful ones too; oldest first."""

        def decided() -> list[MergedEvent]:
            read, machine = self.merged(at), self._read_merges()
            of, mentions, ruled = self.holders(at), partial(self._mentions_of, at), self.ruled()
            found = remerge(read, of, mentions, machine, self.merges(), self.datings(), self.words, ruled)
            return Events(found, self.parts)

        return self._kept(("events", at), decided) if self.decisions() else self.merged(at)

    def merged(self, at: str | None = None) -> list[MergedEvent]:
        """All events as the machine merges them, whatever people decided; as they are kept, where they are."""

        def merge() -> list[MergedEvent]:
            if at is not None:
                keys = {d.key for d in self.documents(at)}
                found = known_of(self.merged(), keys, self._read_datings(), self._read_merges(), self.words)
            else:
                found = (
                    take_events(self)
                    or brought_up(self, self._db)
                    or merge_mentions(self._read_mentions(None), self._read_merges(), self._read_datings(), self.words)
                )
            return Events(found, self.parts)

        return self._kept(("read", "events", at), merge)

    def holders(self, at: str | None = None) -> Holders:
        """By the key of a mention the events that hang on it, as the machine merges them."""
        return self._kept(("read", "holders", at), lambda: holders(self.merged(at)))

    def _mentions_of(self, at: str | None, events: Iterable[MergedEvent]) -> list[EventMention]:
        """The mentions of some events and those that people keep, in the order of their pages."""
        return self._decided(in_page_order(self, events), "event", at)

    def words(self, mention: EventMention, field: str) -> str | None:
        """The page's words for an event's `object`, `place` or `topic`."""
        span: Span | None = getattr(mention.event, field)
        return None if span is None else self.annotation(mention.where.document.key).text[span.start : span.end]

    def merges(self) -> dict[str, tuple[str, str]]:
        """Canonical id and reason of every mention that was put to others, by the machine or a person."""
        return self._kept("merges", lambda: self.ruled().merged(self._read_merges()))

    def datings(self) -> dict[str, tuple[str, str]]:
        """Dates that the pages together gave a mention, with the reason; none where a person set the date."""
        fixes = self.ruled().fixes
        return {m: told for m, told in self._read_datings().items() if "date" not in fixes.get(m, ())}

    def canonical(self, id: str) -> str:
        """The id of the event that a mention belongs to; every member's key is an alias."""
        if self.decisions():
            return self.merges().get(id, (id, ""))[0]
        row = self._db.execute("SELECT canonical FROM merge WHERE member = ?", (id,)).fetchone()
        return id if row is None else str(row[0])

    def quantities(self, at: str | None = None) -> list[QuantityMention]:
        """Every amount, as each page tells it."""
        return self._decided((m for d, given in self._given(at) for m in quantities_of(d, given)), "amount", at)

    def quotes(self, at: str | None = None) -> list[QuoteMention]:
        """What people are said to have said."""
        return self._decided((m for d, given in self._given(at) for m in quotes_of(d, given)), "quotation", at)

    def reasons(self, at: str | None = None) -> list[ReasonMention]:
        """Why things are done, as each page tells it."""
        return self._decided((m for d, given in self._given(at) for m in reasons_of(d, given)), "reason", at)

    def states(self, at: str | None = None) -> list[StateMentionRow]:
        """Every description of a state."""
        return self._decided((m for d, given in self._given(at) for m in states_of(d, given)), "state", at)

    def comments(self, at: str | None = None) -> list[Comment]:
        """What readers wrote below the pages: voices, never sources."""
        return [m for d, given in self._given(at) for m in comments_of(d, given)]

    def search(self, query: str, *, limit: int = 50) -> list[Document]:
        """The documents that hold all words of a query, best first."""
        return [self.document(key) for key in matching(self._db, query, limit)]

    def view_parts(self, name: str, made_of: str) -> tuple[str | None, list[bytes]]:
        """What the setting `made_of` says that views are told from, and the rows of one as they are kept, in parts."""
        found = (self._views or self)._db.execute(_VIEW, (made_of, name)).fetchall()
        return (found[0][0] if found else None), [rows for _, rows in found if rows is not None]

    def of_pages(self, kind: str, tell: Callable[[Document, Annotation], T], form: Any, *given: object) -> dict[str, T]:
        """What is told of each page alone, by their keys: as it is kept, else worked out now.

        Args:
            kind: a word for it, of its own.
            tell: what hangs on nothing but the page, the code and what is given.
            form: the type of what it tells.
            given: what it hangs on beside the page.
        """
        name = name_given(kind, (code_hash(), *given))

        def told() -> dict[str, T]:
            with uncollected():
                found: dict[str, T] = read_given(self._db, name, form)
            more = {d.key: tell(d, self.annotation(d.key)) for d in self._documents() if d.key not in found}
            self.unwritten[name] = more
            return found | more

        return self._kept(("read", "of pages", name), told)

    @property
    def unwritten(self) -> dict[str, Mapping[str, object]]:
        """What was worked out of single pages and is not kept yet, by its name and their keys."""
        return self._kept(("read", "unwritten"), dict[str, Mapping[str, object]])

    def _given(self, at: str | None) -> Iterator[tuple[Document, Given]]:
        """The pages known on a day, each with what it gives beside its events."""
        given = self.of_pages("mentions", given_by, Given)
        return ((document, given[document.key]) for document in self.documents(at))

    def _known(self, at: str | None) -> Iterator[tuple[Document, Annotation]]:
        """The pages known on a day, each with what it gave."""
        return ((document, self.annotation(document.key)) for document in self.documents(at))

    def _page(self, key: str) -> tuple[Document, Annotation] | None:
        """A document with what it gave; None where it is not here."""
        try:
            return self.document(key), self.annotation(key)
        except NotFound:
            return None

    def _decided(self, told: Iterable[Told], kind: Kind, at: str | None) -> list[Told]:
        """Mentions with what people set right, without what they rejected, with what they keep."""
        ruled = self.ruled()
        found = list(told)
        if ruled.kept:
            known = {d.key for d in self.documents(at)}
            found += [cast(Told, m) for m in ruled.kept if kind_of(m) == kind and m.where.document.key in known]
        return corrected(found, ruled)

    def _documents(self) -> list[Document]:
        return self._kept(
            ("read", "documents"), lambda: take_documents(self) or listed(self._db, self._heads(), self.copies())
        )


_VIEW = """SELECT told.value, rows FROM (SELECT (SELECT value FROM meta WHERE key = ?) AS value) AS told
    LEFT JOIN view ON name = ? ORDER BY part"""
