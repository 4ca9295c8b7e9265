"""What linking remembers between two runs: the units of each text, the acts of each cell, and what each act joined.

All of it can be made anew from the pages; it is kept so that a new page concerns only what it tells of.
"""

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from standoff import edtf
from standoff.link.cores import Core
from standoff.link.options import Choice, is_deed, shifted
from standoff.link.packing import Unpack, pack
from standoff.link.same import Report, apart
from standoff.link.units import Unit
from standoff.record.asking import ask, change
from standoff.record.stale import forget_events

LINKED_BY = "linked_by"
COARSE_DAYS = 62
"""What lasts up to so many days is found by its last one; longer acts are few and looked through."""
_COARSE, _LONG = f"days BETWEEN 2 AND {COARSE_DAYS} AND NOT late", f"days > {COARSE_DAYS} AND NOT late"
"""As the indexes of `record/schema.py` say it."""
TABLES = ("linked", "unit", "loose", "core", "told", "choice", "weighed")

Put = tuple[str, str, str | None]
"""The group of copies of a document, the source that it counts as, and the day of the group."""

_unit = Unpack(Unit)
_core = Unpack(Core)
_report = Unpack(Report)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A choice as it was made, and whether it stands."""

    choice: Choice
    early: bool
    kept: bool


class Memory:
    """The tables of linking, inside a transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def forget(self) -> None:
        """Empties all of it, with all links: everything is made anew."""
        forget_events(self._db)
        for table in (*TABLES, "merge", "dating"):
            self._db.execute(f"DELETE FROM {table}")

    # texts

    def changed(self) -> list[str]:
        """The documents that are new, or say something else than when they were put together."""
        return [key for (key,) in self._db.execute("SELECT document FROM waiting ORDER BY document")]

    def undated(self) -> bool:
        """Some page has no date, or has one only by what others tell."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM document WHERE published IS NULL OR published LIKE '%XXXX%')"
            " OR EXISTS (SELECT 1 FROM inferred)"
        )
        return bool(self._db.execute(sql).fetchone()[0])

    def linked(self, documents: Collection[str]) -> dict[str, Put]:
        """What documents were put to."""
        rows = self._ask("SELECT document, grp, source, day FROM linked WHERE document IN ({})", documents)
        return {key: (group, source, day) for key, group, source, day in rows}

    def counted(self, documents: Collection[str]) -> dict[str, Put]:
        """What documents are to be put to."""
        sql = (
            "SELECT copy.document, first.key, copy.source, first.published FROM copy"
            " JOIN document first ON first.key = coalesce(copy_of, copy.document) WHERE copy.document IN ({})"
        )
        return {key: (group, source, day) for key, group, source, day in self._ask(sql, documents)}

    def texts(self, groups: Collection[str]) -> dict[str, list[str]]:
        """The documents of groups of copies, by the first of each."""
        found: dict[str, list[str]] = defaultdict(list)
        for column in ("document", "copy_of"):
            sql = f"SELECT {column}, document FROM copy WHERE {column} IN ({{}}) AND (copy_of IS NULL OR {column} = copy_of)"
            for group, key in self._ask(sql, groups):
                found[group].append(key)
        return found

    def copies(self, documents: Collection[str]) -> dict[str, tuple[str, str | None, str]]:
        """The source of each document, what it copies, and why."""
        rows = self._ask("SELECT document, source, copy_of, reason FROM copy WHERE document IN ({})", documents)
        return {key: (source, of, reason) for key, source, of, reason in rows}

    def replace_linked(self, documents: Collection[str], now: dict[str, Put]) -> None:
        """Notes what documents were put to."""
        self._change("DELETE FROM linked WHERE document IN ({})", documents)
        self._db.executemany("INSERT INTO linked VALUES (?, ?, ?, ?)", [(key, *now[key]) for key in sorted(now)])

    def is_empty(self) -> bool:
        """Nothing is remembered."""
        return not self._db.execute("SELECT EXISTS (SELECT 1 FROM linked)").fetchone()[0]

    def end(self, settings: dict[str, str]) -> None:
        """Notes what put the pages together, and that it is done."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(settings.items()))

    def units_of_groups(self, groups: Collection[str]) -> list[Unit]:
        """What texts told."""
        return [_unit(blob) for (blob,) in self._ask("SELECT told FROM unit WHERE grp IN ({})", groups)]

    def units_of_cells(self, cells: Collection[str]) -> dict[str, list[Unit]]:
        """What is told in cells, by all texts."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for cell, blob in self._ask("SELECT cell, told FROM unit WHERE cell IN ({}) ORDER BY id", cells):
            found[cell].append(_unit(blob))
        return found

    def loose_of_groups(self, groups: Collection[str]) -> list[Report]:
        """What texts told that hangs on other events or is spoken of."""
        return [_report(blob) for (blob,) in self._ask("SELECT told FROM loose WHERE grp IN ({})", groups)]

    def replace_texts(self, groups: Collection[str], units: Iterable[Unit], loose: Iterable[Report]) -> None:
        """What texts tell now, in place of what they told."""
        for table in ("unit", "loose"):
            self._change(f"DELETE FROM {table} WHERE grp IN ({{}})", groups)
        self._db.executemany(
            "INSERT INTO unit VALUES (?, ?, ?, ?)",
            [(u.reports[0].key, u.reports[0].group, u.cell, pack(u)) for u in units],
        )
        self._db.executemany(
            "INSERT INTO loose VALUES (?, ?, ?, ?, ?, ?)",
            [(r.key, r.group, r.document, r.content_of, int(r.hangs), pack(r)) for r in loose],
        )

    def hanging(self) -> list[Report]:
        """All acts whose date hangs on another event."""
        rows = self._db.execute("SELECT told FROM loose WHERE hangs AND content_of IS NULL ORDER BY key")
        return [_report(blob) for (blob,) in rows]

    def documents_that_hang(self) -> list[str]:
        """The pages that date something by an event without a date."""
        return [d for (d,) in self._db.execute("SELECT DISTINCT document FROM loose WHERE hangs ORDER BY document")]

    def keys_that_hang(self) -> set[str]:
        """All mentions whose date hangs on another event."""
        return {key for (key,) in self._db.execute("SELECT key FROM loose WHERE hangs")}

    def without_contents(self, keys: Collection[str]) -> set[str]:
        """Those of some mentions that nobody only speaks of."""
        spoken = {k for (k,) in self._ask("SELECT key FROM loose WHERE content_of IS NOT NULL AND key IN ({})", keys)}
        return set(keys) - spoken

    def contents(self, held: Collection[str]) -> list[Report]:
        """What these speech acts speak of."""
        sql = "SELECT told FROM loose WHERE content_of IN ({}) ORDER BY key"
        return [_report(blob) for (blob,) in self._ask(sql, held)]

    # acts

    def cores_of_cells(self, cells: Collection[str]) -> list[Core]:
        """The acts of cells."""
        return [_core(blob) for (blob,) in self._ask("SELECT act FROM core WHERE cell IN ({}) AND NOT late", cells)]

    def cores(self, roots: Collection[str]) -> list[Core]:
        """Acts by their roots."""
        return [_core(blob) for (blob,) in self._ask("SELECT act FROM core WHERE root IN ({})", roots)]

    def between(self, family: str, first: datetime.date, last: datetime.date) -> dict[str, str]:
        """The roots of the acts of a family whose time lies within these days, in order, each with its sides."""
        sql = (
            "SELECT root, sides FROM core WHERE family = ? AND first BETWEEN ? AND ? AND last <= ? AND NOT late"
            " ORDER BY first, last, root"
        )
        values = (family, first.isoformat(), last.isoformat(), last.isoformat())
        return dict(self._db.execute(sql, values))

    def told_by(self, documents: Collection[str]) -> list[str]:
        """The roots of the acts that pages tell."""
        sql = "SELECT told.root FROM told JOIN core ON core.root = told.root WHERE document IN ({}) AND NOT late"
        return sorted({root for (root,) in self._ask(sql, documents)})

    def roots_told_by(self, document: str) -> list[str]:
        """The roots of all acts that a page tells, those too that hang on others."""
        return [
            root for (root,) in self._db.execute("SELECT root FROM told WHERE document = ? ORDER BY root", (document,))
        ]

    def early_near(self, core: Core, day: datetime.date, reach: int, old: int) -> list[str]:
        """The roots of the acts that may mean one of a day: known ones of some days around it, news of some days after it."""
        sql = (
            "SELECT root, known, sides FROM core WHERE family = ? AND first BETWEEN ? AND ? AND first = last AND NOT late"
            " AND (known AND first BETWEEN ? AND ? OR NOT known AND first BETWEEN ? AND ?)"
        )
        around = (_day(shifted(day, -reach)), _day(shifted(day, reach)))
        after = (_day(day), _day(shifted(day, old)))
        within = (around[0], max(filter(None, (around[1], after[1])), default=None))
        rows = self._db.execute(sql, (core.family, *within, *around, *after))
        return [root for root, known, sides in rows if known or not apart(sides, core.sides)]

    def late_near(
        self, core: Core, first: datetime.date, last: datetime.date, *, deeds: int, words: int
    ) -> Iterator[str]:
        """The roots of the acts without a day that may mean one of this time. `deeds`, `words`: how many days they reach.

        The time of a coarse one may miss it by `edtf.BESIDE` days.
        """
        coarse = f"SELECT root, sides FROM core WHERE family = ? AND {_COARSE} AND last BETWEEN ? AND ? AND first <= ?"
        longer = f"SELECT root, sides FROM core WHERE family = ? AND {_LONG} AND last >= ? AND first <= ?"
        undated = (
            "SELECT root, sides FROM core WHERE family = ? AND published BETWEEN ? AND ? AND first IS NULL AND NOT late"
            " AND (deed OR published <= ?)"
        )
        since, until = _day(shifted(last, -edtf.BESIDE)), _day(shifted(first, edtf.BESIDE))
        sides = core.sides
        for sql, values in (
            (coarse, (since, _day(shifted(first, edtf.BESIDE + COARSE_DAYS)), until)),
            (longer, (since, until)),
            (undated, (_day(first), _day(shifted(last, max(deeds, words))), _day(shifted(last, words)))),
        ):
            yield from (r for r, theirs in self._db.execute(sql, (core.family, *values)) if not apart(theirs, sides))

    def late(self) -> list[Core]:
        """The acts whose date hangs on another event, as they were put to others."""
        return [_core(blob) for (blob,) in self._db.execute("SELECT act FROM core WHERE late ORDER BY root")]

    def replace_cores(self, gone: Collection[str], come: Sequence[Core], *, late: bool = False) -> None:
        """Takes acts away and adds others."""
        for table in ("core", "told"):
            self._change(f"DELETE FROM {table} WHERE root IN ({{}})", gone)
        self._db.executemany(
            "INSERT INTO core VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    c.root, c.cell, c.family, _day(c.first), _day(c.last), _day(c.published), int(c.known), int(late),
                    int(c.happened and is_deed(c)), pack(c), c.sides, _days(c),
                )
                for c in come
            ],
        )  # fmt: skip
        self._db.executemany("INSERT INTO told VALUES (?, ?)", [(d, c.root) for c in come for d in c.documents])

    # choices

    def choices(self, roots: Collection[str] = (), *, targets: Collection[str] = ()) -> dict[str, Kept]:
        """Choices by the acts that made them: of these acts, and of those that chose one of these targets."""
        columns = "root, target, early, kept, score, reason, differ"
        rows = (
            *self._ask(f"SELECT {columns} FROM choice WHERE root IN ({{}})", roots),
            *self._ask(f"SELECT {columns} FROM choice WHERE target IN ({{}})", targets),
        )
        return {row[0]: _kept(row) for row in rows}

    def replace_choices(self, gone: Collection[str], come: Iterable[Kept]) -> None:
        """Takes choices away and adds others."""
        self._change("DELETE FROM choice WHERE root IN ({})", gone)
        self._db.executemany(
            "INSERT INTO choice VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    k.choice.root,
                    k.choice.target,
                    int(k.early),
                    int(k.kept),
                    k.choice.score,
                    k.choice.reason,
                    k.choice.differ,
                )
                for k in come
            ],
        )

    def least(self, roots: Collection[str]) -> dict[str, float]:
        """How alike another act must be to acts without a day to make what they chose another."""
        return dict(self._ask("SELECT root, least FROM weighed WHERE root IN ({})", roots))

    def replace_least(self, gone: Collection[str], come: Mapping[str, float]) -> None:
        """Notes that, in place of what was noted."""
        self._change("DELETE FROM weighed WHERE root IN ({})", gone)
        self._db.executemany(
            "INSERT OR REPLACE INTO weighed VALUES (?, ?)", [(root, come[root]) for root in sorted(come)]
        )

    def home(self, root: str, *, early: bool = False) -> str:
        """The act that stands for all that joined it; `early`: as it was before vaguer ones chose."""
        sql = "SELECT target FROM choice WHERE root = ? AND kept" + (" AND early" if early else "")
        while found := self._db.execute(sql, (root,)).fetchone():
            root = found[0]
        return root

    def joined(self, home: str) -> dict[str, str | None]:
        """All acts that joined one, itself too, each with the reason."""
        found: dict[str, str | None] = {home: None}
        waiting = [home]
        while waiting:
            sql = "SELECT root, reason FROM choice WHERE target = ? AND kept ORDER BY root"
            for root, reason in self._db.execute(sql, (waiting.pop(),)):
                found[root] = reason
                waiting.append(root)
        return found

    # links

    def replace_merges(self, keys: Collection[str], merges: dict[str, tuple[str, str]]) -> None:
        """What mentions were put to, for these keys. What stays as it is is not written: who keeps events would do them again."""
        rows = self._ask("SELECT member, canonical, reason FROM merge WHERE member IN ({})", {*keys, *merges})
        before = {key: (canonical, reason) for key, canonical, reason in rows}
        self._change("DELETE FROM merge WHERE member IN ({})", before.keys() - merges.keys())
        other = [(key, *merges[key]) for key in sorted(merges) if before.get(key) != merges[key]]
        self._db.executemany("INSERT OR REPLACE INTO merge VALUES (?, ?, ?)", other)

    def canonical(self, keys: Collection[str]) -> dict[str, str]:
        """The event of each mention that is not alone with it."""
        return dict(self._ask("SELECT member, canonical FROM merge WHERE member IN ({})", keys))

    def members(self, events: Collection[str]) -> set[str]:
        """The mentions of events that several mentions tell of."""
        return {key for (key,) in self._ask("SELECT member FROM merge WHERE canonical IN ({})", events)}

    def replace_dates(self, keys: Collection[str], dates: dict[str, tuple[str, str]]) -> None:
        """The dates that pages give these mentions by other events."""
        self._change("DELETE FROM dating WHERE member IN ({})", keys)
        rows = [(key, *dates[key]) for key in sorted(dates)]
        self._db.executemany("INSERT OR REPLACE INTO dating VALUES (?, ?, ?)", rows)

    def _ask(self, sql: str, values: Collection[str]) -> Iterator[tuple[Any, ...]]:
        return ask(self._db, sql, values)

    def _change(self, sql: str, values: Collection[str]) -> None:
        change(self._db, sql, values)


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _days(core: Core) -> int:
    """How many days its time is long; 0 where it has none."""
    return 0 if core.first is None or core.last is None else (core.last - core.first).days + 1


def _kept(row: tuple[Any, ...]) -> Kept:
    root, target, early, kept, score, reason, differ = row
    choice = Choice(root=root, target=target, score=score, reason=reason, differ=differ)
    return Kept(choice=choice, early=bool(early), kept=bool(kept))
