"""Who shuts a road makes it a protest or a measure of state."""

import pytest
from tests.extract.asked import drafts

pytestmark = pytest.mark.model


def told(text: str) -> set[tuple[str, str | None]]:
    return {(d.type, d.mode) for d in drafts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Carriers began a blockade of the Luhamaa crossing on Monday.",
        "The hauliers' blockade, which began on 5 March, has left 2,000 lorries in line.",
        "Fishermen barred the road to the port on Monday.",
        "Growers locked the gates of the terminal on Monday.",
    ],
)
def test_people_without_office_protest(text: str) -> None:
    assert ("PROTEST", "obstruct") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara began a blockade of the enclave on Monday.",
        "Soldiers sealed the border on Monday.",
        "The four countries sealed the border on Monday.",
        "The owners locked the gates of the mill on Monday.",
    ],
)
def test_states_and_owners_restrict(text: str) -> None:
    assert ("COERCE", "restrict") in told(text)
    assert ("PROTEST", "obstruct") not in told(text)


def test_a_blockade_is_that_of_those_who_block_on_the_page() -> None:
    text = "Hauliers blocked the road to Narva on Monday.\n\nPrices have doubled since the blockade began on 5 March."
    assert told(text) == {("PROTEST", "obstruct")}


def test_where_a_state_shuts_too_it_is_left_open() -> None:
    text = "Hauliers blocked the road on Monday.\n\nEstonia closed the border.\n\nThe blockade began on 5 March."
    assert ("COERCE", "restrict") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers called on Tuesday for both sides to return to the table.",
        "The company made a new offer on Tuesday.",
        "The firm's offer of 9 per cent was tabled on Tuesday.",
    ],
)
def test_appeals_and_offers(text: str) -> None:
    assert any(type_ == "REQUEST" for type_, _ in told(text))


def test_protesters_who_are_arrested_made_the_blockade() -> None:
    text = "The blockade of the bridge began in May. Police arrested five protesters on Monday."
    assert ("PROTEST", "obstruct") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The police closed Lander to all traffic on Friday.", ("COERCE", "restrict")),
        ("The two posts reopened at nightfall on Monday.", ("RETREAT", "access")),
    ],
)
def test_what_traffic_passes_is_shut_and_opened(text: str, event: tuple[str, str]) -> None:
    assert event in told(text)


def test_what_a_state_opens_no_crowd_had_shut() -> None:
    text = "Guards killed nine activists on Monday. Egypt opened the Taba crossing on Tuesday, a gate that has been sealed since June."
    assert ("COERCE", "restrict") in told(text)
