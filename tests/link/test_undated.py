"""Pages without a year get it from the acts and states they share with dated pages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from standoff import edtf
from standoff.answers import failed
from standoff.ingest import read_pages
from standoff.link import link, undated
from standoff.link.undated import find_year, years_of
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.record import Record
from standoff.record.rows import Document
from standoff.testing import PageMaker, page, record_of


def known(*made: PageMaker) -> list[tuple[Document, Annotation]]:
    found = []
    for each in made:
        meta = each.meta
        document = Document(
            key=each.id,
            id=each.id,
            url=None,
            title=None,
            publisher=meta.publisher,
            published=meta.published,
            published_how="given",
            source=each.id,
        )
        found.append((document, each.annotation()))
    return found


def closed(id: str, published: str, date: str) -> PageMaker:
    return page(id, published).event("SANCTION", "NOR", "SWE", date=date, verb="closed")


def test_the_year_of_the_same_closure() -> None:
    dated = known(
        closed("a", "2013-07-06", "2013-04"), page("b", "2011-03-01").event("AID", "NOR", "SWE", date="2011-03-01")
    )
    assert years_of(dated) == [2011, 2013]
    tried = {year: closed("x", f"{year}-08-01/{year}-08-13", f"{year}-04").annotation() for year in (2011, 2013)}
    found = find_year(tried, dated)
    assert found is not None
    assert found[0] == 2013
    assert "SANCTION of 2013-04 with page a" in found[1]


def test_a_state_that_began_then() -> None:
    dated = known(closed("a", "2013-07-06", "2013-04"))
    tried = {
        2013: page("x", "2013-08-01/2013-08-13")
        .event("REQUEST", "NOR", "SWE")
        .state("shut", since="2013-04")
        .state("shut", since="2013-04")
        .annotation()
    }
    assert (find_year(tried, dated) or (None,))[0] == 2013


def test_two_years_that_fit_alike_give_none() -> None:
    dated = known(closed("a", "2013-07-06", "2013-04"), closed("b", "2009-07-06", "2009-04"))
    tried = {year: closed("x", f"{year}-08-01/{year}-08-13", f"{year}-04").annotation() for year in (2009, 2013)}
    assert find_year(tried, dated) is None


def test_nothing_shared_gives_none() -> None:
    dated = known(closed("a", "2013-07-06", "2013-04"))
    tried = {2013: page("x", "2013-12-01/2013-12-13").event("AID", "CAN", "PER", date="2013-02").annotation()}
    assert find_year(tried, dated) is None
    assert find_year({}, dated) is None


def test_a_page_that_cannot_be_read_again_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str | None, int, str]] = []

    def annotate(
        items: Iterable[PageInput], *, subject: Subject | None, model: str, workers: int
    ) -> Iterator[tuple[PageInput, Annotation]]:
        for item in items:
            asked.append((item.published, workers, model))
            yield item, failed(item.id, Issue(code="page-killed", message="it ended its worker"))

    monkeypatch.setattr(undated, "annotate_all", annotate)
    pages = [closed("a", "2021-04-09", "2021-04-08"), closed("b", "2022-04-09", "2022-04-08")]
    with record_of(tmp_path, [*pages, closed("c", "XXXX-04-09", "XXXX-04-08")]) as record:
        record.set_meta("model", "another_model")
        link(record, workers=4)
        assert sorted(d.published or "" for d in record.documents()) == ["2021-04-09", "2022-04-09", "XXXX-04-09"]
    assert asked == [("2021-04-09", 1, "another_model"), ("2022-04-09", 1, "another_model")]


@pytest.mark.model
@pytest.mark.parametrize("workers", [0, 1])
def test_the_year_of_a_page_that_prints_none(workers: int, tmp_path: Path) -> None:
    told = "Norway closed the gate to Sweden on April 8, 2021, the ministry said."
    items = [
        PageInput(id="a", text=told, published="2021-04-09"),
        PageInput(id="b", text=told.replace(", 2021", "")),
    ]
    read_pages(items, tmp_path / "r.db", workers=workers)
    with Record.open(tmp_path / "r.db") as record:
        found = {d.id: d.published for d in record.documents()}
    assert found == {"a": "2021-04-09", "b": "2021-04-08/2021-12-31"}


@pytest.mark.model
def test_a_page_that_is_read_anew_keeps_its_year(tmp_path: Path) -> None:
    told = "Norway closed the gate to Sweden on April 8, 2021, the ministry said."
    items = [
        PageInput(id="a", text=told, published="2021-04-09"),
        PageInput(id="b", text=told.replace(", 2021", "")),
    ]
    read_pages(items, tmp_path / "r.db", workers=0)
    with Record.open(tmp_path / "r.db", write=True) as record:
        (key,) = [d.key for d in record.documents() if d.id == "b"]
        record.add(record.page_source(key), record.alone(key), made="another version")
        assert [d.published for d in record.documents() if d.id == "b"] == [None]
        link(record, workers=0)
        assert [d.published for d in record.documents() if d.id == "b"] == ["2021-04-08/2021-12-31"]


@pytest.mark.model
def test_a_weekday_of_a_page_without_a_year_gives_no_day(tmp_path: Path) -> None:
    told = "Norway closed the gate to Sweden on April 8, 2021, the ministry said."
    again = (
        "Norway closed the gate to Sweden on April 8, the ministry said. The gas to Finland stopped on Tuesday at noon."
    )
    items = [PageInput(id="a", text=told, published="2021-04-09"), PageInput(id="b", text=again)]
    read_pages(items, tmp_path / "r.db", workers=0)
    with Record.open(tmp_path / "r.db") as record:
        assert {d.id: d.published for d in record.documents()}["b"] == "2021-04-08/2021-12-31"
        (stopped,) = [e.date for e in record.events() if e.type == "SANCTION"]
        assert not edtf.is_day(stopped)
