"""The arithmetic of actor ids: `KOR`, `KOR-GOV`, `IGO-UNO`, `NGO-MSF`, `NAMED:Alder Mining`."""

from functools import lru_cache

_KEPT = 4096  # ids: the same few are asked of again and again
_PRIVATE = ("BUS", "CVL", "LAB")
_AGAINST = ("OPP", "REB")


@lru_cache(maxsize=_KEPT)
def is_country(id_: str) -> bool:
    """Whether an id is a country's, with or without sector.

    >>> is_country("KOR-GOV"), is_country("IGO-UNO"), is_country("NAMED:KOR")
    (True, False, False)
    """
    code = id_[:3]
    return len(code) == 3 and code.isupper() and code.isalpha() and id_[3:4] in ("", "-") and code not in ("IGO", "NGO")


def coded(code: str, sector: str | None) -> str:
    """A country's id with a sector in place of its own; another id as it is."""
    return f"{code[:3]}-{sector}" if sector and is_country(code) else code


def sector_of(id_: str) -> str | None:
    """The sector that stands in a country's id."""
    return id_[4:7] if is_country(id_) and len(id_) > 4 else None


def party_of(id_: str) -> str:
    """The side an actor belongs to: the country of a coded one, else itself.

    >>> party_of("KOR-BUS"), party_of("IGO-UNO"), party_of("NGO-MSF"), party_of("NAMED:Anglo-Alder Mining")
    ('KOR', 'IGO-UNO', 'NGO-MSF', 'NAMED:Anglo-Alder Mining')
    """
    return id_[:3] if is_country(id_) else id_


def camp_of(id_: str) -> str:
    """The side an actor belongs to, where those who stand against a country's state are one of their own.

    >>> camp_of("KOR-BUS"), camp_of("KOR-REB"), camp_of("KOR-OPP"), camp_of("IGO-UNO")
    ('KOR', 'KOR-OPP', 'KOR-OPP', 'IGO-UNO')
    """
    return f"{id_[:3]}-OPP" if sector_of(id_) in _AGAINST else party_of(id_)


def same_side(actor: str, party: str) -> bool:
    """Whether an actor is a party or a sector of it.

    >>> same_side("KOR-BUS", "KOR"), same_side("KOR", "KOR-BUS"), same_side("IGO-UNO", "IGO-UN")
    (True, False, False)
    """
    return actor == party or actor.startswith(party + "-")


def is_private(id_: str) -> bool:
    """Whether an id stands for the firms, the workers or the people of a country, whom its state may act on."""
    return sector_of(id_) in _PRIVATE


def taken_apart(id_: str) -> tuple[str, str]:
    """A code and what stands behind it: a country with its sector, `IGO` or `NGO` with the body.

    >>> taken_apart("KOR-GOV"), taken_apart("IGO-UNO"), taken_apart("KOR")
    (('KOR', 'GOV'), ('IGO', 'UNO'), ('KOR', ''))
    """
    code, _, rest = id_.partition("-")
    return code, rest


def is_bare(actor: str) -> bool:
    """True for a mere common noun: `NAMED:government` does not say whose.

    >>> [is_bare(actor) for actor in ("NAMED:workers", "NAMED:Alder Mining", "NAMED:the Alder Mining Company", "KOR")]
    [True, False, False, False]
    """
    return actor.startswith("NAMED:") and not any(word[:1].isupper() for word in actor[6:].split())


def is_described(actor: str) -> bool:
    """True for who is described and not named: `NAMED:Alder Mining drivers` may belong to anybody who is named.

    >>> [is_described(actor) for actor in ("NAMED:Alder Mining drivers", "NAMED:Alder Mining", "NAMED:workers", "KOR")]
    [True, False, True, False]
    """
    return is_bare(actor) or (actor.startswith("NAMED:") and actor.rpartition(" ")[2][:1].islower())
