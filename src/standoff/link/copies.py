"""Which pages print the same text, and which independent source each page counts as.

Pages that share sentences or runs of words are looked up through an index; what they share, counted exactly, decides. Each
page is put to the earlier page that holds most of it, never to a later one: a digest of three stories makes them no copies
of each other. The first of such a chain is what all of them copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
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

PAGES = 1_000
"""So many pages are held against all later ones at a time."""

SAME_TEXT = "the same text as"
Places = npt.NDArray[np.int64]
Copy = tuple[str, str | None, str]
"""The source that a document counts as, the document it copies, and why."""


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two pages of which one copies the other: what they share, and the reason in words."""

    one: str
    other: str
    share: float
    reason: str
    by_text: bool = True
    """Found by what they print; else compared as versions of one address."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a page beside its text."""

    key: str
    id: str
    published: str | None
    publisher: str | None
    credit: str | None
    """The agency that it credits."""
    address: str | None
    text: bytes
    """A name for its text, empty where it has none."""


def find_copies(documents: Sequence[Document], pages: Mapping[str, Annotation]) -> dict[str, Copy]:
    """For each document: the source it counts as, the document it copies, and why."""
    texts = {d.key: read_text(d.key, pages[d.key]) for d in documents}
    listed = sorted((list_page(d, pages[d.key], texts[d.key]) for d in documents), key=order)
    return copies_of(listed, pairs([texts[page.key] for page in listed], [page.address for page in listed]))


def list_page(document: Document, page: Annotation, text: Text) -> Listed:
    """What is asked of a page beside its text."""
    return Listed(
        key=document.key,
        id=document.id,
        published=document.published,
        publisher=document.publisher,
        credit=credited(page),
        address=address_of(document, page),
        text=text.name,
    )


def order(page: Listed) -> tuple[object, ...]:
    """Pages by the day they were published; of one day, by id."""
    return edtf.sort_key(page.published), page.id, page.key


def address_of(document: Document, page: Annotation) -> str | None:
    """The address that a page calls its own, else the one it was read from; without its scheme, query and final slash."""
    address = page.meta.canonical or document.url or ""
    return address.partition("://")[2].partition("#")[0].partition("?")[0].rstrip("/").lower() or None


def copies_of(in_order: Sequence[Listed], found: Iterable[Pair]) -> dict[str, Copy]:
    """Of pages in their order, and all pairs of them, the source that each counts as, the page it copies, and why."""
    rank = {page.key: n for n, page in enumerate(in_order)}
    earlier: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        one, other = sorted((pair.one, pair.other), key=lambda key: rank[key])
        earlier[other].append(msgspec.structs.replace(pair, one=one, other=other))
    first: dict[bytes, str] = {}
    root: dict[str, str] = {}
    why: dict[str, str] = {}
    for page in in_order:
        options = earlier[page.key]
        if page.text and (same := first.setdefault(page.text, page.key)) != page.key:
            options.append(Pair(one=same, other=page.key, share=1.0, reason=SAME_TEXT))
        best = min(options, key=lambda p: (-p.share, rank[p.one], p.reason), default=None)
        root[page.key] = root[best.one] if best else page.key
        if best:
            why[page.key] = f"{best.reason} {in_order[rank[best.one]].id}"
    return _sources(in_order, root, why)


def _sources(in_order: Sequence[Listed], root: Mapping[str, str], why: Mapping[str, str]) -> dict[str, Copy]:
    """The source of each group: the agency that one of its pages credits, else the publisher of the first, else itself."""
    groups: dict[str, list[Listed]] = defaultdict(list)
    for page in in_order:
        groups[root[page.key]].append(page)
    found: dict[str, Copy] = {}
    for first, members in groups.items():
        agency = next((page.credit for page in members if page.credit), None)
        publisher = members[0].publisher
        source = agency or publisher or first
        alone = f"credits {agency}" if agency else f"published by {publisher}" if publisher else "a source of its own"
        for page in members:
            found[page.key] = (source, first, why[page.key]) if page.key in why else (source, None, alone)
    return found


