"""A page saved as MHTML (`.mhtml`, `.mht`): its root part, the address and the day it was saved; pictures and frames are left out."""

from collections.abc import Iterator
from email.message import Message

from standoff.hostile import web_link
from standoff.model import Issue, PageInput
from standoff.read.forms.files import File, Run
from standoff.read.forms.mime import BadMessage, broken, header, parse_message, parts_of, text_of, when
from standoff.read.forms.saved import page_of
from standoff.read.jsonl import Unreadable

_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The page of an MHTML file."""
    try:
        message = parse_message(file.data())
    except BadMessage as e:
        yield file.unreadable("damaged-file", f"cannot be taken apart: {e}; save the page again")
        return
    trouble = broken(message)
    root = _root(message)
    html, issues = text_of(root) if root is not None else ("", ())
    if root is None or not html.strip():
        why = trouble or ("no part of it is HTML" if root is None else "it is empty")
        yield file.unreadable("damaged-file", f"holds no page: {why}; save the page again")
        return
    if trouble:
        said = f"the saved page is damaged ({trouble}): what is left of it is read"
        issues = (*issues, Issue(code="cut-off", message=said))
    url = web_link(header(message, "snapshot-content-location")) or web_link(header(root, "content-location"))
    yield page_of(run.of_file(file), html, issues=issues, url=url, captured=when(message))


def _root(message: Message) -> Message | None:
    """The part that is the page: the one named as start, the one with the page's own address, else the first of HTML."""
    pages = [part for part in parts_of(message) if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "")
    address = header(message, "snapshot-content-location")
    for part in pages:
        if start and header(part, "content-id") == start:
            return part
    own = [part for part in pages if header(part, "content-location") in ("", address)]
    if address and (own or broken(message)):
        return own[0] if own else None  # what is left are frames: the page itself was cut off
    return pages[0] if pages else None
