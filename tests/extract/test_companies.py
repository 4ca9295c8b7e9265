"""Companies at odds with companies, courts that step in, and what only sounds like an act."""

import pytest
from tests.extract.asked import drafts, ids

from standoff.extract.actors import find_actors
from standoff.model import ActorRef, Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, actors and recipients of a story's acts."""
    return [(d.type, _names(d.actors), _names(d.recipients)) for d in drafts(text)]


def _names(refs: tuple[ActorRef, ...]) -> str:
    return " ".join(id.removeprefix("NAMED:") for id in ids(refs))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Solidar walked out of a meeting in Lima on Monday.", ("REJECT", "Solidar", "")),
        ("The accord on wages for nurses, which was reached in May, binds Corda.", ("AGREE", "", "nurses")),
        ("Sinora and Vexi Network met on Monday.", ("CONSULT", "Sinora Vexi Network", "Sinora Vexi Network")),
        ("Lumo sued Vexi Media Group. Judges summoned both companies.", ("REQUEST", "judges", "Lumo Vexi Media Group")),
        ("The minister urged the two sides back to the table.", ("REQUEST", "minister", "sides")),
        ("The trade ministry summoned the drivers' union.", ("REQUEST", "trade ministry", "drivers union")),
        ("The union agreed on Monday to these terms: no strikes for three years.", ("AGREE", "union", "")),
    ],
)
def test_tells(text: str, act: tuple[str, str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A judge threw out Lumo Air's bid to stop its pilots striking.", "PROTEST"),
        ("The judge barred the pilots from striking.", "PROTEST"),
        ("Drivers struck on Friday, forcing Lumo Rail to cancel trains.", "COERCE"),
        ("The airline said it would shift six aircraft to Peru.", "MOBILIZE"),
        ("Lumo Air cancelled 120 flights, hitting 20,000 passengers.", "ASSAULT"),
        ("The line diverted four ships to Antwerp because of congestion.", "COERCE"),
        ("The union agreed in March to a pay cut.", "PROTEST"),
    ],
)
def test_tells_none(text: str, type_: str) -> None:
    assert type_ not in [t for t, _, _ in told(text)]


def test_whose_crews_are_kept_from_striking() -> None:
    text = "A court threw out Lumo Air's plan to lock out its crews."
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    actors = find_actors(parse(page))
    assert "NAMED:Lumo Air crews" in [a.id for a in actors.mentions]


def test_both_companies_are_the_two_that_are_named() -> None:
    text = "Lumo Airways sued Vexi Airlines on Monday. The mayor met both companies."
    assert ("CONSULT", "mayor", "Lumo Airways Vexi Airlines") in told(text)


def test_a_chief_executive_speaks_for_the_only_company() -> None:
    text = "Lumo Airways locked out its crews. Chief executive Ana Ruiz accused the crews of greed."
    assert "Lumo Airways" in [actor for type_, actor, _ in told(text) if type_ == "ACCUSE"]


def test_a_named_union_strikes_whatever_its_name() -> None:
    assert "Solidar" in [
        actor for type_, actor, _ in told("The union Solidar walked out on Monday.") if type_ == "PROTEST"
    ]
