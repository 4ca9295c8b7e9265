"""A strike that is called for a day to come is threatened, and begins then: `called a strike for Monday`."""

from dataclasses import replace

from standoff.extract.draft import Draft
from standoff.extract.events.clause import objects
from standoff.extract.events.match import Match
from standoff.extract.events.words import is_time
from standoff.lexicon.actions import Actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_LENGTHS = frozenset({"day", "fortnight", "hour", "minute", "month", "shift", "week"})


def threat_by_call(draft: Draft, match: Match, verb: Token, lexicon: Actions) -> Draft | None:
    """The threat that calling a strike for a day is, whose content the strike becomes; None of one that is called at once."""
    if draft.type != "PROTEST" or draft.status != "happened" or verb.lemma not in clause_words("setting_a_day"):
        return None
    strike = next((t for t in (*match.acted_on, *objects(verb)) if t.lemma in lexicon.classes["stoppage"]), None)
    if strike is None or not any(_set_for_day(t) for t in (verb, strike)):
        return None
    threat = replace(
        draft, type="THREATEN", mode=None, trigger=(verb,), anchor=verb, content_of=None, rule=f"called {draft.rule}"
    )
    draft.status, draft.anchor, draft.trigger, draft.content_of = "threatened", strike, (strike,), threat
    return threat


def _set_for_day(token: Token) -> bool:
    """Whether a day stands behind `for`, and not a length: `for Monday`, not `for 24 hours`."""
    days = (p.child("pobj") for p in token.childs("prep") if p.lower == "for" and p.i > token.i)
    return any(day is not None and is_time(day) and not _is_length(day) for day in days)


def _is_length(day: Token) -> bool:
    told = day.child("nummod") is not None or any(c.lower in ("a", "an") for c in day.childs("det"))
    return day.lemma in _LENGTHS and told
