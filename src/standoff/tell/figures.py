"""Figures: mentions of one amount put together, with what they together say of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import floor, log
from typing import cast, get_args

from msgspec import structs

from standoff import edtf
from standoff.lexicon.numbers import hedge_before
from standoff.model import TOLD_IN, ActorRef
from standoff.record.rows import QuantityMention
from standoff.tell.money import NEAR, same_amount
from standoff.tell.parties import Sides
from standoff.tell.rows import StakeKind
from standoff.tell.sittings import Pages
from standoff.tell.words import words_at

KINDS: tuple[str, ...] = get_args(StakeKind)
APART, APART_SMALL = timedelta(days=183), timedelta(days=31)
"""The same amount again after so long is another figure; of a count below SMALL, which says less of itself, sooner."""
SMALL = 100
COUNTED = ("workforce", "firms")
HANDFUL = 20
SEVERAL = 5
"""Fewer people are persons told of, not a figure."""
VAGUE = 4
"""A range whose ends lie so far apart is a manner of speaking, not a figure."""
FIRMS = "NAMED:firms"
"""Whose a figure is where its page says no more than that it is the firms'."""


@dataclass(slots=True)
class Figure:
    """Mentions of one figure, with the party and the speaker that each gives it."""

    kind: StakeKind
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    per: str | None
    mentions: list[QuantityMention] = field(default_factory=list)
    claims: list[str | None] = field(default_factory=list)
    parties: list[str | None] = field(default_factory=list)
    named: str | None = None
    """The first party that a mention gives."""
    amounts: set[float] = field(default_factory=set)
    days: tuple[date, date] | None = None

    def add(self, other: "Figure") -> None:
        """Takes over another's mentions."""
        self.mentions += other.mentions
        self.claims += other.claims
        self.parties += other.parties
        self.named = self.named or other.named
        self.amounts |= other.amounts
        if self.days is None or other.days is None:
            self.days = self.days or other.days
        else:
            self.days = min(self.days[0], other.days[0]), max(self.days[1], other.days[1])

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
        return _most((m.quantity.as_of, m) for m in self.mentions) or _first_page(self.mentions)

    @property
    def best(self) -> float | None:
        """The amount that most sources print; of equals the one printed first."""
        told = _most((str(m.quantity.value) if m.quantity.value is not None else None, m) for m in self.mentions)
        return float(told) if told else None

    @property
    def hedge(self) -> str | None:
        """How most of those who print its amount bound it; None where they say it outright, or only about how much."""
        told = [
            hedge_before(m.where.quote[: max(0, m.quantity.start - m.where.start)])
            for m in self.mentions
            if m.quantity.value == self.best
        ]
        said, count = Counter(told).most_common(1)[0] if told else (None, 0)
        return said if said != "about" and 2 * count > len(told) else None

    @property
    def tells(self) -> bool:
        """It is a figure, and says something of a side: a handful of people or firms of nobody in particular does not."""
        if self.value is None and min(self.amounts) * VAGUE <= max(self.amounts):
            return False  # "hundreds of managers", "millions of dollars"
        largest = max((abs(value) for value in self.amounts), default=0.0)
        if self.unit == "person" and largest < SEVERAL:
            return False  # "two more members were hurt", "the two Sudans"
        return self.named is not None or self.kind not in COUNTED or largest >= HANDFUL

    def holds(self, other: "Figure") -> bool:
        """A mention of the same kind, unit and rate tells this figure: the same amount, no other party, at about that time."""
        counted = self.kind in COUNTED or self.per is not None
        exact = counted and (other.value or 0) >= SMALL and other.value in self.amounts
        if self.named and other.named and self.named != other.named and not exact:
            return False  # so many to the last one, or so much a year, are the same, whoever a page gives them to
        if self.value is None and other.value is None:
            alike = (self.low, self.high) == (other.low, other.high)
        else:
            alike = same_amount(self.value, other.value)
        if self.days is None or other.days is None:
            return alike
        apart = max(self.days[0] - other.days[1], other.days[0] - self.days[1])
        small = self.value is not None and abs(self.value) < SMALL
        return alike and apart <= (APART_SMALL if small else APART)

    def places(self) -> list[tuple[object, ...]]:
        """Where a figure of this amount may lie: its own place first, then those that an equal amount may have."""
        # of people and firms the unit is but the noun: 123 firms are 123 companies
        kind = (self.kind, None if self.kind in COUNTED else self.unit, self.per)
        if self.value is None:
            return [(*kind, self.low, self.high)]
        if abs(self.value) < 1000:
            return [(*kind, self.value)]
        step = floor(log(abs(self.value)) / log(1 + NEAR))
        return [(*kind, "about", step + side) for side in (0, -1, 1)]


def find_figures(mentions: Sequence[QuantityMention], sides: Sides, pages: Pages) -> list[Figure]:
    """Mentions that mean something to a party, put together where they tell one figure."""
    by_key = {mention.key: mention for mention in mentions}
    partner = {m.equals: m.key for m in mentions if m.equals} | {m.key: m.equals for m in mentions if m.equals}
    firms = whose_firms(mentions, sides)
    figures: list[Figure] = []
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for mention in sorted(mentions, key=lambda m: (m.where.document.published or "~", m.where.document.id, m.key)):
        one = _figure(mention, by_key.get(partner.get(mention.key) or ""), sides, pages, firms)
        if one is None:
            continue
        places = one.places()
        known = next((f for place in places for f in alike.get(place, ()) if f.holds(one)), None)
        if known is None:
            figures.append(one)
            alike.setdefault(places[0], []).append(one)
        else:
            known.add(one)
    return figures


def whose_firms(mentions: Sequence[QuantityMention], sides: Sides) -> str | None:
    """The side whose firms the pages count; None where they count those of several."""
    told = Counter(
        sides.of(m.quantity.party.id)
        for m in mentions
        if m.quantity.kind == "firms" and m.quantity.party is not None and sides.leads(m.quantity.party.id)
    )
    return next(iter(told)) if len(told) == 1 else None


def _figure(
    mention: QuantityMention, equal: QuantityMention | None, sides: Sides, pages: Pages, firms: str | None
) -> Figure | None:
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
    # a paper prints a figure, it is not whose figure it is
    side = sides.of(party.id) if party and not party.id.endswith("-MED") else None
    if side == FIRMS:
        side = firms
    return Figure(
        kind=cast(StakeKind, kind if kind in KINDS else "other"),
        value=own.value,
        low=own.low,
        high=own.high,
        unit=own.unit,
        per=own.per,
        mentions=[mention],
        parties=[side],
        claims=[_claimed(mention, own.claimed_by, pages)],
        named=side,
        amounts={amount for amount in (own.value, own.low, own.high) if amount is not None},
        days=edtf.bounds(own.as_of) or edtf.bounds(mention.where.document.published),
    )


def _claimed(mention: QuantityMention, who: ActorRef | None, pages: Pages) -> str | None:
    """Who claims an amount: an actor, or the name of a paper or agency as the page prints it."""
    if who is None or not who.id.endswith("-MED"):
        return who.id if who else None
    words = words_at(pages(mention.where.document.key).text, who).removeprefix("The ").removeprefix("the ")
    return words if words[:1].isupper() else who.id


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
