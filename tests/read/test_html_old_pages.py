"""Pages of the years before classes told what an element is: tables, line breaks, boxes with fields. Own pages."""

import pytest
from lxml.html import fromstring
from tests.read.test_html import PARAGRAPHS
from tests.timing import ends_within

from standoff.model import Page, PageInput
from standoff.read import read_page
from standoff.read.html.story import _boxes

STORY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def page_of(body: str, title: str = "Ferry stays in port as towns wait") -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_page(PageInput(id="t", html=html))


def said(page: Page, kind: str) -> list[str]:
    return [page.text[p.start : p.end] for p in page.parts if p.kind == kind]


def voices(page: Page) -> list[tuple[str | None, str | None]]:
    return [(part.author, part.time and part.time[:16]) for part in page.parts if part.kind == "comment"]


OLD = (
    '<table><tr><td><a href="/">Front page</a><br><a href="/n">News</a><br><a href="/s">Sport</a></td>'
    '<td><font size="5"><b>Ferry stays in port as towns wait</b></font><br><i>By Jane Roe</i><br><br>'
    '<table align="right"><tr><td><img src="a.jpg"></td></tr><tr><td>The empty pier on the north shore. PICTURE: ANN OTHER</td></tr></table>'
    f'<font size="3">{"<br><br>".join(PARAGRAPHS)}</font></td>'
    '<td><b>Also today</b><br><a href="/1">Bull wins rosette</a></td></tr></table>'
)


def test_a_page_of_tables_and_line_breaks() -> None:
    page = page_of(OLD, "The Shore Gazette - News - Ferry stays in port as towns wait")
    assert page.meta.title == "Ferry stays in port as towns wait"
    assert page.meta.authors == ("Jane Roe",)
    assert "\n\n".join(said(page, "story")).split("\n\n") == PARAGRAPHS
    assert said(page, "caption") == ["The empty pier on the north shore."]
    assert said(page, "credit") == ["PICTURE: ANN OTHER"]


def test_a_box_with_a_field_is_no_story() -> None:
    box = '<div class="x1"><p>Get the Tide Letter, our weekly note from the docks.</p><input placeholder="Email"><button>Send</button></div>'
    body = (
        f"<article><h1>Ferry stays in port as towns wait</h1>{STORY.replace('</p><p>', f'</p>{box}<p>', 1)}</article>"
    )
    assert said(page_of(body), "story") == ["\n\n".join(PARAGRAPHS)]


def test_many_fields_in_one_element_are_read_soon() -> None:
    tree = fromstring(f"<html><body><div>{'<p>One word.</p><span><input></span>' * 20_000}</div></body></html>")
    assert sum(1 for _ in _boxes(tree)) == 20_000
    assert ends_within(2, lambda: list(_boxes(tree)))


def test_many_lines_that_may_head_comments_are_read_soon() -> None:
    assert ends_within(10, lambda: page_of("<strong>3 Comments</strong><p>Jane</p>" * 2_000))


def test_heads_and_lists_between_paragraphs_are_of_the_story() -> None:
    inside = "<h3>What the towns want</h3><ul><li>Boats on market days</li><li>Half of the fares</li></ul>"
    linked = '<ul><li><a href="/x">Pier shut for a third week</a></li></ul>'
    first, *rest = PARAGRAPHS
    body = f"<h1>Ferry stays in port as towns wait</h1><div><p>{first}</p>{linked}<p>{rest[0]}</p>{inside}<p>{rest[1]}</p><p>{rest[2]}</p></div>"
    story = "\n".join(said(page_of(body), "story"))
    assert all(text in story for text in ("What the towns want", "Boats on market days", "Half of the fares"))
    assert "Pier shut" not in story


def test_a_correction_below_pictures_is_taken_out_of_the_story() -> None:
    figure = '<figure><img src="a.jpg"><figcaption>The pier at dusk. Photo: Ann Other</figcaption></figure>'
    note = "Correction: an earlier version of this story gave the wrong name of the pier."
    page = page_of(f"<article><h1>Ferry stays in port as towns wait</h1>{figure}{STORY}<p>{note}</p></article>")
    assert said(page, "story") == ["\n\n".join(PARAGRAPHS)]
    assert [page.text[p.start : p.end] for p in page.parts if p.role == "correction"] == [note]


def test_a_line_between_headline_and_byline_is_the_standfirst() -> None:
    dek = "The two towns have met three times this month and parted without a date"
    body = (
        f"<h1>Ferry stays in port as towns wait</h1><div class='x9'>{dek}</div><div>By Jane Roe</div><div>{STORY}</div>"
    )
    page = page_of(body)
    assert [page.text[p.start : p.end] for p in page.parts if p.role == "standfirst"] == [dek]


