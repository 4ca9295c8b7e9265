"""All links of a record, in order: years of undated pages, copies, the subject, dates, the same event."""

import sqlite3
from collections.abc import Collection
from functools import cache
from hashlib import sha256
from importlib import resources

import msgspec
from msgspec.structs import replace

from standoff.lexicon.stems import thing_stems
from standoff.link.copying import COPIED_BY, Copying
from standoff.link.events import Told, link_texts
from standoff.link.memory import LINKED_BY, Memory
from standoff.link.packing import dictionary_hash
from standoff.link.subject import find_subject
from standoff.link.undated import date_pages
from standoff.model import Annotation
from standoff.parse import MODEL
from standoff.record import Record
from standoff.record.mentions import event_mentions, thing_names
from standoff.record.pages import read_some
from standoff.record.rows import Document, EventMention
from standoff.record.write import write_subject


def link(record: Record, *, workers: int = 1, model: str | None = None) -> None:
    """Puts what is new in a record together with what was there; what a person decided holds.

    Args:
        record: the record, open for writing.
        workers: so many processes read pages again whose year the others tell; 0: this process alone.
        model: the parser's model; else the one that the record's pages were last read by.
    """
    with record.transaction(decides=True) as db:  # nothing is written
        undated = Memory(db).undated()
    if undated:
        date_pages(record, workers=workers, model=model or record.meta("model") or MODEL)
    with record.transaction() as db:
        memory, code = Memory(db), code_hash()
        changed = memory.changed()
        copying = Copying(db, lambda keys: _read(db, memory, keys))
        touched = set(changed)
        if record.meta(COPIED_BY) != code:
            touched |= copying.anew()
        elif changed:
            touched |= copying.update(changed)
        if record.subject_found and changed:
            write_subject(db, find_subject(record, record.mentions()), "subject_found")
        _link_events(record, db, touched)
        memory.end({COPIED_BY: code})
        db.execute("DELETE FROM waiting")


def is_linked(record: Record) -> bool:
    """True where putting the pages together again would change nothing: the pages, the code and what people said are the same."""
    return record.linked and record.meta(COPIED_BY) == code_hash() and record.meta(LINKED_BY) == made_by(record)


def _link_events(record: Record, db: sqlite3.Connection, touched: Collection[str]) -> None:
    """Puts the acts of documents together that are changed, or of which others are copies now or no more."""
    memory, made = Memory(db), made_by(record)
    if record.meta(LINKED_BY) != made:
        memory.forget()
        touched = [key for (key,) in db.execute("SELECT key FROM document")]
    fresh = memory.is_empty()
    before, now = memory.linked(touched), memory.counted(touched)
    changed = {key for key in touched if now.get(key) != before.get(key)}
    gone = {before[key][0] for key in changed if key in before}
    groups = memory.texts(gone | {now[key][0] for key in changed if key in now})
    if changed:
        link_texts(
            memory,
            groups,
            gone,
            lambda keys: _told(record, db, memory, keys),
            thing_stems(record.subject()),
            fresh=fresh,
        )
        memory.replace_linked(changed, {key: now[key] for key in changed if key in now})
    memory.end({LINKED_BY: made, "linked": "1"})


def _read(db: sqlite3.Connection, memory: Memory, keys: Collection[str]) -> dict[str, tuple[Document, Annotation]]:
    documents, pages = read_some(db, sorted(keys), memory.copies(keys))
    return {d.key: (d, pages[d.key]) for d in documents}


def _told(record: Record, db: sqlite3.Connection, memory: Memory, keys: Collection[str]) -> dict[str, Told]:
    """What pages tell, with what people set right."""
    read, thing = _read(db, memory, keys), thing_names(record.subject())
    found: dict[str, Told] = {
        key: Told(document=d, mentions=event_mentions(d, page, thing), page=page) for key, (d, page) in read.items()
    }
    if not record.decisions():
        return found
    decided: dict[str, list[EventMention]] = {key: [] for key in found}
    for mention in record.mentions():
        key = mention.where.document.key
        if key in found:
            where = replace(mention.where, document=found[key].document)
            decided[key].append(replace(mention, where=where))
    return {key: replace(told, mentions=decided[key]) for key, told in found.items()}


def made_by(record: Record) -> str:
    """What makes the links beside the pages: this code, the disputed thing and what people decided, in one short name."""
    thing = sorted(thing_stems(record.subject()))
    subject = msgspec.json.encode(record.subject()).decode()
    decided = [decision.id for decision in record.decisions()]
    return sha256("|".join((code_hash(), subject, *thing, *decided)).encode()).hexdigest()[:16]


@cache
def code_hash() -> str:
    """A hash of the code that links, and of what packs what it remembers."""
    found = sha256(dictionary_hash().encode())
    for path in sorted(resources.files("standoff.link").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".py"):
            found.update(path.read_bytes())
    return found.hexdigest()
