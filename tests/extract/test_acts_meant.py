"""A pronoun that stands for an act told by a noun before: `Talks were broken off. They had begun in May`."""

import pytest
from tests.extract.asked import annotated

from standoff.model import Event

pytestmark = pytest.mark.model


def told(text: str) -> list[Event]:
    """The events of a page of 17 May 2018, a Thursday."""
    return [e for e in annotated(text, "2018-05-17").events if e.content_of is None]


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("Talks with the mill were suspended on Tuesday. They had started again on May 2.", "CONSULT", "2018-05-02"),
        ("Talks collapsed in April. They were resumed on May 14 at the mayor's request.", "CONSULT", "2018-05-14"),
        ("The mediation cost both sides a week. It had opened on May 7.", "CONSULT", "2018-05-07"),
        ("The strike has cost the mill much. It began on April 12.", "PROTEST", "2018-04-12"),
        ("The walkout hit nine ports. It was called off on May 4.", "RETREAT", "2018-05-04"),
        ("The offer runs for three years. It was turned down on Sunday.", "REJECT", "2018-05-13"),
        ("Growers broke off the blockade of the mill for Easter. They resumed it on May 4.", "PROTEST", "2018-05-04"),
        ("It is the first strike at the mill in years. Its leaders called it on Monday.", "PROTEST", "2018-05-14"),
        ("The guild called the strike after most of those who voted backed it last month.", "THREATEN", "2018-04"),
        ("Negotiations had dragged on for weeks. They collapsed on Tuesday.", "CONSULT", "2018-05-15"),
    ],
)
def test_it_and_they_stand_for_what_the_sentence_before_is_about(text: str, type_: str, date: str) -> None:
    assert (type_, date) in [(e.type, e.date) for e in told(text)]


def test_the_words_are_those_of_the_pronoun_and_its_verb() -> None:
    text = "Talks with the mill were suspended on Tuesday. They had started again on May 2."
    (event,) = [e for e in told(text) if e.date == "2018-05-02"]
    assert text[event.start : event.end] == "They had started"


@pytest.mark.parametrize(
    "text",
    [
        "The talks were dropped hours before they should have begun on Friday.",
        "The porters went home. They began on Monday to mend the roof.",
    ],
)
def test_a_pronoun_for_people_or_of_the_same_sentence_tells_no_talks(text: str) -> None:
    assert not [e for e in told(text) if e.type == "CONSULT" and e.status != "denied"]
