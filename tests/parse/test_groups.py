"""Repairs of groups in a row, and of people whose name begins a sentence."""

import pytest
from tests.parse.asked import childs, tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Dockworkers and shipping companies reached a contract on Friday.", "reached", "nsubj", "Dockworkers"),
        ("Dockworkers and shipping companies reached a contract on Friday.", "Dockworkers", "conj", "companies"),
    ],
)
def test_group_hangs_on_its_head(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)


def test_people_that_begin_a_sentence_are_a_plural() -> None:
    assert tokens("Longshoremen left their posts on Sunday.")["Longshoremen"].lemma == "longshoreman"
