"""What somebody should look at: contradictions, guesses, failures; nothing doubtful is silently absent."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.edtf import bounds
from standoff.tell.rows import TimelineRow
from standoff.web.contexts import Told
from standoff.web.words import day

_DATE = re.compile(r"\b\d{4}(?:-\d\d){1,2}[~?%]?(?:/\d{4}(?:-\d\d){1,2}[~?%]?)?")
_TYPE = re.compile(r"\b([A-Z]{3,}) of\b")


@dataclass(frozen=True)
class Check:
    """A thing to check. `link` leads to where it stands, `page` names the page it is about."""

    kind: str
    text: str
    link: str | None = None
    page: str | None = None


def find_checks(told: Told) -> list[Check]:
    """All that is doubtful in a record, the gravest first."""
    found: list[Check] = told.desk.kept(("checks", told.at, told.says), lambda: list(_all(told)))
    return found


def _all(told: Told) -> Iterator[Check]:
    record, frame = told.record, told.frame
    if told.desk.reading:
        yield Check("reading", "Pages are being read, or a run was cut off: what is shown is older.")
    if frame.found and frame.pages:
        parties = f", parties {frame.parties}" if frame.parties else ""
        yield Check("subject", f"The subject was found by standoff, not declared: {frame.subject}{parties}.", "/thing")
    for id, issue in record.failures():
        yield Check("not read", f"{id or 'a source'}: {issue.message}", "/sources")
    differing = [row for row in told.timeline if row.differs]
    for row in sorted(differing, key=lambda r: (-r.weight, r.id)):
        for name in dict.fromkeys(claim.field for claim in row.differs):
            values = "; ".join(claim.value for claim in row.differs if claim.field == name)
            yield Check("sources differ", f"{name}: {values} – {row.summary}", f"/event/{row.id}")
    for row in _ahead(told.timeline, frame.last):
        text = f"{day(row.date)}, after the last page ({day(frame.last)}): {row.summary}"
        yield Check("date cannot be", text, f"/event/{row.id}")
    if (doubtful := told.how_many_doubtful) > 0:
        some = "One entry is" if doubtful == 1 else f"{doubtful} entries are"
        yield Check("doubtful", f"{some} too doubtful for the timeline.", "/timeline?doubtful=1")
    yield from _pages(told)


def _ahead(rows: Sequence[TimelineRow], last: str | None) -> Iterator[TimelineRow]:
    """What is told to have happened after a day; `rows`: by date, those without one at the end."""
    for row in reversed(rows):
        if after(row.date, last):
            if row.status != "planned":
                yield row
        elif bounds(row.date) is not None:
            return


def after(date: str | None, last: str | None) -> bool:
    """It lies after a day: what happened then, no page of that day can tell."""
    when, until = bounds(date), bounds(last)
    return when is not None and until is not None and when[0] > until[1]


def _pages(told: Told) -> Iterator[Check]:
    inferred = told.record.inferred()
    for document in told.documents:
        name, link = document.title or document.id, f"/source/{document.key}"
        if document.key in inferred:
            published, reason = inferred[document.key]
            text = f"no date is printed; worked out from what other pages tell: {day(published)} ({_in_words(reason)})"
            yield Check("date worked out", text, link, name)
        elif document.published_how == "inferred":
            text = f"no date is printed; worked out from its own text: {day(document.published)}"
            yield Check("date worked out", text, link, name)
    issues = told.record.issues()
    for document in told.documents if issues else ():
        name, link = document.title or document.id, f"/source/{document.key}"
        for issue in issues.get(document.key, ()):
            yield Check(issue.code.replace("-", " "), issue.message.replace("`", ""), link, name)


def _in_words(reason: str) -> str:
    """A reason with its dates and its types of events as one reads them.

    >>> _in_words("shares PROTEST of 2024-09-13 with page 02; near page 07")
    'shares an event (protest) of 13 September 2024 with page 02; near page 07'
    """
    dated = _DATE.sub(lambda found: day(found[0]), reason)
    return _TYPE.sub(lambda found: f"an event ({found[1].lower()}) of", dated)


def count_checks(checks: list[Check]) -> list[tuple[str, int]]:
    """How many there are of each kind, in the order in which they come."""
    return list(Counter(check.kind for check in checks).items())
