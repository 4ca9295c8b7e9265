"""An amount: a number with the unit around it, read from tokens."""

from functools import cache

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import Unit, units
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import is_glued, sign_unit, text_at, words_unit
from standoff.quantities.measured import (
    feet_and_inches,
    half_of_unit,
    point_of_unit,
    read_feet_marks,
    read_percent,
    two,
    unsaid_percent,
)
from standoff.quantities.money import after_money, coins, paid, pence, priced, signed_amount, surely
from standoff.quantities.number_words import Number, figure_value
from standoff.quantities.numerals import read_number
from standoff.quantities.rates import read_rate
from standoff.quantities.scan import Word

_SIZES = frozenset({"long", "wide", "tall", "high", "deep", "thick", "across", "x", "by"})
_POUND_MONEY = 1e6  # `361 million pounds` is money, `25 pounds` weight


@cache
def number_starts() -> frozenset[str]:
    """The words that a number in words can begin with."""
    table = numbers()
    return frozenset(
        [
            *table.small,
            *table.scales,
            *_folds(),
            "a",
            "an",
            "one",
            "half",
            "quarter",
            "several",
            "few",
            "minus",
            "negative",
            "point",
            "scores",
        ]
    )


def read_amount(words: list[Word], i: int) -> Amount | None:
    """The amount that begins at token `i`: a currency sign and its number, or a number and its unit; None if there is none."""
    money = signed_amount(words, i)
    if money is not None:
        return money
    if words[i].kind == "word" and words[i].lower not in number_starts():
        return None
    unsaid = unsaid_percent(words, i) or _fold(words, i)
    if unsaid is not None:
        return unsaid
    number = (
        _and_a_half(words, i)
        or half_of_unit(words, i)
        or point_of_unit(words, i)
        or two(words, i)
        or read_number(words, i)
    )
    if number is None:
        return None
    _repeated(words, number)
    amount = Amount(number.first, number.last, number, None if number.vague else number.value, number.low, number.high)
    amount.approx = words[number.last - 1].lower == "couple" or text_at(words, number.last - 2) == "couple"
    _set_unit(words, amount)
    if amount.unit is not None and amount.per is None:
        read_rate(words, amount)
    return amount


@cache
def _folds() -> dict[str, float]:
    """`twofold`, `hundredfold`: how many times."""
    table = numbers()
    return {word + "fold": value for word, value in {**table.small, **table.scales}.items() if value > 1}


def _fold(words: list[Word], i: int) -> Amount | None:
    """`a threefold rise`."""
    if words[i].lower not in _folds():
        return None
    value = float(_folds()[words[i].lower])
    number = Number(i, i + 1, value, figure=False)
    return Amount(i, i + 1, number, value, unit="fold", sort="count", of="fold")


def _repeated(words: list[Word], number: Number) -> None:
    """`three (3) days`: the figure in brackets says the number again."""
    i = number.last
    if number.figure or i + 2 >= len(words) or words[i].text != "(" or words[i + 2].text != ")":
        return
    if words[i + 1].kind == "figure" and figure_value(words[i + 1].text) == number.value:
        number.last = i + 3


def _and_a_half(words: list[Word], i: int) -> Number | None:
    """`an hour and a half`, `a year and a half`: one and a half of the unit, which stands inside."""
    if words[i].lower not in ("a", "an", "one") or i + 4 >= len(words):
        return None
    found = words_unit(words, i + 1)
    if (
        found is None
        or found[0].kind not in ("time", "measure")
        or [w.lower for w in words[found[1] : found[1] + 3]] != ["and", "a", "half"]
    ):
        return None
    return Number(i, i + 1, 1.5, figure=False)


def _set_unit(words: list[Word], amount: Amount) -> None:
    """Reads what stands after the number: percent, money, coins, measures, time, age."""
    if amount.last >= len(words) or words[amount.last].fresh:
        return
    i = _past_joint(words, amount.last)
    if read_percent(words, amount, i) or read_feet_marks(words, amount):
        return
    behind = _past_of(words, amount, i)
    if behind is None:
        return
    i = _past_added(words, behind)
    found = _unit_at(words, amount, i)
    if found is None or not _plausible(words, amount, *found):
        return
    unit, amount.last = found
    if words[i].text == "nm" and words[i].glued:
        unit = units().words[("nanometre",)]  # `a 7nm chip`, not `200 nm offshore`
    _take(words, amount, i, unit)
    _take_rest(words, amount, unit)


