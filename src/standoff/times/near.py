"""What the words around an expression say of it: tense, preposition, hedge, place in the sentence."""

from dataclasses import replace

from standoff.lexicon.calendar import CUT_MONTH_WORDS, MONTH_WORDS
from standoff.lexicon.times import time_words
from standoff.model import Relation
from standoff.times.anchor import Direction
from standoff.times.shapes import Calendar, Deictic, Duration, Offset, Recurring, Shape
from standoff.times.tokens import Word

_RELATIONS: dict[str, Relation] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "before": "before",
    "after": "after",
    "following": "after",
    "by": "by",
}
_CLAUSE = 12  # words of a clause before its time
_HEDGES = frozenset(("the", "about", "around", "roughly", "nearly", "almost", "at", "least", "in", "on", "as"))
_STOPS = frozenset((".", "!", "?", ";"))
_LIGHT = frozenset(("on", "late", "early", "in", "a", "statement", "the"))
_LIGHTS = 5
_AUXILIARY = frozenset(("will", "would", "shall", "may"))
_BE = frozenset(("is", "are", "was", "were"))
_MODALS = frozenset(("could", "may", "might"))
_BEFORE_MONTHS = frozenset(
    ("after", "and", "before", "between", "by", "during", "for", "from", "in", "last", "late", "next", "of", "or", "since", "the", "this", "till", "to", "until", "-")
)  # fmt: skip
_LABEL = 8  # tokens
_YEAR = 4  # digits
_DASHES = frozenset("-–—")
_MARKS = frozenset(":|")
_LISTED = frozenset((",", "and"))
_DIGITS = 2  # of a day
_MONTHS = MONTH_WORDS | CUT_MONTH_WORDS
_BULLETS = frozenset("•·▪◦*")
_UNTIL = frozenset(("until", "till"))
_LASTED_TO = frozenset(("not", "take", "takes", "took"))
_LINKING = frozenset(
    ("and", "as", "at", "by", "for", "from", "had", "he", "in", "into", "of", "on", "or", "she", "the", "they", "to", "was", "were", "when", "which", "with")
)  # fmt: skip
_SHORT = 5  # letters: `west`, `rest`, `quest` are no superlatives
_COUNTED = 9  # tokens before a length in which what it counts stands
_JUST_BEFORE = 4  # tokens
_REACH = 12  # tokens to both sides in which a tense word counts


def near_tense(words: list[Word], start: int, end: int) -> Direction | None:
    """What the tense words of the sentence say: the nearest one before the expression, else the nearest after it."""
    cues = time_words().cues
    for step, stop in (
        (range(start - 1, max(-1, start - 1 - _REACH), -1), start),
        (range(end, min(len(words), end + _REACH)), end),
    ):
        for k in step:
            word = words[k]
            if word.lower in _STOPS and not (
                k + 1 < len(words) and words[k + 1].lower[:1].islower() and words[k + 1].start == stop
            ):
                break
            cue = cues.get(word.lower) or ("past" if _past_form(words, k) else None)
            if cue == "soon":
                cue = "future" if 0 < start - k <= _JUST_BEFORE else None  # `meets on April 26`
            if (
                _is_modal(words, k)
                or _is_to(words, k)
                or _is_on(words, k, start)
                or (cue == "past" and _to_come(words, k))
            ):
                return "future"
            if cue is not None:
                return "future" if cue == "future" and not _would_have(words, k) else "past"
    return None


def willed(words: list[Word], start: int) -> bool:
    """Whether somebody `voted to end` something on a date, which then lies ahead of the vote."""
    ahead = False
    for k in range(start - 1, max(-1, start - 1 - _REACH), -1):
        lower = words[k].lower
        if lower in _STOPS or lower in (",", ":"):
            return False
        if ahead and time_words().cues.get(lower) == "willed":
            return True
        ahead = ahead or (lower == "to" and words[k + 1].lower.isalpha() and not words[k + 1].capital)
    return False


def _past_form(words: list[Word], k: int) -> bool:
    """A word in `-ed`, unless it is the end of a compound: `state-imposed`."""
    lower = words[k].lower
    return len(lower) > 4 and lower.endswith("ed") and lower[-3] != "e" and not (k and words[k - 1].lower == "-")


