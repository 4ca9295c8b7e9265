"""What the words before a noun or below it say of an actor: its sector, its kind, that it is of another country."""

from standoff.extract.actors.denoted import phrase_start
from standoff.extract.actors.names import Names
from standoff.lexicon.actors import ActorNoun, actor_nouns, no_names, sector_words
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

_ALL_OVER = frozenset({"in", "across", "around", "throughout", "of", "from", "over"})
_CIVIL = frozenset({"BUS", "CVL", "EDU", "LAB"})
_STATE = frozenset({"GOV", "JUD", "LEG"})
_IN_OFFICE = _STATE | {"COP", "MIL"}


def sector_in(head: Token, noun: ActorNoun, role: str | None = None) -> str | None:
    """The sector of a noun with what stands before it, or of a name with its role: rebel forces, an army spokesman, former ministers."""
    sector = _sector_told(head, noun)
    words = (role or "").lower().replace("-", " ").split() + [t.lower for t in words_before(head)]
    out = noun.kind == "person" and sector in _IN_OFFICE and not clause_words("out_of_office").isdisjoint(words)
    return "ELI" if out else sector


def _sector_told(head: Token, noun: ActorNoun) -> str | None:
    nouns = actor_nouns()
    if noun.sector == "REB" and any("-" in t.text and any(c.isdigit() for c in t.text) for t in words_before(head)):
        return "MIL"  # F-16 fighters
    for token in reversed(words_before(head)):
        judges = noun.sector in _STATE and sector_words().get(token.lower) in _CIVIL  # a labour court, a trade ministry
        if token.lower in sector_words() and token.head is head and noun.kind == "body" and not judges:
            return sector_words()[token.lower]
        other = nouns.get(token.lower) or nouns.get(token.lemma)
        if other is None or token.lower == "state":
            continue
        if token.dep == "poss" and other.kind == "person" and noun.kind == "body" and other.sector in _CIVIL:
            return other.sector  # the fishermen's council
        if other.marks or (noun.for_owner and other.sector and other.sector != "GOV"):
            return other.sector
    return noun.sector


def is_elsewhere(head: Token) -> bool:
    """Whether a phrase says that it is not of the page's country alone: foreign officials, governments in Asia."""
    if any(c.lower in clause_words("elsewhere") for c in head.children):
        return True
    wide = (prep.child("pobj") for prep in head.childs("prep") if prep.lower in _ALL_OVER)
    return any(p is not None and p.lower in clause_words("wide_regions") for p in wide)


def plain_words(head: Token, names: Names) -> str:
    """The words of an actor without a country: unknown names before it, nouns that say what kind, and itself."""
    sides = sides_taken(head)
    kinds = [f"{side.lower}-{whom.text}" for side, _, whom in sides]
    taken = {token for side in sides for token in side}
    for token in words_before(head):
        if token in taken:
            continue
        name = names.at(token)
        if name is not None and name.kind in ("proper", "place"):
            kinds.append(token.text)
        elif name is None and token.text.isalpha() and token.lower not in no_names():
            known = token.lower in actor_nouns() or token.lower in sector_words()
            if token.text[0].isupper() and token.i and token.tag in ("JJ", "NNP"):
                kinds.append(token.text)
            elif token.head is not head:
                continue
            elif token.dep == "compound" or (token.dep == "amod" and known):
                kinds.append(token.lower)
    office = head.tag == "NNP" and head.text[0].isupper() and bool(kinds) and kinds[-1][0].isupper()
    return " ".join([*kinds, head.text if office else head.lower])


def sides_taken(head: Token) -> list[tuple[Token, Token, Token]]:
    """For or against whom somebody is, as the words before say: `pro`, the hyphen and `Keita` of `pro-Keita forces`."""
    before = words_before(head)
    triples = zip(before, before[1:], before[2:], strict=False)
    return [t for t in triples if t[1].text == "-" and t[0].lower in clause_words("taking_sides")]


def words_before(head: Token) -> list[Token]:
    """The tokens of a base phrase before its head."""
    return head.sentence.tokens[phrase_start(head).i : head.i]
