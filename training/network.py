"""The segmenter's network while it is fitted: dilated convolutions over lines, by gradient descent in NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
DILATIONS = (1, 3, 9)
REACH = 2
TAPS = 2 * REACH + 1
KINDS = 8
_GAP = 20  # empty lines between the pages of a batch, more than the widest layer sees


@dataclass(frozen=True, slots=True)
class Example:
    """A page to fit to: its features, how far each kind is allowed for each line, and how much the line counts."""

    rows: npt.NDArray[np.uint8]
    allowed: Floats
    weight: Floats


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages below each other with empty lines between them."""

    rows: Floats
    mask: Floats
    page: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    sizes: Floats


def pack(pages: Sequence[Floats]) -> Batch:
    """Pages as one batch."""
    total = sum(len(rows) + _GAP for rows in pages)
    rows = np.zeros((total, pages[0].shape[1]), dtype=np.float32)
    mask = np.zeros((total, 1), dtype=np.float32)
    page = np.zeros(total, dtype=np.int64)
    starts = []
    at = 0
    for number, own in enumerate(pages):
        starts.append(at)
        rows[at : at + len(own)] = own
        mask[at : at + len(own)] = 1
        page[at : at + len(own) + _GAP] = number
        at += len(own) + _GAP
    return Batch(rows, mask, page, np.array(starts), np.array([len(own) for own in pages], dtype=np.float32))


class Network:
    """The parameters, and what Adam remembers of their gradients."""

    def __init__(self, width: int, hidden: int, rng: np.random.Generator) -> None:
        self.hidden = hidden
        self.values: dict[str, Floats] = {}
        fan = width
        for n in range(len(DILATIONS)):
            inputs = TAPS * fan + (2 * hidden if n == 2 else 0)
            self.values[f"w{n}"] = _start(inputs, hidden, rng)
            self.values[f"b{n}"] = np.zeros(hidden, dtype=np.float32)
            fan = hidden
        self.values["w"] = 0.3 * _start(len(DILATIONS) * hidden, KINDS, rng)
        self.values["b"] = np.zeros(KINDS, dtype=np.float32)
        self._first = {name: np.zeros_like(value) for name, value in self.values.items()}
        self._second = {name: np.zeros_like(value) for name, value in self.values.items()}
        self._steps = 0

    def forward(self, batch: Batch, rng: np.random.Generator | None = None, drop: float = 0.0) -> "Pass":
        """Scores of every line, with what the way back needs."""
        held = Pass()
        seen = batch.rows
        for n, dilation in enumerate(DILATIONS):
            gathered = _gather(seen, dilation)
            if n == 2:
                held.pooled = _pool(held.answers[1], batch)
                gathered = np.concatenate([gathered, held.pooled[batch.page]], axis=1)
            seen = np.maximum(gathered @ self.values[f"w{n}"] + self.values[f"b{n}"], 0) * batch.mask
            kept = np.ones_like(seen)
            if rng is not None and drop:
                kept = (rng.random(seen.shape, dtype=np.float32) > drop).astype(np.float32) / (1 - drop)
                seen = seen * kept
            held.inputs.append(gathered)
            held.answers.append(seen)
            held.kept.append(kept)
        held.joined = np.concatenate(held.answers, axis=1)
        held.scores = held.joined @ self.values["w"] + self.values["b"]
        return held

    def backward(self, change: Floats, held: "Pass", batch: Batch) -> dict[str, Floats]:
        """The gradients, from that of the scores."""
        hidden = self.hidden
        found = {"w": held.joined.T @ change, "b": change.sum(axis=0)}
        joined = change @ self.values["w"].T
        answers = [joined[:, n * hidden : (n + 1) * hidden].copy() for n in range(len(DILATIONS))]
        for n in range(len(DILATIONS) - 1, -1, -1):
            own = answers[n] * held.kept[n] * (held.answers[n] > 0)
            found[f"w{n}"] = held.inputs[n].T @ own
            found[f"b{n}"] = own.sum(axis=0)
            if n == 0:
                break
            inputs = own @ self.values[f"w{n}"].T
            if n == 2:
                answers[1] += _unpool(inputs[:, TAPS * hidden :], held, batch)
                inputs = inputs[:, : TAPS * hidden]
            answers[n - 1] += _scatter(inputs, DILATIONS[n], hidden)
        return found

    def step(self, gradients: dict[str, Floats], rate: float, decay: float) -> None:
        """One step of Adam, with weight decay."""
        self._steps += 1
        for name, gradient in gradients.items():
            self._first[name] = 0.9 * self._first[name] + 0.1 * gradient
            self._second[name] = 0.999 * self._second[name] + 0.001 * gradient * gradient
            mean = self._first[name] / (1 - 0.9**self._steps)
            spread = np.sqrt(self._second[name] / (1 - 0.999**self._steps))
            value = self.values[name] - rate * mean / (spread + 1e-8)
            if name.startswith("w"):
                value -= rate * decay * self.values[name]
            self.values[name] = value.astype(np.float32)


