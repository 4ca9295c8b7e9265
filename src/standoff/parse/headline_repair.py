"""Repairs of headlines: two subjects joined by a comma, passives without their auxiliary, what is to come without `is`."""

from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.headlines import left_out_passives
from standoff.lexicon.lemmas import lemma
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

_ENDS = (".", "!", "?", ":", ";", "...")
_LONGEST = 24  # words
_PLURAL_VERBS = frozenset({"VB", "VBP", "VBD"})
_LOOSE = frozenset({"nsubj", "npadvmod", "dep", "appos"})


def mend_headline(sentence: Sentence) -> None:
    """Changes heads, labels and tags of a headline's tokens in place; a sentence with its full stop stays as it is, unless
    its verb was taken for a part of a noun."""
    tokens = sentence.tokens
    if not 1 < len(tokens) <= _LONGEST:
        return
    if tokens[-1].text in _ENDS:
        parts = sentence.root.childs("compound") if sentence.root is not None else []
        verbless = not any(_finite(t) and t.dep != "compound" for t in tokens)
        if verbless and any(c.tag in ("VBZ", "NNS") for c in parts):
            _verb_as_part(sentence)
        elif verbless and not _only_past(sentence):
            _left_out_be(sentence)
        return
    if len(tokens) > 2:
        _verb_as_noun(sentence)
        _root_as_plural(sentence)
        _verb_as_plural(sentence)
        _verb_as_part(sentence)
        _joined_by_comma(sentence)
        _verb_as_subject(sentence)
    _noun_before_verb(sentence)
    _left_out_be(sentence)
    _to_come(sentence)


def _only_past(sentence: Sentence) -> bool:
    """Whether the verb of a sentence may be no participle though it was taken for one: `The river froze in January.`"""
    root = sentence.root
    return root is not None and root.is_verb and not root.lower.endswith("ed") and not _only_participle(root)


def _joined_by_comma(sentence: Sentence) -> None:
    """`Peru, Chile sign accord`, `Bakers, mill owners reach deal`: both are the subject."""
    tokens = sentence.tokens
    _object_as_root(sentence)
    comma = next((t for t in tokens[1:_FEW] if t.text == ","), None)
    verb = next((t for t in tokens[comma.i + 2 :] if t.tag in _PLURAL_VERBS), None) if comma is not None else None
    if comma is None or verb is None or verb.dep in ("relcl", "acl"):
        return
    first, second = tokens[comma.i - 1], tokens[verb.i - 1]
    if not (_is_group(first) and _is_group(second)) or second.head is not verb or second.dep != "nsubj":
        return
    if second.subtree()[0].i <= comma.i or any(not t.tag.startswith(("NN", "JJ")) for t in tokens[: comma.i]):
        return
    if first.head is verb and first.dep in _LOOSE:
        move(first, verb, "nsubj")
        move(second, first, "conj")


def _is_group(noun: Token) -> bool:
    return noun.tag in ("NNP", "NNPS", "NNS")


def _object_as_root(sentence: Sentence) -> None:
    """`Peru, Chile reject river offer`, parsed as an offer: the verb before it is the headline's."""
    root = sentence.root
    verb = root.child("parataxis", "ccomp") if root is not None and root.is_noun else None
    if root is None or verb is None or verb.tag not in ("VBP", "VBZ", "VBD") or verb.i > root.i:
        return
    subject = verb.child("nsubj")
    if subject is None or verb.child("dobj", "ccomp") or any(t.is_verb for t in sentence.tokens[verb.i + 1 : root.i]):
        return
    make_root(verb)
    hand_over([c for c in root.children if c.i < verb.i or c.dep == "punct"], verb)
    move(root, verb, "dobj")


def _verb_as_noun(sentence: Sentence) -> None:
    """`Miners occupy shaft`, parsed as a shaft: a plural, then an action verb's plain form, where nothing is a verb."""
    tokens = sentence.tokens
    if any(t.is_verb and t.dep not in ("acl", "relcl") for t in tokens):
        return
    lexicon = actions()
    verb = next(
        (
            t
            for t in tokens[1:]
            if _may_be_verb(t, tokens[t.i - 1]) and (t.lower in lexicon.verbs or t.lower in lexicon.speech_verbs)
        ),
        None,
    )
    root = sentence.root
    if verb is None or root is None or (verb.i + 1 < len(tokens) and tokens[verb.i + 1].text in (",", "and", "-")):
        return
    before = tokens[verb.i - 1]
    for token in (verb, before):
        if token.head is not None:
            token.head.children.remove(token)
    head_of_rest = root if root is not verb and root.i > verb.i else None
    verb.head, verb.dep = None, "ROOT"
    verb.retag("VBP")
    before.head, before.dep = verb, "nsubj"
    verb.children.append(before)
    for token in tokens[: before.i]:
        if token.head is None or token.head.i > before.i:
            move(token, before, "compound")
    if head_of_rest is not None:
        move(head_of_rest, verb, "dobj")
    for token in tokens:
        if token is not verb and token.head is None:
            move(token, verb, "dep")


