"""The fields of a fact that a person can set right: what is shown of them, and how they are written."""

import re
from collections.abc import Mapping
from typing import Any, get_args

from standoff import edtf
from standoff.errors import UsageError
from standoff.model import Aspect, PloverType, ReasonKind, State, Status, Subject
from standoff.record.anchors import Kind, Mention
from standoff.record.decisions import Value
from standoff.record.rows import (
    EventMention,
    MergedEvent,
    QuantityMention,
    QuoteMention,
    ReasonMention,
    StateMentionRow,
    ToldSpell,
)

Fact = MergedEvent | Mention | ToldSpell
"""What somebody decides on."""

LISTS = ("actors", "recipients", "parties")
FIELDS: dict[Kind, tuple[str, ...]] = {
    "event": (
        "date", "type", "mode", "actors", "recipients", "object", "place", "status", "negated", "outcome",
        "attributed_to",
    ),
    "state": ("state", "since", "date", "aspect", "value", "object", "attributed_to"),
    "amount": ("value", "low", "high", "unit", "per", "of", "kind", "party", "claimed_by", "as_of"),
    "quotation": ("speaker", "party"),
    "reason": ("kind", "parties", "against", "since", "attributed_to"),
    "spell": ("from", "state", "to"),
}  # fmt: skip
"""By the kind of a fact the fields that can be set right, the ones that are most often wrong first."""
CHOICES: dict[tuple[Kind, str], tuple[str, ...]] = {
    ("event", "type"): get_args(PloverType),
    ("event", "status"): get_args(Status),
    ("event", "outcome"): ("agreed", "adjourned", "failed", "called_off"),
    ("state", "state"): get_args(State),
    ("state", "aspect"): get_args(Aspect),
    ("reason", "kind"): get_args(ReasonKind),
    ("spell", "state"): get_args(State),
}
_A: dict[Kind, str] = {
    "event": "an event", "state": "a description", "amount": "an amount", "quotation": "a quotation", "reason": "a reason",
    "spell": "a spell",
}  # fmt: skip
NEEDED = ("type", "status", "state", "from")
"""Fields that cannot be empty."""
DATES = ("date", "since", "as_of", "from", "to")
ACTORS = ("attributed_to", "party", "claimed_by", "against")
FIGURES = ("value", "low", "high")
_ID = re.compile(r"[A-Z]{3}(?:-[A-Z]{3}){0,3}|[IN]GO-[A-Z0-9]{2,12}|NAMED:\S.{0,199}")
_WORD = re.compile(r"[a-z][a-z-]{0,39}")
_YES, _NO = ("yes", "true", "1", "on"), ("no", "false", "0", "")
LONGEST, MOST_READ = 400, 20_000
"""Characters of a value that somebody writes, and of one that was read from a page."""


def shown(fact: Fact) -> dict[str, Value]:
    """The fields of a fact and what is shown of them."""
    if isinstance(fact, MergedEvent):
        return {name: getattr(fact, name) for name in FIELDS["event"]}
    if isinstance(fact, ToldSpell):
        return {"from": fact.from_, "state": fact.state, "to": fact.to}
    if isinstance(fact, StateMentionRow):
        state = fact.state
        return {
            "state": state.state,
            "since": state.since,
            "date": state.date,
            "aspect": state.aspect,
            "value": state.value,
            "object": fact.object,
            "attributed_to": state.attributed_to.id if state.attributed_to else None,
        }
    if isinstance(fact, QuantityMention):
        return _of_amount(fact)
    if isinstance(fact, ReasonMention):
        return _of_reason(fact)
    if isinstance(fact, QuoteMention):
        return {"speaker": fact.quote.speaker, "party": fact.quote.speaker_id}
    return own(fact)


def own(mention: EventMention) -> dict[str, Value]:
    """What one report says of an event, in the fields that a page names by more than its words."""
    event = mention.event
    return {
        "date": event.date,
        "type": event.type,
        "mode": event.mode,
        "actors": tuple(a.id for a in event.actors),
        "recipients": tuple(r.id for r in event.recipients),
        "status": event.status,
        "negated": event.negated,
        "outcome": event.outcome,
        "attributed_to": event.attributed_to.id if event.attributed_to else None,
    }


def _of_reason(mention: ReasonMention) -> dict[str, Value]:
    reason = mention.reason
    return {
        "kind": reason.kind,
        "parties": tuple(p.id for p in reason.parties),
        "against": reason.against.id if reason.against else None,
        "since": reason.since,
        "attributed_to": reason.attributed_to.id if reason.attributed_to else None,
    }


def _of_amount(mention: QuantityMention) -> dict[str, Value]:
    q = mention.quantity
    figures: dict[str, Value] = {name: _figure(getattr(q, name)) for name in FIGURES}
    return {
        **figures,
        "unit": q.unit,
        "per": q.per,
        "of": q.of,
        "kind": q.kind,
        "party": q.party.id if q.party else None,
        "claimed_by": q.claimed_by.id if q.claimed_by else None,
        "as_of": q.as_of,
    }


def _figure(value: float | None) -> str | None:
    return None if value is None else str(int(value)) if value == int(value) else repr(value)


