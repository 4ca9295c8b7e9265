"""Rules matched over tokens: the longest match at a place wins, then the rule that stands first.

Patterns have no repetition and `<date>` is remembered by place, so that the work is linear in the tokens.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.lexicon.times import Meaning, TimeRule, time_words
from standoff.times.build import BUILDERS
from standoff.times.captures import Captures
from standoff.times.patterns import Element, candidates, openings
from standoff.times.shapes import Shape
from standoff.times.tokens import Word

_MAX_DEPTH = 6  # `<date>` inside `<date>`
_Caught = tuple[tuple[str, Meaning | Shape], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` (exclusive) that a rule took."""

    start: int
    end: int
    shape: Shape
    rule: TimeRule


class Matcher:
    """The matches in one run of tokens."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self._dates: dict[int, Match | None] = {}
        self._depth = 0

    def matches(self) -> Iterator[Match]:
        """The matches from left to right, not overlapping."""
        i, known = 0, openings()
        while i < len(self.words):
            word = self.words[i]
            found = self.best(i) if word.means or word.lower in known else None
            if found is not None and i + 1 < len(self.words):
                other = self.best(i + 1)  # `in [three weeks from today]` reaches further than `[in three weeks]`
                # `on 3 April 12 men came`: of two that are equally long the first, unless it begins with an article
                longer = other is not None and other.end - other.start > found.end - found.start
                longer = longer or "NUM" not in self.words[i].means
                if other is not None and longer and other.start < found.end < other.end:
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
        patterns = candidates(self.words, i)
        if not patterns or self._depth >= _MAX_DEPTH:
            return None
        best: Match | None = None
        rank = (0, 0)
        self._depth += 1
        for pattern in patterns:
            ends: list[tuple[int, _Caught]] = []
            self._reach(pattern.elements, 0, i, (), ends)
            for end, caught in ends:
                if (end - i, -pattern.order) <= rank or not self._allowed(pattern.rule, i, end):
                    continue
                shape = BUILDERS[pattern.rule.make](_captures(caught), pattern.rule.args)
                if shape is not None:
                    best, rank = Match(i, end, shape, pattern.rule), (end - i, -pattern.order)
        self._depth -= 1
        self._dates[i] = best
        return best

    def _reach(
        self, elements: tuple[Element, ...], k: int, i: int, caught: _Caught, ends: list[tuple[int, _Caught]]
    ) -> None:
        """Collects each end that the elements from `k` on can reach from token `i`, with what they caught."""
        words, total = self.words, len(elements)
        while k < total:
            element = elements[k]
            k += 1
            if element.optional:
                self._reach(elements, k, i, caught, ends)
            if i >= len(words):
                return
            word = words[i]
            if word.lower in element.words:
                i += 1
                if element.name:
                    caught = (*caught, (element.name, word.lower))
                continue
            means = word.means
            for kind in element.classes:
                if kind in means:
                    i += 1
                    caught = (*caught, (element.name or kind.lower(), means[kind]))
                    break
            else:
                if element.wild and _wild(element, word):
                    i += 1
                    continue
                found = self._date(word, i) if element.date and k > 1 else None
                if found is None:
                    return
                i = found.end
                caught = (*caught, (element.name or "date", found.shape))
        ends.append((i, caught))

    def _date(self, word: Word, i: int) -> Match | None:
        """The date that begins at token `i`, or after the article there."""
        skip = word.lower == "the" and i + 1 < len(self.words)
        return self.best(i) or (self.best(i + 1) if skip else None)

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


def _wild(element: Element, word: Word) -> bool:
    """Whether an element takes a word by its form."""
    return ("ANY" in element.classes and _plain(word)) or ("CAP" in element.classes and word.capital and not word.means)


def _plain(word: Word) -> bool:
    """A word in lower case that says nothing about time: the adjective of `three bitter weeks`."""
    own = word.text.isalpha() and word.text.islower() and len(word.text) > 3
    return own and not word.means and word.lower not in time_words().links  # but: on May 22 after weeks of talks


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


def _captures(caught: _Caught) -> Captures:
    """What was caught by name; a name that is taken gets a 2."""
    joined: Captures = {}
    for name, value in caught:
        while name in joined:
            name += "2"
        joined[name] = value
    return joined
