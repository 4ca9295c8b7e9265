"""Flattened pages in the orders that large outlets print: points below a picture, captions without a mark, times below comments."""

import pytest

from standoff.model import Page, PageInput
from standoff.read import read_page

TOLD = (
    "The lift bridge at Orrin stayed down for a third day on Friday after its keepers walked out over the night watch.",
    "Barges with gravel and grain have waited above the town since Wednesday, the harbour office said.",
    "The keepers want two men on every night watch, and the county says that it can pay for one.",
    "A mediator is to hear both sides on Monday, a spokeswoman for the county said.",
)
URL = "https://www.skarnpost.example/news/orrin-lift-bridge-keepers-walk-out/"


def page_of(*lines: str) -> Page:
    return read_page(PageInput(id="a", text="\n".join(lines), url=URL))


def texts(page: Page, kind: str) -> list[str]:
    return [
        line
        for part in page.parts
        if part.kind == kind
        for line in page.text[part.start : part.end].split("\n")
        if line
    ]


def test_points_below_the_byline_and_a_picture() -> None:
    points = ("Keepers walked out on Wednesday night", "40 barges wait above the town")
    shown = "A barge lies below the bridge at Orrin on the day before it was shut."
    head = ("Lift bridge at Orrin stays down", "By Jane Roe, Skarn Post", "May 5, 2017", shown, "Story highlights")
    page = page_of("Home", "News", *head, *points, *TOLD, "© 2017 Skarn Post")
    assert texts(page, "story") == [*points, *TOLD]
    assert texts(page, "caption") == [shown]


def test_the_headline_above_a_notice_and_a_standfirst() -> None:
    lead = (
        "Barges wait above the town as two crews and the county fight over the night watch at the lift bridge of Orrin"
    )
    shown = "The bridge at Orrin, which has been down since Wednesday night. Photograph: Jane Roe/Skarn Post"
    head = (
        shown,
        "Keepers at Orrin stay out",
        "This article is over 6 years old",
        lead,
        "Jane Roe",
        "Fri 5 May 2017 10.30 BST",
    )
    page = page_of("News", "Sport", *head, *TOLD, "Most viewed", "© 2017 Skarn Post")
    assert page.meta.title == "Keepers at Orrin stay out"
    assert texts(page, "story") == [lead, *TOLD]
    assert texts(page, "caption") == [shown.partition(" Photograph")[0]]


def test_long_lines_that_end_as_no_sentence_are_captions() -> None:
    shown = "A keeper in a yellow coat looks out over the river from the tower of the bridge at Orrin"
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD[:2], shown, *TOLD[2:], "© 2017 Skarn Post")
    assert texts(page, "caption") == [shown]
    assert texts(page, "story") == [*TOLD]


@pytest.mark.parametrize(
    "line", ["What the keepers say", "3", "How to get over the river while the bridge at Orrin stays down"]
)
def test_heads_and_counts_are_none(line: str) -> None:
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD[:2], line, *TOLD[2:], "© 2017 Skarn Post")
    assert texts(page, "caption") == []
    assert [told for told in texts(page, "story") if told != line] == [*TOLD]
    assert line != "3" or line not in texts(page, "story")


@pytest.mark.parametrize("office", ["Skarn correspondent", "Foreign Editor", ", Transport Reporter"])
def test_who_signs_above_the_office(office: str) -> None:
    page = page_of("Lift bridge at Orrin stays down", "Ximo Brekke", office, "Share", *TOLD, "© 2017 Skarn Post")
    assert page.meta.authors == ("Ximo Brekke",)


REMARKS = (
    ("Hanna R.", "Put a second man up there and be done with it.", "May 5, 2017 8:15 PM"),
    ("oldtar61", "My gravel has been on that river since Wednesday.", "May 6, 2017 7:02 AM"),
    ("Mole", "Two men for a bridge that lifts twice a night?", "May 6, 2017 9:44 AM"),
)
STAMPS = ["2017-05-05T20:15", "2017-05-06T07:02", "2017-05-06T09:44"]


