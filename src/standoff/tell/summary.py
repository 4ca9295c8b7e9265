"""One sentence for an event, made from its fields: actors' names and the pages' words for what it is about."""

import re
from dataclasses import dataclass

from standoff.lexicon.actors import countries
from standoff.lexicon.stems import stems
from standoff.lexicon.summaries import saying
from standoff.record.fields import party
from standoff.record.rows import MergedEvent
from standoff.tell.naming import name_all
from standoff.tell.parties import Sides
from standoff.tell.words import cut

LONGEST = 70
_SLOT = re.compile(r"\{(\w)\}")
_QUOTES = re.compile(r"[\"“”«»]")


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills the phrases of a summary."""

    actor: str
    plural: bool
    fill: dict[str, str]


def summarise(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> str:
    """The event in one sentence.

    `thing`: the stems of the subject's names, by which the pages' words for it are known.
    """
    slots = _slots(event, sides, thing)
    entry = saying(event.type, event.mode)
    text = f"{slots.actor or 'somebody'} {_inflect(_first(entry.phrases, slots), event, plural=slots.plural)}"
    if not slots.actor and (passive := _first(entry.without, slots)):
        text = _passive(passive, event)
    if clause := slots.fill.get("c"):
        text = f"{text}: {clause}"
    return text[:1].upper() + text[1:]


def _slots(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> Slots:
    doing = list(dict.fromkeys(event.actors))
    acting = {party(a) for a in doing}
    others = [r for r in event.recipients if r not in doing]
    own = [r for r in others if party(r) in acting]
    others = [r for r in others if r not in own and not (r.startswith("NAMED:") and stems(r[6:]) <= thing)]
    fill: dict[str, str] = {}
    if others:
        fill["r"] = name_all(others, sides)
    named = _known_words([*doing, *others])
    if event.object and not stems(event.object) <= named:
        fill["o"] = _tidy(event.object)
    if event.topic and not stems(event.topic) <= named:
        fill[topic_form(event)] = _tidy(event.topic)
    if own and "o" not in fill:  # one's own people are what one acts on
        fill["o"] = name_all(own, sides)
    if event.object and stems(event.object) & thing:
        fill["x"] = _tidy(event.object)
    actor = name_all(doing, sides)
    return Slots(actor, len(doing) > 1 or is_plural(actor), fill)


def topic_form(event: MergedEvent) -> str:
    """The slot that the topic fills: `t` a noun phrase, `i` an infinitive without its `to`, `c` a whole clause.

    What stands before the topic in its sentence tells.
    """
    words = (event.topic or "").lower().split()
    before = ""
    for member in event.members:
        span, start = member.event.topic, member.where.start
        if span and member.where.quote[span.start - start : span.end - start] == event.topic:
            before = member.where.quote[: span.start - start].rstrip().rpartition(" ")[2].lower()
            break
    if words[0] == "to":
        return "i"
    if before == "to" and words[0] not in _DETERMINERS and not words[0].endswith(("ing", "s")):
        return "i"
    return "c" if before in _CLAUSE or words[0] in _CLAUSE or _FINITE & set(words) else "t"


_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "all",
        "any",
        "some",
        "no",
        "both",
    ]
)
_CLAUSE = frozenset(["that", "whether", "if", "should", "unless", "because", "when", "how", "why"])
_FINITE = frozenset(
    [
        "must",
        "will",
        "would",
        "should",
        "shall",
        "can",
        "could",
        "may",
        "might",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "does",
        "did",
        "do",
    ]
)


def is_plural(name: str) -> bool:
    """A name that takes a plural verb: a common noun in the plural at its end, or several names.

    >>> [is_plural(n) for n in ("South Korean firms", "the Netherlands", "access", "the police", "roads and railways")]
    [True, False, False, True, True]
    """
    last = name.rpartition(" ")[2]
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is", "news"))
    return " and " in name or (last[:1].islower() and (ends or last in ("people", "police", "men", "women")))


def _known_words(actors: list[str]) -> frozenset[str]:
    """Stems of the names of actors: an object that only names one of them says nothing new."""
    found: set[str] = set()
    for actor in actors:
        entry = countries().get(party(actor))
        for name in (*entry.names, *entry.adjectives, *entry.people) if entry else (actor.removeprefix("NAMED:"),):
            found |= stems(name)
    return frozenset(found)


def _tidy(words: str) -> str:
    """Words of a page as part of a sentence: in one line, without quotation marks, not too long."""
    line = cut(_QUOTES.sub("", words), LONGEST).strip(" ,;:.-–—")
    for article in ("The ", "A ", "An ", "Its ", "Their ", "All "):
        if line.startswith(article):
            line = line[0].lower() + line[1:]
    return line.removeprefix("to ")


def _first(phrases: tuple[str, ...], slots: Slots) -> str:
    """The fullest phrase that can be filled; nothing where none can."""
    for phrase in phrases:
        if all(name in slots.fill for name in _SLOT.findall(phrase)):
            return _SLOT.sub(lambda found: slots.fill[found[1]], phrase)
    return ""


def _inflect(phrase: str, event: MergedEvent, *, plural: bool) -> str:
    """The phrase with its verb in the form that number and status want."""
    if event.status in ("planned", "promised", "threatened", "demanded", "hypothetical"):
        be = "are" if plural else "is"
        return f"{be} {'not ' if event.negated else ''}to {phrase}"
    if event.status == "denied" or event.negated:
        return f"{'do' if plural else 'does'} not {phrase}"
    if plural:
        return phrase
    verb, space, rest = phrase.partition(" ")
    return third(verb) + space + rest


def third(verb: str) -> str:
    """The third person of a verb.

    >>> third("bar"), third("press"), third("carry"), third("employ"), third("go")
    ('bars', 'presses', 'carries', 'employs', 'goes')
    """
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _passive(phrase: str, event: MergedEvent) -> str:
    """The phrase as it stands, its first `is` or `are` put into the number of what stands before and the status."""
    found = re.search(r" (is|are) ", phrase)
    if not found:
        return phrase
    subject = phrase[: found.start()]
    be = "are" if found[1] == "are" or is_plural(subject) else "is"
    planned = event.status in ("planned", "promised", "threatened", "demanded", "hypothetical")
    no = " not" if event.negated or event.status == "denied" else ""
    return f"{subject} {be}{no} {'to be ' if planned else ''}{phrase[found.end() :]}"
