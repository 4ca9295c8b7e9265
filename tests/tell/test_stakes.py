from pathlib import Path

import pytest

from standoff.model import ActorRef, Annotation, Quantity
from standoff.tell.money import per_day, same_amount
from standoff.tell.parties import Sides
from standoff.tell.rows import StakeRow
from standoff.tell.stakes import stakes, tell_figures
from standoff.tell.stakes_said import say_rates
from standoff.tell.sums import Spell
from standoff.testing import PageMaker, page, record_of

SIDES = Sides(("KOR", "PRK"))


class Money(PageMaker):
    """A page with a sentence for each amount."""

    quantities: tuple[Quantity, ...] = ()

    def amount(
        self,
        value: float | None = None,
        *,
        kind: str | None = "loss",
        unit: str | None = "USD",
        party: str | None = "KOR",
        of: str | None = "losses",
        by: str | None = None,
        low: float | None = None,
        high: float | None = None,
        per: str | None = None,
        as_of: str | None = None,
        equals: int | None = None,
        part: str = "story",
        hedge: str = "",
    ) -> "Money":
        words = f"{value or low} {unit} {of or ''} of {party}"
        sentence = self._sentence(f"There are {hedge}{words}, no. {len(self.quantities)}.", part)
        start = sentence.start + len(f"There are {hedge}")

        def ref(id: str | None) -> ActorRef | None:
            return ActorRef(start=start, end=start + 1, id=id) if id else None

        new = Quantity(
            start=start,
            end=start + len(words),
            value=value,
            low=low,
            high=high,
            unit=unit,
            per=per,
            of=of,
            equals=equals,
            kind=kind,
            party=ref(party),
            claimed_by=ref(by),
            as_of=as_of,
            approx=bool(hedge),
        )
        self.quantities += (new,)
        return self

    def annotation(self) -> Annotation:
        made = super().annotation()
        return Annotation(id=made.id, text=made.text, meta=made.meta, parts=made.parts, quantities=self.quantities)


def rows_of(folder: Path, *pages: PageMaker, spell: Spell | None = None, says: str | None = None) -> list[StakeRow]:
    record = record_of(folder, pages)
    return tell_figures(record.quantities(), sides=SIDES, pages=record.annotation, spell=spell, says=says)


def test_one_figure_from_two_pages(tmp_path: Path) -> None:
    rows = rows_of(
        tmp_path,
        Money("p1", "2013-04-03").amount(53000, kind="workforce", unit="person", party="PRK", of="workers"),
        Money("p2", "2013-04-29").amount(53000, kind="workforce", unit="person", party="PRK", of="its workers"),
    )
    assert [(r.party, r.kind, r.value, r.as_of, len(r.sources)) for r in rows] == [
        ("PRK", "workforce", 53000, "2013-04-03", 2)
    ]


@pytest.mark.parametrize(
    ("hedges", "rough"),
    [
        (("more than ",), "more than "),
        (("over ", "in excess of "), "more than "),
        (("as much as ",), "up to "),
        (("almost ",), "nearly "),
        (("up to ", "over "), "about "),
        (("about ",), "about "),
        (("",), ""),
    ],
)
def test_a_figure_is_told_with_the_bound_that_its_pages_give(
    tmp_path: Path, hedges: tuple[str, ...], rough: str
) -> None:
    pages = [Money(f"p{n}", "2013-04-03").amount(9e8, hedge=hedge) for n, hedge in enumerate(hedges)]
    assert [row.rough for row in rows_of(tmp_path, *pages)] == [rough]


@pytest.mark.parametrize(("people", "rows"), [(2, 0), (7, 1), (53_000, 1)])
def test_one_or_two_people_are_no_figure(tmp_path: Path, people: float, rows: int) -> None:
    made = Money("p1", "2013-05-01").amount(people, kind="workforce", unit="person", of="workers")
    assert len(rows_of(tmp_path, made)) == rows


