"""What looks like a number and is no amount: dates, clock times, ordinals, telephone numbers, versions, names, page furniture."""

from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.quantities.lookup import DASHES, is_glued, text_at
from standoff.quantities.money import priced
from standoff.quantities.numerals import read_number
from standoff.quantities.scan import Word
from standoff.quantities.time_guards import clock, date, is_day, years

_ORDINAL = frozenset({"st", "nd", "rd", "th", "s", "'s", "ers"})


def skip(words: list[Word], i: int) -> int:
    """Where to go on if what begins at `i` is no amount; `i` itself if nothing speaks against it."""
    if words[i].kind == "mark":
        return _signed_row(words, i)
    if words[i].kind == "word":
        return max(_label_words(words, i), _ordinal_words(words, i), _hyphened(words, i), _named(words, i))
    for guard in (_joined, _score, clock, date, _row, _telephone, years, _furniture, _label, _name):
        at = guard(words, i)
        if at > i:
            return at
    return i


def _signed_row(words: list[Word], i: int) -> int:
    """`+82 2 555 0134`: a plus before a row of figures."""
    if words[i].text != "+" or i + 3 >= len(words) or words[i + 1].kind != "figure" or not words[i + 1].glued:
        return i
    at = i + 2
    while at + 1 < len(words) and (
        words[at].kind == "figure" or (words[at].text in "-" and words[at + 1].kind == "figure")
    ):
        at += 1
    return at if at > i + 3 else i


def _ordinal_words(words: list[Word], i: int) -> int:
    """`twenty-first`, `two hundred and fiftieth`."""
    table = numbers()
    if words[i].lower not in table.small and words[i].lower != "hundred":
        return i
    number = read_number(words, i)
    if number is None or number.part or number.value < 20:
        return i
    at = number.last
    at += at < len(words) and (words[at].text == "-" or words[at].lower == "and")
    if at < len(words) and not words[at].fresh and words[at].lower in table.parts and not words[at].lower.endswith("s"):
        return at + 1
    return i


def _hyphened(words: list[Word], i: int) -> int:
    """`multi-million`, `best-of-seven`, `two-way`: a number word inside a word."""
    if text_at(words, i + 1) == "-" and is_glued(words, i + 1) and text_at(words, i + 2) == "way":
        return i + 3
    if text_at(words, i - 1) != "-" or not is_glued(words, i) or not is_glued(words, i - 1):
        return i
    if text_at(words, i - 2) == "of" and text_at(words, i - 3) == "-":
        return i + 1
    return i + 1 if text_at(words, i - 2) == "multi" else i


def _named(words: list[Word], i: int) -> int:
    """`at Three Rivers State`: a number word with a capital inside a sentence of small letters, before another capital."""
    if i < 2 or i + 1 >= len(words) or words[i].text.isupper() or not words[i].text[0].isupper():
        return i
    before, after = words[i - 2 : i], words[i + 1]
    if any(word.kind != "word" or not word.text.islower() for word in before) or words[i].fresh or after.fresh:
        return i
    named = words[i].lower in numbers().small and after.kind == "word" and after.text[0].isupper()
    return i + 2 if named and not after.text.isupper() else i


def _past_glued(words: list[Word], i: int) -> int:
    """The end of the string without white space that holds token `i`, sentence marks aside."""
    i += 1
    while i < len(words) and words[i].glued and (words[i].kind != "mark" or words[i].text in "-–/:._@&=?#"):
        i += 1
    return i


def _joined(words: list[Word], i: int) -> int:
    """`CAC40`, `F-16`, `mid-2013`, `10th`, `1950s`, `#5`, `page_2`."""
    if is_glued(words, i + 1) and words[i + 1].lower in _ORDINAL and "." not in words[i].text:
        return i + 2  # not `9.8s`
    if _lettered(words, i):
        return _past_glued(words, i)
    if not words[i].glued or i == 0:
        return i
    before = words[i - 1]
    if before.text == "x" and before.glued and i > 1 and words[i - 2].kind == "figure":
        return i  # `40x60 ft`
    if before.kind == "word" and before.text not in units().before and before.text[-3:] not in units().before:
        return _past_glued(words, i)
    if (
        before.text in "_@#\\&?"
        or (before.text == "+" and before.glued)
        or (before.text == "/" and _lens(words, i - 2))
    ):
        return _past_glued(words, i)
    if before.text in DASHES and before.glued and i > 1 and words[i - 2].kind == "word":
        lower = words[i - 2].lower
        if (
            lower not in ("minus", "to", "by", "magnitude")
            and lower not in numbers().small
            and words[i - 2].text not in units().before
        ):
            return _past_glued(words, i)
    return i


