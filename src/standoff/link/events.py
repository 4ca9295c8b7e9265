"""The same event: mentions become reports, reports acts, acts events; then what hangs on them, and what they speak of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from standoff import edtf
from standoff.link.choose import choose_hanging
from standoff.link.cores import SPOKEN_OF, Core, cores_of
from standoff.link.dates import Told, resolve_dates
from standoff.link.merge import Joined, Merges, cells_of, join, merges_of
from standoff.link.same import Report, read_report
from standoff.link.units import HEADLINE, Unit
from standoff.model import Annotation
from standoff.record.fields import best_date
from standoff.record.rows import EventMention

Dates = dict[str, tuple[str, str]]
Pages = Mapping[str, Annotation]


def link_events(mentions: Sequence[EventMention], pages: Pages, thing: frozenset[str]) -> tuple[Merges, Dates]:
    """Of every mention that is not alone with its event the event's id and why; of some the date that others give them."""
    dates = resolve_dates(mentions, pages)
    reports = read_reports(mentions, pages, thing, dates)
    acts = [r for r in reports if r.content_of is None]
    base = join(cores(r for r in acts if not r.hangs))
    hanging = [r for r in acts if r.hangs]
    joined = hang(base, hanging)
    if hanging and (more := resolve_dates(mentions, pages, told=_told(joined, mentions, dates))) != dates:
        dates = more
        joined = hang(base, [dated(r, dates) for r in hanging])
    merges = merges_of([(c, joined.choices.get(c.root)) for c in group] for group in joined.groups().values())
    spoken = cores_of_contents((r for r in reports if r.content_of is not None), merges)
    return merges | merges_of([(core, None)] for core in spoken), dates


def read_reports(
    mentions: Iterable[EventMention], pages: Pages, thing: frozenset[str], dates: Mapping[str, tuple[str, str]]
) -> list[Report]:
    """The mentions as reports. What a copy tells as the news of its day is the news of the day of the first page."""
    told = list(mentions)
    day_of = {m.where.document.key: m.where.document.published for m in told if m.where.document.copy_of is None}
    return [
        read_report(m, pages[m.where.document.key], thing, dates[m.key][0] if m.key in dates else None, day_of)
        for m in told
    ]


def cores(reports: Iterable[Report]) -> list[Core]:
    """The acts of all cells of some reports."""
    cells = cells_of(reports)
    return [core for cell in sorted(cells) for core in cores_of(cell, cells[cell])]


def dated(report: Report, dates: Mapping[str, tuple[str, str]]) -> Report:
    """A report with the date that hangs on another event, where that has one."""
    if report.key not in dates:
        return report
    date = dates[report.key][0]
    limits = edtf.bounds(date) or (None, None)
    return replace(report, date=date, how="relative", first=limits[0], last=limits[1])


def hang(base: Joined, reports: Sequence[Report]) -> Joined:
    """The acts and, put to them, what hangs on other events; none of these is chosen by the others."""
    late = cores(reports)
    joined = base.with_more(late)
    joined.take([choice for core in late if (choice := choose_hanging(core, joined.acts))])
    return joined


def cores_of_contents(reports: Iterable[Report], merges: Merges) -> list[Core]:
    """What the same speech act speaks of is the same: contents follow the speech acts that hold them."""
    cells: dict[str, list[Unit]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.key):
        held = report.content_of or ""
        cell = f"{report.family}|{SPOKEN_OF}{merges.get(held, (held, ''))[0]}"
        cells[cell].append(Unit(cell=cell, reports=(report,), reasons={}))
    return [core for cell in sorted(cells) for core in cores_of(cell, cells[cell], enough=HEADLINE)]


def _told(joined: Joined, mentions: Sequence[EventMention], dates: Dates) -> Told:
    """The date of the event that a mention was merged into, by the vote of all that tell of it."""
    by_key = {m.key: m for m in mentions}
    resolved = {key: date for key, (date, _) in dates.items()}
    home = {key: joined.home(root) for root, core in joined.acts.by_root.items() for key in core.members}
    members: dict[str, list[EventMention]] = defaultdict(list)
    for key in sorted(home):
        members[home[key]].append(by_key[key])

    def told(key: str) -> str | None:
        group = members.get(home.get(key, ""), [])
        return best_date(group, resolved)[0] if len(group) > 1 else None

    return told
