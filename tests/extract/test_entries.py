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
@pytest.mark.parametrize(
    "heads",
    [("March 8\n", "", "", "Nov. 2\n"), ("March 8\n", "Nov. 2\n", "March 8\n", "July 17\n")],
    ids=["two alone", "in no order"],
)
def test_days_on_lines_of_their_own_that_head_nothing(heads: tuple[str, ...]) -> None:
    page = annotate_page(PageInput(id="chronology", text=CHRONOLOGY.format(*heads)))
    assert {"2016-03-08", "2016-11-02"}.isdisjoint({e.date for e in page.events})


TOLD = (
    "The seamen walk off the job in Lome. Togo asks Benin for a new fare.",
    "Benin shuts the landing. Togo calls the step unfriendly and summons the ambassador of Benin.",
    "Benin and Togo announce a deal at talks in Lome.",
    "Togo lifts its ban on lorries from Benin.",
)
LEAD = "The ferry between Benin and Togo runs again. Here is how the quarrel over its fares came about and went on."
FORMS = {
    "headings": "<h3>{0}</h3><p>{1}</p>",
    "bold lines": "<p><strong>{0}</strong></p><p>{1}</p>",
    "bold beginnings": "<p><strong>{0}</strong> {1}</p>",
    "list": "<li><b>{0}</b> - {1}</li>",
    "terms": "<dt>{0}</dt><dd>{1}</dd>",
    "boxes": '<div class="item"><div class="date">{0}</div><div class="text"><p>{1}</p></div></div>',
    "table": "<tr><td>{0}</td><td>{1}</td></tr>",
    "times": "<section><time>{0}</time><p>{1}</p></section>",
}
AROUND = {"list": "ul", "terms": "dl", "table": "table"}


@pytest.mark.model
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", ["", ", 2016"])
def test_days_are_read_from_every_form_of_chronology(form: str, year: str) -> None:
    entries = "".join(
        FORMS[form].format(head.split("-")[0] + year, told) for head, told in zip(HEADS, TOLD, strict=True)
    )
    around = AROUND.get(form, "div")
    html = f"""<html><head><title>Timeline: the ferry</title>
    <meta property="article:published_time" content="2016-11-13T07:00:00+01:00"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Timeline: the ferry</h1><p>{LEAD}</p><{around}>{entries}</{around}></article></body></html>"""
    page = annotate_page(PageInput(id="chronology", html=html))
    assert {
        ("PROTEST", "2016-03-08"), ("SANCTION", "2016-07-17"), ("AGREE", "2016-09-08"), ("RETREAT", "2016-11-02")
    } <= {(e.type, e.date) for e in page.events}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("heads", [
    ("8 March 2016", "17 July 2016", "8 September 2016", "2 November 2016"),
    ("Tuesday, March 8", "Sunday, July 17", "Thursday, Sept. 8:", "Wednesday, Nov. 2"),
])  # fmt: skip
def test_days_are_read_from_a_flattened_chronology(heads: tuple[str, ...]) -> None:
    entries = "\n".join(f"{head}\n{told}\n" for head, told in zip(heads, TOLD, strict=True))
    text = f"Skarn Post\nHome\nNews\nSport\n\nTimeline: the ferry\n\nBy Ann Lee\nNov. 13, 2016\n\n{LEAD}\n\n{entries}\nRead more\nContact\n"
    page = annotate_page(PageInput(id="chronology", text=text))
    assert [page.text[p.start : p.end] for p in page.parts if p.kind == "dateline"] == ["Nov. 13, 2016"]
    assert {
        ("PROTEST", "2016-03-08"), ("SANCTION", "2016-07-17"), ("AGREE", "2016-09-08"), ("RETREAT", "2016-11-02")
    } <= {(e.type, e.date) for e in page.events}  # fmt: skip


@pytest.mark.model
def test_the_days_of_other_stories_between_paragraphs_head_nothing() -> None:
    card = '<div><a href="/{0}">Ferry fares to rise again</a></div><div>March {0}, 2016</div>'
    html = f"""<html><head><title>Ferry runs again</title>
    <meta property="article:published_time" content="2016-11-13T07:00:00+01:00"></head><body><article><h1>Ferry runs again</h1>
    <p>{LEAD}</p>{"".join(card.format(n) for n in range(3, 7))}<p>{TOLD[0]}</p><p>{TOLD[1]}</p></article></body></html>"""
    page = annotate_page(PageInput(id="cards", html=html))
    assert not any((e.date or "").startswith("2016-03") for e in page.events)
    assert "March 3" not in page.text


