"""A verb with subject and object that the parser took for a participle before a noun: `Chad massed tanks`, as tanks that are massed."""

from standoff.lexicon.actions import actions
from standoff.lexicon.lemmas import lemma
from standoff.parse.labels import FINITE
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

_BETWEEN = frozenset({"already", "also", "first", "just", "last", "never", "once", "since", "twice"})
_PAST = frozenset({"VBD", "VBN"})
_BELOW_NOUN = frozenset({"compound", "nmod", "npadvmod", "nsubj"})
_BELOW_VERB = frozenset({"advmod", "npadvmod", "nsubj"})
_WHEN = frozenset({"after", "before", "since", "until"})
_SIDE = frozenset({"advcl", "ccomp", "relcl"})


def mend_squeezed(sentence: Sentence) -> None:
    """Gives such verbs their places; the words stay."""
    _only_verb(sentence)
    _in_singular(sentence)
    _behind_place(sentence)
    _after_adverbs(sentence)
    _gerund_first(sentence)
    for token in sentence.tokens:
        if token.tag in _PAST and token.dep == "amod":
            _in_clause(token)
            _told(token)
            _in_perfect(token)


def _only_verb(sentence: Sentence) -> None:
    """A sentence whose only verb is the past form: `Chad massed tanks near the bridge`."""
    root = sentence.root
    verb = root.child("amod") if root is not None and root.tag in ("NN", "NNS") else None
    if root is None or verb is None or any(c.tag in FINITE for c in root.children if c is not verb):
        return
    past = verb.tag in _PAST or (verb.tag == "JJ" and verb.lower.endswith("ed"))
    if not past or verb.child("agent", "prep", "dobj") or verb.i < 1:
        return
    subject = sentence.tokens[verb.i - 1]
    counted = _is_counted(subject, root)
    if not (counted or _is_subject(subject, verb, root)):
        return
    if any(t.tag in FINITE for t in sentence.tokens if t is not verb and t.dep not in _SIDE):
        return
    make_root(verb)
    verb.retag("VBD")
    hand_over(root.childs("punct"), verb)
    move(root, verb, "dobj")
    move(subject, verb, "nsubj")
    for det in root.childs("det") if counted else ():
        move(det, subject, "det")


def _is_counted(word: Token, noun: Token) -> bool:
    """Whether a number with `the` stands for several who act: `The four severed relations on Monday`."""
    if word.tag != "CD" or word.head is not noun or word.i != 1 or noun.child("prep") is None:
        return False
    return word.sentence.tokens[0].lower in ("the", "those") and noun.sentence.part == "story"


def _in_singular(sentence: Sentence) -> None:
    """`Chad tightens controls at the bridge`, parsed as tightens that control: no plural has a verb in the singular."""
    root = sentence.root
    verb = root.child("nsubj") if root is not None and root.tag == "VBZ" else None
    if root is None or verb is None or verb.tag != "NNS" or verb.i != root.i - 1 or verb.i < 1:
        return
    subject = sentence.tokens[verb.i - 1]
    if subject.head is not verb or subject.dep != "compound" or root.child("dobj", "ccomp", "xcomp", "attr"):
        return
    if lemma(verb.lower, "VBZ") not in actions().verbs:
        return
    before = [c for c in verb.children if c is not subject]
    make_root(verb)
    verb.retag("VBZ")
    root.retag("NNS")
    for child in [c for c in root.children if c.dep == "punct"]:
        move(child, verb, "punct")
    for child in before:
        move(child, subject, child.dep)
    move(root, verb, "dobj")
    move(subject, verb, "nsubj")


def _is_subject(word: Token, verb: Token, noun: Token) -> bool:
    """Whether a word before a participle may be who does it: it hangs on the participle, or is a name below the noun."""
    if not word.is_noun:
        return False
    if word.head is verb:
        return word.dep in _BELOW_VERB and (verb.tag != "JJ" or word.tag == "NNP")
    return word.head is noun and word.dep in _BELOW_NOUN and word.tag == "NNP" and verb.tag == "VBD"


