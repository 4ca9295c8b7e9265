"""Tells an address that the user named what has changed in a record since it was last told."""

from pathlib import Path

import msgspec

from standoff.fetch.address import Address
from standoff.fetch.post import post
from standoff.ingest import open_linked
from standoff.record import Record
from standoff.record.looks import Look
from standoff.tell.brief import brief
from standoff.tell.rows import BriefLine
from standoff.tell.since import look, since

_KEY = "announced"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What is sent: the subject, whether it is the first message, and sentences with their sources."""

    subject: str | None
    first: bool
    text: str
    lines: tuple[BriefLine, ...]


def announce(path: Path, address: Address) -> int:
    """Sends what has changed, the whole brief the first time; how many sentences. What was not taken is sent again.

    Raises:
        RecordError: the record cannot be opened or written.
        FetchError: the address did not take the message.
    """
    with open_linked(path) as record:
        kept = record.meta(_KEY)
        lines = since(record, msgspec.json.decode(kept, type=Look)) if kept else brief(record)
        subject = record.subject()
        seen = look(record)
    if lines:
        message = Message(
            subject=subject.name if subject else None,
            first=kept is None,
            text="\n".join(line.text for line in lines),
            lines=tuple(lines),
        )
        post(address, msgspec.json.encode(message))
    with Record.open(path, write=True) as record:
        record.set_meta(_KEY, msgspec.json.encode(seen).decode(), aside=True)
    return len(lines)
