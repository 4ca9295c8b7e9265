"""What talks ended with is told beside them."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Talks between Togo and Benin ended on Monday with an agreement to reopen the gate.", ["CONSULT", "AGREE"]),
        ("Talks between Togo and Benin ended in a deal on Monday.", ["CONSULT", "AGREE"]),
        ("A meeting of Togo and Benin ended with a promise to go on talking.", ["CONSULT", "AGREE"]),
        ("Talks between Togo and Benin ended on Monday with no agreement.", ["CONSULT"]),
        ("Talks between Togo and Benin ended on Monday with a dinner.", ["CONSULT"]),
        ("Togo and Benin met in Lome on Friday but did not agree to share the dam.", ["CONSULT"]),
        ("Togo met Benin on Friday and refused to reopen the gate.", ["CONSULT", "REJECT"]),
    ],
)
def test_talks_and_what_they_ended_with(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text) if d.content_of is None] == types