def test_times_below_comments() -> None:
    remarks = [line for remark in REMARKS for line in remark]
    page = page_of("Lift bridge stays down", "May 5, 2017", *TOLD, "Comments", *remarks, "Most popular", "Beach opens")
    comments = [part for part in page.parts if part.kind == "comment"]
    assert [(c.author, c.time) for c in comments] == [(r[0], s) for r, s in zip(REMARKS, STAMPS, strict=True)]
    assert "Most popular" not in texts(page, "comment")


def test_headlines_below_the_last_comment() -> None:
    remarks = [line for who, said, when in REMARKS for line in (f"by: {who.strip('.')} from: Skarn", when, said)]
    more = ("More News From the River", "Two Held Over Theft of Ropes", "The river has fallen to its lowest for years.")
    page = page_of(
        "Lift bridge stays down", "May 5, 2017", *TOLD, "This forum has been closed.", "Comments", *remarks, *more
    )
    assert texts(page, "comment")[-1] == REMARKS[-1][1]
    assert texts(page, "story") == [*TOLD]


@pytest.mark.parametrize(
    "between",
    [[], ["Advertisement"], ["A keeper on the tower at Orrin (Picture: Jane Roe)"], ["Save this story", "Share icon"]],
)
def test_a_short_sentence_below_what_is_known_is_of_the_story(between: list[str]) -> None:
    last = "The next talks are set for the spring."
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD, *between, last, "Most read", "Beach opens")
    assert texts(page, "story") == [*TOLD, last]


@pytest.mark.parametrize(
    "below",
    [
        "Jane Roe is a reporter for the Skarn Post.",
        "You can find all of our letters here.",
        "Beach opens for the summer",
    ],
)
def test_what_else_stands_below_a_story_is_not(below: str) -> None:
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD, below, "© 2017 Skarn Post")
    assert texts(page, "story") == [*TOLD]


def test_headlines_in_square_brackets_are_links() -> None:
    link = "[ Why the keepers of Orrin sleep by day ]"
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD[:2], link, *TOLD[2:], "© 2017 Skarn Post")
    assert texts(page, "story") == [*TOLD]


def test_links_with_names_and_days_are_no_comments() -> None:
    links = ("Jane Roe", "5 May 2017, 3:02pm", "Beach opens for the summer", "John Doe", "5 May 2017, 1:40pm")
    page = page_of(
        "Lift bridge at Orrin stays down", "May 5, 2017", *TOLD, "48 comments", *links, "Ferry names its boats"
    )
    assert texts(page, "comment") == []


@pytest.mark.parametrize(
    "credit", ["(Jane Roe / Vale Ledger)", "| Photo Credit: J. Roe", "Photo: Jane Roe, Skarn Post"]
)
@pytest.mark.parametrize("above", ["Share", "Read later", "accreditation"])
def test_captions_between_a_button_and_a_credit(credit: str, above: str) -> None:
    shown = "Some 40 barges had lain above the bridge since Wednesday night."
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", above, shown, credit, *TOLD, "© 2017 Skarn Post")
    assert texts(page, "caption") == [shown]
    assert texts(page, "story") == [*TOLD]


def test_cards_of_a_section_a_headline_a_sentence_and_a_day() -> None:
    card = ("HARBOUR", "Who owns the tower? A short guide", "Two brothers built it and never spoke.", "April 12, 2017")
    page = page_of("Harbour", "News", "Lift bridge stays down", "May 5, 2017", *TOLD[:2], *card, *TOLD[2:], "© 2017")
    assert texts(page, "story") == [*TOLD]


def test_the_head_below_a_caption_and_below_a_standfirst() -> None:
    shown = ("Some 40 barges lie above the bridge at Orrin on Thursday.", "(Jane Roe / Vale Ledger)")
    page = page_of(
        "Lift bridge at Orrin stays down", *shown, "By Ian Fox", "May 5, 2017 5 AM", *TOLD, "© 2017 Skarn Post"
    )
    assert (page.meta.authors, page.meta.published) == (("Ian Fox",), "2017-05-05")
    lead = "Keepers want two men on every watch and have shut the river until they get them."
    head = (lead, "Barges wait above the bridge [Jane Roe/Reuters]", "By", "Ian Fox", "5 May 2017", "Save")
    page = page_of("Lift bridge at Orrin stays down", *head, *TOLD, "© 2017 Skarn Post")
    assert (page.meta.authors, page.meta.published) == (("Ian Fox",), "2017-05-05")
    assert texts(page, "story") == [lead, *TOLD]


