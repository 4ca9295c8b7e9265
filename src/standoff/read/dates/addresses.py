"""The date that an address names: `/2013/jul/06/`, `-20130706.html`, `?date=2013-07-06`."""

import re
from datetime import date

from standoff.lexicon.publishers import real_address
from standoff.read.dates.stamps import month_number

_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)[/\-_.]?(?P<m>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:[/\-_.]?(?P<d>0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_IN_ADDRESS_LOOSE = re.compile(r"/(?P<y>(?:19[89]|20[0-4])\d)/(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/")
_IN_IDENTIFIER = re.compile(
    r"(?<!\d)(?P<y>(?:19[89]|20[0-4])\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{3,9}(?!\d)"
)
_IN_QUERY = re.compile(r"[?&](?:date|day|d|published|pubdate|issue)=([0-9\-/.]{8,10})(?![0-9])", re.IGNORECASE)
_MONTH_IN_ADDRESS = re.compile(r"/(?P<y>(?:19[89]|20[0-4])\d)[/\-](?P<m>0[1-9]|1[0-2])/")


def date_in_address(url: str) -> str | None:
    """The day, or else the month, that an address names, as EDTF.

    >>> date_in_address("https://example.org/world/2013/jul/06/talks"), date_in_address("https://example.org/2013/07/talks")
    ('2013-07-06', '2013-07')
    """
    query = (real_address(url) or "").split("://", 1)[-1].split("#")[0][:2000]
    path = query.split("?")[0]
    named = " ".join(found[1] for found in _IN_QUERY.finditer(query))
    for pattern, text in (
        (_IN_ADDRESS, path),
        (_IN_ADDRESS_LOOSE, path),
        (_IN_ADDRESS, named),
        (_IN_IDENTIFIER, query),
    ):
        for found in pattern.finditer(text):
            month = int(found["m"]) if found["m"].isdigit() else month_number(found["m"])
            try:
                return date(int(found["y"]), month, int(found["d"])).isoformat()
            except ValueError:
                continue
    month_only = _MONTH_IN_ADDRESS.search(path)
    return f"{month_only['y']}-{month_only['m']}" if month_only else None
