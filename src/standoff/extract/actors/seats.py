"""Which country's capital a clause begins in: `In Niamey, the president rejected the offer` speaks of Niger's."""

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.names import Names
from standoff.parse import Token

_UP = 4  # words from an office up to its verb
_PLACES = ("prep", "advcl")


def seat_of_clause(head: Token, names: Names) -> str | None:
    """The code of the country in whose capital the verb's deed begins to be told; None where it names none.

    Only a place before whoever acts counts: behind him it may be where he went.
    """
    verb = head.head
    for _ in range(_UP):
        if verb is None or verb.is_verb:
            break
        verb = verb.head
    if verb is None or not verb.is_verb:
        return None
    for child in verb.childs(*_PLACES):
        if child.i > head.i:
            break
        links = [child] if child.dep == "prep" else child.childs("prep") if child.tag == "VBG" else []
        for link in links:
            town = link.child("pobj") if link.lower == "in" else None
            name = names.at(town) if town is not None else None
            if name is not None and name.kind == "capital" and is_country(name.id):
                return party_of(name.id)
    return None
