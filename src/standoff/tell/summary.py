"""One sentence for an event, made from its fields: actors' names and the pages' words for what it is about."""

import re

from standoff.lexicon.summaries import saying, saying_table
from standoff.record.fields import is_promise
from standoff.record.rows import EventMention, MergedEvent
from standoff.tell.parties import Sides
from standoff.tell.slots import Slots, fill_slots, is_plural
from standoff.tell.words import cut

CLAUSE = 90
"""So many characters of a page's clause are shown."""
_SLOT = re.compile(r"\{(\w)\}")
_END = re.compile(r"[;:.!?\n](?:\s|$)|,\s+([a-z]+)|\s[-–—]+\s")

_ABBREVIATION = re.compile(r"\b(?:[A-Z][a-z]{0,3}|[A-Z])\.\Z")


def summarise(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> str:
    """The event in one sentence: a phrase of its kind, or, where that would say little, the page's own clause.

    `thing`: the stems of the subject's names, by which the pages' words for it are known.
    """
    slots = fill_slots(event, sides, thing)
    promised = bool(event.members) and all(is_promise(m) for m in event.members)
    entry = saying(event.type, "promise" if promised else event.mode)
    apart = event.type == "REJECT" and len(event.actors) > 1  # two who refuse together do not agree
    phrase = _first(saying("AGREE", None).phrases if apart else entry.phrases, slots)
    clause = slots.fill.get("c")
    weak = phrase.startswith("~") and not clause
    if slots.actor and weak and (own := quoted(event, whole=apart)):
        text = f"“{own}”" if apart else f"{slots.actor}: “{own}”"
    elif slots.actor:
        text = f"{slots.actor} {_inflect(phrase.lstrip('~'), event, plural=slots.plural, negate=apart)}"
    elif passive := _first(entry.without, slots):
        text = _passive(passive, event)
    else:
        text = f"somebody {_inflect(phrase.lstrip('~'), event, plural=False)}"
    if clause:
        text = f"{text}: {clause}"
    return text[:1].upper() + text[1:]


def quoted(event: MergedEvent, *, whole: bool = False) -> str:
    """The clause that tells it, from the event's own words on or whole, in the page's words.

    From a story before a headline, of the surest mention; a clause of one word only where there is no other.
    """
    stories = [m for m in event.members if m.where.part == "story"] or list(event.members)
    ranked = sorted(stories, key=lambda m: (-m.event.confidence, m.where.document.id, m.where.start))
    clauses = [clause for m in ranked if (clause := _clause(m, whole=whole))]
    return next((clause for clause in clauses if " " in clause), clauses[0] if clauses else "")


def _clause(mention: EventMention, *, whole: bool) -> str:
    quote, start = mention.where.quote, mention.event.start - mention.where.start
    end = len(quote)
    for found in _END.finditer(quote, mention.event.end - mention.where.start):
        if _ABBREVIATION.search(quote, 0, found.start() + 1):
            continue
        if found[1] is None or found[1] in saying_table().breaks:
            end = found.start()
            break
    if whole:  # from the sentence's beginning, without what stands before the last dash: a dateline
        start = next(
            (at + 3 for dash in (" - ", " – ", " — ", "-- ") if 0 <= (at := quote.rfind(dash, 0, start)) < 60), 0
        )
    return cut(
        quote[start:end].replace("“", "‘").replace("”", "’").replace('"', ""), CLAUSE * 3 // 2 if whole else CLAUSE
    ).strip(" ,;:.-–—")


def _first(phrases: tuple[str, ...], slots: Slots) -> str:
    """The fullest phrase that can be filled; nothing where none can."""
    for phrase in phrases:
        if all(name in slots.fill for name in _SLOT.findall(phrase)):
            return _SLOT.sub(lambda found: slots.fill[found[1]], phrase)
    return ""


def _inflect(phrase: str, event: MergedEvent, *, plural: bool, negate: bool = False) -> str:
    """The phrase with its verb in the form that number and status want."""
    if event.status in ("planned", "promised", "threatened", "demanded", "hypothetical"):
        be = "are" if plural else "is"
        return f"{be} {'not ' if event.negated else ''}to {phrase}"
    if event.status == "denied" or event.negated or negate:
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
