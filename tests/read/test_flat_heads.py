"""What stands at the head of flattened pages: stamps, headlines, points, standfirsts, who signs. Own pages."""

import pytest
from tests.read.test_flat_layouts import FOOT, MENU, STORY, TITLE, page_of, said


@pytest.mark.parametrize(
    "stamp", ["Last Updated: Monday, 4 May 2015, 14:07 GMT", "4 MAY, 16:08", "updated 11:36 a.m. EST, Mon May 4, 2015"]
)
def test_the_headline_below_a_stamp_with_a_caption_below_it(stamp: str) -> None:
    caption = "The boats are the only way to the islands for many families"
    page = page_of(*MENU, stamp, "E-mail this to a friend", "Printable version", TITLE, caption, *STORY, *FOOT)
    assert page.meta.title == TITLE


def test_points_between_the_headline_and_the_byline() -> None:
    points = ("Eleven boats have lain at the pier since Friday", "The company wants half of the repairs paid",
              "The council of the south shore has written to both")  # fmt: skip
    page = page_of(*MENU, TITLE, "STORY HIGHLIGHTS", *points, "Font size", "By Jane Roe", *STORY, *FOOT)
    assert page.meta.title == TITLE
    assert set(points) <= set(said(page, "story"))


def test_a_standfirst_above_the_picture() -> None:
    dek = "The company has offered half of the repairs; the council wants a sailing by June"
    picture = ("Boats at the pier of Skarn (Photo: Ann Other)", "View more sharing options")
    page = page_of(*MENU, TITLE, dek, *picture, "By Jane Roe in Skarn", "Monday 4 May 2015 17.05 BST", *STORY, *FOOT)
    assert dek in said(page, "story")


@pytest.mark.parametrize(
    ("line", "author"),
    [("Jane Roe Parliamentary editor", "Jane Roe"), ("Jane Roe", "Jane Roe"), ("Ann van der Other | 4 May 2015", "Ann van der Other"),
     ("Jane Roe / SNN / Updated: May 4, 2015, 22:41 IST", "Jane Roe"), ("By Jane RoeTwitter", "Jane Roe"), ("Jane Roe, USA TODAY", "Jane Roe")],
)  # fmt: skip
def test_who_signs_below_the_headline(line: str, author: str) -> None:
    shares = ("Facebook", "Twitter", "WhatsApp", "Email", "Print", "Share", "Copy link", "Save")
    page = page_of(*MENU, TITLE, "May 4, 2015 5:01 AM ET", line, *shares, *STORY, *FOOT)
    assert page.meta.authors == (author,)


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Reuters", "byline"), ("AFP", "byline"), ("Staff and agencies", "byline"), ("Getty Images", "credit")],
)
def test_who_wrote_between_the_standfirst_and_the_day(line: str, kind: str) -> None:
    dek = "The company has offered half of the repairs, and the council of the islands wants a sailing by June."
    page = page_of(*MENU, TITLE, dek, line, "4 May 2015 17:05 GMT", *STORY, *FOOT)
    assert line in said(page, kind)


@pytest.mark.parametrize(
    "credit",
    ["Picture credit: Jane Roe/Skarn Photo", "Bildrechte: picture alliance/dpa | Jane Roe", "Photo: Ann Other"],
)
def test_a_credit_above_the_headline_that_says_so_of_itself(credit: str) -> None:
    page = page_of(*MENU, "Image", credit, "Topics", "Ferries 41", "X / Twitter", TITLE, *STORY, *FOOT)
    assert said(page, "credit") == [credit]


@pytest.mark.parametrize("line", ["By our correspondent in Skarn", "By a staff reporter", "By Our Correspondent"])
def test_a_byline_that_names_what_somebody_does(line: str) -> None:
    page = page_of(*MENU, TITLE, "Share on Facebook", "Share on X", line, "4 May 2015 17:05 GMT", *STORY, *FOOT)
    assert said(page, "byline") == [line]
    assert page.meta.authors == ()


@pytest.mark.parametrize("line", ["By the ferry they came home.", "By noon the ferry was full"])
def test_a_line_that_begins_with_by_and_is_no_byline(line: str) -> None:
    page = page_of(*MENU, TITLE, line, "4 May 2015 17:05 GMT", *STORY, *FOOT)
    assert said(page, "byline") == []


def test_a_sentence_at_the_head_with_an_agency_behind_it_is_a_caption() -> None:
    shown = "Lorries turn back at the pier of Skarn on Monday after the ferry was tied up. Reuters"
    page = page_of(*MENU, TITLE, "By Jane Roe", "4 May 2015 17:05 GMT", shown, *STORY, *FOOT)
    assert page.meta.title == TITLE
    assert said(page, "caption") == [shown]


def test_who_posted_is_no_caption() -> None:
    signed = "Ann Other (@annother) May 4, 2015"
    page = page_of(
        *MENU, TITLE, "By Jane Roe", *STORY[:2], "“Nobody has asked us,” the skipper wrote.", signed, *STORY[2:], *FOOT
    )
    assert signed not in said(page, "caption") + said(page, "story")


def test_the_headline_in_a_list_of_links_above_the_byline_stays_below_it() -> None:
    links = ("ARTICLES", TITLE, "Bull wins rosette for fifth year")
    page = page_of(*MENU, TITLE, "Jane Roe / SNN / Updated: May 4, 2015, 22:41 IST", "Share", *links, *STORY, *FOOT)
    assert page.meta.authors == ("Jane Roe",)


def test_a_day_below_the_story_is_that_of_a_link() -> None:
    links = ("Related Stories", "Bull wins rosette for fifth year", "21 APRIL 2015, SHORE")
    shares = ("Share this page", "Email", "Print", "Facebook", "Twitter", "Continue reading the main story")
    page = page_of(*MENU, "4 May 2015", *shares, *shares, TITLE, *STORY, *links, *FOOT)
    assert page.meta.published == "2015-05-04"


def test_a_wire_note_is_no_story() -> None:
    note = "(ATTN: UPDATES with reply of council in paras 4-5; ADDS photo)"
    page = page_of(*MENU, "2015/05/04 15:42 KST", TITLE, note, "By Jane Roe", *STORY, *FOOT)
    assert note not in said(page, "story")
