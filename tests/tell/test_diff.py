"""What two records of the same pages say otherwise."""

from pathlib import Path

from standoff.model import Party, PloverType, Subject
from standoff.record import Record
from standoff.tell.diff import DiffRow, diff
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(
    name="Lowgate mine",
    aliases=("the mine",),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)
WORDS = "Norway shut the mine."


def halt(date: str = "2013-04-09", type: PloverType = "SANCTION", verb: str = "shut") -> PageMaker:
    mode = "discontinue" if type == "SANCTION" else "restrict"
    return page("a", "2013-04-09").event(
        type, "NOR", "SWE", mode=mode, object="the mine", date=date, verb=verb, words=WORDS
    )


def made(path: Path, name: str, *pages: PageMaker) -> Record:
    (path / name).mkdir()
    record = linked(path / name, pages)
    record.declare(SUBJECT)
    return record


def of(rows: list[DiffRow], view: str) -> list[DiffRow]:
    return [row for row in rows if row.view == view]


def test_the_same_record_differs_in_nothing(tmp_path: Path) -> None:
    with made(tmp_path, "here", halt()) as here, made(tmp_path, "there", halt()) as there:
        assert diff(here, there) == []


def test_another_date(tmp_path: Path) -> None:
    with made(tmp_path, "here", halt()) as here, made(tmp_path, "there", halt("2013-04-08")) as there:
        rows = diff(here, there)
        (row,) = of(rows, "timeline")
        assert (row.change, row.fields) == ("other", (("date", "2013-04-09", "2013-04-08"),))
        assert row.sources[0].quote == WORDS
        changed = [r.change for r in of(rows, "state")]
        assert (changed.count("only here"), changed.count("only there")) == (2, 2)  # shut, and open until then


def test_another_type_of_the_same_sentence(tmp_path: Path) -> None:
    with made(tmp_path, "here", halt()) as here, made(tmp_path, "there", halt(type="COERCE")) as there:
        (row,) = of(diff(here, there), "timeline")
        assert row.change == "other"
        assert ("type", "SANCTION", "COERCE") in row.fields


def test_what_is_in_one_alone(tmp_path: Path) -> None:
    more = page("b", "2013-05-02").event("CONSULT", "NOR SWE", date="2013-05-01", verb="met")
    with made(tmp_path, "here", halt()) as here, made(tmp_path, "there", halt(), more) as there:
        (row,) = of(diff(here, there), "timeline")
        assert (row.change, row.here) == ("only there", None)
        assert row.there is not None
        assert row.there.startswith("2013-05-01 CONSULT")
        (row,) = of(diff(there, here), "timeline")
        assert row.change == "only here"


def test_another_outcome(tmp_path: Path) -> None:
    asked = page("a", "2013-04-01").event(
        "REQUEST", "NOR", "SWE", date="2013-04-01", mode="meet", topic="talks on the mine", verb="proposed"
    )
    refused = page("b", "2013-04-04").event(
        "REJECT", "SWE", "NOR", date="2013-04-04", topic="talks on the mine", verb="rejected"
    )
    with made(tmp_path, "here", asked) as here, made(tmp_path, "there", asked, refused) as there:
        (row,) = of(diff(here, there), "promises")
        assert row.fields[0] == ("outcome", "open", "refused")
