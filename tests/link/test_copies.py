"""Copies: whole, shortened, with another head; and what is none."""

import pytest
from benchmarks.copies import figures, page_of, planted

from standoff.link.copies import find_copies
from standoff.link.credits import credited
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
    key: str,
    *sentences: str,
    publisher: str | None = None,
    published: str = "2013-05-01",
    url: str | None = None,
) -> tuple[Document, Annotation]:
    text = "\n".join(sentences)
    page = Annotation(
        id=key, text=text, meta=Meta(publisher=publisher), parts=(Part(start=0, end=len(text), kind="story"),)
    )
    document = Document(
        key=key,
        id=key,
        url=url,
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


def test_planted_copies_of_six_kinds() -> None:
    pages = list(planted(720, seed=11))
    rows = [page_of(each) for each in pages]
    recall, false = figures(pages, find_copies([d for d, _ in rows], {d.key: page for d, page in rows}))
    assert false == 0
    assert min(recall.values()) >= 0.95, recall


def test_a_digest_of_two_stories_makes_them_no_copies_of_each_other() -> None:
    pages = [
        made("a", *STORY, published="2013-05-01"),
        made(
            "b",
            *OTHER[:3],
            "The gate stayed shut.",
            "Nobody at the ground had seen such a crowd.",
            published="2013-05-02",
        ),
        made("c", *STORY, *OTHER[:3], published="2013-05-03"),
    ]
    found = find_copies([d for d, _ in pages], {d.key: p for d, p in pages})
    assert [found[key][1] for key in "abc"] == [None, None, "a"]


def test_versions_of_one_address_are_one_text() -> None:
    later = ["The ministers have left the border village.", STORY[0], "They will meet again in a week, a clerk said."]
    pages = [
        made("a", *STORY, url="https://dale.example/road?id=1"),
        made("b", *later, url="http://dale.example/road/"),
    ]
    found = find_copies([d for d, _ in pages], {d.key: p for d, p in pages})
    assert found["b"][1] == "a"
    assert "same address" in found["b"][2]


def test_the_reason_names_the_page() -> None:
    pages = [made("a", *STORY), made("b", *STORY[:4], OTHER[0])]
    assert find_copies([d for d, _ in pages], {d.key: p for d, p in pages})["b"][2] == "shares 4 of 5 sentences with a"
