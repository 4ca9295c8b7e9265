"""Repairs of names behind countries, of one who does two things, and of talks that resume."""

import pytest
from tests.parse.asked import childs

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        (
            "The foreign ministers of Chad and Niger, Adam Saleh and Musa Kone, met in Zinder.",
            "ministers",
            "appos",
            "Saleh",
        ),
        ("Chad scrambled jets and recalled its envoy.", "scrambled", "dobj", "jets"),
        ("Talks between Chad and Niger resume on Monday, the foreign ministry said.", "resume", "nsubj", "Talks"),
    ],
)
def test_word_hangs_on_its_head(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)
