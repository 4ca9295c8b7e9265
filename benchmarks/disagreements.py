"""Planted disagreements: two papers tell of one act and differ on its day, on who did it, or on a figure.

`python -m benchmarks.disagreements` makes a record of the pages, asks for the timeline and the stakes, and prints for each
kind how many stand in `differs`; `--show` prints those that do not. Exit code 1 where one is missing.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from standoff.ingest import read_pages
from standoff.model import PageInput, Party, Subject
from standoff.record import Record
from standoff.tell.stakes import stakes
from standoff.tell.timeline import timeline

SUBJECT = Subject(
    name="the Linnfoss crossing",
    aliases=("the crossing", "Linnfoss"),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
ACTS = (
    "{actor} closed the {place} crossing to {other} lorries on {day}.",
    "{actor} seized the trawler {place} Star off the coast on {day}.",
    "On {day}, {actor} withdrew its inspectors from the {place} dam.",
    "{actor} reopened the {place} bridge to {other} traffic on {day}.",
    "{actor} halted the ferries to {place} harbour on {day}.",
    "{actor} shelled the {place} fort on {day}.",
)
FIGURES = (
    ("{actor} lost {n} million kroner a week through the closure of the {place} mine.", (40, 65)),
    ("The closure of the {place} smelter left {n} {whose} workers without pay.", (1200, 1310)),
    ("The {place} harbour strike cost {whose} firms {n} million kroner.", (310, 480)),
)
PLACES = ("Alder", "Brenna", "Corran", "Dovre", "Elgin", "Fossli", "Granvik", "Holm", "Ivar", "Jotun")
FRAMES = (
    "The council of the valley met for two hours about the budget. {told} The mayor would not comment.",
    "Rain fell on the coast. {told} Nobody could say what would come of it, said a teacher.",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """Two pages, what they differ on, and the two values."""

    kind: str
    pages: tuple[PageInput, PageInput]
    values: tuple[str, str]


def planted(count: int = 20) -> Iterator[Planted]:
    """Disagreements on days, actors and figures in turn, each in a month or at a place of its own."""
    for n in range(count):
        place, month = PLACES[n % len(PLACES)], 1 + n % len(MONTHS)
        year, kind = 2014 + n // len(MONTHS), ("date", "actors", "figure")[n % 3]
        late = f"{year}-{month:02}-20"
        if kind == "figure":
            text, figures = FIGURES[n // 3 % len(FIGURES)]
            told = [text.format(actor="Norway", whose="Norwegian", place=place, n=f"{v:,}") for v in figures]
            values = f"{figures[0]:,}", f"{figures[1]:,}"
        else:
            usual = 10 + n % 5, "Norway"
            other = (usual[0] + 1, usual[1]) if kind == "date" else (usual[0], "Finland")
            acts = ACTS if kind == "date" else (ACTS[0], ACTS[1], ACTS[5])
            said = acts[n // 3 % len(acts)]
            told = [
                said.format(actor=actor, other="Swedish", place=place, day=f"{day} {MONTHS[month - 1]} {year}")
                for day, actor in (usual, other)
            ]
            days = [f"{year}-{month:02}-{day:02}" for day, _ in (usual, other)]
            values = (days[0], days[1]) if kind == "date" else ("NOR", "FIN")
        yield Planted(kind, _pages(n, told, late), values)


def _pages(n: int, told: Sequence[str], late: str) -> tuple[PageInput, PageInput]:
    one, other = (
        PageInput(
            id=f"d{n:02}{'ab'[at]}", text=FRAMES[at].format(told=sentence), published=late, plain=True,
            url=f"https://paper{at}.example/{n}",
        )
        for at, sentence in enumerate(told)
    )  # fmt: skip
    return one, other


def found(record: Record, each: Planted) -> bool:
    """True where a row of the timeline, or of the stakes, says that these two pages differ on it."""
    ids = {d.key: d.id for d in record.documents()}
    wanted, pages = set(each.values), {page.id for page in each.pages}
    for row in stakes(record) if each.kind == "figure" else timeline(record):
        if each.kind == "figure":
            told = {claim.value.split()[0] for claim in row.differs}
        else:
            told = {claim.value for claim in row.differs if claim.field == each.kind}
        if wanted <= told and {ids.get(s.document, s.document) for s in row.sources} & pages:
            return True
    return False


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    asked, right = Counter[str](), Counter[str]()
    everything = list(planted())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.db"
        read_pages((page for each in everything for page in each.pages), path, subject=SUBJECT, workers=0)
        with Record.open(path) as record:
            for each in everything:
                asked[each.kind] += 1
                right[each.kind] += (told := found(record, each))
                if show and not told:
                    print(each.kind, each.values, *(page.text for page in each.pages), sep="\n   ")
    print(json.dumps({kind: f"{right[kind]} of {asked[kind]}" for kind in sorted(asked)}))
    if right != asked:
        sys.exit(1)


if __name__ == "__main__":
    main()
