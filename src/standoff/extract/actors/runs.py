"""Names in one sentence: known ones, organisations by their last word, people after a title or office."""

from standoff.actor_ids import coded, is_country
from standoff.extract.actors.denoted import is_endless, words_of
from standoff.extract.actors.gazetteer import Entry, Gazetteer
from standoff.extract.actors.names import STATE_SECTORS, Name
from standoff.extract.actors.unlisted import NAMED_BODIES, office_of, unlisted
from standoff.lexicon.actors import (
    actor_nouns,
    legal_forms,
    name_endings,
    name_openings,
    no_names,
    place_kinds,
    thing_kinds,
)
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.clauses import clause_words
from standoff.parse import Sentence, Token

_JOINTS = frozenset({"of", "for", "on", "and", "the", "&", "to"})
LONGEST = 12  # words in a name


def names_in(sentence: Sentence, gazetteer: Gazetteer, published: str) -> list[Name]:
    """The names of a sentence in order; `published` (`YYYY-MM`, or empty) says who is in office."""
    if is_endless(sentence):
        return []
    tokens = sentence.tokens
    known: dict[int, tuple[Entry, int]] = {}
    after = 0
    for i in gazetteer.beginnings(tokens):
        match = gazetteer.match(tokens, i) if i >= after else None
        if match is None or _is_given_name(tokens, i, *match):
            continue
        if not _part_of_another(tokens, i, known) and _definite_enough(tokens[match[1]], match[0]):
            known[i] = (_in_office(match[0], published), match[1])
            after = match[1] + 1
    headline = _is_headline(sentence)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if i not in known and not tokens[i].text[0].isupper():
            i += 1  # most tokens
            continue
        stop = _run_end(tokens, i, known)
        if stop > i:
            stop = stop if headline else _with_second_half(tokens, i, stop, known)
            found.extend(_names_of_run(tokens, i, stop, known, headline))
            i = max(stop, found[-1].tokens[-1].i + 1 if found else stop)
        elif i in known:
            found.append(_known(tokens, i, *known[i]))
            i = known[i][1] + 1
        else:
            i += 1
    for name in found:
        if name.kind == "person" and name.office is None:
            name.office = office_of(name)
    return found


def _part_of_another(tokens: list[Token], i: int, known: dict[int, tuple[Entry, int]]) -> bool:
    """Whether a name is the second half of a double one: Crabtree-Ireland."""
    if i < 2 or tokens[i - 1].text != "-" or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 2]
    covered = any(first <= before.i <= last for first, (_, last) in known.items())
    return (
        before.tag == "NNP"
        and before.text[0].isupper()
        and not covered
        and before.lower not in clause_words("name_prefixes")
    )


def _is_given_name(tokens: list[Token], i: int, entry: Entry, last: int) -> bool:
    """Whether a word for one of a people is somebody's given name: in Scot Miller, not in `the Scot Ann Muir`."""
    if entry.kind != "people" or last != i or tokens[i].tag == "NNS" or i + 1 >= len(tokens):
        return False
    after = [t.tag == "NNP" and t.text[0].isupper() and t.text.isalpha() for t in tokens[i + 1 : i + 3]]
    return after[0] and not any(after[1:]) and (i == 0 or tokens[i - 1].tag not in ("DT", "PRP$", "POS"))


def _definite_enough(token: Token, entry: Entry) -> bool:
    """Whether an alias that needs an article has one, or stands in a headline."""
    if not entry.definite:
        return True
    articles = {c.lower for c in token.children if c.dep in ("det", "poss")}
    return bool(articles & {"the", "this", "that"}) or (
        not articles and token.sentence.part == "title" and token.tag == "NN"
    )


def _in_office(entry: Entry, published: str) -> Entry:
    """A leader as what he is on the page's day: after his time one of the country's elite."""
    if entry.until is None or not published[:4].isdigit() or published <= entry.until or not is_country(entry.id):
        return entry
    return Entry(coded(entry.id, "ELI"), entry.kind, entry.name, "ELI")


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
    while end < len(tokens) and end - i < LONGEST:
        if end in known:
            end = known[end][1] + 1
        elif _capital(tokens[end]):
            end += 1
        elif end > i and _hyphenated(tokens, end):
            end += 2
        elif end > i and (_possessive(tokens, end) or _dated(tokens, end)):
            end += 1
        else:
            break
    end = min(end, len(tokens))
    return end - 1 if _then_day(tokens, i, end) else end


def _then_day(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a day stands between a name and its verb: `The Supreme Court Wednesday asked`, not `Black Friday came`."""
    if end - start < 2 or end >= len(tokens) or tokens[end - 1].lower not in WEEKDAY_WORDS:
        return False
    return tokens[end].is_verb and (end - start > 2 or _ending(tokens[end - 2]) is not None)


def _with_second_half(tokens: list[Token], start: int, stop: int, known: dict[int, tuple[Entry, int]]) -> int:
    """The end of an organisation's name that has `and` in it: the Sea and Harbour Workers Union; else `stop`."""
    if stop + 1 >= len(tokens) or tokens[stop].lower not in ("and", "&") or not start:
        return stop
    last = tokens[stop - 1]
    if tokens[start - 1].lower != "the" or last.tag != "NNP" or last.lower.endswith("s") or _ending(last) is not None:
        return stop
    if any(first < stop and start <= end for first, (_, end) in known.items()) or stop + 1 in known:
        return stop
    end = _run_end(tokens, stop + 1, known)
    return end if end > stop + 1 and _ending(tokens[end - 1]) is not None else stop


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
        len(after.text) < 5 and after.is_noun if not given else len(after.text) < 8 and after.tag not in ("VBN", "VBD")
    )


