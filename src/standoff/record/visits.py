"""What fetching remembers in a record: the last answer of each address, the entries of each feed."""

from dataclasses import dataclass
from typing import Self

from standoff.errors import NotFound
from standoff.model import PageInput
from standoff.record.store import Record

_RUN, _OPEN = "fetch_run", "fetch_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The last answer to the question for an address. `status` is 0 where the server gave none; `day` is the server's."""

    url: str
    status: int
    lasting: bool = False
    final: str | None = None
    etag: str | None = None
    modified: str | None = None
    day: str | None = None
    document: str | None = None
    how: str = ""
    run: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """An entry of a feed that was taken up. `id` is its page's, `document` its key where the feed held it in full."""

    feed: str
    entry: str
    url: str
    id: str
    document: str | None = None


class Visits:
    """The memory of fetches in a record. Closing it closes the record."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._record.close()

    @property
    def cut_off(self) -> bool:
        """True where a run of fetching has not come to its end."""
        return self._record.meta(_OPEN) == "1"

    def begin(self) -> int:
        """The number of this run of fetching: that of the last one, where it was cut off."""
        run = int(self._record.meta(_RUN) or "0")
        if not self.cut_off:
            run += 1
            self._record.set_meta(_RUN, str(run), aside=True)
            self._record.set_meta(_OPEN, "1", aside=True)
        return run

    def end(self) -> None:
        """Notes that the run came to its end: the next one asks for every address again."""
        self._record.set_meta(_OPEN, "0", aside=True)

    def recall(self, url: str) -> Visit | None:
        """The last answer to the question for an address."""
        columns = "url, status, lasting, final, etag, modified, day, document, how, run"
        with self._record.transaction(aside=True) as db:
            row = db.execute(f"SELECT {columns} FROM visit WHERE url = ?", (url,)).fetchone()
        if row is None:
            return None
        named = dict(zip(columns.split(", "), row, strict=True))
        return Visit(**{**named, "lasting": bool(named["lasting"])})

    def page(self, document: str | None) -> PageInput | None:
        """A page that an address gave, where it is in the record."""
        try:
            return self._record.page_source(document) if document else None
        except NotFound:
            return None

    def note(self, visit: Visit, *, id: str) -> None:
        """Keeps the last answer to the question for an address; what failed there before is taken back."""
        values = (visit.url, visit.status, int(visit.lasting), visit.final, visit.etag, visit.modified)
        with self._record.transaction(aside=True) as db:
            db.execute(
                "INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, visit.day, visit.document, visit.how, visit.run),
            )
            db.execute("DELETE FROM failure WHERE id = ?", (id,))

    def take_back(self, source: str, code: str) -> None:
        """Forgets what was noted of a whole source in an earlier run: now it is read otherwise."""
        with self._record.transaction(aside=True) as db:
            db.execute(
                "DELETE FROM failure WHERE id = '' AND code = ? AND substr(message, 1, ?) = ?",
                (code, len(source) + 1, source + " "),
            )

    def take_up(self, entry: TakenUp) -> None:
        """Keeps that an entry of a feed was taken up."""
        with self._record.transaction(aside=True) as db:
            values = (entry.feed, entry.entry, entry.url, entry.id, entry.document)
            db.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)", values)

    def taken_up(self, feed: str) -> set[str]:
        """The ids of the entries of a feed that were taken up."""
        with self._record.transaction(aside=True) as db:
            return {entry for (entry,) in db.execute("SELECT entry FROM entry WHERE feed = ?", (feed,))}

    def left(self, feed: str) -> list[TakenUp]:
        """The entries of a feed that were taken up and are still to be had, by their ids.

        What failed in passing - a server in trouble, a run cut off before the page was kept - is to be tried again; a page
        that is in the record, that cannot be read or that will never be there is not.
        """
        with self._record.transaction(aside=True) as db:
            rows = db.execute(_LEFT, (feed,)).fetchall()
        return [TakenUp(feed=feed, entry=entry, url=url, id=id, document=key) for entry, url, id, key in rows]


_LEFT = """
SELECT entry.entry, entry.url, entry.id, entry.document
FROM entry LEFT JOIN visit ON visit.url = entry.url AND entry.document IS NULL
WHERE entry.feed = ? AND NOT CASE
    WHEN visit.status != 200 OR coalesce(entry.document, visit.document) IS NULL THEN coalesce(visit.lasting, 0)
    ELSE EXISTS (SELECT 1 FROM document WHERE key = coalesce(entry.document, visit.document))
        OR EXISTS (SELECT 1 FROM failure WHERE id = entry.id)
END
ORDER BY entry.entry"""
