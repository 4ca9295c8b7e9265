"""Finds the subject where none is declared: the thing that most acts of the most active pair are about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from standoff.actor_ids import party_of
from standoff.lexicon.actors import countries, thing_kinds
from standoff.lexicon.flows import flow_words
from standoff.lexicon.stems import stems
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.rows import EventMention

_LEADING = re.compile(
    r"^(?:the|a|an|its|their|his|her|this|that|these|those|both|all|joint|jointly[- ]run)\s+", re.IGNORECASE
)
_OWNER = re.compile(r"^.*?['’]s?\s+(?=\S)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
MOST_NAMES = 3
"""Words before a kind of thing that may name it."""
FEWEST = 3
"""So many acts must name a thing before it is taken for the subject."""


def find_subject(record: Record, mentions: Sequence[EventMention]) -> Subject | None:
    """The disputed thing and its two parties; None where the pages show no pair that acts.

    Acts of the pair vote for the head of what they act on, pages for the kind of thing that they speak of.
    """
    pair = most_active(mentions)
    if pair is None:
        return None
    named = [
        (m.key, bare(text)) for m in mentions if _of_pair(m, pair) for text in (record.words(m, "object"),) if text
    ]
    parties = tuple(Party(id=side, name=_party_name(side)) for side in pair)
    votes: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for key, name in (*named, *_spoken_of(mentions)):
        if name and not _is_actor(name, pair):
            head = min(stems(name.split()[0] if " of " in name else name.split()[-1]), default="")
            votes[head].add(key)
            shown[head][name] += 1
    votes.pop("", None)
    if not votes:
        return None
    head = max(votes, key=lambda h: (len(votes[h]), h))
    if len(votes[head]) < FEWEST:
        return None
    ranked = sorted(shown[head], key=lambda name: (-_weight(name, shown[head][name]), name))
    name, also = ranked[0], ranked[1:6]
    proper = _proper(name)
    more = {n for h in sorted(shown) for n in shown[h] if proper and proper in n.split() and n != name}
    return Subject(name=name, aliases=tuple(dict.fromkeys([*also, *sorted(more)][:12])), parties=parties)


def _spoken_of(mentions: Sequence[EventMention]) -> Iterator[tuple[str, str]]:
    """Names of things in headlines and in the sentences that tell of acts, each with the page that speaks of it.

    `the Lowgate mine`, `port of Salma`: a kind of thing with the names before it, or with a place after it.
    """
    told = {(m.where.document.key, m.where.start): m.where.quote for m in mentions}
    texts = [(key, quote) for (key, _), quote in sorted(told.items())]
    texts += [
        (f"{d.key}#", d.title) for d in {m.where.document.key: m.where.document for m in mentions}.values() if d.title
    ]
    for key, text in texts:
        words = _WORD.findall(text)
        for n, word in enumerate(words):
            low = word.lower()
            if low in thing_kinds() or low.removesuffix("s") in thing_kinds() or low in flow_words("walkout"):
                yield key, named(words, n)


def named(words: Sequence[str], n: int) -> str:
    """The kind of thing at a place among the words of a sentence, with the names that belong to it."""
    start = n
    while (
        start - 1 > max(0, n - MOST_NAMES - 1)
        and words[start - 1][:1].isupper()
        and words[start - 1] not in _countries()
    ):
        start -= 1
    if start == n and words[n + 1 : n + 2] == ["of"] and words[n + 2 : n + 3] and words[n + 2][:1].isupper():
        return f"{words[n]} of {words[n + 2]}"
    return bare(" ".join(words[start : n + 1]))


@cache
def _countries() -> frozenset[str]:
    """Words for countries and what is theirs, which every sentence may hold."""
    return frozenset(
        word
        for entry in countries().values()
        for name in (*entry.names, *entry.adjectives, *entry.people)
        for word in (*name.split(), f"{name}s")
    )


def most_active(mentions: Sequence[EventMention]) -> tuple[str, str] | None:
    """The two sides with most acts between them, the more active first; where none acts on another, those that act most."""
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    acts: Counter[str] = Counter()
    for mention in mentions:
        event = mention.event
        if event.content_of is not None:
            continue
        actors = sorted({party_of(a.id) for a in event.actors})
        others = sorted({party_of(a.id) for a in event.recipients}) or actors
        acts.update(actors)
        for one in actors:
            for other in others:
                if one != other:
                    pairs[min(one, other), max(one, other)].add(mention.key)
    if not pairs:
        most = sorted(acts, key=lambda side: (-acts[side], side))[:2]
        return (most[0], most[1]) if len(most) > 1 else None
    first, second = max(pairs, key=lambda pair: (len(pairs[pair]), pair))
    return (first, second) if acts[first] >= acts[second] else (second, first)


def bare(text: str) -> str:
    """A phrase without article, owner and line breaks."""
    text = _OWNER.sub("", " ".join(text.split()))
    while (cut := _LEADING.sub("", text)) != text:
        text = cut
    return text.strip(" ,.;:\"'“”‘’")


def _weight(name: str, count: int) -> float:
    """A name that says which one it is stands before a bare noun."""
    words = name.split()
    return count * (3.0 if any(w[:1].isupper() for w in words) else 1.0) * (1.0 if len(words) <= 5 else 0.2)


def _proper(name: str) -> str | None:
    return next((word for word in name.split() if word[:1].isupper()), None)


def _of_pair(mention: EventMention, pair: tuple[str, str]) -> bool:
    sides = {party_of(a.id) for a in (*mention.event.actors, *mention.event.recipients)}
    return bool(sides & set(pair))


def _is_actor(name: str, pair: tuple[str, str]) -> bool:
    known = [countries().get(side) for side in pair]
    names = {n.lower() for entry in known if entry for n in (*entry.names, *entry.adjectives, *entry.capitals)}
    return name.lower() in names


def _party_name(side: str) -> str:
    entry = countries().get(side)
    return entry.names[0] if entry else side.removeprefix("NAMED:").removeprefix("IGO-").removeprefix("NGO-")
