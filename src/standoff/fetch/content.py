"""What a server sent -> the page that it is."""

from standoff.fetch.client import Answer
from standoff.model import Issue, PageInput
from standoff.read.decoding import decode_as
from standoff.read.forms.address_list import page_id
from standoff.read.forms.feed import looks_like_feed


def text_of(answer: Answer) -> tuple[str, tuple[Issue, ...]]:
    """The text of a body: as UTF-8 where it is that, else as the server's header says, else as a file's is found."""
    return decode_as(answer.body, answer.charset)


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
