"""The scale of a record: pages per second and milliseconds per view as it grows, on synthetic annotations.

`python -m benchmarks.record [PAGES ...] [--keep FOLDER]` prints a line of JSON for each size, 1,000 and 10,000 pages where
none is given; 100,000 take about ten minutes and some gigabytes of memory. Nothing is read by a model: annotations go in
through the store's own door, and what is measured is writing them, putting them together all at once and one more page at
a time, working out all views, and asking for them. `--steady` tells of a dispute of which as many pages are written in a
year however many there are, and measures one page more. `--draw FILE` draws such lines. `docs/scale.md` shows what was
measured.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from math import ceil, floor, log10, sqrt
from pathlib import Path

import msgspec

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
from standoff.tell.climate import climate
from standoff.tell.keeping import keep_views
from standoff.tell.patterns import patterns
from standoff.tell.promises import promises
from standoff.tell.reasons import reasons
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline
from standoff.tell.voices import voices
from standoff.tell.who import who
from standoff.web.desk import Desk
from standoff.web.shell import answer

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
Pages = Iterator[tuple[PageInput, Annotation]]
Act = tuple[date, PloverType, str, str, str, str]


def synthetic(
    count: int, *, more: int = 0, seed: int = 3, steady: bool = False
) -> Iterator[tuple[PageInput, Annotation]]:
    """Pages of a dispute of so many pages, and some more of it: six acts a week, each told by several pages, often later.

    `steady`: it lasts as many times longer as there are more pages.
    """
    r = random.Random(seed)
    acts: list[Act] = []
    longer = count / 1000 if steady else sqrt(count / 1000)
    for n in range(round(ACTS_A_WEEK * DAYS * longer / 7)):
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
    """How much time of a processor it takes: what else the machine does counts little."""
    start = time.process_time()
    work()
    return time.process_time() - start


def steady_figures(count: int, folder: Path) -> dict[str, float]:
    """What one page more costs where as many pages tell of a week however many there are."""
    with Record.open(folder / f"{count}-steady.db", create=True) as record:
        pages = begun(record, count, steady=True)
        return {"pages": count, "one_more_page_steady_ms": middle(partial(read_one, record, *one) for one in pages)}


def begun(record: Record, count: int, row: dict[str, float] | None = None, *, steady: bool = False) -> Pages:
    """The pages that a record of so many is to be told further, once they are in it; `row` takes what it cost to put them in."""
    there = len(record.documents())
    pages = islice(synthetic(count, more=max(0, there - count) + LATER + 1, steady=steady), there, None)
    if there == 0:
        record.declare(SUBJECT)
        cost = put_in(record, islice(pages, count), count)
        if row is not None:
            row |= cost
    return pages


def middle(works: Iterable[Callable[[], object]]) -> float:
    """How many milliseconds the middle one takes."""
    each = sorted(map(seconds, works))
    return round(1000 * each[len(each) // 2], 1)


def figures(count: int, folder: Path) -> dict[str, float]:
    """What a record of so many pages costs."""
    path = folder / f"{count}.db"
    row: dict[str, float] = {"pages": count}
    with Record.open(path, create=True) as record:
        pages = begun(record, count, row)
        row["one_more_page_ms"] = middle(partial(read_one, record, *one) for one in islice(pages, LATER))
        row["keep_views_s"] = round(seconds(lambda: keep_views(record)), 1)
    with Record.open(path, write=True) as record:  # as a run of `read` finds it
        for item, page in pages:  # the last one
            read_one(record, item, page)
        row["keep_views_again_s"] = round(seconds(lambda: keep_views(record)), 1)
        found = record.merged()
        row |= {"events": len(found), "mentions": sum(len(event.members) for event in found)}
    row["kb_per_page"] = round(path.stat().st_size / 1024 / count, 1)
    for name, ask in ASKED.items():
        row[f"{name}_ms"] = round(1000 * min(once(path, ask) for _ in range(3)), 1)
    row["timeline_against_json"] = round(row["timeline_ms"] / peer(path), 2)
    row["overview_ms"] = round(1000 * min(seconds(lambda: answer(Desk(path), "/", {})) for _ in range(3)), 1)
    return row


def put_in(record: Record, pages: Pages, count: int) -> dict[str, float]:
    """What it costs to write pages, and to put them together all at once."""
    writing, linking = seconds(partial(write, record, pages)), seconds(partial(link, record))
    return {"write_pages_per_s": round(count / writing), "link_pages_per_s": round(count / linking)}


def write(record: Record, pages: Pages) -> None:
    """Puts pages in through the store's own door, one transaction each."""
    for item, annotation in pages:
        record.add(item, annotation, made=MADE)


