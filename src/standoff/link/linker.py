"""All links of a record, in order: years of undated pages, copies, the subject, dates, the same event."""

from standoff.lexicon.stems import thing_stems
from standoff.link.copies import find_copies
from standoff.link.dates import resolve_dates
from standoff.link.merge import merge_reports
from standoff.link.same import read_report
from standoff.link.subject import find_subject
from standoff.link.undated import date_pages
from standoff.record import Record


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
    merges = {}
    for members in clusters.all():
        canonical = members[0].key
        for report in members:
            if len(members) > 1:
                merges[report.key] = (canonical, clusters.reasons.get(report.key, ""))
    record.set_links(merges=merges, dates=dates)
