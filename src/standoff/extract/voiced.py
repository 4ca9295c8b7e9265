"""Who a speaker is: the fullest name that the page gives him, and of a pronoun whom it stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from standoff.extract.actors import Actors
from standoff.extract.actors.denoted import locative
from standoff.extract.actors.names import Name, noun_at
from standoff.extract.marks import Marked
from standoff.extract.speakers import phrase
from standoff.lexicon.given_names import Pronoun, pronoun_of_noun
from standoff.lexicon.units import units
from standoff.parse import SUBJECTS, Parsed, Sentence, Token

_PERSONS = frozenset({"he", "she"})
_OBJECTS = {"him": "he", "her": "she"}
PRONOUNS = _PERSONS | _OBJECTS.keys() | {"it", "they"}
"""The words for a speaker that somebody named before is meant by."""
_BACK = 6  # sentences that a pronoun looks back
_NEAR = 3  # of them, in which a subject of one word counts before a person who is none
_BACK_THING = 2  # of `it` and `they`


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody named, described or meant on the page: `name` is the fullest form, `who` heads the words that name him."""

    token: Token
    name: str
    pronoun: Pronoun | None
    sure: bool
    who: Token


class Voices:
    """Who the speakers of a page are; asked in the order of the text."""

    def __init__(self, parsed: Parsed, actors: Actors, marked: Iterable[Marked]) -> None:
        self._parsed = parsed
        self._actors = actors
        self._marked = tuple(marked)
        self._meant: dict[int, list[Voice]] = {}
        self._by_sentence: dict[int, list[Voice]] = {}

    def of(self, start: int, end: int) -> Voice | None:
        """Who speaks by the words from `start` to `end`, where the page tells more: a fuller name, or whom a pronoun means."""
        sentence = self._parsed.sentence_at(start)
        words = [t for t in sentence.tokens if start <= t.start < end] if sentence is not None else []
        if sentence is None or not words:
            return None
        lower = words[0].lower if len(words) == 1 else ""
        lower = _OBJECTS.get(lower, lower)  # `according to him`
        if lower in _PERSONS:
            return self._remembered(words[0], self._person(words[0], "he" if lower == "he" else "she"))
        if lower in ("it", "they"):
            return self._remembered(words[0], self._thing(words[0], plural=lower == "they"))
        named = [n for n in self._actors.names_in(sentence) if is_human(n)]
        inside = [
            n for n in named if start <= n.start and n.end <= end and n.tokens[-1].dep not in ("poss", "compound")
        ]
        if not inside or (len(inside) > 1 and inside[-1].tokens[-1].dep == "conj"):
            return None
        head = inside[-1].tokens[-1]
        inner = head.dep == "pobj" and any(t.tag == "IN" for t in words if t.i < head.i)  # `a broker at Lloyd's`
        if inner or _goes_on([t for t in words if t.i > head.i]):
            return None  # `a Dockers & Crews Union spokesman`
        return self._remembered(head, self._named(inside[-1], sure=True))

    def _named(self, name: Name, *, sure: bool) -> Voice:
        head = name.tokens[-1]
        return Voice(head, _bare(name.name), self._actors.pronoun(name), sure, head)

    def _remembered(self, speaker: Token, voice: Voice | None) -> Voice | None:
        """Keeps who speaks: a later pronoun looks back to it."""
        if voice is not None:
            meant = Voice(speaker, voice.name, voice.pronoun, sure=True, who=voice.who)
            self._meant.setdefault(speaker.sentence.index, []).append(meant)
        return voice

    def _person(self, pronoun: Token, word: Pronoun) -> Voice | None:
        """Whom `he` or `she` stands for: the nearest subject that it fits, else the nearest other person."""
        rows = [list(self._before(pronoun, sentence)) for sentence in self._back(pronoun, _BACK)]
        fitting = [[v for v in row if v.pronoun in (word, None)] for row in rows]
        around = [v for v in fitting[0] if _is_subject(v.token)] if fitting else []
        if around and pronoun.head is not None and pronoun.head.head is not None:
            return min(around, key=_rank)  # `Adu said the gate was shut, but he called it “a pause”`
        near = fitting[:_NEAR]  # `..., according to Wade Gates. He ...`: a person further off is less likely meant
        for among, subjects, sure in (
            (fitting, True, True),
            (near, True, False),
            (fitting, False, True),
            (fitting, True, False),
        ):
            for row in among:
                told = [v for v in row if (_is_subject(v.token) == subjects) and (v.sure or not sure)]
                best = [v for v in told if v.pronoun == word] or told
                if best:
                    return min(best, key=_rank)
        return None

    def _back(self, pronoun: Token, most: int) -> Iterator[Sentence]:
        """The pronoun's sentence and those before it, the nearest first."""
        first = max(0, pronoun.sentence.index - most)
        for sentence in reversed(self._parsed.sentences[first : pronoun.sentence.index + 1]):
            if sentence.part == pronoun.sentence.part:
                yield sentence

    def _before(self, pronoun: Token, sentence: Sentence) -> Iterator[Voice]:
        """The persons of a sentence before a pronoun, nobody within quotation marks."""
        for voice in (*self._persons(sentence), *self._meant.get(sentence.index, [])):
            here = voice.token.sentence is pronoun.sentence
            if not here or (voice.token.i < pronoun.i and voice.token.head is not pronoun.head):
                yield voice

    def _persons(self, sentence: Sentence) -> list[Voice]:
        known = self._by_sentence.get(sentence.index)
        if known is None:
            known = [v for v in self._find_persons(sentence) if not self._quoted(v.token)]
            self._by_sentence[sentence.index] = known
        return known

    def _find_persons(self, sentence: Sentence) -> Iterator[Voice]:
        named: set[Token] = set()
        for name in self._actors.names_in(sentence):
            named.update(name.tokens)
            head = name.tokens[-1]
            if not is_human(name) or (name.kind == "proper" and (locative(head) or _of_many(head))):
                continue
            sure = name.kind == "person" or " " in name.name
            yield self._named(name, sure=sure)
        for token in sentence.tokens:
            if token.tag != "NN" or token in named or token.dep not in SUBJECTS or not _is_person(token):
                continue
            if any(child in named for child in token.childs("appos")):
                continue
            yield Voice(token, self._words(token), pronoun_of_noun(token.lower), sure=True, who=token)

    def _thing(self, pronoun: Token, *, plural: bool) -> Voice | None:
        """Whom `it` or `they` stands for: the subject of the sentence before, where that is a body, or several."""
        for sentence in self._back(pronoun, _BACK_THING):
            root = sentence.root
            who = root.child(*SUBJECTS) if root is not None and sentence is not pronoun.sentence else None
            if who is None or self._quoted(who):
                continue
            if who.tag == "PRP":
                return next((v for v in self._meant.get(sentence.index, []) if v.name), None)
            if plural:
                return self._described(who) if who.tag == "NNS" or who.child("conj") else None
            body = self._actors.of(who) or ((noun := noun_at(who)) is not None and noun.kind == "body")
            return self._described(who) if body and who.tag in ("NN", "NNP") else None
        return None

    def _described(self, head: Token) -> Voice:
        return Voice(head, self._words(head), None, sure=True, who=head)

    def _words(self, head: Token) -> str:
        start, end = phrase(head)
        return " ".join(self._parsed.page.text[start:end].split())

    def _quoted(self, token: Token) -> bool:
        return any(m.start <= token.start < m.end for m in self._marked)


