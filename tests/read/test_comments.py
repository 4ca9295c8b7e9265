"""Readers' comments in the forms that sites print them, flattened: each found with author and time, none in the story."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page

STORY = "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return.\n"
ONE = "Nobody asked the crews what they think of it, and nobody ever will."
TWO = "They never do.\n\nMy uncle worked on that pier for thirty years and he says the same thing every winter when the boats are laid up."
DAY = "2013-07-06T10:"

FORMS = {
    "author, age, text": (
        f"Comments\nMole77 •\n3 years ago\n{ONE}\n• Reply •Share ›\nOldTar •\n3 years ago\n{TWO}\n• Reply •Share ›", None, None),
    "author and age, text": (
        f"2 comments\nMole77 • 3 years ago\n{ONE}\n1 • Reply • Share ›\nOldTar • 3 years ago\n{TWO}\nReply • Share ›", None, None),
    "text, author with place and age": (
        f"Comments (2)\n{ONE}\nMole77, London, United Kingdom, 3 years ago\n{TWO}\nOldTar, Port Vale, 3 years ago", None, None),
    "author with place and time": (
        f"Comments (2)\nMole77, London, United Kingdom, 16/07/2013 10:12\n{ONE}\nOldTar, Port Vale, 16/07/2013 10:15\n{TWO}",
        "2013-07-16T10:12", "2013-07-16T10:15"),
    "number, author, time": (
        f"Comments\n12.\nMole77\n6th Jul 2013 - 10:12\n{ONE}\n13.\nOldTar\n6th Jul 2013 - 10:15\n{TWO}", DAY + "12", DAY + "15"),
    "author and time with buttons": (
        f"comments (2)\nMole77 6 Jul 2013 10:12\n0 1\n{ONE}\nShare Report\nOldTar 6 Jul 2013 10:15\n{TWO}\nShare\nReport",
        DAY + "12", DAY + "15"),
    "numbered says": (
        f"2 Responses to Ferry stays in port\n1. Mole77 says:\nJuly 6, 2013 at 10:12 am\n{ONE}\nReply\n2. OldTar says:\n"
        f"July 6, 2013 at 10:15 am\n{TWO}\nReply\nLeave a Reply\nYour email address will not be published.", DAY + "12", DAY + "15"),
    "on a day said": (
        f"2 thoughts on “Ferry stays in port”\nMole77 on July 6, 2013 at 10:12 am said:\n{ONE}\nReply ↓\nOldTar on July 6, 2013 at"
        f" 10:15 am said:\n{TWO}\nReply ↓", DAY + "12", DAY + "15"),
    "sign and time": (
        f"Comments\n# Mole77 2013-07-06 10:12\n{ONE}\nReply | Report to administrator\n# OldTar 2013-07-06 10:15\n{TWO}", DAY + "12", DAY + "15"),
    "text, posted by": (
        f"Comments\n{ONE}\nPosted by: Mole77 | July 6, 2013 10:12 AM\n{TWO}\nPosted by: OldTar | July 6, 2013 10:15 AM", DAY + "12", DAY + "15"),
    "text, comment by": (
        f"Comments\n{ONE}\nComment by Mole77 — July 6, 2013 @ 10:12 am\n{TWO}\nComment by OldTar — July 6, 2013 @ 10:15 am",
        DAY + "12", DAY + "15"),
    "author, place and day": (
        f"Comments\nMole77\nLondon July 6, 2013\n{ONE}\nReply\nRecommend\nOldTar\nPort Vale July 6, 2013\n{TWO}\nReply", DAY[:10], DAY[:10]),
    "by author on time": (
        f"Reader comments\nby Mole77 on 6 Jul 2013 10:12 GMT\n{ONE}\nby OldTar on 6 Jul 2013 10:15 GMT\n{TWO}",
        DAY + "12+00:00", DAY + "15+00:00"),
    "time, wrote, text": (
        f"Comments (2)\nJul 6, 2013 10:12am EDT\nMole77 wrote:\n{ONE}\nJul 6, 2013 10:15am EDT\nOldTar wrote:\n{TWO}",
        DAY + "12-04:00", DAY + "15-04:00"),
    "wrote, text, time without a head": (
        f"Mole77 wrote:\n{ONE}\nJul 6, 2013 10:12am EDT -- Report as abuse\nOldTar wrote:\n{TWO}\nJul 6, 2013 10:15am EDT -- Report as abuse",
        DAY + "12-04:00", DAY + "15-04:00"),
    "dashes": (f"COMMENTS\nMole77 - 6 Jul 2013 - 10:12\n{ONE}\nOldTar - 6 Jul 2013 - 10:15\n{TWO}", DAY + "12", DAY + "15"),
    "said, text, time": (
        f"2 comments:\nMole77 said...\n{ONE}\n6 July 2013 at 10:12\nOldTar said...\n{TWO}\n6 July 2013 at 10:15", DAY + "12", DAY + "15"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    block, first, second = FORMS[form]
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY * 3}\n{block}"))
    comments = [p for p in page.parts if p.kind == "comment"]
    assert [(c.author, c.time) for c in comments] == [("Mole77", first), ("OldTar", second)]
    assert ["Nobody asked" in page.text[c.start : c.end] for c in comments] == [True, False]
    assert ["My uncle" in page.text[c.start : c.end] for c in comments] == [False, True]
    story = [page.text[p.start : p.end] for p in page.parts if p.kind == "story"]
    assert "\n".join(story) == (STORY * 3).strip()


def test_place_of_work_and_buttons() -> None:
    block = f"2 Comments\nJane Roe · Works at Harbour\n{ONE}\nLike · Reply · 2y\nJohn Doe · Port Vale\n{TWO}\nLike · Reply · 2y"
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY * 3}\n{block}"))
    assert [(p.author, p.time) for p in page.parts if p.kind == "comment"] == [("Jane Roe", None), ("John Doe", None)]


AGED = {
    "a badge below the name": f"Comments\nMole77\nTop fan\n3 days ago\n{ONE}\nLike\nReply\nOldTar\n2 days ago\n{TWO}\nLike\nReply",
    "a badge beside the name": f"Comments\nMole77Subscriber3 days ago\n{ONE}\nReply\nOldTar Top fan 2 days ago\n{TWO}\nReply",
    "the name of whom it answers": f"Comments\nMole773 days ago\n{ONE}\nReply\nOldTar → Mole772 days ago\n{TWO}\nReply",
    "the letter of a picture": f"Comments\nM\nMole77\n3 days ago\n{ONE}\nReply\nO\nOldTar\n2 days ago\n{TWO}\nReply",
    "counts and answers": f"Comments\nMole773 days ago\n{ONE}\n12\n3\nReply\nShow 2 replies\nOldTar2 days ago\n{TWO}\n4\n0\nReply",
    "no head": f"Mole77\n3 days ago\n{ONE}\n12\n3\nReply\nShow 2 replies\nOldTar\n2 days ago\n{TWO}\n4\n0\nReply",
    "no head, short ages": f"Mole77\n3h\n{ONE}\nReply\nOldTar\n·\n2h\n{TWO}\nReply",
    "buttons, then age": f"Comments\nMole77\n{ONE}\nLike\nReply\n3d\nOldTar\n{TWO}\nLike\nReply\n2d",
    "buttons and age": f"Comments\nMole77\n{ONE}\nLike Reply 3d Edited\nOldTar\n{TWO}\nLike Reply 2d",
    "buttons and age, no head": f"Mole77\n{ONE}\nLike · Reply · 3 · 2w\nShow 2 replies\nOldTar\nTop fan\n{TWO}\nLike · Reply · 1w",
}  # fmt: skip


@pytest.mark.parametrize("form", AGED)
def test_forms_with_ages(form: str) -> None:
    """An age alone gives no time: nobody knows from when it counts."""
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY * 3}\n{AGED[form]}\n© 2013 Skarn Post"))
    comments = [p for p in page.parts if p.kind == "comment"]
    assert [(c.author, c.time) for c in comments] == [("Mole77", None), ("OldTar", None)]
    assert ["Nobody asked" in page.text[c.start : c.end] for c in comments] == [True, False]
    assert ["My uncle" in page.text[c.start : c.end] for c in comments] == [False, True]
    assert not any("©" in page.text[c.start : c.end] for c in comments)
    assert "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind == "story") == (STORY * 3).strip()


@pytest.mark.parametrize(
    ("name", "author", "time"),
    [
        ("Mole776 Jul 2013 10:12", "Mole77", "2013-07-06T10:12"),
        ("Elsa P.6 Jul 2013 10:12", "Elsa P.", "2013-07-06T10:12"),
        ("Mole7716 Jul 2013 10:12", "Mole77", "2013-07-16T10:12"),
    ],
)
def test_names_run_together_with_days(name: str, author: str, time: str) -> None:
    text = f"Ferry stays in port\n\n{STORY * 3}\n{name}\n{ONE}\nOldTar17 Jul 2013 10:15\n{TWO}"
    found = [(p.author, p.time) for p in read_page(PageInput(id="t", text=text)).parts if p.kind == "comment"]
    assert found == [(author, time), ("OldTar", "2013-07-17T10:15")]


@pytest.mark.parametrize(
    "block",
    [
        "Jane Roe\n3 hours ago\nPier shut for a third winter\nJohn Doe\n2 hours ago\nWho pays for the boats?\nAnn Bo\n1 hour ago\nMarket moves",
        "Jane Roe 6 Jul 2013 10:12\nPier shut for a third winter\nJohn Doe 6 Jul 2013 10:15\nThe boats go north",
        "By Jane Roe\n6 Jul 2013 10:12\nThe crews wait at home.\nBy John Doe\n6 Jul 2013 10:15\nThe boats go north.",
    ],
)
def test_teasers_with_names_and_times_are_no_comments(block: str) -> None:
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY * 3}\n{block}\n© 2013 Skarn Post"))
    assert not [p for p in page.parts if p.kind == "comment"]


def test_author_on_the_line_of_the_text() -> None:
    text = f"Ferry stays in port\n\n{STORY}\nMole77 wrote: {ONE}\nMar 09, 2016 5:21am EST -- Report as abuse"
    page = read_page(PageInput(id="p", text=text))
    comment = next(part for part in page.parts if part.kind == "comment")
    assert (comment.author, comment.time) == ("Mole77", "2016-03-09T05:21-05:00")
    assert text[comment.start : comment.end].startswith("Mole77 wrote:")


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said:",
        "As the minister wrote:",
        "One reader replied",
        "Officials said on Monday",
    ],
)
def test_speech_in_a_story_is_no_comment(line: str) -> None:
    page = read_page(PageInput(id="t", text=f"Ferry stays in port\n\n{STORY}\n{line}\n\n{STORY * 3}"))
    assert not [p for p in page.parts if p.kind == "comment"]
    assert sum(page.text[p.start : p.end].count("The ferry between") for p in page.parts if p.kind == "story") == 4
