"""A participle set off by commas, which the parser took for the verb of its sentence: `The pact, announced by X, runs a year`."""

from standoff.lexicon.clauses import clause_words
from standoff.parse.days import names_time
from standoff.parse.labels import FINITE
from standoff.parse.objects import part_from_object
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

_SUBJECTS = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl"})
_JOINED = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "xcomp"})


def mend_reduced(sentence: Sentence) -> None:
    """Hangs the participle below its noun and makes the verb that follows the sentence's; the words stay."""
    for token in sentence.tokens:
        if token.tag == "VBN" and token.dep == "conj":
            _joined_to_noun(token)
        elif token.dep == "dobj" and token.lower == "shut":
            _kept_shut(token)
        elif token.tag in ("VBD", "VBN") and token.dep == "parataxis":
            _set_off(token)
        elif token.tag in ("VBD", "VBN") and token.dep in _CLAUSES:
            _set_off(token)
            _done_to_subject(token)
            _done_before_comma(token)
        elif token.dep in _SUBJECTS and token.tag in ("VBD", "VBN"):
            _subject_done_to(token)
        elif token.tag == "VBD" and token.dep == "acl" and sentence.tokens[token.i - 1].text == ",":
            _set_off_past(token)
    _only_verb(sentence)
    _verb_after_since(sentence)
    _verb_behind_relative(sentence)
    _verb_behind_place(sentence)
    _root_before_verb(sentence)
    for token in sentence.tokens:
        if token.dep == "nsubj" and token.head is not None and token.head.tag == "VBN" and token.head.child("auxpass"):
            token.relabel("nsubjpass")  # `The post, shut in May, was reopened`


def _root_before_verb(sentence: Sentence) -> None:
    """`The pact, announced by X, runs a year`, parsed as that it announced: the verb behind is the sentence's."""
    participle = sentence.root
    verb = _next_verb(participle) if participle is not None else None
    noun = participle.child("nsubj") if participle is not None else None
    if participle is None or verb is None or noun is None:
        return
    make_root(verb)
    move(noun, verb, "nsubj")
    hand_over([c for c in participle.children if c.i > verb.i], verb)
    participle.retag("VBN")
    move(participle, noun, "acl")


def _only_verb(sentence: Sentence) -> None:
    """`MPs called for talks`, `Talks under a judge ended on Monday`, parsed as nouns: the one verb of the sentence is its head."""
    noun = sentence.root
    if noun is None or not noun.is_noun or sentence.part != "story" or sentence.tokens[-1].text != ".":
        return
    finite = [t for t in sentence.tokens if t.tag in FINITE]
    verb = finite[0] if len(finite) == 1 else _acting(sentence) if not finite else None
    if verb is None or verb.tag not in ("VBD", "VBN") or verb.dep != "acl" or verb.i < noun.i:
        return
    if finite and verb.lower in clause_words("past_or_participle"):
        return
    if verb.child("nsubj", "agent") is not None or any(t.text == "," for t in sentence.tokens[noun.i : verb.i]):
        return
    if any(c.i > verb.i and c.dep != "punct" for c in noun.children if c is not verb):
        return
    make_root(verb)
    verb.retag("VBD")
    hand_over([c for c in noun.children if c.i > verb.i], verb)
    move(noun, verb, "nsubj")


def _acting(sentence: Sentence) -> Token | None:
    """The past tense taken for a participle although it acts on somebody: `An attack on the fort killed nine`."""
    verbs = [t for t in sentence.tokens if t.is_verb]
    found = verbs[0] if len(verbs) == 1 else None
    if found is None or found.child("dobj") is None or found.child("aux", "auxpass", "agent") is not None:
        return None
    return found if found.lower.endswith("ed") else None


