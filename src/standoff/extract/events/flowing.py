"""What a page tells of a flow -> draft: that less of it comes, none, or some again, is an act where no verb of acting tells it.

`Water in the canal fell from 300 cubic metres a second to 90`, `the first oil reached the port`, `the mill resumed pumping`.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from standoff.extract.actors import Actors
from standoff.extract.arrivals import since_weekday
from standoff.extract.described import Found
from standoff.extract.draft import Draft
from standoff.extract.events.clause import passive
from standoff.extract.events.coder import Coder
from standoff.extract.events.further_words import says
from standoff.extract.events.match import Match
from standoff.extract.events.relative import antecedent
from standoff.extract.events.words import has_time
from standoff.extract.flow_forms import common_lemma, core, is_flow, is_price, patient_of, subject_of
from standoff.extract.flows import find_flows
from standoff.extract.status import Reading, read_status
from standoff.lexicon.alike import sense_of
from standoff.lexicon.flows import BY_FLOW, flow_words
from standoff.lexicon.senses import Sense, marked, senses
from standoff.lexicon.state_acts import words_of_class
from standoff.model import PloverType
from standoff.parse import Sentence, Token

_CUT: frozenset[PloverType] = frozenset({"COERCE", "SANCTION"})
_OPENED: frozenset[PloverType] = frozenset({"COOPERATE", "RETREAT"})
_NOT_DATED = frozenset({"flow.since", "flow.part"})  # what has run since a day of old is not what began then


def flowing(coder: Coder, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a page with the changes of a flow that no act of the same clause tells."""
    used = {t for d in drafts for t in (*d.trigger, d.anchor)}
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        beside.setdefault(draft.anchor.sentence.index, []).append(draft)
    found = [
        told
        for sentence in sentences
        for change in _changes(sentence, coder.actors)
        if used.isdisjoint(_clause(change.anchor))
        and (told := _draft(coder, change)) is not None
        and not any(_tells_it(d, told) for d in beside.get(sentence.index, ()))
    ]
    return _by_cause([*drafts, *found])


def _by_cause(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, where a clause tells who made a flow fall with that one alone: `dropped on Monday after Chad had cut it`."""
    drafts = [d for d in drafts if sense_of(d.rule) not in marked("flows_less") or not _is_price(d.anchor)]
    for draft in drafts:
        if sense_of(draft.rule) in marked("flows_less"):
            _turn_imports(draft)
    told: set[Draft] = set()
    for draft in drafts:
        above = draft.anchor.head
        if draft.type not in _CUT or not draft.actors or draft.anchor.dep != "advcl" or above is None:
            continue
        if (
            above.lemma in flow_words("fall")
            and is_flow(core(subject_of(above) or above))
            and not has_time(draft.anchor)
        ):
            same = [d for d in drafts if d.anchor is above and d.type in _CUT and not d.actors]
            draft.recipients = next((d.recipients for d in same if d.recipients), draft.recipients)
            draft.anchor = above
            told.update(same)
    return [draft for draft in drafts if draft not in told]


def _is_price(verb: Token) -> bool:
    return verb.is_verb and is_price(verb, subject_of(verb))


def _turn_imports(draft: Draft) -> None:
    """Whose imports fall has less: somebody else did it."""
    subject = subject_of(draft.anchor) if draft.anchor.is_verb else None
    if subject is not None and common_lemma(subject) == "import":
        draft.actors, draft.recipients = (), draft.recipients or draft.actors


def _changes(sentence: Sentence, actors: Actors) -> Iterator[Found]:
    """What the sentence tells to have changed."""
    flows = flow_words("flow")
    none_since = "since" in sentence.words and not flow_words("yield").isdisjoint(sentence.lemmas)
    if not none_since and flows.isdisjoint(sentence.lemmas) and flows.isdisjoint(sentence.words):
        return  # most sentences
    for found in find_flows(sentence, actors):
        verb = found.anchor
        if not found.change or not verb.is_verb or (found.entry in _NOT_DATED and not since_weekday(verb)):
            continue
        if not words_of_class("lasting").isdisjoint(c.lower for c in verb.children):
            continue  # deliveries were still limited
        if not _is_figure(found, verb) and not _is_cargo(found, verb):
            yield found


def _is_figure(found: Found, verb: Token) -> bool:
    """Whether it is what statistics count, or grows: `Output fell by 5 percent last year`, `exports rose by a tenth`."""
    if found.entry != "flow.fall" or found.state != "restricted":
        return False
    subject = subject_of(verb)
    figure = subject is not None and found.thing is None and common_lemma(subject) in flow_words("statistics")
    return figure or verb.lemma in flow_words("grow")


def _is_cargo(found: Found, verb: Token) -> bool:
    """Whether something only arrived that may always have come: `the cargo reached Hamburg`."""
    anew = any(t.lower in ("first", "again") for t in verb.sentence.tokens)
    return found.entry == "flow.comes" and found.thing is None and not anew


def _clause(verb: Token) -> tuple[Token, ...]:
    """The verb with those that it is one with: `began to flow`, `resumed pumping`."""
    above = (verb.head,) if verb.dep == "xcomp" and verb.head is not None else ()
    return (*above, verb, *verb.childs("xcomp"))


def _draft(coder: Coder, change: Found) -> Draft | None:
    """The act of whoever makes it flow or stop; of nobody where it only does."""
    verb = change.anchor
    sense = _sense(change.state in ("open", "reopening"))
    doer = subject_of(verb)
    patient = (
        doer if doer is not None and _flows(core(doer)) else patient_of(verb, doer)
    )  # the first oil reached the port
    if patient is None or says(verb, coder.matcher.classes.around(verb), sense.no_words):
        return None
    by_itself = patient is doer or passive(verb)
    trigger = tuple(sorted(_clause(verb), key=lambda t: t.i))
    match = Match(sense, verb, trigger, verb, (antecedent(patient, verb),), "thing" if by_itself else "verb+object")
    draft = coder.draft(match, Reading() if change.entry == "flow.none" else read_status(verb))
    if draft is not None:
        draft.rule = f"{sense.id} {BY_FLOW}"
    return draft


def _flows(noun: Token) -> bool:
    """Whether a noun is what flows or is made."""
    return is_flow(noun) or common_lemma(noun) in flow_words("yielded")


def _tells_it(draft: Draft, flow: Draft) -> bool:
    """Whether somebody's act beside it is what the flow tells: `closed the valve, and supplies dried up`."""
    family = _CUT if flow.type in _CUT else _OPENED
    return draft.type in family and bool(draft.actors) and not flow.actors


@cache
def _sense(again: bool) -> Sense:
    """The sense that tells what a flow does."""
    ids = marked("flows_again") if again else marked("flows_less")
    return next(sense for sense in senses() if sense.id in ids)
