"""Figures as sentences of the brief: one for each party and kind, the latest that most sources tell."""

from collections.abc import Sequence

from standoff import edtf
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.measures import measure_kinds
from standoff.tell.lines import line
from standoff.tell.money import say_amount
from standoff.tell.naming import name_of, possessive, say_date
from standoff.tell.parties import Sides
from standoff.tell.rows import BriefLine, StakeKind, StakeRow
from standoff.tell.slots import is_plural

MOST = 4
LARGE = 1e6
"""A sum from which on it is told by itself."""
LEAST = 1e4
"""A sum by the day or the year from which on it is a side's, and not that of one of its workers."""
MONEY: tuple[StakeKind, ...] = ("loss", "income")
OFF = 1.02
SAME_RATE = 45
"""Days in which an exchange rate of one pair does not move by more than two parts in a hundred."""
ORDER: tuple[StakeKind, ...] = ("loss", "workforce", "income", "firms", "debt", "compensation", "output")
SAID: dict[StakeKind, str] = {
    "loss": "{whose} losses are put at {amount}",
    "workforce": "{side} {amount}{of} are involved",
    "income": "{whose} income from it{what} is put at {amount}",
    "firms": "{side} {amount}{of} are involved",
    "debt": "{whose} unpaid bills are put at {amount}",
    "compensation": "{whose} compensation{what} is put at {amount}",
    "output": "{thing} {be} put at {amount}",
}


def say_stakes(rows: Sequence[StakeRow], sides: Sides) -> list[BriefLine]:
    """At most four sentences: losses first, then workers, income and the rest."""
    found = most_told(rows, sides)
    if any(publishers(row) > 1 for row in found):
        found = [row for row in found if publishers(row) > 1 or row.kind == "loss"]
    return [line("stakes", _say(row, rows, sides), [row.id], row.sources) for row in found[:MOST]]


def most_told(rows: Sequence[StakeRow], sides: Sides) -> list[StakeRow]:
    """Of each party and kind the figure that most publishers tell, losses first, then workers, income and the rest."""
    told = [row for row in rows if row.computed is False and row.kind in SAID and _concerns(row, sides)]
    best: dict[tuple[str, str | None], StakeRow] = {}
    for row in told:
        known = best.get((row.kind, row.party))
        if known is None or _rank(row) > _rank(known):
            best[row.kind, row.party] = row
    return sorted(best.values(), key=lambda r: (ORDER.index(r.kind), -len(r.sources), r.id))


def say_rates(rows: Sequence[StakeRow]) -> list[BriefLine]:
    """Where pages turn money into other money at rates that do not fit together: at about the same time, further apart than OFF."""
    rates = [row for row in rows if row.computed is not False and row.per and row.kind == "other" and row.value]
    pairs = [
        (one, other)
        for i, one in enumerate(rates)
        for other in rates[i + 1 :]
        if (one.unit, one.per) == (other.unit, other.per) and _strange(one, other)
    ]
    if not pairs:
        return []
    one, other = max(pairs, key=lambda p: (_ratio(*p), p[0].id, p[1].id))
    told = [
        f"{row.computed} ({_paper(row)}) is {say_amount(row.value, None, None, row.unit, None)} for 1 {row.per}"
        for row in (one, other)
    ]
    text = f"Exchange rates differ; check the sums: {told[0]}, {told[1]}."
    return [line("check", text, [one.id, other.id], [*one.sources, *other.sources])]


def _strange(one: StakeRow, other: StakeRow) -> bool:
    apart = edtf.gap(*sorted((one.as_of or "", other.as_of or "")))
    return _ratio(one, other) > OFF and apart is not None and apart <= SAME_RATE


def _ratio(one: StakeRow, other: StakeRow) -> float:
    low, high = sorted((one.value or 1, other.value or 1))
    return high / low


def _paper(row: StakeRow) -> str:
    return next((s.publisher or s.document for s in row.sources), "a page")


def _concerns(row: StakeRow, sides: Sides) -> bool:
    """Of a party, or what is made or traded, by that name, or a sum lost by whom no page says."""
    large = row.per is None and (row.value or 0) >= LARGE
    if row.kind == "output":
        return large and _is_named(row.what)
    if row.kind in MONEY and (row.value or row.high or 0) < (LARGE if row.per is None else LEAST):
        return False  # what one worker or one barrel costs or brings
    return row.party in sides.parties or (row.party is None and row.kind == "loss" and large)


def _is_named(what: str | None) -> bool:
    """The words end in what prose calls the figure: `bilateral trade`, not `shellfish`."""
    last = (what or "").lower().split()[-1:]
    return any(lemma(word, "NNS") in kind.heads for word in last for kind in measure_kinds() if kind.id == "output")


def publishers(row: StakeRow) -> int:
    """How many publishers tell it."""
    return len({source.publisher or source.document for source in row.sources})


def _rank(row: StakeRow) -> tuple[bool, int, tuple[object, ...], str]:
    """An amount before a range; then what most publishers tell; then the later figure."""
    return (
        row.value is not None,
        publishers(row),
        edtf.sort_key(row.as_of or "0001"),
        row.id,
    )


def _say(row: StakeRow, rows: Sequence[StakeRow], sides: Sides) -> str:
    amount = say_amount(row.value, *((None, None) if row.value is not None else (row.low, row.high)), row.unit, row.per)
    equal = next((r for r in rows if r.id == row.equals), None)
    if equal is not None:
        amount += f" ({say_amount(equal.value, equal.low, equal.high, equal.unit, equal.per)})"
    amount = f"{row.rough}{amount}"
    if row.value is not None and row.low is not None and row.high is not None and row.low != row.high:
        amount += f" (sources give {say_amount(None, row.low, row.high, row.unit, row.per)})"
    side = f"on {possessive(name_of(row.party, sides))} side" if row.party else ""
    noun = (row.what or "people") if row.unit in ("person", None) else ""
    of = f" {noun}" if noun and noun.split()[-1].rstrip("s") not in amount else ""
    whose = possessive(name_of(row.party, sides)) if row.party else ""
    what = f" (“{row.what}”)" if row.what else ""
    thing = (row.what or "").lower()
    said = (
        SAID[row.kind]
        .format(
            whose=whose, side=side, amount=amount, what=what, of=of, thing=thing, be="are" if is_plural(thing) else "is"
        )
        .strip()
    )
    claim = f", according to {name_of(row.claimed_by, sides)}" if row.claimed_by else ""
    when = f" as of {say_date(row.as_of)}" if row.as_of else ""
    return f"{said[0].upper()}{said[1:]}{when}{claim}."
