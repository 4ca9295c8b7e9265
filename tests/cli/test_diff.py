"""`standoff diff`."""

import json
from pathlib import Path

from tests.cli.conftest import Run

from standoff.testing import linked, page


def test_diff(tmp_path: Path, run: Run) -> None:
    paths = []
    for name, day in (("one", "2021-04-08"), ("two", "2021-04-07")):
        (tmp_path / name).mkdir()
        pages = [
            page("a", "2021-04-09").event(
                "COERCE", "GEO", "ARM", date=day, mode="restrict", verb="closed", words="They closed it."
            )
        ]
        linked(tmp_path / name, pages).close()
        paths.append(str(tmp_path / name / "test.db"))
    code, out, _ = run("diff", *paths)
    assert code == 0
    assert ["date", "2021-04-08", "2021-04-07"] in json.loads(out.splitlines()[0])["fields"]
    assert run("diff", "--exit-code", *paths)[0] == 5
    assert run("diff", "--exit-code", paths[0], paths[0])[:2] == (0, "")
    assert run("diff", paths[0], str(tmp_path / "none.db"))[0] == 1
