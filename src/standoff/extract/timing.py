"""What the words around a verb say of when it happened: calling off, `hours after`, `in which`, the same things told again."""

from standoff.extract.binding import Bound
from standoff.extract.tense import tense_of
from standoff.lexicon.clauses import clause_words
from standoff.parse import Token

SHORTLY = frozenset(("half", "hour", "hours", "minutes", "moments", "shortly"))
_HOURS = 12  # so many hours on it may be another day


def is_called_off(verb: Token, bound: Bound) -> bool:
    """Whether a time is that of what does not come about: `cancelled all flights for Saturday`."""
    return (
        verb.lemma in clause_words("calling_off") and bound.token.head is not None and bound.token.head.lower == "for"
    )


def is_plain(verb: Token) -> bool:
    """No side clause by its words: neither `when` nor `after` opens it."""
    return verb.child("mark") is None and not any(c.tag == "WRB" for c in verb.children)


def is_shortly(mark: Token) -> bool:
    """`hours after`, `shortly before`; not `48 hours after`."""
    tokens, last = mark.sentence.tokens, mark.i - 1
    if last > 1 and [t.lower for t in tokens[last - 1 : last + 1]] == ["or", "so"]:
        last -= 2  # `an hour or so after`
    if last < 0 or tokens[last].lower not in SHORTLY:
        return False
    count = tokens[last - 1].text if last else ""
    return not (count.isascii() and count.isdigit() and int(count[:4]) > _HOURS)


def is_in_which(verb: Token) -> bool:
    """Whether a relative clause is told of the time of its noun: `the clash in which two guards were hurt`."""
    return any(
        c.lower in ("at", "during", "in") and any(w.lower == "which" for w in c.children) for c in verb.childs("prep")
    )


def things_of(verb: Token) -> set[str]:
    """The lemmas of what acts and is acted on."""
    return {t.lemma for t in verb.childs("nsubj", "nsubjpass", "dobj") if t.is_noun} if verb.is_verb else set()


def names_it(noun: Token, other: Token) -> bool:
    """Whether `the attack` can mean what another sentence tells: a noun with `the` and nothing more of its own."""
    return not noun.is_verb and other.is_verb and [c.lower for c in noun.children] in (["the"], ["that"])


def takes_up(noun: Token, other: Token) -> bool:
    """Whether `the offer` can mean the one that a verb of an earlier sentence tells: `made an offer on Friday`."""
    if not (noun.is_noun and other.is_noun) or other.sentence.index > noun.sentence.index:
        return False
    of_verb = other.dep in ("dobj", "nsubjpass") and other.head is not None and tense_of(other.head) == "past"
    return of_verb and [c.lower for c in noun.children] in (["the"], ["that"])


def named_day(noun: Token) -> Token:
    """The day that `the day` stands for: August of `on 6 August, the day on which`, `since 6 August, the same day`; else the noun."""
    head = noun.head
    if noun.lemma not in ("date", "day") or head is None:
        return noun
    if noun.dep == "appos":
        return head
    before = [prep for prep in head.childs("prep") if prep.lower in ("on", "since") and prep.i < noun.i]
    tokens = noun.sentence.tokens
    for day in (prep.child("pobj") for prep in before):
        if day is not None and any(t.text == "," for t in tokens[day.i : noun.i]):
            return day
    return noun
