"""What is signed in a dispute is an agreement, a treaty among friends support."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Togo and Benin signed a treaty on fishing on Friday.", "SUPPORT"),
        ("Togo shut the bridge to Benin in May. Togo and Benin signed an accord on tolls on Friday.", "AGREE"),
        ("Hauliers blocked the bridge in May. The deal was signed on Friday.", "AGREE"),
        ("Villagers blocked the road in May. Ardo Gold signed an accord with their elders on Friday.", "AGREE"),
        ("Chile shut its gate to Peru in May. Togo and Benin signed an accord on tolls on Friday.", "SUPPORT"),
    ],
)
def test_the_last_sentence_tells_of_a_signing(text: str, type_: str) -> None:
    assert drafts(text)[-1].type == type_
