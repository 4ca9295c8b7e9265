"""Views are worked out once for a state of the record, and read where the record keeps them."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any, Protocol, TypeVar, cast, get_type_hints

from standoff.record import Record
from standoff.record.shelf import take

Told = TypeVar("Told", covariant=True)


class View(Protocol[Told]):
    """A view as every reader asks for it."""

    __name__: str

    def __call__(self, record: Record, *, at: str | None = None, says: str | None = None) -> Told:
        """The rows as known on a day, as one side tells them."""
        ...


def kept(view: Callable[..., Told]) -> View[Told]:
    """The view: as the record keeps it, else worked out and at hand until that changes; each caller has a list of its own."""
    name = view.__name__

    @wraps(view)
    def asked(record: Record, *, at: str | None = None, says: str | None = None) -> Told:
        def told() -> Told:
            found = take(record, name, _form(view)) if at is None and says is None else None
            return view(record, at=at, says=says) if found is None else cast(Told, found)

        return copy(record.kept((view.__module__, name, at, says), told))

    return cast(View[Told], asked)


def anew(view: View[Told], record: Record) -> Told:
    """A view of all that is known, worked out whatever is kept or at hand of it."""
    return cast(Told, cast(Any, view).__wrapped__(record, at=None, says=None))


def _form(view: Callable[..., object]) -> Any:
    """The type of what a view tells."""
    return get_type_hints(view)["return"]
