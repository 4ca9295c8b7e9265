"""The rules' patterns, compiled and indexed by the two tokens that may begin them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from standoff.lexicon.times import TimeRule, time_rules
from standoff.times.tokens import Word

_WILD = frozenset(("ANY", "CAP"))


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    words: frozenset[str]
    classes: tuple[str, ...]
    date: bool
    optional: bool
    name: str
    wild: bool  # takes words by their form: ANY, CAP


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule's pattern, compiled."""

    rule: TimeRule
    elements: tuple[Element, ...]
    order: int


@dataclass(slots=True)
class Opening:
    """The patterns that one word or class may begin."""

    free: list[Pattern] = field(default_factory=list)  # the next token tells nothing
    dated: list[Pattern] = field(default_factory=list)  # the next token begins a date
    by_second: dict[str, list[Pattern]] = field(default_factory=dict)


@cache
def openings() -> dict[str, Opening]:
    """The patterns by the word, or the class, that may begin them."""
    found: dict[str, Opening] = {}
    order = 0
    for rule in time_rules():
        for text in rule.patterns:
            pattern = Pattern(rule, tuple(_element(piece) for piece in text.split()), order)
            order += 1
            for k, element in _from(pattern.elements, 0):
                for key in (*sorted(element.words), *element.classes):
                    _add(found.setdefault(key, Opening()), pattern, k + 1)
    return found


def candidates(words: list[Word], i: int) -> list[Pattern]:
    """The patterns that the tokens at `i` and after it may begin; one may stand there twice."""
    index = openings()
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else None
    found: list[Pattern] = []
    for key in (word.lower, *word.means):
        opening = index.get(key)
        if opening is None:
            continue
        found += opening.free
        if following is None:
            continue
        if following.means or following.lower in index:
            found += opening.dated
        second = opening.by_second
        if (patterns := second.get(following.lower)) is not None:
            found += patterns
        for kind in following.means:
            if (patterns := second.get(kind)) is not None:
                found += patterns
    return found


def _add(opening: Opening, pattern: Pattern, k: int) -> None:
    """Files a pattern under what may stand at its second token."""
    keys: list[str] = []
    dated = False
    rest = list(_from(pattern.elements, k))
    if not rest or rest[-1][1].optional or any(e.wild for _, e in rest):
        opening.free.append(pattern)
        return
    for _, element in rest:
        keys.extend((*sorted(element.words), *element.classes))
        dated = dated or element.date
    if dated:
        opening.dated.append(pattern)
    for key in dict.fromkeys(keys):
        opening.by_second.setdefault(key, []).append(pattern)


def _from(elements: tuple[Element, ...], k: int) -> Iterator[tuple[int, Element]]:
    """The elements from `k` on that may take the next token: up to the first that must be there."""
    for n in range(k, len(elements)):
        yield n, elements[n]
        if not elements[n].optional:
            return


def _element(piece: str) -> Element:
    name, _, rest = piece.partition("=") if "=" in piece and len(piece) > 1 else ("", "", piece)
    optional = rest.endswith("?") and len(rest) > 1
    options = (rest[:-1] if optional else rest).split("|")
    classes = tuple(o for o in options if o.isupper() and o.isalpha() and len(o) > 1)
    words = frozenset(o for o in options if o not in classes and o != "<date>")
    return Element(words, classes, "<date>" in options, optional, name, not _WILD.isdisjoint(classes))
