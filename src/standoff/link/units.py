"""What one text tells once: the reports of a page and its copies, put together before other pages are looked at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import msgspec
from msgspec.structs import replace

from standoff import edtf
from standoff.link.groups import Groups
from standoff.link.same import ALIKE, DEEDS, FEWEST_WORDS, THING, Likeness, Report, likeness, modes_agree

SAME = 1.9
"""What must speak for it that two reports of one day tell of one act."""
HEADLINE = 1.6
"""A headline is shorter than what it heads."""
TITLE_WORDS = 1.25
"""The same where it has the word for the act and who acts from the story; what is acted on it often calls by another name."""
LEADING_ACCORD = 1.3
"""The same where both tell of an accord or of talks of one day: the headline names whom it will."""
BEHIND = 30
"""Days before its page of which a headline tells no news."""
_EVER = 10**6
DONE = (*DEEDS, "ACCUSE")
"""What one side hardly does twice in one sentence."""
MOST_ALIKE = 60
"""So many reports of one text in the same words are held against each other: a page may say one sentence thousands of times."""


class Unit(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Reports of one text that tell of one act. They stand in one cell: one kind of act at one time."""

    cell: str
    reports: tuple[Report, ...]
    reasons: dict[str, str]


def units_of(reports: Sequence[Report]) -> list[Unit]:
    """The units of a text, from all reports of the page and its copies that are acts by themselves."""
    in_order = _in_kind(sorted(reports, key=lambda r: r.key))
    groups, reasons = Groups([r.key for r in in_order]), dict[str, str]()
    days = {r.key: r.known_day for r in in_order if r.known_day and not r.borrowed}
    for one, other, reason in (*_told_again(in_order), *_in_one_sentence(in_order), *_headlines(in_order)):
        roots = groups.root(one.key), groups.root(other.key)
        told = {days[root] for root in roots if root in days}
        if len(told) <= 1 and groups.join(*roots):
            days.update((groups.root(one.key), day) for day in told)
            for report in (one, other):
                reasons.setdefault(report.key, reason)
    by_key = {r.key: r for r in in_order}
    found = []
    for keys in groups.all():
        members = tuple(by_key[key] for key in keys)
        found.append(
            Unit(cell=cell_of(members), reports=members, reasons={k: reasons[k] for k in keys if k in reasons})
        )
    return found


def cell_of(members: Sequence[Report]) -> str:
    """The kind and time of a unit: its known day, else the day of the page, else a coarser date, else its text alone."""
    family = members[0].family
    known = [r.known_day for r in members if r.known_day and not r.borrowed]
    days = known or [r.known_day for r in members if r.known_day] or [r.day for r in members if r.day]
    if days:
        return f"{family}|{min(days).isoformat()}"
    coarse = [r for r in members if r.first]
    if coarse:
        return f"{family}|{min(coarse, key=lambda r: (edtf.length(r.date) or _EVER, r.date, r.key)).date}"
    return f"{family}|@{members[0].group}"


def _told_again(reports: Sequence[Report]) -> Iterator[tuple[Report, Report, str]]:
    """What copies of a text tell in the same words, where no day tells one from another."""
    alike: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        if not report.known_day:
            alike[report.family, report.trigger, report.status, report.date].append(report)
    for members in alike.values():
        for one, other in combinations(members[:MOST_ALIKE], 2):
            like = likeness(one, other)
            if like and like.score >= SAME:
                yield one, other, ", ".join(("copies of one text", *like.why))


def _in_one_sentence(reports: Sequence[Report]) -> Iterator[tuple[Report, Report, str]]:
    """What a sentence tells in two verbs of one kind that the same side does at the same time: `shut it and sealed it off`."""
    alike: dict[object, list[Report]] = defaultdict(list)
    attacks: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        if report.type not in DONE or report.content_of is not None:
            continue
        done = report.document, report.context, report.family, report.status, report.negated, report.date
        if report.actors:
            alike[done, report.actors].append(report)
        if report.type == "ASSAULT":
            attacks[done].append(report)
    # an attack is told by what it did to each: by whom, only one of them need say
    by_one = (told for told in attacks.values() if len({r.actors for r in told if r.actors}) <= 1)
    for members in (*alike.values(), *by_one):
        for one, other in pairwise(members):
            if one.start != other.start and modes_agree(one, other):
                yield one, other, "told in one sentence"


