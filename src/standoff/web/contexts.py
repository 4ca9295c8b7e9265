"""What a request asks for, the views it is answered from, and the frame that stands around every page."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from standoff.edtf import bounds
from standoff.errors import UsageError
from standoff.lexicon.state_words import state_words
from standoff.model import Annotation, Party, State
from standoff.record import Record
from standoff.record.rows import Document
from standoff.record.shelf import count
from standoff.tell.brief import brief
from standoff.tell.climate import climate
from standoff.tell.naming import say_list
from standoff.tell.parties import last_page
from standoff.tell.patterns import patterns
from standoff.tell.promises import promises
from standoff.tell.reasons import reasons
from standoff.tell.rows import Source, StateView, ThingView, TimelineRow
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.thing import thing
from standoff.tell.timeline import timeline, tray
from standoff.tell.voices import voices
from standoff.tell.who import who
from standoff.web.desk import Desk

VIEWS: dict[str, Callable[..., Any]] = {
    "timeline": timeline,
    "state": state,
    "thing": thing,
    "who": who,
    "talks": talks,
    "promises": promises,
    "reasons": reasons,
    "patterns": patterns,
    "stakes": stakes,
    "climate": climate,
    "voices": voices,
}
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_SHORT = 16
"""Characters of a name that stands before a lane."""
_MOST = 300
"""Characters of a value that is asked for."""


@dataclass(frozen=True)
class Ask:
    """What an address asks for: its path without the form, and its parameters, each once."""

    path: str
    params: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """A parameter's value, cut where it is endless; None where it is not there or empty."""
        return self.params.get(name, "").strip()[:_MOST] or None

    def day(self, name: str) -> str | None:
        """A parameter that is a date.

        Raises:
            UsageError: it is no date.
        """
        value = self.get(name)
        if value is not None and bounds(value) is None:
            raise UsageError(f"{name}={value!r} is no date", hint="write it as 2013-07-15, 2013-07 or 2013")
        return value

    def one_of(self, name: str, known: Sequence[str]) -> str | None:
        """A parameter that takes only some values.

        Raises:
            UsageError: it is none of them.
        """
        value = self.get(name)
        if value is not None and value not in known:
            raise UsageError(f"{name}={value!r} is not known", hint=f"one of: {' '.join(known)}")
        return value


@dataclass(frozen=True)
class Folder:
    """The pages are written into a folder that is handed on: readers' comments stay out."""

    whole: bool = False
    """The pages that were read go with it whole, not only the sentences that gave an entry."""


class Told:
    """The views of a record as known on a day and told by one side, each worked out once for a state of the record."""

    def __init__(self, desk: Desk, record: Record, ask: Ask, *, folder: Folder | None = None) -> None:
        self.desk = desk
        self.record = record
        self.ask = ask
        self.folder = folder
        self.at = ask.day("at")
        self.says = ask.get("says")

    def view(self, name: str) -> Any:
        """A view by its name."""
        return self.desk.kept(
            ("view", name, self.at, self.says), lambda: VIEWS[name](self.record, at=self.at, says=self.says)
        )

    @property
    def timeline(self) -> list[TimelineRow]:
        """What happened and is planned."""
        found: list[TimelineRow] = self.view("timeline")
        return found

    @property
    def state(self) -> StateView:
        """Spells, aspects, outlook."""
        found: StateView = self.view("state")
        return found

    @property
    def thing(self) -> ThingView:
        """The thing as known on the day."""
        found: ThingView = self.view("thing")
        return found

    @property
    def doubtful(self) -> list[TimelineRow]:
        """The tray."""
        return self.desk.kept(
            ("doubtful", self.at, self.says),
            lambda: timeline(self.record, at=self.at, says=self.says, doubtful=True),
        )

    @property
    def how_many_doubtful(self) -> int:
        """How many entries the tray holds."""
        known = count(self.record, tray.__name__) if self.at is None and self.says is None else None
        return len(self.doubtful) if known is None else known

    @property
    def brief(self) -> Sequence[Any]:
        """The brief."""
        return self.desk.kept(("brief", self.at, self.says), lambda: brief(self.record, at=self.at, says=self.says))

    @property
    def documents(self) -> list[Document]:
        """The pages known on the day."""
        return self.desk.kept(("documents", self.at), lambda: self.record.documents(self.at))

    @property
    def frame(self) -> "Frame":
        """The frame of the page."""
        kept = self.desk.kept(("frame", self.at), lambda: make_frame(self.record, self.ask.path, self.at))
        return Frame(
            **{
                **vars(kept),
                "path": self.ask.path,
                "says": self.says,
                "reading": self.desk.reading,
                "static": self.folder is not None,
            }
        )

    @property
    def paragraphs(self) -> "Paragraphs":
        """Where the paragraphs of each page's story begin, by its key."""
        return self.desk.kept("paragraphs", lambda: Paragraphs(self.record, [d.key for d in self.record.documents()]))


