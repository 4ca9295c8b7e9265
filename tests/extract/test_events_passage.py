"""Acts on borders, goods, flows and people held, told by nouns, passives and gerunds as well as by verbs."""

import pytest
from tests.extract.asked import drafts, words

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The closure of the Volta bridge by Togo stranded 300 drivers.", "COERCE", ["Togo"], []),
        ("Zambia's ban on Malawian lorries angered hauliers.", "COERCE", ["Zambia"], ["Malawian"]),
        ("Ferries stayed in port after the seizure of two Danish boats by Iceland.", "COERCE", ["Iceland"], ["Danish"]),
        ("President Ruto spoke in Lomé after a meeting with President Museveni.", "CONSULT", ["President Ruto"], None),
        ("The trawlers sailed in defiance of the Icelandic ban.", "REJECT", ["trawlers"], ["Icelandic"]),
        ("Ghana sent 40 families back to Togo on Monday.", "COERCE", ["Ghana"], ["families"]),
        ("Ghana's ambassador to Togo returned to her post on Monday.", "RETREAT", ["Ghana's ambassador"], ["Togo"]),
        ("Ghana had called its envoy home for consultations on Monday.", "SANCTION", ["Ghana"], None),
        ("On Monday the Ghanaian guards let everyone by.", "RETREAT", ["Ghanaian guards"], None),
        ("Ghana stopped sending aid to Togo.", "SANCTION", ["Ghana"], ["Togo"]),
        ("Ghana stopped shelling the port.", "RETREAT", ["Ghana"], None),
        ("Brazil banned Argentine garlic.", "COERCE", ["Brazil"], ["Argentine"]),
        ("Guatemala took two Belizean soldiers captive.", "COERCE", ["Guatemala"], ["two Belizean soldiers"]),
        ("Peru and the bloc, which has threatened sanctions, met on Monday.", "THREATEN", ["bloc"], None),
        ("Qatari planes were banned from Saudi airspace on Monday.", "COERCE", ["Saudi"], ["Qatari"]),
        ("Nigerian lorries were stopped at the Chadian crossing on Monday.", "COERCE", ["Chadian"], ["Nigerian"]),
        ("Goods were turned away at Togo's northern border on Monday.", "COERCE", ["Togo"], []),
        ("Kenya has widened its restrictions on imports of Ugandan milk.", "COERCE", ["Kenya"], ["Ugandan"]),
        ("The 29 sailors held by Eritrea were freed on Monday.", "RETREAT", ["Eritrea"], None),
        ("Iraq's minister was in Ankara on Monday for talks with Iran.", "CONSULT", ["Iraq's minister"], ["Iran"]),
        ("Togo's decision, announced on Monday, to shut the Volta bridge stunned traders.", "COERCE", ["Togo"], []),
        ("The shutting of the Aflao crossing by Ghana on Monday stranded drivers.", "COERCE", ["Ghana"], []),
        (
            "Togolese lorries found themselves turned away by Ghanaian guards on Monday.",
            "COERCE",
            ["Ghanaian guards"],
            ["Togolese"],
        ),
        ("The lorries were at last let through on Monday by Ghana.", "RETREAT", ["Ghana"], None),
        ("Power supplies from Ghana to Togo were cut off on Monday.", "SANCTION", ["Ghana"], None),
        ("Ghanaian soldiers were sent to the border on Monday.", "MOBILIZE", ["Ghanaian soldiers"], None),
        ("Ghana said on Monday that the border would reopen on Friday.", "RETREAT", ["Ghana"], None),
        ("A deal was struck on Monday between Kenya and Somalia.", "AGREE", ["Kenya", "Somalia"], ["Kenya", "Somalia"]),
        ("Uganda threatened to cut the power if Kenya does not pay.", "THREATEN", ["Uganda"], ["Kenya"]),
    ],
)
def test_act_is_found(text: str, type_: str, actors: list[str], recipients: list[str] | None) -> None:
    found = [d for d in drafts(text) if d.type == type_ and words(text, d.actors) == actors]
    assert found, [(d.type, words(text, d.actors)) for d in drafts(text)]
    if recipients is not None:
        assert any(all(any(r in w for w in words(text, d.recipients)) for r in recipients) for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of lorries failed to reach the port.",
        "The governor refused to talk to reporters.",
        "Ghana stopped talks between pupils.",
    ],
)
def test_what_is_no_refusal(text: str) -> None:
    assert not [d for d in drafts(text) if d.type == "REJECT"]


def test_deed_that_is_condemned_is_spoken_of() -> None:
    found = drafts("Norway condemned the Icelandic seizure of two trawlers.")
    blame = next(d for d in found if d.type == "ACCUSE")
    seizure = next(d for d in found if d.type == "COERCE")
    assert seizure.content_of is blame


