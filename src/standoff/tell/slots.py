"""What fills the phrases of a summary: names of actors, and the pages' words for what an act is about."""

import re
from dataclasses import dataclass

from standoff.actor_ids import is_bare, is_private, party_of
from standoff.lexicon.actors import countries
from standoff.lexicon.stems import stems
from standoff.lexicon.summaries import saying_table
from standoff.record.rows import MergedEvent
from standoff.tell.naming import name_all, name_of, say_list
from standoff.tell.parties import Sides
from standoff.tell.words import cut

LONGEST = 70
JOINTLY = ("CONSULT", "AGREE", "SUPPORT", "PROTEST", "COOPERATE")
"""Kinds of acts with or for somebody who has a name."""
_QUOTES = re.compile(r"[\"“”«»]")


@dataclass(frozen=True, slots=True)
class Slots:
    """Who acts, in how many, and what fills each slot."""

    actor: str
    plural: bool
    fill: dict[str, str]
    whole: bool = True
    """No slot is cut short, and each has words of its form."""


def fill_slots(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> Slots:
    """The slots that an event's fields fill."""
    doing = list(dict.fromkeys(event.actors))
    acting = {party_of(a) for a in doing}
    others = [r for r in event.recipients if r not in doing and not (r.startswith("NAMED:") and stems(r[6:]) <= thing)]
    moved = [r for r in others if party_of(r) in acting or (event.mode == "withdraw" and (is_bare(r) or is_private(r)))]
    others = [r for r in others if r not in moved and not (_jointly(event) and is_bare(r))]
    fill: dict[str, str] = {}
    if others:
        fill["r"] = name_all(others, sides)
    if moved:
        fill["w"] = name_all(moved, sides)
    named = _known_words([*doing, *others]) | stems(" ".join(fill.values()))
    whole = True
    if event.object and not stems(event.object) <= named:
        words = with_article(event, thing)
        whole = not words.endswith("…")
        fill["x" if stems(event.object) & thing else "o"] = words
        fill.setdefault("o", fill.get("x", ""))
    if event.topic and not stems(event.topic) <= named and not _says_nothing(event.topic):
        form = topic_form(event)
        fill[form] = tidy(event.topic.partition(",")[0] if form in "mt" else event.topic)
        whole = form != "c" and not fill[form].endswith(("…", " there", " it", " them"))
        if form == "m" and (stems(event.topic) & _known_words(others) or fill[form].count(" ") > 2):
            fill.pop("r", None)  # `talks with the South` says with whom; after a long one `to the South` would mislead
    actor = say_list([_own_name(a, event) or name_of(a, sides) for a in doing])
    return Slots(actor, len(doing) > 1 or is_plural(actor), fill, whole)


def _own_name(actor: str, event: MergedEvent) -> str | None:
    """The name of a company that is known by its country alone, as most reports of the act print it."""
    country, _, sector = actor.rpartition("-")
    entry = countries().get(country) if sector == "BUS" else None
    if entry is None:
        return None
    told = [
        m.where.quote[a.start - m.where.start : a.end - m.where.start]
        for m in event.members
        for a in m.event.actors
        if a.id == actor and m.where.start <= a.start < m.where.end
    ]
    theirs = {word for name in (*entry.names, *entry.adjectives, *entry.people) for word in name.split()}
    named = [words for words in told if words[:1].isupper() and theirs.isdisjoint(words.split())]
    return max(named, key=lambda words: (named.count(words), words)) if 2 * len(named) > len(told) else None


def with_article(event: MergedEvent, thing: frozenset[str]) -> str:
    """The object as its page has it, with the article or number before it; the disputed thing always has an article."""
    words, table = tidy(event.object or ""), saying_table()
    for member in event.members:
        span, start = member.event.object, member.where.start
        if span and member.where.quote[span.start - start : span.end - start] == event.object:
            before = member.where.quote[: span.start - start].split()[-2:]
            if before and (before[-1].lower() in table.determiners or before[-1][:1].isdigit()):
                article = before[-1].lower()
                if article[:1].isdigit() and len(before) > 1 and before[0].lower() in table.determiners:
                    article = f"{before[0].lower()} {article}"
                return f"{article} {words}"
    first, last = words.partition(" ")[0].lower(), words.rpartition(" ")[2]
    bare = first not in table.determiners and not first[:1].isdigit() and not is_plural(words)
    return f"the {words}" if bare and last[:1].islower() and stems(last) & thing else words


def _jointly(event: MergedEvent) -> bool:
    return event.type in JOINTLY or event.mode == "meet"


def _says_nothing(topic: str) -> bool:
    low = topic.lower()
    return low in saying_table().no_topic or low.startswith("not ")


def topic_form(event: MergedEvent) -> str:
    """The slot that the topic fills: `t` a noun phrase, `m` a meeting, `i` an infinitive without its `to`, `c` a clause.

    What stands before the topic in its sentence tells.
    """
    table, topic, before = saying_table(), event.topic or "", ""
    words = [word.strip(",;:") for word in topic.lower().split()]
    for member in event.members:
        span, start = member.event.topic, member.where.start
        if span and member.where.quote[span.start - start : span.end - start] == topic:
            before = member.where.quote[: span.start - start].rstrip().rpartition(" ")[2].lower()
            break
    if words[0] == "to" or (
        before == "to" and words[0] not in table.determiners and not words[0].endswith(("ing", "s"))
    ):
        return "i"
    if before in table.clause or words[0] in table.clause or table.finite & set(words):
        return "c"
    at = next((n for n, word in enumerate(words[:4]) if word in table.meeting), None)
    if at is not None:
        return "c" if at and words[at - 1] == "to" else "m"  # `both to talk`
    told = not before or before in table.prepositions or words[0] in table.determiners or event.type == "CONSULT"
    return "t" if told and "to" not in words[1:] else "c"  # `the sides to talk` is no noun phrase


def is_plural(name: str) -> bool:
    """A name that takes a plural verb: a common noun in the plural at its end, or several names.

    >>> [is_plural(n) for n in ("Norwegian firms", "the Netherlands", "access", "the police", "roads and railways")]
    [True, False, False, True, True]
    """
    last = name.rpartition(" ")[2]
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is", "news"))
    many = ends or last.endswith(("people", "police", "men", "women"))
    return " and " in name or (last[:1].islower() and many)


def _known_words(actors: list[str]) -> frozenset[str]:
    """Stems of the names of actors: an object that only names one of them says nothing new."""
    found: set[str] = set()
    for actor in actors:
        entry = countries().get(party_of(actor))
        for name in (*entry.names, *entry.adjectives, *entry.people) if entry else (actor.removeprefix("NAMED:"),):
            found |= stems(name)
    return frozenset(found)


def tidy(words: str) -> str:
    """Words of a page as part of a sentence: in one line, without quotation marks, not too long."""
    line = cut(_QUOTES.sub("", words), LONGEST).strip(" ,;:.-–—")
    while (last := line.rpartition(" ")[2].lower()) in ("and", "or", "but") or last in saying_table().prepositions:
        line = line[: -len(last)].rstrip(" ,;:")
    for article in ("The ", "A ", "An ", "Its ", "Their ", "All "):
        if line.startswith(article):
            line = line[0].lower() + line[1:]
    return line.removeprefix("to ")
