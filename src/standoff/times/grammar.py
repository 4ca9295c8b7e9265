"""Rules matched over tokens: the longest match at a place wins, then the rule that stands first.

Patterns have no repetition and `<date>` is remembered by place, so that the work is linear in the tokens.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from standoff.lexicon.times import TimeRule, time_rules
from standoff.times.build import BUILDERS
from standoff.times.captures import Captures
from standoff.times.shapes import Shape
from standoff.times.tokens import Word

_MAX_DEPTH = 6  # `<date>` inside `<date>`


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    words: frozenset[str]
    classes: tuple[str, ...]
    date: bool
    optional: bool
    name: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule's pattern, compiled."""

    rule: TimeRule
    elements: tuple[Element, ...]
    order: int
    second: Element | None  # where both of the first two must be there: a quick look ahead


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` (exclusive) that a rule took."""

    start: int
    end: int
    shape: Shape
    rule: TimeRule


@cache
def _patterns() -> tuple[dict[str, tuple[Pattern, ...]], dict[str, tuple[Pattern, ...]]]:
    """The patterns by the word, and by the class, that may begin them."""
    by_word: dict[str, list[Pattern]] = {}
    by_class: dict[str, list[Pattern]] = {}
    order = 0
    for rule in time_rules():
        for text in rule.patterns:
            elements = tuple(_element(piece) for piece in text.split())
            pattern = Pattern(rule, elements, order, _second(elements))
            order += 1
            for element in _openers(pattern.elements):
                for word in sorted(element.words):
                    by_word.setdefault(word, []).append(pattern)
                for kind in element.classes:
                    by_class.setdefault(kind, []).append(pattern)
    return {k: tuple(v) for k, v in by_word.items()}, {k: tuple(v) for k, v in by_class.items()}


def _second(elements: tuple[Element, ...]) -> Element | None:
    if len(elements) < 2 or elements[0].optional or elements[1].optional or elements[1].date:
        return None
    return elements[1]


def _openers(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        yield element
        if not element.optional:
            return


def _element(piece: str) -> Element:
    name, _, rest = piece.partition("=") if "=" in piece and len(piece) > 1 else ("", "", piece)
    optional = rest.endswith("?") and len(rest) > 1
    options = (rest[:-1] if optional else rest).split("|")
    classes = tuple(o for o in options if o.isupper() and o.isalpha() and len(o) > 1)
    words = frozenset(o for o in options if o not in classes and o != "<date>")
    return Element(words, classes, "<date>" in options, optional, name)


class Matcher:
    """The matches in one run of tokens."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self._dates: dict[int, Match | None] = {}
        self._depth = 0

    def matches(self) -> Iterator[Match]:
        """The matches from left to right, not overlapping."""
        i = 0
        while i < len(self.words):
            found = self.best(i)
            if found is not None and i + 1 < len(self.words):
                other = self.best(i + 1)  # `in [two days from today]` reaches further than `[in two days]`
                if other is not None and other.start < found.end < other.end:
                    found = other
            if found is None:
                i += 1
            else:
                yield found
                i = found.end

    def best(self, i: int) -> Match | None:
        """The longest match that begins at token `i`."""
        if i in self._dates:
            return self._dates[i]
        word = self.words[i]
        by_word, by_class = _patterns()
        candidates = by_word.get(word.lower, ())
        for kind in word.means:
            candidates += by_class.get(kind, ())
        if not candidates or self._depth >= _MAX_DEPTH:
            return None
        best: Match | None = None
        rank = (0, 0)
        self._depth += 1
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        for pattern in candidates:
            second = pattern.second
            if second is not None and (following is None or not _takes(second, following)):
                continue
            for end, captures in self._ends(pattern.elements, 0, i, {}):
                if (end - i, -pattern.order) <= rank and best is not None:
                    continue
                if not self._allowed(pattern.rule, i, end):
                    continue
                shape = BUILDERS[pattern.rule.make](captures, pattern.rule.args)
                if shape is not None:
                    best, rank = Match(i, end, shape, pattern.rule), (end - i, -pattern.order)
        self._depth -= 1
        self._dates[i] = best
        return best

    def _ends(
        self, elements: tuple[Element, ...], k: int, i: int, captures: Captures
    ) -> Iterator[tuple[int, Captures]]:
        """Each end that the elements from `k` on can reach from token `i`, with what they caught."""
        if k == len(elements):
            yield i, captures
            return
        element = elements[k]
        if i < len(self.words):
            for end, caught in self._one(element, i, k):
                yield from self._ends(elements, k + 1, end, _with(captures, element, caught) if caught else captures)
        if element.optional:
            yield from self._ends(elements, k + 1, i, captures)

    def _one(self, element: Element, i: int, k: int) -> Iterator[tuple[int, Captures]]:
        """What one element takes at token `i`."""
        word = self.words[i]
        if word.lower in element.words:
            yield i + 1, {element.name: word.lower} if element.name else {}
            return
        if ("ANY" in element.classes and _plain(word)) or (
            "CAP" in element.classes and word.capital and not word.means
        ):
            yield i + 1, {}
            return
        for kind in element.classes:
            if (value := word.means.get(kind)) is not None:
                yield i + 1, {element.name or kind.lower(): value}
                return
        if element.date and k > 0:
            skip = 1 if word.lower == "the" and i + 1 < len(self.words) else 0
            found = self.best(i) or (self.best(i + 1) if skip else None)
            if found is not None:
                yield found.end, {element.name or "date": found.shape}

    def _allowed(self, rule: TimeRule, start: int, end: int) -> bool:
        """Whether the words beside the match are as the rule wants them."""
        before = self.words[start - 1] if start else None
        if before is not None and before.lower == "the" and rule.the and start > 1:
            before = self.words[start - 2]
        following = self.words[end] if end < len(self.words) else None
        if rule.after and not _is(before, rule.after):
            return False
        if rule.not_after and before is not None and _is(before, rule.not_after):
            return False
        if rule.ahead and not ("END" in rule.ahead if following is None else _is(following, rule.ahead)):
            return False
        return not (rule.not_before and following is not None and _is(following, rule.not_before))


def _takes(element: Element, word: Word) -> bool:
    """Whether an element can take a word."""
    if word.lower in element.words:
        return True
    means = word.means
    if not means:
        return ("ANY" in element.classes and _plain(word)) or ("CAP" in element.classes and word.capital)
    return any(kind in means for kind in element.classes)


def _plain(word: Word) -> bool:
    """A word in lower case that says nothing about time: the adjective of `three bitter weeks`."""
    return not word.means and word.text.isalpha() and word.text.islower() and len(word.text) > 3


def _is(word: Word | None, options: tuple[str, ...]) -> bool:
    if word is None:
        return "START" in options
    if word.lower in options or any(kind in options for kind in word.means):
        return True
    return "PLURAL" in options and not word.means and _plural(word)


def _plural(word: Word) -> bool:
    """Looks like a plural noun: `1950 people` is no year."""
    lower = word.lower
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and not word.capital


def _with(captures: Captures, element: Element, caught: Captures) -> Captures:
    """The captures and one more; a name that is taken gets a 2."""
    joined = dict(captures)
    for name, value in caught.items():
        key = name
        while key in joined:
            key += "2"
        joined[key] = value
    return joined
