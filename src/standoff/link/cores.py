"""Acts of one kind and one time: the units of a cell, from all pages, put together by what they say.

A cell is worked out from its units alone, so that a new page concerns only the cells that it tells of. What is said alike
is compared once, however many pages say it: the work grows with the ways of telling, not with the pages.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from standoff import edtf
from standoff.lexicon.state_acts import word_class
from standoff.link.groups import Groups
from standoff.link.same import (
    DEEDS,
    HOLD,
    RULING,
    SPOKEN,
    THING,
    Likeness,
    Report,
    likeness,
    modes_agree,
    one_day,
    sides_of,
)
from standoff.link.units import SAME, Unit

MOST_FACES = 120
"""A way of telling is held against so many others of its cell, those told most often."""
KEPT_FACES = 24
"""So many ways of telling of an act are shown to what may join it."""
KEPT_SOURCES = 9
SPOKEN_OF = ">"
"""Begins the cell of what one speech act speaks of: with the event of that act, not with a time."""
ONE_DAY = 1.1
"""What must speak for it that two deeds of one kind, done by one side on one day, are one."""
ONE_RULING = 1.4
"""The same of what a court orders and finds on one day: who names another one to whom it is told, or another thing, tells of two."""
ONE_MEETING = 1.3
"""What must speak for it that two tellings of a page are of one meeting of a day, where one does not say who met."""
ONE_PAGE = 1.5
"""The same of deeds of a day, where one does not say who did it."""
COARSE = 12
"""Days; in a longer time like acts take place."""


class Core(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An act as the units of one cell tell it. It goes by the smallest key of its reports."""

    root: str
    family: str
    cell: str
    first: datetime.date | None
    last: datetime.date | None
    date: str | None
    known: bool
    """Some page tells its day."""
    lead: bool
    """Some page tells it as its news."""
    happened: bool
    published: datetime.date | None
    """The first day on which a page that tells it was published."""
    documents: tuple[str, ...]
    sources: tuple[str, ...]
    members: tuple[str, ...]
    reasons: tuple[str, ...]
    """Of each member why it was put here."""
    faces: tuple[Report, ...]
    """One report for each way of telling, the most told first."""

    @property
    def day(self) -> datetime.date | None:
        """Its day, where it has one."""
        return one_day(self.first, self.last)

    @property
    def sides(self) -> str:
        """Who does it: acts of other sides are other acts."""
        return sides_of(self.faces[0])


def looks_like(one: Core, other: Core) -> bool:
    """Whoever may join an act sees no difference between two forms of it, but for the pages that tell it.

    Of its sources only their number is asked; what its members are, and whether it is the news of one of them, only of itself.
    """
    return _looks(one) == _looks(other)


def _looks(core: Core) -> tuple[object, ...]:
    time = core.cell, core.first, core.last, core.date, core.known, core.happened, core.published
    return core.root, core.family, time, len(core.sources), core.faces


class _Face(msgspec.Struct):
    """A way of telling, with all reports that tell it so."""

    reports: list[Report]
    why: tuple[str, ...] = ()
    """What speaks for it that those who tell it so tell of one act."""

    @property
    def shown(self) -> Report:
        return self.reports[0]


def cores_of(cell: str, units: Sequence[Unit], *, enough: float = SAME) -> list[Core]:
    """The acts of a cell."""
    reports = sorted((r for unit in units for r in unit.reports), key=lambda r: r.key)
    vague = _is_vague(cell)
    faces = _faces(reports, vague=vague)
    of = {r.key: n for n, face in enumerate(faces) for r in face.reports}
    groups = _Faces(faces)
    reasons: dict[str, str] = {}
    for unit in sorted(units, key=lambda u: u.reports[0].key):
        reasons.update(unit.reasons)
        for report in unit.reports[1:]:
            groups.join(of[unit.reports[0].key], of[report.key])
    what = _what(cell)
    for like, one, other in _pairs(faces, enough, vague=vague):
        if groups.join(one, other):
            for n in (one, other):
                reasons.setdefault(faces[n].shown.key, ", ".join((what, *like.why)))
    for face in faces:
        if len(face.reports) > 1:
            for report in face.reports:
                reasons.setdefault(report.key, ", ".join((what, *face.why)))
    return [_core(cell, [faces[n] for n in members], reasons) for members in groups.all()]


