"""Repairs of `resume` and `visiting`, which news uses as a verb and an adjective and the parser takes for a noun and a verb."""

from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

_AGAIN = frozenset({"restart", "resume"})


def mend_resumed(sentence: Sentence) -> None:
    """Changes heads, labels and tags in place; the words stay."""
    for token in sentence.tokens:
        if token.lower in _AGAIN:
            _goes_on(token)
        elif token.lower == "visiting" and token.dep == "xcomp":
            _guest(token)


def _goes_on(token: Token) -> None:
    """`talks between Chad and Niger resume on Monday`, parsed as somebody's resume: what the talks do."""
    if token.tag == "VBP" and token.child("nsubj") is None:
        for noun in token.childs("compound"):
            if noun.tag == "NNS" and noun.i == token.i - 1:
                noun.dep = "nsubj"
        return
    prep, name = token.head, token.child("nmod", "compound")
    what = prep.head if prep is not None and token.dep == "pobj" else None
    following = token.sentence.tokens[token.i + 1 : token.i + 2]
    if token.tag != "NN" or what is None or prep is None or name is None or what.tag != "NNS":
        return
    if not following or following[0].dep != "prep" or following[0].head is not token:
        return
    token.retag("VBP")
    move(name, prep, "pobj")
    above = what.head
    if above is None:
        make_root(token)
    else:
        move(token, above, "ccomp")
    move(what, token, "nsubj")


def _guest(visiting: Token) -> None:
    """`told the visiting premier that`, without its article parsed as visiting him: whom somebody tells."""
    verb, guest = visiting.head, visiting.child("dobj")
    if verb is None or guest is None or visiting.i != verb.i + 1 or verb.child("dobj") is not None:
        return
    visiting.retag("JJ")
    move(guest, verb, "dobj")
    hand_over(visiting.children, verb)
    move(visiting, guest, "amod")