def leads(words: list[Word], at: int) -> bool:
    """Whether a token stands at the beginning of its sentence: `In 1945, ...`."""
    return any(k < 0 or words[k].lower in _STOPS for k in range(at - 1, at - 4, -1))


def _to_come(words: list[Word], k: int) -> bool:
    """Whether the participle at `k` is one of the future: `will be held`, `to be opened`."""
    before = [w.lower for w in words[max(0, k - 3) : k]]
    if not _AUXILIARY.isdisjoint(before) or (before and before[-1] in ("to", "be")):
        return True
    # `was to open`, `is due to`, `was set for`
    return words[k].lower in _BE and k + 1 < len(words) and words[k + 1].lower in time_words().beside["set"]


def _is_to(words: list[Word], k: int) -> bool:
    """`is to appear on Monday`."""
    return words[k].lower in ("is", "are") and k + 1 < len(words) and words[k + 1].lower in time_words().beside["set"]


def _is_on(words: list[Word], k: int, start: int) -> bool:
    """`the vote is on Monday`."""
    return words[k].lower in ("is", "are") and k == start - 2 and words[start - 1].lower == "on"


def _is_modal(words: list[Word], k: int) -> bool:
    """`could open in May`, `may go by Friday`: ahead, unless it `could have`."""
    word = words[k]
    return word.lower in _MODALS and not word.capital and not _would_have(words, k)


def _would_have(words: list[Word], k: int) -> bool:
    return any(w.lower == "have" for w in words[k + 1 : k + 3])


def counted(words: list[Word], start: int) -> bool:
    """Whether `in six years` says how long it has been so: `the first talks in six years`, `its worst fall in a decade`."""
    beside = time_words().beside
    for k in range(start - 1, max(-1, start - 1 - _COUNTED), -1):
        lower = words[k].lower
        if lower in _STOPS or lower == ",":
            return False
        if lower in beside["ranked"] or _is_superlative(lower):
            return True
    return False


def _is_superlative(word: str) -> bool:
    return len(word) > _SHORT and word.endswith("est") and word not in time_words().beside["no_superlative"]


def relation_of(words: list[Word], first: int) -> Relation:
    """By the preposition before the expression."""
    k = first - 1
    while k >= 0 and words[k].lower in _HEDGES and first - k <= 3:
        k -= 1
    if k > 0 and words[k].lower in _UNTIL and words[k - 1].lower in _LASTED_TO:
        return "on"  # `not until Thursday did they answer`, `took until May 3 to answer`
    if k >= 0 and words[k].lower == "through" and words[first - 1].lower == "on":
        return "on"  # `let them through on Monday`
    if words[first - 1].lower == "on" and _until_an_hour(words, first - 2):
        return "until"
    return _RELATIONS.get(words[k].lower, "on") if k >= 0 else "on"


def _until_an_hour(words: list[Word], k: int) -> bool:
    """Whether an hour that is told until which something lasts stands there: `until seven on Friday`, `until the same hour on Friday`."""
    first = k - 2 if words[k].lower in ("hour", "time") else k
    return first > 0 and words[first - 1].lower in _UNTIL and (first < k or "COUNT" in words[k].means)


def hedged(shape: Shape, first: Word) -> bool:
    """What `about` and `more than` before it can blur: lengths, offsets, dates; not `over the weekend`."""
    if first.lower in ("the", "this", "past", "last", "next"):
        return False
    return isinstance(shape, Duration | Offset) or (
        isinstance(shape, Calendar) and shape.weekday is None and shape.holiday is None
    )


def is_title(words: list[Word], start: int, end: int, shape: Shape) -> bool:
    """Whether the words belong to a name: `the Daily Mail`, `April Jones`, `Spring Hill`, `the Evening Daily`."""
    if end - start != 1 or not words[start].capital:
        return False
    before = words[start - 1] if start else None
    following = words[end] if end < len(words) else None
    names = following is not None and following.capital and not following.means and following.text.isalpha()
    match shape:
        case Recurring():
            return (names and not leads(words, start)) or (before is not None and before.capital)
        case Calendar() if shape.weekday is not None:
            return names and before is not None and before.lower == "the"
        case Calendar() if shape.season is not None:
            return names
        case Calendar() if words[start].lower in time_words().names:
            return names and (before is None or before.lower not in _BEFORE_MONTHS)
        case _:
            return False


