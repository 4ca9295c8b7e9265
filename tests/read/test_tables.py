"""Tables of pages, as press monitors export them."""

from pathlib import Path

import pytest

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources, read_page


def found(tmp_path: Path, text: str, name: str = "stories.csv") -> list[PageInput | Unreadable]:
    path = tmp_path / name
    path.write_text(text)
    return list(iter_sources([str(path)]))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_row_is_a_page(tmp_path: Path, mark: str) -> None:
    rows = [
        ["url", "Title", "publish_date", "text", "media_name", "authors", "language"],
        ["https://a.example/1", "Ferry stays", "2016-03-08 10:00:00", '"The ferry, as ""planned"",\n\nstayed."', "Post", "A Roe|B Doe", "en"],
        ["https://a.example/2", "Union answers", "20160309", "Union answers\n\nIt said no.".replace("\n", " "), "Post", "", "en"],
    ]  # fmt: skip
    first, second = found(tmp_path, "\n".join(mark.join(row) for row in rows))
    assert isinstance(first, PageInput)
    assert isinstance(second, PageInput)
    assert first.text == 'Ferry stays\n\nThe ferry, as "planned",\n\nstayed.'
    assert (first.id, first.url, first.title) == ("stories-1", "https://a.example/1", "Ferry stays")
    assert (first.published, first.publisher, first.authors) == ("2016-03-08", "Post", ("A Roe", "B Doe"))
    assert second.published == "2016-03-09"
    assert second.text == "Union answers  It said no."
    assert read_page(first).meta.title == "Ferry stays"


def test_ids_of_the_table_are_kept(tmp_path: Path) -> None:
    items = found(tmp_path, "id,text\n17,One\n18,Two\n17,Three\n")
    assert [item.id for item in items][:2] == ["17", "18"]
    assert str(items[2].id).startswith("17-")


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("", "empty-file", "empty"),
        ("url,title,date\nhttps://a.example/1,Ferry,2016-03-08\n", "not-fetched", "--fetch"),
        ("a,b\n1,2\n", "no-text-column", "`text`"),
        ("id,text\n5,\n", "empty-page", "row 1"),
    ],
)
def test_what_gives_no_page_is_said(tmp_path: Path, text: str, code: str, word: str) -> None:
    (item,) = found(tmp_path, text)
    assert isinstance(item, Unreadable)
    assert item.issue.code == code
    assert word in item.issue.message


def test_a_quotation_mark_left_open_ends_the_table_in_words(tmp_path: Path) -> None:
    *whole, last = found(tmp_path, 'text\nOne\n"Two\n' + "x\n" * 15_000_000)
    assert [item.text for item in whole if isinstance(item, PageInput)] == ["One"]
    assert isinstance(last, Unreadable)
    assert last.issue.code == "damaged-file"


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    path.write_bytes("text\nCafé on the pier\n".encode("cp1252"))
    (item,) = iter_sources([str(path)])
    assert isinstance(item, PageInput)
    assert item.text == "Caf\ufffd on the pier"


def test_the_addresses_of_a_table_without_text_may_be_fetched(tmp_path: Path) -> None:
    text = "stories_id,url\n1,https://a.example/1\n2,javascript:alert(1)\n3,https://a.example/1\n4,https://b.example/\n"
    (item,) = found(tmp_path, text)
    assert isinstance(item, Unreadable)
    assert item.addresses == ("https://a.example/1", "https://b.example/")


def test_of_names_beyond_all_measure_only_some_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x" * 100_000 + ",y\n1,2\n")
    (item,) = iter_sources([str(path)])
    assert isinstance(item, Unreadable)
    assert len(item.issue.message) < 3_000