def _is_vague(cell: str) -> bool:
    time = cell.partition("|")[2]
    return not edtf.is_day(time) and not time.startswith(SPOKEN_OF)


def _what(cell: str) -> str:
    time = cell.partition("|")[2]
    if time.startswith(SPOKEN_OF):
        return "content of the same speech act"
    return "the same page" if time.startswith("@") else "the same day" if edtf.is_day(time) else "the same time"


def has_ground(report: Report, like: Likeness) -> bool:
    """What speaks for one event where no day does: words, an object or the kind of words; a page tells of one accord.

    Senses that may tell one deed speak for it where the same side does it or suffers it; words are spoken again and again.
    """
    deed = not {"same actor", "same recipient"}.isdisjoint(like.why) and report.type not in SPOKEN
    ground = like.shared - ({"beside"} if deed else {"beside", "like"})
    if report.date and (edtf.length(report.date) or 0) > COARSE:
        return bool(ground - {"kind", "like"}) or report.type == "AGREE"
    return bool(ground) or report.type == "AGREE"


def is_one_deed(one: Report, other: Report, like: Likeness) -> bool:
    """Both tell what one side did on one known day, in one kind of deed, or to the same thing: it hardly did so twice."""
    if one.type not in DEEDS or "same actor" not in like.why or not (one.told and other.told):
        return False
    if one.known_day is None or one.known_day != other.known_day:
        return False
    if (one.type == other.type and modes_agree(one, other)) or like.shared & {"matter", "thing"}:
        return True
    # `closed the border`, `ordered the terminal shut`: two pages call one closing by two types
    alike = bool(like.shared & {"words", "kind", "like"}) and modes_agree(one, other)
    return alike and one.family == HOLD and one.document != other.document and _may_be_one_thing(one, other)


def _may_be_one_thing(one: Report, other: Report) -> bool:
    """What is acted on may be one thing: one does not say what, or calls the disputed thing a gate or a terminal, of no other name."""
    if not (one.about and other.about):
        return True
    by_name, by_kind = sorted((one.about, other.about), key=lambda about: THING not in about)
    return THING in by_name and by_kind <= word_class("passages")


def is_one_ruling(one: Report, other: Report, like: Likeness) -> bool:
    """Both tell what one court ruled: on one known day, or as one page has it."""
    if one.family != RULING or "same actor" not in like.why or not (one.told and other.told):
        return False
    day = one.known_day is not None and one.known_day == other.known_day
    return day or (one.document == other.document and not (one.known_day and other.known_day))


def _least(one: Report, other: Report, like: Likeness, enough: float) -> float:
    """What must speak for it that two ways of telling are of one act."""
    if is_one_ruling(one, other, like):
        return ONE_RULING
    if is_one_deed(one, other, like):
        return ONE_DAY
    if one.document != other.document or one.day is None or one.type != other.type or not (one.told and other.told):
        return enough
    if one.type == "CONSULT" and one.mode == other.mode:
        return ONE_MEETING if one.guessed or other.guessed or not (one.sure and other.sure) else enough
    deed = one.type in (*DEEDS, "CONCEDE") and one.type != "ASSAULT"
    untold, told = sorted((one, other), key=lambda r: bool(r.actors))
    once = bool(told.actors) and not untold.actors and untold.recipients <= told.recipients
    return ONE_PAGE if deed and once else enough


def _faces(reports: Sequence[Report], *, vague: bool) -> list[_Face]:
    """The ways of telling, the most told first. The same words of a page tell of several, told apart by their number."""
    alike: dict[object, list[Report]] = defaultdict(list)
    told: dict[object, int] = defaultdict(int)
    for report in reports:
        face = face_of(report)
        n = told[face, report.document, report.start] = told[face, report.document, report.start] + 1
        alike[face, n].append(report)
    found = []
    for same in alike.values():
        like = _is_itself(same[0], vague=vague)
        found += [_Face(same, like.why)] if like else [_Face([report]) for report in same]
    return sorted(found, key=lambda f: (-len(f.reports), f.shown.key))