def _lens(words: list[Word], i: int) -> bool:
    """Whether the `f` of `f/1.8` stands at `i`."""
    return text_at(words, i) == "f" and is_glued(words, i + 1)


_LINES = frozenset(["240", "360", "480", "540", "720", "1080", "1440", "2160", "4320"])
"""How many lines a picture has: `1080p`."""


_RESOLUTIONS = frozenset(["2", "4", "5", "8"])
"""How many thousand points a line of a picture has: `4K`."""


def _lettered(words: list[Word], i: int) -> bool:
    """`401(k)`, `3900X`, `2-for-4`, `1080p`: a figure with letters that are no unit."""
    if text_at(words, i + 1) in ("p", "i") and is_glued(words, i + 1) and words[i].text in _LINES:
        return not priced(words, i)
    if (
        i + 3 < len(words)
        and words[i + 1].text == "("
        and words[i + 1].glued
        and words[i + 2].glued
        and words[i + 3].text == ")"
    ):
        return words[i + 2].kind == "word" and len(words[i + 2].text) == 1
    if i + 4 < len(words) and [w.lower for w in words[i + 1 : i + 4]] in (["-", "for", "-"], ["-", "of", "-"]):
        return words[i + 1].glued
    if i + 1 >= len(words) or not words[i + 1].glued or words[i + 1].kind != "word" or not words[i].text.isdigit():
        return False
    text = words[i + 1].text
    if text == "K" and words[i].text in _RESOLUTIONS and text_at(words, i + 2) in sum_words("pictures"):
        return True  # `4K video`
    known = text in units().signs or text in units().before or text in numbers().short or text in units().wary
    return text.isupper() and len(text) <= 2 and not known and text not in ("PM", "AM", "AD", "BC", "ET", "G", "E")


def _score(words: list[Word], i: int) -> int:
    """`a 2-1 win`, `won 3-0`, `a 5-4 vote`."""
    if i + 2 >= len(words) or words[i + 1].text not in DASHES or words[i + 2].kind != "figure":
        return i
    if not (words[i + 1].glued and words[i + 2].glued and words[i].text.isdigit() and words[i + 2].text.isdigit()):
        return i
    if len(words[i].text) > 3 or len(words[i + 2].text) > 3 or text_at(words, i + 3) in ("-", "%", "percent", "per"):
        return i
    return i + 3 if int(words[i].text) >= int(words[i + 2].text) or text_at(words, i + 3) in sum_words("scores") else i


def _row(words: list[Word], i: int) -> int:
    """`2.0.1`, `192.168.0.1`, `5/17/2018`, `www.x.org/12/34`."""
    marks = 0
    at = i
    while (
        at + 2 < len(words)
        and words[at + 1].text in ("/", ".")
        and words[at + 1].glued
        and words[at + 2].glued
        and words[at + 2].kind == "figure"
    ):
        at += 2
        marks += 1
    if marks >= 2 or (marks == 1 and words[i + 1].text == "."):
        return at + 1
    if (
        marks == 1
        and at == i + 2
        and is_day(words[i])
        and is_day(words[at])
        and "0" in (words[i].text[0], words[at].text[0])
    ):
        return at + 1  # `19/08`
    if marks == 1 and (words[i].text, words[i + 2].text) in (("24", "7"), ("9", "11")):
        return at + 1
    return i


def _telephone(words: list[Word], i: int) -> int:
    """`02-555-0134`, `555-0134`, `+82 2 555 0134`."""
    at, groups = i, [words[i].text]
    while (
        at + 2 < len(words) and words[at + 1].text in DASHES and words[at + 2].kind == "figure" and words[at + 2].glued
    ):
        if not words[at + 1].glued:
            break
        at += 2
        groups.append(words[at].text)
    if len(groups) >= 3 or (len(groups) == 2 and len(groups[1]) == 4 and len(groups[0]) == 3 and groups[1].isdigit()):
        return at + 1
    if words[i].text[0] == "0" and words[i].text.isdigit() and len(words[i].text) > 2:
        at = i + 1  # `0800 123 456`
        while at < len(words) and words[at].kind == "figure" and len(words[at].text) > 2 and not words[at].fresh:
            at += 1
        return at if at > i + 1 + (len(words[i].text) == 3) or len(words[i].text) > 4 else i
    return i


