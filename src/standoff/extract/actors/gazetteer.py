"""Known names by their words: countries and what stands for them, organisations, towns, the parties of the subject."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from standoff.actor_ids import is_country
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import countries, leaders, organisations, people_of, places
from standoff.model import Party, Subject
from standoff.parse import Token

Kind = Literal[
    "country", "adjective", "people", "capital", "seat", "org", "party", "place", "thing", "person", "proper"
]
DIRECTIONS = ("north", "south", "east", "west")
_WHOLE_NAME = 2
"""Blanks in a part of a name before `and` that stands for the whole."""
_SHOUTED = 4  # an all-capital name up to this length is no other word only if it is printed so (US, WHO, AP)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: an actor id (of a place: its country), the full name, its sector."""

    id: str
    kind: Kind
    name: str
    sector: str | None = None
    until: str | None = None  # of a leader: the last month in office
    definite: bool = False  # only with an article: the union, not a union


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]  # as in the table
    lower: tuple[str, ...]
    entry: Entry


_WORD = re.compile(
    r"[A-Z]\.[A-Z][a-z]+|[A-Za-z]\.(?:[A-Za-z]\.)+|\w\.(?= )|[^\W_]+(?:['’](?!s\b)\w+)?\.?|['’]s\b|[-'’&]"
)


_OWNER = re.compile(r"(.+?)(?:['’]s?) ")


def split_name(name: str) -> tuple[str, ...]:
    """The words of a name as the parser cuts them.

    >>> split_name("Cote d'Ivoire"), split_name("al-Shabaab"), split_name("People's Daily"), split_name("U.S.")
    (('Cote', "d'Ivoire"), ('al', '-', 'Shabaab'), ('People', "'s", 'Daily'), ('U.S.',))
    """
    return tuple(_WORD.findall(name))


def fold(word: str) -> str:
    """A word in lower case without accents.

    >>> fold("Erdoğan"), fold("People’s")
    ('erdogan', "people's")
    """
    lower = word.lower().replace("’", "'")
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))


class Gazetteer:
    """Names by their first word, longest first; a name added later wins over one of the same length."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[_Pattern]] = {}

    def copy(self) -> "Gazetteer":
        """A gazetteer that can be added to without changing this one."""
        other = Gazetteer()
        other._by_first = {first: list(patterns) for first, patterns in self._by_first.items()}
        return other

    def add(self, name: str, entry: Entry) -> None:
        """Adds a name; an empty one is passed over."""
        words = split_name(name)
        if not words:
            return
        pattern = _Pattern(words, tuple(fold(w) for w in words), entry)
        known = self._by_first.setdefault(pattern.lower[0], [])
        at = next((n for n, other in enumerate(known) if len(other.words) <= len(words)), len(known))
        known.insert(at, pattern)

    def beginnings(self, tokens: list[Token]) -> list[int]:
        """Where a name may begin, by its first word: most tokens begin none."""
        known = self._by_first
        return [i for i, t in enumerate(tokens) if t.lower in known or not t.lower.isascii()]

    def match(self, tokens: list[Token], i: int) -> tuple[Entry, int] | None:
        """The longest name that begins at a token, with the index of its last token."""
        first = tokens[i].lower
        for pattern in self._by_first.get(first if first.isascii() else fold(first), ()):
            if _same_case(tokens[i].text, pattern.words[0]) and _goes_on(tokens, i, pattern):
                return pattern.entry, i + len(pattern.words) - 1
        return None

    def entry(self, name: str) -> Entry | None:
        """The entry of exactly these words, in any case."""
        lower = tuple(fold(w) for w in split_name(name))
        return next((p.entry for p in self._by_first.get(lower[0], ()) if p.lower == lower), None) if lower else None


def _goes_on(tokens: list[Token], i: int, pattern: _Pattern) -> bool:
    """Whether the words after the first one of a name stand after a token."""
    if i + len(pattern.words) > len(tokens):
        return False
    for n in range(1, len(pattern.words)):
        if fold(tokens[i + n].lower) != pattern.lower[n] or not _same_case(tokens[i + n].text, pattern.words[n]):
            return False
    return True


def _same_case(printed: str, listed: str) -> bool:
    """Whether the page's word may be the listed one: capitalised where that is; short capitals exactly."""
    if not listed[0].isupper():
        return True
    if listed.isupper() and 1 < len(listed) <= _SHOUTED:
        return printed == listed
    return printed[0].isupper()


