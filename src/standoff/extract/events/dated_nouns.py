"""A noun with a time of its own -> draft: `Friday's walkout`, `the accord reached on Monday`, `the strike that began in May`.

News tells an act at length once and takes it up by a noun ever after. What the noun's own phrase dates is told as done,
whatever the clause around it says; which day that is, is seen when the page's events are dated, and a noun without one tells
nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from standoff import edtf
from standoff.actor_ids import party_of
from standoff.extract.counted_days import counted
from standoff.extract.dated import Dated
from standoff.extract.draft import Draft
from standoff.extract.events.clause import objects, passive, prepositions, subject
from standoff.extract.events.coder import Coder
from standoff.extract.events.crowds import kind_by
from standoff.extract.events.further_words import modifiers
from standoff.extract.events.match import Match
from standoff.extract.events.nominal import stands
from standoff.extract.events.objects import thing_of
from standoff.extract.events.told import dates_itself
from standoff.extract.events.words import is_time, may_date, only_dates
from standoff.extract.status import claimed_by
from standoff.extract.tense import tense_of
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.retold import Retold, retold_nouns
from standoff.model import ActorRef, PloverType
from standoff.parse import Sentence, Token

RULE = "dated_noun"
_BY_NOUN = 0.75  # how much less sure an act is that a noun tells
_HISTORY = "P1Y"  # what lies further back is history, of which the page tells little: `the 1989 strike`
_OF_OLD = 0.7
_MODIFIERS = frozenset(("amod", "compound", "nmod", "npadvmod", "nummod", "poss"))
_PARTS = frozenset(("beginning", "close", "end", "start", "turn"))
_LASTING = frozenset(("COERCE", "PROTEST"))
_PUT_OFF = frozenset(("CONSULT", "PROTEST"))
_PERFECT = frozenset(("past_perfect", "present_perfect"))
_PLANNED = frozenset(("AGREE", "AID", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "SUPPORT"))

Refs = tuple[ActorRef, ...]


def dated_nouns(coder: Coder, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """The acts that nouns take up with a time of their own; those who act may be missing still."""
    listed = _listed()
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.anchor.sentence.index, []).append(draft)
    out: list[Draft] = []
    for sentence in (
        sentences if len(sentences) > 1 else ()
    ):  # what a single sentence tells, it tells for the first time
        if not may_date(sentence) and sentence.words.isdisjoint(clause_words("seasons")):
            continue
        nouns = [t for t in sentence.tokens if t.is_noun and (t.lemma in listed or t.lower.endswith("ing"))]
        beside = told.get(sentence.index, [])
        used = {t.i for d in beside for t in d.trigger}
        left = (t for t in nouns if t.i not in used and not only_dates(t) and not _called_home_for(t, beside))
        acts = (found for noun in left if (found := _draft(coder, noun, beside)) is not None)
        out += [act for act in acts if not any(deed.i in used for deed in act.own_time)]
    return out


def _called_home_for(noun: Token, beside: Sequence[Draft]) -> bool:
    """`called its envoy home for consultations in May`: whom he is to see is his own government."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head is not None and noun.head.lower == "for" else None
    return any((d.type, d.mode) == ("SANCTION", "withdraw") and d.anchor is verb for d in beside)


@cache
def _listed() -> frozenset[str]:
    """The nouns that may take up an act."""
    return actions().named.union(retold_nouns().nouns)


def _draft(coder: Coder, noun: Token, beside: Sequence[Draft]) -> Draft | None:
    """The act of a noun whose phrase may date it; None where it is no such noun, or tells nothing as done."""
    if noun.dep == "compound":
        return None
    found = _match(coder, noun)
    if found is None:
        return None
    match, entry = found
    deeds = (*_deeds(noun), *(_lasting(noun) if match.sense.type in _LASTING else ()))
    lasts = counted((noun,)) is not None
    if not deeds and not lasts and (not _own_time(noun) or (entry is not None and entry.deed and not _is_owned(noun))):
        return None
    if not _done(coder, noun, deeds, match, beside):
        return None
    actors = coder.roles.spelled(_actors(coder, noun, deeds, match) or coder.parties.whose_people(match), noun)
    recipients = coder.parties.recipients.acted_upon(match, actors)
    type_, mode = kind_by(match.sense, actors)
    return Draft(
        type=type_,
        mode=mode,
        rule=f"{RULE} {match.sense.id}",
        trigger=match.trigger,
        anchor=noun,
        actors=actors,
        recipients=actors if match.sense.joint and len({a.id for a in actors}) > 1 else recipients,
        attributed_to=claimed_by(noun, coder.actors, actors),
        object=thing_of(match, coder.actors),
        own_time=(noun, *deeds),
        whose=entry.whose if entry is not None else None,
        confidence=round(match.sense.prior * _BY_NOUN, 3),
    )


