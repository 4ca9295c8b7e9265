"""Pages read in any order, all at once or one by one with views asked in between, give the same record to the byte."""

import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from standoff.link import link
from standoff.model import Annotation, DateHow, PageInput, PloverType
from standoff.record import Record
from standoff.record.dump import dump
from standoff.subject import load_subject
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.testing import page

STANDOFFS = Path(__file__).parents[2] / ".." / "shared" / "eval" / "standoffs"
Pages = Sequence[tuple[PageInput, Annotation]]
ACTS: dict[str, tuple[PloverType, str | None]] = {
    "barred": ("COERCE", "restrict"),
    "reopened": ("RETREAT", "access"),
    "asked": ("REQUEST", None),
    "met": ("CONSULT", None),
    "halted": ("SANCTION", "discontinue"),
    "signed": ("SUPPORT", None),
    "struck": ("PROTEST", "strike"),
    "withheld": ("COERCE", "withhold"),
}
HOWS: tuple[DateHow, ...] = ("stated", "stated", "published", "unknown")


def written(path: Path, pages: Pages, *, steps: Sequence[int], subject: Path | None = None) -> bytes:
    """The dump of a record of pages, put together and asked after as many of them as `steps` says."""
    with Record.open(path, create=True) as record:
        if subject is not None:
            record.declare(load_subject(subject))
        for n, (item, annotation) in enumerate(pages):
            record.add(item, annotation, made="test")
            if n in steps:
                link(record, workers=0)
                timeline(record)
                state(record)
        link(record, workers=0)
        return b"\n".join(dump(record))


def many(seed: int, count: int = 18) -> Pages:
    """Pages that share acts in many ways: of some day, dated by their page, in a month, undated, hanging, spoken of, copied."""
    r = random.Random(seed)
    made = []
    for n in range(count):
        day = 3 + r.randrange(20)
        one = page(f"p{n:02}", f"2013-04-{day + 3:02}" if n % 9 else None, publisher=f"Paper {n % 5}")
        if n % 7 == 6:
            for line in range(6):
                one.say(f"The clerk of ward {line} wrote down what the ferrymen had told the court that week.")
        for _ in range(5):
            verb = r.choice(sorted(ACTS))
            (kind, mode), how = ACTS[verb], r.choice(HOWS)
            date = {
                "stated": r.choice((f"2013-04-{day:02}", f"2013-04-{day:02}~", "2013-04", "2013")),
                "published": one.meta.published,
            }.get(how)
            one.event(
                kind, r.choice(("NOR", "SWE", "FIN", "", "NOR SWE")), r.choice(("SWE", "NOR", "")), date=date,
                how=how if date else "unknown", mode=mode, verb=verb, rule="support.sign" if verb == "signed" else f"test.{verb}",
                object=r.choice(("the mine", "the quay", None)), topic=r.choice(("wages", None)),
                status=r.choice(("happened", "happened", "planned")), part=r.choice(("story", "story", "title")),
            )  # fmt: skip
        one.event("COERCE", "NOR", "SWE", verb="barred", status="threatened", content_of=0, object="the road")
        made.append((one.item(), one.annotation()))
    return made


@pytest.mark.parametrize("seed", range(6))
def test_made_up_pages_in_any_order_and_steps(tmp_path: Path, seed: int) -> None:
    pages = many(seed)
    shuffled = random.Random(seed).sample(pages, len(pages))
    at_once = written(tmp_path / "a", pages, steps=())
    assert written(tmp_path / "b", shuffled, steps=range(len(pages))) == at_once
    assert written(tmp_path / "c", shuffled, steps=(5, 6, 12)) == at_once


@cache
def annotated(folder: Path) -> Pages:
    """The pages of a folder, read once."""
    from standoff.annotate import annotate_page

    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    items = [
        PageInput(**{k: v for k, v in json.loads(line).items() if k in ("id", "url", "text", "published")})
        for line in lines
    ]
    subject = load_subject(folder / "subject.toml")
    return [(item, annotate_page(item, subject=subject)) for item in items]


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.skipif(not STANDOFFS.exists(), reason="the pages beside the project are not here")
@pytest.mark.parametrize("seed", range(10))
def test_kaesong_in_random_orders(tmp_path: Path, seed: int) -> None:
    folder = STANDOFFS / "kaesong"
    pages = [p for p in annotated(folder) if p[1].meta.published]  # what has no date is read again by what others tell
    shuffled = random.Random(seed).sample(pages, len(pages))
    at_once = written(tmp_path / "a", pages, steps=(), subject=folder / "subject.toml")
    steps = range(len(pages)) if seed < 3 else range(0, len(pages), 7)
    assert written(tmp_path / "b", shuffled, steps=steps, subject=folder / "subject.toml") == at_once


def test_pages_held_few_at_a_time_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = many(3, count=30)
    at_once = written(tmp_path / "a", pages, steps=())
    for place in ("link.copies.PAGES", "link.copying.PAGES", "link.events.PAGES", "link.update.CELLS"):
        monkeypatch.setattr(f"standoff.{place}", 4)
    assert written(tmp_path / "b", pages, steps=()) == at_once
