"""Captions of flattened pages told by counters, full dates and names alone. Own pages."""

import pytest
from tests.read.test_flat_layouts import FOOT, MENU, STORY, TITLE, page_of, said


def test_a_counter_below_its_caption() -> None:
    caption = "Cars wait above the pier of Skarn on Wednesday, the fifth day without a sailing."
    below = "The crews had moored at the pier on Friday, and the council asked the police to stay away."
    page = page_of(*MENU, TITLE, "By Jane Roe", STORY[0], caption, "1 of 3", below, *STORY[1:], *FOOT)
    assert said(page, "caption") == [caption]
    assert below in said(page, "story")


@pytest.mark.parametrize("credit", ["(AP Photo/Ann Other)", "Ann Other for The Gazette"])
def test_what_ends_in_a_full_date_above_a_credit(credit: str) -> None:
    caption = "A patrol boat of the south shore passes the islands off Skarn, Norway, Sunday, May 3, 2015."
    page = page_of(*MENU, TITLE, "By Jane Roe", *STORY[:2], caption, credit, *STORY[2:], *FOOT)
    assert said(page, "caption") == [caption]
    assert said(page, "credit") == [credit]


def test_a_name_below_dated_captions_at_the_head() -> None:
    shown = ("Boats lie at the pier of Skarn, Monday, May 4, 2015.", "A guard shuts the gate, Monday, May 4, 2015.")
    pictures = ("1 of 2", shown[0], "Ann Other", "Buy Now", shown[1], "Ann Other")
    page = page_of(*MENU, TITLE, "By Jane Roe", "May 4, 2015", *pictures, *STORY, *FOOT)
    assert said(page, "caption") == [*shown]
    assert said(page, "credit") == ["Ann Other", "Ann Other"]


def test_who_reports_from_a_place_is_no_credit() -> None:
    told = "Reporting from Port Skarn, our own Ann Other said the first boats were expected to dock by Friday."
    page = page_of(*MENU, TITLE, "By Jane Roe", *STORY[:2], told, *STORY[2:], *FOOT)
    assert told in said(page, "story")


def test_a_quotation_between_a_box_and_a_head_is_of_the_story() -> None:
    box = ("Keep reading", "list of 2 items", "list 1 of 2", "Mill fire put out after a night", "list 2 of 2",
           "Why the pier matters to everybody", "end of list")  # fmt: skip
    page = page_of(*MENU, TITLE, "By Jane Roe", *STORY[:2], *box, STORY[3], "Market days", STORY[2], STORY[4], *FOOT)
    assert STORY[3] in said(page, "story")
    assert not {*box} & {*said(page, "story")}


def test_who_signs_below_a_caption_with_its_credit() -> None:
    caption = "Boats at the pier of Skarn. [PHOTO CREDIT: Skarn Museum]"
    page = page_of(*MENU, TITLE, caption, "Ann Other", "May 4, 2015", "3 min read", *STORY, *FOOT)
    assert page.meta.authors == ("Ann Other",)


def test_a_paragraph_and_a_remark_below_a_box_of_links() -> None:
    box = ("Enlarge This Image", "Ann Other/Agence France-Presse — Getty Images", "Boats lay at the pier on Sunday.", "Related",
           "Times Topic: Skarn")  # fmt: skip
    told = (
        "The harbour master, who gave only his first name, Olav, said he had received the order by telephone at dawn."
    )
    remark = "“No one told us for how long,” he said."
    page = page_of(*MENU, TITLE, "By Jane Roe", STORY[0], *box, told, remark, *STORY[1:], *FOOT)
    assert {told, remark} <= {*said(page, "story")}


def test_what_asks_for_gifts_below_a_story_is_none_of_it() -> None:
    asks = ("Support the Gazette’s journalism of integrity",
            "Good journalism costs a lot of money. Yet only good journalism can hold the powers of this shore to account.")  # fmt: skip
    page = page_of(*MENU, TITLE, "By Jane Roe", "May 4, 2015", *STORY, *asks, "Donate", *FOOT)
    assert not {*asks} & {*said(page, "story")}
