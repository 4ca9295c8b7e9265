"""What is worked out of single pages is kept beside them: read from there it is what the pages give, whatever is read anew."""

from functools import partial
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from standoff.ingest import put_together
from standoff.model import Annotation, Part, Party, Quantity, Quote, Reason, Subject
from standoff.record import Record, tables
from standoff.record.rows import Document
from standoff.testing import PageMaker, page

WEIR = Subject(name="the Vik weir", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))


def told(one: PageMaker) -> Annotation:
    """What a page gives, an amount, a quotation, a reason and a comment among it."""
    start = one.text.index("barred")
    end, whole = start + len("barred"), one.annotation()
    return replace(
        whole,
        quantities=(
            Quantity(start=start, end=end, value=3.0, unit="person", of="pilots"),
            Quantity(start=start, end=end, value=3.0, unit="person", of="pilots", equals=0),
        ),
        quotes=(Quote(start=start, end=end, speaker="the warden", speaker_id="NOR", direct=True, speech=True),),
        reasons=(Reason(start=start, end=end, kind="reason", event=0),),
        parts=(*whole.parts, Part(start=0, end=4, kind="comment", author="Liv")),
    )


def made(n: int, verb: str = "barred") -> PageMaker:
    """A page about the weir."""
    one = page(f"p{n}", f"2016-05-{10 + n}", title="The Vik weir" if n % 2 else None)
    one.event("COERCE", "NOR", "SWE", date="2016-05-09", verb=verb, object="the Vik weir")
    return one.state("shut", object="the Vik weir", since="2016-05-09").person("NOR-LAB")


def start(path: Path) -> None:
    """A record of some pages with its views kept."""
    with Record.open(path, create=True) as record:
        record.declare(WEIR)
        for n in range(4):
            record.add(made(n).item(), told(made(n)), made="test")
        put_together(record)


def mentions(record: Record) -> list[bytes]:
    """What pages give beside their events."""
    rows = (record.quantities(), record.quotes(), record.reasons(), record.states(), record.comments())
    assert all(rows)
    return [msgspec.json.encode(one) for one in rows]


def forgotten(path: Path) -> list[bytes]:
    """The same from the pages themselves."""
    with Record.open(path, write=True) as record:
        with record.transaction(aside=True) as db:
            db.execute("DELETE FROM given")
        return mentions(record)


def test_no_page_is_read_again_for_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(tmp_path / "a.db")
    with Record.open(tmp_path / "a.db") as record, monkeypatch.context() as patched:
        patched.delattr(tables, "read_page")
        found = mentions(record)
    assert forgotten(tmp_path / "a.db") == found


def test_a_page_that_changes_is_read_again(tmp_path: Path) -> None:
    start(tmp_path / "a.db")
    with Record.open(tmp_path / "a.db", write=True) as record:
        before = mentions(record)
        annotation = replace(told(made(2)), quotes=())
        record.add(made(2).item(), annotation, made="test anew")
        found = mentions(record)
        put_together(record)
        assert mentions(record) == found != before
    assert forgotten(tmp_path / "a.db") == found


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    start(tmp_path / "a.db")
    with Record.open(tmp_path / "a.db", write=True) as record:
        found = mentions(record)
        with record.transaction(aside=True) as db:
            db.execute("UPDATE given SET told = x'00' WHERE n = 2")
        assert mentions(record) == found


def test_what_hangs_on_the_subject_is_worked_out_for_another(tmp_path: Path) -> None:
    start(tmp_path / "a.db")
    with Record.open(tmp_path / "a.db", write=True) as record:
        record.declare(replace(WEIR, name="the Vik lock"))
        put_together(record)
        with record.transaction(aside=True) as db:
            names = [name for (name,) in db.execute("SELECT DISTINCT name FROM given ORDER BY name")]
        assert [name.split()[0] for name in names] == ["about", "labour", "mentions", "offices"]


def note(asked: list[str], document: Document, _: Annotation) -> str:
    """The id of a document, which is noted."""
    asked.append(document.id)
    return document.id


def test_each_page_is_asked_once_with_the_same_given(tmp_path: Path) -> None:
    start(tmp_path / "a.db")
    asked: list[str] = []
    with Record.open(tmp_path / "a.db") as record:
        for given in ("a", "a", "b"):
            record.of_pages("ids", partial(note, asked), str, given)
    assert sorted(asked) == sorted(2 * [f"p{n}" for n in range(4)])
