"""Who a common noun stands for: by its owners, those mentioned before, the page's country, or in its own words."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from standoff.actor_ids import coded, is_country, is_private, party_of, sector_of
from standoff.extract.actors.denoted import Denoted, body_start, is_definite, is_plural, words_of
from standoff.extract.actors.modifiers import is_elsewhere, plain_words, sector_in, words_before
from standoff.extract.actors.names import Name
from standoff.extract.actors.officials import acted_on, judging
from standoff.extract.actors.rulers import obeyed_by, ruled_by
from standoff.extract.actors.seats import seat_of_clause
from standoff.lexicon.actors import ActorNoun, actor_nouns, taking_up
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

if TYPE_CHECKING:
    from standoff.extract.actors.phrases import Phrases

_ATTACHING = frozenset({"of", "for", "from", "in", "at", "with"})
_FIGHTING = frozenset({"MIL", "REB"})
_MOVEMENTS = ("OPP", "PTY", "REB")


class Nouns:
    """Resolves the common nouns of one page."""

    def __init__(self, phrases: "Phrases") -> None:
        self._phrases = phrases

    def of(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """Who a noun of the table stands for."""
        if noun.other_side:
            return self._other_side(head, noun)
        if (held := self._holder(head)) is not None:
            return self._phrases.of_name(held.tokens[-1], held)
        owners = self._phrases.owners(head)
        if owners and (found := self._again_from(head, noun, owners) or self.with_owners(head, noun, owners)):
            return self._with_person(head, found)
        possessor = head.child("poss")
        if possessor is not None and self._phrases.names.at(possessor) is None:
            whose = self._phrases.denoted(possessor)
            if whose:
                return self._owned(head, noun, whose)
        attached = self._attached(head, noun)
        if not attached and (called := self._before_name(head, noun)):
            return called
        if attached:
            return self._owned(head, noun, attached)
        shared = self._shared(head)
        if shared:
            return self.with_owners(head, noun, shared)
        named = self._apposed(head)
        if named is not None:
            return self._apposition(head, noun, named)
        if noun.kind == "body" and not is_plural(head) and (found := self._phrases.refer(head, None)):
            return found  # a joint committee
        return self._described(head, noun)

    def with_owners(self, head: Token, noun: ActorNoun, owners: list[Name]) -> tuple[Denoted, ...]:
        """One for each named owner: North and South Korean officials."""
        ids = [id_ for owner in owners if (id_ := self._phrases.id_of(owner))]
        sector = sector_in(head, noun)
        last = owners[-1]
        if noun.after_name and last.kind == "org" and last.tokens[-1].i == head.i - 1 and len(ids) == 1:
            return (replace(self._make(head, noun, ids[0], last.sector or sector), named=True),)  # the Hamas movement
        start = owners[0].start if owners[0].joined is not None else head.start
        return self._each(head, noun, ids, sector, start=min(body_start(head), start))

    def _again_from(self, head: Token, noun: ActorNoun, owners: list[Name]) -> tuple[Denoted, ...]:
        """A company named before, of which it is only now said whence it is: Lumo Air, then the Finnish carrier."""
        (owner, *others) = owners
        if others or owner.kind != "adjective" or is_plural(head) or not is_definite(head):
            return ()
        if taking_up().get(noun.id) != "BUS" or head.child("nummod", "prep") is not None:
            return ()
        found = self._phrases.refer(head, noun)
        ids = {
            d.id for d in found if d.sector == "BUS" and (not is_country(d.id) or party_of(d.id) == party_of(owner.id))
        }
        return tuple(replace(d, start=body_start(head), end=head.end) for d in found) if len(ids) == 1 else ()

    def _holder(self, head: Token) -> Name | None:
        """The person whose office a noun is, where the parser took the name for what he is minister of."""
        for prep in head.childs("prep"):
            inner = prep.child("pobj")
            name = self._phrases.names.at(inner) if inner is not None else None
            if name is not None and name.office is head:
                return name
        return None

    def _with_person(self, head: Token, found: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        """With the name in apposition: Lima's chief delegate Ana Ruiz."""
        person = self._apposed(head)
        if person is None or len(found) != 1:
            return found
        d = found[0]
        return (
            replace(d, end=max(d.end, person.end), name=person.name, person=True, human=True, named=True, role=d.name),
        )

    def _apposition(self, head: Token, noun: ActorNoun, named: Name) -> tuple[Denoted, ...]:
        """The spokesman, Martin Nesirky: the one mentioned before, else whoever the name is."""
        start = body_start(head)
        known = self._phrases.refer(head, noun) if is_definite(head) else ()
        if known:
            return tuple(
                replace(d, start=start, end=named.end, name=named.name, person=True, human=True, named=True)
                for d in known
            )
        return tuple(replace(d, start=start, end=max(d.end, head.end)) for d in self._phrases.alone(named.tokens[-1]))

    def _shared(self, head: Token) -> list[Name]:
        """The owners that a noun shares with the one it is coordinated with: South Korean workers and employers."""
        first = head.head if head.dep == "conj" else None
        if first is None or self._phrases.noun(first) is None or any(c.i < head.i for c in head.children):
            return []
        owners = self._phrases.owners(first)
        return owners if owners and owners[-1].tokens[-1].head is first else []

    def _other_side(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """A neighbour, a rival, a counterpart: of the country stated, else the other one of two sides."""
        tokens = head.sentence.tokens
        stated = [
            o
            for o in self._phrases.owners(head)
            if o.tokens[-1].i + 1 < len(tokens) and tokens[o.tokens[-1].i + 1].tag != "POS"
        ]
        if stated:
            return self._with_person(head, self.with_owners(head, noun, stated))
        seat = self._seat(head)  # his counterpart in Lima
        other = () if seat else self._phrases.refer(head, noun)
        if other:
            sector = sector_in(head, noun)
            return self._with_person(head, tuple(self._make(head, noun, coded(d.id, sector), sector) for d in other))
        named = self._apposed(head)
        if named is not None:
            return self._apposition(head, noun, named)
        seat = seat or (self._seat(head.head) if head.head is not None and head.head.is_verb else None)
        if seat is not None:
            sector = sector_in(head, noun)
            return (self._make(head, noun, coded(seat, sector), sector),)
        return (
            (self._make(head, noun, f"NAMED:{plain_words(head, self._phrases.names)}", noun.sector),)
            if noun.alone
            else ()
        )

    def _seat(self, word: Token) -> str | None:
        """The country in whose capital somebody is said to be, or to be called or met."""
        towns = (t for prep in word.childs("prep") if prep.lower == "in" for t in prep.childs("pobj"))
        names = (self._phrases.names.at(t) for t in towns)
        return next((party_of(n.id) for n in names if n is not None and n.kind == "capital" and is_country(n.id)), None)

    def _described(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """An actor without name or owner: one mentioned before, one of the page's country, or the bare words."""
        before = self._modifier(head)
        if party := self._called(head, noun):
            return party
        if noun.needs_owner and before is None and not is_plural(head):
            return self._phrases.refer(head, noun)
        plain = not any(self._phrases.names.at(t) for t in words_before(head))
        if plain and noun.home and is_definite(head) and (seat := seat_of_clause(head, self._phrases.names)):
            sector = sector_in(head, noun)
            return (self._make(head, noun, coded(seat, sector), sector),)
        again = not is_plural(head) or (before is None and noun.kind == "person")
        if plain and again and is_definite(head) and (found := self._phrases.refer(head, noun)):
            return tuple(replace(d, start=body_start(head), end=head.end) for d in found)
        if plain and before is None and (party := self._of_movement(head, noun)):
            return party
        sector = sector_in(head, noun)
        if before is not None and noun.for_owner and (body := self._body_before(head)):
            return self._owned(head, noun, body)
        if (
            plain
            and not is_plural(head)
            and (ruled := ruled_by(noun.id, self._phrases.names, head.sentence)) is not None
        ):
            return (self._make(head, noun, coded(ruled, sector), sector),)
        if plain and self._of_home(head, noun, before):
            code = self._phrases.home.code or ""
            names = self._phrases.names
            theirs = acted_on(head, names, owned=False) | judging(head, names)  # the ministry lifted its ban on Chad
            made = f"NAMED:{plain_words(head, names)}" if code in theirs else coded(code, sector)
            return (self._make(head, noun, made, sector),)
        if noun.alone or before is not None or (noun.kind == "person" and (is_definite(head) or is_plural(head))):
            return (self._make(head, noun, f"NAMED:{plain_words(head, self._phrases.names)}", sector),)
        return ()

    def _called(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The declared party whose name ends in the words of a phrase: the association, of the Grain Millers Association.

        Where the page's state may be meant, more than the noun: the regional government, not the government.
        """
        words = words_of(head, body_start(head), head.end).lower().split()
        if noun.kind != "body" or is_plural(head) or not is_definite(head) or (noun.home and len(words) == 1):
            return ()
        named = self._phrases.names.parties()
        found = [
            id_ for id_, name in named.items() if name.partition(" of ")[0].lower().split()[-len(words) :] == words
        ]
        return (self._make(head, noun, found[0], noun.sector),) if len(found) == 1 else ()

    def _of_home(self, head: Token, noun: ActorNoun, before: ActorNoun | None) -> bool:
        """Whether a phrase that names no country speaks of the page's own: officials said, the government."""
        if self._phrases.home.code is None or (before is not None and before.marks) or is_elsewhere(head):
            return False
        if noun.sector == "JUD" and self._sits_somewhere(head):
            return False  # a court in Rouen, on a page of another country
        if not (noun.home or (before is not None and before.home and noun.for_owner)):
            return False
        if any(
            c.dep == "acl" or c.lemma in clause_words("obeying") or (c.dep == "amod" and c.text[0].isupper())
            for c in head.children
        ):
            return False
        if any(c.lower in ("two", "both", "three", "rival") for c in head.children):
            return False
        if is_definite(head):
            return True
        indefinite = any(c.lower in ("a", "an") for c in head.children)
        sector = sector_in(head, noun)
        return not indefinite and (is_plural(head) or noun.kind == "body") and sector not in _FIGHTING

    def _sits_somewhere(self, head: Token) -> bool:
        """Whether a phrase says in which town somebody sits, of which no country is known."""
        towns = [t.child("pobj") for t in head.subtree() if t.dep == "prep" and t.lower in ("in", "at")]
        found = [self._phrases.names.at(t) for t in towns if t is not None and t.tag.startswith("NNP")]
        return any(name is None or name.kind == "proper" for name in found)

    def _body_before(self, head: Token) -> tuple[Denoted, ...]:
        """The body before a head, where it was mentioned before: a ministry official, of the ministry named."""
        for child in head.children:
            noun = actor_nouns().get(child.lower) if child.i < head.i and child.dep == "compound" else None
            if (
                noun is not None
                and noun.kind == "body"
                and not noun.for_owner
                and self._phrases.names.at(child) is None
            ):
                return self._phrases.refer(child, noun)
        return ()

    def _modifier(self, head: Token) -> ActorNoun | None:
        """The actor noun before a head: rebel in `rebel forces`, government in `government troops`."""
        for child in reversed(head.children):
            if child.i < head.i and child.dep in ("compound", "amod", "nmod") and self._phrases.names.at(child) is None:
                noun = actor_nouns().get(child.lower)
                if noun is not None and (child.is_noun or noun.marks):
                    return noun
        return None

    def _owned(self, head: Token, noun: ActorNoun, whose: tuple[Denoted, ...]) -> tuple[Denoted, ...]:
        """One for each owner that a phrase or pronoun stands for: its workers, a spokesman for the ministry."""
        if noun.kind == "body" and not noun.for_owner and (own := self._own_name(head, noun)) is not None:
            return own
        found = self._each(head, noun, [d.id for d in whose], sector_in(head, noun), start=body_start(head))
        if noun.for_owner:
            found = tuple(replace(d, sector=d.sector or w.sector) for d, w in zip(found, whose, strict=False))
        return self._with_person(head, found)

    def _own_name(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...] | None:
        """Their union, Solidar: the name of a body that is somebody's."""
        name = self._apposed(head) if noun.after_name and head.child("poss") is not None else None
        if name is None or name.kind == "person" or not name.id.startswith("NAMED:"):
            return None
        name.kind, name.noun, name.sector = "org", noun.id, noun.sector
        return (replace(self._make(head, noun, name.id, noun.sector), end=name.end, name=name.name, named=True),)

    def _each(
        self, head: Token, noun: ActorNoun, owners: list[str], sector: str | None, *, start: int
    ) -> tuple[Denoted, ...]:
        ids = dict.fromkeys(self._owned_id(head, noun, owner, sector) for owner in owners)
        return tuple(replace(self._make(head, noun, id_, sector), start=start) for id_ in ids)

    def _owned_id(self, head: Token, noun: ActorNoun, owner: str, sector: str | None) -> str:
        """The id of what belongs to an owner: a spokesman of X is X, the workers of X are themselves."""
        if is_country(owner):
            if noun.needs_owner:
                return party_of(owner)
            theirs = noun.kind == "body" and sector == "GOV" and is_private(owner)  # herders of Chad, their government
            return owner if noun.for_owner and "-" in owner and not theirs else coded(owner, sector)
        if noun.for_owner or (noun.kind == "body" and owner.lower().endswith(f" {noun.id}")):
            return owner  # the dockers' union, where dockers stand for the Dock Workers' Union
        if noun.kind == "body" and noun.sector == "LAB" and owner in self._phrases.names.declared("LAB"):
            return owner  # their union, of members
        if noun.kind == "body" and noun.sector == "CVL" and owner in self._phrases.names.declared("BUS", "LAB"):
            return owner  # the employers' association, where employers stand for the Mill Owners' League
        if self._is_its_people(noun, owner):
            return owner
        if owner.startswith(("IGO", "NGO")):
            return f"{owner}-{sector}" if sector and owner.count("-") == 1 else owner
        return (
            f"{owner} {head.lower}" if owner.startswith("NAMED:") else f"NAMED:{plain_words(head, self._phrases.names)}"
        )

    def _is_its_people(self, noun: ActorNoun, party: str) -> bool:
        """Whether those of a declared party are that party: a Roma mayor, the activists of a movement, a region's premier."""
        declared = self._phrases.names.declared
        if noun.kind == "person" and (party in declared("CVL") or (noun.sector == "GOV" and party in declared("GOV"))):
            return True
        return party in declared(*_MOVEMENTS) and (
            noun.after_name or (noun.kind == "person" and noun.sector in (None, "CVL", *_MOVEMENTS))
        )

    def _of_movement(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The people of the one declared party that is a movement, where they are only called protesters."""
        found = self._phrases.names.declared("CVL", *_MOVEMENTS) if noun.movement and is_plural(head) else frozenset()
        described = any(c.tag.startswith(("NNP", "JJ")) and c.text[:1].isupper() for c in head.children)
        return (
            tuple(self._make(head, noun, party, noun.sector) for party in found)
            if len(found) == 1 and not described
            else ()
        )

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
            name = self._phrases.names.at(child)
            if name is None or name.kind not in ("person", "proper", "org"):
                continue
            between = head.sentence.tokens[head.i + 1 : name.tokens[0].i]
            if all(t.text != "(" for t in between):  # not a picture's credit
                return name
        return None

    def _before_name(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The organisation of unknown kind that its noun follows: the IWW union."""
        name = self._phrases.names.at(head.sentence.tokens[head.i - 1]) if head.i else None
        if not noun.after_name or name is None or name.kind != "proper" or name.tokens[-1].head is not head:
            return ()
        name.kind, name.noun, name.sector = "org", noun.id, noun.sector
        return (Denoted(start=name.start, end=name.end, id=name.id, name=name.name, sector=noun.sector, named=True),)

    def _attached(self, head: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The owner after a preposition: officials in Lima, a spokesman for the ministry, envoys of Chad and of Niger."""
        if noun.sector == "MIL" and (side := obeyed_by(head, self._phrases.names)):
            return side
        for prep in head.childs("prep"):
            if found := self._governed(prep, noun):
                joined = (t for t in (*prep.childs("conj"), *head.childs("conj")) if t.lower == prep.lower)
                return (*found, *(d for t in joined for d in self._governed(t, noun)))
        return ()

    def _governed(self, prep: Token, noun: ActorNoun) -> tuple[Denoted, ...]:
        """The owner that one preposition names."""
        inner = prep.child("pobj")
        if prep.lower not in _ATTACHING or inner is None:
            return ()
        name = self._phrases.names.at(inner)
        if prep.lower == "in":
            if name is not None and name.kind in ("capital", "country", "place") and _rules_where_it_is(noun):
                return (Denoted(start=name.start, end=name.end, id=party_of(name.id), name=name.name),)
            return ()
        if prep.lower in ("at", "with") and not (name is not None and name.kind == "org" and noun.for_owner):
            return ()
        if name is not None and name.kind == "capital":
            first = Denoted(start=name.start, end=name.end, id=name.id, name=name.name)
            return (first, *(d for d in self._phrases.denoted(inner) if d.id != first.id))
        found = tuple(
            d
            for d in self._phrases.denoted(inner)
            if noun.for_owner or (d.named and not d.person) or (is_country(d.id) and (d.noun is None or _is_force(d)))
        )
        return found if noun.for_owner or prep.lower in ("of", "from") else ()


def _rules_where_it_is(noun: ActorNoun) -> bool:
    """Whether a place says whose an actor is: officials in Lima, a court in Istanbul, not troops in Kabul."""
    return noun.home and noun.sector != "MIL"


def _is_force(d: Denoted) -> bool:
    """Whether somebody is a force of a state, whose people are its: sailors from the Latvian navy."""
    return not d.plural and not d.human and sector_of(d.id) in ("COP", "MIL")
