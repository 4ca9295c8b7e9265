"""The time that a word takes from the clause it goes with: joined to it, above it, or told beside it."""

from dataclasses import replace

from standoff import edtf
from standoff.extract.binding import own_times
from standoff.extract.dated import Dated
from standoff.extract.errand import by_letter
from standoff.extract.leads import DASHES
from standoff.extract.news import ARGUMENTS
from standoff.extract.tense import AT_ONCE, clause_of, is_clause, joined_to, tense_of
from standoff.extract.timing import SHORTLY, is_in_which, is_plain, is_shortly
from standoff.extract.within import Within
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_AT_THE_TIME = frozenset(("as", "when"))
_AFTERWARDS = frozenset(("after", "before", "since", "once", "until"))
_NOW = frozenset(("present", "present_perfect", "future", "modal"))
_AFTER = frozenset(("after", "before", "following"))
_DOING = frozenset(("by", "in", "with"))
_PAST = frozenset(("past", "past_perfect"))


def clause_time(within: Within, token: Token, *, depth: int, but: Token | None = None) -> Dated | None:
    """The time of a clause that this one goes with."""
    if depth > 6:
        return None
    head = token.head
    if (found := _as_it_was(within, token)) is not None:
        return found
    if head is None:
        return _from_conjunct(within, token) or _by_doing(within, token) or _run_on(within, token)
    if token.is_verb and token.dep == "conj":
        head = joined_to(token) or head
        if tense_of(token) in _NOW and tense_of(head) not in _NOW and not _would_not(token):
            return None  # `rose in February and has been under siege`
        if {tense_of(token), tense_of(head)} == {"past", "past_perfect"} and token.child("nsubj") is not None:
            return None  # `had ordered it on Thursday, and the town complied`
        found = (
            within.own(head) or clause_time(within, head, depth=depth + 1) or hours_from(within, head)
            if head is not but
            else None
        )
        # `has been shut since May, and the last boat sailed`: the spell began then, the deed did not happen then
        return None if found is not None and found.since and tense_of(token) == "past" else found
    if is_clause(token):
        return _from_head(within, token, head, depth, but) or _from_conjunct(within, token)
    if token.is_noun or token.dep in ARGUMENTS:
        return _noun(within, token, head, depth)
    return within.own(head) or clause_time(within, head, depth=depth + 1)


def _from_head(within: Within, token: Token, head: Token, depth: int, but: Token | None) -> Dated | None:
    """What an adverbial clause takes from the one above it."""
    if head is but:
        return None
    it = head.child("nsubj")
    if head.lemma == "be" and it is not None and it.lower == "it" and token.dep in ("ccomp", "advcl", "relcl"):
        return within.own(head)  # `it was on July 9 that the army crossed the river`
    if token.dep == "xcomp" or (token.dep == "ccomp" and _saw(within, head)):
        return within.own(head) or clause_time(within, head, depth=depth + 1)
    if token.dep == "relcl":
        return _from_relative(within, token, head, depth)
    if token.dep != "advcl" and not (token.dep == "pcomp" and head.dep == "prep"):
        return None
    if depth and token.tag == "VB" and any(c.tag == "TO" for c in token.childs("aux")):
        return _above(within, head, depth)  # `came on Sunday to buy flour when the gate opened`
    mark = next((c for c in token.children if c.dep == "mark" or c.tag == "WRB"), None)
    word = mark.lower if mark is not None else head.lower if token.dep == "pcomp" else ""
    said = head.head if token.dep == "pcomp" else head
    if (
        word == "after"
        and said is not None
        and said.lemma in clause_words("speech_verbs")
        and token.lemma in clause_words("conferring")
    ):
        return _above(within, said, depth)  # `said on Monday after meeting the envoy`
    if token.dep == "pcomp":
        return _above(within, head.head, depth) if head.lower in _DOING and head.head is not None else None
    if word in _AFTERWARDS and mark is not None and is_shortly(mark):
        return _hours_back(within, _above(within, _told_of(head), depth), word)  # `hours after they had met`
    if tense_of(token) == "past_perfect":
        return None  # `as it had threatened to do`
    if word in AT_ONCE or (not word and token.tag == "VBG") or by_letter(token):
        return _above(within, head, depth)
    if word in _AFTERWARDS:  # the year that holds the one holds the other
        found = _above(within, head, depth)
        return found if found is not None and edtf.precision(found.date) == "year" else None
    return None


