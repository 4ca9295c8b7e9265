"""What can be written, by name: what it is for, its usual ending, and the function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from standoff.record import Record

Write = Callable[[Record, BinaryIO, str | None], None]
WriteFolder = Callable[[Record, Path, str | None], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a record is handed on. Its module is loaded when it is asked for.

    `write` and `folder` name functions of the module: one writes a stream, one a folder; a format may have both.
    """

    name: str
    told: str
    suffix: str
    module: str
    write: str | None = None
    folder: str | None = None

    def writer(self) -> Write | None:
        """The function that writes a stream, if the format is one file."""
        return getattr(import_module(self.module), self.write) if self.write else None

    def folder_writer(self) -> WriteFolder | None:
        """The function that writes a folder, if the format is one."""
        return getattr(import_module(self.module), self.folder) if self.folder else None


def _format(
    name: str, told: str, suffix: str, module: str, *, write: str | None = None, folder: str | None = None
) -> tuple[str, Format]:
    return name, Format(name, told, suffix, f"standoff.export.{module}", write, folder)


FORMATS: dict[str, Format] = dict(
    (
        _format("memo", "a memo with footnotes, Markdown", ".md", "markdown", write="write_markdown"),
        _format("docx", "the same memo for a word processor", ".docx", "docx", write="write_docx"),
        _format("csl", "its sources for a reference manager, CSL-JSON", ".json", "references", write="write_csl"),
        _format("ris", "its sources for a reference manager, RIS", ".ris", "references", write="write_ris"),
        _format(
            "csv",
            "the timeline, or a folder with every view",
            ".csv",
            "csv",
            write="write_csv",
            folder="write_csv_folder",
        ),
        _format("jsonl", "the whole record; `standoff import` reads it again", ".jsonl", "jsonl", write="write_jsonl"),
        _format("ics", "what comes next, for a calendar", ".ics", "calendar", write="write_calendar"),
        _format("atom", "the timeline as a feed", ".atom", "atom", write="write_atom"),
        _format(
            "jsonld",
            "events, articles and quotations in the words of schema.org",
            ".jsonld",
            "jsonld",
            write="write_jsonld",
        ),
        _format("geojson", "the events that name their place, for a map", ".geojson", "geojson", write="write_geojson"),
        _format("ftm", "followthemoney entities, for OpenAleph", ".ftm.jsonl", "ftm", write="write_ftm"),
        _format(
            "gdelt",
            "GDELT 2.0 events; a folder has the mentions too",
            ".CSV",
            "gdelt",
            write="write_gdelt",
            folder="write_gdelt_folder",
        ),
        _format(
            "brat", "each page with its actors, times and events, for brat", "", "brat", folder="write_brat_folder"
        ),
        _format(
            "parquet",
            "the timeline, or a folder with every view (extra `parquet`)",
            ".parquet",
            "parquet",
            write="write_parquet",
            folder="write_parquet_folder",
        ),
        _format(
            "datasette",
            "SQLite tables with their metadata, for Datasette",
            "",
            "datasette",
            folder="write_datasette_folder",
        ),
        _format("timelinejs", "the timeline for TimelineJS3", ".json", "timelinejs", write="write_timelinejs"),
    )
)

ALSO = {"markdown": "memo", "csljson": "csl", "ical": "ics"}
"""Other names of some formats, which the annotation contract has for them."""
