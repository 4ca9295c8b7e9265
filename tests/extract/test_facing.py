"""Against whom one of two states acts where the sentence does not say, and whose words or weapons they are."""

import pytest
from tests.extract.asked import done, drafts, ids

from standoff.model import Party, Subject

pytestmark = pytest.mark.model

_PAGE = "Oman and Yemen differ over a strait. Oman closed it to Yemeni boats on Monday. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sanaa recalled its ambassador on Friday.", ("SANCTION", "YEM", "OMN")),
        ("Sanaa called it piracy.", ("ACCUSE", "YEM", "OMN")),
        ("Sanaa filed a complaint with the Security Council.", ("ACCUSE", "YEM", "OMN")),
        ("Omani guards seized two boats on Friday.", ("COERCE", "OMN-MIL", "YEM")),
        ("Sanaa withdrew its frigates on Friday.", ("RETREAT", "YEM", "OMN")),
        ("Three gunboats fired at a Yemeni trawler on Friday.", ("ASSAULT", "OMN-MIL", "YEM")),
        ("Omani police arrested three strikers on Friday.", ("COERCE", "OMN-COP", "NAMED:strikers")),
        ("Sanaa deployed troops on Friday as protesters blocked roads.", ("MOBILIZE", "YEM", "")),
        ("Sanaa deployed troops on Friday.", ("MOBILIZE", "YEM", "OMN")),
        (
            "Security forces fired tear gas at a crowd in Muscat.",
            ("ASSAULT", "NAMED:security forces", "NAMED:crowd OMN"),
        ),
    ],
)
def test_the_other_state_is_meant(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(_PAGE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Oman closed a strait to Yemeni boats. Sanaa recalled its ambassador on Friday.",  # hardly a story
        f"{_PAGE}Iran is near. Iran has ports. Iran watches. Iran waits. Iran is calm. Sanaa recalled its ambassador.",
    ],
)
def test_nobody_is_meant_where_the_page_leaves_it_open(text: str) -> None:
    assert ("SANCTION", "YEM", "") in done(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rockets fired from Chad hit a town on Monday.", ("ASSAULT", "TCD", "NAMED:town")),
        ("Mali shut the road after shells fired from Chad hit a town on Monday.", ("ASSAULT", "TCD", "NAMED:town")),
        ("Mali was threatened with sanctions by Chad on Monday.", ("THREATEN", "TCD", "MLI")),
        ("Oman asked Jordan for the list. It accused the kingdom of greed.", ("ACCUSE", "OMN", "JOR")),
        ("Kenya put off a visit by its president to Oman.", ("REJECT", "KEN", "OMN")),
        ("The Kenyan envoy denounced the raid in Nairobi as piracy.", ("ACCUSE", "KEN-GOV", "NAMED:raid")),
        ("At Oman's request Yemen withdrew its boats on Monday.", ("REQUEST", "OMN", "YEM")),
        ("Oman shut two gates. Yemen shut three posts at its request.", ("REQUEST", "OMN", "YEM")),
        ("Chad asked Niger to open the gate, but Niamey refused.", ("REJECT", "NER", "TCD")),
        ("Chad had asked Niger for more boats; the Nigerien side declined.", ("REJECT", "NER", "TCD")),
        ("Chad and Niger fought. Each accused the other of it.", ("ACCUSE", "TCD NER", "TCD NER")),
        ("Chad fought Niger. Mali urged both to stop the raids.", ("REQUEST", "MLI", "TCD NER")),
        ("The African Union called the occupation of the post by Chad illegal.", ("ACCUSE", "IGO-AU", "TCD")),
        ("Oman handed over three Yemeni fishermen on Monday.", ("RETREAT", "OMN", "YEM-CVL")),
        ("Two explosions cut the gas main to Oman on Monday.", ("ASSAULT", "", "")),
        ("Talks failed on Monday when Oman and Yemen refused to sign.", ("CONSULT", "OMN YEM", "OMN YEM")),
        ("Kenya asked Oman to move the line. Omani officials refused at a meeting.", ("REJECT", "OMN-GOV", "KEN")),
    ],
)
def test_who_acts_on_whom(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)


def test_a_dateline_is_no_side() -> None:
    assert ("CONSULT", "EGY-MIL", "SDN") in done("KHARTOUM - Egyptian paratroopers arrived in Sudan on Wednesday.")


def test_who_answers_is_who_was_asked() -> None:
    found = done("The Kenyan president asked the Omani minister to open the gate. He refused.")
    assert ("REJECT", "OMN-GOV", "KEN-GOV") in found


def test_two_states_go_before_a_body_that_one_turns_to() -> None:
    text = (
        "Malian troops took a post on Monday. Chad wrote to the Security Council. "
        "Mali burned two boats. Chad was dark. Chad recalled its ambassador."
    )
    assert ("SANCTION", "TCD", "MLI") in done(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oman cut the flow. Its water minister Ana Ruiz accused Yemen of theft.", ("ACCUSE", "OMN-GOV", "YEM")),
        ("Turkish F-16 fighters shot at a Greek boat on Monday.", ("ASSAULT", "TUR-MIL", "GRC")),
        ("MOSCOW, May 3 /TASS/. The defence ministry broke off contacts with Oman.", ("SANCTION", "RUS-GOV", "OMN")),
    ],
)
def test_whose_ministers_and_fighters_they_are(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)


def test_the_weather_is_blamed_of_nothing() -> None:
    assert done("Oman blamed a drought.") == []


def test_between_declared_parties_soldiers_are_the_other_state_s() -> None:
    told = f"{_PAGE}Soldiers shelled the Yemeni village of Haswain on Friday."
    declared = Subject(name="strait", parties=(Party(id="OMN", name="Oman"), Party(id="YEM", name="Yemen")))
    for subject, actor in ((None, "NAMED:soldiers"), (declared, "OMN-MIL")):
        shelled = [d for d in drafts(told, subject=subject) if d.type == "ASSAULT"]
        assert [ids(d.actors) for d in shelled] == [[actor]]