def _past_joint(words: list[Word], i: int) -> int:
    """Behind the hyphen or bracket between a number and its unit: `five-year`, `$70 - a - share`, `2.5-mile`."""
    if words[i].text in "-–" and i + 1 < len(words) and not words[i + 1].fresh and words[i + 1].kind == "word":
        return i + 1
    bracketed = words[i].text in "[{(" and i + 2 < len(words) and words[i + 2].text in "]})"
    return i + 1 if bracketed else i


def _past_of(words: list[Word], amount: Amount, i: int) -> int | None:
    """Behind the `of` of `a quarter of a mile`, `millions of dollars`; None where no unit follows it."""
    if amount.number.part and words[i].lower == "of":
        i += 1 + (text_at(words, i + 1) in ("a", "an", "one"))
        found = words_unit(words, i)
        if i == amount.last + 1 or i >= len(words) or found is None or found[0].kind not in ("measure", "time"):
            return None
    if words[i].lower == "of" and amount.number.scaled:
        i += 1
        if i >= len(words) or words[i].fresh:
            return None
        found = words_unit(words, i)
        if found is None or found[0].kind not in ("money", "measure", "time"):
            return None
    return i


def _unit_at(words: list[Word], amount: Amount, i: int) -> tuple[Unit, int] | None:
    """The unit at token `i`, by its words or sign, and where it ends."""
    found = words_unit(words, i)
    if found is None or words[i].glued or (found[1] == i + 1 and not words[i].text.islower()):
        found = sign_unit(words, i) or found  # `3 mS` is no millisecond
    if found is None or found[1] == i + 1:
        found = _by_context(words, amount, i) or found
    if found is not None:
        return found
    if words[i].text in units().wary and surely(
        words, Number(amount.first, i + 1, 0.0, figure=False, scaled=amount.number.scaled)
    ):
        return units().wary[words[i].text], i + 1
    if words[i].text == "s" and "." in words[amount.last - 1].text:
        return units().words[("second",)], i + 1  # `4.9 s`, not `1990 s`
    return None


_AROUND = 12  # tokens on either side that tell what a sign stands for


def _by_context(words: list[Word], amount: Amount, i: int) -> tuple[Unit, int] | None:
    """The unit of a sign that stands for several (`15 kt` of a warhead or a ship), where the words around it tell which."""
    senses = units().senses.get(words[i].text)
    if (
        senses is None
        or not amount.number.figure
        or amount.number.scaled
        or (is_glued(words, i + 1) and words[i + 1].text == "-")
    ):
        return None
    around = [
        *_until_mark(words[max(0, amount.first - _AROUND) : amount.first][::-1]),
        *_until_mark(words[i + 1 : i + _AROUND]),
    ]
    told = [(sum(word in near for word in around), unit) for near, unit in senses]
    most, unit = max(told, key=lambda row: row[0])
    return (unit, i + 1) if most else None


def _until_mark(words: list[Word]) -> list[str]:
    """The words up to the mark that ends their clause."""
    found: list[str] = []
    for word in words:
        if word.text in _CLAUSE_ENDS:
            break
        found.append(word.lower)
    return found


_CLAUSE_ENDS = frozenset(",;.:!?")


def _take(words: list[Word], amount: Amount, i: int, unit: Unit) -> None:
    """Gives an amount the unit that was read at token `i`."""
    if unit.kind == "money" and _grouped_by_point(words[i - 1].text) and i - 1 == amount.number.first:
        amount.value = amount.number.value * 1000  # `30.000 euros`
    if amount.last < len(words) and words[amount.last].text in "]}" and words[i - 1].text in "[{":
        amount.last += 1
    amount.unit, amount.per, amount.sort = unit.id, unit.per, unit.sort
    if amount.value is not None:
        amount.value *= unit.factor
    if amount.low is not None and amount.high is not None:
        amount.low, amount.high = amount.low * unit.factor, amount.high * unit.factor


