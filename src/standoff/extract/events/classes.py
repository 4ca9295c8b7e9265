"""Which class the words of a page are in, as senses ask for them, and what stands around a verb."""

from collections.abc import Sequence, Set
from itertools import takewhile

import msgspec

from standoff.extract.actors import Actors
from standoff.extract.actors.gazetteer import names_union
from standoff.extract.events.clause import heads, one_another, phrase_words
from standoff.extract.events.crowds import of_people
from standoff.extract.events.further_words import says
from standoff.extract.events.words import counts_people, is_time, person_by_form
from standoff.extract.timing import is_in_which
from standoff.lexicon.actions import Actions, Asked
from standoff.lexicon.actors import navies
from standoff.lexicon.senses import Sense
from standoff.parse import Token

_RECIPROCAL = frozenset({"another", "other"})
_THINGS = frozenset({"it", "them", "they"})
_PARTED = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS")}
_ACTED_ON = frozenset({"dobj", "nsubjpass"})
_PEOPLE = frozenset({"actor", "actor_state", "any", "people"})


class _Spoken(msgspec.Struct):
    """What a phrase speaks of: heads that are plain, with all their words, and those that stand for something else.

    `before`: what the pronoun `it` or `them` may take up; `thing`: it may be something that is open or shut.
    """

    plain: list[Token]
    others: list[Token]
    words: set[str]
    before: Token | None
    thing: bool


