"""Quotations in paragraphs of their own: who speaks stands in braces, in the order of the quotations."""

import re

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.quotes import find_quotes
from standoff.model import Meta, Page, Part, Quote
from standoff.parse import parse

pytestmark = pytest.mark.model

PAGES = [
    "Six things that {Arvo Lund} has said of the lock\n\n1. “It leaks like a politician.”\n\n2. “I never liked the lock.”",
    "This is a choice of {Ms. Lund}’s remarks.\n\nOn the ferry: “It was late before I was born.”\n\n2015: “Sell it to the ducks.”",
    "{Arvo Lund}, a baker from Tarn, has stood at the gate since dawn. His van is full.\n\n“You wait and the bread goes stale.”",
    "{Ida Moss}, who chairs the council, put out a statement on Sunday.\n\n“The vote stands and the lock will be dug.”",
    "LOCK LEFT OPEN {FIRST SHIPS PASS} “A pilot said the water had risen for an hour before the bell.” [Tarn Echo.]",
    "{MOSS}, on the lock: “It will cost every household a week’s pay.”\n\nTHE FACTS: Nobody has worked it out.",
    "{@tarnmayor}: “We will dig until it is done, believe me!”",
    "{Moss} to Lund: “You have no plan.”",
    "“The lock will be dug by spring.”\n\n– {Mayor Moss}, 4 June 2016",
    "It was, in the words of {one old pilot}, “the worst-kept secret on the river.”",
    "It is what {Moss} says at every stop: “You can’t dig with promises.”",
    "The leaflet, {Ms. Moss} countered, is “a fairy tale.”",
    "“We have seen calmer meetings,” council clerk {Bo Lund}, wearing a hat and two badges, said.",
    "{The preacher}, who died in the spring, is shown lecturing: “Learn from the river.”",
]
NOBODY = ["The lock stayed shut on Sunday.\n\n“The water was too low for any boat at all.”"]


def _quotes(text: str) -> tuple[str, list[str], list[Quote]]:
    plain = re.sub(r"[{}]", "", text)
    page = Page(id="p", text=plain, parts=(Part(start=0, end=len(plain), kind="story"),), meta=Meta())
    parsed = parse(page)
    return plain, re.findall(r"\{([^{}]*)\}", text), [q for q in find_quotes(parsed, find_actors(parsed)) if q.direct]


@pytest.mark.parametrize("text", PAGES)
def test_who_speaks_is_told_above_or_beside(text: str) -> None:
    _, named, quotes = _quotes(text)
    assert quotes
    for quote in quotes:
        assert quote.speaker is not None
        assert named[0] in quote.speaker or quote.speaker in named[0]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_is_told_of_nobody_speaks(text: str) -> None:
    _, _, quotes = _quotes(text)
    assert [quote.speaker for quote in quotes] == [None]


def test_a_piece_is_known_by_the_paper_that_printed_it() -> None:
    _, _, quotes = _quotes("LOCK LEFT OPEN ALL NIGHT “A pilot said the water had risen for an hour.” [Tarn Echo.]")
    assert [(q.speaker, q.speaker_name) for q in quotes] == [("LOCK LEFT OPEN ALL NIGHT", "Tarn Echo")]
