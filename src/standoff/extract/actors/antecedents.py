"""Phrases before that a pronoun or description may go back to: the nearest and most salient first."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from standoff.extract.actors.denoted import Denoted, is_endless, phrase_head
from standoff.extract.actors.names import Names
from standoff.extract.actors.phrases import Phrases
from standoff.extract.actors.places import thing_at
from standoff.extract.actors.signs import is_head, is_one, is_text, opened_or_shut, salience
from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse import SUBJECTS, Parsed, Sentence, Token

BACK = 3  # sentences that a pronoun looks back
_FAR = 25  # sentences that a description looks back
_NEAREST = 40  # phrases of a sentence that are looked at
_BODIES = frozenset({"it", "they"})
_HEADING = frozenset({"CD", "JJ"})  # tags of heads that are no nouns
_OPENING = frozenset({"despite", "during", "in", "on", "throughout", "with"})
_SINCE = frozenset({"after", "because"})
_place = attrgetter("i")

Meant = tuple[Token, tuple[Denoted, ...]]


def _hurt_by(verb: Token, pronoun: Token) -> bool:
    """Whether a clause below another one tells that somebody does harm to what is not his: `said Chad attacked its posts`."""
    if verb.lemma not in clause_words("hurting") or pronoun.tag != "PRP$" or verb.child("nsubj") is None:
        return False
    noun = pronoun.head
    if noun is None or verb.head is None or any(c.lower == "own" for c in noun.children):
        return False
    return noun in verb.children or any(c in verb.children and c.dep == "dobj" for c in noun.ancestors())


def _beside(pronoun: Token) -> list[Token]:
    """What the pronoun's own verb acts on, which it does not stand for: `fired a shell at it`."""
    verb = next((a for a in pronoun.ancestors() if a.is_verb), None)
    return verb.childs("dobj") if verb is not None else []


def _punished(pronoun: Token) -> Token | None:
    """Whom something was done to for what a clause tells of him: `arrested the growers because they blocked the gate`."""
    clause = pronoun.head
    verb = clause.head if clause is not None and clause.dep == "advcl" else None
    if verb is None or pronoun.dep not in SUBJECTS or verb.lemma not in clause_words("punishing"):
        return None
    if clause is None or not clause.has_child(_SINCE, "mark"):
        return None
    whom = verb.child("dobj", "nsubjpass")
    return whom if whom is not None and whom.i < pronoun.i else None


def _judged(pronoun: Token) -> Token | None:
    """What is praised or blamed for what it does: `criticised the levy, saying it hurt growers`; who says so speaks of his will."""
    clause = pronoun.head
    said = clause.head if clause is not None and clause.dep == "ccomp" else None
    verb = said.head if said is not None and said.tag == "VBG" else None
    if clause is None or verb is None or pronoun.dep != "nsubj" or verb.lemma not in actions().words["fact_verbs"]:
        return None
    judged, willed = verb.child("dobj"), any(c.tag == "MD" for c in clause.childs("aux"))
    return judged if judged is not None and judged.tag == "NN" and not willed else None


def _named_after(pronoun: Token) -> Token | None:
    """Who is named right after the phrase that opens a sentence and says what of his: `In its reply, Chad`, `In his letter, Ruiz`."""
    first = pronoun.sentence.tokens[0]
    verb = first.head if first.dep == "prep" and first.lower in _OPENING else None
    who = verb.child(*SUBJECTS) if verb is not None and pronoun.tag == "PRP$" else None
    if who is None or not first.i < pronoun.i < who.i or first not in pronoun.ancestors():
        return None
    return who if who.tag in ("NNP", "NNPS") else None


def _may_be_described(found: tuple[Denoted, ...]) -> bool:
    """Whether a noun may be used again for somebody: for one who is no place, or two who are one phrase."""
    return (len(found) == 1 and not found[0].plural and not found[0].where) or is_one(found)


