"""Exports of press archives: each article a page, with the parts, names and dates that the archive gives."""

from pathlib import Path

import pytest
from tests.read.exports import FACTIVA_DISPLAYED, FACTIVA_TAGGED, NEXIS_NEW, NEXIS_OLD, docx, rtf

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources, read_page
from standoff.read.sources import iter_found

TITLE = "Ferry crews stop work as talks on night boats fail"


def found(tmp_path: Path, name: str, data: bytes | str) -> list[PageInput | Unreadable]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(iter_sources([str(path)]))


def pages(tmp_path: Path, name: str, data: bytes | str) -> list[PageInput]:
    return [item for item in found(tmp_path, name, data) if isinstance(item, PageInput)]


def parts(item: PageInput) -> list[tuple[str, str]]:
    assert item.text is not None
    return [(part.role or part.kind, item.text[part.start : part.end]) for part in item.parts]


def test_nexis_old_layout(tmp_path: Path) -> None:
    first, second = pages(tmp_path, "export.txt", NEXIS_OLD)
    assert (first.id, second.id) == ("export-1", "export-2")
    assert parts(first) == [
        ("title", TITLE),
        ("standfirst", "The night boats stay in port for a week"),
        ("byline", "By Ada Brook and Tom Reed"),
        ("dateline", "PORT ELLAN"),
        (
            "story",
            "The crews of the island ferries stopped work on Monday after talks about the night boats broke off.\n\n"
            "The company said that it would meet the seamen's union again on Thursday. Update: both sides want the"
            " harbour master to be there.",
        ),
        ("caption", "Photo, The ferry Morag at its pier, L. Marr"),
        ("caption", "Map, The islands"),
        ("correction", "The talks broke off on Sunday, not on Monday."),
    ]
    assert (first.published, first.captured, first.publisher) == ("2016-03-08", "2016-03-09", "The Harbour Gazette")
    assert first.authors == ("Ada Brook", "Tom Reed")
    assert (first.section, first.url) == ("NEWS; Shipping; Pg. 4", "http://gazette.example/2016/ferries")
    assert (second.title, second.publisher) == ("Union calls the offer too small", "Island Post")
    assert (second.published, second.captured) == ("2016-03", "2016-04-02")


@pytest.mark.parametrize("form", ["txt", "rtf", "docx"])
def test_nexis_new_layout(tmp_path: Path, form: str) -> None:
    data = {"txt": NEXIS_NEW.encode(), "rtf": rtf(NEXIS_NEW), "docx": docx(NEXIS_NEW)}[form]
    first, second, third = found(tmp_path, f"export.{form}", data)
    assert isinstance(first, PageInput)
    assert isinstance(second, PageInput)
    assert parts(first) == [
        ("title", TITLE),
        ("standfirst", "The night boats stay in port for a week"),
        ("byline", "Ada Brook"),
        ("dateline", "PORT ELLAN"),
        (
            "story",
            "The crews of the island ferries stopped work on Monday after talks about the night boats broke off."
            " What came before was long and slow, as the crews tell it.\n\n"
            "Update: both sides want the harbour master to be there.",
        ),
        ("caption", "The ferry Morag at its pier."),
    ]
    assert (first.published, first.captured, first.publisher) == ("2016-03-08", "2016-03-09", "The Harbour Gazette")
    assert first.authors == ("Ada Brook",)
    assert (second.title, second.published, second.publisher) == (
        "Union calls the offer too small",
        "2016-03-09",
        "Island Post",
    )
    assert isinstance(third, Unreadable)
    assert (third.id, third.issue.code) == ("export-3", "damaged-article")
    assert "An empty one" in third.issue.message


@pytest.mark.parametrize("form", ["txt", "rtf"])
def test_factiva_tagged(tmp_path: Path, form: str) -> None:
    first, second = pages(tmp_path, f"export.{form}", FACTIVA_TAGGED if form == "txt" else rtf(FACTIVA_TAGGED))
    assert (first.id, second.id) == ("HARGAZ0020160308ec380002w", "ISLPOS0020160309ec390001a")
    assert [kind for kind, _ in parts(first)] == ["title", "byline", "story", "credit"]
    story = dict(parts(first))["story"]
    assert story.startswith("PORT ELLAN -- The crews")
    assert story.endswith("\n\nIN the end both sides want the harbour master to be there.")
    assert (first.title, first.published, first.publisher) == (TITLE, "2016-03-08", "The Harbour Gazette")
    assert first.authors == ("Ada Brook",)
    assert parts(second) == [
        ("title", "Union calls the offer too small"),
        ("story", "The seamen's union called the company's offer too small."),
    ]


@pytest.mark.parametrize("form", ["txt", "rtf"])
def test_factiva_displayed(tmp_path: Path, form: str) -> None:
    data = FACTIVA_DISPLAYED if form == "txt" else rtf(FACTIVA_DISPLAYED)
    first, second, third = pages(tmp_path, f"export.{form}", data)
    assert (first.id, first.section) == ("HARGAZ0020160308ec380002w", "News")
    assert [kind for kind, _ in parts(first)] == ["title", "byline", "story"]
    assert (first.title, first.published, first.publisher) == (TITLE, "2016-03-08", "The Harbour Gazette")
    assert first.authors == ("Ada Brook",)
    assert dict(parts(first))["story"].count("\n\n") == 1
    assert parts(second) == [
        ("title", "Union calls the offer too small"),
        ("story", "The seamen's union called the company's offer too small."),
    ]
    assert third.id == "export-3"
    assert [issue.code for issue in third.issues] == ["cut-off"]


