"""A server that speaks TLS, in this process: its certificate is for news.test, and nobody on this machine vouches for it."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fetch.conftest import answer

PAGE = "<html><body><p>The gate is shut.</p></body></html>"
_CERTIFICATE = Path(__file__).parent / "tls/cert.pem"
_KEY = Path(__file__).parent / "tls/key.pem"


def believing() -> ssl.SSLContext:
    """What a client brings that takes the server's certificate for true."""
    return ssl.create_default_context(cafile=str(_CERTIFICATE))


@contextmanager
def secure_server(
    asked: Callable[[str], None] = lambda _: None, tunnel: Callable[[socket.socket], None] = lambda _: None
) -> Iterator[int]:
    """The port of a server that answers every question with the page, and notes it; `tunnel` speaks before TLS begins."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_CERTIFICATE, _KEY)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    plain, _ = listening.accept()
                except OSError:
                    return
                tunnel(plain)
                try:
                    with context.wrap_socket(plain, server_side=True) as sock:
                        asked(sock.recv(65536).decode())
                        sock.sendall(answer(PAGE))
                except OSError:
                    plain.close()

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
