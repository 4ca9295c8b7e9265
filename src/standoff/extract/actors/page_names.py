"""The names of a page: its sentences' names, with halves of split countries and short forms of what is named in full."""

from itertools import pairwise

from standoff.actor_ids import is_country, party_of
from standoff.extract.actors.branches import with_branches
from standoff.extract.actors.denoted import phrase_head
from standoff.extract.actors.employers import mark_bodies
from standoff.extract.actors.gazetteer import DIRECTIONS, Gazetteer, split_countries
from standoff.extract.actors.names import Name, Names
from standoff.extract.actors.namesakes import without_namesakes
from standoff.extract.actors.runs import LONGEST, names_in
from standoff.lexicon.actors import actor_nouns, name_endings, no_names, place_kinds, thing_kinds
from standoff.lexicon.headlines import is_common
from standoff.parse import Parsed, Sentence, Token

_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
_DIRECTION_WORDS = frozenset(f"{d}{ending}" for d in DIRECTIONS for ending in ("", "ern", "erner", "erners"))


def find_names(parsed: Parsed, gazetteer: Gazetteer) -> Names:
    """Every name of the page's sentences."""
    _names_in_front(parsed)
    names = Names()
    published = (parsed.page.meta.published or "")[:7]
    for sentence in parsed.sentences:
        found = without_namesakes(with_branches(sentence, names_in(sentence, gazetteer, published)), gazetteer)
        names.by_sentence.append(found)
        names.datelines.update(sentence.tokens[: dateline_length(sentence) or _bare_dateline(sentence, found)])
        for name in found:
            for token in name.tokens:
                names.covering[token] = name
    _adjectives(names)
    _directions(parsed, names)
    _short_forms(parsed, names)
    mark_bodies(parsed, names)
    return names


def _names_in_front(parsed: Parsed) -> None:
    """Tags the first word of a sentence as a name where the page has it so in mid-sentence: `Corda locked out its crews.`"""
    first = [s.tokens[0] for s in parsed.sentences if s.tokens and s.tokens[0].tag in ("NN", "NNS", "JJ", "VBN", "RB")]
    wanted = {
        t.text for t in first if t.text.istitle() and t.dep in ("nsubj", "nsubjpass", "poss") and not is_common(t.lower)
    }
    if not wanted:
        return
    named = {
        t.text
        for s in parsed.sentences
        if s.part == "story"
        for t in s.tokens[1:]
        if (t.tag == "NNP" or (t.tag == "JJ" and t.dep == "compound")) and t.text in wanted
    }
    for token in first:
        if token.text in named and token.dep in ("nsubj", "nsubjpass", "poss"):
            token.retag("NNP")


def dateline_length(sentence: Sentence) -> int:
    """How many tokens a dateline takes that was left in the story: `GENEVA, May 3 (Reuters) -`."""
    tokens = sentence.tokens
    if not tokens or not (len(tokens[0].text) > 1 and tokens[0].text.isupper()):
        return 0
    for n, token in enumerate(tokens[:LONGEST]):
        if n and token.text in ("-", "–", "—", "―", "--", "---") and tokens[n - 1].end < token.start:
            return n + 1
        if token.tag.startswith("VB"):
            return 0
    return 0


def _bare_dateline(sentence: Sentence, found: list[Name]) -> int:
    """How many tokens a dateline takes that no dash ends: `LIMA, Peru Miners walked out`, `LIMA, May 3 Miners`."""
    tokens = sentence.tokens
    town = found[0] if found else None
    if town is None or town.tokens[0].i or town.kind not in ("capital", "place", "party") or not town.text.isupper():
        return 0
    at = town.tokens[-1].i + 1
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return 0
    if tokens[at + 1].lower in no_names() and tokens[at + 2].tag == "CD":
        return at + 3
    country = next((n for n in found if n.kind in ("country", "party") and n.tokens[0].i == at + 1), None)
    after = tokens[country.tokens[-1].i + 1 :] if country is not None else []
    return after[0].i if after and after[0].text != "," and after[0].text[0].isupper() else 0


