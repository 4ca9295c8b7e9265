"""Fits the segmenter of flattened pages and writes `src/standoff/read/flat/data/segmenter.npz`.

    python -m training.segmenter             fit, write, and say how it does on the held-out third
    python -m training.segmenter --folds 5   cross-validation inside the rest, nothing is written

What it is fitted to stands in `training/README.md`. The same pages and seed give the same file.
"""

import argparse
import itertools
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from standoff.read.flat.page import Flat
from standoff.read.flat.sequence import EXACT, KINDS, WEIGHTS, Segmenter, read_segmenter
from training import pages
from training.network import DILATIONS, REACH, TAPS, Floats, Network, Settings, fit, pack
from training.pages import Gold, Seen
from training.score import figures, rule_kinds

GOLD = Path(__file__).parents[2] / "shared" / "eval" / "pages" / "flat_dev.jsonl.gz"
SEED = 20130706
MIXTURES = 1.0  # for each page of the gold
OWN = 1.2
MOVES = 0.6  # how much of the logarithm of a step's odds counts: neighbours are seen by the network already
_UNIT = 256  # of a score: one nat
STORY = -0.3  # nats: long lines count more in fitting, so that too much is called story
_TOP = 0.999  # share of a channel's answers that fit into a byte


def material(gold: Sequence[Gold], seed: int) -> list[Seen]:
    """All that is fitted to: the gold pages, mixtures of them, pages of our own."""
    rng = np.random.default_rng(seed)
    seen = [pages.see("\n".join(text for text, _ in page.lines), page.lines, page.url) for page in gold]
    seen += pages.mixtures(gold, int(MIXTURES * len(gold)), rng)
    return [*seen, *pages.own_pages(int(OWN * len(gold)), rng)]


def fitted(gold: Sequence[Gold], seed: int, settings: Settings) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """The arrays of a segmenter fitted to pages."""
    seen = material(gold, seed)
    examples = [pages.example(one) for one in seen]
    mean, spread = pages.standard(examples)
    network = fit(examples, mean, spread, seed, settings)
    inputs = [((e.rows - mean) / spread).astype(np.float32) for e in examples]
    return exported(network, mean, spread, inputs) | {"moves": moves(seen)}


def moves(seen: Sequence[Seen]) -> np.ndarray:  # type: ignore[type-arg]
    """What a step from kind to kind is worth, from how often pages make it."""
    counts = np.full((len(KINDS), len(KINDS)), 2.0)
    for page in seen:
        known = [KINDS.index("furniture" if kind == pages.OTHER else kind) for kind in page.kinds]  # type: ignore[arg-type]
        for before, after in itertools.pairwise(known):
            counts[before, after] += 1
    odds = np.log(counts / counts.sum(axis=1, keepdims=True)) - np.log(counts.sum(axis=0) / counts.sum())
    return np.round(MOVES * _UNIT * odds).astype(np.int32)


def exported(network: Network, mean: Floats, spread: Floats, inputs: Sequence[Floats]) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """A network in whole numbers that float32 adds exactly."""
    tops = _tops(network, inputs)
    arrays: dict[str, np.ndarray] = {  # type: ignore[type-arg]
        "dilations": np.array(DILATIONS, dtype=np.int32),
        "reach": np.array(REACH, dtype=np.int32),
        "pad": np.round(mean).astype(np.uint8),
    }
    for n in range(len(DILATIONS)):
        weights, bias = network.values[f"w{n}"], network.values[f"b{n}"]
        if n == 0:
            weights = weights * np.tile(1 / spread, TAPS)[:, None]
            bias = bias - np.tile(mean, TAPS) @ weights
        else:
            taken = np.tile(tops[n - 1] / 255, TAPS)
            if n == 2:
                taken = np.concatenate([taken, tops[1] / 255, tops[1] / 255])
            weights = weights * taken[:, None]
        weights, bias = weights * (255 / tops[n]), bias * (255 / tops[n])
        reach = np.abs(weights).sum(axis=0) * 255 + np.abs(bias) + 1
        shift = np.floor(np.log2((EXACT - 1e5) / reach)).astype(np.int32)
        shift = np.minimum(shift, np.floor(np.log2(32000 / np.abs(weights).max(axis=0))).astype(np.int32))
        arrays[f"weights{n}"] = np.round(weights * np.exp2(shift)).astype(np.int16)
        arrays[f"bias{n}"] = np.round((bias + 0.5) * np.exp2(shift)).astype(np.int32)
        arrays[f"shift{n}"] = shift
    last = network.values["w"] * (np.concatenate(tops) / 255)[:, None]
    arrays["weights"] = np.round(last * _UNIT).astype(np.int16)
    arrays["bias"] = np.round(_UNIT * network.values["b"]).astype(np.int32)
    arrays["bias"][KINDS.index("story")] += round(STORY * _UNIT)
    return arrays


