"""What stands around and inside the stories of flattened pages, in layouts of outlets of many years. Own pages."""

from standoff.model import Page, PageInput
from standoff.read import read_page

STORY = (
    "The ferry company and the council of Skarn met on Monday for the third time this month, and parted without a date for the next sailing.",
    "The company says that the pier is not safe for cars. The council has offered to pay half of the repairs, which would cost about 2 million euros.",
    "Crews on the mainland have been told to wait at home until the end of the week, a spokeswoman for the company said on Monday evening.",
    "“We have one pier and eleven boats,” said Ann Lind, who leads the council. “Somebody has to move first.”",
    "The council of the south shore asked for the boats to be brought back for the market days, but no answer had come by nightfall.",
)
MENU = ("Home", "News", "Business", "Sport", "Weather", "Opinion")
TITLE = "Ferry talks end without a date"
FOOT = ("Most read", "Bull wins rosette for fifth year", "Privacy policy", "© 2015 Skarn Post. All rights reserved.")


def page_of(*lines: str, url: str | None = None) -> Page:
    return read_page(PageInput(id="a", text="\n".join(lines), url=url))


def said(page: Page, kind: str) -> list[str]:
    return [line for p in page.parts if p.kind == kind for line in page.text[p.start : p.end].split("\n")]


def test_key_points_between_paragraphs_are_of_the_story() -> None:
    points = ("Eleven boats have lain at the pier since Friday", "The company wants half of the repairs paid")
    page = page_of(*MENU, TITLE, "By Jane Roe", "4 May 2015", *STORY[:2], "Key points:", *points, *STORY[2:], *FOOT)
    assert set(points) <= set(said(page, "story"))


def test_a_gallery_above_the_headline() -> None:
    pictures = ("1 of 2", "Buy Now", "Boats wait at the pier of Skarn on Monday.", "Ann Other | Staff Photographer",
                "2 of 2", "A sign at the pier of Skarn.", "Photo courtesy of Skarn Museum")  # fmt: skip
    page = page_of(*MENU, *pictures, TITLE, "By Jane Roe", "May 4, 2015", *STORY, *FOOT)
    assert said(page, "caption") == ["Boats wait at the pier of Skarn on Monday.", "A sign at the pier of Skarn."]
    assert said(page, "credit") == ["Ann Other | Staff Photographer", "Photo courtesy of Skarn Museum"]


def test_a_caption_between_the_headline_and_its_credit() -> None:
    caption = "The pier of Skarn, which has been closed to cars since the storms of February."
    page = page_of(
        *MENU, TITLE, caption, "Ann Other for The Herald", "By JANE ROE", "Published: May 4, 2015", *STORY, *FOOT
    )
    assert said(page, "caption") == [caption]


def test_a_standfirst_stands_right_below_the_headline_however_far_the_story() -> None:
    dek = "The company has offered half of the repairs; the council wants a sailing by June"
    shares = ("SHARE", "Copy link", "Email", "Facebook", "Twitter", "Telegram", "LinkedIn", "WhatsApp", "Reddit")
    page = page_of(*MENU, TITLE, dek, "Updated - May 4, 2015 09:41 pm", "By Jane Roe", *shares, *STORY, *FOOT)
    assert dek in said(page, "story")


def test_comments_by_name_and_place() -> None:
    comments = ("Comments page of 1", "by: Oleg from: Osh", "May 04, 2015 18:22", "They shut the pier in 2009 too.",
                "by: Kate from: Toronto", "May 05, 2015 02:10", "Who builds a pier out of wood?")  # fmt: skip
    page = page_of(*MENU, TITLE, "By Jane Roe", "May 4, 2015", *STORY, *comments, *FOOT)
    told = [(part.author, part.time) for part in page.parts if part.kind == "comment"]
    assert told == [("Oleg", "2015-05-04T18:22"), ("Kate", "2015-05-05T02:10")]


def test_posts_of_a_live_page_with_a_byline_each() -> None:
    posts = ("9:20 p.m. ET, May 4, 2015", "Council leaves the hall", "From STV’s Jane Roe", STORY[0],
             "6:02 p.m. ET, May 4, 2015", "Company makes an offer", "From STV’s Ann Other", STORY[1],
             "3:37 p.m. ET, May 4, 2015", "Hall doors close", "From STV staff", STORY[2])  # fmt: skip
    page = page_of(*MENU, TITLE, "By Jane Roe, STV", "Updated 9:48 p.m. ET, May 4, 2015", STORY[4], *posts, *FOOT)
    titles = [page.text[part.start : part.end] for part in page.parts if part.kind == "title" and part.role == "entry"]
    assert titles == ["Council leaves the hall", "Company makes an offer", "Hall doors close"]


def test_nothing_far_above_the_headline_that_the_address_names_is_story() -> None:
    teasers = tuple(f"{name} council says no to the new road{text}" for name, text in zip(("Tarn", "Vale", "Kessin", "Mole"), STORY, strict=False))  # fmt: skip
    body = STORY[:2]
    page = page_of(*MENU, "Latest Sports", *teasers, "Best Of", *MENU, *MENU, *MENU, TITLE, "By Jane Roe", *body, *FOOT,
                   url="https://skarnpost.example/2015/05/04/ferry-talks-end-without-a-date")  # fmt: skip
    assert said(page, "story") == [*body]


def test_what_a_site_says_of_itself_below_its_story() -> None:
    about = "Skarnpost is the oldest paper of the south shore and has been printed in the same house since 1871."
    page = page_of(*MENU, TITLE, "By Jane Roe", *STORY, about, *FOOT, url="https://www.skarnpost.example/a")
    assert about not in said(page, "story")
    assert STORY[4] in said(page, "story")


def test_a_caption_whose_credit_names_a_site_by_its_address() -> None:
    page = page_of(
        *MENU, TITLE, "4 May 2015", "The pier of Skarn at dusk. Photo: Ann Other/Skarnpost.example", *STORY, *FOOT
    )
    assert said(page, "caption") == ["The pier of Skarn at dusk."]
