"""One sentence for an event, made from its fields: actors' names and the pages' words for what it is about."""

import re
from dataclasses import dataclass

from standoff.lexicon.actors import countries
from standoff.lexicon.summaries import saying
from standoff.lexicon.stems import stems
from standoff.record.fields import party
from standoff.record.rows import MergedEvent
from standoff.tell.naming import name_all
from standoff.tell.parties import Sides
from standoff.tell.words import cut

LONGEST = 70
_SLOT = re.compile(r"\{(\w)\}")
_PLURAL = re.compile(r"(?: and |s$|people$|men$|police$|forces$)")
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
    active = _inflect(_first(entry.phrases, slots), event, plural=slots.plural)
    passive = _first(entry.without, slots) if entry.without else ""
    if slots.actor:
        text = f"{slots.actor} {active}"
    else:
        text = _passive(passive, event) if passive else f"somebody {active}"
    return text[:1].upper() + text[1:]


def _slots(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> Slots:
    doing = list(dict.fromkeys(event.actors))
    others = [r for r in event.recipients if r not in doing]
    fill: dict[str, str] = {}
    if others and not (len(doing) > 1 and {party(r) for r in others} <= {party(a) for a in doing}):
        fill["r"] = name_all(others, sides)
    named = _known_words([*doing, *others])
    for slot, words in (("o", event.object), ("t", event.topic)):
        if words and not stems(words) <= named:
            fill[slot] = _tidy(words)
    if event.object and stems(event.object) & thing:
        fill["x"] = _tidy(event.object)
    actor = name_all(doing, sides)
    return Slots(actor, bool(_PLURAL.search(actor)), fill)


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
            return line[0].lower() + line[1:]
    return line


def _first(phrases: tuple[str, ...], slots: Slots) -> str:
    """The fullest phrase that can be filled; the last needs nothing."""
    for phrase in phrases:
        if all(name in slots.fill for name in _SLOT.findall(phrase)):
            return _SLOT.sub(lambda found: slots.fill[found[1]], phrase)
    return "" if "{" in phrases[-1] else phrases[-1]


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
    be = "are" if found[1] == "are" or _PLURAL.search(subject) else "is"
    planned = event.status in ("planned", "promised", "threatened", "demanded", "hypothetical")
    no = " not" if event.negated or event.status == "denied" else ""
    return f"{subject} {be}{no} {'to be ' if planned else ''}{phrase[found.end() :]}"
