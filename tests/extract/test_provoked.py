"""Who acts on whom where the clause says it by the way: in a purpose, a cause, an object's phrase, a place."""

import pytest
from tests.extract.asked import drafts, words

pytestmark = pytest.mark.model


def acts(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Types with the words for both sides."""
    found = [d for d in drafts(text) if d.content_of is None]
    return [(d.type, words(text, d.actors), words(text, d.recipients)) for d in found]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Growers blocked the bridge to force the ministry to drop the fee.", ("PROTEST", ["Growers"], ["ministry"])),
        ("Growers blocked the bridge to demand that the ministry pay.", ("PROTEST", ["Growers"], ["ministry"])),
        ("Porters walked out after the hotel chain froze their wages.", ("PROTEST", ["Porters"], ["hotel chain"])),
        ("Porters walked out after they lost a vote.", ("PROTEST", ["Porters"], [])),
        ("Porters walked out after talks failed.", ("PROTEST", ["Porters"], [])),
        ("Rail unions have been offered a pay rise by the operator.", ("REQUEST", ["operator"], ["Rail unions"])),
        ("Oman stopped shipping gas to Kenya on Monday.", ("SANCTION", ["Oman"], ["Kenya"])),
        ("Oman agreed to the pilots' demands on Monday.", ("AGREE", ["Oman"], ["pilots"])),
        ("A ban by Oman on Kenyan boats came into force on Monday.", ("COERCE", ["Oman"], ["Kenyan boats"])),
        ("Drivers were denied entry to Kenyan ports on Monday.", ("COERCE", ["Kenyan"], ["Drivers"])),
        ("Kenya's border was closed on Monday.", ("COERCE", ["Kenya"], [])),
        ("The envoy was ordered out of Kenya on Monday.", ("SANCTION", ["Kenya"], ["envoy"])),
    ],
)
def test_both_sides(text: str, act: tuple[str, list[str], list[str]]) -> None:
    assert act in acts(text)


def test_a_thing_does_not_open_itself() -> None:
    assert all(not who for _, who, _ in acts("The port's full reopening on Monday drew crowds."))


def test_somebody_whom_nothing_lists_acts_beside_somebody_known() -> None:
    [(type_, who, _)] = acts("The ferry company and the island council have agreed to freeze fares until spring.")
    assert (type_, who) == ("AGREE", ["ferry company", "island council"])
