"""Other forms, each opened by what reads it."""

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import feedparser
import msgspec
import pyarrow.parquet
import pytest
from pyld import jsonld

from standoff.errors import UsageError
from standoff.export import FORMATS, export
from standoff.export.brat import lines_of
from standoff.export.gdelt import EVENTS, MENTIONS
from standoff.export.memo import memo
from standoff.export.parquet import arrow_table
from standoff.record import Record
from standoff.tell.rows import StakeRow
from standoff.tell.timeline import timeline
from standoff.testing import linked, page

Written = Callable[[str], bytes]


@pytest.fixture
def folder(record: Record, tmp_path: Path) -> Callable[[str], Path]:
    def write(format: str) -> Path:
        out = tmp_path / format
        export(record, format, out=out, stream=io.BytesIO())
        return out

    return write


def happened(record: Record) -> list[str]:
    return [row.id for row in timeline(record) if row.status in ("happened", "ongoing")]


def test_the_feed_is_read_by_a_feed_reader(written: Written, record: Record) -> None:
    feed = feedparser.parse(written("atom"))
    assert not feed.bozo
    assert {entry.id for entry in feed.entries} == {f"urn:standoff:{row.id}" for row in timeline(record)}
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    assert all(entry.content[0].type == "text/plain" for entry in feed.entries)


def test_json_ld_is_a_graph_of_schema_org(written: Written, record: Record) -> None:
    expanded = jsonld.expand(json.loads(written("jsonld")))
    types = [node["@type"][0].removeprefix("https://schema.org/") for node in expanded]
    assert types.count("Event") == len(timeline(record))
    assert types.count("NewsArticle") == len(record.documents())
    articles = {node["@id"] for node in expanded if node["@type"] == ["https://schema.org/NewsArticle"]}
    events = [node for node in expanded if node["@type"] == ["https://schema.org/Event"]]
    assert all({told["@id"] for told in event["https://schema.org/subjectOf"]} <= articles for event in events)


def test_geojson_places_what_it_knows_and_keeps_the_name_of_what_not(written: Written) -> None:
    told = json.loads(written("geojson"))
    assert told["type"] == "FeatureCollection"
    assert [(f["properties"]["place"], f["geometry"]) for f in told["features"]] == [
        ("Tbilisi", {"type": "Point", "coordinates": [44.82, 41.72]}),
        ("Sadakhlo", None),
    ]


def test_ftm_lines_point_at_each_other(written: Written, record: Record) -> None:
    entities = [json.loads(line) for line in written("ftm").splitlines()]
    ids = {entity["id"] for entity in entities}
    events = [entity for entity in entities if entity["schema"] == "Event"]
    assert len(ids) == len(entities)
    assert [event["properties"]["recordId"][0] for event in events] == happened(record)
    assert all({*e["properties"].get("involved", ()), *e["properties"]["proof"]} <= ids for e in events)


def test_ftm_is_valid_by_its_own_model(written: Written) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed: `make validators`").model
    for line in written("ftm").splitlines():
        told = json.loads(line)
        entity = model.get_proxy(told)
        model.get(told["schema"]).validate(told)
        for name, values in told["properties"].items():
            assert set(entity.get(name)) == set(values), (told["schema"], name)


def test_gdelt_has_its_columns(folder: Callable[[str], Path], record: Record) -> None:
    out = folder("gdelt")
    events = [line.split("\t") for line in (out / "events.export.CSV").read_text("utf-8").splitlines()]
    mentions = [line.split("\t") for line in (out / "mentions.CSV").read_text("utf-8").splitlines()]
    assert {len(row) for row in events} == {EVENTS}
    assert {len(row) for row in mentions} == {MENTIONS}
    assert [int(row[0]) for row in events] == [int(id, 16) for id in happened(record)]
    assert {row[0] for row in mentions} == {row[0] for row in events}
    shut = events[0]
    assert (shut[1], shut[7], shut[17], shut[28]) == ("20210408", "GEO", "ARM", "17")
    assert not [cell for row in (*events, *mentions) for cell in row if cell.startswith(("=", "@", "+"))]


def test_brat_points_at_the_words(folder: Callable[[str], Path]) -> None:
    out = folder("brat")
    annotated = sorted(out.glob("*.ann"))
    assert len(annotated) == 2
    for path in annotated:
        text = path.with_suffix(".txt").read_text("utf-8")
        bound = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line.startswith("T")]
        assert bound
        for _, where, words in bound:
            pieces = [tuple(map(int, piece.split())) for piece in where.partition(" ")[2].split(";")]
            assert " ".join(text[start:end] for start, end in pieces) == words


def test_brat_events_name_roles_once(record: Record) -> None:
    for document in record.documents():
        for line in lines_of(record.annotation(document.key)):
            if line.startswith("E"):
                roles = [role.partition(":")[0] for role in line.split("\t")[1].split()]
                assert len(roles) == len(set(roles))


