"""Publishers by host, and the agencies that credits name, from `publishers.toml`."""

import re
from functools import cache, lru_cache

import msgspec

from standoff.lexicon import load_table
from standoff.lexicon.zones import Zone, zone_named


class Publisher(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publisher: the first name is the one given as such."""

    id: str
    names: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    agency: bool = False
    day_first: bool | None = None
    zone: str | None = None  # of `zones.toml`, where the end of its address does not tell


class PublisherTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`publishers.toml`. `desks`: last words of a credit that is no person's."""

    desks: tuple[str, ...] = ()
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


def credits_nobody(name: str) -> bool:
    """Whether a credit names an agency, a paper or a desk and no person.

    >>> credits_nobody("Associated Press"), credits_nobody("AFP Nairobi"), credits_nobody("City Desk"), credits_nobody("Ada Berg")
    (True, True, True, False)
    """
    words = name.casefold().split()
    if not words or publisher_named(name) is not None or words[-1] in load_table("publishers", PublisherTable).desks:
        return bool(words)
    return re.match(rf"(?:the\s+)?(?:{agency_pattern()})\b", name) is not None


_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/(?P<stamp>\d{4,14})[a-z_]{0,4}/|(?:archive\.(?:today|is|ph)/(?P<stamp2>\d{8,14})/)"
    r"|(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<s>s/)?|[\w.\-]{1,200}\.ampproject\.org/[a-z]/(?P<s2>s/)?)(?P<rest>\S+)",
    re.IGNORECASE,
)


def real_address(url: str | None) -> str | None:
    """The publisher's own address of a page that is shown by an archive or a cache; any other address as it is.

    >>> real_address("https://web.archive.org/web/20130807120000/http://example.org/talks")
    'http://example.org/talks'
    >>> real_address("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/talks")
    'https://www.example.org/talks'
    """
    found = _ARCHIVED.match((url or "")[:2000])
    if not found:
        return url
    rest = found["rest"]
    return rest if "://" in rest[:10] else f"{'https' if found['s'] or found['s2'] else 'http'}://{rest}"


def archived_on(url: str | None) -> str | None:
    """The day on which an archive took the page, as its address tells; None for other addresses.

    >>> archived_on("https://web.archive.org/web/20130807120000/http://example.org/talks")
    '2013-08-07'
    """
    found = _ARCHIVED.match((url or "")[:2000])
    stamp = (found["stamp"] or found["stamp2"] or "") if found else ""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if len(stamp) >= 8 else None


@lru_cache(maxsize=64)  # the same page's is asked for by many rules
def host_of(url: str | None) -> str | None:
    """The host of an address, without `www.` and port; None where it has none.

    >>> host_of("https://www.example.org:443/world"), host_of("talks.txt")
    ('example.org', None)
    """
    found = re.match(r"[a-z][a-z0-9+.\-]*://(?:[^/@\s]*@)?([^/:?#\s]+)", (real_address(url) or "")[:2000].lower())
    if not found:
        return None
    host = found[1]
    for prefix in ("www.", "m.", "amp.", "edition.", "mobile."):
        host = host.removeprefix(prefix)
    return host


def own_label(url: str | None) -> str:
    """What an address's host is called, as one word; empty where it has no host.

    >>> own_label("https://www.skarn-post.co.uk/world")
    'skarnpost'
    """
    return max((host_of(url) or "").split("."), key=len).replace("-", "")


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


def zone_of(url: str | None) -> Zone | None:
    """The clock of whoever publishes at an address, by the publisher or the end of the address; None where neither tells."""
    entry = publisher_of(url)
    if entry is not None and entry.zone is not None:
        return zone_named(entry.zone)
    host = host_of(url)
    return zone_named(host.rpartition(".")[2]) if host else None


_MONTH_FIRST = ("en-us", "en-ph")


def day_first(url: str | None, *, language: str | None = None) -> bool | None:
    """Whether `06/07/2013` is the sixth of July there; None where neither the address nor the page's language tells.

    Args:
        url: the page's address.
        language: the language that the page declares, `en-GB`: a hint, asked last.
    """
    entry = publisher_of(url)
    if entry is not None and entry.day_first is not None:
        return entry.day_first
    if (zone := zone_of(url)) is not None and zone.day_first is not None:
        return zone.day_first
    tag = (language or "").strip().lower().replace("_", "-")
    if tag in _MONTH_FIRST:
        return False
    if not tag or tag == "en" or tag == "en-ca":
        return None
    return tag[:2] not in ("ja", "ko", "zh", "hu", "lt", "fa", "sv")
