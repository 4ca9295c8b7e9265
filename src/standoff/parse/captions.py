"""Repairs of captions: verbs in the present that the parser takes for nouns, names for what stands to the left of them."""

from standoff.lexicon.captions import caption_verbs
from standoff.lexicon.clauses import clause_words
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move


def mend_caption(sentence: Sentence) -> None:
    """Changes heads, labels and tags of a sentence's tokens in place, where it reads as captions do."""
    _named_before(sentence)
    _verbless(sentence)
    _plural_with_object(sentence)


def mend_root(token: Token) -> None:
    """`Workers call for peace`: a root that has a subject, and captions use as a verb, is one."""
    if token.tag in ("NN", "NNS") and token.dep == "ROOT" and token.lower in caption_verbs() and token.child("nsubj"):
        _as_verb(token)


def _verbless(sentence: Sentence) -> None:
    """`Workers from X call for peace`, parsed as a noun phrase without any verb."""
    tokens = sentence.tokens
    if any((t.tag.startswith("VB") or t.tag == "MD") and not _which_one(t) for t in tokens):
        return
    for token in tokens[1:-1]:
        wanted = caption_verbs().get(token.lower)
        if wanted is None or token.tag not in ("NN", "NNS") or token.dep == "ROOT":
            continue
        root, before = sentence.root, tokens[token.i - 1]
        if root is None or root.i > token.i or not root.tag.startswith("NN"):
            continue
        if before.head is not token or before.dep != "compound" or (wanted and tokens[token.i + 1].lower not in wanted):
            continue
        if token.head is not None:
            move(before, token.head, token.dep)
            token.head.children.remove(token)
        token.head, token.dep = None, "ROOT"
        move(root, token, "nsubj")
        _as_verb(token)
        return


def _plural_with_object(sentence: Sentence) -> None:
    """`Chad reserves the right to pay`, parsed as reserves of Chad's: a plural that has an object is the verb."""
    root = sentence.root
    doer = sentence.tokens[root.i - 1] if root is not None and root.i else None
    if root is None or doer is None or root.tag != "NNS" or root.child("dobj") is None:
        return
    if doer.head is root and doer.dep == "compound" and doer.is_noun and root.child("nsubj") is None:
        doer.dep = "nsubj"
        hand_over([c for c in root.children if c.i < doer.i and c.dep in ("amod", "compound", "det", "poss")], doer)
        _as_verb(root)


def _named_before(sentence: Sentence) -> None:
    """`Ana Ruiz (left) and Tom Hale at the gate`, parsed as what is left: the name is what it is about."""
    root = sentence.root
    if root is None or not _which_one(root):
        return
    name = next((t for t in reversed(sentence.tokens[: root.i]) if t.head is root and t.is_noun), None)
    if name is None:
        return
    make_root(name)
    hand_over([c for c in root.children if c.text not in "(),"], name)
    move(root, name, "parataxis")


def _which_one(token: Token) -> bool:
    """Whether a word only says who is who in a picture: `Ana Ruiz (left) and Tom Hale`."""
    tokens = token.sentence.tokens
    if token.lower not in clause_words("sides_of_pictures") or not 0 < token.i < len(tokens) - 1:
        return False
    return (tokens[token.i - 1].text, tokens[token.i + 1].text) in (("(", ")"), (",", ","))


def _as_verb(token: Token) -> None:
    token.retag("VBZ" if token.lower.endswith("s") else "VBP")
