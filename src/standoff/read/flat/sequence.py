"""The segmenter of flattened pages: which kind each line most likely is, seen with its neighbours and its page.

A small network of dilated convolutions over `read.features`, then the best path through the kinds (Viterbi). It was
fitted by `training/segmenter.py`. All its numbers are integers small enough that float32 adds them exactly in any
order: the same page gives the same kinds on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import numpy.typing as npt

from standoff.model import PartKind
from standoff.read.flat.page_features import page_rows

if TYPE_CHECKING:
    from standoff.read.flat.lines import Line

KINDS: tuple[PartKind, ...] = get_args(PartKind)
WEIGHTS = Path(__file__).parent / "data" / "segmenter.npz"
EXACT = 2**24  # float32 holds every integer up to here
_BLOCK = 4096  # lines at a time: memory stays small on a page of hundred thousands
_MOST = 255
_BITS = 1 << np.arange(len(KINDS))
_PASSES = 3

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution: `2 * reach + 1` taps, so many lines apart, then a shift to the range of a byte."""

    weights: Floats  # of all taps below each other: one product of matrices does for all
    pooled: Floats  # of the page as a whole
    bias: Floats
    scale: Floats  # powers of two
    dilation: int
    reach: int
    pad: Floats | np.float32  # what stands for lines before the first and after the last

    def __call__(self, rows: Floats | Bytes, pooled: Floats | None = None) -> Floats:
        """The layer's answer to every line: whole numbers up to 255."""
        n, width = rows.shape
        edge = self.reach * self.dilation
        padded = np.empty((n + 2 * edge, width), dtype=rows.dtype)
        padded[:edge] = padded[edge + n :] = self.pad
        padded[edge : edge + n] = rows
        out = np.empty((n, len(self.bias)), dtype=np.float32)
        firsts = range(0, 2 * edge + 1, self.dilation)
        for begin in range(0, n, _BLOCK):
            end = min(n, begin + _BLOCK)
            taps = np.concatenate([padded[begin + first : end + first] for first in firsts], axis=1)
            np.matmul(taps.astype(np.float32, copy=False), self.weights, out=out[begin:end])
        out += self.bias if pooled is None else self.bias + pooled @ self.pooled
        out *= self.scale
        np.floor(out, out=out)
        np.maximum(out, 0, out=out)  # quicker than to clip
        return np.minimum(out, _MOST, out=out)


@dataclass(frozen=True, slots=True)
class Segmenter:
    """The network and the costs of going from kind to kind."""

    layers: tuple[Layer, ...]
    weights: Floats
    bias: Floats
    moves: Ints
    entering: Ints  # for the kinds that the line before can be, as bits, the most by which a step to another kind wins
    leaving: Ints  # the same of the step to the line after

    def scores(self, rows: Bytes) -> Ints:
        """For each line how much speaks for each kind; only differences within a line mean something."""
        answers: list[Floats] = []
        for layer in self.layers:
            pooled = _pooled(answers[-1]) if len(answers) == 2 else None
            answers.append(layer(answers[-1] if answers else rows, pooled))
        total = self.bias + np.concatenate(answers, axis=1) @ self.weights
        return total.astype(np.int64)

    def path(self, scores: Ints) -> list[int]:
        """The kinds of greatest total score, each line's own and each step's."""
        best = scores.argmax(axis=1)
        doubtful, possible = self._doubtful(scores, best)
        found: list[int] = best.tolist()
        moves, own = self.moves.tolist(), scores[doubtful].tolist()
        begin = 0
        while begin < len(doubtful):
            end = begin + 1
            while end < len(doubtful) and doubtful[end] == doubtful[end - 1] + 1:
                end += 1
            first, last = doubtful[begin], doubtful[end - 1] + 1
            before = found[first - 1] if first else None
            after = found[last] if last < len(found) else None
            found[first:last] = _between(own[begin:end], possible[begin:end], moves, before, after)
            begin = end
        return found

    def _doubtful(self, scores: Ints, best: Ints) -> tuple[list[int], list[list[bool]]]:
        """The lines of which several kinds can lie on the best path, and which: no steps make up for what the others lack."""
        lack = scores - np.maximum.reduce(scores, axis=1)[:, None]
        around = np.zeros(len(scores) + 2, dtype=np.int64)  # the kinds that each line's neighbours can be, as bits
        kept = lack + (self.entering[-1] + self.leaving[-1])[best] >= 0  # whatever the neighbours are
        kept[0] = kept[-1] = True
        around[1:-1] = np.packbits(kept, bitorder="little")  # a byte for each line: the kinds are eight
        doubtful = (around & (around - 1)).nonzero()[0]  # more than one bit
        best, lack = best[doubtful - 1], lack[doubtful - 1]
        for _ in range(_PASSES - 1):
            kept = lack + self.entering[around[doubtful - 1], best] + self.leaving[around[doubtful + 1], best] >= 0
            around[doubtful] = np.packbits(kept, bitorder="little")
        left = around[doubtful]
        several = left & (left - 1) > 0
        return (doubtful[several] - 1).tolist(), kept[several].tolist()


