"""People counted without a noun: `a crowd of 3,000`, `killed at least 14`, `the 300 who came`."""

from functools import cache

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import text_at
from standoff.quantities.scan import Word

_BACK = 3  # words of a hedge between a verb and its number
_ON = 4  # words between a number and its verb
_TOLL = 8  # words from `death toll` to its number


def is_people(words: list[Word], amount: Amount) -> bool:
    """Whether a number that no noun follows counts people."""
    value = amount.value if amount.value is not None else amount.low
    if amount.number.part or value is None or value < 1:
        return False
    i = amount.first
    if i > 1 and words[i - 1].lower == "of" and words[i - 2].lower in sum_words("gathered"):
        return True
    if text_at(words, amount.last) == "who" and not words[amount.last].fresh:
        return True
    if _is_low_end(words, amount.last):
        return False
    return _of_toll(words, i) or _harmed_before(words, i) or _harmed_after(words, amount.last)


def _is_low_end(words: list[Word], i: int) -> bool:
    """`kills 1 to 3 percent of those infected`."""
    return text_at(words, i) in ("to", "-", "–") and text_at(words, i + 2) in ("%", "percent", "per")


@cache
def _hedges() -> frozenset[str]:
    return frozenset(word for phrase in numbers().hedges for word in phrase) | sum_words("hedge")


def _harmed_before(words: list[Word], i: int) -> bool:
    """`killed at least 14`, `injuring another 30`."""
    at = i - 1
    while at >= 0 and i - at <= _BACK and words[at].lower in _hedges() and not words[at + 1].fresh:
        at -= 1
    if at < 0 or words[at + 1].fresh:
        return False
    return words[at].lower in numbers().harm and words[at].lower not in sum_words("doing") | sum_words("being")


def _harmed_after(words: list[Word], i: int) -> bool:
    """`nineteen were killed`, `40 more died`, `41 of them are still missing`."""
    at, passed = i, sum_words("others") | sum_words("is")
    while at < min(len(words), i + _ON) and not words[at].fresh and words[at].lower in passed:
        at += 1
    return at < len(words) and not words[at].fresh and words[at].lower in numbers().harm


def _of_toll(words: list[Word], i: int) -> bool:
    """`the death toll rose to 160`, `put the death toll at more than 30`."""
    for at in range(i - 1, max(0, i - _TOLL), -1):
        if words[at + 1].fresh or words[at].text in ";:()":
            return False
        if words[at].lower == "toll":
            return words[at - 1].lower == "death"
    return False