OLD_WITH_INDEX = """\
Download Request: All Documents: 1-1
Terms: ferry AND crews

                               1 of 1 DOCUMENTS

     Copyright 2016 Harbour Press Interactive Company, LLC d/b/a
                            Harbour Digital
                              All Rights Reserved

                              The Harbour Gazette

                             March 8, 2016 Tuesday
                                 Islands 2 Edition

SECTION: A-SECTION; Pg. A01

LENGTH: 12 words

HEADLINE: Ferry crews stop work

BYLINE: Ada Brook;Tom Reed

BODY:

The crews of the island ferries stopped work on Monday after talks about the
night boats broke off.

Copyright law has nothing to do with it.

     Copyright 2016 Harbour Press Interactive Company, LLC d/b/a
                            Harbour Digital
"""


def test_nexis_old_layout_with_labels_for_all(tmp_path: Path) -> None:
    (item,) = pages(tmp_path, "export.txt", OLD_WITH_INDEX)
    assert parts(item) == [
        ("title", "Ferry crews stop work"),
        ("byline", "Ada Brook;Tom Reed"),
        (
            "story",
            "The crews of the island ferries stopped work on Monday after talks about the night boats broke off.\n\n"
            "Copyright law has nothing to do with it.",
        ),
    ]
    assert (item.publisher, item.published) == ("The Harbour Gazette", "2016-03-08")
    assert item.authors == ("Ada Brook", "Tom Reed")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Late Edition", "Edition 1;\n   Islands"),
        ("Late Edition", "Islands"),
        ("Late Edition\n", ""),
        ("March 8", "Tuesday, March 8"),
    ],
)
def test_what_stands_below_the_date_is_no_headline(tmp_path: Path, old: str, new: str) -> None:
    first = pages(tmp_path, "export.txt", NEXIS_OLD.replace(old, new))[0]
    assert (first.title, first.publisher, first.published) == (TITLE, "The Harbour Gazette", "2016-03-08")
    first = pages(tmp_path, "export.txt", NEXIS_NEW.replace(old, new))[0]
    assert (first.title, first.publisher, first.published) == (TITLE, "The Harbour Gazette", "2016-03-08")


def test_the_list_beside_an_export_is_passed_over(tmp_path: Path) -> None:
    cover = NEXIS_NEW[: NEXIS_NEW.index("Page 1")]
    said: list[str] = []
    (tmp_path / "export_doclist.rtf").write_bytes(rtf(cover))
    (tmp_path / "export_doclist.docx").write_bytes(docx(cover))
    (tmp_path / "export_doclist.txt").write_text(cover)
    items = list(iter_found([str(path) for path in sorted(tmp_path.iterdir())], say=said.append))
    assert items == []
    assert len(said) == 3
    assert "list" in said[0]


def test_overlapping_exports_give_the_same_article_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTIVA_TAGGED)
    (tmp_path / "b.txt").write_text(FACTIVA_TAGGED.replace("too small", "far too small"))
    ids = [item.id for item in iter_sources([str(tmp_path)])]
    assert ids[:3] == ["HARGAZ0020160308ec380002w", "ISLPOS0020160309ec390001a", "HARGAZ0020160308ec380002w"]
    assert ids[3] is not None
    assert ids[3].startswith("ISLPOS0020160309ec390001a-")


def test_an_article_is_read_with_its_parts(tmp_path: Path) -> None:
    page = read_page(pages(tmp_path, "export.txt", NEXIS_OLD)[0])
    assert (page.meta.title, page.meta.published, page.meta.published_how) == (TITLE, "2016-03-08", "given")
    assert page.meta.authors == ("Ada Brook", "Tom Reed")
    assert not page.issues
    for part in page.parts:
        assert page.text[part.start : part.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "Ferry stays in port\n\nThe court has read 3 of 5 documents.\n\nThe crews of the ferries want talks.",
        "End of the line\n\nBody\n\nThe crews of the ferries want talks.",
        "Ferry stays in port\n\n512 words\n\nDocument 12 was not shown to the court.",
    ],
)
def test_other_texts_are_no_exports(tmp_path: Path, text: str) -> None:
    (item,) = pages(tmp_path, "page.txt", text)
    assert item.text == text
    assert not item.parts


@pytest.mark.parametrize("text", [NEXIS_OLD, NEXIS_NEW, FACTIVA_TAGGED, FACTIVA_DISPLAYED])
def test_an_export_that_is_cut_anywhere_gives_articles_or_reasons(tmp_path: Path, text: str) -> None:
    for end in range(40, len(text), 97):
        for item in found(tmp_path, "cut.txt", text[:end]):
            if isinstance(item, PageInput):
                page = read_page(item)
                assert page.text
                assert "bad-parts" not in [issue.code for issue in page.issues]
            else:
                assert item.issue.message
