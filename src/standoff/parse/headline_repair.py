"""Repairs of headlines: two subjects joined by a comma, passives without their auxiliary."""

from standoff.lexicon.headlines import left_out_passives
from standoff.parse.tokens import Sentence, Token, move

_ENDS = (".", "!", "?", ":", ";", "...")
_LONGEST = 24  # words


def mend_headline(sentence: Sentence) -> None:
    """Changes heads, labels and tags of a headline's tokens in place; a sentence with its full stop stays as it is."""
    tokens = sentence.tokens
    if not 2 < len(tokens) <= _LONGEST or tokens[-1].text in _ENDS:
        return
    _joined_by_comma(sentence)
    _left_out_be(sentence)


def _joined_by_comma(sentence: Sentence) -> None:
    """`Peru, Chile sign accord`: both are the subject."""
    first, comma, second = sentence.tokens[:3]
    verb = second.head
    if comma.text != "," or not (first.tag.startswith("NNP") and second.tag.startswith("NNP")) or verb is None:
        return
    if second.dep != "nsubj" or verb.tag not in ("VB", "VBP", "VBD") or verb.i != second.i + 1:
        return
    if first.head is verb:
        move(first, verb, "nsubj")
        move(second, first, "conj")


def _left_out_be(sentence: Sentence) -> None:
    """`Ban on buses lifted`, `Two trawlers seized off cape`: what stands before the verb is acted on."""
    root = sentence.root
    if root is None:
        return
    passives = left_out_passives()
    if root.is_verb:
        subject = root.child("nsubj")
        bare = root.child("dobj", "ccomp", "xcomp", "aux", "auxpass", "prt") is None
        if root.tag in ("VBD", "VBN") and subject is not None and bare and root.lemma in passives:
            root.retag("VBN")
            subject.dep = "nsubjpass"
        return
    if not root.is_noun or any(_finite(t) for t in sentence.tokens):
        return
    for verb in root.childs("acl"):
        if verb.tag == "VBN" and verb.i > root.i and verb.lemma in passives:
            root.children.remove(verb)
            verb.head, verb.dep = None, "ROOT"
            move(root, verb, "nsubjpass")
            return


def _finite(token: Token) -> bool:
    return token.tag in ("VBZ", "VBP", "MD") or (token.tag == "VBD" and token.dep in ("ROOT", "conj"))
