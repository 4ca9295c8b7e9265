"""Several unions and one employer, as a subject declares them: who acts where the page calls them by other words."""

import pytest
from tests.extract.asked import annotated, ids

from standoff.engine import annotate_all
from standoff.model import PageInput, Party, Subject

pytestmark = pytest.mark.model

GUILD, FITTERS, NORLINK = "NAMED:SG", "NAMED:FU", "NAMED:Norlink"
SUBJECT = Subject(
    name="Norlink ferries",
    parties=(
        Party(id=GUILD, name="Seafarers' Guild of Norland", aliases=("SG", "deckhands"), sector="LAB"),
        Party(id=FITTERS, name="Fitters' Union", aliases=("fitters",), sector="LAB"),
        Party(id=NORLINK, name="Norlink", aliases=("the ferry company",), sector="BUS"),
        Party(id="DNK", name="Danish government", aliases=("the ministry",)),
    ),
)
LEAD = "The ferries have been at odds over rosters.\n\n"


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Type, actors and recipients of the events of a page of 17 May 2018, a Thursday."""
    found = annotated(LEAD + text, "2018-05-17", subject=SUBJECT).events
    return [(e.type, ids(e.actors), ids(e.recipients)) for e in found]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The Fitters' Union and the ferry company's association came to terms on Friday.",
            ("AGREE", [FITTERS, NORLINK], [FITTERS, NORLINK]),
        ),
        (
            "Deckhands and the ferry company reached a deal on Friday, ending a row that had slowed trade with Asia.",
            ("AGREE", [GUILD, NORLINK], [GUILD, NORLINK]),
        ),
        ("Both unions struck on Monday.", ("PROTEST", [GUILD, FITTERS], [NORLINK])),
        ("Members of the two unions voted down the offer on Sunday.", ("REJECT", [GUILD, FITTERS], [NORLINK])),
        ("Norlink locked out both unions on Tuesday.", ("SANCTION", [NORLINK], [GUILD, FITTERS])),
        ("The fitters' union called off its strike on Sunday.", ("RETREAT", [FITTERS], [NORLINK])),
        ("The Seafarers' Guild struck on Monday.", ("PROTEST", [GUILD], [NORLINK])),
        ("Norlink said talks with the fitters' union were suspended.", ("SANCTION", [NORLINK], [FITTERS])),
        ("Fitters are out. The strike ends on Friday.", ("RETREAT", [FITTERS], [NORLINK])),
        ("The Fitters' Union wants a pause. Talks resumed on Monday.", ("CONSULT", [FITTERS, NORLINK], [FITTERS, NORLINK])),
    ],
)  # fmt: skip
def test_who_acts_on_a_page_with_several_unions(text: str, act: tuple[str, list[str], list[str]]) -> None:
    assert act in told(text)


def test_a_government_beside_union_and_employer_is_no_side() -> None:
    text = "The ministry wants an end. The ministry wrote to Norlink. The ministry asked the fitters to wait. The two sides met on Monday."
    (met,) = [act for act in told(text) if act[0] == "CONSULT"]
    assert set(met[1]) == {FITTERS, NORLINK}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norlink made its counterproposal on shifts public.", ("REQUEST", [NORLINK])),
        ("In April Norlink made its offer public.", ("REQUEST", [NORLINK])),
    ],
)
def test_what_is_made_public_is_offered(text: str, act: tuple[str, list[str]]) -> None:
    assert act in [(type_, actors) for type_, actors, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Deckhands struck on Monday. The fitters joined on Wednesday.", ("PROTEST", [FITTERS])),
        ("Deckhands have been out since May 2. The fitters joined them a week later.", ("PROTEST", [FITTERS])),
        ("The Seafarers' Guild pulled two days of action on Monday.", ("RETREAT", [GUILD])),
        ("A mediator was appointed on Monday, the Fitters' Union said.", ("CONSULT", [FITTERS, NORLINK])),
        ("Deckhands have been working to rule since Monday.", ("PROTEST", [GUILD])),
        ("Deckhands struck on Monday. Some 900 fitters are out today.", ("PROTEST", [FITTERS])),
        ("The fitters gave their union leave to call strikes.", ("THREATEN", [FITTERS])),
        ("The Fitters' Union met Norlink.\n\n2 May: the stoppages start\n", ("PROTEST", [FITTERS])),
        ("The talks ended without a result.", ("CONSULT", [])),
        ("The 400 across the region who stopped work on Monday went home.", ("PROTEST", [])),
    ],
)
def test_what_a_dispute_goes_on_with(text: str, act: tuple[str, list[str]]) -> None:
    found = [(type_, actors) for type_, actors, _ in told(text)]
    assert act in found if act[1] else act[0] in [type_ for type_, _ in found]


def test_who_joins_what_is_no_strike_tells_none() -> None:
    assert not [act for act in told("The fitters joined on Wednesday.") if act[0] == "PROTEST"]


ONE_UNION = Subject(
    name="Tarkwa mines",
    parties=(
        Party(id="NAMED:UMF", name="United Mineworkers' Federation", aliases=("UMF",), sector="LAB"),
        Party(id="NAMED:Tarkwa", name="Tarkwa Gold", sector="BUS"),
        Party(id="NAMED:Obuasi", name="Obuasi Gold", sector="BUS"),
        Party(id="GHA", name="Ghana"),
    ),
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Miners in a stadium approved the final version on Monday.", ("AGREE", ["NAMED:UMF"])),
        ("Ghana's longest mining strike is over.", ("RETREAT", ["NAMED:UMF"])),
        ("The UMF gave the two firms 48 hours' notice that its members would down tools.", ("THREATEN", ["NAMED:UMF"])),
    ],
)
def test_those_of_the_trade_are_the_one_union_and_no_country_strikes(text: str, act: tuple[str, list[str]]) -> None:
    page = PageInput(id="x", text="The UMF and Tarkwa Gold are at odds.\n\n" + text, plain=True, published="2018-05-17")
    ((_, found),) = annotate_all([page], workers=0, subject=ONE_UNION)
    assert act in [(e.type, [a.id for a in e.actors]) for e in found.events]


def test_a_declared_side_is_known_beside_the_two_that_act_most() -> None:
    text = (
        "The UMF struck at Tarkwa Gold in May. Tarkwa Gold wants peace. Obuasi Gold declared force majeure on Monday."
    )
    page = PageInput(id="x", text=text, plain=True, published="2018-05-17")
    ((_, found),) = annotate_all([page], workers=0, subject=ONE_UNION)
    (act,) = [e for e in found.events if e.type == "SANCTION"]
    assert [a.id for a in act.actors] == ["NAMED:Obuasi"]
    assert act.confidence > 0.5


@pytest.mark.parametrize("alias", ["fitters' strike", "the fitters’ strike"])
def test_who_strikes_is_told_by_a_name_of_the_strike_too(alias: str) -> None:
    subject = Subject(name="Norlink ferries", aliases=(alias,), parties=SUBJECT.parties)
    page = PageInput(id="x", text=f"{LEAD}The {alias.removeprefix('the ')} is in its third week.", plain=True)
    ((_, found),) = annotate_all([page], workers=0, subject=subject)
    assert [[a.id for a in event.actors] for event in found.events] == [[FITTERS]]


ONE = Subject(
    name="Norlink ferries",
    parties=(
        Party(id=GUILD, name="Seafarers' Guild", aliases=("SG",), sector="LAB"),
        Party(id=NORLINK, name="Norlink", sector="BUS"),
    ),
)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A two-day strike by Norlink staff has begun.", ("PROTEST", GUILD)),
        ("Norlink staff walked out on Monday.", ("PROTEST", GUILD)),
        ("Norlink staff called off their strike on Monday.", ("RETREAT", GUILD)),
        ("Norlink lifted its lockout on Monday.", ("RETREAT", NORLINK)),
        ("Norlink rejected the pay demand on Monday.", ("REJECT", NORLINK)),
    ],
)
def test_the_staff_of_the_employer_are_the_declared_union_beside_others(text: str, act: tuple[str, str]) -> None:
    lead = "The Seafarers' Guild wants a rise. The Teachers Union of Oslo is out too.\n\n"
    found = annotated(lead + text, "2018-05-17", subject=ONE).events
    assert act in [(e.type, *ids(e.actors)) for e in found]
