"""Templates, and a page written as HTML, JSON or CSV."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import jinja2
import msgspec

from standoff.export.flat import to_csv
from standoff.hostile import visible, web_link
from standoff.lexicon.state_words import state_words
from standoff.record.shelf import uncollected
from standoff.web.contexts import Ask, Told
from standoff.web.desk import Desk
from standoff.web.drawn import draw_climate, draw_lanes, draw_state
from standoff.web.pages import Page, make_page
from standoff.web.words import FILTERS

HERE = Path(__file__).parent
Form = Literal["html", "json", "csv"]
MEDIA: dict[str, str] = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}
NAV = (
    ("", "overview"), ("timeline", "timeline"), ("thing", "as of a day"), ("state", "state"), ("who", "who to whom"),
    ("talks", "talks"), ("promises", "promises"), ("stakes", "stakes"), ("reasons", "reasons"), ("patterns", "patterns"),
    ("climate", "climate"), ("voices", "voices"), ("sources", "sources"), ("issues", "to check"),
)  # fmt: skip
"""The pages in the order in which they are offered; those that are not there are left out."""


@cache
def templates() -> jinja2.Environment:
    """The templates: everything is escaped, a name that is not there is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # constants are few: to look for them takes longer than it saves
    )
    made.filters.update(
        FILTERS,
        visible=visible,
        web_link=web_link,
        draw_state=draw_state,
        draw_climate=draw_climate,
        draw_lanes=draw_lanes,
    )
    made.globals["plain_states"] = state_words(None).short
    return made


def split(path: str) -> tuple[list[str], Form]:
    """An address as the parts that name a page, and the form in which it is asked for.

    >>> split("/timeline.json"), split("/"), split("/index.csv"), split("/event/e1")
    ((['timeline'], 'json'), ([''], 'html'), ([''], 'csv'), (['event', 'e1'], 'html'))
    """
    form: Form = "html"
    for suffix in ("json", "csv"):
        if path.endswith(f".{suffix}"):
            path, form = path.removesuffix(f".{suffix}"), suffix
    parts = path.strip("/").split("/")
    return ([""] if parts == ["index"] and form != "html" else parts), form


def answer(desk: Desk, path: str, params: dict[str, str]) -> tuple[bytes, str]:
    """A page's bytes and media type, kept for as long as the record does not change.

    Raises:
        StandoffError: there is no such page, or it is asked for in a way that cannot be answered.
    """
    parts, form = split(path)
    with desk.record((params.get("at"), params.get("says"))) as record:
        key = ("answer", path, tuple(sorted(params.items())), desk.reading)

        def make() -> bytes:
            with uncollected():
                told = Told(desk, record, Ask("/" + "/".join(parts), params))
                return write(told, make_page(told, parts), form)

        return desk.kept(key, make), MEDIA[form]


def write(told: Told, page: Page, form: Form) -> bytes:
    """A page in one of its forms."""
    if form == "json":
        return msgspec.json.encode(page.rows)
    if form == "csv":
        return to_csv(page.rows if page.table is None else page.table)
    return render(page.template, frame=told.frame, paragraphs=told.paragraphs, **page.context).encode()


def render(template: str, **context: Any) -> str:
    """A template, filled."""
    return templates().get_template(template).render(nav=NAV, known=_known(), **context)


@cache
def _known() -> frozenset[str]:
    from standoff.web.pages import PAGES

    return frozenset(PAGES)
