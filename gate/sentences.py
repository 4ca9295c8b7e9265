"""The project's own sentences, every event marked: precision and recall of the event coder, and its false alarms.

A line of `sentences.jsonl`: `{text, events: [{type, actors, recipients, status}]}`, described in `SENTENCES.md`. An event
is right where its type is (or one as good, `alt`) and one of its actors is: its words overlap the marked words, or it has
the id of a mention that does; none marked, none asked. The content of a speech act may match a marked event and is never
spurious.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from standoff.engine import annotate_all
from standoff.model import Annotation, Event, PageInput

SENTENCES = Path(__file__).parent / "sentences.jsonl"

Row = dict[str, Any]


def figures(path: Path = SENTENCES) -> Iterator[tuple[str, float]]:
    """Name and value of each figure; they lie between 0 and 1."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    items = [PageInput(id=str(n), text=row["text"], plain=True) for n, row in enumerate(rows)]
    wanted = given = right = empty = alarms = with_status = 0
    for row, (_, page) in zip(rows, annotate_all(items, workers=0), strict=True):
        matched, claimed, status = compare(row, page)
        wanted += len(row["events"])
        right += matched
        given += claimed
        with_status += status
        empty += not row["events"]
        alarms += not row["events"] and bool(claimed)
    yield "own.events.precision", right / given if given else 0.0
    yield "own.events.recall", right / wanted if wanted else 0.0
    yield "own.events.status", with_status / right if right else 0.0
    yield "own.events.false_alarm_rate", alarms / empty if empty else 0.0


def compare(row: Row, page: Annotation) -> tuple[int, int, int]:
    """Marked events found, events that count as given, and of the found those with the right status."""
    free = list(page.events)
    matched = status = 0
    claimed = sum(event.content_of is None for event in free)
    for gold in row["events"]:
        types = {gold["type"], *gold.get("alt", ())}
        fitting = [event for event in free if event.type in types and same_actor(gold, event, page)]
        if not fitting:
            continue
        best = max(fitting, key=lambda event: (event.status == gold.get("status"), event.content_of is None))
        free.remove(best)
        matched += 1
        claimed += best.content_of is not None
        status += best.status == gold.get("status", "happened")
    return matched, claimed, status


def same_actor(gold: Row, event: Event, page: Annotation) -> bool:
    """One of the marked actors is one of the event's; an event marked without actors asks for none."""
    marked = [(page.text.find(words), page.text.find(words) + len(words)) for words in gold.get("actors", ())]
    if not marked:
        return True

    def fits(start: int, end: int) -> bool:
        return any(start < last and first < end for first, last in marked)

    ids = {base(actor.id) for actor in page.actors if fits(actor.start, actor.end)}
    return any(fits(actor.start, actor.end) or base(actor.id) in ids for actor in event.actors)


def base(actor_id: str) -> str:
    """What two ids of the same actor share: the country, or the organisation's or the person's name.

    >>> base("KOR-BUS"), base("IGO-UNO"), base("NAMED:dockers")
    ('KOR', 'IGO-UNO', 'named:dockers')
    """
    if actor_id.startswith("NAMED:"):
        return actor_id.casefold()
    if actor_id.startswith("IGO-"):
        return "-".join(actor_id.split("-")[:2])
    return actor_id.split("-")[0]
