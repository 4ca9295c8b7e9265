"""Times of parsed pages, and the date of pages that print none."""

import pytest

from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part
from standoff.parse import Parsed, parse

pytestmark = pytest.mark.model


def story(text: str, published: str | None = None) -> Parsed:
    meta = Meta(published=published, published_how="given" if published else None)
    return parse(Page(id="p", text=text, meta=meta, parts=(Part(start=0, end=len(text), kind="story"),)))


CASES = [
    ("The envoys plan to meet on March 3.", "2013-02-27", ["2013-03-03"]),
    ("The envoys met on June 3.", "2013-02-27", ["2012-06-03"]),
    ("The envoys proposed talks for March 3.", "2013-02-27", ["2013-03-03"]),
    ("They meet again on Friday.", "2013-08-07", ["2013-08-09"]),
    ("The mill is to reopen in May.", "2013-08-07", ["2014-05"]),
    ("He said “it is over” in late May.", "2013-08-07", ["2013-05"]),
    ("The union is due to vote on Friday.", "2013-08-07", ["2013-08-09"]),
    ("Wages may fall, says a study released on Monday.", "2013-08-07", ["2013-08-05"]),
    ("The union voted on Friday.", "2013-08-07", ["2013-08-02"]),
    ("Mediators called on Kenya to lift its blockade by Sunday.", "2014-03-03", ["2014-03-09"]),
    ("Kenya gave Uganda until Friday to open the sluices.", "2014-03-03", ["2014-03-07"]),
    ("The union set a deadline of March 20 for Uganda to open the sluices.", "2014-03-03", ["2014-03-20"]),
    ("Lorries waited at the sluices until Friday.", "2014-03-03", ["2014-02-28"]),
]


@pytest.mark.parametrize(("text", "published", "values"), CASES)
def test_direction_by_tense(text: str, published: str, values: list[str]) -> None:
    times, meta, issues = find_times(story(text, published))
    assert [t.value for t in times] == values
    assert meta.published == published
    assert issues == ()


INFERRED = [
    ("The envoys met in late May. A second round will be held on June 20.", "XXXX-06-01/XXXX-06-19"),
    (
        "It opened on May 3, 1998. The owners met on June 3. The judge will hear them on June 20.",
        "XXXX-06-03/XXXX-06-19",
    ),
    ("It was shut in late May 1999. The judge will hear them on June 20, 1999.", "1999-06-01/1999-06-19"),
    ("VIENNA, July 25 (Presswire) -- The weavers turned an offer down on Thursday.", "XXXX-07-25/XXXX-07-26"),
    ("The mill stands idle.", None),
    # A history: its last two dates do not bound the day it was written on.
    (
        "It opened on May 3, 1898. It burnt down on May 4, 1921. It was sold on May 5, 1950. It was shut on May 6, 1980. "
        "The judge heard them on June 3. He would hear them again on June 20.",
        None,
    ),
    ("The mill was shut in March.", None),
]


@pytest.mark.parametrize(("text", "published"), INFERRED)
def test_inferred_publication(text: str, published: str | None) -> None:
    _, meta, issues = find_times(story(text))
    assert meta.published == published
    assert meta.published_how == ("inferred" if published else None)
    assert [issue.code for issue in issues] == ["date-inferred" if published else "no-date"]


def test_furniture_and_comments_have_no_times() -> None:
    text = "Published two years ago.\nThe mill was shut on Monday.\nbob wrote on Friday"
    cut = [text.index("The"), text.index("bob")]
    parts = (
        Part(start=0, end=cut[0] - 1, kind="furniture"),
        Part(start=cut[0], end=cut[1] - 1, kind="story"),
        Part(start=cut[1], end=len(text), kind="comment"),
    )
    times, _, _ = find_times(parse(Page(id="p", text=text, meta=Meta(published="2013-08-07"), parts=parts)))
    assert [text[t.start : t.end] for t in times] == ["Monday"]


def test_that_year_may_be_the_one_told_in_the_paragraph_before() -> None:
    text = "They met on Tuesday and spoke of a levy put on it in 2009.\n\nThe fleet had left in June of that year."
    times, _, _ = find_times(story(text, published="2013-08-07"))
    assert [t.value for t in times] == ["2013-08-06", "2009", "2009-06"]
