"""Repairs of names in a row: the second of two who act together, those behind a list of countries, one that does two things."""

from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move


def mend_offices(sentence: Sentence) -> None:
    """Hangs names on the offices that they explain, and on what they do; the words stay."""
    for token in sentence.tokens:
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "NNP":
            _second_of_two(token)
        elif token.dep == "conj" and token.tag == "NNP":
            _behind_countries(token)
        elif token.dep == "npadvmod" and token.tag == "NNP" and not token.i:
            _first_of_two_deeds(token)


def _second_of_two(name: Token) -> None:
    """`Its premier Jan Holm and his Danish counterpart Ove Lund met`, parsed as one subject and another: two who are joined."""
    verb = name.head
    first = verb.child("nsubj", "nsubjpass") if verb is not None else None
    begin = name.subtree()[0].i
    if verb is None or first is None or first is name or first.i > name.i or not begin:
        return
    office = name.sentence.tokens[begin - 1]
    joined = any(t.dep == "cc" and first.i < t.i < office.i for t in first.subtree())
    if joined and office.is_noun and office.dep in ("appos", "conj") and office in first.subtree():
        move(office, first, "conj")
        move(name, office, "appos")


def _first_of_two_deeds(name: Token) -> None:
    """`Oslo massed tanks and shut the road`, parsed as tanks that shut it: the name does both."""
    deed, thing = name.head, name.head.head if name.head is not None else None
    if deed is None or thing is None or deed.i != 1 or deed.tag not in ("VBD", "VBN") or deed.dep != "amod":
        return
    second, joiner = thing.head, thing.child("cc")
    if second is None or thing.dep != "nsubj" or second.tag != "VBD" or joiner is None or thing.child("conj"):
        return
    if joiner.lower != "and" or joiner.i != second.i - 1 or second.dep != "ROOT":
        return
    deed.retag("VBD")
    make_root(deed)
    name.dep = "nsubj"
    move(thing, deed, "dobj")
    move(second, deed, "conj")
    move(joiner, deed, "cc")
    hand_over(second.childs("punct"), deed)


def _behind_countries(name: Token) -> None:
    """`the ministers of Chad and Niger, Adu Bello and Musa Kone`, parsed as four countries: two names of the ministers."""
    begin = name.subtree()[0].i
    tokens = name.sentence.tokens
    before = tokens[begin - 2] if begin > 1 and tokens[begin - 1].lower == "," else None
    prep = next((a for a in name.ancestors() if a.dep == "prep"), None)
    offices = prep.head if prep is not None and prep.lower in ("of", "from") else None
    if before is None or offices is None or offices.tag != "NNS" or before.dep != "conj":
        return
    closed = tokens[before.subtree()[0].i - 1].lower == "and"
    if closed and name.child("cc") is not None and name.child("conj") is not None:
        move(name, offices, "appos")
