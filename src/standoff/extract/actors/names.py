"""Names in the sentences: known ones, organisations and people by their pattern, and short forms of what the page named in full."""

from dataclasses import dataclass, field

from standoff.extract.actors.denoted import is_country
from standoff.extract.actors.gazetteer import DIRECTIONS, Entry, Gazetteer, Kind, split_countries
from standoff.lexicon.actors import ActorNoun, actor_nouns, name_endings, person_titles, place_kinds, thing_kinds
from standoff.parse import Parsed, Sentence, Token

STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_JOINTS = frozenset({"of", "for", "on", "and", "the", "&", "to"})
_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
_DIRECTION_WORDS = frozenset(f"{d}{ending}" for d in DIRECTIONS for ending in ("", "ern", "erner", "erners"))
_LONGEST = 12  # words in a name


PARTICIPLES = frozenset(
    {
        "backed", "based", "held", "occupied", "born", "made", "brokered", "controlled", "supported", "trained", "led",
        "funded", "speaking", "mediated", "sponsored", "bound", "educated", "registered", "flagged", "linked", "run",
        "owned", "style", "wide", "elect", "era", "type", "related", "affiliated", "aligned",
    }
)  # fmt: skip


@dataclass(eq=False, slots=True)
class Name:
    """A name in a sentence, first to last token. `country`: stated inside it; `role`: the office printed before a person."""

    tokens: list[Token]
    kind: Kind
    id: str
    name: str
    sector: str | None = None
    country: str | None = None
    role: str | None = None
    noun: str | None = None
    joined: "Name | None" = (
        None  # the full name that a short one goes back to; of North in `North and South Korea`, that
    )
    partner: "Name | None" = None  # of South Korea in `North and South Korea`: North

    @property
    def start(self) -> int:
        """Where it begins in the page."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the page."""
        return self.tokens[-1].end

    @property
    def text(self) -> str:
        """Its words as printed."""
        first = self.tokens[0].sentence
        return first.text[self.start - first.start : self.end - first.start]


@dataclass(eq=False, slots=True)
class Names:
    """The names of a page: by sentence, and the name that covers a token."""

    by_sentence: list[list[Name]] = field(default_factory=list)
    datelines: set[Token] = field(default_factory=set)
    _same: dict[str, list[Name]] | None = None
    covering: dict[Token, Name] = field(default_factory=dict)

    def at(self, token: Token) -> Name | None:
        """The name that covers a token."""
        return self.covering.get(token)

    def same(self, name: Name) -> list[Name]:
        """The page's mentions of a person by name, in order."""
        if self._same is None:
            self._same = {}
            for found in self.by_sentence:
                for one in found:
                    if one.kind in ("person", "proper"):
                        self._same.setdefault(one.name, []).append(one)
        return self._same.get(name.name, [])

    def is_human(self, name: Name) -> bool:
        """Whether a name of unknown kind looks like a person's: by a hyphenated given name, an age, a `who`."""
        one = name.joined or name
        head = one.tokens[-1]
        given = any(t.text == "-" for t in one.tokens) and one.tokens[-1].text.islower()
        aged = any(c.dep in ("appos", "nummod") and c.tag == "CD" and c.i > head.i for c in head.children)
        return (
            given or aged or any(c.dep == "relcl" and any(g.lower == "who" for g in c.children) for c in head.children)
        )


def find_names(parsed: Parsed, gazetteer: Gazetteer) -> Names:
    """Every name of the page's sentences."""
    names = Names()
    published = (parsed.page.meta.published or "")[:7]
    for sentence in parsed.sentences:
        found = _in_sentence(sentence, gazetteer, published)
        names.by_sentence.append(found)
        names.datelines.update(sentence.tokens[: dateline_length(sentence)])
        for name in found:
            for token in name.tokens:
                names.covering[token] = name
    _directions(parsed, names)
    _short_forms(parsed, names)
    return names


