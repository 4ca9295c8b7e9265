"""The record behind the pages: kept while nothing changes, held while pages are being read, opened anew after that."""

from pathlib import Path

from standoff.link import link
from standoff.record import Record
from standoff.record.deciding import Reviewer
from standoff.testing import page
from standoff.web.desk import Desk


def test_what_was_worked_out_is_kept_until_somebody_writes(record_file: Path) -> None:
    desk, made = Desk(record_file), []
    for _ in range(2):
        with desk.record():
            desk.kept("n", lambda: made.append(1))
    assert len(made) == 1
    with Record.open(record_file, write=True) as other:
        other.set_meta("something", "new")
    with desk.record():
        desk.kept("n", lambda: made.append(2))
    assert made == [1, 2]
    desk.close()


def test_while_pages_are_read_the_record_is_shown_as_it_was(record_file: Path) -> None:
    desk = Desk(record_file)
    with desk.record() as record:
        before = len(record.documents())
    late = page("late", "2021-07-01").event("PROTEST", "ARM", "GEO", date="2021-06-30")
    with Record.open(record_file, write=True) as other:
        other.add(late.item(), late.annotation(), made="test")
        with desk.record() as record:
            assert len(record.documents()) == before
            assert desk.reading
        link(other)
    with desk.record() as record:
        assert len(record.documents()) == before + 1
        assert not desk.reading
    desk.close()


def test_another_file_under_the_name_is_noticed(record_file: Path, tmp_path: Path) -> None:
    desk = Desk(record_file)
    with desk.record() as record:
        assert record.documents()
    other = tmp_path / "other.db"
    Record.open(other, create=True).close()
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"test.db{suffix}").unlink(missing_ok=True)
    other.replace(record_file)
    with desk.record() as record:
        assert not record.documents()
    desk.close()


def test_after_a_decision_what_was_read_is_not_read_anew(record_file: Path) -> None:
    desk = Desk(record_file)
    with desk.record() as record:
        held, id = record, record.events()[0].id
        before = len(record.events())
    with Record.open(record_file, write=True) as other:
        Reviewer(other, who="Ada").reject(id)
    with desk.record() as record:
        assert record is held
        assert len(record.events()) < before
    with Record.open(record_file, write=True) as other:
        other.set_meta("something", "new")
    with desk.record() as record:
        assert record is not held
        assert len(record.events()) < before
    desk.close()


def test_what_is_kept_does_not_grow_with_what_is_asked_for(record_file: Path) -> None:
    desk = Desk(record_file)
    with desk.record() as record:
        first = record
    for day in range(1, 31):
        with desk.record((f"2021-06-{day:02}", None)) as record:
            assert record.documents()
            for n in range(30):
                desk.kept((day, n), lambda: b"x" * 2**20)
    assert record is not first
    assert sum(len(kept) for kept in desk._kept.values() if isinstance(kept, bytes)) <= 48 * 2**20
    desk.close()
