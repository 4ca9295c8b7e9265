"""Declared parties: two halves of a country named together, people of a party, two states beside one who is none."""

import pytest

from standoff.extract.actors import find_actors
from standoff.model import PageInput, Party, Subject
from standoff.parse import parse
from standoff.read import read_page

pytestmark = pytest.mark.model

SUBJECT = Subject(
    name="the ferry line",
    parties=(
        Party(id="PRK", name="North Korea", aliases=("the North",)),
        Party(id="KOR", name="South Korea", aliases=("the South",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "head", "ids"),
    [
        ("North and South Korea signed a treaty.", "Korea", {"PRK", "KOR"}),
        ("Talks between North and South Korea began.", "Korea", {"PRK", "KOR"}),
        ("The North left early.", "North", {"PRK"}),
        ("South Korea left early.", "Korea", {"KOR"}),
    ],
)
def test_both_halves_are_named(text: str, head: str, ids: set[str]) -> None:
    parsed = parse(read_page(PageInput(id="ferry", text=text, plain=True)))
    actors = find_actors(parsed, subject=SUBJECT)
    token = next(t for s in parsed.sentences for t in s.tokens if t.text == head)
    assert {ref.id for ref in actors.of(token)} == ids


PEOPLE = Subject(
    name="the river bridge",
    parties=(
        Party(id="MDA", name="Moldova"),
        Party(id="ROU", name="Romania"),
        Party(id="NAMED:Bridge Serbs", name="Bridge Serbs", aliases=("Serbs",), sector="CVL"),
    ),
)


@pytest.mark.parametrize(
    ("text", "head", "ids"),
    [
        ("Serb mayors walked out.", "mayors", {"NAMED:Bridge Serbs"}),
        ("Serbs blocked the bridge. Moldova sent guards. The two governments met.", "governments", {"MDA", "ROU"}),
        ("Moldova shut the bridge to Serbs. Romania protested. The two sides met.", "sides", {"MDA", "ROU"}),
    ],
)
def test_people_of_a_party_and_two_states(text: str, head: str, ids: set[str]) -> None:
    parsed = parse(read_page(PageInput(id="bridge", text=text, plain=True)))
    actors = find_actors(parsed, subject=PEOPLE)
    token = next(t for s in parsed.sentences for t in s.tokens if t.text == head)
    assert {ref.id for ref in actors.of(token)} == ids
