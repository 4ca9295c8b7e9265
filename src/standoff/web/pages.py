"""The pages: what each shows, and the rows of its JSON and CSV twins."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import msgspec

from standoff.edtf import last_day
from standoff.errors import NotFound
from standoff.export.flat import columns_of, flatten
from standoff.tell.rows import StateView, ThingView, VoiceRow
from standoff.web.annotated import blocks, without_readers
from standoff.web.checks import count_checks, find_checks
from standoff.web.contexts import VIEWS, Told
from standoff.web.events import make_entry
from standoff.web.facets import list_entries
from standoff.web.matrix import make_matrix
from standoff.web.overview import make_overview, make_pictures
from standoff.web.quoted import quoted
from standoff.web.search import search

_QUOTES = 300
"""Quotations that a page shows; its twins have all."""


@dataclass(frozen=True)
class Page:
    """A page before it is written: its template with what that shows, and its rows."""

    template: str
    rows: Any
    """What the JSON twin gives."""
    context: Mapping[str, Any] = field(default_factory=dict)
    table: Sequence[Any] | None = None
    """The rows of the CSV twin, where they are others."""


def overview_page(told: Told) -> Page:
    """The first page."""
    page = make_overview(told)
    rows = {
        "subject": told.frame.subject,
        "pages": told.frame.pages,
        "last": told.frame.last,
        "new": page.news,
        "brief": told.brief,
        "coming": [asdict(one) for one in page.coming],
        "stakes": [card.row for card in page.cards],
        "checks": [asdict(check) for check in page.checks],
        "latest": page.latest,
    }
    return Page("overview.html", rows, {"page": page, "frame_state": told.state}, told.brief)


def timeline_page(told: Told) -> Page:
    """The entries that are asked for."""
    found = list_entries(told)
    return Page("timeline.html", found.rows, {"list": found})


def state_page(told: Told) -> Page:
    """Spells, aspects, outlook."""
    view: StateView = told.state
    return Page("state.html", view, {"view": view, "pictures": make_pictures(told)}, view.history)


def thing_page(told: Told) -> Page:
    """The thing as of any day."""
    view: ThingView = told.thing
    whole: StateView = told.desk.kept(("state", told.says), lambda: VIEWS["state"](told.record, says=told.says))
    turns = [(last_day(spell.from_), spell) for spell in whole.history if spell.claimed_by is None]
    days = [(day.isoformat(), spell) for day, spell in turns if day is not None and day < date.max]
    return Page("thing.html", view, {"view": view, "days": days}, [view])


def who_page(told: Told) -> Page:
    """The matrix and its table."""
    rows = told.view("who")
    return Page("who.html", rows, {"rows": rows, "matrix": make_matrix(rows, list(told.frame.names))})


def talks_page(told: Told) -> Page:
    """Rounds of talks."""
    rows = told.view("talks")
    return Page("talks.html", rows, {"rows": rows})


def promises_page(told: Told) -> Page:
    """The ledger by what became of its entries."""
    rows = told.view("promises")
    order = ("overdue", "open", "broken", "refused", "answered", "kept")
    groups = [(outcome, [row for row in rows if row.outcome == outcome]) for outcome in order]
    return Page("promises.html", rows, {"groups": [(name, found) for name, found in groups if found], "rows": rows})


def stakes_page(told: Told) -> Page:
    """What it costs and brings each side."""
    rows = told.view("stakes")
    owners = dict.fromkeys([*told.frame.names, *(row.party or "" for row in rows)])
    groups = [(owner, [row for row in rows if (row.party or "") == owner]) for owner in owners]
    return Page("stakes.html", rows, {"groups": [(name, found) for name, found in groups if found]})


def climate_page(told: Told) -> Page:
    """The curve, large, and its weeks."""
    rows = told.view("climate")
    return Page("climate.html", rows, {"rows": rows, "pictures": make_pictures(told)})


def voices_page(told: Told) -> Page:
    """Quotations by speaker; readers' comments apart."""
    rows: list[VoiceRow] = told.view("voices")
    if told.folder is not None:
        rows = [row for row in rows if row.kind == "quotation"]
    speakers: dict[str, list[VoiceRow]] = {}
    for row in (row for row in rows if row.kind == "quotation"):
        speakers.setdefault(row.speaker or "somebody not named", []).append(row)
    ranked = sorted(speakers.items(), key=lambda each: (-len(each[1]), each[0]))
    shown, room = [], _QUOTES
    for name, found in ranked:
        if room > 0:
            shown.append((name, found[:room]))
            room -= len(found)
    comments = [row for row in rows if row.kind == "comment"]
    context = {"speakers": shown, "comments": comments[:_QUOTES], "total": len(rows)}
    return Page("voices.html", rows, context)


