"""An address -> what its server sends: robots.txt asked first, one question at a time, redirects checked anew."""

import re
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path

from standoff.errors import FetchError
from standoff.fetch.address import Address, parse_address
from standoff.fetch.clock import Clock, Pace, SystemClock
from standoff.fetch.policy import TOKEN, Policy, Resolver, system_resolver
from standoff.fetch.proxy import Proxies, Proxy
from standoff.fetch.robots import MAX_CHARS, Robots, parse_robots
from standoff.fetch.wire import Exchange, Headers, Reply

_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_TYPES = re.compile(
    r"text/(?:html|plain|xml)|application/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|x-rss\+xml|x-atom\+xml)"
)
_MAX_FAILURES = 3  # of one host in a row


def _wanted(status: int, headers: Headers) -> bool:
    """True for the bodies that are read."""
    return status == 200 and _TYPES.fullmatch(_kind(headers) or "text/html") is not None


def _kind(headers: Headers) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()[:100]


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as its server sent it, or word that it is unchanged. `day` is the server's own day, from its `Date`."""

    address: Address
    status: int
    kind: str = ""
    charset: str | None = None
    body: bytes = b""
    etag: str | None = None
    modified: str | None = None
    day: str | None = None


@dataclass(slots=True)
class _Site:
    """What a run knows of a host: how often it failed in a row, and why it is left alone."""

    failures: int = 0
    shut: str = ""


@dataclass(slots=True)
class Client:
    """Asks for pages within a policy. One run of a program has one: it remembers each site's robots.txt and its pace."""

    policy: Policy = field(default_factory=Policy)
    resolve: Resolver = system_resolver
    clock: Clock = field(default_factory=SystemClock)
    tls: ssl.SSLContext = field(default_factory=lambda: trusted())
    proxies: Proxies = field(default_factory=Proxies)
    pace: Pace = field(init=False)
    _robots: dict[str, Robots | FetchError] = field(init=False, default_factory=dict)
    _sites: dict[str, _Site] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.pace = Pace(self.clock)

    def get(
        self, address: Address, *, etag: str | None = None, modified: str | None = None, delay: float | None = None
    ) -> Answer:
        """The page at an address. With what an earlier answer said of itself, status 304 says that it is unchanged.

        Raises:
            FetchError: the address, or one it leads to, is refused, or there is no page to be had.
        """
        since = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        here, seen = address, {address}
        for _ in range(self.policy.max_redirects + 1):
            self._permit(here)
            reply = self._ask(here, {"Accept": _ACCEPT, **since}, delay)
            if reply.status not in _REDIRECTS:
                return _answer(here, reply)
            here = _next(address, here, reply.headers)
            if here in seen:
                raise _failed(address, "redirects", f"its redirects lead in a circle, by {here.url}", lasting=True)
            seen.add(here)
        raise _failed(address, "redirects", f"it redirects more than {self.policy.max_redirects} times", lasting=True)

    def _permit(self, address: Address) -> None:
        """Asks the site's robots.txt, once a run.

        Raises:
            FetchError: it forbids the address, or cannot be had.
        """
        self.policy.check(address)
        found = self._robots.get(address.origin)
        if found is None:
            try:
                found = self._read_robots(Address(address.scheme, address.host, address.port, "/robots.txt"))
            except FetchError as e:
                found = e
            self._robots[address.origin] = found
        if isinstance(found, FetchError):
            if found.code == "robots":
                raise _failed(address, "robots", str(found), hint="try again later")
            raise FetchError(_of(address, found), code=found.code, hint=found.hint, lasting=found.lasting) from found
        if not found.allows(address.target):
            raise _failed(
                address, "robots", "its robots.txt forbids it", hint="ask the site, or save it by hand", lasting=True
            )
        if found.delay and found.delay > self.policy.max_delay:
            cause = f"its robots.txt asks for {found.delay:g} s between two questions; the limit is {self.policy.max_delay:g} s"
            raise _failed(address, "robots", cause, hint="save it by hand", lasting=True)

    def _read_robots(self, address: Address) -> Robots:
        """What a site's robots.txt says: all is allowed where there is none, nothing where its server is in trouble."""
        here = address
        for _ in range(self.policy.max_redirects + 1):
            reply = self._ask(
                here, {"Accept": "text/plain"}, None, wanted=lambda status, _: status == 200, enough=MAX_CHARS
            )
            if reply.status in _REDIRECTS and reply.headers.get("location"):
                here = _next(address, here, reply.headers)
                continue
            if reply.status == 200:
                return parse_robots(reply.body.decode("utf-8", errors="replace"), TOKEN)
            if reply.status >= 500 or reply.status == 429:
                message = f"its robots.txt cannot be had now (the server answers {reply.status})"
                raise FetchError(message, code="robots", status=reply.status)
            return Robots()
        return Robots()

    def _ask(
        self,
        address: Address,
        headers: Headers,
        delay: float | None,
        *,
        wanted: Callable[[int, Headers], bool] = _wanted,
        enough: int | None = None,
    ) -> Reply:
        """One question, after the wait that its host is owed."""
        site = self._sites.setdefault(address.host, _Site())
        if site.shut:
            raise _failed(address, "host-left-alone", site.shut, hint="try again later")
        proxy = None if address.host in self.policy.private_hosts else self.proxies.way(address)
        numbers = self._proxy_numbers(address, proxy) if proxy else self.policy.numbers(address, self.resolve)
        self.pace.wait(address.host, self._delay(address, delay))
        sent = {"User-Agent": self.policy.agent, "Accept-Encoding": "gzip, deflate", **headers}
        try:
            reply = Exchange(self.policy, self.clock, self.tls).ask(
                address, numbers, sent, wanted, proxy=proxy, enough=enough
            )
        except FetchError as e:
            if e.code in ("no-connection", "too-slow"):
                site.failures += 1
                if site.failures >= _MAX_FAILURES:
                    site.shut = f"{address.host} failed {site.failures} times in a row in this run"
            raise
        site.failures = 0
        if reply.status in _BUSY:
            again = reply.headers.get("retry-after", "").strip()[:20]
            when = f", to come back after {again} s" if again.isdigit() else ""
            site.shut = f"{address.host} asked for fewer questions (status {reply.status}{when})"
        return reply

    def _proxy_numbers(self, address: Address, proxy: Proxy) -> Sequence[str]:
        """Where the proxy is; what the address itself says is checked all the same."""
        self.policy.check(address)
        try:
            return self.resolve(proxy.host, proxy.port)
        except OSError as e:
            message = f"{address.url} cannot be fetched: there is no proxy {proxy.host}"
            raise FetchError(message, code="no-such-host", hint="check https_proxy, or leave --proxy out") from e

    def _delay(self, address: Address, delay: float | None) -> float:
        robots = self._robots.get(address.origin)
        asked = robots.delay if isinstance(robots, Robots) and robots.delay else 0.0
        return max(self.policy.delay if delay is None else delay, min(asked, self.policy.max_delay))


