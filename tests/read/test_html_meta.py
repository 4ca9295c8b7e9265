"""What an HTML page says of itself: headline, authors, publisher, section, tags, address; own pages."""

import json

import pytest

from standoff.model import Meta, PageInput
from standoff.read import read_page
from standoff.read.authors import author_names, stated_authors
from standoff.read.html.linked_data import decode_ld

PARAGRAPHS = "".join(
    f"<p>The ferry between the two shores stayed in port on {day}, and the owners said that no date had been set for its return.</p>"
    for day in ("Monday", "Tuesday", "Wednesday")
)


def read(head: str = "", body: str = "<h1>Ferry stays in port</h1>", *, url: str | None = None) -> Meta:
    html = f"<html lang='en'><head>{head}</head><body><article>{body}{PARAGRAPHS}</article></body></html>"
    return read_page(PageInput(id="t", html=html, url=url)).meta


def ld(*items: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


def raw(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def article(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Ferry stays in port", **fields}


def prop(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


ROE = {"@type": "Person", "name": "Jane Roe"}
DOE = {"@type": "Person", "name": "John Doe"}


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (ld(article(author=ROE)), ("Jane Roe",)),
        (ld(article(author=[ROE, DOE])), ("Jane Roe", "John Doe")),
        (ld(article(author="Jane Roe")), ("Jane Roe",)),
        (ld(article(author=["Jane Roe", "John Doe"])), ("Jane Roe", "John Doe")),
        (ld(article(author={"@type": "Person", "name": ["Jane Roe", "John Doe"]})), ("Jane Roe", "John Doe")),
        (ld(article(author={"@type": "Person", "name": "By Jane Roe and John Doe"})), ("Jane Roe", "John Doe")),
        (ld(article(author={"@type": "Person", "name": "JANE ROE"})), ("Jane Roe",)),
        (ld(article(author={"@type": "Person", "name": "Jane Roe, Political Editor"})), ("Jane Roe",)),
        (ld(article(author={"@type": "Person", "givenName": "Jane", "familyName": "Roe"})), ("Jane Roe",)),
        (ld({"@graph": [article(author={"@id": "#jane"}), {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}]}), ("Jane Roe",)),
        (ld([{"@type": "WebSite", "name": "Shore Gazette"}, article(author=ROE)]), ("Jane Roe",)),
        (ld({"@type": "WebPage", "mainEntity": article(author=ROE)}), ("Jane Roe",)),
        (ld(article(author={"@type": "Organization", "name": "Reuters Staff"})), ("Reuters Staff",)),
        (ld(article(author=[ROE, {"@type": "Organization", "name": "Shorewire"}])), ("Jane Roe", "Shorewire")),
        # the page's own article, not the teaser's
        (ld(article(headline="Bridge is mended far away", author=DOE), article(author=ROE)), ("Jane Roe",)),
        (ld({"@type": "ItemList", "itemListElement": [article(author=DOE)]}) + prop("author", "Jane Roe"), ("Jane Roe",)),
        # broken JSON
        (raw('{"@type": "NewsArticle", "author": {"name": "Jane Roe"},}'), ("Jane Roe",)),
        (raw('<!-- {"@type": "NewsArticle", "author": {"name": "Jane Roe"}} -->'), ("Jane Roe",)),
        (raw('//<![CDATA[\n{"@type": "NewsArticle", "author": {"name": "Jane Roe"}}\n//]]>'), ("Jane Roe",)),
        (raw('{"@type": "NewsArticle", "author": {"name": "Jane Roe"}};'), ("Jane Roe",)),
        (raw('{"@type": "WebSite"}{"@type": "NewsArticle", "author": {"name": "Jane Roe"}}'), ("Jane Roe",)),
        (raw('{"@type": "NewsArticle", "description": "They said "no" again", "author": {"@type": "Person", "name": "Jane Roe"}}'), ("Jane Roe",)),
        (raw('{"@type": "NewsArticle", "description": "a\tb\nc", "author": {"name": "Jane Roe"}}'), ("Jane Roe",)),
        (raw(r'{"@type": "NewsArticle", "description": "the owner\'s word", "author": {"name": "Jane Roe"}}'), ("Jane Roe",)),
        # other places
        ('<meta name="author" content="Jane Roe">', ("Jane Roe",)),
        (prop("article:author", "https://example.org/staff/jane") + '<meta name="byl" content="By JANE ROE">', ("Jane Roe",)),
        ('<meta name="parsely-author" content="Jane Roe"><meta name="parsely-author" content="John Doe">', ("Jane Roe", "John Doe")),
        ('<meta name="sailthru.author" content="Jane Roe, John Doe">', ("Jane Roe", "John Doe")),
        ('<meta name="DC.creator" content="Roe, Jane">', ("Jane Roe",)),
        ('<meta name="citation_author" content="Roe, Jane"><meta name="citation_author" content="Doe, John">', ("Jane Roe", "John Doe")),
        ('<meta name="author" content="jane@example.org (Jane Roe)">', ()),
        ('<meta name="author" content="@janeroe">', ()),
        ('<meta name="author" content="admin">', ()),
        ('<meta name="twitter:creator" content="@janeroe">', ()),
    ],
)  # fmt: skip
def test_stated_authors(head: str, authors: tuple[str, ...]) -> None:
    assert read(head).authors == authors


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ("<p class='byline'>By Jane Roe and John Doe, Staff Writers</p>", ("Jane Roe", "John Doe")),
        ("<a rel='author' href='/jane'>Jane Roe</a>", ("Jane Roe",)),
        ("<div itemscope itemtype='http://schema.org/NewsArticle'><span itemprop='author'>Jane Roe</span></div>", ("Jane Roe",)),
        ("<div itemscope itemtype='http://schema.org/Article'><div itemprop='author' itemscope itemtype='http://schema.org/Person'>"
         "<span itemprop='name'>Jane Roe</span> writes from the shore</div></div>", ("Jane Roe",)),
        ("<div vocab='http://schema.org/' typeof='NewsArticle'><span property='author'>Jane Roe</span></div>", ("Jane Roe",)),
        ("<p class='author'>Jane Roe Share</p>", ("Jane Roe",)),
        ("<p class='byline'>By JANE ROE Associated Press</p>", ("Jane Roe",)),
        ("<p class='byline'>Jane Roe in Port Vale</p>", ("Jane Roe",)),
        ("<div class='related'><p class='byline'>By John Doe</p></div><p class='byline'>By Jane Roe</p>", ("Jane Roe",)),
        ("<p class='byline'>By Jane Roe</p><div>" + "<p>x y z</p>" * 9 + "<div class='story-list'><div><div><div><div><p class='author'>John Doe</p>"
         "</div></div></div></div></div></div>", ("Jane Roe",)),
        ("<ol class='comments'><li><cite class='comment-author'>Mole Hill</cite></li></ol>", ()),
        ("<p class='byline'>By The Associated Press</p>", ()),
    ],
)  # fmt: skip
def test_printed_authors(body: str, authors: tuple[str, ...]) -> None:
    assert read(body=f"<h1>Ferry stays in port</h1>{body}").authors == authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("By Jane Roe, John Doe and Ann Other", ("Jane Roe", "John Doe", "Ann Other")),
        ("By Jane Roe & John Doe", ("Jane Roe", "John Doe")),
        ("By Jane Roe with John Doe", ("Jane Roe", "John Doe")),
        ("By JANE ROE, Associated Press", ("Jane Roe",)),
        ("By Jane Roe, Reuters, in Port Vale", ("Jane Roe",)),
        ("By Jane Roe, Chief Political Correspondent", ("Jane Roe",)),
        ("Jane Roe Diplomatic Editor", ("Jane Roe",)),
        ("By Jane Roe for the Shore Gazette", ("Jane Roe",)),
        ("By Jane Roe | Mar 3, 2016", ("Jane Roe",)),
        ("By Jane Roe @janeroe", ("Jane Roe",)),
        ("By Jane Roe jane.roe@example.org", ("Jane Roe",)),
        ("By John Doe Jr.", ("John Doe Jr",)),
        ("By Jane Roe, MD", ("Jane Roe",)),
        ("By Choi Ha-young", ("Choi Ha-young",)),
        ("By Jo In Sung", ("Jo In Sung",)),
        ("By Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("By Seán O’Roe", ("Seán O’Roe",)),
        ("By Staff Reporter", ()),
        ("By Our Correspondent", ()),
        ("By AFP", ()),
    ],
)
def test_bylines(byline: str, names: tuple[str, ...]) -> None:
    assert author_names(byline) == names


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["https://www.facebook.com/gazette"], ()),
        (["www.example.org/jane"], ()),
        (["松本花子"], ("松本花子",)),
        (["김하나 기자"], ("김하나 기자",)),
        (["Jane Roe og John Doe"], ("Jane Roe", "John Doe")),
        (["Jane Roe und John Doe"], ("Jane Roe", "John Doe")),
        (["Jane Roe", "jane roe"], ("Jane Roe",)),
        (["webmaster", "Editor"], ()),
        (["12345"], ()),
    ],
)
def test_stated_values(values: list[str], names: tuple[str, ...]) -> None:
    assert stated_authors(values) == names


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Ferry stays in port | Shore Gazette</title>", "", "Ferry stays in port"),
        ("<title>Ferry stays in port - Shore Gazette</title>" + prop("og:site_name", "Shore Gazette"), "", "Ferry stays in port"),
        ("<title>Shore Gazette: Ferry stays in port as towns wait</title>" + prop("og:site_name", "Shore Gazette"), "", "Ferry stays in port as towns wait"),
        (prop("og:title", "Ferry stays in port - Shore Gazette") + prop("og:site_name", "Shore Gazette"), "", "Ferry stays in port"),
        (prop("og:title", "Ferry stays in port - as ever"), "", "Ferry stays in port - as ever"),
        (ld(article()), "", "Ferry stays in port"),
        ("", "<h1>Ferry stays in port</h1>", "Ferry stays in port"),
        ("<title>Ferry stays in port | Shore Gazette</title>", "<h1>Shore Gazette</h1><h2>Ferry stays in port</h2>", "Ferry stays in port"),
        # the `h2` above the story, where there is no `h1`
        ("", "<h2>Ferry stays in port today</h2>", "Ferry stays in port today"),
        ("<title>Shore Gazette</title>", "<h2>Ferry stays in port today</h2>", "Ferry stays in port today"),
        ("<title>Shore Gazette</title>", "<h1>Ferry stays in port today</h1>", "Ferry stays in port today"),
        ("<title>Ferry stays in port</title>", "<aside><h2>Most read on the shore</h2></aside>", "Ferry stays in port"),
        ("<title>Ferry stays in port</title>", "<h2>Most read on the shore</h2><h2>News</h2>", "Ferry stays in port"),
        # the site's name in the `h1`
        (prop("og:title", "Ferry stays in port") + prop("og:site_name", "Shore Gazette"), "<h1>Shore Gazette</h1>", "Ferry stays in port"),
        # an `og:title` that only adds to the headline
        (ld(article()) + prop("og:title", "Ferry halt: Ferry stays in port | Shore News - The Shore Gazette"), "<h1>Ferry stays in port</h1>", "Ferry stays in port"),
        # a teaser's headline is none
        (ld(article(headline="Bridge is mended far away"), article()) + prop("og:title", "Ferry stays in port"), "<h1>Ferry stays in port</h1>", "Ferry stays in port"),
        ("<meta name='citation_title' content='Ferry stays in port'>", "", "Ferry stays in port"),
        ("<meta name='DC.title' content='Ferry stays in port'>", "", "Ferry stays in port"),
        (prop("og:title", "Ferry&#39;s crew waits &amp; hopes"), "", "Ferry's crew waits & hopes"),
    ],
)  # fmt: skip
def test_titles(head: str, body: str, title: str) -> None:
    assert read(head, body).title == title