STORY = (
    "Benin shut the landing to lorries from Togo on Saturday, and Togo recalled its ambassador in protest.",
    "Gunmen had killed four customs officers at the landing, the interior ministry in Porto-Novo said.",
    "The foreign minister of Togo called the step unjustified and demanded that the landing be opened.",
    "Traders blocked the main street of the town, and police fired tear gas to disperse them.",
)
OTHERS = (("July 22, 2016", "Kenya halted tea exports to Egypt after a row."), ("Aug. 5, 2016", "Uganda expelled an envoy."),
          ("Nov. 8, 2016", "Mali signed a truce with the rebels in Ouagadougou."))  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(
    "form", ["<div>{0}</div><div><a href='/x'>{1}</a></div>", "<p><a href='/x'>{1}</a></p><p>{0}</p>"]
)
def test_the_days_of_promos_in_a_story_are_none_of_its_own(form: str) -> None:
    promos = [f'<div class="box">{form.format(*other)}</div>' for other in OTHERS]
    body = "".join(f"<p>{told}</p>{promo}" for told, promo in zip(STORY, [*promos, ""], strict=True))
    html = f"""<html><head><title>Benin shuts the landing</title>
    <meta property="article:published_time" content="2016-11-13T07:00:00+01:00"></head><body>
    <article><h1>Benin shuts the landing</h1>{body}</article></body></html>"""
    page = annotate_page(PageInput(id="promos", html=html))
    assert not any(day in page.text for day, _ in OTHERS)
    assert {e.date for e in page.events if e.date} == {"2016-11-12"}


@pytest.mark.model
@pytest.mark.parametrize("form", ["listed below", "messages within"])
def test_days_of_other_stories_and_of_messages_head_nothing(form: str) -> None:
    messages = [f"\n{told}\nAnn Lee (@ann)\n{day}\n" for day, told in OTHERS]
    beside = [*messages, ""] if form == "messages within" else [""] * len(STORY)
    told = "\n".join(f"{text}\n{message}" for text, message in zip(STORY, beside, strict=True))
    below = "\n".join(f"{day}\n{text}" for day, text in OTHERS) if form == "listed below" else ""
    text = f"Benin shuts the landing\n\nBy Ann Lee\nNov. 13, 2016\n\n{told}\nRelated stories\n{below}\n"
    page = annotate_page(PageInput(id="others", text=text))
    assert {e.date for e in page.events if e.date and e.date < "2016-11-12"} == set()
    assert "2016-11-12" in {e.date for e in page.events}


@pytest.mark.model
def test_days_that_stand_below_what_was_written_on_them_head_nothing() -> None:
    body = "".join(f"<p>{told}</p><p>{head.split('-')[0]}, 2016</p>" for head, told in zip(HEADS, TOLD, strict=True))
    html = f"""<html><head><title>Letters</title>
    <meta property="article:published_time" content="2016-11-13T07:00:00+01:00"></head><body><article><h1>Letters</h1>
    <p>{LEAD}</p>{body}</article></body></html>"""
    page = annotate_page(PageInput(id="letters", html=html))
    assert "2016-03-08" not in {e.date for e in page.events}


BY_YEARS = """Skarn Post
Data desk

Timeline: the ferry
Last updated: Jan. 5, 2017

2014{0}
May 23{1}The seamen walk off the job in Lome. Togo asks Benin for a new fare.

2015{0}
Feb. 15{1}Benin shuts the landing. Togo calls the step unfriendly.

Sept. 8-9{1}Benin and Togo announce a deal at talks in Lome.

2016{0}
Jan. 4{1}Togo lifts its ban on lorries from Benin.

How we made this: from our archive.

More from the data desk
Fares since 2012, by month
"""
DAYS_OF_YEARS = {
    ("PROTEST", "2014-05-23"), ("SANCTION", "2015-02-15"), ("AGREE", "2015-09-08/2015-09-09"), ("RETREAT", "2016-01-04")
}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("behind", ["", ":"])
@pytest.mark.parametrize("after", ["\n", ": ", " – "])
def test_a_year_that_is_a_line_of_its_own_is_that_of_the_days_below_it(behind: str, after: str) -> None:
    text = BY_YEARS.format(behind, after)
    if after != "\n":
        text = text.replace("8-9", "8").replace("Sept. 8", "Sept. 8-9" if after == "\n" else "Sept. 8")
    page = annotate_page(PageInput(id="chronology", text=text, published="2017-01-05"))
    told = {(e.type, (e.date or "")[:10]) for e in page.events}
    assert {(type_, day[:10]) for type_, day in DAYS_OF_YEARS} <= told
    assert "2015-02-15" in {t.edtf for t in page.times if page.text[t.start : t.end] == "Feb. 15"}


