"""When a page was published, by whom it was written, who published it."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page
from standoff.read.dates.addresses import date_in_address
from standoff.read.dates.publication import author_names
from standoff.read.dates.stamps import find_stamps

STORY = "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return.\n"


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("PORT VALE Thu Mar 3, 2016 2:05pm EST", "2016-03-03", "2016-03-03T14:05-05:00"),
        ("Published 3 March 2016", "2016-03-03", None),
        ("3rd of March, 2016", "2016-03-03", None),
        ("Published: March 3, 2016 9:05 a.m. ET | Updated: March 9, 2016", "2016-03-03", "2016-03-03T09:05-05:00"),
        ("Updated 9 March 2016 10:00, first published 3 March 2016 08:00", "2016-03-03", "2016-03-03T08:00"),
        ("11:48, Thu, Mar 3, 2016 | UPDATED: 11:50, Fri, Mar 4, 2016", "2016-03-03", "2016-03-03T11:48"),
        ("2016-03-03T08:15:00+09:00", "2016-03-03", "2016-03-03T08:15:00+09:00"),
        ("2016/03/03 08:15 KST", "2016-03-03", "2016-03-03T08:15+09:00"),
        ("By Jane Roe, 3 Mar 2016", "2016-03-03", None),
        ("31/03/2016 10:12", "2016-03-31", "2016-03-31T10:12"),
        ("Posted March. 3, 2016 22:55", "2016-03-03", "2016-03-03T22:55"),
        ("- The Shore Gazette - Thursday, March 3, 2016", "2016-03-03", None),
    ],
)
def test_printed_stamps(line: str, day: str, time: str | None) -> None:
    meta = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{line}\n\n{STORY * 3}")).meta
    assert (meta.published, meta.published_how, meta.published_time) == (day, "stated", time)


@pytest.mark.parametrize(
    "line",
    [
        "WorldPublished This article is more than 3 years old.",
        "Published",
        "5 hours ago",
        "© 2016 Shore Gazette",
        "Photo taken at the pier on March 3, 2016. (Jane Roe/Reuters)",
    ],
)
def test_no_dates(line: str) -> None:
    meta = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{line}\n\n{STORY * 3}")).meta
    assert (meta.published, meta.published_how) == (None, None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2016/03/03/ferry", "2016-03-03"),
        ("https://example.org/world/2016/mar/03/ferry", "2016-03-03"),
        ("https://example.org/ferry-20160303.html", "2016-03-03"),
        ("https://example.org/news/2016-03-03-ferry", "2016-03-03"),
        ("https://example.org/2016/03/ferry", "2016-03"),
        ("https://example.org/ferry-19-2016", None),
        ("https://example.org/id/20161399", None),
    ],
)
def test_dates_in_addresses(url: str, day: str | None) -> None:
    assert date_in_address(url) == day
    meta = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY * 3}", url=url)).meta
    assert meta.published == day


def test_given_date_wins() -> None:
    text = f"Ferry stays in port\n\nPublished 3 March 2016\n\n{STORY * 3}"
    meta = read_page(PageInput(id="t", text=text, published="2016-03-02")).meta
    assert (meta.published, meta.published_how) == ("2016-03-02", "given")


def test_given_date_that_is_none_becomes_an_issue() -> None:
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n3 March 2016\n\n{STORY * 3}", published="soon"))
    assert page.meta.published == "2016-03-03"
    assert [issue.code for issue in page.issues] == ["bad-date"]


@pytest.mark.parametrize(
    ("url", "day"),
    [("https://www.bbc.co.uk/news/1", "2016-04-03"), ("https://www.latimes.com/x", "2016-03-04"), (None, "2016-03-04")],
)
def test_day_and_month_by_publisher(url: str | None, day: str) -> None:
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n03/04/2016\n\n{STORY * 3}", url=url))
    assert page.meta.published == day
    assert [issue.code for issue in page.issues] == ([] if url else ["date-ambiguous"])


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Q. Doe, Staff Writers", ("Jane Roe", "John Q. Doe")),
        ("BY JANE ROE", ("Jane Roe",)),
        ("Jane Roe, Reuters", ("Jane Roe",)),
        ("Jane Roe • March 3, 2016", ("Jane Roe",)),
        ("By The Associated Press", ()),
        ("By Jane Roe (jane@example.org)", ("Jane Roe",)),
    ],
)
def test_author_names(byline: str, names: tuple[str, ...]) -> None:
    assert author_names(byline) == names


@pytest.mark.parametrize(
    ("text", "url", "publisher"),
    [
        (STORY * 3, "https://www.theguardian.com/world/ferry", "The Guardian"),
        ("PORT VALE (Reuters) - " + STORY * 3, None, "Reuters"),
        (STORY * 3 + "\nBy signing up you agree to the Shore Gazette Privacy Policy.", None, "Shore Gazette"),
        (STORY * 3 + "\n© 2016 The Shore Gazette. All rights reserved.", None, "The Shore Gazette"),
        (STORY * 3, None, None),
    ],
)
def test_publishers(text: str, url: str | None, publisher: str | None) -> None:
    assert read_page(PageInput(id="t", text="Ferry stays in port\n\n" + text, url=url)).meta.publisher == publisher


@pytest.mark.parametrize(
    "marked",
    [
        "[3 March 2016]",
        "on [March 3rd, 2016] in",
        "[2016-03-03T09:12Z]",
        "[9.12am, 3 March 2016]",
        "x [Mar 3, 2016 9:12 PM PST] y",
    ],
)
def test_stamp_spans(marked: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    stamp = next(find_stamps(text))
    assert (stamp.start, stamp.end) == (start, end)


@pytest.mark.parametrize("text", ["31 February 2016", "13/13/2016", "March 2016", "in 2016", "3 March", "0000-00-00"])
def test_no_stamps(text: str) -> None:
    assert not list(find_stamps(text))
