"""Whatever events a record holds: no view raises, every row leads to a sentence, and the order of reading is nothing."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.lexicon.plover import plover_types
from standoff.record import Record
from standoff.tell.brief import brief
from standoff.tell.climate import climate
from standoff.tell.explain import explain
from standoff.tell.promises import promises
from standoff.tell.stakes import stakes
from standoff.tell.talks import talks
from standoff.tell.voices import voices
from standoff.tell.who import who
from standoff.testing import PageMaker, page, record_of

VIEWS = (talks, promises, stakes, who, climate, voices, brief)
STATUSES = ("happened", "ongoing", "planned", "promised", "threatened", "demanded", "hypothetical", "denied")
DATES = (
    None,
    "2013-04-03",
    "2013-04-08",
    "2013-04",
    "2013",
    "2013-05-01/2013-05-03",
    "2013-22",
    "XXXX-08-01/XXXX-08-13",
    "2013-07~",
)
EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(sorted(plover_types())),
            "actor": st.sampled_from(("", "KOR", "PRK", "KOR PRK", "KOR-BUS", "IGO-UNO", "NAMED:Alder Mining")),
            "recipient": st.sampled_from(("", "KOR", "PRK", "USA-GOV")),
            "date": st.sampled_from(DATES),
            "how": st.sampled_from(("stated", "relative", "published")),
            "status": st.sampled_from(STATUSES),
            "negated": st.booleans(),
            "confidence": st.sampled_from((0.2, 0.6, 0.9)),
            "outcome": st.sampled_from((None, "agreed", "failed", "called_off")),
            "topic": st.sampled_from((None, "the early reopening")),
            "object": st.sampled_from((None, "the zone")),
            "content": st.booleans(),
        }
    ),
    max_size=8,
)  # fmt: skip
PAGES = st.lists(st.tuples(st.sampled_from((None, "2013-04-10", "2013-05-02", "2013-08-07")), EVENTS), max_size=3)


def pages_of(drawn: list[tuple[str | None, list[dict[str, Any]]]]) -> list[PageMaker]:
    made = []
    for number, (published, events) in enumerate(drawn):
        one = page(f"p{number}", published).say(f"This is page {number}.")
        for i, event in enumerate(events):
            fields = {name: value for name, value in event.items() if name != "content"}
            one.event(**fields, content_of=i - 1 if event["content"] and i else None)
        made.append(one)
    return made


def rows_of(record: Record) -> list[Any]:
    return [row for view in VIEWS for at in (None, "2013-05-01") for row in view(record, at=at)]


@settings(max_examples=40)
@given(PAGES)
def test_views_hold(drawn: list[tuple[str | None, list[dict[str, Any]]]]) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        with record_of(Path(one), pages_of(drawn)) as record:
            rows = rows_of(record)
            assert all(row.sources for row in rows if hasattr(row, "sources"))
            assert all(explain(record, row.id) for row in rows if hasattr(row, "id"))
        with record_of(Path(other), reversed(pages_of(drawn))) as again:
            assert rows_of(again) == rows
