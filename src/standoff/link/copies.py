"""Which pages print the same text, and which independent source each page counts as.

Two nets together: MinHash over word shingles finds whole copies with small changes, hashed sentences find one page's
text inside another's. Either only proposes; shingles and sentences themselves decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash, RMinHashLSH

from standoff import edtf
from standoff.lexicon.publishers import publisher_named
from standoff.link.groups import Groups
from standoff.model import Annotation
from standoff.record.rows import Document

SHINGLE = 5
PERMUTATIONS, BANDS, SEED = 96, 24, 7
ALIKE = 0.7
"""Share of shingles from which on two texts are versions of one."""
CONTAINED = 0.6
"""Share of a page's sentences from which on they are another's."""
FEWEST = 3
"""Sentences that two pages must share at least: one shared quotation is no copy."""
COMMON_SENTENCE = 40
"""A sentence that stands on more pages than that is furniture and says nothing."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+")
_AGENCY = re.compile(r"\(([A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3})\)")
_NEWS = re.compile(r"(?: News(?: Agency)?| English)$")


@dataclass(frozen=True, slots=True)
class Text:
    """What a page prints as its own: shingles and sentences of title and story."""

    key: str
    shingles: frozenset[int]
    sentences: frozenset[int]


def find_copies(documents: Sequence[Document], pages: dict[str, Annotation]) -> dict[str, tuple[str, str | None, str]]:
    """For each document: the source it counts as, the document it copies, and why."""
    texts = [read_text(d.key, pages[d.key]) for d in sorted(documents, key=lambda d: d.key)]
    groups, reasons = Groups([t.key for t in texts]), {}
    for one, other, reason in pairs(texts):
        if groups.join(one, other):
            reasons[one, other] = reason
    order = {d.key: (edtf.sort_key(d.published), d.id, d.key) for d in documents}
    by_key = {d.key: d for d in documents}
    found: dict[str, tuple[str, str | None, str]] = {}
    for members in groups.all():
        first = min(members, key=lambda key: order[key])
        credits = [name for key in sorted(members, key=lambda key: order[key]) if (name := credited(pages[key]))]
        publisher = by_key[first].publisher
        source = credits[0] if credits else publisher or first
        for key in members:
            why = next((r for pair, r in sorted(reasons.items()) if key in pair), "")
            of = None if key == first else first
            credit = (
                f"credits {source}" if credits else f"published by {publisher}" if publisher else "a source of its own"
            )
            found[key] = (source, of, why if of else credit)
    return found


def read_text(key: str, page: Annotation) -> Text:
    """A page's own text, hashed."""
    told = (
        "\n".join(page.text[p.start : p.end] for p in page.parts if p.kind in ("title", "story", "caption"))
        or page.text
    )
    words = _WORD.findall(told.lower())
    shingles = frozenset(_hash(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)
    sentences = (_WORD.findall(s.lower()) for s in _SENTENCE.findall(told))
    return Text(key, shingles, frozenset(_hash(s) for s in sentences if len(s) >= SHINGLE))


def _hash(words: Sequence[str]) -> int:
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def pairs(texts: Sequence[Text]) -> list[tuple[str, str, str]]:
    """Pairs of pages of which one copies the other, with the reason."""
    found = []
    shared = _shared_sentences(texts)
    for i, j in sorted({*_alike(texts), *shared}):
        one, other = texts[i], texts[j]
        jaccard = len(one.shingles & other.shingles) / max(1, len(one.shingles | other.shingles))
        both, smaller = shared.get((i, j), 0), min(len(one.sentences), len(other.sentences))
        if both >= FEWEST and both >= CONTAINED * smaller:
            found.append((one.key, other.key, f"shares {both} of {smaller} sentences"))
        elif jaccard >= ALIKE:
            found.append((one.key, other.key, f"{jaccard:.0%} of the wording is the same"))
    return found


def _alike(texts: Sequence[Text]) -> Iterable[tuple[int, int]]:
    lsh = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS)
    for n, text in enumerate(texts):
        if text.shingles:
            sketch = RMinHash(PERMUTATIONS, SEED)
            sketch.update([str(each) for each in sorted(text.shingles)])
            yield from ((other, n) for other in sorted(lsh.query(sketch)))
            lsh.insert(n, sketch)


def _shared_sentences(texts: Sequence[Text]) -> Counter[tuple[int, int]]:
    where: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        for sentence in text.sentences:
            where[sentence].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for pages in where.values():
        if 1 < len(pages) <= COMMON_SENTENCE:
            shared.update((i, j) for n, i in enumerate(pages) for j in pages[n + 1 :])
    return shared


def credited(page: Annotation) -> str | None:
    """The agency that a page credits in its dateline, its byline or below its story: `SEOUL (Reuters) -`, `(Yonhap News)`."""
    for part in page.parts:
        said = page.text[part.start : part.end]
        if part.kind in ("byline", "dateline") and (name := _named(said)):
            return name
    story = [p for p in page.parts if p.kind == "story"]
    for part in [*story[:1], *story[-1:]]:
        said = page.text[part.start : part.end]
        for found in _AGENCY.finditer(said):
            near = found.start() < 60 or found.end() > len(said) - 3
            name = _agency(_NEWS.sub("", found[1])) if near else None
            if name:
                return name
    return _agency(page.meta.publisher or "")


def _named(text: str) -> str | None:
    words = re.findall(r"[\w.&’'-]+", text)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if name := _agency(" ".join(words[at : at + size])):
                return name
    return None


def _agency(name: str) -> str | None:
    """The usual name of an agency, however a credit writes it."""
    entry = publisher_named(name)
    return entry.names[0] if entry and entry.agency else None
