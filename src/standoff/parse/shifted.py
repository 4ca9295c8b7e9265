"""Repairs of nouns that stand away from their verb: objects behind an aside, subjects behind a participle, names behind a comma."""

from standoff.lexicon.actions import actions
from standoff.lexicon.clauses import clause_words
from standoff.parse.days import names_time
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

_BE = frozenset({"are", "is", "was", "were"})
_OVER = frozenset({"about", "against", "outside", "over"})
_OF_NOUN = frozenset({"against", "by", "of", "on"})
_APART = frozenset({"(", ")", ",", ";", ":", "-", "–", "—"})


def mend_shifted(sentence: Sentence) -> None:
    """Hangs what was moved behind something else where it belongs; the words stay."""
    for token in sentence.tokens:
        if token.dep == "acl" and token.tag == "VBG":
            _in_writing(token)
        elif token.lower == "by" and token.dep in ("agent", "prep"):
            _told_by(token)
            _whose_deed(token)
            _two_governed(token)
        elif token.dep == "prep":
            _behind_time(token)
            _judged(token)
            _two_governed(token)
        elif token.dep == "appos":
            _behind_aside(token)
            _near_appositive(token)
            _after_day(token)
        elif token.dep == "npadvmod" and token.tag in ("NNP", "NNPS"):
            _name_behind(token)
        elif token.dep == "auxpass" and token.lower in _BE:
            _turned_round(token)
        elif token.lower == "both" and token.tag == "DT":
            _both_told(token)
        elif token.dep in ("compound", "nmod") and token.tag == "NNP":
            _given_to(token)
        elif token.dep == "dobj" and token.lemma in clause_words("leave_given"):
            _given_leave(token)
        elif token.dep == "advcl" and token.tag == "VBD":
            _first_since(token)


def _first_since(verb: Token) -> None:
    """`The first lorries since May crossed the bridge`, parsed as what they have been since: what they did."""
    noun, since = verb.head, verb.child("mark")
    if noun is None or noun.head is not None or not noun.is_noun or since is None or since.lower != "since":
        return
    when = next(iter((*since.children, *verb.childs("nsubj"))), None)
    if since.i != noun.i + 1 or when is None or when.i != verb.i - 1 or not names_time(when):
        return
    make_root(verb)
    hand_over(noun.childs("punct"), verb)
    move(noun, verb, "nsubj")
    move(since, noun, "prep")
    move(when, since, "pobj")


def _in_writing(saying: Token) -> None:
    """`sent a note to the embassy urging it to act`, parsed as an embassy that urges: what the note does."""
    texts = actions().words["writings"]
    for to in [a for a in saying.ancestors() if a.lower == "to"]:
        verb = to.head
        if verb is None or to.dep not in ("dative", "prep") or not (verb.is_verb or verb.lemma in texts):
            continue
        verb = verb if verb.is_verb else verb.head
        if verb is None or not verb.is_verb:
            return
        text = next((o for o in verb.childs("dobj") if o.lemma in texts and o.i < to.i), None)
        if (text is not None or verb.lemma == "write") and saying.lemma in actions().speech_verbs:
            move(saying, verb, "advcl")
        return


def _both_told(both: Token) -> None:
    """`urged both to comply`, parsed as how they comply: who is urged."""
    tokens = both.sentence.tokens
    verb = tokens[both.i - 1] if both.i else None
    if verb is None or not verb.is_verb or both.head is verb or not verb.child("xcomp", "advcl", "ccomp"):
        return
    if both.i + 1 < len(tokens) and tokens[both.i + 1].lower == "to" and verb.child("dobj") is None:
        move(both, verb, "dobj")


def _told_by(by: Token) -> None:
    """`was told to leave by the police`, parsed as how he is to leave: who told him."""
    inner, doer = by.head, by.child("pobj")
    verb = inner.head if inner is not None and inner.dep == "xcomp" and inner.tag == "VB" else None
    if inner is None or verb is None or doer is None or inner.child("auxpass") is not None:
        return
    told = verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep == "advcl")
    if not told or verb.child("agent") is not None or verb.lemma not in actions().speech_verbs:
        return
    bare = doer.child("det", "amod", "poss", "compound") is None and not doer.tag.startswith("NNP")
    if not bare and not names_time(doer):
        move(by, verb, "agent")


def _judged(as_: Token) -> None:
    """`rejected as insulting an offer by Chad`, parsed as what insults an offer: what was rejected."""
    verb, what = as_.head, as_.child("pcomp")
    if as_.lower != "as" or verb is None or what is None or what.tag != "VBG" or what.i != as_.i + 1:
        return
    noun = what.child("dobj")
    if noun is None or not _lacks_object(verb):
        return
    for prep in [c for c in what.childs("prep") if c.i > noun.i and c.lower in _OF_NOUN]:
        move(prep, noun, "prep")
    move(noun, verb, "dobj")


def _two_governed(prep: Token) -> None:
    """`received by lorry 40 tonnes of maize`, parsed as one phrase after `by`: the second noun is what was received."""
    verb, nouns = prep.head, prep.childs("pobj")
    if len(nouns) != 2 or verb is None or not verb.is_verb or verb.i > prep.i or not _lacks_object(verb):
        return
    first, second = nouns
    if second.subtree()[0].i == first.subtree()[-1].i + 1 and not names_time(second):
        move(second, verb, "dobj")


