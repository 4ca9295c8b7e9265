"""Actor tables: countries, organisations, words for people and bodies, kinds of disputed things, places.

Ids are the annotation contract's: ISO 3166-1 alpha-3 with PLOVER sector, `IGO-...`, or `NAMED:...`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from standoff.lexicon import load_table
from standoff.model import Aspect


class Country(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country: its names (the usual one first), adjectives, people, capitals, seats that stand for its government, web suffix.

    `article`: prose has `the` before its usual name.
    """

    id: str
    names: tuple[str, ...]
    article: bool = False
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    tld: str | None = None


class CountryTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`countries.toml`."""

    country: tuple[Country, ...]


class Organisation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation known by name; the first name is the full one."""

    id: str
    names: tuple[str, ...]
    sector: str | None = None
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class OrganisationTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`organisations.toml`; `no_names`: capitalised words that name nobody."""

    no_names: tuple[str, ...] = ()
    organisation: tuple[Organisation, ...]


class ActorNoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A common noun for somebody who can act.

    `for_owner`: stands for whom it belongs to (a spokesman of X speaks for X). `home`: where no country is named, that
    of the page. `alone`: an actor without country or owner. `marks`: as a modifier it gives its sector to the head
    (rebel forces). `needs_owner`: no actor unless something says whose. `after_name`: after an organisation's name it adds
    nothing (the Hamas movement). `movement`: where one declared party is a movement, the noun alone is its people. `other_side`: whoever owns it is not meant (its neighbour). `after`: words of which one must
    stand right before it: a shipping line acts, a line does not.
    """

    id: str
    kind: Literal["person", "body"]
    sector: str | None = None
    forms: tuple[str, ...] = ()
    for_owner: bool = False
    home: bool = False
    alone: bool = False
    marks: bool = False
    needs_owner: bool = False
    after_name: bool = False
    other_side: bool = False
    movement: bool = False
    after: tuple[str, ...] = ()
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class NounTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`roles.toml` and `groups.toml`.

    `titles`: words before a person's name, with the sector they give or an empty one. `portfolios`: last words of what
    a minister is for. `endings`: last words of the names of organisations that are no common nouns for them.
    `legal_forms`: those that say what a company is by law. `openings`: first words of such names before a country's.
    `sector_words`: words before a body that give its sector. `branches`: what unions call their branches, before a number.
    `rulers`: offices that few states have, with those that have them; `realms`: what such a state is called, with its office;
    `again`: nouns that may take up the name of somebody of a sector, whatever else he was called.
    """

    noun: tuple[ActorNoun, ...]
    titles: dict[str, str] = {}
    endings: dict[str, str] = {}
    openings: dict[str, str] = {}
    sector_words: dict[str, str] = {}
    portfolios: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    rulers: dict[str, tuple[str, ...]] = {}
    realms: dict[str, str] = {}
    again: dict[str, str] = {}


class Leader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whose office everybody knows: of which country or organisation, and in which months (`YYYY-MM`)."""

    id: str
    of: str
    since: str
    until: str | None = None
    short: str | None = None
    examples: tuple[str, ...]


class LeaderTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`leaders.toml`."""

    leader: tuple[Leader, ...]


class ThingKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun for a kind of thing that sides dispute; `aspect`: what its state says of the disputed thing.

    `named`: a name before it or behind `at` or `of` is its own, and may stand for it: the Sarp gate, Sarp.
    """

    id: str
    aspect: Aspect | None = None
    place: bool = False
    named: bool = False
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()


class ThingTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`things.toml`."""

    thing: tuple[ThingKind, ...]


class PlaceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The towns and regions of a country that news names without it."""

    id: str
    names: tuple[str, ...]


class PlaceTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`places.toml`: one entry a country; `kinds` are nouns such as `village` that make the name beside them a place.

    `grounds`: what belongs to the country it stands in; `features`: last words of names of shoals, straits and the like;
    `navies`: what begins the names of a state's ships.
    """

    kinds: tuple[str, ...]
    features: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    navies: dict[str, str] = {}
    place: tuple[PlaceEntry, ...]


def _groups() -> NounTable:
    table: NounTable = load_table("groups", NounTable)
    return table


@cache
def countries() -> dict[str, Country]:
    """Every country by its code."""
    return {entry.id: entry for entry in load_table("countries", CountryTable).country}


def people_of(country: Country) -> Iterator[str]:
    """The words for several people of a country: Danes, Kenyans."""
    yield from (f"{word}s" for word in country.adjectives if not word.endswith(("s", "h", "se", ".")))
    for word in country.people:
        yield word
        if not word.endswith(("s", "men")):
            yield f"{word}s"


@cache
def peoples() -> frozenset[str]:
    """The words for several people of any country, in small letters."""
    return frozenset(word.lower() for country in countries().values() for word in people_of(country))


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation; an id may have several entries."""
    table: OrganisationTable = load_table("organisations", OrganisationTable)
    return table.organisation


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that name nobody, in lower case: days, months, feasts."""
    table: OrganisationTable = load_table("organisations", OrganisationTable)
    return frozenset(table.no_names)


@cache
def leaders() -> tuple[Leader, ...]:
    """Everybody in the table of leaders."""
    table: LeaderTable = load_table("leaders", LeaderTable)
    return table.leader


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Roles and groups by lemma and by their other forms."""
    found: dict[str, ActorNoun] = {}
    for table in ("groups", "roles"):
        for entry in load_table(table, NounTable).noun:
            for form in (entry.id, *entry.forms):
                found.setdefault(form, entry)
    return found


@cache
def person_titles() -> dict[str, str]:
    """Titles before names, with their sector."""
    table: NounTable = load_table("roles", NounTable)
    return table.titles


@cache
def realms() -> dict[str, frozenset[str]]:
    """What a state is called by who rules it, with the codes of those states: kingdom, emirate, sultanate."""
    table: NounTable = load_table("roles", NounTable)
    return {realm: frozenset(table.rulers[office]) for realm, office in table.realms.items()}


@cache
def rulers() -> dict[str, frozenset[str]]:
    """Offices that few states have, with the codes of those states: king, emir, chancellor."""
    table: NounTable = load_table("roles", NounTable)
    return {office: frozenset(states) for office, states in table.rulers.items()}


@cache
def name_endings() -> dict[str, str]:
    """Last words of organisations' names, with their sector."""
    table = _groups()
    return table.endings | dict.fromkeys(table.legal_forms, "BUS")


@cache
def legal_forms() -> frozenset[str]:
    """What ends a company's name and is often left out: `Co.`, `plc`."""
    return frozenset(_groups().legal_forms)


@cache
def name_openings() -> dict[str, str]:
    """First words of companies' names before a country's, with their sector: Air Canada."""
    return _groups().openings


@cache
def taking_up() -> dict[str, str]:
    """Nouns that may take up the name of somebody of a sector: the airline, of a company."""
    return _groups().again


@cache
def branch_words() -> frozenset[str]:
    """What unions call their branches, before a number: Local."""
    return frozenset(_groups().branches)


@cache
def sector_words() -> dict[str, str]:
    """Words before a body that give its sector: a news agency."""
    return _groups().sector_words


@cache
def portfolios() -> frozenset[str]:
    """Last words of what a minister is for, in lower case."""
    table: NounTable = load_table("roles", NounTable)
    return frozenset(table.portfolios)


@cache
def thing_kinds() -> dict[str, ThingKind]:
    """Kinds of disputed things by noun."""
    return {entry.id: entry for entry in load_table("things", ThingTable).thing}


@cache
def places() -> dict[str, str]:
    """Towns and regions with the code of their country."""
    return {name: entry.id for entry in load_table("places", PlaceTable).place for name in entry.names}


@cache
def place_kinds() -> frozenset[str]:
    """Nouns for kinds of places: village, province, crossing."""
    return frozenset(load_table("places", PlaceTable).kinds)


@cache
def grounds() -> frozenset[str]:
    """Nouns for what belongs to the country it stands in: a base, a town."""
    return frozenset(load_table("places", PlaceTable).grounds)


@cache
def features() -> frozenset[str]:
    """Last words of the names of what lies in the sea or the country: shoal, strait."""
    return frozenset(load_table("places", PlaceTable).features)


@cache
def navies() -> dict[str, str]:
    """What begins the names of ships, with the code of the state whose they are: HMS, of the United Kingdom."""
    table: PlaceTable = load_table("places", PlaceTable)
    return table.navies