def _take_rest(words: list[Word], amount: Amount, unit: Unit) -> None:
    """What stands after a unit: coins, halves, ages, inches; and whether pounds are money."""
    if (
        unit.id == "[lb_av]"
        and words[amount.last - 1].lower in ("pound", "pounds")
        and (amount.number.value >= _POUND_MONEY or paid(words, amount) or pence(words, amount.last))
    ):
        amount.unit, amount.sort = "GBP", "money"
        coins(words, amount)
    if unit.kind == "money":
        after_money(words, amount)
    elif unit.kind == "time":
        _half_after(words, amount)
        _age(words, amount)
    elif [w.lower for w in words[amount.last : amount.last + 3]] == ["and", "a", "half"]:
        _half_after(words, amount)
    elif unit.id == "[ft_i]":
        feet_and_inches(words, amount)


def _grouped_by_point(figure: str) -> bool:
    return figure.endswith(".000") and len(figure) <= len("000.000")


def _past_added(words: list[Word], i: int) -> int:
    """Past what may stand between a number and its measure: `40 more horsepower`, `three full days`."""
    added = numbers().added
    at = i
    while at < len(words) and words[at].lower in added and not words[at].fresh:
        at += 1
    if at == i or at >= len(words) or words[at].fresh or words[at].lower == "won":
        return i
    return at if words_unit(words, at) else i


def _half_after(words: list[Word], amount: Amount) -> None:
    """`a year and a half`, whose half was read with the number, and `two tons and a half`."""
    if [w.lower for w in words[amount.last : amount.last + 3]] != ["and", "a", "half"] or amount.value is None:
        return
    if amount.number.value != 1.5 or text_at(words, amount.first) not in ("a", "an", "one"):
        amount.value += 0.5
    amount.last += 3


def _plausible(words: list[Word], amount: Amount, unit: Unit, last: int) -> bool:
    """Keeps out `three won medals`, `5 in April`, `2 pm`, `10 m workers`."""
    word = words[last - 1]
    number = amount.number
    if word.fresh:
        return False
    after = words[last] if last < len(words) else None
    if unit.id == "KRW" and word.lower == "won" and last - amount.last == 1:
        big = number.scaled or abs(number.value) >= 100
        return big and not (after is not None and after.lower in ("the", "a", "an", "his", "her", "their"))
    if word.text in ("C", "V", "W", "A", "g", "l", "L", "t", "h", "F", "nm", "mi", "mb", "kn", "kt"):
        named = after is not None and after.glued and (after.kind == "word" or after.text == "-")  # `F-16`
        return number.figure and not number.scaled and not named
    if word.text == "in":  # `12in`, `12 in long`
        return number.figure and (word.glued or (after is not None and after.lower in _SIZES - {"by"}))
    if word.text in ("tb", "gb", "mp", "ºF", "º") and not number.figure:
        return False
    if word.text == '"':  # an inch mark only where a size follows
        return number.figure and after is not None and after.lower in _SIZES
    if word.text in ("′", "″"):
        return number.figure
    if word.text in ("p", "c"):  # `75p`, `50c`
        return number.figure and word.glued and not number.scaled and 10 <= number.value < 1000 and priced(words, last)
    if unit.kind == "coin" and last - amount.last == 1:
        return word.text.islower() or not word.text.isascii() or word.text.isupper()  # no `two Sens. from`
    if word.lower in ("mark", "marks", "real", "rand", "dong", "crown", "quid") and not number.scaled:
        return abs(number.value) >= 2 and word.text[0].islower()
    if word.lower in ("turn", "turns") and not number.figure and number.value == 1:
        return False
    if word.lower in ("second", "seconds"):
        return word.lower == "seconds" or number.figure or words[last - 2].text in "-–"
    return not (word.lower in ("point", "points", "foot", "are") and number.part)


def _age(words: list[Word], amount: Amount) -> None:
    """`44 years old`, `five-year-old`, `18 year-old`, `six weeks of age`."""
    i = amount.last
    at = i + (text_at(words, i) in ("-", "–"))
    if text_at(words, at) in ("old", "olds"):
        amount.last, amount.age = at + 1, True
    elif text_at(words, i) == "of" and text_at(words, i + 1) == "age":
        amount.last, amount.age = i + 2, True
