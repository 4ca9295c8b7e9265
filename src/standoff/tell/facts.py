"""What can be decided on: the facts of the record, and the spells that views tell from them."""

from collections.abc import Iterator

from standoff.errors import NotFound
from standoff.record import Record
from standoff.record.deciding import find_fact
from standoff.record.rows import ToldSpell
from standoff.record.shown import Fact
from standoff.tell.state import find_course, read_known, spell_rows


def told_spells(record: Record) -> list[ToldSpell]:
    """The spells of the state as they are told now."""
    return record.kept("told spells", lambda: list(_told(record)))


def _told(record: Record) -> Iterator[ToldSpell]:
    known = read_known(record, None)
    spells = record.kept(("course", None, None), lambda: find_course(record, known, None, None))
    places = record.places().by_key
    members = {event.id: [m.key for m in event.members] for event in known.events}
    for spell, row in zip(spells, spell_rows(spells, None), strict=True):
        keys = dict.fromkeys(
            key for e in spell.evidence for id in e.ids for key in members.get(id, [id]) if key in places
        )
        yield ToldSpell(id=row.id, state=row.state, from_=row.from_, to=row.to, keys=tuple(keys), decided=spell.decided)


def find_told(record: Record, id: str) -> Fact:
    """The fact that an id names: an event, a description, an amount, a quotation, a reason, or a spell of the state.

    Raises:
        NotFound: nothing has this id.
    """
    try:
        return find_fact(record, id)
    except NotFound:
        spell = next((spell for spell in told_spells(record) if spell.id == id and spell.keys), None)
        if spell is None:
            raise
        return spell
