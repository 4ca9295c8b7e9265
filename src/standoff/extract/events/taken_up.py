"""The day that the next sentence gives to an act: `The port has shut. The decision was taken on Monday`, `The move came on Friday`."""

from collections.abc import Sequence

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.dating import Dater
from standoff.extract.draft import Draft
from standoff.extract.tense import clause_of, tense_of
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.retold import retold_nouns
from standoff.parse import SUBJECTS, Token

_THE = frozenset(("such", "that", "the", "these", "this", "those"))
_ASIDE = frozenset(("acl", "advcl", "relcl"))
_TENSES = frozenset(("past", "past_perfect", "present_perfect"))
_WRITTEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # `The letter was sent on Monday`
_NEAR = 3  # sentences
_RECENT = 14  # days before the page's in which the news of a sentence without a day lies


def taken_up(drafts: Sequence[Draft], dates: Sequence[Dated], dater: Dater) -> list[Dated]:
    """The dates, with those of acts without a time of their own taken from a sentence behind them that takes them up."""
    return [
        (_next_day(draft, dater) or _day_of_word(draft, dater) or found) if _is_open(draft, found) else found
        for draft, found in zip(drafts, dates, strict=True)
    ]


def _is_open(draft: Draft, found: Dated) -> bool:
    """Whether an act has no day, or the page's for want of one."""
    if draft.status != "happened" or draft.content_of is not None or draft.own_time or found.rel is not None:
        return False
    told = draft.anchor.sentence.part == "story" and tense_of(clause_of(draft.anchor)) in _TENSES
    return told and (found.date is None or found.how == "published" or found.date.endswith("~"))


def _next_day(draft: Draft, dater: Dater) -> Dated | None:
    """The recent day of what the next sentence says, by a noun with `the` or `this`, of an act told in a main clause."""
    following = dater.next_sentence(draft.anchor)
    verb = following.root if following is not None else None
    if verb is None or not verb.is_verb or clause_of(draft.anchor).dep in _ASIDE:
        return None
    for noun in verb.childs(*SUBJECTS):
        if _is_same(noun, draft) and (found := _recent(dater.by_itself((noun,)), dater)) is not None:
            return found  # `The vote on Sunday sets the fee`
        for deed in _made_known(noun) if _is_paper(noun, draft) else ():
            if (found := _recent(dater.by_itself((deed,)), dater)) is not None:
                return found
    if tense_of(verb) not in ("past", "past_perfect") or not any(_is_same(noun, draft) for noun in _nouns(verb)):
        return None
    return _recent(dater.by_itself((verb,)), dater)


def _recent(found: Dated | None, dater: Dater) -> Dated | None:
    """A day, where it is not long before the page's."""
    if found is None or found.since or not edtf.is_day(found.date):
        return None
    days = edtf.gap(found.date, dater.published)
    return Dated(found.date, "relative") if days is not None and days <= _RECENT else None


def _made_known(noun: Token) -> list[Token]:
    """The participles that say of a paper that it was signed or made known: `a decree signed by the king and published on Monday`."""
    words = retold_nouns().words
    deeds = [d for c in noun.childs("acl") if c.tag == "VBN" for d in (c, *c.childs("conj"))]
    return [d for d in reversed(deeds) if d.lemma in words["came_about"] | words["heralding"]]


def _is_paper(noun: Token, draft: Draft) -> bool:
    """Whether a noun is a text by which such an act is done: a decree by which a treaty ends."""
    lexicon = actions()
    return noun.lemma in lexicon.words["writings"] and (
        draft.type in _WRITTEN or noun.lemma in clause_words("binding_texts")
    )


def _day_of_word(draft: Draft, dater: Dater) -> Dated | None:
    """The day on which somebody gave an order, of `ordered the gate opened` some sentences before."""
    sentence = dater.next_sentence(draft.anchor)
    lemmas = {t.lemma for t in (draft.anchor, *draft.trigger)}
    for _ in range(_NEAR):
        verb = sentence.root if sentence is not None else None
        if sentence is None or verb is None:
            return None
        told = verb.is_verb and tense_of(verb) in ("past", "past_perfect")
        if told and any(n.lemma in lemmas and _has_the(n) for n in _nouns(verb)):
            return _recent(dater.by_itself((verb,)), dater)
        sentence = dater.next_sentence(sentence.tokens[0])
    return None


def _nouns(verb: Token) -> list[Token]:
    """What is said to have come about, or is made known."""
    words = retold_nouns().words
    if verb.lemma in words["heralding"]:
        return verb.childs("dobj", "nsubjpass")
    if verb.lemma in words["came"] | words["came_about"] | words["began"]:
        return verb.childs(*SUBJECTS, "dobj")
    return verb.childs("dobj") if verb.lemma in clause_words("taken_or_given") else []


def _is_same(noun: Token, draft: Draft) -> bool:
    """Whether a noun stands for the act: `the decision` for any, `the ban` and `the request` for acts of their types."""
    if not _has_the(noun):
        return False
    if noun.lemma in clause_words("any_act"):
        return True
    lexicon = actions()
    if noun.lemma in lexicon.words["writings"] and draft.type in _WRITTEN:
        return True
    verb = lexicon.nominal.get(noun.lemma)
    senses = [*lexicon.nouns.get(noun.lemma, ()), *(lexicon.verbs.get(verb, ()) if verb is not None else ())]
    types = {sense.type for sense, _ in senses} | {s.type for s, _, _ in retold_nouns().nouns.get(noun.lemma, ())}
    return draft.type in types


def _has_the(noun: Token) -> bool:
    return noun.has_child(_THE, "det")
