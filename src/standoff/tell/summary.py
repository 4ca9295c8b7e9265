"""One sentence for an event, made from its fields: actors' names and the pages' words for what it is about."""

import re

from standoff.lexicon.summaries import Saying, saying
from standoff.record.once import once
from standoff.record.poll import is_promise
from standoff.record.rows import MergedEvent
from standoff.tell.clauses import excerpt, quoted, surest
from standoff.tell.faithful import is_said
from standoff.tell.naming import name_of
from standoff.tell.parties import Sides
from standoff.tell.slots import Slots, fill_slots, is_plural

_SLOT = re.compile(r"\{(\w)\}")
_DOUBLED = re.compile(r"\b(\w{4,}) (?:\w{1,4} )?\1\b")


@once
def summarise(event: MergedEvent, sides: Sides, thing: frozenset[str]) -> str:
    """The event in one sentence: a phrase of its kind, or, where that would say less or other, the page's own clause.

    `thing`: the stems of the subject's names, by which the pages' words for it are known.
    """
    slots = fill_slots(event, sides, thing)
    promised = bool(event.members) and all(is_promise(m) for m in event.members)
    entry = saying(event.type, "promise" if promised else event.mode)
    apart = event.type == "REJECT" and len(event.actors) > 1  # two who refuse together do not agree
    phrase = _first(saying("AGREE", None).phrases if apart else entry.phrases, slots)
    says_little = phrase.startswith("~") or promised or not slots.whole or bool(_DOUBLED.search(phrase))
    one = event.type in ("CONSULT", "AGREE") and not promised and len(event.actors) == 1 and not event.recipients
    said = not event.members or any(is_said(event, m, entry.id) for m in surest(event))
    claimed = _is_claim(event, sides)
    if event.members and (apart or one or claimed or says_little or not slots.actor or not said):
        text = _own_words(event, slots, whole=apart or one or claimed or not slots.actor)
        text += _as_said(event, sides, text) if claimed else ""
    else:
        text = _by_phrase(event, entry, phrase, slots, negate=apart)
    return text[:1].upper() + text[1:]


def _is_claim(event: MergedEvent, sides: Sides) -> bool:
    """Only one of the sides says so, of somebody else: the sentence is shown with who says it."""
    says = sides.of(event.attributed_to) if event.attributed_to else None
    return says in sides.parties and says not in sides.all(event.actors)


def _as_said(event: MergedEvent, sides: Sides, text: str) -> str:
    """Who says it, where the words shown do not."""
    said = [
        m.where.quote[ref.start - m.where.start : ref.end - m.where.start]
        for m in event.members
        if (ref := m.event.attributed_to) is not None
    ]
    shown = any(words and words in text for words in said)
    return "" if shown or event.attributed_to is None else f", as {name_of(event.attributed_to, sides)} says"


def _by_phrase(event: MergedEvent, entry: Saying, phrase: str, slots: Slots, *, negate: bool) -> str:
    """The sentence that the phrases of its kind make."""
    if slots.actor:
        text = f"{slots.actor} {_inflect(phrase.lstrip('~'), event, plural=slots.plural, negate=negate)}"
    elif passive := _first(entry.without, slots):
        text = _passive(passive, event)
    else:
        text = f"somebody {_inflect(phrase.lstrip('~'), event, plural=False)}"
    clause = slots.fill.get("c")
    return f"{text}: {clause}" if clause else text


def _own_words(event: MergedEvent, slots: Slots, *, whole: bool) -> str:
    """What the page says that the actor does, or the sentence where its words begin otherwise than with a verb."""
    own = "" if whole else quoted(event)
    return f"{slots.actor}: “{own}”" if own else f"“{quoted(event, whole=True) or excerpt(event)}”"


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
