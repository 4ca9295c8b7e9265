"""What a server sent -> the page that it is."""

import codecs
from contextlib import suppress

from standoff.fetch.client import Answer
from standoff.model import Issue, PageInput
from standoff.read.charsets import known
from standoff.read.decoding import decode
from standoff.read.forms.address_list import page_id
from standoff.read.forms.feed import looks_like_feed

_SHIFTED = ("iso2022", "iso-2022", "hz")  # written in ASCII bytes: only the header tells them from English


def text_of(answer: Answer) -> tuple[str, tuple[Issue, ...]]:
    """The text of a body: as UTF-8 where it is that, else as the server's header says, else as a file's is found."""
    header = _codec(answer.charset or "")
    if header and (header.startswith(_SHIFTED) or not _is_utf8(answer.body)):
        with suppress(UnicodeDecodeError):  # the header is wrong; the page itself may say it right
            return answer.body.decode(header), ()
    return decode(answer.body)


def _codec(name: str) -> str | None:
    """What browsers call a header's charset; none for UTF, which the bytes show better, and for what is no page's."""
    codec = known(name)
    return None if codec is None or codecs.lookup(codec).name.startswith("utf") else codec


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_feed(answer: Answer, text: str) -> bool:
    """True where the answer is a feed, whatever its type says."""
    return answer.kind != "text/plain" and looks_like_feed(text)


def page_of(answer: Answer, text: str, issues: tuple[Issue, ...], *, asked: str) -> PageInput:
    """The page, known by the address that was asked for and told under the one that answered."""
    plain = answer.kind == "text/plain" or (not answer.kind and not text.lstrip("\ufeff \t\r\n").startswith("<"))
    key, url = page_id(asked), answer.address.url
    if plain:
        return PageInput(id=key, text=text, url=url, captured=answer.day, issues=issues)
    return PageInput(id=key, html=text, url=url, captured=answer.day, issues=issues)