def grouped_page(name: str) -> Callable[[Told], Page]:
    """The page of a view whose rows are of several kinds."""

    def page(told: Told) -> Page:
        rows = told.view(name)
        kinds = dict.fromkeys(row.kind for row in rows)
        groups = [(kind, [row for row in rows if row.kind == kind]) for kind in kinds]
        return Page(f"{name}.html", rows, {"groups": groups})

    return page


def plain_page(name: str) -> Callable[[Told], Page]:
    """The page of a view that has none of its own: its rows as a table."""

    def page(told: Told) -> Page:
        rows = told.view(name)
        flat = [{key: value for key, value in flatten(row).items() if key not in _LINKED} for row in rows]
        return Page("rows.html", rows, {"name": name, "rows": rows, "flat": flat, "columns": columns_of(flat)})

    return page


_LINKED = ("id", "pages", "document", "url", "quote", "rows", "events")


def sources_page(told: Told) -> Page:
    """The pages that were read, and those that could not be."""
    context = {"documents": told.documents, "failures": told.record.failures()}
    return Page("sources.html", told.documents, context)


def source_page(told: Told, key: str) -> Page:
    """A page with the words marked that gave an entry.

    Raises:
        NotFound: there is no such document.
    """
    document, page = told.record.document(key), told.record.annotation(key)
    if told.folder is not None and not told.folder.whole:
        sentences = quoted(told, document)
        return Page("quoted.html", sentences, {"document": document, "page": page, "sentences": sentences})
    events = [m for m in told.record.mentions() if m.where.document.key == key]
    quantities = [m for m in told.record.quantities() if m.where.document.key == key]
    record = told.record
    spoken = [
        *(mention.where for mention in record.quotes()),
        *(mention.where for mention in record.states()),
        *(comment.where for comment in record.comments()),
    ]
    places = [where for where in spoken if where.document.key == key]
    shown = blocks(page, events, quantities, places)
    context = {"document": document, "page": page, "addresses": told.record.addresses(key)}
    if told.folder is not None:
        return Page("source.html", quoted(told, document), {**context, "blocks": without_readers(shown)})
    table = [msgspec.to_builtins(event) for event in page.events]
    return Page("source.html", page, {**context, "blocks": shown}, table)


def event_page(told: Told, id: str) -> Page:
    """Every sentence behind an entry.

    Raises:
        NotFound: nothing has this id.
    """
    entry = make_entry(told, id)
    return Page("event.html", entry.found, {"entry": entry}, entry.found.evidence)


def search_page(told: Told) -> Page:
    """What holds the words that are asked for."""
    found = search(told)
    rows = {"query": found.query, "pages": [asdict(hit) for hit in found.hits], "entries": found.entries}
    return Page("search.html", rows, {"found": found}, [asdict(hit) for hit in found.hits])


def issues_page(told: Told) -> Page:
    """All that is to be checked."""
    checks = find_checks(told)
    rows = [asdict(check) for check in checks]
    return Page("issues.html", rows, {"checks": checks, "kinds": count_checks(checks)})


OWN: dict[str, Callable[[Told], Page]] = {
    "timeline": timeline_page,
    "state": state_page,
    "thing": thing_page,
    "who": who_page,
    "talks": talks_page,
    "promises": promises_page,
    "stakes": stakes_page,
    "reasons": grouped_page("reasons"),
    "patterns": grouped_page("patterns"),
    "climate": climate_page,
    "voices": voices_page,
    "sources": sources_page,
    "search": search_page,
    "issues": issues_page,
}
PAGES: dict[str, Callable[[Told], Page]] = {
    "": overview_page,
    **OWN,
    **{name: plain_page(name) for name in VIEWS if name not in OWN},
}
"""The pages without a key, by the first part of their address."""


def make_page(told: Told, parts: Sequence[str]) -> Page:
    """The page at an address, given by its parts.

    Raises:
        NotFound: there is none.
    """
    if len(parts) == 1 and parts[0] in PAGES:
        return PAGES[parts[0]](told)
    if len(parts) == 2 and parts[0] == "source":
        return source_page(told, parts[1])
    if len(parts) == 2 and parts[0] == "event":
        return event_page(told, parts[1])
    raise NotFound("there is no such page", hint="the views are listed at /")
