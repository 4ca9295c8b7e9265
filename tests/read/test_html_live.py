"""Live blogs and pages of several stories: each entry with its own headline, time and author. Own pages."""

import json

import pytest

from standoff.model import Page, PageInput, Part
from standoff.read import read_page

MORNING = "The dockers laid down their tools this morning, and three ships are waiting outside the harbour of Vell."
NOON = "The port's owners have asked the union to come back to the table tomorrow, a spokesman for them said."
EVENING = (
    "The union has turned the offer down, and its chairwoman said that the strike goes on until the pay is settled."
)
INTRO = "The strike in the harbour of Vell has entered its second week. Follow the news of it here as it comes in."
ENTRIES = [("2016-03-04T18:40:00+01:00", "Union says no", EVENING), ("2016-03-04T12:05:00+01:00", "Owners ask for talks", NOON),
           ("2016-03-03T07:15:00+01:00", "Ships wait", MORNING)]  # fmt: skip


def page_of(body: str, head: str = "") -> Page:
    html = f"<html><head><title>Harbour strike live</title>{head}</head><body><h1>Harbour strike: live</h1>{body}</body></html>"
    return read_page(PageInput(id="live", html=html))


def entries(page: Page) -> list[Part]:
    return [part for part in page.parts if part.role == "entry" and part.kind == "story"]


def told(page: Page) -> list[tuple[str | None, str]]:
    return [(part.time, page.text[part.start : part.end]) for part in entries(page)]


def sections(form: str) -> str:
    return "".join(form.format(time=time, title=title, text=text, clock=time[11:16]) for time, title, text in ENTRIES)


FORMS = {
    "articles": '<div class="live-blog">{}</div>',
    "list": '<ul class="ticker">{}</ul>',
    "amp": '<amp-live-list id="x"><div items>{}</div></amp-live-list>',
    "sections": '<section id="liveblog-body">{}</section>',
}
ENTRY_FORMS = {
    "articles": '<article class="block"><time datetime="{time}">{clock}</time><h2>{title}</h2><p>{text}</p><p>By Jane Roe</p></article>',
    "list": '<li><time datetime="{time}">{clock} GMT</time><h3>{title}</h3><div><p>{text}</p></div><p>By Jane Roe</p></li>',
    "amp": '<div id="a" data-sort-time="1457000100"><header><time datetime="{time}">{clock}</time> Jane Roe</header><h2>{title}</h2><p>{text}</p></div>',
    "sections": '<section><h3>{title}</h3><p class="byline">Jane Roe</p><p>{text}</p><footer><time datetime="{time}">{clock}</time></footer></section>',
}


@pytest.mark.parametrize("form", FORMS)
def test_each_entry_has_its_time_title_and_author(form: str) -> None:
    page = page_of(f"<p>{INTRO}</p>" + FORMS[form].format(sections(ENTRY_FORMS[form])))
    assert told(page) == [(time, text) for time, _, text in ENTRIES]
    assert {part.author for part in entries(page)} == {"Jane Roe"}
    titles = [p for p in page.parts if p.kind == "title" and p.role == "entry"]
    assert [(p.time, page.text[p.start : p.end]) for p in titles] == [(time, title) for time, title, _ in ENTRIES]
    assert INTRO in [page.text[p.start : p.end] for p in page.parts if p.kind == "story" and p.role is None]


def updates() -> str:
    data = {
        "@type": "LiveBlogPosting",
        "headline": "Harbour strike: live",
        "datePublished": "2016-03-03T07:00:00+01:00",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": title, "articleBody": text, "datePublished": time, "author": {"name": "Jane Roe"}}
            for time, title, text in ENTRIES
        ],
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_entries_that_only_the_data_tell() -> None:
    page = page_of("<div id='app'></div>", updates())
    assert told(page) == [(time, text) for time, _, text in ENTRIES]
    assert {part.author for part in entries(page)} == {"Jane Roe"}
    assert not page.blocks or all(b.path.endswith("h1[1]") for b in page.blocks)


def test_entries_whose_times_only_the_data_tell() -> None:
    body = "".join(f"<div class='post'><h2>{title}</h2><p>{text}</p></div>" for _, title, text in ENTRIES)
    page = page_of(f"<div>{body}</div>", updates())
    assert told(page) == [(time, text) for time, _, text in ENTRIES]
    assert {page.text[b.start : b.end] for b in page.blocks} >= {MORNING, NOON, EVENING}


LONG = " ".join([MORNING, NOON, EVENING])


def test_several_stories_on_one_page() -> None:
    stories = "".join(
        f"<article><h2>{title}</h2><p class='byline'>By Jane Roe</p><p><time datetime='{time[:10]}'>x</time></p><p>{LONG}</p><p>{text}</p></article>"
        for time, title, text in ENTRIES
    )
    page = page_of(stories)
    assert [part.time for part in entries(page)] == ["2016-03-04", "2016-03-04", "2016-03-03"]
    assert [page.text[p.start : p.end] for p in page.parts if p.kind == "title" and p.role] == [
        t for _, t, _ in ENTRIES
    ]


@pytest.mark.parametrize("tag", ["article", "li", "section"])
def test_a_digest_of_teasers_is_none(tag: str) -> None:
    teasers = "".join(
        f"<{tag} class='update'><h3><a href='/news/{n}'>{title}</a></h3><time datetime='{time}'>x</time><p>{text}</p></{tag}>"
        for n, (time, title, text) in enumerate(ENTRIES)
    )
    story = "".join(f"<p>{text}</p>" for text in (INTRO, MORNING, NOON))
    assert entries(page_of(f"<article>{story}</article><div class='latest'>{teasers}</div>")) == []
    assert entries(page_of(f"<div class='latest'>{teasers}</div>")) == []


def test_a_story_with_two_dates_is_one_story() -> None:
    body = f"<article><header><time datetime='2016-03-03'>3 March</time></header><p>{MORNING}</p><p>{NOON}</p><p>{EVENING}</p></article>"
    assert (
        entries(page_of(f"{body}<article class='live'><time datetime='2016-03-01'>x</time><p>Short.</p></article>"))
        == []
    )
