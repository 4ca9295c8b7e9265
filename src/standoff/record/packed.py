"""Merged events as they are kept: each document named by its number, so that what is said of it is kept once."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from standoff.model import Event
from standoff.record.rows import Document, EventMention, MergedEvent, Where

Differs = tuple[tuple[str, str, tuple[str, ...]], ...]


class Member(msgspec.Struct, frozen=True, array_like=True):
    """A mention: `page` is the place of its document's key in the list of all."""

    key: str
    page: int
    start: int
    end: int
    quote: str
    part: str
    content_of: str | None
    event: Event


class Packed(msgspec.Struct, frozen=True, array_like=True):
    """An event: its fields but for the members, as they stand, and these."""

    fields: tuple[object, ...]
    differs: Differs
    members: tuple[Member, ...]


class Bundle(msgspec.Struct, frozen=True, array_like=True):
    """Events with the keys of the documents that tell of them."""

    pages: tuple[str, ...]
    events: tuple[Packed, ...]


_PLAIN = tuple(name for name in MergedEvent.__struct_fields__ if name not in ("members", "differs"))
_LISTS = frozenset(("actors", "recipients"))


def pack_events(events: Iterable[MergedEvent]) -> Bundle:
    """Events as they are kept."""
    pages: dict[str, int] = {}
    packed = []
    for event in events:
        members = tuple(
            Member(
                m.key, pages.setdefault(m.where.document.key, len(pages)), m.where.start, m.where.end, m.where.quote,
                m.where.part, m.content_of, m.event,
            )
            for m in event.members
        )  # fmt: skip
        packed.append(Packed(tuple(getattr(event, name) for name in _PLAIN), event.differs, members))
    return Bundle(tuple(pages), tuple(packed))


def unpack_events(bundle: Bundle, documents: Mapping[str, Document]) -> list[MergedEvent]:
    """The events again.

    Raises:
        KeyError: a document is not there any more.
    """
    pages = [documents[key] for key in bundle.pages]
    return [_event(packed, pages) for packed in bundle.events]


def _event(packed: Packed, pages: Sequence[Document]) -> MergedEvent:
    values = {
        name: tuple(value) if name in _LISTS and isinstance(value, list | tuple) else value
        for name, value in zip(_PLAIN, packed.fields, strict=True)
    }
    members = tuple(
        EventMention(
            key=m.key,
            event=m.event,
            where=Where(document=pages[m.page], start=m.start, end=m.end, quote=m.quote, part=m.part),
            content_of=m.content_of,
        )
        for m in packed.members
    )
    return MergedEvent(**values, members=members, differs=packed.differs)  # type: ignore[arg-type]
