"""How the templates write figures, dates, names and places to go."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from standoff.hostile import web_link
from standoff.lexicon.plover import plover_types
from standoff.record.rows import Document
from standoff.tell.money import SCALES
from standoff.tell.naming import label_of, say_date, say_list
from standoff.tell.parties import Sides
from standoff.tell.rows import Source, StakeRow
from standoff.web.labels import shorten

_EDGE, _WHOLE = 5, 12
"""Words at each end of a sentence by which a browser finds it; a shorter one is given whole."""


def number(value: float | None) -> str:
    """A number as one reads it.

    >>> number(1.05e12), number(53000.0), number(246575.34), number(23.8)
    ('1.05 trillion', '53,000', '246,600', '23.8')
    """
    if value is None:
        return "?"
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    if abs(value) >= 1000 and value != int(value):  # a cent in thousands is nobody's knowledge
        value = float(f"{value:.4g}")
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def amount(row: StakeRow) -> str:
    """A figure with its unit and rate."""
    value = number(row.value) if row.value is not None else f"{number(row.low)} to {number(row.high)}"
    unit = {"person": "", "firm": ""}.get(row.unit or "", row.unit or "")
    return " ".join(
        part
        for part in (
            row.rough.strip(),
            unit if len(unit) == 3 else "",
            value,
            unit if len(unit) != 3 else "",
            f"a {row.per}" if row.per else "",
        )
        if part
    )


def day(edtf: str | None) -> str:
    """A date as one reads it; what is no plain date stays as it is.

    >>> day("../2013-04-02?"), day("2013-07/..")
    ('by 2 April 2013, perhaps', 'since July 2013')
    >>> day("2013-07-06"), day("2013-04"), day("2013-08-01/2013-08-13"), day(None), day("2013-08-18?")
    ('6 July 2013', 'April 2013', '1 to 13 August 2013', 'no date', '18 August 2013, perhaps')
    """
    if not edtf:
        return "no date"
    if edtf.startswith("../"):
        return f"by {day(edtf[3:])}"
    if edtf.endswith("/.."):
        return f"since {day(edtf[:-3])}"
    if edtf.endswith("?"):
        return f"{say_date(edtf[:-1])}, perhaps"
    return say_date(edtf)


def named(source: Source | Document) -> str:
    """Who publishes a page: its publisher, else the host of its address, else the name it was read under.

    >>> named(Source(document="p", url="https://www.news.example/a", start=0, end=1, quote="x"))
    'news.example'
    """
    if source.publisher:
        return source.publisher
    address = web_link(source.url)
    host = urlsplit(address).hostname if address else None
    return (host or "").removeprefix("www.") or (source.document if isinstance(source, Source) else source.id)


def distinct(sources: Iterable[Source]) -> list[Source]:
    """The first sentence of each publisher."""
    return list({named(source): source for source in reversed(list(sources))}.values())[::-1]


def place(source: Source, keys: Mapping[str, str]) -> str:
    """The address of a sentence in its annotated page."""
    return f"/source/{source.key or keys.get(source.document, '')}#s{source.start}"


def live(source: Source) -> str | None:
    """The address of the page as published, with the sentence as a text fragment that browsers scroll to.

    >>> live(Source(document="p", url="https://x.example/a#top", start=0, end=1, quote="The gate is shut, they say."))
    'https://x.example/a#:~:text=The%20gate%20is%20shut%2C%20they%20say.'
    >>> live(Source(document="p", url="javascript:alert(1)", start=0, end=1, quote="x"))
    """
    address = web_link(source.url)
    words = source.quote.split()
    if address is None or not words:
        return address
    ends = [words] if len(words) <= _WHOLE else [words[:_EDGE], words[-_EDGE:]]
    return f"{address.partition('#')[0]}#:~:text={','.join(map(_fragment, ends))}"


def _fragment(words: Sequence[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def paragraph(source: Source, starts: Mapping[str, Sequence[int]]) -> str:
    """The paragraph of the story in which a sentence stands: `¶3`; its part where it is no story.

    >>> source = Source(document="p", start=25, end=30, quote="x")
    >>> paragraph(source, {"p": [0, 20, 40]}), paragraph(source, {})
    ('¶2', '')
    """
    if source.part != "story":
        return source.part
    n = bisect_right(starts.get(source.page, ()), source.start)
    return f"¶{n}" if n else ""


def party(id: str | None, names: Mapping[str, str]) -> str:
    """The name of an actor.

    >>> party("KOR-BUS", {"KOR": "South Korea"}), party("NAMED:dockers", {}), party(None, {})
    ('South Korean firms', 'dockers', '')
    """
    return label_of(id, Sides(names=tuple(names.items()))) if id else ""


def parties(ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Several of them.

    >>> parties(["KOR", "PRK-MIL"], {"KOR": "the South"})
    'the South and North Korean forces'
    """
    return say_list([party(id, names) for id in ids])


def meaning(type_: str) -> str:
    """What a PLOVER type means."""
    entry = plover_types().get(type_)
    return entry.means if entry else ""


FILTERS: dict[str, Callable[..., Any]] = {
    "number": number,
    "amount": amount,
    "day": day,
    "named": named,
    "distinct": distinct,
    "place": place,
    "live": live,
    "paragraph": paragraph,
    "party": party,
    "parties": parties,
    "meaning": meaning,
    "cut": shorten,
}
