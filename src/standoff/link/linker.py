"""All links of a record, in order: years of undated pages, copies, the subject, dates, the same event."""

from standoff.lexicon.stems import thing_stems
from standoff.link.copies import find_copies
from standoff.link.events import link_events
from standoff.link.subject import find_subject
from standoff.link.undated import date_pages
from standoff.parse import MODEL
from standoff.record import Record


def link(record: Record, *, workers: int = 1, model: str | None = None) -> None:
    """Puts the pages of a record together anew; what a person decided holds.

    Args:
        record: the record, open for writing.
        workers: so many processes read pages again whose year the others tell; 0: this process alone.
        model: the parser's model; else the one that the record's pages were last read by.
    """
    date_pages(record, workers=workers, model=model or record.meta("model") or MODEL)
    documents = record.documents()
    record.set_copies(find_copies(documents, {d.key: record.annotation(d.key) for d in documents}))
    mentions = record.mentions()
    if record.subject_found:
        record.set_subject(find_subject(record, mentions), declared=False)
        mentions = record.mentions()
    pages = {d.key: record.annotation(d.key) for d in record.documents()}
    merges, dates = link_events(mentions, pages, thing_stems(record.subject()))
    record.set_links(merges=merges, dates=dates)
