"""Copies as they are remembered are those that all pages together give, whatever words become furniture on the way."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from standoff.link import copies, copying, link
from standoff.link.copying import COPIED_BY
from standoff.model import Annotation, PageInput
from standoff.record import Record
from standoff.testing import page

SENTENCES = (
    "The ferrymen of the upper lake went home before the snow had melted.",
    "A clerk wrote down what the two captains had told the harbour court.",
    "Nobody could say on Tuesday when the lock would be filled again.",
    "The bridge keeper counted forty lorries that had turned round at the barrier.",
    "Sign up for our letter and read the harbour news every morning.",
    "The mill in the valley has sent half of its people home without pay.",
    "Rain kept the surveyors from the eastern bank for most of the week.",
    "Both towns have asked the judge to name a day for the hearing.",
)
Printed = list[tuple[frozenset[int], int, int]]
"""Of each page which sentences it prints, on which day, and at which of some addresses; 0: at one of its own."""


def found(record: Record) -> list[list[tuple[object, ...]]]:
    """What is told of copies, and what is remembered for it."""
    with record.transaction(aside=True) as db:
        return [sorted(db.execute(f"SELECT * FROM {table}")) for table in ("copy", "pair", "lookup", "sketch")]


def made(n: int, printed: Printed, *, less: bool = False) -> tuple[PageInput, Annotation]:
    """A page; `less`: most of what it prints is known for furniture by those who read it again."""
    told, day, address = printed[n]
    url = f"https://harbour.example/{address}" if address else f"https://harbour.example/page/{n}"
    one = page(f"p{n}", f"2014-03-{day:02}", publisher=f"Paper {n % 3}")
    one.say(f"Number {n} of the paper.")
    for sentence in sorted(told):
        one.say(SENTENCES[sentence], "furniture" if less and sentence < 5 else "story")
    return replace(one.item(), url=url), one.annotation()


def fill(record: Record, printed: Printed, steps: frozenset[int], again: frozenset[int]) -> None:
    """Reads pages and puts them together after some; then some are read again, one by one."""
    for n in range(len(printed)):
        record.add(*made(n, printed), made="test")
        if n in steps:
            link(record)
    for n in sorted(again):
        link(record)
        if n < len(printed):
            record.add(*made(n, printed, less=True), made="otherwise")
    link(record)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    printed=st.lists(
        st.tuples(st.frozensets(st.integers(0, 7), max_size=6), st.integers(1, 28), st.integers(0, 2)),
        min_size=2,
        max_size=9,
    ),
    steps=st.frozensets(st.integers(0, 8)),
    again=st.frozensets(st.integers(0, 8), max_size=2),
)
def test_one_by_one_and_all_at_once_find_the_same_copies(
    monkeypatch: pytest.MonkeyPatch,
    printed: Printed,
    steps: frozenset[int],
    again: frozenset[int],
) -> None:
    for module in (copies, copying):
        monkeypatch.setattr(module, "COMMON", 3)
        monkeypatch.setattr(module, "FEWEST_SHINGLES", 8, raising=False)
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "a.db", create=True) as record:
        fill(record, printed, steps, again)
        one_by_one = found(record)
        record.set_meta(COPIED_BY, "anew")
        link(record)
        assert found(record) == one_by_one
