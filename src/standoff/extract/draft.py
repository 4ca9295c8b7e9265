"""An event under way: found and cast, not yet dated."""

from dataclasses import dataclass, field

from standoff.model import ActorRef, PloverType, Span, Status
from standoff.parse import Token


@dataclass(eq=False, slots=True, kw_only=True)
class Draft:
    """An event that `events` found and `dating` dates. `anchor` heads its clause: times are bound to it."""

    type: PloverType
    rule: str
    trigger: tuple[Token, ...]
    anchor: Token
    mode: str | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    status: Status = "happened"
    negated: bool = False
    attributed_to: ActorRef | None = None
    object: Span | None = None
    place: Span | None = None
    topic: Span | None = None
    outcome: str | None = None
    content_of: "Draft | None" = None
    day: "tuple[int, Token] | None" = (
        None  # of the month that is named, where several share it: `on 10, 15 and 22 July`
    )
    own_time: tuple[Token, ...] = ()  # the words of which one must have a time of its own, or nothing is told
    answers: bool = False  # a bare refusal, of whoever asked: `but Niamey refused`
    whose: str | None = None  # who did it where nobody is named, see `lexicon.retold`
    confidence: float = 0.5
    notes: list[str] = field(default_factory=list)
