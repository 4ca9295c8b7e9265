"""Standfirsts, corrections, update notes, paywalls, and stories that stand only in a page's data. Own pages."""

import json

import pytest
from tests.read.test_html import PARAGRAPHS

from standoff.model import Page, PageInput
from standoff.read import read_page

STORY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
DEK = "Two towns and one company cannot agree on who pays for the ice breaker"


def page_of(body: str, head: str = "") -> Page:
    html = f"<html><head><title>Ferry stays in port</title>{head}</head><body>{body}</body></html>"
    return read_page(PageInput(id="t", html=html))


def parts(page: Page, role: str | None, kind: str = "story") -> list[str]:
    return [page.text[p.start : p.end] for p in page.parts if p.role == role and p.kind == kind]


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Ferry stays in port</h1><p class='standfirst'>{DEK}</p>{STORY}</article>",
        f"<header><h1>Ferry stays in port</h1><h2 class='article__dek'>{DEK}</h2></header><div>{STORY}</div>",
        f"<div class='head'><h1>Ferry stays in port</h1><div class='sub-headline'><p>{DEK}</p></div></div><main>{STORY}</main>",
        f"<h1>Ferry stays in port</h1><div itemprop='description'>{DEK}</div><p>By Jane Roe</p><div>{STORY}</div>",
        f"<h1>Ferry stays in port</h1><div><span data-testid='summary'>{DEK}</span></div><div>{STORY}</div>",
    ],
)
def test_standfirst_is_kept_and_marked(body: str) -> None:
    page = page_of(body)
    assert parts(page, "standfirst") == [DEK]
    assert "\n".join(parts(page, None)).split("\n\n") == PARAGRAPHS


def test_standfirst_by_the_description() -> None:
    head = f'<meta property="og:description" content="{DEK}">'
    page = page_of(f"<div><h1>Ferry stays in port</h1><h2>{DEK}</h2></div><div>{STORY}</div>", head)
    assert parts(page, "standfirst") == [DEK]
    first = f'<meta name="description" content="{PARAGRAPHS[0]}">'
    assert parts(page_of(f"<h1>Ferry stays in port</h1><div>{STORY}</div>", first), "standfirst") == []


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("<p>Correction: An earlier version of this story gave the wrong day for the talks.</p>", "correction"),
        ("<p><em>• This article was amended on 4 March 2016 to give the mayor's full name.</em></p>", "correction"),
        ("<div class='correction'><p>The ferry carries 300 people. We said 3,000.</p></div>", "correction"),
        ("<p>This story has been updated with the company's answer.</p>", "update"),
        ("<p>(Adds details, background)</p>", "update"),
        ("<p>This is a developing story. Check back for updates.</p>", "update"),
    ],
)
def test_notices_are_kept_apart(note: str, role: str) -> None:
    for body in (f"{STORY}{note}", f"{note}{STORY}"):
        page = page_of(f"<article><h1>Ferry stays in port</h1>{body}</article>")
        assert len(parts(page, role, "furniture")) == 1
        assert "\n".join(parts(page, None)).split("\n\n") == PARAGRAPHS


def test_correction_under_its_heading() -> None:
    note = "<div class='box'><h4>Correction</h4><p>The ferry carries 300 people. We said 3,000.</p></div>"
    page = page_of(f"<article><h1>Ferry stays in port</h1>{STORY}{note}</article>")
    assert parts(page, "correction", "furniture") == ["Correction\n\nThe ferry carries 300 people. We said 3,000."]


def data(**more: object) -> str:
    article = {"@type": "NewsArticle", "headline": "Ferry stays in port", **more}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


STUB = f"<article><h1>Ferry stays in port</h1><p>{PARAGRAPHS[0]}</p>"
OFFER = "<div class='paywall-offer'><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in here.</p></div></article>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", STUB + OFFER),
        (data(isAccessibleForFree="False"), STUB),
        (data(isAccessibleForFree=False, wordCount=800), STUB + f"<p>{PARAGRAPHS[1]}</p>" * 5),
        (data(wordCount="800"), STUB + OFFER),
    ],
)
def test_beginning_of_a_paid_story_is_said_to_be_one(head: str, body: str) -> None:
    page = page_of(body, head)
    (issue,) = [issue for issue in page.issues if issue.code == "paywall"]
    assert ("800" in issue.message) == ("800" in head)
    assert ("Subscribe to continue" in "".join(parts(page, "paywall", "furniture"))) == ("Subscribe" in body)
    assert "Subscribe" not in "".join(parts(page, None))


def test_whole_story_of_a_paying_paper_is_none() -> None:
    whole = f"<article><h1>Ferry stays in port</h1>{STORY * 4}<p>Already a subscriber? Log in here.</p></article>"
    page = page_of(whole, data(isAccessibleForFree=False, wordCount=420))
    assert "paywall" not in [issue.code for issue in page.issues]
    assert parts(page, "paywall", "furniture") == []


def test_story_that_stands_only_in_the_data() -> None:
    page = page_of("<h1>Ferry stays in port</h1><div id='root'></div>", data(articleBody="\n\n".join(PARAGRAPHS)))
    assert "\n".join(parts(page, None)).split("\n\n") == PARAGRAPHS
    assert "story-from-data" in [issue.code for issue in page.issues]
    assert [page.text[b.start : b.end] for b in page.blocks] == ["Ferry stays in port"]


def test_data_behind_a_paywall_are_left_there() -> None:
    head = data(articleBody="\n\n".join(PARAGRAPHS * 3), isAccessibleForFree=False)
    page = page_of(STUB + OFFER, head)
    assert [issue.code for issue in page.issues if issue.code in ("paywall", "story-from-data")] == ["paywall"]
    assert "\n".join(parts(page, None)) == PARAGRAPHS[0]