def test_byline_and_day_below_a_headline_in_an_h2_of_a_page_called_by_its_site() -> None:
    meta = read("<title>Shore Gazette</title>", "<h2>Ferry stays in port today</h2><p>By Jane Roe, 4 March 2011</p>")
    assert (meta.authors, meta.published) == (("Jane Roe",), "2011-03-04")


@pytest.mark.parametrize(
    ("head", "section", "tags"),
    [
        (ld(article(articleSection="World", keywords=["ferry", "north shore"])), "World", ("ferry", "north shore")),
        (ld(article(articleSection=["World", "Shores"], keywords="ferry, north shore")), "World", ("ferry", "north shore")),
        (prop("article:section", "World") + prop("article:tag", "ferry") + prop("article:tag", "north shore"), "World", ("ferry", "north shore")),
        ("<meta name='parsely-section' content='World'><meta name='parsely-tags' content='ferry,north shore'>", "World", ("ferry", "north shore")),
        ("<meta name='news_keywords' content='ferry; north shore'>", None, ("ferry", "north shore")),
        ("<meta name='keywords' content='ferry, north shore, ferry'>", None, ("ferry", "north shore")),
        ("<meta name='sailthru.tags' content='ferry, north shore'>", None, ("ferry", "north shore")),
        (prop("article:section", "https://example.org/world"), None, ()),
    ],
)  # fmt: skip
def test_section_and_tags(head: str, section: str | None, tags: tuple[str, ...]) -> None:
    meta = read(head)
    assert (meta.section, meta.tags) == (section, tags)


