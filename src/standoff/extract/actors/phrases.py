"""Who a noun phrase stands for: names, nouns with a country or an owner, coordination, apposition."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from standoff.extract.actors.denoted import (
    Denoted,
    body_start,
    coded,
    is_country,
    is_definite,
    is_plural,
    locative,
    phrase_head,
    phrase_start,
    sector_of,
    words_of,
)
from standoff.extract.actors.gazetteer import known_names
from standoff.extract.actors.names import PARTICIPLES, STATE_SECTORS, Name, Names
from standoff.lexicon.actors import ActorNoun, actor_nouns
from standoff.parse import Token

Refer = Callable[[Token, ActorNoun | None], tuple[Denoted, ...]]

_PARTS = frozenset(
    {
        "some", "many", "most", "all", "several", "few", "hundreds", "thousands", "dozens", "scores", "tens", "millions",
        "number", "lot", "majority", "minority", "one", "none", "both", "each", "any", "half", "part", "rest", "handful",
        "pair", "wave", "more", "others", "group", "groups", "members", "member", "crowd", "crowds", "two", "three",
    }
)  # fmt: skip
_REFERRING = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "NNS", "NNPS", "CD", "DT"})  # pronouns; the two sides, both
_ATTACHING = frozenset({"of", "for", "from", "in", "at", "with"})
_AGAINST = frozenset({"anti", "pro", "non", "ex", "inter", "ethnic"})
_ELSEWHERE = frozenset(
    {"foreign", "other", "western", "international", "visiting", "allied", "neighbouring", "overseas"}
)
_JOINS = frozenset({"and", ",", "&", "/", "-", "–", "or"})


class Phrases:
    """Resolves the noun phrases of one page, each once; what needs earlier sentences it asks `refer` for."""

    def __init__(self, names: Names, home: str | None, refer: Refer) -> None:
        self.names = names
        self.home = home
        self._refer = refer
        self._known: dict[Token, tuple[Denoted, ...]] = {}

    def denoted(self, head: Token) -> tuple[Denoted, ...]:
        """Who the phrase with this head stands for, coordinated ones included."""
        known = self._known.get(head)
        if known is not None:
            return known
        self._known[head] = ()  # a phrase that leads back to itself denotes nobody
        found = self.alone(head)
        for conjunct in head.children:
            if conjunct.dep == "conj" and (conjunct.is_noun or conjunct.tag in ("JJ", "PRP")):
                seen = {d.id for d in found}
                found += tuple(d for d in self.denoted(conjunct) if d.id not in seen)
        self._known[head] = found
        return found

    def alone(self, head: Token) -> tuple[Denoted, ...]:
        """Who a head stands for without what is coordinated with it."""
        name = self.names.at(head)
        if name is not None:
            return self._of_name(head, name)
        if (head.tag in _REFERRING or head.text[0].isupper()) and (found := self._refer(head, None)):
            return found
        noun = self.noun(head)
        if noun is not None and (found := self._of_noun(head, noun)):
            return found
        if head.lower in _PARTS or head.tag == "CD":
            return self._of_part(head)
        return ()

    def noun(self, head: Token) -> ActorNoun | None:
        """The table's entry of a common noun."""
        nouns = actor_nouns()
        if not head.is_noun:
            return nouns.get(head.lower) if head.lower in ("military", "police", "media", "opposition") else None
        return nouns.get(head.lower) or nouns.get(head.lemma) or nouns.get(head.lower.replace("men", "man"))

    def owners(self, head: Token) -> list[Name]:
        """The names in a phrase that say whose its head is: the first, and those coordinated with it."""
        tokens = head.sentence.tokens
        covered = self.names.at(head)
        inside: list[Name] = []
        i = phrase_start(head).i
        while i < head.i:
            name = self.names.at(tokens[i])
            if name is None or name is covered:
                i += 1
                continue
            if _owns(name, tokens):
                inside.append(name)
            i = max(i, name.tokens[-1].i) + 1
        chosen = inside[:1]
        for before, name in pairwise(inside):
            between = [
                t.lower for t in tokens[before.tokens[-1].i + 1 : name.tokens[0].i] if t.lower not in ("'s", "the")
            ]
            if before is not chosen[-1] or not between or not _JOINS.issuperset(between):
                break
            chosen.append(name)
        return chosen

    # ---- names ---------------------------------------------------------------------------------------------------

    def _of_name(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        if head in self.names.datelines:
            return ()
        if name.joined is not None and name.kind in ("adjective", "country", "people"):
            owner = phrase_head(name.joined.tokens[-1])
            if self.names.at(owner) is not name.joined and self.noun(owner) is not None and owner is not head:
                return self._with_owners(owner, [name, name.joined])
        if name.kind in ("place", "thing") or not name.id or (name.kind == "capital" and locative(head)):
            return ()
        if name.kind == "org":
            return self._of_organisation(head, name)
        if name.kind in ("person", "proper"):
            return self._of_person(head, name)
        if name.partner is not None:
            return tuple(self._of_country(head, n) for n in (name.partner, name))
        return (self._of_country(head, name),)

    def _of_country(self, head: Token, name: Name) -> Denoted:
        people = name.kind == "people" or (name.kind == "adjective" and head.child("nummod") is not None)
        several = is_plural(head) and is_definite(head) and head.child("nummod", "amod") in (None, *name.tokens)
        counted = people and not several and "-" not in name.id
        sector = "CVL" if counted else name.sector
        return Denoted(
            start=min(body_start(head), name.start) if people else name.start,
            end=name.end,
            id=coded(name.id, sector),
            name=name.text if people else name.name,
            sector=sector,
            plural=people and is_plural(head),
            named=True,
            human=people,
            where=name.kind == "country" and locative(head),
        )

    def _of_organisation(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        id_ = name.id
        if id_.startswith("NAMED:") and name.noun is not None and name.country is None:
            state = name.sector in STATE_SECTORS
            code = self._country(head)
            if code is None and state:
                noun = actor_nouns().get(name.noun)
                earlier = self._refer(head, noun) if noun is not None else ()
                code = earlier[0].id if earlier else self.home if noun is not None and noun.home else None
            if code is not None and (state or is_country(code)):
                id_ = coded(code, name.sector)
        return (
            Denoted(
                start=min(body_start(head), name.start),
                end=name.end,
                id=id_,
                name=name.name,
                sector=name.sector or sector_of(id_),
                noun=name.noun,
                named=True,
            ),
        )

    def _of_person(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        """A person: country and sector by the office beside the name, else by other mentions of the same one."""
        if name.kind == "proper" and locative(head):
            return ()
        role, noun = self._role(head, name)
        beside = head.head if head.dep == "appos" else None
        if noun is None and beside is not None:
            noun = self.noun(beside)
        code = self._country(head) or self._country_beside(head)
        sector = (self._sector(head, noun) if noun is not None else None) or name.sector
        code = code or self._ministry(role)
        id_ = coded(code, sector) if code is not None else name.id
        if id_.startswith("NAMED:") and code is None:
            id_, sector = self._known_elsewhere(head, name, noun, sector)
        person = name.kind == "person" or noun is not None
        return (
            Denoted(
                start=min(body_start(head), name.start),
                end=name.end,
                id=id_,
                name=name.name,
                sector=sector_of(id_) or (sector if code is None or not code.startswith("NAMED:") else None),
                role=role,
                person=person,
                noun=noun.id if noun is not None else None,
                named=True,
                human=person or self.names.is_human(name),
            ),
        )

    def _known_elsewhere(
        self, head: Token, name: Name, noun: ActorNoun | None, sector: str | None
    ) -> tuple[str, str | None]:
        """Id and sector of a person whose country does not stand beside him."""
        other = self._mentioned(name)
        if other is not None:
            return other.id, sector or other.sector
        if noun is None or noun.kind != "person":
            return name.id, sector
        earlier = self._refer(head, noun)
        if earlier:
            return earlier[0].id, sector
        if noun.home and self.home is not None and not self._elsewhere(head):
            return coded(self.home, sector), sector
        return name.id, sector

    def _ministry(self, role: str | None) -> str | None:
        """The country of an office whose ministry is known by name."""
        if role is None or not role.endswith("inister"):
            return None
        entry = known_names().entry(role[: -len("er")] + "ry")
        return entry.id if entry is not None else None

    def _elsewhere(self, head: Token) -> bool:
        """Whether a phrase says that it is not of the page's country: foreign officials."""
        return any(c.lower in _ELSEWHERE for c in head.children)

    def _mentioned(self, name: Name) -> Denoted | None:
        """The same person where the page says whose he is."""
        for other in self.names.same(name):
            if other is not name and other.tokens[-1] not in self._known:
                found = self.denoted(phrase_head(other.tokens[-1]))
            else:
                found = self._known.get(other.tokens[-1], ()) if other is not name else ()
            if len(found) == 1 and not found[0].id.startswith("NAMED:"):
                return found[0]
        return None

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
                return words_of(head, tokens[first].start, tokens[at].end), noun
        for child in head.childs("appos"):
            noun = self.noun(child)
            if noun is not None and noun.kind == "person":
                return words_of(head, body_start(child), child.end), noun
        return None, None

    def _of_title(self, token: Token) -> bool:
        """Whether a word may stand inside an office: Deputy Foreign Minister, chief delegate."""
        return self.names.at(token) is None and (token.is_noun or token.tag == "JJ") and token.text[0].isalpha()

    def _country_beside(self, head: Token) -> str | None:
        """The country of an apposition: of `Suh Ho, the North's delegate`, or of the noun that the name explains."""
        for child in head.childs("appos"):
            if self.noun(child) is not None and (found := self._country(child)):
                return found
        if head.dep == "appos" and head.head is not None and self.noun(head.head) is not None:
            return self._country(head.head)
        return None

    def _country(self, head: Token) -> str | None:
        """Whose a name is, as an id: by what stands before it, or after `of`, `for`, `in`, `from`."""
        for owner in self.owners(head):
            id_ = self._id_of(owner)
            if not (id_.startswith("NAMED:") and owner.kind in ("person", "proper")):
                return id_
        possessor = head.child("poss")
        if possessor is not None and self.names.at(possessor) is None:
            found = self.denoted(possessor)
            if len(found) == 1:
                return found[0].id
        for prep in head.childs("prep"):
            inner = prep.child("pobj")
            name = self.names.at(inner) if inner is not None else None
            if name is not None and prep.lower in ("of", "in", "from") and name.kind in ("country", "capital"):
                return name.id
            if (
                name is not None
                and prep.lower in ("of", "for", "from", "at", "with")
                and name.kind in ("org", "proper")
            ):
                return self._id_of(name)
        return None

    def _id_of(self, name: Name) -> str:
        if name.kind in ("person", "org") and name.id.startswith("NAMED:"):
            found = self._of_name(name.tokens[-1], name)
            return found[0].id if found else name.id
        return name.id

    # ---- nouns ---------------------------------------------------------------------------------------------------

    def _of_noun(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        owners = self.owners(head)
        if owners and (found := self._with_owners(head, owners)):
            person = self._apposed(head)
            if person is not None and len(found) == 1:
                d = found[0]
                return (replace(d, end=max(d.end, person.end), name=person.name, person=True, named=True, role=d.name),)
            return found
        possessor = head.child("poss")
        if possessor is not None and self.names.at(possessor) is None:
            whose = self.denoted(possessor)
            if whose:
                return self._owned(head, noun, whose)
        attached = self._attached(head, noun)
        if attached:
            return self._owned(head, noun, attached)
        if head.dep == "conj" and head.head is not None and not any(c.i < head.i for c in head.children):
            shared = self.owners(head.head)  # South Korean workers and employers
            if shared and self.noun(head.head) is not None and shared[-1].tokens[-1].head is head.head:
                return self._with_owners(head, shared)
        named = self._apposed(head)
        known = self._refer(head, noun) if named is not None and is_definite(head) else ()
        if named is not None and known:
            start = body_start(head)
            return tuple(
                replace(d, start=start, end=named.end, name=named.name, person=True, named=True) for d in known
            )
        if named is not None:
            start = body_start(head)
            return tuple(replace(d, start=start, end=max(d.end, head.end)) for d in self.alone(named.tokens[-1]))
        return self._described(head, noun)

    def _described(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """An actor without name or owner: one mentioned before, one of the page's country, or the bare words."""
        before = self._modifier(head)
        if noun.needs_owner and before is None and not is_plural(head):
            return self._refer(head, noun)
        if is_definite(head) and not is_plural(head) and (found := self._refer(head, noun)):
            return tuple(replace(d, start=body_start(head), end=head.end) for d in found)
        sector = self._sector(head, noun)
        of_home = not self._elsewhere(head) and (noun.home or (before is not None and before.home and noun.for_owner))
        marked = before is not None and before.marks
        if (
            of_home
            and self.home is not None
            and not marked
            and (is_plural(head) or is_definite(head) or noun.kind == "body")
        ):
            return (self._make(head, noun, coded(self.home, sector), sector),)
        if noun.alone or before is not None or (noun.kind == "person" and (is_definite(head) or is_plural(head))):
            return (self._make(head, noun, f"NAMED:{_plain(head, self.names)}", sector),)
        return ()

    def _modifier(self, head: Token) -> ActorNoun | None:
        """The actor noun before a head: rebel in `rebel forces`, government in `government troops`."""
        for child in reversed(head.children):
            if child.i < head.i and child.dep in ("compound", "amod", "nmod") and self.names.at(child) is None:
                noun = actor_nouns().get(child.lower)
                if noun is not None and (child.is_noun or noun.marks):
                    return noun
        return None

    def _with_owners(self, head: Token, owners: list[Name]) -> tuple[Denoted, ...]:
        """One for each named owner: North and South Korean officials."""
        noun = self.noun(head)
        if noun is None:
            return ()
        ids = [id_ for owner in owners if (id_ := self._id_of(owner))]
        sector = self._sector(head, noun)
        last = owners[-1]
        if noun.after_name and last.kind == "org" and last.tokens[-1].i == head.i - 1 and len(ids) == 1:
            return (replace(self._make(head, noun, ids[0], last.sector or sector), named=True),)  # the Hamas movement
        start = owners[0].start if owners[0].joined is not None else head.start
        return self._each(head, noun, ids, sector, start=min(body_start(head), start))

    def _owned(self, head: Token, noun: ActorNoun, whose: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        """One for each owner that a phrase or pronoun stands for: its workers, a spokesman for the ministry."""
        sector = self._sector(head, noun)
        found = self._each(head, noun, [d.id for d in whose], sector, start=body_start(head))
        if noun.for_owner:
            return tuple(replace(d, sector=d.sector or w.sector) for d, w in zip(found, whose, strict=False))
        return found

    def _each(
        self, head: Token, noun: ActorNoun, owners: list[str], sector: str | None, *, start: int
    ) -> tuple[Denoted, ...]:
        ids = dict.fromkeys(self._owned_id(head, noun, owner, sector) for owner in owners)
        return tuple(replace(self._make(head, noun, id_, sector), start=start) for id_ in ids)

    def _owned_id(self, head: Token, noun: ActorNoun, owner: str, sector: str | None) -> str:
        """The id of what belongs to an owner: a spokesman of X is X, the workers of X are themselves."""
        if is_country(owner):
            return owner if noun.for_owner and "-" in owner else coded(owner, sector)
        if noun.for_owner:
            return owner
        if owner.startswith(("IGO", "NGO")):
            return f"{owner}-{sector}" if sector and owner.count("-") == 1 else owner
        return f"{owner} {head.lower}" if owner.startswith("NAMED:") else f"NAMED:{_plain(head, self.names)}"

    def _make(self, head: Token, noun: ActorNoun, id_: str, sector: str | None) -> Denoted:
        start = body_start(head)
        return Denoted(
            start=start,
            end=head.end,
            id=id_,
            name=words_of(head, start, head.end),
            sector=sector_of(id_) or sector,
            plural=is_plural(head),
            noun=noun.id,
            human=noun.kind == "person",
        )

    def _apposed(self, head: Token) -> Name | None:
        """Suh Ho in `the chief delegate Suh Ho` or `the delegate, Suh Ho,`."""
        for child in head.childs("appos"):
            name = self.names.at(child)
            if name is not None and name.kind in ("person", "proper", "org") and child in name.tokens:
                return name
        return None

    def _attached(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The owner after a preposition: officials in Seoul, a spokesman for the ministry, the head of the delegation."""
        for prep in head.childs("prep"):
            inner = prep.child("pobj")
            if prep.lower not in _ATTACHING or inner is None:
                continue
            name = self.names.at(inner)
            where = name is not None and name.kind in ("capital", "country")
            if prep.lower == "in":
                if name is not None and where and noun.home and noun.sector != "MIL":
                    return (Denoted(start=name.start, end=name.end, id=name.id, name=name.name),)
                continue
            if prep.lower in ("at", "with") and not (name is not None and name.kind == "org" and noun.for_owner):
                continue
            if name is not None and name.kind == "capital":
                return (Denoted(start=name.start, end=name.end, id=name.id, name=name.name),)
            found = tuple(d for d in self.denoted(inner) if noun.for_owner or (d.named and not d.person))
            if found and (noun.for_owner or prep.lower in ("of", "from")):
                return found
        return ()

    def _sector(self, head: Token, noun: ActorNoun) -> str | None:
        """The sector of a noun with what stands before it: rebel forces, an army spokesman."""
        nouns = actor_nouns()
        first = phrase_start(head).i
        for token in reversed(head.sentence.tokens[first : head.i]):
            other = nouns.get(token.lower) or nouns.get(token.lemma)
            if other is None or token.lower == "state":
                continue
            if other.marks or (noun.for_owner and other.sector and other.sector != "GOV"):
                return other.sector
        return noun.sector

    def _of_part(self, head: Token) -> tuple[Denoted, ...]:
        """Some of the officials, thousands of workers: those they are part of."""
        for prep in head.childs("prep"):
            inner = prep.child("pobj")
            if prep.lower in ("of", "among") and inner is not None:
                start = min(body_start(head), head.start)
                return tuple(replace(d, start=start, plural=True) for d in self.denoted(inner))
        return ()


def _plain(head: Token, names: Names) -> str:
    """The words of an actor without a name: the noun with the nouns that say what kind, in lower case."""
    kinds = [
        c.lower
        for c in head.children
        if c.i < head.i
        and names.at(c) is None
        and (c.dep == "compound" or c.lower in actor_nouns())
        and c.text.isalpha()
    ]
    return " ".join([*kinds, head.lower])


def _owns(name: Name, tokens: list[Token]) -> bool:
    """Whether a name before a noun says whose it is: not in `pro-Russian rebels` nor `a Paris-based group`."""
    if name.kind in ("thing", "place", "proper") or not name.id:
        return False
    first, last = name.tokens[0].i, name.tokens[-1].i
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].lower in _AGAINST:
        return False
    after = tokens[last + 1 : last + 3]
    return not (len(after) == 2 and after[0].text == "-" and after[1].lower in PARTICIPLES)
