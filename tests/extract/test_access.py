"""Access by paper and by boat: who gets, is refused or loses a licence; crews that besiege a port; ships held and let go."""

import pytest
from tests.extract.asked import done

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oslo handed out 30 permits to Danish trawlers.", ("CONCEDE", "NOR", "DNK")),
        ("Iceland licensed 40 Faroese vessels on Monday.", ("CONCEDE", "ISL", "FRO")),
        ("On Monday 40 Danish boats got no licence from Norway.", ("REJECT", "NOR", "DNK")),
        ("Chile put off its new limits on Peruvian boats.", ("CONCEDE", "CHL", "PER")),
        ("Fiji gave Tongan boats until May before the rules apply to them.", ("CONCEDE", "FJI", "TON")),
        ("Oman prolonged the amnesty for Iranian dhows.", ("CONCEDE", "OMN", "IRN")),
        ("A court in Oslo cancelled the seizure of a Faroese trawler.", ("RETREAT", "NOR-JUD", "FRO")),
        ("Senegal holds a Spanish trawler in a quarrel over hake.", ("COERCE", "SEN", "ESP")),
        ("Lisbon announced reprisals against Rabat.", ("THREATEN", "PRT", "MAR")),
        # whose boats and lorries they are
        ("Irish boats came in May. Almost 70 boats besieged the harbour.", ("PROTEST", "IRL", "")),
        ("Polish hauliers are angry. Dozens of lorries blocked the road on Monday.", ("PROTEST", "POL", "")),
        ("Irish boats and Danish boats came. Almost 70 boats besieged the harbour.", ("PROTEST", "NAMED:boats", "")),
        # who a thing runs between
        ("Lorries rolled again between Kenya and Tanzania on Monday.", ("RETREAT", "KEN TZA", "")),
        ("HMS Alder was sent to the strait on Monday.", ("MOBILIZE", "GBR", "")),
        (
            "Spanish trawlers want hake. Six vessels from Vigo kept a ferry out of the harbour.",
            ("PROTEST", "ESP", "NAMED:ferry"),
        ),
        (
            "Norway waits. Norway is glad. The court of appeal in Brest freed the crew.",
            ("RETREAT", "NAMED:court", "NAMED:crew"),
        ),
        ("Ankara warned that the water of Syria could run short.", ("THREATEN", "TUR", "SYR")),
        ("Togo's minister handed the president of Benin a letter.", ("CONSULT", "TGO-GOV", "BEN-GOV")),
        ("The ban that Spain brought in last week hurts Moroccan boats.", ("COERCE", "ESP", "")),
        # whose ship it is by its name, what is no side, whose minister turns to the other state
        ("HMS Alder rammed a Danish trawler on Monday.", ("ASSAULT", "GBR-MIL", "DNK")),
        ("Oman withdrew its two boats from the Alder Bank on Monday.", ("RETREAT", "OMN", "")),
        (
            "Malawi shut the valve. Zambia is cold. Energy Minister Peter Olson accused Malawi of greed.",
            ("ACCUSE", "ZMB-GOV", "MWI"),
        ),
        ("The Omani envoy arrived in Nairobi on Monday.", ("CONSULT", "OMN-GOV", "KEN")),
        # what a noun takes up that was said or done before
        ("Zambia asked Malawi to open the gate. Malawi rejected that appeal.", ("REJECT", "MWI", "ZMB")),
        ("Chile pulled its boats out. Peru welcomed the withdrawal.", ("SUPPORT", "PER", "CHL")),
        ("Zambia asked Malawi to open the gate. Malawi refused.", ("REJECT", "MWI", "ZMB")),
        ("Zambia and Malawi fired at each other. Each side accused the other of it.", ("ACCUSE", "ZMB MWI", "ZMB MWI")),
        # what flows between two, and who pulls back from the other
        ("Malawi is dark. Zambia shut the valve on Monday.", ("SANCTION", "ZMB", "MWI")),
        ("A row divides Peru and Chile. Chile recalled its ships on Monday.", ("RETREAT", "CHL", "PER")),
        ("Guards of Chad tried to seize a boat of Niger on Monday.", ("COERCE", "TCD-MIL", "NER")),
        ("Chad promised Niger to open the gate.", ("AGREE", "TCD", "NER")),
        # whose king it is, and who lets through what is stopped
        ("Jordan shut the pass. King Abdullah received the Iraqi envoy.", ("CONSULT", "JOR-GOV", "IRQ-GOV")),
        (
            "Thailand barred Cambodian lorries. The king received the Cambodian envoy.",
            ("CONSULT", "THA-GOV", "KHM-GOV"),
        ),
        ("Jordan shut the gate to Iraq. The first lorries passed the post on Friday.", ("RETREAT", "JOR", "")),
    ],
)
def test_access_is_told(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in done(text)


def test_who_loses_access_loses_it_to_the_other_side() -> None:
    text = "Norway turned down a Danish request. Danish boats had fished there. On Friday Danish boats lost access to the fjord."
    assert ("COERCE", "NOR", "DNK") in done(text)


@pytest.mark.parametrize(
    "text",
    [
        "Yachts filled the harbour for the regatta.",
        "The town handed out building permits.",
        "The wreck lies under the pier.",
    ],
)
def test_no_access_is_told(text: str) -> None:
    assert done(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A clash on Sunday, in which two guards were wounded, ended the talks.",
        "Two days later came the clash at the dam, in which three Togolese soldiers were hurt.",
    ],
)
def test_who_is_hurt_in_a_clash(text: str) -> None:
    assert "ASSAULT" in [type_ for type_, *_ in done(text)]
