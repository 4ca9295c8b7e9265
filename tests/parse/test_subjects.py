"""Repairs of who does something, where the parser takes words side by side for one phrase or for two."""

from itertools import islice

import pytest
from tests.parse.asked import childs, tokens

from standoff.parse.tokens import move

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("The bakers called off the strike minutes after the ruling.", "called", "dobj", "strike"),
        ("The smelters suspended the strike hours before the vote.", "suspended", "dobj", "strike"),
        ("Talks resume on Monday.", "resume", "nsubj", "Talks"),
        ("At talks in Bonn, Togo and Benin accused Ghana of theft.", "accused", "nsubj", "Togo"),
        ("In Lagos, Ghana, Togo and Benin asked the bank to wait.", "asked", "nsubj", "Ghana"),
        ("After a meeting in Rome, Chad and Niger agreed to open the road.", "agreed", "nsubj", "Chad"),
        ("In 2011 dockers at Nacala struck for a week.", "struck", "nsubj", "dockers"),
        ("The union made Lumo a counterproposal on Friday.", "made", "dobj", "counterproposal"),
        ("Striking weavers at the mill in Dabola agreed to end the walkout.", "agreed", "nsubj", "weavers"),
        ("A judge ordered the weavers who have held the mill to leave it by Friday.", "ordered", "xcomp", "leave"),
        ("The union, UTM, and the mill reached a deal.", "union", "conj", "mill"),
        ("Malta renewed its appeal for the Tunisian navy to free the crew.", "appeal", "acl", "free"),
        ("The guild called for Mayor Lund to stand down.", "stand", "nsubj", "Lund"),
        ("Chad voiced its respect for and trust in the guild.", "respect", "conj", "trust"),
        ("With partners, USAID provided tents to 900 families in Malawi.", "provided", "nsubj", "USAID"),
    ],
)
def test_who_does_it_hangs_on_the_verb(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Three mills, Alda, Boro and Cada, agreed.", "mills", "conj", "Cada"),
        ("The arms embargo on Mali ended.", "embargo", "nsubj", "arms"),
        ("The guild called for a vote to end the strike.", "end", "nsubj", "vote"),
    ],
)
def test_phrases_stay_whole(text: str, head: str, label: str, word: str) -> None:
    assert word not in childs(text, head, label)


def test_a_word_is_not_hung_below_itself() -> None:
    found = tokens(
        "No, and the only reason the mill's in this state in the first place is because the mill is a heap of scrap."
    )
    for token in found["reason"].sentence.tokens:
        above = list(islice(token.ancestors(), len(token.sentence.tokens)))
        assert token not in above


def test_a_move_that_would_make_a_ring_is_none() -> None:
    found = tokens("The army of Togo shut the gate.")
    army, togo = found["army"], found["Togo"]
    above = army.head
    move(army, togo, "conj")
    assert army.head is above
    assert army in togo.ancestors()