PAGE = "https://example.org/world/ferry"


@pytest.mark.parametrize(
    ("head", "url", "canonical"),
    [
        (f"<link rel='canonical' href='{PAGE}'>", "https://example.org/amp/world/ferry", PAGE),
        (f"<link rel='canonical' href='{PAGE}'>", "https://example.org/print?id=7", PAGE),
        ("<link rel='canonical' href='/world/ferry'>", "https://example.org/world/ferry?utm_source=x", PAGE),
        (prop("og:url", PAGE), "https://example.org/world/ferry?page=2", PAGE),
        (
            "<link rel='canonical' href='https://example.org/'>" + prop("og:url", PAGE),
            "https://example.org/world/ferry?p",
            PAGE,
        ),
        ("<link rel='canonical' href='https://example.org/'>", PAGE, None),
        ("<link rel='canonical' href='javascript:alert(1)'>", PAGE, None),
        ("<link rel='canonical' href='http://[bad'>", PAGE, None),
        (ld(article(mainEntityOfPage={"@type": "WebPage", "@id": PAGE})), None, PAGE),
        ("", PAGE, None),
    ],
)
def test_canonical_address(head: str, url: str | None, canonical: str | None) -> None:
    meta = read(head, url=url)
    assert meta.canonical == canonical
    assert meta.url == (url or canonical)