def _goes_on(after: list[Token]) -> bool:
    """Whether a noun phrase goes on after a name in it."""
    for token in after:
        if token.text in ",(" or token.tag == "IN":
            return False
        if token.is_noun:
            return True
    return False


def is_human(name: Name) -> bool:
    """Whether a name may be a person's: no known organisation's, and no letters for an office, `the CFO`."""
    if name.kind == "person":
        return True
    letters = len(name.tokens) == 1 and name.text.isupper()
    return name.kind == "proper" and not letters and name.id.startswith("NAMED:")


def _of_many(head: Token) -> bool:
    """Whether a name is that of several: the Wayuu of `only Wayuu Indians`."""
    noun = head.head if head.dep == "compound" and head.head is not None else head
    return noun.tag == "NNPS" or (noun is not head and noun.tag == "NNS")


def _bare(name: str) -> str:
    """A name without the office before it: `Councilman Ivo Lund`."""
    words = name.split()
    offices = [
        n
        for n, word in enumerate(words[:-1])
        if (n or word.endswith(("man", "woman"))) and (pronoun_of_noun(word) or word.lower() in units().people)
    ]
    return " ".join(words[offices[-1] + 1 :]) if offices else name


def _is_person(token: Token) -> bool:
    noun = noun_at(token)
    return token.lower in units().people or (noun is not None and noun.kind == "person")


def _is_subject(token: Token) -> bool:
    """Whether somebody is a subject, or stands beside one: `the director, Tom Hale, said`."""
    if token.dep == "appos" and token.head is not None:
        token = token.head
    return token.dep in SUBJECTS


def _rank(voice: Voice) -> tuple[int, int]:
    """The subject of the main verb first, then other subjects, then the rest but owners; the later first."""
    token = voice.token
    if token.dep == "appos" and token.head is not None:
        token = token.head
    main = token.dep in SUBJECTS and token.head is not None and token.head.head is None
    return (0 if main else 1 if token.dep in SUBJECTS else 3 if token.dep == "poss" else 2, -token.i)
