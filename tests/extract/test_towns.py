"""Towns and regions stand for their country, unless they begin another name."""

import pytest
from tests.extract.asked import annotated

from standoff.lexicon.actors import countries, places

SENTENCES = [
    ("Police in Quetta arrested four men on Monday.", "PAK-COP"),
    ("A court in Bavaria convicted two Libyans of spying.", "DEU-JUD"),
    ("Police in Kharkiv Oblast arrested four smugglers.", "UKR-COP"),
    ("Officials in Erbil rejected the offer from Baghdad.", "IRQ-GOV"),
]


@pytest.mark.parametrize(("sentence", "actor"), SENTENCES)
def test_officials_in_a_town_are_its_country_s(sentence: str, actor: str) -> None:
    assert actor in {a.id for event in annotated(sentence).events for a in event.actors}


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Iranian gunners shelled Erbil on Monday.", "IRQ"),
        ("Peru fired two rockets at Arica.", "CHL"),
        ("Peru fired two rockets and a dozen shells at Arica and Antofagasta.", "CHL"),
    ],
)
def test_a_town_that_is_attacked_stands_for_its_country(sentence: str, country: str) -> None:
    (event,) = annotated(sentence).events
    assert (event.type, [r.id for r in event.recipients]) == ("ASSAULT", [country])


def test_a_town_that_begins_another_name_is_no_place() -> None:
    (event,) = annotated("Milan Horvath accused Poland of lying.").events
    assert [a.id for a in event.actors] == ["NAMED:Milan Horvath"]


def test_every_place_is_of_a_known_country_and_no_capital() -> None:
    capitals = {city for country in countries().values() for city in country.capitals}
    assert set(places().values()) <= set(countries())
    assert not capitals & set(places())


@pytest.mark.parametrize(
    ("town", "country"),
    [("Beitbridge", "ZWE"), ("Gualeguaychu", "ARG"), ("Panmunjeom", "KOR"), ("Salwa", "SAU"), ("Upper Lars", "RUS")],
)
def test_towns_at_a_border_are_of_the_country_that_they_lie_in(town: str, country: str) -> None:
    assert places()[town] == country


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("Chile's foreign minister held talks in Lima on Tuesday.", ["PER"]),
        ("Chile held talks with Bolivia in Lima.", ["BOL"]),
        ("Serbian students staged a sit-in in Belgrade over fees.", ["SRB"]),
        ("Chadian guards protested in N'Djamena over pay.", ["TCD"]),
    ],
)
def test_whom_talks_and_protests_concern_by_their_place(sentence: str, recipients: list[str]) -> None:
    (event,) = annotated(sentence).events
    assert [r.id for r in event.recipients] == recipients
