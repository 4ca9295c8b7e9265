"""What a client asks and takes: limits of time and size, robots.txt, pace, redirects, what it never sends."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fetch.conftest import HOST, Names, Question, Send, TestClock, Web, answer
from tests.fetch.secure import PAGE, believing, secure_server

from standoff import __version__
from standoff.errors import FetchError
from standoff.fetch.address import parse_address
from standoff.fetch.client import Answer, Client, trusted
from standoff.fetch.clock import SystemClock
from standoff.fetch.policy import Policy


def get(client: Client, url: str, **options: str) -> Answer:
    return client.get(parse_address(url), **options)  # type: ignore[arg-type]


def failure(client: Client, url: str) -> FetchError:
    with pytest.raises(FetchError) as error:
        get(client, url)
    assert error.value.hint
    return error.value


def limited(client: Client, **limits: float) -> Client:
    policy = replace(client.policy, **limits)  # type: ignore[arg-type]
    return Client(policy, resolve=client.resolve, clock=client.clock, tls=client.tls)


def test_a_page_comes_with_what_its_server_says_of_it(web: Web, client: Client) -> None:
    web.routes["/a"] = answer(PAGE, etag='"1"', last_modified="Wed, 07 Aug 2013 10:00:00 GMT")
    found = get(client, web.url("/a"))
    assert (found.status, found.body, found.kind, found.charset) == (200, PAGE.encode(), "text/html", "utf-8")
    assert (found.etag, found.modified, found.day) == ('"1"', "Wed, 07 Aug 2013 10:00:00 GMT", "2013-08-08")


def test_what_is_sent(web: Web, client: Client) -> None:
    web.routes["/a?q=1"] = answer(status=302, location="/b", set_cookie="id=1; Path=/")
    web.routes["/b"] = answer(PAGE, set_cookie="id=2")
    web.routes["/c"] = answer(PAGE)
    get(client, web.url("/a?q=1#top"))
    get(client, web.url("/c"))
    assert web.targets == ["/a?q=1", "/b", "/c"]
    for question in web.asked:
        assert question.headers["host"] == f"{HOST}:{web.port}"
        assert question.headers["user-agent"] == f"standoff/{__version__}"
        assert not {"cookie", "referer", "authorization", "from", "x-forwarded-for"} & set(question.headers)


def test_unchanged_since(web: Web, client: Client) -> None:
    def route(question: Question, send: Send) -> None:
        unchanged = question.headers.get("if-none-match") == '"1"'
        send(answer(status=304, etag='"1"') if unchanged else answer(PAGE, etag='"1"'))

    web.routes["/a"] = route
    assert get(client, web.url("/a")).status == 200
    assert get(client, web.url("/a"), etag='"1"', modified="Wed, 07 Aug 2013 10:00:00 GMT").status == 304
    assert web.asked[-1].headers["if-modified-since"] == "Wed, 07 Aug 2013 10:00:00 GMT"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int, web: Web, client: Client) -> None:
    web.routes["/old"] = answer(status=status, location="new%20page?x=é")
    web.routes["/new%20page?x=%C3%A9"] = answer(PAGE)
    assert get(client, web.url("/old")).address.url == web.url("/new%20page?x=%C3%A9")


@pytest.mark.parametrize(
    ("location", "words"),
    [("/a", "circle"), ("/b", "circle"), ("", "nowhere")],
)
def test_redirects_that_lead_nowhere(location: str, words: str, web: Web, client: Client) -> None:
    web.routes["/a"] = answer(status=301, location=location)
    web.routes["/b"] = answer(status=301, location="/a")
    assert words in str(failure(client, web.url("/a")))


def test_redirects_without_end(web: Web, client: Client) -> None:
    for n in range(20):
        web.routes[f"/{n}"] = answer(status=302, location=f"/{n + 1}")
    error = failure(client, web.url("/0"))
    assert (error.code, len(web.targets)) == ("redirects", 6)


@pytest.mark.parametrize(
    ("status", "code", "lasting"),
    [(404, "not-found", True), (410, "gone", True), (403, "forbidden", True), (401, "forbidden", True), (451, "forbidden", True),
     (500, "http-error", False), (503, "http-error", False), (429, "http-error", False), (206, "http-error", False), (204, "http-error", False)],
)  # fmt: skip
def test_a_status_that_is_no_page(status: int, code: str, lasting: bool, web: Web, client: Client) -> None:
    web.routes["/a"] = answer(b"" if status == 204 else b"no", status)
    error = failure(client, web.url("/a"))
    assert (error.code, error.status, error.lasting) == (code, status, lasting)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/octet-stream", "text/css"])
def test_what_is_no_page_is_not_read(kind: str, web: Web, client: Client) -> None:
    web.routes["/a"] = answer(b"x" * 100, kind=kind)
    error = failure(client, web.url("/a"))
    assert (error.code, error.lasting) == ("not-a-page", True)
    assert kind in str(error)


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/html",
        "TEXT/HTML;charset=x",
        "application/xhtml+xml",
        "text/plain",
        "application/rss+xml",
        "application/atom+xml; charset=utf-8",
        "text/xml",
        "application/feed+json",
    ],
)
def test_pages_and_feeds_are_read(kind: str, web: Web, client: Client) -> None:
    web.routes["/a"] = answer(PAGE, kind=kind)
    assert get(client, web.url("/a")).body


# size


def packed(data: bytes, wbits: int) -> bytes:
    squeeze = zlib.compressobj(9, wbits=wbits)
    return squeeze.compress(data) + squeeze.flush()


@pytest.mark.parametrize(("name", "wbits"), [("gzip", 31), ("x-gzip", 31), ("deflate", 15), ("deflate", -15)])
def test_packed_pages(name: str, wbits: int, web: Web, client: Client) -> None:
    body = (PAGE * 500).encode()
    web.routes["/a"] = answer(packed(body, wbits), content_encoding=name)
    assert get(client, web.url("/a")).body == body


def test_a_bomb_is_stopped_at_the_limit(web: Web, client: Client) -> None:
    bomb = gzip.compress(b"\0" * (60 * 1024 * 1024))
    web.routes["/a"] = answer(bomb, content_encoding="gzip")
    error = failure(client, web.url("/a"))
    assert error.code == "too-large"
    assert "unpacked" in str(error)


def test_a_bomb_in_a_bomb_stays_packed(web: Web, client: Client) -> None:
    inner = gzip.compress(b"\0" * 1_000_000)
    web.routes["/a"] = answer(gzip.compress(inner), content_encoding="gzip")
    assert get(client, web.url("/a")).body == inner
    web.routes["/b"] = answer(gzip.compress(inner), content_encoding="gzip, gzip")
    assert failure(client, web.url("/b")).code == "broken-answer"


def test_a_page_without_end_is_stopped_at_the_limit(web: Web, client: Client) -> None:
    sent = 0

    def endless(_: Question, send: Send) -> None:
        nonlocal sent
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _n in range(100_000):
            send(b"x" * 10_000)
            sent += 10_000

    web.routes["/a"] = endless
    assert failure(limited(client, max_bytes=1_000_000), web.url("/a")).code == "too-large"
    assert sent < 100_000_000


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 300 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip at all",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 999)[:-9],
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nxx",
    ],
)  # fmt: skip
def test_a_broken_answer_is_said_to_be_one(raw: bytes, web: Web, client: Client) -> None:
    web.routes["/a"] = lambda _, send: send(raw)
    assert failure(client, web.url("/a")).code in ("broken-answer", "no-connection", "http-error")


# time


@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"]
)
def test_a_server_that_drips_is_left_when_the_time_is_over(
    head: bytes, web: Web, client: Client, clock: TestClock
) -> None:
    def drip(_: Question, send: Send) -> None:
        send(head)
        for _n in range(1000):
            send(b"x")
            clock.time += 5
            time.sleep(0.001)

    web.routes["/robots.txt"] = answer(b"", 404)
    web.routes["/a"] = drip
    error = failure(client, web.url("/a"))
    assert (error.code, error.lasting) == ("too-slow", False)
    assert "60 s" in str(error)


def test_a_server_that_falls_silent(web: Web, client: Client) -> None:
    ended = threading.Event()

    def silent(_: Question, send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\n")
        ended.wait(5)

    web.routes["/a"] = silent
    quick = limited(client, silence_seconds=0.1)
    assert "silent" in str(failure(quick, web.url("/a")))
    ended.set()


def test_a_dripping_server_in_real_time(web: Web, names: Names) -> None:
    sent: list[int] = []

    def drip(_: Question, send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for n in range(500):
            send(b"x")
            sent.append(n)
            time.sleep(0.02)

    web.routes["/a"] = drip
    policy = Policy(private_hosts=frozenset({HOST}), total_seconds=0.3, delay=0)
    assert failure(Client(policy, resolve=names, clock=SystemClock()), web.url("/a")).code == "too-slow"
    assert len(sent) < 500


# robots.txt and pace


def test_robots_txt_is_asked_once_and_obeyed(web: Web, client: Client) -> None:
    web.routes["/robots.txt"] = answer("User-agent: *\nDisallow: /shut", kind="text/plain")
    for name in ("/a", "/b", "/shut/c"):
        web.routes[name] = answer(PAGE)
    get(client, web.url("/a"))
    get(client, web.url("/b"))
    error = failure(client, web.url("/shut/c"))
    assert (error.code, error.lasting) == ("robots", True)
    assert [question.target for question in web.asked] == ["/robots.txt", "/a", "/b"]


def test_robots_txt_holds_for_where_a_redirect_leads(web: Web, client: Client) -> None:
    web.routes["/robots.txt"] = answer("User-agent: standoff\nDisallow: /shut", kind="application/octet-stream")
    web.routes["/a"] = answer(status=302, location="/shut")
    assert failure(client, web.url("/a")).code == "robots"
    assert web.targets == ["/a"]


@pytest.mark.parametrize(
    ("route", "allowed"),
    [
        (answer(b"", 404), True),
        (answer(b"", 403), True),
        (answer(b"", 410), True),
        (answer(b"", 429), False),
        (answer(b"", 500), False),
        (answer(b"", 503), False),
        (answer(status=301, location="/elsewhere.txt"), False),
        (answer(status=301, location="http://127.0.0.1/"), False),
        (answer(b"\xff\xfe\x00garbage", 200), True),
        (b"no http", False),
    ],
)
def test_a_robots_txt_that_cannot_be_had(route: bytes, allowed: bool, web: Web, client: Client) -> None:
    web.routes["/robots.txt"] = route
    web.routes["/elsewhere.txt"] = answer("User-agent: *\nDisallow: /")
    web.routes["/a"] = answer(PAGE)
    if allowed:
        assert get(client, web.url("/a")).status == 200
    else:
        failure(client, web.url("/a"))
        assert web.targets in ([], ["/elsewhere.txt"])


def test_of_a_robots_txt_beyond_all_measure_the_beginning_counts(web: Web, client: Client) -> None:
    head = "User-agent: *\nDisallow: /shut\n"
    web.routes["/robots.txt"] = answer(head + "# padding\n" * 1_000_000 + "Disallow: /open\n", kind="text/plain")
    web.routes["/open"] = answer("<p>x")
    assert get(client, web.url("/open")).status == 200
    assert failure(client, web.url("/shut")).code == "robots"


def test_one_question_a_second(web: Web, client: Client, clock: TestClock) -> None:
    for n in range(3):
        web.routes[f"/{n}"] = answer(PAGE)
        get(client, web.url(f"/{n}"))
    assert clock.slept == [1.0, 1.0, 1.0]  # after robots.txt, and between the pages


def test_a_site_may_ask_for_more_time(web: Web, client: Client, clock: TestClock) -> None:
    web.routes["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 12", kind="text/plain")
    for n in range(3):
        web.routes[f"/{n}"] = answer(PAGE)
        get(client, web.url(f"/{n}"))
    assert clock.slept == [1.0, 12.0, 12.0]


def test_a_site_that_asks_for_hours_is_left_alone(web: Web, client: Client) -> None:
    web.routes["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 86400", kind="text/plain")
    web.routes["/a"] = answer(PAGE)
    assert "86400" in str(failure(client, web.url("/a")))
    assert web.targets == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_fewer_questions_is_left_alone(status: int, web: Web, client: Client) -> None:
    web.routes["/a"] = answer(b"", status, retry_after="120")
    web.routes["/b"] = answer(PAGE)
    failure(client, web.url("/a"))
    error = failure(client, web.url("/b"))
    assert (error.code, error.lasting, web.targets) == ("host-left-alone", False, ["/a"])
    assert "120 s" in str(error)


def test_a_host_that_cannot_be_reached(client: Client, names: Names) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    names.known[HOST] = [["127.0.0.1"]]
    assert failure(client, f"http://{HOST}:{port}/").code == "no-connection"
    assert failure(client, "http://nowhere.test/").code == "no-such-host"


def test_the_next_number_is_tried(web: Web, client: Client, names: Names) -> None:
    names.known[HOST] = [["::1", "127.0.0.1"]]
    web.routes["/a"] = answer(PAGE)
    assert get(client, web.url("/a")).status == 200


# TLS


@pytest.fixture
def secure() -> Iterator[int]:
    """The port of a server whose certificate is for news.test."""
    with secure_server() as port:
        yield port


@pytest.fixture
def trusting(names: Names, clock: TestClock) -> Client:
    names.known["other.test"] = [["127.0.0.1"]]
    policy = Policy(private_hosts=frozenset({HOST, "other.test"}))
    return Client(policy, resolve=names, clock=clock, tls=believing())


def test_a_certificate_for_the_host_is_believed_at_the_number_connected_to(secure: int, trusting: Client) -> None:
    assert get(trusting, f"https://{HOST}:{secure}/").body == PAGE.encode()


def test_a_certificate_for_another_host_is_not(secure: int, trusting: Client) -> None:
    error = failure(trusting, f"https://other.test:{secure}/")
    assert error.code == "bad-certificate"
    assert "other.test" in str(error)


def test_a_certificate_that_nobody_vouches_for_is_not(secure: int, client: Client) -> None:
    assert failure(client, f"https://{HOST}:{secure}/").code == "bad-certificate"


def test_a_machine_without_authorities_has_those_of_certifi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    context = trusted()
    assert context.cert_store_stats()["x509_ca"] > 50
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_a_server_that_speaks_no_tls(web: Web, trusting: Client) -> None:
    quick = limited(trusting, connect_seconds=0.3)
    assert failure(quick, f"https://{HOST}:{web.port}/").code in ("no-connection", "broken-answer", "too-slow")
