"""A record whose pages say what no format may obey."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.export import export
from standoff.link import link
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.testing import page, record_of

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) =SUM(1)"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    pages = [
        page("=cmd", "2021-04-09", title=f"Gate shut {HOSTILE}", publisher="Harbour Press")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", words=f"{HOSTILE} GEO shut the gate to ARM.")
        .state("restricted", since="2021-04-08"),
        page("b", "2021-06-02", publisher="Ridge Times")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met", place="Tbilisi")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-20", verb="will meet", status="planned", place="Sadakhlo")
        .event("AID", "GEO", "ARM", date="2021-07", verb="will send", status="planned")
        .event("AID", "GEO", "ARM", date="2022", verb="plans to send", status="planned")
        .event(
            "COOPERATE",
            "GEO",
            "ARM",
            date="2021-05-20",
            words="GEO opened the zone again to ARM.",
            verb="opened",
            object="the zone",
        )
        .state("open"),
    ]
    record = record_of(tmp_path, pages)
    record.declare(Subject(name="the zone", parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia"))))
    link(record)
    return record


@pytest.fixture
def written(record: Record) -> Callable[[str], bytes]:
    def write(format: str, at: str | None = None) -> bytes:
        stream = io.BytesIO()
        export(record, format, out=None, stream=stream, at=at)
        return stream.getvalue()

    return write
