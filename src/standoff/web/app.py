"""The application: routes, and a JSON twin for each page."""

import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from standoff.edtf import bounds
from standoff.errors import NotFound, StandoffError, UsageError
from standoff.hostile import visible, web_link
from standoff.record import Record
from standoff.tell.climate import climate
from standoff.tell.explain import explain
from standoff.tell.promises import promises
from standoff.tell.stakes import stakes
from standoff.tell.state import state
from standoff.tell.talks import talks
from standoff.tell.thing import thing
from standoff.tell.timeline import timeline
from standoff.tell.voices import voices
from standoff.tell.who import who
from standoff.web.annotated import blocks
from standoff.web.contexts import make_frame, make_overview
from standoff.web.guard import Guard
from standoff.web.words import FILTERS

HERE = Path(__file__).parent

VIEWS: dict[str, Callable[..., Any]] = {
    "timeline": timeline,
    "state": state,
    "thing": thing,
    "who": who,
    "talks": talks,
    "promises": promises,
    "stakes": stakes,
    "climate": climate,
    "voices": voices,
}


def make_app(path: Path, *, hosts: frozenset[str]) -> Starlette:
    """The application over a record. Each request opens the record anew, so that it shows what `read` has written since."""
    site = Site(path)
    routes = [
        Route("/", site.overview),
        Route("/index.json", site.overview_json),
        *(Route(f"/{name}", site.view) for name in VIEWS),
        *(Route(f"/{name}.json", site.view_json) for name in VIEWS),
        Route("/sources", site.sources),
        Route("/sources.json", site.sources_json),
        Route("/source/{key}.json", site.source_json),
        Route("/source/{key}", site.source),
        Route("/event/{id}.json", site.event_json),
        Route("/event/{id}", site.event),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    app = Starlette(routes=routes, exception_handlers={StandoffError: _error, 404: _error})
    app.add_middleware(Guard, hosts=hosts)
    return app


def _error(request: Request, error: Exception) -> Response:
    """One shape for all errors: `{error, hint}` with a status."""
    status = 400 if isinstance(error, UsageError) else 500
    if isinstance(error, NotFound) or getattr(error, "status_code", None) == 404:
        status = 404
    words = str(error) if isinstance(error, StandoffError) else "there is no such page"
    body = {"error": visible(words), "hint": visible(getattr(error, "hint", "") or "the views are listed at /")}
    if request.url.path.endswith(".json"):
        return Response(msgspec.json.encode(body), status, media_type="application/json")
    return HTMLResponse(_templates().get_template("error.html").render(body), status)


def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    templates.filters.update(FILTERS, visible=visible, web_link=web_link)
    return templates


class Site:
    """The pages over one record."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.templates = _templates()

    def overview(self, request: Request) -> Response:
        """The first page."""
        with Record.open(self.path) as record:
            return self._html("overview.html", page=make_overview(record, _at(request)))

    def overview_json(self, request: Request) -> Response:
        """The first page's rows."""
        with Record.open(self.path) as record:
            return _json(asdict(make_overview(record, _at(request))))

    def view(self, request: Request) -> Response:
        """A view as a table."""
        name = request.url.path.strip("/")
        with Record.open(self.path) as record:
            rows = VIEWS[name](record, at=_at(request), says=request.query_params.get("says"))
            return self._html("view.html", frame=make_frame(record, f"/{name}", _at(request)), name=name, rows=rows)

    def view_json(self, request: Request) -> Response:
        """A view as JSON."""
        name = request.url.path.strip("/").removesuffix(".json")
        with Record.open(self.path) as record:
            return _json(VIEWS[name](record, at=_at(request), says=request.query_params.get("says")))

    def sources(self, request: Request) -> Response:
        """The pages that were read, and those that could not be."""
        with Record.open(self.path) as record:
            frame, documents = make_frame(record, "/sources", _at(request)), record.documents(_at(request))
            return self._html("sources.html", frame=frame, documents=documents, failures=record.failures())

    def sources_json(self, request: Request) -> Response:
        """The pages that were read."""
        with Record.open(self.path) as record:
            return _json(record.documents(_at(request)))

    def source(self, request: Request) -> Response:
        """A page with the words marked that gave an entry."""
        key = request.path_params["key"]
        with Record.open(self.path) as record:
            document, page = record.document(key), record.annotation(key)
            events = [m for m in record.mentions() if m.where.document.key == key]
            quantities = [m for m in record.quantities() if m.where.document.key == key]
            frame = make_frame(record, f"/source/{key}", None)
            parts = blocks(page, events, quantities)
            return self._html("source.html", frame=frame, document=document, page=page, blocks=parts)

    def source_json(self, request: Request) -> Response:
        """A page's annotation."""
        with Record.open(self.path) as record:
            return _json(record.annotation(request.path_params["key"]))

    def event(self, request: Request) -> Response:
        """Every sentence behind an entry, the rule, what differs."""
        id = request.path_params["id"]
        with Record.open(self.path) as record:
            frame, found = make_frame(record, f"/event/{id}", None), explain(record, id)
            return self._html("event.html", frame=frame, found=msgspec.to_builtins(found), id=id)

    def event_json(self, request: Request) -> Response:
        """The same as JSON."""
        with Record.open(self.path) as record:
            return _json(explain(record, request.path_params["id"]))

    def _html(self, template: str, **context: object) -> Response:
        return HTMLResponse(self.templates.get_template(template).render(context))


def _at(request: Request) -> str | None:
    """The day that the reader asked for.

    Raises:
        UsageError: it is no date.
    """
    at = request.query_params.get("at") or None
    if at is not None and bounds(at) is None:
        raise UsageError(f"at={at!r} is no date", hint="write it as 2013-07-15, 2013-07 or 2013")
    return at


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def serve(path: Path, *, port: int, open_browser: bool = False) -> None:
    """Serves the record on 127.0.0.1 until interrupted; its address is printed on standard error.

    Raises:
        RecordError: there is no record at `path`.
        UsageError: the port is taken.
    """
    import socket
    import sys
    import webbrowser

    import uvicorn

    with Record.open(path):
        pass  # a missing or damaged record is told before the server starts
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as e:
        listener.close()
        raise UsageError(
            f"port {port} on 127.0.0.1: {e.strerror}", hint="choose another with --port, or 0 for a free one"
        ) from e
    number = listener.getsockname()[1]
    address = f"http://127.0.0.1:{number}/"
    sys.stderr.write(f"{path} is served at {address} (Ctrl-C ends it)\n")
    if open_browser and not os.environ.get("STANDOFF_NO_BROWSER"):
        webbrowser.open(address)
    app = make_app(path, hosts=frozenset({f"127.0.0.1:{number}", f"localhost:{number}"}))
    config = uvicorn.Config(app, log_level="warning", access_log=False, h11_max_incomplete_event_size=64 * 1024)
    uvicorn.Server(config).run(sockets=[listener])
