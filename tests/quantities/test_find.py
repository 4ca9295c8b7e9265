"""Quantities of plain texts: the wanted words stand in brackets."""

import re

import pytest

from standoff.model import Quantity
from standoff.quantities import find

Wanted = tuple[object, str | None, str | None]  # value or (low, high), unit, per

MONEY: list[tuple[str, list[Wanted]]] = [
    ("The firms lost [1.2 trillion won].", [(1.2e12, "KRW", None)]),
    ("It earns [$70m] there.", [(7e7, "USD", None)]),
    ("The bill came to [US$643 million].", [(6.43e8, "USD", None)]),
    ("Brussels froze [€3.5bn].", [(3.5e9, "EUR", None)]),
    ("They handed over [14 million dollars].", [(1.4e7, "USD", None)]),
    ("Traders lost [Rs 30 crore].", [(3e8, "INR", None)]),
    ("The fare rose by [60 cents].", [(0.6, "USD", None)]),
    ("The fare is [2 pounds 50 pence].", [(2.5, "GBP", None)]),
    ("It raised [CAD$5m] and [Y500 million].", [(5e6, "CAD", None), (5e8, "JPY", None)]),
    ("It is a [one-in-five] chance.", [(0.2, None, None)]),
    ("The fare rose by [60 paise].", [(0.6, "INR", None)]),
    ("It cost [200 Kuwaiti fils].", [(0.2, "KWD", None)]),
    ("The loss is [$3 million (Canadian)].", [(3e6, "CAD", None)]),
    ("The loss is [5m€].", [(5e6, "EUR", None)]),
    ("The shares fell to [75p].", [(0.75, "GBP", None)]),
    ("A [$5 million] deal was signed.", [(5e6, "USD", None)]),
    ("ALL [5 solutions] failed.", [(5.0, "solution", None)]),
    ("It cost [3 dollars 40 cents].", [(3.4, "USD", None)]),
    ("It pays [$80 million a year] to the port.", [(8e7, "USD", "year")]),
    ("The minimum is [$71.20 a month].", [(71.2, "USD", "month")]),
    ("They borrowed [£30 million].", [(3e7, "GBP", None)]),
    ("It spent [$40-50 million].", [((4e7, 5e7), "USD", None)]),
    ("It spent [$400,000 to $2 million].", [((4e5, 2e6), "USD", None)]),
    ("The loss is put at [C$3m].", [(3e6, "CAD", None)]),
    ("[Millions of dollars] were lost.", [((1e6, 1e7), "USD", None)]),
    ("They owe [$1.5 m].", [(1.5e6, "USD", None)]),
    ("The team won the cup.", []),
    ("He follows exports at Three Rivers State.", []),
    ("On the list: 19/08 Gunmen came.", []),
    ("[Five towns], to which a sixth was added.", [(5.0, "town", None)]),
    ("There was another closure in May, and a third in June.", []),
    ("[A third] of it was lost in June.", [(1 / 3, None, None)]),
    ("The ratio is [five over three].", [(5 / 3, None, None)]),
    ("They printed [two thirds million leaflets].", [(2e6 / 3, "leaflet", None)]),
    ("Before [nine] yesterday some [500 women] came.", [(9.0, None, None), (500.0, "person", None)]),
    ("The [12 players] won medals.", [(12.0, "person", None)]),
]
COUNTS: list[tuple[str, list[Wanted]]] = [
    ("It sent home [9,000 of its drivers].", [(9000.0, "person", None)]),
    ("The zone houses [140 firms].", [(140.0, "firm", None)]),
    ("[Forty-six makers] of machines left.", [(46.0, "maker", None)]),
    ("They held [two foreign journalists].", [(2.0, "person", None)]),
    ("[740 South Koreans] were in the complex.", [(740.0, "person", None)]),
    ("Police fired on [a 10,000-strong crowd].", [(10000.0, "person", None)]),
    ("[Dozens of trucks] turned back.", [((12.0, 120.0), "truck", None)]),
    ("They moved [three arms dealers].", [(3.0, "dealer", None)]),
    ("[Thirty to forty lorries] pass each day.", [((30.0, 40.0), "lorry", None)]),
    ("The pit employs about [3m people].", [(3e6, "person", None)]),
    ("[Two hundred and six buses] came.", [(206.0, "bus", None)]),
    ("It was the third test.", []),
    (
        "[Two dead], [five injured] and [24 others] lost.",
        [(2.0, "person", None), (5.0, "person", None), (24.0, "other", None)],
    ),
    ("It took [three] [20-foot] containers.", [(3.0, "container", None), (20.0, "[ft_i]", None)]),
    ("[Four F-16 jets] came.", [(4.0, "jet", None)]),
    ("They met [300 St. Anne County officers].", [(300.0, "person", None)]),
    ("It drew a crowd of [3,000].", [(3000.0, "person", None)]),
    ("No one came, and each one of us knew.", []),
]
SHARES: list[tuple[str, list[Wanted]]] = [
    ("Output fell [7.5 percent].", [(7.5, "percent", None)]),
    ("Some [60 per cent] of it is gone.", [(60.0, "percent", None)]),
    ("Between [5% and 7%] stayed.", [((5.0, 7.0), "percent", None)]),
    ("Support fell by [four percentage points].", [(4.0, "percentage point", None)]),
    ("[Two-thirds of the firms] closed.", [(2 / 3, None, None)]),
    ("[One in five workers] stayed.", [(0.2, None, None)]),
]
SHARES += [
    ("Output fell [5pc].", [(5.0, "percent", None)]),
    ("It rose by [half a percent].", [(0.5, "percent", None)]),
    ("A [five-percentage-point] lead held.", [(5.0, "percentage point", None)]),
    ("It rose by [a quarter of a percentage point].", [(0.25, "percentage point", None)]),
    ("[percent of 40]", [(40.0, "percent", None)]),
    ("Only [a small percentage] stayed.", [((None, None), "percent", None)]),
    ("[Nine out of ten firms] closed.", [(0.9, None, None)]),
]
TIMES: list[tuple[str, list[Wanted]]] = [
    ("They had not met for [six years].", [(6.0, "year", None)]),
    ("It came [an hour and a half] later.", [(1.5, "hour", None)]),
    ("A [five-year] plan was drawn up.", [(5.0, "year", None)]),
    ("The [24-year-old] was freed.", [(24.0, "year", None)]),
    ("Park Min, [44], was freed.", [(44.0, "year", None)]),
    ("They work [40 to 48 hours a week].", [((40.0, 48.0), "hour", "week")]),
    ("The line was cut for [two and a half months].", [(2.5, "month", None)]),
]
MEASURES: list[tuple[str, list[Wanted]]] = [
    ("The zone lies [12 km] north of the line.", [(12.0, "km", None)]),
    ("It covers [66 square kilometres].", [(66.0, "km2", None)]),
    ("The wall is [3m] high.", [(3.0, "m", None)]),
    ("It came at [90 km/h].", [(90.0, "km", "hour")]),
    ("He is [5 feet and 6 inches] tall.", [(5.5, "[ft_i]", None)]),
    ("The South sent [40,000 tonnes] of rice.", [(40000.0, "t", None)]),
    ("It fell to [minus 12 degrees Celsius].", [(-12.0, "Cel", None)]),
]
MEASURES += [
    ("It lies [half a mile] off.", [(0.5, "[mi_i]", None)]),
    ("It lies [three-quarters of a mile] off.", [(0.75, "[mi_i]", None)]),
    ("They waited [half an hour].", [(0.5, "hour", None)]),
    ("He is [5'11\"] tall.", [(71 / 12, "[ft_i]", None)]),
    ("The [5-foot-11] guard fell.", [(71 / 12, "[ft_i]", None)]),
    ("It covers [12 sq. km] of marsh.", [(12.0, "km2", None)]),
    ("The line carries [30 bcm] of gas.", [(3e10, "m3", None)]),
    ("It pumps [40,000 bpd].", [(40000.0, "[bbl_us]", "day")]),
    ("It was [75F] in the shade.", [(75.0, "[degF]", None)]),
]
MEASURES += [
    ("A [4,000 - square - foot] house burned.", [(4000.0, "[sft_i]", None)]),
    ("The room is [40] x [60 feet].", [(40.0, "[ft_i]", None), (60.0, "[ft_i]", None)]),
    ("He was fined [200 pounds].", [(200.0, "GBP", None)]),
    ("The bomb weighed [200 pounds].", [(200.0, "[lb_av]", None)]),
]
BARE: list[tuple[str, list[Wanted]]] = [
    ("The blast killed at least [14] and injured another [30].", [(14.0, "person", None), (30.0, "person", None)]),
    ("[Nineteen] were killed and [40] are still missing.", [(19.0, "person", None), (40.0, "person", None)]),
    ("Of the [300] who came, [40 herders] left.", [(300.0, "person", None), (40.0, "person", None)]),
    ("The death toll rose to [160].", [(160.0, "person", None)]),
    ("The bus hit a boy of [12].", [(12.0, "year", None)]),
    ("She left when she was [19], and [2,000] marched.", [(19.0, "year", None), (2000.0, "person", None)]),
    ("They lost [4,300 head of cattle].", [(4300.0, "cattle", None)]),
    ("It struck [40 so-called safe houses].", [(40.0, "house", None)]),
    ("It sank [50 Dutch-made barges].", [(50.0, "barge", None)]),
    ("It names [14 MPs] and [40 NGOs].", [(14.0, "person", None), (40.0, "ngo", None)]),
    ("They waited [a couple of days] with [a pair of guards].", [(2.0, "day", None), (2.0, "person", None)]),
    ("He wore a pair of trousers.", []),
    ("A [threefold] rise followed.", [(3.0, "fold", None)]),
]
ROWS: list[tuple[str, list[Wanted]]] = [
    (
        "Fees rose by [4], [6] and [8 percent].",
        [(4.0, "percent", None), (6.0, "percent", None), (8.0, "percent", None)],
    ),
    ("Sato led Amari [44] to [31 percent].", [(44.0, "percent", None), (31.0, "percent", None)]),
    ("[Two or three dozen lorries] wait.", [((24.0, 36.0), "lorry", None)]),
    ("[Two to three hundred thousand tonnes] rot.", [((2e5, 3e5), "t", None)]),
    ("[Fifty to a hundred carts] pass.", [((50.0, 100.0), "cart", None)]),
    ("It will cost [€10-15m].", [((1e7, 1.5e7), "EUR", None)]),
    ("It borrowed [14m USD] and [Bt30 billion].", [(1.4e7, "USD", None), (3e10, "THB", None)]),
    ("It cost [40.000 euros].", [(40000.0, "EUR", None)]),
    ("They ask for [10 more minutes] and [three full days].", [(10.0, "minute", None), (3.0, "day", None)]),
    ("It gives [40 more horsepower].", [(40.0, "[HP]", None)]),
    ("It was the second [quarter-point] cut.", [(0.25, "point", None)]),
    ("Output fell by [point four percent].", [(0.4, "percent", None)]),
    ("The quake of magnitude-[6.1] shook it.", [(6.1, None, None)]),
    ("She ran it in [9.84s] and he in [10.1 s].", [(9.84, "second", None), (10.1, "second", None)]),
    ("The cell is a [7nm] chip, and the reef lies [40 nm] off.", [(7.0, "nm", None), (40.0, "nautical mile", None)]),
    (
        "Supply fell by [1.4 mb/d], or [90,000 b/d].",
        [(1.4e6, "[bbl_us]", "day"), (90000.0, "[bbl_us]", "day")],
    ),
    ("It struck at [32 deg Fahrenheit].", [(32.0, "[degF]", None)]),
]
NONE = [
    "They met on July 6, 2013 and again on 14 August.",
    "They met on 14-16 August at 10.30pm, or 6:30, or 11 a.m.",
    "It was cut in 2012, in the 1990s and in 1950-53.",
    "It was the 21st of its kind, the twenty-first.",
    "Call 02-555-0134 or +82 2 555 0134.",
    "Version 2.0.1 runs at 192.168.0.1.",
    "Resolution 2094 names Article 5; they met in Room 12.",
    "1 of 5. Head of the delegation.",
    "Comments (2)",
    "The S&P 500 and the Covid-19 rules.",
    "They won 3-1.",
    "They drew 2-2.",
    "His 401(k) plan and the Ryzen 3900X.",
    "Windows 10 was late, as was Proposition 13.",
    "Emissions fell below 2010 levels.",
    "It runs from 2020 to 2025.",
    "Dial 0800 123 456.",
    "At one point he left, at one time.",
    "It was a two-way street, a best-of-seven series and a multi-million deal.",
    "She shot 1080p film at f/1.8 and made 8-of-14 throws.",
    "At this point no one knew.",
    "It runs from Monday 13 to Friday 17 June.",
    "Her father, born about 1806, died in 1871.",
]


