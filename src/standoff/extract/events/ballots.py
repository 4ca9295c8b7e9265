"""What a ballot or a decision is for is done by it: `voted on Monday to reject the offer` turns it down on Monday."""

from dataclasses import replace

from msgspec import structs

from standoff.extract.draft import Draft
from standoff.extract.events.match import Match
from standoff.extract.status import Reading, has_to, read_status
from standoff.lexicon.actions import Actions
from standoff.parse import Token

# What those who vote can do by voting; of that what is also done by deciding on it; and acts of speaking.
_DONE = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "RETREAT", "SUPPORT", "THREATEN"})
_SAID = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_SPOKEN = frozenset({"agree", "refuse"})


def by_ballot(verb: Token, match: Match, reading: Reading, lexicon: Actions) -> tuple[Match, Reading]:
    """The match and the reading of a verb that tells what a past vote was for; others as they are."""
    done = _vote(verb, lexicon) is not None and (match.sense.type in _DONE or _is_strike(match))
    if not done and not (_vote(verb, lexicon, "decide") is not None and match.sense.type in _SAID):
        return match, reading
    return match, _done_so(reading)


def said_by_ballot(verb: Token, act: str, reading: Reading, lexicon: Actions) -> Reading:
    """The reading of a verb of speaking: what is agreed to or refused is so by the vote on it, or the decision."""
    if act not in _SPOKEN or not any(_vote(verb, lexicon, lemma) is not None for lemma in ("vote", "decide")):
        return reading
    return _done_so(reading)


def threat_by_ballot(draft: Draft, match: Match, verb: Token, lexicon: Actions) -> Draft | None:
    """The threat that a past vote for a strike is, whose content the strike becomes: `voted on Monday to strike on May 3`."""
    vote = _vote(verb, lexicon)
    if vote is None or not _is_strike(match):
        return None
    draft.status = "threatened"
    draft.content_of = threat = replace(
        draft,
        type="THREATEN",
        mode=None,
        status="happened",
        trigger=(vote,),
        anchor=vote,
        content_of=None,
    )
    return threat


def _vote(verb: Token, lexicon: Actions, lemma: str = "vote") -> Token | None:
    """The past vote, or decision, for what a verb tells; None where none is told, or it was not carried."""
    vote = verb.head
    if vote is None or vote.lemma != lemma or verb.dep not in ("xcomp", "advcl") or not has_to(verb):
        return None
    above = read_status(vote)
    headline = vote.tag in ("VBP", "VBZ") and vote.sentence.part == "title"  # `Bakers vote to strike`
    if not (headline or vote.tag in ("VBD", "VBN", "VBG")) or above.status != "happened" or above.negated or above.drop:
        return None
    return vote


def _done_so(reading: Reading) -> Reading:
    """What is read of a verb whose act was done by deciding on it."""
    return structs.replace(reading, status="happened", drop=False, present=False)


def _is_strike(match: Match) -> bool:
    return "strike" in match.sense.marks