def _from_relative(within: Within, token: Token, head: Token, depth: int) -> Dated | None:
    """What a relative clause in the past takes from the word it hangs on."""
    if tense_of(token) == "past_perfect" and _took_hours(within, token):
        return _above(within, clause_of(head), depth)  # `boats that had ringed the port for nine hours left on Monday`
    if tense_of(token) != "past":
        return None
    if token.tag == "VBG":  # `used gas on men who were marching`
        return _above(within, clause_of(head), depth)
    if token.lemma in clause_words("speech_verbs") and _met(head):
        return _above(within, clause_of(head), depth)  # `met the envoy on Monday, who told him to wait`
    if token.child("advmod") is not None:  # `came on Monday to the gate, where they found it locked`
        return _above(within, clause_of(head), depth) if any(c.lower == "where" for c in token.children) else None
    if is_in_which(token):
        return _above(within, head, depth)  # `Then came the clash, in which two guards were hurt`
    return within.held_on(head)  # `yesterday's blockade, which stranded 1,500 people`


def _took_hours(within: Within, token: Token) -> bool:
    return any(b.time.type == "DURATION" and b.time.value.startswith("PT") for b in own_times(token, within.at(token)))


def _met(noun: Token) -> bool:
    """Whether a noun is somebody whom others met, in a clause before it."""
    verb = clause_of(noun)
    talks = (verb, *verb.childs("dobj"))
    return verb.i < noun.i and any(t.lemma in clause_words("conferring") for t in talks)


def _saw(within: Within, verb: Token) -> bool:
    """Whether a day is the subject: `Monday saw the miners walk out`."""
    subject = verb.child("nsubj") or verb.child("npadvmod")
    if verb.lemma not in clause_words("witnessing") or subject is None or subject.i > verb.i:
        return False
    return any(b.time.start <= subject.start < b.time.end for b in within.at(verb))


def _hours_back(within: Within, found: Dated | None, word: str) -> Dated | None:
    """News printed in the morning tells of the page's day what came hours after a deed of that day or the one before."""
    if found is None or word != "after" or found.date != within.published or not edtf.is_day(found.date):
        return found
    before = edtf.shift(found.date, "P1D", "before")
    return replace(found, date=f"{before}/{found.date}", how="relative") if before else found


def _above(within: Within, head: Token, depth: int) -> Dated | None:
    found = within.own(head) or clause_time(within, head, depth=depth + 1)
    return (
        replace(found, how="relative" if found.how == "stated" and depth else found.how, since=False) if found else None
    )


def _from_conjunct(within: Within, token: Token) -> Dated | None:
    """`closed the border and expelled workers on Monday`: the time at the end holds for both."""
    for other in token.children:
        if other.dep != "conj" or not other.is_verb or other.child("nsubj", "nsubjpass") is not None:
            continue
        if any(c.dep == "cc" and c.lower == "but" for c in token.children):
            continue  # `was shut down after the blast but reopened on Thursday`
        alike = tense_of(other) == tense_of(token) or {token.tag, other.tag} <= {"VBD", "VBN"}
        if alike and (found := within.own(other)) is not None:
            return found
    return None


def _as_it_was(within: Within, token: Token) -> Dated | None:
    """`agreed to go back when they met on Monday`: what was done when something else happened is of its day."""
    if not token.is_verb or tense_of(token) != "past" or token.lemma == "be":
        return None
    inner = [c for c in token.childs("xcomp") if c.tag == "VB"]  # the parser hangs the clause on what is to come
    for clause in (c for verb in (token, *inner) for c in verb.childs("advcl")):
        mark = next((c for c in clause.children if c.dep == "mark" or c.tag == "WRB"), None)
        if mark is None or mark.lower not in _AT_THE_TIME or mark.i < token.i or tense_of(clause) != "past":
            continue
        found = within.own(clause)
        if found is not None and found.date is not None and not found.since:
            return replace(found, how="relative")
    return None


def _run_on(within: Within, token: Token) -> Dated | None:
    """`On Thursday the premier signed, the mayor signed`: a clause that the parser took for what the next one says."""
    if tense_of(token) != "past":
        return None
    alone = ("ccomp",) if token.child("nsubj", "nsubjpass") is not None else ("ccomp", "advcl")
    before = next((c for c in token.childs(*alone) if c.i < token.i and c.tag == "VBD" and is_plain(c)), None)
    if before is None or (token.lemma in clause_words("speech_verbs") and not _behind_colon(token, before)):
        return None
    return None if _in_dashes(before, token) else within.own(before)


