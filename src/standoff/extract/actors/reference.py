"""Whom pronouns and definite descriptions stand for: it, they, its, the two sides, each other, the ministry."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from standoff.extract.actors.phrases import Denoted, Phrases, phrase_head
from standoff.parse import Parsed, Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THING_PRONOUNS = frozenset({"it", "its", "itself"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "their", "themselves"})
_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
_SPEAKER_PRONOUNS = frozenset({"i", "we", "us", "our", "my", "me", "ourselves"})
_PAIR_NOUNS = frozenset(
    [
        "side",
        "country",
        "nation",
        "government",
        "neighbour",
        "neighbor",
        "party",
        "state",
        "rival",
        "korea",
        "korean",
        "foe",
        "enemy",
        "capital",
        "power",
        "ally",
        "leader",
    ]
)
_BACK = 3  # sentences


def party_of(id_: str) -> str:
    """The side an actor belongs to: the country of a coded one, else itself.

    >>> party_of("KOR-GOV"), party_of("IGO-UNO"), party_of("NAMED:Writers Guild")
    ('KOR', 'IGO-UNO', 'NAMED:Writers Guild')
    """
    return id_ if id_.startswith(("IGO", "NGO", "NAMED")) else id_[:3]


class References:
    """Resolves what phrases leave open; needs the page's phrases, and the sides once they are known."""

    def __init__(self, parsed: Parsed, phrases: Phrases) -> None:
        self.parsed = parsed
        self.phrases = phrases
        self.parties: tuple[str, ...] = ()
        self._known: dict[Token, tuple[Denoted, ...]] = {}
        self._heads: dict[int, list[Token]] = {}

    def denoted(self, token: Token) -> tuple[Denoted, ...]:
        """Who a phrase or pronoun stands for."""
        head = phrase_head(token)
        if head in self._known:
            return self._known[head]
        self._known[head] = ()
        self._known[head] = found = self._resolve(head)
        return found

    def _resolve(self, head: Token) -> tuple[Denoted, ...]:
        if head.tag in ("PRP", "PRP$"):
            return self._at(head, self._pronoun(head))
        if head.tag in ("WP", "WDT", "WP$") or (head.lower == "that" and head.dep in SUBJECTS):
            return self._relative(head)
        if head.lower in ("other", "another") and any(c.lower in ("each", "one") for c in head.children):
            return self._at(head, self._clause_subject(head))
        pair = self._pair(head)
        if pair:
            return pair
        return self.phrases.denoted(head)

    def _at(self, head: Token, found: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        return tuple(replace(d, start=head.start, end=head.end, where=False) for d in found)

    def _relative(self, head: Token) -> tuple[Denoted, ...]:
        for verb in head.ancestors():
            if verb.dep in ("relcl", "acl"):
                return self._at(head, self.denoted(verb.head)) if verb.head is not None else ()
        return ()

    def _pair(self, head: Token) -> tuple[Denoted, ...]:
        """The two sides, both countries, the Koreas: the page's two sides."""
        lemma = head.lemma.lower().removesuffix("s")
        if head.tag not in ("NNS", "NNPS", "CD", "DT") or not (lemma in _PAIR_NOUNS or head.lower in ("both", "two")):
            return ()
        words = {c.lower for c in head.children if c.i < head.i} | {head.lower}
        known = lemma in ("korea",)
        if (
            not known
            and not words & {"two", "both"}
            and not (lemma in ("side", "rival", "neighbour", "neighbor") and words & {"the"})
        ):
            return ()
        if self.phrases.owners(head) or len(self.parties) < 2:
            return ()
        start = min([head.start, *(c.start for c in head.children if c.i < head.i)])
        return tuple(Denoted(start=start, end=head.end, id=p, name=p, plural=True) for p in self.parties[:2])

    def _pronoun(self, pronoun: Token) -> tuple[Denoted, ...]:
        word = pronoun.lower
        if word in _SPEAKER_PRONOUNS:
            return self._speaker(pronoun)
        if word == "it" and _pleonastic(pronoun):
            return ()
        for candidate in self._candidates(pronoun):
            if isinstance(candidate, bool):
                return ()
            fitting = tuple(d for d in candidate if _fits(word, d, len(candidate)))
            if fitting:
                return fitting
        return ()

    def _candidates(self, pronoun: Token) -> Iterator[tuple[Denoted, ...]]:
        """Earlier phrases, best first: subjects of the clauses around, then of the sentences before, then others."""
        seen: set[Token] = {pronoun}
        own = pronoun.dep in SUBJECTS or pronoun.tag == "PRP$"
        bound = pronoun.tag != "PRP$" and pronoun.dep not in SUBJECTS
        for verb in pronoun.ancestors():
            subject = verb.child("nsubj", "nsubjpass")
            if subject is None or subject.i > pronoun.i or subject in seen or phrase_head(pronoun) is subject:
                continue
            if bound and own is False and verb.is_verb:
                bound = False
                continue
            seen.add(subject)
            yield self.denoted(subject)
        yield from self._earlier(pronoun.sentence, pronoun.i, seen)
        first = max(0, pronoun.sentence.index - _BACK)
        for sentence in reversed(self.parsed.sentences[first : pronoun.sentence.index]):
            if sentence.part != pronoun.sentence.part:
                break
            yield from self._earlier(sentence, len(sentence.tokens), seen)

    def _earlier(self, sentence: Sentence, before: int, seen: set[Token]) -> Iterator[tuple[Denoted, ...]]:
        heads = [h for h in self.heads(sentence) if h.i < before and h not in seen]
        for head in sorted(heads, key=_salience):
            found = self.phrases.denoted(head)
            if found and not all(d.where for d in found):
                yield found

    def heads(self, sentence: Sentence) -> list[Token]:
        """The heads of a sentence's noun phrases."""
        known = self._heads.get(sentence.index)
        if known is None:
            datelines = self.phrases.names.datelines
            known = [t for t in sentence.tokens if t not in datelines and _is_head(t)]
            self._heads[sentence.index] = known
        return known

    def _clause_subject(self, token: Token) -> tuple[Denoted, ...]:
        for verb in token.ancestors():
            subject = verb.child("nsubj", "nsubjpass")
            if subject is not None and subject is not token:
                return self.denoted(subject)
        return ()

    def _speaker(self, pronoun: Token) -> tuple[Denoted, ...]:
        """Who speaks: the subject of a clause around that is not the pronoun itself."""
        for verb in pronoun.ancestors():
            subject = verb.child("nsubj", "nsubjpass")
            if (
                subject is not None
                and subject is not pronoun
                and subject.tag not in ("PRP", "PRP$")
                and verb.lemma in ("say", "tell", "add", "warn", "declare", "state")
            ):
                return self.denoted(subject)
        return ()

    def count_sides(self) -> tuple[str, ...]:
        """The two sides that act most on the page."""
        weights: Counter[str] = Counter()
        for sentence in self.parsed.sentences:
            for head in self.heads(sentence):
                for d in self.phrases.denoted(head):
                    if d.where or (not d.named and d.id.startswith("NAMED")):
                        continue
                    weights[party_of(d.id)] += 3 if head.dep in SUBJECTS else 1
        ranked = sorted(weights, key=lambda side: (-weights[side], side))
        return tuple(ranked[:2])


def _fits(word: str, d: Denoted, together: int) -> bool:
    if word in _PERSON_PRONOUNS:
        return (
            d.person or (not d.plural and d.noun is not None and d.sector is not None and not d.named)
        ) and together == 1
    if word in _PLURAL_PRONOUNS:
        return d.plural or together > 1 or (d.named and not d.person)
    return not d.person and not d.plural and together == 1


def _pleonastic(it: Token) -> bool:
    """It is likely that, it was agreed that, it seems: nobody."""
    if it.dep == "expl":
        return True
    verb = it.head
    if verb is None or it.dep not in SUBJECTS:
        return False
    clause = any(c.dep in ("ccomp", "xcomp", "advcl", "csubj", "acl") and c.i > verb.i for c in verb.children)
    described = verb.child("acomp", "attr") is not None
    if verb.lower in ("is", "was", "'s", "be", "been", "were") and described:
        inner = verb.child("acomp", "attr")
        return clause or (
            inner is not None and any(c.dep in ("xcomp", "ccomp", "acl", "advcl") for c in inner.children)
        )
    return verb.lemma in ("seem", "appear", "rain", "snow", "happen") or (it.dep == "nsubjpass" and clause)


def _salience(head: Token) -> tuple[int, int]:
    """Main subjects first, then other subjects, then the rest; the later one first."""
    if head.dep in SUBJECTS:
        main = head.head is not None and head.head.head is None
        return (0 if main else 1, -head.i)
    return (2 if head.dep in ("dobj", "agent", "dative", "attr") else 3, -head.i)


def _is_head(token: Token) -> bool:
    """Whether a token heads a noun phrase of its own."""
    if not (token.is_noun or token.tag in ("JJ", "CD")):
        return False
    return phrase_head(token) is token and token.dep not in ("compound", "amod", "nummod", "nmod")
