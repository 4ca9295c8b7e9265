"""The tables of sentences with their amounts, marked before the reader was run on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from standoff.model import Quantity
from standoff.quantities import find

TABLES = Path(__file__).parent / "tables"


def lines() -> Iterator[tuple[str, str]]:
    """Each text of the tables with its amounts."""
    for path in sorted(TABLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, wanted = line.partition("||")
                yield text.strip(), wanted.strip()


def written(quantity: Quantity) -> str:
    """An amount as the tables have it: `325000 barrel/day`."""
    value, low, high = quantity.value, quantity.low, quantity.high
    number = f"{value:.12g}" if value is not None else f"{low:.12g}~{high:.12g}"
    return number + (f" {quantity.unit}" if quantity.unit else "") + (f"/{quantity.per}" if quantity.per else "")


@pytest.mark.parametrize(("text", "wanted"), list(lines()), ids=lambda value: value[:40])
def test_line(text: str, wanted: str) -> None:
    assert "; ".join(written(quantity) for quantity in find(text)) == wanted
