"""Repairs of where clauses hang: infinitives that the verb before controls, subjects cut off by an aside, dates inside a subject."""

from functools import cache

from standoff.lexicon.actions import actions
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.lexicon.clauses import clause_words
from standoff.parse.abreast import abreast
from standoff.parse.days import CLAUSES, names_time, part_days, place_day, promote
from standoff.parse.labels import FINITE
from standoff.parse.objects import (
    behind_particle,
    by_how_many,
    called_home,
    charged_with,
    handed_over,
    made_public,
    ordered_shut,
    out_of_hand,
    phoned,
    pressed_to,
    quarrelled_over,
    unwelcome,
    with_papers,
)
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move
from standoff.parse.told import (
    answer_given,
    asked_and_did,
    behind_teller,
    bidden_before,
    said_after,
    said_and_urged,
    said_of_nothing,
    said_of_noun,
    told_apart,
    told_before,
)

# Kinds of clauses of which something is mended.
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "conj", "csubj", "relcl"})
_ASIDE = frozenset({"parataxis", "ccomp"})
_BETWEEN = frozenset({"IN", "DT", "NNP", "NNS", "NN", "CD", "JJ", "RB", "RP", "POS", "SYM", "HYPH"})
_BE = frozenset({"are", "been", "is", "was", "were"})
_PLACED = frozenset({"across", "around", "at", "in", "throughout"})
_SPEAKING = frozenset({"agree", "offer", "promise", "refuse", "request", "threaten"})


def reattach(sentence: Sentence) -> None:
    """Changes heads and labels of a sentence's tokens in place; the words stay."""
    for token in sentence.tokens:
        if token.is_verb and token.dep == "advcl":
            said_after(token)
        elif token.tag == "VBD" and token.dep == "conj":
            _joined_subject(token)
        if token.tag in ("VB", "VBP") and token.dep in ("ROOT", "ccomp"):
            _past_of_one(token)
        said_of_noun(token)
        if token.tag == "UH" and token.dep != "relcl":
            answer_given(token)
        elif token.dep in _CLAUSES:
            _reattach_clause(token)
        else:
            _reattach_word(token)
        if token.lower.startswith("persona"):
            unwelcome(token)
    for token in sentence.tokens:
        if token.dep in _ASIDE and token.is_verb and token.head is not None:
            _subject_before_aside(token)
    _two_verbs(sentence)
    _plural_with_participle(sentence)
    part_days(sentence)


def _reattach_clause(verb: Token) -> None:
    """What is mended of a clause, by its kind and its verb's form."""
    if verb.dep == "relcl":
        _who_of_many(verb)
        said_of_nothing(verb)
    elif verb.dep == "advcl" and verb.tag == "VB":
        _controlled(verb)
        _allowed_to(verb)
        pressed_to(verb)
        _by_rule(verb)
        bidden_before(verb)
    elif verb.dep == "advcl" and verb.tag == "VBG":
        behind_teller(verb)
    elif verb.dep == "advcl" and verb.tag in ("VBD", "VBN"):
        told_before(verb)
    elif verb.dep == "ccomp" and verb.tag == "VBD":
        told_apart(verb)
    elif verb.dep == "conj" and verb.tag == "VBD":
        said_and_urged(verb)
        asked_and_did(verb)
    elif verb.dep == "acl" and verb.tag == "VBD":
        _bare_relative(verb)
    elif verb.dep == "csubj" and verb.tag == "VBN":
        _clause_as_subject(verb)
    if verb.dep == "acl" and verb.tag in ("VBD", "VBN"):
        _what_it_did(verb)


def _reattach_word(token: Token) -> None:
    """What is mended of a subject, an object, an auxiliary or a preposition."""
    abreast(token)
    if token.tag == "VBZ" and token.dep in ("nsubj", "nsubjpass"):
        _plural_as_verb(token)
    elif token.dep == "aux" and (token.children or token.lower in _BE):
        _auxiliary(token)
        _same_in_the_past(token)
    elif token.dep in ("advmod", "npadvmod") and (token.tag == "NNP" or _is_letters(token)):
        _name_as_adverb(token)
    elif token.dep == "nsubj" and token.tag == "NNP":
        _body_with_name(token)
    elif token.dep == "dobj":
        charged_with(token)
        handed_over(token)
        ordered_shut(token)
        made_public(token)
    elif token.dep == "oprd" and token.is_noun:
        called_home(token)
        phoned(token)
    elif token.dep == "pobj":
        out_of_hand(token)
    elif token.dep == "prt":
        behind_particle(token)
        quarrelled_over(token)
    elif token.dep == "agent":
        by_how_many(token)
    elif token.dep == "prep":
        place_day(token)
        with_papers(token)


