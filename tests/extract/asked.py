"""What tests of extraction ask of a text of their own: the acts, descriptions and dates of a story."""

from collections.abc import Iterable

from standoff.annotate import annotate_page
from standoff.extract.actors import find_actors
from standoff.extract.dated import Dated
from standoff.extract.dating import Dater
from standoff.extract.draft import Draft
from standoff.extract.events import find_events, finish_events
from standoff.extract.states import find_states
from standoff.extract.times import find_times
from standoff.model import ActorRef, Annotation, Event, PageInput, StateMention, Status, Subject
from standoff.parse import parse
from standoff.testing import story

PUBLISHED = "2013-08-07"  # a Wednesday


def annotated(text: str, published: str = "2024-05-15", *, subject: Subject | None = None) -> Annotation:
    """All that a story tells; it is published on a Wednesday."""
    return annotate_page(PageInput(id="x", text=text, plain=True, published=published), subject=subject)


def told_of(text: str) -> list[tuple[str, str, str]]:
    """Types of the acts of a story, contents aside, with the words for both sides."""
    found = [e for e in annotated(text).events if e.content_of is None]
    return [(e.type, "/".join(words(text, e.actors)), "/".join(words(text, e.recipients))) for e in found]


def drafts(text: str, *, subject: Subject | None = None) -> list[Draft]:
    """The acts of a story before they are dated."""
    parsed = parse(story(text))
    return find_events(parsed, find_actors(parsed, subject=subject))


def done(text: str) -> list[tuple[str, str, str]]:
    """Types with the ids of both sides, of what a story tells as done."""
    found = [d for d in drafts(text) if d.content_of is None and d.status != "planned"]
    return [(d.type, " ".join(ids(d.actors)), " ".join(ids(d.recipients))) for d in found]


def events(text: str, published: str = "2021-05-20", *, subject: Subject | None = None) -> tuple[Event, ...]:
    """The acts of a story, dated; it is published on a Thursday."""
    parsed = parse(story(text, published=published))
    times, meta, _ = find_times(parsed)
    return finish_events(find_events(parsed, find_actors(parsed, subject=subject)), Dater(parsed, times, meta))


def descriptions(text: str) -> tuple[StateMention, ...]:
    """What a story published on a Thursday tells of how things stand."""
    parsed = parse(story(text, published="2021-05-20"))
    times, meta, _ = find_times(parsed)
    return find_states(parsed, find_actors(parsed), Dater(parsed, times, meta))


def date(marked: str, published: str | None = PUBLISHED, status: Status = "happened") -> Dated:
    """The date of the word in brackets."""
    at = marked.index("[")
    parsed = parse(story(marked.replace("[", "").replace("]", ""), published=published))
    times, meta, _ = find_times(parsed)
    sentence = parsed.sentence_at(at)
    token = sentence.at(at) if sentence is not None else None
    assert token is not None
    return Dater(parsed, times, meta).date(token, [token], status)


def words(text: str, refs: Iterable[ActorRef]) -> list[str]:
    """The words that stand for actors."""
    return [text[r.start : r.end] for r in refs]


def ids(refs: Iterable[ActorRef]) -> list[str]:
    """The ids of actors."""
    return [r.id for r in refs]
