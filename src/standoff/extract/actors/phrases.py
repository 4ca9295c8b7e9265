"""Who a noun phrase stands for: names of countries and organisations, coordination, parts of a whole.

People stand in `people`, common nouns in `nouns`, what needs earlier sentences in `reference`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from standoff.actor_ids import coded, is_country, party_of, sector_of
from standoff.extract.actors.denoted import (
    Denoted,
    body_start,
    is_definite,
    is_plural,
    locative,
    name_start,
    phrase_head,
    phrase_start,
)
from standoff.extract.actors.names import STATE_SECTORS, Name, Names, noun_at
from standoff.extract.actors.nouns import Nouns
from standoff.extract.actors.people import People
from standoff.extract.actors.seats import seat_of_clause
from standoff.extract.bodies import made_of
from standoff.lexicon.actions import actions
from standoff.lexicon.actors import ActorNoun, actor_nouns
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

Refer = Callable[[Token, ActorNoun | None], tuple[Denoted, ...]]

_REFERRING = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "NNS", "NNPS", "CD", "DT"})  # pronouns; the two sides, both
_AGAINST = frozenset({"anti", "pro", "non", "ex", "inter", "ethnic"})
_COUNTRIES = frozenset({"capital", "country", "party"})
_JOINS = frozenset({"and", ",", "&", "/", "-", "–", "or"})
_BARE_NOUNS = frozenset({"military", "police", "media", "opposition"})  # tagged as adjectives at times
_SOMEBODYS = frozenset({"her", "his", "my", "your"})
_DEEPEST = 30  # phrases in phrases: only made-up text goes deeper
_MOST = 40  # coordinated phrases


@dataclass(frozen=True, slots=True)
class Home:
    """The country a page is written from; `sure`: it says so, and is not only the one country it names."""

    code: str | None = None
    sure: bool = False


class Phrases:
    """Resolves the noun phrases of one page, each once; what needs earlier sentences it asks `refer` for."""

    def __init__(self, names: Names, home: Home, refer: Refer) -> None:
        self.names = names
        self.home = home
        self.refer = refer
        self._people = People(self)
        self._nouns = Nouns(self)
        self._known: dict[Token, tuple[Denoted, ...]] = {}
        self._alone: dict[Token, tuple[Denoted, ...]] = {}
        self._asked: set[Token] = set()
        self._depth = 0

    def denoted(self, head: Token) -> tuple[Denoted, ...]:
        """Who the phrase with this head stands for, coordinated ones included."""
        known = self._known.get(head)
        if known is not None:
            return known
        self._known[head] = ()  # a phrase that leads back to itself denotes nobody
        found: dict[str, Denoted] = {}
        for one in _states_named(head, self.names) or _coordinated(head, self.names):
            for d in self.alone(one):
                found.setdefault(d.id, d)
        self._known[head] = result = tuple(found.values())
        return result

    def alone(self, head: Token) -> tuple[Denoted, ...]:
        """Who a head stands for without what is coordinated with it."""
        known = self._alone.get(head)
        if known is None:
            self._alone[head] = ()
            self._depth += 1
            known = self._resolve(head) if self._depth < _DEEPEST else ()
            self._depth -= 1
            self._alone[head] = known
        return known

    def _resolve(self, head: Token) -> tuple[Denoted, ...]:
        if head in self.names.datelines:
            return self._after_dateline(head)
        name = self.names.at(head)
        if name is not None:
            return self.of_name(head, name)
        if (head.tag in _REFERRING or head.text[0].isupper()) and (found := self.refer(head, None)):
            return found
        if made_of(head) is not None and (found := self._of_part(head)):
            return found
        noun = self.noun(head)
        if noun is not None and (found := self._nouns.of(head, noun)):
            return found
        if head.lower in actions().words["part_of"] or head.tag == "CD":
            return self._of_part(head)
        return ()

    def noun(self, head: Token) -> ActorNoun | None:
        """The table's entry of a common noun."""
        nouns = actor_nouns()
        if not head.is_noun:
            return nouns.get(head.lower) if head.lower in _BARE_NOUNS else None
        whose = head.child("poss") if head.lemma in clause_words("parts_of_bodies") else None
        if whose is not None and whose.lower in _SOMEBODYS and head.child("prep") is None:
            return None  # shook his head
        return noun_at(head) or nouns.get(head.lower.replace("men", "man"))

    def owners(self, head: Token) -> list[Name]:
        """The names in a phrase that say whose its head is: the first, and those coordinated with it."""
        tokens = head.sentence.tokens
        covered = self.names.at(head)
        inside: list[Name] = []
        i = start = phrase_start(head).i
        while i < head.i:
            name = self.names.at(tokens[i])
            if name is None or name is covered:
                i += 1
                continue
            if _owns(name, tokens, start) and not _is_post(name, covered, tokens):
                inside.append(name)
            i = max(i, name.tokens[-1].i) + 1
        chosen = inside[:1]
        for before, name in pairwise(inside):
            between = [
                t.lower for t in tokens[before.tokens[-1].i + 1 : name.tokens[0].i] if t.lower not in ("'s", "the")
            ]
            if before is not chosen[-1] or not between or not _JOINS.issuperset(between):
                break
            chosen = [name] if _beside(before, name, tokens) else [*chosen, name]
        return chosen

    def with_owners(self, head: Token, owners: list[Name]) -> tuple[Denoted, ...]:
        """A noun with named owners, one for each: North and South Korean officials."""
        noun = self.noun(head)
        return self._nouns.with_owners(head, noun, owners) if noun is not None else ()

    def of_name(self, head: Token, name: Name) -> tuple[Denoted, ...]:
        """Who a name stands for in its phrase."""
        if name.joined is not None and name.kind in ("adjective", "country", "people"):
            owner = phrase_head(name.joined.tokens[-1])
            if self.names.at(owner) is not name.joined and self.noun(owner) is not None and owner is not head:
                return self.with_owners(owner, [name, name.joined])
        if name.kind in ("place", "thing") or not name.id or (name.kind == "capital" and locative(head)):
            return ()
        if name.kind == "org":
            return (self._of_organisation(head, name),)
        if name.kind in ("person", "proper"):
            return self._people.of(head, name)
        if name.partner is not None:
            return tuple(_of_country(head, n) for n in (name.partner, name))
        return (_of_country(head, name),)

    def _of_organisation(self, head: Token, name: Name) -> Denoted:
        id_ = name.id
        if id_.startswith("IGO-") and (own := self._owning_state(head)) is not None:
            id_ = coded(own, "GOV")  # Chad's Security Council
        if id_.startswith("NAMED:") and name.noun is not None and name.country is None:
            state = name.sector in STATE_SECTORS
            code = self.country(head)
            if code is None and state:
                noun = actor_nouns().get(name.noun)
                seat = seat_of_clause(head, self.names) if noun is not None and noun.home else None
                earlier = self.refer(head, noun) if noun is not None and seat is None else ()
                at_home = self.home.code if noun is not None and noun.home else None
                code = seat or (earlier[0].id if earlier else at_home)
            if code is not None and (state or is_country(code)):
                id_ = coded(code, name.sector)
        return Denoted(
            start=name_start(head, name.tokens[0]),
            end=name.end,
            id=id_,
            name=name.name,
            sector=name.sector or sector_of(id_),
            noun=name.noun,
            named=True,
        )

    def _owning_state(self, head: Token) -> str | None:
        """The state whose a body is said to be by a possessor before it."""
        possessor = head.child("poss")
        name = self.names.at(possessor) if possessor is not None else None
        return (
            party_of(name.id)
            if name is not None and name.kind in ("country", "capital") and is_country(name.id)
            else None
        )

    def country(self, head: Token) -> str | None:
        """Whose a name is, as an id: by what stands before it, or after `of`, `for`, `in`, `from`."""
        for owner in self.owners(head):
            id_ = self.id_of(owner)
            if not (id_.startswith("NAMED:") and owner.kind in ("person", "proper")):
                return id_
        possessor = head.child("poss")
        if possessor is not None and self.names.at(possessor) is None:
            found = self.denoted(possessor)
            if len(found) == 1:
                return found[0].id
        owned = possessor is not None and self.names.at(possessor) is not None
        for prep in sorted(head.childs("prep"), key=_says_field):
            inner = prep.child("pobj")
            name = self.names.at(inner) if inner is not None else None
            if owned and _says_field(prep):
                continue  # Rights Watch's director for Latin America
            if name is None:
                if inner is not None and prep.lower in ("of", "for") and self.noun(inner) is not None:
                    found = self.denoted(inner)  # head of the Danish delegation
                    if len(found) == 1 and is_country(found[0].id):
                        return found[0].id
                continue
            if prep.lower == "in" and _is_persons(self.names.at(head)):
                continue  # met Ana Ruiz in Lima
            if prep.lower in ("of", "in", "from") and name.kind in ("country", "capital"):
                return name.id
            if name.kind == "proper" and _lives_in(head, prep, self.names):
                continue
            if prep.lower in ("of", "for", "from", "at", "with") and name.kind in ("org", "proper", "party"):
                return self.id_of(name)
        return None

    def id_of(self, name: Name) -> str:
        """The id of a name wherever it stands."""
        last = name.tokens[-1]
        if name.kind in ("person", "org") and name.id.startswith("NAMED:") and last not in self._asked:
            self._asked.add(last)  # two names, each the other's owner, would lead round and round
            found = self.of_name(last, name)
            self._asked.discard(last)
            return found[0].id if found else name.id
        return name.id

    def _after_dateline(self, head: Token) -> tuple[Denoted, ...]:
        """The subject that the parser hung on the dateline before it."""
        inner = next((c for c in head.childs("appos", "conj") if c not in self.names.datelines), None)
        return self.denoted(inner) if inner is not None else ()

    def _of_part(self, head: Token) -> tuple[Denoted, ...]:
        """Some of the officials, thousands of workers, a number of firms: those they are part of."""
        if head.lower == "number" and all(c.lower != "a" for c in head.children):
            return ()
        for prep in head.childs("prep"):
            inner = prep.child("pobj")
            if prep.lower in ("of", "among") and inner is not None:
                start = min(body_start(head), head.start)
                return tuple(replace(d, start=min(start, d.start), plural=True) for d in self.denoted(inner))
        return ()