def face_of(report: Report) -> tuple[object, ...]:
    """What two reports have in common that tell the same in the same way."""
    return (
        report.type, report.mode, report.rule, report.status, report.negated, report.actors, report.recipients,
        report.trigger, report.about,
    )  # fmt: skip


def _is_itself(report: Report, *, vague: bool) -> Likeness | None:
    """Why it is the same act where another page tells it in the same way; None where that says too little."""
    like = likeness(report, msgspec.structs.replace(report, document="", start=-1))
    return like if like and like.score >= SAME and (not vague or has_ground(report, like)) else None


def _pairs(faces: Sequence[_Face], enough: float, *, vague: bool) -> list[tuple[Likeness, int, int]]:
    """The ways of telling that are alike enough, by place in the list, the most alike first."""
    found = []
    for n, one in enumerate(faces):
        for m, other in enumerate(faces[: min(n, MOST_FACES)]):
            like = likeness(*_of_two_pages(one, other))
            least = _least(one.shown, other.shown, like, enough) if like else enough
            if like and like.score >= least and (not vague or has_ground(one.shown, like)):
                found.append((like, m, n))
    return sorted(found, key=lambda pair: (-round(pair[0].score, 3), *sorted(faces[n].shown.key for n in pair[1:])))


def _of_two_pages(one: _Face, other: _Face) -> tuple[Report, Report]:
    """A report of each, of two pages where there are: a page that says two things means two."""
    a, b = one.shown, other.shown
    if a.document != b.document:
        return a, b
    for report in other.reports:
        if report.document != a.document:
            return a, report
    return next((r for r in one.reports if r.document != b.document), a), b


class _Faces:
    """Groups of faces, by place in their list, that grow by joining unless members exclude each other."""

    def __init__(self, faces: Sequence[_Face]) -> None:
        self._faces = faces
        self._groups = Groups([f"{n:08}" for n in range(len(faces))])
        self._members = {n: [n] for n in range(len(faces))}
        self._excluded: dict[tuple[int, int], bool] = {}

    def _root(self, n: int) -> int:
        return int(self._groups.root(f"{n:08}"))

    def join(self, one: int, other: int) -> bool:
        """Makes two groups one; False where they were one already or cannot be."""
        a, b = sorted((self._root(one), self._root(other)))
        if a == b or any(self._exclude(n, m) for n in self._members[a] for m in self._members[b]):
            return False
        self._groups.join(f"{a:08}", f"{b:08}")
        self._members[a] += self._members.pop(b)
        return True

    def _exclude(self, one: int, other: int) -> bool:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._excluded:
            a, b = self._faces[one].shown, self._faces[other].shown
            self._excluded[pair] = likeness(a, b) is None
        return self._excluded[pair]

    def all(self) -> Iterator[list[int]]:
        """Every group."""
        yield from (sorted(members) for _, members in sorted(self._members.items()))


def _core(cell: str, faces: Sequence[_Face], reasons: dict[str, str]) -> Core:
    reports = sorted((r for face in faces for r in face.reports), key=lambda r: r.key)
    days = sorted({r.published for r in reports if r.published})
    first = reports[0]
    time = cell.partition("|")[2]
    limits = edtf.bounds(time) or (None, None)
    return Core(
        root=first.key,
        family=first.family,
        cell=cell,
        first=limits[0],
        last=limits[1],
        date=time if limits[0] else None,
        known=any(r.known_day for r in [r for r in reports if r.day and not r.borrowed] or reports),
        lead=any(r.lead for r in reports),
        happened=any(r.happened for r in reports),
        published=days[0] if days else None,
        documents=tuple(sorted({r.document for r in reports})),
        sources=tuple(sorted({r.source for r in reports})[:KEPT_SOURCES]),
        members=tuple(r.key for r in reports),
        reasons=tuple(reasons.get(r.key, "") for r in reports),
        faces=tuple(face.shown for face in faces[:KEPT_FACES]),
    )
