"""What nobody does though a verb tells it: those hurt in an accident, by a car or by a ban, roads shut because of snow."""

from standoff.extract.events.clause import heads, objects, passive, prepositions, subject
from standoff.extract.events.match import Match
from standoff.lexicon.actions import Actions
from standoff.parse import Token

_IN = ("by", "in")
_BECAUSE = ("amid", "because", "by", "due", "owing")
_SHUTTING = ("discontinue", "restrict")
_HIT_AND_RUN = 5  # tokens of `hit-and-run`, with its hyphens


def is_nobodys(match: Match, verb: Token, lexicon: Actions) -> bool:
    """Whether harm is done by no weapon or in an accident, or something is shut because of the weather."""
    if match.sense.type == "ASSAULT":
        return _by_paper(verb, lexicon) or _by_accident(verb, lexicon)
    return match.sense.mode in _SHUTTING and _for_weather(verb, lexicon)


def _by_paper(verb: Token, lexicon: Actions) -> bool:
    """Whether what is said to hit somebody is no weapon: `the ban has hit traders`; or what is struck is a deal."""
    if verb.lemma == "strike" and any(o.lower == "it" for o in objects(verb)):
        deals = lexicon.classes["agreement"]
        return any(t.lemma in deals for t in verb.sentence.tokens[: verb.i])  # the pact, since it was struck
    hurt = _outcome_of(verb)
    doers = [subject(verb), *(t for name, t in prepositions(hurt) if name == "by")] if hurt else [subject(verb)]
    return any(t is not None and t.lemma in lexicon.classes["restriction"] for t in doers)


def _by_accident(verb: Token, lexicon: Actions) -> bool:
    """Whether those hurt are so by an accident: `killed in a helicopter crash`, `was hit by a quake, killing 20`."""
    told = [verb] if passive(verb) else []
    if (above := _outcome_of(verb)) is not None:
        told = [above, *objects(above)]
    named = [t for above in told for name, t in prepositions(above) if name in _IN]
    doers = [t for t in (subject(verb), *named) if t is not None]
    if any(_runs_over(t, verb, lexicon) for p in doers for t in heads(p)):
        return True
    return any(_is_accident(t, lexicon) for p in (*told, *named) for t in heads(p))


def _runs_over(doer: Token, verb: Token, lexicon: Actions) -> bool:
    """Whether a doer is somebody at the wheel who hits people: `struck by a lorry`, `a hit-and-run driver killed two`."""
    if {"hit", "run"} <= {t.lower for t in doer.sentence.tokens[max(0, doer.i - _HIT_AND_RUN) : doer.i]}:
        return True
    first = verb.head if verb.dep == "conj" and verb.head is not None else verb  # struck and killed
    hits = not {verb.lemma, first.lemma}.isdisjoint(lexicon.words["running_over"])
    at_the_wheel = doer.lemma in lexicon.words["motorist"] or doer.lemma in lexicon.classes["vehicle"]
    armed = any(t.lemma in lexicon.classes["arms"] for p in (doer, *objects(verb)) for t in p.subtree())
    return at_the_wheel and hits and not armed


def _outcome_of(verb: Token) -> Token | None:
    """The verb whose outcome a participle tells: `was hit by a ban, hurting exporters`."""
    outcome = verb.dep == "advcl" and verb.tag == "VBG" and verb.child("nsubj") is None
    return verb.head if outcome else None


def _for_weather(verb: Token, lexicon: Actions) -> bool:
    """Whether a cause is told that is weather or an accident: `closed the pass because of snow`."""
    causes = (t for p in verb.childs("agent", "prep") if p.lower in _BECAUSE for t in p.subtree())
    return any(t.lemma in lexicon.words["weather"] or _is_accident(t, lexicon) for t in causes)


def _is_accident(noun: Token, lexicon: Actions) -> bool:
    """Whether a noun is one, and not a figure of speech: `an avalanche of rockets`."""
    fired = any(t.lemma in lexicon.classes["weapon"] for name, t in prepositions(noun) if name == "of")
    return noun.lemma in lexicon.words["accidents"] and not fired
