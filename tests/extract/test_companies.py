"""Companies at odds with companies, courts that step in, and what only sounds like an act."""

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.model import ActorRef, Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, actors and recipients of a story's acts."""
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    return [(d.type, _ids(d.actors), _ids(d.recipients)) for d in find_events(parsed, find_actors(parsed))]


def _ids(refs: tuple[ActorRef, ...]) -> str:
    return " ".join(r.id.removeprefix("NAMED:") for r in refs)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Solidar walked out of a meeting in Lima on Monday.", ("REJECT", "Solidar", "")),
        ("The accord on wages for nurses, which was reached in May, binds Corda.", ("AGREE", "", "nurses")),
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
