"""Which temporal expression of a sentence belongs to which word: by its place in the tree, not by its distance."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from standoff import edtf
from standoff.extract.tense import above, clause_of, is_clause, only_to, tense_of
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.times import time_words
from standoff.model import Time
from standoff.parse import Sentence, Token

# Prepositions whose noun has its own time: in `after the test in February` the month dates the test alone.
_APART = frozenset(
    (
        "after",
        "before",
        "beyond",
        "since",
        "following",
        "for",
        "over",
        "about",
        "despite",
        "because",
        "amid",
        "until",
    )
)
_AT = frozenset(("at", "during", "in"))
DAY_WORDS = WEEKDAY_WORDS | {"yesterday", "today"}
_DAYS = re.compile(r"P([2-9]|[1-9]\d)D")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_MAX_STEPS = 40
_MODIFIERS = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
_DATED = frozenset(("DATE", "TIME"))


@dataclass(frozen=True, slots=True)
class Bound:
    """A time and the token that heads its words; `site` is what it hangs on."""

    time: Time
    token: Token
    site: Token | None


def bind(sentence: Sentence, times: Sequence[Time]) -> list[Bound]:
    """The times of a sentence with their tokens."""
    found: list[Bound] = []
    for time in times:
        head = head_of(tokens_in(sentence, time.start, time.end))
        if head is not None:
            found.append(Bound(time, head, _site(head)))
    return found


def tokens_in(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The tokens of a sentence that overlap a stretch of the page's text, by bisection."""
    tokens = sentence.tokens
    return tokens[bisect_right(tokens, start, key=lambda t: t.end) : bisect_left(tokens, end, key=lambda t: t.start)]


def head_of(tokens: list[Token]) -> Token | None:
    """The token of a stretch whose head lies outside it."""
    inside = set(tokens)
    outer = [t for t in tokens if t.head not in inside]
    return next((t for t in outer if t.dep != "det"), outer[0] if outer else None)  # `the Friday [deadline]`


def _site(token: Token) -> Token | None:
    """What a time hangs on, past its prepositions."""
    head = above(token)
    while (
        head is not None
        and head.dep in ("prep", "pcomp", "quantmod", "advmod", "npadvmod", "dep", "mark")
        and not head.is_verb
    ):
        head = head.head
    return head


def is_dated(bound: Bound) -> bool:
    """Whether the time has a place in the calendar of its own and says when: not `until April`, `before July`."""
    time = bound.time
    if time.type not in _DATED and not (time.type == "DURATION" and time.edtf is not None):
        return False
    return time.edtf is not None and time.relation in ("on", "since", "by") and not _counts_times(bound)


def _counts_times(bound: Bound) -> bool:
    """`for the second time this year`, `for the third time since March`: how often, not when."""
    before = [t for t in bound.token.sentence.tokens[: bound.token.i + 1] if t.start < bound.time.start][-5:]
    if before and before[-1].lower == "since":
        before.pop()
    elif edtf.is_day(bound.time.edtf):
        return False  # `for the first time Monday`
    return [t.lower for t in before[-4:] if t.tag != "JJ"] == ["for", "the", "time"]


def own_times(anchor: Token, bounds: Sequence[Bound]) -> list[Bound]:
    """The times that belong to a word, the closest first: they reach it without crossing into another clause."""
    ranked: list[tuple[int, int, Bound]] = []
    for bound in bounds:
        steps = _steps(bound, anchor)
        if steps is not None and not _counted_since(bound):
            ranked.append((steps, abs(bound.token.i - anchor.i), bound))
    ranked.sort(key=lambda item: (item[0], item[1]))
    return [bound for _, _, bound in ranked]


def nth_day(anchor: Token, bounds: Sequence[Bound]) -> int | None:
    """How many days it has gone on, of `for a second day`, `for the third straight day`; None where the words do not count so."""
    for bound in own_times(anchor, bounds):
        time, site = bound.time, bound.token.head
        found = _DAYS.fullmatch(time.value) if time.type == "DURATION" else None
        if found is None or site is None or site.lower != "for":
            continue
        words = tokens_in(anchor.sentence, time.start, time.end)
        if any(_is_ordinal(t.lower) for t in words):
            return int(found[1])
    return None


def _is_ordinal(word: str) -> bool:
    return "ORD" in time_words().single.get(word, {}) or bool(_NTH.fullmatch(word))


def _timeless(clause: Token) -> bool:
    """`locked them out of the mill they run for the third night on Friday`: the nights are not those of the running."""
    if clause.dep not in ("relcl", "parataxis") or tense_of(clause) != "present" or clause.head is None:
        return False
    subject = clause.child("nsubj")
    return subject is not None and subject.tag == "PRP" and tense_of(clause_of(clause.head)) == "past"