def test_the_date_that_a_page_gives_wins_over_its_own(tmp_path: Path) -> None:
    assert [r.as_of for r in rows_of(tmp_path, Money("p", "2013-08-07").amount(9e8, as_of="2013-06"))] == ["2013-06"]


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (Money("p1", "2013-04-03").amount(123, unit="firm"), Money("p2", "2013-04-04").amount(124, unit="firm"), 2),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1.001e9), 1),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, party="PRK"), 2),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, party=None), 1),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, kind="debt"), 2),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, per="year"), 2),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2014-04-04").amount(1e9), 2),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, part="comment"), 1),
        (Money("p1", "2013-04-03").amount(1e9), Money("p2", "2013-04-04").amount(1e9, kind=None), 1),
        (
            Money("p1", "2013-04-03").amount(123, kind="firms", unit="firm"),
            Money("p2", "2013-04-04").amount(123, kind="firms", unit="company", party=None),
            1,
        ),
        (
            Money("p1", "2013-04-03").amount(123, kind="firms", unit="firm"),
            Money("p2", "2013-04-04").amount(2, kind="firms", unit="firm", party=None),
            1,
        ),
    ],
)
def test_what_is_one_figure(tmp_path: Path, one: Money, other: Money, rows: int) -> None:
    assert len(rows_of(tmp_path, one, other)) == rows


def test_an_equivalence_is_two_lines_and_a_rate(tmp_path: Path) -> None:
    made = Money("p", "2013-08-07").amount(1.05e12, unit="KRW", by="KOR")
    made.amount(9.1e8, kind=None, party=None, of=None, equals=0)
    won, dollars, rate = sorted(rows_of(tmp_path, made), key=lambda r: (bool(r.computed), r.unit))
    assert (won.unit, dollars.unit) == ("KRW", "USD")
    assert (won.equals, dollars.equals) == (dollars.id, won.id)
    assert [r.claimed_by for r in (won, dollars)] == ["KOR", "KOR"]
    assert (rate.kind, rate.unit, rate.per) == ("other", "KRW", "USD")
    assert rate.value == pytest.approx(1153.85, abs=0.01)
    assert rate.computed == "1.05 trillion won / $910 million"
    assert rate.sources


def test_sources_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    rows = rows_of(
        tmp_path,
        Money("p1", "2013-08-07").amount(1.05e12, unit="KRW", by="KOR-BUS"),
        Money("p2", "2013-08-09").amount(7.067e11, unit="KRW", by="KOR-GOV"),
    )
    assert [(r.value, r.low, r.high, len(r.differs)) for r in rows] == [
        (1.05e12, 7.067e11, 1.05e12, 2),
        (7.067e11, 7.067e11, 1.05e12, 2),
    ]
    assert [claim.value for claim in rows[0].differs] == ["1.05 trillion won", "706.7 billion won"]


def test_the_amount_that_most_sources_print(tmp_path: Path) -> None:
    pages = [Money(f"p{n}", "2013-04-03").amount(v) for n, v in enumerate((53400.0, 53000.0, 53000.0))]
    assert [(row.value, row.low, row.high) for row in rows_of(tmp_path, *pages)] == [(53000, 53000, 53400)]


def test_words_that_are_no_name_leave_the_id(tmp_path: Path) -> None:
    row = rows_of(tmp_path, Money("q", "2013-08-07").amount(1e9, by="KOR-MED"))[0]
    assert row.claimed_by == "KOR-MED"


def test_a_rate_by_the_day_and_over_the_days_shut(tmp_path: Path) -> None:
    made = Money("p", "2013-08-07").amount(9e7, kind="income", party="PRK", of="wages", per="year")
    spell = Spell(since="2013-04", until="2013-08-07", fewest=99, most=128)
    rows = rows_of(tmp_path, made, spell=spell)
    day = next((row for row in rows if row.per == "day"), None)
    shut = next((row for row in rows if row.kind == "loss"), None)
    assert day is not None
    assert day.value == pytest.approx(246575.34)
    assert day.computed == "$90 million a year / 365 days"
    assert shut is not None
    assert shut.value is None
    assert shut.low == pytest.approx(24410958.9, abs=1)
    assert shut.high == pytest.approx(31561643.8, abs=1)
    assert "99 to 128 days shut" in str(shut.computed)


