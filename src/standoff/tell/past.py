"""Summaries in the past tense, as prose tells what happened."""

import re
from functools import cache

from standoff.lexicon.lemmas import lemma
from standoff.lexicon.summaries import saying_table
from standoff.tell.summary import third

IRREGULAR = {
    "break": "broke", "come": "came", "expel": "expelled", "give": "gave", "go": "went", "hold": "held", "keep": "kept", "let": "let",
    "make": "made", "put": "put", "speak": "spoke", "stand": "stood", "strike": "struck", "take": "took",
    "withdraw": "withdrew", "withhold": "withheld",
}  # fmt: skip
BE_AND_DO = {"is": "was", "are": "were", "does": "did", "do": "did"}
_PERFECT = re.compile(r"had (?=[a-z]+ed\b)")
"""What a quoted clause in the pluperfect can do without: `had pulled out its workers`."""
_WORD = re.compile(r"[a-z]+")


def past(verb: str) -> str:
    """The past form of a verb.

    >>> past("bar"), past("threaten"), past("ease"), past("withdraw"), past("expel")
    ('barred', 'threatened', 'eased', 'withdrew', 'expelled')
    """
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    doubled = f"{verb}{verb[-1]}ed"
    return doubled if lemma(doubled, "VBD") == verb and lemma(f"{verb}ed", "VBD") != verb else f"{verb}ed"


@cache
def _forms() -> dict[str, str]:
    """The verbs of all phrases, in the present, with their past."""
    forms = dict(BE_AND_DO)
    for entry in saying_table().saying:
        for phrase in entry.phrases:
            verb = phrase.lstrip("~").partition(" ")[0]
            forms[verb] = forms[third(verb)] = past(verb)
    return forms


def _before_perfect(words: str) -> str:
    """The words without a `had` at their head, where what follows is a past tense by itself."""
    found = _PERFECT.match(words)
    return words[found.end() :] if found else words


def in_past(summary: str) -> str:
    """The summary of an event that happened, its verb in the past; the page's own words stay as they are.

    >>> in_past("Chad bars Sudanese firms from the bridge"), in_past("Chad and Sudan agree to meet")
    ('Chad barred Sudanese firms from the bridge', 'Chad and Sudan agreed to meet')
    >>> in_past("Chad: “closed the bridge on Monday”")
    'Chad “closed the bridge on Monday”'
    """
    own, mark, rest = summary.partition("“")
    if own.endswith(": ") and rest[:1].islower():
        return f"{own[:-2]} {mark}{_before_perfect(rest)}"
    for found in _WORD.finditer(own):
        after_name = found.start() > 0 and own[found.start() - 1] == " "
        if after_name and found[0] in _forms():
            return f"{own[: found.start()]}{_forms()[found[0]]}{own[found.end() :]}{mark}{rest}"
    return summary
