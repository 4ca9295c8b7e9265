"""Companies and unions that a description may mean, though the page names them only beside others or never says what they are."""

from collections.abc import Set

from standoff.extract.actors.denoted import Denoted, phrase_head
from standoff.extract.actors.names import Name, Names
from standoff.extract.actors.signs import ARGUMENTS
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_FAR = 25  # sentences that a description looks back


def named_beside(head: Token, sector: str, names: Names, but: Set[str]) -> Name | None:
    """The last company or union before a phrase that is named only beside others: of `KLM pilots`, KLM; `but`: none of those."""
    first = max(0, head.sentence.index - _FAR)
    for found in reversed(names.by_sentence[first : head.sentence.index + 1]):
        for name in found:
            modifies = name.kind == "org" and phrase_head(name.tokens[-1]) not in name.tokens
            if not modifies or name.sector != sector or name.end >= head.start:
                continue
            if name.id.startswith("NAMED:") and name.id not in but:
                return name
    return None


def may_be_body(head: Token, name: Name | None, d: Denoted, names: Names) -> bool:
    """Whether nothing speaks against a name being that of a body that acts or is acted on: several words, or the page's only one."""
    if name is None or name.kind != "proper" or not d.id.startswith("NAMED:") or head.dep not in ARGUMENTS:
        return False
    if d.human or d.person or d.plural or d.sector:
        return False
    return len(name.tokens) > 1 or (name.joined is None and _is_only(name, names))


def _is_only(name: Name, names: Names) -> bool:
    """Whether nobody else on the page is only a name: in `Lumo sued Solidar. The union appealed.` there are two."""
    if all(_speaks(n) for n in names.same(name)):
        return False  # more likely a person, of whom only the last name is told
    others = {n.name for found in names.by_sentence for n in found if n.kind == "proper" and n.sector is None}
    return others == {name.name}


def is_unknown(name: Name, names: Names) -> bool:
    """Whether nothing is known of a name, and it is nobody's by its looks."""
    unknown = name.kind in ("org", "proper") and name.sector is None and name.id.startswith("NAMED:")
    return unknown and not names.is_human(name)


def _speaks(name: Name) -> bool:
    head = phrase_head(name.tokens[-1])
    return head.dep == "nsubj" and head.head is not None and head.head.lemma in clause_words("speaking")


def only_body(names: Names, sector: str | None) -> str | None:
    """The one company, or union, of a page, for which its chief executive speaks; None where there are several."""
    if sector not in ("BUS", "LAB"):
        return None
    bodies = {n.id for found in names.by_sentence for n in found if n.sector == sector and n.kind in ("org", "party")}
    return next(iter(bodies)) if len(bodies) == 1 else None
