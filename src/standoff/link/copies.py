"""Which pages print the same text, and which independent source each page counts as.

Pages that share sentences or runs of words are looked up through an index; what they share, counted exactly, decides. Each
page is put to the earlier page that holds most of it, never to a later one: a digest of three stories makes them no copies
of each other. The first of such a chain is what all of them copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from standoff import edtf
from standoff.link.credits import credited
from standoff.link.sketch import Hashes, Text, read_text, shared
from standoff.model import Annotation
from standoff.record.rows import Document

CONTAINED = 0.6
"""Share of the shorter page's sentences that the longer one must hold."""
WORDED = 0.5
"""Share of its runs of words, where its sentences were edited."""
FEWEST = 3
"""Sentences that two pages must share at least: one shared quotation is no copy."""
FEWEST_SHINGLES = 30
"""Runs of words that they must share where not so many sentences are left untouched."""
SAME_ADDRESS = 0.2
"""What versions of one address must share: a page that is rewritten as its story grows, not a front page of another day."""
LOOKED_UP = 2
HINT = 0.15
"""Hashes of the index that two pages must share to be compared: so many, and this share of the shorter page's shingles among
those that both look up."""
COMMON = 300
"""A sentence or run of words that stands in more texts than that is furniture and finds nothing."""

Places = npt.NDArray[np.int64]
Copy = tuple[str, str | None, str]
"""The source that a document counts as, the document it copies, and why."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages of which one copies the other: what they share, and the reason in words."""

    one: str
    other: str
    share: float
    reason: str


def find_copies(documents: Sequence[Document], pages: Mapping[str, Annotation]) -> dict[str, Copy]:
    """For each document: the source it counts as, the document it copies, and why."""
    in_order = sorted(documents, key=order)
    texts = [read_text(d.key, pages[d.key]) for d in in_order]
    addresses = {d.key: address for d in in_order if (address := address_of(d, pages[d.key]))}
    by_later: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(texts, addresses):
        by_later[pair.other].append(pair)
    rank = {d.key: n for n, d in enumerate(in_order)}
    root: dict[str, str] = {}
    why: dict[str, tuple[str, str]] = {}
    for key in rank:
        best = min(by_later[key], key=lambda p: (-p.share, rank[p.one]), default=None)
        root[key] = root[best.one] if best else key
        if best:
            why[key] = best.one, best.reason
    return _sources(in_order, pages, root, why)


def order(document: Document) -> tuple[object, ...]:
    """Documents by the day they were published; of one day, by id."""
    return edtf.sort_key(document.published), document.id, document.key


def address_of(document: Document, page: Annotation) -> str | None:
    """The address that a page calls its own, else the one it was read from; without its scheme, query and final slash."""
    address = page.meta.canonical or document.url
    return (
        address.partition("://")[2].partition("#")[0].partition("?")[0].rstrip("/").lower() or None if address else None
    )


def _sources(
    in_order: Sequence[Document],
    pages: Mapping[str, Annotation],
    root: Mapping[str, str],
    why: Mapping[str, tuple[str, str]],
) -> dict[str, Copy]:
    """The source of each group: the agency that one of its pages credits, else the publisher of the first, else itself."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in in_order:
        groups[root[document.key]].append(document)
    ids = {d.key: d.id for d in in_order}
    found: dict[str, Copy] = {}
    for first, members in groups.items():
        agency = next((name for d in members if (name := credited(pages[d.key]))), None)
        publisher = members[0].publisher
        source = agency or publisher or first
        alone = f"credits {agency}" if agency else f"published by {publisher}" if publisher else "a source of its own"
        for document in members:
            if document.key in why:
                parent, reason = why[document.key]
                found[document.key] = source, first, f"{reason} {ids[parent]}"
            else:
                found[document.key] = source, None, alone
    return found


def pairs(texts: Sequence[Text], addresses: Mapping[str, str] | None = None) -> list[Pair]:
    """Pairs of pages of which one copies the other, with the reason; of each pair the page that stands first comes first."""
    found = []
    for i, j in sorted({*_candidates(texts), *_same_addresses(texts, addresses or {})}):
        one, other = texts[i], texts[j]
        if pair := compare(
            one, other, same_address=(addresses or {}).get(one.key, "") == (addresses or {}).get(other.key)
        ):
            found.append(pair)
    return found


def compare(one: Text, other: Text, *, same_address: bool = False) -> Pair | None:
    """What two pages share, where that makes one a copy of the other."""
    runs, shorter = shared(one.shingles, other.shingles), min(len(one.shingles), len(other.shingles))
    both = len({*one.sentences}.intersection(other.sentences))
    fewer = min(len(one.sentences), len(other.sentences))
    share = max(runs / max(shorter, 1), both / max(fewer, 1))
    if runs and runs == len(one.shingles) == len(other.shingles):
        return Pair(one.key, other.key, 1.0, "the same text as")
    if both >= FEWEST and both >= CONTAINED * fewer:
        return Pair(one.key, other.key, share, f"shares {both} of {fewer} sentences with")
    if runs >= FEWEST_SHINGLES and runs >= WORDED * shorter:
        return Pair(one.key, other.key, share, f"{runs / shorter:.0%} of the wording is that of")
    if same_address and runs >= SAME_ADDRESS * shorter:
        return Pair(one.key, other.key, share, f"the same address, and {runs / shorter:.0%} of the wording, as")
    return None


def _candidates(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Pairs of places in the list that share enough hashes of the index; equal texts stand in it once."""
    first: dict[bytes, int] = {}
    for n, text in enumerate(texts):
        if len(text.shingles):
            same = first.setdefault(text.shingles.tobytes(), n)
            if same != n:
                yield same, n
    alone = sorted(first.values())
    hashes = [texts[n].looked_up for n in alone]
    where = np.repeat(np.array(alone, np.int64), [len(h) for h in hashes])
    one, other, times = _meeting(np.concatenate([*hashes, np.array([], np.uint64)]), where, len(texts))
    length = np.array([len(text.shingles) for text in texts])
    step = np.array([text.step for text in texts])
    shorter, both = np.minimum(length[one], length[other]), np.maximum(step[one], step[other])
    enough = times >= np.maximum(LOOKED_UP, HINT * shorter / both)
    yield from zip(one[enough].tolist(), other[enough].tolist(), strict=True)


def _meeting(hashes: Hashes, where: Places, count: int) -> tuple[Places, Places, Places]:
    """Pairs of places that share hashes, and how many."""
    by_hash = np.lexsort((where, hashes))
    hashes, where = hashes[by_hash], where[by_hash]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.array([], np.int64)
    sizes = np.diff(np.r_[starts, len(hashes)])
    met = [np.array([], np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= COMMON)]):
        i, j = np.triu_indices(size, 1)
        places = where[starts[sizes == size][:, None] + np.arange(size)]
        met.append((places[:, i] * count + places[:, j]).ravel())
    codes, times = np.unique(np.concatenate(met), return_counts=True)
    return codes // count, codes % count, times


def _same_addresses(texts: Sequence[Text], addresses: Mapping[str, str]) -> Iterable[tuple[int, int]]:
    by_address: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        if text.key in addresses:
            by_address[addresses[text.key]].append(n)
    return [(i, j) for places in by_address.values() for i, j in pairwise(places)]