def read_one(record: Record, item: PageInput, page: Annotation) -> None:
    """Puts one page in, and to what is there."""
    record.add(item, page, made=MADE)
    link(record)


ASKED: dict[str, Callable[[Record], object]] = {
    "timeline": timeline,
    "timeline_20": lambda record: timeline(record, top=20),
    **{
        view.__name__: view for view in (state, who, talks, promises, stakes, climate, voices, reasons, patterns, brief)
    },
}
"""The views as they are asked for of a record that was just opened."""


def once(path: Path, ask: Callable[[Record], object]) -> float:
    """How long a view takes of a record that was just opened."""
    with Record.open(path) as record:
        return seconds(lambda: ask(record))


def peer(path: Path) -> float:
    """Milliseconds in which Python's own `json` reads the rows of the timeline."""
    with Record.open(path) as record:
        rows = msgspec.json.encode(timeline(record))
    return 1000 * min(seconds(lambda: json.loads(rows)) for _ in range(3))


PICTURE = Path(__file__).parents[1] / "docs" / "growth.svg"
DRAWN = (
    ("one_more_page_ms", "one page more", "#225a7d", ""),
    ("one_more_page_steady_ms", "– as many a week", "#225a7d", ' stroke-dasharray="2 4"'),
    ("overview_ms", "first page", "#a33b20", ""),
    ("timeline_ms", "whole timeline", "#4a7a2c", ""),
    ("voices_ms", "voices", "#8a6d1f", ' stroke-dasharray="5 4"'),
    ("state_ms", "state", "#6b4a8a", ""),
)
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 340, 60, 130, 24, 44


def picture(rows: Sequence[Mapping[str, float]]) -> str:
    """The growth as SVG: pages to the right, milliseconds upwards, both by powers of ten."""
    sizes = [row["pages"] for row in rows]
    ends = log10(min(sizes)), log10(max(sizes))
    values = [row[name] for row in rows for name, *_ in DRAWN if row.get(name)]
    low, high = min(0, floor(log10(min(values)))), max(4, ceil(log10(max(values))))

    def place(pages: float, ms: float) -> tuple[int, int]:
        right = (log10(pages) - ends[0]) / max(ends[1] - ends[0], 1e-9)
        up = (log10(max(ms, 10.0**low)) - low) / (high - low)
        return round(_LEFT + right * (_WIDTH - _LEFT - _RIGHT)), round(
            _HEIGHT - _BOTTOM - up * (_HEIGHT - _TOP - _BOTTOM)
        )

    shapes = []
    for power in range(low, high + 1):
        _, y = place(sizes[0], 10.0**power)
        strong = "#a33b20" if power == 3 else "#ddd"  # what is promised of a view: under a second
        shapes.append(f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}" stroke="{strong}"/>')
        shapes.append(f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**power:,.{max(0, -power)}f}</text>')
    for pages in sizes:
        x, _ = place(pages, 1)
        shapes.append(f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{pages:,.0f}</text>')
    taken: list[int] = []
    for name, label, colour, dash in DRAWN:
        points = [place(row["pages"], row[name]) for row in rows if row.get(name)]
        line = " ".join(f"{x},{y}" for x, y in points)
        shapes.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        shapes += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points]
        x, y = points[-1]
        while any(abs(y - other) < 15 for other in taken):
            y += 1
        taken.append(y)
        shapes.append(f'<text x="{x + 10}" y="{y + 4}" fill="{colour}">{label}</text>')
    shapes.append(f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 8}" text-anchor="end">pages in the record</text>')
    shapes.append('<text x="8" y="14">milliseconds of one processor</text>')
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">\n'
        f"<title>What views and one page more take as a record grows</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def main() -> None:
    """Prints a line of figures for each size; draws them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=SIZES)
    parser.add_argument("--steady", action="store_true", help="one page more of a dispute that lasts longer instead")
    parser.add_argument("--keep", type=Path, help="keeps the records in this folder; goes on with one that is there")
    parser.add_argument(
        "--draw", type=Path, metavar="FILE", help="draws the lines of this file into docs/growth.svg; measures nothing"
    )
    given = parser.parse_args()
    if given.draw:
        sizes: dict[float, dict[str, float]] = {}
        for line in map(json.loads, given.draw.read_text(encoding="utf-8").splitlines()):
            sizes.setdefault(line["pages"], {}).update(line)
        rows = [sizes[size] for size in sorted(sizes)]
        PICTURE.write_text(picture(rows), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in given.pages:
            measure = steady_figures if given.steady else figures
            print(json.dumps(measure(count, given.keep or Path(folder))), flush=True)


if __name__ == "__main__":
    main()
