"""What somebody will do to others unless they give way: a threat, with the act as its content."""

from collections.abc import Collection, Sequence

from standoff.extract.draft import Draft
from standoff.extract.events.addressed import Addressed
from standoff.extract.events.clause import prepositions, subject, under_condition
from standoff.extract.events.roles import Roles
from standoff.extract.events.speech_types import against_others, threat_mode
from standoff.extract.events.told import dates_itself
from standoff.lexicon.actions import actions
from standoff.parse import Token

_HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_BEING = frozenset({"be", "become", "have", "remain"})
_UNTOLD = 0.6  # how sure a threat is whose act nothing lists
_WILL = frozenset({"'d", "'ll", "will", "would"})


def threat_of(draft: Draft, verb: Token) -> Draft | None:
    """The threat that a planned act under a condition is, whose content the act becomes: `will close the road unless Chad pays`.

    A strike or march that is set for a day stays a plan, for all that it may be called off: `will walk out on Monday unless`.
    """
    if draft.type == "PROTEST" and dates_itself(verb):
        return None
    if not against_others(draft) or draft.type == "THREATEN" or not draft.actors or not under_condition(verb):
        return None
    threat = Draft(
        type="THREATEN",
        mode=threat_mode(draft),
        rule=f"condition {draft.rule}",
        trigger=draft.trigger,
        anchor=draft.anchor,
        actors=draft.actors,
        recipients=draft.recipients,
        attributed_to=draft.attributed_to,
        object=draft.object,
        confidence=round(draft.confidence * 0.9, 3),
    )
    draft.content_of, draft.status = threat, "threatened"
    return threat


def unless_threat(clause: Token, roles: Roles, addressed: Addressed) -> Draft | None:
    """The threat with an act that no sense tells: `Mali will leave the bloc unless Senegal pays`; None where it is none."""
    verb = clause.head
    if verb is None or not verb.is_verb or verb.lemma in _BEING:
        return None
    if all(m.lower != "unless" for m in clause.childs("mark")) or all(c.lower not in _WILL for c in verb.childs("aux")):
        return None
    actors = roles.acting(subject(verb))
    awaited = addressed.awaited(verb, actors)
    if not actors or not awaited:
        return None
    return Draft(
        type="REJECT" if verb.child("neg") is not None else "THREATEN",  # will not go unless Chad pays
        mode=None,
        rule="condition unless",
        trigger=(verb,),
        anchor=verb,
        actors=roles.spelled(actors, verb),
        recipients=awaited,
        confidence=_UNTOLD,
    )


def or_else(contents: Sequence[Token], bad: Collection[str]) -> bool:
    """Whether somebody is told what happens to him otherwise: `must pay or face a blockade`, `or be shot`, `on pain of death`."""
    return any(
        _on_pain(c)
        or any((other.lemma in bad or _is_harmed(other)) and c.has_child(("or",), "cc") for other in c.childs("conj"))
        for c in contents
    )


def _is_harmed(clause: Token) -> bool:
    """Whether a passive tells that somebody is hurt, held or punished: `or be shot`."""
    if clause.tag != "VBN" or clause.child("auxpass") is None:
        return False
    return any(sense.type in _HARM for sense, rest in actions().verbs.get(clause.lemma, ()) if not rest)


def _on_pain(clause: Token) -> bool:
    """Whether something is to be done `on pain of death`, `under threat of expulsion`."""
    feared = [t for name, t in prepositions(clause) if name in ("on", "under")]
    feared += [
        t for above in clause.childs("dobj", "prt") for name, t in prepositions(above) if name in ("on", "under")
    ]
    return any(
        t.lower in ("pain", "penalty", "threat") and any(name == "of" for name, _ in prepositions(t)) for t in feared
    )


def own_condition(clause: Token, speaker: Token) -> bool:
    """Whether a clause says what its speaker will do unless another party does something: `that they would be back unless`."""
    who = clause.child("nsubj", "nsubjpass")
    own = who is not None and (who.tag == "PRP" or who.lemma == speaker.lemma)
    return own and clause.has_child(_WILL, "aux") and under_condition(clause)
