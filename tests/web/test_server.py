"""The server under bad clients: slow ones, many, huge headers, huge bodies."""

import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path

import pytest

Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture
def port(record_file: Path, serve: Serve) -> Iterator[int]:
    with serve(record_file) as address:
        yield int(address.rpartition(":")[2])


def ask(port: int, head: str, body: bytes = b"") -> bytes:
    """All that the server answers to a request, as far as it reads it."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        answered = b""
        with suppress(OSError):  # where it hangs up, what it said before that counts
            client.sendall(head.replace("HOST", f"127.0.0.1:{port}").encode() + body)
        with suppress(OSError):
            while piece := client.recv(65536):
                answered += piece
        return answered


GET = "GET /timeline.json HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"


def test_many_slow_clients_do_not_keep_others_waiting(port: int) -> None:
    with ExitStack() as open_:
        for _ in range(200):
            slow = open_.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert ask(port, GET).startswith(b"HTTP/1.1 200")


def test_huge_headers_are_refused(port: int) -> None:
    huge = f"GET / HTTP/1.1\r\nHost: HOST\r\nX: {'x' * 2_000_000}\r\n\r\n"
    assert b" 200 " not in ask(port, huge)[:20]
    assert ask(port, GET).startswith(b"HTTP/1.1 200")


def test_a_huge_body_is_refused_before_it_is_read(port: int) -> None:
    head = "POST /x HTTP/1.1\r\nHost: HOST\r\nOrigin: http://HOST\r\nContent-Length: 1000000000\r\nConnection: close\r\n\r\n"
    assert ask(port, head).startswith(b"HTTP/1.1 413")
    assert ask(port, GET).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("head", ["\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x00\x01\x02\r\n\r\n", "GET /\r\n\r\n"])
def test_what_is_no_request_is_refused(port: int, head: str) -> None:
    assert b" 200 " not in ask(port, head + "Connection: close\r\n\r\n")[:20]
    assert ask(port, GET).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    "head", ["GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"]
)
def test_a_missing_host_or_a_wrong_port_is_refused(port: int, head: str) -> None:
    assert ask(port, head)[:12] in (b"HTTP/1.1 403", b"HTTP/1.1 400")
