"""HTML pages: one text with parts, and what the page says of itself. Own pages, written for these tests."""

import pytest

from standoff.model import Page, PageInput
from standoff.read import read_page

PARAGRAPHS = [
    "The ferry between the two shores stayed in port on Monday, and the owners said that no date had been set for its return to service.",
    "Crews on the north shore were told to wait at home until the two towns have met again, which is expected before the end of the week.",
    "Fares for tickets that were bought before the halt will be paid back by the end of the month, the company said in a notice on its door.",
    "The council of the south shore asked for the boats to be brought back for the market days, but no answer had come by Monday evening.",
]
HTML = f"""<!doctype html>
<html lang="en"><head><title>Ferry stays in port | Shore Gazette</title>
<meta property="og:title" content="Ferry stays in port as towns wait"><meta property="og:site_name" content="Shore Gazette">
<meta name="author" content="Jane Roe">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry stays in port as towns wait",
"datePublished": "2016-03-03T09:12:00+01:00", "dateModified": "2016-03-09T10:00:00+01:00",
"author": [{{"@type": "Person", "name": "Jane Roe"}}, {{"@type": "Person", "name": "John Doe"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie">We use cookies to make this site work.</div>
<article><h1>Ferry stays in port as towns wait</h1>
<p class="byline">By <a rel="author">Jane Roe</a> and John Doe</p>
<figure><img src="a.jpg"><figcaption>Crews wait at the empty pier on the north shore. <span class="credit">Ann Other/Reuters</span></figcaption></figure>
<div class="story"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><div class="ad">Advertisement</div>
<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div></article>
<aside class="related"><h2>Related</h2><figure><img src="b.jpg"><figcaption>A bridge far from here, in another story</figcaption></figure></aside>
<section id="comments"><h3>2 Comments</h3>
<ol class="comment-list"><li class="comment"><cite class="author">Mole77</cite> <time datetime="2016-03-03T10:00:00+01:00">3 March 2016 10:00</time>
<div class="comment-content"><p>They should have met in January, when the ice was still thin.</p></div><a class="reply">Reply</a>
<ol><li class="comment"><cite class="author">OldTar</cite> <time datetime="2016-03-03T11:30:00+01:00">3 March 2016 11:30</time>
<div class="comment-content"><p>Nobody asked the crews at all.</p></div></li></ol></li></ol></section>
<footer>© 2016 Shore Gazette</footer></body></html>"""  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Page:
    return read_page(PageInput(id="t", html=HTML))


def texts(page: Page, kind: str) -> list[str]:
    return [page.text[p.start : p.end] for p in page.parts if p.kind == kind]


def test_story_without_what_stands_around_it(page: Page) -> None:
    assert "\n".join(texts(page, "story")).split("\n\n") == PARAGRAPHS


def test_title_byline_caption_credit(page: Page) -> None:
    assert texts(page, "title") == ["Ferry stays in port as towns wait"]
    assert texts(page, "byline") == ["By Jane Roe and John Doe"]
    assert texts(page, "caption") == ["Crews wait at the empty pier on the north shore."]
    assert texts(page, "credit") == ["Ann Other/Reuters"]


def test_comments_nested_and_apart(page: Page) -> None:
    comments = [p for p in page.parts if p.kind == "comment"]
    assert [(c.author, c.time) for c in comments] == [
        ("Mole77", "2016-03-03T10:00:00+01:00"),
        ("OldTar", "2016-03-03T11:30:00+01:00"),
    ]
    assert texts(page, "comment")[0].split("\n")[1].startswith("They should have met")
    assert "crews at all" not in texts(page, "comment")[0]


def test_what_the_page_says_of_itself(page: Page) -> None:
    meta = page.meta
    assert (meta.title, meta.authors, meta.publisher) == (
        "Ferry stays in port as towns wait",
        ("Jane Roe", "John Doe"),
        "Shore Gazette",
    )
    assert (meta.published, meta.published_how, meta.published_time) == (
        "2016-03-03",
        "stated",
        "2016-03-03T09:12:00+01:00",
    )
    assert meta.language == "en"


def test_parts_are_in_order_and_do_not_overlap(page: Page) -> None:
    assert len(page.parts) > 1
    assert all(a.end <= b.start for a, b in zip(page.parts, page.parts[1:], strict=False))
    assert all(page.text[p.start : p.end].strip() == page.text[p.start : p.end] for p in page.parts)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2016-03-03T23:30:00-05:00">', "", "2016-03-03"),
        ('<meta property="article:modified_time" content="2016-03-09">', "<time datetime='2016-03-03'>3 March</time>", "2016-03-03"),
        ("", '<span class="date">March 3, 2016</span>', "2016-03-03"),
        ("", '<p class="updated">Last updated: <time itemprop="dateModified" datetime="2016-03-09">9 March</time></p>'
         '<p class="posted">Posted 3 March 2016</p>', "2016-03-03"),
    ],
)  # fmt: skip
def test_stated_dates(head: str, body: str, day: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    html = f"<html><head>{head}</head><body><article><h1>Ferry stays in port</h1>{body}{story}</article></body></html>"
    meta = read_page(PageInput(id="t", html=html)).meta
    assert (meta.published, meta.published_how) == (day, "stated")


def test_comments_without_marked_elements() -> None:
    story = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    html = (
        f"<html><body><div><h1>Ferry stays in port</h1>{story}</div><div id='comments'><h4>Comments (1)</h4><p>Mole77 wrote:</p>"
        "<p>They should have met in January.</p><p>Mar 03, 2016 9:12am GMT -- Report as abuse</p></div></body></html>"
    )
    page = read_page(PageInput(id="t", html=html))
    assert [(p.author, p.time) for p in page.parts if p.kind == "comment"] == [("Mole77", "2016-03-03T09:12+00:00")]
    assert "January" not in "".join(texts(page, "story"))


def test_page_in_another_language_keeps_its_parts() -> None:
    story = "<p>Die Fähre zwischen den beiden Ufern blieb am Montag im Hafen, und die Eigner sagten, dass noch kein Tag für die Rückkehr genannt worden ist.</p>"
    page = read_page(
        PageInput(
            id="t", html=f"<html><body><article><h1>Fähre bleibt im Hafen</h1>{story * 3}</article></body></html>"
        )
    )
    assert page.meta.language == "de"
    assert "not-english" in [issue.code for issue in page.issues]
    assert texts(page, "story")


def test_a_sentence_that_tells_when_the_page_was_made_is_none_of_the_story() -> None:
    line = "This story was last updated on March 8, 2016."
    told = "<p>Benin shut the landing to lorries from Togo, and Togo recalled its ambassador in protest.</p>" * 3
    page = read_page(PageInput(id="p", html=f"<html><body><article><h1>Landing</h1><p>{line}</p>{told}</article></body></html>"))  # fmt: skip
    assert [p.kind for p in page.parts if page.text[p.start : p.end] == line] == ["dateline"]