def dateline_length(sentence: Sentence) -> int:
    """How many tokens a dateline takes that was left in the story: `GENEVA, May 3 (Reuters) -`."""
    tokens = sentence.tokens
    if not tokens or not (len(tokens[0].text) > 1 and tokens[0].text.isupper()):
        return 0
    for n, token in enumerate(tokens[:_LONGEST]):
        if n and token.text in ("-", "–", "—", "―", "--", "---") and tokens[n - 1].end < token.start:
            return n + 1
        if token.tag.startswith("VB"):
            return 0
    return 0


def _in_sentence(sentence: Sentence, gazetteer: Gazetteer, published: str) -> list[Name]:
    tokens = sentence.tokens
    known: dict[int, tuple[Entry, int]] = {}
    i = 0
    while i < len(tokens):
        match = gazetteer.match(tokens, i)
        if match:
            known[i] = (_in_office(match[0], published), match[1])
            i = match[1] + 1
        else:
            i += 1
    headline = _is_headline(sentence)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        stop = _run_end(tokens, i, known)
        if stop > i:
            found.extend(_names_of_run(tokens, i, stop, known, headline))
            i = max(stop, found[-1].tokens[-1].i + 1 if found else stop)
        elif i in known:
            found.append(_known(tokens, i, *known[i]))
            i = known[i][1] + 1
        else:
            i += 1
    return found


def _in_office(entry: Entry, published: str) -> Entry:
    """A leader as what he is on the page's day: after his time one of the country's elite."""
    if entry.until is None or not published[:4].isdigit() or published <= entry.until or entry.id.startswith("IGO"):
        return entry
    return Entry(f"{entry.id[:3]}-ELI", entry.kind, entry.name, "ELI")


def _known(tokens: list[Token], i: int, entry: Entry, last: int) -> Name:
    return Name(tokens[i : last + 1], entry.kind, entry.id, entry.name, entry.sector)


