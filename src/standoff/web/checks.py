"""What somebody should look at: contradictions, guesses, failures; nothing doubtful is silently absent."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from standoff.web.contexts import Told
from standoff.web.words import day


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
    if told.doubtful:
        text = f"{len(told.doubtful)} entries are too doubtful for the timeline and lie in the tray."
        yield Check("tray", text, "/timeline?doubtful=1")
    yield from _pages(told)


def _pages(told: Told) -> Iterator[Check]:
    inferred = told.record.inferred()
    for document in told.documents:
        name, link = document.title or document.id, f"/source/{document.key}"
        if document.key in inferred:
            published, reason = inferred[document.key]
            yield Check("date inferred", f"{day(published)}: {reason}", link, name)
        elif document.published_how == "inferred":
            yield Check("date inferred", f"{day(document.published)}: worked out, not printed", link, name)
    issues = told.record.issues()
    for document in told.documents if issues else ():
        name, link = document.title or document.id, f"/source/{document.key}"
        for issue in issues.get(document.key, ()):
            yield Check(issue.code, issue.message, link, name)


def count_checks(checks: list[Check]) -> list[tuple[str, int]]:
    """How many there are of each kind, in the order in which they come."""
    return list(Counter(check.kind for check in checks).items())
