"""Which state is meant by its ruler: whose king a page names without his country, and whom troops obey."""

from collections import Counter

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.denoted import Denoted
from standoff.extract.actors.modifiers import sides_taken
from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actors import rulers
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

_CLEARLY = 2  # times as often as any other state with such a ruler


def ruled_by(office: str | None, names: Names, sentence: Sentence) -> str | None:
    """The code of the state whose ruler an office without a country is; None where the page leaves it open.

    A state that the page names at least twice as often as any other that has such a ruler, and that its sentence does not: the
    king received the Cambodian envoy.
    """
    states = rulers().get(office or "")
    if states is None:
        return None
    beside = {party_of(name.id) for name in names.by_sentence[sentence.index] if name.id}
    told = (party_of(name.id) for found in names.by_sentence for name in found if is_country(name.id))
    states = states - beside
    counted = Counter(code for code in told if code in states).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] < _CLEARLY * counted[1][1]):
        return None
    return counted[0][0]


def obeyed_by(head: Token, names: Names) -> tuple[Denoted, ...]:
    """The state that troops obey, by its name, its capital or who leads it: `forces loyal to Bamako`, `pro-Keita forces`."""
    adjectives = (c for c in head.childs("amod", "acl", "relcl") if c.lemma in clause_words("obeying"))
    obeyed = [t for c in adjectives for prep in c.childs("prep") for t in prep.childs("pobj")]
    obeyed += [whom for side, _, whom in sides_taken(head) if side.lower == "pro"]
    found = (names.at(t) for t in obeyed)
    return tuple(
        Denoted(start=n.start, end=n.end, id=party_of(n.id), name=n.name)
        for n in found
        if n is not None and is_country(n.id) and (n.kind in ("capital", "country") or _leads(n))
    )


def _leads(name: Name) -> bool:
    """Whether a name is that of who leads a state."""
    return name.kind == "person" and name.sector == "GOV"
