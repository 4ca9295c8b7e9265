"""Who leads a delegation, read from pages: by the words beside the name, by the delegation's side, by who meets."""

from pathlib import Path

import pytest

from standoff.ingest import read_pages
from standoff.model import PageInput
from standoff.record import Record
from standoff.subject import parse_subject
from standoff.tell.talks import talks

pytestmark = pytest.mark.model

SUBJECT = parse_subject(
    '[subject]\nname = "Karuma dam"\naliases = ["the dam"]\n'
    '[[party]]\nid = "UGA"\nname = "Uganda"\naliases = ["Kampala"]\n'
    '[[party]]\nid = "KEN"\nname = "Kenya"\naliases = ["Nairobi"]\n'
)
OPENED = "Uganda and Kenya opened talks on the Karuma dam in Arusha on Tuesday."
MET = "Negotiators from Uganda and Kenya met in Kigali on Tuesday for talks over the dam."


@pytest.mark.parametrize(
    ("pages", "heads"),
    [
        (
            [f"{OPENED} The Ugandan delegation is led by Peter Okello, the energy minister."],
            {"UGA": "Peter Okello"},
        ),
        (
            [f"{OPENED} Kenya sent a six-member team under Daniel Kiprop; Uganda's team is headed by Agnes Birungi."],
            {"UGA": "Agnes Birungi", "KEN": "Daniel Kiprop"},
        ),
        (
            [f"{MET} Peter Okello headed the Ugandan side; his Kenyan counterpart was James Mutua."],
            {"UGA": "Peter Okello", "KEN": "James Mutua"},
        ),
        (
            [
                "Uganda's deputy foreign minister, Ruth Nankya, and Kenya's deputy foreign minister, Ali Hassan, held talks on the dam in"
                " Addis Ababa on Tuesday."
            ],
            {"UGA": "Ruth Nankya", "KEN": "Ali Hassan"},
        ),
        (
            [f"{MET} Agnes Birungi (left), head of Uganda's delegation, and Daniel Kiprop shook hands at the door."],
            {"UGA": "Agnes Birungi"},
        ),
        ([f"{MET} The Ugandan delegation is led by the Lake Growers Association."], {}),
        ([f"{MET} Uganda bought a dam from the team of Peter Okello, a builder."], {}),
    ],
)
def test_heads(tmp_path: Path, pages: list[str], heads: dict[str, str]) -> None:
    items = [
        PageInput(
            id=f"p{n}", text=f"Talks on the dam\n\n{text}", published="2014-02-05", url=f"https://p{n}.example.org/"
        )
        for n, text in enumerate(pages)
    ]
    read_pages(items, tmp_path / "record.db", subject=SUBJECT, workers=0)
    with Record.open(tmp_path / "record.db") as record:
        (row,) = talks(record)
    assert {head.party: head.name for head in row.heads} == heads
