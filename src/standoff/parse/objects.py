"""Repairs of what a verb is done to: objects taken for what something is called, and what hangs on the object instead of the verb."""

from standoff.lexicon.clauses import clause_words
from standoff.parse.tokens import Token, hand_over, move

_HOMEWARD = frozenset({"bring", "call", "order", "recall", "send", "summon"})


def made_public(word: Token) -> None:
    """`made the offer public`, `called its envoy home`, `sent the envoy packing`: the object stands before, it is no public of offers."""
    verb = word.head
    thing = next((c for c in word.childs("amod", "compound") if c.i == word.i - 1), None)
    if verb is None or thing is None:
        return
    if word.lower == "public" and verb.lemma in ("go", "make"):
        if not thing.is_noun:
            thing.retag("NN")
        part_from_object(word, thing, "JJ")
    elif word.lower == "home" and word.dep == "dobj" and thing.is_noun and verb.lemma in _HOMEWARD:
        part_from_object(word, thing, "RB")
        word.dep = "advmod"
    elif word.lower == "packing" and word.dep == "dobj" and thing.is_noun and verb.lemma == "send":
        part_from_object(word, thing, "VBG")
        word.dep = "advmod"


def part_from_object(word: Token, thing: Token, tag: str) -> None:
    """Gives the verb above a word the noun before the word for object, with all that stands before that; the word says of it what it is."""
    if word.head is None:
        return
    hand_over([c for c in word.children if c.i < thing.i], thing)
    move(thing, word.head, "dobj")
    word.retag(tag)
    word.dep = "oprd"


def charged_with(whom: Token) -> None:
    """`accused the guild of sabotage`, parsed as a guild of sabotage: what somebody is accused of."""
    verb = whom.head
    if verb is None or verb.lemma not in clause_words("accusing_of") or verb.i > whom.i:
        return
    inside = [whom, *(c for c in whom.childs("acl") if c.tag == "VBN" and c.i == whom.i + 1)]
    for near in inside:  # the states involved of overstepping
        for prep in near.childs("prep"):
            if prep.lower == "of" and prep.i == near.i + 1 and not _is_place_name(prep):
                move(prep, verb, "prep")


def _is_place_name(prep: Token) -> bool:
    inner = prep.child("pobj")
    return inner is not None and inner.tag in ("NNP", "NNPS")


def called_home(whom: Token) -> None:
    """`called home its envoy`, parsed as what something is called: whom somebody calls."""
    verb = whom.head
    if verb is None or verb.lemma not in ("call", "order", "send") or verb.child("dobj", "nsubjpass") is not None:
        return
    if any(t.lower in ("back", "home", "in", "out") for t in verb.sentence.tokens[verb.i + 1 : whom.subtree()[0].i]):
        whom.dep = "dobj"


def out_of_hand(word: Token) -> None:
    """`rejected out of hand the offer`, parsed as out of the offer: what is rejected."""
    prep = word.head
    if word.dep != "pobj" or prep is None or prep.lower not in ("of", "out"):
        return
    out = prep if prep.lower == "out" else prep.head
    verb = out.head if out is not None and out.lower == "out" else None
    before = verb is not None and any(t.lower == "hand" for t in verb.sentence.tokens[verb.i : word.i])
    if before and verb is not None and verb.is_verb and verb.child("dobj") is None and word.lower != "hand":
        move(word, verb, "dobj")


def behind_particle(particle: Token) -> None:
    """`hand over the pilots`, parsed as over the pilots: what stands behind a particle is what the verb is done to."""
    verb = particle.head
    for thing in particle.childs("pobj"):
        if verb is not None:
            move(thing, verb, "dobj")


def quarrelled_over(over: Token) -> None:
    """`will strike over pay`, parsed as a pay that is struck over: what somebody strikes about."""
    verb = over.head
    if over.lower != "over" or verb is None or verb.lemma not in clause_words("quarrelling_over"):
        return
    for matter in (c for c in verb.childs("dobj") if c.i > over.i):
        over.retag("IN")
        move(over, verb, "prep")
        move(matter, over, "pobj")


def handed_over(whom: Token) -> None:
    """`handed over 32 prisoners`, parsed as more than 32: the particle of the verb."""
    verb = whom.head
    if verb is None or verb.lemma not in ("hand", "turn") or verb.i + 1 >= len(verb.sentence.tokens):
        return
    over = verb.sentence.tokens[verb.i + 1]
    if over.lower == "over" and over.dep in ("quantmod", "advmod") and over.head is not verb:
        over.retag("RP")
        move(over, verb, "prt")


def unwelcome(persona: Token) -> None:
    """`declared the consul persona non grata`, parsed as his persona, or a verb: what somebody is declared."""
    verb, tokens = persona.head, persona.sentence.tokens
    whom = persona.child("nsubj", "compound")
    behind = tokens[persona.i + 1 : persona.i + 3]
    if verb is None or not verb.is_verb or whom is None or not whom.is_noun or len(behind) < 2:
        return
    if behind[0].lower != "non" or not behind[1].lower.startswith("grata"):
        return
    part_from_object(persona, whom, "NN")


def phoned(whom: Token) -> None:
    """`Its president, Aoun, called President Soto last week`, parsed as what somebody is called: whom he phoned."""
    verb = whom.head
    if verb is None or verb.lemma != "call" or verb.dep in ("acl", "amod") or verb.tag not in ("VBD", "VBN"):
        return
    if verb.child("dobj", "nsubjpass", "auxpass", "aux", "agent") is not None or verb.child("nsubj") is None:
        return
    if verb.childs("oprd") == [whom] and whom.tag == "NNP" and verb.i < whom.i:
        verb.retag("VBD")
        whom.dep = "dobj"


def ordered_shut(thing: Token) -> None:
    """`ordered the crossing shut`, parsed as a thing called a crossing shut: what is to be done to the crossing."""
    verb, before = thing.head, thing.sentence.tokens[thing.i - 1]
    if thing.lower != "shut" or thing.tag != "NN" or verb is None or verb.lemma != "order":
        return
    if before.head is not thing or not before.is_noun:
        return
    thing.retag("VBN")
    thing.dep = "ccomp"
    hand_over([c for c in thing.children if c.i < before.i], before)
    move(before, thing, "nsubj")


def with_papers(prep: Token) -> None:
    """`barred lorries with Danish plates`: the plates are those of the lorries."""
    verb, papers = prep.head, prep.child("pobj")
    if prep.lower != "with" or verb is None or not verb.is_verb or papers is None:
        return
    before = prep.sentence.tokens[prep.i - 1]
    if before.tag == "NNS" and before.head is verb and papers.lemma in clause_words("papers"):
        move(prep, before, "prep")


def pressed_to(verb: Token) -> None:
    """`pressed Chad on Monday to reopen the road`, parsed as what it was done for: what Chad is to do."""
    above = verb.head
    if above is None or above.lemma != "press" or verb.child("nsubj", "nsubjpass") is not None:
        return
    whom = above.child("dobj")
    if whom is not None and whom.tag in ("NNP", "NNPS") and whom.i < verb.i and above.child("prt") is None:
        verb.dep = "xcomp"


def by_how_many(by: Token) -> None:
    """`voted by a large majority to accept it`, parsed as if a majority did it: by how many."""
    verb, share = by.head, by.child("pobj")
    if verb is None or share is None or verb.child("nsubj") is None or verb.child("auxpass") is not None:
        return
    if share.lower in clause_words("shares_of_votes"):
        by.dep = "prep"
