"""The records: what one page gives, as frozen structs that read and write the annotation contract.

All offsets count Unicode code points of the page's `text`, end exclusive. Dates are EDTF, values of times TIMEX3.
`msgspec` checks types where a record is decoded, not where it is made: ranges are checked by those who make spans.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta as Is

PartKind = Literal["title", "byline", "dateline", "story", "caption", "credit", "comment", "furniture"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "promised", "threatened", "demanded", "hypothetical", "denied"]
DateHow = Literal["stated", "relative", "published", "unknown"]
PublishedHow = Literal["given", "stated", "inferred"]
Role = Literal["standfirst", "entry", "correction", "update", "paywall"]
Relation = Literal["on", "since", "until", "before", "after", "by"]
State = Literal["open", "restricted", "shut", "reopening", "unknown"]
ReasonKind = Literal["reason", "interest", "aim", "condition"]
Aspect = Literal["people_in", "people_out", "goods", "work", "payments", "line_of_contact"]

TOLD_IN: frozenset[PartKind] = frozenset({"title", "story", "caption"})
"""Parts in which a page tells something itself: the ones that are parsed."""

Offset = Annotated[int, Is(description="a place in the page's text, in code points", ge=0)]
Edtf = Annotated[str, Is(description="a date in EDTF, to the precision told")]


class Span(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of the page's text."""

    start: Offset
    end: Offset


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What went wrong or is doubtful on a page."""

    code: Annotated[str, Is(description="a short stable name, such as `no-date`")]
    message: Annotated[str, Is(description="what, where, and what to do")]


class Part(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the page; parts are in order and do not overlap."""

    kind: PartKind
    author: Annotated[str | None, Is(description="of a comment or of a live blog's entry: who wrote it")] = None
    time: Annotated[
        str | None,
        Is(
            description="of a comment, of a live blog's entry or of one of several stories: ISO 8601, with offset where known"
        ),
    ] = None
    role: Annotated[
        Role | None,
        Is(
            description="within its kind: a story's `standfirst`; an `entry` of a live blog or one of several stories;"
            " of furniture a `correction`, an `update` note or a `paywall`"
        ),
    ] = None