def _joined_subject(verb: Token) -> None:
    """`cut off contacts with Chad and Niger sent a ship`: the name right before a second verb is who acts, not one of two."""
    tokens = verb.sentence.tokens
    name = tokens[verb.i - 1] if verb.i else None
    other = name.head if name is not None and name.dep == "conj" else None
    if name is None or other is None or not other.is_noun or verb.child("nsubj", "nsubjpass") is not None:
        return
    joined = [c for c in other.childs("cc") if other.i < c.i < name.i]
    if len(joined) != 1 or verb.head is None or not verb.head.is_verb or other.dep in ("nsubj", "nsubjpass"):
        return
    move(name, verb, "nsubj")
    move(joined[0], verb.head, "cc")


def _by_rule(word: Token) -> None:
    """`have been working to rule since May`: a rule is what they work to."""
    to, verb = word.child("aux"), word.head
    if word.lower != "rule" or verb is None or verb.lemma != "work" or to is None or word.child("dobj") is not None:
        return
    hand_over([c for c in word.children if c is not to], verb)
    word.retag("NN")
    move(to, verb, "prep")
    move(word, to, "pobj")


def _who_of_many(clause: Token) -> None:
    """`the 4,000 across the region who stopped work`: it is they who did, and no region."""
    noun, who = clause.head, clause.child("nsubj", "nsubjpass")
    link = noun.head if noun is not None and noun.dep == "pobj" else None
    many = link.head if link is not None and link.lower in _PLACED else None
    if noun is None or many is None or who is None or who.lower != "who" or noun.tag not in ("NN", "NNP"):
        return
    if many.tag in ("CD", "NNS"):
        move(clause, many, "relcl")


def _plural_as_verb(noun: Token) -> None:
    """`said that talks with the nurses were suspended`: a subject is no verb, and `that` opens the clause."""
    noun.retag("NNS")
    for that in noun.childs("nsubj", "mark"):
        if that.lower == "that" and noun.head is not None:
            move(that, noun.head, "mark")


@cache
def _controlling() -> frozenset[str]:
    """Verbs whose infinitive is what their subject does or says that it will do: `moved to close`, `vowed to strike`."""
    lexicon = actions()
    said = {
        v
        for v, entries in lexicon.speech_verbs.items()
        if any(e.act in _SPEAKING and "inf" in e.forms for e, _ in entries)
    }
    return frozenset((lexicon.operators.keys() | said) - clause_words("for_a_purpose"))


def _controlled(verb: Token) -> None:
    """`moved on Tuesday to close it`, `went on to close it`, parsed as what it was done for: its complement."""
    if not verb.has_child(("to",), "aux") or verb.child("nsubj", "nsubjpass"):
        return
    head = verb.head
    start = verb.subtree()[0].i
    if head is None or start < 1:
        return
    if head.i < verb.i and head.is_verb and _passes_on(head) and _unbroken(head, start):
        verb.dep = "xcomp"
    elif head.dep == "advcl" and verb.sentence.tokens[start - 1].text == "," and head.head is not None:
        _past_an_aside(verb, head, head.head)


