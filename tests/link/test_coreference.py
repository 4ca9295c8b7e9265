"""The scores of chains, on examples worked out by hand."""

import itertools
import random

import numpy as np
import pytest
from benchmarks.coreference import Mention, b_cubed, best_pairing, by_head, by_key, ceaf_e, conll, muc

GOLD = [frozenset("abc"), frozenset("de"), frozenset("f")]


def test_the_same_chains_have_everything() -> None:
    assert conll(GOLD, GOLD) == {"muc": 100.0, "b_cubed": 100.0, "ceaf_e": 100.0, "conll": 100.0}


def test_two_chains_in_one() -> None:
    said = [frozenset("abcde"), frozenset("f")]
    assert muc(GOLD, said) == (1.0, 3 / 4)
    assert list(b_cubed(GOLD, said)) == pytest.approx([1.0, (3 * 3 / 5 + 2 * 2 / 5 + 1) / 6])
    assert list(ceaf_e(GOLD, said)) == pytest.approx([(6 / 8 + 1) / 3, (6 / 8 + 1) / 2])


def test_everything_alone() -> None:
    said = [frozenset(key) for key in "abcdef"]
    assert muc(GOLD, said) == (0.0, 0.0)
    assert list(b_cubed(GOLD, said)) == pytest.approx([(3 / 3 + 2 / 2 + 1) / 6, 1.0])


def mention(key: str, head: str) -> Mention:
    return Mention(key, "d", head, frozenset(), frozenset())


def test_chains_grow_by_likeness() -> None:
    mentions = [mention(key, head) for key, head in (("a", "fall"), ("b", "fall"), ("c", "fall"), ("d", "rise"))]
    alike = {"ab": 0.9, "ac": 0.1, "bc": 0.2}
    assert set(by_head(mentions)) == {frozenset("abc"), frozenset("d")}
    said = by_key(mentions, lambda one, other: alike["".join(sorted((one.key, other.key)))])
    assert set(said) == {frozenset("ab"), frozenset("c"), frozenset("d")}


@pytest.mark.parametrize("seed", range(5))
def test_the_best_pairing_is_the_best_of_all(seed: int) -> None:
    r = random.Random(seed)
    worth = np.array([[r.choice((0.0, r.random())) for _ in range(6)] for _ in range(4)])
    every = (sum(worth[n, m] for n, m in enumerate(columns)) for columns in itertools.permutations(range(6), 4))
    assert best_pairing(worth) == pytest.approx(max(every)) == pytest.approx(best_pairing(worth.T))
