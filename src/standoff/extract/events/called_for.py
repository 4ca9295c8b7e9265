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
    if strike is None or not any(is_for_day(t) for t in (verb, strike)):
        return None
    threat = replace(
        draft, type="THREATEN", mode=None, trigger=(verb,), anchor=verb, content_of=None, rule=f"called {draft.rule}"
    )
    come = _come(verb, strike)
    draft.status = "threatened" if come is None else "happened"
    draft.anchor, draft.trigger, draft.content_of = come or strike, (strike,), threat
    return threat


def is_for_day(token: Token) -> bool:
    """Whether a day stands behind `for`, and not a length: `for Monday`, not `for 24 hours`."""
    return any(is_time(day) and not _is_length(day) for day in _for_what(token))


def _for_what(token: Token) -> list[Token]:
    links = (p for p in token.childs("prep") if p.lower == "for" and p.i > token.i)
    return [day for p in links for day in p.childs("pobj")]


def _come(verb: Token, strike: Token) -> Token | None:
    """The verb that tells what was then done on that day: `called a strike for Monday and walked out on Monday`."""
    days = {day.lower for token in (verb, strike) for day in _for_what(token)}
    for done in verb.sentence.tokens[strike.i :]:
        times = (t for p in done.childs("npadvmod", "prep") for t in p.subtree())
        if done.tag == "VBD" and done.dep == "conj" and any(t.lower in days for t in times):
            return done
    return None


def _is_length(day: Token) -> bool:
    told = day.child("nummod") is not None or day.has_child(("a", "an"), "det")
    return day.lemma in _LENGTHS and told