def _tops(network: Network, inputs: Sequence[Floats]) -> list[Floats]:
    """Of each layer, how large the answers of each channel get."""
    found: list[list[Floats]] = [[] for _ in DILATIONS]
    for rows in inputs[:120]:
        for held, answer in zip(found, network.forward(pack([rows])).answers, strict=True):
            held.append(answer)
    return [np.maximum(np.quantile(np.concatenate(held), _TOP, axis=0), 1e-3).astype(np.float32) for held in found]


def read(gold: Sequence[Gold], model: Segmenter) -> list[Flat]:
    """The pages taken apart."""
    return [Flat("\n".join(text for text, _ in page.lines), url=page.url, model=model) for page in gold]


def cross_validated(gold: Sequence[Gold], folds: int, seed: int, settings: Settings) -> list[Flat]:
    """Every page taken apart by a segmenter that was fitted to no page of its site."""
    sites = sorted({_site(page) for page in gold})
    order = [sites[int(n)] for n in np.random.default_rng(SEED).permutation(len(sites))]
    found: list[Flat | None] = [None] * len(gold)
    for fold in range(folds):
        left_out = set(order[fold::folds])
        out = [n for n, page in enumerate(gold) if _site(page) in left_out]
        arrays = fitted([page for n, page in enumerate(gold) if n not in out], seed + fold, settings)
        for n, flat in zip(out, read([gold[n] for n in out], read_segmenter(arrays)), strict=True):
            found[n] = flat
    return [flat for flat in found if flat is not None]


def _site(page: Gold) -> str:
    """The last parts of the host's name that tell one site from another."""
    parts = (urlsplit(page.url or "").hostname or page.id).split(".")
    return ".".join(parts[-3 if len(parts[-1]) == 2 and parts[-2:-1] in (["co"], ["com"]) else -2 :])


def main() -> None:
    """Fits and tells."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate inside the rest; nothing is written")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=SEED, help="of the mixtures and of the weights at the start")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    if not GOLD.is_file():
        raise SystemExit("error: the labelled pages are not here\nhint: put ../shared/eval beside the project's folder")
    settings = Settings(epochs=args.epochs)
    rest = pages.load(GOLD, held_out=False)
    if args.folds:
        flats = cross_validated(rest, args.folds, args.seed, settings)
        _tell(
            {
                "pages": "rest, cross-validated",
                "model": figures(rest, [f.lines for f in flats]),
                "rules": figures(rest, rule_kinds(rest)),
            }
        )
        return
    arrays = fitted(rest, args.seed, settings)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, **arrays)
    held = pages.load(GOLD, held_out=True)
    flats = read(held, read_segmenter(arrays))
    _tell(
        {"pages": "third 0", "model": figures(held, [f.lines for f in flats]), "rules": figures(held, rule_kinds(held))}
    )


def _tell(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row, indent=1) + "\n")


if __name__ == "__main__":
    main()
