"""All links of a record, in order: years of undated pages, copies, the subject, dates, the same event."""

from collections.abc import Mapping, Sequence

from standoff.lexicon.stems import thing_stems
from standoff.link.copies import find_copies
from standoff.link.dates import resolve_dates
from standoff.link.merge import Clusters, merge_reports
from standoff.link.same import read_report
from standoff.link.subject import find_subject
from standoff.link.undated import date_pages
from standoff.record import Record
from standoff.record.fields import best_date
from standoff.record.rows import EventMention


def link(record: Record, *, workers: int = 1) -> None:
    """Puts the pages of a record together anew; what a person decided holds. Without `workers`, in this process alone."""
    date_pages(record, workers=workers)
    documents = record.documents()
    copies = find_copies(documents, {d.key: record.annotation(d.key) for d in documents})
    record.set_copies(copies)
    mentions = record.mentions()
    if record.subject_found:
        record.set_subject(find_subject(record, mentions), declared=False)
        mentions = record.mentions()
    dates = resolve_dates(record, mentions)
    thing = thing_stems(record.subject())
    clusters = merge_reports([read_report(m, record, thing, dates) for m in mentions])
    if (more := resolve_dates(record, mentions, told=_told(clusters, mentions, dates))) != dates:
        dates = more  # what hangs on an event that another page dates
        clusters = merge_reports([read_report(m, record, thing, dates) for m in mentions])
    merges = {}
    for members in clusters.all():
        canonical = members[0].key
        for report in members:
            if len(members) > 1:
                merges[report.key] = (canonical, clusters.reasons.get(report.key, ""))
    record.set_links(merges=merges, dates=dates)


def _told(clusters: Clusters, mentions: Sequence[EventMention], dates: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """By the key of each mention without a date of its own, the date of the event that it was merged into."""
    by_key = {m.key: m for m in mentions}
    resolved = {key: date for key, (date, _) in dates.items()}
    found: dict[str, str] = {}
    for members in clusters.all():
        if len(members) > 1 and (date := best_date([by_key[r.key] for r in members], resolved)[0]) is not None:
            found.update((r.key, date) for r in members)
    return found
