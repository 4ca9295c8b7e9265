"""Disputes at work: who strikes, ends a strike, turns an offer down, where the clause itself is silent on it."""

import pytest
from tests.extract.asked import drafts, words

from standoff.extract.actors import find_actors
from standoff.extract.draft import Draft
from standoff.extract.events import find_events
from standoff.model import Meta, Page, Part, Party, Subject
from standoff.parse import parse

pytestmark = pytest.mark.model


def told(text: str) -> list[Draft]:
    """The acts of a story."""
    return [d for d in drafts(text) if d.content_of is None]


def by_words(text: str) -> list[tuple[str, list[str]]]:
    """Types with the words for who acts."""
    return [(d.type, words(text, d.actors)) for d in told(text)]


@pytest.mark.parametrize(
    "text",
    ["Weavers called off a strike that had lasted 40 days.", "The weavers ended a walkout that had gone past 40 days."],
)
def test_what_is_ended_is_no_strike_of_its_own(text: str) -> None:
    assert [type for type, _ in by_words(text)] == ["RETREAT"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The strike was called off on Friday night.", [("RETREAT", [])]),
        ("A strike notice was served on Friday.", [("THREATEN", [])]),
        ("The strike that was called off in May cost millions.", [("RETREAT", [])]),
        ("The strike that was called off cost millions.", []),
    ],
)
def test_a_passive_may_be_silent_on_who_acts(text: str, acts: list[tuple[str, list[str]]]) -> None:
    assert by_words(text) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Weavers struck on Monday. The strike was called off on Friday.",
        "Weavers struck on Monday. The walkout ended on Friday.",
        "Weavers struck on Monday. An accord ended the strike on Friday.",
    ],
)
def test_a_strike_is_ended_by_those_whose_it_is(text: str) -> None:
    assert by_words(text) == [("PROTEST", ["Weavers"]), ("RETREAT", ["Weavers"])]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The final offer was voted down by 1,140 votes to 212.", "REJECT"),
        ("Talks at the mill were set to resume on Monday.", "CONSULT"),
        ("The members voted against accepting the deal.", "REJECT"),
        ("Nearly 97 per cent of those who voted had rejected the offer.", "REJECT"),
        ("The strike commenced on Monday.", "PROTEST"),
        ("The accord ends the strike.", "RETREAT"),
        ("Dockers took part in the boycott.", "PROTEST"),
    ],
)
def test_type(text: str, type_: str) -> None:
    assert [d.type for d in told(text)] == [type_]


def test_a_relative_clause_says_what_is_turned_down() -> None:
    found = by_words("The mill offered a monthly bonus, which the weavers turned down.")
    assert found == [("REQUEST", ["mill"]), ("REJECT", ["weavers"])]


def test_members_do_what_they_voted_for_before() -> None:
    found = by_words("Members were locked out by management after voting on Monday to reject the proposal.")
    assert ("REJECT", ["Members"]) in found


def test_an_appeal_to_somebody_who_acted_is_a_request() -> None:
    appeal = "The mayor called on the weavers to be patient."
    assert by_words(appeal) == []
    assert by_words(f"The weavers struck on Monday. {appeal}")[-1] == ("REQUEST", ["mayor"])


def test_what_is_demanded_is_for_those_asked() -> None:
    text = "The governor called on the dockers to return to work."
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    found = find_events(parsed, find_actors(parsed))
    assert [(d.type, [text[a.start : a.end] for a in d.actors]) for d in found] == [
        ("REQUEST", ["governor"]),
        ("RETREAT", ["dockers"]),
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Anger grew over the offer that was voted down on Thursday.", [("REJECT", [])]),
        ("Anger grew over the offer that was voted down.", []),
        ("The poet who was jailed for two years wrote a book.", []),
    ],
)
def test_a_clause_that_dates_itself_tells_what_was_turned_down(text: str, acts: list[tuple[str, list[str]]]) -> None:
    assert by_words(text) == acts


def test_a_vote_against_an_offer_is_that_of_the_strikers() -> None:
    text = "Weavers struck on Monday. The offer was voted down by 64 percent on Friday."
    assert by_words(text) == [("PROTEST", ["Weavers"]), ("REJECT", ["Weavers"])]


def test_the_object_of_an_idiom_may_be_its_subject() -> None:
    assert [d.type for d in told("The plug was pulled on talks with Chad on Tuesday.")] == ["SANCTION"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The drivers' union said the walkout would go ahead.", [("THREATEN", ["drivers' union"])]),
        (
            "The National Union of Weavers said the strike would begin on Friday.",
            [("THREATEN", ["National Union of Weavers"])],
        ),
        ("The airline said the walkout would go ahead.", []),
    ],
)
def test_a_union_threatens_with_the_strike_that_it_says_will_come(text: str, acts: list[tuple[str, list[str]]]) -> None:
    assert by_words(text) == acts


def test_what_somebody_only_works_to_get_done_is_not_done() -> None:
    assert told("The railway would work to get the port open again.") == []


def test_the_country_of_a_strike_does_not_end_it() -> None:
    assert by_words("The longest Danish strike ended on Monday.") == [("RETREAT", [])]
    assert by_words("The dockers strike ended on Monday.") == [("RETREAT", ["dockers"])]


def test_those_who_died_are_only_described() -> None:
    found = told("The mayor thanked the sisters of those who perished in the raid on Kyiv.")
    assert [d.type for d in found] == ["SUPPORT"]


def test_staff_of_a_declared_firm_are_its_unions_people() -> None:
    subject = Subject(
        name="the railway's trains",
        parties=(
            Party(id="NAMED:Corda Rail", name="Corda Rail"),
            Party(id="NAMED:TDU", name="Train Drivers Union", aliases=("TDU",)),
        ),
    )
    text = "Corda Rail staff have voted to walk out over pay, the TDU said on Tuesday."
    page = Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),))
    parsed = parse(page)
    drafts = find_events(parsed, find_actors(parsed, subject=subject))
    assert [a.id for d in drafts if d.type == "THREATEN" for a in d.actors] == ["NAMED:TDU"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Police arrested nine weavers because they had blocked the gate.",
            [("COERCE", ["Police"]), ("PROTEST", ["nine weavers"])],
        ),
        (
            "Police arrested nine weavers, and then they blocked the gate.",
            [("COERCE", ["Police"]), ("PROTEST", ["Police"])],
        ),
    ],
)
def test_they_are_those_to_whom_it_was_done_for_it(text: str, acts: list[tuple[str, list[str]]]) -> None:
    found = [(d.type, d.actors[0].id) for d in told(text)]
    assert [t for t, _ in found] == [t for t, _ in acts]
    assert (found[0][1] == found[1][1]) == (acts[0][1] == acts[1][1])
