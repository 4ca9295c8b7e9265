"""A noun -> draft: an act told by a noun alone, somebody's decision to act, talks of a headline without a verb."""

from collections.abc import Sequence

from standoff.extract.draft import Draft
from standoff.extract.events.circumstances import set_off
from standoff.extract.events.clause import prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.crowds import kind_by
from standoff.extract.events.match import Match
from standoff.extract.events.objects import thing_of
from standoff.extract.events.owned_nouns import is_done_to
from standoff.extract.events.told import dates_itself
from standoff.extract.events.whose_ground import of_place
from standoff.extract.events.words import is_time
from standoff.extract.status import Reading, claimed_by, read_status
from standoff.model import ActorRef
from standoff.parse import SUBJECTS, Token

_HEADLINE = 20  # words
_BY_NOUN = 0.75  # how much less sure an act is that a noun tells
_BY_NOBODY = 0.8  # and one that is said to be nobody's
_ABOUT: frozenset[str] = frozenset(
    {"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "PROTEST", "CONCEDE", "THREATEN"}
)
_HARD: frozenset[str] = frozenset({"COERCE", "RETREAT", "SANCTION"})
# What dates the deed of a clause by another one that was done: `after a clash with`, `following talks between`.
_AT_ONCE = frozenset({"after", "following"})
_DATING = frozenset({"after", "following", "since", "despite", "amid", "during"})


def code_noun(coder: Coder, noun: Token, drafts: list[Draft], used: set[int]) -> None:
    """Adds the event that a noun tells by itself, where it says whose act it is."""
    if _decided(coder, noun, drafts, used):
        return
    verb = set_off(noun, coder.lexicon.words["visits"])
    nouns = coder.matcher.nouns
    match = nouns.nominal(noun) or nouns.alone(noun) or (nouns.spoken_of(noun) if verb else None)
    if match is None or any(c.lower in coder.lexicon.words["not_yet"] for c in noun.children):
        return
    if match.sense.type != "CONSULT":
        verb = None
    if not (verb or stands(coder, noun, drafts)) or any(d.type == match.sense.type for d in drafts):
        return
    if match.sense.type == "CONSULT" and not (
        verb or _headline_talks(noun) or _dates(noun) or _sat(noun) or _both_ends(noun)
    ):
        return
    draft = _draft(coder, match, noun, drafts, verb)
    if draft is not None:
        draft.content_of = _spoken_of(coder, noun, drafts)
        used.update(t.i for t in match.trigger)
        drafts.append(draft)


def stands(coder: Coder, noun: Token, drafts: Sequence[Draft]) -> bool:
    """Whether the clause around a noun tells it as done, and not as what another act is about."""
    verbs = [a for a in noun.ancestors() if a.is_verb]
    if not verbs:
        return True
    reading = read_status(verbs[0])
    if reading.drop or reading.status in ("planned", "hypothetical"):
        return False
    facts = coder.lexicon.words["fact_verbs"]
    first = noun
    while first.dep == "conj" and first.head is not None and first.head.is_noun:  # ended its blockade and its siege
        first = first.head
    if (
        first.dep in ("dobj", "nsubjpass")
        and verbs[0].lemma not in facts
        and any(verbs[0] in d.trigger for d in drafts)
    ):
        return False  # lifted its ban
    return not any(
        above in d.trigger and d.type in _ABOUT and above.lemma not in facts and noun not in above.childs("nsubj")
        for above in verbs
        for d in drafts
    )  # the killing of two boatmen by the guards sparked outrage


def _spoken_of(coder: Coder, noun: Token, drafts: list[Draft]) -> Draft | None:
    """The act of praise or blame that a deed is the object of: `condemned the seizure of the boat`."""
    facts = coder.lexicon.words["fact_verbs"]
    above = [a for a in noun.ancestors() if a.is_verb and a.lemma in facts]
    return next(
        (d for d in drafts if d.type in _ABOUT and d.content_of is None and any(a in d.trigger for a in above)), None
    )


def _dates(noun: Token) -> bool:
    """Whether a noun only says after or during which deed something was done: `after a meeting with`."""
    prep = noun.head
    if noun.dep == "pobj" and prep is not None and prep.lower == "of" and prep.head is not None:  # a day of talks
        prep = prep.head.head
    return prep is not None and prep.dep == "prep" and prep.lower in _DATING


def _sat(noun: Token) -> bool:
    """Whether a noun says who sat together, in a clause that only speaks of it: `took a meeting between Chad and Niger for a hint`."""
    link = noun.child("prep")
    return link is not None and link.lower == "between" and not noun.has_child(("no",), "det")


def _both_ends(noun: Token) -> bool:
    """Whether a noun says from whom and to whom it went: `it took a phone call from Chad's king to the premier`."""
    named = {name for name, _ in prepositions(noun)}
    negated = any(c.lower in ("no", "any") for c in noun.childs("det"))
    return not negated and not named.isdisjoint(("by", "from")) and not named.isdisjoint(("to", "with"))


def _draft(coder: Coder, match: Match, noun: Token, drafts: list[Draft], verb: Token | None = None) -> Draft | None:
    """The event of a noun; None where it does not say whose act it is, or on whom or what."""
    protesting = _in_protest(noun, drafts)
    actors = (
        coder.roles.of_noun(noun)
        or coder.roles.acting(subject(protesting) if protesting is not None else None)
        or _official(coder, verb)
        or _told_of(noun, drafts)
        or _named_before(coder, noun)
        or _met(coder, noun)
        or _to_blame(coder, noun)
    )
    suffered = any(is_done_to(p, noun, coder.actors, coder.lexicon) for p in noun.childs("poss"))
    if suffered and not actors:
        actors = of_place(match, coder.roles)
    recipients = coder.parties.recipients.acted_upon(match, actors)
    mutual = match.sense.joint and verb is not None and not recipients  # agreed in a call
    mutual = mutual or ((match.sense.joint or match.sense.type == "ASSAULT") and _between(noun))
    if mutual and len({a.id for a in actors}) > 1:
        recipients = actors
    thing = thing_of(match, coder.actors)
    known = not any(a.id.startswith("NAMED:") for a in actors)
    told = known and match.pattern == "nominal" and match.sense.type in _HARD and noun.child("prep") is not None
    on_what = recipients or thing is not None or told or protesting is not None
    by_nobody = suffered and recipients and (_dates(noun) or noun.dep in SUBJECTS)
    if not (actors or by_nobody) or not (on_what or match.sense.type == "MOBILIZE"):
        return None
    type_, mode = kind_by(match.sense, actors)
    return Draft(
        type=type_,
        mode=mode,
        rule=f"{match.sense.id} {match.pattern}",
        trigger=match.trigger,
        anchor=protesting or (verb if verb is not None and not dates_itself(noun) else _dated_by(coder, noun, match)),
        actors=coder.roles.spelled(actors, noun),
        recipients=recipients,
        attributed_to=claimed_by(noun, coder.actors, actors),
        object=thing,
        confidence=round(match.sense.prior * _BY_NOUN * (1 if actors else _BY_NOBODY), 3),
    )


def _in_protest(noun: Token, drafts: Sequence[Draft]) -> Token | None:
    """The verb of what is done in protest and tells nothing else: `dumped milk at the gates in protest at the levy`."""
    prep = noun.head
    if noun.lemma != "protest" or prep is None or prep.lower != "in" or noun.child("det", "amod", "compound"):
        return None
    verb = prep.head if prep.head is not None and prep.head.is_verb else None
    told = any(verb in d.trigger and d.mode != "resign" for d in drafts)
    return None if told else verb


def _dated_by(coder: Coder, noun: Token, match: Match) -> Token:
    """The word whose time an act told by a noun has: talks after which something was done were held that day, or end then."""
    prep = noun.head
    over = match.sense.type == "CONSULT" and noun.lemma in coder.lexicon.classes["meeting"] and not dates_itself(noun)
    if not over or prep is None:
        return noun
    link = prep.child("mark") if prep.dep == "advcl" else prep  # `after a meeting between the two had yielded nothing`
    if link is None or link.lower not in _AT_ONCE or prep.head is None or not prep.head.is_verb:
        return noun
    return prep.head


def _official(coder: Coder, verb: Token | None) -> tuple[ActorRef, ...]:
    """Who meets somebody, or visits, in what is set off from a clause: its subject, where that is some side's."""
    refs = coder.roles.acting(subject(verb)) if verb is not None else ()
    return refs if any(not r.id.startswith("NAMED:") or r.id in coder.actors.parties for r in refs) else ()


def _between(noun: Token) -> bool:
    """Whether a noun is what several do to or with each other: `a clash between`, `talks of`."""
    return noun.child("prep") is not None


def _met(coder: Coder, noun: Token) -> tuple[ActorRef, ...]:
    """Who met or fought somebody in what dates the clause, which is what it says of its subject: `left after talks with Chad`."""
    mutual = noun.lemma in coder.lexicon.words["mutual"] and any(name == "with" for name, _ in prepositions(noun))
    if not (mutual and _dates(noun)) and noun.lemma not in coder.lexicon.words["stance"]:
        return ()
    verb = next((a for a in noun.ancestors() if a.is_verb), None)
    return coder.roles.acting(subject(verb), named=not mutual) if verb is not None else ()


def _to_blame(coder: Coder, noun: Token) -> tuple[ActorRef, ...]:
    """Who is said to have done what a noun tells: `was responsible for the shelling`, `were behind the killing`."""
    link = noun.head if noun.dep == "pobj" else None
    if link is None or link.head is None:
        return ()
    word = link if link.head.is_verb else link.head
    blamed = coder.lexicon.words["wrong_adjectives"]
    was = word.head if word.lower in blamed and word.head is not None and word.head.lemma == "be" else None
    if was is None or not (was.tag == "VBD" or was.child("aux")):  # who is responsible for checks has to make them
        return ()
    reading = read_status(was)
    told = reading.status == "happened" and not (reading.drop or reading.negated)
    return coder.roles.acting(was.child("nsubj")) if told else ()


def _told_of(noun: Token, drafts: list[Draft]) -> tuple[ActorRef, ...]:
    """Whose deed a noun is that somebody is punished or blamed for: `sanctions on Iran over last month's test`."""
    prep = noun.head
    if noun.dep != "pobj" or prep is None or prep.lower not in ("for", "over"):
        return ()
    above = [a for a in noun.ancestors() if a.is_verb or a.is_noun]
    for d in drafts:
        if d.type in ("SANCTION", "ACCUSE", "COERCE") and any(a in d.trigger for a in above):
            return d.recipients
    return ()


def _headline_talks(noun: Token) -> bool:
    """Whether talks are told by a headline without any verb: `No deal in talks between Chad and Niger`."""
    tokens = noun.sentence.tokens
    return len(tokens) <= _HEADLINE and not any(t.is_verb for t in tokens) and noun.child("poss") is None


def _named_before(coder: Coder, noun: Token) -> tuple[ActorRef, ...]:
    """Who is said to be at talks by a headline without a verb: `Kenya, Uganda in talks over islet`."""
    prep = noun.head
    if prep is None or prep.lower not in ("in", "at", "hold") or not _headline_talks(noun):
        return ()
    root = noun.sentence.root
    return coder.actors.of(root) if root is not None and root.tag.startswith("NNP") else ()


def _decided(coder: Coder, noun: Token, drafts: list[Draft], used: set[int]) -> bool:
    """The event that somebody's decision is about: `the owners' decision to stop payments angered the union`."""
    verb = next((c for c in noun.childs("acl", "relcl") if c.has_child(("to",), "aux")), None)
    if noun.lemma not in coder.lexicon.words["decided"] or verb is None:
        return False
    owner = noun.child("poss")
    owned = owner is not None and not is_time(owner)  # not `Monday's decision by`
    doer = () if owned else coder.roles.of_noun(noun) or coder.actors.owner(noun)  # the decision by, of
    if not (doer or owned):
        return False
    if any(a in d.trigger and d.type in _ABOUT for a in noun.ancestors() for d in drafts):
        return True
    match = coder.matcher.verb(verb)
    draft = coder.draft(match, Reading(), content=True, doer=doer) if match is not None else None
    if draft is None or not draft.actors:
        return False
    draft.confidence = round(draft.confidence * _BY_NOUN, 3)
    if not dates_itself(verb):
        draft.anchor = noun
    used.update(t.i for t in draft.trigger)
    drafts.append(draft)
    return True
