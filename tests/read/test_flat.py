"""Flattened pages: every line in its place. Own pages, written for these tests."""

import pytest

from standoff.model import PageInput, Part
from standoff.read import read_page

WIRE = """\
Skip to content
Harbour talks open as both sides seek ferry deal

PORT VALE Thu Mar 3, 2016 2:05pm GMT

2 of 7. Delegates of the two shore towns arrive for talks at the customs house in Port Vale March 3, 2016.

Credit: Reuters/Jane Roe

PORT VALE (Reuters) - Delegates of the two shore towns met on Thursday to seek a way to reopen the ferry that was halted in January, the first meeting since their last round collapsed over fees.

The north shore asked for an early return of the boats, local radio reported, while the south shore wanted a written promise that crews would not be turned back again.

"We will begin with the small matters and leave the fees until the end of the week," the south shore's envoy told reporters before the talks.

(Additional reporting by John Doe; Editing by Ann Other)

We welcome comments that add to the story. Comments do not represent the views of Reuters.
Comments (2)
Mole77 wrote:
If they only sat down earlier the whole winter would not have been lost for the fishermen and their families.

Mar 03, 2016 9:12am GMT  --  Report as abuse
OldTar wrote:
The boats belong to all of us and nobody asked us.

And who pays for the pier that has been falling apart for years while they talk?

Mar 03, 2016 11:47am GMT  --  Report as abuse
Comments are now closed. Readers may write here for a limited time."""

GALLERY = """\
Ferry to run again after long winter

AP Photo/Jane Roe
Waiting for the boat?
WorldPublished This article is more than 3 years old.

Port Vale said today that the ferry between the two shores would run again, ending a halt that cost both towns a good part of their winter trade.

The owners had asked for the boats to return several times since January, but no answer had come from the north shore until now.

Here are pictures of the pier:

Reuters/John Doe
Crews paint the hull of a boat before its first trip.
Reuters/John Doe
A guard looks over the empty pier on the north shore.

📬 Start the day with our morning letter.

By signing up, you accept the Shore Gazette Privacy Policy."""


def kinds(text: str, **fields: str) -> dict[str, str]:
    """The kind of each line by its first words."""
    page = read_page(PageInput(id="t", text=text, **fields))  # type: ignore[arg-type]
    assert page.text == text
    found = {}
    position = 0
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        if line.strip():
            found[line.strip()[:24]] = next((p.kind for p in page.parts if p.start <= start < p.end), "furniture")
    return found


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        ("Skip to content", "furniture"),
        ("Harbour talks open as bo", "title"),
        ("PORT VALE Thu Mar 3, 201", "dateline"),
        ("2 of 7. Delegates of the", "caption"),
        ("Credit: Reuters/Jane Roe", "credit"),
        ("PORT VALE (Reuters) - De", "story"),
        ("The north shore asked fo", "story"),
        ('"We will begin with the ', "story"),
        ("(Additional reporting by", "credit"),
        ("We welcome comments that", "furniture"),
        ("Comments (2)", "furniture"),
        ("Mole77 wrote:", "comment"),
        ("If they only sat down ea", "comment"),
        ("Mar 03, 2016 9:12am GMT ", "comment"),
        ("And who pays for the pie", "comment"),
        ("Comments are now closed.", "furniture"),
    ],
)
def test_wire_page(begins: str, kind: str) -> None:
    assert kinds(WIRE)[begins] == kind


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        ("Ferry to run again after", "title"),
        ("AP Photo/Jane Roe", "credit"),
        ("Waiting for the boat?", "caption"),
        ("WorldPublished This arti", "furniture"),
        ("Port Vale said today tha", "story"),
        ("Here are pictures of the", "story"),
        ("Reuters/John Doe", "credit"),
        ("Crews paint the hull of ", "caption"),
        ("A guard looks over the e", "caption"),
        ("📬 Start the day with our", "furniture"),
        ("By signing up, you accep", "furniture"),
    ],
)
def test_gallery_that_prints_credits_first(begins: str, kind: str) -> None:
    assert kinds(GALLERY)[begins] == kind


def test_comments_have_author_and_time() -> None:
    page = read_page(PageInput(id="t", text=WIRE))
    comments = [p for p in page.parts if p.kind == "comment"]
    assert [(c.author, c.time) for c in comments] == [
        ("Mole77", "2016-03-03T09:12+00:00"),
        ("OldTar", "2016-03-03T11:47+00:00"),
    ]
    assert page.text[comments[1].start : comments[1].end].startswith("OldTar wrote:")
    assert page.text[comments[1].start : comments[1].end].endswith("Report as abuse")


STORY = "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return.\n"


