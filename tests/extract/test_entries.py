"""What an entry of a live blog tells hangs on the entry's own day. Own page."""

import pytest

from standoff.annotate import annotate_page
from standoff.extract.entries import Entry, entries_of, entry_at
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
    assert entries_of(parts) == (Entry(11, 40, "2016-03-05"),)
    assert entry_at(entries_of(parts), 15) == Entry(11, 40, "2016-03-05")
    assert entry_at(entries_of(parts), 45) is None