def pairs(texts: Sequence[Text], addresses: Sequence[str | None]) -> list[Pair]:
    """Pairs of pages, given in their order, of which one copies the other, with the reason."""
    found = []
    by_text = set(_candidates(texts))
    for i, j in sorted({*by_text, *same_addresses(addresses)}):
        same_address = addresses[i] is not None and addresses[i] == addresses[j]
        if pair := compare(texts[i], texts[j], same_address=same_address):
            found.append(pair if (i, j) in by_text else msgspec.structs.replace(pair, by_text=False))
    return found


def compare(one: Text, other: Text, *, same_address: bool = False) -> Pair | None:
    """What two pages share, where that makes one a copy of the other."""
    runs, shorter = shared(one.shingles, other.shingles), min(len(one.shingles), len(other.shingles))
    both = len({*one.sentences}.intersection(other.sentences))
    fewer = min(len(one.sentences), len(other.sentences))
    share = max(runs / max(shorter, 1), both / max(fewer, 1))
    if runs and runs == len(one.shingles) == len(other.shingles):
        return Pair(one=one.key, other=other.key, share=1.0, reason=SAME_TEXT)
    if both >= FEWEST and both >= CONTAINED * fewer:
        return Pair(one=one.key, other=other.key, share=share, reason=f"shares {both} of {fewer} sentences with")
    if runs >= FEWEST_SHINGLES and runs >= WORDED * shorter:
        return Pair(one=one.key, other=other.key, share=share, reason=f"{runs / shorter:.0%} of the wording is that of")
    if same_address and runs >= SAME_ADDRESS * shorter:
        return Pair(
            one=one.key,
            other=other.key,
            share=share,
            reason=f"the same address, and {runs / shorter:.0%} of the wording, as",
        )
    return None


def _candidates(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Pairs of places in the list that share enough hashes of the index."""
    hashes = [text.looked_up for text in texts]
    where = np.repeat(np.arange(len(texts)), [len(h) for h in hashes])
    length = np.array([len(text.shingles) for text in texts])
    step = np.array([text.step for text in texts])
    for one, other, times in _meetings(np.concatenate([*hashes, np.array([], np.uint64)]), where, len(texts)):
        enough = may_copy(times, np.minimum(length[one], length[other]), np.maximum(step[one], step[other]))
        yield from zip(one[enough].tolist(), other[enough].tolist(), strict=True)


def may_copy(times: Places, shorter: Places, step: Places) -> npt.NDArray[np.bool_]:
    """Pages that share so many hashes are worth comparing. `shorter`: shingles of the shorter; `step`: the wider of both."""
    return times >= np.maximum(LOOKED_UP, HINT * shorter / step)


def _meetings(hashes: Hashes, where: Places, count: int) -> Iterator[tuple[Places, Places, Places]]:
    """Pairs of places that share hashes, the earlier one first, and how many; for some of the earlier ones at a time."""
    by_hash = np.lexsort((where, hashes))
    hashes, where = hashes[by_hash], where[by_hash]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.array([], np.int64)
    sizes = np.diff(np.r_[starts, len(hashes)])
    behind = np.repeat(starts + sizes, sizes) - np.arange(len(hashes)) - 1  # so many hold the hash too
    behind[np.repeat(sizes > COMMON, sizes)] = 0
    by_place = np.argsort(where, kind="stable")
    cuts = np.searchsorted(where[by_place], np.arange(0, count + PAGES, PAGES))
    for first, last in pairwise(cuts.tolist()):
        some = by_place[first:last]
        times = behind[some]
        nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        met = np.repeat(where[some], times) * count + where[np.repeat(some, times) + 1 + nth]
        codes, shared_by = np.unique(met, return_counts=True)
        yield codes // count, codes % count, shared_by


def same_addresses(addresses: Sequence[str | None]) -> Iterable[tuple[int, int]]:
    """Pairs of places in the list of which one is the next version of the other's address."""
    by_address: dict[str, list[int]] = defaultdict(list)
    for n, address in enumerate(addresses):
        if address is not None:
            by_address[address].append(n)
    return [(i, j) for places in by_address.values() for i, j in pairwise(places)]
