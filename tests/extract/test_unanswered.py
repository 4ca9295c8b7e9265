"""Requests that are told by the silence which met them."""

import pytest
from tests.extract.asked import annotated

from standoff.model import Event

pytestmark = pytest.mark.model


def _asked(text: str) -> list[Event]:
    return [e for e in annotated(text).events if e.type == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Earlier offers by Sweden to Norway to share the strait went unanswered.", ["SWE"], ["NOR"]),
        ("Sweden's requests to Norway to reopen the strait fell on deaf ears.", ["SWE"], ["NOR"]),
        ("Sweden's appeals to Norway to reopen the strait received no reply.", ["SWE"], ["NOR"]),
        ("Pleas by Sweden to Norway to release the crew were met with silence.", ["SWE"], ["NOR"]),
    ],
)
def test_what_went_unanswered_had_been_asked(text: str, by: list[str], to: list[str]) -> None:
    assert [([a.id for a in e.actors], [r.id for r in e.recipients]) for e in _asked(text)] == [(by, to)]


def test_whom_the_silence_moved_had_asked_by_then() -> None:
    text = "Pleas to Norway to reopen the channel had met with silence, prompting officials in Sweden to say on Monday that boats would run aground."
    asked = _asked(text)
    assert [([a.id for a in e.actors], e.date) for e in asked] == [(["SWE-GOV"], "2024-05-13")]


def test_an_answered_request_is_not_told_by_its_noun_alone() -> None:
    assert _asked("Sweden's proposals to Norway to reopen the strait came as a surprise.") == []
