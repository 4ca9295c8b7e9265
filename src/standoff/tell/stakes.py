"""What the stand-off costs and brings each party: figures with unit, rate, as-of date, who claims them, and the sources.

Mentions of one figure are one row: the same party, kind, unit, rate and amount (to one part in a hundred), told within
half a year. Where sources give other amounts for the same thing at the same time, each is a row and `differs` holds all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args

from msgspec import structs

from standoff import edtf
from standoff.model import ActorRef
from standoff.record import Record
from standoff.record.rows import QuantityMention
from standoff.tell.money import same_amount, say_amount
from standoff.tell.parties import Sides, cite_all, find_sides, last_page
from standoff.tell.rounds import Pages
from standoff.tell.rows import Claim, StakeKind, StakeRow
from standoff.tell.state import state
from standoff.tell.sums import Spell, computed_rows, shut_spell
from standoff.tell.words import stems, words_at

KINDS: tuple[str, ...] = get_args(StakeKind)
APART_DAYS = 183
"""The same amount again after so long is another figure."""
SMALL, APART_DAYS_SMALL = 100, 31
"""A smaller count says less of itself, and so soon is another figure."""
SAME_TIME = 45
COUNTED = ("workforce", "firms")
HANDFUL = 10
VAGUE = 4
"""A range whose ends lie so far apart is a manner of speaking, not a figure."""
TOLD_IN = ("story", "title", "caption")


@dataclass(slots=True)
class Figure:
    """Mentions of one figure, with what they together say of it."""

    kind: StakeKind
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    mentions: list[QuantityMention] = field(default_factory=list)
    claims: list[str | None] = field(default_factory=list)
    parties: list[str | None] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The smallest key of its mentions."""
        return min(mention.key for mention in self.mentions)

    @property
    def what(self) -> str | None:
        """The words that most sources use for what is measured."""
        return _most((m.quantity.of, m) for m in self.mentions)

    @property
    def claimed_by(self) -> str | None:
        """Who says so, where at least half of the sources that print it attribute it to them."""
        best = _most(zip(self.claims, self.mentions, strict=True))
        sources = {m.where.document.source for m in self.mentions}
        saying = {m.where.document.source for c, m in zip(self.claims, self.mentions, strict=True) if c == best}
        return best if 2 * len(saying) >= len(sources) else None

    @property
    def party(self) -> str | None:
        """Whose figure it is, as most sources have it."""
        return _most(zip(self.parties, self.mentions, strict=True))

    @property
    def as_of(self) -> str | None:
        """The date that the pages give for it, else that of the first page that tells it."""
        stated = _most((m.quantity.as_of, m) for m in self.mentions)
        return stated or _first_page(self.mentions)

    @property
    def best(self) -> float | None:
        """The amount that most sources print; of equals the one printed first."""
        told = _most((str(m.quantity.value) if m.quantity.value is not None else None, m) for m in self.mentions)
        return float(told) if told else None

    @property
    def ends(self) -> list[float]:
        """Every amount that its mentions print."""
        found = [v for m in self.mentions for v in (m.quantity.value, m.quantity.low, m.quantity.high)]
        return [value for value in found if value is not None]

    @property
    def tells(self) -> bool:
        """It is a figure, and says something of a side: a handful of people or firms of nobody in particular does not."""
        if self.best is None and min(self.ends) * VAGUE <= max(self.ends):
            return False  # "hundreds of managers", "millions of dollars"
        largest = max((abs(value) for value in self.ends), default=0.0)
        return self.party is not None or self.kind not in COUNTED or largest >= HANDFUL

    def holds(self, other: "Figure") -> bool:
        """A mention of the same kind, unit and rate tells this figure: the same amount, no other party, at about that time."""
        counted = self.kind in COUNTED or self.per is not None
        exact = counted and (other.value or 0) >= 100 and other.value in self.ends
        if self.party and other.party and self.party != other.party and not exact:
            return False  # so many to the last one, or so much a year, are the same, whoever a page gives them to
        alike = (
            same_amount(self.value, other.value)
            if self.value is not None or other.value is not None
            else (self.low, self.high) == (other.low, other.high)
        )
        small = self.value is not None and abs(self.value) < SMALL
        apart = edtf.gap(_span(self.dates), _span(other.dates))
        return alike and (apart is None or apart <= (APART_DAYS_SMALL if small else APART_DAYS))


