"""Dyad lanes: who acted towards whom and when; a bar for a fuzzy date, hollow for what is planned, larger by independent sources."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import permutations
from types import MappingProxyType

from standoff.actor_ids import same_side
from standoff.edtf import bounds
from standoff.record.once import Before
from standoff.tell.rows import TimelineRow
from standoff.web.axis import Axis
from standoff.web.labels import Rows, shorten, width_of
from standoff.web.words import day as say_day

_DRAWN = 60
"""Events of a lane that get a mark of their own; of others only a tick stands on the line."""
_VAGUE = 200
"""Days; what is dated more coarsely has no place between the months."""
_LONGEST = 300.0
_BOLD = 13.6
"""Pixels of usual letters that are as wide as the bold ones of a lane's name."""


@dataclass(frozen=True)
class Mark:
    """An event on a lane: a dot of radius `r` at `x`, a bar from `low` to `high` where the date is fuzzy."""

    id: str
    x: float
    low: float
    high: float
    r: float
    hollow: bool
    when: str
    what: str
    pages: int
    label: str = ""
    label_x: float = 0.0
    label_row: int = 0

    @property
    def title(self) -> str:
        """What a reader who points at it is told."""
        return f"{self.when}: {self.what}"


@dataclass(frozen=True)
class Lane:
    """A dyad's events. `ticks` are the places of lighter ones, `undrawn` those without a place on the axis."""

    name: str
    to: str
    """Towards whom, where there are two sides."""
    kind: str
    marks: tuple[Mark, ...]
    rows: int
    ticks: tuple[int, ...] = ()
    undrawn: int = 0
    called: tuple[str, str] = ("", "")
    """Shorter names of both, where they have them."""

    @property
    def full(self) -> str:
        """Who acts towards whom, in one line."""
        return f"{self.name} → {self.to}" if self.to else self.name

    def lines(self, room: float) -> tuple[str, str]:
        """The same in two lines of so many pixels: towards whom below, else the rest of a long name."""
        if self.to:
            name, to = (short or long for short, long in zip(self.called, (self.name, self.to), strict=True))
            return shorten(name, room, _BOLD) or "…", shorten(f"→ {to}", room)
        words, first = self.name.split(), ""
        while words and width_of(f"{first} {words[0]}".strip(), _BOLD) <= room:
            first = f"{first} {words.pop(0)}".strip()
        return (first, shorten(" ".join(words), room, _BOLD)) if first else (shorten(self.name, room, _BOLD) or "…", "")

    def strokes(self, y: float) -> str:
        """The ticks as one path, each ten pixels down from a height."""
        return "".join([f"M{x} {y}v10" for x in self.ticks])


Dated = tuple[TimelineRow, tuple[date, date]]


@dataclass(frozen=True)
class Drawable:
    """What a lane shows, whatever its size: its events by weight with their days, and how many have none."""

    name: str
    to: str
    kind: str
    who: tuple[str, ...]
    """What the words of its events begin with that the lane says already: a party's name, or those of both."""
    heavy: Sequence[Dated]
    """Those that get a mark."""
    light: Sequence[tuple[date, date]]
    """The days of those that get a tick."""
    moments: Sequence[float]
    """The middles of these, in order."""
    undated: int
    called: tuple[str, str] = ("", "")


def lanes(
    rows: Sequence[TimelineRow],
    parties: Sequence[str],
    names: Mapping[str, str],
    axis: Axis,
    sources: Callable[[TimelineRow], int],
) -> list[Lane]:
    """A lane for what each party did, one for what several did together, one for everybody else."""
    return [draw_lane(one, axis, sources) for one in gather(rows, parties, names)]


def gather(
    rows: Sequence[TimelineRow],
    parties: Sequence[str],
    names: Mapping[str, str],
    before: Before | None = None,
    called: Mapping[str, str] = MappingProxyType({}),
) -> list[Drawable]:
    """What each lane shows: of each party, of several together, of everybody else; none that would be empty.

    `before`: what they showed before; a lane of the same events has its own. `called`: short names by the long ones.
    """
    groups: list[tuple[str, str, str, list[TimelineRow]]] = [
        (names.get(party, party), _towards(party, parties, names), "ab"[n % 2], []) for n, party in enumerate(parties)
    ]
    groups += [("Together", "", "both", []), ("Others", "", "others", [])]
    lane: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row.actors not in lane:
            acting = [n for n, party in enumerate(parties) if _acts(row.actors, party)]
            lane[row.actors] = acting[0] if len(acting) == 1 else len(parties) if acting else len(parties) + 1
        groups[lane[row.actors]][3].append(row)
    known = [names.get(party, party) for party in parties]
    together = tuple(" and ".join(pair) for pair in permutations(known)) if len(known) == 2 else ()
    acts = [*((name,) for name in known), together, ()]
    same = (before or Before()).same
    return [
        same(("lane", name, to, kind), (who, found), partial(_drawable, name, to, kind, who, found, called))
        for (name, to, kind, found), who in zip(groups, acts, strict=True)
        if found
    ]


