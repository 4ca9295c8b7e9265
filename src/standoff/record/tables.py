"""What stands in the tables of a record, written and read as it is: a page at a time, decisions, what the machine put together."""

import zlib
from collections.abc import Iterable

import msgspec

from standoff.errors import InputError, NotFound
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.parse import MODEL
from standoff.record.checked import wrong_with
from standoff.record.decisions import Decision, write_decision
from standoff.record.file import RecordFile
from standoff.record.heads import Head, read_heads
from standoff.record.made import made_by
from standoff.record.mentions import page_key
from standoff.record.pages import holds, read_page
from standoff.record.write import rewrite_annotation, unpack_page, write_inferred, write_page, write_subject


class RecordTables(RecordFile):
    """The rows of a record's file: what a `Record` tells of is built on them."""

    # writing

    def made(self, model: str = MODEL) -> str:
        """What makes annotations now: code, lexicons, model and the declared subject."""
        return made_by(model=model, subject=None if self.subject_found else self.subject())

    def has(self, item: PageInput, made: str | None = None) -> bool:
        """True where the page is there from this address, annotated in this way: nothing is left to do."""
        return holds(self._db, page_key(item), item, self.made() if made is None else made)

    def add(self, item: PageInput, annotation: Annotation, *, made: str | None = None) -> str:
        """Writes one page in a transaction of its own; its key comes back.

        The same bytes at another address, or with another date, stay one document: the given and earliest date counts,
        whatever is read first. An annotation made in another way replaces the old one.
        """
        key = page_key(item)
        made = self.made() if made is None else made
        with self.transaction() as db:
            write_page(db, key, item, annotation, made)
        return key

    def replace_annotation(self, key: str, annotation: Annotation, *, reason: str) -> None:
        """Writes an annotation made again with an inferred date, and why; the one the page gave alone is kept beside.

        Raises:
            NotFound: there is no such document.
        """
        with self.transaction() as db:
            write_inferred(db, key, annotation, reason)

    def restore(self, key: str) -> None:
        """Puts back what a page gave alone, before it was dated by others."""
        alone = self.alone(key)
        with self.transaction() as db:
            rewrite_annotation(db, key, alone)
            db.execute("DELETE FROM inferred WHERE document = ?", (key,))

    def fail(self, id: str | None, issue: Issue) -> None:
        """Notes a page that could not be read, with its reason."""
        with self.transaction() as db:
            db.execute("INSERT OR IGNORE INTO failure VALUES (?, ?, ?)", (id or "", issue.code, issue.message))

    def declare(self, subject: Subject) -> None:
        """Keeps the subject as a person declared it."""
        self.set_subject(subject, declared=True)

    def set_subject(self, subject: Subject | None, *, declared: bool) -> None:
        """Keeps the subject: declared by a person, or found."""
        with self.transaction() as db:
            write_subject(db, subject, "subject" if declared else "subject_found")

    def decide(self, decisions: Iterable[Decision]) -> int:
        """Adds decisions to the log; how many were not there yet comes back.

        Raises:
            InputError: one of them is none; nothing is added.
            RecordError: the file cannot be written.
        """
        decisions = list(decisions)
        for decision in decisions:
            if wrong := wrong_with(decision):
                raise InputError(f"{decision.id!r} is no decision: {wrong}", hint="make decisions with `Reviewer`")
        with self.transaction(decides=True) as db:
            return sum(write_decision(db, decision) for decision in decisions)

    # reading

    def failures(self) -> list[tuple[str, Issue]]:
        """The pages that could not be read."""
        rows = self._db.execute("SELECT id, code, message FROM failure ORDER BY id, code, message")
        return [(id, Issue(code=code, message=message)) for id, code, message in rows]

    def annotation(self, key: str) -> Annotation:
        """What a document gave.

        Raises:
            NotFound: there is no such document.
        """
        page = self._kept(("read", "page", key), lambda: read_page(self._db, key))
        if page is None:
            raise NotFound(f"no document {key!r} in {self.path}", hint="`standoff sources` lists them")
        return page

    def alone(self, key: str) -> Annotation:
        """What a document gave by itself, where it was dated by others; else its annotation.

        Raises:
            NotFound: there is no such document.
        """
        row = self._db.execute("SELECT alone FROM inferred WHERE document = ?", (key,)).fetchone()
        return self.annotation(key) if row is None else msgspec.json.decode(zlib.decompress(row[0]), type=Annotation)

    def page_source(self, key: str) -> PageInput:
        """The page as it came in.

        Raises:
            NotFound: there is no such document.
        """
        row = self._db.execute("SELECT source FROM document WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise NotFound(f"no document {key!r} in {self.path}", hint="`standoff sources` lists them")
        return unpack_page(row[0], lambda: self.annotation(key).text)

    def made_of(self, key: str) -> str:
        """What made a document's annotation, as `made` names it; empty where there is no such document."""
        row = self._db.execute("SELECT made FROM document WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def addresses(self, key: str) -> list[tuple[str, str]]:
        """Every id and address under which a document was read."""
        rows = self._db.execute("SELECT id, url FROM address WHERE document = ? ORDER BY id, url", (key,))
        return [(id, url) for id, url in rows]

    def inferred(self) -> dict[str, tuple[str, str]]:
        """Documents dated by what they share with others: the date and the reason."""
        rows = self._db.execute("SELECT document, published, reason FROM inferred ORDER BY document")
        return {key: (published, reason) for key, published, reason in rows}

    def copies(self) -> dict[str, tuple[str, str | None, str]]:
        """Of each document: the source it counts as, what it copies, and why."""
        rows = self._db.execute("SELECT document, source, copy_of, reason FROM copy ORDER BY document")
        return {key: (source, of, reason) for key, source, of, reason in rows}

    def _read_merges(self) -> dict[str, tuple[str, str]]:
        rows = self._db.execute("SELECT member, canonical, reason FROM merge")
        return self._kept(("read", "merges"), lambda: {member: (name, reason) for member, name, reason in rows})

    def _read_datings(self) -> dict[str, tuple[str, str]]:
        rows = self._db.execute("SELECT member, date, reason FROM dating")
        return self._kept(("read", "datings"), lambda: {member: (date, reason) for member, date, reason in rows})

    def _heads(self) -> list[Head]:
        return self._kept(("read", "heads"), lambda: read_heads(self._db))
