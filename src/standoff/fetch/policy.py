"""What may be fetched and how much of it: public hosts on web ports, within limits."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

from standoff import __version__
from standoff.errors import FetchError
from standoff.fetch.address import Address, IpAddress

TOKEN = "standoff"  # the name that robots.txt knows us by  # noqa: S105
_PUBLIC6 = IPv6Network("2000::/3")
_SPECIAL = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip
"""What IANA keeps for special purposes, written out: Python's own list differs from release to release."""
_NAT64 = IPv6Network("64:ff9b::/96")  # how networks without IPv4 reach an IPv4 host
_OWN = tuple(
    ip_network(block)
    for block in (
        "10.0.0.0/8",
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "::1/128",
        "fc00::/7",
    )
)
"""Networks of one's own: what `private_hosts` may open. Link-local, multicast and reserved addresses stay shut."""

Resolver = Callable[[str, int], Sequence[str]]
"""The numbers that a host's name leads to; an OSError where it leads nowhere."""


def system_resolver(host: str, port: int) -> list[str]:
    """The numbers that this machine's resolver gives for a name, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Where a fetch may lead and how much it may cost.

    Hosts named in `private_hosts` may lie in a network of one's own and listen on any port: a person who reads pages of
    an intranet names its host. A switch for all would let a redirect of any public page reach the router.
    """

    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    private_hosts: frozenset[str] = frozenset()
    max_bytes: int = 5 * 1024 * 1024  # as sent
    max_unpacked: int = 50 * 1024 * 1024
    max_redirects: int = 5
    connect_seconds: float = 10.0
    silence_seconds: float = 20.0  # between two pieces of an answer
    total_seconds: float = 60.0  # of one answer, however it trickles in
    delay: float = 1.0  # seconds between two questions to one host
    max_delay: float = 300.0  # a site that asks for more is left alone
    agent: str = f"{TOKEN}/{__version__}"

    def check(self, address: Address) -> None:
        """Looks at what an address says, before its name is looked up.

        Raises:
            FetchError: its host or port is refused.
        """
        if address.host in self.private_hosts:
            return
        if address.host == "localhost" or address.host.endswith((".localhost", ".localdomain")):
            raise self._refused(address, "its host is this machine")
        if address.ip:
            self.check_number(address, address.ip)
        if address.port not in self.ports:
            usual = ", ".join(map(str, sorted(self.ports)))
            raise self._refused(address, f"port {address.port} is none of the web's ({usual})")

    def numbers(self, address: Address, resolve: Resolver) -> list[str]:
        """The numbers that may be connected to. All that a name leads to must be allowed: a mixed answer is a trap.

        Raises:
            FetchError: the name leads nowhere, or to a number that is refused.
        """
        self.check(address)
        if address.ip:
            return [str(address.ip)]
        try:
            found = [ip_address(number.partition("%")[0]) for number in resolve(address.host, address.port)]
        except (OSError, ValueError) as e:
            reason = getattr(e, "strerror", None) or str(e)
            message = f"{address.url} cannot be fetched: there is no host {address.host} ({reason})"
            raise FetchError(message, code="no-such-host", hint="check the address and the connection") from e
        if not found:
            message = f"{address.url} cannot be fetched: {address.host} leads to no number"
            raise FetchError(message, code="no-such-host", hint="check the address")
        for number in found:
            self.check_number(address, number)
        return [str(number) for number in found]

    def check_number(self, address: Address, number: IpAddress) -> None:
        """Looks at the number that is to be connected to.

        Raises:
            FetchError: it is not public, and the host is none of `private_hosts`.
        """
        inner = _unwrapped(number)
        own = address.host in self.private_hosts and any(
            inner in block for block in _OWN if block.version == inner.version
        )
        if not own and not is_public(inner):
            where = str(number) if inner == number else f"{number} ({inner})"
            raise self._refused(address, f"it leads to {where}, which is not on the public internet")

    def _refused(self, address: Address, cause: str) -> FetchError:
        hint = f"if it is a host of your own, name it: --private {address.host}"
        return FetchError(f"{address.url} is not fetched: {cause}", code="address-refused", hint=hint, lasting=True)


def is_public(number: IpAddress) -> bool:
    """True for a number that any machine on the internet may be reached by.

    >>> is_public(ip_address("169.254.169.254")), is_public(ip_address("::ffff:127.0.0.1")), is_public(ip_address("1.1.1.1"))
    (False, False, True)
    """
    number = _unwrapped(number)
    if number.is_multicast or any(number in block for block in _SPECIAL if block.version == number.version):
        return False
    return isinstance(number, IPv4Address) or number in _PUBLIC6


def _unwrapped(number: IpAddress) -> IpAddress:
    """The IPv4 number that an IPv6 number stands for, where it stands for one."""
    if isinstance(number, IPv4Address):
        return number
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo
    return number.ipv4_mapped or number.sixtofour or (teredo[1] if teredo else number)
