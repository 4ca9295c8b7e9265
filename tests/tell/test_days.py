"""The days that matter, with sentences of the pages that tell of them."""

from pathlib import Path

import pytest

from standoff.ingest import read_pages
from standoff.model import PageInput
from standoff.record import Record
from standoff.tell.days import per_day

pytestmark = pytest.mark.model

PAGES = (
    ("a", "2013-04-09", "Norway shut the Lowgate mine on Monday and sent all its crews home. Rain fell on Tuesday."),
    (
        "b",
        "2013-04-10",
        "The Lowgate mine has been shut since April 8, when Norway sent the crews home. Bread is dear.",
    ),
    (
        "c",
        "2013-05-20",
        "Norway shut the Lowgate mine on 8 April. The two sides met in Oslo on 17 May for talks on the mine.",
    ),
    (
        "d",
        "2013-05-21",
        "Talks in Oslo on 17 May brought nothing. The next round is to be held on 3 June, ministers said.",
    ),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "r.db"
    items = [
        PageInput(id=id, text=text, published=day, plain=True, url=f"http://{id}.example/") for id, day, text in PAGES
    ]
    read_pages(items, path, workers=0)
    return path


def test_the_day_that_pages_come_back_to_weighs_most(path: Path) -> None:
    with Record.open(path) as record:
        (day,) = per_day(record, top=1)
        assert (day.date, day.pages) == ("2013-04-08", 3)
        assert day.sources
        for source in day.sources:
            key = next(d.key for d in record.documents() if d.id == source.document)
            assert record.annotation(key).text[source.start : source.end] == source.quote
        assert day.events


def test_days_stand_in_order_and_what_is_to_come_is_not_told(path: Path) -> None:
    with Record.open(path) as record:
        days = [row.date for row in per_day(record, top=9)]
        assert days == sorted(days)
        assert "2013-06-03" not in days
        assert {"2013-04-08", "2013-05-17"} <= set(days)


def test_from_and_to(path: Path) -> None:
    with Record.open(path) as record:
        assert [row.date for row in per_day(record, top=9, date_from="2013-05", date_to="2013-05-18")] == ["2013-05-17"]
        assert per_day(record, at="2013-04-01") == []


def test_its_own_rule_leaves_background_out(path: Path) -> None:
    with Record.open(path) as record:
        found = [row.date for row in per_day(record)]
        assert "2013-05-17" in found
        assert all(day >= "2013-04-09" for day in found)  # nobody asked for what lies before the first page


def test_sentences_do_not_say_the_same_twice(path: Path) -> None:
    with Record.open(path) as record:
        (day,) = per_day(record, top=1, sentences=3)
        quotes = [source.quote for source in day.sources]
        assert len(quotes) == len(set(quotes))


def test_the_command(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from standoff.cli.views import timeline_cli
    from standoff.errors import UsageError

    timeline_cli(record=path, days=True, top=1)
    assert '"date":"2013-04-08"' in capsys.readouterr().out
    with pytest.raises(UsageError):
        timeline_cli(record=path, days=True, says="NOR")
