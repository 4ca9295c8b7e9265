"""What a number counts: the noun phrase after it, without a parser."""

from dataclasses import dataclass

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.quantities.scan import Word

_LONGEST = 7  # tokens between a number and the noun it counts
_WORTH = frozenset({"in", "of", "worth"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted: its unit, the page's words for it, and the token after its head."""

    unit: str
    of: str
    last: int


def is_plural(word: Word) -> bool:
    """Whether a word looks like a plural noun."""
    table = numbers()
    lower = word.lower
    if lower in table.plurals or (len(lower) > 2 and word.text[-1] == "s" and word.text[:-1].isupper()):
        return True  # `MPs`, `NGOs`
    if lower in table.singulars or lower in table.stops or not lower.endswith("s") or "'" in lower:
        return False
    if word.text[0].isupper() and not word.text.isupper() and lower.endswith(("is", "us")):
        return lower.endswith(("lis", "nis", "qis", "dis", "shis", "ris", "tis"))  # Israelis, Pakistanis, Iraqis
    return len(lower) > 3 and not lower.endswith(("ss", "us", "is"))


def singular(word: str) -> str:
    """The singular of a noun by rule, lower case.

    >>> singular("companies"), singular("buses"), singular("women"), singular("trucks")
    ('company', 'bus', 'woman', 'truck')
    """
    lower = word.lower()
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return lower[:-1]  # `MPs`
    irregular = numbers().singular_of.get(lower)
    if irregular is not None:
        return irregular
    if lower.endswith("men") and len(lower) > 3:
        return lower[:-3] + "man"
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "uses", "zzes")) and not lower.endswith(("houses", "causes")):
        return lower[:-2]
    if lower.endswith("oes") and len(lower) > 5:
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def unit_of(head: Word) -> str:
    """`person` for people, by profession or by nation (`740 South Koreans`); else the head's singular."""
    one = singular(head.text)
    if one in units().people or head.lower in units().people:
        return "person"
    if (
        head.text[:1].isupper()
        and not head.text.isupper()
        and head.lower.endswith(
            ("ans", "ians", "ese", "eans", "ists", "elis", "aqis", "anis", "audis", "ards", "iards")
        )
    ):
        return "person"
    return one


def find_counted(words: list[Word], i: int, text: str, value: float | None) -> Counted | None:
    """The thing that a number ending before token `i` counts; None where no noun follows."""
    if i >= len(words) or words[i].fresh:
        return None
    if words[i].text in "-–" and words[i].glued and i + 1 < len(words) and words[i + 1].glued:
        return _hyphenated(words, i + 1, text)
    if (
        value is None
        and words[i].lower in ("the", "its", "their", "his", "her", "our", "all")
        and words[i - 1].lower == "half"
    ):
        return _of_phrase(words, i - 1, text)  # `half the firms`
    if words[i].lower in ("out", "of") or (words[i].lower in ("among", "amongst") and value == 1):
        return _of_phrase(words, i, text)
    return _phrase(words, i, text, value) or _struck(words, i)


def _hyphenated(words: list[Word], i: int, text: str) -> Counted | None:
    """`12-member`, `six-speed`, `11-nation`: the word after the hyphen."""
    if words[i].kind != "word" or words[i].lower in numbers().stops or words[i].lower in numbers().parts:
        return None
    if words[i].lower in ("strong", "odd", "plus"):  # `a 10,000-strong crowd`, `40-odd firms`
        found = _phrase(words, i + 1, text, 1 if words[i].lower == "strong" else None)
        if found is None:
            return Counted("person", "", i + 1) if words[i].lower == "strong" else None
        return Counted("person" if words[i].lower == "strong" else found.unit, found.of, found.last)
    return Counted(unit_of(words[i]), text[words[i].start : words[i].end], i + 1)


