"""Decisions as they are made: on a fact of the record, by somebody, at some time. The clock is read here and nowhere else."""

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

from msgspec.structs import replace

from standoff import edtf
from standoff.errors import NotFound, UsageError
from standoff.lexicon.plover import plover_types
from standoff.record.anchors import Anchor, Kind, Mention, kind_of
from standoff.record.checked import MOST_WHO
from standoff.record.decisions import Action, Decision, Value, name_of, standing
from standoff.record.rows import EventMention, MergedEvent, ToldSpell
from standoff.record.shown import Fact, changed, own, read_values, shown
from standoff.record.store import Record

Clock = Callable[[], str]
Log = Callable[[Sequence[Decision]], object]
ACCEPTED = ("type", "mode", "date", "status", "negated", "actors", "recipients")
"""Fields of an event in which it is held to what was shown when it was accepted."""
UNSURE = ("published", "unknown")
MOST_ANCHORS = 12
"""Mentions by which a spell is found again."""


def now() -> str:
    """The time, in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def login() -> str:
    """The name under which the user is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process without a user of its own, as in a container
        return "somebody"


class Reviewer:
    """Somebody who decides on the facts of a record; each method returns the decision written.

    Args:
        record: what is looked at; where nothing else is given it is written to as well.
        who: the name that is kept; else that of the login.
        clock: gives the time that is kept.
        log: takes what is decided.
        find: gives the fact that an id names; what views tell of them is known further on.
    """

    def __init__(
        self,
        record: Record,
        *,
        who: str | None = None,
        clock: Clock = now,
        log: Log | None = None,
        find: "Callable[[Record, str], Fact] | None" = None,
    ) -> None:
        self.record = record
        self.find = find or find_fact
        self.log = log or record.decide
        self.who = " ".join((who or login()).split())[:MOST_WHO] or "somebody"
        self.clock = clock

    def accept(self, id: str, *, note: str | None = None) -> Decision:
        """Lets a fact stand: it is held to what is shown now.

        Raises:
            NotFound: nothing has this id.
        """
        fact = self.find(self.record, id)
        values = before = shown(fact)
        if isinstance(fact, MergedEvent):
            values = {name: values[name] for name in ACCEPTED if name != "date" or fact.date_how not in UNSURE}
            wrong = [m.key for m in fact.members if own(m)["type"] == fact.type and own(m)["date"] == fact.date]
        elif isinstance(fact, ToldSpell):
            values, wrong = {name: values[name] for name in ("from", "state") if values[name]}, []
        else:
            wrong = [m.key for m in self._same(fact)]
        return self._write("accept", self._anchors(fact, fix=wrong), values=values, before=before, note=note)

    def reject(self, id: str, *, only: bool = False, note: str | None = None) -> Decision:
        """Says that there is no such fact; `only`: that this one report of an event says no such thing.

        Raises:
            NotFound: nothing has this id.
        """
        fact = self.find(self.record, id)
        anchors = self._anchors(fact)
        if only:
            anchors = [a for a in anchors if a.mention == id] or anchors[:1]
        return self._write("reject", anchors, note=note)

    def edit(self, id: str, given: Mapping[str, str], *, note: str | None = None) -> Decision:
        """Sets fields of a fact right, as they are written on a command line or in a form.

        Raises:
            NotFound: nothing has this id.
            UsageError: a value is none, or nothing is changed.
        """
        fact = self.find(self.record, id)
        values = read_values(kind_of_fact(fact), given, self.record.subject())
        new, before = changed(fact, values)
        if not new:
            raise UsageError("nothing is changed", hint="`accept` lets it stand as it is")
        if "type" in new and "mode" not in new and not _has_mode(new["type"], shown(fact).get("mode")):
            new["mode"], before["mode"] = None, shown(fact).get("mode")
        if isinstance(fact, ToldSpell):
            _check_ends({**shown(fact), **new})
            wrong = []
        else:
            wrong = _misread(fact, new, before) if isinstance(fact, MergedEvent) else [m.key for m in self._same(fact)]
        return self._write("edit", self._anchors(fact, fix=wrong), values=new, before=shown(fact), note=note)

    def merge(self, ids: Sequence[str], *, note: str | None = None) -> Decision:
        """Says that several events are one.

        Raises:
            NotFound: nothing has one of the ids.
            UsageError: they are no events, or one already.
        """
        events = {event.id: event for event in (self._event(id) for id in ids)}
        if len(events) < 2:
            raise UsageError("a merge wants two events; these are one already")
        first, *others = events.values()
        anchors = self._anchors(first)
        anchors += [replace(a, part="other") for event in others for a in self._anchors(event)]
        return self._write("merge", anchors, note=note)

    def split(self, ids: Sequence[str], *, note: str | None = None) -> Decision:
        """Says that one or several reports of an event tell of another one. `ids`: the keys of the reports.

        Raises:
            NotFound: nothing has one of the ids.
            UsageError: nothing would be left, or they are of different events.
        """
        event = self._event(ids[0])
        members = [m.key for m in event.members]
        out = list(dict.fromkeys(id for id in ids if id in members))
        if len(out) < len(set(ids)):
            raise UsageError("these are not all reports of one event", hint=f"reports of it: {', '.join(members)}")
        if len(out) == len(members):
            raise UsageError("no report would be left", hint=f"reports of it: {', '.join(members)}")
        places = self.record.places()
        anchors = [places.anchor(key) for key in out]
        anchors += [places.anchor(key, part="other") for key in members if key not in out]
        return self._write("split", anchors, note=note)

    def undo(self, id: str | None = None, *, note: str | None = None) -> Decision:
        """Takes back a decision, or the latest that counts. Who undoes that brings it back.

        Raises:
            NotFound: there is no such decision.
        """
        log = self.record.decisions()
        found = next((d for d in log if d.id == id), None) if id else next(iter(reversed(list(standing(log)))), None)
        if found is None:
            raise NotFound(
                f"no decision {id}" if id else "there is nothing to undo", hint="`standoff decisions` lists them"
            )
        return self._write("undo", [], undoes=found.id, note=note)

    def _event(self, id: str) -> MergedEvent:
        fact = self.find(self.record, id)
        if isinstance(fact, EventMention):
            raise UsageError(f"{id} was rejected", hint="accept it, or undo that, before it is merged or split")
        if not isinstance(fact, MergedEvent):
            raise UsageError(f"{id} is no event", hint="only events are merged and split")
        return fact

    def _same(self, fact: Mention) -> list[Mention]:
        """The mention and all that read the same from the same sentence on other pages."""
        places = self.record.places()
        like = places.like(places.anchor(fact.key))
        return [fact, *(m for m in like if m.key != fact.key)]

    def _anchors(self, fact: Fact, *, fix: Iterable[str] = ()) -> list[Anchor]:
        places, fixed = self.record.places(), set(fix)
        if isinstance(fact, ToldSpell):
            return [replace(places.anchor(key), kind="spell") for key in fact.keys[:MOST_ANCHORS]]
        keys = [m.key for m in best_first(fact)] if isinstance(fact, MergedEvent) else [m.key for m in self._same(fact)]
        return [places.anchor(key, fix=key in fixed) for key in keys]

    def _write(
        self,
        action: Action,
        anchors: Sequence[Anchor],
        *,
        values: Mapping[str, Value] | None = None,
        before: Mapping[str, Value] | None = None,
        undoes: str | None = None,
        note: str | None = None,
    ) -> Decision:
        made = Decision(
            id="", action=action, who=self.who, time=self.clock(), on=tuple(anchors), values=dict(values or {}),
            before=dict(before or {}), undoes=undoes, note=note or None,
        )  # fmt: skip
        known = {decision.id for decision in self.record.decisions()}
        n = 0
        while (id := name_of(made, n)) in known:
            n += 1
        made = replace(made, id=id)
        self.log([made])
        return made


