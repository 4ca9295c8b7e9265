"""Meetings told by a noun: who sat together, and on which day."""

import pytest
from tests.extract.asked import annotated

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "On Tuesday the envoys were sent home after a three-hour meeting between Chad and Niger in Linz.",
            "2024-05-14",
        ),
        ("Envoys went home on Tuesday after a meeting between Chad and Niger had run for hours.", "2024-05-14"),
        ("Lund saw a meeting between Chad and Niger in Linz last week as a hint.", "2024-05-06/2024-05-12"),
    ],
)
def test_a_meeting_has_the_day_of_what_followed_it(text: str, date: str) -> None:
    page = annotated(text)
    met = [e for e in page.events if e.type == "CONSULT"]
    assert [(sorted(a.id for a in e.actors), e.date) for e in met] == [(["NER", "TCD"], date)]


@pytest.mark.parametrize(
    "text",
    [
        "Lome called for a meeting between Chad and Niger.",
        "A meeting between Chad and Niger could calm the border.",
        "There was no meeting between Chad and Niger.",
    ],
)
def test_a_meeting_only_spoken_of_was_not_held(text: str) -> None:
    page = annotated(text)
    held = [e for e in page.events if e.type == "CONSULT" and e.status == "happened" and not e.negated]
    assert held == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad and Niger agreed in a telephone call on Monday that the lock must be opened.", "SUPPORT"),
        ("Chad agreed in talks with Niger on Monday to open the lock.", "AGREE"),
    ],
)
def test_talks_in_which_something_is_agreed_were_held(text: str, type_: str) -> None:
    found = {e.type: e for e in annotated(text).events if e.status == "happened"}
    assert set(found) == {type_, "CONSULT"}
    assert {r.id for e in found.values() for r in (*e.actors, *e.recipients)} == {"TCD", "NER"}
