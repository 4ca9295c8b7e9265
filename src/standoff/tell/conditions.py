"""Descriptions as evidence of the thing's state: what pages say that it is, and how much flows or runs."""

import re

from standoff import edtf
from standoff.lexicon.state_acts import word_class, words_of_class
from standoff.lexicon.stems import stems
from standoff.record.rows import StateMentionRow
from standoff.tell.disputed import Thing, is_thing
from standoff.tell.evidence import Evidence, Kind, of_others
from standoff.tell.sure import SURE

_END = re.compile(r"\b(?:to|for|reached|reaching|reach) (?:the )?[A-Z]")
"""Where a flow ends: `to the Emirates`, `reached Lisbon`."""
_CLAUSE = re.compile(r"[;.,]")
_SOME_OTHER = frozenset(("a", "an", "another", "one"))
STRIKE = "state.strike."
"""How the rules begin that tell of a strike, which is counted by who strikes."""
FLOW, SPARED, KEPT = "state.flow.", "state.flow.unaffected", "state.flow.kept"
FIRST = "state.flow.first"
USUAL = ("state.flow.normal", "state.open")
NOTHING = ("state.flow.none", "state.flow.not_resumed", "state.flow.without")
"""How the rules begin that tell how much flows or runs."""


def from_descriptions(rows: list[StateMentionRow], thing: Thing, about: frozenset[str]) -> list[Evidence]:
    """What descriptions tell: the state on a day, and since when. `about`: keys of the pages that are about the thing."""
    found = []
    for row in rows:
        state = row.state
        if state.confidence < SURE or not describes(row, thing, about) or _passes(row):
            continue
        weight = state.confidence * (0.5 if row.where.part in ("title", "caption") else 0.7)
        if state.since and state.date_how == "published":  # a change that is told without a day
            weight *= 0.7
        if state.since and edtf.bounds(state.since):
            found.append(_described(row, thing, state.since, "change", weight))
        if state.date and edtf.bounds(state.date):
            found.append(_described(row, thing, state.date, "change" if _is_again(row) else "holds", weight))
    return found


def _passes(row: StateMentionRow) -> bool:
    """It was so for a short while only: `the gate closed for lunch`."""
    rest = _CLAUSE.split(row.where.quote[row.state.end - row.where.start :])[0].lower().split()
    return row.state.state == "shut" and bool(words_of_class("briefly") & set(rest))


def _is_again(row: StateMentionRow) -> bool:
    """It is told as news that it is so again: `the pass is open to lorries again as of this morning`."""
    dated = row.state.state == "open" and row.state.date_how in ("stated", "relative") and edtf.is_day(row.state.date)
    rest = _CLAUSE.split(row.where.quote[max(0, row.state.end - row.where.start) :])[0].lower().split()
    return dated and bool(words_of_class("anew") & set(rest))


def _described(row: StateMentionRow, thing: Thing, date: str, kind: Kind, weight: float) -> Evidence:
    told = row.state
    passing = told.aspect in ("people_in", "people_out") or (told.aspect == "goods" and not thing.flows)
    barred = passing and told.state == "shut" and not thing.is_it(row.object) and not told.rule.startswith(FLOW)
    barred = barred or (thing.goes_on and told.state == "shut" and told.rule.startswith(FLOW) and _to_one(row))
    return Evidence(
        state="restricted" if barred else told.state,
        date=date,
        kind=kind,
        weight=weight,
        ids=(row.key,),
        places=(row.where,),
        claimed_by=told.attributed_to.id if told.attributed_to else None,
        tightens=barred,
        spared=told.rule in (SPARED, KEPT),
        pledged=told.rule == KEPT,
        begins=told.rule == FIRST,
        usual=thing.flows and kind == "holds" and told.rule in USUAL,
        nothing=told.rule in NOTHING,
    )


def describes(row: StateMentionRow, thing: Thing, about: frozenset[str]) -> bool:
    """The description is of the thing itself, of its premises on a page about it, or of people or goods that pass."""
    aspect = row.state.aspect
    if row.state.state == "unknown" or aspect == "payments" or row.state.rule.startswith(STRIKE):
        return False
    if aspect == "line_of_contact" and not (thing.passes and thing.is_it(row.object)):  # a pipeline is a line too
        return False
    if row.state.rule.startswith(FLOW):
        return flow_of(row, thing, about)
    if aspect == "work" and row.where.document.key in about and stems(row.object) <= word_class("work"):
        return True
    if not row.object:
        return aspect is not None and not _elsewhere(row, thing)
    if thing.by_paper and thing.other_kind(row.object):
        return False
    if thing.named(row.object) or (is_thing(row.object) and (not thing.names or thing.named(row.where.quote))):
        return True
    if _SOME_OTHER & set(row.object.lower().split()[:1]):  # `one paper mill has been idle since Friday`
        return False
    return row.where.document.key in about and bool(stems(row.object) & word_class("premises"))


def flow_of(row: StateMentionRow, thing: Thing, about: frozenset[str]) -> bool:
    """What a page tells to flow or run is the thing, or passes it, and not some other goods."""
    if _elsewhere(row, thing) or (thing.names and row.where.document.key not in about):
        return False
    if not thing.flows and not thing.named(row.object) and stems(row.object) & word_class("conduits"):
        return False  # `the pipeline was turned on again`, where a road is disputed
    words = row.object or row.where.quote[: row.state.start - row.where.start]
    worked = row.state.aspect == "work" and thing.is_work(words, row.where.quote)
    return worked or thing.passes or thing.named(row.where.quote)


def _to_one(row: StateMentionRow) -> bool:
    """It is told of one place to which the flow goes, and neither of all nor of the transit."""
    said = row.where.quote[row.state.start - row.where.start :]
    return bool(_END.search(said)) and not of_others(row.where.quote)


def _elsewhere(row: StateMentionRow, thing: Thing) -> bool:
    """It is told of goods that are not the thing's, in a sentence that does not name the thing."""
    return not thing.named(row.where.quote) and thing.other_goods(stems(row.where.quote))
