"""Names that nothing lists: a person after an office or title, a body after the word for it, else somebody of whom nothing is known."""

from dataclasses import dataclass

from standoff.extract.actors.denoted import words_of
from standoff.extract.actors.gazetteer import DIRECTIONS, Kind, split_countries
from standoff.extract.actors.names import Name, noun_at
from standoff.lexicon.actors import (
    ActorNoun,
    actor_nouns,
    no_names,
    person_titles,
    place_kinds,
    portfolios,
    thing_kinds,
)
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.flows import flow_words
from standoff.parse import Token

NAMED_BODIES = frozenset(
    {"BUS", "CVL", "LAB", "MED", "PTY", "REB"}
)  # sectors of which a name alone says whose they are
_WHICH = frozenset({"last", "next"})


def unlisted(tokens: list[Token], i: int, end: int) -> list[Name]:
    """A person after an office or title, else a name of nobody known."""
    led = _after_offices(tokens, i, end)
    if led is None:
        return []
    company, title, split = _firm_before(tokens, i, led), "", led.split
    split = max(
        [split, *(n for n in range(split + 1, end) if tokens[n].lower in person_titles())]
    )  # Ohio Gov. Jane Doe
    while split < end and tokens[split].lower in person_titles():
        title = tokens[split].lower
        split += 1
    part = _after_day(tokens[split:end])
    split = part[0].i if part else split
    role = led.role
    if not part or _is_none(part, plain=role is None and not title):
        return []
    if role is None and i > 0 and split == i:
        role = _person_before(tokens[i - 1])
    words = words_of(part[0], part[0].start, part[-1].end)
    if not title and split == i and role is None and (body := _body_before(tokens, i)) is not None:
        return [Name(part, "org", f"NAMED:{words}", words, body.sector, noun=body.id)]
    kind: Kind = "person" if role is not None or title else "proper"
    sector = role.sector if role else person_titles().get(title) or None
    noun_id = role.id if role else None
    return [*company, Name(part, kind, f"NAMED:{words}", words, sector, noun=noun_id, office=led.office)]


@dataclass(slots=True, frozen=True)
class _Led:
    """The offices that a stretch of capitalised words opens with, or that stand before it; the name begins at `split`."""

    office: Token | None
    role: ActorNoun | None
    split: int


def _after_offices(tokens: list[Token], i: int, end: int) -> _Led | None:
    """Where a name begins behind the offices before it; None where no name follows."""
    split = i
    role: ActorNoun | None = None
    office = _office_before(tokens, i)
    if office is not None:
        ends = [n for n in range(i, end) if tokens[n].lower in portfolios()]
        if not ends or ends[-1] == end - 1:
            return None
        split = ends[-1] + 1
        role = actor_nouns()[office.lower]
    for n in range(split, end):
        noun = noun_at(tokens[n])
        general = noun is not None and tokens[n].lower == "general" and noun.id != "general"  # the Attorney General
        named = n == end - 1 and n > i and role is not None and not general
        if noun is not None and noun.kind == "person" and not named:
            if n == end - 1:
                return None  # "the Foreign Minister": no name follows
            role, split = noun, n + 1
    return _Led(office, role, split)


def _firm_before(tokens: list[Token], i: int, led: _Led) -> list[Name]:
    """The company that is named before its officer's office: `Corda` of `Corda Chairman Jane Doe`."""
    business = led.role is not None and led.role.sector == "BUS"
    if not business or actor_nouns().get(tokens[i].lower) is not None or led.split - i <= 1:
        return []
    part = tokens[i : led.split - 1]
    words = words_of(part[0], part[0].start, part[-1].end)
    return [Name(part, "org", f"NAMED:{words}", words, "BUS")]


def _is_none(part: list[Token], *, plain: bool) -> bool:
    """Whether a stretch of words names nobody; `plain`: neither office nor title stands before it."""
    if not any(t.tag in ("NNP", "NNPS") for t in part):
        return True
    if len(part) == 1 and (len(part[0].text) < 2 or part[0].lower in DIRECTIONS or _splits(part[0])):
        return True
    if plain and part[0].lower in flow_words("carriers") and any(c.isdigit() for c in part[-1].text):
        return True  # Flight LA204
    if plain and (part[-1].lower in thing_kinds() or part[-1].lower in place_kinds()):
        return True
    return plain and len(part) == 1 and part[0].i == 0 and part[0].sentence.part == "title"


def _person_before(before: Token) -> ActorNoun | None:
    """What a word right before a name says that he is: `president Jane Doe`."""
    noun = actor_nouns().get(before.lower)
    named = noun is not None and noun.kind == "person" and before.tag in ("NN", "NNP")
    return noun if named else None


def _after_day(part: list[Token]) -> list[Token]:
    """A stretch of capitalised words behind the day or month that it begins with: `Monday Rada`, `Last April Rada`."""
    start = 1 if part and part[0].lower in _WHICH and len(part) > 1 and part[1].lower in no_names() else 0
    while start < len(part) and part[start].lower in no_names():
        start += 1
    return part[start:]


def _body_before(tokens: list[Token], i: int) -> ActorNoun | None:
    """The word for a body right before its name: the union Solidar, the mining company Corda."""
    before = tokens[i - 1] if i else None
    if before is None or not (before.text.islower() and before.tag in ("NN", "NNP")) or before.dep != "compound":
        return None
    if before.head is None or before.head.i < i:
        return None
    noun = noun_at(before)
    return noun if noun is not None and noun.kind == "body" and noun.sector in NAMED_BODIES else None


def _office_before(tokens: list[Token], i: int) -> Token | None:
    """Minister in `Minister of Foreign Affairs Jane Doe`, where `Foreign` is the token given."""
    if i < 2 or tokens[i - 1].lower not in ("of", "for"):
        return None
    noun = actor_nouns().get(tokens[i - 2].lower)
    return tokens[i - 2] if noun is not None and noun.id in clause_words("cabinet_offices") else None


def office_of(name: Name) -> Token | None:
    """The office that stands before a known person with what it is for: Secretary of State John Doe."""
    tokens = name.tokens[0].sentence.tokens
    i = first = name.tokens[0].i
    while i > 0 and tokens[i - 1].lower in portfolios():
        i -= 1
    return _office_before(tokens, i) if i < first else None


def _splits(token: Token) -> bool:
    """Whether a word is what several countries are called together: the Koreas."""
    return token.lower in split_countries() or token.lower.removesuffix("s") in split_countries()
