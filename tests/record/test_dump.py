"""The same pages give the same record, to the byte, in whatever order and steps they are read."""

import random
from pathlib import Path

import pytest

from standoff.link import link
from standoff.model import PageInput
from standoff.record import Record
from standoff.record.dump import dump
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.testing import PageMaker, page


def pages() -> list[PageMaker]:
    made = []
    for n in range(12):
        day = f"2013-04-{1 + n:02}"
        one = page(f"p{n}", day, publisher=f"Paper {n % 4}")
        one.event("COERCE", "NOR", "SWE", date="2013-04-03" if n % 2 else "2013-04", verb="barred", object="the mine")
        one.event("REQUEST", "SWE", "NOR", date=day, how="published", verb="asked", topic="talks")
        one.event("CONSULT", "NOR SWE", date="2013-04-20", status="planned", verb="meet")
        one.state("shut", object="the mine", since="2013-04")
        made.append(one)
    return made


def written(path: Path, made: list[PageMaker], *, between: bool) -> bytes:
    """The dump of a record of these pages, perhaps linked and asked after each page."""
    with Record.open(path, create=True) as record:
        for each in made:
            record.add(each.item(), each.annotation(), made="test")
            if between:
                link(record)
                timeline(record)
                state(record)
        link(record)
        return b"\n".join(dump(record))


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_record(tmp_path: Path, seed: int) -> None:
    shuffled = pages()
    random.Random(seed).shuffle(shuffled)
    assert written(tmp_path / "a.db", pages(), between=False) == written(
        tmp_path / "b.db", shuffled, between=seed % 2 == 0
    )


@pytest.mark.parametrize("dates", [("2013-05-02", "2013-05-01"), (None, "2013-05-01"), ("2013-05-01", None)])
def test_one_text_with_two_dates(tmp_path: Path, dates: tuple[str | None, str | None]) -> None:
    made = page("x").event("CONSULT", "NOR", "SWE")
    found = []
    for name, order in (("a", (0, 1)), ("b", (1, 0))):
        with Record.open(tmp_path / name, create=True) as record:
            for n in order:
                item = PageInput(id=f"p{n}", text=made.text, published=dates[n])
                record.add(item, made.annotation(), made="test")
            link(record)
            found.append(b"\n".join(dump(record)))
    assert found[0] == found[1]
