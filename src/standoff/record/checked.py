"""What is wrong with a decision that comes from elsewhere."""

import re

from standoff.record.decisions import Decision
from standoff.record.shown import is_value

MOST_WHO, MOST_NOTE = 80, 2000
"""Characters of a name and of a note."""
_ID = re.compile(r"d[0-9a-f]{11}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def wrong_with(decision: Decision) -> str:
    """What is wrong with it, in words; empty where nothing is."""
    if not _ID.fullmatch(decision.id) or not _TIME.fullmatch(decision.time):
        return "its id or time is none"
    if not decision.who.strip() or len(decision.who) > MOST_WHO or len(decision.note or "") > MOST_NOTE:
        return "nobody is named, or at too great length"
    if (decision.action == "undo") != (decision.undoes is not None) or (decision.action == "undo") == bool(decision.on):
        return "an undo names a decision, every other one mentions"
    kinds = {anchor.kind for anchor in decision.on}
    if len(kinds) > 1 or (decision.action in ("merge", "split") and kinds != {"event"}):
        return "it is about facts of different kinds"
    if decision.action not in ("accept", "edit"):
        return "it sets values" if decision.values else ""
    kind = decision.on[0].kind
    wrong = [name for name, value in decision.values.items() if not is_value(kind, name, value)]
    return f"{', '.join(wrong)} cannot be so" if wrong else ""
