"""The two sides of a page: those that act on each other, and not those that act together."""

from collections import Counter
from collections.abc import Sequence

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.denoted import phrase_head
from standoff.extract.actors.gazetteer import sector_of_party
from standoff.extract.actors.names import STATE_SECTORS, Name
from standoff.lexicon.clauses import clause_words
from standoff.model import Party
from standoff.parse import Token

_SUBJECTS = frozenset({"nsubj", "agent"})
_ACTED_ON = 3  # what an act on the other counts, beside a mention
_FAR_MORE = 2  # times
_CLAUSES = 12  # words between a name and its verb

_SHARE = 0.35
"""Of all that is done on a page, the least that two do who are its sides."""


def count_sides(acting: Sequence[Name], declared: tuple[Party, ...]) -> tuple[str, ...]:
    """Ids of the two sides, the more active first; of declared parties two states, else two of unlike sectors."""
    weights: Counter[str] = Counter()
    for name in acting:
        head = phrase_head(name.tokens[-1])
        if head.dep == "nsubj" and head.head is not None and head.head.lemma in clause_words("mediating"):
            continue
        weights[party_of(name.id)] += 3 if head.dep in ("nsubj", "nsubjpass") else 1
    if declared:
        ranked = sorted(_at_work(declared) or declared, key=lambda party: -weights[party_of(party.id)])
        first, *others = ranked
        other = (
            _other_state(first, others, weights)
            or next((p for p in others if sector_of_party(p) != sector_of_party(first)), None)
            or next(iter(others), None)
        )
        return tuple(party_of(p.id) for p in (first, other) if p is not None)
    found = _leading(acting, weights)
    told = sum(weights[side] for side in found)
    return found if told >= _SHARE * weights.total() else ()


def _leading(acting: Sequence[Name], weights: Counter[str]) -> tuple[str, ...]:
    """The two that act most, of the pairs that act on each other where there are more."""
    leading = sorted(weights, key=lambda side: -weights[side])  # of equal weight: in the order of the text
    pairs = _pairs(acting)
    if len(leading) > 2 and pairs:
        best = min(pairs, key=lambda pair: (-_ACTED_ON * pairs[pair] - weights[pair[0]] - weights[pair[1]], pair))
        return _states_before(best, leading, weights) or tuple(sorted(best, key=lambda side: (-weights[side], side)))
    return tuple(leading[:2])


def _other_state(first: Party, others: Sequence[Party], weights: Counter[str]) -> Party | None:
    """The declared state that a state of the page faces, if the page names one: people of its own beside it are no government."""
    if not is_country(first.id):
        return None
    return next((p for p in others if is_country(p.id) and weights[p.id]), None)


def _states_before(best: tuple[str, str], leading: Sequence[str], weights: Counter[str]) -> tuple[str, ...]:
    """The two leading states, where each is told far more of than the organisation that one of them turns to."""
    body = max((weights[side] for side in best if not is_country(side)), default=0)
    states = tuple(side for side in leading if is_country(side))[:2]
    return states if body and len(states) > 1 and all(weights[s] >= _FAR_MORE * body for s in states) else ()


def _at_work(declared: Sequence[Party]) -> list[Party]:
    """Of declared parties unions and those that employ, where there are both: a government beside them mediates."""
    unions = [p for p in declared if sector_of_party(p) == "LAB"]
    states = [p for p in declared if is_country(party_of(p.id)) or p.sector in STATE_SECTORS or p.id.startswith("IGO-")]
    employers = [p for p in declared if p not in unions and p not in states]
    return [*unions, *employers] if unions and employers else []


def _pairs(acting: Sequence[Name]) -> Counter[tuple[str, str]]:
    """How often one side does something to another: the pair in the order of their ids."""
    clauses: dict[Token, tuple[set[str], set[str]]] = {}
    for name in acting:
        verb, subject, together = _place(phrase_head(name.tokens[-1]))
        if verb is not None and not together:
            clauses.setdefault(verb, (set(), set()))[0 if subject else 1].add(party_of(name.id))
    pairs: Counter[tuple[str, str]] = Counter()
    for doers, others in clauses.values():
        if len(doers) == 1:
            (doer,) = doers
            for other in others - doers:
                first, second = sorted((doer, other))
                pairs[first, second] += 1
    return pairs


def _place(token: Token) -> tuple[Token | None, bool, bool]:
    """The verb that a phrase hangs on, whether in its subject, and whether with somebody: a drill with the ally."""
    together = False
    for _ in range(_CLAUSES):
        head = token.head
        if head is None:
            break
        if head.is_verb:
            return head, token.dep in _SUBJECTS, together
        together = together or token.lower in ("with", "alongside")
        token = head
    return None, False, False
