"""The JSON for TimelineJS3."""

import json
from collections.abc import Callable

from standoff.record import Record
from standoff.tell.timeline import timeline

Written = Callable[[str], bytes]


def test_slides_keep_the_precision_of_their_dates(written: Written, record: Record) -> None:
    slides = {slide["unique_id"]: slide for slide in json.loads(written("timelinejs"))["events"]}
    rows = [row for row in timeline(record) if row.date]
    assert set(slides) == {row.id for row in rows}
    for row in rows:
        fine = len(row.date.split("-")) if row.date else 0
        assert len(slides[row.id]["start_date"]) == fine
        assert slides[row.id]["display_date"]


def test_texts_are_escaped(written: Written) -> None:
    told = written("timelinejs").decode()
    assert "<script>" not in told
    assert "&lt;script&gt;" in told


def test_states_that_ended_are_eras(written: Written) -> None:
    eras = json.loads(written("timelinejs"))["eras"]
    assert [era["text"]["headline"] for era in eras] == ["restricted"]