@pytest.mark.model
@pytest.mark.parametrize("form", ["headings", "bold lines", "list", "boxes"])
def test_years_head_the_days_of_a_chronology_in_html(form: str) -> None:
    heads = (("2014", "May 23"), ("2015", "Feb. 15"), ("", "Sept. 8"), ("2016", "Jan. 4"))
    entries = ""
    for (year, day), told in zip(heads, TOLD, strict=True):
        entries += (f"<h2>{year}</h2>" if year else "") + FORMS[form].format(day, told)
    html = f"""<html><head><title>Timeline: the ferry</title>
    <meta property="article:published_time" content="2017-01-05T07:00:00+01:00"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Timeline: the ferry</h1><p>{LEAD}</p><div>{entries}</div></article></body></html>"""
    page = annotate_page(PageInput(id="chronology", html=html))
    assert {(type_, day[:10]) for type_, day in DAYS_OF_YEARS} <= {(e.type, e.date) for e in page.events}


@pytest.mark.model
@pytest.mark.parametrize("years", [("2014", "2013", "2016"), ("2014", "2014", "2014")])
def test_years_in_no_order_head_nothing(years: tuple[str, ...]) -> None:
    text = BY_YEARS.format("", "\n")
    for told, year in zip(("2014", "2015", "2016"), years, strict=True):
        text = text.replace(f"{told}\n", f"{year}\n")
    page = annotate_page(PageInput(id="chronology", text=text, published="2017-01-05"))
    assert "2014-05-23" not in {e.date for e in page.events}


@pytest.mark.model
def test_a_year_above_anything_but_a_day_heads_nothing() -> None:
    told = "\n\n".join(f"{year}\n{text}" for year, text in zip(("2011", "2013", "2014", "2016"), TOLD, strict=True))
    page = annotate_page(PageInput(id="p", text=f"Ferry dispute\n\n{LEAD}\n\n{told}\n", published="2017-01-05"))
    assert {e.date for e in page.events if (e.date or "").startswith("201")} <= {
        "2011",
        "2013",
        "2014",
        "2016",
        "2017-01-05",
    }


TABLE = """Bakers' dispute: chronology

Compiled by the editors. Page closed 14 July 2023.

Summary. The bakers of the Lund mill struck on six days in the autumn and the winter before they came to terms.

19 July 2022 | The guild asks the mill for a rise of a tenth
26 August | Strike (1)
30 September – 1 October | Strike (2, 3): first of two days
6, 9 December | Strike (4, 5)
14 December | The mill says that bakers are paid enough
11 January 2023 | Strike (6). In the evening the guild cancels the stoppage of the following day
15 April | The guild accepts the offer of the mill

Sources: letters of the guild.
"""


@pytest.mark.model
@pytest.mark.parametrize("mark", [" | ", ": "])
def test_rows_that_begin_with_days_run_on_from_year_to_year(mark: str) -> None:
    page = annotate_page(PageInput(id="table", text=TABLE.replace(" | ", mark)))
    days = {(e.type, e.date) for e in page.events}
    assert {("PROTEST", day) for day in ("2022-08-26", "2022-12-06", "2022-12-09", "2023-01-11")} <= days
    assert {("RETREAT", "2023-01-11"), ("AGREE", "2023-04-15"), ("REQUEST", "2022-07-19")} <= days
    assert any(e.type == "PROTEST" and (e.date or "").startswith("2022-09-30") for e in page.events)


