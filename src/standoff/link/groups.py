"""Groups of things that belong together (union-find)."""

from collections.abc import Iterable


class Groups:
    """Disjoint groups of keys; the smallest key stands for its group."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: str) -> str:
        """The key that stands for a key's group."""
        while self._parent[key] != key:
            self._parent[key] = key = self._parent[self._parent[key]]
        return key

    def join(self, one: str, other: str) -> bool:
        """Makes two groups one; False where they were one already."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
        return low != high

    def all(self) -> list[list[str]]:
        """Every group with its members in order."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.root(key), []).append(key)
        return list(found.values())
