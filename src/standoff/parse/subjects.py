"""Repairs of who does something and to whom, where the parser takes words side by side for one phrase or for two."""

from standoff.lexicon.actions import actions
from standoff.lexicon.actors import actor_nouns
from standoff.lexicon.clauses import clause_words
from standoff.parse.days import names_time
from standoff.parse.labels import FINITE, SUBJECTS
from standoff.parse.tokens import Sentence, Token, hand_over, move

_AFTERWARDS = frozenset({"after", "before"})
_YEAR = 4  # digits


def mend_subjects(sentence: Sentence) -> None:
    """Gives verbs the subjects and objects that stand beside them; the words stay."""
    for token in sentence.tokens:
        if token.tag == "NNP" and token.dep in ("nsubj", "pobj"):
            _behind_place(token)
        if token.dep == "nummod":
            _behind_year(token)
        elif token.dep in ("dobj", "npadvmod", "pobj"):
            _before_time(token)
        elif token.dep == "ccomp":
            _given(token)
        elif token.dep == "csubj" and token.tag == "VBG":
            _on_strike(token)
        elif token.dep == "dep" and token.tag == "VBD":
            _done_then(token)
        elif token.tag == "VB" and token.dep in ("acl", "advcl", "xcomp"):
            _called_upon(token)
            _told_to(token)
        elif token.lower == "and" and token.dep == "cc":
            _beside_explained(token)
            _second_subject(token)
            _for_and_in(token)


def _on_strike(striking: Token) -> None:
    """`Striking weavers agreed to talks`, parsed as a deed done to weavers that agrees: who agrees."""
    verb, who = striking.head, striking.child("dobj")
    if verb is None or who is None or who.tag != "NNS" or who.i != striking.i + 1:
        return
    lexicon = actions()
    at_work = who.lemma in lexicon.classes["workers"] or who.lemma in lexicon.classes["people"]
    if not at_work or not any(sense.type == "PROTEST" for sense, _ in lexicon.verbs.get(striking.lemma, ())):
        return
    move(who, verb, "nsubj")
    hand_over([c for c in striking.children if c.i > who.i], who)
    move(striking, who, "amod")


