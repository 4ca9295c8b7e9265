"""The record against other event data: the same event is found across names, codes and a day's difference."""

import csv
from pathlib import Path

import pytest

from standoff.compare import compare, read_outside
from standoff.compare.match import sides_named
from standoff.errors import InputError
from standoff.export.gdelt import write_gdelt
from standoff.record import Record
from standoff.tell.parties import Sides
from standoff.tell.timeline import timeline
from standoff.testing import linked, page

ACLED = """event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,notes
GEO1,08 April 2021,Strategic developments,Arrests,Police Forces of Georgia (2012-),Civilians (Armenia),"Held, at the gate"
GEO2,2021-06-02,Strategic developments,Agreement,Government of Georgia (2012-),Government of Armenia (2018-),Talks
GEO3,2021-06-01,Battles,Armed clash,Military Forces of Georgia (2012-),Military Forces of Armenia,Clash
GEO4,2021-05-01,Protests,Peaceful protest,Protesters (Georgia),,March
"""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    pages = [
        page("a", "2021-04-09").event("COERCE", "GEO-COP", "ARM-CVL", date="2021-04-08", mode="restrict"),
        page("b", "2021-06-02").event("CONSULT", "GEO ARM", "GEO ARM", date="2021-06-01", verb="met"),
        page("c", "2021-05-12").event("AID", "GEO", "ARM", date="2021-05-11", verb="sent food to"),
        page("d", "2022-01-02").event("AID", "GEO", "ARM", date="2022-01-01", verb="sent more to"),
    ]
    return linked(tmp_path, pages)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_acled_export(record: Record, tmp_path: Path) -> None:
    rows = compare(record, read_outside(written(tmp_path, ACLED)))
    assert [(row.where, row.date, row.other) for row in rows] == [
        ("both", "2021-04-08", "GEO1"),
        ("file", "2021-05-01", "GEO4"),
        ("record", "2021-05-11", None),
        ("both", "2021-06-01", "GEO2"),
        ("file", "2021-06-01", "GEO3"),
    ]
    assert rows[0].same == ("day", "type", "ARM", "GEO")
    assert rows[3].same == ("type", "ARM", "GEO")
    assert all(row.sources for row in rows if row.where != "file")


def test_our_own_gdelt_export_is_all_in_both(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "events.CSV"
    with path.open("wb") as sink:
        write_gdelt(record, sink)
    rows = compare(record, read_outside(path), days=0)
    assert {row.where for row in rows} == {"both"}
    assert len(rows) == len(timeline(record))


def test_a_plain_table_with_semicolons_and_words_for_days(record: Record, tmp_path: Path) -> None:
    path = written(tmp_path, "Date;Actor;Recipient;Type\n1 June 2021;Georgia;Armenia;CONSULT\n")
    assert [row.where for row in compare(record, read_outside(path))] == ["both"]


def test_nothing_is_taken_twice(record: Record, tmp_path: Path) -> None:
    line = "2021-06-01,GEO,ARM,CONSULT\n"
    path = written(tmp_path, f"date,actor1,actor2,event_type\n{line}{line}")
    assert sorted(row.where for row in compare(record, read_outside(path))) == ["both", "file"]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("Military Forces of Guinea (2021-)", {"GIN"}),
        ("Government of Equatorial Guinea", {"GNQ"}),
        ("PRK", {"PRK"}),
        ("Harbour guild", {"harbour", "guild"}),
    ],
)
def test_names_of_actors(name: str, sides: set[str]) -> None:
    assert sides_named(name, Sides()) == sides


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "no column tells the date"),
        ("date,actor1\n", "holds no events"),
        ("", "no column"),
    ],
)
def test_what_is_no_event_data_is_said(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        read_outside(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_outside(tmp_path / "none.csv")


def test_a_cell_without_an_end_is_said(tmp_path: Path) -> None:
    endless = "a" * (csv.field_size_limit() + 1)
    with pytest.raises(InputError, match="no table"):
        read_outside(written(tmp_path, f"date,actor1\n1,{endless}"))