def test_parquet_is_read_back(folder: Callable[[str], Path], written: Written, record: Record) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written("parquet")))
    assert table.column("id").to_pylist() == [row.id for row in timeline(record)]
    assert table.column("actors").to_pylist()[0] == ["GEO"]
    assert {path.stem for path in folder("parquet").glob("*.parquet")} >= {"timeline", "states", "talks"}


def test_datasette_finds_a_table_a_view(folder: Callable[[str], Path], record: Record) -> None:
    out = folder("datasette")
    with closing(sqlite3.connect(out / "record.db")) as db:
        ids = [id for (id,) in db.execute("SELECT id FROM timeline ORDER BY rowid")]
        cited = {row for (row,) in db.execute("SELECT row FROM sentences WHERE view = 'timeline'")}
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert ids == [row.id for row in timeline(record)]
    assert cited == set(ids)
    told = json.loads((out / "metadata.json").read_text("utf-8"))["databases"]["record"]["tables"]
    assert set(told) == names


def test_datasette_opens_the_folder(folder: Callable[[str], Path], record: Record) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed: `make validators`")
    import asyncio

    out = folder("datasette")
    metadata = json.loads((out / "metadata.json").read_text("utf-8"))
    opened = app.Datasette([str(out / "record.db")], metadata=metadata)
    answer = asyncio.run(opened.client.get("/record/timeline.json?_shape=array"))
    assert answer.status_code == 200
    assert {row["id"] for row in answer.json()} == {row.id for row in timeline(record)}


@pytest.mark.parametrize("format", [name for name, form in FORMATS.items() if form.folder])
def test_the_same_record_gives_the_same_folder(record: Record, format: str, tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        out = tmp_path / name
        export(record, format, out=out, stream=io.BytesIO())
        hashes.append({p.name: sha256(p.read_bytes()).hexdigest() for p in sorted(out.iterdir())})
    assert hashes[0] == hashes[1]


def test_a_folder_asks_for_its_name(record: Record) -> None:
    with pytest.raises(UsageError, match="a folder of files"):
        export(record, "brat", out=None, stream=io.BytesIO())


def test_a_column_of_words_and_truth_values_is_one_of_words() -> None:
    said = StakeRow(
        id="a",
        party=None,
        what=None,
        kind="other",
        value=7,
        low=None,
        high=None,
        unit=None,
        per=None,
        as_of=None,
        claimed_by=None,
        sources=(),
    )
    rows = [said, msgspec.structs.replace(said, id="b", computed="7 / 2 days")]
    assert arrow_table(rows).column("computed").to_pylist() == ["false", "7 / 2 days"]


def test_characters_that_xml_has_no_room_for_are_made_visible(tmp_path: Path) -> None:
    said = page("a", "2021-04-09").event(
        "COERCE", "GEO", "ARM", date="2021-04-08", words="GEO shut\uffff \ufffe the gate to ARM."
    )
    with linked(tmp_path, [said]) as record:
        for format in ("atom", "docx"):
            stream = io.BytesIO()
            export(record, format, out=None, stream=stream)
            assert stream.getvalue()
        text = "".join(row.sources[0].quote for row in timeline(record))
    assert "\uffff" in text


def test_pages_of_one_id_are_told_apart(tmp_path: Path) -> None:
    pages = [
        page("index", "2021-04-09", publisher="Harbour Press").event("COERCE", "GEO", "ARM", date="2021-04-08"),
        page("index", "2021-06-02", publisher="Ridge Times").event("AID", "NOR", "SWE", date="2021-06-01"),
    ]
    with linked(tmp_path, pages) as record:
        stream = io.BytesIO()
        export(record, "ftm", out=None, stream=stream)
        notes = memo(record).notes
        texts = {d.key: record.annotation(d.key).text for d in record.documents()}
    articles = [e["id"] for line in stream.getvalue().splitlines() if (e := json.loads(line))["schema"] == "Article"]
    proofs = {e["proof"] for line in stream.getvalue().splitlines() for e in [_plain(json.loads(line))] if "proof" in e}
    assert len(articles) == 2
    assert proofs == set(articles)
    assert {note.document.publisher for note in notes} == {"Harbour Press", "Ridge Times"}
    assert all(note.quote in texts[note.document.key] for note in notes)


def _plain(entity: dict[str, Any]) -> dict[str, str]:
    return {name: values[0] for name, values in entity["properties"].items()}


def test_what_is_only_planned_or_vague_is_no_plain_event_of_json_ld(tmp_path: Path) -> None:
    said = (
        page("a", "2021-04-09/2021-05-01")
        .event("COERCE", "GEO", "ARM", date="2021-06-01", status="planned")
        .event("AID", "NOR", "SWE", date="2021-04~")
    )
    with linked(tmp_path, [said]) as record:
        stream = io.BytesIO()
        export(record, "jsonld", out=None, stream=stream)
    nodes = json.loads(stream.getvalue())["@graph"]
    events = {node["standoff:status"]: node for node in nodes if node["@type"] == "Event"}
    assert events["planned"]["name"].endswith(" (planned)")
    assert events["happened"]["startDate"] == "2021-04"
    assert all("datePublished" not in node for node in nodes)
