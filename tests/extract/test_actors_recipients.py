"""Who acts on whom: recipients are people and bodies, never the thing, a place, a text or the actor's own people."""

import pytest
from tests.extract.test_actors import page_of

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.parse import parse

pytestmark = pytest.mark.model

CASES = [
    ("Bolivia's transport union blocked the road to Arica.", "BOL-LAB", ""),
    ("Tajikistan closed the Kulma crossing.", "TJK", ""),
    ("Bolivia agreed to step up its supply of power to Peru.", "BOL", "PER"),
    ("The miner agreed to pay Chile 40 million euros.", "NAMED:miner", "CHL"),
    ("Chile restored the Red Cross hotline on Friday.", "CHL", ""),
    ("The Bar League of Yoro filed a suit to block the toll.", "NAMED:Bar League of Yoro", ""),
    ("Ana Mott, director for East Asia at Rights Watch, blamed Chad.", "NAMED:Rights Watch", "TCD"),
    ("Ghana froze the account of a group it says raided Togo.", "GHA", "NAMED:group"),
    ("The United States condemned the blast.", "USA", "NAMED:blast"),
    ("Chile withdrew its workers from the mine.", "CHL", ""),
    ("Peru's envoy met his Chilean counterpart.", "PER-GOV", "CHL-GOV"),
    ("Chilean truckers walked out. The Chilean minister met their leaders.", "CHL-GOV", "CHL-LAB"),
    ("The company sacked its crews by letter.", "NAMED:company", "NAMED:company crews"),
    ("Gold sifters attacked 46 pickers on Sunday.", "NAMED:gold sifters", "NAMED:pickers"),
    ("Chilean glassblowers blocked the bridge.", "CHL-CVL", ""),
    ("Anglo Chilean Platinum shut its shafts.", "NAMED:Anglo Chilean Platinum", ""),
    ("The Bolivian Tin Corporation stopped supplies to Peru.", "NAMED:Bolivian Tin Corporation", "PER"),
    ("Chile Mobile cut its links with Peru.", "NAMED:Chile Mobile", "PER"),
    ("A group of miners blocked the road to the shaft.", "NAMED:miners", ""),
    ("Bolivia sent a convoy of soldiers to the border.", "BOL", ""),
    ("Police charged a throng of strikers.", "NAMED:police", "NAMED:strikers"),
    ("Peru held a crew of Chilean seamen.", "PER", "CHL-LAB"),
    ("Petrobras met Naftogaz chief Bohdan Lysenko.", "BRA-BUS", "UKR-BUS"),
    ("Police fired rubber bullets at a crowd of strikers.", "NAMED:police", "NAMED:strikers"),
    ("The raid was carried out by herders of Lowgate on Friday afternoon.", "NAMED:Lowgate herders", ""),
    ("Bolivian guards came under fire from Chilean smugglers near Arica.", "CHL-CRM", "BOL-MIL"),
    ("Bolivian guards came under Chilean fire.", "CHL", "BOL-MIL"),
    ("Two Bolivian guards were killed in an ambush by Chilean marines.", "CHL-MIL", "BOL-MIL"),
    ("Two Bolivian guards were wounded in a Chilean raid.", "CHL", "BOL-MIL"),
    ("Two Bolivian guards were killed in the country's worst attack since May.", "", "BOL-MIL"),
    ("Two Bolivian guards were killed in Friday's attack.", "", "BOL-MIL"),
    ("Bolivian guards were responsible for the killing of two Chilean herders.", "BOL-MIL", "CHL-CVL"),
    ("The Chilean agency is responsible for detaining stowaways.", "", "NAMED:stowaways"),
    ("Chile deployed 90 soldiers as peacekeepers in Haiti.", "CHL", "HTI"),
    ("Officials from Lima, La Paz and Brussels met the truckers.", "PER-GOV BOL-GOV IGO-EU", "NAMED:truckers"),
    ("A village that had cut off a key road for weeks met the firm.", "NAMED:village", ""),
    ("Bolivia closed the Tambo road.", "BOL", ""),
    ("The EU met. The trade commissioner, Ana Dahl, came. Later Dahl accused Peru of theft.", "IGO-EU", "PER"),
    ("The EU met. The police commissioner, Ana Dahl, accused Peru of theft.", "NAMED:Ana Dahl", "PER"),
    ("Presidents Ana Ruiz and Eva Paz met Peru's king.", "NAMED:Ana Ruiz NAMED:Eva Paz", "PER-GOV"),
    ("Peru and Chile agreed on $53 a barrel on Friday.", "PER CHL", "PER CHL"),
    ("Peru wants no observers from Chile.", "PER", "CHL"),
    ("Peru will not hear of a truce with Chile.", "PER", "CHL"),
    ("Bolivia stopped lorries at customs in support of the Uru.", "BOL", ""),
    ("Latvia turned back lorries loaded with what Chile lists.", "LVA", ""),
    ("The union refused terms.", "NAMED:union", ""),
    ("There were clashes between guards and dwellers of Tambo.", *["NAMED:Tambo guards NAMED:dwellers"] * 2),
    ("Peru threatened Chile with a fine for refusing to open the port.", "CHL", "PER"),
    ("Peru left the talks after a court in Lima ordered it to pay Chile, then closed the pass.", "PER", ""),
    ("The broker warned that ports could close soon, and met the dockers.", "NAMED:broker", "NAMED:dockers"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Vera Ruiz asked for international observers.",
        "Chile requested monitors for the bridge.",
        "The Weavers Guild wants its apprentices to have the right to leave.",
    ],
)
def test_people_who_are_asked_for_are_asked_nothing(text: str) -> None:
    parsed = parse(page_of(text))
    assert not [draft for draft in find_events(parsed, find_actors(parsed)) if draft.recipients]


@pytest.mark.parametrize(("text", "actors", "recipients"), CASES)
def test_who_acts_on_whom(text: str, actors: str, recipients: str) -> None:
    parsed = parse(page_of(text))
    draft = find_events(parsed, find_actors(parsed))[-1]
    assert (" ".join(a.id for a in draft.actors), " ".join(r.id for r in draft.recipients)) == (actors, recipients)


BELONGINGS = [
    ("Croatia barred all vehicles with Serbian plates.", "HRV", "SRB"),
    ("Finland turned away cars registered in Russia on Sunday.", "FIN", "RUS"),
    ("Lithuania stopped lorries carrying Belarusian timber.", "LTU", "BLR"),
    ("Malaysia turned back ships flying the Iranian flag.", "MYS", "IRN"),
    # controls at what both share are against the other side
    ("Relations between Kenya and Tanzania are strained. Tanzania tightened its border checks.", "TZA", "KEN"),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), BELONGINGS)
def test_vehicles_are_those_of_their_flag_papers_and_load(text: str, actors: str, recipients: str) -> None:
    parsed = parse(page_of(text))
    drafts = [d for d in find_events(parsed, find_actors(parsed)) if d.type == "COERCE"]
    assert [(" ".join(a.id for a in d.actors), " ".join(r.id for r in d.recipients)) for d in drafts] == [
        (actors, recipients)
    ]