def _match(coder: Coder, noun: Token) -> tuple[Match, Retold | None] | None:
    """What a noun tells: by a sense of its own in the action tables, or by the table of such nouns, which knows whose it is."""
    match = coder.matcher.nouns.nominal(noun) or coder.matcher.nouns.alone(noun)
    if match is not None and "also_retold" not in match.sense.marks:
        return match, None
    for sense, before, entry in retold_nouns().nouns.get(noun.lemma, ()):
        if coder.matcher.nouns.fits(noun, sense, before, None):
            trigger = tuple(sorted({noun, *modifiers(noun, before)}, key=lambda t: t.i))
            return Match(sense, noun, trigger, None, (), "noun"), entry
    return (match, None) if match is not None else None


def _own_time(noun: Token) -> bool:
    """Whether a time may stand in the noun's phrase: `Friday's`, `2014`, `in August`, `, last Wednesday,`."""
    for child in noun.children:
        if child.dep in _MODIFIERS or child.dep == "appos":
            if _is_time(child):
                return True
        elif child.dep == "prep" and child.lower in ("from", "in", "of", "on"):
            inner = child.child("pobj")
            if inner is not None and _is_time(inner):
                return True
        elif child.dep == "prep" and child.lower == "at" and _is_part_of_time(child.child("pobj")):
            return True
    return False


def _is_part_of_time(noun: Token | None) -> bool:
    """`the strike at the start of May`."""
    if noun is None or noun.lemma not in _PARTS:
        return False
    return any(_is_time(t) for name, t in prepositions(noun) if name == "of")


def _is_owned(noun: Token) -> bool:
    """Whether somebody is named whose it is: `the guild's ultimatum of Monday`."""
    owner = noun.child("poss")
    return owner is not None and not _is_time(owner)


def _is_time(token: Token) -> bool:
    return is_time(token) or token.lower in clause_words("seasons") or (token.tag == "CD" and len(token.text) == 4)


def _deeds(noun: Token) -> Iterator[Token]:
    """The verbs below a noun that say that it came about: `reached on Monday`, `that began in May`, `it sent on Friday`."""
    words = retold_nouns().words
    for verb in noun.childs("acl", "relcl"):
        if verb.lemma in words["came_about"]:
            if passive(verb) or noun in objects(verb) or _is_gap(verb):
                yield verb
        elif verb.lemma in words["began"] and subject(verb) is noun:
            yield verb
    above = noun.head
    if noun.dep == "nsubj" and above is not None and above.lemma in words["came"] and dates_itself(above):
        yield above  # the return to work came on Monday


def _lasting(noun: Token) -> Iterator[Token]:
    """The verbs that say since when it does something: `a sit-in has cut off the port since May`, `pickets that have ...`."""
    clauses = noun.childs("relcl")
    if noun.dep == "nsubj" and noun.head is not None:
        clauses.append(noun.head)
    for verb in clauses:
        doer = subject(verb)
        its_own = doer is noun or (doer is not None and doer.tag == "WDT")
        if verb.has_child(retold_nouns().words["only_possible"], "acomp"):
            continue  # a strike has been possible since May
        if its_own and tense_of(verb) in _PERFECT and verb.has_child(("since",), "prep"):
            yield verb


def _is_gap(verb: Token) -> bool:
    """Whether a clause with a subject of its own lacks the object that the noun is: `the offer it sent to the papers in May`."""
    own = verb.child("nsubj")
    return verb.dep == "relcl" and own is not None and own.tag not in ("WDT", "WP") and verb.child("dobj") is None


def _done(coder: Coder, noun: Token, deeds: Sequence[Token], match: Match, beside: Sequence[Draft]) -> bool:
    """Whether the phrase speaks of the act as one that took place."""
    below = [c.lower for c in noun.children]
    if not clause_words("any_or_no").isdisjoint(below) or not coder.lexicon.words["not_yet"].isdisjoint(below):
        return False
    if match.sense.type in _PUT_OFF and _is_put_off(noun):
        return False
    if _definite(noun) or any(d.dep == "acl" and d.tag == "VBN" for d in deeds):
        return True
    return not (match.sense.type == "CONSULT" and _is_setting(noun)) and stands(coder, noun, beside)


def _definite(noun: Token) -> bool:
    return noun.child("poss") is not None or any(c.lower in clause_words("definite") for c in noun.children)


def _is_setting(noun: Token) -> bool:
    """Whether a gathering is only where something else is done: `put the plan before them at a meeting on Monday`."""
    preposition = noun.head if noun.dep == "pobj" else None
    return preposition is not None and preposition.lower in ("at", "during", "in")


