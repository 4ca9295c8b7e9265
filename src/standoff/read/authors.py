"""Who wrote a page: names from a byline or from what meta data state, without roles, agencies, addresses and handles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from standoff.lexicon.bylines import byline_words, one_of
from standoff.lexicon.publishers import agency_pattern, publisher_named
from standoff.read.byline_forms import byline_names, without_role
from standoff.read.dates.stamps import find_stamps

_SPLIT = re.compile(
    r"\s?(?:[,;|•·&+、，]|(?<!\b[A-Z]{2})(?<!\b[A-Z]{3})/|/(?![A-Z]{2,3}\b)|\s[-–—]\s|\b(?:and|with|und|og|och|et)\b)\s?"
)
_JUNIOR = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MP|QC|KC|CBE|OBE)\b\.?)")
_TITLE_AFTER = re.compile(r"\s(?:M\.?D|Ph\.?D|MP|QC|KC|CBE|OBE|MBE)\b\.?$")
_HANDLE = re.compile(r"\S{0,80}@\S{1,80}|https?://\S{1,200}|www\.\S{1,200}|\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_GLUED_HANDLE = re.compile(r"(\s[A-Z][a-z'’\-]{1,30})@")  # `By Jane Roe@janeroe`
_BY = re.compile(
    r"^(?:(?:written|posted|reported|words|text|story|analysis|opinion|comment)\s+by|(?:kommentar|interview|ein\s\w+)\s+von|by|from|author|autor(?:in|es|en)?|von|par|por|di|door|av|af|przez)\b\s*:?\s+"
    r"|^(?:author|autor(?:in|es|en)?|byline|writer|reporter|text|foto)\s*:\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]{0,40}(?:\s[\w'’.\-]{1,40}){1,4}$")
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_CJK_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af・\s]{2,12}$")
_ADDRESS = re.compile(r"://|\S@\S|^@|^www\.|^[\w.-]+/[\w./-]*$|\.html?$|facebook\.com|twitter\.com", re.IGNORECASE)


def author_names(byline: str) -> tuple[str, ...]:
    """The persons that a printed byline names, in order.

    >>> author_names("By Jane Roe and John Q. Doe, Staff Writers")
    ('Jane Roe', 'John Q. Doe')
    """
    text = " ".join((byline_names(byline) or byline).split())
    stamps = list(find_stamps(text))
    if not stamps:
        return _persons(text)
    head, tail = text[: stamps[0].start], text[stamps[-1].end :]
    return (_persons(head) if len(head) > 3 else ()) or _persons(tail)


def _persons(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for piece in _pieces(text) if (name := _person(piece))))


_INVERTED = re.compile(
    r"([^\W\d_][\w'’\-]{1,40}(?:\s[\w'’\-]{1,40})?),\s?([^\W\d_][\w'’.\-]{0,40}(?:\s[\w'’.\-]{1,40}){0,2})$"
)


def inverted(value: str) -> str:
    """A name as library records write it, the right way round.

    >>> inverted("Roe, Jane Q."), inverted("Jane Roe, John Doe"), inverted("AFP, MANILA")
    ('Jane Q. Roe', 'Jane Roe, John Doe', 'AFP, MANILA')
    """
    found = _INVERTED.match(" ".join(value[:300].split()))
    if not found or value.isupper() or publisher_named(found[1]) or len(found[1].split()) > 1 < len(found[2].split()):
        return value
    return f"{found[2]} {found[1]}"


def stated_authors(values: Iterable[str]) -> tuple[str, ...]:
    """The authors that meta data state, in order: persons, and desks or agencies that are named as such.

    >>> stated_authors(["Jane Roe and John Doe", "https://example.org/staff/jane", "@jane", "jane@example.org"])
    ('Jane Roe', 'John Doe')
    >>> stated_authors(["Reuters Staff"])
    ('Reuters Staff',)
    """
    found: dict[str, str] = {}
    for value in values:
        for name in _stated(value):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _stated(value: str) -> list[str]:
    """The names in one stated value; the value itself where it is one name of another form."""
    value = " ".join(value.split())
    if not 2 <= len(value) <= 300 or _ADDRESS.search(value):
        value = " ".join(_HANDLE.sub(" ", value).split()).strip(" ,;|-") if len(value) <= 300 else ""
        if not value or _ADDRESS.search(value):
            return []
    persons = [name for piece in _pieces(value) if (name := _person(piece, stated=True))]
    if persons:
        return persons
    bare = _BY.sub("", value).strip(" .,:-–—|")
    if len(bare) < 2 or len(bare) > 60 or _forms().nobody.match(bare) or bare.isdigit() or len(bare.split()) > 6:
        return []
    return [bare]


def _pieces(text: str) -> list[str]:
    text = _JUNIOR.sub(" ", _HANDLE.sub(" ", _GLUED_HANDLE.sub(r"\1 @", text[:300])))
    return [piece for piece in _SPLIT.split(_BY.sub("", text.strip())) if piece]


def _person(piece: str, *, stated: bool = False) -> str | None:
    """The person that a piece of a byline names; None where it names none."""
    forms = _forms()
    name = " ".join(forms.glued_time.sub("|", piece).split("|")[0].split()).strip(" .,:-–—|*")
    name = without_role(forms.glued_word.sub("", _BY.sub("", name)))
    if stated and _CJK.search(name):
        return name if _CJK_NAME.match(name) else None
    if not name or publisher_named(name) or forms.nobody.match(name) or forms.role.match(name):
        return None
    name = forms.agency_at_end.sub("", _TITLE_AFTER.sub("", forms.role_at_end.sub("", name)))
    if not _NAME.match(name) or publisher_named(name) or forms.outlet_at_end.search(name):
        return None
    return _cased(name)


@dataclass(frozen=True, slots=True)
class _Forms:
    """What stands beside names, by the words of `bylines.toml`."""

    role: re.Pattern[str]
    role_at_end: re.Pattern[str]
    agency_at_end: re.Pattern[str]
    outlet_at_end: re.Pattern[str]
    nobody: re.Pattern[str]
    glued_word: re.Pattern[str]  # `Jane RoeTwitter`
    glued_time: re.Pattern[str]


@cache
def _forms() -> _Forms:
    words = byline_words()
    jobs, stamped, buttons = (one_of(each) for each in (words.jobs, words.stamped, words.buttons))
    patterns = (
        rf"(?:(?:{one_of(words.leads)})|(?:{jobs})s?)\b.*",
        rf"\s(?:(?:(?:{one_of(words.ranks)})\s){{0,3}}(?:{jobs})s?\b|(?-i:(?:in|at|[Ff]or|FOR|is|was|of)\s(?=[A-Z]|an?\b|the\b))).*$",
        rf"[\s,/|–—-]+(?:the\s+)?(?:(?-i:{agency_pattern()})|on\s(?:{_DAYS[0]})|(?:{_DAYS[1]})day|{buttons}|@\S+)$",
        rf"\s(?:{one_of(words.outlets)})$",
        rf"(?:{one_of(words.nobody)})\d*$",
        rf"(?-i:(?<=[a-zß-ÿ])(?=[A-Z]))(?:{stamped}|(?:{buttons})$)\b.*$",
        rf"(?<=[a-z])(?=\d)|\s\d.*$|\s?\b(?:{stamped})\b.*$",
    )
    return _Forms(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


_DAYS = ("mon|tue|wed|thu|fri|sat|sun", "mon|tues|wednes|thurs|fri|satur|sun")


def _cased(name: str) -> str:
    """A name in capitals as names are written."""
    if not name.isupper() or len(name) < 5:
        return name
    return re.sub(r"\b(?:Mc)(\w)", lambda m: "Mc" + m[1].upper(), name.title().replace("’S", "’s"))
