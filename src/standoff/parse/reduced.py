"""A participle set off by commas, which the parser took for the verb of its sentence: `The pact, announced by X, runs a year`."""

from standoff.parse.tokens import Sentence, Token, move

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend_reduced(sentence: Sentence) -> None:
    """Hangs the participle below its noun and makes the verb that follows the sentence's; the words stay."""
    participle = sentence.root
    verb = _next_verb(participle) if participle is not None else None
    noun = participle.child("nsubj") if participle is not None else None
    if participle is None or verb is None or noun is None:
        return
    participle.children.remove(verb)
    verb.head, verb.dep = None, "ROOT"
    move(noun, verb, "nsubj")
    for child in [c for c in participle.children if c.i > verb.i]:
        move(child, verb, child.dep)
    participle.retag("VBN")
    move(participle, noun, "acl")


def _next_verb(participle: Token) -> Token | None:
    """The verb without a subject of its own that is only joined by a comma to what is done by somebody."""
    if participle.tag not in ("VBD", "VBN") or participle.child("agent") is None:
        return None
    if participle.child("aux", "auxpass", "dobj", "cc", "nsubjpass") is not None:
        return None
    verb = participle.child("conj")
    tokens = participle.sentence.tokens
    if verb is None or verb.tag not in _FINITE or verb.child("nsubj", "nsubjpass", "expl") is not None:
        return None
    commas = (tokens[participle.i - 1].text, tokens[verb.subtree()[0].i - 1].text) if participle.i else ()
    return verb if commas == (",", ",") else None
