"""Parsed -> Actors: finds names, resolves phrases and references, and answers who a token stands for."""

from collections.abc import Collection, Sequence
from functools import cached_property

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.acts_meant import act_meant
from standoff.extract.actors.denoted import Denoted, is_definite, is_endless, phrase_head
from standoff.extract.actors.gazetteer import Entry, Gazetteer, names_for, sector_of_party
from standoff.extract.actors.names import Name, Names
from standoff.extract.actors.page_names import find_names
from standoff.extract.actors.phrases import Home
from standoff.extract.actors.places import dateline_city, place_at, thing_at
from standoff.extract.actors.reference import References
from standoff.extract.actors.sites import mark_sites
from standoff.lexicon.actors import actor_nouns, countries, grounds
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.given_names import Pronoun
from standoff.model import Actor, ActorRef, Part, Place, Span, Subject
from standoff.parse import SUBJECTS, Parsed, Sentence, Token

_STATE = frozenset({"GOV", "LEG", "MIL"})
_DATELINE_WITHIN = 3  # lines of a story
_JOINED = 4  # names in a row: `Ruiz, Adu and Lee walked in`


class Actors:
    """The actors of a page; made by `find_actors`."""

    def __init__(
        self,
        parsed: Parsed,
        names: Names,
        references: References,
        subject: Subject | None,
        datelines: Sequence[tuple[Entry, Span]] = (),
    ) -> None:
        self._parsed = parsed
        self._names = names
        self._references = references
        self._refs: dict[Token, tuple[ActorRef, ...]] = {}
        self._meant: dict[Token, str | None] = {}
        self._acts_meant: dict[Token, Token | None] = {}
        declared = subject.parties if subject and len(subject.parties) > 1 else ()
        references.parties = references.count_sides(declared)
        self.parties: tuple[str, ...] = references.parties
        """Ids of the page's two leading sides; the subject's where declared."""
        self.declared: frozenset[str] = frozenset(p.id for p in declared)
        """Ids of the subject's parties, where it declares two or more."""
        sectors = {p.id: sector_of_party(p) for p in declared}
        self.sectors: dict[str, str] = {id_: sector for id_, sector in sectors.items() if sector is not None}
        """The sectors of the subject's parties, where declared or told by their names."""
        self.mentions: tuple[Actor, ...] = tuple(self._mentions())
        self.places: tuple[Place, ...] = tuple(self._places(datelines))

    def of(self, token: Token) -> tuple[ActorRef, ...]:
        """Whom the phrase or pronoun stands for that a token heads or stands in; empty where that is no actor."""
        if is_endless(token.sentence):
            return ()
        head = phrase_head(token)
        known = self._refs.get(head)
        if known is None:
            known = self._refs[head] = tuple([_ref(d) for d in self._references.denoted(head)])
        return known

    def owner(self, token: Token) -> tuple[ActorRef, ...]:
        """Whose the phrase's thing is: by a possessor or nationality before it, else by `of` or `by` after it."""
        if is_endless(token.sentence):
            return ()
        head = phrase_head(token)
        possessor = head.child("poss")
        if possessor is not None and (found := self.of(possessor)):
            return found
        owners = self._references.phrases.owners(head)
        if owners and head.lemma.lower() in clause_words("lines") and all(o.kind == "org" for o in owners):
            owners = []  # the Red Cross hotline is not theirs
        if owners:
            refs = [r for owner in owners for r in self.of(owner.tokens[-1])] if possessor is not None else []
            return tuple(refs) or tuple(ActorRef(start=o.start, end=o.end, id=o.id) for o in owners)
        for prep in head.childs("prep", "agent"):
            if prep.lower in ("of", "by", "from"):
                inner = prep.child("pobj")
                if inner is not None and (found := self.of(inner)):
                    return found
        return self._ground(head)

    def _ground(self, head: Token) -> tuple[ActorRef, ...]:
        """The country that a base or town stands in."""
        if head.lemma.lower() in grounds():
            for prep in head.childs("prep"):
                inner = prep.child("pobj") if prep.lower in ("in", "inside", "near", "of") else None
                place = place_at(inner, self._names) if inner is not None else None
                if place is not None and place.country is not None:
                    return (ActorRef(start=place.start, end=place.end, id=place.country),)
        return ()

    @cached_property
    def offices(self) -> dict[int, str]:
        """Sectors of officials and bodies of state of which no country is known, by the end of their phrases."""
        found: dict[int, str] = {}
        for _, d in self._references.everybody():
            noun = actor_nouns().get(d.noun or "")
            if d.id.startswith("NAMED:") and not d.plural and noun is not None and noun.home and noun.sector in _STATE:
                found[d.end] = noun.sector or ""
        for token in (t for sentence in self._parsed.sentences for t in sentence.tokens if t.tag == "NN"):
            noun = actor_nouns().get(token.lower)
            if noun is not None and noun.home and noun.sector in _STATE and is_definite(token) and not self.of(token):
                found[token.end] = noun.sector or ""
        return found

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The page's sentences."""
        return self._parsed.sentences

    def in_sentence(self, sentence: Sentence) -> list[ActorRef]:
        """The actors of a sentence in the order of the text, pronouns included; those it is only located in are not."""
        if is_endless(sentence):
            return []
        found: dict[tuple[int, int, str], ActorRef] = {}
        pronouns = (t for t in sentence.tokens if t.tag in ("PRP", "PRP$"))
        for token in (*self._references.antecedents.heads(sentence), *pronouns):
            for d in self._references.denoted(token):
                if not d.where:
                    found.setdefault((d.start, d.end, d.id), _ref(d))
        refs = sorted(found.values(), key=lambda r: (r.start, -r.end))
        return [r for n, r in enumerate(refs) if not any(_inside(r, other) for other in refs[max(0, n - 8) : n])]

    def names_in(self, sentence: Sentence) -> Sequence[Name]:
        """The names of a sentence, short forms joined to the full ones."""
        return self._names.by_sentence[sentence.index]

    def pronoun(self, name: Name) -> Pronoun | None:
        """Whether the page speaks of a person as a man or a woman."""
        return self._names.pronoun(name.name)

    def thing(self, token: Token) -> Span | None:
        """The phrase where it is the disputed thing or of a kind that can be open or shut; of `it`, the one it means."""
        if is_endless(token.sentence):
            return None
        meant = self._references.thing_meant(token)
        return thing_at(meant if meant is not None else phrase_head(token), self._names)

    def kind_of_thing(self, token: Token) -> str | None:
        """The noun for what a thing's name or a pronoun stands for: `crossing` for `Sarp`; None of other words."""
        if token.tag != "PRP":
            name = self._names.at(token)
            return name.noun if name is not None and name.kind == "thing" else None
        if token not in self._meant:
            meant = self._references.thing_meant(token)
            self._meant[token] = None if meant is None else self.kind_of_thing(meant) or meant.lemma
        return self._meant[token]

    def act_meant(self, token: Token) -> Token | None:
        """The noun for an act that a pronoun stands for: `talks`, of `They had begun in May`; None of other words."""
        if token.tag != "PRP":
            return None
        if token not in self._acts_meant:
            self._acts_meant[token] = act_meant(token, self._parsed.sentences)
        return self._acts_meant[token]

    def place_of(self, token: Token) -> Place | None:
        """The place that the phrase names."""
        return None if is_endless(token.sentence) else place_at(phrase_head(token), self._names)

    def _mentions(self) -> list[Actor]:
        """The page's actors: every phrase for one, but names of which nothing is known and that never do anything."""
        found = [(h, d) for h, d in self._references.everybody() if not d.where]
        acting = {d.id for h, d in found if _acts(h)}
        actors = sorted(
            {_actor(d) for _, d in found if d.id in acting or not _unknown(d)},
            key=lambda a: (a.start, -a.end, a.id, a.name, a.role or ""),
        )
        kept: list[Actor] = []
        for actor in actors:
            if not any(_inside(actor, other) for other in kept[-4:]):
                kept.append(actor)
        return kept

    def _places(self, datelines: Sequence[tuple[Entry, Span]]) -> list[Place]:
        found: dict[tuple[int, int], Place] = {}
        for entry, span in datelines:
            found[span.start, span.end] = Place(
                start=span.start, end=span.end, name=entry.name, country=party_of(entry.id)
            )
        for sentence in self._parsed.sentences:
            for head in self._references.antecedents.heads(sentence):
                place = place_at(head, self._names)
                if place is not None:
                    found.setdefault((place.start, place.end), place)
        return sorted(found.values(), key=lambda p: (p.start, p.end))


