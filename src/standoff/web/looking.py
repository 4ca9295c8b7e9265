"""A look at the record, taken by a form: what the first page measures the news by."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from standoff.record import Record
from standoff.record.looks import take_look
from standoff.tell.since import look
from standoff.web.desk import Desk


def look_routes(desk: Desk) -> list[Route]:
    """The route of the form that says: I have seen this."""

    async def seen(request: Request) -> Response:
        asked = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=5)
        await run_in_threadpool(_take, desk, asked.get("stamp", [""])[0])
        return RedirectResponse("/", status_code=303)

    return [Route("/look", seen, methods=["POST"])]


def _take(desk: Desk, stamp: str) -> None:
    """Keeps the look, unless the record has become another since the page was shown: nobody has seen that yet."""
    with desk.record() as record:
        if desk.stamp != stamp or desk.reading:
            return
        found = look(record)
        with Record.open(desk.path, write=True) as writable:
            take_look(writable, found)
