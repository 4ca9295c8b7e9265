"""Which mentions tell of the same event. Precise reports first, then those that join them.

A day stated by a page is never given up: reports of different days stay apart. A report dated only by its page joins an
act of the days before; a coarse one (`in April`, `the closure`) joins the one act that it can mean, or stays alone.
The order of reading does not matter: all steps go by score and key.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from standoff import edtf
from standoff.link.groups import Groups
from standoff.link.same import JOINT, Likeness, Report, likeness

SAME_DAY = 1.9
JOINING = 2.2
"""What must speak for it where the dates are not equal."""
MARGIN = 0.4
"""How far the best of several acts must stand out to be the one that is meant."""
ONE_COURSE = 3
"""Like acts within so many days are one course of events: a coarse report may join any of them."""
NEWS_DAYS = 3
"""A report dated by its page may tell of an act so many days before."""
BACKGROUND = 2.4
"""What must speak for it where a page tells an act of weeks before without its date."""
OLD_NEWS_DAYS = 120
DEEDS = ("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "ASSAULT", "COOPERATE", "AID")
COARSE = 12
"""Days; in a longer time like acts take place."""
ONCE = ("SANCTION", "RETREAT", "COOPERATE", "AGREE")
"""Acts that are seldom done again on the next day."""
BACKGROUND_DAYS = 400
"""How far back an undated mention reaches."""
MOST_BESIDE = 100
"""So many like reports of one page are compared with each other."""

Pick = Callable[[Report], object]


class Clusters:
    """Groups of reports that grow by joining, each join with its reason."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._groups = Groups([r.key for r in reports])
        self._members = {r.key: [r] for r in reports}
        self.reasons: dict[str, str] = {}

    def of(self, report: Report) -> list[Report]:
        """All reports of a report's group."""
        return self._members[self._groups.root(report.key)]

    def root(self, report: Report) -> str:
        """The key that stands for its group."""
        return self._groups.root(report.key)

    def all(self) -> list[list[Report]]:
        """Every group, by its smallest key."""
        return [self._members[key] for key in sorted(self._members)]

    def join(self, one: Report, other: Report, reason: str, *, differ: bool = False) -> None:
        """Makes two groups one, unless members exclude each other; `differ`: their days may."""
        a, b = self.of(one), self.of(other)
        if a is b or not fits(a, b, differ=differ):
            return
        roots = (self.root(one), self.root(other))
        self._groups.join(*roots)
        root = self.root(one)
        joined = sorted(a + b, key=lambda r: r.key)
        for key in roots:
            self._members.pop(key, None)
        self._members[root] = joined
        for report in (one, other):
            self.reasons.setdefault(report.key, reason)


def fits(a: Sequence[Report], b: Sequence[Report], *, differ: bool = False) -> bool:
    """No two members exclude each other: neither by who acts nor, unless they may differ, by a day that pages state."""
    days = {r.known_day for r in (*a, *b) if r.known_day}
    if differ and days and (max(days) - min(days)).days > 1:
        return False
    return (differ or len(days) <= 1) and all(
        likeness(one, other) is not None for one in faces(a) for other in faces(b)
    )


def faces(group: Sequence[Report]) -> list[Report]:
    """One report for each way of telling: what a hundred copies say alike is compared once."""
    if len(group) < 3:
        return list(group)
    return list(
        {(r.type, r.mode, r.rule, r.status, r.actors, r.recipients, r.trigger, r.about): r for r in group}.values()
    )


def closest(a: Sequence[Report], b: Sequence[Report]) -> tuple[float, Report, Report, Likeness] | None:
    """The pair of members that are most alike."""
    best: tuple[float, Report, Report, Likeness] | None = None
    for one in faces(a):
        for other in faces(b):
            like = likeness(one, other)
            if like and (best is None or (-like.score, one.key, other.key) < (-best[0], best[1].key, best[2].key)):
                best = (like.score, one, other, like)
    return best


def merge_reports(reports: Sequence[Report]) -> Clusters:
    """Groups of reports of the same event."""
    clusters = Clusters(sorted(reports, key=lambda r: r.key))
    acts = [r for r in clusters_in_order(reports) if r.content_of is None]
    _merge_equal(clusters, [r for r in acts if not r.known_day], _telling, SAME_DAY, "copies of one text")
    _join_titles(clusters, acts)
    _merge_equal(clusters, [r for r in acts if r.day], lambda r: (r.family, r.day), SAME_DAY, "the same day")
    _join_news(clusters, acts)
    _join_background(clusters, acts)
    _join_differing(clusters, acts)
    coarse = [r for r in acts if r.day is None and edtf.bounds(r.date)]
    _merge_equal(clusters, coarse, lambda r: (r.family, r.date), SAME_DAY, "the same time", vague=True)
    _join_coarse(clusters, coarse, acts)
    undated = [r for r in acts if not edtf.bounds(r.date)]
    _merge_equal(clusters, undated, lambda r: (r.family, r.group), SAME_DAY, "the same page", vague=True)
    _join_undated(clusters, undated, acts)
    _merge_contents(clusters, [r for r in clusters_in_order(reports) if r.content_of is not None])
    return clusters