class Pass:
    """What one way through the network leaves behind."""

    def __init__(self) -> None:
        self.inputs: list[Floats] = []
        self.answers: list[Floats] = []
        self.kept: list[Floats] = []
        self.pooled: Floats = np.zeros((0, 0), dtype=np.float32)
        self.joined: Floats = np.zeros((0, 0), dtype=np.float32)
        self.scores: Floats = np.zeros((0, 0), dtype=np.float32)


def _start(inputs: int, outputs: int, rng: np.random.Generator) -> Floats:
    return (rng.standard_normal((inputs, outputs)) * np.sqrt(2 / inputs)).astype(np.float32)


def _gather(rows: Floats, dilation: int) -> Floats:
    n, width = rows.shape
    edge = REACH * dilation
    padded = np.zeros((n + 2 * edge, width), dtype=np.float32)
    padded[edge : edge + n] = rows
    return np.concatenate([padded[tap * dilation : tap * dilation + n] for tap in range(TAPS)], axis=1)


def _scatter(inputs: Floats, dilation: int, width: int) -> Floats:
    n = len(inputs)
    edge = REACH * dilation
    padded = np.zeros((n + 2 * edge, width), dtype=np.float32)
    for tap in range(TAPS):
        padded[tap * dilation : tap * dilation + n] += inputs[:, tap * width : (tap + 1) * width]
    return padded[edge : edge + n]


def _pool(answers: Floats, batch: Batch) -> Floats:
    masked = answers * batch.mask
    mean = np.add.reduceat(masked, batch.starts, axis=0) / batch.sizes[:, None]
    return np.concatenate([mean, np.maximum.reduceat(masked, batch.starts, axis=0)], axis=1)


def _unpool(inputs: Floats, held: Pass, batch: Batch) -> Floats:
    hidden = inputs.shape[1] // 2
    pages = np.add.reduceat(inputs, batch.starts, axis=0)
    greatest = (held.answers[1] == held.pooled[batch.page, hidden:]) & (held.answers[1] > 0)
    mean = (pages[:, :hidden] / batch.sizes[:, None])[batch.page] * batch.mask
    return (mean + greatest * pages[:, hidden:][batch.page]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Settings:
    """How long and how hard to fit."""

    epochs: int = 40
    rate: float = 4e-3
    decay: float = 0.01
    drop: float = 0.2
    noise: float = 0.05
    hidden: int = 32
    batch: int = 8


def fit(examples: Sequence[Example], mean: Floats, spread: Floats, seed: int, settings: Settings) -> Network:
    """A network fitted to pages; the same seed and pages give the same one."""
    rng = np.random.default_rng(seed)
    network = Network(examples[0].rows.shape[1], settings.hidden, rng)
    order = np.arange(len(examples))
    batches = -(-len(examples) // settings.batch)
    total, done = settings.epochs * batches, 0
    for _ in range(settings.epochs):
        rng.shuffle(order)
        for begin in range(0, len(order), settings.batch):
            chosen = [examples[n] for n in order[begin : begin + settings.batch]]
            batch = pack([((e.rows - mean) / spread).astype(np.float32) for e in chosen])
            noise = settings.noise * rng.standard_normal(batch.rows.shape, dtype=np.float32) * batch.mask
            batch = Batch(batch.rows + noise, batch.mask, batch.page, batch.starts, batch.sizes)
            held = network.forward(batch, rng, settings.drop)
            share = done / total
            rate = settings.rate * min(1.0, 10 * share) * 0.5 * (1 + np.cos(np.pi * share))
            network.step(network.backward(_change(held.scores, chosen), held, batch), float(rate), settings.decay)
            done += 1
    return network


def _change(scores: Floats, chosen: Sequence[Example]) -> Floats:
    """The gradient of the loss: minus the logarithm of what the allowed kinds get together."""
    shares = softmax(scores)
    change = np.zeros_like(shares)
    at = 0
    for example in chosen:
        own = shares[at : at + len(example.rows)]
        good = own * example.allowed
        change[at : at + len(own)] = (
            (own - good / (good.sum(axis=1, keepdims=True) + 1e-9)) * example.weight[:, None] / len(chosen)
        )
        at += len(own) + _GAP
    return change


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one, line by line."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)
