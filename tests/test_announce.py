"""A webhook is told what has changed, once; what it did not take is sent again."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from standoff.announce import announce
from standoff.errors import FetchError
from standoff.fetch.address import Address, parse_address
from standoff.link import link
from standoff.record import Record
from standoff.testing import linked, page


@dataclass
class Hook:
    """An address that takes messages."""

    address: Address
    status: int = 204
    messages: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def hook() -> Iterator[Hook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            made.messages.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(made.status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made = Hook(parse_address(f"http://127.0.0.1:{server.server_port}/hook"))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record = linked(tmp_path, [page("a", "2021-04-09").event("COERCE", "GEO", "ARM", date="2021-04-08")])
    record.close()
    return tmp_path / "test.db"


def add(path: Path) -> None:
    new = page("b", "2021-06-02").event(
        "AID", "ARM", "GEO", date="2021-06-01", words="ARM sent food to GEO.", verb="sent"
    )
    with Record.open(path, write=True) as record:
        record.add(new.item(), new.annotation(), made="test")
        link(record)


def test_the_first_message_is_the_brief_and_the_next_what_is_new(path: Path, hook: Hook) -> None:
    assert announce(path, hook.address) > 0
    assert announce(path, hook.address) == 0
    add(path)
    assert announce(path, hook.address) > 0
    first, second = hook.messages
    assert (first["first"], second["first"]) == (True, False)
    assert [s["document"] for line in second["lines"] for s in line["sources"]] == ["b"]
    assert second["text"]


def test_what_was_not_taken_is_sent_again(path: Path, hook: Hook) -> None:
    hook.status = 503
    with pytest.raises(FetchError, match="answer 503"):
        announce(path, hook.address)
    hook.status = 200
    assert announce(path, hook.address) > 0
    assert hook.messages[0] == hook.messages[1]


def test_nobody_there_is_said(path: Path) -> None:
    with pytest.raises(FetchError, match="not taken"):
        announce(path, parse_address("http://127.0.0.1:9/hook"))
