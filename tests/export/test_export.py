"""Exports: complete, in a fixed order, inert where a spreadsheet would compute."""

import csv
import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from standoff.errors import RecordError, UsageError
from standoff.export import FORMATS, export
from standoff.export.flat import flatten
from standoff.export.formats import ALSO
from standoff.record import Record
from standoff.tell.rows import BriefLine, Source
from standoff.tell.timeline import timeline

Written = Callable[[str], bytes]


@pytest.mark.parametrize("format", [name for name, form in FORMATS.items() if form.write])
def test_the_same_record_gives_the_same_bytes(written: Written, format: str) -> None:
    assert written(format) == written(format)


@pytest.mark.parametrize("other", ALSO)
def test_a_format_has_the_contract_s_name_too(written: Written, other: str) -> None:
    assert written(other) == written(ALSO[other])


def test_jsonl_holds_documents_and_events(written: Written, record: Record) -> None:
    kinds = [json.loads(line)["kind"] for line in written("jsonl").splitlines()]
    assert kinds.count("document") == 2
    assert kinds.count("event") == len(timeline(record))


def test_no_cell_of_the_csv_is_a_formula(written: Written, record: Record) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode())))
    assert len(rows) == len(timeline(record))
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


def test_a_file_is_whole_or_not_there(written: Written, record: Record, tmp_path: Path) -> None:
    out = tmp_path / "record.jsonl"
    export(record, "jsonl", out=out, stream=io.BytesIO())
    assert out.read_bytes() == written("jsonl")
    assert not list(tmp_path.glob("*.part"))


def test_the_manifest_names_the_pages_and_hashes_the_files(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "record.ris"
    export(record, "ris", out=out, stream=io.BytesIO())
    told = json.loads((tmp_path / "record.ris.manifest.json").read_text())
    assert told["files"] == [{"path": "record.ris", "sha256": sha256(out.read_bytes()).hexdigest()}]
    assert [page["sha256"] for page in told["pages"]] == sorted(d.key for d in record.documents())
    assert told["made_by"]["code"]


def test_the_manifest_of_a_folder_names_its_files(record: Record, tmp_path: Path) -> None:
    export(record, "csv", out=tmp_path / "csv", stream=io.BytesIO())
    told = json.loads((tmp_path / "csv" / "manifest.json").read_text())
    assert {file["path"] for file in told["files"]} == {p.name for p in (tmp_path / "csv").iterdir()} - {
        "manifest.json"
    }


def test_an_unknown_format_and_a_missing_folder_are_said(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        export(record, "pdf", out=None, stream=io.BytesIO())
    with pytest.raises(RecordError, match="cannot write"):
        export(record, "jsonl", out=tmp_path / "no" / "record.jsonl", stream=io.BytesIO())


def test_what_else_lies_in_the_folder_is_no_part_of_the_export(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "csv"
    (out / "inner").mkdir(parents=True)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "inner" / "more.txt").write_text("mine too", encoding="utf-8")
    export(record, "csv", out=out, stream=io.BytesIO())
    told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert {file["path"] for file in told["files"]} == {p.name for p in out.iterdir()} - {
        "manifest.json",
        "mine.txt",
        "inner",
    }
    assert (out / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_what_fails_leaves_nothing_behind(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise UsageError("no")

    monkeypatch.setattr("standoff.export.jsonl.write_jsonl", fail)
    monkeypatch.setattr("standoff.export.csv.write_csv_folder", fail)
    for format, name in (("jsonl", "record.jsonl"), ("csv", "folder")):
        with pytest.raises(UsageError):
            export(record, format, out=tmp_path / name, stream=io.BytesIO())
    assert not list(tmp_path.rglob("*part*"))
    assert not (tmp_path / "record.jsonl").exists()


def test_a_table_names_addresses_of_the_web_alone() -> None:
    source = Source(document="a", url="javascript:alert(1)", start=0, end=1, quote="x")
    row = BriefLine(topic="happened", text="x", rows=(), sources=(source,))
    assert flatten(row)["url"] == ""
