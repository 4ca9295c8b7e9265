"""A proxy is asked only where a person says so; what an address says is checked all the same."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from tests.fetch.conftest import Names, TestClock, Web, answer
from tests.fetch.secure import PAGE, believing, secure_server

from standoff.errors import FetchError, UsageError
from standoff.fetch.address import parse_address
from standoff.fetch.client import Client
from standoff.fetch.policy import Policy
from standoff.fetch.proxy import Proxies, Proxy, environment_proxies


@dataclass
class Between:
    """A proxy of this process: what it was asked, and how it answers a question for a tunnel."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    answer: bytes = b"HTTP/1.1 200 Connection established\r\n\r\n"


@pytest.fixture
def between() -> Iterator[Between]:
    """A proxy whose tunnels end at a server of this process, with a certificate for news.test."""
    proxy = Between()

    def tunnel(plain: socket.socket) -> None:
        proxy.asked.append(plain.recv(65536).decode())
        plain.sendall(proxy.answer)

    with secure_server(proxy.asked.append, tunnel) as proxy.port:
        yield proxy


def through(proxy: Proxy, names: Names, clock: TestClock, *, bypass: Callable[[str], bool] = lambda _: False) -> Client:
    names.known["proxy.test"] = [["127.0.0.1"]]
    ways = Proxies({"http": proxy, "https": proxy}, bypass)
    return Client(Policy(), resolve=names, clock=clock, tls=believing(), proxies=ways)


def test_a_page_comes_through_a_tunnel_with_its_own_certificate(
    between: Between, names: Names, clock: TestClock
) -> None:
    client = through(Proxy("proxy.test", between.port, "Basic dTpw"), names, clock)
    assert client.get(parse_address("https://news.test/a")).body == PAGE.encode()
    assert between.asked[2].startswith("CONNECT news.test:443 HTTP/1.1\r\n")
    assert "Proxy-Authorization: Basic dTpw" in between.asked[2]
    assert between.asked[3].startswith("GET /a HTTP/1.1\r\n")
    assert "Proxy-Authorization" not in between.asked[3]
    assert set(names.looked_up) == {"proxy.test"}


def test_another_hosts_certificate_is_refused_in_a_tunnel_too(between: Between, names: Names, clock: TestClock) -> None:
    with pytest.raises(FetchError) as error:
        through(Proxy("proxy.test", between.port), names, clock).get(parse_address("https://other.test/"))
    assert error.value.code == "bad-certificate"


@pytest.mark.parametrize("said", [b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", b"no\r\n\r\n", b"x" * 20_000])
def test_a_proxy_that_refuses(said: bytes, between: Between, names: Names, clock: TestClock) -> None:
    between.answer = said
    with pytest.raises(FetchError) as error:
        through(Proxy("proxy.test", between.port), names, clock).get(parse_address("https://news.test/"))
    assert error.value.code == "no-connection"


def test_plain_pages_are_asked_for_by_their_whole_address(web: Web, names: Names, clock: TestClock) -> None:
    web.routes["http://news.test/a?b"] = answer(PAGE)
    client = through(Proxy("proxy.test", web.port, "Basic dTpw"), names, clock)
    assert client.get(parse_address("http://news.test/a?b")).body == PAGE.encode()
    assert web.asked[-1].headers["host"] == "news.test"
    assert web.asked[-1].headers["proxy-authorization"] == "Basic dTpw"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://169.254.169.254/", "http://localhost/", "http://[::1]/", "http://news.test:25/"],
)
def test_what_an_address_says_is_checked_all_the_same(url: str, web: Web, names: Names, clock: TestClock) -> None:
    with pytest.raises(FetchError) as error:
        through(Proxy("proxy.test", web.port), names, clock).get(parse_address(url))
    assert error.value.code == "address-refused"
    assert web.asked == []


def test_who_goes_by(names: Names, clock: TestClock) -> None:
    client = through(Proxy("proxy.test", 1), names, clock, bypass=lambda host: host == "near.test")
    names.known["near.test"] = [["127.0.0.1"]]
    with pytest.raises(FetchError, match="not on the public internet"):  # asked for directly, and so checked
        client.get(parse_address("http://near.test/"))


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert environment_proxies().way(parse_address("https://news.test/")) is None
    monkeypatch.setenv("https_proxy", "http://me:p%40ss@proxy.test:3128/")
    monkeypatch.setenv("no_proxy", "near.test")
    found = environment_proxies()
    assert found.way(parse_address("https://news.test/")) == Proxy("proxy.test", 3128, "Basic bWU6cEBzcw==")
    assert found.way(parse_address("http://news.test/")) is None
    assert found.way(parse_address("https://near.test/")) is None
    monkeypatch.setenv("https_proxy", "socks5://proxy.test:1080")
    with pytest.raises(UsageError, match="proxy"):
        environment_proxies()
