"""How the templates write figures, dates and places to go."""

from collections.abc import Callable, Sequence
from typing import Any

from standoff.lexicon.calendar import MONTHS
from standoff.tell.rows import Source, StakeRow

_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float | None) -> str:
    """A number as one reads it.

    >>> number(1.05e12), number(53000.0)
    ('1.05 trillion', '53,000')
    """
    if value is None:
        return "?"
    for size, word in _MAGNITUDES:
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def amount(row: StakeRow) -> str:
    """A figure with its unit and rate."""
    value = number(row.value) if row.value is not None else f"{number(row.low)} to {number(row.high)}"
    unit = {"person": "", "firm": ""}.get(row.unit or "", row.unit or "")
    return " ".join(
        part
        for part in (
            "about" if row.approx else "",
            unit if len(unit) == 3 else "",
            value,
            unit if len(unit) != 3 else "",
            f"a {row.per}" if row.per else "",
        )
        if part
    )


def day(edtf: str | None) -> str:
    """A date as one reads it; what is no plain date stays as it is.

    >>> day("2013-07-06"), day("2013-04"), day("2013-08-01/2013-08-13")
    ('6 July 2013', 'April 2013', '1 August 2013 to 13 August 2013')
    """
    if not edtf:
        return "no date"
    if edtf[-1] in "~?%":
        return f"about {day(edtf[:-1])}"
    if edtf.count("/") == 1 and "" not in (ends := edtf.split("/")) and ".." not in ends:
        return " to ".join(day(end) for end in ends)
    parts = edtf.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return edtf
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def place(source: Source, keys: dict[str, str]) -> str:
    """The address of a sentence in its annotated page."""
    return f"/source/{keys.get(source.document, '')}#s{source.start}"


def party(id: str | None, names: dict[str, str]) -> str:
    """An actor id with the names of the parties put in: `KOR-BUS` is South Korea (BUS).

    >>> party("KOR-BUS", {"KOR": "South Korea"}), party("NAMED:dockers", {}), party(None, {})
    ('South Korea (BUS)', 'dockers', '')
    """
    if not id:
        return ""
    if id in names:
        return names[id]
    country, _, sector = id.partition("-")
    if country in names:
        return f"{names[country]} ({sector})"
    return id.removeprefix("NAMED:")


def parties(ids: Sequence[str], names: dict[str, str]) -> str:
    """Several of them."""
    return ", ".join(party(id, names) for id in ids)


FILTERS: dict[str, Callable[..., Any]] = {
    "number": number,
    "amount": amount,
    "day": day,
    "place": place,
    "party": party,
    "parties": parties,
}
