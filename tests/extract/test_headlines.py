"""The day of what a headline tells, from the story below it; entries told hour by hour."""

import pytest

from standoff.extract.dating import Dater
from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part
from standoff.parse import Parsed, parse

pytestmark = pytest.mark.model


def read(title: str, story: str) -> tuple[Parsed, Dater]:
    """A page of a headline and a story, published on a Thursday."""
    text = f"{title}\n\n{story}"
    parts = (Part(start=0, end=len(title), kind="title"), Part(start=len(title) + 2, end=len(text), kind="story"))
    parsed = parse(Page(id="p", text=text, meta=Meta(published="2019-06-20"), parts=parts))
    times, meta, _ = find_times(parsed)
    return parsed, Dater(parsed, times, meta)


def date_of(word: str, title: str, story: str) -> str | None:
    """The date of the first such word of the page."""
    parsed, dater = read(title, story)
    sentence = parsed.sentence_at(parsed.page.text.index(word))
    token = sentence.at(parsed.page.text.index(word)) if sentence is not None else None
    assert token is not None
    return dater.date(token, [token], "happened").date


@pytest.mark.parametrize(
    ("word", "title", "story", "expected"),
    [
        (
            "ram",
            "Tugs ram pontoon of Linz harbour",
            "The paint was hardly dry.\n\nTwo tugs struck the pontoon on Tuesday morning, its owner said.",
            "2019-06-18",
        ),
        (  # a time behind what is to come is not that of saying so
            "says",
            "Ruritania says to reopen Hasel crossing this week",
            "Ruritania will reopen the Hasel crossing soon, a minister said on Wednesday.",
            "2019-06-19",
        ),
        (  # what the lead tells in the perfect, the story tells with its day
            "closed",
            "Row over outpost",
            "Ruritania has closed the Hasel crossing, its main gate to Melda, two officers said.\n\n"
            "The gate was shut late on Tuesday and its staff were sent home.",
            "2019-06-18",
        ),
        (
            "agreed",
            "A deal, with conditions",
            "The two mills have agreed on the price of flour. The mediator made it known in Linz on Monday.",
            "2019-06-17",
        ),
        (  # a day that stands in somebody's words does not carry the story on
            "accused",
            "Owners blamed",
            '"We signed on Saturday and they broke it," the mayor said. She accused the owners of bad faith.',
            "2019-06-20",
        ),
        (
            "ends",
            "Mediated session ends in nothing",
            "Bakers have begun to ration flour, after the collapse of last Friday's session between the mill and its men.",
            "2019-06-14",
        ),
        (
            "part",
            "Ferry owners part without a word",
            "Five weeks after it stopped, the ferry will stay where it is.\n\nThe mayor and his guest talked for an hour"
            " on Tuesday.",
            "2019-06-18",
        ),
        (  # what is told first in the perfect is the headline's news, and the second paragraph goes back
            "restores",
            "Town restores bridge",
            "The town has put the bridge back into service.\n\nOn Tuesday the owners offered talks on its toll.",
            "2019-06-20",
        ),
        ("rejecting", "Crews walk out after rejecting offer", "Crews walked out on Thursday.", None),
        ("walk", "Crews walk out after rejecting offer", "Crews walked out on Tuesday.", "2019-06-18"),
        (
            "thrown",
            "No end to the lockout",
            "The men were back at the gate on Thursday, hours after an offer was thrown out by a small majority.",
            "2019-06-19/2019-06-20",
        ),
        (
            "agree",
            "Union and mill agree on pay",
            "Union and mill agreed on pay on Sunday. Earlier offers were turned down on Tuesday.",
            "2019-06-16",
        ),
        (  # another verb of the same sense, behind the order for it
            "closes",
            "Ruritania closes desert crossing",
            "Lorries were backed up for two miles on Thursday.\n\nThe Kosti crossing was ordered sealed late on Tuesday"
            " by President Ott.",
            "2019-06-18",
        ),
        (
            "beaten",
            "A lock is not a lever",
            "On the morning of 2 June the reeve shut the lock.\n\nThe bargemen were beaten back, and two boats burnt.",
            None,
        ),
    ],
)
def test_headlines(word: str, title: str, story: str, expected: str | None) -> None:
    assert date_of(word, title, story) == expected


ENTRIES = """20.12 Good night
The lock stays shut, and so do we.

17.40 It is official
The cabinet has adopted the plan.

15.05 At the lock
Tugs have pulled the barge from her berth.

12.30 How we got here
- May 3: Crews block the lock
- Sunday: A plan is drawn up"""


@pytest.mark.parametrize(
    ("word", "expected"),
    [("adopted", "2019-06-20"), ("pulled", "2019-06-20"), ("block", "2019-05-03"), ("drawn", "2019-06-16")],
)
def test_hours(word: str, expected: str) -> None:
    """A page told by the hour is all of its day, whichever paragraph it stands in, but for the list of what went before."""
    assert date_of(word, "Live: the lock", ENTRIES) == expected