def _telling(report: Report) -> object:
    """What two copies of a text have in common where they tell the same."""
    return report.group, report.family, report.trigger, report.status


def clusters_in_order(reports: Iterable[Report]) -> list[Report]:
    """Reports by date and key."""
    return sorted(reports, key=lambda r: (edtf.sort_key(r.date), r.key))


def _merge_equal(
    clusters: Clusters, reports: Sequence[Report], pick: Pick, enough: float, what: str, *, vague: bool = False
) -> None:
    """Joins reports that share what `pick` gives and are alike enough, the most alike first.

    `vague`: where no day speaks for it, they must have words or an object in common.
    """
    bucket: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        bucket[pick(report)].append(report)
    pairs: list[tuple[float, str, str, Report, Report, Likeness]] = []
    for members in bucket.values():
        for n, one in enumerate(members):
            for other in _compared(one, members[n + 1 :]):
                like = likeness(one, other)
                if like and like.score >= enough and (not vague or _has_ground(one, like)):
                    pairs.append((-like.score, min(one.key, other.key), max(one.key, other.key), one, other, like))
    for _, _, _, one, other, like in sorted(pairs, key=lambda pair: pair[:3]):
        clusters.join(one, other, ", ".join((what, *like.why)))


def _compared(one: Report, later: Iterable[Report]) -> Iterator[Report]:
    """Those that a report is held against: of its own page the next few, as a page may say one sentence thousands of times."""
    beside = 0
    for other in later:
        if other.document == one.document:
            beside += 1
            if beside > MOST_BESIDE:
                continue
        yield other


def _has_ground(report: Report, like: Likeness) -> bool:
    """What speaks for one event where no date does: words, an object or the kind of words; a page tells of one accord."""
    if report.date and (edtf.length(report.date) or 0) > COARSE:
        return bool(like.shared - {"kind"}) or report.type == "AGREE"
    return bool(like.shared) or report.type == "AGREE"


def _join_differing(clusters: Clusters, acts: Sequence[Report]) -> None:
    """Joins what two pages tell in the same words of the same object but date a day apart."""
    days: dict[tuple[str, str, str | None], list[Report]] = defaultdict(list)
    for report in acts:
        if report.known_day and report.happened and report.actors and report.type in ONCE:
            days[report.family, report.type, report.mode].append(report)
    for _, members in sorted(days.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or "")):
        for n, one in enumerate(members):
            for other in members[n + 1 :]:
                like = likeness(one, other) if one.actors == other.actors else None
                if (
                    like
                    and _a_day_apart(one, other)
                    and one.group != other.group
                    and like.shared >= {"words", "matter"}
                ):
                    clusters.join(one, other, ", ".join(("dated a day apart", *like.why)), differ=True)


def _a_day_apart(one: Report, other: Report) -> bool:
    return one.day is not None and other.day is not None and abs((one.day - other.day).days) == 1


def _join_titles(clusters: Clusters, acts: Sequence[Report]) -> None:
    """A headline that gives no day tells what its own page's story tells."""
    stories: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in acts:
        if not report.title:
            stories[report.document, report.family].append(report)
    for report in acts:
        if report.title and report.known_day is None:
            options = _options(clusters, report, stories[report.document, report.family])
            if options and options[0][0] >= SAME_DAY - 0.3:
                _, other, like = options[0]
                clusters.join(report, other, ", ".join(("the headline of the page", *like.why)))


def _join_news(clusters: Clusters, acts: Sequence[Report]) -> None:
    """Reports dated only by their page join the act of the days before that they tell of."""
    known: dict[tuple[str, object], list[Report]] = defaultdict(list)
    for report in acts:
        if report.known_day:
            known[report.family, report.known_day].append(report)
    for report in acts:
        if report.how != "published" or not report.day or any(r.known_day for r in clusters.of(report)):
            continue
        near = [r for n in range(NEWS_DAYS + 1) for r in known[report.family, report.day - timedelta(n)]]
        options = _options(clusters, report, near)
        own_page = bool(options) and options[0][1].document == report.document and report.type in JOINT
        if options and options[0][0] >= (SAME_DAY if own_page else JOINING):
            _, other, like = options[0]
            clusters.join(report, other, ", ".join(("dated by its page only", *like.why)))


