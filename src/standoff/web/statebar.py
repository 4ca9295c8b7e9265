"""The state bar: what was, as a bar; what is only announced, as an outline above it; what each side claims, below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from standoff.edtf import bounds
from standoff.model import State
from standoff.tell.rows import Outlook, StateSpell, StateView
from standoff.web.axis import Axis
from standoff.web.labels import Rows, width_of
from standoff.web.words import day as say_day
from standoff.web.words import parties

_DAY = timedelta(days=1)
_MOST_CLAIMS = 4
_ITALIC = 12.5


@dataclass(frozen=True)
class Bar:
    """A spell. `soft` is the width of its first edge where the day is not told, `fade` that of its last."""

    id: str
    x: float
    width: float
    soft: float
    state: State
    label: str
    title: str
    fade: float = 0.0


@dataclass(frozen=True)
class Note:
    """Words above or below the bar, in a row; `at` is the place that they are about."""

    x: float
    row: int
    text: str
    at: float = 0.0


@dataclass(frozen=True)
class Ahead:
    """What is announced and not there: a hollow bar from the announcement to its day, open where no day is told.

    Its words stand inside, or before it where they have no room.
    """

    x: float
    width: float
    row: int
    state: State
    label: str
    label_x: float
    open: bool
    title: str


@dataclass(frozen=True)
class Strip:
    """What one side claims."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class StatePicture:
    """The bar with all that stands around it."""

    bars: tuple[Bar, ...]
    notes: tuple[Note, ...]
    note_rows: int
    ahead: tuple[Ahead, ...]
    ahead_rows: int
    claims: tuple[Strip, ...]
    asked: str = ""
    """Ends the address of a spell: the day and the side that are asked for."""


def state_picture(
    view: StateView, names: Mapping[str, str], axis: Axis, words: Mapping[State, str], asked: str = ""
) -> StatePicture:
    """The bar of a record's states, in the words for them."""
    plain = [spell for spell in view.history if spell.claimed_by is None]
    claimed: dict[str, list[StateSpell]] = {}
    for spell in view.history:
        if spell.claimed_by is not None:
            claimed.setdefault(spell.claimed_by, []).append(spell)
    bars = state_bars(plain or view.history, axis, words)
    notes = _notes(bars, plain or view.history, axis, words)
    ahead = _ahead(view.outlook, names, axis, words)
    return StatePicture(
        bars=tuple(bars),
        notes=notes,
        note_rows=max((note.row + 1 for note in notes), default=0),
        ahead=ahead,
        ahead_rows=max((one.row + 1 for one in ahead), default=0),
        claims=tuple(
            Strip(parties([who], names), tuple(state_bars(found, axis, words, whole=False)))
            for who, found in list(claimed.items())[:_MOST_CLAIMS]
            if plain
        ),
        asked=asked,
    )


def state_bars(
    history: Sequence[StateSpell], axis: Axis, words: Mapping[State, str], *, whole: bool = True
) -> list[Bar]:
    """The spells as bars; what lies before the first one or after the last page is drawn as not told: no page tells of it."""
    bars: list[Bar] = []
    known = min(axis.known, axis.last - _DAY) + _DAY
    told = [spell for spell in history if spell.from_ is None or bounds(spell.from_)]
    for n, spell in enumerate(told):
        start, end = bounds(spell.from_), bounds(spell.to)
        following = bounds(told[n + 1].from_) if n + 1 < len(told) else None
        first = start[0] if start else axis.first
        last = following[0] if following else (end[1] + _DAY if end and end[1] < date.max else known)
        if last <= axis.first or first >= axis.last:
            continue
        x, right = axis.x(first), axis.x(last)
        soft = axis.x(start[1]) - x if start and start[1] > start[0] and first >= axis.first else 0.0
        word = words[spell.state]
        text = word if width_of(word.upper()) + 16 <= right - x else ""
        title = (
            f"{word}{' (' + spell.sub + ')' if spell.sub else ''} from {spell.from_ or 'before'} to {spell.to or 'now'}"
        )
        bars.append(Bar(spell.id, x, round(right - x, 1), round(min(soft, right - x), 1), spell.state, text, title))
    if bars and whole and bars[-1].x + bars[-1].width < axis.x(axis.last) - 1:
        left = bars[-1].x + bars[-1].width
        bars.append(Bar("", left, round(axis.x(axis.last) - left, 1), 0.0, "unknown", " ", "after the last page"))
    if whole and (not bars or bars[0].x > axis.x(axis.first) + 1):
        left = axis.x(axis.first)
        width = round((bars[0].x if bars else axis.x(axis.last)) - left, 1)
        text = words["unknown"] if width_of(words["unknown"].upper()) + 16 <= width else ""
        bars.insert(0, Bar("", left, width, 0.0, "unknown", text, "no page tells the state"))
    return bars


def _notes(
    bars: Sequence[Bar], history: Sequence[StateSpell], axis: Axis, said: Mapping[State, str]
) -> tuple[Note, ...]:
    """The words of spells too short to hold them, and what a soft edge means."""
    rows = Rows(axis.layout.left, axis.layout.width, 3)
    spells = {spell.id: spell for spell in history}
    notes = []
    for bar in bars:
        spell = spells.get(bar.id)
        if bar.label and not bar.soft:
            continue
        words = "" if bar.label else said[bar.state]
        if bar.soft and spell is not None:
            words += f"{': ' if words else ''}{say_day(spell.from_)}, day not told"
        if (place := rows.place(bar.x, words)) is not None:
            notes.append(Note(place[0], place[1], words, bar.x))
    return tuple(notes)


def _ahead(
    outlook: Sequence[Outlook], names: Mapping[str, str], axis: Axis, said: Mapping[State, str]
) -> tuple[Ahead, ...]:
    """The announcements that have a place on the axis, the latest first to get its words."""
    rows = Rows(axis.layout.left, axis.layout.width, 3)
    found = []
    for one in reversed(outlook):
        start, goal = axis.span(one.announced), axis.span(one.for_)
        if start is None and goal is None:
            continue
        x = start[0] if start else (goal or (axis.layout.left, 0.0))[0]
        right = goal[1] if goal else axis.layout.width
        words = f"announced: {said[one.state]}" + (f" for {say_day(one.for_)}" if one.for_ else ", no day told")
        width, room = max(8.0, right - x), width_of(words, _ITALIC)
        label_x = x + 7 if room + 14 <= width else x - room - 6
        row = rows.reserve(min(x, label_x), x + width) if label_x >= axis.layout.left else None
        if row is None:
            continue
        by = f" by {parties(one.by, names)}" if one.by else ""
        title = f"{words}{by}, on {say_day(one.announced)}; not there yet"
        found.append(Ahead(x, round(width, 1), row, one.state, words, round(label_x, 1), goal is None, title))
    return tuple(found)