def _counted_since(bound: Bound) -> bool:
    """`the first meeting since May`, `the longest strike since 1988`: the date bounds a count and dates nothing."""
    if bound.time.relation != "since" or bound.site is None:
        return False
    words = [bound.site, *bound.site.children]
    thing = bound.site.child("dobj", "attr") if tense_of(bound.site) == "past" else None
    if thing is None or bound.token.i < bound.site.i:
        thing = bound.site.child("nsubj", "nsubjpass")  # `The first lorries since June crossed on Sunday`
    words += [thing, *thing.children] if thing is not None else []
    return any(t.tag in ("JJS", "RBS") or t.lower in ("first", "only") for t in words)


def _steps(bound: Bound, anchor: Token) -> int | None:
    """How far up from the time's token the anchor is; None where another clause or an event of its own lies between."""
    token: Token | None = bound.token
    below = bound.token
    steps = 0
    while token is not None and token is not anchor:
        if steps > _MAX_STEPS:
            return None
        if steps and _closed(token, below, anchor):
            return None
        below, token = token, above(token) if token is bound.token or not token.is_verb else token.head
        steps += 1
    return steps if token is not None else None


def _closed(token: Token, below: Token, anchor: Token) -> bool:
    """Whether a word on the way up keeps its times for itself. `below`: the word that the way came from."""
    if token.dep == "xcomp" and token.head is anchor:
        return anchor.lemma in clause_words("wanting")  # `threatened to close it by May`
    if token.dep == "pcomp" and token.head is not None and token.head.lower == "from":
        return False  # `barred them from entering the port on Monday`
    if token.dep == "ccomp" and token.head is anchor and anchor.lemma in clause_words("making_able"):
        return False  # `let them go on Monday`
    if token.dep == "pcomp" and token.head is not None and token.head.lower == "without" and not token.childs("dobj"):
        return False  # `raised it without warning on Monday`
    if _is_purpose(token, below, anchor) or _told_at(token, below, anchor):
        return False
    if is_clause(token):
        return not (
            _timeless(token) or _running(token) or _no_clause(token, anchor) or _described(token, below, anchor)
        )
    if not token.is_noun:
        return False
    if below.dep in _MODIFIERS and token.dep == "pobj" and token.head is not None and token.head.lower in _AT:
        # `closed at Friday's close`, `turned down in Monday's vote`, `lost it in a 1978 ruling`
        return token.lemma in clause_words("levels")  # `kept it at last year's rate`
    if below.dep in _MODIFIERS or below.lower == "of":
        return True  # `refused Monday's offer`, `broke the contract of 1998`
    if token.dep == "pobj" and token.head is not None and token.head.lower in _APART:
        return token.lower not in clause_words("lengths")  # `for a second day on Thursday`
    if token.dep == "conj" and below.lower == "on":
        return _has_day(token)  # `laid off carpenters, drivers and joiners on Monday`
    return token.dep in ("appos", "conj")


def _is_gone(time: Token) -> bool:
    """Whether a time says that it lies behind: `three years ago`, `last week`."""
    return time.lower in ("ago", "yesterday") or any(c.lower == "last" for c in time.children)


def _is_purpose(token: Token, below: Token, anchor: Token) -> bool:
    """`sent gunboats to guard its trawlers on May 3`: what something was done for has no day of its own."""
    if _is_gone(below) and token.dep == "acl" and token.tag == "VB" and token.head in anchor.childs("dobj"):
        return tense_of(anchor) == "past"  # `ended its campaign to topple him three years ago`
    if token.dep != "advcl" or token.tag != "VB" or token.head is not anchor or tense_of(anchor) != "past":
        return False
    if only_to(token):
        return False
    if anchor.tag == "VBG":
        return False  # `was working with them to open it in June`
    if (
        anchor.lemma in clause_words("wanting", "speech_verbs")
        or anchor.lemma in clause_words("urging")
        or token.i < anchor.i
    ):
        return False
    return token.child("mark", "nsubj") is None and token.has_child(("to",), "aux")


def _told_at(token: Token, below: Token, anchor: Token) -> bool:
    """`accused them of smuggling at a meeting in Rome on Monday`: the day is that of the meeting, where it was said."""
    above = token.head
    if above is None or above.head is not anchor or token.dep != "pcomp" or above.lower not in ("for", "of"):
        return False
    meetings = (o for p in token.childs("prep") if p.lower in _AT and p.i <= below.i for o in p.childs("pobj"))
    return any(o.lemma in clause_words("gatherings") for o in meetings)