def written(value: Value) -> str:
    """A value as it stands in a form or on a command line.

    >>> written(("KOR", "NAMED:Alder Mining")), written(("KOR", "NAMED:Alder, Inc.")), written(None), written(True)
    ('KOR, NAMED:Alder Mining', 'KOR; NAMED:Alder, Inc.', '', 'yes')
    """
    if isinstance(value, tuple):
        return ("; " if any("," in part for part in value) else ", ").join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value or ""


def spoken(value: str, subject: Subject | None) -> str:
    """A value of actors as it stands in a form, with names in place of ids wherever these lead back to the ids.

    >>> spoken("NAMED:Alder Mining, KOR-BUS", None), spoken("NAMED:FIA", None), spoken("2013-04-08", None)
    ('Alder Mining, KOR-BUS', 'NAMED:FIA', '2013-04-08')
    """
    mark = ";" if ";" in value else ","
    return f"{mark} ".join(_name(part.strip(), subject) for part in value.split(mark)) if value else value


def _name(id: str, subject: Subject | None) -> str:
    names = [party.name for party in subject.parties if party.id == id] if subject else []
    if id.startswith("NAMED:"):
        names.append(id.removeprefix("NAMED:"))
    return next((n for n in names if _actor(n, subject) == id and "," not in n and ";" not in n), id)


def read_values(kind: Kind, given: Mapping[str, str], subject: Subject | None) -> dict[str, Value]:
    """Field by field what was written, checked.

    Raises:
        UsageError: there is no such field, or this is no value for it.
    """
    return {name: _read(kind, name, " ".join(text.split()), subject) for name, text in given.items()}


def _read(kind: Kind, name: str, text: str, subject: Subject | None) -> Value:
    if name not in FIELDS[kind]:
        raise UsageError(f"{name!r} is no field of {_A[kind]}", hint=f"there are {', '.join(FIELDS[kind])}")
    if len(text) > LONGEST:
        raise UsageError(f"{name}: longer than {LONGEST} characters")
    if name == "negated":
        return _yes_or_no(text)
    if name in LISTS:
        parts = text.split(";" if ";" in text else ",")
        return tuple(dict.fromkeys(_actor(part.strip(), subject) for part in parts if part.strip()))
    if not text:
        if name in NEEDED or (kind, name) == ("reason", "kind"):
            raise UsageError(f"{name} cannot be empty")
        return None
    return _single(kind, name, text, subject)


def _single(kind: Kind, name: str, text: str, subject: Subject | None) -> Value:
    """One value of its field."""
    choices = CHOICES.get((kind, name))
    if choices and text not in choices:
        raise UsageError(f"{name} {text!r} is none that there is", hint=f"one of {', '.join(choices)}")
    if name in DATES and edtf.bounds(text) is None:
        raise UsageError(f"{name} {text!r} is no date", hint="write it as 2013-07-15, 2013-07 or 2013")
    if name == "mode" and not _WORD.fullmatch(text):
        raise UsageError(f"mode {text!r} is no mode", hint="a lower-case word, such as restrict")
    if kind == "amount" and name in FIGURES:
        return _number(name, text)
    return _actor(text, subject) if name in ACTORS else text


def _yes_or_no(text: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise UsageError(f"negated {text!r} is neither yes nor no")
    return text.lower() in _YES


def _number(name: str, text: str) -> str | None:
    try:
        number = float(text.replace(",", ""))
    except ValueError as e:
        raise UsageError(f"{name} {text!r} is no number") from e
    if number != number or abs(number) == float("inf"):
        raise UsageError(f"{name} {text!r} is no number")
    return _figure(number)


def _actor(text: str, subject: Subject | None) -> str:
    """The id of an actor: as it was written, or of the party that has this name, or `NAMED:` with the name.

    >>> _actor("KOR-BUS", None), _actor("NGO-ICRC", None), _actor("Alder Mining", None)
    ('KOR-BUS', 'NGO-ICRC', 'NAMED:Alder Mining')
    """
    for party in subject.parties if subject else ():
        if text.casefold() in (name.casefold() for name in (party.id, party.name, *party.aliases)):
            return party.id
    return text if _ID.fullmatch(text) else f"NAMED:{text}"


def is_value(kind: Kind, name: str, value: Value) -> bool:
    """True for what can stand in a field."""
    if name not in FIELDS[kind]:
        return False
    if name == "negated":
        return isinstance(value, bool)
    if name in LISTS:
        return isinstance(value, tuple) and all(0 < len(part) <= MOST_READ for part in value)
    if value is None:
        return name not in NEEDED and (kind, name) != ("reason", "kind")
    if not isinstance(value, str) or not value or len(value) > MOST_READ:
        return False
    if kind == "amount" and name in FIGURES:
        return _is_figure(value)
    return edtf.is_valid(value) if name in DATES else value in CHOICES.get((kind, name), (value,))


def _is_figure(text: str) -> bool:
    try:
        return _number("", text) is not None
    except UsageError:
        return False


def _plain(value: Value) -> Value:
    """A value as it comes back from a form that it was shown in: without breaks of lines."""
    return " ".join(value.split()) or None if isinstance(value, str) else value


def changed(fact: Fact, values: Mapping[str, Value]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of the values those that differ from what is shown, and what is shown for them."""
    now = shown(fact)
    new = {name: value for name, value in values.items() if value != _plain(now.get(name))}
    return new, {name: now.get(name) for name in new}
