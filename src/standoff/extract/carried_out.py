"""Acts told below a noun or a preposition as done: `carried out its threat to strike`, `took the step of closing`, `resorted to jamming`."""

from standoff.extract.numbered import numbered
from standoff.lexicon.actions import Actions
from standoff.parse import Token

_STEPS_TAKEN = frozenset({"make", "take"})
_LINKING = frozenset({"IN", "JJ", "RB", "RP", "TO"})


def carried_out(verb: Token, lexicon: Actions) -> Token | None:
    """The verb that says that what an infinitive or gerund tells was done; None where there is none."""
    if (one := numbered(verb)) is not None:
        return one.verb
    if verb.dep == "acl" and verb.tag == "VB":
        return _fulfilled(verb, lexicon)
    if verb.dep == "pcomp" and verb.tag == "VBG":
        return _undertaken(verb, lexicon)
    return None


def _fulfilled(verb: Token, lexicon: Actions) -> Token | None:
    """`made good on a threat to close it`: the verb above a threat or promise that was kept."""
    noun = verb.head
    if noun is None or noun.lemma not in lexicon.words["pledged"]:
        return None
    above = noun.head.head if noun.dep == "pobj" and noun.head is not None else noun.head
    while above is not None and not above.is_verb:
        above = above.head
    if above is None or noun.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    before = noun.i if above.i < noun.i else above.i
    words = [t.lower for t in _linking(above, before)]
    return above if " ".join((above.lemma, *words)) in lexicon.words["fulfilling"] else None


def _linking(verb: Token, stop: int) -> list[Token]:
    """The particles and prepositions between a verb and a noun, times left out."""
    between = verb.sentence.tokens[verb.i + 1 : stop] or verb.childs("prt")
    times = {t.i for p in between if p.dep == "prep" for o in p.childs("pobj") if o.tag == "NNP" for t in p.subtree()}
    return [t for t in between if t.tag in _LINKING and t.i not in times and t.dep not in ("amod", "nummod")]


def _undertaken(verb: Token, lexicon: Actions) -> Token | None:
    """`took the step of closing it`, `resorted to jamming`, `lost no time in closing it`: the verb above the preposition."""
    prep = verb.head
    above = prep.head if prep is not None else None
    if prep is None or above is None:
        return None
    if above.is_noun:
        taken = above.head if above.dep == "dobj" and prep.lower == "of" else None
        steps = above.lemma in lexicon.words["taken_steps"]
        return taken if taken is not None and steps and taken.lemma in _STEPS_TAKEN else None
    if above.lower in lexicon.words["wrong_adjectives"] and above.head is not None and above.head.lemma == "be":
        return (
            above.head if prep.lower != "for" else None
        )  # was guilty of breaking it; who is responsible for checks may not
    if not above.is_verb:
        return None
    particles = [c.lower for c in above.childs("prt", "advmod") if above.i < c.i < prep.i and not c.children]
    words = lexicon.words["undertaking"]
    return above if " ".join((above.lemma, *particles, prep.lower)) in words else None
