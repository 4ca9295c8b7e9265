"""A web server in this process, a clock that only tests move, names that lead where a test says. No outside network."""

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest

from standoff.fetch.client import Client
from standoff.fetch.pages import Fetcher
from standoff.fetch.policy import Policy
from standoff.record import Record
from standoff.record.visits import Visits

HOST = "news.test"
DAY = "Thu, 08 Aug 2013 23:30:00 GMT"


@dataclass(frozen=True)
class Question:
    """What the server was asked: header names in lower case."""

    target: str
    headers: Mapping[str, str]


Send = Callable[[bytes], None]
Route = bytes | Callable[[Question, Send], None]


def answer(
    body: bytes | str = b"", status: int = 200, *, kind: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """The bytes of an answer; `content_encoding="gzip"` gives that header."""
    data = body.encode() if isinstance(body, str) else body
    named = {
        "Date": DAY,
        "Content-Type": kind,
        "Content-Length": str(len(data)),
        **{name.replace("_", "-").title(): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{head}\r\n".encode("latin-1") + data


def article(words: str, title: str = "Gate at the port reopens") -> str:
    """A page of some length."""
    more = "".join(
        f"<p>{words} The harbour office told reporters so, for the {n}th time this year.</p>" for n in range(4)
    )
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{more}</article></body></html>"


@dataclass
class Web:
    """A server on this machine: what it answers to each target, and what it was asked."""

    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    port: int = 0

    def url(self, target: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{target}"

    @property
    def targets(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [question.target for question in self.asked if question.target != "/robots.txt"]

    def reply(self, question: Question, send: Send) -> None:
        self.asked.append(question)
        route = self.routes.get(question.target, answer(b"nothing here", 404))
        if callable(route):
            route(question, send)
        else:
            send(route)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


@pytest.fixture(autouse=True)
def no_outside_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches further than this machine, whatever it gets wrong."""
    connect = socket.socket.connect

    def guarded(sock: socket.socket, where: tuple[str, int]) -> None:
        assert where[0] in ("127.0.0.1", "::1"), f"a test would connect to {where}"
        connect(sock, where)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def web() -> Iterator[Web]:
    site = Web()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            lines = []
            while (line := self.rfile.readline(65536)) not in (b"\r\n", b""):
                lines.append(line.decode("latin-1").strip())
            if not lines:
                return
            pairs = (line.split(": ", 1) for line in lines[1:])
            headers = {name.lower(): value for name, value in pairs}
            with suppress(OSError):  # the client may go away
                site.reply(Question(lines[0].split()[1], headers), self.send)

        def send(self, data: bytes) -> None:
            self.wfile.write(data)

    with _Server(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


@dataclass
class TestClock:
    """Time that passes where somebody waits, and where a test says so."""

    __test__ = False
    time: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@dataclass
class Names:
    """Where names lead; each look-up takes the next answer, the last one stays."""

    known: dict[str, list[Sequence[str]]] = field(default_factory=lambda: {HOST: [["127.0.0.1"]]})
    looked_up: list[str] = field(default_factory=list)

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.looked_up.append(host)
        answers = self.known.get(host)
        if not answers:
            raise OSError(-2, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def client(names: Names, clock: TestClock) -> Client:
    """May ask the server of this process, and no other host of this machine."""
    return Client(Policy(private_hosts=frozenset({HOST})), resolve=names, clock=clock)


@pytest.fixture
def visits(tmp_path: Path) -> Iterator[Visits]:
    with Visits(Record.open(tmp_path / "r.db", create=True)) as memory:
        yield memory


@pytest.fixture
def fetcher(client: Client, visits: Visits) -> Fetcher:
    return Fetcher(client, visits, visits.begin())
