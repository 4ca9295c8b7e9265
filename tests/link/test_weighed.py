"""What an act without a day chose is worked out anew only where a new page can change it, with the same result."""

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.link import link
from standoff.link.cores import looks_like
from standoff.link.memory import LINKED_BY, Memory
from standoff.model import PloverType
from standoff.record import Record
from standoff.tell.keeping import keep_views
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


Act = tuple[PloverType, str, str, str, str, str]


def acts_of(r: random.Random, count: int) -> list[Act]:
    """Acts: kind, sides, day, verb and thing."""
    return [
        (
            r.choice(("COERCE", "SANCTION", "RETREAT", "REQUEST", "CONSULT", "AGREE")),
            *r.choice((("NOR", "SWE"), ("SWE", "NOR"), ("FIN", "NOR"), ("", ""))),
            f"2011-{r.randint(2, 4):02}-{r.randint(1, 12):02}",
            r.choice(VERBS),
            r.choice(THINGS),
        )
        for _ in range(count)
    ]


def retold(n: int, acts: list[Act], papers: int, r: random.Random) -> PageMaker:
    """A page that tells some of these acts: by their day, by the page's own, by a month, about a day or without any."""
    day = f"2011-{r.randint(3, 4):02}-{r.randint(1, 28):02}"
    one = page(f"p{n}", day, publisher=f"Paper {r.randint(1, papers)}")
    for kind, actor, recipient, on, verb, thing in r.choices(acts, k=r.randint(2, 5)):
        date = r.choice((on, on, on, None, None, on[:7], day, f"{on}~"))
        one.event(
            kind, actor, recipient, date=date, how="unknown" if date is None else "published" if date == day else "stated",
            verb=verb, object=r.choice((thing, thing, thing, None)), part=r.choice(("story", "story", "title")),
        )  # fmt: skip
    return one


@pytest.mark.parametrize(("seed", "acts", "papers"), [(0, 3, 3), (1, 8, 30), (2, 3, 30), (3, 20, 12), (7, 8, 12)])
def test_acts_that_many_pages_tell(seed: int, acts: int, papers: int, tmp_path: Path) -> None:
    """Most acts look as before when one page more tells them or tells them no more: what chose them is left as it is."""
    r = random.Random(seed)
    told = acts_of(r, acts)
    pages = [retold(n, told, papers, r) for n in range(50)]
    with Record.open(tmp_path / "steps.db", create=True) as record:
        for n, each in enumerate(pages):
            record.add(each.item(), each.annotation(), made="test")
            if n < 25:
                continue
            link(record)
            if n % 4 == 0:
                before = r.choice(pages[:n])
                less = before.annotation().events[: r.randint(0, 2)]
                record.add(before.item(), replace(before.annotation(), events=less), made=f"test {n}")
        link(record)
        steps = links(record)
        record.set_meta(LINKED_BY, "anew")
        link(record)
        assert links(record) == steps


def test_one_page_more_of_a_well_known_act_changes_its_own_entry_alone(tmp_path: Path) -> None:
    with Record.open(tmp_path / "r.db", create=True) as record:
        for n in range(14):
            one = page(f"p{n:02}", "2011-03-02", publisher=f"Paper {n}")
            one.event("COERCE", "NOR", "SWE", date="2011-03-01", verb="closed", object="the weir")
            record.add(one.item(), one.annotation(), made="test")
        link(record)
        with record.transaction(aside=True) as db:
            memory = Memory(db)
            before = memory.cores([row[0] for row in db.execute("SELECT root FROM core")])
        keep_views(record)
        one = page("p99", "2011-03-02", publisher="Paper 99")
        one.event("COERCE", "NOR", "SWE", date="2011-03-01", verb="closed", object="the weir")
        key = record.add(one.item(), one.annotation(), made="test")
        link(record)
        with record.transaction(aside=True) as db:
            after = Memory(db).cores([core.root for core in before])
            stale = {key for (key,) in db.execute("SELECT key FROM stale")}
    assert [len(core.members) for core in (*before, *after)] == [14, 15]
    assert looks_like(before[0], after[0])
    assert stale == {key, *(set(after[0].members) - set(before[0].members))}


@pytest.mark.parametrize("field", ["known", "happened", "sources", "faces", "published"])
def test_what_others_ask_of_an_act_is_seen(tmp_path: Path, field: str) -> None:
    with Record.open(tmp_path / "r.db", create=True) as record:
        one = made(1, random.Random(1))
        record.add(one.item(), one.annotation(), made="test")
        link(record)
        with record.transaction(aside=True) as db:
            (core, *_) = Memory(db).cores([row[0] for row in db.execute("SELECT root FROM core")])
    values = {"known": not core.known, "happened": not core.happened, "published": None, "faces": (), "sources": ()}
    assert looks_like(core, replace(core, documents=("other",), members=("other",), lead=not core.lead))
    assert not looks_like(core, replace(core, **{field: values[field]}))
