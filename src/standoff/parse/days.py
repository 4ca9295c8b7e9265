"""Repairs of where days hang: inside the subject that they stand before, below the noun whose act they date."""

from functools import lru_cache

from standoff.lexicon.actions import actions
from standoff.lexicon.calendar import WEEKDAY_WORDS
from standoff.parse.labels import FINITE
from standoff.parse.tokens import Sentence, Token, hand_over, make_root, move

CLAUSES = frozenset({"acl", "relcl"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "npadvmod", "nummod", "poss"})
_YEAR = 4  # digits
_WHICH = frozenset({"last", "next", "this"})


def names_time(token: Token) -> bool:
    """Whether a word is a day, a month, a part of the day, or a word for a time."""
    return _names_time(token.lower, token.lemma)


@lru_cache(maxsize=1 << 14)
def _names_time(lower: str, lemma: str) -> bool:
    times = actions().words["time"]
    return lower.rstrip(".") in times or lemma in times


def place_day(prep: Token) -> None:
    """Hangs a preposition with a day, or one behind a day, on what it dates."""
    if prep.head is not None and prep.head.i > prep.i + 1:
        _dated_inside(prep)
    elif prep.lower == "on" and (verb := _lasting(prep)) is not None:
        move(prep, verb, "prep")
    elif prep.lower == "of":
        _of_a_day(prep)
    elif prep.lower == "on":
        _day_of_all(prep)


def _lasting(prep: Token) -> Token | None:
    """The verb of `met for five hours on Monday`, parsed as hours on Monday."""
    hours, day = prep.head, prep.child("pobj")
    how_long = hours.head if hours is not None and hours.dep == "pobj" and hours.tag == "NNS" else None
    if hours is None or how_long is None or how_long.lower != "for" or day is None or not names_time(hours):
        return None
    verb = how_long.head
    return verb if day.lower in WEEKDAY_WORDS and verb is not None and verb.is_verb else None


def part_days(sentence: Sentence) -> None:
    """Parts days from the subjects and objects that stand right behind them."""
    _day_then_verb(sentence)
    for token in sentence.tokens[:-2]:
        if token.dep == "prep":
            _day_before_subject(token)
            if token.lower == "of":
                _year_before_subject(token)
        elif token.lower in _WHICH and token.tag in ("JJ", "DT"):
            _last_month_subject(token)