def _is_put_off(noun: Token) -> bool:
    """Whether the clause says that it did not take place: `called off Friday's talks`, `the cancellation of the march on Monday`."""
    put_off = retold_nouns().words["put_off"]
    head = noun.head
    if noun.dep == "pobj" and head is not None and head.lower == "of":
        head = head.head
    return head is not None and head.lemma in put_off and noun.dep in ("dobj", "nsubjpass", "pobj")


def _actors(coder: Coder, noun: Token, deeds: Sequence[Token], match: Match) -> Refs:
    """Who did it, as the noun's own phrase says."""
    owner = noun.child("poss")
    if owner is None or not _is_time(owner):
        found = coder.roles.of_noun(noun)
    else:
        found = _behind(coder, noun) or coder.actors.owner(noun)
    if match.sense.joint and len({a.id for a in found}) < 2:
        found = _with(coder, noun, found)
    if found:
        return found
    for deed in deeds:
        doer = subject(deed) if deed.lemma not in coder.lexicon.words["describing"] else None  # brokered by
        if doer is not None and doer is not noun and (found := coder.roles.acting(doer)):
            return found
    return ()


def _with(coder: Coder, noun: Token, one: Refs) -> Refs:
    """Both sides where one stands after `with`: `its accord with Chad`, `said that Monday's accord with Chad would hold`."""
    other = next((r for name, t in prepositions(noun) if name == "with" and (r := coder.roles.acting(t))), ())
    ids = {party_of(a.id) for a in other}
    for verb in noun.ancestors() if other and not one else ():
        doer = subject(verb) if verb.is_verb else None
        found = coder.actors.of(doer) if doer is not None else ()
        if found and not any(party_of(a.id) in ids for a in found):
            one = found
            break
    return (*one, *other) if one else other


def _behind(coder: Coder, noun: Token) -> Refs:
    """Who stands after the noun: `Friday's talks between A and B`, `Monday's raid by A`."""
    for name, token in prepositions(noun):
        if name in ("among", "between", "by") and (found := coder.roles.acting(token)):
            return found
    return ()


def dated_anew(
    drafts: Sequence[Draft], dates: Sequence[Dated], published: str | None
) -> tuple[list[Draft], list[Dated]]:
    """The drafts with their dates, without nouns that have no day of their own."""
    kept: list[tuple[Draft, Dated]] = []
    for draft, dated in zip(drafts, dates, strict=True):
        found = _past(draft, dated, published) if draft.own_time else dated
        if draft.own_time:
            if found.date is None or (not _definite(draft.anchor) and edtf.before(published, found.date)):
                continue  # `hope for a meeting next week`
            if edtf.before(found.date, edtf.shift(published, _HISTORY, "before")):
                draft.confidence = round(draft.confidence * _OF_OLD, 3)
        kept.append((draft, found))
    return [d for d, _ in kept], [f for _, f in kept]


def told_once(drafts: Sequence[Draft], dates: Sequence[Dated]) -> tuple[list[Draft], list[Dated]]:
    """The drafts with their dates, without nouns whose act another word of the page tells with the same day."""
    told: dict[tuple[PloverType, str | None], list[Draft]] = {}
    for draft, found in zip(drafts, dates, strict=True):
        if not draft.own_time:
            told.setdefault((draft.type, found.date), []).append(draft)
    kept: list[tuple[Draft, Dated]] = []
    for draft, found in zip(drafts, dates, strict=True):
        if draft.own_time:
            alike = told.setdefault((draft.type, found.date), [])
            if any(_same(draft, other) for other in alike):
                continue
            alike.append(draft)
        kept.append((draft, found))
    return [d for d, _ in kept], [f for _, f in kept]


def _past(draft: Draft, found: Dated, published: str | None) -> Dated:
    """The day of what nobody plans lies behind: `Sunday's shooting` was last Sunday, `the Oct. 7 raid` last October."""
    day = found.date
    if draft.type in _PLANNED or day is None or not edtf.before(published, day) or not edtf.is_day(day):
        return found
    if found.how == "relative":
        back = edtf.shift(day, "P7D", "before")
    else:
        back = f"{int(day[:4]) - 1}{day[4:]}" if day[:4] not in draft.anchor.sentence.text else None
    return replace(found, date=back) if edtf.is_day(back) and not edtf.before(published, back) else found  # no Feb. 29


def _same(draft: Draft, other: Draft) -> bool:
    """Whether another telling of the page, of the same type and day, has the same act."""
    if other.content_of is not None:
        return False
    if draft.mode and other.mode and draft.mode != other.mode:
        return False
    mine, theirs = {party_of(a.id) for a in draft.actors}, {party_of(a.id) for a in other.actors}
    return not mine or bool(mine & theirs) or (not theirs and draft.object is not None)