def _verb_after_since(sentence: Sentence) -> None:
    """`Men who had held the gate since May went home`, parsed as since they went: the verb after the time is the sentence's."""
    noun = sentence.root
    clause = noun.child("relcl") if noun is not None and noun.is_noun else None
    if noun is None or clause is None or sentence.part != "story" or sentence.tokens[-1].text != ".":
        return
    verb = next(
        (c for c in clause.childs("advcl") if c.tag in ("VBD", "VBN") and c.child("aux", "auxpass") is None), None
    )
    since = next((t for t in sentence.tokens[clause.i : verb.i] if t.lower == "since"), None) if verb else None
    if verb is None or since is None or any(t.is_verb for t in sentence.tokens[since.i : verb.i]):
        return
    time = sentence.tokens[verb.i - 1]
    if not names_time(time) or verb.child("nsubj") not in (None, time):
        return
    make_root(verb)
    move(noun, verb, "nsubj")
    if since.head is verb:
        move(since, clause, "prep")
    if time.head is verb:
        move(time, since, "pobj")
    since.dep, since.tag = "prep", "IN"
    verb.retag("VBD")


def _verb_behind_relative(sentence: Sentence) -> None:
    """`The clan, which had left the camp in May, answered by blocking it`, parsed as a clan that is answered: its verb."""
    noun = sentence.root
    clause = noun.child("relcl") if noun is not None and noun.is_noun else None
    if noun is None or clause is None or sentence.part != "story" or sentence.tokens[-1].text != ".":
        return
    behind = (c for c in noun.childs("acl") if c.tag in ("VBD", "VBN") and c.i > clause.i)
    verb = next((c for c in behind if sentence.tokens[c.i - 1].text == "," and c.child("aux", "auxpass") is None), None)
    if verb is None or any(t.tag in FINITE for t in sentence.tokens[verb.i + 1 :] if verb not in t.ancestors()):
        return
    make_root(verb)
    hand_over([c for c in noun.children if c.i > verb.i], verb)
    move(noun, verb, "nsubj")
    verb.retag("VBD")


def _verb_behind_place(sentence: Sentence) -> None:
    """`At Koper, the only port, the sit-in at the gate ended on Monday`, parsed as a gate that ended: the sit-in did."""
    root, prep = sentence.root, sentence.tokens[0]
    if root is None or prep.tag != "IN" or sentence.part != "story" or sentence.tokens[-1].text != ".":
        return
    finite = [t for t in sentence.tokens if t.tag in FINITE]
    verb = finite[0] if len(finite) == 1 and finite[0].dep == "acl" else None
    noun = next((a for a in verb.ancestors() if a.is_noun and a.dep == "appos"), None) if verb is not None else None
    place = prep.child("pobj")
    if verb is None or noun is None or place is None or sentence.tokens[noun.subtree()[0].i - 1].text != ",":
        return
    make_root(verb)
    hand_over([c for c in root.children if c.i > verb.i], verb)
    move(noun, verb, "nsubj")
    move(prep, verb, "prep")
    if root is not prep:
        move(root, place, "appos")


def _joined_to_noun(participle: Token) -> None:
    """`Sarp, shut since May, is a town`, parsed as Sarp and Shut: the participle says what was done to the noun."""
    noun = participle.head
    if noun is None or not noun.is_noun or noun.child("cc") is not None:
        return
    if participle.i and participle.sentence.tokens[participle.i - 1].text == ",":
        participle.dep = "acl"


