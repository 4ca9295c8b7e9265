"""Meetings told as what somebody goes somewhere for: who is met, whether it was held, and one event for visit and meeting."""

import pytest
from tests.extract.asked import annotated

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status", "met"),
    [
        ("Iceland's president is due in Lisbon on Sunday to meet King Olaf.", "planned", "King Olaf"),
        ("The Swedish premier was in Ankara on Monday to meet President Yilmaz.", "happened", "President Yilmaz"),
        (
            "Premier Kraus, accompanied by four ministers, arrived in Zenda to meet Envoy Orlov.",
            "happened",
            "Envoy Orlov",
        ),
        ("The Czech president arrived in Kyiv to meet Premier Bondar.", "happened", "Premier Bondar"),
        (
            "The Rwandan president flew to Luanda for talks with his Congolese counterpart.",
            "happened",
            "his Congolese counterpart",
        ),
        ("The Danish premier met her counterpart in Oslo.", "happened", "her counterpart"),
    ],
)
def test_whom_somebody_went_to_meet(text: str, status: str, met: str) -> None:
    page = annotated(text)
    meetings = [e for e in page.events if e.type == "CONSULT"]
    assert [(e.status, page.text[r.start : r.end]) for e in meetings for r in e.recipients] == [(status, met)]


@pytest.mark.parametrize(
    "text",
    [
        "Sweden asked the Turkish premier to meet the envoys.",
        "The firm hired a hall to meet demand.",
        "The Chadian minister may fly to Oslo to meet the king.",
    ],
)
def test_no_meeting_is_only_wanted(text: str) -> None:
    assert [e for e in annotated(text).events if e.type == "CONSULT" and e.content_of is None] == []
