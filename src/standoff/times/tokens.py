"""A plain tokeniser: words, numbers, signs, each with what it can mean in a date. One pass, linear."""

import re
from collections.abc import Iterator

from standoff.lexicon.times import Meanings, time_words
from standoff.times.captures import full_year

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)"  # most tokens, and no other begins with a letter
    r"|(?P<dotted>\d\d?\.\d\d?\.\d{4}(?!\.?\d)|(?<![\d.])[0-3]\d\.[01]\d\.\d\d(?!\.?\d))"
    r"|(?P<slashed>\d{4}(?:/\d\d?/\d\d?(?![\d/])|\.\d\d?\.\d\d?(?!\.?\d)))"
    r"|(?P<iso>\d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?)?(?!\w|-\d))"
    r"|(?P<clock>\d\d?:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<decade>(?:\d{2,3}0|[’'‘]\d0|\b\d0)[’']?s\b)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|(?P<sign>[^\w\s]|_)"
)
_SUFFIX = frozenset(("st", "nd", "rd", "th"))
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_CUT = frozenset(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"))
_LOWER_MONTHS = frozenset(("march", "may", "mar"))
_DAY_OR_YEAR = frozenset(("NTH", "YEAR"))
_IN_DATE = frozenset(("DAY", "YEAR"))
_WHOLE_MONTH = frozenset(("in", "last", "next", "this"))  # before a month no day follows: `on`
_ORDINAL = frozenset(("NTH", "ORD"))
_DASHES = frozenset("-–—‐‑")
_NOUGHT = frozenset(("oh", "ought", "aught"))
_NOTHING: Meanings = {}


class Word:
    """A token: where it stands and what it can mean, by class (`MONTH`: 4, `NUM`: 12)."""

    __slots__ = ("end", "glued", "lower", "means", "start", "text")

    def __init__(self, text: str, lower: str, start: int, end: int, means: Meanings, glued: bool) -> None:
        self.text = text
        self.lower = lower
        self.start = start
        self.end = end
        self.means = means
        self.glued = glued  # no white space before it

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()

    def __repr__(self) -> str:
        return f"<{self.text} {self.means}>"


def tokenise(text: str, start: int, end: int) -> list[Word]:
    """The tokens of a stretch of text; number words and names of several words are one token."""
    words = _raw(text, start, end)
    for i, word in enumerate(words):
        if not word.means and word.lower in _LOWER_MONTHS and _is_month(words, i):
            word.means = time_words().single[word.lower]
    return list(_merge(words))


def _is_month(words: list[Word], i: int) -> bool:
    """Whether `march` or `may` in small letters stands beside a day or a year: `the first of march`, `may 12th`."""
    following = words[i + 1].means if i + 1 < len(words) else _NOTHING
    if not _DAY_OR_YEAR.isdisjoint(following) or (i > 0 and "NTH" in words[i - 1].means):
        return True
    if i and words[i].glued and words[i - 1].text in "-/" and i > 1 and not _IN_DATE.isdisjoint(words[i - 2].means):
        return True  # `2018-may-5`
    if i + 2 < len(words) and words[i + 1].lower == "of" and "TWO" in words[i + 2].means:
        return True  # `in may of 87`
    if i + 2 < len(words) and "DAY" in following and "YEAR" in words[i + 2].means:
        return True  # `may 5 2018`
    if i + 2 < len(words) and words[i + 1].text == "-" and words[i + 2].glued:
        return not _IN_DATE.isdisjoint(words[i + 2].means)  # `may-2018`
    if i + 2 < len(words) and words[i + 1].lower in ("the", "of") and not _DAY_OR_YEAR.isdisjoint(words[i + 2].means):
        return True
    return i > 1 and words[i - 1].lower == "of" and not _ORDINAL.isdisjoint(words[i - 2].means)


def _raw(text: str, start: int, end: int) -> list[Word]:
    vocabulary, proper = time_words().single, time_words().proper
    words: list[Word] = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        piece, kind = match[0], match.lastgroup
        left, right = match.span()
        glued = left == last
        last = right
        known: Meanings
        if kind == "word":
            lower = piece.lower()
            if glued and lower in _SUFFIX and words and "NUM" in words[-1].means:
                words[-1] = _ordinal(words[-1], piece)
                continue
            known = {"FRACTION": _FRACTIONS[piece]} if piece in _FRACTIONS else vocabulary.get(lower, _NOTHING)
            if known and lower in proper and not piece[0].isupper():
                known = _NOTHING
            if glued and not known and lower != "w" and words and "YEAR" in words[-1].means:
                words[-1].means = {k: v for k, v in words[-1].means.items() if k != "YEAR"}  # `a Cessna 2014B`
            words.append(Word(piece, lower, left, right, known, glued))
        elif kind == "sign":
            known = vocabulary.get(piece, _NOTHING)
            words.append(Word(piece, piece, left, right, known, glued))
        else:
            words.append(Word(piece, piece, left, right, _numeral(kind or "", piece), glued))
    return words


def _numeral(kind: str, piece: str) -> Meanings:
    """What digits can mean."""
    if kind == "iso":
        return {"ISO": piece}
    if kind == "dotted":
        day, month, year = piece.split(".")
        return {"ISO": f"{full_year(int(year))}-{month}-{day}"}
    if kind == "slashed":
        return {"ISO": piece.replace("/", "-").replace(".", "-")}
    if kind == "clock":
        return {"CLOCK": piece}
    if kind == "decade":
        digits = re.sub(r"\D", "", piece)
        return {"DECADE": f"xx{digits[0]}" if len(digits) == 2 else f"{digits[:-1]:0>3}"}
    return _figures(piece) if len(piece) <= 12 else {}


def _figures(piece: str) -> Meanings:
    """What a row of digits can mean: a count, a year, a day, an hour."""
    if len(piece) == 4 and piece.startswith("0") and piece.isascii() and piece.isdigit() and int(piece[2:]) < 60:
        return {"HHMM": f"{piece[:2]}:{piece[2:]}"}
    value = float(piece.replace(",", ""))
    means: Meanings = {"NUM": value, "COUNT": value}
    if not piece.isascii() or not piece.isdigit():
        hour, dot, minute = piece.partition(".")
        if dot and len(hour) <= 2 and len(minute) == 2 and minute < "60":
            means["DOTTED"] = f"{hour}:{minute}"  # `3.30 p.m.`
        return means
    number = int(piece)
    if len(piece) == 4 and number < 2400 and number % 100 < 60:
        means["HHMM"] = f"{piece[:2]}:{piece[2:]}"
    if len(piece) == 4 and 1000 <= number <= 2199:
        means["YEAR"] = number
    elif len(piece) == 8 and 1000 <= number // 10000 <= 2199:
        means["DIGITS"] = piece
    if len(piece) <= 2:
        means["TWO"] = number
        if 1 <= number <= 31:
            means["DAY"] = number
        if 1 <= number <= 12:
            means["MM"] = number
        if number <= 24:
            means["HOUR"] = number
    if len(piece) <= 4 and number:
        means["AGE"] = number
    return means


def _ordinal(number: Word, suffix: str) -> Word:
    value = number.means["NUM"]
    means: Meanings = {"ORD": value}
    if isinstance(value, float) and 1 <= value <= 31:
        means["NTH"] = means["RANK"] = int(value)
    return Word(
        number.text + suffix, number.lower + suffix, number.start, number.end + len(suffix), means, number.glued
    )


def _merge(words: list[Word]) -> Iterator[Word]:
    """The tokens, with names of several words and number words joined."""
    phrases = time_words().phrases
    i = 0
    while i < len(words):
        word = words[i]
        if not word.means and word.lower not in phrases and word.text not in _DASHES:
            yield word  # most words
            i += 1
            continue
        if (choices := phrases.get(word.lower)) and (found := _phrase(words, i, choices)):
            length, means = found
            yield _join(words[i : i + length], means)
            i += length
            continue
        if (
            word.text in _DASHES
            and 0 < i < len(words) - 1
            and "YEAR" in words[i - 1].means
            and "YEAR" in words[i + 1].means
        ):
            word = Word(word.text, "to", word.start, word.end, word.means, word.glued)  # `1861-1863`
        if _abbreviated(word) and i + 1 < len(words) and words[i + 1].text == "." and words[i + 1].glued:
            yield Word(word.text + ".", word.lower + ".", word.start, words[i + 1].end, word.means, word.glued)
            i += 2
            continue
        if "NTH" in word.means and _counts_on(words, i):
            means = {name: value for name, value in word.means.items() if name != "NTH"}
            word = Word(word.text, word.lower, word.start, word.end, means, word.glued)
        if "CARD" in word.means:
            length, number = _number(words, i)
            yield _counting(number, words, i + length) if i and "MONTH" in words[i - 1].means else number
            i += length
            continue
        yield word
        i += 1


def _counting(number: Word, words: list[Word], after: int) -> Word:
    """`In December two more left`: a number word behind a month, with a noun after it, counts and is no day."""
    following = words[after] if after < len(words) else None
    if following is None or following.means or not following.text.isalpha() or "ORD" in number.means:
        return number
    means = {name: value for name, value in number.means.items() if name != "DAY"}
    return Word(number.text, number.lower, number.start, number.end, means, number.glued)


def _abbreviated(word: Word) -> bool:
    """A month or weekday cut short, which takes a full stop into it: `Aug.`, `Tues.`"""
    means = word.means
    return bool(means) and len(word.text) <= 5 and ("WDAY" in means or ("MONTH" in means and word.lower in _CUT))


def _phrase(
    words: list[Word], i: int, choices: tuple[tuple[tuple[str, ...], Meanings], ...]
) -> tuple[int, Meanings] | None:
    """The longest name of several words at `i`; the table is sorted by length."""
    for parts, means in choices:
        if (
            len(parts) <= len(words) - i
            and words[i + 1].lower == parts[1]
            and all(words[i + k].lower == part for k, part in enumerate(parts))
        ):
            return len(parts), means
    return None


def _join(words: list[Word], means: Meanings) -> Word:
    text = " ".join(w.text for w in words)
    return Word(text, text.lower(), words[0].start, words[-1].end, means, words[0].glued)


def _number(words: list[Word], i: int) -> tuple[int, Word]:
    """The number words at `i`: `twenty-one`, `two hundred and five`, `twenty-first`, `nineteen ninety six`."""
    total, current, previous, end = 0.0, 0.0, 0.0, i
    ordinal = False
    j = i
    while j < len(words) and not ordinal:
        word = words[j]
        if j > i and ((word.lower in ("-", "‐", "‑") and word.glued) or (word.lower == "and" and previous >= 100)):
            j += 1
            continue
        if word.lower in _NOUGHT and 10 <= previous < 100 and j == end and _is_digit(words, j + 1):
            current, previous = current * 100, 100.0  # `nineteen oh five`
            j += 1
            continue
        value = word.means.get("CARD")
        if value is None and j > i and previous >= 20:
            value = word.means.get("ORD")
            ordinal = value is not None
        if not isinstance(value, float) or not _fits(value, previous, j == i):
            ordinal = False
            break
        if previous == 20 and value >= 10 and value < 100 and (current != 20 or total):
            break
        if value == 100:
            current = (current or 1) * 100
        elif value >= 1000:
            total, current = total + (current or 1) * value, 0.0
        elif value >= 10 and 10 <= previous < 100 and j > i and total == 0:
            current = current * 100 + value  # nineteen ninety
        else:
            current += value
        previous, end = value, j + 1
        j += 1
    if end == i + 1:
        return 1, words[i]
    return end - i, _join(words[i:end], _spelt(total + current, ordinal))


def _counts_on(words: list[Word], i: int) -> bool:
    """Whether an ordinal is no day: `May 12 – First ships sail`, `closed last December first by floods`."""
    word = words[i]
    if word.capital:
        return i > 0 and words[i - 1].text in _DASHES
    return i > 1 and word.text.isalpha() and "MONTH" in words[i - 1].means and words[i - 2].lower in _WHOLE_MONTH


def _spelt(value: float, ordinal: bool) -> Meanings:
    """What a number of several words can mean."""
    if ordinal:
        return {"ORD": value, "NTH": int(value)} if 1 <= value <= 31 else {"ORD": value}
    means: Meanings = {"NUM": value, "COUNT": value}
    if value == int(value) and 1000 <= value <= 2199:
        means["YEAR"] = int(value)
    elif 1 <= value <= 31:
        means["DAY"] = int(value)
    return means


def _is_digit(words: list[Word], j: int) -> bool:
    """Whether a number word below ten stands at `j`."""
    value = words[j].means.get("CARD") if j < len(words) else None
    return isinstance(value, float) and value < 10


def _fits(value: float, previous: float, first: bool) -> bool:
    """Whether a number word goes on from the one before."""
    if first or value == 100 or value >= 1000:
        return first or previous < value
    if previous >= 100:
        return True
    if previous >= 20:
        return value < 10 or previous == 20  # twenty sixteen
    return 10 <= previous < 20 and 10 <= value <= 99  # nineteen ninety