def _in_dashes(verb: Token, main: Token) -> bool:
    """`On the last day of the fair -- it began on May 3 -- police shut the gate`: an aside with a time of its own."""
    tokens = verb.sentence.tokens
    return all(any(t.text in DASHES for t in part) for part in (tokens[: verb.i], tokens[verb.i : main.i]))


def _behind_colon(token: Token, before: Token) -> bool:
    """`On Monday the tone changed: Chad accused its neighbour of theft`."""
    subject = token.child("nsubj", "nsubjpass")
    return subject is not None and any(t.text == ":" for t in token.sentence.tokens[before.i : subject.i])


def _by_doing(within: Within, token: Token) -> Dated | None:
    """`ended the strike by agreeing to a vote last month`, `called the envoy home for talks in May`: both are one act."""
    for child in token.childs("prep"):
        aim = child.child("pobj") if child.lower == "for" and tense_of(token) in _PAST else None
        if aim is not None and aim.lemma in clause_words("gatherings"):
            found = within.own(aim)
            if found is not None and found.date is not None and edtf.began_by(found.date, within.published or ""):
                return found
        if child.lower == "by" and (deed := child.child("pcomp")) is not None:
            return within.own(deed)
    return None


def _noun(within: Within, token: Token, head: Token, depth: int) -> Dated | None:
    """An event told by a noun takes the time of the verb it is an argument of."""
    if token.dep in ARGUMENTS or token.dep == "conj":
        return within.own(head) or clause_time(within, head, depth=depth + 1)
    if (
        token.dep == "pobj"
        and head.dep == "prep"
        and head.head is not None
        and head.lower in ("in", "at", "of", "during", "with")
    ):
        return within.own(head.head) or clause_time(within, head.head, depth=depth + 1)
    return None


def hours_from(within: Within, token: Token) -> Dated | None:
    """`Hours after the vote on Tuesday, the owners sued`: on the day that is told of the other event."""
    clause = clause_of(token)
    tokens = clause.sentence.tokens
    for child in clause.childs("prep", "advcl", "ccomp"):  # the parser takes some for what is said
        if child.lower == "within" and (found := _within_of(within, child)) is not None:
            return found
        word = child if child.dep == "prep" else child.child("mark")
        if word is None or not word.i or word.lower not in _AFTER or tokens[word.i - 1].lower not in SHORTLY:
            continue
        other = child.child("pobj", "pcomp") if child is word else child
        found = within.own(other) if other is not None else None
        if found is not None and edtf.is_day(found.date) and not found.since:
            return Dated(found.date, "relative")
    return None


def _within_of(within: Within, prep: Token) -> Dated | None:
    """`within an hour of the vote on Tuesday`: on the day of the vote."""
    length = prep.child("pobj")
    if length is not None and length.lemma in clause_words("short_whiles") and not length.children:
        return _clause_before(within, prep.head)  # `offered a rise on Monday; they rejected it within hours`
    of = length.child("prep") if length is not None and length.lemma in clause_words("short_whiles") else None
    other = of.child("pobj", "pcomp") if of is not None and of.lower == "of" else None
    found = within.own(other) if other is not None else None
    return Dated(found.date, "relative") if found is not None and edtf.is_day(found.date) else None


def _clause_before(within: Within, verb: Token | None) -> Dated | None:
    """The day of the clause that one is joined to, or that the parser took for what it says."""
    if verb is None:
        return None
    joined = verb.head if verb.dep in ("conj", "parataxis") else None
    other = joined or next((c for c in verb.childs("ccomp", "parataxis") if c.i < verb.i), None)
    found = within.own(other) if other is not None else None
    return Dated(found.date, "relative") if found is not None and edtf.is_day(found.date) else None


def _told_of(verb: Token) -> Token:
    """The past verb that says when: `said they may not leave, hours after it had held two` is of the day of saying so."""
    while tense_of(verb) != "past" and verb.dep in ("xcomp", "ccomp") and verb.head is not None and verb.head.is_verb:
        verb = verb.head
    return verb


def _would_not(token: Token) -> bool:
    """`stopped pumping that January and would not sign`: what was refused then."""
    return token.child("neg") is not None and token.has_child(("would",), "aux")
