"""Between which two states a page's dispute is, by how often it names them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from standoff.actor_ids import is_country, party_of

_TWO = 2
_CLEARLY = 4
"""Times as often as any third state the two together are named."""


def at_odds(named: Iterable[str], sides: Sequence[str] = (), *, declared: bool = False) -> frozenset[str]:
    """The two states that a page names each oftener than any third and together four times as often; none where there are no two.

    `named`: an actor id for each time that a page names somebody; `sides`: its two sides, whom `declared` holds for its states
    however often it names others. Sides that are not both states say nothing: then the two named most are meant.
    """
    counted = Counter(party_of(id_) for id_ in named if is_country(id_))
    known = {party_of(side) for side in sides if is_country(side)}
    pair = known if len(known) == _TWO else {code for code, _ in counted.most_common(_TWO)}
    third = max((n for code, n in counted.items() if code not in pair), default=0)
    told = [counted[code] for code in pair]
    clear = min(told, default=0) > third and sum(told) >= _CLEARLY * third
    return frozenset(pair) if len(pair) == _TWO and (clear or (declared and pair == known)) else frozenset()
