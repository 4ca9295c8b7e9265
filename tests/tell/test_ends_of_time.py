"""Days at the ends of the calendar, which machines write where they know none: every view can be told of them."""

from pathlib import Path

import pytest

from standoff.tell.keeping import KEPT
from standoff.testing import page, record_of

DAYS = ("0001-01-01", "0001-01-02", "0001", "9999-12-20", "9999-12-31", "9999", "2013-05-01/..")


@pytest.mark.parametrize("published", ["0001-01-05", "2013-05-05", "9999-12-31"])
@pytest.mark.parametrize("day", DAYS)
def test_views_of_the_first_and_last_days(tmp_path: Path, day: str, published: str) -> None:
    made = page("p1", published)
    for parties in (("KOR", "PRK"), ("KOR PRK", "")):
        for kind in ("CONSULT", "COERCE", "RETREAT", "REQUEST", "AGREE"):
            made.event(kind, *parties, date=day)
        made.event("AGREE", *parties, date=day, outcome="failed")
        made.event("RETREAT", *parties, date=day, status="promised")
        made.event("CONSULT", *parties, date=day, status="planned")
    record = record_of(tmp_path, [made])
    told = {view.__name__: view(record) for view in KEPT}
    assert len(told["entries"]) + len(told["tray"]) > 0
