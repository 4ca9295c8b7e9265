"""The record: what goes in comes out, whatever happens to the file."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from standoff.errors import NotFound, RecordError, RecordTooNew
from standoff.model import Annotation, Issue, PageInput, Party, Subject
from standoff.record import Record, page_key
from standoff.record.database import migrate
from standoff.record.schema import MIGRATIONS
from standoff.testing import page, record_of


def test_a_page_goes_in_and_comes_out(tmp_path: Path) -> None:
    made = page("p1", "2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-03", object="the zone")
    with record_of(tmp_path, [made]) as record:
        (document,) = record.documents()
        assert document.key == page_key(made.item())
        assert record.annotation(document.key) == made.annotation()
        assert record.page_source(document.key) == made.item()
        assert record.has(made.item(), "test")
        assert not record.has(made.item(), "a newer way")
        (event,) = record.events()
        assert (event.type, event.actors, event.recipients, event.object) == ("COERCE", ("PRK",), ("KOR",), "the zone")
        mention = event.members[0]
        assert mention.where.quote == made.text[mention.where.start : mention.where.end]


@pytest.mark.parametrize("text", ["The lock is shut.", "The lock is shut.\r\n", ""])
def test_a_text_is_kept_once_and_comes_out_as_it_came_in(text: str, tmp_path: Path) -> None:
    item, gave = PageInput(id="p", text=text, title="Lock"), Annotation(id="p", text="The lock is shut.")
    with Record.open(tmp_path / "a.db", create=True) as record:
        key = record.add(item, gave, made="test")
        assert record.page_source(key) == item
        record.replace_annotation(key, replace(gave, text="The lock was shut."), reason="read anew")
        assert record.page_source(key) == item
        record.restore(key)
        assert (record.page_source(key), record.annotation(key)) == (item, gave)


def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    made = page("p1").event("CONSULT", "PRK", "KOR")
    with record_of(tmp_path, [made, made]) as record:
        assert len(record.documents()) == len(record.events()) == 1


def test_one_text_at_two_addresses_is_one_document(tmp_path: Path) -> None:
    made = page("p1").event("CONSULT", "PRK", "KOR")
    with record_of(tmp_path, [made]) as record:
        other = PageInput(id="p0", text=made.text, url="https://example.org/a", published="2013-05-01")
        key = record.add(other, made.annotation(), made="test")
        assert [d.id for d in record.documents()] == ["p0"]
        assert record.addresses(key) == [("p0", "https://example.org/a"), ("p1", "")]


def test_only_pages_known_by_then(tmp_path: Path) -> None:
    pages = [page(f"p{n}", f"2013-05-0{n}").event("CONSULT", "PRK", "KOR", date=f"2013-05-0{n}") for n in (1, 2, 3)]
    with record_of(tmp_path, [*pages, page("p9", None).say("Undated.")]) as record:
        assert [d.id for d in record.documents("2013-05-02")] == ["p1", "p2"]
        assert [e.date for e in record.events("2013-05-02")] == ["2013-05-01", "2013-05-02"]
        assert len(record.documents()) == 4


def test_failures_subject_and_search(tmp_path: Path) -> None:
    with record_of(tmp_path, [page("p1").say("The harbour is quiet.")]) as record:
        record.fail("p2", Issue(code="empty", message="nothing in it"))
        assert [(id, issue.code) for id, issue in record.failures()] == [("p2", "empty")]
        found = Subject(name="harbour", parties=(Party(id="NOR", name="Norway"),))
        record.set_subject(found, declared=False)
        assert (record.subject(), record.subject_found) == (found, True)
        record.set_subject(Subject(name="the port"), declared=True)
        subject = record.subject()
        assert subject is not None
        assert (subject.name, record.subject_found) == ("the port", False)
        assert [d.id for d in record.search("Harbour quiet")] == ["p1"]
        for hostile in ('"', "*", "NEAR(", "'; drop table document", "\x00", ""):
            record.search(hostile)


def test_what_is_not_there(tmp_path: Path) -> None:
    with record_of(tmp_path, []) as record:
        for ask in (record.document, record.annotation, record.page_source):
            with pytest.raises(NotFound):
                ask("nothing")


def test_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record"):
        Record.open(tmp_path / "none.db")
    with pytest.raises(RecordError, match="folder"):
        Record.open(tmp_path)
    with pytest.raises(RecordError):
        Record.open(tmp_path / "no" / "folder.db", create=True)
    (tmp_path / "text.db").write_text("This is no database at all, but a text.\n" * 50)
    with pytest.raises(RecordError, match="not a record"):
        Record.open(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(RecordError, match="another program"):
        Record.open(tmp_path / "other.db", create=True)


def test_a_newer_record_is_left_alone(tmp_path: Path) -> None:
    record_of(tmp_path, [page("p1")]).close()
    path = tmp_path / "test.db"
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordTooNew) as error:
        Record.open(path, create=True)
    assert error.value.hint
    assert path.read_bytes() == before


def test_a_record_cut_short(tmp_path: Path) -> None:
    record_of(tmp_path, [page(f"p{n}").say("word " * 2000) for n in range(5)]).close()
    path = tmp_path / "test.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RecordError), Record.open(path) as record:
        record.documents()


def test_a_failed_migration_changes_nothing(tmp_path: Path) -> None:
    record_of(tmp_path, []).close()
    db = sqlite3.connect(tmp_path / "test.db", isolation_level=None)
    with pytest.raises(RecordError, match="0099"):
        migrate(db, 99, "0099 broken", ("CREATE TABLE kept (a TEXT)", "CREATE TABLE kept (a TEXT)"))
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    assert "kept" not in tables
    assert db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    db.close()


def test_readers_see_what_is_added_meanwhile(tmp_path: Path) -> None:
    with record_of(tmp_path, [page("p1")]) as writer, Record.open(tmp_path / "test.db") as reader:
        assert len(reader.documents()) == 1
        second = page("p2").say("More.")
        writer.add(second.item(), second.annotation(), made="test")
        assert len(reader.documents()) == 2
        with pytest.raises(RecordError):
            reader.set_meta("a", "b")


def test_places_and_the_thing_are_no_parties(tmp_path: Path) -> None:
    made = page("a").event("COERCE", "PRK NAMED:Lowgate", "NAMED:Lowgate", date="2013-04-03")
    with record_of(tmp_path, [made]) as record:
        record.declare(Subject(name="Lowgate mine"))
        (event,) = record.events()
        assert (event.actors, event.recipients) == (("PRK",), ())
        record.declare(Subject(name="Lowgate mine", parties=(Party(id="NAMED:Lowgate", name="Lowgate"),)))
        assert record.events()[0].actors == ("PRK", "NAMED:Lowgate")