def test_as_one_side_says(tmp_path: Path) -> None:
    made = Money("p", "2013-08-07").amount(1e9, by="KOR-GOV").amount(2e9, by="PRK").amount(3e9)
    assert [r.value for r in rows_of(tmp_path, made, says="KOR")] == [1e9]


def test_no_line_without_a_source(tmp_path: Path) -> None:
    made = Money("p", "2013-08-07").amount(9e7, kind="income", per="month").amount(None, low=5, high=7, unit="firm")
    rows = rows_of(tmp_path, made)
    assert rows
    assert all(row.sources for row in rows)


def test_from_a_record(tmp_path: Path) -> None:
    record = record_of(tmp_path, [Money("p", "2013-08-07").amount(1e9), page("q", "2013-09-01").say("Nothing.")])
    assert [row.value for row in stakes(record)] == [1e9]
    assert stakes(record, at="2013-08-06") == []


@pytest.mark.parametrize(
    ("value", "per", "wanted"), [(365, "year", 1), (7, "week", 1), (1, "day", 1), (1, "USD", None), (1, None, None)]
)
def test_per_day(value: float, per: str | None, wanted: float | None) -> None:
    assert per_day(value, per) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [(123, 124, False), (123, 123, True), (1e6, 1.005e6, True), (None, None, True), (None, 1, False), (0, 0, True)],
)
def test_same_amount(one: float | None, other: float | None, wanted: bool) -> None:
    assert same_amount(one, other) is wanted


def test_figures_that_are_nearly_the_same_are_one_row(tmp_path: Path) -> None:
    told = [("p0", 53000.0, "workers"), ("p1", 53000.0, "North Koreans"), ("p2", 54000.0, "people")]
    pages = [Money(p, "2013-04-03").amount(v, kind="workforce", unit="person", party="PRK", of=of) for p, v, of in told]
    (row,) = rows_of(tmp_path, *pages)
    assert row.value == 53000
    assert [claim.value for claim in row.differs] == ["53,000", "54,000"]


def test_an_undated_count_of_the_same_people_stands_in_differs(tmp_path: Path) -> None:
    dated = [Money(p, "2013-04-03").amount(53000.0, kind="workforce", unit="person", party="PRK") for p in "pq"]
    undated = Money("r", None).amount(54000.0, kind="workforce", unit="person", party="PRK")
    assert [(row.value, len(row.differs)) for row in rows_of(tmp_path, *dated, undated)] == [(53000, 2)]


def test_the_firms_are_those_of_the_side_whose_firms_are_counted(tmp_path: Path) -> None:
    pages = [
        Money("p", "2013-04-03").amount(120.0, kind="firms", unit="firm", of="firms"),
        Money("q", "2013-04-04").amount(4e7, party="NAMED:firms"),
    ]
    assert [(row.kind, row.party) for row in rows_of(tmp_path, *pages)] == [("loss", "KOR"), ("firms", "KOR")]


def test_rates_that_do_not_fit_are_to_be_checked(tmp_path: Path) -> None:
    pages = [
        Money("p", "2013-07-26").amount(1.05e12, unit="KRW", equals=1).amount(9.43e8, equals=0),
        Money("q", "2013-08-07").amount(1.05e12, unit="KRW", equals=1).amount(9.1e8, equals=0),
    ]
    rows = rows_of(tmp_path, *pages)
    assert [row.value for row in rows if row.kind == "loss"] == [1.05e12, 9.43e8]
    (check,) = say_rates(rows)
    assert "1,113 won for 1 USD" in check.text
    assert "1,154 won for 1 USD" in check.text
    assert {source.document for source in check.sources} == {"p", "q"}