def _of_phrase(words: list[Word], i: int, text: str) -> Counted | None:
    """`of its workers`, `of the few points`, `out of 20 trucks`."""
    at = i + 1 + (words[i].lower == "out" and i + 1 < len(words) and words[i + 1].lower == "of")
    if words[i].lower == "out" and at == i + 1:
        return None
    while at < len(words) and not words[at].fresh and words[at].lower in sum_words("determiners"):
        at += 1
    table, whole = numbers(), at
    while at < len(words) and not words[at].fresh and (words[at].lower in table.small or words[at].kind == "figure"):
        at += 1
    found = _phrase(words, at, text, None)
    if found is not None and at > whole:
        return Counted(found.unit, found.of, i)  # `11 of the 17 seats`: the 17 seats are an amount of their own
    return found


def _phrase(words: list[Word], i: int, text: str, value: float | None) -> Counted | None:
    """The noun phrase at `i`: up to its first plural noun; after `one`, up to where the phrase ends."""
    while i < len(words) and words[i].lower in sum_words("extra") and not words[i].fresh:
        i += 1
    if [word.lower for word in words[i : i + 2]] == ["head", "of"]:
        i += 2  # `400 head of cattle`
    if value == 1 and not (i and words[i - 1].text == "1" and i < len(words) and is_plural(words[i])):
        found = _singular_phrase(words, i)
        return None if found is None else _counted(words, *found, text)
    at = i
    while at < min(i + _LONGEST, len(words)):
        word = words[at]
        if (word.fresh and at > i) or not _goes_on(words, at, i):
            return None
        if word.kind == "word" and is_plural(word):
            last = _last_plural(words, at)
            return _counted(words, i, last, text)
        at += 1
    return _modifier(words, i, text)


def _struck(words: list[Word], i: int) -> Counted | None:
    """`two dead, five injured`, `1,500 Chinese fled`: people without a noun."""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else None
    ends = (
        after is None
        or after.fresh
        or after.kind == "mark"
        or after.lower in ("and", "in", "at", "by", "on", "after", "so", "as", "when", "including", "or")
    )
    if word.lower in numbers().harm and word.lower not in sum_words("doing") and word.text.islower() and ends:
        return Counted("person", word.text, i + 1)
    if (
        word.text[:1].isupper()
        and word.lower.endswith("ese")
        and (ends or (after is not None and after.lower.endswith("ed")))
    ):
        return Counted("person", word.text, i + 1)
    return None


def _modifier(words: list[Word], i: int, text: str) -> Counted | None:
    """`a 3 cylinder engine`, `the 11 member bloc`: after an article, the singular noun before another noun."""
    if i < 2 or i + 1 >= len(words) or words[i - 2].lower not in ("a", "an", "the"):
        return None
    both = words[i : i + 2]
    if any(w.kind != "word" or w.fresh or not w.text.islower() or w.lower in numbers().stops for w in both):
        return None
    if both[0].lower.endswith(("ed", "ly", "ing", "er", "st")):
        return None
    return _counted(words, i, i, text)


def _goes_on(words: list[Word], at: int, first: int) -> bool:
    """Whether a token may stand inside the phrase."""
    word = words[at]
    if word.fresh:
        return False
    if word.kind == "word":
        if word.text in units().before and at + 1 < len(words) and words[at + 1].glued:
            return False
        if _hyphen(words, at + 1) or (_hyphen(words, at - 1) and at > first + 1):
            return True  # `so-called`, `U.S.-made`, `after-shocks`
        if word.lower in numbers().stops and not (word.text.isupper() and len(word.text) > 1):
            return word.lower == "and" and at > first and words[at - 1].text[0].isupper() and _upper(words, at + 1)
        return not (word.lower.endswith("ly") and at > first) and not word.lower.endswith("n't")
    if word.kind == "figure":
        follows = at + 1 < len(words) and words[at + 1].glued
        sized = follows and (words[at + 1].kind == "word" or (words[at + 1].text == "-" and _word_glued(words, at + 2)))
        named = (
            at > first + 1 and words[at - 1].text == "-" and words[at - 2].text[:1].isupper() and word.glued
        )  # `F-16 jets`
        return sized or named or (at > first and words[at - 1].text[:1].isupper())
    if word.text == "." and word.glued and at > first:
        return words[at - 1].text in _TITLES
    if word.text in "-–":
        return word.glued and at + 1 < len(words) and words[at + 1].glued
    return word.text == "&" and at > first


