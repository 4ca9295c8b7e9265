"""Feeds that were saved as files."""

import json
from pathlib import Path

import pytest

from standoff.model import PageInput
from standoff.read import Unreadable, iter_sources

WHOLE = "<p>" + "The crews of the island ferries stopped work on Monday after talks broke off. " * 20 + "</p>"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Gazette</title>
<item><title>Ferry crews stop work</title><link>https://gazette.example/ferries</link>
<pubDate>Tue, 08 Mar 2016 23:30:00 -0500</pubDate><description><![CDATA[{WHOLE}]]></description></item>
<item><title>Union answers</title><link>https://gazette.example/union</link><description>It said no ...</description></item>
</channel></rss>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1",
        "title": "The Harbour Gazette",
        "items": [{"id": "1", "url": "https://gazette.example/ferries", "title": "Ferry crews", "content_html": WHOLE}],
    }
)


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml", "feed.html", "feed"])
def test_whole_entries_are_pages_and_the_others_addresses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS)
    first, second = iter_sources([str(tmp_path / name)])
    assert isinstance(first, PageInput)
    assert (first.url, first.published) == ("https://gazette.example/ferries", "2016-03-08")
    assert (first.title, first.publisher) == ("Ferry crews stop work", "The Harbour Gazette")
    assert isinstance(second, Unreadable)
    assert (second.issue.code, second.addresses) == ("not-fetched", ("https://gazette.example/union",))


def test_json_feeds(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(JSON)
    (item,) = iter_sources([str(tmp_path)])
    assert isinstance(item, PageInput)
    assert item.title == "Ferry crews"


def test_a_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    (tmp_path / "feed.rss").write_text(RSS.replace("<rss", bomb + "<rss"))
    (item,) = iter_sources([str(tmp_path)])
    assert isinstance(item, Unreadable)
    assert item.issue.code == "bad-feed"
