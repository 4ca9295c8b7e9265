"""Repairs of names in a row, behind a list of countries: `the ministers of Chad and Niger, Adu Bello and Musa Kone`."""

from standoff.parse.tokens import Sentence, Token, move


def mend_offices(sentence: Sentence) -> None:
    """Hangs names on the offices that they explain; the words stay."""
    for token in sentence.tokens:
        if token.dep == "conj" and token.tag == "NNP":
            _behind_countries(token)


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
