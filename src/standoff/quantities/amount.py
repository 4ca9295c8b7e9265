"""An amount under way: a number with its unit, not yet a quantity of the page."""

from dataclasses import dataclass

from standoff.quantities.number_words import Number


@dataclass(slots=True)
class Amount:
    """A number with its unit: tokens `first` up to `last` (exclusive). `sort`: what other units it can be compared with."""

    first: int
    last: int
    number: Number
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    sort: str = ""
    per: str | None = None
    of: str | None = None
    approx: bool = False
    age: bool = False
    signed: bool = False
