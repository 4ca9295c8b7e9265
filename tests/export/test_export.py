"""Exports: complete, in a fixed order, inert where a spreadsheet would compute."""

import csv
import io
import json
from pathlib import Path

import pytest

from standoff.errors import RecordError, UsageError
from standoff.export import FORMATS, export
from standoff.record import Record
from standoff.testing import linked, page


@pytest.fixture
def record(tmp_path: Path) -> Record:
    pages = [
        page("=cmd", "2021-04-09").event(
            "COERCE", "GEO", "ARM", date="2021-04-08", mode="restrict", words="=SUM(1) acted"
        ),
        page("b", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
    ]
    return linked(tmp_path, pages)


def written(record: Record, format: str) -> bytes:
    stream = io.BytesIO()
    export(record, format, out=None, stream=stream)
    return stream.getvalue()


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_record_gives_the_same_bytes(record: Record, format: str) -> None:
    assert written(record, format) == written(record, format)


def test_jsonl_holds_documents_and_events(record: Record) -> None:
    kinds = [json.loads(line)["kind"] for line in written(record, "jsonl").splitlines()]
    assert kinds.count("document") == 2
    assert kinds.count("event") == 2


def test_no_cell_of_the_csv_is_a_formula(record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(written(record, "csv").decode())))
    assert len(rows) == 2
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]
    assert float(rows[0]["goldstein"]) < 0


def test_a_folder_of_csv_is_described(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "csv"
    export(record, "csv", out=out, stream=io.BytesIO())
    package = json.loads((out / "datapackage.json").read_text())
    assert package["resources"]
    for resource in package["resources"]:
        header = (out / resource["path"]).read_text().splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_a_file_is_whole_or_not_there(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "record.jsonl"
    export(record, "jsonl", out=out, stream=io.BytesIO())
    assert out.read_bytes() == written(record, "jsonl")
    assert not list(tmp_path.glob("*.part"))


def test_an_unknown_format_and_a_missing_folder_are_said(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        export(record, "pdf", out=None, stream=io.BytesIO())
    with pytest.raises(RecordError, match="cannot write"):
        export(record, "jsonl", out=tmp_path / "no" / "record.jsonl", stream=io.BytesIO())
