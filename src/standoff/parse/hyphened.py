"""Verbs written with a hyphen as one word, as the parser knows words: `re-imposed`, `gang-raped`."""

import re
from functools import cache

from standoff.lexicon.actions import actions

_PREFIXES = ("co", "counter", "de", "re")
_GOVERNED = r"(?:could|may|might|must|should|to|will|would)\s+"
_SAME_LENGTH = "e"


def without_hyphens(text: str) -> str:
    """The text with a letter for the hyphen in forms of such verbs, of the same length; other hyphens stay.

    >>> without_hyphens("Oslo re-imposed the cross-border toll."), without_hyphens("to co-host talks")
    ('Oslo reeimposed the cross-border toll.', 'to coehost talks')
    """
    if "-" not in text:
        return text
    return _forms().sub(lambda found: found[0].replace("-", _SAME_LENGTH), text)


@cache
def _forms() -> re.Pattern[str]:
    """Past forms and participles of verbs with a prefix and of those that the lexicon has; what `to` or a modal governs."""
    listed = sorted(verb for verb in actions().verbs if "-" in verb)
    stems = "|".join(re.escape(verb.removesuffix("e")) for verb in listed)
    prefixes = "|".join(_PREFIXES)
    past = rf"\b(?:(?:{prefixes})-[a-z]{{3,}}|(?:{stems})[a-z]?)(?:ed|ing)\b"
    bare = rf"(?<=\b)(?:{_GOVERNED})(?:(?:{prefixes})-[a-z]{{3,}}|(?:{'|'.join(map(re.escape, listed))}))\b"
    return re.compile(f"{past}|{bare}", re.IGNORECASE)
