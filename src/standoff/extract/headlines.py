"""The day of what a headline tells, from the place where the story tells it with its day."""

from collections.abc import Sequence
from functools import cache

from standoff import edtf
from standoff.extract.binding import is_dated
from standoff.extract.clause_times import clause_time
from standoff.extract.dated import Dated, dated_by
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.within import Within
from standoff.lexicon.actions import actions
from standoff.parse import SUBJECTS, Sentence, Token

_SENTENCES = 14  # of the story in which the news of the headline is told at length
_RECENT = 7  # days that news lies back
_LIGHT = frozenset(("be", "do", "get", "go", "have", "make", "say", "tell"))
_PAST = frozenset(("past", "past_perfect"))
_DONE = frozenset(("xcomp", "oprd", "ccomp"))
_SIDE = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))


def told_below(
    anchor: Token,
    story: Sequence[Sentence],
    within: Within,
    published: str | None,
    *,
    things: frozenset[str] = frozenset(),
) -> Dated | None:
    """The one recent day on which the story tells what the headline does: by the same things or the same verb.

    `Shells hit silo of Varna mill. ... Two shells struck the silo on Monday.` None where the story tells two such days.
    `things`: more nouns that the deed is about.
    """
    clause = clause_of(anchor)
    subject, rest = _nouns(clause)
    rest |= things - subject
    found: dict[str, tuple[int, Dated]] = {}
    for sentence in story[:_SENTENCES]:
        for token, told in _dated(sentence, within):
            if not _is_recent(told.date, published):
                continue
            clauses = (token, token.head) if token.head is not None and _is_ordered(token) else (token,)
            others = frozenset().union(*(nouns for c in clauses for nouns in _nouns(c)))
            same = len(rest & others) + is_alike(clause, token)
            score = same + len(subject & others) if same else 0
            if told.date is not None and score >= 2 and score > found.get(told.date, (0, told))[0]:
                found[told.date] = (score, told)
        for noun, told in _held(sentence, within):
            if noun in subject and told.date is not None and _is_recent(told.date, published):
                found.setdefault(told.date, (2, told))
    best = max((score for score, _ in found.values()), default=0)
    days = [told for score, told in found.values() if score == best]
    return Dated(days[0].date, "relative") if len(days) == 1 else None


def is_alike(clause: Token, other: Token) -> bool:
    """Whether two verbs can tell the same deed: one word, or two of one sense, as `closes` and `ordered it sealed`."""
    if clause.lemma in _LIGHT:
        return False
    senses = _senses(clause.lemma)
    words = [other, *(c for c in other.childs(*_DONE) if c.tag == "VBN")]
    return any(word.lemma == clause.lemma or senses & _senses(word.lemma) for word in words)


@cache
def _senses(word: str) -> frozenset[str]:
    """The entries of the action lexicon that a verb alone stands for."""
    return frozenset(sense.id for sense, words in actions().verbs.get(word, ()) if len(words) == 1)


def _is_recent(date: str | None, published: str | None) -> bool:
    if not edtf.is_day(date):
        return (edtf.length(date) or 0) == 2 and edtf.overlap(date, published)  # the night before
    if edtf.before(published, date):
        return False
    return date == published or (edtf.gap(date, published) or _RECENT + 1) <= _RECENT


def _dated(sentence: Sentence, within: Within) -> list[tuple[Token, Dated]]:
    """The past verbs of a sentence with the days that are theirs."""
    found = []
    for token in sentence.tokens if within.of_sentence(sentence) else ():
        if token.is_verb and token.dep != "aux" and (tense_of(token) in _PAST or _is_ordered(token)):
            told = within.own(token) or (clause_time(within, token, depth=0) if token.dep == "advcl" else None)
            if told is not None and not told.since:
                found.append((token, told))
    return found


def _is_ordered(token: Token) -> bool:
    """`was ordered sealed on Monday`, where the day hangs on the second participle."""
    head = token.head
    return token.tag == "VBN" and token.dep in _DONE and head is not None and tense_of(head) in _PAST


def _held(sentence: Sentence, within: Within) -> list[tuple[str, Dated]]:
    """The nouns of a sentence that have a day for possessive: `Friday's session`."""
    return [
        (b.token.head.lemma, dated_by(b.time))
        for b in within.of_sentence(sentence)
        if b.token.dep == "poss" and b.token.head is not None and b.token.head.is_noun and is_dated(b)
    ]


def _nouns(clause: Token) -> tuple[set[str], set[str]]:
    """The nouns of a clause's subject, and its others, side clauses left out."""
    subject: set[str] = set()
    rest: set[str] = set()
    for child in clause.children:
        if child.dep in _SIDE or child.is_verb:
            continue
        nouns = {t.lemma.lower() for t in child.subtree() if t.is_noun and clause_of(t) is clause}
        if child.dep in SUBJECTS:
            subject |= nouns
        else:
            rest |= nouns
    return subject, rest
