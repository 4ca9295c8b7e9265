"""What was worked out of a record, kept until the record changes."""

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class Cache:
    """Results by their names. Those named `("read", ...)` stay when only a decision comes: the machine reads as before."""

    def __init__(self, version: Callable[[], object]) -> None:
        self._version = version
        self._seen: object = None
        self._making = 0
        self._made: dict[object, object] = {}

    def get(self, name: object, make: Callable[[], T]) -> T:
        """A result, made once for a version of the record; for what is asked while another is made that is not looked up."""
        if not self._making:
            version = self._version()
            if version != self._seen:
                self._made.clear()
                self._seen = version
        if name not in self._made:
            self._making += 1
            try:
                self._made[name] = make()
            finally:
                self._making -= 1
        return cast(T, self._made[name])

    def forget(self, *, decides: bool) -> None:
        """Forgets what was worked out; after decisions what was read stays."""
        self._made = {name: made for name, made in self._made.items() if decides and _is_read(name)}


def _is_read(name: object) -> bool:
    """True of results that no decision changes."""
    return isinstance(name, tuple) and name[0] == "read"
