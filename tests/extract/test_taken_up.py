"""Acts without a day that the next sentence takes up by a noun, and gives one."""

import pytest
from tests.extract.asked import events

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("Oman has shut the strait to Yemeni dhows. The decision was taken on Monday.", "COERCE", "2013-08-05"),
        ("Oman has asked Yemen to lower the fee. The request was sent on Friday.", "REQUEST", "2013-08-02"),
        ("Oman has asked the council to mediate. The letter was sent on Friday.", "REQUEST", "2013-08-02"),
        ("Oman has banned Yemeni fish. The ministry announced the measure on Monday.", "COERCE", "2013-08-05"),
        ("Oman has shut the strait to Yemeni dhows. The talks were held on Monday.", "COERCE", "2013-08-07"),
        ("Oman shut the strait on Sunday. The decision was taken on Monday.", "COERCE", "2013-08-04"),
        ("Oman has shut the strait to Yemeni dhows. The vote on Monday sets no end to it.", "COERCE", "2013-08-05"),
        ("Oman has torn up the pact. A decree signed by the sultan on Monday ends it.", "REJECT", "2013-08-05"),
        ("Oman has torn up the pact. A poem written by the sultan on Monday mourns it.", "REJECT", "2013-08-07"),
    ],
)
def test_day_of_the_next_sentence(text: str, type_: str, wanted: str) -> None:
    assert wanted in [e.date for e in events(text, "2013-08-07") if e.type == type_]


def test_what_a_pronoun_stands_for_in_the_same_sentence() -> None:
    found = events(
        "Oman reopened its ports to Yemen on Monday, two days after closing them in a row over fees.", "2013-08-07"
    )
    assert [(e.type, e.date) for e in found] == [("RETREAT", "2013-08-05"), ("COERCE", "2013-08-03")]
