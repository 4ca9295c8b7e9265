"""Actor ids and dates as prose has them."""

from collections.abc import Iterable, Sequence

from standoff import edtf
from standoff.actor_ids import taken_apart
from standoff.lexicon.actors import Country, countries, organisations
from standoff.lexicon.calendar import MONTHS
from standoff.tell.parties import Sides

SECTORS = {
    "BUS": "firms", "MIL": "forces", "LAB": "workers", "CVL": "civilians", "MED": "media", "PTY": "parties",
    "OPP": "opposition", "REB": "rebels", "COP": "police", "JUD": "courts", "LEG": "parliament", "SPY": "intelligence",
    "NGO": "groups", "REF": "refugees", "EDU": "universities", "CRM": "gangs", "UAF": "armed men", "ELI": "elites",
}  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")


def name_of(actor: str, sides: Sides) -> str:
    """The name of an actor: as declared, else of its country, organisation or own words.

    >>> name_of("KOR-BUS", Sides()), name_of("NAMED:Alder Mining", Sides()), name_of("A", Sides(names=(("A", "the guild"),)))
    ('South Korean firms', 'Alder Mining', 'the guild')
    >>> name_of("MUS-LAB", Sides(names=(("MUS", "the guild"),))), name_of("FRA-LAB", Sides(names=(("FRA", "France"),)))
    ('the guild', 'French workers')
    >>> name_of("IGO-UNO-JUD", Sides())
    'the United Nations courts'
    >>> name_of("USA", Sides()), name_of("USA-GOV", Sides()), name_of("USA-MIL", Sides())
    ('the United States', 'the United States', 'American forces')
    >>> name_of("NLD", Sides(names=(("NLD", "Netherlands"),)))
    'the Netherlands'
    >>> name_of("NGO-OXF", Sides()), name_of("NGO-XYZ", Sides())
    ('Oxfam', 'XYZ')
    """
    declared = dict(sides.names)
    if actor in declared:
        return _in_prose(declared[actor], countries().get(actor))
    if actor.startswith("NAMED:"):
        return actor.removeprefix("NAMED:")
    if actor.startswith(("IGO-", "NGO-")):
        names = {o.id: o.names[0] for o in organisations()}
        whole, _, part = actor.rpartition("-")
        the = "the " if actor.startswith("IGO-") else ""
        if actor not in names and whole in names and part in SECTORS:
            return f"{the}{names[whole]} {SECTORS[part]}"
        return f"{the}{names[actor]}" if actor in names else actor[len("IGO-") :]
    code, sector = taken_apart(actor)
    country = countries().get(code)
    known = declared.get(code) or (_in_prose(country.names[0], country) if country else code)
    noun = SECTORS.get(sector)
    if noun is None or (code in declared and not (country and _is_country(declared[code], country))):
        return known  # a union or firm that somebody declared: its workers are itself, and its id may be a country's by chance
    return f"{country.adjectives[0] if country and country.adjectives else known} {noun}"


def label_of(actor: str, sides: Sides) -> str:
    """The name as it stands alone, in a table or a field: without the article that prose wants.

    >>> label_of("USA", Sides()), label_of("IGO-UNO", Sides()), label_of("A", Sides(names=(("A", "the guild"),)))
    ('United States', 'United Nations', 'the guild')
    """
    name = name_of(actor, sides)
    return name if name in dict(sides.names).values() else name.removeprefix("the ")


def _in_prose(name: str, country: Country | None) -> str:
    """A country's usual name with its article: `the Netherlands`."""
    return f"the {name}" if country and country.article and name == country.names[0] else name


def _is_country(name: str, country: Country) -> bool:
    """A declared name is the country's, or a short form of it: `the South`."""
    words = {word for known in (*country.names, *country.adjectives) for word in known.lower().split()}
    return not words.isdisjoint(name.lower().split())


def name_all(actors: Iterable[str], sides: Sides) -> str:
    """The names of several actors, joined."""
    return say_list([name_of(actor, sides) for actor in actors])


def say_list(names: Sequence[str]) -> str:
    """Several names in a row.

    >>> say_list(["France", "Spain", "Portugal"])
    'France, Spain and Portugal'
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def say_date(date: str | None) -> str:
    """A date as prose has it, to the precision told; the text itself where it is of a rarer kind.

    >>> [say_date(d) for d in ("2013-07-06", "2013-04", "2013-07~", "2013", "2013-07-06/2013-07-07", "2013-04/2013-06")]
    ['6 July 2013', 'April 2013', 'about July 2013', '2013', '6 to 7 July 2013', 'April to June 2013']
    """
    if not date:
        return "an unknown day"
    if "/" in date:
        low, _, high = date.partition("/")
        return _say_span(say_date(low).split(" "), say_date(high).split(" "))
    about = "about " if date[-1] in "~%" else ""
    parts = date.rstrip("~?%").split("-")
    if not edtf.is_valid(date) or date.startswith(("[", "X")):
        return date
    if len(parts) == 1:
        return about + parts[0]
    month = int(parts[1])
    name = MONTHS[month - 1] if month < 13 else SEASONS[month - 21]
    return about + " ".join([*([str(int(parts[2]))] if len(parts) > 2 else []), name, parts[0]])


def say_spell(state: str, start: str | None, end: str | None) -> str:
    """A spell of a state in words.

    >>> say_spell("shut", "2013-04-08", "2013-09-16"), say_spell("open", "../2013-04-02?", None), say_spell("open", None, None)
    ('shut from 8 April 2013 to 16 September 2013', 'open by 2 April 2013', 'open from a day that no page tells')
    """
    told = f"from {say_date(start)}" if start else "from a day that no page tells"
    if start and start.startswith("../"):
        told = f"by {say_date(start[3:])}"
    return f"{state} {told}" + (f" to {say_date(end)}" if end else "")


def _say_span(first: list[str], last: list[str]) -> str:
    """Two dates with what they share at their ends, year and month, said once."""
    shared: list[str] = []
    while len(first) > 1 and len(last) > 1 and first[-1] == last[-1]:
        shared.insert(0, first.pop())
        last.pop()
    return " ".join([*first, "to", *last, *shared])


def on_date(date: str | None) -> str:
    """A date with its preposition, after a space; nothing where there is none.

    >>> on_date("2013-07-06"), on_date("2013-07-06~"), on_date("2013-04"), on_date(None)
    (' on 6 July 2013', ' on or about 6 July 2013', ' in April 2013', '')
    """
    if not date:
        return ""
    if "/" in date:
        return f" from {say_date(date)}"
    told, about = say_date(date).removeprefix("about "), " or about" if date[-1] in "~%" else ""
    return f" {'on' if edtf.is_day(date.rstrip('~%?')) else 'in'}{about} {told}"


def possessive(name: str) -> str:
    """The name with its apostrophe.

    >>> possessive("South Korea"), possessive("the studios")
    ("South Korea's", "the studios'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
