"""The rows of the views, as the annotation contract names them; `msgspec.json.encode` writes them as they stand.

Every row has an `id` that `explain` takes, and `sources` that lead to sentences. Dates are EDTF to the precision told,
parties actor ids; a value that no page tells is None, a list empty.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is

from standoff.model import Aspect, DateHow, PloverType, ReasonKind, State, Status

OutcomeKind = Literal["agreed", "adjourned", "failed", "called_off", "held", "planned"]
Level = Literal["summit", "ministerial", "working", "other"]
PatternKind = Literal["answer", "series", "alternation"]
PatternHow = Literal["stated", "ledger", "counted"]
Move = Literal[
    "threat", "talks", "concession", "aid", "coercion", "force", "demand", "refusal", "accusation", "agreement",
    "cooperation", "protest",
]  # fmt: skip
StakeKind = Literal["loss", "income", "workforce", "firms", "compensation", "debt", "output", "other"]
PromiseKind = Literal["demand", "offer", "promise", "threat", "ultimatum", "deadline"]
Answer = Literal["open", "kept", "broken", "refused", "answered", "overdue"]


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of a page that says it."""

    document: Annotated[str, Is(description="the page's id")]
    url: str | None = None
    start: int
    end: int
    quote: Annotated[str, Is(description="the sentence; its words in the page's text at start..end")]
    published: str | None = None
    publisher: str | None = None
    part: Annotated[str, Is(description="story, title or caption")] = "story"
    key: Annotated[str, Is(description="of the page, a hash of its bytes: two pages may have one id")] = ""

    @property
    def page(self) -> str:
        """What tells its page from others: the key, else the id."""
        return self.key or self.document


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A field in which sources differ, one value and who says it."""

    field: str
    value: str
    sources: tuple[Source, ...]


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event of the record; reports of the same event are one row."""

    id: str
    date: str | None
    date_how: DateHow
    type: PloverType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    object: str | None
    status: Status
    summary: Annotated[str, Is(description="one sentence made from the fields")]
    weight: float
    confidence: float
    sources: tuple[Source, ...]
    differs: tuple[Claim, ...] = ()
    attributed_to: str | None = None
    goldstein: Annotated[float, Is(description="PLOVER conflict-cooperation score of type and mode, -10 to 10")] = 0.0
    cameo: Annotated[
        str, Is(description="CAMEO code of type, mode and status, as far as the mode decides; else the root")
    ] = ""
    cameo_goldstein: Annotated[float, Is(description="Goldstein score of the CAMEO code, -10 to 10")] = 0.0
    quad: Annotated[int, Is(description="QuadClass of the CAMEO code, 1 to 4")] = 0


class DayRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day that matters, with sentences of the pages that tell of it."""

    date: str
    weight: float
    pages: Annotated[int, Is(description="pages that name the day and copy no other")]
    events: Annotated[tuple[str, ...], Is(description="ids of the timeline's entries of that day, the most told first")]
    sources: Annotated[tuple[Source, ...], Is(description="the sentences that say most of what is told of it")]


class StateSpell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A spell of one state; `from` and `to` in EDTF, to null where it lasts."""

    id: str
    from_: str | None = msgspec.field(name="from")
    to: str | None
    state: State
    sub: str | None = None
    claimed_by: str | None = None
    sources: tuple[Source, ...]


class AspectRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of one aspect of the thing: people in, people out, goods, work, payments, line of contact."""

    aspect: Aspect
    value: str
    from_: str | None = msgspec.field(name="from")
    to: str | None = None
    claimed_by: str | None = None
    sources: tuple[Source, ...]


class Outlook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state that somebody announced and that is not there yet."""

    state: State
    announced: str | None
    by: tuple[str, ...]
    for_: str | None = msgspec.field(name="for")
    sources: tuple[Source, ...]


