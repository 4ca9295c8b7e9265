"""Sentences as wires write them: who acts on whom where the one acted on stands before, beside or far behind the verb."""

import pytest
from tests.extract.asked import annotated, told_of, words

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ordered out by the junta, the French ambassador flew home.", ("SANCTION", "junta", "French ambassador")),
        (
            "Asked to leave by the Chadian police, the Greek diplomats drove off.",
            ("SANCTION", "Chadian police", "Greek diplomats"),
        ),
        ("Portugal offered Mozambique 60 military trainers.", ("AID", "Portugal", "Mozambique")),
        ("Malawi gave Zambia a stern warning.", ("THREATEN", "Malawi", "Zambia")),
        ("Malawi accepted an invitation to confer with Zambian envoys.", ("AGREE", "Malawi", "Zambian envoys")),
        ("The port accepted the proposal submitted by Maersk.", ("AGREE", "port", "Maersk")),
        ("Malawi ended a ban on flights from and to Zambia.", ("RETREAT", "Malawi", "Zambia")),
        ("Chile set aside 40 tonnes of rice as aid to help Haiti feed its schools.", ("AID", "Chile", "Haiti")),
        ("Chile has sent six lorries to Haiti to help the country clear its roads.", ("AID", "Chile", "Haiti")),
        ("Malawi is sending a team to Lusaka to investigate the deaths.", ("ACCUSE", "Malawi", "Lusaka")),
        ("Zambian patrols forced a Malawian barge laden with maize to turn back.", ("COERCE", "Zambian", "Malawian")),
        ("The Zambian government, moreover, rejects a ruling by the court.", ("REJECT", "Zambian government", "court")),
        ("The Bush administration lifted sanctions on Malawi.", ("RETREAT", "Bush administration", "Malawi")),
        ("Artillery fire hit a school in Zambia.", ("ASSAULT", "", "Zambia")),
        ("Malawi is to receive 20 tractors from India.", ("AID", "India", "Malawi")),
        ("Moroccan agents handed Interpol the names of four suspects.", ("COOPERATE", "Moroccan agents", "Interpol")),
        (
            "Dockers downed tools to protest against the sacking of two foremen by a Danish firm.",
            ("PROTEST", "Dockers", "Danish firm"),
        ),
        ("Nurses marched to put pressure on the Peruvian government.", ("PROTEST", "Nurses", "Peruvian government")),
        ("Malawi received written assurances from India that the ferry would run.", ("AGREE", "India", "Malawi")),
        ("Chad complained that its herders had been shot by Niger.", ("ACCUSE", "Chad", "Niger")),
        ("The Chadian minister complained that Chad had been cheated.", ("ACCUSE", "Chadian minister", "")),
        ("Brazil praised Colombia's handling of the refugees.", ("SUPPORT", "Brazil", "Colombia")),
        ("Serbia does not recognise the ruling of the Swiss court.", ("REJECT", "Serbia", "Swiss court")),
        ("Army units drove the insurgents out of Palma.", ("ASSAULT", "Army units", "insurgents")),
        ("Pirates seized six Filipino sailors.", ("ASSAULT", "Pirates", "six Filipino sailors")),
        ("Ethiopia closed the bureau of a Dutch charity.", ("COERCE", "Ethiopia", "Dutch charity")),
        ("Armenia will not send a delegation to Minsk, Prime Minister Ter said.", ("REJECT", "Armenia", "Minsk")),
        ("Riot police broke up a rally by pensioners.", ("ASSAULT", "Riot police", "pensioners")),
        (
            "Tunisian judges went on strike for a week over the Libyan junta's dismissal of a dean.",
            ("PROTEST", "Tunisian judges", "Libyan junta"),
        ),
        (
            "The Danish premier signed, in the presence of the bishop, a treaty with Chad.",
            ("SUPPORT", "Danish premier", "Chad"),
        ),
        ("The rebels will kill the hostages unless Manila pays.", ("THREATEN", "rebels", "Manila")),
        ("Mali will leave the bloc unless Senegal pays its dues.", ("THREATEN", "Mali", "Senegal")),
        ("Before he recalled the envoy, the Danish king phoned Chad.", ("SANCTION", "Danish king", "")),
        ("Spain said it would not take part in the mission.", ("REJECT", "Spain", "")),
        ("Drivers called off a walkout to give the company time to reply.", ("RETREAT", "Drivers", "company")),
        (
            "A group of retired generals pleaded with India to stop trawlers.",
            ("REQUEST", "group of retired generals", "India"),
        ),
        ("The Greek judge ordered that the exiles be deported.", ("REQUEST", "Greek judge", "exiles")),
        ("Kenyan senators rebuked the mill for ignoring a summons.", ("REJECT", "mill", "summons")),
        (
            "The Danish fleet, which had been waiting for days, attacked the port at dawn.",
            ("ASSAULT", "Danish fleet", "port"),
        ),
        ("Canada listed the Terragram network as a terrorist group.", ("COERCE", "Canada", "Terragram network")),
        ("Spain will not leave the bloc unless Chad pays.", ("REJECT", "Spain", "Chad")),
        ("The Polish mayor was arrested and beaten by soldiers.", ("COERCE", "soldiers", "Polish mayor")),
        ("The opposition attacked the Danish minister over the budget.", ("ACCUSE", "opposition", "Danish minister")),
        ("Baltic foreign ministers assembled in Riga.", ("CONSULT", "Baltic foreign ministers", "")),
        ("The last French soldiers flew out of Niamey.", ("RETREAT", "last French soldiers", "Niamey")),
        ("An Emirati court handed life sentences to 43 dissidents.", ("COERCE", "Emirati court", "43 dissidents")),
        ("Cuba and Haiti recognised each other in May.", ("SUPPORT", "Cuba/Haiti", "Cuba/Haiti")),
        ("The refugees begged the villagers for food.", ("REQUEST", "refugees", "villagers")),
        (
            "Customs officials returned to work after the Greek premier agreed to talks.",
            ("RETREAT", "Customs officials", "Greek premier"),
        ),
        ("The Danish court ruled that Chad must pay for the damage.", ("REQUEST", "Danish court", "Chad")),
    ],
)
def test_who_acts_on_whom(text: str, told: tuple[str, str, str]) -> None:
    assert told in told_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mediators failed to persuade the company to lift the lockout.",
        "Tourists gathered in Lund to see the cathedral.",
        "Ten cyclists were hurt when a lorry overturned near Ghent.",
        "Oslo said it would not be surprised by the vote.",
        "The price will rise unless Chad grows more wheat.",
        '"Let us wait and see," the Kenyan minister told reporters.',
        "Expected to rain all week, the valley stayed dry.",
    ],
)
def test_nobody_acts(text: str) -> None:
    assert told_of(text) == []


def test_what_somebody_is_warned_to_do_is_for_him_to_do() -> None:
    told = annotated("Malawi gave Zambia a warning to withdraw its gunboats.")
    assert [(e.type, e.status, words(told.text, e.actors)) for e in told.events] == [
        ("THREATEN", "happened", ["Malawi"]),
        ("RETREAT", "demanded", ["Zambia"]),
    ]


@pytest.mark.parametrize("who", ["Union leaders", "Protest leaders", "Rebel leaders"])
def test_leaders_of_a_union_are_no_leaders_of_two_states(who: str) -> None:
    told = annotated(f"{who} have agreed to lift the blockade of Zambia, a Malawian mediator said.")
    assert [words(told.text, e.actors) for e in told.events if e.type == "AGREE"] == [[who]]
