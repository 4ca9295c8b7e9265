"""The brief: a paragraph of sentences built from the rows of the other views, each with its sources.

Nothing stands in it that is not in a row. A topic of which the record knows nothing is left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice, pairwise

from standoff import edtf
from standoff.lexicon.state_words import StateWords, state_words
from standoff.model import PloverType
from standoff.record import Record
from standoff.tell.kept import kept
from standoff.tell.lines import dated, line
from standoff.tell.naming import name_all, name_of, on_date, possessive, say_date, say_list
from standoff.tell.parties import Sides, find_sides, last_page
from standoff.tell.promises import promises
from standoff.tell.rows import BriefLine, Outlook, PromiseRow, StateSpell, StateView, TalksRow, TimelineRow
from standoff.tell.since import look
from standoff.tell.since import since as changes
from standoff.tell.stakes import stakes
from standoff.tell.stakes_said import say_rates, say_stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline

WEIGHTY = 6
_BESIDE = 100  # characters of what goes on within a spell; the page of the state tells what is longer
RECENT = 1
TURNING: tuple[PloverType, ...] = ("SANCTION", "COERCE", "RETREAT", "COOPERATE", "PROTEST", "CONCEDE")
OPEN = 3
LONG, STALE = 200, {"offer": 60}
"""Days after which an entry that nothing answered is no news."""
OUTCOMES = {
    "agreed": "it ended in an agreement",
    "adjourned": "it ended without a deal",
    "failed": "it failed",
    "held": "what came of it was not found",
}
LATER = {"agreed": "an agreement followed", "adjourned": "talks were suspended", "failed": "talks were broken off"}
"""What came of a round on a later day."""
_WITH = re.compile(r" (?:at|between|for|from|in|of|on|through|to|under|with) ")
"""Before what stands behind the head of the thing's name."""
_CAME = tuple(kind for kind in OUTCOMES if kind != "held")


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences are made with."""

    thing: str
    sides: Sides
    words: StateWords = field(default_factory=partial(state_words, None))

    @property
    def plural(self) -> bool:
        """The thing is several: strikes, talks; not work under contracts."""
        head = _WITH.split(self.thing)[0]
        return head.endswith("s") and not head.endswith(("ss", "us", "is"))

    def name(self, actor: str) -> str:
        """The actor as prose has it."""
        return name_of(actor, self.sides)

    def names(self, actors: Iterable[str]) -> str:
        """Several actors as prose has them."""
        return name_all(actors, self.sides)

    def claim(self, spell: StateSpell) -> str:
        """Who alone says that it is so."""
        return f", according to {self.name(spell.claimed_by)}" if spell.claimed_by else ""


def brief(
    record: Record, *, at: str | None = None, says: str | None = None, since: str | None = None
) -> list[BriefLine]:
    """The brief as known from pages up to `at`, as one party tells it with `says`; what is new after `since`."""
    if since is not None:
        return changes(record, look(record, at=since, says=says), at=at, says=says)
    return whole(record, at=at, says=says)


@kept
def whole(record: Record, *, at: str | None = None, says: str | None = None) -> list[BriefLine]:
    """The brief of all that is known."""
    events = record.events(at)
    subject = record.subject()
    words = state_words(subject.name if subject else None)
    named = with_article(subject.name) if subject else "the thing in dispute"
    told = Told(words.thing.format(x=named), find_sides(subject, events), words)
    day = at or last_page(record.documents())
    happened = timeline(record, at=at, says=says)
    chosen = choose(happened, day)
    view, figures = state(record, at=at, says=says), stakes(record, at=at, says=says)
    return [
        *say_state(view, told, day),
        *_in_order(chosen, say_turns(view, chosen, told, day)),
        *say_talks(talks(record, at=at, says=says), told, day),
        *say_stakes(figures, told.sides),
        *say_open(promises(record, at=at, says=says), told, day),
        *say_checks(happened),
        *say_rates(figures),
    ]


def _in_order(chosen: Sequence[TimelineRow], turns: Sequence[tuple[str, BriefLine]]) -> list[BriefLine]:
    """What happened, with the days on which the thing itself changed, by date."""
    told = [(row.date or "", line("happened", dated(row), [row.id], row.sources)) for row in chosen]
    return [one for _, one in sorted([*told, *turns], key=lambda each: edtf.sort_key(each[0]))]


def with_article(name: str) -> str:
    """The name of the thing as a sentence has it; one word stands alone, and what begins with an owner.

    >>> with_article("Alder Gate Crossing"), with_article("The mine"), with_article("Alderney")
    ('the Alder Gate Crossing', 'the mine', 'Alderney')
    >>> with_article("Togo's gate to Benin")
    "Togo's gate to Benin"
    """
    if name[:4].lower() == "the ":
        return f"the {name[4:]}"
    first, _, rest = name.strip().partition(" ")
    return f"the {name}" if rest and not first.endswith(("'s", "’s", "s'", "s’")) else name


def say_state(view: StateView, told: Told, day: str | None) -> list[BriefLine]:
    """What is the case and since when, then what is announced."""
    lines = []
    spells = [spell for spell in view.history if edtf.began_by(spell.from_, day)]
    if spells:
        lines.append(_say_spell(spells, told, day))
    return lines + [_say_outlook(one, told) for one in view.outlook[-2:]]


def _say_spell(spells: Sequence[StateSpell], told: Told, day: str | None) -> BriefLine:
    """The state of the last spell, since the first of those like it that lead up to it, and what else is noted of it."""
    now, first = spells[-1], len(spells) - 1
    while first > 0 and spells[first - 1].state == now.state:
        first -= 1
    begun = spells[first]
    between = f", {told.words.between} {told.names(told.sides.parties)}," if len(told.sides.parties) > 1 else ""
    since = f" since {say_date(begun.from_)}" if begun.from_ else ""
    as_of = f"As of {say_date(day)}, {told.thing}" if day else told.thing[0].upper() + told.thing[1:]
    sub = f" ({now.sub})" if now.sub and len(now.sub) <= _BESIDE else ""
    held = told.words.since[now.state] if since else told.words.now[now.state]
    if now.state == "open" and not any(spell.state in ("shut", "restricted") for spell in spells):
        held, since = (told.words.never, "") if told.words.never != told.words.now["open"] else (held, since)
    if told.plural:
        held = held.replace("has ", "have ", 1).replace("is ", "are ", 1)
    sources = (*begun.sources, *now.sources) if begun is not now else now.sources
    claim = told.claim(begun)
    return line(
        "state", f"{as_of}{between} {held}{since}{claim}{sub}.", list(dict.fromkeys((begun.id, now.id))), sources
    )


def _say_outlook(one: Outlook, told: Told) -> BriefLine:
    by = told.names(one.by) if one.by else "Somebody"
    until = f", for {say_date(one.for_)}" if one.for_ else ""
    said = told.words.ahead[one.state]
    text = f"{by} announced{on_date(one.announced)} that it is to be {said}{until}; that has not happened yet."
    return line("outlook", text, [], one.sources)


def choose(rows: Sequence[TimelineRow], day: str | None) -> list[TimelineRow]:
    """The events that a brief tells: of each day the weightiest, of all days the weightiest and the last. `rows`: by date."""
    best = _best_of_days(rows, day)
    if not best:
        return []
    weights = sorted((row.weight for row in best), reverse=True)
    heavy = [row for row in best if row.weight >= weights[min(WEIGHTY, len(best)) - 1]]
    chosen = sorted(heavy, key=lambda r: (-r.weight, r.id))[:WEIGHTY]
    least = weights[2 * len(best) // 3]  # the last is told unless it is among the lightest third
    rest = (r for r in reversed(best) if r.weight >= least and r.date_how != "published" and r.type != "CONSULT")
    ids = {row.id for row in chosen}
    latest = islice((r for r in rest if r.id not in ids), RECENT)
    return sorted([*chosen, *latest], key=lambda r: (edtf.sort_key(r.date), r.id))


def _best_of_days(rows: Sequence[TimelineRow], day: str | None) -> list[TimelineRow]:
    """Of each date that is told to the month or finer the weightiest event that happened by the day, in order."""
    until = edtf.last_day(day) if day is not None else date.max
    if until is None:
        return []
    best: dict[str | None, TimelineRow | None] = {}
    for row in rows:
        if row.status not in ("happened", "ongoing"):
            continue
        if row.date not in best:
            limits = edtf.bounds(row.date)
            fine = limits is not None and limits[0] <= until and (limits[1] - limits[0]).days < 31
            best[row.date] = row if fine else None
        elif (known := best[row.date]) is not None and (-row.weight, row.id) < (-known.weight, known.id):
            best[row.date] = row
    return [row for row in best.values() if row is not None]


def say_turns(
    view: StateView, chosen: Sequence[TimelineRow], told: Told, day: str | None
) -> list[tuple[str, BriefLine]]:
    """The days on which the thing came to be open or shut that no chosen event tells, each with its sentence."""
    spells = [spell for spell in view.history if edtf.began_by(spell.from_, day)]
    told_on = {row.date for row in chosen if row.type in TURNING}
    found = []
    for before, now in pairwise(spells):
        became = told.words.turned.get(now.state)
        if now.state == before.state or became is None or not edtf.is_day(now.from_) or now.from_ in told_on:
            continue
        verb = became.replace("was ", "were ", 1) if told.plural else became
        text = f"{on_date(now.from_).strip()}, {told.thing} {verb}{told.claim(now)}."
        if (now.from_ or "").endswith("?"):  # agreed for that day, and later pages tell as if it had come about
            was = "were" if told.plural else "was"
            text = f"{on_date(now.from_).strip()}, {told.thing} {was} to be {told.words.ahead[now.state]}, as agreed."
        found.append((now.from_ or "", line("happened", text, [now.id], now.sources)))
    return found[-RECENT:]


def say_talks(rows: Sequence[TalksRow], told: Told, day: str | None) -> list[BriefLine]:
    """The last round held, the last one whose outcome is told where that is another, and the next one."""
    lines = []
    held = [r for r in rows if r.status == "happened"]
    if held:
        last = held[-1]
        where = f" ({last.venue})" if last.venue else ""
        heads = say_list([f"{h.name} for {told.name(h.party)}" if h.party else h.name for h in last.heads])
        led = f", led by {heads}" if heads else ""
        several = len(held) > 1
        count = f"{len(held)} rounds of talks. The last was" if several else "one round of talks,"
        days = f"{last.date}/{last.end}" if last.end else last.date
        text = f"Found in the pages: {count}{on_date(days)}{where}{led}; {_say_outcome(last)}."
        known = next((r for r in reversed(held) if r.outcome_kind in _CAME), last)
        rows_said = [last] if known is last or last.outcome_kind in _CAME else [last, known]
        if len(rows_said) > 1:
            text += f" Of the one{on_date(known.date)} a page says: {_say_outcome(known)}."
        lines.append(line("talks", text, [r.id for r in rows_said], [s for r in rows_said for s in r.sources]))
    ahead = [
        r for r in rows if r.outcome_kind == "planned" and r.date and (day is None or not edtf.before(r.date, day))
    ]
    for row in ahead[:1]:
        where = f" ({row.venue})" if row.venue else ""
        lines.append(line("next", f"The next talks are set for {say_date(row.date)}{where}.", [row.id], row.sources))
    return lines


def _say_outcome(row: TalksRow) -> str:
    """What came of a round; of what came of it on a later day with that day."""
    later = LATER.get(row.outcome_kind) if row.outcome_date else None
    return f"{later}{on_date(row.outcome_date)}" if later else OUTCOMES.get(row.outcome_kind, OUTCOMES["held"])


def say_open(rows: Sequence[PromiseRow], told: Told, day: str | None) -> list[BriefLine]:
    """The latest entries of the ledger with a day that nothing has answered, those overdue first."""
    waiting = [r for r in rows if r.outcome in ("open", "overdue") and r.what and r.by and r.kind != "deadline"]
    waiting = [r for r in waiting if (r.kind != "demand" or r.to) and (r.made or r.due)]
    waiting = [r for r in waiting if r.outcome == "overdue" or set(r.by) != set(r.to)]  # an accord waits for no answer
    waiting = [r for r in waiting if day is None or (edtf.gap(_spoken(r), day) or 0) <= STALE.get(r.kind, LONG)]
    waiting.sort(key=lambda r: (r.outcome == "overdue", edtf.sort_key(_spoken(r) or "0001"), r.id))
    return [line("open", _say_entry(row, told), [row.id], row.sources) for row in reversed(waiting[-OPEN:])]


def _spoken(row: PromiseRow) -> str | None:
    """When it was said; at the latest when the first page told of it."""
    return row.made or row.due or next((s.published for s in row.sources if s.published), None)


def _say_entry(row: PromiseRow, told: Told) -> str:
    state = "Overdue" if row.outcome == "overdue" else "No answer found"
    to = f" to {told.names(row.to)}" if row.to and set(row.to) != set(row.by) else ""
    when = f" of {say_date(row.made)}" if row.made else ""
    due = f", due {say_date(row.due)}" if row.due else ""
    return f"{state}: {possessive(told.names(row.by))} {row.kind}{to}{when}: “{_inner(row.what)}”{due}."


def _inner(words: str | None) -> str:
    """Words to stand between quotation marks: their own become single, a full stop goes."""
    return (words or "").replace("“", "‘").replace("”", "’").replace('"', "'").rstrip(".")


def say_checks(rows: Sequence[TimelineRow]) -> list[BriefLine]:
    """Where sources contradict each other."""
    odd = [row for row in rows if row.differs]
    if not odd:
        return []
    first = max(odd, key=lambda r: (r.weight, r.id))
    values = say_list(
        [f"{c.value} ({c.sources[0].publisher or c.sources[0].document})" for c in first.differs if c.sources][:3]
    )
    many = f"Sources differ on {len(odd)} entries" if len(odd) > 1 else "Sources differ on one entry"
    text = f"{many}; check {first.differs[0].field}: {values}, of “{first.summary.rstrip('.')}”."
    return [line("check", text, [row.id for row in odd], [s for c in first.differs for s in c.sources[:1]])]