def stakes(record: Record, *, at: str | None = None, says: str | None = None) -> list[StakeRow]:
    """The figures that pages up to `at` tell, by party and kind, the latest last; those a party claims with `says`."""
    sides = find_sides(record.subject(), record.events(at))
    told = record.quantities(at)
    spell = shut_spell(state(record, at=at), at or last_page(record.documents(at)))
    return tell_figures(told, sides=sides, pages=record.annotation, spell=spell, says=says)


def tell_figures(
    mentions: Sequence[QuantityMention],
    *,
    sides: Sides,
    pages: Pages,
    spell: Spell | None = None,
    says: str | None = None,
) -> list[StakeRow]:
    """The rows of the figures that mentions tell, those worked out from them included."""
    figures = [f for f in find_figures(mentions, sides, pages) if f.tells and _claims(f, says, sides)]
    row_of = {mention.key: figure.id for figure in figures for mention in figure.mentions}
    rows = [_row(figure, figures, row_of) for figure in figures]
    rows += computed_rows(rows, spell=spell)
    order = {party: i for i, party in enumerate(sides.parties)}
    return sorted(
        rows,
        key=lambda r: (
            order.get(r.party or "", len(order)),
            r.party or "~",
            KINDS.index(r.kind),
            r.computed is not False,
            r.unit or "",
            edtf.sort_key(r.as_of),
            r.id,
        ),
    )


def find_figures(mentions: Sequence[QuantityMention], sides: Sides, pages: Pages) -> list[Figure]:
    """Mentions that mean something to a party, put together where they tell one figure."""
    by_key = {mention.key: mention for mention in mentions}
    partner = {m.equals: m.key for m in mentions if m.equals} | {m.key: m.equals for m in mentions if m.equals}
    figures: list[Figure] = []
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for mention in sorted(mentions, key=lambda m: (m.where.document.published or "~", m.where.document.id, m.key)):
        one = _figure(mention, by_key.get(partner.get(mention.key) or ""), sides, pages)
        if one is None:
            continue
        # of people and firms the unit is but the noun: 123 firms are 123 companies
        bucket = alike.setdefault((one.kind, None if one.kind in COUNTED else one.unit, one.per), [])
        known = next((figure for figure in bucket if figure.holds(one)), None)
        if known is None:
            figures.append(one)
            bucket.append(one)
        else:
            known.mentions += one.mentions
            known.claims += one.claims
            known.dates += one.dates
            known.parties += one.parties
    return figures


def _figure(mention: QuantityMention, equal: QuantityMention | None, sides: Sides, pages: Pages) -> Figure | None:
    """A mention as a figure; what it leaves open is taken from the amount that the page calls the same."""
    if mention.where.part not in TOLD_IN:
        return None
    own, other = mention.quantity, equal.quantity if equal is not None else None
    kind = own.kind or (other.kind if other else None)
    if kind is None or (own.value is None and own.low is None and own.high is None):
        return None
    if other is not None:
        own = structs.replace(
            own,
            of=own.of or other.of,
            claimed_by=own.claimed_by or other.claimed_by,
            as_of=own.as_of or other.as_of,
            per=own.per or other.per,
        )
        mention = structs.replace(mention, quantity=own, equals=equal.key if equal is not None else None)
    party = own.party or (other.party if other else None)
    dates = [date for date in (own.as_of, mention.where.document.published) if edtf.bounds(date)][:1]
    return Figure(
        kind=cast(StakeKind, kind if kind in KINDS else "other"),
        value=own.value,
        low=own.low,
        high=own.high,
        unit=own.unit,
        per=own.per,
        mentions=[mention],
        # a paper prints a figure, it is not whose figure it is
        parties=[sides.of(party.id) if party and not party.id.endswith("-MED") else None],
        claims=[_claimed(mention, own.claimed_by, pages)],
        dates=[date for date in dates if date],
    )


