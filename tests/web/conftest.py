"""A record to look at, made by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from standoff.model import Party, Subject
from standoff.record import Record
from standoff.testing import linked, page
from standoff.web import make_app

SUBJECT = Subject(
    name="Vanta crossing",
    aliases=("the crossing",),
    parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia")),
)


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    pages = [
        page("early", "2021-03-02").event(
            "THREATEN", "GEO", "ARM", date="2021-03-01", mode="restrict", verb="threatened"
        ),
        page("shut", "2021-04-09")
        .event("COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", object="the crossing", verb="closed")
        .state("shut", object="the crossing", since="2021-04"),
        page("talks", "2021-06-02")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-20", status="planned", verb="meet"),
    ]
    record = linked(tmp_path, pages)
    record.declare(SUBJECT)
    record.close()
    return tmp_path / "test.db"


@pytest.fixture
def client(record_file: Path) -> Iterator[TestClient]:
    with TestClient(make_app(record_file, hosts=frozenset({"testserver"}))) as made:
        yield made


@pytest.fixture
def record(record_file: Path) -> Iterator[Record]:
    with Record.open(record_file) as opened:
        yield opened
