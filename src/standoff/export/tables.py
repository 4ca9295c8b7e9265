"""The views as tables: what is written as CSV, Parquet and SQLite."""

from collections.abc import Sequence
from typing import Any

from standoff.record import Record
from standoff.tell.promises import promises
from standoff.tell.reasons import reasons
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline
from standoff.tell.voices import voices


def tables(record: Record, at: str | None = None) -> dict[str, Sequence[Any]]:
    """The rows of each view by its name. Voices are quotations alone: readers' comments stay where they were made."""
    return {
        "timeline": timeline(record, at=at),
        "states": state(record, at=at).history,
        "talks": talks(record, at=at),
        "promises": promises(record, at=at),
        "stakes": stakes(record, at=at),
        "reasons": reasons(record, at=at),
        "voices": [row for row in voices(record, at=at) if row.kind == "quotation"],
    }
