"""When an event happened, as it is handed on: the date, how it is known, what it hangs on if it is open."""

from dataclasses import dataclass, replace

from standoff import edtf
from standoff.model import DateHow, DateRelation, Time


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's date as EDTF, how it is known, what it hangs on if open, and whether a spell begins with it."""

    date: str | None = None
    how: DateHow = "unknown"
    rel: DateRelation | None = None
    since: bool = False


UNDATED = Dated()


def about(said: Dated) -> Dated:
    """The day of the saying, as about the day of the deed."""
    exact = said.date is not None and edtf.is_day(said.date) and said.date[-1].isdigit()
    return replace(said, date=f"{said.date}~") if exact else said


def dated_by(time: Time) -> Dated:
    """A time as the date of what it belongs to."""
    return Dated(time.edtf, "stated" if time.how == "stated" else "relative", since=time.relation == "since")
