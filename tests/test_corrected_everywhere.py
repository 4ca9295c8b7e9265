"""A wrong date set right is right in every view and every export, and what was rejected is in none."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from standoff.export import FORMATS, export
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.tell.brief import brief
from standoff.testing import linked, page
from standoff.web.contexts import VIEWS

WRONG, RIGHT = ("2021-04-08", "20210408", "8 April 2021"), "2021-02-11"
SAID = (RIGHT, "2021-W06")
GONE = "rallied at the lock"
SUBJECT = Subject(
    name="Teller canal",
    aliases=("the canal",),
    parties=(Party(id="GEO", name="Georgia"), Party(id="ARM", name="Armenia")),
)
LOSSLESS = "jsonl"
"""Holds what was read beside what was decided; its lines of events are looked at."""


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    pages = [
        page("a", "2021-06-02")
        .event(
            "SANCTION", "GEO", "ARM", date=WRONG[0], mode="discontinue", object="the canal", words="GEO closed the canal to ARM.",
            verb="closed",
        )
        .event("PROTEST", "ARM", "GEO", date="2021-05-30", words=f"ARM {GONE} in May.", verb="rallied")
        .event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", words="GEO met ARM on the first of June.", verb="met"),
    ]  # fmt: skip
    with linked(tmp_path, pages) as made:
        made.declare(SUBJECT)
        by_type = {event.type: event.id for event in made.events()}
        reviewer = Reviewer(made, who="Ada", clock=lambda: "2026-01-01T00:00:00Z")
        reviewer.edit(by_type["SANCTION"], {"date": RIGHT})
        reviewer.reject(by_type["PROTEST"])
        yield made


@pytest.mark.parametrize("name", [*VIEWS, "brief"])
def test_in_every_view(record: Record, name: str) -> None:
    rows = brief(record) if name == "brief" else VIEWS[name](record)
    told = msgspec.json.encode(rows).decode()
    assert not [wrong for wrong in (*WRONG, GONE) if wrong in told]
    if name in ("timeline", "state", "thing", "who", "climate"):
        assert any(right in told for right in SAID)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_in_every_export(record: Record, name: str, tmp_path: Path) -> None:
    out = tmp_path / "out" / f"made{FORMATS[name].suffix}"
    out.parent.mkdir()
    try:
        export(record, name, out=out, stream=io.BytesIO())
    except ImportError as missing:
        pytest.skip(str(missing))
    told = "\n".join(_texts(out, lines=name == LOSSLESS))
    assert not [wrong for wrong in WRONG if wrong in told]
    if name != "brat":  # a page's own text stands there whole
        assert GONE not in told


def _texts(out: Path, *, lines: bool) -> Iterator[str]:
    """What was written, without the pages that a lossless form holds."""
    for path in [out] if out.is_file() else sorted(each for each in out.rglob("*") if each.is_file()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield from (packed.read(each).decode(errors="replace") for each in packed.namelist())
        else:
            text = path.read_bytes().decode(errors="replace")
            yield "\n".join(line for line in text.splitlines() if line.startswith('{"kind":"event"')) if lines else text
