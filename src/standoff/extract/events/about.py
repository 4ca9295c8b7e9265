"""What an act is about that is done to nobody: `rejected the referendum`, `condemned the raids`, `sent troops to the border region`."""

from collections.abc import Iterator, Sequence

from standoff.extract.actors import Actors
from standoff.extract.draft import Draft
from standoff.extract.events.clause import heads, objects, passive, prepositions
from standoff.extract.events.refs import is_other, phrase
from standoff.extract.events.words import is_measure, is_time
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import place_kinds
from standoff.model import ActorRef, PloverType, Span
from standoff.parse import Token

# What others do, hold or own may be blamed, praised, refused, protested against or struck, by these prepositions.
_ABOUT: dict[PloverType, tuple[str, ...]] = {
    "ACCUSE": ("of", "against", "into", "on", "for", "at"),
    "ASSAULT": ("on", "against"),
    "PROTEST": ("against", "at", "of"),
    "REJECT": ("of", "to", "on"),
    "SUPPORT": ("for", "of", "to"),
}
# Acts whose target is struck, or stood on, itself: the record keeps it as whom they are done to.
_TARGETED: tuple[PloverType, ...] = ("ASSAULT", "MOBILIZE")
_HITTING: tuple[PloverType, ...] = ("COERCE", "PROTEST", "SANCTION")
_WHERE = ("across", "along", "at", "in", "into", "near", "to")


def about(drafts: Sequence[Draft], actors: Actors) -> None:
    """Gives acts that are done to nobody what they are about, or where troops stand, as their recipient; what is only spoken of is their object too.

    Who is threatened is whom the act that is threatened is done to, where the threat itself names nobody.
    """
    for draft in drafts:
        if not draft.recipients and draft.type in _HITTING and draft.anchor.is_verb:
            draft.recipients = _stranded(draft, actors)
        if draft.recipients or draft.object is not None or not draft.actors or not draft.anchor.is_verb:
            continue
        if draft.type == "SUPPORT" and len(draft.actors) > 1:
            continue  # established relations with each other
        nouns = _nouns(draft) if draft.type in _ABOUT else _grounds(draft)
        noun = next((t for t in nouns if draft.type == "ASSAULT" or actors.thing(t) is None), None)
        if noun is not None:
            ids = {r.id for r in draft.actors}
            whose = tuple(r for r in actors.owner(noun) if is_other(r, ids)) if draft.type == "MOBILIZE" else ()
            ref = phrase(noun, actors)
            draft.recipients = whose or (ref,)
            if draft.type not in _TARGETED:
                draft.object = Span(start=ref.start, end=ref.end)
    for draft in drafts:
        said = draft.content_of
        if said is not None and said.type == "THREATEN" and not said.recipients:
            said.recipients = draft.recipients  # threatened to shell the tower


def _stranded(draft: Draft, actors: Actors) -> tuple[ActorRef, ...]:
    """Whom a closure or a strike leaves waiting: `blocked the gate, stranding 40 Chadian lorries`."""
    ids = {r.id for r in draft.actors}
    clauses = (c for c in draft.anchor.childs("advcl") if c.tag == "VBG" and c.lemma in actions().words["stranding"])
    found = (r for c in clauses for t in objects(c) for h in heads(t) for r in actors.of(h) or actors.owner(h))
    return tuple(r for r in found if is_other(r, ids))


def _nouns(draft: Draft) -> Iterator[Token]:
    """The nouns that an act may be about, nearest first."""
    verb = draft.anchor
    words = [*(t for t in draft.trigger if t.is_noun), *draft.trigger, verb]
    named = [t for w in words for name, t in prepositions(w) if name in _ABOUT[draft.type]]
    by_means = draft.type == "PROTEST" and draft.mode != "boycott"  # tipped onions, put up a roadblock
    acted_on = objects(verb) if verb in draft.trigger and not (by_means or passive(verb)) else []
    told = {t.i for t in draft.trigger}
    nouns = (h for t in (*acted_on, *named) for h in heads(t) if h.i not in told and _may_be_done_to(h))
    return (h for h in nouns if draft.type != "ACCUSE" or not _is_new_case(h))


def _is_new_case(noun: Token) -> bool:
    """Whether a noun is of a step in court that is only taken: `filed a lawsuit`, but not `condemned the lawsuit`."""
    return noun.lemma in actions().classes["case"] and noun.has_child(("a", "an"), "det")


def _may_be_done_to(noun: Token) -> bool:
    """Whether an act may be done to what a noun names: no name, time or measure, nothing with an owner, no weapon, no terms, offer or talks, which are somebody's."""
    if noun.tag not in ("NN", "NNS") or noun.text.endswith(".") or noun.child("poss"):
        return False
    if noun.tag == "NN" and noun.child("det", "amod", "compound") is None:
        return False  # used force
    if is_time(noun) or is_measure(noun):
        return False
    classes = actions().classes
    laid = noun.lower in actions().words["on_the_table"]
    return not (laid or any(noun.lemma in classes[name] for name in ("meeting", "offered", "weapon")))


def _grounds(draft: Draft) -> Iterator[Token]:
    """The grounds where troops stand or are sent: `the northern region`."""
    if draft.type != "MOBILIZE" or draft.mode == "weapons":
        return iter(())
    named = (p for w in (*draft.trigger, draft.anchor) for p in prepositions(w))
    return (t for name, t in named if name in _WHERE and t.lower in place_kinds())