@pytest.mark.parametrize(
    ("block", "authors", "times"),
    [
        ("2 Comments\nJane Roe says:\nMarch 3, 2016 at 9:12 am\nNobody asked the crews what they think of it.\nReply\n"
         "John Doe says:\nMarch 4, 2016 at 10:00 pm\nQuite so, and nobody ever will.\nReply",
         ["Jane Roe", "John Doe"], ["2016-03-03T09:12", "2016-03-04T22:00"]),
        ("Comments\nPosted by Mole77 on March 3, 2016 at 9:12 am GMT\nNobody asked the crews what they think of it.",
         ["Mole77"], ["2016-03-03T09:12+00:00"]),
        ("Join the conversation\nMole77\n3 Mar 2016 9:12\nNobody asked the crews what they think.\nReport\nOldTar\n"
         "3 Mar 2016 9:40\nThey never do.\nReport", ["Mole77", "OldTar"], ["2016-03-03T09:12", "2016-03-03T09:40"]),
        ("Comments (1)\nMole77 • 3 years ago\nNobody asked the crews what they think of it.", ["Mole77"], [None]),
    ],
)  # fmt: skip
def test_forms_of_comments(block: str, authors: list[str], times: list[str | None]) -> None:
    page = read_page(PageInput(id="t", text="Ferry stays in port\n\n" + STORY * 3 + "\n" + block))
    comments = [p for p in page.parts if p.kind == "comment"]
    assert [c.author for c in comments] == authors
    assert [c.time for c in comments] == times
    story = [p for p in page.parts if p.kind == "story"]
    assert all(p.end <= comments[0].start for p in story)


def test_head_of_comments_without_comments_is_furniture() -> None:
    page = read_page(PageInput(id="t", text="Ferry stays in port\n2 Comments\n" + STORY * 4))
    assert [p.kind for p in page.parts] == ["title", "furniture", "story"]


@pytest.mark.parametrize(
    "text", ["Two towns met. They will meet again.", "Comments\nJane says:\nno", "\n a\r\n\r\nb \n"]
)
def test_plain_text_is_one_story(text: str) -> None:
    page = read_page(PageInput(id="t", text=text, plain=True))
    assert page.parts == (Part(start=0, end=len(text), kind="story"),)
    assert page.text == text


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    text = (
        "Ferry stays in port\n\nThe ferry between the two shores stayed in port on Monday, and\nthe owners said that no"
        " date had been set for its return to the\nsouth shore. The crews were told to wait at home until the two\ntowns"
        " have met again.\n\nThe north shore's council is to meet on Friday, and a letter to\nthe owners is expected"
        " after that. Fares for tickets that were\nbought before the halt will be paid back by the end of the month,\n"
        "the company said in a notice on its door.\n"
    )
    page = read_page(PageInput(id="t", text=text))
    assert [p.kind for p in page.parts] == ["title", "story"]


@pytest.mark.parametrize(
    "text",
    [
        "The guards closed the gate.",
        "Gate closed\n\nThe guards closed the gate.",
        "Home\nNews\nSport\nThe guards closed the gate on Monday and told the drivers to come back when the towns have met.\nMore\nMap\nPrint\nAbout\nJobs",
    ],
)
def test_a_single_sentence_is_a_story(text: str) -> None:
    page = read_page(PageInput(id="t", text=text))
    assert ["The guards closed the gate" in page.text[p.start : p.end] for p in page.parts if p.kind == "story"] == [
        True
    ]


def test_a_site_name_above_the_day_is_no_title() -> None:
    text = (
        "Vale Radio Online | North Shore & Islands\nThursday, 3 March 2016, 03:11 GMT\n\nOwners offer fund to end ferry halt\n\n"
        "The owners have flown to the islands with an offer of $15m for new piers in an attempt to end the halt.\n\n"
        "Ann Lee presented the plan on Wednesday to the mayors of the two shore towns, who gave no answer.\n"
    )
    assert list(kinds(text).values()) == ["furniture", "dateline", "title", "story", "story"]


TOLD = (
    "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set.\n"
    "Crews were told to wait at home until the mayors of the two towns have met again at the customs house.\n"
)


@pytest.mark.parametrize(
    ("above", "fields"),
    [
        ("HomeNewsFerry stays in port as crews wait", {"url": "http://post.example/ferry-stays-in-port-as-crews-wait"}),
        ("Home | News | Region | Ferry stays in port as crews wait", {}),
        ("World Region Business Sport Culture Travel Health Science Opinion", {}),
    ],
)
def test_a_headline_stands_alone(above: str, fields: dict[str, str]) -> None:
    text = f"{above}\nFerry stays in port as crews wait\n{TOLD}"
    assert list(kinds(text, **fields).values()) == ["furniture", "title", "story", "story"]


def test_a_standfirst_above_the_byline_is_no_headline() -> None:
    lines = [
        "Home", "Ferry stays in port as crews wait", "A second offer was turned down on Monday and the school stays shut, residents of both towns say",
        "By Jane Roe", "3 March 2016",
    ]  # fmt: skip
    found = kinds("\n".join([*lines, TOLD]))
    assert list(found.values())[:5] == ["furniture", "title", "story", "byline", "dateline"]


