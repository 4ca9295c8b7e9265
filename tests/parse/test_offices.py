"""Repairs of names in a row, and of talks that resume."""

import pytest
from tests.parse.asked import childs

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "head", "label", "word"),
    [
        ("Latvia's premier Janis Ozols and his counterpart Ion Rusu signed a treaty.", "Ozols", "conj", "counterpart"),
        ("Latvia's premier Janis Ozols and his counterpart Ion Rusu signed a treaty.", "counterpart", "appos", "Rusu"),
        (
            "The foreign ministers of Chad and Niger, Adam Saleh and Musa Kone, met in Zinder.",
            "ministers",
            "appos",
            "Saleh",
        ),
        ("Chad scrambled jets and recalled its envoy.", "scrambled", "dobj", "jets"),
        ("Talks between Chad and Niger resume on Monday, the foreign ministry said.", "resume", "nsubj", "Talks"),
        ("Niger told visiting reporters that talks had failed.", "told", "dobj", "reporters"),
    ],
)
def test_word_hangs_on_its_head(text: str, head: str, label: str, word: str) -> None:
    assert word in childs(text, head, label)