def _in_kind(reports: Sequence[Report]) -> list[Report]:
    """The reports, where a headline that tells the news as another kind of act is put to the kind of the story's lead.

    `Villagers quit talks` is what `walked out of the talks` says at length: who acts, when and in which words agree, and the
    story tells nothing else that the headline could mean.
    """
    found = []
    for report in reports:
        story = [r for r in reports if not r.title and r.document == report.document] if report.title else []
        told = any((like := likeness(report, r)) and _is_headed(report, r, like) for r in story)
        if report.borrowed and not told:
            same = [r for r in story if r.lead and _heads(report, r)]
            report = replace(report, family=same[0].family) if len({r.family for r in same}) == 1 else report
        found.append(report)
    return found


def _heads(title: Report, story: Report) -> bool:
    """A headline may say in other words what the lead of its story tells, but for a deed that the lead only threatens."""
    if title.type in DEEDS and story.type == "THREATEN":
        return False
    sides = title.actors - title.vague in (story.actors, frozenset()) and bool(story.actors or not title.actors)
    day = title.first is None or title.first == story.first
    said = title.beside | title.about | title.trigger
    alike = bool(said & (story.beside | story.about | story.context) - {THING})
    return sides and day and title.happened and story.happened and not title.negated and alike


def _in_short(title: Report, story: Report) -> bool:
    """A headline says in short what the sentence says: most of its words are there, beside those for the act."""
    shared = title.context & story.context
    return len(shared) >= ALIKE * len(title.context) and len(shared - title.trigger) >= FEWEST_WORDS


def _headlines(reports: Sequence[Report]) -> Iterator[tuple[Report, Report, str]]:
    """A headline that prints no day tells what its own page's story tells."""
    stories: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if not report.title:
            stories[report.document, report.family].append(report)
    for report in reports:
        if report.borrowed or (report.title and report.known_day is None):
            story = [r for r in stories[report.document, report.family] if not _is_background(r)]
            likes = [(like, r) for r in story if (like := likeness(report, r)) and _is_headed(report, r, like)]
            best = min(likes, key=lambda found: _rank(report, *found), default=None)
            if best:
                yield report, best[1], ", ".join(("the headline of the page", *best[0].why))


def _is_to_come(title: Report, story: Report) -> bool:
    """A headline tells as done what its story sets for a day to come."""
    planned = title.happened and story.status == "planned"
    return planned and title.published is not None and story.first is not None and story.first > title.published


def _only_kind(like: Likeness) -> bool:
    """Nothing but sides and type speaks for it."""
    return like.shared.isdisjoint({"words", "kind", "like", "matter"})


def _at_other_times(title: Report, story: Report) -> bool:
    """What a headline tells by a time of its own is not of that of the story: `Norway quits 1998 pact`."""
    if title.first is None or title.last is None or story.first is None or story.last is None:
        return False
    return title.last < story.first or story.last < title.first


def _rank(title: Report, like: Likeness, story: Report) -> tuple[bool, float, int, str]:
    """What a headline means first: what is told of its own day, then what is most alike."""
    return title.first != story.first, -round(like.score, 3), story.start, story.key


def _is_background(report: Report) -> bool:
    """Its page tells it long after."""
    return bool(report.published and report.last and (report.published - report.last).days > BEHIND)


def _is_headed(title: Report, story: Report, like: Likeness) -> bool:
    """A headline tells an act of its story: of one day with it, or in the same words or kind of words."""
    if (not title.borrowed and _at_other_times(title, story)) or (_is_to_come(title, story) and _only_kind(like)):
        return False
    day = title.known_day is None or title.first == story.first or bool(like.shared & {"words", "kind", "matter"})
    if day and "same actor" in like.why and "words" in like.shared and like.score >= TITLE_WORDS:
        return True
    if story.lead and "same actor" in like.why and title.first == story.first and _in_short(title, story):
        return True
    accord = title.joint and story.joint and story.lead and title.first == story.first
    return _heads(title, story) or (day and like.score >= (LEADING_ACCORD if accord else HEADLINE))
