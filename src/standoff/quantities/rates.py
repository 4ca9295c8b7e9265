"""What an amount is per: `a year`, `per gallon`, `/month`, `annually`."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import Unit, units
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import sign_unit, text_at, words_unit
from standoff.quantities.scan import Word

_TIMED = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"})
_SINCE = frozenset({"ago", "earlier", "later", "before", "after", "from"})
"""After a time they tell when: `rose 3 dollars a year earlier`."""
_PER_WORDS = frozenset({"a", "an", "per", "each", "every"})
_THINGS = frozenset({"barrel", "gallon", "litre", "liter", "tonne", "ton", "person", "head",  "kilo", "kilogram",
                     "ounce", "pound", "mile", "kilometre", "kilometer", "acre", "hectare", "worker", "unit", "metre", "meter",
                     "megawatt", "kwh", "capita", "student", "household", "employee", "family", "plate", "night", "shift",
                     "bushel", "piece", "copy", "passenger", "ticket", "vehicle", "truck", "lorry", "car", "seat", "crossing",
                     "container", "bottle", "pack", "box", "room", "ride", "trip", "animal", "house"})  # fmt: skip


def read_rate(words: list[Word], amount: Amount, after: int | None = None) -> None:
    """Reads `a year`, `per gallon`, `/month`, `a-week`, `annually`, `km/h` after a unit into `per`."""
    i = amount.last if after is None else after
    if amount.per is not None or i >= len(words) or words[i].fresh:
        return
    found = _rate(words, i, amount)
    timed = found is not None and found[0] in _TIMED
    if found is not None and not (timed and text_at(words, found[1]) in _SINCE):
        amount.per = found[0]
        amount.last = found[1] if after is None else amount.last


def _rate(words: list[Word], i: int, amount: Amount) -> tuple[str, int] | None:
    table = units()
    if words[i].lower in table.rates and amount.sort in ("money", "percent", "count", "mass", "volume", "energy"):
        return table.rates[words[i].lower], i + 1
    if words[i].text == "/":
        return _slash(words, i)
    at = i
    if words[at].text in "-–" and at + 2 < len(words) and words[at + 1].lower in ("a", "per"):
        at += 1
    if words[at].lower not in _PER_WORDS:
        return None
    at += 1
    if at < len(words) and words[at].text in "-–":
        at += 1
    if at >= len(words) or words[at].kind != "word" or words[at].fresh:
        return None
    if words[at].lower in table.rates and words[at].lower == "annum":
        return "year", at + 1
    found = words_unit(words, at)
    if (
        found is not None
        and found[0].kind in ("time", "measure")
        and (found[0].kind == "time" or words[i].lower == "per" or words[at].lower in _THINGS)
    ):
        if amount.sort == "time" and amount.unit == found[0].id:
            return None
        return _rate_name(words, at, found), found[1]
    if words[at].lower in _THINGS or (words[at - 1].lower == "per" and words[at].lower not in numbers().stops):
        if amount.sort == "time" and words[i].lower != "per":
            return None
        return ("person" if words[at].lower in ("capita", "head") else words[at].lower), at + 1
    return None


def _rate_name(words: list[Word], at: int, found: tuple[Unit, int]) -> str:
    """A unit of time by its name, a measure by the page's words."""
    if found[0].kind == "time":
        return found[0].id
    return " ".join(word.lower for word in words[at : found[1]] if word.kind == "word")


def _slash(words: list[Word], i: int) -> tuple[str, int] | None:
    if i + 1 >= len(words) or words[i + 1].kind != "word" or not words[i + 1].glued:
        return None
    text = words[i + 1].text
    if text in ("h", "hr", "hour"):
        return "hour", i + 2
    if text in ("s", "sec"):
        return "second", i + 2
    if text in ("yr", "a", "year"):
        return "year", i + 2
    if text in ("mo", "month"):
        return "month", i + 2
    found = words_unit(words, i + 1) or sign_unit(words, i + 1)
    if found is not None and found[1] == i + 2:
        return (found[0].id if found[0].kind in ("time", "measure") else text.lower()), i + 2
    if found is not None and found[0].kind == "measure":
        return found[0].id, found[1]
    return None