class Classes:
    """Answers what senses ask of the words of one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors
        self._last: tuple[Token, frozenset[str]] | None = None
        self._spoken: dict[Token, _Spoken] = {}
        self._kinds: dict[Token, str | None] = {}
        self._in: dict[tuple[Token, str], bool] = {}
        self._named_unions: frozenset[str] | None = None
        self._unplaced: frozenset[str] | None = None

    def any_of(self, tokens: Sequence[Token], wanted: tuple[str, ...]) -> bool:
        """Whether a head among the phrases is one of the words or classes; `it` and `them` may be things that are open or shut."""
        return self.any_asked(tokens, self.lexicon.asked(wanted)) if tokens else False

    def any_asked(self, tokens: Sequence[Token], asked: Asked) -> bool:
        """The same of what has been looked up."""
        for token in tokens:  # asked of most senses of most verbs: a generator costs twice as much
            spoken = self._spoken.get(token) or self._speak(token)
            if not asked.words.isdisjoint(spoken.words):
                return True
            for name in asked.further:
                for t in spoken.plain:
                    if self._in_class(t, name):
                        return True
            for t in spoken.others:
                if self._is_asked(t, asked):
                    return True
            if spoken.before is not None and self._is_asked(spoken.before, asked):
                return True
            if spoken.thing and "shut" in asked.named:
                return True
        return False

    def words_for(self, tokens: Sequence[Token]) -> Set[str] | None:
        """The words by which a list tells whether it has the phrases; None where a pronoun may stand for more."""
        words: set[str] = set()
        for token in tokens:
            spoken = self._spoken.get(token) or self._speak(token)
            if spoken.others or spoken.before is not None or spoken.thing:
                return None
            words = words | spoken.words if words else spoken.words
        return words

    def _speak(self, token: Token) -> _Spoken:
        """What a phrase speaks of: worked out once for all the senses that ask."""
        plain: list[Token] = []
        others: list[Token] = []
        words: set[str] = set()
        for t in (t for head in heads(token) for t in _called(head)):
            if t.tag == "PRP" or t.lower in _RECIPROCAL:
                others.append(t)
                continue
            plain.append(t)
            words.update((t.lemma, t.lower) if (kind := self._kind(t)) is None else (t.lemma, t.lower, kind))
        pronoun = token.tag == "PRP"
        before = _told_before(token) if pronoun and token.lower in _PARTED else None
        thing = pronoun and token.lower in _THINGS and not self.actors.of(token)
        self._spoken[token] = spoken = _Spoken(plain, others, words, before, thing)
        return spoken

    def is_one_of(self, token: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a word is one of the lemmas, or in one of the `@` classes."""
        return self._is_asked(token, self.lexicon.asked(wanted))

    def _is_asked(self, token: Token, asked: Asked) -> bool:
        if token.lower in _RECIPROCAL and one_another(token):
            return not _PEOPLE.isdisjoint(asked.named)
        if token.lemma in asked.words or token.lower in asked.words:
            return True
        for name in asked.further:
            if self._in_class(token, name):
                return True
        if self._kind(token) in asked.words:
            return True
        act = self.actors.act_meant(token) if token.tag == "PRP" else None
        return act is not None and act.lemma in asked.words

    def _kind(self, token: Token) -> str | None:
        """The noun for what a thing's name or a pronoun stands for, a ship's name too: looked up once a word."""
        if token not in self._kinds:
            kind = self.actors.kind_of_thing(token)
            self._kinds[token] = self._ship(token) if kind is None and token.tag == "NNP" else kind
        return self._kinds[token]

    def _ship(self, token: Token) -> str | None:
        """What a name is that begins as ships of a navy are named, or has a flag: `HMS Alder`, `the Danish-flagged Alder`."""
        if token.has_child(("flagged",), "amod"):
            return "ship"
        named = any(c.dep == "compound" and c.text.isupper() and c.lower in navies() for c in token.children)
        return "warship" if named else None

    def around(self, verb: Token) -> frozenset[str]:
        """Every word of a verb's clause; those of the verb asked for last are kept, as its senses are tried in turn."""
        if self._last is None or self._last[0] is not verb:
            words = phrase_words(verb)
            if verb.dep == "relcl" and is_in_which(verb):  # the clash at the bridge in which two guards were hurt
                above = list(takewhile(lambda t: not t.is_verb, verb.ancestors()))
                clause = above[-1].head if above else None
                words |= {t.lemma for t in (*above, *(clause.childs("nsubj") if clause is not None else ()))}
            acted_on = (t for t in verb.childs("dobj", "nsubjpass") if t.tag == "PRP")
            words |= {act.lemma for t in acted_on if (act := self.actors.act_meant(t)) is not None}
            self._last = verb, words
        return self._last[1]

    def told_around(self, sense: Sense, verb: Token) -> bool:
        """Whether the words that the sense asks for stand in the clause, and none that it excludes."""
        around = self.around(verb)
        if sense.words and around.isdisjoint(sense.words):
            return False
        return not says(verb, around, sense.no_words)

    def _in_class(self, token: Token, name: str) -> bool:
        """Whether a word is in a class of which a list does not tell everything, if there is one: looked up once a word."""
        known = self._in.get((token, name))
        if known is None:
            known = self._in[token, name] = self._is_in(token, name)
        return known

    def _is_in(self, token: Token, name: str) -> bool:
        if name in self.lexicon.classes:
            if name == "protesters":
                return any(ref.id.endswith("-CVL") or of_people(ref.id) for ref in self.actors.of(token))
            if name == "workers":
                if token.tag == "PRP":
                    return not any(_state(ref.id) for ref in self.actors.of(token))
                return self._at_work(token) or any(
                    ref.id.endswith("-LAB") or _is_union(ref.id) or ref.id in self._unions()
                    for ref in self.actors.of(token)
                )
            return name == "people" and (
                (token.tag in ("PRP", "WP") and token.lower != "it")
                or (token.tag == "CD" and token.dep == "nsubjpass" and not token.children)
                or person_by_form(token)
                or bool(self.actors.of(token))
            )
        if name in ("actor", "actor_state", "official"):
            found = self.actors.of(token)
            if name == "official":
                return any(not ref.id.startswith("NAMED") or ref.id in self._ministers() for ref in found)
            if name == "actor_state":
                return any(not ref.id.startswith("NAMED") for ref in found) or (
                    token.tag.startswith("NNP") and bool(found)
                )
            return bool(found)
        if name == "foreign":  # Thai shrimp, maize from Uganda
            return any(_state(ref.id) for ref in self.actors.owner(token))
        if name == "name":
            named = token.tag.startswith("NNP") or (token.tag == "NN" and len(token.text) > 1 and token.text.isupper())
            return named and not is_time(token)
        if name == "number":  # killed nine at a checkpoint
            return token.tag == "CD" and not token.children
        if name == "place":
            return token.tag.startswith("NNP") and self.actors.place_of(token) is not None
        if name == "thing":
            return self.actors.thing(token) is not None
        if name == "deed":
            return token.lemma in self.lexicon.named
        return name == "any"

    def _ministers(self) -> frozenset[str]:
        """The page's named presidents and ministers of whom no country is told."""
        if self._unplaced is None:
            offices = self.lexicon.words["heads_of_state"]
            told = (m for m in self.actors.mentions if m.person and m.role and m.id.startswith("NAMED:"))
            bodies = {m.id for m in self.actors.mentions if not m.person}  # a union, whose president speaks for it
            self._unplaced = frozenset(m.id for m in told if (m.role or "").lower().split()[-1] in offices) - bodies
        return self._unplaced

    def _unions(self) -> frozenset[str]:
        """The unions that the page names or the subject declares, whatever their names say."""
        if self._named_unions is None:
            declared = {i for i, sector in self.actors.sectors.items() if sector == "LAB"}
            told = {m.id for m in self.actors.mentions if m.sector == "LAB" and not m.person and m.id[6:7].isupper()}
            self._named_unions = frozenset(declared | told)
        return self._named_unions

    def _at_work(self, token: Token) -> bool:
        """Whether a plural looks like a word for people of a trade that nothing lists: `stonecutters`, `custodians`."""
        if token.tag == "CD":
            return counts_people(token)
        return token.tag == "NNS" and person_by_form(token) and token.lemma not in self.lexicon.words["no_trade"]


def _is_union(actor: str) -> bool:
    """Whether an id is the name of a union."""
    return actor.startswith("NAMED:") and names_union(actor.removeprefix("NAMED:"))


def _called(token: Token) -> tuple[Token, ...]:
    """A word, and what an apposition calls it where it is a name: `Vanta, the main crossing`."""
    if not token.tag.startswith("NNP"):
        return (token,)
    return (token, *(c for c in token.childs("appos") if c.tag in ("NN", "NNS")))


def _told_before(pronoun: Token) -> Token | None:
    """What a verb before in the sentence acts on, one or several as the pronoun: `reopened the posts, a day after closing them`."""
    clause = pronoun.head
    if clause is None or pronoun.dep != "dobj" or not any(a.is_verb for a in clause.ancestors()):
        return None
    tags = _PARTED[pronoun.lower]
    before = pronoun.sentence.tokens[: pronoun.i]
    return next((t for t in reversed(before) if t.dep in _ACTED_ON and t.tag in tags and not is_time(t)), None)


def _state(actor: str) -> bool:
    """Whether an id is a country's or its government's."""
    return not actor.startswith("NAMED:") and ("-" not in actor or actor.endswith("-GOV"))
