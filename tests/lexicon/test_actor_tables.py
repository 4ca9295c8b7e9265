"""The actor tables: order, spelling, references."""

import re
import tomllib
from importlib import resources
from itertools import pairwise

import pycountry
import pytest

from standoff.lexicon.actors import (
    actor_nouns,
    countries,
    leaders,
    name_endings,
    no_names,
    organisations,
    person_titles,
    place_kinds,
    places,
    portfolios,
    sector_words,
    thing_kinds,
)

SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "BUS",
        "LAB",
        "CVL",
        "MED",
        "COP",
        "JUD",
        "LEG",
        "OPP",
        "REB",
        "PTY",
        "SPY",
        "EDU",
        "ELI",
        "REF",
        "CRM",
        "UAF",
    ],
)
TABLES = {
    "countries": "country",
    "groups": "noun",
    "leaders": "leader",
    "organisations": "organisation",
    "places": "place",
    "roles": "noun",
    "things": "thing",
}


def entries(table: str) -> list[dict[str, object]]:
    data = resources.files("standoff.lexicon").joinpath(f"data/en/{table}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(data)[TABLES[table]]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_entries_are_sorted(table: str) -> None:
    keys = [str(e["id"]) for e in entries(table)]
    assert all(a <= b for a, b in pairwise(keys))
    if table != "organisations":
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES)
def test_no_word_has_stray_spaces_or_stands_twice(table: str) -> None:
    assert entries(table)
    for entry in entries(table):
        for key, value in entry.items():
            words = value if isinstance(value, list) else [value]
            assert all(str(w) == str(w).strip() and "  " not in str(w) for w in words), (entry["id"], key)
            assert len({str(w) for w in words}) == len(words), (entry["id"], key)


@pytest.mark.parametrize("table", ["groups", "leaders", "organisations", "roles", "things"])
def test_every_entry_has_an_example_with_its_words_in_brackets(table: str) -> None:
    assert entries(table)
    for entry in entries(table):
        examples = entry["examples"]
        assert isinstance(examples, list)
        assert examples, entry["id"]
        assert all(re.search(r"\[[^\]]+\]", str(e)) for e in examples), entry["id"]


def test_codes_are_iso_codes() -> None:
    known = {c.alpha_3 for c in pycountry.countries} | {"XKX"}
    assert set(countries()) <= known
    assert set(places().values()) <= known
    coded = [o.id for o in organisations()] + [x.of for x in leaders()]
    for code in coded:
        assert code[:3] in known or code.startswith(("IGO-", "NGO-", "NAMED:")), code


def test_every_state_of_the_united_nations_is_there() -> None:
    # what pycountry lists and the table leaves out: territories and the smallest islands' dependencies
    left_out = {c.alpha_3 for c in pycountry.countries} - set(countries())
    members = {"KOR", "PRK", "SSD", "TLS", "MNE", "PSE", "VAT", "TUV", "NRU", "PLW", "AND", "MCO", "JAM", "DMA", "FJI"}
    assert not left_out & members


def test_sectors_are_plovers() -> None:
    used = [n.sector for n in actor_nouns().values()] + [o.sector for o in organisations()]
    used += [*person_titles().values(), *name_endings().values(), *sector_words().values()]
    assert {s for s in used if s} <= SECTORS


def test_terms_of_office_are_months_in_order() -> None:
    assert leaders()
    for leader in leaders():
        assert re.fullmatch(r"\d{4}-\d{2}", leader.since), leader.id
        assert leader.until is None or (re.fullmatch(r"\d{4}-\d{2}", leader.until) and leader.since < leader.until)
        assert leader.short is None or leader.id.endswith(leader.short) or leader.short in leader.id, leader.id


def test_a_name_means_one_country() -> None:
    seen: dict[str, str] = {}
    assert countries()
    for country in countries().values():
        for name in (*country.names, *country.capitals, *country.seats):
            assert seen.setdefault(name, country.id) == country.id, name


def test_words_looked_up_in_lower_case_are_so() -> None:
    for words in (
        no_names(),
        place_kinds(),
        portfolios(),
        thing_kinds(),
        actor_nouns(),
        sector_words(),
        name_endings(),
    ):
        assert words
        assert all(w == w.lower() for w in words)
