"""Repairs of who does something, where the parser takes words side by side for one phrase or for two."""

import pytest
from tests.parse.asked import childs

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Talks resume on Monday.", "resume", "nsubj", "Talks"),
        ("In 2011 dockers at Nacala struck for a week.", "struck", "nsubj", "dockers"),
        ("The bakers called off the strike minutes after the ruling.", "called", "dobj", "strike"),
        ("The smelters suspended the strike hours before the vote.", "suspended", "dobj", "strike"),
        ("The union made Lumo a counterproposal on Friday.", "made", "dobj", "counterproposal"),
        ("Striking weavers at the mill in Dabola agreed to end the walkout.", "agreed", "nsubj", "weavers"),
        ("A judge ordered the weavers who have held the mill to leave it by Friday.", "ordered", "xcomp", "leave"),
        ("The union, UTM, and the mill reached a deal.", "union", "conj", "mill"),
    ],
)
def test_who_does_it_hangs_on_the_verb(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Three mills, Alda, Boro and Cada, agreed.", "mills", "conj", "Cada"),
        ("The arms embargo on Mali ended.", "embargo", "nsubj", "arms"),
    ],
)
def test_phrases_stay_whole(text: str, head: str, label: str, word: str) -> None:
    assert word not in childs(text, head, label)
