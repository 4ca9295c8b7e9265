"""The application: every page with its JSON and CSV twins, behind the guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from standoff.errors import NotFound, StandoffError, UsageError
from standoff.hostile import visible
from standoff.web.desk import Desk
from standoff.web.guard import Guard
from standoff.web.looking import look_routes
from standoff.web.review import routes as review_routes
from standoff.web.shell import HERE, answer, templates


def make_app(path: Path, *, hosts: frozenset[str]) -> Starlette:
    """The application over a record; it shows what `read` has written since as soon as that is put together."""
    desk = Desk(path)

    def page(request: Request) -> Response:
        content, media = answer(desk, request.url.path, dict(request.query_params))
        return Response(content, media_type=media)

    routes = [
        Mount("/static", StaticFiles(directory=HERE / "static")),
        *review_routes(desk),
        *look_routes(desk),
        Route("/{path:path}", page),
    ]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        with suppress(StandoffError):  # they are worked out again by who asks
            await run_in_threadpool(desk.keep)

    app = Starlette(routes=routes, exception_handlers={StandoffError: _error, 404: _error}, lifespan=lifespan)
    app.add_middleware(Guard, hosts=hosts)
    app.state.desk = desk
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
    return HTMLResponse(templates().get_template("error.html").render(body), status)
