"""Repairs of who says what: attributions behind what is said, what is spoken of behind an aside."""

import pytest
from tests.parse.asked import childs, tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Togo might recall its ambassador, the foreign minister said on Friday.", "said", "ccomp", "recall"),
        ("Togo could expel the diplomats, warned its foreign minister on Monday.", "warned", "ccomp", "expel"),
        ("Togo could expel the diplomats, warned its foreign minister on Monday.", "warned", "nsubj", "minister"),
        (
            "Togo may bring a case before the tribunal, its trade minister indicated on Wednesday.",
            "indicated",
            "ccomp",
            "bring",
        ),
        ("Togo's minister warned in a radio interview of a toll on lorries.", "warned", "prep", "of"),
        ("Togo reserves the right to answer.", "reserves", "nsubj", "Togo"),
    ],
)
def test_what_is_said_hangs_on_who_says_it(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Togo paid on Monday, and its minister said that was all.", "paid"),
        ("Togo paid, but its minister said no more.", "paid"),
    ],
)
def test_two_deeds_in_a_row_stay_two(text: str, root: str) -> None:
    assert tokens(text)[root].head is None


@pytest.mark.parametrize(
    ("text", "head", "participle"),
    [
        ("Guards searched a Togolese barge on Friday, villagers said, arresting its crew.", "searched", "arresting"),
        (
            "Guards searched a barge on Friday, Togo's government said in a statement, burning its cargo.",
            "searched",
            "burning",
        ),
        ("Guards searched a barge on Friday, Togo's government said, accusing them of theft.", "said", "accusing"),
    ],
)
def test_what_is_done_beside_a_deed_is_not_done_by_who_tells_of_it(text: str, head: str, participle: str) -> None:
    assert participle in {t.text for t in tokens(text)[head].childs("advcl")}
