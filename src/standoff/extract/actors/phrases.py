"""Who a noun phrase stands for: names, nouns with a country or an owner, coordination, apposition."""

from dataclasses import dataclass, replace

from standoff.extract.actors.names import Name, Names
from standoff.lexicon.actors import ActorNoun, actor_nouns
from standoff.parse import Token

MODIFIERS = frozenset({"compound", "amod", "nmod", "det", "nummod", "quantmod", "predet"})
_LEFT = MODIFIERS | {"poss", "advmod", "punct", "neg", "dep", "npadvmod", "case", "appos", "cc", "conj", "pobj"}
_PARTS = frozenset(
    [
        "some",
        "many",
        "most",
        "all",
        "several",
        "few",
        "hundreds",
        "thousands",
        "dozens",
        "scores",
        "tens",
        "millions",
        "number",
        "group",
        "lot",
        "majority",
        "one",
        "two",
        "three",
        "four",
        "five",
        "half",
        "none",
        "both",
        "each",
        "any",
        "members",
        "part",
        "parts",
        "portion",
        "rest",
        "handful",
        "pair",
        "row",
        "coalition",
        "wave",
        "people",
    ]
)
LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "through",
        "across",
        "along",
        "via",
        "within",
        "into",
        "over",
        "above",
        "beneath",
        "beyond",
        "off",
        "toward",
        "towards",
        "throughout",
    ]
)
_ATTACHING = frozenset({"of", "for", "from", "to", "at", "with", "in", "on"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_STATE_BODIES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Denoted:
    """Somebody a phrase stands for, with what the next mentions of him are recognised by."""

    start: int
    end: int
    id: str
    name: str
    sector: str | None = None
    role: str | None = None
    person: bool = False
    plural: bool = False
    noun: str | None = None
    named: bool = False
    where: bool = False  # a country that the sentence is only located in


@dataclass(frozen=True, slots=True)
class Context:
    """What the page gives to phrases that name no country: the country it is written from."""

    home: str | None = None


def phrase_head(token: Token) -> Token:
    """The head of the noun phrase that a token stands in; of a possessor, its own."""
    while token.dep in MODIFIERS and token.head is not None and token.i < token.head.i and _nominal(token.head):
        token = token.head
    return token


def _nominal(token: Token) -> bool:
    return token.is_noun or token.tag in ("PRP", "PRP$", "CD", "DT", "JJ", "JJS", "WP")


def phrase_start(head: Token) -> Token:
    """The first token of the base noun phrase of a head: what stands before it and hangs on it."""
    first = head
    for child in head.children:
        if child.i < head.i and child.dep in _LEFT and child.dep not in ("cc", "conj"):
            low = child
            for token in child.subtree():
                if token.i < low.i and token.i < head.i:
                    low = token
            if low.i < first.i:
                first = low
    return first


class Phrases:
    """Resolves noun phrases of one page; each once. Pronouns and definite descriptions are left to `reference`."""

    def __init__(self, names: Names, context: Context) -> None:
        self.names = names
        self.context = context
        self._known: dict[Token, tuple[Denoted, ...]] = {}

    def denoted(self, head: Token) -> tuple[Denoted, ...]:
        """Who the phrase with this head stands for, coordinated ones included."""
        if head in self._known:
            return self._known[head]
        self._known[head] = ()  # a phrase inside itself (broken trees) denotes nobody
        found = self._alone(head)
        for conjunct in head.children:
            if conjunct.dep == "conj" and (conjunct.is_noun or conjunct.tag in ("JJ", "PRP")):
                found += tuple(d for d in self.denoted(conjunct) if d.id not in {f.id for f in found})
        self._known[head] = found
        return found

    def owners(self, head: Token) -> list[Name]:
        """The names in a phrase that say whose its head is: the first, and those coordinated with it."""
        tokens = head.sentence.tokens
        first = phrase_start(head).i
        inside: list[Name] = []
        i = first
        covered = self.names.at(head)
        while i < head.i:
            name = self.names.at(tokens[i])
            if name is None or name is covered:
                i += 1
                continue
            if _owns(name, tokens):
                inside.append(name)
            i = name.tokens[-1].i + 1
        if not inside:
            return []
        chosen = [inside[0]]
        for before, name in zip(inside, inside[1:], strict=False):
            between = tokens[before.tokens[-1].i + 1 : name.tokens[0].i]
            if (
                before is chosen[-1]
                and between
                and all(t.lower in ("and", ",", "&", "/", "-", "'s", "–", "the", "or") for t in between)
                and any(t.lower not in ("'s", "the") for t in between)
            ):
                chosen.append(name)
        return chosen

    def _alone(self, head: Token) -> tuple[Denoted, ...]:
        name = self.names.at(head)
        if name is not None:
            return self._of_name(head, name)
        noun = self.noun(head)
        if noun is not None:
            return self._of_noun(head, noun)
        if head.lower in _PARTS or head.tag == "CD":
            return self._of_part(head)
        return ()

    def noun(self, head: Token) -> ActorNoun | None:
        """The table's entry of a common noun."""
        if not head.is_noun and head.lower not in ("military", "police", "media", "opposition"):
            return None
        nouns = actor_nouns()
        if head.tag in ("NNS", "NNPS") and head.lower in nouns:
            return nouns[head.lower]
        return nouns.get(head.lemma if head.is_noun else head.lower) or nouns.get(head.lower)

    def _of_part(self, head: Token) -> tuple[Denoted, ...]:
        """Some of the officials, thousands of workers: those they are part of."""
        for prep in head.childs("prep"):
            if prep.lower in ("of", "among"):
                inner = prep.child("pobj")
                if inner is not None:
                    start = phrase_start(head).start
                    return tuple(replace(d, start=start, plural=True) for d in self.denoted(inner))
        return ()

    def _of_name(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        if (
            name.joined is not None
            and name.kind in ("adjective", "country", "people")
            and name.joined.tokens[0].sentence is head.sentence
        ):
            owner = phrase_head(name.joined.tokens[-1])
            if self.names.at(owner) is not name.joined and owner is not head:
                return self._with_owners(owner, [name, name.joined])
        if name.kind == "place" or name.kind == "thing" or not name.id:
            return ()
        start, end = min(_body_start(head), name.start), max(name.end, head.end)
        if name.kind == "capital" and locative(head):
            return ()
        if name.kind in ("country", "capital", "seat", "party", "adjective", "people"):
            if name.kind == "adjective" and head.tag in ("JJ", "NN") and head.dep in MODIFIERS:
                return ()
            people = name.kind == "people"
            counted = people and (
                any(c.dep == "nummod" for c in head.children) or head.tag in ("NN", "NNP") or not _definite(head)
            )
            id_ = f"{name.id}-CVL" if counted and "-" not in name.id else name.id
            sector = "CVL" if counted else name.sector
            where = name.kind == "country" and locative(head)
            return (
                Denoted(
                    start=start, end=end, id=id_, name=name.name, sector=sector, plural=people, named=True, where=where
                ),
            )
        if name.kind == "org":
            return self._of_organisation(head, name, start, end)
        return self._of_person(head, name, start, end)

    def _of_organisation(self, head: Token, name: Name, start: int, end: int) -> tuple[Denoted, ...]:
        id_ = name.id
        if id_.startswith("NAMED:") and name.noun is not None and name.country is None:
            code = self._country(head)
            if code is None and name.sector in _STATE_BODIES and self._is_home(name.noun):
                code = self.context.home
            if code and (name.sector in _STATE_BODIES or self.owners(head)):
                id_ = _coded(code, name.sector)
        return (
            Denoted(
                start=start,
                end=end,
                id=id_,
                name=name.name,
                sector=name.sector or _sector_of(id_),
                noun=name.noun,
                named=True,
            ),
        )

    def _is_home(self, noun: str) -> bool:
        entry = actor_nouns().get(noun)
        return entry is not None and entry.home

    def _of_person(self, head: Token, name: Name, start: int, end: int) -> tuple[Denoted, ...]:
        """A person: country and sector by the office before the name or in apposition, else by earlier mentions."""
        if name.kind == "proper" and locative(head):
            return ()
        role, noun = self._role(head, name)
        code = self._country(head)
        if code is None and head.dep == "appos" and head.head is not None and self.noun(head.head) is not None:
            code = self._country(head.head)
        if noun is not None and code is None:
            apposed = next((c for c in head.childs("appos") if self.noun(c) is not None), None)
            if apposed is not None:
                code = self._country(apposed)
        sector = name.sector
        if noun is not None:
            sector = self._sector(head, noun) or sector
        id_ = name.id
        if code is not None and id_.startswith("NAMED:"):
            id_ = _coded(code, sector)
        person = name.kind == "person" or noun is not None
        return (
            Denoted(
                start=start,
                end=end,
                id=id_,
                name=name.name,
                sector=sector or _sector_of(id_),
                role=role,
                person=person,
                noun=noun.id if noun else None,
                named=True,
            ),
        )

    def _role(self, head: Token, name: Name) -> tuple[str | None, ActorNoun | None]:
        """The office printed before or after a name, and its noun."""
        tokens = head.sentence.tokens
        at = name.tokens[0].i - 1
        if at >= 0 and self.names.at(tokens[at]) is None:
            noun = actor_nouns().get(tokens[at].lower)
            if noun is not None and noun.kind == "person":
                first = at
                while first > 0 and self._of_title(tokens[first - 1]):
                    first -= 1
                return self._words(tokens[first].start, tokens[at].end, head), noun
        for child in head.childs("appos"):
            noun = self.noun(child)
            if noun is not None and noun.kind == "person":
                return self._words(_body_start(child), child.end, head), noun
        return None, None

    def _of_title(self, token: Token) -> bool:
        """Whether a word may stand inside an office: Deputy Foreign Minister, chief delegate."""
        return self.names.at(token) is None and (token.is_noun or token.tag == "JJ") and token.text[0].isalpha()

    def _of_noun(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        owners = self.owners(head)
        if owners:
            found = self._with_owners(head, owners)
            person = self._apposed_person(head)
            if person is not None and len(found) == 1:
                d = found[0]
                return (replace(d, end=max(d.end, person.end), name=person.name, person=True, named=True),)
            return found
        start, end = _body_start(head), head.end
        plural = head.tag in ("NNS", "NNPS")
        apposed = next(
            (
                c
                for c in head.childs("appos")
                if (n := self.names.at(c)) is not None and n.kind in ("person", "proper", "org")
            ),
            None,
        )
        sector = self._sector(head, noun)
        inner = self._attached(head, noun)
        if inner:
            return tuple(
                Denoted(
                    start=start,
                    end=end,
                    id=self._owned_id(d.id, noun, sector, head),
                    name=self._words(start, end, head),
                    sector=sector or d.sector,
                    plural=plural,
                    noun=noun.id,
                )
                for d in inner
            )
        if apposed is not None:
            return tuple(replace(d, start=start, end=max(end, d.end)) for d in self._alone(apposed))
        words = self._words(start, end, head)
        if noun.needs_owner:
            return ()
        if noun.home and self.context.home and (plural or _definite(head) or noun.kind == "person"):
            return (
                Denoted(
                    start=start,
                    end=end,
                    id=_coded(self.context.home, sector),
                    name=words,
                    sector=sector,
                    plural=plural,
                    noun=noun.id,
                ),
            )
        if noun.alone or (noun.kind == "person" and _definite(head)):
            return (
                Denoted(
                    start=start,
                    end=end,
                    id=f"NAMED:{self._plain(head)}",
                    name=words,
                    sector=sector,
                    plural=plural,
                    noun=noun.id,
                ),
            )
        return ()

    def _apposed_person(self, head: Token) -> Name | None:
        """Suh Ho in `the chief delegate Suh Ho` or `the delegate, Suh Ho,`."""
        for child in head.childs("appos"):
            name = self.names.at(child)
            if name is not None and name.kind in ("person", "proper"):
                return name
        return None

    def _with_owners(self, head: Token, owners: list[Name]) -> tuple[Denoted, ...]:
        """One for each owner: North and South Korean officials."""
        noun = self.noun(head)
        start = min(_body_start(head), owners[0].start)
        plural = head.tag in ("NNS", "NNPS")
        if noun is None:
            return ()
        sector = self._sector(head, noun)
        found: list[Denoted] = []
        for owner in owners:
            base = self._id_of(owner)
            if not base:
                continue
            id_ = self._owned_id(base, noun, sector, head)
            if id_ not in {d.id for d in found}:
                found.append(
                    Denoted(
                        start=start,
                        end=head.end,
                        id=id_,
                        name=self._words(start, head.end, head),
                        sector=sector or _sector_of(id_),
                        plural=plural,
                        noun=noun.id,
                        named=noun.kind == "body",
                    )
                )
        return tuple(found)

    def _owned_id(self, owner: str, noun: ActorNoun, sector: str | None, head: Token) -> str:
        """Whose it is, as the id of the whole: a spokesman of X is X, workers of X are themselves."""
        if _is_country(owner):
            if noun.for_owner and "-" in owner:
                return owner
            return _coded(owner, sector)
        if noun.for_owner:
            return owner
        if owner.startswith(("IGO", "NGO")):
            return f"{owner}-{sector}" if sector else owner
        return f"NAMED:{self._words(_body_start(head), head.end, head)}"

    def _id_of(self, name: Name) -> str:
        if name.kind in ("person", "proper", "org") and not name.id.startswith(("IGO", "NGO")):
            resolved = self._of_name(name.tokens[-1], name)
            return resolved[0].id if resolved else name.id
        return name.id

    def _attached(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The owner after a preposition: officials in Seoul, a spokesman for the ministry, the head of the delegation."""
        for prep in head.childs("prep"):
            if prep.lower not in _ATTACHING:
                continue
            inner = prep.child("pobj")
            if inner is None:
                continue
            name = self.names.at(inner)
            place = name is not None and name.kind in ("capital", "country")
            if prep.lower == "in":
                if place and name is not None and noun.home and noun.sector != "MIL":
                    return (Denoted(start=name.start, end=name.end, id=name.id, name=name.name),)
                continue
            if prep.lower in ("to", "with", "on", "at") and not (
                noun.for_owner and prep.lower in ("with", "at") and name is not None and name.kind == "org"
            ):
                continue
            if prep.lower == "for" and not noun.for_owner and noun.kind != "person":
                continue
            if not noun.for_owner and name is None:
                continue
            if name is not None and name.kind == "capital":
                return (Denoted(start=name.start, end=name.end, id=name.id, name=name.name),)
            found = tuple(d for d in self.denoted(inner) if noun.for_owner or _is_country(d.id))
            if found:
                return found
        return ()

    def _country(self, head: Token) -> str | None:
        """The country stated for a name: by what stands before it, or after `of`, `in`."""
        for owner in self.owners(head):
            id_ = self._id_of(owner)
            if _is_country(id_) or id_.startswith(("IGO", "NAMED")):
                return id_
        for prep in head.childs("prep"):
            if prep.lower in ("of", "in", "from"):
                inner = prep.child("pobj")
                name = self.names.at(inner) if inner is not None else None
                if name is not None and name.kind in ("country", "capital"):
                    return name.id
        return None

    def _sector(self, head: Token, noun: ActorNoun) -> str | None:
        """The sector of a noun with what stands before it: rebel forces, an army spokesman."""
        nouns = actor_nouns()
        first = phrase_start(head).i
        for token in reversed(head.sentence.tokens[first : head.i]):
            other = nouns.get(token.lower) or nouns.get(token.lemma)
            if other is None or token.tag in ("DT", "POS") or token.lower == "state":
                continue
            if other.marks or (noun.for_owner and other.sector and other.sector != "GOV"):
                return other.sector
        return noun.sector

    def _words(self, start: int, end: int, head: Token) -> str:
        offset = head.sentence.start
        return head.sentence.text[start - offset : end - offset]

    def _plain(self, head: Token) -> str:
        """The words of an actor without a name: the noun with the nouns before it, in lower case."""
        before = [c.lower for c in head.children if c.i < head.i and c.dep == "compound" and self.names.at(c) is None]
        return " ".join([*before, head.lower])


def locative(head: Token) -> bool:
    """Whether a name only tells where: `in Seoul`, `from Geneva`, `near Kabul`."""
    prep = head.head if head.dep == "pobj" else None
    if prep is None:
        if head.dep == "conj" and head.head is not None:
            return locative(head.head)
        return head.dep == "appos" and head.head is not None and locative(head.head)
    return prep.lower in LOCATIVE


def _owns(name: Name, tokens: list[Token]) -> bool:
    if name.kind in ("thing", "place") or not name.id:
        return False
    before = tokens[name.tokens[0].i - 2 : name.tokens[0].i] if name.tokens[0].i >= 2 else []
    if (
        len(before) == 2
        and before[1].text == "-"
        and before[0].lower in ("anti", "pro", "non", "ex", "inter", "ethnic")
    ):
        return False
    after = tokens[name.tokens[-1].i + 1 : name.tokens[-1].i + 3]
    return not (
        len(after) == 2
        and after[0].text == "-"
        and after[1].lower
        in (
            "backed",
            "based",
            "held",
            "occupied",
            "born",
            "made",
            "brokered",
            "controlled",
            "supported",
            "trained",
            "funded",
            "speaking",
            "mediated",
            "sponsored",
        )
    )


def _definite(head: Token) -> bool:
    return any(
        c.lower in ("the", "its", "their", "his", "her", "this", "that", "these", "those")
        for c in head.children
        if c.dep in ("det", "poss")
    )


def _body_start(head: Token) -> int:
    """Where a phrase begins, without its article."""
    first = phrase_start(head)
    tokens = head.sentence.tokens
    i = first.i
    while i < head.i and (
        tokens[i].tag in ("DT", "PDT", "``", "''", ",", ":", "-LRB-") or tokens[i].text in '"“”‘’(-–—'
    ):
        i += 1
    return tokens[i].start


def _is_country(id_: str) -> bool:
    return (
        len(id_) >= 3
        and id_[:3].isalpha()
        and id_[:3].isupper()
        and (len(id_) == 3 or id_[3] == "-")
        and not id_.startswith(("IGO", "NGO"))
    )


def _coded(code: str, sector: str | None) -> str:
    if not _is_country(code):
        return code
    return f"{code[:3]}-{sector}" if sector else code


def _sector_of(id_: str) -> str | None:
    """The sector that stands in an id."""
    return id_[4:7] if _is_country(id_) and len(id_) > 4 else None