def _behind_place(place: Token) -> None:
    """`At talks in Bonn, Togo and Benin signed it`, parsed as three places: where, and who signed it."""
    tokens = place.sentence.tokens
    states = [c for c in place.childs("conj") if c.tag == "NNP"]
    verb = next((a for a in place.ancestors() if a.is_verb), None)
    prep = tokens[place.i - 1] if place.i else None
    if not states or verb is None or prep is None or prep.dep != "prep" or prep.child("pobj") not in (None, place):
        return
    last = max(token.i for state in states for token in state.subtree())
    finite = any(t.tag in FINITE for t in (verb, *verb.childs("aux", "auxpass")))
    if not finite or verb.i < last or any(t.head is not verb for t in tokens[last + 1 : verb.i]):
        return
    if tokens[place.i + 1].text != "," or verb.child(*SUBJECTS) not in (None, place):
        return
    move(place, prep, "pobj")
    move(states[0], verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
    hand_over([c for c in place.children if c.i > place.i + 1], states[0])


def _behind_year(year: Token) -> None:
    """`In 2014 dockers walked out`, parsed as so many dockers: the year, and who walked out."""
    noun = year.head
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    if noun is None or prep is None or verb is None or not (year.lower.isdigit() and len(year.lower) == _YEAR):
        return
    if prep.lower != "in" or prep.i + 1 != year.i or year.lower[:2] not in ("19", "20") or not noun.is_noun:
        return
    if not verb.is_verb or verb.i < noun.i or verb.child(*SUBJECTS) is not None:
        return
    move(year, prep, "pobj")
    move(noun, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")


def _before_time(time: Token) -> None:
    """`called off the march hours after the ruling`, parsed as the hours of a march: what is called off, and when; `a ban on wine weeks before`."""
    what, prep = time.child("compound"), time.head
    verb = next((a for a in time.ancestors() if a.is_verb), None)
    if verb is None or what is None or time.tag != "NNS" or what.i + 1 != time.i or not names_time(time):
        return
    if verb.i > what.i or (time.dep == "npadvmod" and verb.child("dobj") is not None):
        return
    following = time.sentence.tokens[time.i + 1 : time.i + 2]
    if not following or following[0].lower not in _AFTERWARDS:
        return
    hand_over([c for c in time.children if c.i < time.i and c is not what], what)
    if time.dep == "pobj" and prep is not None:
        move(what, prep, "pobj")
    else:
        move(what, verb, "dobj")
    move(time, verb, "npadvmod")


def _given(what: Token) -> None:
    """`made the mill an offer`, parsed as a clause: what is made, and whom it is made to."""
    verb, whom = what.head, what.child("nsubj")
    if verb is None or whom is None or what.tag != "NN" or what.child("cop") is not None:
        return
    if verb.lemma not in clause_words("giving"):
        return
    if what.lemma not in actions().classes["offered"] and what.lemma not in actions().nouns:
        return
    what.dep = "dobj"
    move(whom, verb, "dative")
    for prep in [c for c in what.childs("prep") if any(names_time(n) for n in c.childs("pobj"))]:
        move(prep, verb, "prep")


def _done_then(verb: Token) -> None:
    """`halted the flow after Chad complained, then closed the line`: who halted it closed it."""
    first = verb.head
    if first is None or not first.is_verb or verb.child(*SUBJECTS) is not None:
        return
    if verb.i and verb.sentence.tokens[verb.i - 1].lower == "then":
        move(verb, first, "conj")


def _told_to(done: Token) -> None:
    """`ordered the potters who hold the kiln to leave it`, parsed as what they hold it for: what they are told to do."""
    verb = next((a for a in done.ancestors() if a.lemma in clause_words("putting_to")), None)
    whom = verb.child("dobj") if verb is not None else None
    clause = whom.child("relcl") if whom is not None else None
    to = done.child("aux")
    if verb is None or clause is None or to is None or to.tag != "TO" or done.head not in (verb, clause):
        return
    if clause.i < done.i and done.i == to.i + 1:
        move(done, verb, "xcomp")


def _called_upon(done: Token) -> None:
    """`repeated its call for Chad to reopen the gate`, parsed as a call for Chad, or as why it is repeated: what Chad is called on to do."""
    link = done.child("mark") or _asking_for(done)
    who = done.child(*SUBJECTS) or (link.child("pobj") if link is not None else None)
    if link is None or link.lower != "for" or who is None or not link.i or not link.i < who.i < done.i:
        return
    word = link.sentence.tokens[link.i - 1]
    asking = actions().speech_nouns if word.is_noun else actions().speech_verbs
    if not any(entry.act == "request" and "for" in entry.prep for entry, _ in asking.get(word.lemma, ())):
        return
    if link.dep != "mark" and not (
        who.tag.startswith("NNP") or not actor_nouns().keys().isdisjoint((who.lower, who.lemma))
    ):
        return  # called for steps to end it
    move(link, done, "mark")
    move(who, done, "nsubj")
    move(done, word, "acl" if word.is_noun else "advcl")


def _asking_for(done: Token) -> Token | None:
    """The preposition before those who stand right before an infinitive: `call for the mayor of Chad to resign`."""
    to = next((c for c in done.childs("aux") if c.lower == "to" and c.i), None)
    if to is None:
        return None
    last = to.sentence.tokens[to.i - 1]
    return next(
        (t.head for t in (last, *last.ancestors()) if t.dep == "pobj" and t.head and t.head.lower == "for"), None
    )


def _second_subject(joiner: Token) -> None:
    """`President Ruiz and Prime Minister Idris al-Amin met`, parsed as two subjects of the verb: they are joined."""
    first = joiner.head
    verb = first.head if first is not None else None
    if first is None or verb is None or first.dep not in SUBJECTS or first.child("conj") is not None:
        return
    other = next((t for t in verb.childs(*SUBJECTS) if t.i > joiner.i and t.is_noun), None)
    if other is None or other.i > verb.i or other.subtree()[0].i != joiner.i + 1:
        return
    move(other, first, "conj")


def _beside_explained(joiner: Token) -> None:
    """`the union, UTM, and the mill agreed`: the mill is joined to the union, not to its name, and is no subject by itself."""
    name = joiner.head
    first = name.head if name is not None and name.dep == "appos" else name
    if name is None or first is None or first.tag not in ("NN", "NNP") or first.child("conj") is not None:
        return
    if first.dep not in SUBJECTS or joiner.sentence.tokens[joiner.i - 1].text != ",":
        return
    beside = first.head.childs(*SUBJECTS) if first.head is not None else []
    other = next((t for t in (*name.childs("conj"), *beside) if t.i > joiner.i and t is not first), None)
    if other is None:
        return
    move(joiner, first, "cc")
    move(other, first, "conj")


def _for_and_in(joiner: Token) -> None:
    """`voiced its respect for and trust in the guild`, parsed as a second verb: a second thing that is voiced."""
    tokens, verb = joiner.sentence.tokens, joiner.head
    other = tokens[joiner.i + 1] if joiner.i + 1 < len(tokens) else None
    what = verb.child("dobj") if verb is not None else None
    if other is None or what is None or what.i != joiner.i - 2 or other.dep != "conj" or other.head is not verb:
        return
    if tokens[joiner.i - 1].dep != "prep" or tokens[joiner.i - 1].children or other.tag not in ("VB", "VBG", "VBP"):
        return
    if all(c.dep == "prep" for c in other.children):
        other.retag("NN")
        move(other, what, "conj")
        move(joiner, what, "cc")
