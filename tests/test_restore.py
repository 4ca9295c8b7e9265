"""An export put into a new record gives an equal record."""

import io
import json
from pathlib import Path

import pytest

from standoff.errors import InputError
from standoff.export import export
from standoff.model import Issue, PageInput, Time
from standoff.record import Record
from standoff.record.contributed import Contribution, contributions, keep
from standoff.record.dump import dump
from standoff.restore import restore
from standoff.testing import linked, page


def lines_of(record: Record, at: str | None = None) -> bytes:
    stream = io.BytesIO()
    export(record, "jsonl", out=None, stream=stream, at=at)
    return stream.getvalue()


@pytest.fixture
def record(tmp_path: Path) -> Record:
    pages = [
        page("a", "2021-04-09").event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict").state("restricted"),
        page("b", "2021-04-10").event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict"),
        page("c", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    made = linked(tmp_path, pages)
    made.add(PageInput(id="a2", url="https://x.example/a", text=pages[0].text), pages[0].annotation(), made="test")
    made.fail("d", Issue(code="empty", message="page 'd' is empty"))
    return made


def test_a_round_trip_gives_an_equal_record(record: Record, tmp_path: Path) -> None:
    told = lines_of(record)
    path = tmp_path / "again.db"
    assert restore(io.BytesIO(told), path) == 3
    with Record.open(path) as again:
        assert list(dump(again)) == list(dump(record))
        assert lines_of(again) == told


def test_what_was_cut_to_a_day_is_what_was_known_then(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "then.db"
    assert restore(io.BytesIO(lines_of(record, at="2021-05-01")), path) == 2
    with Record.open(path) as then:
        assert [e.date for e in then.events()] == ["2021-04-08"]


def test_putting_it_in_twice_changes_nothing(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    for _ in range(2):
        restore(io.BytesIO(lines_of(record)), path)
    with Record.open(path) as again:
        assert list(dump(again)) == list(dump(record))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (b'{"id":"a","text":"x"}\n', "line 1"),
        (b'{"kind":"event"}\n', "begins with a line of kind 'record'"),
        (b'{"kind":"record","form":9,"subject":null,"found":true}\n', "newer version"),
        (b'{"kind":"record","form":1,"subject":null,"found":true}\n{"kind":"nonsense"}\n', "line 2"),
        (b'{"kind":"record","form":1,"subject":null,"found":true}\n{"kind":"document","key":3}\n', "line 2"),
    ],
)
def test_what_is_no_export_is_refused_with_its_line(lines: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        restore(io.BytesIO(lines), tmp_path / "new.db", name="x.jsonl")


def test_a_span_outside_its_page_is_refused(record: Record, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in lines_of(record).splitlines()]
    place = next(n for n, line in enumerate(lines, 1) if line["kind"] == "document")
    lines[place - 1]["annotation"]["events"][0]["end"] = 10**9
    mangled = "".join(json.dumps(line) + "\n" for line in lines).encode()
    with pytest.raises(InputError, match=f"line {place}: .* is not inside"):
        restore(io.BytesIO(mangled), tmp_path / "mangled.db")


def test_what_others_contributed_comes_along(record: Record, tmp_path: Path) -> None:
    key = record.documents()[0].key
    keep(
        record,
        [Contribution(document=key, made_by="somebody", times=(Time(start=0, end=1, value="2021", type="DATE"),))],
    )
    path = tmp_path / "again.db"
    restore(io.BytesIO(lines_of(record)), path)
    with Record.open(path) as again:
        assert contributions(again) == contributions(record)
        assert lines_of(again) == lines_of(record)
