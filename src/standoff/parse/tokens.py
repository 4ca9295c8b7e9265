"""What the extractors see of a parsed page: sentences of tokens in a dependency tree.

Nothing here knows which parser made them; another parser or language fills the same records.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial, wraps
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

from standoff.lexicon.lemmas import lemma
from standoff.model import Page, PartKind

T = TypeVar("T")


@lru_cache(maxsize=1 << 16)
def _forms(text: str, tag: str) -> tuple[str, bool, bool, str]:
    """A word in lower case, whether it is a verb or a noun, its lemma: a page says most of its words more than once."""
    lower = intern(text.lower().replace("’", "'"))
    return lower, tag[:2] == "VB" or tag == "MD", tag[:2] == "NN", intern(lemma(lower, tag))


class Token:
    """A word of a sentence: its place in the page, Penn tag, ClearNLP dependency label, head and children.

    `head` is None for the root. `i` counts within the sentence. Equal only to itself.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "is_noun",
        "is_verb",
        "lemma",
        "lower",
        "sentence",
        "start",
        "tag",
        "text",
    )
    lemma: str
    """The lemma of a verb or a common noun; else the word in lower case."""
    is_verb: bool
    """A verb form, modals and gerunds included."""
    is_noun: bool
    """A common or proper noun."""

    def __init__(self, sentence: "Sentence", i: int, text: str, tag: str, dep: str, start: int) -> None:
        self.sentence = sentence
        self.i = i
        self.text = text
        self.lower, self.is_verb, self.is_noun, self.lemma = _forms(text, tag)
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.head: Token | None = None
        self.children: list[Token] = []

    def retag(self, tag: str) -> None:
        """Gives the token a tag, and with it what hangs on the tag."""
        self.tag = tag
        self.sentence.forget()
        _, self.is_verb, self.is_noun, self.lemma = _forms(self.text, tag)

    def relabel(self, dep: str) -> None:
        """Gives the token another label below its head."""
        self.dep = dep
        self.sentence.forget()

    def child(self, *deps: str) -> "Token | None":
        """The first child with one of the labels."""
        for c in self.children:  # asked more often than anything else: a generator costs twice as much
            if c.dep in deps:
                return c
        return None

    def childs(self, *deps: str) -> "list[Token]":
        """All children with one of the labels, in order."""
        found: list[Token] = []
        for c in self.children:  # asked nearly as often: a comprehension takes longer on the few there are
            if c.dep in deps:
                found.append(c)
        return found

    def has_child(self, words: Container[str], *deps: str) -> bool:
        """Whether a child with one of the labels is one of the words in lower case."""
        for c in self.children:  # noqa: SIM110  `any` over `childs` makes three calls more
            if c.dep in deps and c.lower in words:
                return True
        return False

    def ancestors(self) -> "Iterator[Token]":
        """The head, its head, up to the root."""
        token = self.head
        while token is not None:
            yield token
            token = token.head

    def subtree(self) -> "list[Token]":
        """The token and all below it, in the order of the text."""
        found = [self]
        for token in found:  # which grows meanwhile
            if token.children:
                found += token.children
        if len(found) > 1:
            found.sort(key=_PLACE)
        return found

    def __repr__(self) -> str:
        return f"<{self.text}/{self.tag}/{self.dep}>"


_PLACE = attrgetter("i")


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence: never runs over a paragraph or a part. `paragraph` counts through the page."""

    index: int
    paragraph: int
    part: PartKind
    start: int
    end: int
    text: str
    tokens: list[Token] = field(default_factory=list)
    answers: dict[Any, dict[Token, Any]] = field(default_factory=partial(defaultdict, dict))
    """What questions about its tokens came to, see `asked_once`."""
    _words: frozenset[str] | None = None
    _lemmas: frozenset[str] | None = None

    @property
    def root(self) -> Token | None:
        """The token without a head."""
        return next((t for t in self.tokens if t.head is None), None)

    @property
    def words(self) -> frozenset[str]:
        """Its words in lower case, by which most sentences are passed over: worked out once."""
        if self._words is None:
            self._words = frozenset([t.lower for t in self.tokens])
        return self._words

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of its words, by which most sentences are passed over: worked out once."""
        if self._lemmas is None:
            self._lemmas = frozenset([t.lemma for t in self.tokens])
        return self._lemmas

    def forget(self) -> None:
        """Has what was worked out of its words worked out anew: they have changed."""
        self._words = self._lemmas = None
        self.answers.clear()

    def at(self, offset: int) -> Token | None:
        """The token that covers an offset of the page's text, or the next one after it."""
        n = bisect_right(self.tokens, offset, key=_end)
        return self.tokens[n] if n < len(self.tokens) else None

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap a stretch of the page's text."""
        first = bisect_right(self.tokens, start, key=_end)
        return self.tokens[first : bisect_left(self.tokens, end, lo=first, key=_start)]


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


@dataclass(eq=False, slots=True)
class Parsed:
    """A page with its sentences, in the order of the text."""

    page: Page
    sentences: list[Sentence]
    unparsed: int = 0
    """Characters of story, title and captions beyond the cap, which have no sentences."""

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers an offset, by bisection."""
        n = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        if n < len(self.sentences) and self.sentences[n].start <= offset:
            return self.sentences[n]
        return None


def from_the_root(tokens: Iterable[Token]) -> list[Token]:
    """Tokens of a sentence, those with fewer words above them first, then in the order that they have."""
    return sorted(tokens, key=_depth)


def _depth(token: Token) -> int:
    """How many words stand above a token."""
    depth = 0
    while token.head is not None:
        token = token.head
        depth += 1
    return depth


def asked_once(ask: Callable[[Token], T]) -> Callable[[Token], T]:
    """A question about where a token stands in its tree, worked out once until `retag` or `relabel` changes its sentence."""

    @wraps(ask)
    def answer(token: Token) -> T:
        known: dict[Token, T] = token.sentence.answers[ask]
        if token not in known:
            known[token] = ask(token)
        return known[token]

    return answer


def make_root(token: Token) -> None:
    """Takes a token from above it and makes it the head of its sentence; what hangs below it stays."""
    if token.head is not None:
        token.head.children.remove(token)
    token.head, token.dep = None, "ROOT"


def move(token: Token, head: Token, dep: str) -> None:
    """Hangs a token below another one; never below itself or what hangs below it: a ring would be no tree."""
    if head is token or any(above is token for above in head.ancestors()):
        return
    if token.head is not None:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda t: t.i)


def hand_over(children: Iterable[Token], head: Token) -> None:
    """Hangs tokens below another one, each by the label that it has."""
    for child in list(children):
        move(child, head, child.dep)


def prepend(sentence: Sentence, tokens: list[Token], text: str, start: int) -> None:
    """Sets tokens before those of a sentence, which then begins at `start` of the page's text; their heads are the caller's."""
    for token in sentence.tokens:
        token.i += len(tokens)
    sentence.tokens = [*tokens, *sentence.tokens]
    sentence.start, sentence.text = start, text[start : sentence.end]
    sentence.forget()


def below(token: Token) -> list[Token]:
    """What hangs below a token, nearest in the tree first."""
    found = list(token.children)
    for t in found:
        found += t.children
    return found
