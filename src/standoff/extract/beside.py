"""The day that a main clause takes from what stands beside its verb: a participle, a letter's date, a clause, its subject."""

from collections.abc import Iterator

from standoff import edtf
from standoff.extract.binding import is_dated
from standoff.extract.dated import Dated, dated_by
from standoff.extract.news import ARGUMENTS
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.within import Within
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_TOLD = frozenset(("ROOT", "ccomp", "conj", "parataxis"))
_WHILE = frozenset(("as", "when", "while"))
_LOOSE = frozenset(("about", "amid", "despite", "for", "over"))
_BEHIND = frozenset(("after", "following"))
_IN_DOING = frozenset(("by", "in", "on", "when", "while"))
_INSIDE = frozenset(("at", "during", "in", "through"))
_SITTING = _BEHIND | _INSIDE


def beside(within: Within, anchor: Token, today: str | None) -> Dated | None:
    """The time of a past deed whose own words name none, from the words that go with it.

    `Speaking on Monday, the mayor refused`; `In a letter dated May 3, the firm warned`; `When the fee rose in May,
    hauliers struck`; `Monday's vote ended the strike`. `today`: the page's day, after which no past deed lies.
    """
    clause = clause_of(anchor)
    if (found := _last_time(within, clause)) is not None:
        return found
    if (sent := _sent(anchor)) is not None:
        found = within.own(sent)
        return Dated(found.date, "relative") if found is not None and not found.since else None
    if anchor is not clause and not (anchor.dep in ARGUMENTS and anchor.head is clause):
        return None
    if not clause.is_verb or tense_of(clause) not in ("past", "present_perfect"):
        return None
    if (found := _after_sitting(within, clause) or _at_sitting(within, clause)) is not None:
        return found
    if tense_of(clause) != "past":
        return None
    for deed in _deeds(clause):
        found = within.own(deed)
        if found is not None and not found.since:
            return Dated(found.date, "relative")
    return _of_subject(within, clause) or _behind_noun(within, clause, today)


def since_event(within: Within, anchor: Token) -> Dated | None:
    """`has kept the pass shut since the coup of last July`: since the day of what the clause counts from."""
    clause = clause_of(anchor)
    inner = [
        c for above in (clause, *clause.childs("dobj")) for c in above.childs("acl", "acomp", "ccomp", "oprd", "xcomp")
    ]
    for prep in (p for above in (clause, *clause.childs("dobj"), *inner) for p in above.childs("prep")):
        noun = prep.child("pobj") if prep.lower == "since" else None
        if noun is None:
            continue
        words = set(noun.subtree())
        times = [b.time for b in within.at(clause) if b.token in words and b.token is not noun]
        days = {time.edtf for time in times if time.type == "DATE" and time.edtf is not None}
        if len(days) == 1 and not edtf.before(within.published, next(iter(days))):
            return Dated(next(iter(days)), "relative", since=True)
    return None


def _last_time(within: Within, clause: Token) -> Dated | None:
    """`The last time dockers struck was in 1992`: what the time is said to have been."""
    time = clause.head if clause.dep in ("relcl", "acl") else None
    be = time.head if time is not None and time.lemma == "time" and time.dep == "nsubj" else None
    if be is None and any(c.lemma == "time" and c.i < clause.i for c in clause.childs("npadvmod")):
        be = next((c for c in clause.childs("advcl") if c.child("nsubj", "mark") is None), None)
    if be is None or be.lemma != "be":
        return None
    found = within.own(be)
    return Dated(found.date, "relative") if found is not None and not found.since else None


def _sent(anchor: Token) -> Token | None:
    """The verb that hands over the words which ask for something: `sent a letter on Monday asking them to leave`."""
    noun = anchor.head
    if anchor.tag != "VBG" or anchor.dep != "acl" or noun is None or noun.lemma not in actions().words["writings"]:
        return None
    verb = noun.head
    return verb if verb is not None and noun.dep in ("dobj", "nsubjpass") and tense_of(verb) == "past" else None


