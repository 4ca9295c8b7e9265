"""Feeds of every form become entries; what would grow or open files is refused before it is parsed."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timing import ends_within

from standoff.errors import InputError
from standoff.read.forms.feed import Entry, Feed, entry_page, looks_like_feed, parse_feed

BODY = "<p>Lorries crossed the ford at noon.</p>"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quay Post</title><link>https://quay.example/</link>
<item><title>Ford &amp;amp; gate</title><link>https://quay.example/a</link><guid isPermaLink="false">g1</guid>
<pubDate>Thu, 08 Aug 2013 00:30:00 +0900</pubDate><dc:creator>Ann Roe</dc:creator>
<description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
</channel></rss>"""
RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://quay.example/rss-0.91.dtd">
<rss version="0.91"><channel><title>The Quay Post</title>
<item><title>Ford &amp; gate</title><link>https://quay.example/a</link></item></channel></rss>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://quay.example/"><title>The Quay Post</title></channel>
<item rdf:about="https://quay.example/a"><title>Ford &amp; gate</title><link>https://quay.example/a</link>
<dc:date>2013-08-08T00:30:00+09:00</dc:date></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay Post</title>
<entry><title type="html">Ford &amp;amp; gate</title><link href="/a"/><id>tag:quay.example,2013:a</id>
<published>2013-08-08T00:30:00+09:00</published><updated>2013-08-09T00:30:00Z</updated>
<author><name>Ann Roe</name><email>ann@quay.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Quay Post", "items": [{"id": 7,
"url": "https://quay.example/a", "title": "Ford & gate", "content_html": "<p>Lorries crossed the ford at noon.</p>",
"date_published": "2013-08-08T00:30:00+09:00", "authors": [{"name": "Ann Roe"}]}]}"""


@pytest.mark.parametrize(
    "text", [RSS, RSS_091, RDF, ATOM, JSON, "\ufeff \n" + RSS, "<!-- made today -->" + RSS_091[21:]]
)
def test_every_form(text: str) -> None:
    assert looks_like_feed(text)
    feed = parse_feed(text, url="https://quay.example/feed")
    assert feed.title == "The Quay Post"
    (entry,) = feed.entries
    assert (entry.title, entry.url) == ("Ford & gate", "https://quay.example/a")
    assert entry.published in ("2013-08-08", None)  # the day it prints, in its own zone
    if text in (RSS, ATOM, JSON):
        assert BODY in entry.body.replace("\n", "")
        assert (entry.authors, entry.published) == (("Ann Roe",), "2013-08-08")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lorries crossed the ford.",
        "<html><body><rss></body></html>",
        "<!DOCTYPE html><html>",
        '{"version": 1}',
        "[1]",
    ],
)
def test_what_is_no_feed(text: str) -> None:
    assert not looks_like_feed(text)


ENTITIES = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}{"&a;" * 9}">' for n in range(9)
)


@pytest.mark.parametrize(
    "declared",
    [
        f"<!DOCTYPE rss [{ENTITIES}]>",
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]>',
        '<!DOCTYPE rss SYSTEM "http://quay.example/a.dtd" [<!ENTITY % p SYSTEM "http://quay.example/p"> %p;]>',
        '<!doctype rss\n[<!ENTITY x "y">\n]>',
        "<?xml-stylesheet href='x'?><!-- > --><!DOCTYPE rss [ ]>",
        "<!DOCTYPE rss [",
        "<!DOCTYPE rss",
    ],
)
def test_entities_are_refused_before_anything_is_parsed(declared: str) -> None:
    text = f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>&x;&a8;</title></channel></rss>'

    def refused() -> None:
        with pytest.raises(InputError, match="entities") as error:
            parse_feed(text)
        assert error.value.hint

    assert ends_within(1, refused)


def test_an_entity_that_nobody_declared_stands_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the key")
    feed = parse_feed(RSS.replace("Short.", f"&xxe; {(tmp_path / 'secret').as_uri()}"))
    assert "the key" not in repr(feed)


@pytest.mark.parametrize("name", ["feed.xml", "http://quay.example/feed"])
def test_a_name_is_never_opened(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.xml").write_text(RSS)
    with pytest.raises(InputError):
        parse_feed(name)


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<" * 500_000,
        "<rss><channel><item><title>" + "&" * 500_000,
        '<rss version="2.0"><channel>' + "<item><link>http://a.test/</link>" * 5_000,
        '<rss version="2.0"><channel><item><title>' + "\n " * 300_000 + "</title></item></channel></rss>",
        "<rss><channel>" + "<![CDATA[" * 50_000,
        "<rss><channel>" + "<!--" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        "<rss>" + "x" * 6_000_000,
    ],
)
def test_damaged_feeds_end_soon(text: str) -> None:
    def read() -> None:
        with suppress(InputError):
            parse_feed(text)

    assert ends_within(5, read)


@given(st.text(alphabet="<>&;![]-/?=\"' rsfeditmchanlk:{}\n", max_size=200))
def test_any_text_is_a_feed_or_an_error(text: str) -> None:
    for whole in (text, f"<rss><channel>{text}</channel></rss>"):
        looks_like_feed(whole)
        try:
            parse_feed(whole)
        except InputError:
            continue


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("<p>" + "The ford is open. " * 80 + "</p>", True),
        ("<p>" + "The ford is open. " * 80 + "[…]</p>", False),
        ("<p>" + "The ford is open. " * 80 + "</p><a href='x'>Continue reading →</a>", False),
        ("<p>The ford is open.</p>", False),
        ("<p>" + "<b></b>" * 900 + "</p>", False),
    ],
)
def test_whether_an_entry_holds_the_whole_text(body: str, whole: bool) -> None:
    assert Entry(id="1", body=body).whole is whole


def test_an_entry_as_a_page() -> None:
    entry = Entry(
        id="1",
        url="https://quay.example/a",
        title="<b>Ford</b> & gate",
        authors=("Ann Roe",),
        published="2013-08-08",
        body=BODY,
    )
    page = entry_page(Feed(title="The Quay Post"), entry, id="quay.example/a", captured="2013-08-09")
    assert "<h1>&lt;b&gt;Ford&lt;/b&gt; &amp; gate</h1>" in (page.html or "")
    assert BODY in (page.html or "")
    assert (page.title, page.authors, page.publisher) == ("<b>Ford</b> & gate", ("Ann Roe",), "The Quay Post")
    assert (page.published, page.captured, page.url) == ("2013-08-08", "2013-08-09", "https://quay.example/a")


def test_what_is_put_below_every_entry_is_none_of_its_text() -> None:
    signed = '<p>The post <a href="/a">Ford</a> appeared first on <a href="/">The Quay Post</a>.</p>\n'
    for body, kept in ((BODY + signed, BODY), (signed + BODY, signed + BODY)):
        page = entry_page(Feed(), Entry(id="1", body=body), id="a")
        assert f"<article>\n{kept}\n</article>" in (page.html or "")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts"])
def test_links_that_are_not_of_the_web_are_none(link: str) -> None:
    assert [entry.url for entry in parse_feed(RSS.replace("https://quay.example/a", link)).entries] == [None]