@pytest.mark.parametrize(
    ("head", "url", "publisher"),
    [
        ("", "https://www.theguardian.com/ferry", "The Guardian"),
        ("", "https://amp.theguardian.com/ferry", "The Guardian"),
        ("", "https://web.archive.org/web/20160303/https://www.theguardian.com/ferry", "The Guardian"),
        (ld(article(publisher={"@type": "Organization", "name": "Shore Gazette"})), None, "Shore Gazette"),
        (ld({"@graph": [article(publisher={"@id": "#org"}), {"@id": "#org", "@type": "Organization", "name": "Shore Gazette"}]}), None, "Shore Gazette"),
        (prop("og:site_name", "Shore Gazette"), None, "Shore Gazette"),
        ("<meta name='DC.publisher' content='Shore Gazette'>", None, "Shore Gazette"),
        ("<meta name='copyright' content='© 2016 Shore Gazette. All rights reserved.'>", None, "Shore Gazette"),
        (prop("article:publisher", "https://www.facebook.com/gazette"), None, None),
    ],
)  # fmt: skip
def test_publisher(head: str, url: str | None, publisher: str | None) -> None:
    assert read(head, url=url).publisher == publisher


def test_many_and_deep_objects_end() -> None:
    deep: object = article(author=ROE)
    for _ in range(200):
        deep = {"@graph": [deep]}
    assert read(ld(deep)).authors == ("Jane Roe",)
    assert list(decode_ld("[" * 5000)) == []
    assert read(ld([article(headline=f"Bridge {n}", author=DOE) for n in range(3000)])).title is not None
    looped = {"@type": "NewsArticle", "@id": "#a", "author": {"@id": "#b"}}
    assert read(ld({"@graph": [looped, {"@id": "#b", "name": {"@id": "#b"}}]})).authors == ()
