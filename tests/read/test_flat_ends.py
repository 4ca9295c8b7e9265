"""Short flattened pages without menus: what stands around the story is none of it. Own pages, written for these tests."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page

STORY = (
    "The pilots of Port Vale turned down the harbour board’s second offer on Monday and said that no ship would leave before it pays what it owes.",
    "“We have waited since the spring for an answer,” said Ines Quist, who leads their union, after the crews had met for three hours.",
    "The board put the cost of the dispute at 4.2 million crowns a day, and said that 320 lorries were waiting outside the gates of the terminal.",
    "Both sides are to meet again next week at the labour office in Kessin, which has offered to mediate between them since the beginning of the month.",
)


def page(*lines: str, gap: str = "\n\n") -> str:
    return gap.join(lines)


def kinds_of(text: str) -> dict[str, str]:
    read = read_page(PageInput(id="t", text=text))
    return {line.strip(): part.kind for part in read.parts for line in read.text[part.start : part.end].split("\n")}


@pytest.mark.parametrize(
    "line",
    [
        "Similar posts",
        "Source link",
        "Hide Ad",
        "Please enter your comment!",
        "More to read",
        "[embedded content]",
        "Read the rest at the Harbour Post",
        "You may receive promotional content from the Harbour Post.",
        "Harbour disputes",
        "Sponsored by the ferry line",
    ],
)
def test_a_line_below_the_story_is_none_of_it(line: str) -> None:
    kinds = kinds_of(page("Pilots turn down second offer", "By Jane Roe", *STORY, line))
    assert kinds[line] == "furniture"
    assert [kinds[paragraph] for paragraph in STORY] == ["story"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "Board calls on pilots to take the offer, 3 March 2016, 07:39",
        "Ferry crews to join the pilots 26.02.24, 09:39",
        "Why the pilots of Port Vale are tired of waiting Feb 26 2024, 07:39 AM • 27317 views",
        "WHY DO THE PILOTS NOT SAIL?",
    ],
)
def test_a_link_between_paragraphs_is_no_story(line: str) -> None:
    kinds = kinds_of(page("Pilots turn down second offer", "By Jane Roe", *STORY[:2], line, *STORY[2:]))
    assert kinds[line] == "furniture"


@pytest.mark.parametrize(
    "desk", ["Associated Press", "From Associated Press", "Reuters", "Ostrova News Service", "AFP Kessin"]
)
def test_the_agency_below_a_byline_is_one(desk: str) -> None:
    kinds = kinds_of(page("Pilots turn down the second offer of the board", "By Jane Roe", desk, *STORY))
    assert kinds[desk] == "byline"


def test_the_agency_above_the_date_is_a_byline() -> None:
    kinds = kinds_of(
        page("Pilots turn down the second offer of the board", "Associated Press", "Mar 21, 2016 2:51 PM", *STORY)
    )
    assert (kinds["Associated Press"], kinds["Mar 21, 2016 2:51 PM"]) == ("byline", "dateline")


def test_a_picture_at_the_head_of_the_story() -> None:
    shown = "Pilots stand in front of the board’s office in Port Vale, Thursday, November 27, 2014, at the end of their watch."
    kinds = kinds_of(page("Pilots turn down second offer", "A gate of the port", "Ann Other/VSCR", shown, *STORY))
    assert (kinds["A gate of the port"], kinds["Ann Other/VSCR"], kinds[shown]) == ("caption", "credit", "caption")


@pytest.mark.parametrize(
    "credit",
    ["Courtesy photo", "Supplied", "Staff photo by Ann Other", "ANN OTHER/VALE COURIER", "Image source, Reuters"],
)
def test_a_picture_between_paragraphs(credit: str) -> None:
    shown = "Lorries wait outside the terminal"
    kinds = kinds_of(page("Pilots turn down second offer", "By Jane Roe", *STORY[:2], f"{shown}\n{credit}", *STORY[2:]))
    assert (kinds[shown], kinds[credit]) == ("caption", "credit")


@pytest.mark.parametrize("says", ["said...", "said…"])
def test_comments_of_a_weblog_without_times(says: str) -> None:
    texts = (
        "About time. The board had all winter to pay.",
        "Bring the ferry back first, then talk about the rest of it.",
    )
    text = page(
        "Friday, September 30, 2011",
        "Pilots turn down second offer",
        *STORY,
        f"Anonymous {says}",
        texts[0],
        f"Gull {says}",
        texts[1],
    )
    read = read_page(PageInput(id="t", text=text))
    comments = [(part.author, read.text[part.start : part.end]) for part in read.parts if part.kind == "comment"]
    assert [author for author, _ in comments] == ["Anonymous", "Gull"]
    assert all(said in whole for said, (_, whole) in zip(texts, comments, strict=True))


def test_speech_that_is_introduced_alone_is_no_comment() -> None:
    text = page("Pilots turn down second offer", STORY[0], "Ms Quist said:", STORY[1], "She said:", *STORY[2:])
    assert not [part for part in read_page(PageInput(id="t", text=text)).parts if part.kind == "comment"]


def test_a_story_that_stands_there_once_more_on_one_line_is_told_once() -> None:
    whole = " ".join([*STORY, *STORY])
    kinds = kinds_of(page("Pilots turn down offer", *STORY, "Harbour disputes", whole))
    assert [kinds[line] for line in STORY] == ["story"] * len(STORY)
    assert kinds[whole] == "furniture"


def test_a_long_paragraph_that_repeats_none_is_of_the_story() -> None:
    long = " ".join(
        f"{line[:-1]}, as the labour office at Tarn had said {n} days before."
        for n, line in enumerate((*STORY, *STORY))
    )
    assert kinds_of(page("Pilots turn down offer", *STORY[:2], long))[long] == "story"


def test_a_sentence_below_the_headline_is_the_standfirst() -> None:
    lines = (
        "Home",
        "News",
        "The pilots dispute day by day",
        "How the pilots and the board came to stop the harbour of Port Vale, in ten days.",
    )
    read = read_page(PageInput(id="t", text="\n".join([*lines, "By Jane Roe", "12 June 2014", *STORY])))
    assert read.meta.title == lines[2]
    assert [read.text[p.start : p.end] for p in read.parts if p.role == "standfirst"] == [lines[3]]


def test_paragraphs_between_links_and_buttons_are_of_the_story() -> None:
    between = ("Advertisement\nContinue reading below", "READ MORE: Ferry fares to rise in April", "Share")
    text = "\n\n".join(
        [
            "Pilots turn down offer",
            "By Jane Roe",
            *(f"{told}\n\n{put}" for told, put in zip(STORY, between, strict=False)),
            STORY[-1],
        ]
    )
    kinds = kinds_of(text)
    assert [kinds[line] for line in STORY] == ["story"] * len(STORY)


def test_a_story_does_not_begin_with_a_count() -> None:
    assert kinds_of(page("Pilots turn down offer", "By Jane Roe", "48 shares", *STORY))["48 shares"] == "furniture"


@pytest.mark.parametrize(
    "above",
    [
        ["HARBOUR BOARD OF PORT VALE", "3 March 2016"],
        ["Thank you for mending the text of this article. Your changes help everybody who searches here."],
        ["Home | About | Press releases | Visitors", "3 March 2016"],
    ],
)
def test_what_stands_above_a_long_headline_is_none(above: list[str]) -> None:
    title = "Statement of the board on the second offer that it has made to the pilots of Port Vale"
    read = read_page(PageInput(id="t", text=page(*above, title, *STORY)))
    assert read.meta.title == title


def test_the_agencies_that_a_report_came_from_are_its_credit() -> None:
    line = "Some information for this report was provided by AFP and Reuters."
    assert kinds_of(page("Pilots turn down second offer", "By Jane Roe", *STORY, line))[line] == "credit"


def test_the_last_two_words_of_an_address_name_the_headline() -> None:
    text = page("BOARD LINES", "A weekly letter on ports and those who wait in them", "Two Mondays and a no", *STORY)
    read = read_page(PageInput(id="t", text=text, url="https://letters.example/p/two-mondays"))
    assert read.meta.title == "Two Mondays and a no"


@pytest.mark.parametrize("head", ["WHAT IS OWED", "A long spring", "Who pays?"])
def test_a_head_alone_between_paragraphs_is_of_the_story(head: str) -> None:
    kinds = kinds_of(page("Pilots turn down second offer", "By Jane Roe", *STORY[:2], head, *STORY[2:], gap="\n"))
    assert kinds[head] == "story"


def test_a_list_that_a_colon_leads_to_is_of_the_story() -> None:
    items = ["Back pay by the end of June", "Two more crews", "A new launch"]
    kinds = kinds_of(
        page(
            "Pilots turn down second offer",
            "By Jane Roe",
            *STORY[:2],
            "This is what the pilots want:",
            *items,
            *STORY[2:],
        )
    )
    assert [kinds[item] for item in items] == ["story"] * 3


def test_the_points_of_a_story_above_its_byline_are_its_standfirst() -> None:
    points = [
        "Pilots say the board must pay first",
        "Ships have waited since the spring",
        "Both sides to meet again next week",
    ]
    read = read_page(
        PageInput(
            id="t",
            text=page(
                "Home",
                "News",
                "Pilots of Port Vale turn down the second offer of the board",
                *points,
                "By Jane Roe",
                *STORY,
                gap="\n",
            ),
        )
    )
    assert [read.text[p.start : p.end] for p in read.parts if p.role == "standfirst"] == ["\n".join(points)]


def test_what_links_under_a_word_that_comes_again_stand_between_does_not_end_the_story() -> None:
    between = ["RELATED", "Ferry crews join the pilots"], ["RELATED", "Board sells its last launch"]
    kinds = kinds_of(
        page(
            "Pilots turn down second offer",
            "By Jane Roe",
            STORY[0],
            STORY[1],
            *between[0],
            STORY[2],
            *between[1],
            STORY[3],
            gap="\n",
        )
    )
    assert [kinds[paragraph] for paragraph in STORY] == ["story"] * 4


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Kessin Post, the news arm of the Coast Group, is the largest publisher on the shore and reaches two million people every day.", "furniture"),
        ("The Kessin Post has seen the letter, which names a sum and a day, and both were crossed out by somebody at the board.", "story"),
        ("The views expressed in this article are those of its author and nobody else at the paper.", "furniture"),
    ],
)  # fmt: skip
def test_what_a_paper_says_of_itself_is_no_story(line: str, kind: str) -> None:
    text = page("Pilots turn down second offer", "By Jane Roe", *STORY, "Sponsored", "Advertisement", line, gap="\n")
    read = read_page(PageInput(id="t", text=text, url="https://www.kessinpost.example/pilots"))
    assert next(part.kind for part in read.parts if line in read.text[part.start : part.end]) == kind
