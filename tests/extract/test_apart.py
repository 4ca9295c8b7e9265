"""Acts whose sides stand away from their verb: in a letter, in a clause of their own, beside another act."""

import pytest
from tests.extract.asked import annotated, drafts, words

pytestmark = pytest.mark.model

Told = set[tuple[str, tuple[str, ...], tuple[str, ...]]]


def told(text: str) -> Told:
    page = annotated(text)
    return {(e.type, tuple(words(text, e.actors)), tuple(words(text, e.recipients))) for e in page.events}


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        # a text that speaks
        ("Japan sent a letter to the canal board threatening to withhold dues.", "THREATEN", "Japan", "canal board"),
        ("In a letter to the canal board, Japan threatened to withhold dues.", "THREATEN", "Japan", "canal board"),
        ("Peru sent Chile a note demanding the release of the crew.", "REQUEST", "Peru", "Chile"),
        ("The union wrote to the mill demanding the release of two pilots.", "REQUEST", "union", "mill"),
        # passives that take over their subject
        (
            "After being arrested by Turkish police, the Greek sailors fell silent.",
            "COERCE",
            "Turkish police",
            "Greek sailors",
        ),
        ("Two priests died after being shot by Chadian guards.", "ASSAULT", "Chadian guards", "priests"),
        ("The pilot is believed to have been shot by rebels.", "ASSAULT", "rebels", "pilot"),
        ("Among those arrested by Ghana's police were four Togolese editors.", "COERCE", "police", "Togolese editors"),
        ("Honduras appears to have shelled Nicaraguan positions.", "ASSAULT", "Honduras", "Nicaraguan"),
        # relative clauses without their word
        ("The prisoners Uganda freed on Sunday are all Kenyan teachers.", "RETREAT", "Uganda", "prisoners"),
        (
            "A Turkish air strike on a Syrian camp that killed nine people drew protests.",
            "ASSAULT",
            "Turkish",
            "nine people",
        ),
        # whom an act is on, before what came of it
        ("Rebels launched an attack on a Kenyan army post, wounding a corporal.", "ASSAULT", "Rebels", "Kenyan"),
        ("Rebels carried out a raid on a village, killing two herders.", "ASSAULT", "Rebels", "herders"),
        ("Chad praised Niger's decision to ban agents who cheat drivers.", "SUPPORT", "Chad", "Niger"),
        # people of whom only is known where they live
        ("Oxfam gave food to 9,000 people in northern Chad.", "AID", "Oxfam", "Chad"),
        ("Sweden took in 900 people stranded in Libyan camps.", "AID", "Sweden", "Libyan"),
        ("Oxfam brought water to 400 families in Verona, Italy.", "AID", "Oxfam", "Verona"),
        # whom it is to hurt, press or drive away
        ("Chad moved troops to the border to deter Niger.", "MOBILIZE", "Chad", "Niger"),
        ("Police fired tear gas to drive back the miners.", "ASSAULT", "Police", "miners"),
        ("Spain imposed tolls to force the hauliers to leave.", "COERCE", "Spain", "hauliers"),
        # who says so, whose deed it is, where what is cut off went
        ("Peru was urged to reopen the pass by Chile.", "REQUEST", "Chile", "Peru"),
        ("Three pilots were released by their Somali kidnappers.", "RETREAT", "kidnappers", "pilots"),
        ("Benin complained about the arrest of a trader by Togolese police.", "ACCUSE", "Benin", "Togolese police"),
        ("The bank froze aid to Jubaland.", "SANCTION", "bank", "Jubaland"),
        ("Drivers whose lorries were seized by Polish police want answers.", "COERCE", "Polish police", "Drivers"),
        ("The guild rejected an offer from the arbiter Rada.", "REJECT", "guild", "Rada"),
        ("Killed in the raid were two Malian officers.", "ASSAULT", "", "Malian officers"),
        # several, and acts side by side
        ("The hospital board and the nurses signed a deal.", "AGREE", "hospital board", "nurses"),
        ("Belize denounced Guatemala and recalled its envoy.", "SANCTION", "Belize", "Guatemala"),
        (
            "The Arab League denounced the African Union and recalled its envoy.",
            "SANCTION",
            "Arab League",
            "African Union",
        ),
        ("By recalling its envoy, Spain showed its displeasure with Peru.", "SANCTION", "Spain", "Peru"),
    ],
)
def test_who_acts_on_whom(text: str, type_: str, actor: str, recipient: str) -> None:
    found = [(a, r) for t, a, r in told(text) if t == type_]
    assert any((not actor or any(actor in x for x in a)) and any(recipient in x for x in r) for a, r in found), told(
        text
    )


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        (
            "Russia suspended its part in the pact and withdrew its inspectors from Chad.",
            ("SANCTION", ("Russia",), ("Chad", "Chad")),
        ),
        ("Jordan rationed the water it sends to Israel.", ("AID", ("Jordan",), ("Israel",))),
        ("Chad sent troops to protect villagers.", ("MOBILIZE", ("Chad",), ("villagers",))),
        ("Peru was urged to reopen the pass by Friday.", ("REQUEST", ("Friday",), ("Peru",))),
        ("Honduras seems to fear an attack.", ("ASSAULT", ("Honduras",), ())),
    ],
)
def test_nobody_is_made_up(text: str, unwanted: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert unwanted not in told(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Togo and Benin signed an accord under which the port will reopen in May.", ["SUPPORT", "RETREAT"]),
        ("The deal has to be approved by the members, who vote next Wednesday.", []),
    ],
)
def test_what_stands_after_a_preposition_is_no_object(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text)] == types
