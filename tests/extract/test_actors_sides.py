"""Actors: both sides of a stand-off, joint bodies, names of organisations, who somebody is sent by."""

import pytest
from tests.extract.test_actors import ids, read

from standoff.extract.actors import find_actors
from standoff.parse import parse
from standoff.testing import story

pytestmark = pytest.mark.model

SIDES = [
    # those who act against each other, not the allies
    (
        "Kenya and Tanzania began a drill in May. Uganda shut the bridge to Kenya. Kenya barred Ugandan lorries. "
        "[The two countries] met on Sunday.",
        ["KEN UGA"],
    ),
    # who mediates is no side
    ("Kenya shut the bridge. Uganda protested. Congo brokered talks. [Both sides] came.", ["KEN UGA"]),
    # people of whom nothing is said meet: of both
    ("Kenya shut the bridge. Uganda sent an envoy to Kenya. [Officials] then met at the bridge.", ["KEN UGA"]),
    ("Kenya shut the bridge to Uganda. [Delegations] will meet on 3 May. [They] will talk.", ["KEN UGA", "KEN UGA"]),
    ("Kenya shut the bridge to Uganda. [Officials] met traders on Sunday.", ["NAMED:officials"]),
    ("Kenya shut the bridge to Uganda. [Rwandan officials] met on Sunday.", ["RWA-GOV"]),
    ("Kenya barred Ugandan lorries. [Ministers of the two countries] met.", ["KEN-GOV UGA-GOV"]),
    ("Kenya accused Uganda of theft. [The other side] was silent.", ["UGA"]),
    # joint bodies
    # who acts is before who tells of it at the end, but not where he goes on telling
    ("Kenya shut the bridge, Uganda's ministry said. [It] also expelled two envoys.", ["KEN"]),
    ("Kenya shut the bridge, Uganda's ministry said. [It] said lorries were stuck.", ["UGA-GOV"]),
    # who met stands in the paragraph before, too
    (
        "Kenya shut the bridge to Uganda.\n\nChad's envoy met Niger's minister.\n\n[They] agreed to talk.",
        ["TCD-GOV NER-GOV"],
    ),
    # joint bodies
    ("Kenya and Uganda set up [a joint committee] in May. [It] met in June.", ["KEN UGA", "KEN UGA"]),
    # nor is who the subject is said to be
    ("Kenya met Uganda. Chad's minister for Niger, Ali Ouma, accused [it] of theft.", ["NER"]),
    # a text that speaks is nobody
    ("The resolution tightened the sanctions on Uganda. [It] bans arms.", [""]),
    # adjectives that share a noun
    ("[Kyrgyz and Tajik guards] exchanged fire.", ["KGZ-MIL TJK-MIL"]),
    # a name after an office and the one beside it
    ("[Peru's envoy Ana Lopes] (L) and Chile's Juan Paz shook hands.", ["PER-GOV CHL"]),
    # whose delegation somebody leads
    ("[Ana Lopes] led the Peruvian delegation and [Juan Paz] the Chilean one.", ["PER-GOV", "CHL-GOV"]),
    ("Peru sent [Ana Paz] to the talks. [Paz] said little.", ["PER-GOV", "PER-GOV"]),
]

HEADS = (
    "Kenya shut the bridge to Uganda. [Juan Paz] and Ana Lopes, who led the delegations, signed a text.",
    ["KEN UGA"],
)

ORGANISATIONS = [
    ("The [Mineworkers' Federation] walked out.", ["NAMED:Mineworkers' Federation"]),
    ("Rebels of the [March 9 Movement] took the town.", ["NAMED:March 9 Movement"]),
    ("Bolivia's [confederation CONMI] called off the strike.", ["BOL-LAB"]),
    ("Peru ordered First Cobalt to leave. [The company] went to court.", ["NAMED:First Cobalt"]),
    ("Airbus cut output. [The planemaker] blamed its suppliers.", ["NAMED:Airbus"]),
    ("Airbus cut output. [The aircraft maker] blamed its suppliers.", ["NAMED:Airbus"]),
    ("Peru's president Luis Soto spoke. [The company] went to court.", ["NAMED:company"]),
    ("[Ghana's fishermen's council] met.", ["GHA-CVL"]),
    ("Chilean growers seized a lorry. [The growers] let it go.", ["CHL-BUS"]),
    ("Chilean growers and Peruvian growers met. [The growers] parted.", ["NAMED:growers"]),
    ("[French trawlers] blockaded the port.", ["FRA"]),
    ("[Flight KQ204] left Nairobi at noon.", [""]),
    ("[Governments in Asia] condemned the test in South Korea.", ["NAMED:governments"]),
]

ROWS = [
    # a country set off by commas in a row is no other name of the first
    ("[The Gambia, the Ivory Coast, Mali and Togo] withdrew their envoys.", ["GMB CIV MLI TGO"]),
    # several taken up by how many they are
    ("Ghana, Togo and Benin cut ties with Mali. [The three governments] gave it ten days.", ["GHA TGO BEN"]),
    ("Ghana, Togo and Benin cut ties with Mali. [The three] shut the border.", ["GHA TGO BEN"]),
    ("Ghana, Togo and Benin cut ties with Mali. [The boycotting states] shut the border.", ["GHA TGO BEN"]),
    ("Ghana, Togo and Benin cut ties with Mali. Mali accused [its neighbours] of theft.", ["GHA TGO BEN"]),
    ("Ghana, Togo and Benin cut ties with Mali. [The four states] met.", [""]),
    ("Ghana, Togo and Benin cut ties. Three soldiers came. [The three soldiers] fled.", ["NAMED:soldiers"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*SIDES, HEADS, *ORGANISATIONS, *ROWS])
def test_whom_a_phrase_stands_for(text: str, wanted: list[str]) -> None:
    _, actors, heads = read(text)
    assert [ids(actors, head) for head in heads] == wanted


def test_a_page_on_many_has_no_two_sides() -> None:
    told = "Peru won a prize. Chile sang. Mali danced. Togo sold a film. Laos wrote. Fiji read. Oman filmed Qatar. Malta met Cyprus."
    parsed = parse(story(told))
    assert find_actors(parsed).parties == ()
