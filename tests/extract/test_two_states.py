"""What two states, or a state and an armed group, do to each other, as agencies tell it in a sentence: type and both sides."""

import pytest
from tests.extract.asked import done, events

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
        (
            "Chad's army said Sudanese forces had attacked its posts.",
            [("ACCUSE", "TCD-MIL", "SDN-MIL"), ("ASSAULT", "SDN-MIL", "TCD-MIL")],
        ),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # two who are named with their offices
        (
            "Latvia's premier Janis Ozols and his Moldovan counterpart Ion Rusu signed a treaty in Riga.",
            [("SUPPORT", "LVA-GOV MDA-GOV", "LVA-GOV MDA-GOV")],
        ),
        (
            "The foreign ministers of Chad and Niger, Adam Saleh and Musa Kone, met in Zinder on Monday.",
            [("CONSULT", "TCD-GOV NER-GOV", "TCD-GOV NER-GOV")],
        ),
        # what is given, declared or called wrong
        ("Malta handed Libya a batch of used lorries.", [("AID", "MLT", "LBY")]),
        ("Peru on Monday declared two Cuban envoys personae non gratae.", [("SANCTION", "PER", "CUB-GOV")]),
        ('"This is an act of piracy," Samoa\'s government said.', [("ACCUSE", "WSM-GOV", "")]),
        ("Laos said it had no plans to stop work on the canal.", [("REJECT", "LAO", "")]),
        # what is fired, massed or seized, and from where troops go home
        (
            "Estonian guards fired warning shots after Latvian boats crossed the line.",
            [("ASSAULT", "EST-MIL", "LVA")],
        ),
        ("Oslo scrambled jets and recalled its envoy.", [("MOBILIZE", "NOR", ""), ("SANCTION", "NOR", "")]),
        ("Iran seized a Maltese-flagged tanker.", [("COERCE", "IRN", "MLT")]),
        ("The Blue Front pulled its fighters out of Mali.", [("RETREAT", "NAMED:Blue Front", "MLI")]),
        ("Fighting broke out between Kenyan and Somali troops.", [("ASSAULT", "KEN-MIL SOM-MIL", "KEN-MIL SOM-MIL")]),
        ("Crowds marched on the Greek embassy in Niamey, burning flags.", [("PROTEST", "NAMED:crowds", "GRC-GOV")]),
        # since something began is background
        ("Oman's envoy visited Sanaa, his first trip since the war began.", [("CONSULT", "OMN-GOV", "YEM")]),
    ],
)
def test_sides_named_with_their_offices_and_deeds(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what somebody decides to do to others is to come and no threat, what he decides to say is said
        ("Chad decided on Friday to close the border with Niger.", []),
        ("Chad decided on Friday to reject the offer from Niger.", [("REJECT", "TCD", "NER")]),
        ("Chad decided to wait.", []),
        # arms for another state are help, and so is the promise of soldiers; those that go to a border are not
        ("Norway sent tanks to Moldova.", [("AID", "NOR", "MDA")]),
        ("Norway said it would send tanks to Moldova.", [("AID", "NOR", "MDA")]),
        ("Norway said it would send 200 soldiers to Latvia.", [("AGREE", "NOR", "LVA")]),
        ("Iraq sent tanks to the border with Kuwait.", [("MOBILIZE", "IRQ", "")]),
        ("China said it would send warships to the Philippine coast.", [("THREATEN", "CHN", "PHL")]),
        # bodies given back are whose they are
        ("The Front handed the bodies of two Kenyan soldiers to a priest.", [("RETREAT", "NAMED:Front", "KEN-MIL")]),
    ],
)
def test_what_is_decided_sent_and_given_back(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


def test_talks_that_resume_on_a_day_to_come_are_planned() -> None:
    (talks,) = events("Talks between Chad and Niger resume on Monday, the foreign ministry said.")
    assert (talks.type, talks.status, talks.date) == ("CONSULT", "planned", "2021-05-24")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what stands on one's own ground has no other side; what a third one proposed is refused to him
        ("Benin's government reopened the Malanville bridge on Saturday.", [("RETREAT", "BEN-GOV", "")]),
        ("Panama halted the deportation of Cubans.", [("RETREAT", "PAN", "CUB-CVL")]),
        # a past tense does not go with the gerund before it
        (
            "Chad accused Niger of sheltering gunmen and recalled its ambassador.",
            [("ACCUSE", "TCD", "NER"), ("SANCTION", "TCD", "NER")],
        ),
    ],
)
def test_whose_ground_and_whose_deed(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


def test_a_truce_that_somebody_proposed_is_refused_to_him() -> None:
    told = done("The March Front rejected a ceasefire proposed by Angola.")
    assert ("REJECT", "NAMED:March Front", "AGO") in told


def test_what_is_struck_in_a_country_is_of_that_country() -> None:
    assert done("Rebel drones hit an oil depot in Russia's Pskov region.") == [
        ("ASSAULT", "NAMED:rebel drones", "NAMED:oil depot RUS")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # fire that nobody is said to have opened
        ("Heavy firing resumed in Jolo on Sunday.", [("ASSAULT", "", "")]),
        ("Sniper fire was reported on Sunday beyond the canal.", [("ASSAULT", "", "")]),
        ("Skirmishes were reported on Sunday along the dyke.", [("ASSAULT", "", "")]),
        ("Grenades fell inside the customs yard on Sunday.", [("ASSAULT", "NAMED:grenades", "")]),
        ("A salvo was fired across the lagoon on Sunday.", [("ASSAULT", "", "")]),
        ("Fighting killed 70 people on Sunday.", [("ASSAULT", "", "NAMED:people")]),
        # with what they fight is nobody
        (
            "Chadian and Sudanese soldiers fought with rockets on Sunday.",
            [("ASSAULT", "TCD-MIL SDN-MIL", "TCD-MIL SDN-MIL")],
        ),
        ("Rockets from Chad struck a Sudanese village.", [("ASSAULT", "TCD", "SDN")]),
        ("The shooting of the film started on Friday.", []),
        ("Chad said no clashes were reported.", []),
    ],
)
def test_fire_across_a_border(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # courts and councils
        ("Gabon urged the World Court on Monday to order Togo to leave.", [("REQUEST", "GAB", "IGO-ICJ")]),
        ("Gabon turned to the World Court on Monday.", [("ACCUSE", "GAB", "")]),
        ("A Managua court sent a Colombian skipper to jail on Monday.", [("COERCE", "NIC-JUD", "COL")]),
        # who leaves a treaty or a body leaves no post
        ("Gabon quit the fisheries commission on Monday.", [("SANCTION", "GAB", "NAMED:fisheries commission")]),
        ("Gabon left the treaty on Monday.", [("SANCTION", "GAB", "")]),
        (
            "Gabon pulled out of the Wetlands Convention on Monday, as its president had promised before the election.",
            [("SANCTION", "GAB", "NAMED:Wetlands Convention")],
        ),
        ("The tribunal returned the case to the bench in Lagos on Monday.", []),
        # a gate that is unbolted is open
        ("The gates were unbolted on Monday.", [("RETREAT", "", "")]),
        ("The envoy called it a good day.", []),
    ],
)
def test_courts_treaties_and_gates(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya's president, Pedro Ruto, was in Mogadishu on May 2.", [("CONSULT", "KEN-GOV", "SOM")]),
        ("Kenyan soldiers were in Mogadishu on May 2.", []),
        (
            "Gabon fought Togo in May. The Security Council urged Gabon and Togo to honour the truce.",
            [("ASSAULT", "GAB", "TGO"), ("REQUEST", "IGO-UNO", "GAB TGO")],
        ),
        (
            "Gabon fought Togo in May. The Security Council urged Gabon and Togo to show restraint.",
            [("ASSAULT", "GAB", "TGO")],
        ),
    ],
)
def test_visits_and_appeals_to_both(text: str, told: list[tuple[str, str, str]]) -> None:
    assert sorted(done(text)) == sorted(told)


def test_what_is_done_anew_is_of_its_own_day() -> None:
    (fire,) = events("Chadian and Sudanese gunners swapped shells for a third day on Tuesday.")
    assert fire.date == "2021-05-18"


def test_a_sentence_about_a_day_sets_it() -> None:
    told = events("Gunfire was heard on Tuesday. Sunday had been quieter. Mortar duels went on for two hours.")
    assert [e.date for e in told] == ["2021-05-18", "2021-05-16"]


def test_who_writes_to_ask_asks_that_day() -> None:
    told = events("Juba wrote to the African Union on Tuesday to ask for observers.")
    asked = next(e for e in told if e.type == "REQUEST")
    assert (asked.status, asked.date, [r.id for r in asked.recipients]) == ("happened", "2021-05-18", ["IGO-AU"])
