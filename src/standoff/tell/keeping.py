"""Keeps the rows of all views in the record, so that who asks next reads them and works out nothing."""

from typing import Any

from standoff.record import Record
from standoff.record.shelf import is_kept, merged_from, put, told_from, uncollected
from standoff.tell.brief import whole
from standoff.tell.climate import climate
from standoff.tell.kept import View
from standoff.tell.patterns import patterns
from standoff.tell.promises import promises
from standoff.tell.reasons import reasons
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.thing import thing
from standoff.tell.timeline import entries, tray
from standoff.tell.voices import voices
from standoff.tell.who import who
from standoff.tell.worked import NAME, note, recall

KEPT: tuple[View[Any], ...] = (
    entries, tray, state, thing, who, talks, promises, reasons, patterns, stakes, climate, voices, whole,
)  # fmt: skip
"""The views as they are asked for most: of all that is known, told by nobody in particular."""


def keep_views(record: Record, into: Record | None = None) -> None:
    """Works out every view and keeps it, where what it is told from has changed.

    Args:
        record: it is open to be written, where nothing else is given.
        into: the same record, open to be written; where it has changed meanwhile nothing is kept.

    Raises:
        RecordError: it cannot be written.
    """
    if not is_kept(record):
        names, into = (told_from(record), merged_from(record)), into or record
        with uncollected():
            recall(record)
            views = {view.__name__: view(record) for view in KEPT} | {NAME: note(record)}
            if into is record or told_from(into) == names[0]:
                put(into, views, record, names=names)