def _says_field(prep: Token) -> bool:
    """Whether a preposition may only say what somebody looks after: `director for East Asia at Rights Watch`."""
    return prep.lower == "for"


def _coordinated(head: Token, names: Names) -> list[Token]:
    """A head and those coordinated with it, in order."""
    group = [head]
    for one in group:
        if len(group) > _MOST:
            break
        children = one.children
        group += [c for c in children if c.dep == "appos" and _in_row(one, c, names)]
        if one.tag in ("NN", "NNS") and (titled := _titled(one)):
            children = [*children, *(c for name in titled for c in name.children)]
        for child in children:
            if child.dep == "conj" and (child.is_noun or child.tag in ("JJ", "PRP")):
                group.append(child)
    return group


def _in_row(one: Token, other: Token, names: Names) -> bool:
    """Whether a country set off by commas is the next of a row and no other name of the first: `Chad, the UAE, Mali and Togo`."""
    first, second = names.at(one), names.at(other)
    if first is None or second is None or not (_is_state(first) and _is_state(second)):
        return False
    joined = other.child("conj") or next((a.child("conj") for a in other.childs("appos")), None)
    third = names.at(joined) if joined is not None else None
    return third is not None and _is_state(third) and len({n.id for n in (first, second, third)}) == 3


def _is_state(name: Name) -> bool:
    """Whether a name is a state's own, its capital's, or that of a state which is declared a party."""
    return name.kind in _COUNTRIES and is_country(name.id) and "-" not in name.id