ROWS = (
    ("Feb 19, 2013", "Benin bars all lorries from Togo"),
    ("Sep 5, 2014", "Benin and Togo sign a deal on fares"),
    ("Jan 13, 2015", "Togo bars all ships from Benin"),
    ("Feb 3, 2016", "Togo lifts its ban on ships from Benin"),
)
DAYS_OF_ROWS = {
    ("COERCE", "2013-02-19"), ("AGREE", "2014-09-05"), ("COERCE", "2015-01-13"), ("RETREAT", "2016-02-03")
}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("form", ["text", "table"])
def test_rows_of_a_table_of_days_happened_on_them(form: str) -> None:
    rows = "\n\n".join(" ".join(row) for row in ROWS)
    text = f"Ferry: a calendar\n\n{LEAD}\n\nDate What happened\n\n{rows}\n"
    table = "".join(f"<tr><td>{day}</td><td>{told}</td></tr>" for day, told in ROWS)
    html = f"""<html><head><title>Ferry: a calendar</title></head><body><article><h1>Ferry: a calendar</h1><p>{LEAD}</p>
    <table><tr><th>Date</th><th>What happened</th></tr>{table}</table></article></body></html>"""
    item = PageInput(id="rows", html=html) if form == "table" else PageInput(id="rows", text=text)
    page = annotate_page(item)
    assert {(e.type, e.date) for e in page.events} >= DAYS_OF_ROWS


@pytest.mark.model
def test_a_year_holds_for_the_rows_below_it_that_name_none() -> None:
    rows = (
        "19 July 2014 | Benin bars all lorries from Togo | Customs",
        "30 September – 1 October | Strike of the ferrymen in Lome",
        "11, 14 and 15 December | Togo bars all ships from Benin",
        "6 February 2015 | Benin and Togo sign a deal on fares",
        "April | Togo lifts its ban on ships from Benin",
    )
    text = f"Ferry: a calendar\n\n{LEAD}\n\nDate | What happened\n" + "\n".join(rows) + "\n"
    page = annotate_page(PageInput(id="rows", text=text, published="2016-11-13"))
    told = {(e.type, e.date) for e in page.events}
    assert {("COERCE", "2014-07-19"), ("AGREE", "2015-02-06"), ("RETREAT", "2015-04")} <= told
    assert {("PROTEST", "2014-09-30"), ("PROTEST", "2014-09-30/2014-10-01")} & told
    assert {day for _, day in told if day and day[:4] not in ("2014", "2015")} <= {"2016-11-13"}


@pytest.mark.model
def test_names_that_begin_with_a_day_are_no_rows() -> None:
    text = (
        "Hearing in Lome\n\nLOME - Togo held a hearing on Friday.\n\n"
        "January 6, 2015 Committee members accused Benin of theft on Thursday.\n\nBenin rejected the charge on Saturday.\n"
    )
    page = annotate_page(PageInput(id="p", text=text, published="2016-11-13"))
    assert "2015-01-06" not in {e.date for e in page.events}


ROWS_OF_DAYS = """The dockers of the port have been at odds with the owners for a long time.

{0} Police beat dockers at the gate.

{1} The dockers left the port.

{2} The owners closed the mill."""


@pytest.mark.model
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("14 and 15 February |", "2023-02-14"),
        ("14 February:", "2023-02-14"),
        ("1 February – 3 February:", "2023-02-01/2023-02-03"),
    ],
)
def test_several_days_that_head_a_line(head: str, day: str) -> None:
    text = ROWS_OF_DAYS.format(head, "17 February |", "30 February – 1 March |")
    page = annotate_page(PageInput(id="rows", title="Strike", text=text, published="2023-06-20"))
    assert [e.date for e in page.events if e.type == "ASSAULT"] == [day]


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "day"),
    [("reopened the border on May 5", "2017-05-05"), ("reopened the border on December 20", "2016-12-20")],
)
def test_a_day_in_a_line_of_a_year_is_the_nearest(told: str, day: str) -> None:
    text = f"2017\n\nFeb 2: The court rejects the appeal. Benin {told}.\n\nJune 3: Police close the port.\n\nJuly 4: Dockers strike."
    page = annotate_page(PageInput(id="rows", title="Strike", text=text, published="2017-12-29"))
    assert day in {e.date for e in page.events}


@pytest.mark.model
def test_a_plan_is_not_set_in_the_year_before() -> None:
    text = ROWS_OF_DAYS.format("March 12, 2022:", "June 1 –", "July 3:").replace(
        "The owners closed", "The owners will close"
    )
    page = annotate_page(PageInput(id="rows", title="Strike", text=text, published="2023-06-20"))
    assert "2022-07-03" not in {e.date for e in page.events}
