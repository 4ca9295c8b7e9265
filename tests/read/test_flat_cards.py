"""Cards of other stories between the paragraphs of one. Own pages: `-` before each line that is of a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.read.flat.cards import card_lines
from standoff.read.flat.gaps import with_gaps_filled
from standoff.read.flat.lines import Line, split_lines

OPENING = "The lock keepers of the ship canal walked out on Monday after the ministry had put off their rise for the third time since the winter."
CLOSING = "Both sides are to meet again on Friday at the labour office in the capital, which has asked them to keep one lock open for rescue boats."
WAITS = "Forty barges wait above the upper lock, most of them with grain, and the grain hall in the port says that its stores are full."


def read(*texts: str) -> list[Line]:
    """The lines of a page, all taken for story."""
    lines = split_lines("\n".join(texts))
    for line in lines:
        line.kind = "story"
    return lines


@pytest.mark.parametrize(
    "between",
    [
        ["-Bakers in the port run out of flour", "3 days ago"],
        ["-Why barges still matter to the grain trade", "12 March 2019, 9:40"],
        ["READ MORE:", "-Mayor of the canal town asks for help"],
        ["Related", "-Mayor of the canal town asks for help", "-What the lock keepers earn, and what they want"],
        ["Video", "2:15", "-A day on the canal with the last horse-drawn barge"],
        ["-From the archive: the long summer when the canal fell dry"],
        ["FULL STOP", "-Skipper sleeps nine nights on deck as locks stay shut"],
        [
            "-Grain hall in the port turns away lorries as stores fill up",
            "5 hours ago",
            "-The grain hall in the port turned away lorries on Sunday because its stores are full.",
        ],
        [
            "Also in the news",
            "-Canal museum shuts its doors for lack of visitors",
            "-The canal museum, which has lacked visitors for years, shuts its doors at the end of the month.",
        ],
    ],
)
def test_a_card_is_no_story(between: list[str]) -> None:
    lines = read(OPENING, WAITS, *(text.removeprefix("-") for text in between), CLOSING)
    found = {line.text for line in card_lines(lines, 0, len(lines) - 1)}
    assert {text[1:] for text in between if text[0] == "-"} <= found
    assert found.isdisjoint({OPENING, WAITS, CLOSING})


@pytest.mark.parametrize(
    "between",
    [
        ["What the lock keepers want"],
        ["Background"],
        ["Advertisement", "Stores in the port are full", "The stores in the port have been full since Sunday, and nobody can say where the next grain is to go."],
        ["WHAT HAPPENS NEXT"],
        ["LETTERS", "To the editor: Your paper forgets the skippers. They wait as well. - A skipper, upper lock"],
        ["The terms are:", "a rise of four per cent", "two more keepers for each lock"],
        ["UPPER LOCK", "four keepers", "LOWER LOCK", "three keepers"],
        ["No boats but this one — Jane Roe", "— Jane Roe (@roe) May 3, 2016"],
        ["Background: how it began"],
        ["Lake ferries tie up too", "By Jane Roe, 3 May 2016", "The crews of the lake ferries tied up at noon, and those of the lock upstream said that they would follow."],
    ],
)  # fmt: skip
def test_heads_lists_and_posts_of_the_story_itself_are_no_cards(between: list[str]) -> None:
    lines = read(OPENING, WAITS, *between, CLOSING)
    assert card_lines(lines, 0, len(lines) - 1) == []


def test_a_section_that_the_menu_names_stands_above_a_card() -> None:
    card = "Fares on the lake ferry rise by a tenth"
    lines = read("Region", "Traffic", OPENING, WAITS, "Traffic", card, CLOSING)
    assert card in {line.text for line in card_lines(lines, 2, len(lines) - 1)}


def test_the_posts_of_a_live_blog_are_no_cards() -> None:
    posts = [text for n in range(1, 6) for text in (f"Lock number {n} shut for good", f"{n} hours ago", WAITS)]
    lines = read(OPENING, *posts)
    assert card_lines(lines, 0, len(lines) - 1) == []


@given(
    st.lists(st.sampled_from([OPENING, WAITS, "Related", "3 days ago", "Why barges still matter to some", "UP", "x"])),
    st.integers(0, 9),
    st.integers(-1, 9),
)
def test_any_lines_give_lines_of_the_story(texts: list[str], first: int, last: int) -> None:
    lines = read(*texts)
    assert all(line in lines[first : last + 1] for line in card_lines(lines, first, last))


def test_paragraphs_that_follow_each_other_below_a_box_are_of_the_story() -> None:
    box = ["The Lock Letter", "News of the canal in your inbox.", "Your name", "Your town", "Join", "No, not now"]
    lines = read(OPENING, WAITS, *box, CLOSING, f"{WAITS[:-1]} until the spring.")
    told = [*lines[:2]]
    assert with_gaps_filled(told, lines) == [*told, *lines[-2:]]


def test_a_sentence_below_a_headline_of_its_own_is_not() -> None:
    links = ["Related", "Canal museum shuts", CLOSING, "Ferry fares rise", f"{WAITS[:-1]} until the spring."]
    lines = read(OPENING, WAITS, *links)
    told = [*lines[:2]]
    assert with_gaps_filled(told, lines) == told
