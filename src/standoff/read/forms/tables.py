"""A table of pages (`.csv`, `.tsv`) with a header, as press monitors export it: one row a page.

Columns are known by their names; what is not known is passed over. A row needs a text; one that has an address alone
is fetched only where a person asks.
"""

import csv
import io
from collections.abc import Iterator

from standoff.model import PageInput
from standoff.read.dates.days import day_of
from standoff.read.forms.address_list import is_address, not_fetched
from standoff.read.forms.files import File, Run
from standoff.read.jsonl import Unreadable

_COLUMNS = {
    "id": ("id", "story_id", "stories_id", "article_id", "doc_id", "guid"),
    "url": ("url", "link", "address", "documentidentifier", "source_url", "article_url"),
    "title": ("title", "headline", "heading", "hlead"),
    "published": (
        "published",
        "date",
        "publish_date",
        "published_at",
        "pub_date",
        "publication_date",
        "date_published",
    ),
    "text": ("text", "body", "content", "full_text", "fulltext", "story", "story_text", "article", "article_text"),
    "html": ("html", "raw_html"),
    "authors": ("authors", "author", "byline"),
    "publisher": ("publisher", "media_name", "outlet", "newspaper", "source", "source_name", "publication"),
    "section": ("section",),
    "captured": ("captured", "indexed_date", "collect_date", "crawl_date", "retrieved", "downloaded"),
}
_MAX_FIELD = 20 * 1024 * 1024  # characters
_BLOCK = 1024 * 1024
_MOST = 100_000  # addresses


def read_table(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a table's rows."""
    base = run.of_file(file)
    csv.field_size_limit(_MAX_FIELD)
    with file.unpacked() as raw, io.TextIOWrapper(raw, "utf-8-sig", errors="replace", newline="") as stream:
        sample = stream.readline(_BLOCK)
        if not sample.strip():
            yield file.unreadable("empty-file", "is empty: a header and one row a page are expected")
            return
        mark = max("\t,;|", key=sample.count)
        header = [
            name.strip().strip('"').lower().replace(" ", "_") for name in next(csv.reader([sample], delimiter=mark), [])
        ]
        places = {field: at for field, names in _COLUMNS.items() if (at := _place(header, names)) is not None}
        rows = csv.reader(stream, delimiter=mark)
        if {"text", "html"} & set(places):
            yield from _rows(rows, places, file, run, base)
        else:
            yield _no_text(file, places, header, rows)


def _place(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _no_text(file: File, places: dict[str, int], header: list[str], rows: Iterator[list[str]]) -> Unreadable:
    """Says that there is no text; the addresses are named, where there are any, so that they may be fetched."""
    at = places.get("url")
    try:
        addresses = () if at is None else tuple(dict.fromkeys(row[at] for row in rows if at < len(row)))[:_MOST]
    except csv.Error:
        addresses = ()
    if web := tuple(url for url in addresses if is_address(url)):
        return not_fetched(file.name, web)
    named = ", ".join(header[:8])
    message = f"has no column for the text (its columns: {named}): name it `text`, beside `url`, `title`, `date`"
    return file.unreadable("no-text-column", message)


def _rows(
    rows: Iterator[list[str]], places: dict[str, int], file: File, run: Run, base: str
) -> Iterator[PageInput | Unreadable]:
    keys = run.numbered(base, file)
    number = 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as e:
            yield file.unreadable(
                "damaged-file", f"is damaged after row {number} ({e}): is a quotation mark left open?"
            )
            return
        if not any(row):
            continue
        number += 1
        fields = {field: row[at].strip() for field, at in places.items() if at < len(row)}
        text, html = fields.get("text", ""), fields.get("html", "")
        key = next(keys)
        if fields.get("id"):
            key = run.own(fields["id"], html or text)
        if not (text or html):
            yield file.unreadable("empty-page", f"row {number} has no text: nothing to read", key=key)
            continue
        yield _page(key, fields)


def _page(key: str, fields: dict[str, str]) -> PageInput:
    """The page of a row. A title that the text does not begin with is put above it, where pages have theirs."""
    text, html, title = fields.get("text", ""), fields.get("html"), fields.get("title")
    if title and not text.lstrip().casefold().startswith(title.casefold()):
        text = f"{title}\n\n{text}"
    names = fields.get("authors", "").replace("|", ";").split(";")
    return PageInput(
        id=key,
        html=html or None,
        text=None if html else text,
        url=fields.get("url") or None,
        published=day_of(fields.get("published")) or fields.get("published") or None,
        title=title or None,
        authors=tuple(name for each in names if (name := " ".join(each.split()))),
        publisher=fields.get("publisher") or None,
        section=fields.get("section") or None,
        captured=day_of(fields.get("captured")),
    )
