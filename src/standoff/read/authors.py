"""Who wrote a page: names from a byline or from what meta data state, without roles, agencies, addresses and handles."""

import re
from collections.abc import Iterable
from functools import cache

from standoff.lexicon.publishers import agency_pattern, publisher_named
from standoff.read.byline_forms import byline_names, without_role
from standoff.read.dates.stamps import find_stamps

_ROLE_WORDS = (
    "reporters?|editors?|correspondents?|staff|writers?|journalists?|columnists?|contributors?|producers?|bureau|chief|desk|team"
    "|photographers?|author|presenter|anchor|commentator|analyst|professor|lecturer|fellow|director|intern|freelance|freelancer"
    "|redaktion|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondant|redacción|redazione|agencies|agency"
)
_ROLES = re.compile(
    rf"(?:(?:senior|chief|political|foreign|special|deputy|assistant|associate|executive|managing|guest|economics|business|sports?"
    rf"|defen[cs]e|diplomatic|world|national|news|digital|associated|press|the|and|our|an?|in|at|of|for|from|on|published|updated"
    rf"|posted|written|photography|photos?|video|graphics?)\b|(?:{_ROLE_WORDS})\b).*",
    re.IGNORECASE,
)
_TAIL_ROLE = re.compile(
    rf"\s(?:(?:(?:senior|chief|political|foreign|special|deputy|assistant|associate|executive|managing|guest|economics|business"
    rf"|sports?|defen[cs]e|diplomatic|world|national|news|digital|health|science|education|europe|asia|africa|middle east|us|uk)\s)"
    rf"{{0,3}}(?:{_ROLE_WORDS})\b|(?-i:(?:in|at|[Ff]or|is|was|of)\s(?=[A-Z]|an?\b|the\b))).*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s?(?:[,;|•·&+、，]|(?<!\b[A-Z]{2})(?<!\b[A-Z]{3})/|/(?![A-Z]{2,3}\b)|\s[-–—]\s|\b(?:and|with|und|og|och|et)\b)\s?"
)
_JUNIOR = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MP|QC|KC|CBE|OBE)\b\.?)")
_TITLE_AFTER = re.compile(r"\s(?:M\.?D|Ph\.?D|MP|QC|KC|CBE|OBE|MBE)\b\.?$")
_HANDLE = re.compile(r"\S{0,80}@\S{1,80}|https?://\S{1,200}|www\.\S{1,200}|\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_GLUED_HANDLE = re.compile(r"(\s[A-Z][a-z'’\-]{1,30})@")  # `By Jane Roe@janeroe`
_GLUED_WORD = re.compile(
    r"(?<=[a-zß-ÿ])(?:(?:Twitter|Facebook|Instagram|LinkedIn|Email|Follow|Share)$|(?:Published|Updated|Posted)\b.*$)"
)  # `Jane RoeTwitter`
_GLUED_TIME = re.compile(
    r"(?<=[a-z])(?=\d)|\s\d.*$|\s?\b(?:published|updated|posted|last modified)\b.*$", re.IGNORECASE
)
_BY = re.compile(
    r"^(?:(?:written|posted|reported|words|text|story|analysis|opinion|comment)\s+by|(?:kommentar|interview|ein\s\w+)\s+von|by|from|author|autor(?:in|es|en)?|von|par|por|di|door|av|af|przez)\b\s*:?\s+"
    r"|^(?:author|autor(?:in|es|en)?|byline|writer|reporter|text|foto)\s*:\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]{0,40}(?:\s[\w'’.\-]{1,40}){1,4}$")
_OUTLET = re.compile(
    r"\s(?:News|Newspapers|Times|Herald|Gazette|Tribune|Chronicle|Network|Media|Magazine|Agency|Foreign Service|News Service)$",
    re.IGNORECASE,
)
_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_CJK_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af・\s]{2,12}$")
_NO_AUTHOR = re.compile(
    r"(?:admin|administrator|webmaster|editor|root|user|guest|unknown|none|null|undefined|n/?a|author|authors|by|staff|default|test|anonymous"
    r"|web ?desk|news ?desk|online|website|contributor)\d*$",
    re.IGNORECASE,
)
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
    if len(bare) < 2 or len(bare) > 60 or _NO_AUTHOR.match(bare) or bare.isdigit() or len(bare.split()) > 6:
        return []
    return [bare]


def _pieces(text: str) -> list[str]:
    text = _JUNIOR.sub(" ", _HANDLE.sub(" ", _GLUED_HANDLE.sub(r"\1 @", text[:300])))
    return [piece for piece in _SPLIT.split(_BY.sub("", text.strip())) if piece]


def _person(piece: str, *, stated: bool = False) -> str | None:
    """The person that a piece of a byline names; None where it names none."""
    name = " ".join(_GLUED_TIME.sub("|", piece).split("|")[0].split()).strip(" .,:-–—|*")
    name = without_role(_GLUED_WORD.sub("", _BY.sub("", name)))
    if stated and _CJK.search(name):
        return name if _CJK_NAME.match(name) else None
    if not name or publisher_named(name) or _NO_AUTHOR.match(name) or _ROLES.match(name):
        return None
    name = _agency_at_end().sub("", _TITLE_AFTER.sub("", _TAIL_ROLE.sub("", name)))
    if not _NAME.match(name) or publisher_named(name) or _OUTLET.search(name):
        return None
    return _cased(name)


@cache
def _agency_at_end() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,/|–—-]+(?:the\s+)?(?:(?-i:{agency_pattern()})|on\s(?:mon|tue|wed|thu|fri|sat|sun)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|share|follow|twitter|facebook|email|@\S+)$",
        re.IGNORECASE,
    )


def _cased(name: str) -> str:
    """A name in capitals as names are written."""
    if not name.isupper() or len(name) < 5:
        return name
    return re.sub(r"\b(?:Mc)(\w)", lambda m: "Mc" + m[1].upper(), name.title().replace("’S", "’s"))
