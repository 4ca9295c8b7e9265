"""What a ballot decides is done by the vote itself: `voted on Monday to reject the offer` turns it down on Monday."""

from dataclasses import replace

import msgspec

from standoff.extract.events.match import Match
from standoff.extract.status import Reading, read_status
from standoff.lexicon.actions import Actions
from standoff.parse import Token

# What those who vote can do by voting; a ballot for a strike only threatens with it.
_DONE = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "RETREAT", "SUPPORT", "THREATEN"})
_STRIKE = "protest.strike"


def by_ballot(verb: Token, match: Match, reading: Reading, lexicon: Actions) -> tuple[Match, Reading]:
    """The match and the reading of a verb that tells what a past vote was for; others as they are."""
    vote = verb.head
    if vote is None or vote.lemma != "vote" or verb.dep not in ("xcomp", "advcl") or not _infinitive(verb):
        return match, reading
    above = read_status(vote, lexicon)
    if vote.tag not in ("VBD", "VBN", "VBG") or above.status != "happened" or above.negated or above.drop:
        return match, reading
    if match.sense.type == "PROTEST" and match.sense.id.startswith(_STRIKE):
        match = replace(match, sense=msgspec.structs.replace(match.sense, type="THREATEN", mode=None))
    if match.sense.type not in _DONE:
        return match, reading
    return match, replace(reading, status="happened", drop=False, present=False)


def _infinitive(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.childs("aux"))
