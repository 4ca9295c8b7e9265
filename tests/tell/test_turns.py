"""The turning points of the climate, named by events."""

from pathlib import Path

from standoff.model import Party, Subject
from standoff.record import Record
from standoff.tell.turns import MOST, turns
from standoff.testing import PageMaker, linked, page

SUBJECT = Subject(name="Lowgate mine", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))


def record(tmp_path: Path, pages: list[PageMaker]) -> Record:
    made = linked(tmp_path, pages)
    made.declare(SUBJECT)
    return made


def cold(day: str) -> PageMaker:
    return page(f"c{day}", day).event("COERCE", "NOR", "SWE", mode="restrict", date=day, verb=f"barred{day}")


def warm(day: str) -> PageMaker:
    return page(f"w{day}", day).event("AGREE", "NOR SWE", date=day, verb=f"agreed{day}")


def test_a_turn_is_named_by_its_event(tmp_path: Path) -> None:
    with record(tmp_path, [cold("2013-04-03"), cold("2013-04-09"), warm("2013-08-14"), warm("2013-08-20")]) as made:
        first, second = turns(made)
        assert (first.week, first.way, first.parties) == ("2013-W14", "colder", ("NOR", "SWE"))
        assert first.after < first.before
        assert "2013" in first.text
        assert {source.document for source in first.sources} == {"c2013-04-03"}
        assert (second.week, second.way) == ("2013-W33", "warmer")
        assert {source.document for source in second.sources} == {"w2013-08-14"}


def test_silence_turns_nothing(tmp_path: Path) -> None:
    with record(tmp_path, [cold("2013-04-03"), page("z", "2014-04-03")]) as made:
        assert [turn.way for turn in turns(made)] == ["colder"]


def test_no_more_than_five(tmp_path: Path) -> None:
    pages = [make(f"{year}-{month}-03") for year in range(2001, 2011) for make, month in ((cold, "02"), (warm, "09"))]
    with record(tmp_path, pages) as made:
        found = turns(made)
        assert len(found) == MOST
        assert [turn.week for turn in found] == sorted(turn.week for turn in found)


def test_nothing_known(tmp_path: Path) -> None:
    with linked(tmp_path, []) as made:
        assert turns(made) == []
