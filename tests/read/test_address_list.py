"""A list of addresses is known by its looks, and nothing is asked for."""

import os
from pathlib import Path

import pytest

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources
from standoff.read.forms.address_list import page_id


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://a.example/1\n", ("https://a.example/1",)),
        (
            "\ufeff# seen\r\n\r\nHTTP://a.example/1\r\nhttps://b.example/2 # later\r\n",
            ("HTTP://a.example/1", "https://b.example/2"),
        ),
        ("https://a.example/1\nfile:///etc/hosts\n", ("https://a.example/1", "file:///etc/hosts")),
    ],
)
def test_a_list_of_addresses(text: str, addresses: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "urls.txt").write_text(text, encoding="utf-8")
    (item,) = iter_sources([str(tmp_path)])
    assert isinstance(item, Unreadable)
    assert (item.issue.code, item.addresses) == ("not-fetched", addresses)
    assert "--fetch" in item.issue.message


@pytest.mark.parametrize(
    "text",
    [
        "The lock is shut.\nhttps://a.example/1\n",
        "https://a.example/1 The lock is shut.\n",
        "# only\n# remarks\n",
        "file:///a\n",
    ],
)
def test_another_text_is_a_page(text: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(text)
    (item,) = iter_sources([str(tmp_path)])
    assert isinstance(item, PageInput)


def test_a_list_with_an_odd_name_can_be_told(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/urls\xff.txt")
    Path(path).write_text("https://a.example/1\n")
    (item,) = iter_sources([path])
    assert isinstance(item, Unreadable)
    repr((item.source, item.issue.message)).encode()
    assert "\\xff" in item.issue.message or "\\udcff" in item.issue.message


def test_an_address_among_the_sources() -> None:
    (item,) = iter_sources(["https://a.example/1"])
    assert isinstance(item, Unreadable)
    assert (item.issue.code, item.addresses) == ("not-fetched", ("https://a.example/1",))


def test_the_id_of_a_long_address_is_short_and_its_own() -> None:
    one, other = (page_id("https://a.example/" + "b" * 500 + end) for end in "12")
    assert len(one) == len(other) == 120
    assert one != other
    assert one.startswith("a.example/bbb")
