"""What became of a demand, promise, threat or deadline: sought among later events, by closed rules.

- A demand, offer or ultimatum is `refused` by a REJECT of the one who was asked, `answered` by their promise of the same
  act, `kept` by the act itself.
- A promise, or a threat, is `kept` by the act itself, done by the one who spoke; a promise is `broken` by the opposite
  act, done by them to the same thing.
- A deadline is `kept` by the act on that day, `broken` where it is called off.
- Else it is `overdue` where a day was set that has passed, and `open` where not.

Two acts are the same where their types are of one family and they have the thing acted on, or a content word, in
common. The earliest such event decides, and stands in `answered_by`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from standoff import edtf
from standoff.model import PloverType
from standoff.record.rows import MergedEvent
from standoff.tell.parties import Sides
from standoff.tell.rows import Answer, PromiseKind
from standoff.tell.words import stems

FAMILIES: tuple[frozenset[PloverType], ...] = (
    frozenset({"RETREAT", "CONCEDE", "COOPERATE"}),
    frozenset({"CONSULT"}),
    frozenset({"AID"}),
    frozenset({"AGREE", "SUPPORT"}),
    frozenset({"COERCE", "SANCTION"}),
    frozenset({"ASSAULT", "MOBILIZE"}),
    frozenset({"PROTEST"}),
    frozenset({"REJECT", "ACCUSE", "REQUEST", "THREATEN"}),
)
OPPOSITES: dict[int, int] = {0: 4, 4: 0}
"""Giving access and taking it away, by family."""
WINDOW = timedelta(days=200)
"""An event later than this answers nothing."""
SURE = 0.5

Contents = Mapping[str, Sequence[MergedEvent]]
"""What speech acts speak of, by their ids."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry of the ledger, as far as its answer needs it."""

    kind: PromiseKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    made: str | None
    due: str | None
    what: str | None
    contents: tuple[MergedEvent, ...]
    own: frozenset[str] = field(default_factory=frozenset)

    @property
    def families(self) -> frozenset[int]:
        """The families of the acts spoken of."""
        return frozenset(family_of(content.type) for content in self.contents)

    @property
    def words(self) -> frozenset[str]:
        """The content words of what is spoken of."""
        told = [self.what, *(content.object for content in self.contents), *(c.topic for c in self.contents)]
        return frozenset(word for text in told for word in stems(text))


def family_of(type_: PloverType) -> int:
    """The family of a type: acts that may be the same thing under two names."""
    return next(i for i, family in enumerate(FAMILIES) if type_ in family)


def find_answer(
    asked: Asked, events: Sequence[MergedEvent], contents: Contents, *, sides: Sides, day: str | None
) -> tuple[Answer, MergedEvent | None]:
    """The outcome of an entry and the event that decided it, as known on `day`."""
    later = [e for e in events if e.id not in asked.own and e.confidence >= SURE and _follows(e, asked, day)]
    later.sort(key=lambda e: (edtf.sort_key(e.date), e.id))
    for event in later:
        outcome = _decides(event, asked, contents, sides)
        if outcome is not None:
            return outcome, event
    past = asked.due is not None and day is not None and edtf.before(asked.due, day)
    return ("overdue" if past else "open"), None


def _follows(event: MergedEvent, asked: Asked, day: str | None) -> bool:
    """The event lies after the entry was made, at most a window away, and not after `day`."""
    limits, made = edtf.bounds(event.date), edtf.bounds(asked.made)
    if limits is None or not edtf.began_by(event.date, day):
        return False
    if asked.kind == "deadline":
        due = edtf.bounds(asked.due)
        if due is None:
            return False
        off = event.outcome == "called_off" or event.type == "REJECT"
        return limits[0] <= due[1] and limits[1] >= (made[0] if off and made else due[0])
    if made is None or limits[0] < made[0] or limits[1] <= made[1] - timedelta(days=1):
        return False
    return limits[0] - made[1] <= WINDOW and (limits[0] > made[0] or limits[1] <= made[1] + timedelta(days=7))


def _decides(event: MergedEvent, asked: Asked, contents: Contents, sides: Sides) -> Answer | None:
    if asked.kind == "deadline":
        return _meets(event, asked, sides)
    if asked.kind in ("promise", "threat"):
        return _fulfils(event, asked, sides)
    return _answers(event, asked, contents, sides)


def _meets(event: MergedEvent, asked: Asked, sides: Sides) -> Answer | None:
    """What an event on its day makes of a deadline."""
    if event.content_of is not None or family_of(event.type) not in asked.families:
        return None
    if not _shares_side(event.actors, asked.by, sides):
        return None
    if event.outcome == "called_off" or (event.negated and event.status in ("happened", "planned")):
        return "broken"
    return "kept" if event.happened and event.date_how != "published" else None


def _fulfils(event: MergedEvent, asked: Asked, sides: Sides) -> Answer | None:
    """What an act of the one who spoke makes of a promise or a threat."""
    if not event.happened or not _shares_side(event.actors, asked.by, sides, strict=True):
        return None
    if not edtf.before(asked.made, event.date) or not _same_thing(event, asked):
        return None
    family = family_of(event.type)
    if family in asked.families:
        return "kept"
    if asked.kind == "promise" and family in {OPPOSITES.get(f) for f in asked.families}:
        return "broken"
    return None


def _answers(event: MergedEvent, asked: Asked, contents: Contents, sides: Sides) -> Answer | None:
    """What an act of the one who was asked makes of a demand or offer."""
    wanted = asked.to or tuple(o for actor in asked.by for o in sides.others(actor))
    if not _shares_side(event.actors, wanted, sides, strict=True) or not event.happened:
        return None
    if event.type == "REJECT":
        return "refused" if _turned_to(event, asked, sides) and _same_thing(event, asked, loose=True) else None
    if event.type in ("AGREE", "CONCEDE"):
        agreed = [c for c in contents.get(event.id, ()) if c.status in ("promised", "planned")]
        if any(family_of(c.type) in asked.families and _same_thing(c, asked) for c in agreed):
            return "answered"
        return "answered" if _same_thing(event, asked) and stems(event.topic) & asked.words else None
    fits = family_of(event.type) in asked.families and _same_thing(event, asked)
    return "kept" if fits and edtf.before(asked.made, event.date) else None


def _turned_to(event: MergedEvent, asked: Asked, sides: Sides) -> bool:
    """The event is turned to those who asked, or to nobody named."""
    return not event.recipients or _shares_side(event.recipients, asked.by, sides)


def _same_thing(event: MergedEvent, asked: Asked, *, loose: bool = False) -> bool:
    """The event is about what was spoken of: the same thing acted on, or a content word in common.

    A meeting needs no thing in common; a refusal that names no thing (`loose`) refuses what was asked last.
    """
    told = stems(event.object) | stems(event.topic)
    if event.type == "CONSULT" or (loose and not told):
        return True
    objects = frozenset(word for content in asked.contents for word in stems(content.object))
    return bool(told & (asked.words | objects))


def _shares_side(actors: Iterable[str], others: Iterable[str], sides: Sides, *, strict: bool = False) -> bool:
    """The two have a side in common; where one is not told it may be anybody, unless `strict`."""
    mine, theirs = sides.all(actors), sides.all(others)
    if not mine or not theirs:
        return not strict
    return any(side in theirs for side in mine)