def _root_as_plural(sentence: Sentence) -> None:
    """`Peru rebuffs Chilean offer`, parsed as some rebuffs: a name, then a verb in the singular, then what it is done to."""
    tokens, root = sentence.tokens, sentence.root
    if root is None or root.tag != "NNS" or not 0 < root.i < len(tokens) - 1:
        return
    lexicon, verb = actions(), lemma(root.lower, "VBZ")
    if verb not in lexicon.verbs and verb not in lexicon.speech_verbs:
        return
    after = tokens[root.i + 1 :]
    run = next((n for n, t in enumerate(after) if t.tag not in _AFTER and t is not tokens[-1]), len(after))
    named = all(t.tag.startswith("NNP") for t in tokens[: root.i])
    if not (named and run) or any(_finite(t) for t in after[:-1]) or (_finite(tokens[-1]) and run > _FEW):
        return
    root.retag("VBZ")
    subject, thing = tokens[root.i - 1], after[run - 1]
    if thing.is_verb:
        thing.retag("NN")
    move(subject, root, "nsubj")
    move(thing, root, "dobj")
    for token in tokens[: subject.i]:
        move(token, subject, "compound")
    for token in after[: run - 1]:
        move(token, thing, "det" if token.tag == "DT" else "amod" if token.tag == "JJ" else "compound")


def _verb_as_plural(sentence: Sentence) -> None:
    """`Airlines reroute as Mali shuts airspace`, parsed as an airspace of Malian shuts: a clause after `as`."""
    tokens = sentence.tokens
    verbs = actions().verbs
    for prep in tokens[1:-3]:
        if prep.dep != "prep" or prep.lower not in ("after", "as", "until", "while") or prep.head is None:
            continue
        thing = prep.child("pobj")
        inside = tokens[prep.i + 2 : thing.i] if thing is not None else []
        verb = next((t for t in inside if t.tag == "NNS" and t.head is thing and lemma(t.lower, "VBZ") in verbs), None)
        if verb is None or thing is None or any(t.tag not in _NAMING for t in tokens[prep.i + 1 : verb.i]):
            continue
        subject = tokens[verb.i - 1]
        verb.retag("VBZ")
        move(verb, prep.head, "advcl")
        move(prep, verb, "mark")
        move(thing, verb, "dobj")
        move(subject, verb, "nsubj")
        for token in tokens[prep.i + 1 : subject.i]:
            move(token, subject, "det" if token.tag == "DT" else "compound")
        return


_AFTER = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD"})
_FEW = 4  # words after the verb whose last one may be a noun taken for a verb


def _verb_as_part(sentence: Sentence) -> None:
    """`Court orders teachers back to work`, `Kenya halts coal exports`, parsed as one noun: a plural between two nouns is the verb."""
    tokens, root = sentence.tokens, sentence.root
    verbs = actions().verbs | actions().speech_verbs
    for before, verb, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        thing = verb.head.head if verb.head is after and after.dep == "compound" else verb.head
        if thing is None or verb.dep != "compound" or lemma(verb.lower, "VBZ") not in verbs:
            continue
        named = after.i == thing.i - 1 and after.tag in ("NN", "NNP")  # halts coal exports
        if verb.tag not in ("NN", "NNS", "VBZ") or not verb.lower.endswith("s") or not (thing is after or named):
            continue
        if root is None or not (root is thing or (root is thing.head and root.lower in _BACK)):
            return
        if before.tag not in ("NN", "NNP", "JJ") or any(t.tag not in _NAMING for t in tokens[: verb.i]):
            return
        before.retag("NN" if before.tag == "JJ" else before.tag)
        verb.retag("VBZ")
        for token in (root, verb):
            if token.head is not None:
                token.head.children.remove(token)
        root.head, root.dep = verb, "dobj" if root is thing else "advmod"
        verb.head, verb.dep = None, "ROOT"
        verb.children.append(root)
        if root is not thing:
            root.retag("RB")
            move(thing, verb, "dobj")
        move(before, verb, "nsubj")
        for token in tokens[: before.i]:
            move(token, before, "det" if token.tag == "DT" else "compound")
        return


