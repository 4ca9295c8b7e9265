"""What comes, passes or reaches a level, by the clause's verb: `gas reached the town`, `the first barge left the lock`."""

from standoff.extract.actors import Actors
from standoff.extract.described import holds
from standoff.extract.events.words import is_time
from standoff.extract.flow_forms import after, common_lemma, core, has_end, in_part, is_flow, own_clause, says_no
from standoff.extract.status import read_status
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.flows import flow_words
from standoff.parse import Token

DONE = frozenset({"happened", "ongoing"})


def first_to_pass(verb: Token, subject: Token | None) -> Token | None:
    """What is the first to move again: `the first barge left the lock on Monday`."""
    if subject is None or verb.lemma not in flow_words("move", "resume") or not is_told(verb):
        return None
    noun = core(subject)
    first = any(c.lower == "first" for c in (*noun.childs("amod", "nummod", "advmod"), *subject.childs("amod")))
    return noun if first and common_lemma(noun) in flow_words("carriers") else None


def fails_to_come(verb: Token, subject: Token | None) -> Token | None:
    """What is sent and does not come: `the water failed to reach the town`."""
    below = verb.child("xcomp")
    fails = verb.lemma in flow_words("fail") and below is not None and below.lemma in flow_words("move")
    return subject if fails and subject is not None and is_flow(core(subject)) and is_told(verb) else None


def comes(verb: Token, subject: Token | None) -> bool:
    """What flows has come where it goes: `gas reached the town`, `water began to arrive`."""
    if verb.lemma not in flow_words("arrive") or subject is None or not is_flow(subject) or not is_told(verb):
        return False
    return (has_end(verb) or verb.child("dobj", "prep") is not None) and not in_part(own_clause(verb))


def reaches(verb: Token, subject: Token | None) -> Token | None:
    """What comes up to a part of its level: `output reached 40,000 barrels a day, a third of the usual figure`."""
    if verb.lemma not in flow_words("arrive") or subject is None or not is_flow(subject):
        return None
    level = verb.child("dobj")
    return subject if level is not None and in_part(after(own_clause(verb), verb)) and is_told(verb) else None


def has_passed_since(verb: Token, subject: Token, actors: Actors) -> bool:
    """Vehicles or ships have passed the thing since a day, or a flow has run: `lorries have been crossing the bridge since Monday`."""
    if is_flow(core(subject)) and verb.lemma in flow_words("move") and since_weekday(verb):
        return is_told(verb) and not in_part(own_clause(verb))
    if verb.tag != "VBG" or verb.lemma not in flow_words("move", "handled"):
        return False
    lasting = {"been"} <= {c.lower for c in verb.childs("aux")} and verb.has_child(("since",), "prep")
    if not lasting or common_lemma(core(subject)) not in flow_words("carriers") or not is_told(verb):
        return False
    words = own_clause(verb)
    return not in_part(words) and any(actors.thing(t) is not None for t in words if t.i > verb.i)


def since_weekday(verb: Token) -> bool:
    """Whether something has gone on since a day of the last week, on which it began then: `has flowed since Monday`."""
    days = (o for p in verb.childs("prep") if p.lower == "since" for o in p.childs("pobj", "pcomp"))
    return any(day.lower in WEEKDAY_WORDS or day.lower == "yesterday" for day in days)


def ended_on(verb: Token) -> bool:
    """Whether it is told since when nothing has moved or been made, that is when it stopped: `since April 20`."""
    days = (o for p in verb.childs("prep") if p.lower == "since" for o in p.childs("pobj"))
    return any(is_time(t) for day in days for t in day.subtree())


def is_told(verb: Token) -> bool:
    """It is told as a fact: done or going on, by the page or by somebody."""
    reading = read_status(verb)
    denied = reading.negated and verb.lemma not in flow_words("affect") and not says_no(verb.child("dobj"))
    return holds(verb, negated=True) and not denied and reading.status in DONE
