"""Several stories on one flattened page: each with its own day and headline. Own pages."""

import pytest

from standoff.model import Page, PageInput
from standoff.read import read_page

BRIEF = """\
Home
World
Business
Shipping
Subscribe
Shipping news in brief
Tarn pilots vote to strike
4 March 2016
Pilots in the port of Tarn voted on Thursday to lay down work from Monday, their union said, after the harbour office refused to talk about pay.
Two thirds of the 140 pilots took part in the ballot, and nine out of ten of them were in favour.
Kessin lock shut until April
3 March 2016
The lock at Kessin will stay shut until the second week of April, the waterways authority announced, because parts for its gates have not arrived.
Some forty barges are waiting above the lock. Their owners want the state to pay for the delay.
Ferry line sold to northern rival
{last}
The ferry line between Tarn and Kessin has been sold to its northern rival for $31 million, both companies said on Tuesday.
The sale needs the approval of the competition office, which is expected to decide by the summer.
Most read
Mill owners call off their meeting
© 2016 Shore Gazette. All rights reserved.
"""
LINKS = """\
Home
World
Region
Talks on bridge tolls collapse
By John Doe
9 May 2017
Talks on tolls for the bridge at Old Ferry collapsed on Tuesday after the ministers of the two countries had failed to agree on how to share them.
The minister for Tarn walked out shortly before noon, according to two people who were in the room. He did not speak to reporters.
Spring fair opens its gates
8 May 2017
Hauliers said that the dispute had cost them 4 million euros since the spring. Some of them now drive the long way round the lake.
A spokeswoman for the other side said that it was ready to go on talking at any time and at any place.
New school for Upper Dunlin
6 May 2017
The crossing was opened in 1978 and is owned by both countries in equal parts. It carries 9,000 lorries a day.
Most read
Ferry line to close
© 2017 Vale Courier
"""


def told(page: Page) -> list[tuple[str, str | None, str]]:
    return [(p.kind, p.time, page.text[p.start : p.end][:20]) for p in page.parts if p.role == "entry"]


def read(text: str) -> Page:
    return read_page(PageInput(id="t", text=text))


def test_each_story_has_its_day_and_its_headline() -> None:
    page = read(BRIEF.format(last="1 March 2016"))
    assert page.meta.title == "Tarn pilots vote to strike"
    assert told(page) == [
        ("story", "2016-03-04", "Pilots in the port o"),
        ("title", "2016-03-03", "Kessin lock shut unt"),
        ("story", "2016-03-03", "The lock at Kessin w"),
        ("title", "2016-03-01", "Ferry line sold to n"),
        ("story", "2016-03-01", "The ferry line betwe"),
    ]


@pytest.mark.parametrize("last", ["5 March 2016", "1 March 2015", "March"])
def test_days_out_of_order_far_apart_or_unknown_head_no_entries(last: str) -> None:
    assert told(read(BRIEF.format(last=last))) == []


def test_links_to_other_stories_head_no_entries() -> None:
    assert told(read(LINKS)) == []


NOTICES = """\
TARN FORWARDING
Home | Services | Contact
LOCK AND PORT: LATEST
04/03/2016
The lock at Kessin opens again on Monday 7 March at six in the morning, the waterways authority told us.
24/02/2016
Pilots are out this morning for the second time. No barge will leave before they are back at work.
14/02/2016
The pilots' union told us this afternoon that a fortnight's stoppage begins on the 24th.
© Tarn Forwarding Ltd. Cookies
"""


def test_notices_below_days_in_figures_have_their_days_by_the_habit_of_the_page() -> None:
    assert [(time, text) for _, time, text in told(read(NOTICES))] == [
        ("2016-03-04", "The lock at Kessin o"),
        ("2016-02-24", "Pilots are out this "),
        ("2016-02-14", "The pilots' union to"),
    ]
