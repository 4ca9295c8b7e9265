"""Pages that a browser saved: where they came from and when, as their comments say, and what they carry along taken out."""

import plistlib
import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from standoff.hostile import web_link
from standoff.model import Issue, PageInput
from standoff.read.dates.days import day_of
from standoff.read.decoding import decode
from standoff.read.forms.files import File, Run
from standoff.read.guard import MAX_CHARS
from standoff.read.jsonl import Unreadable

_HEAD = 20_000  # characters in which the comments of saving tools stand
_SINGLE_FILE = re.compile(r"<!--\s{0,20}Page saved with SingleFile\b(?P<says>[^>]{0,4000})")
_SINGLE_URL = re.compile(r"\burl:\s{0,5}(?P<url>\S{1,3000})")
_SINGLE_DATE = re.compile(r"\bsaved date:\s{0,5}(?P<date>[^\n\r]{1,80})")
_SAVED_FROM = re.compile(r"<!--\s{0,5}saved from url=\(\d{1,6}\)\s{0,3}(?P<url>[^\s>]{1,3000})\s{0,5}-->")
_MIRRORED = re.compile(
    r"<!--\s{0,5}Mirrored from (?P<url>\S{1,3000}) by HTTrack[^>]{0,100}?,\s{1,5}\w{3}, (?P<date>\d{1,2} \w{3} \d{4})"
)
_WAYBACK = re.compile(r"FILE ARCHIVED ON [\d:]{8} (?P<date>[A-Z][a-z]{2} \d{1,2}, \d{4}) AND RETRIEVED FROM THE")
_WAYBACK_URL = re.compile(r"https?://web\.archive\.org/web/(?P<stamp>\d{14})[a-z_]{0,4}/(?P<url>https?://\S{1,3000})")

_CARRIED = re.compile(r"data:[\w/+.;=,-]{0,100}?base64,[\w+/=%\-]*")
_STYLE = re.compile(r"<style\b[^>]{0,1000}>", re.IGNORECASE)
_STYLE_END = re.compile(r"</style\b", re.IGNORECASE)
_HEAVY = 500_000  # characters; a lighter page is left as it is


def page_of(
    key: str, html: str, *, issues: tuple[Issue, ...] = (), url: str | None = None, captured: str | None = None
) -> PageInput:
    """A page of HTML, with the address and the day that the tool that saved it noted down.

    Of several days the first counts: the page was there by then.
    """
    noted_url, noted_day = noted(html)
    days = [day for day in (captured, noted_day, _captured(url)) if day]
    return PageInput(
        id=key,
        html=lighter(html),
        url=_address(url) or noted_url,
        captured=min(days, default=None),
        issues=issues,
    )


def noted(html: str) -> tuple[str | None, str | None]:
    """The address a page was saved from and the day it was, from the comments of SingleFile, browsers, HTTrack, the Wayback Machine.

    >>> noted("<!-- saved from url=(0028)https://pier.example/news/12 -->")
    ('https://pier.example/news/12', None)
    """
    head = html[:_HEAD]
    if found := _SINGLE_FILE.search(head):
        place, when = _SINGLE_URL.search(found["says"]), _SINGLE_DATE.search(found["says"])
        return _address(place["url"] if place else None), day_of(when["date"] if when else None)
    if found := _MIRRORED.search(head):
        return _address("http://" + found["url"].removeprefix("http://")), day_of(found["date"])
    archived, saved = _WAYBACK.search(html[-_HEAD:]), _SAVED_FROM.search(head)
    url = saved["url"] if saved else None
    return _address(url), day_of(archived["date"]) if archived else _captured(url)


def _address(url: str | None) -> str | None:
    """The address, if it is one of the web; of a page of the Wayback Machine the one that was archived."""
    link = web_link(url)
    if link and (found := _WAYBACK_URL.match(link)):
        return web_link(found["url"])
    return link


def _captured(url: str | None) -> str | None:
    """The day that an address of the Wayback Machine names."""
    found = _WAYBACK_URL.match(url or "")
    return day_of(found["stamp"]) if found else None


def lighter(html: str) -> str:
    """A heavy page without the pictures, fonts and styles that a saving tool put into it; a light one as it is."""
    if len(html) <= _HEAVY:
        return html
    html = _CARRIED.sub("data:,", html)
    return html if len(html) <= MAX_CHARS // 2 else _without_styles(html)


def _without_styles(html: str) -> str:
    """The page with its style elements emptied."""
    kept, last = [], 0
    while begin := _STYLE.search(html, last):
        end = _STYLE_END.search(html, begin.end())
        if end is None:
            break
        kept.append(html[last : begin.end()])
        last = end.start()
    return "".join([*kept, html[last:]])


def read_webarchive(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The page of a `.webarchive` as Safari saves it: a property list with the page's bytes and address."""
    try:
        main = plistlib.loads(file.data())["WebMainResource"]
        data, url = main["WebResourceData"], main.get("WebResourceURL")
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, AttributeError, IndexError,
            OverflowError, RecursionError) as e:  # fmt: skip
        yield file.unreadable(
            "damaged-file", f"is no Safari web archive or a damaged one ({type(e).__name__}): save the page again"
        )
        return
    if not isinstance(data, bytes) or not data.strip():
        yield file.unreadable("empty-file", "holds no page: save it again")
        return
    text, issues = decode(data)
    yield page_of(run.of_file(file), text, issues=issues, url=_address(url if isinstance(url, str) else None))
