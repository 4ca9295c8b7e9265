"""Strikes that a word picks out of several, with a time of their own -> drafts: `the first of the walkouts took place in May`, `the one in June`.

Which strikes are meant is told by `of` or stands shortly before; a word without a time tells nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from standoff.extract.draft import Draft
from standoff.extract.events.coder import Coder
from standoff.extract.events.dated_nouns import RULE
from standoff.extract.events.words import is_time, may_date
from standoff.extract.lasted import order_of
from standoff.extract.tense import tense_of
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.retold import retold_nouns
from standoff.parse import Sentence, Token

_THE = frozenset(("a", "an", "its", "the", "their"))
_LAST = frozenset(("final", "last", "latest"))
_BEHIND = frozenset((",", "before", "in", "of", "on"))
_TENSES = frozenset(("past", "past_perfect", "present_perfect"))
_BACK = 2  # sentences
_FAR = 8  # tokens
_PRIOR = 0.6


def picked_out(coder: Coder, sentences: Sequence[Sentence]) -> list[Draft]:
    """The strikes of a page that are told by `the first`, `the longest`, `the one`; who strikes may be missing still."""
    strikes = _strikes()
    told = [n for n, sentence in enumerate(sentences) if not strikes.isdisjoint(sentence.lemmas)]
    near = {m for n in told for m in range(n, n + _BACK + 1)}  # few pages tell of strikes at all
    return [
        draft
        for n, sentence in enumerate(sentences)
        if n in near and may_date(sentence)
        for token in sentence.tokens
        if _picks(token) and (draft := _draft(coder, token, sentences)) is not None
    ]


def _draft(coder: Coder, token: Token, sentences: Sequence[Sentence]) -> Draft | None:
    noun = _named(token) or _before(token, sentences)
    verb = _verb(token)
    if noun is None or (verb is not None and verb.lemma in retold_nouns().words["put_off"]):
        return None
    match = coder.matcher.nouns.alone(noun)
    times = (*_beside(token), *([verb] if verb is not None and _tells(verb) else []))
    if match is None or match.sense.type != "PROTEST" or not times:
        return None
    return Draft(
        type="PROTEST",
        mode=match.sense.mode,
        rule=f"{RULE} {match.sense.id}",
        trigger=(token,),
        anchor=token,
        actors=coder.roles.spelled(coder.roles.of_noun(noun), noun),
        own_time=times,
        confidence=_PRIOR,
    )


def _picks(token: Token) -> bool:
    """Whether a word stands for one of several: no number of a day, and before no noun."""
    before, after = _at(token, -1), _at(token, 1)
    if before is None or after is None:
        return False
    if token.lower == "one":
        if before.lower != "the" and not (before.tag.startswith("JJ") and _word(token, -2) in _THE):
            return False
    elif before.lower not in _THE or not (token.lower in _LAST or token.tag == "JJS" or _is_order(token)):
        return False
    return after.lower in _BEHIND or after.is_verb


def _is_order(token: Token) -> bool:
    return token.lower.isalpha() and order_of(token) is not None


def _named(token: Token) -> Token | None:
    """The strikes behind `of`."""
    of = _at(token, 1)
    inner = of.child("pobj") if of is not None and of.lower == "of" else None
    return inner if inner is not None and inner.lemma in _strikes() else None


def _before(token: Token, sentences: Sequence[Sentence]) -> Token | None:
    """The strikes told of last, where no talks are told of since."""
    if _word(token, 1) == "of":
        return None
    here = token.sentence
    acts = _strikes() | actions().classes["meeting"]
    for sentence in reversed(sentences[max(0, here.index - _BACK) : here.index + 1]):
        if sentence.part != here.part:
            return None
        last = token.i if sentence is here else len(sentence.tokens)
        told = next((t for t in reversed(sentence.tokens[:last]) if t.is_noun and t.lemma in acts), None)
        if told is not None:
            return told if told.lemma in _strikes() else None
    return None


def _beside(token: Token) -> Iterator[Token]:
    """The words of time that follow at once, behind a comma or a preposition."""
    rest = token.sentence.tokens[token.i + 1 : token.i + _FAR]
    begun = False
    for word in rest:
        if is_time(word):
            begun = True
            yield word
        elif begun or not (word.lower in _BEHIND or word.lower in ("last", "this") or word.tag in ("CD", "DT")):
            return


def _verb(token: Token) -> Token | None:
    """The verb that says something of it."""
    rest = token.sentence.tokens[token.i + 1 : token.i + _FAR + 1]
    return next((t for t in rest if t.is_verb and t.dep not in ("aux", "auxpass", "acl", "relcl")), None)


def _tells(verb: Token) -> bool:
    """Whether a verb's time is that of the strike: `began in May`, `was held in May`, not `ended in May`."""
    words = retold_nouns().words
    told = verb.lemma in words["came"] | words["began"] | words["came_about"] | clause_words("staying") | {"be"}
    goes_on = verb.lemma == "go" and verb.has_child(("on",), "prt", "prep")
    return (told or goes_on or verb.lemma == "last") and tense_of(verb) in _TENSES


@cache
def _strikes() -> frozenset[str]:
    return actions().classes["stoppage"] - {"action", "picket"}


def _at(token: Token, step: int) -> Token | None:
    tokens, n = token.sentence.tokens, token.i + step
    return tokens[n] if 0 <= n < len(tokens) else None


def _word(token: Token, step: int) -> str | None:
    found = _at(token, step)
    return found.lower if found is not None else None
