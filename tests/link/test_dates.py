"""A date that hangs on another event: from the same page, from another page of the record, or kept open."""

from pathlib import Path

import pytest

from standoff.ingest import read_pages
from standoff.model import PageInput
from standoff.record import Record

pytestmark = pytest.mark.model

SHUT = ("2013-05-04", "Norway and Sweden met in Linz. Norway shut the border crossing to Sweden on May 3.")
ANSWERED = (
    "2013-08-07",
    "Sweden is losing money, its trade ministry says.\n\n"
    "Sweden imposed sanctions on Norway a month after Norway shut the border crossing.",
)


def dates(folder: Path, *pages: tuple[str, str]) -> dict[str, set[str | None]]:
    """The dates of the events of a record made of pages, by type."""
    items = [PageInput(id=f"p{n}", text=text, plain=True, published=day) for n, (day, text) in enumerate(pages)]
    path = folder / "record.db"
    read_pages(items, path, workers=0)
    found: dict[str, set[str | None]] = {}
    with Record.open(path) as record:
        for event in record.events():
            found.setdefault(event.type, set()).add(event.date)
    return found


def test_the_other_event_is_dated_on_the_page(tmp_path: Path) -> None:
    page = (
        "2013-08-07",
        "Norway shut the border crossing to Sweden on May 3.\n\nTrade has suffered.\n\n"
        "Sweden imposed sanctions on Norway a month after Norway shut the crossing.",
    )
    assert dates(tmp_path, page)["SANCTION"] == {"2013-06"}


def test_another_page_dates_it(tmp_path: Path) -> None:
    found = dates(tmp_path, SHUT, ANSWERED)
    assert found["SANCTION"] == {"2013-06~"}
    assert found["COERCE"] == {"2013-05-03"}


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert dates(tmp_path, SHUT, ANSWERED) == dates(tmp_path / "other", ANSWERED, SHUT)


def test_no_page_dates_it(tmp_path: Path) -> None:
    found = dates(tmp_path, ANSWERED)
    assert found["SANCTION"] == {None}
    assert found["COERCE"] == {None}
