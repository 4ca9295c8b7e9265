"""The first screen of the README: the rows beside the raw lines are what the lines give."""

import re
from pathlib import Path

import pytest

from standoff.annotate import annotate_page
from standoff.model import Annotation, Event, PageInput

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.model


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def row(page: Annotation, event: Event) -> str:
    actors = " ".join(dict.fromkeys(ref.id for ref in event.actors))
    recipients = " ".join(dict.fromkeys(ref.id for ref in event.recipients))
    code = event.type + (f"/{event.mode}" if event.mode else "")
    assert event.sentence
    sentence = page.text[event.sentence.start : event.sentence.end]
    who = f"{actors} > {recipients}" if recipients else actors
    return f"{event.date or 'no date':10}  {code:16} {event.status:10} {who:20} {sentence}"


def refused(page: Annotation) -> list[str]:
    return [
        f"not taken: a reader's comment ({part.author}, {part.time}) is a voice, never a fact"
        for part in page.parts
        if part.kind == "comment"
    ]


def test_the_rows_are_what_the_lines_give() -> None:
    page = annotate_page(PageInput(id="readme", text=block("text page")))
    rows = [row(page, event) for event in page.events]
    assert block("rows").splitlines() == [*rows, *refused(page)]


def test_the_page_has_eight_lines() -> None:
    assert len(block("text page").splitlines()) == 8
