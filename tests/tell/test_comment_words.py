"""A reader's comment is shown without the lines that name its author and its time."""

import pytest

from standoff.record.rows import Comment, Document, Where
from standoff.tell.voices import written

DOCUMENT = Document(
    key="k",
    id="page",
    url=None,
    title=None,
    publisher=None,
    published=None,
    published_how=None,
    source="k",
    copy_of=None,
)


@pytest.mark.parametrize(
    ("author", "text", "said"),
    [
        ("Gull", "Gull wrote:\nShut the ferry.\n\nMay 04, 2015 9:12am UTC  --  Report abuse", "Shut the ferry."),
        ("Gull", "Gull\n4 May 2015\nShut the ferry.", "Shut the ferry."),
        ("Gull", "Gull\nThey shut it in 2009.", "They shut it in 2009."),
        ("Gull", "Gull\nAs in 2009.\n2 days ago", "As in 2009."),
        (None, "Shut the ferry.", "Shut the ferry."),
        (None, "", ""),
    ],
)
def test_words_of_a_comment(author: str | None, text: str, said: str) -> None:
    where = Where(document=DOCUMENT, start=0, end=max(1, len(text)), quote=text, part="comment")
    assert written(Comment(key="c", author=author, time=None, text=text, where=where)) == said