def _furniture(words: list[Word], i: int) -> int:
    """`1 of 5`, `Comments (2)`, `1. Head of ...` at the start of a line."""
    if text_at(words, i + 1) == "of" and i + 2 < len(words) and words[i + 2].kind == "figure" and words[i].fresh:
        alone = i + 3 >= len(words) or words[i + 3].kind == "mark" or words[i + 3].fresh
        return i + 3 if alone else i
    if not words[i].text.isdigit():
        return i
    if text_at(words, i - 1) == "(" and text_at(words, i + 1) == ")" and len(words[i].text) <= 2:
        return i + 1
    if words[i].fresh and len(words[i].text) <= 2 and text_at(words, i + 1) in (".", ")") and is_glued(words, i + 1):
        return i + 1 if i + 2 < len(words) and not words[i + 2].glued else i
    return i


def _label(words: list[Word], i: int) -> int:
    """`Article 5`, `No. 10`, `Room 12`, `page 3`."""
    if words[i].fresh or not (
        words[i].text.isdigit() or (_decimal(words[i]) and text_at(words, i - 1) in sum_words("numbered"))
    ):
        return i
    before = i - 2 if text_at(words, i - 1) == "." and is_glued(words, i - 1) else i - 1
    if before < 0 or words[before].kind != "word" or words[before + 1].fresh:
        return i
    if text_at(words, before) in numbers().labels:
        if text_at(words, before) in ("no", "nos", "nr", "nrs") and before == i - 1 and words[before].text[0].islower():
            return i
        return i + 1
    return i


def _decimal(word: Word) -> bool:
    return word.text.count(".") == 1 and word.text.replace(".", "").isdigit()


def _label_words(words: list[Word], i: int) -> int:
    """`Chapter Seven`, `version two`, `Day One`."""
    if i == 0 or words[i].lower not in numbers().small or text_at(words, i - 1) not in numbers().labels:
        return i
    if words[i].fresh:
        return i
    shown = words[i].text[0].isupper() and words[i - 1].text[0].isupper()
    after = words[i + 1] if i + 1 < len(words) else None  # `phase two of the plan`, not `in the area two men`
    bare = after is None or after.fresh or after.kind == "mark" or after.lower in numbers().stops
    return i + 1 if shown or text_at(words, i - 1) == "version" or (bare and words[i].lower != "one") else i


def _split(words: list[Word], i: int) -> bool:
    """Whether a row of shares begins at `i`: `led Amari 40 to 30 percent`."""
    row = [word.lower for word in words[i + 1 : i + 4]]
    return (
        len(row) == 3 and row[0] in ("to", "and", "against") and row[1].isdigit() and row[2] in ("%", "percent", "per")
    )


def _name(words: list[Word], i: int) -> int:
    """`S&P 500`, `Big 12`, `Model 3`: a whole number right after a capitalised word inside a sentence."""
    if not words[i].text.isdigit() or len(words[i].text) > 4 or i == 0 or words[i].fresh or words[i].glued:
        return i
    before = words[i - 1]
    if before.kind != "word" or before.text.islower() or before.text.endswith(("'s", "’s")):
        return i
    if before.text in units().before or before.lower in numbers().small or before.lower in numbers().stops:
        return i
    if before.lower in WEEKDAY_WORDS or _split(words, i):
        return i
    follows = text_at(words, i + 1)
    if (follows,) in units().words or follows in ("%", "percent", "per") or follows in numbers().scales:
        return i
    if i == 1 or words[i - 1].fresh or words[i - 2].text in ".!?:":
        return i if not before.text.isupper() or len(before.text) < 2 else i + 1
    if follows in numbers().plurals or follows.rstrip("s") in units().people:
        return i
    if is_glued(words, i + 1) and follows not in ".,;:)]'\"”’!?":
        return i
    return i + 1