def _states_named(head: Token, names: Names) -> list[Token]:
    """The states that are named right after a word for several: `its allies Niger and Mali`."""
    if head.tag != "NNS" or names.at(head) is not None:
        return []
    first = next((c for c in _titled(head) if (name := names.at(c)) is not None and _is_state(name)), None)
    return _coordinated(first, names) if first is not None else []


def _titled(head: Token) -> list[Token]:
    """The name right after an office, on which the parser hangs the next one: `envoy Ana Paz and Chile's Juan Soto`."""
    tokens = head.sentence.tokens
    return [c for c in head.childs("appos") if all(t.head is c or t is c for t in tokens[head.i + 1 : c.i + 1])]


def _is_persons(name: Name | None) -> bool:
    return name is not None and name.kind in ("person", "proper")


def _lives_in(head: Token, prep: Token, names: Names) -> bool:
    """Whether a phrase after a person's name more likely says where he is at home than whose he is: `Ana Ruiz, 40, of Delton`."""
    if not _is_persons(names.at(head)):
        return False
    return prep.lower == "from" or (prep.lower == "of" and prep.sentence.tokens[prep.i - 1].text == ",")


def _of_country(head: Token, name: Name) -> Denoted:
    """A country, what stands for one, or some of its people."""
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


def _beside(before: Name, name: Name, tokens: list[Token]) -> bool:
    """Whether a name with an article of its own owns what follows alone: `the weavers' league and the owners' association`."""
    whole = before.kind in ("org", "party") and not is_country(before.id)
    return whole and tokens[name.tokens[0].i - 1].lower == "the"


def _is_post(name: Name, after: Name | None, tokens: list[Token]) -> bool:
    """Whether a country right before a person's name is where he is sent: `the special envoy to Chad Ana Ruiz`."""
    first, last = name.tokens[0].i, name.tokens[-1].i
    if after is None or name.kind != "country" or not _is_persons(after) or after.tokens[0].i != last + 1:
        return False
    return first > 0 and tokens[first - 1].lower == "to"


def _owns(name: Name, tokens: list[Token], start: int) -> bool:
    """Whether a name before a noun says whose it is: not in `pro-Russian rebels` nor `a Paris-based group`."""
    if name.kind in ("thing", "place", "proper") or not name.id:
        return False
    first, last = name.tokens[0].i, name.tokens[-1].i
    before = [t.tag for t in tokens[max(start, first - 2) : first] if t.tag != "DT"]
    if before and before[-1] in ("IN", "TO"):
        return False  # the ambassador to Chad John Doe
    if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].lower in _AGAINST:
        return False
    after = tokens[last + 1 : last + 3]
    joined = len(after) == 2 and after[0].text == "-" and after[0].start == tokens[last].end and after[1].text.islower()
    return (
        not joined
        or after[1].lower in clause_words("held_by")
        or not (after[1].is_verb or after[1].tag in ("JJ", "NN"))
    )
