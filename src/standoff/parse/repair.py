"""Repairs of what the small model often gets wrong in news: participles for past tenses, clauses joined to the wrong verb."""

from standoff.lexicon.clauses import clause_words
from standoff.parse.captions import mend_caption, mend_root
from standoff.parse.labels import SUBJECTS
from standoff.parse.squeezed import mend_squeezed
from standoff.parse.tokens import Sentence, Token, below, hand_over, make_root, move

_OPENING = frozenset({"after", "as", "before", "since", "until"})
_NO_VERB = frozenset({"IN", "JJ", "NN", "RB"})
_PRESENT = frozenset({"am", "are"})
_WITH_SUBJECT = frozenset({"ROOT", "advcl", "ccomp"})
_LONGEST = 300  # tokens


def repair(sentence: Sentence) -> None:
    """Changes heads, labels and tags of a sentence's tokens in place; the words stay."""
    if len(sentence.tokens) > _LONGEST:
        return
    for token in sentence.tokens:
        if token.tag == "VB" and token.i > 1 and token.text[0].isupper():
            _name_as_verb(token)
        elif token.tag == "VB" and token.dep == "pobj":
            _below_to(token)
        elif token.tag == "VBP" and token.lemma != token.lower and token.lower not in _PRESENT and token.text.isalpha():
            token.retag("VBD")  # guards retook the post
        elif token.tag == "VBP" and token.dep == "ccomp" and token.head is not None and token.head.lemma == "let":
            token.retag("VB")  # let the lorries pass
        elif token.tag == "NNP" and token.dep == "intj":
            _called_upon(token)
        elif token.tag in _NO_VERB and token.child("dobj") and any(c.tag == "TO" for c in token.childs("aux")):
            token.retag("VB")  # to authorise a walkout, to down tools
        elif token.tag in ("NN", "NNS") and token.dep in ("advcl", "xcomp"):
            _noun_as_verb(token)
    _verb_as_noun(sentence.root)
    mend_caption(sentence)
    mend_squeezed(sentence)
    _promoted(sentence)
    for token in sentence.tokens:
        if token.tag == "VBN" and token.dep in _WITH_SUBJECT:
            _finite(token)
        if token.tag == "VBN" and token.child("dobj") is not None:
            _short_has(token)
    for token in sentence.tokens:
        if token.tag == "VBD" and token.dep == "conj":
            _opened_clause(token)
        if token.tag == "VBD" and token.dep == "conj":
            _near_clause(token)
        if token.dep == "conj" and token.head is not None and _is_unlike(token, token.head):
            _far_clause(token)
        if token.tag == "VBD" and token.dep == "conj":
            _ended_clause(token)
    for token in sentence.tokens:
        if token.tag == "VBD" and token.dep in ("advcl", "ROOT"):
            _time_before(token)
    for token in sentence.tokens:
        mend_root(token)


def _name_as_verb(token: Token) -> None:
    """`flew to Windhoek`, parsed as an infinitive: a name, and the preposition before it."""
    to, head = token.sentence.tokens[token.i - 1], token.head
    if to.lower != "to" or to.head is not token or head is None or not head.is_verb or len(token.children) > 4:
        return
    if token.child("dobj", "ccomp", "xcomp", "nsubj", "prt") or head.text[0].isupper():
        return
    token.retag("NNP")
    to.retag("IN")
    move(to, head, "prep")
    move(token, to, "pobj")
    hand_over([c for c in token.children if c.i > token.i], head)


def _below_to(verb: Token) -> None:
    """`admitted threatening to beat a clerk`, parsed as a phrase with `to`: an infinitive."""
    to = verb.head
    above = to.head if to is not None else None
    if to is None or to.tag != "TO" or above is None or not above.is_verb:
        return
    move(verb, above, "xcomp")
    move(to, verb, "aux")


