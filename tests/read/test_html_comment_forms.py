"""Comments whose elements are not marked as such: under a heading, or with the author in an unnamed element."""

import pytest

from standoff.model import PageInput
from standoff.read import read_page

STORY = "".join(
    f"<p>The ferry company and the island council met on Monday, and the {word} was discussed for two hours.</p>"
    for word in ("fare", "timetable", "quay", "fuel")
)
HEADING = (
    "<h3>Readers' comments</h3>"
    "<div><p><b>Gull</b> at 4 May 2015 10:20</p><p>The council attacked the company again.</p></div>"
)
UNNAMED = (
    '<section id="comments"><div class="comment"><span class="x">Gull</span> '
    '<time datetime="2015-05-04T10:20:00+00:00">4 May 2015</time><p>The council attacked the company again.</p></div></section>'
)


@pytest.mark.parametrize("comments", [HEADING, UNNAMED])
def test_comment_is_no_story(comments: str) -> None:
    html = f"<html><body><div><h1>Talks on the ferry</h1><p>4 May 2015</p>{STORY}{comments}</div></body></html>"
    page = read_page(PageInput(id="ferry", html=html))
    found = [part for part in page.parts if part.kind == "comment"]
    assert [part.author for part in found] == ["Gull"]
    assert found[0].time is not None
    assert found[0].time.startswith("2015-05-04")
    story = "".join(page.text[part.start : part.end] for part in page.parts if part.kind == "story")
    assert "attacked" not in story
    assert "timetable" in story
