"""What holds of a page however it is read: the date given from outside before its own, and that only English is coded."""

from standoff.model import Issue, PageInput
from standoff.read.dates.publication import Published, given


def settle(item: PageInput, stated: Published) -> tuple[Published, tuple[Issue, ...]]:
    """The date given from outside, else the stated one; what is doubtful about either as issues."""
    if item.published is None:
        return stated, stated.issues
    told = given(item.published)
    if told is None:
        message = f"the given date {item.published[:40]!r} is none: write it as 2013-08-07; the page's own date is used"
        return stated, (*stated.issues, Issue(code="bad-date", message=message))
    if stated.time and stated.day == told.day:
        told = Published(told.day, "given", stated.time)
    return told, ()


def language_issues(language: str | None) -> tuple[Issue, ...]:
    """An issue where a page is not English."""
    if language in (None, "en"):
        return ()
    message = f"the page is not English ({language}): its parts are kept, nothing is coded from it"
    return (Issue(code="not-english", message=message),)