def _deeds(clause: Token) -> Iterator[Token]:
    """The verbs beside a main verb that are of the same day."""
    subject = clause.child("nsubj")
    for child in clause.childs("advcl"):
        mark = next((c.lower for c in child.children if c.dep in ("mark", "advmod") and c.lower in _WHILE), None)
        alone = child.child("nsubj", "nsubjpass", "mark") is None
        if (child.tag == "VBG" and alone and tense_of(child) == "participle") or (mark and tense_of(child) == "past"):
            yield child
    opening = clause.sentence.tokens[0]
    if opening.lower in _WHILE and opening.head is not None and clause.head is None and opening.head is not clause:
        yield from (t for t in (opening.head,) if t.is_verb and t.i < clause.i and tense_of(t) == "past")
    if subject is not None:
        yield from (c for c in subject.childs("acl") if c.tag == "VBG" and c.i < clause.i)
    subject = clause.child("nsubj", "nsubjpass")
    if subject is not None:  # `Those who voted on Thursday turned the deal down`
        yield from (
            t
            for t in subject.subtree()
            if t.dep == "relcl" and t.lemma in clause_words("gathering") and tense_of(t) == "past"
        )
    for preposition in clause.childs("prep"):
        doing = preposition.child("pcomp") if preposition.lower in _IN_DOING else None
        if doing is not None:
            yield doing  # `In announcing the closure on Saturday, the owner blamed ...`
        thing = preposition.child("pobj") if preposition.lower in _INSIDE else None
        if thing is not None:
            yield from (c for c in thing.childs("acl") if c.tag == "VBN")
            if thing.lemma in clause_words("gatherings"):  # `refused it at talks that collapsed on Monday`
                yield from (c for c in thing.childs("relcl") if tense_of(c) == "past")


def _sittings(clause: Token) -> Iterator[tuple[str, Token]]:
    """The meetings and votes that stand below a verb or beside what it acts on, with their prepositions."""
    for above in (clause, *clause.childs("dobj", "xcomp")):
        for preposition in above.childs("prep", "advcl"):
            noun = preposition.child("pobj", "dobj") if preposition.lower in _SITTING else None
            if noun is not None and noun.lemma in clause_words("gatherings"):
                yield preposition.lower, noun


def _after_sitting(within: Within, clause: Token) -> Dated | None:
    """`Talks broke down after Tuesday's session`: they did so when it was over, however the words after `after` are read."""
    for preposition, noun in _sittings(clause):
        if preposition not in _BEHIND:
            continue
        day = next((b.time for b in within.at(clause) if b.token.head is noun and b.token.dep == "poss"), None)
        if day is not None and edtf.is_day(day.edtf):
            return Dated(day.edtf, "relative")
    return None


def _at_sitting(within: Within, clause: Token) -> Dated | None:
    """`have accepted the offer in a ballot that closed on Monday`: what a vote decides is decided when it is over."""
    for preposition, noun in _sittings(clause):
        for deed in noun.childs("acl", "relcl") if preposition in _INSIDE else ():
            found = within.own(deed)
            if found is not None and not found.since and edtf.is_day(found.date):
                return Dated(found.date, "relative")
    if clause.dep not in _TOLD or clause.lemma not in clause_words("deciding"):
        return None
    # `have backed the plan: most were for it, in a ballot that was over on Friday`
    votes = [t for t in clause.sentence.tokens if t.lemma in clause_words("ballots") and t.is_noun]
    days = {found.date for t in votes for d in t.childs("acl", "relcl") if (found := within.own(d)) and not found.since}
    day = days.pop() if len(days) == 1 else None
    return Dated(day, "relative") if edtf.is_day(day) else None


def _of_subject(within: Within, clause: Token) -> Dated | None:
    """`Monday's vote ended the strike`: the day of what ended it."""
    subject = clause.child("nsubj", "nsubjpass")
    day = subject.child("poss") if subject is not None else None
    for bound in within.at(clause) if day is not None else ():
        if bound.token is day and is_dated(bound):
            return dated_by(bound.time)
    return None


def _behind_noun(within: Within, clause: Token, today: str | None) -> Dated | None:
    """`cut off the gas for heating on New Year's Day`, `After a meeting on Saturday, she refused`: the sentence's only day."""
    dated = [b for b in within.at(clause) if is_dated(b)]
    if len(dated) != 1 or clause.lemma in clause_words("wanting"):
        return None
    time, noun = dated[0].time, dated[0].site
    preposition = noun.head if noun is not None and noun.is_noun and noun.dep == "pobj" else None
    if noun is None or preposition is None or time.relation != "on" or not edtf.is_day(time.edtf):
        return None
    if edtf.before(today, time.edtf):
        return None  # `made plans for a vote on Friday`
    thing = clause.child("dobj")
    beside_verb = preposition.head is clause or (preposition.head is thing and thing is not None)
    same_day = preposition.lower in _LOOSE or (
        preposition.lower == "after" and noun.lemma in clause_words("gatherings")
    )
    return Dated(time.edtf, "relative") if beside_verb and same_day else None
