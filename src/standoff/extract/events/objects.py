"""What is acted on, and where: the thing that can be open or shut, the place of an act."""

from standoff.extract.actors import Actors
from standoff.extract.events.clause import heads, prepositions
from standoff.extract.events.match import Match
from standoff.model import Span


def thing_of(match: Match, actors: Actors) -> Span | None:
    """What is acted on, where it is a thing that can be open or shut; `it` is the last one named in the sentence."""
    for token in match.acted_on:
        for head in heads(token):
            if found := actors.thing(head):
                return found
        if token.lower == "it":
            before = reversed(token.sentence.tokens[: token.i])
            return next((s for t in before if t.is_noun and (s := actors.thing(t)) is not None), None)
    return None


def place_of(match: Match, actors: Actors) -> Span | None:
    """The place that an act is told to be in, at or near."""
    words = [match.word, *([match.verb] if match.verb is not None and match.verb is not match.word else [])]
    for word in words:
        for name, token in prepositions(word):
            if name in ("in", "at", "near", "outside") and (place := actors.place_of(token)) is not None:
                return Span(start=place.start, end=place.end)
    return None
