"""Publishers by host, and the agencies that credits name, from `publishers.toml`."""

import re
from functools import cache

import msgspec

from standoff.lexicon import load_table


class Publisher(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publisher: the first name is the one given as such."""

    id: str
    names: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    agency: bool = False
    day_first: bool | None = None


class PublisherTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`publishers.toml`."""

    publisher: tuple[Publisher, ...]


@cache
def _by_host() -> dict[str, Publisher]:
    return {host: entry for entry in load_table("publishers", PublisherTable).publisher for host in entry.hosts}


@cache
def _by_name() -> dict[str, Publisher]:
    return {
        name.casefold(): entry for entry in load_table("publishers", PublisherTable).publisher for name in entry.names
    }


@cache
def agency_names() -> tuple[str, ...]:
    """How credits write the agencies, longest first."""
    table = load_table("publishers", PublisherTable).publisher
    return tuple(sorted((n for entry in table if entry.agency for n in entry.names), key=lambda n: (-len(n), n)))


@cache
def agency_pattern() -> str:
    """A pattern that takes any agency's name as credits write it, for use inside others."""
    return "|".join(re.escape(name) for name in agency_names())


def host_of(url: str | None) -> str | None:
    """The host of an address, without `www.` and port; None where it has none.

    >>> host_of("https://www.example.org:443/world"), host_of("talks.txt")
    ('example.org', None)
    """
    found = re.match(r"[a-z][a-z0-9+.\-]*://(?:[^/@\s]*@)?([^/:?#\s]+)", (url or "")[:2000].lower())
    if not found:
        return None
    host = found[1]
    for prefix in ("www.", "m.", "amp.", "edition.", "mobile."):
        host = host.removeprefix(prefix)
    return host


def publisher_of(url: str | None) -> Publisher | None:
    """The publisher of an address, by its host or one above it."""
    host = host_of(url)
    while host and "." in host:
        if found := _by_host().get(host):
            return found
        host = host.partition(".")[2]
    return None


def publisher_named(name: str) -> Publisher | None:
    """The publisher of that name in any of its spellings."""
    return _by_name().get(" ".join(name.split()).casefold())


_DAY_FIRST = ("uk", "au", "nz", "ie", "in", "za", "pk", "sg", "my", "ng", "ke", "fr", "de", "it", "es", "pt", "nl", "be", "at", "ch", "eu", "ru", "tr", "br", "ar")  # fmt: skip


def day_first(url: str | None) -> bool | None:
    """Whether `06/07/2013` is the sixth of July there; None where the address does not tell."""
    entry = publisher_of(url)
    if entry is not None and entry.day_first is not None:
        return entry.day_first
    host = host_of(url)
    if host is None:
        return None
    return True if host.rpartition(".")[2] in _DAY_FIRST else None
