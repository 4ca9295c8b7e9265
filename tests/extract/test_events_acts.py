"""Kinds of acts that no verb with a plain object tells: demands, refusals, orders, treaties, attacks that stand for their makers."""

import pytest
from tests.extract.asked import drafts, words

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The union has demanded that the government resign.", "REQUEST", ["union"], ["government"]),
        ("Chad is demanding the canal board keep its word.", "REQUEST", ["Chad"], ["canal board"]),
        ("The militia is still striking rebel camps.", "ASSAULT", ["militia"], ["rebel camps"]),
        ("The marines have ceased all hostilities.", "RETREAT", ["marines"], []),
        ("The general refused to give the army any information.", "REJECT", ["general"], ["army"]),
        ("The railway will not reverse its decision.", "REJECT", ["railway"], []),
        (
            "Ghana announced on Friday that it was deploying 200 troops to Haiti as peacekeepers.",
            "AID",
            ["Ghana"],
            ["Haiti"],
        ),
        ("Ghana announced the deployment of 200 troops to the border.", "MOBILIZE", ["Ghana"], []),
        ("Norway announced a steep increase in aid to Chad.", "AID", ["Norway"], ["Chad"]),
        (
            "An attack by rebels on a convoy near Gao killed eight guards.",
            "ASSAULT",
            ["rebels"],
            ["convoy", "eight guards"],
        ),
        (
            "A mortar attack on a hostel in Gao killed eight guards.",
            "ASSAULT",
            [],
            ["hostel", "eight guards"],
        ),
        ("The poet died of torture in a Chadian prison.", "ASSAULT", ["Chadian"], ["poet"]),
        ("Two Malian officers sought asylum in Norway.", "REQUEST", ["Two Malian officers"], ["Norway"]),
        ("Peru granted the union a delay of three months.", "CONCEDE", ["Peru"], ["union"]),
        ("The premier gave Chad a midnight deadline.", "THREATEN", ["premier"], ["Chad"]),
        ("Peru and Chile signed a trade agreement to cut tariffs.", "SUPPORT", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("Peru and Chile reached an agreement to reopen the road.", "AGREE", ["Peru", "Chile"], ["Peru", "Chile"]),
        ("The junta ordered the mill to close.", "COERCE", ["junta"], []),
        ("Party leaders said they will boycott the meeting.", "THREATEN", ["Party leaders"], []),
        ("Growers stormed out of a meeting with the governor.", "REJECT", ["Growers"], ["governor"]),
        ("The Danish minister clashed over the fees with the envoy.", "ACCUSE", ["Danish minister"], ["envoy"]),
        ("Oslo and Riga agree that the strait should be marked.", "SUPPORT", ["Oslo", "Riga"], ["Oslo", "Riga"]),
        ("A Malian pilot has asked for asylum in Norway.", "REQUEST", ["Malian pilot"], ["Norway"]),
        ("The mill announced a plan to close the pit.", "THREATEN", ["mill"], []),
        ("The owners' decision to stop payments to the fund angered Kano.", "SANCTION", ["owners"], []),
        ("Oslo said a return to the old quota was out of the question.", "REJECT", ["Oslo"], []),
        ("Oslo said there would be no further talks on the quota.", "REJECT", ["Oslo"], []),
        ("Oslo declared in July that this was its last word.", "REJECT", ["Oslo"], []),
        ("The closure drew a protest from Benin.", "ACCUSE", ["Benin"], []),
        ("The crossing was open again on Tuesday.", "RETREAT", [], []),
        ("Kenya, Uganda in talks over Migingo", "CONSULT", ["Kenya", "Uganda"], ["Kenya", "Uganda"]),
        (
            "No deal in third round of talks between Kenya and Uganda",
            "CONSULT",
            ["Kenya", "Uganda"],
            ["Kenya", "Uganda"],
        ),
        ("Accra welcomed assurances from Lomé on the ferry.", "AGREE", ["Lomé"], ["Accra"]),
        ("The bakers won a pay rise from the mill.", "CONCEDE", ["mill"], ["bakers"]),
        ("Lebanon asked Cyprus to take back forty seamen.", "REQUEST", ["Lebanon"], ["Cyprus"]),
        ("Oslo said the locks must be reopened.", "REQUEST", ["Oslo"], []),
        ("Tirana went back on its promise to the crews.", "REJECT", ["Tirana"], ["crews"]),
        (
            "The council voted by nine to two for trade sanctions on Eritrea.",
            "SANCTION",
            ["council"],
            ["Eritrea"],
        ),
        ("Two Malian guards were killed in an avalanche of rockets.", "ASSAULT", [], ["Two Malian guards"]),
        ("Peru restored Chile's ambassador on Monday.", "SUPPORT", ["Peru"], ["Chile"]),
        ("Trains have stood since May, when the bridge was blown up.", "ASSAULT", [], []),
    ],
)
def test_who_does_what_to_whom(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    draft = next(d for d in drafts(text) if d.content_of is None)
    assert (draft.type, words(text, draft.actors), words(text, draft.recipients)) == (type_, actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "The company called the strike illegal.",
        "Students hung a banner on the bridge.",
        "The minister declined to give reporters any details.",
        "The mill hit its export target.",
        "The envoy offered his condolences over an attack that killed four worshippers.",
        "Chad offered condolences to Niger over the landslide.",
        "The mill announced an increase in wages.",
    ],
)
def test_tells_no_act(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Niger closed the road to Benin. The union condemned the move.", "ACCUSE", ["union"], ["Niger"]),
        ("Niger closed the road to lorries. The move drew a protest from Benin.", "ACCUSE", ["Benin"], ["Niger"]),
        ("Niger sealed the gate. The step cut off supplies to Gaya.", "SANCTION", ["Niger"], []),
        ("Niger sealed the gate. The governor condemned the move of a desk.", "ACCUSE", ["governor"], []),
    ],
)
def test_a_definite_noun_takes_up_the_act_before(
    text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    draft = drafts(text)[-1]
    assert (draft.type, words(text, draft.actors)) == (type_, actors)
    assert recipients in (words(text, draft.recipients), [])


@pytest.mark.parametrize(
    "text",
    [
        "Ten years after Chadian crowds burnt the embassy, the street is quiet.",
        "The minister agreed that the road was long.",
        "The heat contributed to the fire.",
        "The poet who was jailed is sixty.",
    ],
)
def test_what_is_background_or_a_view_is_no_event(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Delegates of Chad and Niger have been meeting in secret since Easter.", "ongoing"),
        ("Serbia has barred the lorries since June.", "ongoing"),
        ("The strike at the smelter is in its sixth week.", "ongoing"),
        ("Serbia has barred the lorries.", "happened"),
        ("Serbia has freed the drivers since June.", "happened"),
    ],
)
def test_what_lasts(text: str, status: str) -> None:
    assert drafts(text)[0].status == status


def test_those_who_say_what_things_are_like_did_not_do_it() -> None:
    assert all(not d.actors for d in drafts("Benin said 90 lorries were already stranded at the crossing."))


def test_what_both_say_is_to_be_they_agree_on() -> None:
    text = "Kenya and Somalia met. The two sides declared jointly that the bridge would stay open."
    assert any(d.rule == "speech.say_together" for d in drafts(text))
    assert not any(d.rule == "speech.say_together" for d in drafts("Kenya and Somalia said growth would pick up."))


@pytest.mark.parametrize(
    "text",
    [
        "Corda said it would not be right to punish the weavers.",
        "The mill has paid more under the pact since it was struck in May.",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert not [d for d in drafts(text) if d.type in ("ASSAULT", "SANCTION", "AGREE")]
