"""What the record hands to the views: documents, and mentions with the document they stand in."""

from datetime import date

import msgspec

from standoff import edtf
from standoff.model import DateHow, Event, PloverType, Quantity, Quote, Reason, State, StateMention, Status


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page in the record. `key` is the SHA-256 of its bytes, `id` the name it was read under."""

    key: str
    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    published_how: str | None
    source: str
    """The independent source it counts as: one group of copies, one credited agency, else its publisher."""
    copy_of: str | None = None


class Where(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of a document: what every row of a view leads back to."""

    document: Document
    start: int
    end: int
    quote: str
    part: str


class EventMention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event as one page tells it. `key` names it for ever; `content_of` is the key of the speech act, if any."""

    key: str
    event: Event
    where: Where
    content_of: str | None = None


class ToldSpell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A spell of the thing's state, as the state view tells it, and the mentions that it rests on, the ones that opened it first."""

    id: str
    state: State
    from_: str | None
    to: str | None
    keys: tuple[str, ...]
    decided: tuple[str, ...] = ()
    """Ids of the decisions on it."""


class MergedEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """An event of the record: all mentions of it, and the fields that the best evidence gives.

    `id` is the smallest key of its mentions; every mention's key is an alias for it.
    """

    id: str
    type: PloverType
    mode: str | None
    date: str | None
    date_how: DateHow
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    object: str | None
    status: Status
    negated: bool
    attributed_to: str | None
    confidence: float
    place: str | None
    topic: str | None
    outcome: str | None
    content_of: str | None
    """The id of the merged speech act whose content this is."""
    members: tuple[EventMention, ...]
    differs: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Field, value, keys of the mentions that say so."""

    @property
    def happened(self) -> bool:
        """It took place: only such events move the state and the climate."""
        return self.status in ("happened", "ongoing") and not self.negated and self.content_of is None


def by_date(event: MergedEvent) -> tuple[tuple[date, date, str], str]:
    """What puts events in order, the oldest first."""
    return edtf.sort_key(event.date), event.id


class QuantityMention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount as one page tells it; `equals` is the key of the amount that the page calls the same."""

    key: str
    quantity: Quantity
    words: str
    where: Where
    equals: str | None = None


class QuoteMention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something said, as one page tells it."""

    key: str
    quote: Quote
    said: str
    where: Where


class ReasonMention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reason as one page tells it; `of` is the key of the event that it explains."""

    key: str
    reason: Reason
    words: str
    act: str | None
    where: Where
    of: str | None = None


class StateMentionRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A description of a state, as one page tells it."""

    key: str
    state: StateMention
    words: str
    where: Where
    object: str | None = None


class Comment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reader's comment: a voice, never a source."""

    key: str
    author: str | None
    time: str | None
    text: str
    where: Where
