"""What somebody is counted by: `became the tenth country to recognise it`, `among the first to hail him was the king`."""

import re
from dataclasses import dataclass

from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token, asked_once

_LINKING = frozenset({"be", "become"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NOBODY = frozenset({"nobody", "none", "neither"})
_HARDLY = frozenset({"hardly", "never", "scarcely"})
_STANDING = frozenset({"last", "latest", "newest", "only", "sole"})
_SOMEBODY = ("officials", "organisations", "people")


@dataclass(slots=True, frozen=True)
class Numbered:
    """The verb that says that somebody is one of a row who did something, and who that is."""

    verb: Token
    who: Token


@asked_once
def numbered(deed: Token) -> Numbered | None:
    """Who is told to be the first, the tenth, the latest to do what an infinitive tells; None where nobody is."""
    if deed.tag != "VB" or all(c.lower != "to" for c in deed.childs("aux")):
        return None
    one = _one(deed)
    if one is None or not (_is_numbered(one) and _is_somebody(one)):
        return None
    link = one.head
    if one.dep == "pobj" and link is not None and link.lower == "among":  # among the first to hail him was the king
        be = link.head
        who = _told_of(be, deed) if be is not None else None
    else:
        be = link if one.dep == "attr" else None
        who = be.child("nsubj") if be is not None else None
    if be is None or be.lemma not in _LINKING or who is None or who is one:
        return None
    return Numbered(be, who) if not _is_denied(be, who, one) and _is_one_time(be, one) else None


def _one(deed: Token) -> Token | None:
    """The phrase that a deed hangs on, or that stands before it below the same verb."""
    above = deed.head
    if deed.dep in ("acl", "relcl"):
        return above
    if deed.dep in ("xcomp", "advcl", "ccomp") and above is not None and above.lemma in _LINKING:
        row = [
            *above.childs("attr"),
            *(t for p in above.childs("prep") if p.lower == "among" for t in p.childs("pobj")),
        ]
        return next((t for t in row if t.i < deed.i), None)
    return None


def _is_numbered(one: Token) -> bool:
    """Whether a phrase counts somebody: `the tenth country`, `the first`, `one of the last`."""
    words = clause_words("counted_by")
    return any(t.lower in words or _ORDINAL.fullmatch(t.lower) for t in (one, *one.childs("amod", "nummod")))


def _is_denied(be: Token, who: Token, one: Token) -> bool:
    """Whether nobody is said to be of the row: `was not the first`, `no union was the first`, `was hardly the first`."""
    nobody = any(t.lower in _NOBODY or t.has_child(("no",), "det") for t in (who, one))
    return nobody or be.child("neg") is not None or any(t.lower in _HARDLY for t in be.childs("advmod"))


def _is_one_time(be: Token, one: Token) -> bool:
    """Whether the copula tells of a deed done once: not what somebody is, nor that nobody else did it or did it later."""
    if be.lemma != "be":
        return True
    standing = any(t.lower in _STANDING for t in (one, *one.childs("amod", "nummod")))
    return (not standing and be.tag not in ("VBP", "VBZ") and be.child("aux") is None) or be.has_child(
        ("will", "would"), "aux"
    )


def _is_somebody(one: Token) -> bool:
    """Whether it is somebody who is counted, and no step, chance or time: `the first to`, `the first state to`."""
    if one.lower in clause_words("counted_by") or one.lemma in clause_words("counted_ones"):
        return True
    lexicon = actions()
    return any(one.lemma in lexicon.classes[name] for name in _SOMEBODY)


def _told_of(be: Token, deed: Token) -> Token | None:
    """Who stands on the other side of the copula: `among the first to hail him was the king`, `the king was among the first`."""
    if be.i > deed.i and (behind := be.child("attr")) is not None:
        return behind
    return be.child("nsubj")