def _adjectives(names: Names) -> None:
    """Joins an adjective to the one that stands with it before a noun: Kyrgyz in `Kyrgyz and Tajik guards`."""
    for found in names.by_sentence:
        for name, other in pairwise(found):
            tokens = name.tokens[0].sentence.tokens
            between = [t.lower for t in tokens[name.tokens[-1].i + 1 : other.tokens[0].i]]
            if name.kind != "adjective" or other.kind != "adjective" or between not in (["and"], ["or"], ["&"]):
                continue
            last, noun = name.tokens[-1], phrase_head(other.tokens[-1])
            if phrase_head(last) is last and noun not in other.tokens and last.dep != "appos":
                name.joined = other


def _directions(parsed: Parsed, names: Names) -> None:
    """Adds `the North` where the page names a country that begins so or its counterpart, and `southern` before nouns."""
    named: dict[str, str] = {}
    split: dict[str, str] = {}
    for found in names.by_sentence:
        for name in found:
            first = name.tokens[0].lower
            if first not in DIRECTIONS or len(name.tokens) < 2 or not is_country(name.id):
                continue
            named.setdefault(first, party_of(name.id))
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
            if token.lower not in _DIRECTION_WORDS:
                continue
            known = names.covering.get(token)
            if known is not None and (known.kind != "party" or len(known.tokens) > 1):
                continue
            made = _joined_direction(token, names)
            if made is None and known is None:
                made = _bare_direction(token, named) or _of_direction(token, split)
            if made is not None:
                if known is not None:  # a subject that lists `the North` among the words for a party
                    names.by_sentence[sentence.index].remove(known)
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
    one = token.head is not None and token.head.lower in ("one", "ones")
    if token.lower == f"{direction}ern" and (noun is not None or one) and token.dep in ("amod", "compound"):
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


def _bare_direction(token: Token, named: dict[str, str]) -> Name | None:
    tokens = token.sentence.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    beyond = tokens[token.i + 2] if token.i + 2 < len(tokens) else None
    part = after is not None and after.lower == "of" and not (beyond is not None and beyond.tag == "VBG")
    if after is not None and (part or (after.text[0].isupper() and after.tag.startswith("NN"))):
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
        last = name.tokens[-2 if name.tokens[-1].lower in _GENERATIONS else -1]
        return [last.text, name.tokens[0].text, name.text]
    if name.kind == "org" and name.id.startswith("NAMED:"):
        first = name.tokens[0].text
        company = name.sector == "BUS" and name.tokens[-1].lower in name_endings() and not first.isupper()
        letters = "".join(t.text[0] for t in name.tokens if t.text[0].isupper())
        return [
            *([first] if company else []),
            *([name.text.split(" of ")[0]] if " of " in name.text else []),
            *([letters] if len(letters) > 2 else []),
            *([name.tokens[-1].text] if name.tokens[-1].lower in actor_nouns() else []),
        ]
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
    """Joins a short name to the last longer one before it, a person's last name first, else to the first after it."""
    others = [n for n in longer if n is not name and len(n.tokens) > len(name.tokens)]
    if not others:
        return
    before = [n for n in reversed(others) if n.start < name.start]
    chosen = next((n for n in before if n.tokens[-1].text == name.text), before[0] if before else others[0])
    name.kind, name.id, name.name = chosen.kind, chosen.id, chosen.name
    name.sector, name.noun = name.sector or chosen.sector, name.noun or chosen.noun
    name.joined = chosen


def _acronyms(sentence: Sentence) -> list[tuple[str, Token]]:
    """AMPTP in `Alliance of Motion Picture and Television Producers (AMPTP)`, with the word before the bracket."""
    found: list[tuple[str, Token]] = []
    if "(" not in sentence.words:
        return found
    tokens = sentence.tokens
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
        initials = [t.text[0] for t in tokens[max(0, opening.i - LONGEST) : opening.i] if t.text[0].isupper()]
        if word[0] in initials and tokens[opening.i - 1].text[0].isupper():
            found.append((word, tokens[opening.i - 1]))
    return found
