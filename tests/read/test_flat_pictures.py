"""Captions and credits of flattened pages, in the forms that outlets print. Own pages, written for these tests."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page

PAGE = """\
Home
World
Business
Dam talks stall as the river rises
By Jane Roe
4 March 2016
{head}Talks on the dam at Upper Dunlin broke off on Thursday after the two provinces could not agree who pays for the spillway, officials on both sides said.

Engineers had warned since the autumn that the gates would not hold another winter, and the farmers downstream have moved their cattle twice this month.
{inside}
“We will not sign a paper that leaves our villages under water,” the governor of the lower province told reporters outside the hall.

The upper province says that it has paid for every repair since the dam was opened, and that its neighbours have had the water for nothing.

Another round is planned for next week, although nobody would say where it will be held or who will be invited to it.
{below}
Most read
Ferry line to close for repairs
Mill owners call off their meeting
© 2016 Shore Gazette. All rights reserved."""


def kinds_of(url: str | None = None, **places: str) -> dict[str, str]:
    text = PAGE.format(**{"head": "", "inside": "", "below": ""} | places)
    page = read_page(PageInput(id="t", text=text, url=url))
    return {page.text[part.start : part.end]: part.kind for part in page.parts}


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Farmers drive their cattle up to higher ground", "Getty Images"),
        ("Farmers drive their cattle up to higher ground", "REUTERS"),
        ("The spillway at Upper Dunlin", "Photograph: John Doe/AFP"),
        ("Governor Ann Other outside the hall", "AP Photo/John Doe"),
        ("Water runs over the gates of the dam.", "Image: John Doe"),
        ("Water runs over the gates of the dam", "Photo by John Doe"),
        ("The dam seen from the north shore", "AFP via Getty Images"),
        ("The governor leaves the hall", "SG"),
    ],
)
def test_a_caption_with_its_credit_on_the_next_line(caption: str, credit: str) -> None:
    kinds = kinds_of(inside=f"{caption}\n{credit}\n")
    assert (kinds.get(caption), kinds.get(credit)) == ("caption", "credit")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Farmers drive their cattle up to higher ground.", "(Water Board, Upper Dunlin)"),
        ("Farmers drive their cattle up to higher ground.", "(John Doe/Reuters)"),
        ("The gates of the dam on March 2, 2016.", "(AP Photo/John Doe)"),
        ("The governor leaves the hall", "(Image: Getty)"),
        ("The governor leaves the hall.", "Photograph: John Doe/AFP"),
        ("Water runs over the gates of the dam.", "Photo: Shore Gazette"),
        ("Water runs over the gates of the dam.", "© John Doe"),
        ("Water runs over the gates of the dam.", "(John Doe/Shore Gazette)"),
        ("Water runs over the gates of the dam.", "(Radio Dunlin: John Doe)"),
        ("Water runs over the gates of the dam.", "(Submitted by Ann Other)"),
        ("Water runs over the gates of the dam", "(Gazette photo by John Doe)"),
        ("Water runs over the gates of the dam.", "Credit...John Doe for The Shore Gazette"),
        ("Water runs over the gates of the dam.", "Courtesy of Ann Other"),
        ("Water runs over the gates of the dam.", "Copyright AP Photo"),
    ],
)
def test_a_caption_with_its_credit_on_the_line(caption: str, credit: str) -> None:
    kinds = kinds_of(inside=f"{caption} {credit}\n")
    held = [text for text, kind in kinds.items() if kind == "caption"]
    assert [text.startswith(caption.rstrip(".")) for text in held] == [True]
    assert [text.strip("()") in credit for text, kind in kinds.items() if kind == "credit"] == [True]


def test_a_credit_that_is_the_name_of_the_page_s_own_host() -> None:
    kinds = kinds_of("https://www.shoregazette.example/dam", inside="The governor leaves the hall\nThe Shore Gazette\n")
    assert kinds["The governor leaves the hall"] == "caption"
    assert kinds["The Shore Gazette"] == "credit"


@pytest.mark.parametrize("lines", ["What the farmers say\nA long winter\n", "A long winter\n", "Who pays?\n"])
def test_heads_between_paragraphs_are_no_pictures(lines: str) -> None:
    kinds = kinds_of("https://www.shoregazette.example/dam", inside=lines)
    assert "credit" not in kinds.values()
    assert "caption" not in kinds.values()


def test_a_caption_under_the_words_image_caption() -> None:
    kinds = kinds_of(head="Image source, Reuters\nImage caption,\nThe spillway at Upper Dunlin in March\n")
    assert kinds["The spillway at Upper Dunlin in March"] == "caption"
    assert kinds["Dam talks stall as the river rises"] == "title"


@pytest.mark.parametrize(
    ("lines", "caption"),
    [
        ("PA Media\nThe spillway at Upper Dunlin in March\n", "The spillway at Upper Dunlin in March"),
        ("The governor leaves the hall.\nJohn Doe/Shore Gazette\n", "The governor leaves the hall."),
        ("The dam at dusk, March 3, 2016.\n", "The dam at dusk, March 3, 2016."),
        (
            "[1/2]The dam at dusk, March 3, 2016. REUTERS/John Doe Purchase Licensing Rights, opens new tab\n",
            "[1/2]The dam at dusk, March 3, 2016. REUTERS/John Doe Purchase Licensing Rights, opens new tab",
        ),
    ],
)
def test_captions_beside_their_credits(lines: str, caption: str) -> None:
    kinds = kinds_of(inside=lines)
    assert [text for text, kind in kinds.items() if kind == "caption"] == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "Shares of the builder fell by a tenth after the vote (NYSE: UDB), and nobody at the firm would say why.",
        "The province pays for two charities (Seeds for Dunlin and Water Now) and for one school (Rafts for All).",
        "Officials of both provinces were waiting for a call from the capital, where nobody had an answer.\n\nPhoto: Reuters",
    ],
)
def test_sentences_with_brackets_and_beside_credits_stay_in_the_story(line: str) -> None:
    kinds = kinds_of(inside=line + "\n")
    assert any(line.split("\n")[0] in text for text, kind in kinds.items() if kind == "story")


def test_a_gallery_below_the_story() -> None:
    pictures = "\n".join(
        f"{n} of 3\n{shown}\nJohn Doe/Shore Gazette"
        for n, shown in enumerate(
            ("Crews pile sandbags at the dam.", "A barn stands in the flood.", "The hall at dusk."), 1
        )
    )
    kinds = kinds_of(below=pictures + "\n")
    assert [kind for text, kind in kinds.items() if text.endswith((" dam.", " flood.", " dusk."))] == ["caption"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Ann Other is a senior correspondent for the Shore Gazette, where she covers rivers and those who live on them.",
        "READ ALSO WHY THE FERRY LINE WILL STAY CLOSED UNTIL THE END OF MAY",
    ],
)
def test_notes_on_authors_and_links_in_capitals_are_no_story(line: str) -> None:
    assert all(line not in text for text, kind in kinds_of(below=line + "\n").items() if kind == "story")


def test_a_story_about_an_editor_keeps_its_first_line() -> None:
    kinds = kinds_of(inside="Ann Other is the editor of a paper that the upper province closed last year.\n")
    assert any("Ann Other is the editor" in text for text, kind in kinds.items() if kind == "story")


def test_an_age_with_time_and_name_run_together_is_no_story() -> None:
    kinds = kinds_of(inside="2 hours ago10:05 Ann Other\n")
    assert not any("ago10" in text for text, kind in kinds.items() if kind == "story")


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ("The governor leaves the hall.\nGetty Images", "The governor leaves the hall.", "Getty Images"),
        ("The governor leaves the hall\nPhoto by John Doe", "The governor leaves the hall", "Photo by John Doe"),
        ("Getty Images", None, "Getty Images"),
    ],
)
def test_a_page_that_ends_with_a_credit(lines: str, caption: str | None, credit: str) -> None:
    text = PAGE[: PAGE.index("{below}")].format(head="", inside="") + f"\n{lines}"
    page = read_page(PageInput(id="t", text=text))
    held = [(part.kind, page.text[part.start : part.end]) for part in page.parts if part.kind in ("caption", "credit")]
    assert held == [*([("caption", caption)] if caption else []), ("credit", credit)]
