"""The thing as known on a day."""

from pathlib import Path

from standoff.model import Party, Subject
from standoff.tell.thing import thing
from standoff.testing import linked, page

SUBJECT = Subject(name="the mine", parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")))


def test_the_thing_on_a_day(tmp_path: Path) -> None:
    pages = [
        page("a", "2013-04-09").event(
            "SANCTION", "NOR", "SWE", mode="discontinue", object="the mine", date="2013-04-09", verb="shut"
        ),
        page("b", "2013-07-01").event("CONSULT", "NOR SWE", date="2013-07-06", status="planned", verb="meet"),
        page("c", "2013-07-02").event("REQUEST", "SWE", "NOR", date="2013-07-02", topic="a guarantee", verb="demanded"),
    ]
    with linked(tmp_path, pages) as record:
        record.declare(SUBJECT)
        view = thing(record, at="2013-07-03")
        assert view.subject == "the mine"
        assert not view.found
        assert view.parties == ("NOR", "SWE")
        assert view.state is not None
        assert (view.state.state, view.state.from_) == ("shut", "2013-04-09")
        assert [talk.date for talk in view.next_talks] == ["2013-07-06"]
        assert [demand.by for demand in view.open_demands] == [("SWE",)]
        assert thing(record, at="2013-01-01").state is None


def test_nothing_known(tmp_path: Path) -> None:
    with linked(tmp_path, []) as record:
        view = thing(record)
        assert (view.subject, view.found, view.state, view.stakes) == (None, True, None, ())