def _verb_as_subject(sentence: Sentence) -> None:
    """`Chad demands halt to raids`, parsed as demands that halt: the plural is the verb, and the act behind it what is asked."""
    act = sentence.root
    verb = act.child("nsubj") if act is not None else None
    if act is None or verb is None or verb.i != act.i - 1 or verb.tag != "NNS" or act.tag not in ("VB", "VBP"):
        return
    lexicon = actions()
    before = sentence.tokens[: verb.i]
    if lemma(verb.lower, "VBZ") not in lexicon.speech_verbs or act.lower not in lexicon.named:
        return
    if not before or any(t.tag not in _NAMING for t in before) or act.child("ccomp", "xcomp", "aux") is not None:
        return
    who, thing = before[-1], act.child("dobj") or act
    verb.retag("VBZ")
    act.retag("NN")
    who.retag("NN" if who.tag == "JJ" else who.tag)
    make_root(verb)
    move(thing, verb, "dobj")
    if thing is not act:
        move(act, thing, "compound")
        hand_over(act.children, thing)
    move(who, verb, "nsubj")
    for token in before[:-1]:
        move(token, who, "det" if token.tag == "DT" else "compound")


_BACK = frozenset({"back", "home", "off", "out"})
_NAMING = frozenset({"NN", "NNP", "JJ", "DT", "NNPS"})


def _may_be_verb(token: Token, before: Token) -> bool:
    """Whether a word after a plural may be its verb."""
    return token.tag in ("NN", "RP", "RB", "JJ") and before.tag in ("NNS", "NNPS") and token.text.islower()


def _noun_before_verb(sentence: Sentence) -> None:
    """`Talks collapse`, parsed as a part of a word: a plural before a finite verb without a subject is its subject."""
    root = sentence.root
    if root is None or root.tag not in ("VBP", "VBZ") or root.child("nsubj", "nsubjpass", "csubj", "expl"):
        return
    noun = next((c for c in root.childs("compound", "nmod") if c.i == root.i - 1 and c.is_noun), None)
    if noun is not None:
        noun.dep = "nsubj"


def _left_out_be(sentence: Sentence) -> None:
    """`Ban on buses lifted`, `Two trawlers seized off cape`: what stands before the verb is acted on."""
    root = sentence.root
    if root is None:
        return
    passives = left_out_passives()
    if root.is_verb:
        subject = root.child("nsubj")
        bare = root.child("dobj", "ccomp", "xcomp", "aux", "auxpass") is None
        beside = (c.lower for c in root.childs("prt", "advmod") if c.i == root.i + 1 and c.tag in ("RB", "RP"))
        written = " ".join((root.lemma, *beside))
        done = (bare and written in passives) or _is_bidden(root) or _only_participle(root)
        if root.tag in ("VBD", "VBN") and subject is not None and done:
            root.retag("VBN")
            subject.dep = "nsubjpass"
        return
    if not root.is_noun or any(_finite(t) for t in sentence.tokens):
        return
    for verb in root.childs("acl"):
        if verb.tag == "VBN" and verb.i > root.i and verb.lemma in passives:
            make_root(verb)
            move(root, verb, "nsubjpass")
            return


def _is_bidden(verb: Token) -> bool:
    """`Qatar told to open port`: a verb with an infinitive and nobody who is told."""
    if verb.lemma not in clause_words("bidding") or verb.child("dobj", "ccomp", "dative", "aux", "auxpass") is not None:
        return False
    return any(a.tag == "TO" for c in verb.childs("xcomp", "advcl") for a in c.childs("aux"))


def _only_participle(verb: Token) -> bool:
    """`Qatar given two days to reply`: a form that can be no past tense, without `have`."""
    return verb.lower in clause_words("only_participle") and verb.child("aux", "auxpass") is None


def _to_come(sentence: Sentence) -> None:
    """`Qatar to resume flights`, parsed as a Qatar that is to do so: the infinitive is the headline's verb."""
    root = sentence.root
    if root is None or not root.is_noun or any(_finite(t) for t in sentence.tokens):
        return
    verb = next((c for c in root.childs("acl", "advcl", "relcl") if c.tag == "VB" and c.i > root.i), None)
    if verb is None or verb.child("nsubj", "nsubjpass") or not verb.has_child(("to",), "aux"):
        return
    if root.child("det", "prep") is not None or verb.subtree()[0].i != root.i + 1:
        return
    make_root(verb)
    move(root, verb, "nsubj")


def _finite(token: Token) -> bool:
    return token.tag in ("VBZ", "VBP", "MD") or (token.tag == "VBD" and token.dep in ("ROOT", "conj"))
