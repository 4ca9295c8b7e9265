"""The lemma rules give back every verb that the lexicon has."""

import re

import pytest
from msgspec import structs

from standoff.lexicon import lemmas, load_table
from standoff.lexicon.actions import actions
from standoff.lexicon.lemmas import LemmaTable, lemma

TABLE = load_table("lemmas", LemmaTable)
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
    irregular = set(TABLE.verbs.values())
    lexicon = actions()
    known = {*lexicon.verbs, *lexicon.speech_verbs, *lexicon.light}
    return sorted(v for v in known if v.isalpha() and len(v) > 2 and v not in irregular | _OTHERWISE)


@pytest.mark.parametrize("verb", _regular())
def test_forms_give_back_the_verb(verb: str) -> None:
    again = _DOUBLING.search(verb)
    plain = [lemma(*form) == verb for form in _forms(verb)]
    doubled = [lemma(f"{verb}{verb[-1]}{ending}", tag) == verb for ending, tag in (("ed", "VBD"), ("ing", "VBG"))]
    assert all(plain) or (again is not None and all(doubled))


def _past_stems(table: LemmaTable, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the past of each stem comes back to with a table."""
    stems = frozenset((*TABLE.silent_e, *TABLE.no_silent_e, *TABLE.double))
    lists = (frozenset(table.silent_e), frozenset(table.no_silent_e), frozenset(table.double))
    monkeypatch.setattr(lemmas, "_table", lambda: (table, *lists))
    return {stem: lemma.__wrapped__(f"{stem}ed", "VBD") for stem in stems}


@pytest.mark.parametrize("name", ["silent_e", "no_silent_e", "double"])
def test_stems_of_the_table_are_against_the_rules(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = getattr(TABLE, name)
    by_rule = _past_stems(structs.replace(TABLE, **{name: ()}), monkeypatch)
    by_table = _past_stems(TABLE, monkeypatch)
    assert [stem for stem in listed if by_rule[stem] == by_table[stem]] == []
    assert list(listed) == sorted(listed)
