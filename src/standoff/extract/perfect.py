"""The day of what a lead tells in the present perfect, `has closed the pass`, from the sentences below it."""

from collections.abc import Sequence

from standoff import edtf
from standoff.extract.dated import Dated
from standoff.extract.headlines import is_alike, told_below
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.within import Within
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

_IT = frozenset(("it", "so", "that", "this"))
_RECENT = 7  # days that news lies back


def told_after(anchor: Token, story: Sequence[Sentence], within: Within, published: str | None) -> Dated | None:
    """The recent day on which the story tells a lead's deed again, or on which somebody made it known."""
    sentence = anchor.sentence
    rest = [other for other in story if other.index > sentence.index]
    things = {t.lemma.lower() for t in sentence.tokens if t.is_noun and t.tag in ("NN", "NNS")}
    found = told_below(anchor, rest, within, published, things=frozenset(things))
    if found is not None and found.date != published:
        return found
    following = rest[0] if rest and rest[0].paragraph == sentence.paragraph else None
    return _made_known(following, within, published) if following is not None else None


def _made_known(sentence: Sentence, within: Within, published: str | None) -> Dated | None:
    """`The two have come to terms. The mediator made it known on May 4.`"""
    root = sentence.root
    if root is None or tense_of(root) != "past" or root.lemma not in clause_words("speech_verbs") | {"make"}:
        return None
    after = sentence.tokens[root.i + 1 :]
    if not after or after[0].lower not in _IT:
        return None
    found = within.own(root)
    days = edtf.gap(found.date, published) if found is not None and edtf.is_day(found.date) else None
    return Dated(found.date, "relative") if found is not None and days is not None and days <= _RECENT else None


def alike_lead(anchor: Token, story: Sequence[Sentence]) -> Token | None:
    """The verb of the story's first sentence that tells what the headline does: `Ruritania shuts pass`, `has closed the pass`."""
    root = story[0].root if story else None
    if root is None:
        return None
    told = [c for c in root.childs("ccomp") if c.i < root.i]  # `..., officials said on Saturday`
    clause = clause_of(anchor)
    return next((verb for verb in (*told, root) if verb.is_verb and is_alike(clause, verb)), None)
