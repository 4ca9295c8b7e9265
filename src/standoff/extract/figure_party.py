"""Whose a figure is: who lost, paid, got, made or has what it counts."""

from collections import defaultdict
from collections.abc import Iterator

from standoff.actor_ids import party_of as side_of
from standoff.extract.actors import Actors
from standoff.extract.figure_speaker import claimed_by, subject_of
from standoff.extract.owing import debtor
from standoff.extract.speakers import forms_of, speaker_of
from standoff.lexicon.measures import MeasureKind, Whose, measure_kinds
from standoff.lexicon.sums import sum_words
from standoff.model import ActorRef
from standoff.parse import Parsed, Sentence, Token
from standoff.quantities.counted import singular

_FIRMS = "NAMED:firms"
"""Whose a figure is where the page says no more than that firms lost or got it."""
_PHRASE = 5  # words of a noun phrase
_OWED = 4  # sentences between a claim and what is paid on it


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
                    ref = known(self._actors.owner(token))
                    if ref is not None and side_of(ref.id) != side_of(payer.id):
                        return ref
        return None

    def _agreed(self, tokens: list[Token]) -> ActorRef | None:
        told: dict[str, ActorRef] = {}
        for token in tokens:
            ref = known(self._actors.owner(token)) or known(self._actors.of(token))
            if ref is not None:
                told.setdefault(side_of(ref.id), ref)
        return next(iter(told.values())) if len(told) == 1 else None


def party_of(
    kind: MeasureKind, clue: Token | None, head: Token, tokens: list[Token], elsewhere: "Elsewhere", actors: Actors
) -> ActorRef | None:
    """Whose figure it is."""
    if kind.counted:
        noun = clue if clue is not None and clue.is_noun else head
        if noun.dep == "dobj" and noun.head is not None and noun.head.lemma in kind.verbs:
            employer = _first(actors, subject_of(noun.head))  # `Uganda employs 3,000 miners and Kenya 1,200`
            if employer is not None:
                return employer
        taker = _taker(kind, noun, actors)
        possessor = noun.child("poss")
        if taker is not None and possessor is not None and possessor.tag == "PRP$":
            return taker
        for found in (actors.owner(noun), actors.of(noun), actors.of(tokens[-1]), (taker,) if taker else ()):
            if (ref := known(found)) is not None:
                return ref
        return elsewhere.party(noun) or _haver(noun, actors) or _placed(noun, actors)
    if clue is None:
        return None
    if kind.id == "debt":
        told, ref = debtor(clue, subject_of, lambda t: known(actors.of(t)))
        if told and known(actors.owner(clue) if clue.is_noun else ()) is None:
            return ref
    verb = _verb_over(clue)
    for whose in kind.whose:
        found_one = _whose(whose, kind, clue, verb, head, actors)
        if found_one is not None:
            return found_one
    if kind.id == "income" and verb is not None and verb.lemma in kind.pays:
        return elsewhere.owed(kind, _first(actors, subject_of(verb)), head.sentence)
    if kind.id not in ("loss", "compensation"):
        return None
    subject = subject_of(verb) if verb is not None and clue is verb else None
    there = _placed(subject, actors) if subject is not None else _placed(clue, actors) or _placed(head, actors)
    if there is not None:
        return there
    return next((ref for t in _bearers(clue, verb, head) if (ref := _firms(t, actors)) is not None), None)


def _haver(noun: Token, actors: Actors) -> ActorRef | None:
    """Who has or represents the people counted: `the guild, which has 900 members`."""
    verb = noun.head
    if verb is None or noun.dep != "dobj" or verb.lemma not in ("have", "represent", "count"):
        return None
    return _first(actors, speaker_of(verb))


def _placed(noun: Token, actors: Actors) -> ActorRef | None:
    """The party of the place where people or things are: `workers in Uganda`, `traders on the Kenyan side`."""
    for prep in noun.childs("prep"):
        inner = prep.child("pobj") if prep.lower in ("in", "on", "from", "at") else None
        if inner is not None and (ref := known(actors.of(inner)) or known(actors.owner(inner))) is not None:
            return ref
    return None


