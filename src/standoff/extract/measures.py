"""What a quantity means: its kind, whose it is, who says so, and the date the page gives for it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from standoff.extract.actors import Actors
from standoff.extract.speakers import forms_of, frame, phrase, speaker_of
from standoff.lexicon.cues import cues
from standoff.lexicon.measures import MeasureKind, Sort, Whose, measure_kinds
from standoff.model import ActorRef, DateHow, Quantity, Status
from standoff.parse import Parsed, Sentence, Token
from standoff.quantities.counted import singular

_LINKS = frozenset(
    [
        "be",
        "go",
        "total",
        "amount",
        "come",
        "reach",
        "stand",
        "rise",
        "fall",
        "exceed",
        "estimate",
        "put",
        "set",
        "grow",
        "drop",
        "climb",
        "top",
        "average",
        "number",
        "swell",
        "add",
        "count",
    ]
)
_PUTS = frozenset(["put", "estimate", "value", "reckon", "assess", "arrive", "calculate"])
"""Verbs that say how much something comes to: `puts the loss at ...`, `arrives at ...`."""
_FIRMS = "NAMED:firms"
"""Whose a figure is where the page says no more than that firms lost or got it."""
_OWNERS = frozenset(["owner", "tenant", "operator", "proprietor"])
_BODIES = frozenset(["association", "chamber", "federation", "league", "council"])
_PASSING = frozenset(["cross", "enter", "wait", "march", "gather", "die", "visit", "arrive", "drive"])
"""What people do who are counted on their way, not as somebody's workers."""
_SPAN_DEPS = frozenset({"prep", "pobj", "dobj", "attr", "npadvmod", "appos", "conj", "nmod", "dep", "pcomp", "oprd"})
_OWED = 4  # sentences between a claim and what is paid on it
_UP = 6  # steps up the tree from an amount
_REACH = 10  # tokens before an amount
_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "who", "that", "which"})


class Dated(Protocol):
    """What `dating` says of an event's date."""

    @property
    def date(self) -> str | None:
        """The date as EDTF."""

    @property
    def how(self) -> DateHow:
        """Stated, relative, or by the page's date."""

    @property
    def since(self) -> bool:
        """The date opens a spell."""


class Dates(Protocol):
    """Who dates a clause: `extract.dating.Dater`."""

    def date(self, anchor: Token, trigger: Sequence[Token], status: Status) -> Dated:
        """The date of what a clause tells."""


class Elsewhere:
    """Whose the things of a kind are on a page: `the firms`, elsewhere `South Korean firms`."""

    def __init__(self, parsed: Parsed, actors: Actors) -> None:
        self._actors = actors
        self._tokens: dict[str, list[Token]] = defaultdict(list)
        self._known: dict[str, ActorRef | None] = {}
        self._sentences = parsed.sentences
        counted = {noun for kind in measure_kinds() for noun in kind.counted}
        for sentence in parsed.sentences:
            for token in sentence.tokens:
                if token.is_noun and token.lemma in counted:
                    self._tokens[token.lemma].append(token)

    def party(self, noun: Token) -> ActorRef | None:
        """The party, where every place that tells agrees."""
        if noun.lemma not in self._known:
            self._known[noun.lemma] = self._agreed(self._tokens[noun.lemma])
        return self._known[noun.lemma]

    def owed(self, kind: MeasureKind, payer: ActorRef | None, sentence: Sentence) -> ActorRef | None:
        """Who claimed wages or taxes shortly before somebody paid: `kept them until its claims for wages were met`."""
        if payer is None:
            return None
        for earlier in reversed(self._sentences[max(0, sentence.index - _OWED) : sentence.index]):
            for noun in (t for t in earlier.tokens if t.is_noun and t.lemma in kind.nouns):
                for token in [noun, *(t for t in noun.ancestors() if t.is_noun)]:
                    ref = _known(self._actors.owner(token))
                    if ref is not None and ref.id[:3] != payer.id[:3]:
                        return ref
        return None

    def _agreed(self, tokens: list[Token]) -> ActorRef | None:
        told: dict[str, ActorRef] = {}
        for token in tokens:
            ref = _known(self._actors.owner(token)) or _known(self._actors.of(token))
            if ref is not None:
                told.setdefault(ref.id[:3], ref)
        return next(iter(told.values())) if len(told) == 1 else None