def _hyphen(words: list[Word], i: int) -> bool:
    """Whether a hyphen stands at `i` without white space around it."""
    inside = 0 < i < len(words) - 1
    return inside and words[i].text in "-‑" and words[i].glued and words[i + 1].glued and words[i + 1].kind == "word"


_TITLES = frozenset(["St", "Mt", "Ft", "Dr", "Gen", "Sgt", "Lt", "Col", "Capt"])


def _word_glued(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].glued and words[i].kind == "word"


def _upper(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].text[:1].isupper()


def _last_plural(words: list[Word], at: int) -> int:
    """The token of the head: after an attributive plural (`arms dealers`) the next plural."""
    table = numbers()
    if words[at].lower in table.attributive or (at + 1 < len(words) and words[at].text[0].isupper()):
        follows = at + 1
        while follows < min(at + 4, len(words)) and words[follows].kind == "word" and not words[follows].fresh:
            if words[follows].lower in table.stops:
                break
            if is_plural(words[follows]) and words[follows].text[0].islower():
                return follows
            follows += 1
    return at


def _singular_phrase(words: list[Word], i: int) -> tuple[int, int] | None:
    """Of `one`: the words up to a stop, at most three; a word on -s or -ed after the first is taken for a verb."""
    table = numbers()
    at = i
    while at < min(i + 3, len(words)):
        word = words[at]
        if word.kind != "word" or word.fresh or (word.lower in table.stops and not word.text.isupper()):
            break
        if is_plural(word) and word.lower not in table.attributive:
            break
        if at > i and (
            word.lower.endswith(("ed", "ly", "ing")) or (word.text[0].isupper() and words[at - 1].text.islower())
        ):
            break
        at += 1
        if singular(word.text) in units().people:
            break
    if at == i + 1 and words[i].lower.endswith("ed"):
        return None  # `One appeared to ...`
    if at == i or words[i].lower in ("day", "another", "thing") or words[i].lower.endswith("ly"):
        return None
    return i, at - 1


def _counted(words: list[Word], first: int, last: int, text: str) -> Counted:
    return Counted(unit_of(words[last]), text[words[first].start : words[last].end], last + 1)


def find_worth(words: list[Word], i: int, text: str) -> tuple[str, int] | None:
    """Of money and shares: the words for what it is paid or held in (`in wages`, `of adults`, `worth of supplies`), and where they end."""
    if i >= len(words) or words[i].fresh or words[i].lower not in _WORTH:
        return None
    at = i + 1 + (words[i].lower == "worth" and i + 1 < len(words) and words[i + 1].lower == "of")
    while at < len(words) and words[at].lower in sum_words("determiners") and not words[at].fresh:
        at += 1
    if at >= len(words) or words[at].fresh or words[at].kind != "word":
        return None
    first, table = at, numbers()
    while at < min(first + 5, len(words)) and words[at].kind == "word" and not words[at].fresh:
        if words[at].lower in table.stops:
            break
        at += 1
        if is_plural(words[at - 1]) and not (at < len(words) and is_plural(words[at])):
            break
    named = words[first].text[0].isupper() and not (is_plural(words[at - 1]) and words[at - 1].text.islower())
    if at == first or (words[i].lower == "in" and (named or words[at - 1].lower in table.asides)):
        return None
    if words[i].lower == "in" and not is_plural(words[at - 1]) and at - first > 2:
        return None
    return text[words[first].start : words[at - 1].end], at