def _behind_place(sentence: Sentence) -> None:
    """`A crowd in Niger hurled stones at the bus`, parsed as stones that are hurled, in which the crowd is."""
    root = sentence.root
    if root is None or root.tag not in ("NN", "NNS") or any(t.tag in FINITE for t in sentence.tokens):
        return
    for prep in root.childs("prep"):
        noun = prep.child("pobj")
        verb = next((c for c in noun.childs("amod") if c.tag in _PAST), None) if noun is not None else None
        place = sentence.tokens[verb.i - 1] if verb is not None and verb.i else None
        if noun is None or verb is None or place is None or place.tag != "NNP" or place.head not in (noun, verb):
            continue
        move(place, prep, "pobj")
        make_root(verb)
        verb.retag("VBD")
        hand_over(root.childs("punct"), verb)
        move(root, verb, "nsubj")
        move(noun, verb, "dobj")
        return


def _after_adverbs(sentence: Sentence) -> None:
    """`Niger swiftly and openly rejected the plan`, parsed as a name and a verb that are joined."""
    root = sentence.root
    if root is None or not root.is_noun:
        return
    verb = root.child("conj")
    if verb is None or verb.tag != "VBD" or verb.child("nsubj", "nsubjpass") is not None:
        return
    between = sentence.tokens[root.i + 1 : verb.i]
    if len(between) < len(("swiftly", "and", "openly")) or any(t.tag not in ("RB", "CC") for t in between):
        return
    before = [c for c in root.children if root.i < c.i < verb.i]
    make_root(verb)
    hand_over([*before, *(c for c in root.children if c.i > verb.i or c.dep == "punct")], verb)
    move(root, verb, "nsubj")


def _gerund_first(sentence: Sentence) -> None:
    """`Massing troops near Chad, Niger said`: what the subject does at the same time, parsed as a noun or a name."""
    first = sentence.tokens[0]
    if not first.lower.endswith("ing") or first.head is None:
        return
    if first.tag == "NNP" and first.dep == "advcl" and first.child("dobj") is not None:
        first.retag("VBG")
        return
    noun, verb = first.head, first.head.head
    if first.tag != "VBG" or first.dep not in ("amod", "compound") or verb is None or noun.dep != "nsubj":
        return
    if verb.tag in FINITE and len(verb.childs("nsubj")) > 1:
        move(first, verb, "advcl")
        move(noun, first, "dobj")


def _in_clause(verb: Token) -> None:
    """`since the North barred access`, parsed as access that is barred northwards: a clause with subject and object."""
    noun, subject = verb.head, verb.child("npadvmod", "nsubj")
    if noun is None or subject is None or noun.i < verb.i or not subject.text[0].isupper():
        return
    prep = noun.head
    if noun.dep != "pobj" or prep is None or prep.lower not in _WHEN or prep.head is None:
        return
    verb.retag("VBD")
    move(verb, prep.head, "advcl")
    move(noun, verb, "dobj")
    move(subject, verb, "nsubj")
    for det in [c for c in noun.children if c.i < subject.i]:
        move(det, subject, "det")
    move(prep, verb, "mark")


def _told(verb: Token) -> None:
    """`Chad massed tanks near the bridge, an official said`: what is said, where the parser gives the teller two subjects."""
    noun = verb.head
    teller = noun.head if noun is not None and noun.dep == "nsubj" else None
    if noun is None or teller is None or noun.i < verb.i or verb.i < 1:
        return
    subject = verb.sentence.tokens[verb.i - 1]
    if subject.head not in (verb, noun, teller) or not subject.text[0].isupper() or not subject.is_noun:
        return
    if not any(c.i > noun.i for c in teller.childs("nsubj")):
        return
    verb.retag("VBD")
    move(verb, teller, "ccomp")
    move(subject, verb, "nsubj")
    move(noun, verb, "dobj")


def _in_perfect(verb: Token) -> None:
    """`Potters had first downed tools in May`, parsed as tools that they had, downed first: what they had done."""
    noun = verb.head
    have = noun.head if noun is not None and noun.dep == "dobj" else None
    if noun is None or have is None or have.lemma != "have" or verb.tag != "VBN" or have.child("aux") is not None:
        return
    between = verb.sentence.tokens[have.i + 1 : verb.i]
    if not between or any(t.lower not in _BETWEEN for t in between):
        return
    if have.head is None:
        make_root(verb)
    else:
        move(verb, have.head, have.dep)
    hand_over(have.children, verb)
    move(noun, verb, "dobj")
    move(have, verb, "aux")
