"""Where a fetch may not lead: checked on what is connected to, on every hop."""

from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.conftest import HOST, Names, TestClock, Web, answer

from standoff.errors import FetchError
from standoff.fetch.address import parse_address
from standoff.fetch.client import Client
from standoff.fetch.policy import Policy, is_public

NO_ADDRESS = [
    ("file:///etc/hosts", "only http"),
    ("gopher://news.test/", "only http"),
    ("ftp://news.test/a", "only http"),
    ("javascript:alert(1)", "only http"),
    ("data:text/html,x", "only http"),
    ("//news.test/a", "only http"),
    ("news.test/a", "only http"),
    ("", "only http"),
    ("http://", "no host"),
    ("http:///a", "no host"),
    ("http://user:pass@news.test/", "user name"),
    ("http://user@news.test/", "user name"),
    ("http://news.test@127.0.0.1/", "user name"),
    ("http://127.0.0.1#@news.test/", "not on the public internet"),
    ("http://news.test\\@127.0.0.1/", "user name"),
    ("http://news.test\\.evil.test/", "characters"),
    ("http://news\ttest/", "characters"),
    ("http://news test/", "characters"),
    ("http://news%2etest/", "no host"),
    ("http://[::1", "no address"),
    ("http://[::1%25eth0]/", "no IPv6"),
    ("http://news..test/", "no host"),
    ("http://" + "a" * 64 + ".test/", "no host"),
    ("http://news.test:99999/", "no address"),
    ("http://news.test/" + "a" * 3000, "limit"),
]

NOT_PUBLIC = [
    "http://127.0.0.1/",
    "http://127.8.9.1/",
    "http://0.0.0.0/",
    "http://0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.0.8/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://203.0.113.9/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.000.000.001/",
    "http://１２７.0.0.1/",
    "http://127。0。0。1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://gate.localhost/",
    "http://localhost.localdomain/",
]

PORTS = [22, 23, 25, 110, 111, 143, 445, 465, 587, 3306, 5432, 6379, 6667, 9200, 11211]


@pytest.fixture
def strict(names: Names, clock: TestClock) -> Client:
    """As a client is, unless a person names a host of their own."""
    return Client(Policy(), resolve=names, clock=clock)


def refusal(client: Client, url: str) -> FetchError:
    with pytest.raises(FetchError) as error:
        client.get(parse_address(url))
    return error.value


@pytest.mark.parametrize(("url", "words"), NO_ADDRESS)
def test_what_is_no_address_of_the_web_is_refused(url: str, words: str, strict: Client, names: Names) -> None:
    error = refusal(strict, url)
    assert words in str(error)
    assert (error.code, error.lasting, bool(error.hint)) == ("address-refused", True, True)
    assert names.looked_up == []


@pytest.mark.parametrize("url", NOT_PUBLIC)
def test_what_is_not_public_is_refused(url: str, strict: Client, names: Names) -> None:
    error = refusal(strict, url)
    assert (error.code, names.looked_up) == ("address-refused", [])


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.7", "fe80::1%eth0"]
)
def test_a_name_that_leads_there_is_refused(number: str, strict: Client, names: Names) -> None:
    names.known["trap.test"] = [[number]]
    assert refusal(strict, "http://trap.test/").code == "address-refused"


def test_one_private_number_among_public_ones_is_refused(strict: Client, names: Names) -> None:
    names.known["trap.test"] = [["93.184.216.34", "127.0.0.1"]]
    assert refusal(strict, "http://trap.test/").code == "address-refused"


@pytest.mark.parametrize("port", PORTS)
def test_ports_that_are_not_the_webs_are_refused(port: int, strict: Client) -> None:
    assert "port" in str(refusal(strict, f"http://news.test:{port}/"))


def test_the_number_that_was_checked_is_the_one_connected_to(web: Web, client: Client, names: Names) -> None:
    """A name that changes between check and use gains nothing: it is looked up once for each question."""
    names.known[HOST] = [["127.0.0.1"], ["127.0.0.1"], ["93.184.216.34"]]
    web.routes["/a"] = answer("<p>Fine.</p>")
    assert client.get(parse_address(web.url("/a"))).status == 200
    assert names.looked_up == [HOST, HOST]  # for robots.txt and for the page


def test_a_name_that_changes_its_answers_is_checked_at_each(strict: Client, names: Names) -> None:
    names.known["rebind.test"] = [["93.184.216.34"], ["127.0.0.1"]]
    address = parse_address("http://rebind.test/")
    assert strict.policy.numbers(address, names) == ["93.184.216.34"]
    with pytest.raises(FetchError, match="not on the public internet"):
        strict.policy.numbers(address, names)


def test_a_name_that_turns_private_after_robots_txt_is_refused(web: Web, client: Client, names: Names) -> None:
    names.known[HOST] = [["127.0.0.1"], ["169.254.169.254"]]
    web.routes["/a"] = answer("<p>Fine.</p>")
    error = refusal(client, web.url("/a"))
    assert (error.code, web.targets) == ("address-refused", [])


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost:{port}/",
        "file:///etc/hosts",
        "http://2130706433/",
        "gopher://news.test/",
        "http://u:p@news.test/",
        "//169.254.169.254/latest",
    ],
)
def test_a_redirect_is_checked_as_the_first_address_was(target: str, web: Web, client: Client) -> None:
    where = target.format(port=web.port)
    web.routes["/a"] = answer(status=302, location=where)
    error = refusal(client, web.url("/a"))
    assert web.targets == ["/a"]
    assert error.code == "address-refused"


def test_a_host_of_ones_own_opens_no_other(web: Web, client: Client, names: Names) -> None:
    names.known["other.test"] = [["127.0.0.1"]]
    web.routes["/a"] = answer(status=302, location=web.url("/b", host="other.test"))
    web.routes["/b"] = answer("<p>Secret.</p>")
    assert refusal(client, web.url("/a")).code == "address-refused"
    assert "/b" not in web.targets


@pytest.mark.parametrize("number", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1"])
def test_a_host_of_ones_own_lies_in_a_network_of_ones_own(number: str, client: Client, names: Names) -> None:
    names.known[HOST] = [[number]]
    assert refusal(client, f"http://{HOST}/").code == "address-refused"


@pytest.mark.parametrize(
    "number", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_numbers_are_allowed(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("HTTP://News.Test:80/A b?q=é#top", "http://news.test/A%20b?q=%C3%A9"),
        ("https://news.test.:443", "https://news.test/"),
        ("http://bücher.test/", "http://xn--bcher-kva.test/"),
        ("http://faß.test/", "http://xn--fa-hia.test/"),
        ("http://ｎews。test/", "http://news.test/"),
        ("http://[2606:4700:0::1111]:8080/", "http://[2606:4700::1111]:8080/"),
        ("http://news.test/%7Ea/%2e%2e?x=%20", "http://news.test/%7Ea/%2e%2e?x=%20"),
        (" http://news.test/a\n", "http://news.test/a"),
    ],
)
def test_an_address_is_written_in_one_way(text: str, url: str) -> None:
    address = parse_address(text)
    assert address.url == url
    assert parse_address(url) == address


@given(st.text(alphabet="htps:/\\@#?&=%[].0123456789xaeéßA -_\t\n\x00。１", max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for whole in (text, "http://" + text):
        with suppress(FetchError):
            address = parse_address(whole)
            assert parse_address(address.url) == address
            parts = urlsplit(address.url)
            assert (parts.hostname, parts.username, parts.password) == (address.host, None, None)
            assert address.url.isascii()
            assert not set(address.url) & set(" \t\r\n\x00\\")
