"""A record in a notebook or a script: views as rows that show themselves, and go on as data frames.

>>> import standoff
>>> standoff.open("zone.db").timeline(top=5)  # doctest: +SKIP
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import msgspec

from standoff.errors import UsageError
from standoff.export.flat import columns_of, flatten
from standoff.export.parquet import arrow_table
from standoff.hostile import inert_html
from standoff.ingest import open_linked
from standoff.lexicon.state_words import state_words
from standoff.record import Record
from standoff.tell.explain import explain
from standoff.tell.rows import BriefLine, ThingView
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.web.axis import LAYOUTS, make_axis
from standoff.web.statebar import Bar, state_bars

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_SHOWN = 20
"""Rows that a table shows; all of them are there."""
_LATEST = 8
_HIDDEN = frozenset({"id", "weight", "confidence", "cameo", "cameo_goldstein", "quad", "goldstein", "differs", "pages"})
"""Columns that a shown table leaves out; data frames have them."""
_LOOKS = {  # by state: colour, and the letter that tells it without colour
    "open": ("#00795a", "o"),
    "restricted": ("#8a6500", "r"),
    "shut": ("#b84c00", "s"),
    "reopening": ("#2a6fb0", "»"),
    "unknown": ("#8b8b8b", "?"),
}


class Rows(Sequence[Any]):
    """The rows of a view; a notebook shows them as a table, each with its first sentence."""

    def __init__(self, name: str, rows: Sequence[Any]) -> None:
        self.name = name
        self._rows = list(rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, n: int) -> Any: ...
    @overload
    def __getitem__(self, n: slice) -> "Rows": ...
    def __getitem__(self, n: int | slice) -> Any:
        return Rows(self.name, self._rows[n]) if isinstance(n, slice) else self._rows[n]

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {self.name}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.name)}: {len(self)} rows</p>{_table([flatten(row) for row in self._rows[:_SHOWN]])}"

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a data frame; lists stay lists.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as e:
            raise UsageError("a data frame needs pandas", hint="pip install 'standoff[pandas]'") from e
        return pandas.DataFrame([msgspec.to_builtins(row) for row in self._rows])

    def to_arrow(self) -> "pa.Table":
        """The rows as an Arrow table.

        Raises:
            UsageError: pyarrow is not installed.
        """
        return arrow_table(self._rows)


class Opened:
    """A record, opened to be read. It shows itself: the state over time, the brief, the latest entries."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self.record.close()

    def timeline(self, **options: Any) -> Rows:
        """What happened and is planned. Options: `top`, `at`, `says`, `date_from`, `date_to`, `doubtful`."""
        return Rows("timeline", timeline(self.record, **options))

    def states(self, **options: Any) -> Rows:
        """The spells of the thing's state. Options here and below: `at`, `says`."""
        return Rows("states", state(self.record, **options).history)

    def thing(self, **options: Any) -> ThingView:
        """The disputed thing as known on a day."""
        found: ThingView = _view("thing")(self.record, **options)
        return found

    def view(self, name: str, **options: Any) -> Rows:
        """A view by its name: who, talks, promises, stakes, reasons, patterns, climate, voices.

        Raises:
            UsageError: there is no such view.
        """
        return Rows(name, _view(name)(self.record, **options))

    def brief(self, **options: Any) -> list[BriefLine]:
        """The brief, line by line, each with its sources."""
        lines: list[BriefLine] = _view("brief")(self.record, **options)
        return lines

    def explain(self, id: str) -> Any:
        """Every sentence behind a row, the rule that fired, what differs.

        Raises:
            NotFound: nothing has this id.
        """
        return explain(self.record, id)

    def __repr__(self) -> str:
        return f"<standoff record {str(self.record.path)!r}: {len(self.record.documents())} pages>"

    def _repr_html_(self) -> str:
        subject = self.record.subject()
        name = inert_html(subject.name) if subject else "A record"
        brief = "".join(f"<li>{inert_html(line.text)}</li>" for line in self.brief())
        latest = [flatten(row) for row in timeline(self.record)[-_LATEST:]]
        return f"<h3>{name}</h3>{self.state_svg()}<ul>{brief}</ul><p>Latest entries</p>{_table(latest)}"

    def state_svg(self) -> str:
        """The state over time as a picture that needs no style sheet; empty where no page has a date."""
        history = [spell for spell in state(self.record).history if spell.claimed_by is None]
        axis = make_axis([d.published for d in self.record.documents()], (), [spell.from_ for spell in history])
        if axis is None:
            return ""
        subject = self.record.subject()
        words = state_words(subject.name if subject else None).short
        bars = "".join(_bar(bar) for bar in state_bars(history, axis, words))
        months = "".join(f'<text x="{tick.x + 2}" y="12" fill="#555">{tick.label}</text>' for tick in axis.ticks())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LAYOUTS[0].width} 50" role="img" '
            f'aria-label="State over time" font-family="sans-serif" font-size="12">{months}{bars}</svg>'
        )


def open(path: str | Path) -> Opened:
    """The record in a file, to be read in a notebook or a script; pages of a run that was killed are put together first.

    Raises:
        RecordError: there is no record, or it cannot be read.
    """
    return Opened(open_linked(Path(path)))


_VIEWS = ("brief", "climate", "patterns", "promises", "reasons", "stakes", "talks", "thing", "voices", "who")


def _view(name: str) -> Callable[..., Any]:
    if name not in _VIEWS:
        raise UsageError(f"there is no view {name!r}", hint=f"one of: {' '.join(_VIEWS)}")
    found: Callable[..., Any] = getattr(import_module(f"standoff.tell.{name}"), name)
    return found


def _bar(bar: Bar) -> str:
    colour, letter = _LOOKS[bar.state]
    word = bar.label or (letter if bar.width > 9 else "")
    return (
        f'<g><title>{inert_html(bar.title)}</title><rect x="{bar.x}" y="18" width="{bar.width}" height="26" fill="{colour}"/>'
        f'<text x="{bar.x + bar.width / 2}" y="35" text-anchor="middle" fill="#fff">{inert_html(word)}</text></g>'
    )


def _table(rows: Sequence[Mapping[str, str]]) -> str:
    columns = [name for name in columns_of(rows) if name not in _HIDDEN]
    head = "".join(f"<th>{inert_html(name)}</th>" for name in columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(_cells(rows, columns))}</tbody></table>"


def _cells(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> Iterator[str]:
    for row in rows:
        cells = "".join(f"<td>{inert_html(row.get(name, ''))}</td>" for name in columns)
        yield f"<tr>{cells}</tr>"
