"""Days that stand right before a subject."""

import pytest

from standoff.model import PageInput
from standoff.parse import parse
from standoff.read import read_page

pytestmark = pytest.mark.model


def subject_of(text: str) -> str | None:
    """The subject of the sentence's verb, with what hangs on it."""
    [sentence] = parse(read_page(PageInput(id="x", text=text, plain=True))).sentences
    found = sentence.root.child("nsubj", "nsubjpass") if sentence.root is not None else None
    return " ".join(t.text for t in found.subtree()) if found is not None else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("On Friday ministers agreed on a timetable.", "ministers"),
        ("In the spring of 2010 Uzbek railways held up two thousand wagons.", "Uzbek railways"),
        ("In the summer of 2015 Hungary closed its border with Serbia.", "Hungary"),
        ("On Tuesday lorry drivers blocked the bridge.", "lorry drivers"),
        ("On Monday night dockers at Felport walked out.", "dockers at Felport"),
        ("Before dawn on Monday two sea drones blew a hole in the bridge.", "two sea drones"),
        ("On Thursday Corda withdrew its offer.", "Corda"),
        ("In March Norway barred the boats.", "Norway"),
        ("Last April Sudani and Barzani put their names to a deal.", "Sudani and Barzani"),
        ("Monday talks in Oslo ended late.", "Monday talks in Oslo"),
    ],
)
def test_the_day_is_no_part_of_the_subject(text: str, subject: str) -> None:
    assert subject_of(text) == subject