def _noun_as_verb(token: Token) -> None:
    """`closed its ports to livestock`, parsed as an infinitive: a noun, and the preposition before it."""
    to, head = token.child("aux"), token.head
    if (
        to is None
        or to.tag != "TO"
        or head is None
        or not head.is_verb
        or token.child("dobj", "nsubj", "advmod", "prt")
    ):
        return
    if token.i < head.i or any(t.head not in (token, to) for t in token.sentence.tokens[to.i + 1 : token.i]):
        return
    to.retag("IN")
    move(to, head, "prep")
    move(token, to, "pobj")
    for child in [c for c in token.childs("prep", "npadvmod") if c.i > token.i]:
        move(child, head, child.dep)


def _verb_as_noun(root: Token | None) -> None:
    """`The council, thus, rejects and condemns it`, of which the parser takes the verb for a noun, yet gives it a subject."""
    doer = root.child("nsubj") if root is not None and root.tag in ("NN", "NNS") else None
    if root is None or doer is None or doer.i > root.i or root.child("aux", "cop", "det", "poss") is not None:
        return
    several = doer.tag in ("NNS", "NNPS") or doer.child("conj") is not None
    if several != (root.tag == "NNS"):
        root.retag("VBP" if several else "VBZ")


def _called_upon(name: Token) -> None:
    """`Nauru tore up its treaty`, parsed as somebody called upon: the subject, where the verb has none."""
    verb = name.head
    if verb is None or verb.tag not in ("VBD", "VBZ") or verb.i != name.i + 1:
        return
    if verb.child("nsubj", "nsubjpass") is None:
        name.dep = "nsubj"


def _time_before(verb: Token) -> None:
    """`a month after their talks failed`, where the parser takes the subject for what `after` governs."""
    if verb.child("nsubj", "nsubjpass") is not None:
        return
    for time in verb.childs("npadvmod"):
        for prep in time.childs("prep"):
            subject = prep.child("pobj")
            if subject is None or prep.lower not in ("after", "before"):
                continue
            if max(t.i for t in [*below(subject), subject]) == verb.i - 1:
                move(subject, verb, "nsubj")
                move(prep, verb, "mark")
                return


def _opened_clause(verb: Token) -> None:
    """`Crews swept up as supporters of the mayor chanted`, parsed as two verbs joined by nothing: a clause that `as` opens."""
    above = verb.head
    if (
        above is None
        or verb.child(*SUBJECTS) is not None
        or any(above.i < c.i < verb.i for c in above.childs("cc", "punct"))
    ):
        return
    for prep in (p for t in (above, *above.childs("dobj")) for p in t.childs("prep")):
        subject = prep.child("pobj") if prep.lower in _OPENING and above.i < prep.i < verb.i else None
        if subject is not None and max(t.i for t in [*below(subject), subject]) == verb.i - 1:
            move(subject, verb, "nsubj")
            move(prep, verb, "mark")
            verb.relabel("advcl")
            return


def _finite(participle: Token) -> None:
    """`Merchants rejected on Friday a plan`, parsed as a participle: with a subject, an object and no auxiliary it is the past."""
    if participle.child("nsubj") is None or participle.child("aux", "auxpass", "agent") is not None:
        return
    if participle.child("dobj", "ccomp", "xcomp") is not None and participle.sentence.part == "story":
        participle.retag("VBD")


def _short_has(participle: Token) -> None:
    """`It's imposed a curfew`, parsed as a passive: what has an object is the perfect, but for verbs that take two."""
    short, subject = participle.child("auxpass"), participle.child("nsubjpass")
    if short is None or subject is None or short.lower not in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
        return
    if participle.lemma not in clause_words("handing") or any(
        c.lower == "to" for c in participle.childs("dative", "prep")
    ):
        short.relabel("aux")
        subject.relabel("nsubj")


def _is_unlike(verb: Token, near: Token) -> bool:
    """Whether a past tense is joined to an infinitive, or to a gerund behind a preposition."""
    if near.tag == "VB":
        return verb.tag in ("VBD", "VBN")
    return near.tag == "VBG" and near.dep == "pcomp" and verb.tag == "VBD"


