"""Lists of days below a story are told; lists of links are not."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page

STORY = """Ruritania and Freedonia to meet over border

VARNA, Aug 7 (Upland Press) - Ruritania and Freedonia will meet on Friday over the border that has been shut for weeks, officials said on Wednesday.

The border was shut after soldiers of both countries had exchanged fire near the town of Leck, which both of them claim.
"""
DASHES = """
TIMELINE
Nov. 12, 2012 – Ruritania bars Freedonian lorries
December – Talks in Oslo fail
New Year – Lorries turn back
January 9 – Freedonia expels the Ruritanian ambassador
"""
BULLETS = """
• 19/06 Gunmen wound three Ruritanian soldiers
• 21/06 Ruritania shuts the border
• 26/06 Ministers meet in Oslo
"""
AMERICAN = """
* 6/19: Gunmen wound three Ruritanian soldiers
* 6/21: Ruritania shuts the border
* 7/2: Ministers meet in Oslo
"""
YEARS = """
1998: The border is drawn anew
2003: Lorries are weighed at Leck
2011: The first tolls are asked for
"""
LINKS = """
Aug 6 - Harvest festival draws record crowd
Aug 5 - Mayor of Linz opens new baths
Aug 2 - Rain ends drought in the uplands
"""
ONE_DAY = """
Aug 7 - Harvest festival draws record crowd
Aug 7 - Mayor of Linz opens new baths
Aug 7 - Rain ends drought in the uplands
"""


def story(below: str) -> str:
    page = read_page(PageInput(id="p", text=STORY + below, published="2013-08-07"))
    return "\n".join(page.text[part.start : part.end] for part in page.parts if part.kind == "story")


@pytest.mark.parametrize("below", [DASHES, BULLETS, AMERICAN, YEARS])
def test_a_chronology_is_told(below: str) -> None:
    told = story(below)
    assert all(line in told for line in below.splitlines() if line != "TIMELINE")


@pytest.mark.parametrize("below", [LINKS, ONE_DAY])
def test_links_with_their_days_are_not(below: str) -> None:
    told = story(below)
    assert not any(line in told for line in below.splitlines() if line)


LIVE = """\
Shore Courier
Home | Ports | Weather
Kessin lock dispute: live
We keep this page up to date for as long as the lock is shut to barges of one side.

Thursday 7 March
18:40 - Ruritania lets barges with food into the lock.
2:05 p.m.: Ministers of both countries meet in Tarn.

Wednesday 6 March
17:00 - Freedonia calls its ambassador back from Varna.

Comments are closed.
"""
PROGRAMME = """
Tonight
18:40 News
19:05 The Lock
20:00 Weather
"""


def test_the_posts_of_a_live_page_are_told_with_the_days_above_them() -> None:
    page = read_page(PageInput(id="t", text=LIVE))
    told = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")
    wanted = ("Thursday 7 March", "18:40 - Ruritania", "2:05 p.m.: Ministers", "Wednesday 6 March", "17:00 - Freedonia")
    assert [words for words in wanted if words not in told] == []
    assert "Comments are closed" not in told


def test_a_programme_with_times_is_no_live_page() -> None:
    page = read_page(PageInput(id="t", text=STORY + PROGRAMME))
    told = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")
    assert "The Lock" not in told


HOURS = """\
Shore Courier
Live: will the lock open today?
Friday, March 8, 2019

Ruritania and Freedonia have quarrelled over the lock for weeks, and barges wait on both sides of it.

14:32 No word from Varna
Ruritania's transport ministry says that it has had no word from the other side about the lock.

1:47 p.m. BREAKING: crews refuse
The union of the crews says in a statement that its members will not sail through the lock today.

10:05 Ministry: it starts today
Freedonia's ministry has just announced the opening of the lock to barges of both countries.

Share this page
"""


def test_hours_above_paragraphs_are_told_with_them() -> None:
    page = read_page(PageInput(id="t", text=HOURS))
    told = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")
    wanted = ("14:32 No word", "1:47 p.m. BREAKING", "10:05 Ministry")
    assert [words for words in wanted if words not in told] == []


def test_hours_in_no_order_are_not() -> None:
    page = read_page(PageInput(id="t", text=HOURS.replace("1:47 p.m.", "16:10")))
    told = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")
    assert "BREAKING" not in told


def test_the_rows_of_a_chronology_have_no_time_of_the_first() -> None:
    rows = (
        "Feb 19, 2023 Guards of Ruritania closed the crossing.\n\n"
        "Feb 25, 2023 Ruritania reopened the crossing.\n\n"
        "Mar 2, 2023 Freedonia closed the crossing.\n\n"
        "Mar 9, 2023 Freedonia opened the crossing again for lorries.\n"
    )
    page = read_page(PageInput(id="x", text=f"{STORY}\n{rows}", published="2023-06-20", plain=False))
    told = [p for p in page.parts if "closed the crossing" in page.text[p.start : p.end]]
    assert [(p.kind, p.role, p.time) for p in told] == [("story", None, None)]
