"""Flows that fall, stop and run again as acts; accords that settle a dispute; whom an order to shut is against."""

import pytest
from tests.extract.asked import drafts, ids

pytestmark = pytest.mark.model


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [(d.type, ids(d.actors), ids(d.recipients)) for d in drafts(text)]


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Water in the canal fell from 300 cubic metres a second on Monday to 90 on Tuesday.", "SANCTION", []),
        ("Zambia resumed pumping on Thursday.", "RETREAT", ["ZMB"]),
        ("Iran began pumping gas to Armenia again on Friday.", "RETREAT", ["IRN"]),
        ("Oil began to flow to Mombasa on Saturday.", "RETREAT", []),
        ("The first Sudanese oil in two years reached the port on Wednesday.", "RETREAT", []),
        ("Togo sent a third less gas to Ghana on Friday.", "SANCTION", ["TGO"]),
        ("The oil sent down the line was cut by a third on Monday.", "SANCTION", []),
        ("Nickel has not been smelted at Moa since May 3.", "SANCTION", []),
        ("Zambia has produced no copper since Monday.", "SANCTION", ["ZMB"]),
    ],
)
def test_what_a_flow_does_is_an_act(text: str, type_: str, actors: list[str]) -> None:
    assert [(t, a) for t, a, _ in told(text)] == [(type_, actors)]


@pytest.mark.parametrize(
    "text",
    [
        "Output fell by 5 percent last year.",
        "Exports rose by a tenth.",
        "The smelter has produced nothing worth selling.",
        "No tin has ever been mined here.",
        "The cargo reached Hamburg in March.",
        "Deliveries were still limited on Sunday, at half of the volume.",
    ],
)
def test_what_a_flow_does_not_tell(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rwandan power imports fell by half on Monday after Uganda had cut the flow.", ["UGA"], ["RWA"]),
        ("Water in the canal sank by a third on Tuesday because Turkey had reduced the flow.", ["TUR"], []),
        ("Italian gas imports dropped by a third on Friday.", [], ["ITA"]),
    ],
)
def test_who_made_a_flow_fall(text: str, actors: list[str], recipients: list[str]) -> None:
    assert told(text) == [("SANCTION", actors, recipients)]


def test_the_day_of_a_fall_is_that_of_the_clause_above() -> None:
    found = drafts("Grain deliveries dropped to zero on Monday when Eritrea stopped loading.")
    assert [(d.anchor.text, d.actors[0].id) for d in found] == [("dropped", "ERI")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Uganda stopped oil to Rwanda in May. On Monday Uganda and Rwanda signed a contract.", ["SANCTION", "AGREE"]),
        ("Uganda accused Rwanda of theft. On Monday Rwanda signed the protocol.", ["ACCUSE", "AGREE"]),
        ("Uganda stopped oil to Rwanda in May. On Monday Uganda and Kenya signed a contract.", ["SANCTION", "SUPPORT"]),
        ("Uganda and Rwanda signed a treaty on Monday.", ["SUPPORT"]),
    ],
)
def test_who_is_at_odds_agrees_by_signing(text: str, types: list[str]) -> None:
    assert [d.type for d in drafts(text)] == types


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uganda signed for observers on Thursday.", [("AGREE", ["UGA"], [])]),
        ("Kenya and Ethiopia signed for ten years on Monday.", [("AGREE", ["KEN", "ETH"], ["KEN", "ETH"])]),
        ("Chad has agreed who is to inspect the stations.", [("AGREE", ["TCD"], [])]),
    ],
)
def test_what_is_agreed_without_a_name(text: str, found: list[tuple[str, list[str], list[str]]]) -> None:
    assert told(text) == found


def test_an_order_to_ones_own_company_is_against_whom_it_cuts_off() -> None:
    found = told("President Aliyev ordered the state oil company to halt all oil to Georgia on Wednesday.")
    assert found[0] == ("COERCE", ["AZE-GOV"], ["GEO"])


def test_only_people_are_taken_hostage() -> None:
    assert told("Sugar deliveries were taken hostage, the grocers said.") == []


def test_what_both_sides_say_is_the_claim_of_neither() -> None:
    joint = drafts("Kenya and Uganda say that Chad has closed the bridge.")
    one = drafts("Kenya says that Chad has closed the bridge.")
    assert [d.attributed_to for d in joint] == [None]
    assert [d.attributed_to.id for d in one if d.attributed_to] == ["KEN"]


def test_what_flows_since_a_day_of_the_week_began_then() -> None:
    (draft,) = drafts("Gas has been flowing to Uganda since Monday.")
    assert draft.type == "RETREAT"
    assert not drafts("Gas has been flowing to Uganda since 1998.")
