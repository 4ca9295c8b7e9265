"""What two states, or a state and an armed group, do to each other, as agencies tell it in a sentence: type and both sides."""

import pytest
from tests.extract.asked import done

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a state says another one did to it
        ("Chad said Sudan had killed two of its soldiers.", [("ACCUSE", "TCD", "SDN"), ("ASSAULT", "SDN", "TCD-MIL")]),
        (
            "Niger says Benin is holding five of its officials.",
            [("ACCUSE", "NER", "BEN"), ("COERCE", "BEN", "NER-GOV")],
        ),
        ("Chad's army said Sudanese forces had attacked its posts near Tine.", [("ASSAULT", "SDN-MIL", "TCD-MIL")]),
        ("Norway said Chad had freed a Dane.", [("RETREAT", "TCD", "DNK-CVL")]),
        # whose envoy, soldiers or ground it is that somebody else does harm to
        (
            "Chad recalled its envoy after Benin arrested five of its officials.",
            [("SANCTION", "TCD", "BEN"), ("COERCE", "BEN", "TCD-GOV")],
        ),
        # whom something is taken from, given back to or threatened with
        ("Rebels seized the town from Congolese forces.", [("ASSAULT", "NAMED:rebels", "NAMED:town COD-MIL")]),
        ("Togo handed over 32 Beninese prisoners at the bridge.", [("RETREAT", "TGO", "BEN-CRM")]),
        ("Kabul threatened retaliation if Pakistani aircraft came again.", [("THREATEN", "AFG", "PAK")]),
        ("The militia answered with a salvo at Kenyan bases.", [("ASSAULT", "NAMED:militia", "KEN")]),
        # refusals
        ("Guyana said it would not give up its land.", [("REJECT", "GUY", "")]),
        ("Malta blocked a European Union statement.", [("REJECT", "MLT", "IGO-EU")]),
        # who acts a month after acting
        (
            "Chad reopened the border with Niger a month after shutting it.",
            [("RETREAT", "TCD", "NER"), ("COERCE", "TCD", "NER")],
        ),
        # a secretary general is no soldier
        ("The Arab League's secretary general condemned Sudan.", [("ACCUSE", "IGO-AL", "SDN")]),
    ],
)
def test_acts_between_states(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)