def find_fact(record: Record, id: str) -> Fact:
    """The event that an id names, the rejected ones too, or the description, amount or quotation.

    Raises:
        NotFound: nothing has this id.
    """
    canonical = record.canonical(id)
    for event in record.events():
        if event.id == canonical or any(m.key == id for m in event.members):
            return event
    for told in (record.states(), record.quantities(), record.quotes(), record.reasons()):
        for mention in told:
            if mention.key == id:
                return mention
    if (rejected := record.places().by_key.get(id)) is not None:
        return rejected
    raise NotFound(
        f"nothing in {record.path} that can be decided on has the id {id!r}",
        hint="ids stand in the rows of every view: --json shows them",
    )


def kind_of_fact(fact: Fact) -> Kind:
    """What a fact is."""
    if isinstance(fact, ToldSpell):
        return "spell"
    return "event" if isinstance(fact, MergedEvent) else kind_of(fact)


def best_first(event: MergedEvent) -> list[EventMention]:
    """The reports of an event, the one that shows it best first: of its type and date, in a story, sure."""
    return sorted(
        event.members,
        key=lambda m: (
            m.event.type != event.type,
            m.event.date != event.date,
            m.where.part != "story",
            -m.event.confidence,
            m.key,
        ),
    )


def _has_mode(type_: str, mode: Value) -> bool:
    """True for no mode, and for one of the type's own: another type's would say nothing of it."""
    return mode is None or any(each.id == mode for each in plover_types()[type_].modes)


def _check_ends(values: Mapping[str, Value]) -> None:
    """Passes a spell that ends after it begins.

    Raises:
        UsageError: it does not.
    """
    start, end = edtf.bounds(cast(str | None, values["from"])), edtf.bounds(cast(str | None, values["to"]))
    if start is not None and end is not None and end[1] <= start[0]:
        raise UsageError(f"from {values['from']} to {values['to']}: a spell ends after it begins", hint="set both")


def _misread(event: MergedEvent, new: Mapping[str, Value], before: Mapping[str, Value]) -> list[str]:
    """The reports that gave the wrong value; none where a report gives the right one, for then sources differ."""
    told = {m.key: own(m) for m in event.members}
    wrong = [name for name, value in new.items() if not any(fields.get(name) == value for fields in told.values())]
    if len(told) == 1:
        return list(told)
    return [key for key, fields in told.items() if any(fields.get(name) == before[name] for name in wrong)]
