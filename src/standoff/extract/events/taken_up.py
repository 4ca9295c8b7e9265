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
_RECENT = 14  # days before the page's in which the news of a sentence without a day lies


def taken_up(drafts: Sequence[Draft], dates: Sequence[Dated], dater: Dater) -> list[Dated]:
    """The dates, with those of acts without a time of their own taken from the sentence behind them that takes them up."""
    return [
        _next_day(draft, dater) or found if _is_open(draft, found) else found
        for draft, found in zip(drafts, dates, strict=True)
    ]


def _is_open(draft: Draft, found: Dated) -> bool:
    """Whether an act told in a main clause has no day, or the page's for want of one."""
    if draft.status != "happened" or draft.content_of is not None or draft.own_time or found.rel is not None:
        return False
    clause = clause_of(draft.anchor)
    told = draft.anchor.sentence.part == "story" and clause.dep not in _ASIDE and tense_of(clause) in _TENSES
    return told and (found.date is None or found.how == "published" or found.date.endswith("~"))


def _next_day(draft: Draft, dater: Dater) -> Dated | None:
    """The recent day of what the next sentence says of the act by a noun with `the` or `this`."""
    following = dater.next_sentence(draft.anchor)
    verb = following.root if following is not None else None
    if verb is None or not verb.is_verb or tense_of(verb) not in ("past", "past_perfect"):
        return None
    if not any(_is_same(noun, draft) for noun in _nouns(verb)):
        return None
    found = dater.by_itself((verb,))
    if found is None or found.since or not edtf.is_day(found.date):
        return None
    days = edtf.gap(found.date, dater.published)
    return Dated(found.date, "relative") if days is not None and days <= _RECENT else None


def _nouns(verb: Token) -> list[Token]:
    """What is said to have come about, or is made known."""
    words = retold_nouns().words
    if verb.lemma in words["heralding"]:
        return verb.childs("dobj", "nsubjpass")
    if verb.lemma in words["came"] | words["came_about"] | words["began"]:
        return verb.childs(*SUBJECTS)
    return []


def _is_same(noun: Token, draft: Draft) -> bool:
    """Whether a noun stands for the act: `the decision` for any, `the ban` and `the request` for acts of their types."""
    if not any(c.lower in _THE for c in noun.childs("det")):
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
