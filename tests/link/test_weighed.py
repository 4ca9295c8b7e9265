"""What an act without a day chose is worked out anew only where a new page can change it, with the same result."""

import random
from pathlib import Path

import pytest

from standoff.link import link
from standoff.link.memory import LINKED_BY
from standoff.record import Record
from standoff.testing import PageMaker, page

VERBS = ("closed", "barred", "blocked", "sealed")
THINGS = ("the Fossum tunnel", "the quarry", "the weir", "the depot")


def made(n: int, r: random.Random) -> PageMaker:
    """A page that tells some acts with their day, some with a month and some without any."""
    day = f"2011-{r.randint(2, 5):02}-{r.randint(1, 28):02}"
    one = page(f"p{n}", day, publisher=f"Paper {r.randint(1, 9)}")
    for _ in range(4):
        actor, recipient = r.choice((("NOR", "SWE"), ("SWE", "NOR"), ("FIN", "NOR")))
        when = r.choice((day, f"2011-{r.randint(1, 5):02}", None, None))
        one.event(
            r.choice(("COERCE", "SANCTION", "REQUEST")), actor, recipient, date=when, verb=r.choice(VERBS),
            object=r.choice(THINGS),
        )  # fmt: skip
    return one


def links(record: Record) -> list[list[tuple[object, ...]]]:
    """What was put to what, and what was noted for the next time."""
    with record.transaction(aside=True) as db:
        return [sorted(db.execute(f"SELECT * FROM {table}")) for table in ("merge", "choice", "weighed")]


@pytest.mark.parametrize("seed", range(6))
def test_one_by_one_and_all_at_once_are_the_same(seed: int, tmp_path: Path) -> None:
    r = random.Random(seed)
    pages = [made(n, r) for n in range(36)]
    with Record.open(tmp_path / "steps.db", create=True) as record:
        for each in pages:
            record.add(each.item(), each.annotation(), made="test")
            if int(each.id[1:]) > 12:
                link(record)
        link(record)
        steps = links(record)
        record.set_meta(LINKED_BY, "anew")
        link(record)
        assert links(record) == steps
    assert steps[2]