def _drawable(
    name: str, to: str, kind: str, who: tuple[str, ...], rows: Sequence[TimelineRow], called: Mapping[str, str]
) -> Drawable:
    dated = [(row, days) for row in rows if (days := bounds(row.date)) and (days[1] - days[0]).days <= _VAGUE]
    weights = sorted((row.weight for row, _ in dated), reverse=True)
    least = weights[_DRAWN - 1] if len(weights) > _DRAWN else 0.0
    ranked = sorted((one for one in dated if one[0].weight >= least), key=lambda one: _rank(one[0]))
    heavy = ranked[:_DRAWN]
    light = [days for _, days in ranked[_DRAWN:]]
    light += [days for row, days in dated if row.weight < least]
    moments = sorted((low.toordinal() + high.toordinal() + 1) / 2 for low, high in light)
    short = called.get(name, ""), called.get(to, "")
    return Drawable(name, to, kind, who, heavy, light, moments, len(rows) - len(dated), short)


def _rank(row: TimelineRow) -> tuple[float, str, str]:
    return -row.weight, row.date or "", row.id


def _towards(party: str, parties: Sequence[str], names: Mapping[str, str]) -> str:
    """Towards whom a party acts, where there are two sides."""
    others = [names.get(other, other) for other in parties if other != party]
    return others[0] if len(others) == 1 else ""


def _acts(actors: Iterable[str], party: str) -> bool:
    """One of the actors is the party, or a sector of it."""
    return bool(party) and any(same_side(actor, party) for actor in actors)


def draw_lane(gathered: Drawable, axis: Axis, sources: Callable[[TimelineRow], int]) -> Lane:
    """A lane in one size."""
    drawn = [
        _mark(row, span, days[1] > days[0], sources(row))
        for row, days in gathered.heavy
        if (span := axis.span(row.date)) is not None
    ]
    first, last = axis.first, axis.last
    outside = sum(1 for low, high in gathered.light if high < first or low > last)
    marks = _labelled(drawn, axis, gathered.who)
    return Lane(
        name=gathered.name,
        to=gathered.to,
        kind=gathered.kind,
        marks=tuple(sorted(marks, key=lambda m: (m.x, m.id))),
        rows=max((m.label_row + 1 for m in marks if m.label), default=0),
        ticks=tuple(sorted(axis.pixels(gathered.moments))),
        undrawn=gathered.undated + len(gathered.heavy) - len(drawn) + outside,
        called=gathered.called,
    )


def _mark(row: TimelineRow, span: tuple[float, float], fuzzy: bool, pages: int) -> Mark:
    low, high = span
    x = round((low + high) / 2, 1)
    return Mark(
        id=row.id,
        x=x,
        low=low if fuzzy else x,
        high=high if fuzzy else x,
        r=round(min(9.0, 4.0 + 1.2 * (pages - 1)), 1),
        hollow=row.status == "planned",
        when=say_day(row.date),
        what=row.summary,
        pages=pages,
    )


def _labelled(marks: Sequence[Mark], axis: Axis, who: Sequence[str]) -> list[Mark]:
    """The marks, heaviest first; as many of them named as there is room for, the words cut where that makes room."""
    layout = axis.layout
    rows = Rows(layout.left, layout.width, layout.rows)
    longest = min(_LONGEST, (layout.width - layout.left) * 0.8)
    found, named = [], 0
    for mark in marks:
        label = ""
        place = None
        if named < layout.labels:
            for room in (longest, longest * 0.6):
                label = shorten(_own(mark.what, who), room)
                place = rows.place(mark.x - 4, label) if label else None
                if place is not None:
                    break
        if place is None:
            found.append(mark)
        else:
            named += 1
            found.append(replace(mark, label=label, label_x=place[0], label_row=place[1]))
    return found


def _own(words: str, who: Sequence[str]) -> str:
    """The words without the name that the lane already says."""
    for name in who:
        rest = words.removeprefix(name)
        if rest != words and rest[:1] in (" ", ":") and not rest.startswith(" and "):
            return rest.lstrip(": ")
    return words