def _cases() -> list[tuple[str, list[Wanted]]]:
    return [*MONEY, *COUNTS, *SHARES, *TIMES, *MEASURES, *BARE, *ROWS]


def _bare(marked: str) -> tuple[str, list[str]]:
    """The text without its brackets, and the words that stood in them."""
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[([^\]]*)\]", marked)


def _shown(q: Quantity) -> Wanted:
    return (q.value if q.value is not None else (q.low, q.high), q.unit, q.per)


@pytest.mark.parametrize(("marked", "wanted"), _cases(), ids=[text for text, _ in _cases()])
def test_finds(marked: str, wanted: list[Wanted]) -> None:
    text, words = _bare(marked)
    found = find(text)
    hedged = [text[q.start : q.end] for q in found]
    assert [w.removeprefix("a ") for w in words] == [h.removeprefix("a ") for h in hedged]
    for quantity, (value, unit, per) in zip(found, wanted, strict=True):
        given = _shown(quantity)
        assert given[0] == (value if value == (None, None) else pytest.approx(value))
        assert given[1:] == (unit, per)


@pytest.mark.parametrize("text", NONE)
def test_finds_nothing(text: str) -> None:
    assert [text[q.start : q.end] for q in find(text)] == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It sent home all 41,000 of its weavers.", "weavers"),
        ("The port pays $80 million a year in wages.", "wages"),
        ("Some 80 South Korean firms have plants there.", "South Korean firms"),
        ("About 60 percent of adults agree.", "adults"),
        ("They took three other journalists.", "journalists"),
        ("They sent $3 million worth of supplies.", "supplies"),
    ],
)
def test_says_what_is_counted(text: str, of: str) -> None:
    assert [q.of for q in find(text)] == [of]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("About 200 firms stopped.", True),
        ("It brings an estimated $80 million a year.", True),
        ("At least 200 firms stopped.", True),
        ("Up to 200 firms stopped.", True),
        ("Ten days or so went by.", True),
        ("Exactly 200 firms stopped.", False),
    ],
)
def test_hears_hedges(text: str, approx: bool) -> None:
    assert [q.approx for q in find(text)] == [approx]


@pytest.mark.parametrize(
    "text",
    [
        "The dredgers cost 30 billion yen ($280 million) in all.",
        "The tunnel is 8 miles (13 kilometres) long.",
        "They got 40 million euros, or about $52 million, in aid.",
    ],
)
def test_pairs_what_the_page_calls_equal(text: str) -> None:
    found = find(text)
    assert [q.equals for q in found] == [1, 0]


def test_two_amounts_of_money_are_no_pair_unless_said() -> None:
    assert [q.equals for q in find("They paid $40 million and owe 30 million euros.")] == [None, None]


def test_reads_a_stretch_alone() -> None:
    text = "Ten firms left. Two firms stayed. Six firms came."
    found = find(text, start=16, end=33)
    assert [text[q.start : q.end] for q in found] == ["Two firms"]
