"""The state of things that one uses by licence or visa, and of crossings that are shut by another word for them."""

from pathlib import Path

import pytest

from standoff.annotate import annotate_page
from standoff.link import link
from standoff.model import PageInput, Party, Subject
from standoff.record import Record
from standoff.tell.state import state

pytestmark = pytest.mark.model

NORTH = (Party(id="NOR", name="Norway", aliases=("Oslo",)), Party(id="DNK", name="Denmark", aliases=("Copenhagen",)))
GROUNDS = Subject(name="Norwegian cod grounds", aliases=("Norway's waters", "the grounds"), parties=NORTH)
VISAS = Subject(name="visas for Chadian traders", parties=(Party(id="NER", name="Niger"), Party(id="TCD", name="Chad")))
BORDER = Subject(
    name="Lomo border crossing",
    aliases=("Lomo", "the crossing", "Lomo gate"),
    parties=(Party(id="TGO", name="Togo"), Party(id="BEN", name="Benin")),
)


def states(tmp_path: Path, subject: Subject, *texts: str) -> list[str]:
    """The states that pages of the first days of May bring about, but for what was before them."""
    with Record.open(tmp_path / "r.db", create=True) as record:
        record.declare(subject)
        for day, text in enumerate(texts, start=3):
            item = PageInput(id=str(day), text=text, plain=True, published=f"2017-05-{day:02}")
            record.add(item, annotate_page(item, subject=subject), made="test")
        link(record, workers=0)
        return [s.state for s in state(record).history if not (s.from_ or "").startswith("../")]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Norway refused licences to 60 Danish boats on Tuesday."], ["restricted"]),
        (["Norway withdrew the licences of all Danish boats on Tuesday. The grounds are off limits."], ["shut"]),
        (
            [
                "Norway handed out 40 licences to Danish boats on Tuesday for its cod grounds.",
                "Norway put off its limits on Danish boats in the grounds until July on Wednesday.",
            ],
            ["restricted", "open"],
        ),
        (["Norwegian patrols held a Danish trawler off the cod grounds on Tuesday."], []),
        (["Denmark closed the port of Hals to Norwegian boats in the row over the cod grounds on Tuesday."], []),
    ],
)
def test_fishing_grounds(tmp_path: Path, texts: list[str], wanted: list[str]) -> None:
    assert states(tmp_path, GROUNDS, *texts) == wanted


def test_visas(tmp_path: Path) -> None:
    texts = (
        "Niger cancelled the visas of 300 Chadian traders on Tuesday.",
        "Niger renewed the visas of all Chadian traders on Wednesday.",
    )
    assert states(tmp_path, VISAS, *texts) == ["restricted", "open"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Togo closed the Lomo gate on Tuesday and does not mean to open it to anybody.", ["shut"]),
        ("Togo closed Lomo for good on Tuesday.", ["shut"]),
        ("Togo locked Lomo gate on Tuesday.", ["shut"]),
        ("Togo closed the Lomo crossing to lorries on Tuesday.", ["restricted"]),
    ],
)
def test_a_crossing_is_shut_by_any_word(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert states(tmp_path, BORDER, text) == wanted
