"""Whom a side of a two-sided page acts on, and who acts, where the sentence leaves it to the page."""

import pytest
from tests.extract.asked import drafts, ids

from standoff.model import Party, Subject

pytestmark = pytest.mark.model

QUARRY = Subject(
    name="quarry strike",
    parties=(
        Party(id="NAMED:Stonecutters Union", name="Stonecutters Union", sector="LAB"),
        Party(id="NAMED:Granit", name="Granit", sector="BUS"),
    ),
)
TWO_UNIONS = Subject(
    name="hospital strike",
    parties=(
        Party(id="NAMED:Nurses Union", name="Nurses Union", sector="LAB"),
        Party(id="NAMED:Porters Union", name="Porters Union", sector="LAB"),
        Party(id="NAMED:Hill Hospital", name="Hill Hospital", sector="GOV"),
    ),
)
PASS = Subject(
    name="Sarn pass",
    parties=(Party(id="TJK", name="Tajikistan"), Party(id="KGZ", name="Kyrgyzstan")),
    aliases=("pass",),
)


def acts(text: str, subject: Subject | None = None) -> list[tuple[str, set[str], set[str]]]:
    """Types with the ids of both sides, of what a page tells as done."""
    found = drafts(text, subject=subject)
    return [(d.type, set(ids(d.actors)), set(ids(d.recipients))) for d in found if d.content_of is None]


UNION, FIRM = {"NAMED:Stonecutters Union"}, {"NAMED:Granit"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Granit cut bonuses. The Stonecutters Union walked out on Monday.", ("PROTEST", UNION, FIRM)),
        ("Granit cut bonuses. The Stonecutters Union walked out. On Friday members turned the offer down.", ("REJECT", UNION, FIRM)),
        ("Granit met the Stonecutters Union. On Monday stonecutters walked out.", ("PROTEST", UNION, FIRM)),
        ("Granit met the Stonecutters Union. Nine out of ten members rejected the offer.", ("REJECT", UNION, FIRM)),
    ],
)  # fmt: skip
def test_the_union_acts_against_the_employer(text: str, wanted: tuple[str, set[str], set[str]]) -> None:
    assert wanted in acts(text, QUARRY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Stonecutters Union met Granit. An offer put to the Stonecutters Union on Tuesday adds a day.", ("REQUEST", FIRM, UNION)),
        ("The Stonecutters Union met Granit. The plug was pulled on talks with the Stonecutters Union.", ("SANCTION", FIRM, UNION)),
    ],
)  # fmt: skip
def test_what_is_done_to_the_union_by_nobody_is_its_employer_s(
    text: str, wanted: tuple[str, set[str], set[str]]
) -> None:
    assert wanted in acts(text, QUARRY)


def test_the_union_of_those_who_stand_for_it_is_itself() -> None:
    cutters = Party(id="NAMED:Stonecutters Union", name="Stonecutters Union", aliases=("the cutters",), sector="LAB")
    text = "Granit met nobody. The cutters' union rejected the offer on Monday."
    quarry = Subject(name="quarry strike", parties=(cutters, QUARRY.parties[1]))
    assert ("REJECT", UNION, FIRM) in acts(text, quarry)


def test_two_forces_are_of_both_states() -> None:
    text = "Tajikistan and Kyrgyzstan quarrelled for a week. The two forces exchanged shots on Monday."
    assert ("ASSAULT", {"TJK", "KGZ"}, {"TJK", "KGZ"}) in acts(text, PASS)


def test_a_single_sentence_implies_nobody() -> None:
    assert acts("The Stonecutters Union walked out on Monday.", QUARRY) == [("PROTEST", UNION, set())]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Porters Union met Hill Hospital, the Nurses Union said. Porters walked out on Monday.", "Porters"),
        ("The Porters Union met Hill Hospital. The Nurses Union met nobody. Its members walked out.", "Nurses"),
    ],
)
def test_of_two_unions_the_one_of_that_trade_or_named_last(text: str, who: str) -> None:
    assert ("PROTEST", {f"NAMED:{who} Union"}, {"NAMED:Hill Hospital"}) in acts(text, TWO_UNIONS)


@pytest.mark.parametrize(
    "text",
    [
        "Tajikistan and Kyrgyzstan quarrelled for a week. On Friday ministers agreed on a timetable.",
        "Tajikistan and Kyrgyzstan quarrelled for a week. Negotiators agreed on a timetable last week.",
    ],
)
def test_ministers_of_whom_no_more_is_said_are_of_both_states(text: str) -> None:
    assert ("AGREE", {"TJK", "KGZ"}, {"TJK", "KGZ"}) in acts(text, PASS)


def test_who_shut_a_pass_opens_it_again() -> None:
    text = "Kyrgyzstan shut the pass in May, and Tajikistan protested. On Friday the pass was reopened."
    assert ("RETREAT", {"KGZ"}, set()) in acts(text, PASS)


def test_a_pass_that_nobody_is_said_to_have_shut_is_opened_by_both() -> None:
    text = "Tajikistan and Kyrgyzstan quarrelled for a week. On Friday the pass was reopened."
    assert ("RETREAT", {"TJK", "KGZ"}, set()) in acts(text, PASS)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Tajikistan protested against the tolls on the pass. Kyrgyz herders blocked the pass with carts on Monday. "
            "After dark the pass was reopened.",
            {"KGZ-CVL"},
        ),
        (
            "Tajikistan and Kyrgyzstan quarrelled for a week. Kyrgyzstan shut the pass in May. A band of smugglers "
            "blocked the pass in June. On Friday the pass was reopened.",
            {"KGZ"},
        ),
    ],
)
def test_a_pass_is_opened_by_whoever_blocked_it(text: str, who: set[str]) -> None:
    [opened] = [found for type_, found, _ in acts(text, PASS) if type_ == "RETREAT"]
    assert opened == who


@pytest.mark.parametrize(
    "text",
    [
        "The Stonecutters Union walked out on Monday. Talks with Granit failed late on Sunday.",
        "The Stonecutters Union walked out in May. Granit returned to the table on Monday.",
        "Granit raised no wages. The Stonecutters Union came back to the table on Monday.",
    ],
)
def test_the_union_and_its_employer_sit_at_one_table(text: str) -> None:
    assert ("CONSULT", UNION | FIRM, UNION | FIRM) in acts(text, QUARRY)


def test_of_two_unions_the_one_at_the_table_is_that_which_agreed() -> None:
    text = (
        "The Nurses Union and Hill Hospital have agreed on a contract. Hill Hospital came back to the table on "
        "Monday. The Porters Union has been on strike since May."
    )
    both = {"NAMED:Nurses Union", "NAMED:Hill Hospital"}
    assert ("CONSULT", both, both) in acts(text, TWO_UNIONS)


def test_a_union_s_own_meeting_is_no_talk_with_the_employer() -> None:
    text = "Granit raised no wages. The Stonecutters Union's annual meeting was held on Monday in Brno."
    assert not [who for type_, who, _ in acts(text, QUARRY) if type_ == "CONSULT" and who & FIRM]


def test_a_secretary_is_of_his_department() -> None:
    [(_, who, _)] = acts("Acting Labor Secretary Ann Poole met the weavers on Monday.")
    assert who == {"USA-GOV"}
