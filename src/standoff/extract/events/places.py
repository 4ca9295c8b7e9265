"""Places that stand for whoever lives there: `a curfew in parts of Chad`, `farmers in northern Chad`."""

from standoff.actor_ids import is_country, is_private, party_of, same_side, sector_of
from standoff.extract.actors import Actors
from standoff.extract.events.clause import objects, prepositions
from standoff.extract.events.match import Match
from standoff.extract.events.refs import phrase
from standoff.extract.events.words import is_time
from standoff.lexicon.actions import Actions
from standoff.lexicon.actors import grounds
from standoff.model import ActorRef, PloverType
from standoff.parse import Token

INSIDE = frozenset(
    [
        "of",
        "against",
        "in",
        "on",
        "with",
        "by",
        "from",
        "to",
        "for",
        "between",
        "into",
        "at",
        "over",
        "toward",
        "towards",
        "near",
        "inside",
        "outside",
        "across",
        "among",
    ]
)
_DONE_THERE: frozenset[PloverType] = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
_WITHIN = ("across", "in", "inside", "into", "of")
_FELT: frozenset[PloverType] = frozenset({"AID", "ASSAULT", "COERCE"})


class Places:
    """Finds the countries that an act's places stand for, on one page."""

    def __init__(self, lexicon: Actions, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors

    def standing(self, token: Token, ids: set[str], depth: int = 0, *, by_name: bool = False) -> ActorRef | None:
        """The country of a place in the phrase: `a curfew in parts of Chad`; `by_name`: or a place that is attacked."""
        place = self.actors.place_of(token)
        if place is not None:
            code = place.country or (f"NAMED:{place.name}" if by_name and not self.actors.thing(token) else None)
            return None if code is None or code in ids else ActorRef(start=place.start, end=place.end, id=code)
        for part in token.childs("compound", "nmod"):  # the West Bank cities
            place = self.actors.place_of(part) if part.tag.startswith("NNP") else None
            if place is not None and place.country and place.country not in ids:
                return ActorRef(start=place.start, end=place.end, id=place.country)
        if token.tag.startswith("NNP") and depth:
            return self._named_country(token, ids) or (phrase(token, self.actors) if by_name else None)
        if depth < 3:
            for name, inner in prepositions(token):
                if (
                    name in INSIDE
                    and not is_time(inner)
                    and (found := self.standing(inner, ids, depth + 1, by_name=by_name))
                ):
                    return found
        return None

    def _named_country(self, token: Token, ids: set[str]) -> ActorRef | None:
        """The country that a name stands for elsewhere on the page or as a place here."""
        for place in self.actors.places:
            if place.start <= token.start < place.end and place.country and place.country not in ids:
                return ActorRef(start=token.start, end=token.end, id=place.country)
        return None

    def in_clause(self, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """The country of the first place behind an act that is done to whoever lives there; none of the actor's own."""
        verb = match.verb
        if verb is None or not ids or not self._is_done_there(match, ids):
            return ()
        for token in verb.subtree():
            if token.i <= verb.i or not token.tag.startswith("NNP") or not self._below(token, verb):
                continue
            place = self.actors.place_of(token)
            if place is not None and place.country and self._concerns(place.country, match, ids):
                return (ActorRef(start=place.start, end=place.end, id=place.country),)
        return ()

    def _is_done_there(self, match: Match, ids: set[str]) -> bool:
        """Whether an act is done to whoever lives where it is done; of talks, those that only visitors are said to hold."""
        if match.sense.type == "CONSULT":
            if not all(is_country(i) for i in ids):
                return False
            named = {party_of(r.id) for r in self.actors.in_sentence(match.word.sentence) if is_country(r.id)}
            return named == {party_of(i) for i in ids}
        return match.sense.type in _DONE_THERE and self.held_by_place(match)

    def _concerns(self, country: str, match: Match, ids: set[str]) -> bool:
        """Whether a country is not the actor's own, or one whose people protest."""
        if match.sense.type == "PROTEST" and all(is_private(i) or sector_of(i) == "EDU" for i in ids):
            return True
        return not any(same_side(i, country) for i in ids)

    def _below(self, token: Token, verb: Token) -> bool:
        """Whether a word stands in the verb's own clause."""
        for above in token.ancestors():
            if above is verb:
                return True
            if above.dep in ("relcl", "advcl", "ccomp", "conj", "parataxis"):
                return False
        return False

    def where_they_live(self, people: Token, match: Match, ids: set[str]) -> tuple[ActorRef, ...]:
        """The country of people, or of what is struck, of which nothing else is said: `farmers in northern Chad`, `a depot in Chad`."""
        struck = match.sense.type == "ASSAULT" and people.lemma in self.lexicon.words["struck"]
        if match.sense.type not in _FELT or not (struck or people.lemma in self.lexicon.classes["people"]):
            return ()
        verb = match.verb
        said = [p for clause in people.childs("acl", "relcl") for p in prepositions(clause)]  # stranded in Libyan camps
        around = [*prepositions(verb), *_gone_to(verb)] if verb is not None else []
        for name, token in [*prepositions(people), *said, *around]:
            ref = self._ground(token, ids) if name in _WITHIN else None
            if ref is not None and not ref.id.startswith("NAMED:") and not any(same_side(i, ref.id) for i in ids):
                return (ref,)
        return ()

    def _ground(self, token: Token, ids: set[str]) -> ActorRef | None:
        """The country of a place, or whose ground it is: `in northern Chad`, `in Chadian camps`."""
        if (ref := self.standing(token, ids)) is not None or token.lemma not in grounds():
            return ref
        return next((r for r in self.actors.owner(token) if is_country(r.id) and r.id not in ids), None)

    def held_by_place(self, match: Match) -> bool:
        """Whether an act is done to whoever lives somewhere: an attack, a curfew; not the closing of a thing there."""
        if match.sense.type in ("COERCE", "RETREAT", "PROTEST"):
            return not any(self.actors.thing(t) for t in match.acted_on)
        return match.sense.type != "SANCTION"


def _gone_to(verb: Token) -> list[tuple[str, Token]]:
    """Where somebody has gone or struck whose act goes on there: `crossed into Chad and killed two`, `hit a hall in Oran, killing two`."""
    joined = verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")
    above = verb.head if joined and verb.child("nsubj", "nsubjpass") is None else None
    if above is None or not above.is_verb:
        return []
    return [p for t in (above, *objects(above)) for p in prepositions(t)]