@pytest.mark.parametrize("label", ["Image:", "Image", "Image caption,"])
def test_captions_below_their_label(label: str) -> None:
    shown = "The tower of the bridge, where nobody keeps watch"
    page = page_of("Lift bridge at Orrin stays down", "May 5, 2017", *TOLD[:2], label, shown, *TOLD[2:], "© 2017")
    assert texts(page, "caption") == [shown]
    assert texts(page, "story") == [*TOLD]


def test_a_name_behind_a_bar_owns_the_picture() -> None:
    page = page_of("Lift bridge stays down", "May 5, 2017", "Keepers sit on the steps of the tower. | Jane Roe", *TOLD)
    assert texts(page, "caption") == ["Keepers sit on the steps of the tower."]
    assert texts(page, "credit") == ["Jane Roe"]


def test_a_description_below_the_credit_at_the_head() -> None:
    shown = "A barge waits below the bridge, where keepers have shut the river since Wednesday."
    page = page_of("Lift bridge stays down", "Ann Roe", "May 5, 2017", "Share", "JANE ROE/VALE", shown, *TOLD, "© 2017")
    assert texts(page, "caption") == [shown]
    assert texts(page, "story") == [*TOLD]


@pytest.mark.parametrize(
    "credit",
    ["© AFP", "© Jane Roe, AFP", "Jane Roe/Vale Images/Shorelight/Getty Images", "Credit…Jane Roe/The Vale and Orrin Ledger, via Associated Press"],
)  # fmt: skip
def test_credits_behind_an_owner_s_mark_or_in_a_chain_of_owners(credit: str) -> None:
    shown = "A keeper sits on the steps of the tower"
    page = page_of("Lift bridge stays down", "May 5, 2017", *TOLD[:2], shown, credit, *TOLD[2:], "© 2017 AFP")
    assert (texts(page, "caption"), texts(page, "credit")) == ([shown], [credit])
    assert texts(page, "story") == [*TOLD]


def test_a_trail_of_sections_is_no_credit() -> None:
    page = page_of("Lift bridge stays down", "Home / Orrin", "May 5, 2017", *TOLD, "© 2017 Skarn Post")
    assert texts(page, "credit") == []


def test_what_a_page_s_other_credits_stand_below_stands_above_each() -> None:
    shown = (
        "A barge waits below the bridge.",
        "A keeper sits on the steps of the tower.",
        "The lights on the tower were put out when the last of the keepers had left it on Wednesday.",
    )
    inside = [
        line for two in zip(shown, ["Jane Roe/AFP", "Reuters", "Ann Other/AP"], TOLD[1:], strict=True) for line in two
    ]
    page = page_of("Lift bridge stays down", "May 5, 2017", TOLD[0], *inside, "© 2017 Skarn Post")
    assert texts(page, "caption") == [*shown]
    assert texts(page, "story") == [*TOLD]


def test_captions_without_a_mark_one_below_the_other() -> None:
    shown = (
        "A keeper in a yellow coat looks out over the river from the tower of the bridge",
        "The barges have been waiting for so long that their crews went home by bus on Thursday",
    )
    page = page_of("Lift bridge stays down", "May 5, 2017", *TOLD[:2], *shown, *TOLD[2:], "© 2017 Skarn Post")
    assert texts(page, "caption") == [*shown]
    assert texts(page, "story") == [*TOLD]


