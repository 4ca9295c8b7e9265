"""What `standoff read --fetch` and `standoff follow` share: the options of fetching, and the one who fetches."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.errors import UsageError

if TYPE_CHECKING:
    from standoff.fetch.pages import Fetcher
    from standoff.model import PageInput
    from standoff.read import Unreadable

    Found = tuple[str, PageInput | Unreadable]

FetchOption = Annotated[
    bool,
    typer.Option("--fetch", help="Fetch addresses, and lists of them. Without it nothing is asked of the network."),
]
DelayOption = Annotated[
    float | None,
    typer.Option("--delay", min=0, max=300, help="Seconds between two questions to one host; 1 without it."),
]
PrivateOption = Annotated[
    list[str] | None,
    typer.Option("--private", metavar="HOST", help="A host of your own network, which may be asked too; repeatable."),
]
ProxyOption = Annotated[
    bool, typer.Option("--proxy", help="Ask through the proxy that the environment names, which then looks names up.")
]
_PROXIES = ("https_proxy", "http_proxy", "all_proxy", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")


@contextmanager
def fetcher(
    path: Path, *, delay: float | None, private: Iterable[str] | None, proxy: bool, numbered: bool
) -> "Iterator[Fetcher]":
    """Who fetches pages for the record at `path`, made where missing.

    Args:
        path: the record, which remembers what was fetched.
        delay: seconds between two questions to one host.
        private: hosts that may lie in a network of one's own.
        proxy: whether to ask through the proxy that the environment names.
        numbered: whether this is a run that, cut off, goes on where it was.
    """
    from standoff.cli.output import progress
    from standoff.fetch.client import Client
    from standoff.fetch.pages import Fetcher
    from standoff.fetch.policy import Policy
    from standoff.fetch.proxy import Proxies, environment_proxies
    from standoff.record import Record
    from standoff.record.visits import Visits

    if not proxy and (named := next((name for name in _PROXIES if os.environ.get(name)), None)):
        progress(
            f"{named} is set and not used: addresses are asked for directly, so that they can be checked; see --proxy"
        )
    policy = Policy(private_hosts=frozenset(map(host_named, private or ())), delay=1.0 if delay is None else delay)
    proxies = environment_proxies() if proxy else Proxies()
    with Visits(Record.open(path, create=True)) as visits:
        if numbered and visits.cut_off:
            progress("the run before was cut off: what it fetched is not asked for again")
        yield Fetcher(Client(policy, proxies=proxies), visits, visits.begin() if numbered else 0)
        if numbered:
            visits.end()


@contextmanager
def fetching(
    asked: bool, path: Path, *, delay: float | None, private: Iterable[str] | None, proxy: bool
) -> "Iterator[Callable[[Iterable[Found]], Iterable[Found]]]":
    """What puts the pages of addresses in their place among what was found; it changes nothing where nobody asked."""
    if not asked:
        yield lambda found: found
        return
    from standoff.fetch.pages import fetched

    with fetcher(path, delay=delay, private=private, proxy=proxy, numbered=True) as one:
        yield lambda found: fetched(found, one)


def host_named(host: str) -> str:
    """A host as `--private` names it.

    Raises:
        UsageError: it is an address or holds a port.
    """
    from standoff.errors import FetchError
    from standoff.fetch.address import parse_address

    try:
        address = parse_address(f"http://{host}")
    except FetchError as e:
        raise UsageError(f"--private {host}: {e}", hint="give a host's name or number alone") from e
    if address.target != "/" or address.port != 80:
        raise UsageError(f"--private {host} is more than a host", hint=f"--private {address.host}")
    return address.host