def _claimed(mention: QuantityMention, who: ActorRef | None, pages: Pages) -> str | None:
    """Who claims an amount: an actor, or the name of a paper or agency as the page prints it."""
    if who is None or not who.id.endswith("-MED"):
        return who.id if who else None
    words = words_at(pages(mention.where.document.key).text, who).removeprefix("The ").removeprefix("the ")
    return words if words[:1].isupper() else who.id


def _row(figure: Figure, figures: Sequence[Figure], row_of: dict[str, str]) -> StakeRow:
    rivals = [other for other in figures if other is not figure and _differs(figure, other)]
    ends = [value for f in (figure, *rivals) for value in f.ends]
    several = len(set(ends)) > 1
    equal = next((row_of[m.equals] for m in figure.mentions if m.equals in row_of), None)
    return StakeRow(
        id=figure.id,
        party=figure.party,
        what=figure.what,
        kind=figure.kind,
        value=figure.best,
        low=min(ends) if several else figure.low,
        high=max(ends) if several else figure.high,
        unit=figure.unit,
        per=figure.per,
        as_of=figure.as_of,
        approx=2 * sum(m.quantity.approx for m in figure.mentions) >= len(figure.mentions),
        claimed_by=figure.claimed_by,
        equals=equal if equal != figure.id else None,
        sources=cite_all(m.where for m in figure.mentions),
        differs=tuple(_claim(f) for f in (figure, *rivals)) if rivals else (),
    )


def _differs(one: Figure, other: Figure) -> bool:
    """Both are told for the same thing at the same time, and are not far apart: sources differ on it."""
    same = (one.kind, one.unit, one.per, one.party) == (other.kind, other.unit, other.per, other.party)
    if not same or one.party is None or not one.value or not other.value:
        return False
    near = edtf.gap(one.as_of, other.as_of)
    time = 0 if one.kind == "other" else SAME_TIME  # how many are where changes from day to day
    low, high = sorted((abs(one.value), abs(other.value)))
    alike = stems(one.what) == stems(other.what) or bool(stems(one.what) & stems(other.what))
    return near is not None and near <= time and high <= 2 * low and alike


def _claim(figure: Figure) -> Claim:
    said = say_amount(figure.best, figure.low, figure.high, figure.unit, figure.per)
    return Claim(field="value", value=said, sources=cite_all(m.where for m in figure.mentions))


def _claims(figure: Figure, says: str | None, sides: Sides) -> bool:
    """The party claims the figure; always, where none is asked for."""
    claimed = figure.claimed_by
    return says is None or (claimed is not None and sides.of(claimed) == sides.of(says))


def _most(told: Iterable[tuple[str | None, QuantityMention]]) -> str | None:
    """The value that most independent sources give, of equals the one told first."""
    sources: dict[str, set[str]] = {}
    for value, mention in told:
        if value:
            sources.setdefault(value, set()).add(mention.where.document.source)
    return max(sources, key=lambda value: len(sources[value])) if sources else None


def _first_page(mentions: Iterable[QuantityMention]) -> str | None:
    days = [day for m in mentions if (day := m.where.document.published) and edtf.bounds(day)]
    return min(days, key=edtf.sort_key) if days else None


def _span(dates: Sequence[str]) -> str | None:
    """One date that holds all."""
    limits = [limit for date in dates if (limit := edtf.bounds(date))]
    return edtf.of_days(min(first for first, _ in limits), max(last for _, last in limits)) if limits else None
