"""Predictions for the gold sets: what standoff says of their texts, in the form that the scorers read."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from standoff.answers import to_line
from standoff.engine import annotate_all
from standoff.ingest import read_pages
from standoff.model import Annotation, PageInput
from standoff.read import read_page
from standoff.record import Record
from standoff.subject import load_subject
from standoff.tell.promises import promises
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.timeline import timeline

VIEWS: dict[str, Callable[[Record], Any]] = {
    "timeline": timeline,
    "state": state,
    "talks": talks,
    "stakes": stakes,
    "promises": promises,
}

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The lines of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write(name: str, gold: Path, out: Path) -> None:
    """Writes the prediction for a gold set."""
    if name in ("flat", "html"):
        _write_lines(out, (_read_only(item) for item in _page_items(name, gold)))
        return
    items = (
        _seed_items(gold)
        if name == "seeds"
        else _kaesong_items(gold.parent)
        if name == "kaesong-pages"
        else _plain_items(name, gold)
    )
    _write_lines(out, (annotation for _, annotation in annotate_all(items, workers=0)))


def _write_lines(out: Path, annotations: Iterable[Annotation]) -> None:
    with out.open("wb") as sink:
        for annotation in annotations:
            sink.write(to_line(annotation))


def _read_only(item: PageInput) -> Annotation:
    """The page's parts alone: `parts` asks for nothing else."""
    page = read_page(item)
    return Annotation(id=page.id, text=page.text, meta=page.meta, parts=page.parts)


def _plain_items(name: str, gold: Path) -> Iterator[PageInput]:
    for row in rows(gold):
        published = None if name == "wikiwars" else row.get("dct")
        yield PageInput(id=str(row["id"]), text=row["text"], plain=True, published=published)


def _page_items(name: str, gold: Path) -> Iterator[PageInput]:
    for row in rows(gold):
        if name == "flat":
            yield PageInput(
                id=str(row["page"]),
                text="\n".join(line["text"] if isinstance(line, dict) else line for line in row["lines"]),
                url=row.get("url"),
            )
        else:
            html = gzip.decompress((gold.parent / row["file"]).read_bytes()).decode("utf-8", errors="replace")
            yield PageInput(id=str(row["id"]), html=html, url=row.get("url"))


def _seed_items(gold: Path, *, dated: bool = True) -> Iterator[PageInput]:
    """The seeds; the first, which prints no date, with its date given or alone."""
    for document in json.loads(gold.read_text(encoding="utf-8"))["documents"]:
        text = (gold.parent.parent / "seeds" / document["file"]).read_text(encoding="utf-8")
        given = document["published"]["date"] if dated and document["published"].get("from_page_alone") else None
        yield PageInput(id=document["file"], text=text, published=given)


def _kaesong_items(folder: Path) -> Iterator[PageInput]:
    """The folder's pages with the dates that its gold knows."""
    dates = {row["id"]: row.get("published") for row in rows(folder / "pages_gold.jsonl")}
    for row in rows(folder / "pages.jsonl"):
        yield PageInput(
            id=row["id"], text=row.get("text"), html=row.get("html"), url=row.get("url"), published=dates.get(row["id"])
        )


def views(folder: Path, out: Path) -> dict[str, Path]:
    """The views of a record made of a stand-off folder's pages, with their dates and its subject."""
    return _record_views(_kaesong_items(folder), folder / "subject.toml", out)


def seed_views(gold: Path, out: Path) -> dict[str, Path]:
    """The views of a record made of the two seeds, the first with its date given; the subject is found."""
    return _record_views(_seed_items(gold), None, out)


def _record_views(items: Iterable[PageInput], subject: Path | None, out: Path) -> dict[str, Path]:
    out.mkdir(parents=True, exist_ok=True)
    path = out / "record.db"
    read_pages(items, path, subject=load_subject(subject) if subject else None, workers=0)
    files = {}
    with Record.open(path) as record:
        for name, view in VIEWS.items():
            files[name] = out / f"{name}.jsonl"
            found = view(record)
            rows_of = found if isinstance(found, list) else [found]
            files[name].write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows_of))
    return files
