"""What a number in words begins with: `a hundred`, `several thousand`, `dozens`, `half a million`, `a third of`."""

from standoff.lexicon.calendar import MONTH_WORDS, WEEKDAY_WORDS
from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.quantities.counted import is_plural
from standoff.quantities.number_words import Number, chunks, stands
from standoff.quantities.scan import Word
from standoff.quantities.spelled import spelled_fraction

_SIMPLE = 2  # words of `one fifth`, which `_leading_part` reads by what follows


def in_words(words: list[Word], i: int) -> Number | None:
    """A number in words, from `a hundred` to `two thirds of a million`."""
    table = numbers()
    word = words[i].lower
    if word in ("half", "quarter") or (word in ("a", "an", "one") and i + 1 < len(words)):
        found = _leading_part(words, i)
        if found is not None:
            return found
    share = spelled_fraction(words, i) if word in table.small else None
    if share is not None and not (share.single and share.last - i <= _SIMPLE):
        return Number(i, share.last, share.value, figure=False, part=True)
    if word == "scores":
        return _scores(words, i)
    if word in table.scales:
        return _vague(words, i) or (chunks(words, i, 1.0) if not word.endswith("s") and word != "doz" else None)
    if word in ("a", "an", "several") or (word == "few" and i and words[i - 1].lower == "a"):
        return _article(words, i)
    if word not in table.small:
        return None
    return chunks(words, i, None)


def _article(words: list[Word], i: int) -> Number | None:
    """`a hundred`, `a million`, `a few thousand`, `several hundred`."""
    scales = numbers().scales
    if stands(words, i + 1, "couple"):
        return _couple(words, i)
    at = i + 1 + stands(words, i + 1, "few")
    if at >= len(words) or words[at].lower not in scales or words[at].lower.endswith("s"):
        return None
    if at > i + 1 or words[i].lower in ("several", "few"):
        unit = scales[words[at].lower]
        return Number(i, at + 1, unit, figure=False, scaled=True, vague=True, low=2 * unit, high=10 * unit)
    share = spelled_fraction(words, i)  # `a hundred trillionths`
    number = Number(i, share.last, share.value, figure=False, part=True) if share else chunks(words, at, 1.0)
    if number is not None:
        number.first = i
    return number


def _couple(words: list[Word], i: int) -> Number | None:
    """`a couple of hundred`, `a couple million`: two or three times the magnitude."""
    at = i + 2 + stands(words, i + 2, "of")
    if at >= len(words) or words[at].lower not in numbers().scales or words[at].lower.endswith("s"):
        return None
    unit = numbers().scales[words[at].lower]
    return Number(i, at + 1, unit, figure=False, scaled=True, vague=True, low=2 * unit, high=3 * unit)


