"""Whose king or emir it is that a page names without his country: of the states that have one, the one the page is about."""

from collections import Counter

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.names import Names
from standoff.lexicon.actors import rulers
from standoff.parse import Sentence

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
