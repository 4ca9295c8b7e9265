"""What a figure means, and whose it is."""

import re

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.quantities import find_quantities
from standoff.lexicon.measures import measure_kinds
from standoff.model import Quantity
from standoff.parse import parse
from standoff.testing import SameDate, story

pytestmark = pytest.mark.model


def _quantities(text: str) -> tuple[Quantity, ...]:
    parsed = parse(story(text))
    return find_quantities(parsed, find_actors(parsed), SameDate())


def _party(quantity: Quantity) -> str | None:
    return quantity.party.id[:3] if quantity.party else None


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("North Korea recalled some 41,000 of its drivers.", "workforce", "PRK"),
        ("About 38,000 North Korean workers are employed there.", "workforce", "PRK"),
        ("Some 120 South Korean firms have plants there.", "firms", "KOR"),
        ("South Korean mills lost 1.2 trillion won.", "loss", "KOR"),
        ("The zone earns some $80 million a year in wages handed to North Korea.", "income", "PRK"),
        ("The closure cost Seoul $40 million.", "loss", "KOR"),
        ("The offer cost Seoul $40 million.", None, None),
        ("Ukraine owes $2 billion for gas.", "debt", "UKR"),
        ("Tenants were granted 280 billion won in insurance payouts.", "compensation", None),
        ("Japan produced goods worth $3 billion.", "output", "JPN"),
        ("The firms paid North Korea's authorities about $140 a month for each worker.", "income", "PRK"),
        ("Pyongyang withdrew its 41,000 workers.", "workforce", "PRK"),
        ("Some 700 South Koreans were in the zone.", "other", "KOR"),
        ("They met for three hours.", None, None),
        ("Peru lost 60,000 jobs.", "workforce", "PER"),
        ("The bank scrapped the 100-krona bill.", None, None),
        ("The clerk handed over bills of 100 kronor.", None, None),
        ("Peru owes a bill of 100 million kronor.", "debt", "PER"),
    ],
)
def test_kind_and_party(text: str, kind: str | None, party: str | None) -> None:
    (quantity,) = _quantities(text)
    assert (quantity.kind, _party(quantity)) == (kind, party)


def test_two_firms_are_two_parties() -> None:
    told = "Corda Mining's 900 workers and Vexi Steel's 300 workers stayed at home. Some 1,200 workers fell ill."
    *_, last = _quantities(told)
    assert (last.kind, last.party) == ("workforce", None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Uganda has lost $30 million and Kenya $12 million.", "loss UGA, loss KEN"),
        ("Uganda lost $30 million, Kenya $12 million and Rwanda $2 million.", "loss UGA, loss KEN, loss RWA"),
        ("The row costs Kenyan farmers $2 million and Ugandan power plants $1 million.", "loss KEN, loss UGA"),
        ("Kenya put its loss at $12 million and Uganda's at $3 million.", "loss KEN, loss UGA"),
        ("Kenya's port lost $12 million and its railway $4 million.", "loss KEN, loss KEN"),
        ("Losses of $30 million in Uganda and $12 million in Kenya were reported.", "loss UGA, loss KEN"),
        ("Some 3,000 workers in Uganda and 1,200 in Kenya are idle.", "workforce UGA, workforce KEN"),
        ("Uganda employs 3,000 miners and Kenya 1,200.", "workforce UGA, workforce KEN"),
        ("Kampala owes Nairobi $14 million in fees.", "debt UGA"),
        ("Kenya lost $12 million in tolls and $3 million in taxes.", "loss KEN, loss KEN"),
        ("Kenya will pay Uganda $12 million in damages.", "compensation UGA"),
        ("Kenya must compensate Uganda to the tune of $5 million for exports it lost.", "compensation UGA"),
        ("Kenya was ordered to pay Uganda $12 million for exports that were lost.", "income UGA"),
        ("Kenya reported a loss of $12 million.", "loss KEN"),
        ("Uganda was fined $3 million for shipping goods by night.", "loss UGA"),
        ("The strike has cost the Kenyan economy $12 million so far.", "loss KEN"),
    ],
)
def test_the_second_of_two_sums_is_the_other_partys(text: str, wanted: str) -> None:
    assert ", ".join(f"{q.kind} {_party(q)}" for q in _quantities(text)) == wanted


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Each week of closure will cost the growers $12 million.", "week"),
        ("Every day that the bridge is shut costs Malawi $2 million.", "day"),
        ("The week of closure cost the growers $12 million.", None),
    ],
)
def test_a_sum_for_each_week(text: str, per: str | None) -> None:
    found = [q for q in _quantities(text) if q.unit == "USD"]
    assert [q.per for q in found] == [per]


def _examples() -> list[tuple[str, str]]:
    return [(kind.id, example) for kind in measure_kinds() for example in kind.examples]


@pytest.mark.parametrize(("kind", "marked"), _examples())
def test_lexicon_examples(kind: str, marked: str) -> None:
    text = re.sub(r"[\[\]{}]", "", marked)
    wanted = re.search(r"\[([^\]]*)\]", marked)
    party = re.search(r"\{([^}]*)\}", marked)
    assert wanted
    found = [q for q in _quantities(text) if q.kind == kind]
    assert [text[q.start : q.end] for q in found] == [re.sub(r"[{}]", "", wanted.group(1))]
    if party:
        assert found[0].party is not None
        assert text[found[0].party.start : found[0].party.end] in party.group(1) or party.group(1) in text


@pytest.mark.parametrize(("kind", "text"), [(kind.id, text) for kind in measure_kinds() for text in kind.counter])
def test_lexicon_counter_examples(kind: str, text: str) -> None:
    assert all(q.kind != kind for q in _quantities(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Bogotá pays a subsidy of 250,000 pesos.", "COP"),
        ("Chile and Peru fell out. The toll is 900 pesos.", "CLP"),
        ("The toll is 900 pesos.", "MXN"),
        ("Chile and Mexico fell out. The toll is 900 pesos.", "MXN"),
        ("Cairo asks 3 million pounds for the canal.", "EGP"),
        ("London and Cairo fell out over 3 million pounds.", "GBP"),
        ("Serbia owes 3 million dinars.", "RSD"),
        ("Serbia owes 3 million Iraqi dinars.", "IQD"),
        ("Chile owes 3 million dollars.", "USD"),
        ("Egypt shipped 3 pounds of tea.", "[lb_av]"),
    ],
)
def test_whose_currency(text: str, unit: str) -> None:
    assert [quantity.unit for quantity in _quantities(text)] == [unit]