def _set_off(participle: Token) -> None:
    """`The truce, agreed in Oslo on Monday and in force since, is to last`, parsed as that it agreed: the noun is the verb's."""
    verb, noun = participle.head, participle.child("nsubj")
    if verb is None or noun is None or participle.i > verb.i or verb.child(*_SUBJECTS) is not None:
        return
    tokens = participle.sentence.tokens
    first = min(c.i for c in (verb, *verb.childs("aux", "auxpass")))
    if tokens[participle.i - 1].text != "," or tokens[first - 1].text != "," or noun.i > participle.i:
        return
    move(noun, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
    participle.retag("VBN")
    move(participle, noun, "acl")


def _set_off_past(participle: Token) -> None:
    """`The toll, doubled in April, was cut`, with a past tense between the commas: a participle."""
    if participle.child("aux", "auxpass", "dobj", "mark", "nsubj") is None:
        participle.retag("VBN")


def _subject_done_to(participle: Token) -> None:
    """`The oil sent down the line was cut`, parsed as that it sent was cut: the noun is the subject, the participle tells of it."""
    verb, noun = participle.head, participle.child("nsubj")
    if verb is None or noun is None or not noun.is_noun or participle.i > verb.i:
        return
    if participle.child("aux", "auxpass", "mark", "nsubjpass", "advmod") is not None:
        return
    if {t.tag for t in participle.subtree()} & {"WP", "WDT", "WRB"}:
        return
    move(noun, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
    participle.retag("VBN")
    move(participle, noun, "acl")


def _done_to_subject(participle: Token) -> None:
    """`since shells fired from Chad hit the post`, parsed as shells that fired: the verb after it is the clause's."""
    noun, above = participle.child("nsubj"), participle.head
    if noun is None or above is None or participle.i != noun.i + 1 or participle.child("aux", "dobj", "ccomp", "xcomp"):
        return
    tokens = participle.sentence.tokens
    verb = next((t for t in tokens[participle.i + 1 :] if t.is_verb), None)
    if verb is None or verb.tag != "VBD" or verb.dep not in _JOINED or verb.child("nsubj", "nsubjpass", "mark", "aux"):
        return
    between = tokens[participle.i + 1 : verb.i]
    if (
        not between
        or any(t.text == "," or t.tag in ("CC", "WDT", "WP") for t in between)
        or verb in participle.ancestors()
    ):
        return
    move(verb, above, participle.dep)
    hand_over([c for c in participle.children if c.dep == "mark" or c.i > verb.i], verb)
    move(noun, verb, "nsubj")
    participle.retag("VBN")
    move(participle, noun, "acl")


def _done_before_comma(participle: Token) -> None:
    """`Under the pact, signed on Monday, the gate opens`, `eased the ban, imposed on Monday`: done to the noun before the comma."""
    verb, tokens = participle.head, participle.sentence.tokens
    if verb is None or participle.dep != "advcl" or participle.tag != "VBN" or participle.i < 2:
        return
    below = participle.childs("prep", "agent", "npadvmod")
    if tokens[participle.i - 1].text != "," or participle.children[:1] != below[:1]:
        return
    noun = tokens[participle.i - 2]
    end = participle.subtree()[-1].i + 1
    closed = any(t.text == "," for t in tokens[end : end + 1])
    if noun.tag not in ("NN", "NNS"):
        return
    if participle.i < verb.i:
        if noun.dep == "pobj" and closed and tokens[0].tag == "IN":
            move(participle, noun, "acl")
    elif noun.dep == "dobj" and noun.head is verb and any(names_time(t) for p in below for t in (p, *p.children)):
        comma = next((c.i for c in participle.children if c.text == ","), end)
        hand_over([c for c in participle.children if c.i > comma], verb)
        move(participle, noun, "acl")


def _kept_shut(shut: Token) -> None:
    """`has kept the pass shut`, parsed as a kind of shut: what the noun before it is kept."""
    verb, noun = shut.head, shut.child("compound", "nmod")
    if verb is not None and noun is not None and verb.lemma in clause_words("keeping") and noun.i == shut.i - 1:
        part_from_object(shut, noun, "VBN")


def _next_verb(participle: Token) -> Token | None:
    """The verb without a subject of its own that nothing joins to the participle, or only a comma."""
    if (
        participle.tag not in ("VBD", "VBN")
        or participle.child("aux", "auxpass", "dobj", "cc", "nsubjpass") is not None
    ):
        return None
    verb = participle.child("conj")
    if verb is None or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return None
    if verb.tag not in FINITE and not any(c.tag in FINITE for c in verb.childs("aux", "auxpass")):
        return None
    tokens = participle.sentence.tokens
    commas = (tokens[participle.i - 1].text == ",", tokens[verb.subtree()[0].i - 1].text == ",")
    if participle.child("agent") is not None:
        return verb if commas == (True, True) else None
    noun = participle.child("nsubj")
    last = noun.subtree()[-1].i if noun is not None else -1
    if commas == (False, False):  # Workers locked out in May are back
        between = tokens[participle.i + 1 : verb.i]
        apart = any(t.text == "," or t.tag == "CC" or (t.is_verb and t.head is not verb) for t in between)
        return verb if last == participle.i - 1 and not apart else None
    return verb if commas == (True, True) and last in (participle.i - 1, participle.i - 2) else None