@pytest.mark.parametrize(
    "signed",
    [
        '<span class="submitted">Submitted by Jane Roe on Thu, 09/02/2010 - 09:20</span>{story}',
        '{story}<footer class="entry-meta">Posted in <a>Shores</a> <span class="author vcard"><a class="fn n">Jane Roe</a></span></footer>',
    ],
)
def test_authors_in_forms_of_weblogs(signed: str) -> None:
    body = f"<article><h1>Ferry stays in port as towns wait</h1>{signed.format(story=STORY)}</article>"
    assert page_of(body).meta.authors == ("Jane Roe",)


NODES = (
    '<div id="comments"><div class="comment odd"><h3><a href="#1">Boats</a></h3><div class="submitted">Submitted by gull on Thu, '
    '09/02/2010 - 11:47.</div><div class="content"><p>They shut the pier in 2009 too.</p></div></div>'
    '<div class="comment even"><h3><a href="#2">Fares</a></h3><div class="submitted">Submitted by Anonymous (not verified) on Fri, '
    '09/03/2010 - 08:15.</div><div class="content"><p>Half of the fares is fair.</p></div></div></div>'
)
TWELVE = (
    '<ol class="commentlist"><li class="comment"><article id="comment-1" class="comment"><header class="comment-meta comment-author vcard">'
    '<cite class="fn">Jane Roe <span>Post author</span></cite> <a><time datetime="2013-08-19T15:02:11+00:00">August 19, 2013 at 3:02 pm</time></a>'
    '</header><section class="comment-content comment"><p>They shut the pier in 2009 too.</p></section></article></li></ol>'
)
PLUGIN = (
    '<div class="fbFeedbackPost"><div class="postText"><a class="profileName">Ann Lind</a> · Shore School<div class="postContent">'
    "They shut the pier in 2009 too.</div></div></div>"
)
UNNAMED = (
    '<div class="a1"><div class="a2">Readers’ comments (2)</div><div class="a3"><div>Ann M wrote:</div><div>They shut the pier in 2009 too.</div>'
    "</div><div class='a3'><div>Gull wrote:</div><div>Half of the fares is fair.</div></div></div>"
)


@pytest.mark.parametrize(
    ("comments", "told"),
    [
        (NODES, [("gull", "2010-09-02T11:47"), ("Anonymous", "2010-09-03T08:15")]),
        (TWELVE, [("Jane Roe", "2013-08-19T15:02")]),
        (PLUGIN, [("Ann Lind", None)]),
        (UNNAMED, [("Ann M", None), ("Gull", None)]),
    ],
)
def test_comments_in_forms_of_tools(comments: str, told: list[tuple[str | None, str | None]]) -> None:
    page = page_of(f"<div><h1>Ferry stays in port as towns wait</h1>{STORY}</div>{comments}")
    assert voices(page) == told
    assert "pier in 2009" not in "".join(said(page, "story"))


def test_a_note_on_the_writer_beside_her_picture_is_no_caption() -> None:
    note = '<div data-testid="author-bio"><img src="j.jpg"><p>Jane Roe covers the shores for the Gazette. She joined in 2019.</p></div>'
    page = page_of(f"<main><h1>Ferry stays in port as towns wait</h1>{STORY}{note}</main>")
    assert said(page, "caption") == []


def test_a_headline_that_no_mark_parts_from_the_site_in_the_title() -> None:
    body = f'<ul><li>News</li></ul><h2 class="t">Ferry stays in port as towns wait</h2><p>Write: 2019-01-18 14:27:31</p>{STORY}'
    assert (
        page_of(body, "Ferry stays in port as towns wait l SHORE WORLD").meta.title
        == "Ferry stays in port as towns wait"
    )


def test_a_standfirst_below_the_day_in_the_header() -> None:
    dek = "Crews had refused to sail in a row over pay. Now both shores will share the cost."
    head = f'<header><h1>Ferry stays in port as towns wait</h1><time>06/22/2021</time><p class="teaser-text">{dek}</p></header>'
    assert dek in said(page_of(f"<article>{head}<div>{STORY}</div></article>"), "story")


@pytest.mark.parametrize(
    "note",
    ["Jane Roe covers ports for the Shore Gazette. Reach her at jroe@shoregazette.example.",
     "Jane Roe is a reporter for the Shore Gazette."],
)  # fmt: skip
def test_a_note_on_the_author_below_the_story(note: str) -> None:
    sign = "<p><strong>Sign up for our newsletter: the news of the shore in your inbox</strong></p>"
    middle = STORY.replace("</p><p>", f"</p>{sign}<p>", 1)
    page = page_of(f"<article><h1>Ferry stays in port as towns wait</h1>{middle}<p><em>{note}</em></p></article>")
    assert "\n\n".join(said(page, "story")).split("\n\n") == PARAGRAPHS
