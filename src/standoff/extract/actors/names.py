"""A name in a sentence, and the names of a page."""

from dataclasses import dataclass, field

from standoff.actor_ids import is_country
from standoff.extract.actors.gazetteer import Kind
from standoff.lexicon.actors import ActorNoun, actor_nouns
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.given_names import Pronoun, pronoun_of_name, pronoun_of_noun
from standoff.parse import Token

_LONGEST = 4  # words of a person's name
_MENTIONS = 20  # of one name that are looked at
_YOUNGER = frozenset({"jr", "sr"})
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(eq=False, slots=True)
class Name:
    """A name in a sentence, first to last token.

    `country`: stated inside it. `noun`: the table's word for what he or it is. `joined`: the full name that a short one
    goes back to; of North in `North and South Korea` that is South Korea, whose `partner` is North.
    `office`: the noun of an office that stands further before it, as in `Minister of Health Jane Doe`.
    """

    tokens: list[Token]
    kind: Kind
    id: str
    name: str
    sector: str | None = None
    country: str | None = None
    noun: str | None = None
    joined: "Name | None" = None
    partner: "Name | None" = None
    office: Token | None = None

    @property
    def start(self) -> int:
        """Where it begins in the page."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the page."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """Its words as printed."""
        first = self.tokens[0].sentence
        return first.text[self.start - first.start : self.end - first.start]


@dataclass(eq=False, slots=True)
class Names:
    """The names of a page: by sentence, and the name that covers a token."""

    by_sentence: list[list[Name]] = field(default_factory=list)
    datelines: set[Token] = field(default_factory=set)
    _same: dict[str, list[Name]] | None = None
    _pronouns: dict[str, Pronoun | None] = field(default_factory=dict)
    _declared: dict[str, frozenset[str]] = field(default_factory=dict)
    _human: dict[str, bool] = field(default_factory=dict)
    _parties: dict[str, str] | None = None
    covering: dict[Token, Name] = field(default_factory=dict)

    def at(self, token: Token) -> Name | None:
        """The name that covers a token."""
        return self.covering.get(token)

    def same(self, name: Name) -> list[Name]:
        """The page's mentions of a person by name, in order."""
        return self._mentions().get(name.name, [])

    def _mentions(self) -> dict[str, list[Name]]:
        if self._same is None:
            self._same = {}
            for found in self.by_sentence:
                for one in found:
                    if one.kind in ("person", "proper"):
                        self._same.setdefault(one.name, []).append(one)
        return self._same

    def pronoun(self, name: str) -> Pronoun | None:
        """Whether the page speaks of somebody as a man or a woman: by a title, a noun beside the name, or a given name."""
        if name not in self._pronouns:
            told = (_told_pronoun(one) for one in self._mentions().get(name, [])[:_MENTIONS])
            self._pronouns[name] = next(filter(None, told), None)
        return self._pronouns[name]

    def declared(self, *sectors: str) -> frozenset[str]:
        """The ids of the declared parties of some sectors that the page names."""
        key = " ".join(sectors)
        if key not in self._declared:
            found = (name for names in self.by_sentence for name in names)
            self._declared[key] = frozenset(n.id for n in found if n.kind == "party" and n.sector in sectors)
        return self._declared[key]

    def parties(self) -> dict[str, str]:
        """The ids of the declared parties that the page names and that are no countries, with their names."""
        if self._parties is None:
            found = (name for names in self.by_sentence for name in names)
            self._parties = {n.id: n.name for n in found if n.kind == "party" and not is_country(n.id)}
        return self._parties

    def is_human(self, name: Name) -> bool:
        """Whether a name of unknown kind looks like a person's, here or where the page names him in full.

        By his given name, an age, `Jr.`, a `who`, a place in a picture.
        """
        if name.name not in self._human:
            mentions = self._mentions().get(name.name, [name])[:_MENTIONS]
            self._human[name.name] = any(self._looks_human(one) for one in mentions)
        return self._human[name.name] or self._looks_human(name)

    def _looks_human(self, name: Name) -> bool:
        one = name.joined or name
        head = one.tokens[-1]
        if 1 < len(one.tokens) <= _LONGEST and pronoun_of_name(one.tokens[0].text) is not None:
            return True
        if len(one.tokens) > 1 and (head.lower.rstrip(".") in _YOUNGER or any(map(_tells_age, head.children))):
            return True
        if one.tokens[-1].text.islower() and any(t.text == "-" for t in one.tokens):
            return True  # a given name of two parts
        for c in head.children:
            aged = c.dep in ("appos", "nummod") and c.tag == "CD" and c.i > head.i
            if aged or (c.dep == "relcl" and any(g.lower == "who" for g in c.children)):
                return True
        return self._pictured(name)

    def _pictured(self, name: Name) -> bool:
        """Whether a caption says who is who: `Ana Ruiz (left) and Tom Hale at the gate`."""
        found = self.by_sentence[name.tokens[0].sentence.index]
        return len(name.tokens) > 1 and any(_shown(other) for other in found)


def _tells_age(word: Token) -> bool:
    """`57-year-old`, before a name."""
    return word.lower == "old" and any(c.lower == "year" for c in word.children)


def _told_pronoun(name: Name) -> Pronoun | None:
    """What his title, the noun beside him or his given name tells."""
    tokens = name.tokens[0].sentence.tokens
    before = tokens[name.tokens[0].i - 1] if name.tokens[0].i else None
    found = pronoun_of_noun(before.text) if before is not None else None
    head = name.tokens[-1]
    beside = [*head.childs("appos", "attr"), *([head.head] if head.dep == "appos" and head.head else [])]
    for noun in beside:
        found = found or pronoun_of_noun(noun.lower)
    return found or pronoun_of_noun(name.tokens[0].text) or (
        pronoun_of_name(name.tokens[0].text) if len(name.tokens) > 1 else None
    )  # fmt: skip


def _shown(name: Name) -> bool:
    """Whether a word for a place in a picture stands right after a name: `(left)`, `, second from right,`."""
    last = name.tokens[-1]
    after = [t.lower for t in last.sentence.tokens[last.i + 1 : last.i + 5]]
    if len(after) < 2 or after[0] not in ("(", ","):
        return False
    return after[1] in clause_words("sides_of_pictures") or after[1:4] in (
        ["second", "from", "left"],
        ["second", "from", "right"],
    )


def noun_at(token: Token) -> ActorNoun | None:
    """The table's entry of a word by form or lemma; of the general in secretary general, the secretary's."""
    nouns = actor_nouns()
    tokens = token.sentence.tokens
    if token.lower.startswith("general") and token.i:
        office = nouns.get(tokens[max(0, token.i - 2 if tokens[token.i - 1].text == "-" else token.i - 1)].lower)
        if office is not None and office.kind == "person" and office.id != "general":
            return office
    pair = f"{tokens[token.i - 1].lower} {token.lower}" if token.i else ""
    noun = nouns.get(pair) or nouns.get(token.lower) or nouns.get(token.lemma)
    if noun is not None and noun.after and not (token.i and tokens[token.i - 1].lower in noun.after):
        return None
    return noun
