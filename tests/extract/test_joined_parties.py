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


MOVEMENT = Subject(
    name="the Rio Seco bridge",
    parties=(
        Party(id="PER", name="Peru"),
        Party(id="NAMED:Tarapa Front", name="United Tarapa Front", aliases=("Tarapa",), sector="OPP"),
        Party(id="NAMED:RDA", name="Rimac Dockers Association", aliases=("RDA",), sector="LAB"),
        Party(id="NAMED:LRG", name="Loreto Regional Government", aliases=("Loreto",), sector="GOV"),
    ),
)
FRONT, DOCKERS, LORETO = "NAMED:Tarapa Front", "NAMED:RDA", "NAMED:LRG"


@pytest.mark.parametrize(
    ("text", "head", "ids"),
    [
        # those of a movement are the movement
        ("Tarapa activists sat down.", "activists", {FRONT}),
        ("Supporters of the Tarapa Front sat down.", "Supporters", {FRONT}),
        ("The Tarapa alliance gave up.", "alliance", {FRONT}),
        ("Protesters sat down. The Tarapa Front sent food.", "Protesters", {FRONT}),
        ("Bolivian protesters sat down. The Tarapa Front sent food.", "protesters", {"BOL-CVL"}),
        ("Protesters sat down in Lima.", "Protesters", {"NAMED:protesters"}),
        # a body is called by the last words of its name
        ("The Rimac Dockers Association met. The association said no.", "association", {DOCKERS}),
        ("The RDA met. Their union said no.", "union", {DOCKERS}),
        ("LIMA - Loreto said no. The regional government sent guards.", "government", {LORETO}),
        ("LIMA - Loreto said no. The government sent guards.", "government", {"PER-GOV"}),
        ("Loreto's premier said no.", "premier", {LORETO}),
    ],
)
def test_whom_words_for_a_declared_party_mean(text: str, head: str, ids: set[str]) -> None:
    parsed = parse(read_page(PageInput(id="bridge", text=text, plain=True)))
    actors = find_actors(parsed, subject=MOVEMENT)
    token = next(t for s in parsed.sentences for t in s.tokens if t.text == head)
    assert {ref.id for ref in actors.of(token)} == ids
