"""The small model's word vectors by fewer steps: the same weights, the same vectors up to rounding.

A word's own vector hangs on the word alone, so that of a word seen before is looked up. The layers that look at its
neighbours run over pieces that stay in the processor's cache, and keep nothing for training.
"""

import re
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

if TYPE_CHECKING:
    from spacy.language import Language

Floats = npt.NDArray[np.float32]

# The name that thinc gives the layers of the small models without static vectors.
_BUILT = re.compile(
    r"extract_features>>list2ragged>>with_array\((?:ints-getitem>>hashembed\|?)+\)"
    r">>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    r">>with_array\((?:(?:>>)?residual\(expand_window>>maxout>>layernorm>>dropout\))+\)"
)
_KEPT = 70_000  # words: more than a batch of paragraphs can have; some 27 MB
_ROWS = 512  # tokens that run through a layer at once
_EVEN = 64  # new words are worked out by so many: for fewer than five the processor rounds otherwise
_TINY = np.float32(1e-8)  # what the model adds to a variance


def quicken(nlp: "Language") -> None:
    """Has the pipeline's word vectors made by fewer steps; a model that is built otherwise stays as it is."""
    if "tok2vec" not in nlp.pipe_names:
        return
    from thinc.api import Model

    component: Any = nlp.get_pipe("tok2vec")
    model = component.model
    windows = [node.attrs["window_size"] for node in model.walk() if node.name == "expand_window"]
    if _BUILT.fullmatch(model.name) and set(windows) == {1}:
        component.model = Model("vectors", _Vectors(model), dims={"nO": model.get_dim("nO")}, ops=model.ops)


class _Vectors:
    """The forward pass of a model: documents -> for each the vectors of its words."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        self._words = _Words(embed)
        self._layers = [_Layer.of(node) for node in encode.layers[0].layers]
        self._apart = encode.attrs["pad"]

    def __call__(self, _: Any, docs: list[Any], is_train: bool) -> tuple[list[Floats], None]:
        index = _places([len(doc) for doc in docs], self._apart)
        vectors = self._words.vectors(docs, index)
        windows = np.empty((_ROWS, 3 * vectors.shape[1]), dtype=np.float32)
        pieces = np.empty((_ROWS, self._layers[0].bias.size), dtype=np.float32)
        for layer in self._layers:
            vectors = layer.run(vectors, windows, pieces)
        return [vectors[start:stop] for start, stop in index], None


def _places(lengths: list[int], apart: int) -> list[tuple[int, int]]:
    """Where documents stand in one table, so many rows apart, with such rows and one more at both ends."""
    found: list[tuple[int, int]] = []
    at = apart + 1
    for length in lengths:
        found.append((at, at + length))
        at += length + apart
    return found


class _Layer(NamedTuple):
    """A layer over a word and its neighbours: the greatest of several pieces, which stand one behind the other, normed."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    share: Floats

    @classmethod
    def of(cls, residual: Any) -> "_Layer":
        """The layer of a model's node."""
        nodes = {node.name: node for node in residual.walk()}
        maxout, norm = nodes["maxout"], nodes["layernorm"]
        width = maxout.get_dim("nO")
        weights = maxout.get_param("W").transpose(2, 1, 0).reshape(maxout.get_dim("nI"), -1)
        return cls(
            weights=np.ascontiguousarray(weights),
            bias=maxout.get_param("b").T.reshape(-1),
            scale=norm.get_param("G"),
            shift=norm.get_param("b"),
            share=np.full(width, 1 / width, dtype=np.float32),
        )

    def run(self, vectors: Floats, windows: Floats, pieces: Floats) -> Floats:
        """The vectors with what the layer adds to them, their first and last row empty; the others are room to work in."""
        count, width = len(vectors) - 2, vectors.shape[1]
        out = np.empty_like(vectors)
        out[0] = out[-1] = 0
        around = as_strided(vectors, (count, 3 * width), vectors.strides, writeable=False)
        for start in range(0, count, _ROWS):
            rows = min(_ROWS, count - start)
            windows[:rows] = around[start : start + rows]
            found = out[start + 1 : start + 1 + rows]
            self._norm(np.matmul(windows[:rows], self.weights, out=pieces[:rows]), found)
            found += vectors[start + 1 : start + 1 + rows]
        return out

    def _norm(self, pieces: Floats, best: Floats) -> None:
        """Puts the greatest of the pieces, normed, into `best`."""
        width = best.shape[1]
        pieces += self.bias
        best[:] = pieces[:, :width]
        for start in range(width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= (best @ self.share)[:, None]
        spread = np.vecdot(best, best)
        spread *= self.share[0]
        spread += _TINY
        best /= np.sqrt(spread)[:, None]
        best *= self.scale
        best += self.shift


class _Words:
    """The vectors of words by themselves, those seen before kept; the first row stands for no word."""

    def __init__(self, embed: Any) -> None:
        extract, _, tables, mix, _ = embed.layers
        self.columns = list(extract.attrs["columns"])
        self._tables, self._mix = tables.layers[0], mix.layers[0]
        odd = np.random.default_rng(1).integers(1 << 62, size=len(self.columns), dtype=np.uint64) * 2 + 1
        self._odd = odd  # one a column, to make one key of a word's features
        self._kept = np.zeros((_KEPT, mix.get_dim("nO")), dtype=np.float32)
        self._rows: dict[int, int] = {}
        self._lock = Lock()

    def vectors(self, docs: list[Any], places: list[tuple[int, int]]) -> Floats:
        """The vectors of all words at the places of their documents, empty rows between."""
        features = np.concatenate([doc.to_array(self.columns) for doc in docs])
        keys = (features @ self._odd).tolist()
        index = np.zeros(places[-1][1] + places[0][0], dtype=np.intp)
        with self._lock:
            rows = self._found(keys, features)
            done = 0
            for start, stop in places:
                index[start:stop] = rows[done : (done := done + stop - start)]
            return self._kept[index]

    def _found(self, keys: list[int], features: npt.NDArray[np.uint64]) -> list[int]:
        """Each word's row among those kept; new ones are worked out."""
        get = self._rows.get
        rows = [get(key, 0) for key in keys]
        if 0 not in rows:
            return rows
        new = {key: n for n, (key, row) in enumerate(zip(keys, rows, strict=True)) if not row}
        if len(self._rows) + len(new) >= _KEPT:
            self._rows.clear()
            new = {key: n for n, key in enumerate(keys)}
        first = len(self._rows) + 1
        self._kept[first : first + len(new)] = self._new(features[list(new.values())])
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return [self._rows[key] for key in keys]

    def _new(self, features: npt.NDArray[np.uint64]) -> Floats:
        """The vectors of words by the model's own layers, whatever company a word is in."""
        out: list[Floats] = []
        for start in range(0, len(features), _ROWS):
            some = features[start : start + _ROWS]
            even = np.concatenate([some, np.zeros((-len(some) % _EVEN, some.shape[1]), dtype=some.dtype)])
            out.append(self._mix.predict(self._tables.predict(even))[: len(some)])
        return np.concatenate(out)