def measured(quantity: Quantity, sentence: Sentence, elsewhere: "Elsewhere", actors: Actors, dater: Dates) -> Quantity:
    """The quantity with its kind, party, speaker, thing counted and date, where the sentence tells them."""
    tokens = sentence.within(quantity.start, quantity.end)
    if not tokens:
        return quantity
    head = _head(tokens)
    sort = _sort(quantity)
    kind, clue = _kind(quantity, head, sort) if sort else (None, None)
    party = _party(kind, clue, head, tokens, elsewhere, actors) if kind is not None else None
    if kind is not None and sort == "people" and _in_passing(head):
        kind = None
    if kind is None and sort == "people":
        party = _known(actors.of(head)) or _known(actors.owner(head))
    other = kind is None and sort == "people" and party is not None and (_nationals(head) or _in_passing(head))
    return msgspec.structs.replace(
        quantity,
        kind=kind.id if kind is not None else "other" if other else None,
        of=quantity.of or (_words(clue, sentence) if clue is not None and clue.is_noun and sort == "money" else None),
        party=party,
        claimed_by=_claimed_by(head, actors),
        as_of=_as_of(head, dater),
    )


def _nationals(head: Token) -> bool:
    """Whether people are counted by their nation alone: `740 South Koreans`."""
    return head.tag == "NNPS" or (head.text[0].isupper() and head.lower.endswith("s"))


def _in_passing(head: Token) -> bool:
    """Whether people are counted as those who cross, wait or are due somewhere."""
    verb = head.head
    if verb is None or head.dep not in ("nsubj", "nsubjpass") or not verb.is_verb:
        return False
    due = verb.child("acomp")
    return verb.lemma in _PASSING or (due is not None and due.lower in ("due", "ready", "set"))


def _head(tokens: list[Token]) -> Token:
    """The token of an amount that hangs on the words outside it; of a count, the noun."""
    inside = set(tokens)
    tops = [t for t in tokens if t.head is None or t.head not in inside]
    nouns = [t for t in tops if t.is_noun]
    return (nouns or tops or tokens)[-1]


def _sort(quantity: Quantity) -> Sort | None:
    unit = quantity.unit
    if unit is None:
        return None
    if unit == "person":
        return "people"
    if len(unit) == 3 and unit.isupper():
        return "money"
    return "things" if quantity.of is not None and unit != "percent" else None


def _words(token: Token, sentence: Sentence) -> str:
    """The words for what is paid or lost: the noun with what stands before it, less determiners and possessors."""
    first = token
    for child in token.children:
        if child.i < token.i and child.dep in ("amod", "compound", "nmod") and child.i < first.i and not child.children:
            first = child
    return sentence.text[first.start - sentence.start : token.end - sentence.start]


def _kind(quantity: Quantity, head: Token, sort: Sort) -> tuple[MeasureKind | None, Token | None]:
    """The kind, and the noun or verb that tells it: the thing counted, then the words around from the nearest on."""
    kinds = [kind for kind in measure_kinds() if sort in kind.sorts]
    if quantity.of is not None:
        noun = singular(quantity.of.split()[-1])
        for kind in kinds:
            if noun in kind.counted or noun in kind.nouns:
                return kind, _noun_in(head, noun)
    for token in _with_compounds(_around(head)):
        for kind in kinds:
            if (token.is_noun and token.lemma in kind.nouns) or (
                token.is_verb and token.lemma in (*kind.verbs, *kind.pays)
            ):
                return kind, token
    for token in _just_before(head):
        for kind in kinds:
            if token.lemma in kind.nouns:
                return kind, token
    return None, None


