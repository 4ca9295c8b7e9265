"""The forms in which pages state their date, in flattened text and in HTML; own cases."""

import pytest

from standoff.model import Meta, Page, PageInput
from standoff.read import read_page

STORY = "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return.\n"
PARAGRAPHS = "".join(f"<p>{STORY.strip()} That is the {n} time that they have said so in as many weeks.</p>" for n in ("first", "second", "third"))  # fmt: skip
DAY, CLOCK = "2016-03-03", "2016-03-03T14:05"


def flat(line: str, *, url: str | None = None, captured: str | None = None) -> Page:
    return read_page(
        PageInput(id="t", text=f"Ferry stays in port\n\n{line}\n\n{STORY * 3}", url=url, captured=captured)
    )


def page(
    head: str = "", body: str = "", *, url: str | None = None, captured: str | None = None, lang: str = "en"
) -> Page:
    html = f"<html lang='{lang}'><head>{head}</head><body><article><h1>Ferry stays in port</h1>{body}{PARAGRAPHS}</article></body></html>"
    return read_page(PageInput(id="t", html=html, url=url, captured=captured))


def codes(read: Page) -> list[str]:
    return [issue.code for issue in read.issues if issue.code not in ("no-story",)]


FLAT = [
    ("March 3, 2016", DAY, None),
    ("Mar. 3, 2016", DAY, None),
    ("Mar 3 2016", DAY, None),
    ("3 March 2016", DAY, None),
    ("3 Mar 2016", DAY, None),
    ("03-Mar-2016", DAY, None),
    ("03MAR2016", DAY, None),
    ("3rd March 2016", DAY, None),
    ("the 3rd of March, 2016", DAY, None),
    ("Thursday, 3 March 2016", DAY, None),
    ("Thursday March 3rd, 2016", DAY, None),
    ("THURSDAY, MARCH 3, 2016", DAY, None),
    ("Thu, 03 Mar 2016 14:05 GMT", DAY, f"{CLOCK}+00:00"),
    ("Thu Mar  3 14:05:00 GMT 2016", DAY, f"{CLOCK}:00+00:00"),
    ("2016-03-03", DAY, None),
    ("2016/03/03", DAY, None),
    ("2016.03.03", DAY, None),
    ("2016.03.03 14:05", DAY, CLOCK),
    ("2016-03-03 14:05:00", DAY, f"{CLOCK}:00"),
    ("2016-03-03T14:05:00Z", DAY, f"{CLOCK}:00+00:00"),
    ("2016-03-03T14:05+0900", DAY, f"{CLOCK}+09:00"),
    ("3.3.2016", DAY, None),
    ("03.03.2016 14.05", DAY, CLOCK),
    ("03. 03. 2016, 14:05 Uhr", DAY, CLOCK),
    ("3/3/2016", DAY, None),
    ("31/03/2016", "2016-03-31", None),
    ("03/31/2016", "2016-03-31", None),
    ("Published: 2:05 PM EST March 3, 2016", DAY, f"{CLOCK}-05:00"),
    ("2:05pm, March 3, 2016", DAY, CLOCK),
    ("March 3, 2016 at 2:05 p.m. ET", DAY, f"{CLOCK}-05:00"),
    ("July 3, 2016 at 2:05 p.m. ET", "2016-07-03", "2016-07-03T14:05-04:00"),
    ("March 3, 2016, 2:05 PM Pacific", DAY, f"{CLOCK}-08:00"),
    ("March 3, 2016 2:05 PM UTC+08:00", DAY, f"{CLOCK}+08:00"),
    ("March 3, 2016 14:05 GMT+2", DAY, f"{CLOCK}+02:00"),
    ("1405 GMT, 3 March 2016", DAY, f"{CLOCK}+00:00"),
    ("3 March 2016 | 14:05 IST", DAY, f"{CLOCK}+05:30"),
    ("2016 March 3", DAY, None),
    ("2016, March 3", DAY, None),
    ("First published on Thu 3 Mar 2016 14.05 GMT", DAY, f"{CLOCK}+00:00"),
    ("Posted on March 3, 2016 by Jane Roe", DAY, None),
    ("By Jane Roe | March 3, 2016 | Updated March 5, 2016", DAY, None),
    ("Updated: March 5, 2016; Published: March 3, 2016", DAY, None),
    ("Last modified on 5 March 2016 10:00 GMT; first published 3 March 2016", DAY, None),
    ("Issue of March 3, 2016", DAY, None),
    ("Release Date: March 3, 2016", DAY, None),
    ("(Mar. 3, 2016)", DAY, None),
    ("03/03/16", DAY, None),
    ("3.3.16", DAY, None),
    ("Thu 03.03.16 | 14:05", DAY, CLOCK),
    ("3 Mar '16", DAY, None),
    ("Posted 3-Mar-16", DAY, None),
    ("Published 31.12.99", "1999-12-31", None),
    ("3. März 2016, 14:05 Uhr", DAY, CLOCK),
    ("3 de marzo de 2016", DAY, None),
    ("3 mars 2016 à 14h05", DAY, CLOCK),
    ("Publié le 3 août 2016", "2016-08-03", None),
    ("3 marzo 2016", DAY, None),
    ("3 de março de 2016", DAY, None),
    ("3 maart 2016", DAY, None),
    ("3 mars 2016 kl. 14.05", DAY, CLOCK),
    ("3 Mart 2016", DAY, None),
    ("3 marca 2016", DAY, None),
    ("3 марта 2016, 14:05", DAY, CLOCK),
    ("3 березня 2016", DAY, None),
    ("2016年3月3日 14:05", DAY, CLOCK),
    ("2016年3月3日 下午2:05", DAY, CLOCK),
    ("2016년 3월 3일", DAY, None),
    ("Monday 04/07/2016", "2016-07-04", None),
    ("Published3 March 2016, 14:05", DAY, CLOCK),
    ("2 minute readMarch 3, 20162:05 PM GMT+2", DAY, f"{CLOCK}+02:00"),
    ("Jane Roe03.03.2016, 14:05", DAY, CLOCK),
]