def _vague(words: list[Word], i: int) -> Number | None:
    """`dozens`, `tens of thousands`, `hundreds of millions`: one to ten times the magnitude."""
    scales = numbers().scales
    if not words[i].lower.endswith("s") or words[i].lower in ("dozs", "lacs"):
        return None
    value, last = scales[words[i].lower], i + 1
    if value == 10 and not (stands(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales):
        return None
    if stands(words, last, "of") and last + 1 < len(words) and words[last + 1].lower in scales:
        value, last = value * scales[words[last + 1].lower], last + 2
        if (
            words[i].lower == "tens"
            and stands(words, last, "of")
            and last + 1 < len(words)
            and words[last + 1].lower in scales
        ):
            value, last = value * scales[words[last + 1].lower], last + 2
    return Number(i, last, value, figure=False, scaled=True, vague=True, low=value, high=10 * value)


_SCORE = 20.0


def _scores(words: list[Word], i: int) -> Number | None:
    """`scores of drivers`, `killed scores`: one to ten times twenty; not `the scores of the match`, `test scores of girls`."""
    if not stands(words, i + 1, "of") or i + 2 >= len(words) or words[i + 2].kind != "word":
        return None
    before = words[i - 1] if i and not words[i].fresh else None
    free = before is None or before.kind == "mark" or before.lower in sum_words("before_scores")
    if not (free or (before is not None and before.lower.endswith(("ed", "ing")))):
        return None
    if not any(is_plural(word) for word in words[i + 2 : i + 5]):
        return None
    return Number(i, i + 1, _SCORE, figure=False, scaled=True, vague=True, low=_SCORE, high=10 * _SCORE)


def _is_one_more(words: list[Word], i: int, last: int) -> bool:
    """`two were killed and a third was hurt`, `another in May and a third in February`: one more, and no share."""
    before = words[i - 1].lower if i else ""
    if before and (before in ("which", "and", "while", "but") or words[i - 1].text == ","):
        return words[last].lower in sum_words("one_was") or (
            words[last].lower in ("in", "on") and _is_date(words, last + 1)
        )
    return False


def _is_date(words: list[Word], i: int) -> bool:
    dated = i < len(words) and words[i].text[0].isupper()
    return dated and words[i].lower in MONTH_WORDS | WEEKDAY_WORDS


def _leading_part(words: list[Word], i: int) -> Number | None:
    """`half a million`, `quarter million`, `a half`, `a third of`, `one over twenty`."""
    table = numbers()
    word = words[i].lower
    at = i + (word in ("a", "an", "one"))
    if word == "one" and stands(words, at, "-") and words[at].glued and at + 1 < len(words) and words[at + 1].glued:
        at += 1  # one-third
    part = table.parts.get(words[at].lower) if at < len(words) else None
    if part is None or part < 2 or (words[at].lower == "second"):
        return None
    value, last = 1.0 / part, at + 1
    if word == "one" and at == i + 2:
        return Number(i, last, value, figure=False, part=True)
    if stands(words, last, "-") and words[last].glued and last + 1 < len(words):
        last += 2 * (stands(words, last + 1, "a") and stands(words, last + 2, "-"))  # half-a-million
        scale = table.scales.get(words[last + 1].lower, 0.0) if last + 1 < len(words) else 0.0
        if part > 4 or not scale or words[last + 1].lower.endswith("s"):
            return None  # half-hour, third-party
        return Number(i, last + 2, value * scale, figure=False, scaled=True)  # half-dozen
    skip = last + stands(words, last, "a")
    if part <= 4 and skip < len(words) and words[skip].lower in table.scales:
        return Number(i, skip + 1, value * table.scales[words[skip].lower], figure=False, scaled=True)
    share = _is_bare_share(words, i, last) if at == i else _is_share(words, i, at)
    return Number(i, last, value, figure=False, part=True) if share else None


def _is_bare_share(words: list[Word], i: int, last: int) -> bool:
    """`half of`, `half the firms`, `fell by half`; not `the second half`."""
    before = words[i - 1].lower if i else ""
    if not (words[i].lower == "half" or _of_scale_at(words, last)) or before in sum_words("which_half"):
        return False
    if stands(words, last, "of") or (_stands_in(words, last, sum_words("heads")) and before != "-"):
        return True
    ends = last >= len(words) or words[last].kind == "mark" or words[last].fresh
    return before == "by" and (ends or _stands_in(words, last, sum_words("after_share")))


def _is_share(words: list[Word], i: int, at: int) -> bool:
    """`a third of`, `a quarter less`, `a half`; not `and a third was hurt`."""
    last = at + 1
    if last >= len(words) or words[last].kind == "mark" or words[last].fresh:
        return True
    half = words[at].lower == "half"
    share = _stands_in(words, last, sum_words("after_share")) or (half and words[last].kind == "word")
    return share and (half or words[at].lower == "quarter" or not _is_one_more(words, i, last))


def _stands_in(words: list[Word], i: int, forms: frozenset[str]) -> bool:
    """Whether one of the words stands at token `i`."""
    return i < len(words) and words[i].lower in forms


def _of_scale_at(words: list[Word], i: int) -> bool:
    return (
        stands(words, i, "of")
        and stands(words, i + 1, "a")
        and i + 2 < len(words)
        and words[i + 2].lower in numbers().scales
    )
