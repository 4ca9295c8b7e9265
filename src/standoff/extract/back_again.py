"""Who and what is back: `pupils streamed back into the school`, `the fitters were back at their benches`, `switched it on again`."""

from collections.abc import Iterator

from standoff.extract.actors import Actors
from standoff.extract.described import Found, holds
from standoff.extract.events.clause import heads, passive
from standoff.extract.events.relative import antecedent
from standoff.extract.flow_forms import common_lemma, in_part, is_flow, own_clause, patient_of, subject_of
from standoff.lexicon.flows import flow_words
from standoff.lexicon.state_acts import words_of_class
from standoff.lexicon.states import state_table
from standoff.model import Aspect, Span
from standoff.parse import Sentence, Token

_INTO = frozenset({"into", "to", "through", "over", "across", "in", "at", "on"})


def find_returns(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """The words that tell that somebody is back where they work or pass, or that something runs again, by the clause's verb."""
    for verb in sentence.tokens:
        if verb.lemma not in _verbs() or verb.dep in ("aux", "auxpass") or not (verb.is_verb or _told_as_noun(verb)):
            continue
        found = _back_at_work(verb) or _back_inside(verb, actors) or _on_again(verb, actors) or _trickles(verb, actors)
        if found is not None:
            yield found


def _told_as_noun(word: Token) -> bool:
    """`Traffic trickles through the pass`, where the parser takes the verb for a noun."""
    return word.dep == "ROOT" and word.tag == "NNS" and word.lemma in flow_words("trickle")


def _verbs() -> frozenset[str]:
    return flow_words("come_back", "with_on", "trickle")


def _back_at_work(verb: Token) -> Found | None:
    """`Dockers returned to the quays on Monday`, `the fitters are back at work`: who stayed away is where they work."""
    subject = subject_of(verb) or _shared(verb)
    if subject is None or not _is_back(verb) or not any(_works(head) for head in heads(subject)):
        return None
    posts = [o for p in _ways(verb) for o in p.childs("pobj") if common_lemma(o) in flow_words("posts")]
    if not posts or in_part(subject.subtree()) or not holds(verb):
        return None
    return Found("strike.back", "open", (verb,), verb, None, "work", 0.7, change=True)


def _back_inside(verb: Token, actors: Actors) -> Found | None:
    """`Pupils streamed back into the schools`: those whom the thing is there for come in again."""
    subject = subject_of(verb)
    if subject is None or not _is_back(verb) or common_lemma(subject) not in flow_words("users"):
        return None
    thing = next((t for p in _ways(verb) for o in p.childs("pobj") if (t := actors.thing(o))), None)
    if thing is None or in_part(own_clause(verb)) or not holds(verb):
        return None
    return Found("flow.return", "open", (verb,), verb, thing, "people_in", 0.6, change=True)


def _shared(verb: Token) -> Token | None:
    """The subject of the verb before: `approved the contract and were back on set`."""
    return subject_of(verb.head) if verb.dep == "conj" and verb.head is not None and verb.head.is_verb else None


def _is_back(verb: Token) -> bool:
    """`returned`, `came back`, `were back`."""
    if verb.lemma not in flow_words("come_back"):
        return False
    return verb.lemma == "return" or verb.has_child(("back",), "advmod", "prt", "acomp", "prep")


def _ways(verb: Token) -> list[Token]:
    """The prepositions that say where to; `back` may stand between."""
    below = [verb, *(c for c in verb.childs("advmod", "prt", "acomp", "prep") if c.lower == "back")]
    return [p for b in below for p in b.childs("prep") if p.lower in _INTO]


def _works(noun: Token) -> bool:
    """A noun for those who work: `fitters`, `crews`, `members`."""
    return noun.lower == "they" or noun.tag in ("NNS", "NNPS") or noun.lower in words_of_class("passing_people")


def _on_again(verb: Token, actors: Actors) -> Found | None:
    """`switched the line back on`, `the gas came on again`: what was off runs."""
    ons = [c for c in verb.childs("prt", "advmod", "prep") if c.lower == "on" and c.child("pobj") is None]
    if verb.lemma not in flow_words("with_on") or not ons:
        return None
    noun = patient_of(verb, verb.child("nsubjpass", "nsubj"))
    if noun is None or (verb.child("dobj") is None and not passive(verb) and verb.lemma != "come"):
        return None
    noun = antecedent(noun, verb)
    thing: Span | None = actors.thing(noun)
    if (thing is None and not is_flow(noun)) or in_part(own_clause(verb)) or not holds(verb):
        return None
    aspect: Aspect = state_table().aspects.get(common_lemma(noun), "goods")
    return Found("flow.on", "open", (verb,), verb, thing, aspect, 0.7, change=True)


def _trickles(verb: Token, actors: Actors) -> Found | None:
    """`Traffic trickles through the crossing`: a little of it."""
    subject = verb.child("compound", "nsubj") if verb.is_noun else subject_of(verb)
    if subject is None or verb.lemma not in flow_words("trickle"):
        return None
    if not (is_flow(subject) or common_lemma(subject) in flow_words("carriers")) or not holds(verb):
        return None
    thing = next((t for below in verb.subtree() if below.i > verb.i and (t := actors.thing(below))), None)
    return Found("flow.part", "restricted", (verb,), verb, thing, "goods", 0.7)
