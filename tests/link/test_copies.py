"""Copies: whole, shortened, with another head; and what is none."""

import pytest

from standoff.link.copies import credited, find_copies
from standoff.model import Annotation, Meta, Part
from standoff.record.rows import Document

STORY = [
    "The two ministries met for nine hours in the border village on Tuesday.",
    "Neither side would say what had been agreed on the use of the road.",
    "Drivers have waited at the gate for eleven days with their loads of timber.",
    "A clerk counted two hundred lorries on the northern side alone.",
    "The mill in the valley has sent half of its people home without pay.",
    "A further meeting is to be held in the capital before the end of the month.",
]
OTHER = [
    "Rain stopped play at the county ground for most of the afternoon.",
    "The captain said that his side had never batted in such light before.",
    "A crowd of four thousand stayed to the end and sang in the stands.",
    "The mill in the valley has sent half of its people home without pay.",
]


def made(
    key: str, *sentences: str, publisher: str | None = None, published: str = "2013-05-01"
) -> tuple[Document, Annotation]:
    text = "\n".join(sentences)
    page = Annotation(
        id=key, text=text, meta=Meta(publisher=publisher), parts=(Part(start=0, end=len(text), kind="story"),)
    )
    document = Document(
        key=key,
        id=key,
        url=None,
        title=None,
        publisher=publisher,
        published=published,
        published_how="given",
        source=key,
    )
    return document, page


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (STORY, "a"),
        (["A new headline for an old text.", *STORY], "a"),
        (STORY[:4], "a"),
        ([*STORY[:2], *OTHER], None),
        (OTHER, None),
        (STORY[:2], None),
    ],
    ids=["whole", "new head", "cut", "part of a longer page", "another story", "two sentences"],
)
def test_copies(other: list[str], expected: str | None) -> None:
    pages = [
        made("a", *STORY, publisher="The Dale Post"),
        made("b", *other, publisher="The Hill Echo", published="2013-05-02"),
    ]
    found = find_copies([d for d, _ in pages], {d.key: p for d, p in pages})
    source, of, reason = found["b"]
    assert of == expected
    assert source == ("The Dale Post" if expected else "The Hill Echo")
    assert reason


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("SEOUL (Reuters) - Talks ended.", "Reuters"),
        ("Talks ended on Monday. (Yonhap)", "Yonhap News Agency"),
        ("The minister (Smith) spoke at length about roads and bridges and other matters; then he left.", None),
    ],
)
def test_credited_agencies(story: str, expected: str | None) -> None:
    found = credited(made("a", story)[1])
    assert (found or "")[:6] == (expected or "")[:6]