def _possessive(tokens: list[Token], at: int) -> bool:
    """Whether a bare apostrophe stands inside an organisation's name: Miners' Federation, Lorry Drivers' Association."""
    if tokens[at].text not in ("'", "’") or at + 1 >= len(tokens) or tokens[at - 1].end != tokens[at].start:
        return False
    last = at + 1
    while last + 1 < len(tokens) and last - at < LONGEST and _capital(tokens[last + 1]):
        last += 1
    return tokens[at - 1].text.endswith("s") and _capital(tokens[at + 1]) and _ending(tokens[last]) is not None


def _dated(tokens: list[Token], at: int) -> bool:
    """Whether a number stands inside an organisation's name after a month: the March 23 Movement."""
    if tokens[at].tag != "CD" or at + 1 >= len(tokens) or at < 2 or tokens[at - 1].lower not in no_names():
        return False
    return tokens[at - 2].lower == "the" and _capital(tokens[at + 1]) and _ending(tokens[at + 1]) is not None


def _names_of_run(
    tokens: list[Token], start: int, stop: int, known: dict[int, tuple[Entry, int]], headline: bool
) -> list[Name]:
    """A stretch of capitalised words as names: known ones, an organisation by its last word, a person after a title."""
    run = tokens[start:stop]
    ending = _ending(run[-1])
    single = start in known and all(t.lower in legal_forms() for t in tokens[known[start][1] + 1 : stop])
    if single:
        return [_known(tokens, start, known[start][0], stop - 1)]
    if ending is not None and not headline:
        return _organisation(tokens, start, stop, known, ending)
    found: list[Name] = []
    i = start
    while i < stop:
        if i in known:
            entry, last = known[i]
            if not _begins_a_name(entry, tokens[last + 1 : stop]):
                found.append(_known(tokens, i, entry, last))
                i = last + 1
                continue
            end = last + 1
        else:
            end = i
        while end < stop and end not in known:
            end += 1
        if (opened := _by_opening(tokens, i, end, known)) is not None:
            found.append(opened)
            i = opened.tokens[-1].i + 1
            continue
        if not headline:
            found.extend(unlisted(tokens, i, end))
        i = end
    return found


def _begins_a_name(entry: Entry, after: list[Token]) -> bool:
    """Whether a town is the first word of another name: Denver Public Schools, but not Denver Mayor Lee or Kharkiv Province."""
    if entry.kind != "place" or not after or not after[-1].tag.startswith("NNP"):
        return False
    return not any(
        t.lower in no_names() or t.lower in actor_nouns() or t.lower in place_kinds() or t.lower in thing_kinds()
        for t in after
    )


def _by_opening(tokens: list[Token], i: int, end: int, known: dict[int, tuple[Entry, int]]) -> Name | None:
    """A company named by a word of its trade and its country: Air Canada, Air New Zealand."""
    sector = name_openings().get(tokens[i].lower) if end == i + 1 and end in known else None
    if sector is None or known[end][0].kind != "country":
        return None
    return _by_pattern(tokens[i : known[end][1] + 1], "company", sector, None)


def _ending(token: Token) -> str | None:
    """The sector of an organisation whose name ends so (`""`: none); None where it is no such word."""
    if token.lower in name_endings():
        return name_endings()[token.lower]
    noun = actor_nouns().get(token.lower)
    if noun is not None and noun.kind == "body" and not (noun.needs_owner or noun.after) and token.text[0].isupper():
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
            if entry.kind in ("country", "adjective", "capital", "seat") or (entry.kind == "org" and i == start):
                country = country or entry.id
                owned = sector not in NAMED_BODIES  # the Nepal Oil Corporation is a name, a Nepalese ministry is not
                if owned and i == start and entry.kind in ("country", "adjective") and last + 1 < stop - 1:
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
    last = next((t for t in reversed(part) if t.lower not in legal_forms()), part[-1])
    words = words_of(part[0], part[0].start, last.end)
    made = f"NAMED:{words}"
    if country and (country.startswith(("IGO", "NAMED", "NGO")) or "-" in country):
        made = country
    elif country and sector in STATE_SECTORS:
        made = f"{country}-{sector}"
    return Name(part, "org", made, words, sector or None, country=country, noun=noun)


def _continued(tokens: list[Token], stop: int, known: dict[int, tuple[Entry, int]]) -> int:
    """The end of an organisation's name that goes on: Ministry of Foreign Affairs, Bank of England."""
    end = stop
    while end < len(tokens) and end - stop < LONGEST:
        ahead = end
        if tokens[ahead].lower not in ("of", "for", "on", "&") and not (end > stop and tokens[ahead].lower == "and"):
            break
        while ahead < len(tokens) and tokens[ahead].lower in _JOINTS:
            ahead += 1
        if ahead >= len(tokens) or ahead - end > 2 or not (ahead in known or _capital(tokens[ahead])):
            break
        if tokens[ahead].lower in no_names() or (tokens[end].lower == "and" and ahead in known):
            break
        if tokens[end].lower in ("on", "for") and ahead - end == 1 and ahead in known:
            break
        end = max(_run_end(tokens, ahead, known), ahead + 1)
    return end