def _far_clause(verb: Token) -> None:
    """`urged them to leave and sent monitors`: a past tense is not joined to an infinitive or gerund, but to the verb above."""
    if verb.child("aux", "auxpass", "nsubj", "agent") is not None:
        return
    near = verb.head
    far = next((a for a in verb.ancestors() if a.tag == "VBD"), None)
    alike = verb.tag != "VBD" or verb.lower == verb.lemma  # could close or cut
    if near is None or far is None or (alike and any(c.tag == "MD" for c in near.children)):
        return
    joiner = next((c for c in near.childs("cc") if near.i < c.i < verb.i), None)
    verb.retag("VBD")
    move(verb, far, "conj")
    if joiner is not None:
        move(joiner, far, "cc")


def _ended_clause(verb: Token) -> None:
    """`left after a court told it to pay, then shut the line`: what a comma parts from a clause of time is joined to the verb above."""
    near = verb.head
    far = near.head if near is not None and near.dep == "advcl" and near.child("mark") is not None else None
    if near is None or far is None or far.tag != "VBD" or far.i > near.i or verb.child(*SUBJECTS) is not None:
        return
    if verb.i > 1 and [t.lower for t in verb.sentence.tokens[verb.i - 2 : verb.i]] == [",", "then"]:
        move(verb, far, "conj")


def _near_clause(verb: Token) -> None:
    """`spoke of hunger since Kenya closed the pass and called its drivers home`: joined to the nearest clause, not the far one."""
    far = verb.head
    if far is None or far.tag not in ("VBD", "VBZ") or verb.child("nsubj", "nsubjpass") is not None or verb.i < 2:
        return
    tokens = verb.sentence.tokens
    start = verb.subtree()[0].i if verb.children else verb.i
    if tokens[start - 1].dep != "cc" or tokens[start - 1].head is not far or tokens[start - 2].lower in (",", ";"):
        return
    near = next((t for t in reversed(tokens[far.i + 1 : start - 1]) if t.tag == "VBD"), None)
    if near is None or near.dep not in ("advcl", "ccomp") or near.child("nsubj") is None or far not in near.ancestors():
        return
    joiner = tokens[start - 1]
    move(verb, near, "conj")
    move(joiner, near, "cc")


def _promoted(sentence: Sentence) -> None:
    """`A report called for sanctions`, parsed as a noun with a participle: the participle is the verb."""
    root = sentence.root
    if root is None or not root.tag.startswith("NN"):
        return
    finite = [t for t in sentence.tokens if t.tag in ("VBD", "VBZ", "VBP", "MD")]
    happens = next((t for t in root.childs("acl") if t.lower in clause_words("happening")), None)
    if any(not _in_side_clause(t) and t is not happens for t in finite):
        return
    for token in root.childs("acl"):
        if (token.tag != "VBN" and token is not happens) or token.i < root.i or token.child("agent"):
            continue
        active = token is happens or token.lower in clause_words("done_alone") or _behind_clause(token, root)
        active = active or token.child("dobj", "ccomp", "xcomp") is not None
        if active and not any(c.lower == "by" for c in token.children):
            make_root(token)
            token.retag("VBD")
            move(root, token, "nsubj")
            return


def _in_side_clause(token: Token) -> bool:
    """Whether a word is, or helps, the verb of a clause below another one."""
    clause = token.head if token.dep in ("aux", "auxpass") and token.head is not None else token
    return clause.dep in ("relcl", "ccomp", "advcl")


def _behind_clause(verb: Token, root: Token) -> bool:
    """Whether a participle stands behind the comma that closes what is said of a noun: `the fleet, which had waited, attacked`."""
    closed = verb.i > 0 and verb.sentence.tokens[verb.i - 1].text == ","
    return closed and any(c.i < verb.i and c is not verb for c in root.childs("relcl", "acl"))