class Block(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paragraph of the text and the element of the HTML that it was read from."""

    path: Annotated[str, Is(description="XPath of the element in the parsed page")]


class Meta(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the page says of itself."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Annotated[str | None, Is(description="EDTF: the day the page prints, or an interval where inferred")] = (
        None
    )
    published_how: PublishedHow | None = None
    published_time: Annotated[str | None, Is(description="ISO 8601 with offset, where the page prints a time")] = None
    modified: Annotated[str | None, Is(description="ISO 8601: when the page says it was last changed")] = None
    section: Annotated[str | None, Is(description="the paper's section: `World`, `Business`")] = None
    tags: Annotated[tuple[str, ...], Is(description="the page's own keywords")] = ()
    language: str | None = None
    url: str | None = None
    canonical: Annotated[str | None, Is(description="the address that the page calls its own")] = None


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page as read: one text, its parts, what it says of itself."""

    id: str
    text: str
    meta: Meta
    parts: tuple[Part, ...] = ()
    blocks: Annotated[tuple[Block, ...], Is(description="of a page read from HTML: where each paragraph stood")] = ()
    issues: tuple[Issue, ...] = ()


class Actor(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mention of somebody who can act."""

    id: Annotated[str, Is(description="ISO 3166-1 alpha-3 with PLOVER sector, `IGO-...`, or `NAMED:...`")]
    name: Annotated[str, Is(description="the name: the page's words, or the full name they stand for")]
    sector: Annotated[str | None, Is(description="PLOVER sector: GOV, MIL, BUS, LAB, CVL, MED, ...")] = None
    role: Annotated[str | None, Is(description="a person's office in the page's words, such as `chief delegate`")] = (
        None
    )
    person: Annotated[bool, Is(description="a named person")] = False


class Place(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A venue, town, crossing or region."""

    name: str
    country: str | None = None


class Time(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A temporal expression, as TIMEX3."""

    type: TimeType
    value: Annotated[str, Is(description="TIMEX3 value: `2013-04`, `P1M`, `2013-SU`, `PRESENT_REF`")]
    mod: Annotated[str | None, Is(description="TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ...")] = None
    edtf: Annotated[
        str | None, Is(description="its place in the calendar as EDTF, null where it has none or it is open")
    ] = None
    how: Annotated[Literal["stated", "relative"], Is(description="printed, or worked out from another date")] = "stated"
    relation: Annotated[Relation, Is(description="by the preposition before it: `since April` is since")] = "on"
    offset: Annotated[
        str | None, Is(description="ISO duration that hangs on another event: `a month after their ...`")
    ] = None
    direction: Annotated[Literal["before", "after"] | None, Is(description="of that offset")] = None
    begin_point: Annotated[
        str | None, Is(description="TIMEX3 value of the first end of the stretch it belongs to: `April 3-9`")
    ] = None
    end_point: Annotated[str | None, Is(description="TIMEX3 value of the last end of that stretch")] = None
    zone: Annotated[str | None, Is(description="the zone that a time of day prints: `GMT`, `EDT`, `LOCAL`")] = None


class ActorRef(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of the page that stand for an actor."""

    id: str


class Quantity(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount: money, people or things counted, a share, a duration."""

    value: Annotated[float | None, Is(description="in the plain unit; null for a range")]
    low: float | None = None
    high: float | None = None
    unit: Annotated[
        str | None, Is(description="ISO 4217, `person`, `percent`, UCUM or a plain word; null: a pure number")
    ] = None
    per: Annotated[str | None, Is(description="`year`, `month`, ... of a rate")] = None
    of: Annotated[str | None, Is(description="the page's words for what is counted, ending in their head")] = None
    approx: bool = False
    equals: Annotated[int | None, Is(description="index of the quantity that the page calls the same amount")] = None
    kind: Annotated[
        str | None,
        Is(description="what it means to a party: loss, income, workforce, firms, compensation, debt, output"),
    ] = None
    party: Annotated[ActorRef | None, Is(description="whom it costs or brings something, whose people they are")] = None
    claimed_by: Annotated[ActorRef | None, Is(description="who says so")] = None
    as_of: Annotated[Edtf | None, Is(description="the date the page gives for the figure")] = None


class DateRelation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A date that hangs on another event."""

    anchor: Annotated[Span | int, Is(description="the words of the other event, or its index")]
    offset: Annotated[str, Is(description="ISO 8601 duration")]
    direction: Literal["before", "after"]


class Event(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody did something to somebody, or is to do it. `start`, `end` are the trigger's words."""

    type: PloverType
    mode: str | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    date: Edtf | None = None
    date_how: DateHow = "unknown"
    date_rel: DateRelation | None = None
    status: Status = "happened"
    negated: bool = False
    attributed_to: ActorRef | None = None
    object: Annotated[Span | None, Is(description="the thing acted on: the zone, the border")] = None
    content_of: Annotated[int | None, Is(description="index of the speech act whose content this is")] = None
    confidence: Annotated[float, Is(description="0 to 1; below .5 it goes to the tray", ge=0, le=1)] = 0.5
    rule: Annotated[str, Is(description="the lexicon entry or rule that made it")] = ""
    sentence: Annotated[Span | None, Is(description="the sentence that says it")] = None
    place: Annotated[Span | None, Is(description="where: a venue or town")] = None
    topic: Annotated[Span | None, Is(description="what is spoken of, asked for or promised, in the page's words")] = (
        None
    )
    outcome: Annotated[str | None, Is(description="of talks: agreed, adjourned, failed, called_off")] = None


class StateMention(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that describe the state a thing is in: `has been closed since April`, `still idle`."""

    state: State
    object: Annotated[Span | None, Is(description="the thing described")] = None
    aspect: Aspect | None = None
    since: Annotated[Edtf | None, Is(description="when the state began, where told")] = None
    date: Annotated[Edtf | None, Is(description="a day on which it holds")] = None
    date_how: DateHow = "unknown"
    attributed_to: ActorRef | None = None
    value: Annotated[str | None, Is(description="of an aspect: the page's words, such as `861 South Koreans`")] = None
    confidence: Annotated[float, Is(ge=0, le=1)] = 0.5
    rule: str = ""
    sentence: Span | None = None


class Quote(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody is said to have said; `start`, `end` hold neither cue nor speaker nor quotation marks."""

    speaker: Annotated[str | None, Is(description="the page's words for who speaks")] = None
    speaker_start: Offset | None = None
    speaker_end: Offset | None = None
    cue_start: Offset | None = None
    cue_end: Offset | None = None
    direct: bool = False
    speaker_id: Annotated[str | None, Is(description="the actor that the speaker is, where known")] = None
    speaker_name: Annotated[
        str | None, Is(description="the fullest name that the page gives the speaker, or whom his pronoun stands for")
    ] = None
    speech: Annotated[
        bool,
        Is(description="told by a verb of speech as a whole statement, not as a thought, a wish or a thing asked for"),
    ] = False


class Reason(Span, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why somebody does something, as the page tells it; `start`, `end` hold the words for why, without the link before them."""

    kind: ReasonKind
    parties: Annotated[
        tuple[ActorRef, ...],
        Is(description="whose reason, aim or interest it is; those between whom a condition stands"),
    ] = ()
    against: Annotated[ActorRef | None, Is(description="who is accused or blamed")] = None
    act: Annotated[Span | None, Is(description="the words for what it explains")] = None
    event: Annotated[int | None, Is(description="index of the event that it explains")] = None
    attributed_to: Annotated[ActorRef | None, Is(description="who claims it; null: the page itself")] = None
    since: Annotated[Edtf | None, Is(description="of a condition: when it began, where told")] = None
    confidence: Annotated[float, Is(ge=0, le=1)] = 0.5
    rule: str = ""
    sentence: Span | None = None


class Annotation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one page gives: one line of `standoff annotate`."""

    id: str | None
    text: str = ""
    contract: int = 1
    line: Annotated[int | None, Is(description="of a line that was no page: its number in the input")] = None
    meta: Meta = msgspec.field(default_factory=Meta)
    parts: tuple[Part, ...] = ()
    blocks: Annotated[tuple[Block, ...], Is(description="of a page read from HTML: where each paragraph stood")] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[StateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    reasons: tuple[Reason, ...] = ()
    issues: tuple[Issue, ...] = ()


class PageInput(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the input: a page as HTML, or as flattened text. Unknown fields are passed over."""

    id: str
    html: str | None = None
    text: str | None = None
    url: str | None = None
    published: Annotated[str | None, Is(description="given from outside: wins over what the page says")] = None
    plain: Annotated[bool, Is(description="`text` is story text and nothing else")] = False
    parts: Annotated[
        tuple[Part, ...], Is(description="of `text`, where the source names them, as a press archive does")
    ] = ()
    title: Annotated[str | None, Is(description="as the source names it, where it does")] = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    captured: Annotated[
        str | None, Is(description="the day the page was fetched or archived: it was published no later")
    ] = None
    issues: Annotated[tuple[Issue, ...], Is(description="what its source found doubtful: an encoding guessed")] = ()


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side of the dispute."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    sector: str | None = None


class Subject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The disputed thing and its parties."""

    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()


def words_of(span: Span, text: str) -> str:
    """The words that a span points at.

    >>> words_of(Span(start=4, end=8), "The gate is shut")
    'gate'
    """
    return text[span.start : span.end]
