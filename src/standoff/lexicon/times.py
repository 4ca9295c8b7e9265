"""The words and rules of temporal expressions: `times.toml` (words by class) and `times_rules.toml` (patterns)."""

from dataclasses import dataclass
from functools import cache

import msgspec

from standoff.lexicon import load_table

Meaning = int | float | str
Meanings = dict[str, Meaning]

_DIGITS = 10
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4}


class Holiday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A feast: a fixed day, the `nth` weekday of a month or the first on or after its `day`, or so many days from Easter (`easter`).

    `names`: with a possessive in `' s`, from which the other ways to write it are made.
    """

    id: str
    names: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    eastern: bool = False  # Easter is that of the eastern churches
    plus: int = 0  # days after what `nth` gives: the Friday after a Thursday


class TimeTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`times.toml`. `words`: class, then word and what it means; `proper`: words that need their capital; `doubtful`:
    seasons that are verbs too; `names`: months that are first names too; `requests`: words of who arranges something;
    `links`: words that stand between a time and a length and are no adjective of it (`on May 22 after weeks of talks`); `beside`: other words that stand near a time."""

    links: tuple[str, ...]
    proper: tuple[str, ...]
    names: tuple[str, ...]
    requests: tuple[str, ...]
    doubtful: tuple[str, ...]
    words: dict[str, dict[str, Meaning]]
    holiday: tuple[Holiday, ...]
    cues: dict[str, tuple[str, ...]]
    beside: dict[str, tuple[str, ...]]


class TimeExample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with the expression in brackets and its value, read with `published`."""

    text: str
    value: str
    published: str | None = None


class TimeRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Patterns over word classes, and what is made of them.

    A pattern's element is a word, a CLASS, `<date>` (any date), alternatives with `|`, `?` where it may be absent,
    `name=` before it to keep what matched. `after`, `not_after`, `ahead`, `not_before`: words or classes that must
    (must not) stand before and after the match; START and END are the text's own.
    """

    id: str
    make: str
    patterns: tuple[str, ...]
    args: dict[str, str | int | float] = {}
    the: bool = True  # takes a `the` before it into the span
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    examples: tuple[TimeExample, ...]
    counter: tuple[str, ...] = ()


class RuleTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`times_rules.toml`."""

    rule: tuple[TimeRule, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words by form: single words, and names of several words by their first one, longest first."""

    single: dict[str, Meanings]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Meanings], ...]]
    links: frozenset[str]
    proper: frozenset[str]
    names: frozenset[str]
    requests: frozenset[str]
    holidays: dict[str, Holiday]
    cues: dict[str, str]
    beside: dict[str, frozenset[str]]


@cache
def time_words() -> TimeWords:
    """The table of words, turned for looking up."""
    table = load_table("times", TimeTable)
    by_form: dict[str, Meanings] = {}
    for kind, words in table.words.items():
        for form, value in words.items():
            by_form.setdefault(form, {})[kind] = float(value) if kind in ("CARD", "ORD", "COUNT") else value
    for holiday in table.holiday:
        for name in (form for told in holiday.names for form in _spellings(told)):
            by_form.setdefault(name, {})["HOLIDAY"] = holiday.id
    for form, means in by_form.items():
        _number_classes(means)
        if (month := means.get("MONTH")) is not None:
            means["DOUBTFUL" if form in table.proper else "PLAIN"] = month
        if (season := means.get("SEASON")) is not None:
            means["SWAY" if form in table.doubtful else "SURE"] = season
    phrases: dict[str, list[tuple[tuple[str, ...], Meanings]]] = {}
    for form, means in by_form.items():
        parts = tuple(form.split())
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append((parts, means))
    return TimeWords(
        single={form: means for form, means in by_form.items() if " " not in form},
        phrases={first: tuple(sorted(found, key=lambda p: (-len(p[0]), p[0]))) for first, found in phrases.items()},
        links=frozenset(table.links),
        proper=frozenset(table.proper),
        names=frozenset(table.names),
        requests=frozenset(table.requests),
        holidays={h.id: h for h in table.holiday},
        cues={word: direction for direction, words in table.cues.items() for word in words},
        beside={name: frozenset(words) for name, words in table.beside.items()},
    )


def cardinal(word: str) -> int | None:
    """The number that a word tells in digits or letters.

    >>> cardinal("nine"), cardinal("30"), cardinal("ninth")
    (9, 30, None)
    """
    if word.isdecimal() and len(word) < _DIGITS:
        return int(word)
    number = time_words().single.get(word.lower(), {}).get("CARD")
    return int(number) if number is not None else None


def days_in(unit: str) -> float | None:
    """How many days a day, a week or a month lasts; None of other words, of hours and years.

    >>> days_in("week"), days_in("months"), days_in("year")
    (7.0, 30.4, None)
    """
    means = time_words().single.get(unit.lower(), {})
    return _DAYS.get(str(means.get("UNIT", means.get("UNITS"))))


def _spellings(name: str) -> tuple[str, ...]:
    """A feast as it is written: `father's day`, `fathers' day`, `fathers day`; `st.` and `saint`.

    >>> _spellings("father ' s day")
    ("father ' s day", 'father ’ s day', 'fathers day', "fathers ' day", 'fathers ’ day')
    """
    forms = [name]
    if " ' s" in name:
        forms += [name.replace(" ' s", ending) for ending in (" ’ s", "s", "s '", "s ’")]
    if name.startswith("st "):
        forms += [prefix + form[3:] for prefix in ("st . ", "saint ") for form in tuple(forms)]
    return tuple(forms)


def _number_classes(means: Meanings) -> None:
    """Adds what a number word can be beside its value."""
    if isinstance(card := means.get("CARD"), float):
        means["NUM"] = means["COUNT"] = card
        if 1 <= card <= 31:
            means["DAY"] = int(card)
    if isinstance(order := means.get("ORD"), float) and 1 <= order <= 31:
        means["NTH"] = int(order)


@cache
def time_rules() -> tuple[TimeRule, ...]:
    """The rules, in the order of the file."""
    table: RuleTable = load_table("times_rules", RuleTable)
    return table.rule
