"""All links of a record, in order: years of undated pages, copies, the subject, dates, the same event."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache
from hashlib import sha256
from importlib import resources

import msgspec

from standoff.lexicon.stems import thing_stems
from standoff.link.copies import find_copies
from standoff.link.events import Told, link_texts
from standoff.link.memory import LINKED_BY, Memory
from standoff.link.subject import find_subject
from standoff.link.undated import date_pages
from standoff.parse import MODEL
from standoff.record import Record
from standoff.record.rows import Document


def link(record: Record, *, workers: int = 1, model: str | None = None) -> None:
    """Puts what is new in a record together with what was there; what a person decided holds.

    Args:
        record: the record, open for writing.
        workers: so many processes read pages again whose year the others tell; 0: this process alone.
        model: the parser's model; else the one that the record's pages were last read by.
    """
    date_pages(record, workers=workers, model=model or record.meta("model") or MODEL)
    documents = record.documents()
    record.set_copies(find_copies(documents, {d.key: record.annotation(d.key) for d in documents}))
    if record.subject_found:
        record.set_subject(find_subject(record, record.mentions()), declared=False)
    _link_events(record)


def _link_events(record: Record) -> None:
    made = made_by(record)
    fresh = record.meta(LINKED_BY) != made
    documents = record.documents()
    mentions = defaultdict(list)
    for mention in record.mentions():
        mentions[mention.where.document.key].append(mention)
    annotations = {d.key: record.annotation(d.key) for d in documents}

    def pages(keys: Collection[str]) -> dict[str, Told]:
        return {key: (mentions[key], annotations[key]) for key in keys}

    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[document.copy_of or document.key].append(document)
    with record.transaction() as db:
        memory = Memory(db)
        if fresh:
            memory.forget()
        days = {group: next((d.published for d in of if d.key == group), None) for group, of in groups.items()}
        now = {d.key: (d.copy_of or d.key, d.source, days[d.copy_of or d.key]) for d in documents}
        before = memory.linked()
        changed = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
        gone = {before[key][0] for key in changed if key in before}
        here = {now[key][0] for key in changed if key in now} | {group for group in gone if group in groups}
        if here or gone:
            link_texts(memory, {g: groups[g] for g in here}, gone, pages, thing_stems(record.subject()), fresh=fresh)
            memory.replace_linked(changed, {key: now[key] for key in changed if key in now})
        memory.end(made)


def made_by(record: Record) -> str:
    """What makes the links beside the pages: this code, the disputed thing and what people decided, in one short name."""
    thing = sorted(thing_stems(record.subject()))
    subject = msgspec.json.encode(record.subject()).decode()
    decided = [decision.id for decision in record.decisions()]
    return sha256("|".join((code_hash(), subject, *thing, *decided)).encode()).hexdigest()[:16]


@cache
def code_hash() -> str:
    """A hash of the code that links."""
    found = sha256()
    for path in sorted(resources.files("standoff.link").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            found.update(path.read_bytes())
    return found.hexdigest()