def _no_clause(token: Token, anchor: Token) -> bool:
    """A noun that the parser took for a verb behind the object of one that says nothing: `shut the squid ground on Monday`."""
    if (
        token.dep != "ccomp"
        or token.head is not anchor
        or anchor.lemma in clause_words("speech_verbs", "informing")
        or token.child("mark") is not None
    ):
        return False
    thing = anchor.child("dobj")
    return thing is not None and anchor.i < thing.i < token.i


def _described(token: Token, below: Token, anchor: Token) -> bool:
    """`stopped lorries carrying timber on Monday`: a participle that says what the things are like has no time of its own."""
    thing = token.head
    if token.dep != "acl" or thing is None or thing.dep not in ("dobj", "nsubjpass", "pobj"):
        return False
    governor = thing.head.head if thing.dep == "pobj" and thing.head is not None else thing.head
    if governor is not anchor:
        return False
    if anchor.lemma == "keep":
        return tense_of(anchor) in ("past", "past_perfect", "present_perfect")  # `kept the lorries waiting on Monday`
    behind = below.dep == "dobj" or any(token.i < c.i < below.i for c in token.childs("dobj", "prep"))
    return behind and below.i > token.i and token.lemma in clause_words("bearing") and tense_of(anchor) == "past"


def _has_day(token: Token) -> bool:
    """Whether a noun before this one of a row has a day of its own: `the vote on Sunday and the strike on Monday`."""
    first = token.head
    return first is not None and any(t.i < token.i and t.lower in DAY_WORDS for t in first.subtree())


def _running(token: Token) -> bool:
    """The last word of `for the second day running`, which the parser takes for a verb."""
    return (
        token.lower == "running" and token.i > 0 and token.sentence.tokens[token.i - 1].lower in clause_words("lengths")
    )


def offset_pair(bound: Bound) -> tuple[Token, Token] | None:
    """(the event that is so much later or earlier, the one it is counted from), for `a month after ...`."""
    tokens = bound.token.sentence.tokens
    if bound.token.head is not None and bound.token.head.lower == "for":
        return None  # `held it for two months after the crew had sued`: how long, not how much later
    after = bisect_left(tokens, bound.time.end, key=lambda t: t.start)
    if [t.lower for t in tokens[after : after + 3]] == ["to", "the", "day"]:
        after += 3  # `a week to the day after they met`
    word = tokens[after] if after < len(tokens) else None
    if word is None or word.lower not in ("after", "before", "following"):
        return None
    head = word.head
    if head is None:
        return None
    if word.dep == "mark":
        if (
            head.head is None
        ):  # `Firing resumed on Tuesday, a day after they agreed`, the side clause taken for the main one
            lead = next((c for c in head.childs("advcl", "ccomp") if c.is_verb and c.i < bound.token.i), None)
            return (lead, head) if lead is not None else None
        return clause_of(head.head), head
    noun = word.child("pobj", "pcomp")
    if noun is None:
        return None
    if noun.i + 1 == head.i and head.tag == "VBD" and (thing := head.child("nsubj")) is not None:
        # `The convoy crossed on Tuesday, a week after fighting stopped`: the side clause taken for the main one
        lead = next((c for c in thing.childs("acl") if c.tag in ("VBD", "VBN") and c.i < bound.token.i), None)
        if lead is not None:
            return lead, head
    # `a month after their round failed`, its subject taken for the preposition's object.
    stray = next((t for t in tokens[noun.i + 1 :] if t.is_verb or t.dep == "mark"), None)
    if stray is not None and (_stray(stray) or _joined(noun, stray)) and stray.head is not None:
        return clause_of(stray.head), stray
    later = clause_of(bound.token if head is bound.token else head)
    return later, noun


def _joined(noun: Token, verb: Token) -> bool:
    """`a day after the mayor and the union settled it`, the first of the two taken for the preposition's object."""
    between = verb.sentence.tokens[noun.i + 1 : verb.i]
    comma = any(t.lower in (",", ";", ":", "(") for t in between)
    return verb.tag == "VBD" and verb.dep == "conj" and not comma and any(t.lower == "and" for t in between)


def _stray(verb: Token) -> bool:
    """A finite verb of a side clause that has lost its subject."""
    return (
        verb.tag in ("VBD", "VBZ", "VBP")
        and verb.dep in ("advcl", "ccomp", "relcl", "acl")
        and verb.child("nsubj", "nsubjpass", "mark") is None
    )