def _allowed_to(verb: Token) -> None:
    """`allowed deliveries to Chad to resume`, parsed as what they were allowed for: what somebody let them do."""
    let = verb.head
    thing = let.child("dobj") if let is not None else None
    if let is None or thing is None or let.lemma not in clause_words("giving_leave") or let.child("prt") is not None:
        return
    if verb.child("nsubj", "nsubjpass") is None and _unbroken(thing, verb.subtree()[0].i):
        for place in (p for p in let.childs("prep") if thing.i < p.i < verb.i):
            move(place, thing, "prep")  # deliveries to Chad
        move(thing, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
        move(verb, let, "ccomp")


def _passes_on(head: Token) -> bool:
    """Whether a verb takes an infinitive of what its subject does."""
    if head.child("dobj", "xcomp", "ccomp", "agent"):
        return False
    if head.lemma == "go":
        return any(c.lower == "on" and not c.children for c in head.childs("prt", "advmod", "prep"))
    return head.lemma in _controlling() and head.child("prt") is None


def _unbroken(head: Token, start: int) -> bool:
    """Whether nothing but times, places and counts of votes stand between a verb and its infinitive."""
    return all(t.tag in _BETWEEN for t in head.sentence.tokens[head.i + 1 : start])


def _past_an_aside(verb: Token, aside: Token, main: Token) -> None:
    """`agreed with the owners, when the lease ran out, to keep working`: of the main clause, not of the aside."""
    before = aside.subtree()[0].i
    if not main.i < before < aside.i < verb.i or verb.sentence.tokens[before - 1].text != ",":
        return
    if aside.child("nsubj", "nsubjpass") and _passes_on(main):
        move(verb, main, "xcomp")


def _auxiliary(aux: Token) -> None:
    """`Chad did pay`: the subject of an auxiliary is its verb's."""
    verb = aux.head
    if verb is None or verb.child("nsubj", "nsubjpass") is not None:
        return
    hand_over(aux.childs("nsubj", "nsubjpass"), verb)


def _name_as_adverb(name: Token) -> None:
    """`On Tuesday Turkey halted flights`, parsed as halted Turkey-wise: the name or letters right before a verb are its subject."""
    verb = name.head
    if verb is None or verb.tag not in ("VBD", "VBZ") or verb.i != name.i + 1 or names_time(name):
        return
    if verb.child("nsubj", "nsubjpass") is None:
        name.dep = "nsubj"
        name.retag("NNP")


def _is_letters(token: Token) -> bool:
    """Whether a word is written in capitals only among others that are not, as the letters of a body are: `USAID`."""
    text = token.text
    return text.isupper() and text.isalpha() and len(text) > 2 and not token.sentence.text.isupper()


def _body_with_name(name: Token) -> None:
    """`The mining company Corda halted work`, parsed as two subjects: the company is called Corda."""
    verb = name.head
    before = name.sentence.tokens[name.i - 1] if name.i else None
    if before is not None and before.head is verb and before.dep == "nsubj" and before.tag == "NN":
        move(before, name, "compound")


def _same_in_the_past(be: Token) -> None:
    """`were at last let through`, parsed as an active verb after `were`: a passive whose participle looks like the verb."""
    verb = be.head
    if be.lower not in _BE or verb is None or verb.tag not in ("VB", "VBP") or verb.child("dobj") is not None:
        return
    if any(c is not be and c.lower not in ("has", "have", "had") for c in verb.childs("aux")):
        return
    verb.retag("VBN")
    be.dep = "auxpass"
    for child in verb.childs("nsubj"):
        child.dep = "nsubjpass"


def _past_of_one(verb: Token) -> None:
    """`Chad again let lorries pass`, parsed as an infinitive: with one who acts, or a day, and no auxiliary it is the past."""
    if verb.lower not in clause_words("same_in_past") or verb.child("aux", "mark") is not None:
        return
    doer = verb.child("nsubj")
    told = verb.head is None or verb.head.i > verb.i
    if doer is None or not told or verb.sentence.part == "title":
        return
    one = doer.tag in ("NN", "NNP") and doer.child("conj") is None
    if doer.i < verb.i and (one or _on_a_day(verb)):
        verb.retag("VBD")


def _on_a_day(verb: Token) -> bool:
    """`Miners set fire to a hut on Monday`: a weekday of its own, which habits have in the plural."""
    days = [t for t in verb.subtree() if t.lower in WEEKDAY_WORDS or t.lower == "yesterday"]
    return any(
        next((a for a in day.ancestors() if a.is_verb), None) is verb and day.child("det") is None for day in days
    )


def _bare_relative(verb: Token) -> None:
    """`the offer Corda made on Monday`, parsed as an offer called Corda: a clause with a subject of its own."""
    doer = verb.head
    noun = doer.head if doer is not None and doer.dep == "appos" and doer.tag.startswith("NNP") else None
    if doer is None or noun is None or noun.tag not in ("NN", "NNS") or doer.subtree()[0].i != noun.i + 1:
        return
    if verb.i != doer.i + 1 or verb.child("nsubj", "dobj", "agent"):
        return
    move(verb, noun, "relcl")
    move(doer, verb, "nsubj")


def _what_it_did(verb: Token) -> None:
    """`the ban on maize from Chad that it had imposed`, parsed as the fact that it had: what the ban is that is meant."""
    that, noun = verb.child("mark"), verb.head
    doer = verb.child("nsubj")
    if that is None or that.lower != "that" or noun is None or doer is None or doer.tag != "PRP":
        return
    if verb.child("dobj", "ccomp", "xcomp", "auxpass", "prt") is None and verb.lemma in actions().light:
        verb.dep, that.dep = "relcl", "dobj"


def _clause_as_subject(participle: Token) -> None:
    """`The truce reached on Monday is for a year`, parsed as a clause for subject: a truce that was reached."""
    verb, noun = participle.head, participle.child("nsubj")
    if (
        verb is None
        or noun is None
        or not noun.is_noun
        or noun.i + 1 != participle.i
        or participle.child("dobj", "aux")
    ):
        return
    if verb.child("nsubj", "nsubjpass") is None and participle.i < verb.i:
        move(noun, verb, "nsubj")
        move(participle, noun, "acl")


def _two_verbs(sentence: Sentence) -> None:
    """`The truce reached on Monday is for a year`, parsed as two verbs side by side: the first says which truce is meant."""
    first = sentence.root
    if (
        first is None
        or first.tag not in ("VBD", "VBN")
        or first.child("aux", "auxpass", "dobj", "ccomp", "xcomp", "cc")
    ):
        return
    subject = first.child("nsubj", "nsubjpass")
    second = next((c for c in first.childs("conj", "ccomp") if c.tag in FINITE and c.i > first.i), None)
    if subject is None or second is None or second.child("nsubj", "nsubjpass", "expl", "mark", "cc"):
        return
    if first.subtree()[0].i > subject.i or subject.i + 1 != first.i or not subject.is_noun:
        return
    between = sentence.tokens[first.i + 1 : second.subtree()[0].i]
    if not between or any(t.text in (",", ";", "-", "–", "—") or (t.dep == "cc" and t.head is first) for t in between):
        return
    make_root(second)
    first.retag("VBN")
    move(subject, second, "nsubj")
    hand_over([c for c in first.children if c.i > second.i or c.dep == "punct"], second)
    move(first, subject, "acl")


def _subject_before_aside(said: Token) -> None:
    """`Chad, the ministry said, paid`: the first subject is that of the verb behind the aside."""
    verb = said.head
    subjects = said.childs("nsubj", "nsubjpass")
    if verb is None or len(subjects) != 2 or not said.i < verb.i or verb.child("nsubj", "nsubjpass"):
        return
    first, second = subjects
    tokens = said.sentence.tokens
    if first.i < second.i < said.i and any(t.text == "," for t in tokens[first.i + 1 : second.i]):
        move(first, verb, "nsubj")


def _plural_with_participle(sentence: Sentence) -> None:
    """`Cooks at Abu Dhabi airport downed tools`, parsed as cooks with downed tools: the only verb of a sentence is its verb."""
    root = sentence.root
    if (
        root is None
        or root.tag not in ("NNS", "NNPS")
        or any(t.tag in FINITE and t.dep not in CLAUSES for t in sentence.tokens)
    ):
        return
    noun = next((c for c in root.childs("appos", "conj", "dep") if c.i > root.i and c.tag in ("NN", "NNS")), None)
    verb = next((c for c in noun.childs("amod") if c.tag in ("VBN", "VBD")), None) if noun is not None else None
    if noun is None or verb is None or verb.i != noun.subtree()[0].i or verb.i - 1 <= root.i:
        return
    if sentence.tokens[verb.i - 1].text in (",", "and", "or", "&"):
        return
    promote(root, verb, noun)