def _between(
    scores: list[list[int]], kept: list[list[bool]], moves: list[list[int]], before: int | None, after: int | None
) -> list[int]:
    """The best path through lines whose neighbours on both sides are settled (Viterbi)."""
    if len(scores) == 1 and before is not None and after is not None:
        row, ways = scores[0], moves[before]
        return [max([k for k, keep in enumerate(kept[0]) if keep], key=lambda k: row[k] + ways[k] + moves[k][after])]
    totals = {before: 0} if before is not None else {}
    back: list[dict[int, int]] = []
    for row, possible in zip(scores, kept, strict=True):
        ahead: dict[int, int] = {}
        came: dict[int, int] = {}
        steps = [(earlier, value, moves[earlier]) for earlier, value in totals.items()]
        for kind, keep in enumerate(possible):
            if not keep:
                continue
            best, total = kind, 0
            if steps:
                best, value, ways = steps[0]
                total = value + ways[kind]
                for earlier, value, ways in steps[1:]:
                    step = value + ways[kind]
                    if step > total:
                        best, total = earlier, step
            ahead[kind], came[kind] = total + row[kind], best
        totals = ahead
        back.append(came)
    if after is not None:
        totals = {kind: total + moves[kind][after] for kind, total in totals.items()}
    kind = max(totals, key=lambda k: (totals[k], -k))
    found = [kind]
    for came in reversed(back[1:]):
        kind = came[kind]
        found.append(kind)
    return found[::-1]


def _pooled(rows: Floats) -> Floats:
    """The page as a whole: mean and greatest answer of each channel."""
    mean = rows.sum(axis=0, dtype=np.float64) // len(rows)
    return np.concatenate([mean, rows.max(axis=0)]).astype(np.float32)


def read_segmenter(data: Mapping[str, npt.NDArray[Any]]) -> Segmenter:
    """A segmenter from its arrays."""
    layers = []
    for n, dilation in enumerate(data["dilations"]):
        weights, taps = data[f"weights{n}"].astype(np.float32), 2 * int(data["reach"]) + 1
        width = data["weights0"].shape[0] // taps if n == 0 else weights.shape[1]
        layers.append(
            Layer(
                weights=weights[: taps * width],
                pooled=weights[taps * width :],
                bias=data[f"bias{n}"].astype(np.float32),
                scale=np.exp2(-data[f"shift{n}"].astype(np.float32)),
                dilation=int(dilation),
                reach=int(data["reach"]),
                pad=data["pad"].astype(np.float32) if n == 0 else np.float32(0),
            )
        )
    last, bias = data["weights"].astype(np.float32), data["bias"].astype(np.float32)
    moves = data["moves"].astype(np.int64)
    return Segmenter(tuple(layers), last, bias, moves, _wins(moves), _wins(moves.T))


def _wins(moves: Ints) -> Ints:
    """By how much a step to one kind can win over that to another, from the kinds of each set: [set, other, one]."""
    sets = np.arange(1 << len(moves))[:, None] & _BITS > 0
    wins = moves[:, None, :] - moves[:, :, None]
    found: Ints = np.where(sets[:, :, None, None], wins[None], np.iinfo(np.int32).min).max(axis=1)
    found[0] = 0  # no line there
    return found


@cache
def segmenter() -> Segmenter:
    """The shipped segmenter."""
    with np.load(WEIGHTS, allow_pickle=False) as data:
        return read_segmenter({name: data[name] for name in data.files})


def kinds_of(lines: "Sequence[Line]", model: Segmenter | None = None) -> tuple[list[PartKind], Ints]:
    """The kind of each line, and the scores by which it was found."""
    if not lines:
        return [], np.zeros((0, len(KINDS)), dtype=np.int64)
    model = model or segmenter()
    scores = model.scores(page_rows(lines))
    return [KINDS[n] for n in model.path(scores)], scores
