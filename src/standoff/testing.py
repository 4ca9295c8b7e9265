"""Short factories for tests: pages, events and records without a parser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from standoff.extract.dated import UNDATED, Dated
from standoff.model import (
    Actor,
    ActorRef,
    Annotation,
    Aspect,
    DateHow,
    Event,
    Meta,
    Page,
    PageInput,
    Part,
    PartKind,
    PloverType,
    Span,
    State,
    StateMention,
    Status,
)
from standoff.parse import Token
from standoff.record import Record


class PageMaker:
    """Builds an annotation sentence by sentence: each event or state gets a sentence of its own to stand in."""

    def __init__(
        self,
        id: str = "p1",
        published: str | None = "2013-05-01",
        *,
        publisher: str | None = None,
        title: str | None = None,
        text: str = "",
        how: str | None = "given",
    ) -> None:
        self.id = id
        self.text = text
        self.meta = Meta(
            title=title,
            publisher=publisher or f"The {id} Post",
            published=published,
            published_how=how if published else None,  # type: ignore[arg-type]
        )
        self.parts: list[Part] = []
        if not text:
            self._sentence(f"Page {id}", "furniture")  # the same sentences on two pages are two documents
        self.events: list[Event] = []
        self.states: list[StateMention] = []
        self.actors: list[Actor] = []

    def _sentence(self, words: str, kind: str = "story") -> Span:
        start = len(self.text)
        self.text += words + "\n"
        self.parts.append(Part(start=start, end=start + len(words), kind=kind))  # type: ignore[arg-type]
        return Span(start=start, end=start + len(words))

    def event(
        self,
        type: PloverType,
        actor: str = "",
        recipient: str = "",
        *,
        date: str | None = None,
        how: DateHow = "stated",
        mode: str | None = None,
        object: str | None = None,
        topic: str | None = None,
        place: str | None = None,
        status: Status = "happened",
        negated: bool = False,
        content_of: int | None = None,
        confidence: float = 0.9,
        outcome: str | None = None,
        by: str | None = None,
        named: str = "",
        verb: str = "acted",
        rule: str = "test",
        words: str | None = None,
        part: str = "story",
    ) -> "PageMaker":
        """Adds a sentence with one event; several actors are written `PRK KOR`. The page comes back, so that calls chain.

        `named`: the words that stand for those who act, where the sentence does not begin with them.
        """
        said = {"object": object, "topic": topic, "place": place}
        told = words or " ".join(
            [
                actor or "Somebody",
                verb,
                recipient,
                *(text for text in said.values() if text),
                date or "",
                f"no. {len(self.events)}.",
            ]
        )
        sentence = self._sentence(told, part)
        at = sentence.start + max(0, told.find(verb))
        trigger = Span(start=at, end=min(at + len(verb), sentence.end))
        at_name = sentence.start + max(0, told.find(named))
        refs = [
            tuple(ActorRef(start=at_name, end=at_name + max(1, len(named)), id=i) for i in ids.split())
            for ids in (actor, recipient)
        ]
        self.events.append(
            Event(
                start=trigger.start,
                end=trigger.end,
                type=type,
                mode=mode,
                actors=refs[0],
                recipients=refs[1],
                date=date,
                date_how=how if date else "unknown",
                status=status,
                negated=negated,
                content_of=content_of,
                confidence=confidence,
                outcome=outcome,
                attributed_to=ActorRef(start=sentence.start, end=sentence.start + 1, id=by) if by else None,
                rule=rule,
                sentence=sentence,
                object=self._find(sentence, object),
                topic=self._find(sentence, topic),
                place=self._find(sentence, place),
            )
        )
        return self

    def _find(self, sentence: Span, words: str | None) -> Span | None:
        if words is None:
            return None
        at = self.text.find(words, sentence.start)
        return Span(start=at, end=at + len(words)) if at >= 0 else None

    def state(
        self,
        state: State,
        *,
        object: str = "the zone",
        since: str | None = None,
        date: str | None = None,
        aspect: Aspect | None = None,
        value: str | None = None,
        by: str | None = None,
        confidence: float = 0.8,
        how: DateHow | None = None,
    ) -> "PageMaker":
        """Adds a sentence that describes a state; its day is the page's where none is told."""
        told = f"{object} is {state}{' since ' + since if since else ''}, no. {len(self.states)}."
        sentence = self._sentence(told[0].upper() + told[1:])
        start = sentence.start + told.find(state, len(object))
        self.states.append(
            StateMention(
                start=start,
                end=start + len(state),
                state=state,
                object=Span(start=sentence.start, end=sentence.start + len(object)),
                aspect=aspect,
                since=since,
                date=date or self.meta.published,
                date_how=how or ("stated" if date else "published"),
                value=value,
                attributed_to=ActorRef(start=sentence.start, end=sentence.start + 1, id=by) if by else None,
                confidence=confidence,
                rule="test",
                sentence=sentence,
            )
        )
        return self

    def say(self, words: str, kind: str = "story") -> "PageMaker":
        """Adds a sentence without any event."""
        self._sentence(words, kind)
        return self

    def person(self, id: str) -> "PageMaker":
        """Adds a sentence that names a person of whom it does not say whose he is."""
        name = id.removeprefix("NAMED:")
        sentence = self._sentence(f"{name} smiled.")
        self.actors.append(Actor(start=sentence.start, end=sentence.start + len(name), id=id, name=name, person=True))
        return self

    def annotation(self) -> Annotation:
        """The page's annotation."""
        return Annotation(
            id=self.id,
            text=self.text,
            meta=self.meta,
            parts=tuple(self.parts),
            actors=tuple(self.actors),
            events=tuple(self.events),
            states=tuple(self.states),
        )

    def item(self) -> PageInput:
        """The page as input."""
        given = self.meta.published if self.meta.published_how == "given" else None
        return PageInput(id=self.id, text=self.text, published=given)


def page(id: str = "p1", published: str | None = "2013-05-01", **options: str | None) -> PageMaker:
    """A page to add events to: `page("p1", "2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-03")`."""
    return PageMaker(id, published, **options)  # type: ignore[arg-type]


def story(text: str, *, kind: PartKind = "story", published: str | None = None, url: str | None = None) -> Page:
    """A page of one part, as it is given to the parser."""
    meta = Meta(published=published, published_how="given" if published else None, url=url)
    return Page(id="p", text=text, meta=meta, parts=(Part(start=0, end=len(text), kind=kind),) if text else ())


def record_of(path: Path, pages: Iterable[PageMaker]) -> Record:
    """A record in a folder with these pages, not yet linked."""
    record = Record.open(path / "test.db", create=True)
    for each in pages:
        record.add(each.item(), each.annotation(), made="test")
    return record


def linked(path: Path, pages: Iterable[PageMaker]) -> Record:
    """A record in a folder with these pages, put together."""
    from standoff.link import link

    record = record_of(path, pages)
    link(record)
    return record


@dataclass(frozen=True, slots=True)
class SameDate:
    """Dates every clause alike, by default not at all: stands for the dater where dates are not the point."""

    dated: Dated = UNDATED

    def date(self, anchor: Token, trigger: Sequence[Token], status: Status) -> Dated:
        """The date that it was given."""
        return self.dated