def _join_background(clusters: Clusters, acts: Sequence[Report]) -> None:
    """What a page tells below its news, dated only by the page, joins the like act of the months before.

    Words are spoken again and again; only deeds are recognised after weeks.
    """
    deeds: dict[str, list[Report]] = defaultdict(list)
    for report in acts:
        if report.known_day and report.type in DEEDS:
            deeds[report.family].append(report)
    for report in acts:
        if report.how != "published" or report.lead or any(r.known_day or r.lead for r in clusters.of(report)):
            continue
        before = [r for r in deeds[report.family] if _before(r, report, OLD_NEWS_DAYS)]
        options = _options(clusters, report, before)
        if options and options[0][0] >= BACKGROUND and _stands_out(clusters, options):
            _, other, like = options[0]
            clusters.join(report, other, ", ".join(("told as background", *like.why)))


def _join_coarse(clusters: Clusters, coarse: Sequence[Report], acts: Sequence[Report]) -> None:
    """A coarse report joins the one finer-dated act that it can mean."""
    days: dict[str, list[Report]] = defaultdict(list)
    for report in acts:
        if edtf.bounds(report.date):
            days[report.family].append(report)
    for report in sorted(coarse, key=lambda r: (edtf.length(r.date) or 0, r.key)):
        own = clusters.root(report)
        inside = [
            r
            for r in days[report.family]
            if r.date != report.date and edtf.contains(report.date, r.date) and clusters.root(r) != own
        ]
        options = _options(clusters, report, inside)
        if options and options[0][0] >= JOINING and _stands_out(clusters, options):
            _, other, like = options[0]
            clusters.join(report, other, ", ".join((f"{report.date} holds {other.date}", *like.why)))


def _join_undated(clusters: Clusters, undated: Sequence[Report], acts: Sequence[Report]) -> None:
    """An undated mention joins the act it means: of its own page, else the last such act before it."""
    by_family: dict[str, list[Report]] = defaultdict(list)
    for report in acts:
        if edtf.bounds(report.date) and report.happened:
            by_family[report.family].append(report)
    for report in undated:
        if any(edtf.bounds(r.date) for r in clusters.of(report)):
            continue
        own = [r for r in by_family[report.family] if r.document == report.document]
        options = _options(clusters, report, own)
        if options and options[0][0] >= SAME_DAY + 0.1 and _has_ground(report, options[0][2]):
            _, other, like = options[0]
            clusters.join(report, other, ", ".join(("the same page", *like.why)))
        elif report.happened and report.published and report.type in DEEDS:
            options = _options(clusters, report, [r for r in by_family[report.family] if _before(r, report)])
            if options and options[0][0] >= JOINING + 0.3 and _stands_out(clusters, options):
                _, other, like = options[0]
                clusters.join(report, other, ", ".join(("told without a date", *like.why)))


def _before(act: Report, report: Report, days: int = BACKGROUND_DAYS) -> bool:
    first = edtf.first_day(act.date)
    return first is not None and report.published is not None and 0 <= (report.published - first).days <= days


def _options(clusters: Clusters, report: Report, others: Sequence[Report]) -> list[tuple[float, Report, Likeness]]:
    """The groups that a report's group can join, the most alike first, each with its nearest member; of equals the later."""
    own, here, seen = clusters.of(report), clusters.root(report), set[str]()
    found: dict[str, tuple[float, Report, Likeness]] = {}
    for other in others:
        root = clusters.root(other)
        if root == here or root in seen:
            continue
        seen.add(root)
        group = clusters.of(other)
        best = closest(own, group) if fits(own, group) else None
        if best:
            found[root] = (best[0], best[2], best[3])
    late = edtf.sort_key
    return sorted(
        found.values(), key=lambda o: (-round(o[0], 3), *(-d.toordinal() for d in late(o[1].date)[:1]), o[1].key)
    )


def _stands_out(clusters: Clusters, options: Sequence[tuple[float, Report, Likeness]]) -> bool:
    """One act only can be meant: no other is nearly as alike, or far more sources tell of this one."""
    if len(options) == 1 or options[0][0] - options[1][0] >= MARGIN:
        return True
    days = [edtf.first_day(other.date) for score, other, _ in options if options[0][0] - score < MARGIN]
    known = [day for day in days if day]
    if known and (max(known) - min(known)).days <= ONE_COURSE:
        return True
    told = [len({r.source for r in clusters.of(other)}) for _, other, _ in options[:2]]
    return told[0] >= 3 and told[0] >= 3 * told[1]


def _merge_contents(clusters: Clusters, contents: Sequence[Report]) -> None:
    """What the same speech act speaks of is the same: contents follow the speech acts that hold them."""
    by_key = {r.key: root for group in clusters.all() for root in [group[0].key] for r in group}
    _merge_equal(
        clusters,
        contents,
        lambda r: (r.family, by_key.get(r.content_of or "", r.content_of)),
        SAME_DAY - 0.3,
        "content of the same speech act",
    )
