"""A proxy that stands between this machine and the web, where a person asked to go through it.

The proxy looks names up and connects, so the number that is connected to cannot be checked here; what the address itself
says is, and the certificate of the page's host is verified through the proxy's tunnel.
"""

import base64
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass

from standoff.errors import FetchError, UsageError
from standoff.fetch.address import Address

_MAX_HEAD = 16 * 1024


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy. `login` is what its Proxy-Authorization header says."""

    host: str
    port: int
    login: str | None = None

    def tunnel(self, sock: socket.socket, address: Address, arm: Callable[[], None]) -> None:
        """Asks for a tunnel to an address's host; `arm` is called before each step that may take time.

        Raises:
            FetchError: the proxy refuses it.
            OSError: the connection broke.
        """
        where = f"[{address.host}]:{address.port}" if ":" in address.host else f"{address.host}:{address.port}"
        login = f"Proxy-Authorization: {self.login}\r\n" if self.login else ""
        arm()
        sock.sendall(f"CONNECT {where} HTTP/1.1\r\nHost: {where}\r\n{login}\r\n".encode("ascii"))
        head = b""
        while b"\r\n\r\n" not in head:
            arm()
            piece = sock.recv(4096)
            head += piece
            if not piece or len(head) > _MAX_HEAD:
                raise OSError("the proxy's answer is no proper HTTP")
        words = head.split(b"\r\n", 1)[0].decode("latin-1").split(None, 2)
        if len(words) < 2 or not words[1].startswith("2"):
            told = " ".join(words[1:])[:80]
            message = f"{address.url} cannot be fetched: the proxy {self.host} refuses to connect ({told})"
            raise FetchError(message, code="no-connection", hint="ask whoever runs the proxy")


@dataclass(frozen=True, slots=True)
class Proxies:
    """Which proxy an address goes through."""

    by_scheme: Mapping[str, Proxy] = field(default_factory=dict)
    bypass: Callable[[str], bool] = lambda _host: False

    def way(self, address: Address) -> Proxy | None:
        """The proxy for an address; none where it is asked for directly."""
        proxy = self.by_scheme.get(address.scheme)
        return None if proxy is None or self.bypass(address.host) else proxy


def environment_proxies() -> Proxies:
    """The proxies that `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` name.

    Raises:
        UsageError: one of them is no HTTP proxy.
    """
    named = getproxies_environment()
    found = {}
    for scheme in ("http", "https"):
        if url := named.get(scheme) or named.get("all"):
            found[scheme] = _parse(url)
    return Proxies(found, lambda host: bool(proxy_bypass(host)))


def _parse(url: str) -> Proxy:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme != "http":
        raise UsageError("the environment names a proxy that is no http://HOST:PORT", hint="leave --proxy out")
    login = None
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        login = "Basic " + base64.b64encode(pair.encode()).decode("ascii")
    return Proxy(host, port or 80, login)
