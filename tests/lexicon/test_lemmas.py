"""The lemma rules give back every verb that the lexicon has."""

import re

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.actions import actions
from standoff.lexicon.lemmas import LemmaTable, lemma

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")
_OTHERWISE = frozenset({"lambast", "lathi"})  # lambasted is of lambaste; only a lathi charge is done


def _forms(verb: str) -> list[tuple[str, str]]:
    """The regular past and participle of a verb that doubles no consonant."""
    if verb.endswith("e"):
        present = verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]
        return [(f"{verb}d", "VBD"), (f"{present}ing", "VBG")]
    past = f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}ed"
    return [(past, "VBD"), (f"{verb}ing", "VBG")]


def _regular() -> list[str]:
    """Verbs of senses and of speaking without irregular forms."""
    irregular = set(load_table("lemmas", LemmaTable).verbs.values())
    lexicon = actions()
    known = {*lexicon.verbs, *lexicon.speech_verbs, *lexicon.light}
    return sorted(v for v in known if v.isalpha() and len(v) > 2 and v not in irregular | _OTHERWISE)


@pytest.mark.parametrize("verb", _regular())
def test_forms_give_back_the_verb(verb: str) -> None:
    again = _DOUBLING.search(verb)
    plain = [lemma(*form) == verb for form in _forms(verb)]
    doubled = [lemma(f"{verb}{verb[-1]}{ending}", tag) == verb for ending, tag in (("ed", "VBD"), ("ing", "VBG"))]
    assert all(plain) or (again is not None and all(doubled))
