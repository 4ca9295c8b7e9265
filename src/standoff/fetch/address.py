"""The address of a page, taken apart once: what is checked is what is connected to and asked for."""

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, urljoin, urlsplit

from standoff.errors import FetchError

IpAddress = IPv4Address | IPv6Address
PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2048
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_NEVER = re.compile(r"[\t\r\n\\\ud800-\udfff]")
_LOGIN = re.compile(r"//[^/?#\s]*@")
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_SAFE = "/%:=&?~+!$,;'@()*[]-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address; the host in lower case, its name in ASCII, the target percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port: what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in one line."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def ip(self) -> IpAddress | None:
        """The number that the host is, where it is written as one."""
        try:
            return ip_address(self.host)
        except ValueError:
            return None


def parse_address(text: str, *, base: Address | None = None) -> Address:
    """The address that a line, a link or a redirect names; relative ones count from `base`.

    >>> parse_address("HTTPS://News.Example:443/a b#top").url
    'https://news.example/a%20b'

    Raises:
        FetchError: it is no http or https address, or written in a way that hides where it leads.
    """
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise _refused(text[:80] + "…", f"it has {len(text):,} characters, the limit is {MAX_LENGTH:,}")
    try:
        whole = urljoin(base.url, text) if base else text
        parts = urlsplit(whole)
        name, port = parts.hostname or "", parts.port
    except ValueError as e:
        raise _refused(text, f"it is no address ({e})") from e
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise _refused(text, "only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise _refused(text, "it holds a user name or password", "take the part before @ out")
    if _ODD.search(parts.netloc) or _NEVER.search(text):
        raise _refused(text, "it holds characters that no address has")
    target = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return Address(scheme, _host(name, text), PORTS[scheme] if port is None else port, target)


def _host(name: str, text: str) -> str:
    """The host as it is looked up and connected to."""
    if ":" in name:  # IPv6, taken out of its brackets
        try:
            return str(IPv6Address(name.replace("%", " ")))  # a zone (`%eth0`) is a door of this machine
        except ValueError as e:
            raise _refused(text, f"{name} is no IPv6 address") from e
    labels = [_ascii(label) for label in re.split("[.。]", unicodedata.normalize("NFKC", name).lower())]
    if len(labels) > 1 and not labels[-1]:
        labels.pop()  # the dot that ends a whole name
    host = ".".join(labels)
    if len(host) > 253 or not all(len(label) < 64 and _NAME.fullmatch(label) for label in labels):
        raise _refused(text, "it names no host")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return str(IPv4Address(host))
        except ValueError as e:
            raise _refused(text, f"its host {host} is a number that is no plain IPv4 address") from e
    return host


def _ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


def _refused(text: str, cause: str, hint: str = "write it as https://host/path") -> FetchError:
    return FetchError(f"{shown(text)} is not fetched: {cause}", code="address-refused", hint=hint, lasting=True)


def shown(text: str) -> str:
    """An address as it may be printed and kept: without user name and password, in characters that can be written.

    >>> shown("http://user:secret@news.example/a")
    'http://…@news.example/a'
    """
    return _LOGIN.sub("//…@", text).encode("utf-8", "backslashreplace").decode("utf-8")
