"""Companies that a page never calls so: those that people work for or strike against, `Corda workers`, `on strike at Corda`."""

from standoff.extract.actors.denoted import LOCATIVE, phrase_head
from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actions import actions
from standoff.parse import Token

_OF_EMPLOYER = frozenset({"at", "against", "by", "for", "of", "with"})
_WHERE = LOCATIVE | {"from", "to"}


def mark_employers(names: Names) -> None:
    """Makes companies of names of which the page says that people work for them, and that they act, and not where they lie."""
    seen: dict[str, list[Name]] = {}
    for found in names.by_sentence:
        for name in found:
            if name.kind == "proper" and name.sector is None and name.id.startswith("NAMED:"):
                seen.setdefault(name.name, []).append(name)
    for mentions in seen.values():
        if not any(_is_worked_for(name) for name in mentions) or not any(_acts(name) for name in mentions):
            continue
        if any(_is_place(name) or names.is_human(name) for name in mentions):
            continue
        for name in mentions:
            name.kind, name.sector, name.noun = "org", "BUS", "company"


def _is_worked_for(name: Name) -> bool:
    """Whether people work for what a name names: `Corda's weavers`, `the strike at Corda`, `Corda employs 900`."""
    last = name.tokens[-1]
    noun, word = last.head, phrase_head(last)
    if last.dep in ("compound", "poss") and noun is not None:
        return noun is not last and _is_at_work(noun)
    verb = word.head
    if word.dep == "nsubj" and verb is not None:
        return verb.lemma in actions().words["employing"]
    prep = word.head if word.dep == "pobj" else None
    if prep is None or prep.lower not in _OF_EMPLOYER or prep.head is None:
        return False
    above = prep.head
    if above.is_verb or above.lower == "on":  # were on strike at Corda
        return above.lemma in actions().words["at_labour"] or any(
            t.lemma in actions().classes["stoppage"] for t in above.subtree() if t.is_noun and t.i < prep.i
        )
    return _is_at_work(above) or above.lemma in actions().classes["stoppage"]


def _is_at_work(noun: Token) -> bool:
    return noun.lemma in actions().words["of_firms"] or (
        noun.tag == "NNS" and noun.lemma in actions().classes["workers"]
    )


def _acts(name: Name) -> bool:
    """Whether what a name names does or owns something."""
    last = name.tokens[-1]
    return last.dep in ("nsubj", "poss") or (last.dep == "pobj" and last.head is not None and last.head.dep == "agent")


def _is_place(name: Name) -> bool:
    """Whether a name is where something is done; one may strike and work `at` a company."""
    word = phrase_head(name.tokens[-1])
    prep = word.head if word.dep == "pobj" else None
    return prep is not None and prep.lower in _WHERE and prep.lower not in ("at", "to")