def _is_headline(sentence: Sentence) -> bool:
    """Whether nearly every longer word is capitalised, so that capitals tell nothing."""
    if sentence.text[-1] in '.!?”"':
        return False
    words = [t.text for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _capital(token: Token) -> bool:
    """Whether a token is printed as part of a name."""
    return token.text[0].isupper() and (
        token.tag.startswith("NN")
        or token.tag in ("JJ", "FW", "VBN", "VBG", "CD", "RB", "UH", "VB", "VBP", "VBZ", "NNPS")
    )


def _opens(tokens: list[Token]) -> bool:
    """Whether the first word of a sentence begins a name: by its tag, or as the modifier of a capitalised noun."""
    first = tokens[0]
    if first.tag in ("NNP", "NNPS"):
        return first.sentence.part != "title" or len(tokens) > 1
    following = tokens[1] if len(tokens) > 1 else None
    beside = following is not None and following.tag == "NNP" and following.text[0].isupper()
    return (
        beside and first.head is not None and first.head.i > 0 and first.head.text[0].isupper() and first.head.is_noun
    )


def _run_end(tokens: list[Token], i: int, known: dict[int, tuple[Entry, int]]) -> int:
    """The end of the stretch of capitalised words that begins here; `i` where none does."""
    if i not in known and (not _capital(tokens[i]) or tokens[i].tag == "CD" or (i == 0 and not _opens(tokens))):
        return i
    end = i
    while end < len(tokens) and end - i < _LONGEST:
        if end in known:
            end = known[end][1] + 1
        elif _capital(tokens[end]):
            end += 1
        elif end > i and _hyphenated(tokens, end):
            end += 2
        else:
            break
    return min(end, len(tokens))


def _hyphenated(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen joins two parts of a name: Geun-hye, Export-Import, al-Qaeda."""
    if tokens[at].text != "-" or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.end != tokens[at].start or tokens[at].end != after.start or not after.text[0].isalpha():
        return False
    if after.text[0].isupper():
        return after.is_noun or after.tag == "JJ"
    given = at >= 2 and tokens[at - 2].text[0].isupper() and tokens[at - 2].tag == "NNP" and before.text.istitle()
    return (
        len(after.text) < 5 and after.is_noun if not given else len(after.text) < 8 and after.lower not in PARTICIPLES
    )


def _names_of_run(
    tokens: list[Token], start: int, stop: int, known: dict[int, tuple[Entry, int]], headline: bool
) -> list[Name]:
    """A stretch of capitalised words as names: known ones, an organisation by its last word, a person after a title."""
    run = tokens[start:stop]
    ending = _ending(run[-1])
    single = start in known and known[start][1] == stop - 1
    if ending is not None and not single and not headline:
        return _organisation(tokens, start, stop, known, ending)
    found: list[Name] = []
    i = start
    while i < stop:
        if i in known:
            entry, last = known[i]
            found.append(_known(tokens, i, entry, last))
            i = last + 1
            continue
        end = i
        while end < stop and end not in known:
            end += 1
        if not headline:
            found.extend(_unknown(tokens, i, end))
        i = end
    return found


def _ending(token: Token) -> str | None:
    """The sector of an organisation whose name ends so (`""`: none); None where it is no such word."""
    if token.lower in name_endings():
        return name_endings()[token.lower]
    noun = actor_nouns().get(token.lower)
    if noun is not None and noun.kind == "body" and not noun.needs_owner and token.text[0].isupper():
        return noun.sector or ""
    return None


def _organisation(
    tokens: list[Token], start: int, stop: int, known: dict[int, tuple[Entry, int]], sector: str
) -> list[Name]:
    """An organisation with the country that stands before or in its name; what follows after `of` is part of it."""
    noun = tokens[stop - 1].lower
    stop = _continued(tokens, stop, known)
    leading: list[Name] = []
    country = None
    i = start
    while i < stop:
        if i in known:
            entry, last = known[i]
            if entry.kind in ("country", "adjective", "capital", "seat", "place", "org"):
                country = country or entry.id
                if i == start and entry.kind in ("country", "adjective") and last + 1 < stop - 1:
                    leading.append(_known(tokens, i, entry, last))
                    start = last + 1
            i = last + 1
        else:
            i += 1
    part = tokens[start:stop]
    if len(part) == 1 and not leading:
        return [] if part[0].tag not in ("NNP", "NNPS") else [_by_pattern(part, noun, sector, country)]
    return [*leading, _by_pattern(part, noun, sector, country)]


def _by_pattern(part: list[Token], noun: str, sector: str, country: str | None) -> Name:
    text = part[0].sentence.text
    offset = part[0].sentence.start
    words = text[part[0].start - offset : part[-1].end - offset]
    made = f"NAMED:{words}"
    if country and (country.startswith(("IGO", "NAMED", "NGO")) or "-" in country):
        made = country
    elif country and sector in STATE_SECTORS:
        made = f"{country}-{sector}"
    return Name(part, "org", made, words, sector or None, country=country, noun=noun)


def _continued(tokens: list[Token], stop: int, known: dict[int, tuple[Entry, int]]) -> int:
    """The end of an organisation's name that goes on: Ministry of Foreign Affairs, Bank of England."""
    end = stop
    while end < len(tokens) and end - stop < _LONGEST:
        ahead = end
        if tokens[ahead].lower not in ("of", "for", "on", "&") and not (end > stop and tokens[ahead].lower == "and"):
            break
        while ahead < len(tokens) and tokens[ahead].lower in _JOINTS:
            ahead += 1
        if ahead >= len(tokens) or ahead - end > 2 or not (ahead in known or _capital(tokens[ahead])):
            break
        if tokens[ahead].lower in _CALENDAR or (tokens[end].lower == "and" and ahead in known):
            break
        if tokens[end].lower in ("on", "for") and ahead - end == 1 and ahead in known:
            break
        end = max(_run_end(tokens, ahead, known), ahead + 1)
    return end


def _splits(token: Token) -> bool:
    """Whether a word is what several countries are called together: the Koreas."""
    return token.lower in split_countries() or token.lower.removesuffix("s") in split_countries()


def _unknown(tokens: list[Token], i: int, end: int) -> list[Name]:
    """A person after an office or title, else a name of nobody known."""
    nouns = actor_nouns()
    split = i
    role: ActorNoun | None = None
    for n in range(i, end):
        noun = nouns.get(tokens[n].lower) or nouns.get(tokens[n].lemma)
        if noun is not None and noun.kind == "person" and not (n == end - 1 and n > i and role is not None):
            if n == end - 1:
                return []  # "the Foreign Minister": no name follows
            role, split = noun, n + 1
    company: list[Name] = []
    if role is not None and role.sector == "BUS" and nouns.get(tokens[i].lower) is None and split - i > 1:
        part = tokens[i : split - 1]
        words = part[0].sentence.text[part[0].start - part[0].sentence.start : part[-1].end - part[0].sentence.start]
        company = [Name(part, "org", f"NAMED:{words}", words, "BUS")]
    title = ""
    while split < end and tokens[split].lower in person_titles():
        title = tokens[split].lower
        split += 1
    part = tokens[split:end]
    if not part or not any(t.tag in ("NNP", "NNPS") for t in part) or part[0].lower in _CALENDAR:
        return []
    if len(part) == 1 and (len(part[0].text) < 2 or part[0].lower in DIRECTIONS or _splits(part[0])):
        return []
    plain = role is None and not title
    if plain and (part[-1].lower in thing_kinds() or part[-1].lower in place_kinds()):
        return []
    if plain and len(part) == 1 and part[0].i == 0 and part[0].sentence.part == "title":
        return []
    if role is None and i > 0 and split == i:
        before = tokens[i - 1]
        noun = nouns.get(before.lower)
        if noun is not None and noun.kind == "person" and before.tag in ("NN", "NNP"):
            role = noun
    words = part[0].sentence.text[part[0].start - part[0].sentence.start : part[-1].end - part[0].sentence.start]
    kind: Kind = "person" if role is not None or title else "proper"
    sector = role.sector if role else person_titles().get(title) or None
    return [*company, Name(part, kind, f"NAMED:{words}", words, sector, noun=role.id if role else None)]


def _directions(parsed: Parsed, names: Names) -> None:
    """Adds `the North` where the page names a country that begins so or its counterpart, and `southern` before nouns."""
    named: dict[str, str] = {}
    split: dict[str, str] = {}
    for found in names.by_sentence:
        for name in found:
            first = name.tokens[0].lower
            if first not in DIRECTIONS or len(name.tokens) < 2 or not is_country(name.id):
                continue
            named.setdefault(first, name.id[:3])
            rest = " ".join(t.lower for t in name.tokens[1:])
            for direction, code in (
                split_countries().get(rest) or split_countries().get(rest.removesuffix("s"), {})
            ).items():
                split.setdefault(direction, code)
    named = {**split, **named}
    if not named and not any(name.partner for found in names.by_sentence for name in found):
        return
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token in names.covering or token.lower not in _DIRECTION_WORDS:
                continue
            made = (
                _joined_direction(token, names) or _bare_direction(token, named, names) or _of_direction(token, split)
            )
            if made is not None:
                names.covering[token] = made
                found = names.by_sentence[sentence.index]
                found.append(made)
                found.sort(key=lambda n: n.start)


def _of_direction(token: Token, split: dict[str, str]) -> Name | None:
    """Southern in `southern firms`, southerners: of one half of a country whose halves the page tells apart."""
    direction = token.lower.removesuffix("s").removesuffix("er").removesuffix("ern")
    code = split.get(direction)
    if code is None or direction == token.lower:
        return None
    if token.is_noun and token.lower.startswith(f"{direction}erner"):
        return Name([token], "people", code, token.text)
    noun = (
        actor_nouns().get(token.head.lower) or actor_nouns().get(token.head.lemma) if token.head is not None else None
    )
    if token.lower == f"{direction}ern" and noun is not None and token.dep in ("amod", "compound"):
        return Name([token], "adjective", code, token.text)
    return None


def _joined_direction(token: Token, names: Names) -> Name | None:
    """North in `North and South Korean officials`."""
    tokens = token.sentence.tokens
    if token.lower not in DIRECTIONS or not token.text[0].isupper():
        return None
    ahead = token.i + 1
    while ahead < len(tokens) and tokens[ahead].lower in ("and", ",", "&", "/", "or", "-"):
        ahead += 1
    other = names.at(tokens[ahead]) if token.i + 1 < ahead < len(tokens) else None
    if other is None or other.tokens[0] is not tokens[ahead]:
        return None
    rest = " ".join(t.lower for t in other.tokens[1:])
    codes = split_countries().get(rest) or split_countries().get(rest.removesuffix("s"))
    if codes is None or token.lower not in codes:
        return None
    other.partner = Name([token], other.kind, codes[token.lower], token.text, joined=other)
    return other.partner


def _bare_direction(token: Token, named: dict[str, str], names: Names) -> Name | None:
    tokens = token.sentence.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if after is not None and (after.lower == "of" or (after.text[0].isupper() and after.tag.startswith("NN"))):
        return None
    before = tokens[token.i - 1] if token.i else None
    code = named.get(token.lower)
    if not token.text[0].isupper() or code is None or (before is not None and before.tag in ("NNP", "CD")):
        return None
    return Name([token], "country", code, f"the {token.text}")


def _short_forms(parsed: Parsed, names: Names) -> None:
    """Gives last names, acronyms and first words of names the id of what the page named in full."""
    full: dict[str, list[Name]] = {}
    things: set[str] = set()
    for sentence in parsed.sentences:
        for name in names.by_sentence[sentence.index]:
            for word in _short(name):
                full.setdefault(word, []).append(name)
        for acronym, last in _acronyms(sentence):
            before = names.at(last)
            if before is not None and before.kind == "org":
                full.setdefault(acronym, []).append(before)
            elif last.lower in thing_kinds() or last.lower in place_kinds() or (before and before.kind == "thing"):
                things.add(acronym)
    for sentence in parsed.sentences:
        _namesakes(sentence, names, full)
    for found in names.by_sentence:
        for name in found:
            if name.text in things and name.kind in ("proper", "org"):
                name.kind, name.id = "thing", ""
            elif name.kind in ("proper", "person", "org") and (name.kind != "org" or len(name.tokens) == 1):
                _join(name, full.get(name.text, []))


def _short(name: Name) -> list[str]:
    """The words that may stand for a name further on."""
    if len(name.tokens) < 2:
        return []
    if name.kind == "person" or (name.kind == "proper" and len(name.tokens) < 6 and name.tokens[0].dep == "compound"):
        return [name.tokens[-1].text, name.tokens[0].text, name.text]
    if name.kind == "org" and name.id.startswith("NAMED:"):
        return [name.tokens[0].text, *([name.text.split(" of ")[0]] if " of " in name.text else [])]
    return []


def _namesakes(sentence: Sentence, names: Names, full: dict[str, list[Name]]) -> None:
    """Adds people whose last name is a common word, once the page named them: Park, not the park."""
    for token in sentence.tokens:
        if token.tag == "NNP" and token not in names.covering and token.text in full and token.dep != "compound":
            if any(c.dep == "det" for c in token.children) or full[token.text][0].kind == "org":
                continue
            name = Name([token], "proper", f"NAMED:{token.text}", token.text)
            names.covering[token] = name
            names.by_sentence[sentence.index].append(name)
            names.by_sentence[sentence.index].sort(key=lambda n: n.start)


def _join(name: Name, longer: list[Name]) -> None:
    """Joins a short name to the last longer one before it, else to the first after it."""
    others = [n for n in longer if n is not name and len(n.tokens) > len(name.tokens)]
    if not others:
        return
    chosen = next((n for n in reversed(others) if n.start < name.start), others[0])
    name.kind, name.id, name.name = chosen.kind, chosen.id, chosen.name
    name.sector, name.noun = name.sector or chosen.sector, name.noun or chosen.noun
    name.joined = chosen


def _acronyms(sentence: Sentence) -> list[tuple[str, Token]]:
    """AMPTP in `Alliance of Motion Picture and Television Producers (AMPTP)`, with the word before the bracket."""
    tokens = sentence.tokens
    found = []
    for opening, inner, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        word = inner.text
        if (
            opening.text != "("
            or closing.text != ")"
            or not word.isupper()
            or not 2 <= len(word) <= 10
            or not opening.i
        ):
            continue
        initials = [t.text[0] for t in tokens[max(0, opening.i - _LONGEST) : opening.i] if t.text[0].isupper()]
        if word[0] in initials and tokens[opening.i - 1].text[0].isupper():
            found.append((word, tokens[opening.i - 1]))
    return found