@cache
def known_names() -> Gazetteer:
    """The names of the lexicon."""
    gazetteer = Gazetteer()
    for name, code in places().items():
        gazetteer.add(name, Entry(code, "place", name))
    for country in countries().values():
        usual = country.names[0]
        for city in country.capitals:
            gazetteer.add(city, Entry(country.id, "capital", city))
        for adjective in country.adjectives:
            gazetteer.add(adjective, Entry(country.id, "adjective", usual))
        for word in people_of(country):
            gazetteer.add(word, Entry(country.id, "people", usual))
        for seat in country.seats:
            gazetteer.add(seat, Entry(f"{country.id}-GOV", "seat", seat, "GOV"))
        for name in country.names:
            gazetteer.add(name, Entry(country.id, "country", usual))
    for organisation in organisations():
        for name in organisation.names:
            gazetteer.add(name, Entry(organisation.id, "org", organisation.names[0], organisation.sector))
    for leader in leaders():
        igo = leader.of.startswith("IGO")
        entry = Entry(leader.of if igo else f"{leader.of}-GOV", "person", leader.id, "GOV", leader.until)
        for name in (leader.id, *((leader.short,) if leader.short else ())):
            gazetteer.add(name, entry)
    return gazetteer


def names_for(subject: Subject | None) -> Gazetteer:
    """The names of the lexicon and of the subject, whose own win."""
    return known_names() if subject is None else _with_subject(subject)


_AT_WORK = frozenset({"BUS", "LAB"})


def sector_of_party(party: Party) -> str | None:
    """The sector of a declared party: as declared, else that of a union by its name, `Communication Workers Union`."""
    return party.sector or ("LAB" if names_union(party.name) else None)


def names_union(name: str) -> bool:
    """Whether a name is that of a union: `National Union of Teachers`, not `European Union`."""
    words, lists = set(name.lower().split()), actions().words
    return not words.isdisjoint(lists["union_name"]) and words.isdisjoint(lists["no_union"])


def _is_a_party_s(alias: str, parties: tuple[Party, ...]) -> bool:
    """Whether a name of the thing begins with who does it, as `the printers' strike` does: they are named there too."""
    owner = _OWNER.match(alias.removeprefix("the ").removeprefix("The "))
    owners = {fold(name) for party in parties if not is_country(party.id) for name in (party.name, *party.aliases)}
    return owner is not None and fold(owner[1]) in owners


@lru_cache(maxsize=8)
def _with_subject(subject: Subject) -> Gazetteer:
    gazetteer = known_names().copy()
    for alias in (subject.name, *subject.aliases):
        if not _is_a_party_s(alias, subject.parties):
            gazetteer.add(alias, Entry("", "thing", subject.name))
    for party in subject.parties:
        own = [party.id.removeprefix("NAMED:")] if not is_country(party.id) and " " in party.id else []
        for alias in (party.name, *party.aliases, *own):
            words = alias.removeprefix("the ").removeprefix("The ")
            definite = words != alias and words.islower() and not words.endswith("s")
            entry = Entry(party.id, "party", party.name, sector_of_party(party), definite=definite)
            known = gazetteer.entry(words)
            if known is not None and known.kind == "capital" and known.id == party.id:
                continue  # the seat of a party is still a place: `officials in Riga`
            gazetteer.add(words, entry)
            if not is_country(party.id) and words[:1].isupper() and words.isalpha() and words.endswith("s"):
                one = gazetteer.entry(words.removesuffix("s"))
                if one is not None and one.kind in ("adjective", "people"):
                    gazetteer.add(words.removesuffix("s"), entry)  # a Serb mayor, where Serbs are a party
            if entry.sector == "LAB" and words.islower() and words.endswith("s"):
                for apostrophe in ("'", "’"):  # those whom the union is called by have it for their union
                    gazetteer.add(f"{words}{apostrophe} union", entry)
            # the Union of Bakers is the Union of Bakers and Confectioners
            short, joined, _ = words.partition(" and ")
            if joined and short.count(" ") >= _WHOLE_NAME:
                gazetteer.add(short, entry)
            # the Weavers League is the Weavers League of Norland
            short, joined, _ = words.partition(" of ")
            if joined and entry.sector in _AT_WORK and " " in short and short[:1].isupper():
                gazetteer.add(short, entry)
    return gazetteer


@cache
def split_countries() -> dict[str, dict[str, str]]:
    """Countries whose name begins with a direction and that have a counterpart: `korea` -> {`north`: `PRK`, `south`: `KOR`}."""
    found: dict[str, dict[str, str]] = {}
    for country in countries().values():
        for name in (*country.names, *country.adjectives):
            first, _, rest = name.lower().partition(" ")
            if first in DIRECTIONS and rest:
                found.setdefault(rest, {})[first] = country.id
    return {rest: codes for rest, codes in found.items() if len(codes) > 1 and len(set(codes.values())) > 1}
