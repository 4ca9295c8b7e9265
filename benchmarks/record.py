"""The scale of a record: pages per second and milliseconds per view as it grows, on synthetic annotations.

`python -m benchmarks.record [PAGES ...] [--keep FOLDER]` prints a line of JSON for each size, 1,000 and 10,000 pages where
none is given. Nothing is read by a model: what is measured is writing pages, putting them together all at once and one
more page at a time, and asking for views. `docs/linking.md` shows what was measured.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import sqrt
from pathlib import Path

from standoff.link import link
from standoff.model import (
    ActorRef,
    Annotation,
    Event,
    Meta,
    PageInput,
    Part,
    Party,
    PloverType,
    Quantity,
    Quote,
    Span,
    StateMention,
    Subject,
)
from standoff.record import Record
from standoff.tell.brief import brief
from standoff.tell.state import state
from standoff.tell.timeline import timeline
from standoff.tell.who import who

SIZES = (1_000, 10_000)
SUBJECT = Subject(name="the quay", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))
FIRST = date(1990, 1, 1)
DAYS = 3 * 365
"""That a thousand pages cover; a dispute of which ten times as much is written lasts about three times as long."""
ACTS_A_WEEK = 6
EVENTS = 4
"""That a page tells; with amounts, quotations and descriptions it has ten to eleven mentions, as pages of our own folders."""
MADE = "benchmark"
LATER = 10
"""Pages that are read one at a time at the end."""
ACTORS = ("NOR", "SWE", "NOR-GOV", "SWE-GOV", "FIN", "IGO-UNO", "NOR-BUS", "SWE-LAB")
ACTS: tuple[tuple[PloverType, str], ...] = (
    ("CONSULT", "met"), ("REQUEST", "asked"), ("REJECT", "refused"), ("ACCUSE", "blamed"), ("THREATEN", "threatened"),
    ("COERCE", "barred"), ("SANCTION", "halted"), ("RETREAT", "reopened"), ("AGREE", "agreed"), ("AID", "helped"),
)  # fmt: skip
THINGS = ("the quay", "the mine", "the ferry", "the road", "the gate", "crews", "goods", "wages", "visits", "the line")
HOWS = ("stated",) * 10 + ("unknown",) * 8 + ("published", "month")
"""How pages date what they tell: half by a day, of two in five nothing is told."""
Act = tuple[date, PloverType, str, str, str, str]


def synthetic(count: int, *, more: int = 0, seed: int = 3) -> Iterator[tuple[PageInput, Annotation]]:
    """Pages of a dispute of so many pages, and some more of it: six acts a week, each told by several pages, often later."""
    r = random.Random(seed)
    acts: list[Act] = []
    for n in range(round(ACTS_A_WEEK * DAYS * sqrt(count / 1000) / 7)):
        kind, verb = r.choice(ACTS)
        one, other = r.sample(ACTORS, 2)
        acts.append((FIRST + timedelta(n * 7 // ACTS_A_WEEK), kind, verb, one, other, r.choice(THINGS)))
    for n in range(count + more):
        near = r.randrange(len(acts))
        day = acts[near][0] + timedelta(r.choice((0, 0, 1, 1, 2)))
        told = [acts[max(0, near - int(r.expovariate(0.15)))] for _ in range(EVENTS - 1)]
        yield _page(f"p{n:06}", day, [acts[near], *told], r)


def _page(id: str, day: date, acts: list[Act], r: random.Random) -> tuple[PageInput, Annotation]:
    lines, events, quantities, states, quotes = [f"Page {id}, number {r.random()}."], [], [], [], []
    at = len(lines[0]) + 1
    for on, kind, verb, actor, other, thing in acts:
        how = r.choice(HOWS)
        when = {"stated": on.isoformat(), "month": on.isoformat()[:7], "published": day.isoformat()}.get(how)
        words = r.choice(("in the morning", "after a long wait", "as told before", "at the border", "once more"))
        line = f"{actor} {verb} {other} over {thing} {words}, with {r.randint(2, 900)} workers there."
        start = at + line.index(verb)
        object = Span(start=at + line.index(thing), end=at + line.index(thing) + len(thing))
        sentence = Span(start=at, end=at + len(line))
        events.append(
            Event(
                start=start, end=start + len(verb), type=kind, date=when,
                date_how="stated" if how in ("stated", "month") else "published" if when else "unknown",
                actors=(ActorRef(start=at, end=at + len(actor), id=actor),),
                recipients=(ActorRef(start=at + line.index(other), end=at + line.index(other) + len(other), id=other),),
                object=object, sentence=sentence, confidence=0.9, rule=f"{kind.lower()}.{verb}",
            )
        )  # fmt: skip
        number = line.rindex(" with ") + 6
        figure = line[number:].split()[0]
        quantities.append(
            Quantity(start=at + number, end=at + number + len(figure), value=float(figure), unit="person", of="workers")
        )
        if kind in ("COERCE", "RETREAT"):
            states.append(
                StateMention(
                    start=start, end=start + len(verb), state="shut" if kind == "COERCE" else "open", date=when,
                    object=object, sentence=sentence, confidence=0.8,
                )
            )  # fmt: skip
        lines.append(line)
        at += len(line) + 1
    for speaker in r.sample(ACTORS, 2):
        said = f"We know of {r.randint(2, 9000)} cases on {r.choice(THINGS)}"
        lines.append(f"“{said},” said {speaker}.")
        quotes.append(
            Quote(start=at + 1, end=at + 1 + len(said), speaker=speaker, speaker_id=speaker, direct=True, speech=True)
        )
        at += len(lines[-1]) + 1
    text = "\n".join(lines)
    page = Annotation(
        id=id, text=text, parts=(Part(start=0, end=len(text), kind="story"),), events=tuple(events),
        quantities=tuple(quantities), states=tuple(states), quotes=tuple(quotes),
        meta=Meta(title=lines[0], publisher=f"Paper {r.randrange(40)}", published=day.isoformat(), published_how="given"),
    )  # fmt: skip
    return PageInput(id=id, text=text, published=day.isoformat()), page


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def figures(count: int, folder: Path) -> dict[str, object]:
    """What a record of so many pages costs."""
    path = folder / f"{count}.db"
    pages = list(synthetic(count + LATER))
    row: dict[str, object] = {"pages": count}
    with Record.open(path, create=True) as record:
        record.declare(SUBJECT)
        row["write_pages_per_s"] = round(
            count / seconds(lambda: [record.add(i, a, made=MADE) for i, a in pages[:count]])
        )
        row["link_pages_per_s"] = round(count / seconds(lambda: link(record)))
        each = sorted(seconds(lambda i=i, a=a: (record.add(i, a, made=MADE), link(record))) for i, a in pages[count:])
        row["one_more_page_ms"] = round(1000 * each[len(each) // 2])
    row["kb_per_page"] = round(path.stat().st_size / 1024 / count, 1)
    views = {"timeline": timeline, "state": state, "who": who, "brief": brief}
    for name, view in views.items():
        with Record.open(path) as record:
            row[f"{name}_ms"] = round(1000 * seconds(lambda view=view: view(record)))
    return row


def main() -> None:
    """Prints a line of figures for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=SIZES)
    parser.add_argument("--keep", type=Path, help="keeps the records in this folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in given.pages:
            print(json.dumps(figures(count, given.keep or Path(folder))), flush=True)


if __name__ == "__main__":
    main()