def test_the_address_names_the_headline_whatever_it_looks_like() -> None:
    text = f"Gallery: Ferry crews march to the pier\nHave a look at who came to the march on Saturday\n{TOLD}"
    found = kinds(text, url="http://post.example/gallery-ferry-crews-march-to-the-pier")
    assert found["Gallery: Ferry crews mar"] == "title"


def test_a_headline_printed_again_inside_the_story_is_none_of_it() -> None:
    first, second, _ = TOLD.split("\n")
    text = f"Ferry stays in port\n{first}\nFerry stays in port\n{second}\n{first}\n"
    page = read_page(PageInput(id="t", text=text))
    assert "Ferry stays" not in "".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("OWNED BY ITS READERS\nOur paper is a co-operative, which means you can become part of it by buying a share in it.", "furniture"),
        ("Sponsored\nThe owners' letter says that they cannot pay the crews before the boats are back, which nobody expects.", "story"),
    ],
)  # fmt: skip
def test_a_paper_that_speaks_of_itself_below_its_story(below: str, kind: str) -> None:
    assert list(kinds(f"Ferry stays in port\n{TOLD}{TOLD}{below}\n").values())[-1] == kind


def test_pictures_without_a_story_have_captions() -> None:
    text = (
        "Edition:\nFerries wait at the pier\n"
        "A crew waits for word at the customs house in Port Vale, April 2. REUTERS/Jane Roe\nReuters / Tuesday, April 02, 2019\n"
        "Passengers look over the empty quay in Port Vale, April 3. REUTERS/John Doe\n"
    )
    found = kinds(text)
    assert [found["A crew waits for word at"], found["Passengers look over the"]] == ["caption", "caption"]


def test_a_picture_as_browsers_of_text_show_it_is_a_caption() -> None:
    first, second, _ = TOLD.split("\n")
    found = kinds(
        f"Ferry stays in port\n{first}\n[ image: Crews wait at the pier]\n{second}\n[ image:  ]\n{first} Again.\n"
    )
    assert (found["[ image: Crews wait at t"], found["[ image:  ]"]) == ("caption", "furniture")


def test_a_caption_that_holds_a_date_is_no_dateline() -> None:
    text = (
        "Ferry stays in port\n\nThe Northern Ferry waits at the pier on July 5, 2013.\nCredit: Harbour Post/Ann Lee\n\n"
        "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set."
    )
    page = read_page(PageInput(id="p", text=text))
    kinds = {text[part.start : part.end]: part.kind for part in page.parts}
    assert kinds["The Northern Ferry waits at the pier on July 5, 2013."] == "caption"
    assert page.meta.published is None


def test_headlines_below_the_last_sentence_are_no_story() -> None:
    heads = [
        f"Crews of the {word} line return to the pier as talks go on"
        for word in ("red", "blue", "old", "new", "long", "short", "north", "south", "night")
    ]
    text = (
        "Ferry stays in port\n\n"
        + "\n".join(f"{STORY.strip()} Pier {n} stays empty." for n in range(6))
        + "\n"
        + "\n".join(heads)
    )
    page = read_page(PageInput(id="t", text=text))
    story = "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story")
    assert story.count("Pier ") == 6
    assert "return to the pier" not in story


@pytest.mark.parametrize("line", ["Jane Roe3 hours ago", "Jane Roe | 3 March 2016", "By Jane Roe, Shore Gazette"])
def test_bylines_run_together_with_a_time(line: str) -> None:
    page = read_page(PageInput(id="t", text=f"Ferry stays in port as talks on fees go on\n{line}\n" + STORY * 3))
    assert [p.kind for p in page.parts if page.text[p.start : p.end] == line] == ["byline"]


@pytest.mark.parametrize("line", ["Foto: Ann Lee", "Bildrechte: Ann Lee", "Picture: iStock", "Crédit photo : Ann Lee"])
def test_credits_of_pictures(line: str) -> None:
    text = f"Ferry stays in port as talks on fees go on\n\n{STORY}\nThe empty pier in Port Vale\n{line}\n\n" + STORY * 3
    page = read_page(PageInput(id="t", text=text))
    assert [p.kind for p in page.parts if page.text[p.start : p.end] == line] == ["credit"]


def test_a_wrapped_page_may_have_an_address_that_names_its_words() -> None:
    story = (
        "The harbour board said on Thursday that the ferry to the island would stay in port\n"
        "until the toll was paid, and that the pilots would go home without their wages.\n\n"
        "The pilots asked the board to meet them on Friday at the ferry office by the quay\n"
        "and said that they would otherwise sail for the island without a ferry licence.\n"
    )
    page = read_page(PageInput(id="x", text=story * 3, url="http://example.com/ferry-toll-pilots-board"))
    assert page.text
