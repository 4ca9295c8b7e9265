"""What comes to a halt and what is on the move again: `freight traffic came to a halt`, `trains are rolling again`."""

from collections.abc import Iterator
from functools import cache

from standoff.extract.actors import Actors
from standoff.extract.arrivals import is_told
from standoff.extract.described import Found
from standoff.extract.events.clause import passive, prepositions
from standoff.extract.flow_forms import common_lemma, core, in_part, is_flow, own_clause, says_no, subject_of
from standoff.lexicon.flows import flow_words
from standoff.lexicon.states import state_table
from standoff.model import Aspect, State
from standoff.parse import Sentence, Token

_SURE = 0.6


def find_halts(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """The words that tell that what runs stands still, or runs again, by the clause's verb."""
    for verb in sentence.tokens:
        if verb.lemma not in _verbs() or not verb.is_verb or verb.dep in ("aux", "auxpass"):
            continue
        if _stands_still(verb):
            yield from _told(verb, _what(verb), "shut", actors)
        elif _on_the_move(verb):
            yield from _told(verb, subject_of(verb), "open", actors)


@cache
def _verbs() -> frozenset[str]:
    return flow_words("to_a_halt", "falls_still", "stops_doing") | {"be", "get"}


def _stands_still(verb: Token) -> bool:
    """`came to a standstill`, `fell silent`, `stopped running`."""
    if verb.lemma in flow_words("to_a_halt"):
        return any(name == "to" and t.lemma in flow_words("halted") for name, t in prepositions(verb))
    if verb.lemma in flow_words("falls_still"):
        return verb.has_child(flow_words("still"), "acomp", "oprd", "advmod")
    moving = flow_words("move", "run")
    return verb.lemma in flow_words("stops_doing") and any(c.lemma in moving for c in verb.childs("xcomp"))


def _on_the_move(verb: Token) -> bool:
    """`have been on the move since Monday`, `were back on the rails`."""
    after = verb.sentence.text[verb.end - verb.sentence.start :].lower()
    return verb.lemma in ("be", "get") and any(after.startswith(f" {way}") for way in state_table().moving)


def _what(verb: Token) -> Token | None:
    """What stands still: the object of who brings it to a halt, else the subject."""
    acted_on = verb.child("dobj")
    if acted_on is not None and verb.child("xcomp") is None:
        return acted_on
    return (verb.child("nsubjpass") if passive(verb) else None) or subject_of(verb)


def _runs(noun: Token, actors: Actors) -> bool:
    """Whether a noun is all that flows or runs there: traffic, output, the trains; not one train, not several."""
    if says_no(noun) or core(noun) is not noun:
        return False
    if is_flow(noun) or common_lemma(noun) in state_table().aspects or actors.thing(noun) is not None:
        return True
    some = noun.child("nummod") or any(c.lower != "the" for c in noun.childs("det"))
    return noun.tag in ("NNS", "NNPS") and common_lemma(noun) in flow_words("carriers") and not some


def _told(verb: Token, noun: Token | None, state: State, actors: Actors) -> Iterator[Found]:
    """The description, where all that runs is meant and it is told as a fact."""
    if noun is None or not _runs(noun, actors) or in_part(own_clause(verb)) or not is_told(verb):
        return
    thing = actors.thing(noun) or next((t for b in noun.subtree() if b is not noun and (t := actors.thing(b))), None)
    named = (t for t in (*noun.childs("compound"), noun) if common_lemma(t) in state_table().aspects)
    aspect: Aspect = next((state_table().aspects[common_lemma(t)] for t in named), "goods")
    name = "flow.halt" if state == "shut" else "flow.moving"
    yield Found(name, state, (verb,), verb, thing, aspect, _SURE, change=True)
