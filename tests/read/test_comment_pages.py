"""Ten pages with comments in the forms that sites use, as HTML and flattened: each found with author and time, none in the story."""

from datetime import datetime

import pytest
from tests.read.comment_pages import COMMENTS, PAGES, STORY

from standoff.model import Page, PageInput
from standoff.read import read_page
from standoff.read.html.dom import lines_of, parse_html


def check(page: Page) -> None:
    found = [part for part in page.parts if part.kind == "comment"]
    assert [part.author for part in found] == [comment.author for comment in COMMENTS]
    for part, comment in zip(found, COMMENTS, strict=True):
        assert comment.text in " ".join(page.text[part.start : part.end].split())
        assert datetime.fromisoformat(part.time or "").timestamp() == datetime.fromisoformat(comment.time).timestamp()
    story = " ".join(page.text[part.start : part.end] for part in page.parts if part.kind == "story")
    assert all(paragraph in story for paragraph in STORY)
    assert not any(comment.text[:30] in story or comment.author in story for comment in COMMENTS)


@pytest.mark.parametrize("form", PAGES)
def test_html(form: str) -> None:
    check(read_page(PageInput(id=form, html=PAGES[form])))


@pytest.mark.parametrize("form", [form for form in PAGES if form != "data-only"])
def test_flattened(form: str) -> None:
    """A browser copies what stands on buttons too: in one form they hold the authors' names."""
    tree = parse_html(PAGES[form].replace("<button", "<span").replace("</button>", "</span>"))
    assert tree is not None
    check(read_page(PageInput(id=form, text="\n".join(lines_of(tree)))))
