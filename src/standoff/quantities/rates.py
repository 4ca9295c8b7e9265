"""What an amount is per: `a year`, `per gallon`, `/month`, `annually`."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import Unit, units
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import sign_unit, text_at, words_unit
from standoff.quantities.scan import Word

_TIMED = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade"})
_PER_WORDS = frozenset({"a", "an", "per", "each", "every"})


def read_rate(words: list[Word], amount: Amount, after: int | None = None) -> None:
    """Reads `a year`, `per gallon`, `/month`, `a-week`, `annually`, `km/h` after a unit into `per`."""
    i = amount.last if after is None else after
    if amount.per is not None or i >= len(words) or words[i].fresh:
        return
    found = _rate(words, i, amount)
    timed = found is not None and found[0] in _TIMED
    if found is not None and not (timed and text_at(words, found[1]) in sum_words("since_then")):
        amount.per = found[0]
        amount.last = found[1] if after is None else amount.last


def _rate(words: list[Word], i: int, amount: Amount) -> tuple[str, int] | None:
    table = units()
    if words[i].lower in table.rates and amount.sort in ("money", "percent", "count", "mass", "volume", "energy"):
        return table.rates[words[i].lower], i + 1
    if words[i].text == "/":
        return _slash(words, i)
    if words[i].lower == "to" and text_at(words, i + 1) == "the":
        return _to_the(words, i + 2, amount)
    at = i
    if words[at].text in "-–" and at + 2 < len(words) and words[at + 1].lower in ("a", "per"):
        at += 1
    if words[at].lower not in _PER_WORDS:
        return None
    at += 1
    if at < len(words) and words[at].text in "-–":
        at += 1
    if at >= len(words) or words[at].kind == "mark" or words[at].fresh:
        return None
    if words[at].lower in table.rates and words[at].lower == "annum":
        return "year", at + 1
    if words[at - 1].lower == "per" and words[at].kind == "figure":
        return _per_so_many(words, at)
    found = words_unit(words, at)
    if found is not None and found[0].id == "second" and text_at(words, found[1]) == "squared":
        return "second squared", found[1] + 1
    if (
        found is not None
        and found[0].kind in ("time", "measure")
        and (found[0].kind == "time" or words[i].lower == "per" or words[at].lower in sum_words("rated"))
    ):
        if amount.sort == "time" and amount.unit == found[0].id:
            return None
        return _rate_name(words, at, found), found[1]
    if words[at].lower in sum_words("rated") or (
        words[at - 1].lower == "per" and words[at].lower not in numbers().stops
    ):
        if amount.sort == "time" and words[i].lower != "per":
            return None
        return ("person" if words[at].lower in ("capita", "head") else words[at].lower), at + 1
    return None


def _to_the(words: list[Word], i: int, amount: Amount) -> tuple[str, int] | None:
    """`30 miles to the gallon`."""
    found = words_unit(words, i)
    if found is None or found[0].sort != "volume" or amount.sort != "length":
        return None
    return _rate_name(words, i, found), found[1]


def _per_so_many(words: list[Word], i: int) -> tuple[str, int] | None:
    """`per 100 km`, `per 1,000 cubic metres`, `per 100,000 people`: the number with what it counts."""
    found = words_unit(words, i + 1) or sign_unit(words, i + 1)
    last = found[1] if found is not None and found[0].kind == "measure" else i + 2
    if last > len(words) or words[last - 1].kind != "word" or words[last - 1].lower in numbers().stops:
        return None
    return " ".join(word.lower for word in words[i:last]), last


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
    if text == "s²":
        return "second squared", i + 2
    if text in ("s", "sec"):
        return "second", i + 2
    if text in ("yr", "a", "year"):
        return "year", i + 2
    if text in ("d", "day"):
        return "day", i + 2
    if text in ("mo", "month"):
        return "month", i + 2
    found = words_unit(words, i + 1) or sign_unit(words, i + 1)
    if found is not None and found[1] == i + 2:
        return (found[0].id if found[0].kind in ("time", "measure") else text.lower()), i + 2
    if found is not None and found[0].kind == "measure":
        return found[0].id, found[1]
    return None
