"""How much flows, sails or runs, as pages tell it: `deliveries fell to zero`, `no ferry sailed`, `three of nine routes run`.

Nothing that moves is `shut`, a part of it `restricted`, a part after nothing `reopening`, all of it `open`.
"""

from collections.abc import Iterator
from functools import cache

from standoff.extract.actors import Actors
from standoff.extract.arrivals import comes, ended_on, fails_to_come, first_to_pass, has_passed_since, is_told, reaches
from standoff.extract.described import Found, holds
from standoff.extract.events.clause import passive
from standoff.extract.events.clause import subject as doer_of
from standoff.extract.flow_forms import (
    after,
    can_move,
    common_lemma,
    core,
    has_end,
    has_word,
    in_part,
    is_flow,
    is_price,
    none_of_it,
    own_clause,
    patient_of,
    phrasal,
    says_no,
    strayed,
    subject_of,
)
from standoff.extract.status import read_status
from standoff.lexicon.flows import flow_words
from standoff.lexicon.states import state_table, state_words
from standoff.model import Aspect, Span, State
from standoff.parse import Sentence, Token

_SURE = 0.7
_BE = frozenset({"be", "remain", "stay", "stand", "run"})


def find_flows(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """The descriptions of a sentence, each by its verb; a service that is reduced, or a drop in deliveries, by its noun."""
    for token in sentence.tokens:
        if token.is_verb and token.dep not in ("aux", "auxpass"):
            found = _by_verb(token, actors)
            if found is not None:
                yield found
        elif token.is_noun:
            yield from _by_noun(token, actors)


def _by_noun(noun: Token, actors: Actors) -> Iterator[Found]:
    """`a skeleton service`, `a drop of 30 percent in deliveries`."""
    name = common_lemma(noun)
    small = _small(noun) if name in flow_words("service") else None
    less = name in flow_words("less") and next(
        (o for p in noun.subtree() if p.lower == "in" and p.i > noun.i for o in p.childs("pobj") if is_flow(o)), None
    )
    if not small and not less:
        return
    verb = next((a for a in noun.ancestors() if a.is_verb), None)
    if verb is None or not (small or (less and in_part(noun.subtree()))) or not holds(verb):
        return
    words = (small, noun) if small else (noun,)
    yield Found("flow.small" if small else "flow.less", "restricted", words, verb, actors.thing(noun), "goods", _SURE)


def _small(noun: Token) -> Token | None:
    """The word that makes a service a reduced one."""
    return next((c for c in noun.childs("amod", "compound") if c.lower in flow_words("small_service")), None)


@cache
def _verbs() -> frozenset[str]:
    """The lemmas of the verbs that can tell of a flow; any other tells only what is done `without`."""
    return _BE.union(*map(flow_words, _TELLING))


_TELLING = (
    "affect", "arrive", "cut", "fail", "fall", "get", "go_on", "handled", "keep_up", "make", "move", "resume", "return", "run",
    "stop", "turn", "yield",
)  # fmt: skip


def _by_verb(verb: Token, actors: Actors) -> Found | None:
    if phrasal(verb) not in _verbs() and not verb.has_child(("without",), "prep"):
        return None  # most verbs
    if (subject := subject_of(verb)) is not None and subject.lower == "you":
        return None  # `you need only stop the trains for an hour`
    if subject is not None and says_no(subject):
        moving = can_move(core(subject)) or (none_of_it(subject) and verb.lemma in flow_words("arrive"))
        made = verb.lemma in flow_words("yield") and common_lemma(core(subject)) in flow_words("yielded")
        if (made or (phrasal(verb) in flow_words("move") and moving)) and holds(verb, negated=True):
            return _found("none", "shut", verb, subject, actors, change=ended_on(verb))
        return None
    if (first := first_to_pass(verb, subject)) is not None:
        return _found("first", "open", verb, first, actors, change=True, sure=0.6)
    if (failed := fails_to_come(verb, subject)) is not None:
        return _found("none", "shut", verb, failed, actors)
    if (level := reaches(verb, subject)) is not None:
        return _found("part", "restricted", verb, level, actors)
    if comes(verb, subject) and subject is not None:
        return _found("comes", "open", verb, subject, actors, change=True, sure=0.6)
    if subject is not None and has_passed_since(verb, subject, actors):
        return _found("since", "open", verb, subject, actors, change=True, sure=0.6)
    rest = own_clause(verb)
    if subject is not None and _goes_normally(verb) and _runs_well(verb, core(subject), actors):
        return _found("normal", "open", verb, subject, actors)
    if (flow := _without(verb)) is not None and is_told(verb):
        return _found("without", "shut", verb, flow, actors, sure=0.6)
    if _keeps_up(verb):
        return _found("kept", "open", verb, verb, actors, sure=0.55)
    acted_on = patient_of(verb, subject)
    told = (
        _got(verb, acted_on, rest, actors)
        or _stopped_or_cut(verb, acted_on, rest, actors)
        or _resumed(verb, acted_on, subject, rest, actors)
        or _fell(verb, subject, rest, actors)
        or _running(verb, subject, rest, actors)
    )
    untold = _not_resumed(verb, subject, actors) or _still_not(verb, subject, actors)
    if told is None and untold is None:
        return None  # most verbs: their status, which takes longest to read, need not be asked
    return told if is_told(verb) else untold


def _goes_normally(verb: Token) -> bool:
    """`are sailing normally`: how it goes, not what is usual."""
    if not verb.has_child(("normally",), "advmod") or verb.tag not in ("VBG", "VBD"):
        return False
    return not any(c.tag == "MD" or c.dep in ("mark", "neg") for c in verb.children)


def _runs_well(verb: Token, noun: Token, actors: Actors) -> bool:
    """Something that runs, or the thing itself, is at work."""
    if verb.lemma not in _BE and verb.lemma not in flow_words("run", "go_on"):
        return False
    return common_lemma(noun) in flow_words("carriers", "lanes") or is_flow(noun) or actors.thing(noun) is not None


def _keeps_up(verb: Token) -> bool:
    """`would go on supplying the coast`, `will maintain deliveries to the islands`: what is to be spared."""
    if verb.lemma not in flow_words("keep_up"):
        return False
    reading = read_status(verb)
    if reading.negated or reading.obliged or reading.status == "demanded":
        return False
    if (flow := verb.child("dobj")) is not None:
        return is_flow(flow) and (has_end(flow) or has_end(verb))
    below = [*verb.childs("xcomp", "pcomp"), *(c for p in verb.childs("prep") for c in p.childs("pcomp"))]
    return any(
        c.lemma in flow_words("get") and (has_end(c) or ((o := c.child("dobj")) is not None and o.tag[:3] == "NNP"))
        for c in below
    )


def _without(verb: Token) -> Token | None:
    """The flow that somebody has to do without: `was left without gas`."""
    ends = (o for p in verb.childs("prep") if p.lower == "without" for o in p.childs("pobj"))
    return next((o for o in ends if is_flow(o)), None)


def _not_resumed(verb: Token, subject: Token | None, actors: Actors) -> Found | None:
    """`exports have not resumed`, `exports have yet to resume`."""
    if verb.lemma not in flow_words("resume"):
        return None
    above = verb.head
    yet = verb.dep == "xcomp" and above is not None and any(c.lower == "yet" for c in (*verb.children, *above.children))
    if yet and above is not None:
        subject = subject or above.child("nsubj")
    elif not any(c.dep == "neg" for c in verb.children) or not holds(verb, negated=True):
        return None
    if not is_flow(subject) or subject is None or any(c.tag == "MD" for c in verb.children):
        return None
    return _found("not_resumed", "shut", verb, subject, actors, sure=0.6)


def _still_not(verb: Token, subject: Token | None, actors: Actors) -> Found | None:
    """`Freight trains still do not run`, `the turbines have not turned since April`."""
    if subject is None or not any(c.dep == "neg" for c in verb.children) or not holds(verb, negated=True):
        return None
    words = {t.lower for t in own_clause(verb)} | {c.lower for c in verb.children}
    made = verb.child("dobj")
    if (
        made is not None
        and verb.lemma in flow_words("get")
        and made.lower in flow_words("carriers")
        and _is_single(made)
    ):
        return _found("none", "shut", verb, subject, actors, sure=0.6)  # `has not produced a litre`
    lasting = "still" in words or "yet" in words or ("since" in words and any(w in words for w in ("has", "have")))
    yields = (
        common_lemma(core(subject)) in flow_words("yielded") and passive(verb) and verb.lemma in flow_words("yield")
    )
    moves = verb.lemma in flow_words("move", "run", "turn")
    what = common_lemma(core(subject)) in flow_words("carriers", "lanes") or is_flow(core(subject))
    if not (lasting and ((moves and what) or yields)) or any(c.tag == "MD" for c in verb.children):
        return None
    return _found("none", "shut", verb, subject, actors, change=ended_on(verb), sure=0.6)


def _is_single(noun: Token) -> bool:
    return any(c.lower in ("a", "an", "one", "single") for c in noun.children)


def _got(verb: Token, acted: Token | None, rest: list[Token], actors: Actors) -> Found | None:
    """`is getting no gas`, `receives only half of its oil`."""
    if acted is None or acted.dep != "dobj" or verb.lemma not in flow_words("get", "yield"):
        return None
    noun = core(acted)
    if says_no(acted):
        ended = verb.lemma in flow_words("yield") and ended_on(verb)  # `has produced nothing since Monday`
        made = ended and (acted.lower == "nothing" or common_lemma(noun) in flow_words("yielded"))
        none = made or (can_move(noun) and acted.lower != "nothing")
        return _found("none", "shut", verb, acted, actors, change=ended) if none else None
    if any(t.lower == "only" for t in rest) and in_part(acted.subtree()) and (is_flow(noun) or acted is not noun):
        return _found("part", "restricted", verb, acted, actors)
    return None


def _stopped_or_cut(verb: Token, acted: Token | None, rest: list[Token], actors: Actors) -> Found | None:
    """`turned off the gas`, `reduced deliveries by a quarter`, `tied up nine of the eleven boats`."""
    stops, cuts = verb.lemma in flow_words("stop"), verb.lemma in flow_words("cut")
    if acted is None or not (stops or cuts) or says_no(acted):
        return None
    part, whole = in_part([*rest, *strayed(acted)]), has_word(acted.subtree(), "all")
    acted = core(acted)
    off = verb.has_child(("off", "up", "down"), "prt")
    if verb.lemma in flow_words("with_off") and not off:
        return None
    flows = is_flow(acted) or (off and actors.thing(acted) is not None)
    counted = common_lemma(acted) in flow_words("carriers", "lanes") and (whole or part)
    if stops and (flows or counted):
        by_part = (part and (verb.lemma == "cut" or not whole)) or _are_some(doer_of(verb))
        return _found("stop", "restricted" if by_part else "shut", verb, acted, actors, change=True)
    if cuts and flows and acted is not verb.child("nsubj"):
        none = has_word(after(rest, verb), "none")
        return _found("cut", "shut" if none else "restricted", verb, acted, actors, change=True)
    return None


def _are_some(doer: Token | None) -> bool:
    """Whether a number of those who do it is told, and not that they are all there are: `nine mills`, not `the two mills`."""
    counted = doer is not None and doer.is_noun and any(c.tag == "CD" for c in doer.childs("nummod"))
    return counted and doer is not None and not any(c.dep in ("det", "poss", "predet") for c in doer.children)


def _resumed(
    verb: Token, acted: Token | None, subject: Token | None, rest: list[Token], actors: Actors
) -> Found | None:
    """`resumed pumping gas at a third`, `gas flowed again`."""
    begun = verb.dep == "xcomp" and verb.head is not None and verb.head.lemma in flow_words("begin")
    again = verb.lemma in flow_words("run", "handled") and (begun or any(t.lower == "again" for t in rest))
    moved = verb.child("dobj") if begun and verb.lemma in flow_words("handled") else None  # `began pumping oil`
    noun = acted if verb.lemma in flow_words("resume") else moved or subject if again else None
    some = verb.lemma in flow_words("resume") and acted is not None and acted.tag == "CD" and core(acted) is not acted
    if some and acted is not None and common_lemma(core(acted)) in flow_words("lanes"):
        return _found("part", "restricted", verb, acted, actors, change=True)  # `restarted one of the two units`
    by_itself = again or (noun is subject and verb.child("dobj") is None)
    if noun is None or not (is_flow(noun) or (by_itself and common_lemma(noun) in flow_words("carriers"))):
        return None
    later = [t for t in verb.sentence.tokens if t.i > verb.i]  # `resumed it on Monday, but at no more than a third`
    limited = in_part(rest) or any(t.lower == "at" and in_part(later[n : n + 6]) for n, t in enumerate(later))
    state: State = "reopening" if (limited or begun) and not has_word(rest, "full") else "open"
    return _found("resume", state, verb, noun, actors, change=True)


def _fell(verb: Token, subject: Token | None, rest: list[Token], actors: Actors) -> Found | None:
    """`deliveries fell to zero`, `the flow dropped by half`."""
    down = verb.lemma in _BE and verb.has_child(("down", "up"), "advmod", "acomp", "prt", "prep")
    if (verb.lemma not in flow_words("fall") and not down) or not is_flow(subject) or subject is None:
        return None
    if is_price(verb, subject):
        return None
    told = after(rest, verb)
    by = any(t.lower in ("by", "to") for t in told)
    if by and has_word(told, "none"):
        return _found("fall", "shut", verb, subject, actors, change=True)
    less = in_part(told) or _from_to(told)
    return _found("fall", "restricted", verb, subject, actors, change=True) if by and less else None


def _from_to(told: list[Token]) -> bool:
    """`to 180,000 barrels a day from 300,000`: two figures, of which the second is no nought."""
    steps = {t.lower for t in told if any(o.tag == "CD" or o.child("nummod") for o in t.childs("pobj"))}
    return {"from", "to"} <= steps


def _running(verb: Token, subject: Token | None, rest: list[Token], actors: Actors) -> Found | None:
    """`all berths are working`, `three of nine routes run`, `transit was not affected`, `traffic returned to normal`."""
    if subject is None:
        return None
    noun = core(subject)
    counted = common_lemma(noun) in flow_words("carriers", "lanes")
    if verb.lemma in flow_words("affect") and passive(verb) and (is_flow(noun) or counted):
        negated = any(c.dep == "neg" for c in verb.children)
        return _found("unaffected", "open", verb, subject, actors, sure=0.55) if negated else None
    runs = verb.lemma in flow_words("run") or (verb.lemma in flow_words("make") and passive(verb))
    stands = verb.lemma in _BE and verb.has_child(state_words(), "acomp", "oprd")
    thing = runs and actors.thing(noun) is not None
    utility = common_lemma(noun) in flow_words("utility")  # which runs to the thing, shut or not
    level = (
        is_flow(noun)
        and not utility
        and any(t.lower == "at" for t in after(rest, verb))
        and (runs or verb.lemma in _BE)
    )
    if (counted and (runs or stands)) or thing or level or (runs and has_word(after(rest, verb), "lanes")):
        owned = verb.child("dobj") is not None and verb.tag in ("VBP", "VBZ")  # they run all the mills of the town
        if runs and has_word(rest, "all") and not owned:
            return _found("all", "open", verb, subject, actors)
        if in_part(rest):
            return _found("part", "restricted", verb, subject, actors)
    goes_on = verb.lemma in flow_words("go_on")
    if goes_on and is_flow(noun) and has_end(noun) and not any(c.dep == "xcomp" for c in verb.children):
        return _found("unaffected", "open", verb, subject, actors, sure=0.55)
    if has_word(rest, "normal") and not in_part(after(rest, verb)):
        if _runs_well(verb, noun, actors):
            return _found("normal", "open", verb, subject, actors)
        if verb.lemma in flow_words("return") and is_flow(noun):
            return _found("normal", "open", verb, subject, actors, change=True)
    return None


def _found(
    entry: str, state: State, verb: Token, noun: Token, actors: Actors, *, change: bool = False, sure: float = _SURE
) -> Found | None:
    """What a verb tells of a flow; None where current or water still runs to the thing, which may be shut all the same."""
    itself = actors.thing(noun)
    spared = state == "open" and itself is None and common_lemma(noun) in flow_words("utility")
    if spared and any(actors.thing(below) for below in verb.subtree() if below is not noun):
        return None
    thing: Span | None = itself or next(
        (t for below in noun.subtree() if below is not noun and (t := actors.thing(below))), None
    )
    aspect: Aspect = state_table().aspects.get(common_lemma(noun), "goods")
    return Found(f"flow.{entry}", state, (verb,), verb, thing, aspect, sure, change=change)
