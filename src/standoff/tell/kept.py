"""Views that others are built from are worked out once for a state of the record."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Protocol, TypeVar

from standoff.record import Record

Told = TypeVar("Told", covariant=True)


class View(Protocol[Told]):
    """A view as every reader asks for it."""

    def __call__(self, record: Record, *, at: str | None = None, says: str | None = None) -> Told:
        """The rows as known on a day, as one side tells them."""
        ...


def kept(view: Callable[..., Told]) -> View[Told]:
    """The view, kept in the record until that changes; each caller has a list of its own."""

    @wraps(view)
    def asked(record: Record, *, at: str | None = None, says: str | None = None) -> Told:
        return copy(record.kept((view.__module__, at, says), lambda: view(record, at=at, says=says)))

    return asked
