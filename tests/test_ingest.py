"""A run of `read` over files of many articles: counted source by source, and gone on with where it was ended."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.read.exports import FACTIVA_TAGGED, NEXIS_NEW, NEXIS_OLD, mail, rtf, zipped

from standoff import ingest
from standoff.answers import failed
from standoff.ingest import Found, read_found
from standoff.model import Annotation, PageInput
from standoff.read import read_page
from standoff.read.sources import iter_found
from standoff.record import Record

PAGES = 9  # that can be read; one more is damaged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.txt").write_text(NEXIS_OLD)
    (folder / "b.rtf").write_bytes(rtf(NEXIS_NEW))
    (folder / "c.zip").write_bytes(zipped({"export.txt": FACTIVA_TAGGED.encode(), "more.txt": NEXIS_OLD.encode()}))
    (folder / "d.mbox").write_bytes(b"From a\n" + mail(subject="One", html="<p>One"))
    return folder


class Stopped(Exception):
    """Stands for whatever ends a run half way."""


def annotating(monkeypatch: pytest.MonkeyPatch, *, stop_after: int | None = None) -> list[str | None]:
    """Annotates without a parser; the ids that were annotated. Ends the run after some pages."""
    done: list[str | None] = []

    def annotate(items: Iterable[Found], **_: Any) -> Iterator[tuple[Found, Annotation]]:
        for item in items:
            if isinstance(item, PageInput):
                if len(done) == stop_after:
                    raise Stopped
                done.append(item.id)
                page = read_page(item)
                yield item, Annotation(id=page.id, text=page.text, meta=page.meta, parts=page.parts)
            else:
                yield item, failed(item.id, item.issue)

    monkeypatch.setattr(ingest, "annotate_all", annotate)
    return done


def read(folder: Path, record: Path) -> tuple[ingest.ReadReport, Counter[tuple[str, str]]]:
    seen: Counter[tuple[str, str]] = Counter()
    report = read_found(
        iter_found([str(path) for path in sorted(folder.iterdir())]),
        record,
        watch=lambda source, outcome: seen.update([(Path(source).name, outcome)]),
    )
    return report, seen


def test_every_page_is_counted_with_its_source(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    annotating(monkeypatch)
    report, seen = read(folder, tmp_path / "test.db")
    assert (report.read, report.known, len(report.failed)) == (PAGES, 0, 1)
    assert seen == {
        ("a.txt", "read"): 2, ("b.rtf", "read"): 2, ("b.rtf", "failed"): 1, ("c.zip", "read"): 4, ("d.mbox", "read"): 1,
    }  # fmt: skip


@pytest.mark.parametrize("after", range(PAGES))
def test_a_run_that_was_ended_goes_on_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    first = annotating(monkeypatch, stop_after=after)
    with pytest.raises(Stopped):
        read(folder, tmp_path / "test.db")
    second = annotating(monkeypatch)
    report, seen = read(folder, tmp_path / "test.db")
    assert len(first) == after
    assert len(first + second) == PAGES
    assert (report.read, report.known) == (PAGES - after, after)
    assert sum(count for (_, outcome), count in seen.items() if outcome == "known") == after
    whole = annotating(monkeypatch)
    read(folder, tmp_path / "whole.db")
    assert first + second == whole
    with Record.open(tmp_path / "test.db") as one, Record.open(tmp_path / "whole.db") as other:
        assert [d.key for d in one.documents()] == [d.key for d in other.documents()]
    again = annotating(monkeypatch)
    assert read(folder, tmp_path / "test.db")[0].known == PAGES
    assert again == []


def test_an_article_of_two_exports_is_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    for name in ("monday.txt", "tuesday.txt"):
        (tmp_path / "data" / name).write_text(FACTIVA_TAGGED)
    done = annotating(monkeypatch)
    report, _ = read(tmp_path / "data", tmp_path / "test.db")
    assert (report.read, report.known, len(done)) == (2, 2, 2)
    with Record.open(tmp_path / "test.db") as record:
        assert len(record.documents()) == 2
