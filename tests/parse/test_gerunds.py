"""Nouns in -ing for an act that the parser takes for verbs."""

import pytest
from tests.parse.asked import tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Fighting between Armenia and Azerbaijan flared again on Tuesday.", "Fighting", "flared"),
        ("Two houses were destroyed on Friday by Azerbaijani shelling.", "shelling", "by"),
        ("Three days of shelling between India and Pakistan killed nine people.", "shelling", "of"),
    ],
)
def test_an_act_is_a_noun(text: str, word: str, head: str) -> None:
    found = tokens(text)[word]
    assert found.is_noun
    assert found.head is not None
    assert found.head.text == head


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army began shelling the town on Monday.", "shelling"),
        ("Chad accused Niger of shelling a village.", "shelling"),
        ("Rebels were fighting in the hills on Monday.", "fighting"),
    ],
)
def test_a_verb_stays_one(text: str, word: str) -> None:
    assert tokens(text)[word].is_verb
