"""The day of what a lead tells in the present perfect, `has closed the pass`, from the sentences below it."""

from collections.abc import Sequence

from standoff import edtf
from standoff.extract.binding import is_dated
from standoff.extract.dated import Dated
from standoff.extract.headlines import is_alike, told_below
from standoff.extract.tense import clause_of, tense_of
from standoff.extract.within import Within
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

_IT = frozenset(("it", "so", "that", "this"))
_DEFINITE = frozenset(("its", "that", "the", "their", "this"))
_RECENT = 7  # days that news lies back


def told_after(anchor: Token, story: Sequence[Sentence], within: Within, published: str | None) -> Dated | None:
    """The recent day on which the story tells a lead's deed again, or on which somebody made it known."""
    sentence = anchor.sentence
    rest = [other for other in story if other.index > sentence.index]
    things = {t.lemma.lower() for t in sentence.tokens if t.is_noun and t.tag in ("NN", "NNS")}
    found = told_below(anchor, rest, within, published, things=frozenset(things))
    if found is not None and found.date != published:
        return found
    following = rest[0] if rest else None
    if following is None:
        return None
    here = following.paragraph == sentence.paragraph
    told = (_made_known(following, within, published) if here else None) or _decreed(following, within, published)
    if told is not None:
        return told
    return _in_writing(following, within, published) if anchor.lemma in clause_words("speech_verbs") else None


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


def _decreed(sentence: Sentence, within: Within, published: str | None) -> Dated | None:
    """`has put the town under curfew. The decree, signed yesterday by the president, is valid for a week.`"""
    decree = sentence.root.child("nsubj", "nsubjpass") if sentence.root is not None else None
    if (
        decree is None
        or decree.lemma not in clause_words("decrees")
        or not any(c.lower in _DEFINITE for c in decree.children)
    ):
        return None
    clauses = (sentence.root, *decree.childs("relcl"))  # `The ban, which came into force on Monday, hurts growers.`
    in_force = [c for c in clauses if c is not None and c.lemma in clause_words("takes_effect")]
    for verb in (*decree.childs("acl"), *in_force):  # `The rule has applied since Tuesday.`
        found = within.own(verb) if verb in in_force or verb.lemma in clause_words("issued") else None
        gap = edtf.gap(found.date, published) if found is not None and edtf.is_day(found.date) else None
        if found is not None and gap is not None and gap <= _RECENT:
            return Dated(found.date, "relative")
    return None


def _in_writing(sentence: Sentence, within: Within, published: str | None) -> Dated | None:
    """`has asked the state to step in. In a letter sent on Monday, it wrote that ...`: the day of the letter."""
    root = sentence.root
    opening = sentence.tokens[0] if sentence.tokens else None
    spoken = root is not None and root.lemma in clause_words("speech_verbs") | {"write"}
    if not spoken or opening is None or opening.lower != "in":
        return None
    letter = opening.child("pobj")
    if letter is None or letter.lemma not in clause_words("written_messages"):
        return None
    inside = {t.i for t in letter.subtree()}
    days = {b.time.edtf for b in within.of_sentence(sentence) if is_dated(b) and b.token.i in inside}
    day = next(iter(days)) if len(days) == 1 else None
    gap = edtf.gap(day, published) if edtf.is_day(day) else None
    return Dated(day, "relative") if gap is not None and gap <= _RECENT else None


def alike_lead(anchor: Token, story: Sequence[Sentence]) -> Token | None:
    """The verb of the story's first sentence that tells what the headline does: `Ruritania shuts pass`, `has closed the pass`."""
    root = story[0].root if story else None
    if root is None:
        return None
    told = [c for c in root.childs("ccomp") if c.i < root.i]  # `..., officials said on Saturday`
    clause = clause_of(anchor)
    return next((verb for verb in (*told, root) if verb.is_verb and is_alike(clause, verb)), None)
