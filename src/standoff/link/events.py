"""The same event: what changed texts tell is put to the acts of the record; then what hangs on acts, and what they speak of."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from standoff import edtf
from standoff.link.choose import choose_hanging
from standoff.link.cores import SPOKEN_OF, Core, cores_of
from standoff.link.dates import resolve_dates
from standoff.link.memory import Kept, Memory
from standoff.link.merge import Merges, accepted, cells_of, merges_of
from standoff.link.reading import read_report
from standoff.link.same import Report
from standoff.link.units import HEADLINE, Unit
from standoff.link.update import Remembered, Update
from standoff.model import Annotation
from standoff.record.asking import PAGES, parts
from standoff.record.fields import Vote, elected
from standoff.record.rows import Document, EventMention

Dates = dict[str, tuple[str, str]]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a page tells, in its order."""

    document: Document
    mentions: Sequence[EventMention]
    page: Annotation

    @property
    def own_dates(self) -> Dates:
        """The dates that the page gives acts by other acts of its own."""
        return resolve_dates(self.mentions, self.page)


Pages = Callable[[Collection[str]], Mapping[str, Told]]
"""What pages tell, by their keys."""


def link_texts(
    memory: Memory,
    groups: Mapping[str, Sequence[str]],
    gone: Collection[str],
    pages: Pages,
    thing: frozenset[str],
    *,
    fresh: bool,
) -> None:
    """Puts groups of copies anew to what is known, and writes what that changes.

    Args:
        memory: what linking remembers.
        groups: the documents of each group of copies, by its first page.
        gone: groups as they were before, in whose place these stand.
        pages: reads pages.
        thing: stems of the disputed thing's names.
        fresh: nothing is remembered.
    """
    update = Update(memory, fresh=fresh)
    dates: Dates = {}
    keys: set[str] = set()

    def texts() -> Iterator[Sequence[Report]]:
        for some in parts(sorted(groups), PAGES):
            told = pages([key for group in some for key in groups[group]])
            for group in some:
                mine = [told[key] for key in sorted(groups[group])]
                for page in mine:
                    dates.update(page.own_dates)
                day = told[group].document.published
                found = [r for page in mine for r in read_reports(page, day, thing, dates)]
                keys.update(r.key for r in found)
                yield found

    update.take({*groups, *gone}, texts())
    memory.replace_dates(update.left | keys, dates)
    _hang(update, pages)
    _write(update, keys)


def read_reports(told: Told, day: str | None, thing: frozenset[str], dates: Dates) -> list[Report]:
    """What a page tells as reports. `day`: on which the first page of its group of copies was published."""
    return [read_report(m, told.page, thing, dates[m.key][0] if m.key in dates else None, day) for m in told.mentions]


def dated(report: Report, dates: Dates) -> Report:
    """A report with the date that hangs on another event, where that has one."""
    if report.key not in dates:
        return report
    date = dates[report.key][0]
    limits = edtf.bounds(date) or (None, None)
    return replace(report, date=date, how="relative", first=limits[0], last=limits[1])


def _hang(update: Update, pages: Pages) -> None:
    """Puts what hangs on other events to the acts of its date; none of these is chosen by others.

    First as undated, so that what hangs on such an act can be dated by the event that it is; then by the dates found.
    """
    memory = update.memory
    before = memory.late()
    hanging = memory.hanging()
    documents = memory.documents_that_hang()
    if not before and not documents:
        return
    chosen = memory.choices([c.root for c in before])
    update.concerned |= {k.choice.target for k in chosen.values() if k.kept}
    update.left |= {key for core in before for key in core.members}
    memory.replace_choices(chosen, [])
    memory.replace_cores([c.root for c in before], [])
    told = pages(documents)
    first = _put(update, hanging)
    dates: Dates = {}
    for key in sorted(told):
        page, known = told[key], told[key].own_dates
        found = resolve_dates(page.mentions, page.page, told=_told_by(memory, key))
        dates |= {k: v for k, v in found.items() if k not in known}
    if dates:
        memory.replace_choices([c.root for c in first], [])
        memory.replace_cores([c.root for c in first], [])
        first = _put(update, [dated(r, dates) for r in hanging])
    memory.replace_dates(memory.keys_that_hang(), dates)
    update.concerned |= {c.root for c in first}


def _put(update: Update, reports: Sequence[Report]) -> list[Core]:
    memory = update.memory
    world = Remembered(memory)
    world.settled = True
    cells = cells_of(reports)
    late = [core for cell in sorted(cells) for core in cores_of(cell, cells[cell])]
    choices = [choice for core in late if (choice := choose_hanging(core, world))]
    cores = {c.root: c for c in (*late, *world.get(sorted({c.target for c in choices})))}
    by_target = defaultdict(list)
    for choice in choices:
        by_target[choice.target].append(choice)
    stand = [c for target in sorted(by_target) for c in accepted(by_target[target], cores)]
    memory.replace_cores([], late, late=True)
    memory.replace_choices([], [Kept(choice=c, early=False, kept=True) for c in stand])
    return late


def _told_by(memory: Memory, document: str) -> Callable[[str], str | None]:
    """The date of the event that a mention of a page was merged into, by the vote of all that tell of it."""
    of = {key: core.root for core in memory.cores(memory.roots_told_by(document)) for key in core.members}

    def told(key: str) -> str | None:
        if key not in of:
            return None
        cores = memory.cores(memory.joined(memory.home(of[key])))
        members = {member for core in cores for member in core.members}
        if len(members) < 2:
            return None
        units = memory.units_of_cells({c.cell for c in cores})
        reports = [r for cell in sorted(units) for u in units[cell] for r in u.reports if r.key in members]
        return elected([Vote(r.key, r.date, r.how, r.source, r.weight) for r in reports])[0]

    return told


def _write(update: Update, keys: Collection[str]) -> None:
    """Writes anew what the mentions of all concerned events were put to."""
    memory = update.memory
    changed = set(update.left)
    merges: Merges = {}
    for group in update.groups():
        changed.update(key for core, _ in group for key in core.members)
        merges |= merges_of([group])
    memory.replace_merges(changed, merges)
    changed |= set(keys)
    held = changed | memory.members(set(memory.canonical(memory.without_contents(changed)).values()))
    contents = memory.contents(held)
    canonical = memory.canonical(memory.without_contents(held))
    spoken = cores_of_contents(contents, canonical)
    memory.replace_merges({r.key for r in contents}, merges_of([(core, None)] for core in spoken))


def cores_of_contents(reports: Iterable[Report], canonical: Mapping[str, str]) -> list[Core]:
    """What the same speech act speaks of is the same: contents follow the speech acts that hold them."""
    cells: dict[str, list[Unit]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.key):
        held = report.content_of or ""
        cell = f"{report.family}|{SPOKEN_OF}{canonical.get(held, held)}"
        cells[cell].append(Unit(cell=cell, reports=(report,), reasons={}))
    return [core for cell in sorted(cells) for core in cores_of(cell, cells[cell], enough=HEADLINE)]
