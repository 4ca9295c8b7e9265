"""Those of another country who bear the common name of a declared party: `Beninese truckers`, where Ghana's are the party."""

from collections.abc import Sequence

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.gazetteer import Gazetteer
from standoff.extract.actors.names import Name

_FROM = frozenset({"from", "in", "of"})


def without_namesakes(found: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names of a sentence without those of a party of one country where the words beside them name another."""
    return [name for name in found if not _is_of_others(name, found, gazetteer)]


def _is_of_others(name: Name, found: Sequence[Name], gazetteer: Gazetteer) -> bool:
    if name.kind != "party" or is_country(name.id) or any(t.i and not t.text.islower() for t in name.tokens):
        return False
    home = gazetteer.entry(name.name.split()[0])
    if home is None or not is_country(home.id):
        return False
    others = [n for n in found if is_country(n.id) and party_of(n.id) != party_of(home.id)]
    return any(_describes(other, name) for other in others)


def _describes(other: Name, name: Name) -> bool:
    """Whether a country stands right before a name, or behind it with `from`, `in` or `of`."""
    if other.tokens[-1].i + 1 == name.tokens[0].i:
        return True
    prep = other.tokens[-1].head
    return prep is not None and prep.lower in _FROM and prep.dep == "prep" and prep.head in name.tokens