def test_the_headline_above_a_gallery() -> None:
    pictures = [
        line
        for n, shown in enumerate(
            ("Keepers warm their hands at a fire.", "A barge waits with a load of gravel."), start=1
        )
        for line in (f"{n} / 2", shown, "Jane Roe / Skarn Post")
    ]
    head = ("Keepers at Orrin stay out as talks break off", "Ian Fox", "May 5, 2017", "Show Caption")
    page = read_page(PageInput(id="a", text="\n".join(["News", *head, *pictures, *TOLD, "© 2017 Skarn Post"])))
    assert page.meta.title == head[0]
    assert texts(page, "caption") == [pictures[1], pictures[4]]


def test_a_picture_between_sections_above_the_headline() -> None:
    shown = "Keepers block the steps of the tower on Thursday. "
    credit = "Photograph: Jane Roe/Reuters"
    head = (
        shown + credit,
        "View image in fullscreen",
        "Orrin",
        "Keepers at Orrin stay out",
        "Ian Fox",
        "Fri 5 May 2017",
    )
    page = page_of("News", "Sport", *head, *TOLD, "© 2017 Skarn Post")
    assert (texts(page, "caption"), texts(page, "credit")) == ([shown.strip()], [credit])


def test_an_outlet_in_brackets_behind_a_caption() -> None:
    shown, credit = "Keepers hold a rally below the tower at Orrin on May 4, 2017.", "(Valepress)"
    page = page_of("Lift bridge stays down", "By Ian Fox", TOLD[0], f"{shown} {credit}", *TOLD[1:], "© 2017 Skarn Post")
    assert (texts(page, "caption"), texts(page, "credit")) == ([shown], [credit[1:]])
    assert texts(page, "story") == [*TOLD]


@pytest.mark.parametrize("agency", ["(VBC)", "(PTI)"])
def test_an_agency_in_brackets_closes_a_report(agency: str) -> None:
    last = f"The head of the keepers said his men were tired but proud. {agency}"
    page = page_of("Lift bridge stays down", "By Ian Fox", *TOLD, last, "© 2017 Skarn Post")
    assert (texts(page, "caption"), texts(page, "credit")) == ([], [])
    assert texts(page, "story") == [*TOLD, last]


def test_what_the_author_above_does_for_the_paper_is_no_author() -> None:
    page = page_of("Lift bridge at Orrin stays down", "5 May 2017", "Ximo Brekke", "Upper Vale correspondent", *TOLD)
    assert page.meta.authors == ("Ximo Brekke",)


def test_a_day_with_its_time_run_together() -> None:
    page = page_of("Lift bridge at Orrin stays down", "By Ian Fox", "November 9, 201710:41 PM UTC", *TOLD)
    assert page.meta.published == "2017-11-09"


def test_a_video_s_credit_takes_no_sentence_of_the_story() -> None:
    page = page_of(
        "Lift bridge stays down",
        "May 5, 2017",
        *TOLD,
        "(Video: Jane Roe/Vale Ledger)",
        "The river stays shut.",
        TOLD[2],
    )
    assert texts(page, "caption") == []


def test_the_head_above_a_standfirst_a_name_and_a_button() -> None:
    lead = "Barges crossed below the bridge on Friday after the county agreed to pay for a second man on every watch"
    head = (
        "Keepers at Orrin Let Barges Through After Sit-In",
        lead,
        "Ian Fox",
        "Follow",
        "Get letters from Ian Fox",
        "May 5, 2017",
    )
    page = read_page(PageInput(id="a", text="\n".join(["Photos", *head, *TOLD, "© 2017 Skarn Post"])))
    assert page.meta.title == head[0]


@pytest.mark.parametrize("print_line", ["Printed from www.skarnpost.example on 6 May 2017", "Retrieved 6 May 2017"])
@pytest.mark.parametrize("first", [True, False])
def test_the_day_on_which_a_page_was_printed_is_not_its_own(print_line: str, first: bool) -> None:
    when = [print_line, "May 4, 2017"] if first else ["May 4, 2017", print_line]
    lines = ["Lift bridge at Orrin stays down", *when, *TOLD]
    markup = f"<h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    assert read_page(PageInput(id="a", text="\n".join(lines))).meta.published == "2017-05-04"
    assert read_page(PageInput(id="a", html=markup)).meta.published == "2017-05-04"