class Paragraphs(Mapping[str, Sequence[int]]):
    """Where the paragraphs of pages begin, by their keys; a page is read when it is asked for."""

    def __init__(self, record: Record, keys: Sequence[str]) -> None:
        self._record = record
        self._keys = dict.fromkeys(keys)
        self._starts: dict[str, list[int]] = {}

    def __getitem__(self, key: str) -> Sequence[int]:
        """The first characters of a page's paragraphs.

        Raises:
            KeyError: there is no such page.
        """
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._starts:
            self._starts[key] = paragraph_starts(self._record.annotation(key))
        return self._starts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(frozen=True)
class Frame:
    """What stands around every page."""

    subject: str
    found: bool
    """The subject was found by standoff, not declared."""
    parties: str
    pages: int
    sources: int
    """Independent sources among the pages."""
    last: str | None
    """Day of the last page."""
    last_how: str
    at: str | None
    path: str
    keys: dict[str, str]
    """Key of each document by its id: where links to its annotated page go."""
    counted: dict[str, str]
    """The independent source that each document counts as, by its key."""
    names: dict[str, str]
    """Name of each party by its id."""
    called: dict[str, str]
    """A shorter name by the long one of a party."""
    states: dict[State, str]
    """The word for each state of such a thing."""
    says: str | None = None
    reading: bool = False
    static: bool = False
    """It is a page of a folder: nothing answers questions."""

    @property
    def asked(self) -> dict[str, str]:
        """The day and the side that every link keeps."""
        return {name: value for name, value in (("at", self.at), ("says", self.says)) if value}


def make_frame(record: Record, path: str, at: str | None) -> Frame:
    """The frame of a page."""
    subject, documents = record.subject(), record.documents(at)
    parties = say_list([party.name for party in subject.parties]) if subject else ""
    last = last_page(documents)
    hows = {d.published_how or "" for d in documents if d.published == last}
    return Frame(
        subject=subject.name if subject else "Nothing found yet",
        found=record.subject_found,
        parties=parties,
        pages=len(documents),
        sources=len({d.source for d in documents}),
        last=last,
        last_how="inferred" if hows == {"inferred"} else "",
        at=at,
        path=path,
        keys={d.id: d.key for d in documents},
        counted={d.key: d.source for d in documents},
        names={party.id: party.name for party in subject.parties} if subject else {},
        called={party.name: short for party in subject.parties if (short := short_name(party))} if subject else {},
        states=state_words(subject.name if subject else None).short,
    )


def short_name(party: Party) -> str:
    """The first alias that is a short name of its own, where the party's name is long; else nothing.

    >>> short_name(Party(id="NAMED:FIA", name="Federated Ironworkers' Association", aliases=("the union", "FIA")))
    'FIA'
    """
    fits = (alias for alias in party.aliases if len(alias) <= _SHORT and alias[:1].isupper())
    return next(fits, "") if len(party.name) > _SHORT else ""


def independent(sources: Sequence[Source], counted: Mapping[str, str]) -> int:
    """How many independent sources say it: copies of one story, or pages of one publisher, count once."""
    return len({counted.get(source.page, source.page) for source in sources})


def paragraph_starts(page: Annotation) -> list[int]:
    """Where the paragraphs of a page's story begin: as its HTML has them, else after blank lines."""
    stories = [part for part in page.parts if part.kind == "story"]
    blocks = sorted(block.start for block in page.blocks)
    starts: set[int] = set()
    for part in stories:
        starts.add(part.start)
        inside = [start for start in blocks if part.start < start < part.end]
        starts.update(inside or (found.end() for found in _BLANK.finditer(page.text, part.start, part.end)))
    return sorted(starts)