def trusted() -> ssl.SSLContext:
    """Who is believed about a host's name: the system's certificate authorities, else those of certifi."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not paths.cafile and not (paths.capath and any(Path(paths.capath).iterdir())):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _charset(headers: Headers) -> str | None:
    found = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:\-]{2,40})", headers.get("content-type", ""), re.IGNORECASE)
    return found[1] if found else None


def _answer(address: Address, reply: Reply) -> Answer:
    """The answer where it is a page or says that there is nothing new."""
    headers = reply.headers
    if reply.status not in (200, 304):
        raise _no_page(address, reply.status)
    kind = _kind(headers)
    if reply.status == 200 and not _wanted(200, headers):
        cause = f"it is no page but {kind}"
        raise _failed(address, "not-a-page", cause, hint="save it to a file and read that", lasting=True, status=200)
    return Answer(
        address=address,
        status=reply.status,
        kind=kind,
        charset=_charset(headers),
        body=reply.body,
        etag=headers.get("etag"),
        modified=headers.get("last-modified"),
        day=_day(headers.get("date")),
    )


def _no_page(address: Address, status: int) -> FetchError:
    """Why a status is no page."""
    causes = {
        401: ("forbidden", "the server wants a login", "save it by hand", True),
        402: ("forbidden", "the server wants a payment", "save it by hand", True),
        403: ("forbidden", "the server refuses it", "save it by hand", True),
        404: ("not-found", "there is no such page", "check the address", True),
        410: ("gone", "the page was taken away", "look for it in an archive", True),
        451: ("forbidden", "it is withheld for legal reasons", "look for it in an archive", True),
    }
    default = ("http-error", f"the server answers {status}", "try again later", False)
    code, cause, hint, lasting = causes.get(status, default)
    return _failed(address, code, cause, hint=hint, lasting=lasting, status=status)


def _next(asked: Address, here: Address, headers: Headers) -> Address:
    """Where a redirect leads."""
    location = headers.get("location", "").strip()
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")  # header bytes come as Latin-1; most servers mean UTF-8
    if not location:
        raise _failed(asked, "redirects", "it redirects to nowhere")
    try:
        return parse_address(location, base=here)
    except FetchError as e:
        raise FetchError(f"{asked.url} redirects: {e}", code=e.code, hint=e.hint, lasting=True) from e


def _day(date: str | None) -> str | None:
    """The day of a `Date` header in UTC; None where it is none."""
    try:
        return parsedate_to_datetime(date).astimezone(UTC).date().isoformat() if date else None
    except (ValueError, OverflowError):
        return None


def _of(address: Address, error: FetchError) -> str:
    """What went wrong with a site's robots.txt, told of the page that was asked for."""
    told = str(error)
    return told.replace(f"{address.origin}/robots.txt", address.url, 1)


def _failed(
    address: Address, code: str, cause: str, *, hint: str = "check the address", lasting: bool = False, status: int = 0
) -> FetchError:
    return FetchError(f"{address.url} is not read: {cause}", code=code, hint=hint, status=status, lasting=lasting)