def find_actors(parsed: Parsed, *, subject: Subject | None = None) -> Actors:
    """The actors, places and things of a page; a declared subject's parties win over everything."""
    gazetteer = names_for(subject)
    names = find_names(parsed, gazetteer)
    mark_sites(parsed, names, subject)
    datelines = _datelines(parsed, gazetteer)
    references = References(parsed, names, _home(parsed, names, [entry for entry, _ in datelines], subject))
    return Actors(parsed, names, references, subject, datelines)


def _home(parsed: Parsed, names: Names, cities: Sequence[Entry], subject: Subject | None) -> Home:
    """The country a page is written from: by officials in its capital, the dateline, the address, or as the only one."""
    kinds = ("country", "adjective", "people", "capital", "seat", "place")
    seen = {party_of(n.id) for sentence in names.by_sentence for n in sentence if n.kind in kinds}
    address = _by_address(parsed.page.meta.url)
    told = (
        _seats(names, {party.id for party in subject.parties} if subject else set())
        or next((party_of(e.id) for e in cities if e.kind == "capital"), None)
        or next((party_of(e.id) for e in cities), None)
        or (address if address in seen else None)
    )
    if told is not None:
        return Home(told, sure=True)
    return Home(seen.pop() if len(seen) == 1 else None)


def _datelines(parsed: Parsed, gazetteer: Gazetteer) -> list[tuple[Entry, Span]]:
    """The towns that begin the page's stories, with where they stand."""
    return [
        found
        for part in parsed.page.parts
        if part.kind in ("dateline", "story")
        if (found := _dateline(parsed.page.text, part, gazetteer)) is not None
    ]