@pytest.mark.parametrize(("line", "day", "time"), FLAT, ids=[line for line, _, _ in FLAT])
def test_printed_in_flattened_text(line: str, day: str, time: str | None) -> None:
    meta = flat(line).meta
    assert (meta.published, meta.published_how, meta.published_time) == (day, "stated", time)


@pytest.mark.parametrize("line", [line for line, _, _ in FLAT])
def test_printed_in_html(line: str) -> None:
    day = {text: day for text, day, _ in FLAT}[line]
    meta = page(body=f"<div class='xyz'>{line}</div>").meta
    assert (meta.published, meta.published_how) == (day, "stated")


def ld(**fields: str) -> str:
    inner = ", ".join(f'"{key}": {value if value.isdigit() else repr(value)}' for key, value in fields.items())
    inner = inner.replace("'", '"')
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {inner}}}</script>'


def named(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def prop(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


HEADS = [
    (ld(datePublished="2016-03-03T14:05:00+01:00"), DAY, f"{CLOCK}:00+01:00"),
    (ld(datePublished="2016-03-03"), DAY, None),
    (ld(datePublished="1457013900"), DAY, f"{CLOCK}:00+00:00"),
    (ld(datePublished="1457013900000"), DAY, f"{CLOCK}:00+00:00"),
    (ld(datePublished="Thu Mar 03 14:05:00 CET 2016"), DAY, f"{CLOCK}:00+01:00"),
    (ld(datePublished="Thu, 03 Mar 2016 14:05:00 +0100"), DAY, f"{CLOCK}:00+01:00"),
    (ld(datePublished="20160303T140500Z"), DAY, f"{CLOCK}:00+00:00"),
    (ld(datePublished="2016-03-03 14:05:00 +01:00"), DAY, f"{CLOCK}:00+01:00"),
    (ld(datePublished="March 3, 2016"), DAY, None),
    (ld(dateModified="2016-03-09", datePublished="2016-03-03"), DAY, None),
    (ld(dateCreated="2016-03-03"), DAY, None),
    (prop("article:published_time", "2016-03-03T14:05:00.123+0100"), DAY, f"{CLOCK}:00+01:00"),
    (prop("article:modified_time", "2016-03-09") + prop("article:published_time", "2016-03-03"), DAY, None),
    (prop("og:article:published_time", "2016-03-03"), DAY, None),
    (named("parsely-pub-date", "2016-03-03T14:05:00Z"), DAY, f"{CLOCK}:00+00:00"),
    (named("sailthru.date", "2016-03-03 14:05"), DAY, CLOCK),
    (named("DC.date.issued", "2016-03-03"), DAY, None),
    (named("dcterms.created", "2016-03-03"), DAY, None),
    (named("citation_publication_date", "2016/03/03"), DAY, None),
    (named("citation_date", "2016/03"), "2016-03", None),
    (named("pubdate", "20160303"), DAY, None),
    (named("publish-date", "Thu, 3 Mar 2016"), DAY, None),
    (named("date", "2016-03-03"), DAY, None),
    ('<meta itemprop="datePublished" content="2016-03-03T14:05:00+01:00">', DAY, f"{CLOCK}:00+01:00"),
    (named("pdate", "20160303") + named("utime", "20160309101010"), DAY, None),
    (ld(datePublished="1970-01-01T00:00:00Z") + named("date", "2016-03-03"), DAY, None),
]


@pytest.mark.parametrize(("head", "day", "time"), HEADS)
def test_stated_in_the_head(head: str, day: str, time: str | None) -> None:
    meta = page(head).meta
    assert (meta.published, meta.published_how, meta.published_time) == (day, "stated", time)


BODIES = [
    '<time datetime="2016-03-03T14:05:00+01:00">yesterday</time>',
    "<time>3 March 2016</time>",
    '<time class="updated" datetime="2016-03-09">9 March</time><time datetime="2016-03-03">3 March</time>',
    '<p>Updated <time datetime="2016-03-09">9 March</time></p><p class="published">3 March 2016</p>',
    '<span class="dateline">Thursday 3 March 2016</span>',
    '<abbr class="published" title="x">3 March 2016</abbr>',
    '<div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="datePublished" content="2016-03-03">today</span></div>',
    '<div vocab="http://schema.org/" typeof="NewsArticle"><span property="datePublished" content="2016-03-03">3 March</span></div>',
    '<span property="dc:date" content="2016-03-03">3 March</span>',
    "<p class='meta'>By Jane Roe, 3 March 2016</p>",
    '<div class="comments"><time datetime="2016-03-09">9 March</time></div><p class="date">3 March 2016</p>',
    '<aside class="related"><time datetime="2016-03-09">9 March</time></aside><p class="date">3 March 2016</p>',
    "<font size=1>Posted: Thursday, 03.03.2016</font>",
    "<table><tr><td>Jane Roe</td><td>03.03.2016</td></tr></table>",
]


@pytest.mark.parametrize("body", BODIES)
def test_stated_in_the_page(body: str) -> None:
    meta = page(body=body).meta
    assert (meta.published, meta.published_how) == (DAY, "stated")


@pytest.mark.parametrize(
    ("head", "body", "url", "day"),
    [
        # 03:30 in London is the evening before in New York, 23:30 still the same day
        (ld(datePublished="2016-03-04T03:30:00Z"), "", "https://www.nytimes.com/ferry", DAY),
        (ld(datePublished="2016-03-03T23:30:00Z"), "", "https://www.nytimes.com/ferry", DAY),
        (ld(datePublished="2016-03-02T23:30:00Z"), "", "https://www.yna.co.kr/ferry", DAY),
        (ld(datePublished="2016-07-02T23:30:00Z"), "", "https://www.bbc.co.uk/ferry", "2016-07-03"),
        (ld(datePublished="2016-03-02T23:30:00Z"), "", "https://example.de/ferry", DAY),
        # the page prints its own day
        (ld(datePublished="2016-03-04T03:30:00Z"), "<p class='date'>March 3, 2016</p>", None, DAY),
        (ld(datePublished="2016-03-04T03:30:00Z"), "", "https://example.org/2016/03/03/ferry", DAY),
        # another of its stamps tells its clock
        (ld(datePublished="2016-03-04T03:30:00Z", dateModified="2016-03-05T08:00:00-05:00"), "", None, DAY),
        (ld(datePublished="2016-03-03T23:30:00-05:00"), "", "https://www.nytimes.com/ferry", DAY),
        (ld(datePublished="2016-03-03T00:30:00+09:00"), "", "https://www.nytimes.com/ferry", DAY),
        # nothing tells: the day as it is written
        (ld(datePublished="2016-03-03T03:30:00Z"), "", "https://example.org/ferry", DAY),
    ],
)
def test_the_day_is_that_of_the_publishers_own_clock(head: str, body: str, url: str | None, day: str) -> None:
    assert page(head, body, url=url).meta.published == day


@pytest.mark.parametrize(
    ("line", "url", "day", "doubt"),
    [
        ("03/04/2016", None, "2016-03-04", True),
        ("03/04/2016", "https://example.co.uk/ferry", "2016-04-03", False),
        ("03/04/2016", "https://www.latimes.com/ferry", "2016-03-04", False),
        ("03/04/2016", "https://example.org/2016/04/03/ferry", "2016-04-03", False),
        ("03/04/2016\n\nThe last boat sailed on 27/03/2016.", None, "2016-04-03", False),
        ("Sunday 03/04/2016", None, "2016-04-03", False),
    ],
)
def test_day_and_month(line: str, url: str | None, day: str, doubt: bool) -> None:
    read = flat(line, url=url)
    assert read.meta.published == day
    assert ("date-ambiguous" in codes(read)) == doubt


def test_day_and_month_by_the_language_of_the_text() -> None:
    story = "El transbordador entre las dos orillas se quedó en el puerto el lunes y no hay fecha para su regreso, dijeron los dueños.\n"
    page = read_page(PageInput(id="t", text=f"El transbordador se queda\n\n03/04/2016\n\n{story * 3}"))
    assert (page.meta.published, page.meta.language) == ("2016-04-03", "es")


@pytest.mark.parametrize(("lang", "day"), [("en-GB", "2016-04-03"), ("en-US", "2016-03-04"), ("fr", "2016-04-03")])
def test_day_and_month_by_the_declared_language(lang: str, day: str) -> None:
    assert page(body="<p class='date'>03/04/2016</p>", lang=lang).meta.published == day


@pytest.mark.parametrize(
    "line",
    [
        "3 มีนาคม 2559",
        "วันที่ 3/3/2559",
        "۱۳ اسفند ۱۳۹۴",
        "1394/12/13",
        "平成28年3月3日",
        "令和6年3月3日",
        "民國105年3月3日",
    ],
)
def test_other_calendars_are_said_and_not_misread(line: str) -> None:
    read = flat(line)
    assert read.meta.published is None
    assert "other-calendar" in codes(read)


@pytest.mark.parametrize("stated", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "1900-01-01", "0", "0000-00-00"])
def test_what_is_no_day_of_publication_is_refused(stated: str) -> None:
    read = page(prop("article:published_time", stated))
    assert read.meta.published is None
    if stated not in ("0", "0000-00-00"):
        assert "date-refused" in codes(read)


@pytest.mark.parametrize("head", [ld(datePublished="2059-03-03"), ld(datePublished="2016-03-09T10:00:00Z")])
def test_a_date_later_than_the_capture_is_refused(head: str) -> None:
    read = page(head, captured="2016-03-05")
    assert (read.meta.published, codes(read)) == (None, ["date-refused"])
    assert page(head + named("date", "2016-03-03"), captured="2016-03-05").meta.published == DAY


def test_a_printed_date_later_than_the_capture_is_refused() -> None:
    read = flat("March 9, 2016", captured="2016-03-05")
    assert (read.meta.published, codes(read)) == (None, ["date-refused"])


@pytest.mark.parametrize(
    ("line", "captured", "day"),
    [
        ("Published 2 hours ago", "2016-03-03T14:00:00Z", DAY),
        ("2 hours ago", "2016-03-04T01:00:00Z", DAY),
        ("2 hours ago", "2016-03-04", "2016-03-03/2016-03-04"),
        ("3 days ago", "2016-03-06", DAY),
        ("yesterday", "2016-03-04", DAY),
        ("Just now", "2016-03-03", DAY),
        ("2 weeks ago", "2016-03-21", "2016-03-01/2016-03-07"),
        ("2 hours ago", None, None),
        ("3 days ago", None, None),
    ],
)
def test_ages_count_from_the_capture_only(line: str, captured: str | None, day: str | None) -> None:
    read = flat(line, captured=captured)
    assert read.meta.published == day
    assert ("date-inferred" in codes(read)) == (day is not None)


@pytest.mark.parametrize(
    ("url", "captured", "day"),
    [
        ("https://web.archive.org/web/20160305120000/http://example.org/ferry", None, None),
        ("https://web.archive.org/web/20160305120000/http://example.org/2016/03/03/ferry", None, DAY),
        ("https://example.org/ferry?date=2016-03-03", None, DAY),
        ("https://example.org/2016/03/09/ferry", "2016-03-05", None),
        ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2016/03/03/ferry", None, DAY),
    ],
)
def test_addresses(url: str, captured: str | None, day: str | None) -> None:
    assert flat("By Jane Roe", url=url, captured=captured).meta.published == day
    assert page(url=url, captured=captured).meta.published == day


def test_when_it_was_changed() -> None:
    meta: Meta = page(ld(datePublished="2016-03-03", dateModified="2016-03-09T10:00:00+01:00")).meta
    assert (meta.published, meta.modified) == (DAY, "2016-03-09T10:00:00+01:00")
    assert page(prop("article:modified_time", "2016-03-09T10:00:00Z")).meta.modified == "2016-03-09T10:00:00+00:00"
