"""Looks: `brief --since last` takes one, `state --exit-code` asks for what has changed since."""

from pathlib import Path

from tests.cli.conftest import Run

from standoff.link import link
from standoff.model import Party, Subject
from standoff.record import Record
from standoff.testing import linked, page

SUBJECT = Subject(
    name="Lowgate mine",
    aliases=("the mine",),
    parties=(Party(id="NOR", name="Norway"), Party(id="SWE", name="Sweden")),
)


def test_the_command_takes_the_look_and_views_do_not(tmp_path: Path, run: Run) -> None:
    halt = page("a", "2013-04-09").event(
        "SANCTION", "NOR", "SWE", mode="discontinue", object="the mine", date="2013-04-09", verb="shut"
    )
    with linked(tmp_path, [halt]) as made:
        made.declare(SUBJECT)
    path = str(tmp_path / "test.db")
    assert run("state", "--exit-code", "--record", path)[0] == 5  # nobody has seen it yet
    assert run("state", "--exit-code", "--record", path)[0] == 5
    code, out, err = run("brief", "--since", "last", "--record", path)
    assert (code, "nobody has looked before" in err, bool(out)) == (0, True, True)
    code, out, err = run("brief", "--since", "last", "--record", path)
    assert (code, out) == (0, "")
    assert "nothing has changed since the last look, up to 2013-04-09" in err
    assert run("state", "--exit-code", "--record", path)[0] == 0
    with Record.open(path, write=True) as made:
        opened = page("b", "2013-06-02").event(
            "COOPERATE", "NOR SWE", object="the mine", date="2013-06-01", verb="reopened"
        )
        made.add(opened.item(), opened.annotation(), made="test")
        link(made)
    assert run("state", "--exit-code", "--record", path)[0] == 5
    assert "State: open" in run("brief", "--since", "last", "--record", path)[1]
    assert run("brief", "--since", "last", "--at", "2013-05-01", "--record", path)[0] == 2
    assert run("brief", "--since", "yesterday", "--record", path)[0] == 2