def _dateline(text: str, part: Part, gazetteer: Gazetteer) -> tuple[Entry, Span] | None:
    """The town that begins one of a part's first lines: a desk's note may stand before it."""
    start = part.start
    for _ in range(_DATELINE_WITHIN):
        while start < part.end and not text[start].isalnum():
            start += 1
        line = text[start : min(part.end, start + 200)]
        span = dateline_city(line)
        words = line[slice(*span)] if span else line if part.kind == "dateline" else ""
        for piece in (words, words.split(",")[0], words.split(" (")[0]):
            town = piece.rstrip(" ,-–—")
            entry = gazetteer.entry(town)
            if entry is not None and entry.kind in ("capital", "place", "country", "party") and is_country(entry.id):
                return entry, Span(start=start, end=start + len(town))
        start = text.find("\n", start, part.end)
        if start < 0:
            return None
    return None


def _seats(names: Names, parties: Collection[str]) -> str | None:
    """The country whose capital officials or ministries are said to be in, where it is one: the ministry in Riga.

    Of declared parties pages name the seats of both: they do not tell from which a page is written.
    """
    seen: dict[str, None] = {}
    for sentence in names.by_sentence:
        for name in sentence:
            prep = name.tokens[-1].head
            if name.kind != "capital" or name.id in parties or prep is None or prep.lower != "in" or prep.head is None:
                continue
            noun = actor_nouns().get(prep.head.lower) or actor_nouns().get(prep.head.lemma)
            if noun is not None and noun.home and noun.sector == "GOV":
                seen[party_of(name.id)] = None
    return next(iter(seen)) if len(seen) == 1 else None


def _by_address(url: str | None) -> str | None:
    """The country of a web address by its suffix."""
    host = (url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    suffix = host.rpartition(".")[2].lower()
    return next((c.id for c in countries().values() if c.tld == suffix), None) if "." in host else None


def _acts(head: Token) -> bool:
    """Whether a phrase, or the first of those joined with it, is who does something."""
    first = head
    for _ in range(_JOINED):
        if first.dep != "conj" or first.head is None:
            break
        first = first.head
    return first.dep in SUBJECTS or (first.head is not None and first.head.dep == "agent")


def _unknown(d: Denoted) -> bool:
    """Whether only a name is known."""
    return d.named and d.id.startswith("NAMED:") and d.sector is None and d.noun is None and not d.human


def _actor(d: Denoted) -> Actor:
    return Actor(start=d.start, end=d.end, id=d.id, name=d.name, sector=d.sector, role=d.role, person=d.person)


def _inside(inner: ActorRef | Actor, outer: ActorRef | Actor) -> bool:
    """Whether a mention lies in another of the same side that is no more than an apposition of it."""
    other = (inner.start, inner.end) != (outer.start, outer.end)  # two sides may share a phrase
    named = other and isinstance(inner, Actor) and isinstance(outer, Actor) and inner.name == outer.name
    same = inner.id == outer.id or named
    return same and outer.start <= inner.start and inner.end <= outer.end


def _ref(d: Denoted) -> ActorRef:
    return ActorRef(start=d.start, end=d.end, id=d.id)
