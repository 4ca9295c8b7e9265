"""Companies and unions that a page never calls so: by who works for them, strikes against them, or is a member of them."""

from collections.abc import Iterable

from standoff.extract.actors.denoted import LOCATIVE, is_definite, phrase_head
from standoff.extract.actors.names import Name, Names, noun_at
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import taking_up
from standoff.parse import Parsed, Token

_OF_EMPLOYER = frozenset({"at", "against", "by", "for", "of", "with"})
_WHERE = LOCATIVE | {"from", "to"}


def mark_bodies(parsed: Parsed, names: Names) -> None:
    """Makes unions and companies of names of which the page says who belongs to them, and not where they lie."""
    seen: dict[str, list[Name]] = {}
    for found in names.by_sentence:
        for name in found:
            if name.kind == "proper" and name.sector is None and name.id.startswith("NAMED:"):
                seen.setdefault(name.name, []).append(name)
    for mentions in seen.values():
        if any(names.is_human(name) for name in mentions):
            continue
        if any(_is_joined(name) for name in mentions):
            _mark(mentions, "LAB", "union")
        elif any(map(_is_worked_for, mentions)) and (any(map(_acts, mentions)) or _calls_a_firm(parsed)):
            lies = any(map(_is_place, mentions))
            _mark([] if lies else mentions, "BUS", "company")


def _mark(mentions: Iterable[Name], sector: str, noun: str) -> None:
    for name in mentions:
        name.kind, name.sector, name.noun = "org", sector, noun


def _calls_a_firm(parsed: Parsed) -> bool:
    """Whether the page speaks again of a company that was named."""
    return any(_takes_up_a_firm(t) for sentence in parsed.sentences for t in sentence.tokens)


def _takes_up_a_firm(token: Token) -> bool:
    """Whether a word speaks again of a company that was named: the airline, the operator."""
    noun = noun_at(token) if token.tag == "NN" else None
    return noun is not None and taking_up().get(noun.id) == "BUS" and is_definite(token)


def _is_joined(name: Name) -> bool:
    """Whether a name is a union's: `Solidar members`, `Solidar, the dockers' union`, `Solidar, which represents 900 pilots`."""
    words = actions().words
    last = name.tokens[-1]
    noun, word = last.head, phrase_head(last)
    if last.dep in ("compound", "poss") and noun is not None and noun is not last:
        return noun.lemma in words["of_unions"] or (noun.i == last.i + 1 and _is_union(noun))
    if any(_is_union(t) for t in word.childs("appos")) or (word.dep == "appos" and _is_union(word.head)):
        return True
    represents = (clause for clause in word.childs("relcl", "acl") if clause.lemma in words["representing"])
    if any(_are_workers(o) for clause in represents for o in clause.childs("dobj")):
        return True
    verb = word.head
    if word.dep == "nsubj" and verb is not None:
        members = verb.lemma in words["representing"] and any(_are_workers(o) for o in verb.childs("dobj"))
        return members or verb.lemma in words["balloting"]
    prep = verb if word.dep == "pobj" else None
    return prep is not None and prep.lower == "of" and prep.head is not None and prep.head.lemma in words["of_unions"]


def _is_union(token: Token | None) -> bool:
    noun = noun_at(token) if token is not None and token.tag in ("NN", "NNP") else None
    return noun is not None and noun.kind == "body" and noun.sector == "LAB"


def _are_workers(token: Token) -> bool:
    return token.lemma in actions().classes["workers"]


def _is_worked_for(name: Name) -> bool:
    """Whether people work for what a name names: `Corda's weavers`, `the strike at Corda`, `Corda employs 900`."""
    last = name.tokens[-1]
    noun, word = last.head, phrase_head(last)
    if last.dep in ("compound", "poss") and noun is not None:
        return noun is not last and _is_at_work(noun)
    verb = word.head
    if word.dep == "nsubj" and verb is not None:
        employing = actions().words["employing"]
        return verb.lemma in employing or any(f"{verb.lemma} {c.lower}" in employing for c in verb.childs("prt"))
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