def test_each_accusation_is_spoken_of() -> None:
    found = drafts("Chad accused Niger of blocking lorries and of beating drivers.")
    assert [d.type for d in found if d.content_of is not None] == ["COERCE", "ASSAULT"]


def test_passive_on_the_disputed_thing_is_surer() -> None:
    (shut,) = drafts("The crossing was closed on Friday.")
    assert shut.confidence > 0.45


@pytest.mark.parametrize(
    ("text", "type_", "told_to"),
    [
        ("Peru was ordered to pay two million dollars.", "REQUEST", "Peru"),
        ("The Danish lorries were let in by way of the ford.", "RETREAT", "Danish"),
        ("The truce has been extended by two months.", "AGREE", ""),
        ("The checkpoint was established in April.", "COERCE", ""),
    ],
)
def test_passive_without_actor(text: str, type_: str, told_to: str) -> None:
    (found,) = (d for d in drafts(text) if d.content_of is None)
    assert (found.type, found.actors) == (type_, ())
    assert found.confidence < 0.7
    assert not told_to or any(told_to in w for w in words(text, found.recipients))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Baku dismissed the charge as groundless.", "CONCEDE"),
        ("Kyiv called Saturday's strike a spit in the face of the bishop.", "PROTEST"),
        ("Chile let it be known that the ministry was ready.", "RETREAT"),
        ("Ghana closed the valve, and supplies dried up.", "RETREAT"),
        ("Twelve ships sailed with 40,000 tonnes of maize.", "MOBILIZE"),
    ],
)
def test_what_only_looks_like_an_act(text: str, type_: str) -> None:
    assert not [d for d in drafts(text) if d.type == type_]


def test_falling_supplies_are_no_act_beside_their_cause() -> None:
    found = [d.rule for d in drafts("Ghana closed the valve, and supplies dried up.")]
    assert not any(rule.startswith("sanction.flow_falls") for rule in found)


@pytest.mark.parametrize("text", ["The union said Corda was to blame.", "Peru's ban has hit traders."])
def test_what_is_no_act(text: str) -> None:
    assert not drafts(text)


def test_what_is_opened_again_is_no_state() -> None:
    found = drafts("Mali closed the border with Guinea in March. Bamako reopened it in May.")
    assert [d.type for d in found] == ["COERCE", "RETREAT"]


def test_one_s_own_side_of_a_bridge_is_shut() -> None:
    found = drafts("Jordan closed its side, known as Jaber, in April.")
    assert [(d.type, d.mode) for d in found] == [("COERCE", "restrict")]


def test_a_crowd_on_one_side_of_a_bridge_protests() -> None:
    found = drafts("Farmers angry about grain imports blocked the Slovak side of the crossing on Monday.")
    assert [(d.type, d.mode) for d in found] == [("PROTEST", "obstruct")]


def test_it_reopened() -> None:
    found = drafts("Chad closed the crossing on Sunday. It reopened on Monday.")
    assert [d.type for d in found] == ["COERCE", "RETREAT"]


def test_what_is_to_be_lifted_is_the_measure_told_of() -> None:
    found = drafts("Uganda raised the fee on Sunday. Kenya's minister said it was wrong and urged Uganda to scrap it.")
    assert [(d.type, d.mode) for d in found if d.content_of is not None] == [("RETREAT", "access")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ghana shut its crossings to Togo. It had closed Aflao and Kpoglo on Sunday.", ["COERCE", "COERCE"]),
        ("Lorries wait at the border. Chaman was closed by Pakistan on Sunday.", ["COERCE"]),
        ("Lorries wait at the border. Pakistan shut Chaman in a huff about visas.", ["COERCE"]),
        ("The border is quiet. Fighting broke out in Chaman on Sunday.", ["ASSAULT"]),
        ("Lorries wait at the border. Chad reopened Koutere on Sunday.", ["RETREAT"]),
        ("Lorries wait at the border. Israel shut Gaza on Monday.", []),
        ("Readers wait at the library. Chad reopened Koutere on Sunday.", []),
    ],
)
def test_names_of_posts_on_a_page_of_a_border(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text)] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Togo reopened its main crossing, Aflao, which it had shut on Sunday.", ["RETREAT", "COERCE"]),
        ("Togo reopened the crossing of Aflao, which it had shut on Sunday.", ["RETREAT", "COERCE"]),
    ],
)
def test_the_name_of_a_place_to_pass_before_what_was_done_to_it(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text)] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Chad's border guards put into operation a checkpoint by the bridge.", ["COERCE"]),
        ("Chad's border guards put a new checkpoint into operation on the road.", ["COERCE"]),
        ("Chad put the new power plant into operation.", []),
        ("Chad's premier inaugurated a post office on the road to Faya.", []),
    ],
)
def test_posts_put_into_operation(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text)] == types