def on_its_day(shape: Shape, words: list[Word], start: int, end: int) -> Shape:
    """`I will be back in two weeks`: what somebody arranges for himself is two weeks on to the day."""
    if not isinstance(shape, Offset) or shape.base != "now" or shape.sign < 0:
        return shape
    near = words[max(0, start - _REACH) : start] + words[end : end + _REACH]
    arranged = any(word.lower in time_words().requests for word in near)
    return replace(shape, base=Deictic("D", 0, "now")) if arranged else shape


def is_label(words: list[Word], start: int, end: int) -> bool:
    """Whether a date heads an entry of a list: `Oct. 14: The minister flies in`, `- Saturday: ...`, `May 3 The gate shuts`."""
    opens = start == 0 or (start == 1 and not words[0].text.isalnum()) or all(map(_is_of_days, words[:start]))
    if not opens or end + 1 >= len(words) or end - start >= _LABEL:
        return False
    mark, after = words[end], words[end + 1]
    dash = mark.text in _DASHES and not mark.glued and not after.glued and after.capital
    bulleted = start == 1 and words[0].text in _BULLETS
    day = any(word.text.isdigit() and len(word.text) < _YEAR for word in words[start:end])
    return mark.text in _MARKS or dash or (mark.capital and (bulleted or day)) or (day and _heads_days(words, end))


def _heads_days(words: list[Word], end: int) -> bool:
    """Whether only other days stand between a date and the mark behind it: `30 June – 1 July | strike`."""
    for word in words[end : end + _LABEL]:
        if word.text in _MARKS:
            return True
        if not _is_of_days(word):
            return False
    return False


def _is_of_days(word: Word) -> bool:
    """Whether a word may stand among the days that head an entry: `3, 7 and 9 March`, `30 June – 1 July`."""
    number = word.text.isdigit() and len(word.text) <= _DIGITS
    return number or word.text in _DASHES or word.lower in _LISTED or word.lower.rstrip(".") in _MONTHS


def is_alone(words: list[Word], start: int, end: int) -> bool:
    """Whether a date is all of a line: what stands below it happened then."""
    return not any(word.text.isalnum() for word in (*words[:start], *words[end:]))


def label_direction(words: list[Word], end: int) -> Direction:
    """Behind, unless the entry of the list speaks of what will be."""
    for word in words[end : end + _REACH]:
        if word.lower in _STOPS:
            break
        if word.lower in ("will", "shall", "due", "scheduled", "expected"):
            return "future"
    return "past"


def is_limit(words: list[Word], start: int) -> bool:
    """Whether a date only says until when it went on: the story stays where it is."""
    k = start - 2 if start > 1 and words[start - 1].lower == "the" else start - 1
    return k >= 0 and words[k].lower in _UNTIL and not (k and words[k - 1].lower in _LASTED_TO)


def names_thing(words: list[Word], start: int, end: int) -> bool:
    """Whether a date inside a sentence says which thing is meant: `the August 1792 rising`."""
    if start == 0 or end >= len(words) or words[start - 1].lower != "the" or leads(words, start):
        return False
    following = words[end]
    return following.text.isalpha() and following.text.islower() and following.lower not in _LINKING


def gives_reason(words: list[Word], start: int) -> bool:
    """Whether a date stands in a clause that says why: `because the price had fallen on Monday`."""
    before = [word.lower for word in words[max(0, start - _CLAUSE) : start]]
    return "because" in before and "." not in before[before.index("because") :]


def attributed(words: list[Word], start: int) -> bool:
    """Whether a date is only when somebody said so: `officials said on Sunday`, `Sunday, officials said`."""
    first = start - 1
    while first >= 0 and words[first].lower in _LIGHT and start - first <= _LIGHTS:
        first -= 1
    beside = time_words().beside
    if first >= 0 and words[first].lower in beside["said"]:
        return True
    return first >= 1 and words[first].lower in beside["hearers"] and words[first - 1].lower == "told"