class Antecedents:
    """Earlier phrases of a page with those they denote; `denoted` resolves a phrase that is asked for itself."""

    def __init__(
        self, parsed: Parsed, names: Names, phrases: Phrases, denoted: Callable[[Token], tuple[Denoted, ...]]
    ) -> None:
        self._parsed = parsed
        self._names = names
        self._phrases = phrases
        self._denoted = denoted
        self.settled = 0  # sentences of which every phrase is resolved
        self._heads: dict[int, list[Token]] = {}
        self._ranked: dict[tuple[int, int], list[Token]] = {}
        self._named: dict[int, list[Meant]] = {}
        self._describable: dict[int, list[tuple[Denoted, ...]]] = {}

    def heads(self, sentence: Sentence) -> list[Token]:
        """The heads of a sentence's noun phrases."""
        known = self._heads.get(sentence.index)
        if known is None:
            datelines = self._names.datelines
            tokens = () if is_endless(sentence) else sentence.tokens
            known = [
                t
                for t in tokens
                if (t.is_noun or t.tag in _HEADING or t in self._names.covering)
                and t not in datelines
                and (is_head(t) or self._ends_name(t))
            ]
            self._heads[sentence.index] = known
        return known

    def before(self, head: Token) -> Iterator[Meant]:
        """Phrases before a token, the nearest sentence first, in each the most salient first."""
        first = max(0, head.sentence.index - _FAR)
        yield from self.earlier(head.sentence, head.i, {head})
        for sentence in reversed(self._parsed.sentences[first : head.sentence.index]):
            yield from self._of_sentence(sentence)

    def describable(self, head: Token) -> Iterator[tuple[Denoted, ...]]:
        """Those whom phrases before a token stand for, as `before`, without several or a place: nothing describes these."""
        for _, found in self.earlier(head.sentence, head.i, {head}):
            if _may_be_described(found):
                yield found
        first = max(0, head.sentence.index - _FAR)
        for sentence in reversed(self._parsed.sentences[first : head.sentence.index]):
            known = self._describable.get(sentence.index)
            if known is None:
                known = [found for _, found in self._of_sentence(sentence) if _may_be_described(found)]
                if sentence.index < self.settled:
                    self._describable[sentence.index] = known
            yield from known

    def earlier(
        self, sentence: Sentence, before: int, seen: set[Token], *, acted_on: bool = False, pronoun: Token | None = None
    ) -> Iterator[Meant]:
        """Phrases of a sentence, the most salient first; things (with nobody) as subjects, or also as objects."""
        heads = self._by_salience(sentence, before)
        if pronoun is not None and sentence is not pronoun.sentence and _goes_on(pronoun):
            heads = self._without_teller(heads)
        for head in heads:
            if head in seen:
                continue
            if pronoun is not None and head.dep == "appos" and any(above in seen for above in head.ancestors()):
                continue  # nor who the subject is explained to be
            found = self._phrases.denoted(head)
            if pronoun is not None and head.dep in SUBJECTS and is_text(head, pronoun):
                yield head, ()
            elif found and (not found[0].where or not all(d.where for d in found)):
                yield head, found
            elif (head.dep in SUBJECTS or (acted_on and head.dep == "dobj")) and self._is_thing(head):
                yield head, ()

    def candidates(self, pronoun: Token) -> Iterator[Meant]:
        """Earlier phrases, best first: subjects of the clauses around, then of the sentences before, then others."""
        seen: set[Token] = {pronoun}
        bound = pronoun.tag != "PRP$" and pronoun.dep not in SUBJECTS
        if bound:
            seen.update(_beside(pronoun))
        if (punished := _punished(pronoun)) is not None and (found := self._denoted(punished)):
            seen.add(punished)
            yield punished, found
        if pronoun.lower == "it" and (judged := _judged(pronoun)) is not None:
            seen.add(judged)
            yield judged, self._denoted(judged)
        if (ahead := _named_after(pronoun)) is not None and (found := self._denoted(ahead)):
            seen.add(ahead)
            yield ahead, found
        for verb in pronoun.ancestors():
            subject = verb.child("nsubj", "nsubjpass") or self._whose(verb)
            if subject is None or subject.i > pronoun.i or subject in seen or phrase_head(pronoun) is subject:
                continue
            seen.add(subject)
            if (bound and verb.is_verb) or _hurt_by(verb, pronoun):
                bound = False
                continue
            found = self._denoted(subject)
            if not found and is_text(subject, pronoun):
                yield subject, ()
            elif found or self._is_thing(subject) or _speaks(verb):
                yield subject, found  # who says what `it` will do, also where nothing is known of him
        acted_on = pronoun.dep not in SUBJECTS or opened_or_shut(pronoun)
        yield from self.earlier(pronoun.sentence, pronoun.i, seen, acted_on=acted_on, pronoun=pronoun)
        first = max(0, pronoun.sentence.index - BACK)
        for sentence in reversed(self._parsed.sentences[first : pronoun.sentence.index]):
            if sentence.part != pronoun.sentence.part:
                break
            yield from self.earlier(sentence, len(sentence.tokens), seen, acted_on=acted_on, pronoun=pronoun)

    def _of_sentence(self, sentence: Sentence) -> Iterable[Meant]:
        """Phrases of a whole sentence, the most salient first: kept where all of them are resolved."""
        if sentence.index >= self.settled:
            return self.earlier(sentence, len(sentence.tokens), set())
        known = self._named.get(sentence.index)
        if known is None:
            known = self._named[sentence.index] = list(self.earlier(sentence, len(sentence.tokens), set()))
        return known

    def _by_salience(self, sentence: Sentence, before: int) -> list[Token]:
        """The nearest heads of a sentence before a token, the most salient first: asked for by every pronoun after them."""
        heads = self.heads(sentence)
        count = bisect_left(heads, before, key=_place)
        known = self._ranked.get((sentence.index, count))
        if known is None:
            known = sorted(heads[max(0, count - _NEAREST) : count], key=salience)
            self._ranked[sentence.index, count] = known
        return known

    def _without_teller(self, heads: list[Token]) -> list[Token]:
        """The heads with who acts before who tells of it at the end: `Chad shut the gate, the ministry said. It also ...`."""
        for teller in heads:
            verb = teller.head if teller.dep in SUBJECTS else None
            if verb is None or not _speaks(verb):
                continue
            told = next((c for c in verb.childs("ccomp") if c.i < teller.i), None)
            doer = told.child(*SUBJECTS) if told is not None else None
            if doer in heads and doer is not None and self._phrases.denoted(doer):
                return [doer, *(h for h in heads if h is not doer)]
        return heads

    def _is_thing(self, head: Token) -> bool:
        """Whether a phrase is a thing that can be `it`: the zone, the pipeline."""
        return head.tag in ("NN", "NNP") and thing_at(head, self._names) is not None

    def _ends_name(self, token: Token) -> bool:
        """Whether a word that the parser takes for no noun ends a known name."""
        name = self._names.at(token) if not token.is_noun else None
        return (
            name is not None
            and name.kind in ("country", "capital", "org")
            and name.tokens[-1] is token
            and phrase_head(token) is token
        )

    def _whose(self, verb: Token) -> Token | None:
        """Whose plan or bid an infinitive is the content of: `threw out Lumo's bid to keep its crews at work`."""
        noun = verb.head if verb.dep == "acl" and verb.tag in ("VB", "VBG") else None
        return noun.child("poss") if noun is not None else None


def _goes_on(pronoun: Token) -> bool:
    """Whether a pronoun goes on with what was done, and not with what was said."""
    verb = pronoun.head
    return pronoun.lower in _BODIES and pronoun.dep in SUBJECTS and verb is not None and not _speaks(verb)


def _speaks(verb: Token) -> bool:
    return verb.lemma in clause_words("speaking") or verb.lemma in clause_words("telling")
