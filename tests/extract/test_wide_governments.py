"""Officials of a whole region are not those of the country that a page is written from."""

import pytest

from standoff.extract.actors import find_actors
from standoff.model import PageInput
from standoff.parse import parse
from standoff.read import read_page

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("phrase", "home"),
    [("Governments in Asia", False), ("Officials across the region", False), ("Officials in the capital", True)],
)
def test_whose_officials(phrase: str, home: bool) -> None:
    text = f"SEOUL - The talks in South Korea began late. {phrase} complained on Monday."
    parsed = parse(read_page(PageInput(id="x", text=text, plain=True)))
    found = find_actors(parsed, subject=None)
    ids = [actor.id for actor in found.mentions if text[actor.start : actor.end].endswith(phrase.split()[0])]
    assert ("KOR-GOV" in ids) == home