def _bearers(clue: Token, verb: Token | None, head: Token) -> Iterator[Token]:
    """The nouns that may say who lost or got the money, without being a party's name."""
    for prep in clue.childs("prep"):
        if prep.lower in ("of", "for", "to"):
            yield from prep.childs("pobj")
    yield from clue.childs("poss")
    if verb is not None:
        yield from (t for t in verb.childs("dative", "dobj") if t is not head and t is not clue)
        subject = subject_of(verb)
        if (
            subject is not None
            and subject is not clue
            and verb.lemma not in sum_words("putting")
            and not (clue is not verb and forms_of(verb))
        ):
            yield subject


def _firms(token: Token, actors: Actors) -> ActorRef | None:
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
    return noun in sum_words("owners") or noun in sum_words("bodies_of_firms") or noun in _firm_nouns()


def _speaker_above(token: Token) -> Token | None:
    """Who says or puts the clause that a token stands in."""
    for above in token.ancestors():
        if (above.is_verb and above.child("ccomp") is not None and forms_of(above)) or above.lemma in sum_words(
            "putting"
        ):
            return subject_of(above)
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


def _whose(
    whose: Whose, kind: MeasureKind, clue: Token, verb: Token | None, head: Token, actors: Actors
) -> ActorRef | None:
    if whose == "owner":
        possessor = clue.child("poss")
        if kind.id == "income" and possessor is not None and possessor.lower == "their":
            return None  # wages are the workers', whoever was named last
        return known(actors.owner(clue)) if clue.is_noun else None
    if whose in ("to", "for"):
        return _after(whose, clue, head, actors)
    if verb is None:
        return None
    if whose == "object":
        borne = [c for c in verb.childs("dative", "dobj", "pobj") if c is not head and c is not clue]
        return _first(actors, *borne) or next((ref for c in borne if (ref := known(actors.owner(c)))), None)
    told = (verb.lemma in kind.verbs and verb.lemma not in kind.pays) or kind.id == "compensation"
    posted = clue.dep == "dobj" and clue.head is verb and verb.lemma in sum_words("posting")
    if verb.lemma in kind.pays or (forms_of(verb) and not told and not posted):
        return None
    subject = subject_of(verb)
    if subject is clue:
        return None  # `goods worth ... left the port`
    if kind.id == "output" and subject is not None and subject.lower == "it":
        return None  # the zone made them, which is nobody's alone
    if verb.lemma in sum_words("putting"):
        return None  # who puts a loss at so much has not lost it
    if subject is not None and subject.tag == "PRP" and known(actors.of(subject)) is None:
        return _known_ref(claimed_by(verb, actors))
    return _first(actors, subject) or (known(actors.owner(subject)) if subject is not None else None)


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


def _verb_over(token: Token) -> Token | None:
    """The verb that a clue is, or that it or what it stands in depends on."""
    if token.is_verb:
        return token
    return next((t for t in token.ancestors() if t.is_verb), None)


def _first(actors: Actors, *tokens: Token | None) -> ActorRef | None:
    for token in tokens:
        if token is not None and (found := known(actors.of(token))) is not None:
            return found
    return None


def named_before(noun: Token, actors: Actors) -> ActorRef | None:
    """The party whose name stands in a noun phrase before its head: `Ugandan power plants`."""
    tokens = noun.sentence.tokens
    for at in range(noun.i - 1, max(-1, noun.i - _PHRASE), -1):
        if not (tokens[at].is_noun or tokens[at].tag in ("JJ", "POS")):
            return None
        name = next((n for n in actors.names_in(noun.sentence) if tokens[at] in n.tokens), None)
        if name is not None and name.kind in ("adjective", "country", "party"):
            return ActorRef(start=name.start, end=name.end, id=name.id)
    return None


def known(found: tuple[ActorRef, ...]) -> ActorRef | None:
    """The first that is more than the bare words of the page (`NAMED:firms`)."""
    return next((ref for ref in found if not ref.id.startswith("NAMED:") or not ref.id[6:].islower()), None)


def _known_ref(ref: ActorRef | None) -> ActorRef | None:
    return None if ref is None or ref.id.startswith("NAMED:") else ref
