"""What an act is about that is done to nobody stands as whom it is done to."""

import pytest
from tests.extract.asked import drafts, ids

pytestmark = pytest.mark.model


def done_to(text: str) -> set[tuple[str, str]]:
    return {(d.type, " ".join(ids(d.recipients))) for d in drafts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quito has rejected the plebiscite.", ("REJECT", "NAMED:plebiscite")),
        ("The bishop condemned the beatings.", ("ACCUSE", "NAMED:beatings")),
        ("Malta voiced its support for the armistice on Monday.", ("SUPPORT", "NAMED:armistice")),
        ("Ferrymen marched through Corinto against the toll.", ("PROTEST", "NAMED:toll")),
        ("Minsk threatened to shell the lighthouse.", ("THREATEN", "NAMED:lighthouse")),
        ("Chile sent marines to the border region.", ("MOBILIZE", "NAMED:border region")),
    ],
)
def test_what_others_do_or_own_is_what_an_act_is_done_to(text: str, expected: tuple[str, str]) -> None:
    assert expected in done_to(text)


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("The bishop condemned the beatings.", {"beatings"}),
        ("Rebels attacked the convoy.", {None}),
        ("Chile sent marines to the border region.", {None}),
    ],
)
def test_what_is_only_spoken_of_is_the_object_and_what_is_struck_is_not(text: str, objects: set[str | None]) -> None:
    told = [d for d in drafts(text) if d.recipients]
    assert {text[d.object.start : d.object.end] if d.object else None for d in told} == objects


@pytest.mark.parametrize(
    "text",
    [
        "Quito has rejected Lima's plebiscite.",  # Lima's
        "The union rejected the offer.",  # somebody's who is not told
        "The court upheld its ruling on Monday.",  # its own
    ],
)
def test_what_is_somebodys_is_not(text: str) -> None:
    assert not any(recipient.removeprefix("NAMED:").islower() for _, recipient in done_to(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo's president arrested his interior minister.", "TGO-GOV"),
        ("The gunmen said they would release two porters held by them.", "NAMED:porters"),
        ("Peru gave medicine to the African Union mission in Haiti.", "IGO-AU HTI"),
        ("A Chadian strike on a Libyan bus killed nine nurses.", "LBY NAMED:nurses"),
        ("A Chadian strike on Libyan positions left three dead.", "LBY"),
    ],
)
def test_own_people_missions_and_targets(text: str, expected: str) -> None:
    assert expected in {recipients for _, recipients in done_to(text)}


def test_who_bombs_is_who_kills() -> None:
    told = [d for d in drafts("The bombing of the market by army jets killed 12 traders.") if d.type == "ASSAULT"]
    assert ids(told[0].actors) == ["NAMED:army jets"]


def test_what_is_done_in_protest_is_a_protest() -> None:
    told = done_to("Dutch growers emptied their churns on Monday in protest at the levy.")
    assert ("PROTEST", "NAMED:levy") in told
    assert not any(type_ == "PROTEST" for type_, _ in done_to("Turkey recalled its envoy in protest."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo condemned the sinking of a research boat by Minsk.", ("ACCUSE", "BLR")),
        ("Oman pledged $40 million to rebuild clinics in Malawi.", ("AGREE", "MWI")),
        ("The beating of two maids by Chadian guards sparked outrage.", ("ASSAULT", "NAMED:maids")),
    ],
)
def test_whose_deed_is_blamed_and_where_help_goes(text: str, expected: tuple[str, str]) -> None:
    assert expected in done_to(text)