class StateView(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `standoff state --json` writes: one object."""

    subject: str | None
    history: tuple[StateSpell, ...]
    aspects: tuple[AspectRow, ...]
    outlook: tuple[Outlook, ...]


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The head of a delegation."""

    party: str | None
    name: str


class TalksRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A round of talks."""

    id: str
    date: str | None
    end: str | None
    venue: str | None
    level: Level
    heads: tuple[Head, ...]
    agenda: str | None
    outcome: str | None
    outcome_kind: OutcomeKind
    outcome_date: str | None = None
    """When that came about, where the round was over by then."""
    next: str | None
    status: Status
    parties: tuple[str, ...] = ()
    sources: tuple[Source, ...]


class StakeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure: of a party, a thing measured and an as-of date."""

    id: str
    party: str | None
    what: str | None
    kind: StakeKind
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    as_of: str | None
    approx: bool = False
    hedge: str | None = None
    """How the pages bound it: `more than`, `at least`, `up to`, `less than`, `nearly`."""
    claimed_by: str | None
    computed: bool | str = False
    equals: str | None = None
    sources: tuple[Source, ...]
    differs: tuple[Claim, ...] = ()

    @property
    def rough(self) -> str:
        """What stands before the amount, with a space behind; nothing where it is exact."""
        hedge = self.hedge or ("about" if self.approx else "")
        return f"{hedge} " if hedge else ""


class PromiseRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A demand, offer, promise, threat, ultimatum or deadline, and what became of it."""

    id: str
    kind: PromiseKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str | None
    made: str | None
    due: str | None
    outcome: Answer
    outcome_date: str | None
    answered_by: str | None
    sources: tuple[Source, ...]


class ReasonRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why, as claimed: a reason for an act, an aim, an interest, or a condition that stands for long."""

    id: str
    kind: ReasonKind
    parties: Annotated[tuple[str, ...], Is(description="whose it is; those between whom a condition stands")]
    against: Annotated[str | None, Is(description="who is accused or blamed")]
    of: Annotated[str | None, Is(description="id of the event that it explains, where known")]
    act: Annotated[str | None, Is(description="the page's words for what it explains")]
    words: Annotated[str, Is(description="the reason, in the page's words")]
    claimed_by: Annotated[str | None, Is(description="who says that it is so; null: a page itself")]
    date: Annotated[str | None, Is(description="of what it explains, or since when it stands; else the first page's")]
    sources: tuple[Source, ...]


class ClimateRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A week of a directed pair."""

    week: str
    actor: str
    recipient: str
    score: float
    events: tuple[str, ...]
    low: float
    high: float


class TurnRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A week from which the climate between two parties goes another way, named by an event."""

    id: Annotated[str, Is(description="of the event that names it")]
    week: str
    parties: tuple[str, str]
    way: Literal["warmer", "colder"]
    before: Annotated[float, Is(description="the mean score of both directions where the turn begins")]
    after: Annotated[float, Is(description="the same where it ends")]
    text: str
    sources: tuple[Source, ...]


class PatternRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Moves that answered one another, moves of one kind by a party, or two kinds of moves in turn."""

    id: str
    kind: PatternKind
    actor: Annotated[
        str | None, Is(description="the party whose moves they are; of an answer, whose move was answered")
    ]
    answered_by: Annotated[str | None, Is(description="of an answer: the party that answered")]
    before: Annotated[
        Move, Is(description="the kind of move; of an answer or an alternation, the one that comes first")
    ]
    after: Move | None
    how: Annotated[PatternHow, Is(description="a page says so, the ledger shows it, or moves are counted")]
    count: Annotated[int, Is(description="answers, moves, or changes from one kind to the other")]
    steps: Annotated[
        int | None, Is(description="of an alternation: moves less one, each of which could be a change")
    ] = None
    expected: Annotated[float | None, Is(description="of an alternation: changes that chance gives the same moves")] = (
        None
    )
    days: Annotated[float | None, Is(description="median of the lags; null where no two dates are told finely")]
    lags: Annotated[
        tuple[int, ...], Is(description="days between; of an alternation from the first kind to the second")
    ]
    events: Annotated[tuple[str, ...], Is(description="ids in order; of answers in pairs: answered, answer")]
    sources: tuple[Source, ...]


class WhoRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often an actor did a type of thing to a recipient."""

    actor: str
    recipient: str | None
    type: PloverType
    count: int
    first: str | None
    last: str | None
    events: tuple[str, ...]


class VoiceRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody said; readers' comments are a kind of their own and never sources."""

    id: str
    kind: Literal["quotation", "comment"]
    speaker: str | None
    party: str | None
    said: str
    direct: bool
    date: str | None
    sources: tuple[Source, ...]


class BriefLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of the brief, built from rows; nothing that is not in the rows."""

    topic: Literal["subject", "state", "outlook", "happened", "next", "talks", "stakes", "open", "check"]
    text: str
    rows: Annotated[tuple[str, ...], Is(description="ids of the rows it is built from")]
    sources: tuple[Source, ...]


class ThingView(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The disputed thing as known on a day."""

    subject: str | None
    found: Annotated[bool, Is(description="found by standoff, not declared")]
    parties: tuple[str, ...]
    at: str | None
    state: StateSpell | None
    aspects: tuple[AspectRow, ...]
    outlook: tuple[Outlook, ...]
    stakes: tuple[StakeRow, ...]
    open_demands: tuple[PromiseRow, ...]
    next_talks: tuple[TalksRow, ...]
