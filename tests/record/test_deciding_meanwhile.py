"""Decisions while another process reads pages into the record: neither loses anything, and none is refused."""

import subprocess
import sys
from pathlib import Path

from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.testing import linked, page

READER = """
import sys
from standoff.link import link
from standoff.record import Record
from standoff.testing import page
with Record.open(sys.argv[1], create=True) as record:
    print("ready", flush=True)
    for n in range(60):
        made = page(f"late{n}", f"{1960 + n}-05-01").event("PROTEST", "NOR", "SWE", date=f"{1960 + n}-04-0{n % 9 + 1}")
        record.add(made.item(), made.annotation(), made="test")
        if n % 20 == 19:
            link(record)
"""
DECIDER = """
import sys
from standoff.record import Record
from standoff.record.deciding import Reviewer
with Record.open(sys.argv[1], write=True) as record:
    reviewer = Reviewer(record, who=sys.argv[2])
    for event in [event for event in record.events() if event.type == "CONSULT"]:
        reviewer.edit(event.id, {sys.argv[2]: "Alder Square"})
"""


def test_reading_and_two_reviewers_at_once(tmp_path: Path) -> None:
    early = [
        page(f"early{n}", f"{1900 + n}-05-01").event("CONSULT", "NOR", "SWE", date=f"{1900 + n}-04-01")
        for n in range(12)
    ]
    linked(tmp_path, early).close()
    path = str(tmp_path / "test.db")
    reader = subprocess.Popen([sys.executable, "-c", READER, path], stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "ready\n"
    fields = ("place", "object")
    deciders = [subprocess.Popen([sys.executable, "-c", DECIDER, path, field], text=True) for field in fields]
    assert [process.wait(timeout=120) for process in (reader, *deciders)] == [0, 0, 0]
    reader.stdout.close()
    with Record.open(path) as record:
        consulted = [event for event in record.events() if event.type == "CONSULT"]
        assert len(record.documents()) == 72
        assert len(record.decisions()) == 24
        assert {(event.place, event.object) for event in consulted} == {("Alder Square", "Alder Square")}


def test_a_decision_waits_for_a_writer_and_is_not_lost(tmp_path: Path) -> None:
    made = page("a").event("CONSULT", "NOR", "SWE", date="2013-05-01")
    with linked(tmp_path, [made]) as record, Record.open(tmp_path / "test.db", write=True) as other:
        reviewer = Reviewer(other, who="Ada")
        reviewer.reject(record.events()[0].id)
        late = page("b").event("PROTEST", "NOR", "SWE", date="2013-05-02")
        record.add(late.item(), late.annotation(), made="test")
        assert [event.type for event in record.events()] == ["PROTEST"]
        reviewer.undo()
        assert {event.type for event in record.events()} == {"PROTEST", "CONSULT"}