def _day_before_subject(prep: Token) -> None:
    """`On Tuesday Kenya closed it`, `On Friday ministers met`, parsed as Friday ministers: the day, and the subject."""
    day = _last_of_day(prep.sentence.tokens[prep.i + 1])
    noun = day.head if day is not None and day.dep in _BEFORE_NOUN else None
    if day is None or noun is None or not noun.is_noun or names_time(noun) or noun.i < day.i:
        return
    if noun.dep == "pobj" and noun.head is prep:
        verb = prep.head
        if verb is None or not verb.is_verb or verb.i < noun.i or verb.child("nsubj", "nsubjpass") is not None:
            return
        move(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    elif noun.dep not in ("nsubj", "nsubjpass") or prep.child("pobj", "pcomp") is not None:
        return
    _set_apart(day, noun)
    move(day, prep, "pobj")


def _year_before_subject(of: Token) -> None:
    """`In the spring of 2010 Uzbek railways held them up`, parsed as a spring of railways: the year, and the subject."""
    noun = next(reversed(of.childs("pobj")), None)
    year = of.sentence.tokens[of.i + 1]
    verb = next((a for a in of.ancestors() if a.is_verb), None)
    if noun is None or verb is None or not noun.is_noun or not year.text.isdigit() or len(year.text) != _YEAR:
        return
    if year.head not in (noun, of) or not year.i < noun.i < verb.i or verb.child("nsubj", "nsubjpass") is not None:
        return
    if verb.tag == "VBN" and verb.child("aux", "auxpass") is None:
        verb.retag("VBD")
    move(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    move(year, of, "pobj")


def _last_month_subject(which: Token) -> None:
    """`Last April Rada signed`, parsed as somebody called April Rada: the month, and the subject."""
    day = which.head
    noun = (
        day.head if day is not None and day.i == which.i + 1 and names_time(day) and day.dep in _BEFORE_NOUN else None
    )
    if day is None or noun is None or noun.dep not in ("nsubj", "nsubjpass") or names_time(noun) or noun.i < day.i:
        return
    if noun.head is None or noun.head.i < noun.i or noun.subtree()[0].i != which.i or noun.tag == "NN":
        return
    _set_apart(day, noun)
    move(day, noun.head, "npadvmod")


def _last_of_day(first: Token) -> Token | None:
    """The last word of a day that begins here: `night` of `Monday night`; None where none begins."""
    if not first.tag.startswith("NNP") or not names_time(first):
        return None
    last = first
    while last.head is not None and last.head.i == last.i + 1 and last.dep == "compound" and names_time(last.head):
        last = last.head
    return last


def _set_apart(day: Token, noun: Token) -> None:
    """Gives a noun the number behind a weekday before it, which the parser may count as the day's: `on Monday two drones`."""
    for number in day.childs("nummod"):
        if number.i > day.i and day.lower in WEEKDAY_WORDS:
            move(number, noun, "nummod")


def _dated_inside(prep: Token) -> None:
    """`an offer put to the union on Monday adds a day`: a time inside a subject belongs to the participle before it."""
    verb, inner = prep.head, prep.child("pobj")
    if verb is None or inner is None or not verb.is_verb or not names_time(inner):
        return
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i > prep.i or verb.sentence.tokens[prep.i - 1].text == ",":
        return
    inside = next((c for c in subject.childs("acl", "relcl") if c.i < prep.i and c.tag != "VBG"), None)
    last = subject.subtree()[-1].i
    if inside is not None and last < prep.i and prep.subtree()[-1].i < verb.i and last >= prep.i - 1:
        move(prep, inside, "prep")


def _of_a_day(prep: Token) -> None:
    """`the arrest on Monday of 12 drivers`, parsed as a Monday of theirs: what the noun before the day is of."""
    day = prep.head
    on = day.head if day is not None and day.dep == "pobj" and day.lower in WEEKDAY_WORDS else None
    if on is not None and on.head is not None and on.head.is_noun:
        move(prep, on.head, "prep")


def _day_of_all(prep: Token) -> None:
    """`the recall of the envoy on Monday`, parsed as an envoy on Monday: the day of the whole phrase."""
    inner, thing = prep.child("pobj"), prep.head
    if inner is None or thing is None or inner.lower not in WEEKDAY_WORDS or thing.dep != "pobj" or not thing.is_noun:
        return
    of = thing.head
    if of is not None and of.lower in ("in", "of") and of.dep == "prep" and of.head is not None and of.head.is_noun:
        move(prep, of.head, "prep")


def _day_then_verb(sentence: Sentence) -> None:
    """`The ban on Monday stranded drivers`, parsed as Monday's stranded drivers: what follows the day is the verb."""
    root = sentence.root
    if root is None or not root.is_noun or any(t.tag in FINITE and t.dep not in CLAUSES for t in sentence.tokens):
        return
    for verb in sentence.tokens[2:-1]:
        noun, day = verb.head, sentence.tokens[verb.i - 1]
        if verb.tag not in ("VBN", "VBD") or verb.dep != "amod" or noun is None or day.head is not noun:
            continue
        on = noun.head
        if day.lower not in WEEKDAY_WORDS or noun.dep != "pobj" or on is None or on.i != day.i - 1 or on.lower != "on":
            continue
        move(day, on, "pobj")
        promote(root, verb, noun)
        move(on, root, "prep")
        return


def promote(root: Token, verb: Token, noun: Token) -> None:
    """Makes a participle the verb of its sentence, with the old root for subject and the noun that it stood before for object."""
    verb.retag("VBD")
    make_root(verb)
    hand_over([c for c in root.children if c.dep == "punct" or (c.i > verb.i and c is not noun)], verb)
    move(noun, verb, "dobj")
    move(root, verb, "nsubj")
