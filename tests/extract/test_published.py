"""When a page that states no date was published: what its text, its comments and its capture allow; own texts."""

import pytest

from standoff.extract.times import find_times
from standoff.model import Issue, Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model

TALKS = "The envoys met in late May. A second round will be held on June 20."


def read(
    story: str, *, comment: str | None = None, footer: str = "", captured: str | None = None, url: str | None = None
) -> tuple[Meta, Issue]:
    """The meta and the one issue of a page with a story, perhaps a comment of some time and a footer."""
    text, parts = story, [Part(start=0, end=len(story), kind="story")]
    if comment:
        text += "\nMole77\nNobody asked the crews."
        parts.append(Part(start=len(story) + 1, end=len(text), kind="comment", author="Mole77", time=comment))
    if footer:
        start = len(text) + 1
        text += "\n" + footer
        parts.append(Part(start=start, end=len(text), kind="furniture"))
    page = Page(id="p", text=text, meta=Meta(url=url), parts=tuple(parts))
    _, meta, issues = find_times(parse(page), captured=captured)
    assert len(issues) == 1
    return meta, issues[0]


@pytest.mark.parametrize(
    ("story", "options", "published"),
    [
        (TALKS, {}, "XXXX-06-01/XXXX-06-19"),
        # the first comment tells the year and bounds the day
        (TALKS, {"comment": "2013-06-07T10:00:00+09:00"}, "2013-06-01/2013-06-07"),
        (TALKS, {"comment": "2013-06-25T10:00"}, "2013-06-01/2013-06-19"),
        # a comment of long after, or a capture, tells no year
        (TALKS, {"comment": "2014-02-25T10:00"}, "XXXX-06-01/XXXX-06-19"),
        (TALKS, {"captured": "2013-06-07"}, "XXXX-06-01/XXXX-06-19"),
        # a weekday that agrees with the copyright's year, or with one near the capture's
        ("The envoys met on Monday, June 3. A second round will be held on June 20.", {"footer": "© 2013 Shore Gazette"}, "2013-06-03/2013-06-19"),
        ("The envoys met on Monday, June 3. A second round will be held on June 20.", {"footer": "© 2010-2013 Shore Gazette"}, "2013-06-03/2013-06-19"),
        ("The envoys met on Monday, June 3. A second round will be held on June 20.", {"footer": "© 2014 Shore Gazette"}, "XXXX-06-03/XXXX-06-19"),
        ("The envoys met on Monday, June 3. A second round will be held on June 20.", {"captured": "2014-01-10"}, "2013-06-03/2013-06-19"),
        ("The envoys met on Monday, June 3. A second round will be held on June 20.", {"captured": "2013-06-10"}, "2013-06-03/2013-06-10"),
        # years are told: the capture bounds the day
        ("It was shut in late May 1999. The judge will hear them on June 20, 1999.", {"captured": "1999-06-12"}, "1999-06-01/1999-06-12"),
        # nothing to come is told, but readers wrote soon
        ("The envoys met on June 3 and found nothing to agree on.", {"comment": "2013-06-05T10:00"}, "2013-06-03/2013-06-05"),
        ("The envoys met on June 3 and found nothing to agree on.", {"captured": "2013-06-05"}, None),
        ("The envoys met and found nothing to agree on.", {"comment": "2013-06-05T10:00"}, None),
        ("VIENNA, July 25 (Presswire) -- The weavers turned an offer down on Thursday.", {"comment": "2013-07-27T10:00"}, "2013-07-25/2013-07-26"),
        ("VIENNA, July 25 (Presswire) -- The weavers turned an offer down on Thursday.", {"comment": "2013-07-25T10:00"}, "2013-07-25/2013-07-25"),
        ("SEOUL, Aug. 7 (Reuters) - Talks on the mill broke down.", {}, "XXXX-08-07/XXXX-08-08"),
        ("SEOUL, August 7. /SHOREWIRE/. Talks on the mill broke down.", {}, "XXXX-08-07/XXXX-08-08"),
        # below a standfirst; its weekday tells whether the year of the copyright is the page's
        ("No day has been named\nSEOUL, August 7. /SHOREWIRE/. Talks on the mill broke down.", {}, "XXXX-08-07/XXXX-08-08"),
        ("SEOUL, August 7. /SHOREWIRE/. Talks broke down, an envoy said on Friday.", {"footer": "© 2015 Shorewire"}, "2015-08-07/2015-08-08"),
        ("SEOUL, August 7. /SHOREWIRE/. Talks broke down, an envoy said on Friday.", {"footer": "© 2016 Shorewire"}, "XXXX-08-07/XXXX-08-08"),
        # a short day in the address that agrees tells the year; one that does not is a number
        ("SEOUL, Aug. 7 (Reuters) - Talks on the mill broke down.", {"url": "https://example.org/130807/talks"}, "2013-08-07/2013-08-08"),
        ("SEOUL, Aug. 7 (Reuters) - Talks on the mill broke down.", {"url": "https://example.org/131107/talks"}, "XXXX-08-07/XXXX-08-08"),
    ],
)  # fmt: skip
def test_intervals(story: str, options: dict[str, str], published: str | None) -> None:
    meta, issue = read(story, **options)
    assert meta.published == published
    assert meta.published_how == ("inferred" if published else None)
    assert issue.code == ("date-inferred" if published else "no-date")


def test_the_issue_gives_the_sentences_what_each_bounds_and_asks_for_confirmation() -> None:
    _, issue = read(TALKS, comment="2013-06-07T10:00:00+09:00")
    assert "'late May' (“The envoys met in late May.”) as past: not before" in issue.message
    assert "'June 20' (“A second round will be held on June 20.”) as to come: not after" in issue.message
    assert "not after a comment of 2013-06-07" in issue.message
    assert issue.message.endswith("confirm the date, or give `published`")


def test_what_bounds_a_page_from_above_is_said_where_nothing_bounds_it_from_below() -> None:
    _, issue = read("The mill stands idle.", captured="2013-06-05")
    assert "it is no later than its capture on 2013-06-05" in issue.message