def _whose_deed(by: Token) -> None:
    """`broke up a rally by pensioners`, parsed as how they broke it up: whose rally it was."""
    verb, doer = by.head, by.child("pobj")
    deed = verb.child("dobj") if verb is not None and verb.is_verb else None
    if verb is None or deed is None or doer is None or deed.i != by.i - 1 or verb.child("auxpass", "agent"):
        return
    if doer.tag not in ("NNS", "NNP", "NNPS") or names_time(doer) or doer.child("nummod") is not None:
        return
    if deed.lemma in actions().nouns:
        move(by, deed, "prep")


def _after_day(noun: Token) -> None:
    """`handed over on Monday 12 prisoners`, parsed as what Monday is: what was handed over."""
    day = noun.head
    prep = day.head if day is not None and day.dep == "pobj" and names_time(day) else None
    verb = prep.head if prep is not None else None
    if day is None or verb is None or not verb.is_verb or verb.i > day.i or names_time(noun):
        return
    if noun.subtree()[0].i == day.i + 1 and _lacks_object(verb):
        move(noun, verb, "dobj")


def _behind_time(prep: Token) -> None:
    """`struck for a week over the ban`, parsed as a week over the ban: what the strike is over."""
    time = prep.head
    above = time.head if time is not None and time.dep == "pobj" and names_time(time) else None
    if prep.lower not in _OVER or above is None or time is None or not time.i < prep.i:
        return
    governed = prep.child("pobj")
    if above.head is not None and above.head.is_verb and governed is not None and not names_time(governed):
        move(prep, above.head, "prep")


def _behind_aside(noun: Token) -> None:
    """`signed, in the presence of the bishop, a treaty`, parsed as a bishop who is one: what was signed."""
    tokens, start = noun.sentence.tokens, noun.subtree()[0].i
    verb = next((a for a in noun.ancestors() if a.is_verb), None)
    if verb is None or not verb.i < start - 1 or tokens[start - 1].text != "," or tokens[verb.i + 1].text != ",":
        return
    aside = tokens[verb.i + 2]
    if aside.dep == "prep" and aside.head is verb and aside in noun.ancestors() and _lacks_object(verb):
        move(noun, verb, "dobj")


def _near_appositive(noun: Token) -> None:
    """`The rebels attacked Sarun, a town`, parsed as rebels who are a town: what stands right before the comma."""
    far = noun.head
    start = noun.subtree()[0].i
    tokens = noun.sentence.tokens
    if far is None or start < 2 or tokens[start - 1].text != "," or far.i > start or not noun.is_noun:
        return
    near = tokens[start - 2]
    if near is far or near.tag not in ("NNP", "NNPS") or far in near.ancestors() or near in far.subtree():
        return
    if far.dep not in ("nsubj", "nsubjpass") or far.head is None or not far.i < far.head.i < near.i:
        return
    if near.dep in ("dobj", "pobj", "dative") and far.head in near.ancestors():
        move(noun, near, "appos")


def _name_behind(name: Token) -> None:
    """`will visit Corday next week`, parsed as how it visits: a name right behind a verb that lacks an object is one."""
    verb = name.head
    if verb is None or not verb.is_verb or name.subtree()[0].i != verb.i + 1 or names_time(name):
        return
    if _lacks_object(verb) and verb.child("nsubj") is not None and verb.child("prt") is None:
        name.dep = "dobj"


def _turned_round(be: Token) -> None:
    """`Killed in the raid were two officers`, parsed with them below `were`: whom the participle tells of."""
    verb = be.head
    if verb is None or verb.tag != "VBN" or be.i < verb.i or verb.child("nsubj", "nsubjpass") is not None:
        return
    if verb.i > 1 or any(t.text in _APART for t in be.sentence.tokens[verb.i : be.i]):
        return
    noun = be.child("attr", "nsubj")
    if noun is not None and noun.is_noun:
        move(noun, verb, "nsubjpass")


def _given_to(name: Token) -> None:
    """`offered Mozambique 60 trainers`, parsed as trainers of that name: to whom they are offered."""
    thing, tokens = name.head, name.sentence.tokens
    verb = thing.head if thing is not None and thing.dep == "dobj" else None
    if thing is None or verb is None or name.i + 1 >= len(tokens) or tokens[name.i + 1].tag != "CD":
        return
    first = name.subtree()[0]
    if first.i == verb.i + 1 and verb.lemma in clause_words("handing") and tokens[name.i + 1].head is not name:
        move(name, verb, "dative")


def _given_leave(leave: Token) -> None:
    """`denied the rescue ship entry`, parsed as the entry of a ship: to whom it is denied."""
    verb, whom = leave.head, leave.sentence.tokens[leave.i - 1]
    if verb is None or verb.lemma not in clause_words("letting_or_not") or verb.child("dative") is not None:
        return
    if whom.head is not leave or whom.dep not in ("compound", "nmod"):
        return
    if whom.lemma in clause_words("leave_given") or whom.lemma in clause_words("leave_kinds"):
        return  # granted the landing permission, denied a safety clearance
    before = [c for c in leave.children if c.i < whom.i]
    if whom.tag in ("NN", "NNS") and not any(c.dep in ("det", "nummod", "poss") for c in before):
        return
    move(whom, verb, "dative")
    hand_over(before, whom)


def _lacks_object(verb: Token) -> bool:
    """Whether an active verb has nothing that it acts on."""
    passive = verb.child("auxpass", "nsubjpass", "agent") is not None
    return not passive and verb.child("dobj", "ccomp", "xcomp", "attr", "oprd") is None
