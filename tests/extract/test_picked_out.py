"""Strikes that a word picks out of several, by its own time."""

import pytest
from tests.extract.asked import annotated, ids

from standoff.model import Party, Subject

pytestmark = pytest.mark.model

PORT = Subject(
    name="Port of Ostrava strike",
    parties=(
        Party(id="NAMED:Ostrava Terminals", name="Ostrava Terminals", aliases=("the company",), sector="BUS"),
        Party(id="NAMED:Dockers' Guild", name="Dockers' Guild", aliases=("the guild", "dockers"), sector="LAB"),
    ),
)


def told(text: str) -> list[tuple[str, str | None]]:
    """Types and days of the strikes that a word alone tells, each by the guild."""
    found = [e for e in annotated(text, "2019-05-15", subject=PORT).events if e.rule.startswith("dated_noun")]
    assert all(ids(e.actors) == ["NAMED:Dockers' Guild"] for e in found)
    return [(e.type, e.date) for e in found]


OPENING = "Dockers walked out again on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The first of the walkouts took place in March 2018.", ["2018-03"]),
        ("The longest of the strikes went on for six days in January.", ["2019-01"]),
        ("Two strikes have cost the port dear. The one in March was over in a day.", ["2019-03"]),
        ("Two strikes have cost the port dear. The first, in March, was over in a day.", ["2019-03"]),
        ("The strikes cost the port dear. The last before this one was in April.", ["2019-04"]),
        ("The strikes cost the port dear. The longest, last January, went on for six days.", ["2019-01"]),
        ("The guild had not struck since the joint stoppage at the start of April.", ["2019-04-01/2019-04-10"]),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    assert told(OPENING + text) == [("PROTEST", day) for day in days]


@pytest.mark.parametrize(
    "text",
    [
        "Two strikes have cost the port dear. Talks went on. The last, in March, were in Brno.",
        "Two strikes have cost the port dear. The first came as a shock.",
        "Two strikes have cost the port dear. The first of May was quiet.",
        "Two strikes have cost the port dear. The first ended in March.",
        "Two strikes have cost the port dear. The last man left in March.",
    ],
)
def test_others(text: str) -> None:
    assert told(OPENING + text) == []
