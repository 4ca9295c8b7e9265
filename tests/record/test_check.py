"""A damaged record: what is lost is told, the rest is saved, the file is left as it is."""

import random
from pathlib import Path

import pytest

from standoff.errors import RecordError
from standoff.link import link
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.record.check import check, rescue
from standoff.record.dump import dump
from standoff.testing import page, record_of

PAGES = 40
SUBJECT = Subject(name="the quay", parties=(Party(id="NOR", name="Norway"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    words = random.Random(7)
    pages = [
        page(f"p{n}").event("CONSULT", "NOR", "SWE").say(" ".join(str(words.random()) for _ in range(400)))
        for n in range(PAGES)
    ]
    record = record_of(tmp_path, pages)
    record.declare(SUBJECT)
    link(record)
    with record.transaction():
        pass
    record._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    record.close()
    return tmp_path / "test.db"


def damage(path: Path, seed: int) -> bytes:
    """Overwrites two stretches of the second half of the file; what it is then comes back."""
    data = bytearray(path.read_bytes())
    places = random.Random(seed)
    for _ in range(2):
        at = places.randrange(len(data) // 2, len(data) - 4096)
        data[at : at + 2048] = bytes(2048)
    path.write_bytes(data)
    return bytes(data)


def test_a_whole_record_is_whole(path: Path) -> None:
    health = check(path)
    assert (health.sound, health.documents, health.whole) == (True, PAGES, PAGES)


def test_a_saved_record_is_equal(path: Path, tmp_path: Path) -> None:
    new = tmp_path / "saved.db"
    assert rescue(path, new) == PAGES
    with Record.open(new, write=True) as saved, Record.open(path) as old:
        link(saved)
        assert list(dump(saved)) == list(dump(old))


@pytest.mark.parametrize("seed", range(8))
def test_smashed_stretches_cost_few_pages_and_are_told(path: Path, tmp_path: Path, seed: int) -> None:
    with Record.open(path) as record:
        gave = {d.key: record.annotation(d.key) for d in record.documents()}
    before = damage(path, seed)
    health = check(path)
    assert health.whole >= PAGES - 8
    assert health.sound == (health.whole == PAGES and not health.complaints)
    assert rescue(path, tmp_path / "saved.db") == health.whole
    assert path.read_bytes() == before
    with Record.open(tmp_path / "saved.db", write=True) as saved:
        link(saved)
        assert len(saved.documents()) == health.whole
        assert all(saved.annotation(d.key) == gave[d.key] for d in saved.documents())
        assert check(tmp_path / "saved.db").sound


def test_half_a_file_gives_what_it_holds(path: Path, tmp_path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    health = check(path)
    assert not health.sound
    assert health.whole > 0
    assert rescue(path, tmp_path / "saved.db") == health.whole


def test_damage_is_noticed_more_often_than_not(path: Path) -> None:
    whole, told = path.read_bytes(), 0
    for seed in range(20):
        path.write_bytes(whole)
        damage(path, seed)
        told += not check(path).sound
    assert told >= 15  # the rest lies where nothing is kept


def test_a_smashed_head_is_said(path: Path) -> None:
    path.write_bytes(b"\0" * 200 + path.read_bytes()[200:])
    with pytest.raises(RecordError, match="first bytes"):
        check(path)


def test_nothing_is_written_over(path: Path) -> None:
    with pytest.raises(RecordError, match="there already"):
        rescue(path, path)


def test_no_record_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record"):
        check(tmp_path / "none.db")
