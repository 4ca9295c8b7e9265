"""What an entry of a live blog or of a chronology tells hangs on the entry's own day. Own pages."""

import pytest

from standoff.annotate import annotate_page
from standoff.extract.entries import Entry, entry_at, posts_of
from standoff.model import Annotation, PageInput, Part

PAGE = """<html><head><title>Harbour strike: live</title>
<meta property="article:published_time" content="2016-03-03T07:00:00+01:00"></head>
<body><h1>Harbour strike: live</h1>
<p>The strike in the harbour of Bremen has entered its second week, and no end of it is in sight for the ships.</p>
<div class="live-blog">
<article><time datetime="2016-03-05T09:30:00+01:00">09:30</time><h2>Germany rejects the offer</h2>
<p>Germany rejected the offer of Denmark today. Denmark threatened on Thursday to close the strait. The two will meet tomorrow.</p></article>
<article><time datetime="2016-03-03T18:40:00+01:00">18:40</time><h2>Denmark makes an offer</h2>
<p>Denmark offered talks to Germany today. Germany accused Denmark yesterday of blocking the port.</p></article>
</div></body></html>"""


@pytest.fixture(scope="module")
def page() -> Annotation:
    return annotate_page(PageInput(id="live", html=PAGE))


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "nth", "value"),
    [("today", 0, "2016-03-05"), ("today", 1, "2016-03-03"), ("Thursday", 0, "2016-03-03"), ("yesterday", 0, "2016-03-02"),
     ("tomorrow", 0, "2016-03-06")],
)  # fmt: skip
def test_times_hang_on_the_day_of_their_entry(page: Annotation, words: str, nth: int, value: str) -> None:
    found = [t.value for t in page.times if words in page.text[t.start : t.end]]
    assert found[nth][:10] == value


@pytest.mark.model
@pytest.mark.parametrize(
    ("type_", "day"),
    [("REJECT", "2016-03-05"), ("THREATEN", "2016-03-03"), ("REQUEST", "2016-03-03"), ("ACCUSE", "2016-03-02")],
)
def test_events_are_dated_by_their_entry(page: Annotation, type_: str, day: str) -> None:
    events = [e for e in page.events if e.type == type_ and e.content_of is None]
    assert day in [e.date for e in events]
    assert {e.status for e in events} <= {"happened"}


def test_entries_hold_their_headline() -> None:
    parts = (
        Part(start=0, end=9, kind="title"),
        Part(start=11, end=20, kind="title", role="entry", time="2016-03-05T09:30"),
        Part(start=22, end=40, kind="story", role="entry", time="2016-03-05T09:30"),
        Part(start=42, end=50, kind="story", role="entry"),
        Part(start=52, end=60, kind="story"),
    )
    assert posts_of(parts) == (Entry(11, 40, "2016-03-05"),)
    assert entry_at(posts_of(parts), 15) == Entry(11, 40, "2016-03-05")
    assert entry_at(posts_of(parts), 45) is None


CHRONOLOGY = """Ferry dispute: how it came about

November 13, 2016

The ferry between Benin and Togo runs again. Here is how the quarrel over its fares unfolded.

{0}The seamen walk off the job at 6 a.m. in Lome.

{1}Benin shuts the landing. Togo, which had warned of the step in June, calls it unfriendly.

{2}Benin and Togo announce a deal at talks in Lome. The crews had gone on strike the day before.

{3}Togo lifts its ban on lorries from Benin.

A new ferry is being built in Korea. Benin signed the contract for it.
"""
HEADS = ("March 8", "July 17", "Sept. 8-9", "Nov. 2")


@pytest.mark.model
@pytest.mark.parametrize("after", ["\n", "\n\n", " ", ": "])
def test_what_stands_below_or_behind_a_day_happened_on_it(after: str) -> None:
    page = annotate_page(PageInput(id="chronology", text=CHRONOLOGY.format(*(head + after for head in HEADS))))
    days = {(e.type, e.date) for e in page.events}
    told = {("PROTEST", "2016-03-08"), ("SANCTION", "2016-07-17"), ("AGREE", "2016-09-08/2016-09-09")}
    assert told <= days
    assert {e.date for e in page.events if e.actors and e.actors[0].id == "TGO" and e.type == "RETREAT"} == {
        "2016-11-02"
    }
    assert {e.status for e in page.events} == {"happened"}


@pytest.mark.model
def test_the_last_entry_is_no_longer_than_those_before() -> None:
    page = annotate_page(PageInput(id="chronology", text=CHRONOLOGY.format(*(head + "\n" for head in HEADS))))
    signed = [e for e in page.events if e.start > page.text.index("Korea")]
    assert [e.date for e in signed if e.date == "2016-11-02"] == []
    assert next(t.value for t in page.times if page.text[t.start : t.end] == "6 a.m.") == "2016-03-08T06:00"


@pytest.mark.model
def test_two_days_on_lines_of_their_own_head_nothing() -> None:
    heads = ("March 8\n", "", "", "Nov. 2\n")
    page = annotate_page(PageInput(id="chronology", text=CHRONOLOGY.format(*heads)))
    assert {"2016-03-08", "2016-11-02"}.isdisjoint({e.date for e in page.events})