def _with_compounds(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens, each noun after the nouns before it that say what it is: `insurance payments`."""
    for token in tokens:
        if token.is_noun:
            yield from token.childs("compound")
        yield token


def _just_before(head: Token) -> list[Token]:
    """The nouns shortly before an amount in its clause, nearest first, for where the tree went wrong."""
    row: list[Token] = []
    for token in reversed(head.sentence.tokens[max(0, head.i - _REACH) : head.i]):
        if token.text in ",;:—–()" or (token.is_verb and token.lemma not in _LINKS and token.tag != "MD"):
            break
        if token.is_noun:
            row.append(token)
    return row


def _noun_in(head: Token, noun: str) -> Token:
    """The token of the thing counted, from the amount on."""
    return next((t for t in head.sentence.tokens[head.i :] if t.is_noun and singular(t.text) == noun), head)


def _around(head: Token) -> Iterator[Token]:
    """Nouns and verbs that an amount belongs to, nearest first: below it, above it, and the subject of the verb above it."""
    for child in head.children:
        if child.dep == "prep" and child.lower in ("of", "in", "for", "as", "worth"):
            yield from (c for c in child.children if c.dep == "pobj")
    token, steps = head, 0
    while token.head is not None and steps < _UP:
        above = token.head
        if above.is_noun and token.dep in _SPAN_DEPS | {"nummod", "compound", "quantmod", "amod", "acomp"}:
            yield above
        if above.lower == "worth":
            yield from above.childs("nsubj")
        if above.is_verb:
            yield above
            if token.dep in _SPAN_DEPS:
                yield from (c.child("pobj") or c for c in above.childs("prep") if c.lower in ("in", "for", "as"))
            objects = [c for c in above.childs("dobj", "attr") if c is not token]
            yield from objects
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None and above.lemma in _LINKS:
                yield subject
                yield from (c for p in subject.childs("prep") if (c := p.child("pobj")) is not None)
            if above.dep == "conj" and above.head is not None:
                yield from above.head.childs("dobj")  # `promised loans of ..., and lenders offered a further ...`
            if above.dep not in ("xcomp", "pcomp", "aux", "acl"):
                return
        token, steps = above, steps + 1


def _party(
    kind: MeasureKind, clue: Token | None, head: Token, tokens: list[Token], elsewhere: "Elsewhere", actors: Actors
) -> ActorRef | None:
    """Whose figure it is."""
    if kind.counted:
        noun = clue if clue is not None and clue.is_noun else head
        taker = _taker(kind, noun, actors)
        possessor = noun.child("poss")
        if taker is not None and possessor is not None and possessor.tag == "PRP$":
            return taker
        for found in (actors.owner(noun), actors.of(noun), actors.of(tokens[-1]), (taker,) if taker else ()):
            if (ref := _known(found)) is not None:
                return ref
        return elsewhere.party(noun) or _haver(noun, actors)
    if clue is None:
        return None
    verb = _verb_over(clue)
    for whose in kind.whose:
        found_one = _whose(whose, kind, clue, verb, head, actors)
        if found_one is not None:
            return found_one
    if kind.id == "income" and verb is not None and verb.lemma in kind.pays:
        return elsewhere.owed(kind, _first(actors, _subject(verb)), head.sentence)
    if kind.id not in ("loss", "compensation"):
        return None
    return next((ref for t in _bearers(clue, verb, head) if (ref := _firms(t, verb, actors)) is not None), None)


def _haver(noun: Token, actors: Actors) -> ActorRef | None:
    """Who has or represents the people counted: `the guild, which has 900 members`."""
    verb = noun.head
    if verb is None or noun.dep != "dobj" or verb.lemma not in ("have", "represent", "count"):
        return None
    return _first(actors, speaker_of(verb))


def _bearers(clue: Token, verb: Token | None, head: Token) -> Iterator[Token]:
    """The nouns that may say who lost or got the money, without being a party's name."""
    for prep in clue.childs("prep"):
        if prep.lower in ("of", "for", "to"):
            yield from prep.childs("pobj")
    yield from clue.childs("poss")
    if verb is not None:
        yield from (t for t in verb.childs("dative", "dobj") if t is not head and t is not clue)
        subject = _subject(verb)
        if (
            subject is not None
            and subject is not clue
            and verb.lemma not in _PUTS
            and not (clue is not verb and forms_of(verb))
        ):
            yield subject


def _firms(token: Token, verb: Token | None, actors: Actors) -> ActorRef | None:
    """Firms, their owners, or the members of the body that says so, as far as the words go; the page may name them elsewhere."""
    told = token
    if token.lemma == "member" or token.lower in ("they", "them", "we", "us"):
        said = _speaker_above(token)
        if said is None:
            return None
        refs = actors.of(said)
        known = _known_ref(next(iter(refs), None))
        if known is not None:
            return known
        named = refs[0].id.rpartition(" ")[2].removeprefix("NAMED:") if refs else ""
        if _is_firm(singular(named)):
            return ActorRef(start=said.start, end=said.end, id=_FIRMS)
        told = said
    if not _is_firm(told.lemma):
        return None
    return ActorRef(start=told.start, end=told.end, id=_FIRMS)


def _is_firm(noun: str) -> bool:
    """Whether a noun means firms, who owns them or what they have joined."""
    return noun in _OWNERS or noun in _BODIES or noun in _firm_nouns()


def _speaker_above(token: Token) -> Token | None:
    """Who says or puts the clause that a token stands in."""
    for above in token.ancestors():
        if (above.is_verb and above.child("ccomp") is not None and forms_of(above)) or above.lemma in _PUTS:
            return _subject(above)
    return None


def _firm_nouns() -> tuple[str, ...]:
    return next(kind.counted for kind in measure_kinds() if kind.id == "firms")


def _taker(kind: MeasureKind, noun: Token, actors: Actors) -> ActorRef | None:
    """Who withdrew, kept or sent them, as its own: the subject of a verb of the kind's `takers`."""
    token = noun
    while token.head is not None and token.head.is_noun | (token.dep == "pobj"):
        token = token.head
    verb = token.head
    if verb is None or token.dep != "dobj" or verb.lemma not in kind.takers:
        return None
    subjects = [t for t in noun.sentence.tokens[: noun.i] if t.dep == "nsubj"]
    return _first(actors, subjects[-1] if verb.dep == "conj" and subjects else speaker_of(verb))


def _known(found: tuple[ActorRef, ...]) -> ActorRef | None:
    """The first that is more than the bare words of the page (`NAMED:firms`)."""
    return next((ref for ref in found if not ref.id.startswith("NAMED:") or not ref.id[6:].islower()), None)


def _verb_over(token: Token) -> Token | None:
    """The verb that a clue is, or that it or what it stands in depends on."""
    if token.is_verb:
        return token
    return next((t for t in token.ancestors() if t.is_verb), None)


def _whose(
    whose: Whose, kind: MeasureKind, clue: Token, verb: Token | None, head: Token, actors: Actors
) -> ActorRef | None:
    if whose == "owner":
        possessor = clue.child("poss")
        if kind.id == "income" and possessor is not None and possessor.lower == "their":
            return None  # wages are the workers', whoever was named last
        return _known(actors.owner(clue)) if clue.is_noun else None
    if whose in ("to", "for"):
        return _after(whose, clue, head, actors)
    if verb is None:
        return None
    if whose == "object":
        return _first(actors, *[c for c in verb.childs("dative", "dobj", "pobj") if c is not head and c is not clue])
    told = (verb.lemma in kind.verbs and verb.lemma not in kind.pays) or kind.id == "compensation"
    if verb.lemma in kind.pays or (forms_of(verb) and not told):
        return None
    subject = _subject(verb)
    if subject is clue:
        return None  # `goods worth ... left the port`
    if kind.id == "output" and subject is not None and subject.lower == "it":
        return None  # the zone made them, which is nobody's alone
    if verb.lemma in _PUTS:
        return None  # who puts a loss at so much has not lost it
    if subject is not None and subject.tag == "PRP" and _known(actors.of(subject)) is None:
        return _known_ref(_claimed_by(verb, actors))
    return _first(actors, subject)


def _known_ref(ref: ActorRef | None) -> ActorRef | None:
    return None if ref is None or ref.id.startswith("NAMED:") else ref


def _subject(verb: Token) -> Token | None:
    return verb.child("nsubj") or speaker_of(verb) or verb.child("nsubjpass")


def _after(preposition: str, clue: Token, head: Token, actors: Actors) -> ActorRef | None:
    """`paid to the North`, `loans for the firms`: after the clue, the amount, or a participle that hangs on them."""
    places = [clue, head, *clue.childs("acl", "prep"), *head.childs("acl", "prep")]
    if clue.head is not None and clue.dep in ("pobj", "dobj", "conj", "compound", "nsubj", "nsubjpass"):
        places.append(clue.head)
        if clue.head.head is not None:
            places.append(clue.head.head)
    for place in list(places):
        places.extend(place.childs("pobj"))
    for place in places:
        for prep in place.childs("prep", "dative"):
            if prep.lower == preposition and (found := _first(actors, prep.child("pobj"))) is not None:
                return found
    return None


def _first(actors: Actors, *tokens: Token | None) -> ActorRef | None:
    for token in tokens:
        if token is not None and (found := _known(actors.of(token))) is not None:
            return found
    return None


def _claimed_by(head: Token, actors: Actors) -> ActorRef | None:
    """Who says so: the speaker of the nearest verb of speech above, or of `according to`."""
    for above in [head, *head.ancestors()]:
        if above.lemma in _PUTS and above is not head and above.is_verb:
            who = _subject(above)
            return _as_ref(who, *phrase(who), actors) if who is not None else None
        if above.dep == "relcl":
            return None  # who says a clause about a noun does not say what the page adds to the noun
        if "clause" in forms_of(above) and above is not head and _speaks(above):
            told = frame(above)
            if told.speaker is not None and told.start is not None and told.end is not None:
                return _as_ref(told.speaker, told.start, told.end, actors)
        for child in above.children:
            if child.lower == "according" and (to := child.child("prep")) is not None and (who := to.child("pobj")):
                who = _face(who)
                return _as_ref(who, *phrase(who), actors) if who is not None else None
    return None


def _face(who: Token) -> Token | None:
    """Who stands behind figures or estimates: `figures that the ministry released`, `the ministry's estimates`; None for nobody."""
    if who.lemma not in cues().faceless:
        return who
    by = next((p.child("pobj") for p in who.childs("prep") if p.lower in ("by", "from", "of")), None)
    told = who.child("relcl", "acl")
    return who.child("poss") or by or (told.child("nsubj") if told is not None and told.is_verb else None)


def _speaks(verb: Token) -> bool:
    """Whether a verb has a clause as its object, in front of it or after."""
    return verb.child("ccomp") is not None and verb.lemma not in ("show", "find", "know", "want")


def _as_ref(who: Token, start: int, end: int, actors: Actors) -> ActorRef | None:
    found = actors.of(who)
    if found:
        return found[0]
    if who.lower in _PERSONAL:
        return None
    first = who.sentence.start
    return ActorRef(start=start, end=end, id=f"NAMED:{who.sentence.text[start - first : end - first]}")


def _as_of(head: Token, dater: Dates) -> str | None:
    """The date that the clause gives; a date since when something goes on is not the figure's."""
    dated = dater.date(head, [head], "happened")
    return dated.date if dated.how in ("stated", "relative") and not dated.since else None
