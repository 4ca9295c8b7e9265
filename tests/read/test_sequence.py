"""The segmenter: exact arithmetic, the best path, and the promise that a page's kinds do not hang on how it is cut up."""

import itertools

import numpy as np
import pytest

from standoff.read.flat import sequence
from standoff.read.flat.lines import split_lines
from standoff.read.flat.page_features import page_rows
from standoff.read.flat.sequence import EXACT, KINDS, kinds_of, segmenter

PARAGRAPH = "The ferry stayed in port on Monday, and its owners said that no date had been set for its return, which surprised nobody."
PAGE = "Home\nSport\nWeather\nFerry stays in port\nBy Jane Roe\n" + "\n".join(
    [PARAGRAPH + f" {n} crews wait." for n in range(9)]
)


def test_sums_are_exact_in_float32() -> None:
    model = segmenter()
    for layer in model.layers:
        taps = np.abs(layer.weights).sum(axis=0, dtype=np.int64).reshape(-1, len(layer.bias)).sum(axis=0)
        pooled = np.abs(layer.pooled).sum(axis=0, dtype=np.int64)
        assert (255 * (taps + pooled) + np.abs(layer.bias)).max() < EXACT
        assert np.array_equal(layer.weights, np.round(layer.weights))
        assert np.array_equal(layer.bias, np.round(layer.bias))
    most = 255 * np.abs(model.weights.astype(np.int64)).sum(axis=0) + np.abs(model.bias.astype(np.int64))
    assert most.max() < EXACT


def test_weights_are_small() -> None:
    assert sequence.WEIGHTS.stat().st_size < 2_000_000


def test_the_path_is_the_best_of_all() -> None:
    rng = np.random.default_rng(1)
    model = segmenter()
    for _ in range(20):
        scores = rng.integers(-1500, 1500, size=(4, len(KINDS)))
        ways = itertools.product(range(len(KINDS)), repeat=4)
        totals = {way: _total(model.moves, scores, way) for way in ways}
        assert _total(model.moves, scores, tuple(model.path(scores))) == max(totals.values())


def _total(moves: sequence.Ints, scores: sequence.Ints, way: tuple[int, ...]) -> int:
    steps = sum(int(moves[a, b]) for a, b in itertools.pairwise(way))
    return steps + sum(int(scores[n, kind]) for n, kind in enumerate(way))


def test_blocks_of_lines_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = page_rows(split_lines(PAGE))
    whole = segmenter().scores(rows)
    monkeypatch.setattr(sequence, "_BLOCK", 5)
    assert np.array_equal(segmenter().scores(rows), whole)


def test_kinds_of_a_page() -> None:
    lines = split_lines(PAGE)
    kinds, scores = kinds_of(lines)
    assert kinds[-9:] == ["story"] * 9
    assert kinds[:3] == ["furniture"] * 3
    assert scores.shape == (len(lines), len(KINDS))


def test_nothing_has_no_kinds() -> None:
    assert kinds_of([])[0] == []
