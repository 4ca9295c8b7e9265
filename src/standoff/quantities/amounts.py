"""An amount: a number with the unit around it, read from tokens."""

from functools import cache

from standoff.lexicon.numbers import numbers
from standoff.lexicon.units import Unit, units
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import sign_unit, text_at, words_unit
from standoff.quantities.measured import feet_and_inches, half_of_unit, read_feet_marks, read_percent, unsaid_percent
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
        [*table.small, *table.scales, "a", "an", "one", "half", "quarter", "several", "few", "minus", "negative"]
    )


def read_amount(words: list[Word], i: int) -> Amount | None:
    """The amount that begins at token `i`: a currency sign and its number, or a number and its unit; None if there is none."""
    money = _signed(words, i)
    if money is not None:
        return money
    if words[i].kind == "word" and words[i].lower not in number_starts():
        return None
    unsaid = unsaid_percent(words, i)
    if unsaid is not None:
        return unsaid
    number = _and_a_half(words, i) or half_of_unit(words, i) or read_number(words, i)
    if number is None:
        return None
    _repeated(words, number)
    amount = Amount(number.first, number.last, number, None if number.vague else number.value, number.low, number.high)
    _set_unit(words, amount)
    if amount.unit is not None and amount.per is None:
        read_rate(words, amount)
    return amount


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


def _sign(words: list[Word], i: int) -> tuple[Unit, int, float] | None:
    """A currency sign at `i` (`$`, `US$`, `Rs.`, `EUR`): its unit, where it ends, and a magnitude glued before (`MAUD`)."""
    before = units().before
    text, best = "", None
    for at in range(i, min(i + 4, len(words))):
        if words[at].kind == "figure" or (at > i and words[at].fresh):
            break
        text += words[at].text.replace(".", "") if words[at].kind == "word" or text else words[at].text
        if at > i and text == "A$" and not words[at].glued:
            break  # `A $5 million deal`: the article
        unit = before.get(text) or (before.get(text.upper()) if len(text) == 3 and at == i else None)
        if unit is None and at > i and (words[at].glued or (words[at].text == "$" and words[i].lower != "a")):
            unit = before.get(text.upper())
        if unit is not None:
            best = (unit, at + 1, 1.0)
    if best is None and words[i].kind == "word" and len(words[i].text) == 4 and words[i].text[0] in "MBK":
        unit = before.get(words[i].text[1:])
        if unit is not None:
            best = (unit, i + 1, {"M": 1e6, "B": 1e9, "K": 1e3}[words[i].text[0]])
    return best


def _signed(words: list[Word], i: int) -> Amount | None:
    if words[i].kind == "figure" or (words[i].kind == "word" and len(words[i].text) > 6):
        return None
    if not any(word.kind == "figure" for word in words[i + 1 : i + 6]):
        return None
    found = _sign(words, i)
    if found is None and words[i].lower in ("dollar", "euro", "euros", "rmb", "usd", "yen"):
        unit = units().words[(words[i].lower,)]
        if i + 1 < len(words) and words[i + 1].kind == "figure" and not words[i + 1].fresh:
            found = unit, i + 1, 1.0
    wary = found is None and units().wary.get(words[i].text)
    if wary:
        found = wary, i + 1, 1.0
    if found is None:
        return None
    unit, at, factor = found
    if text_at(words, at) == "$" and words[at].glued and unit.id.endswith("D") and words[at - 1].kind == "word":
        at += 1  # `CAD$5m`
    if text_at(words, at) == "." and words[at].glued:
        at += 1
    if text_at(words, at) in ("-", "−") and at + 1 < len(words) and words[at].glued and words[at + 1].glued:
        at += 1
    if at >= len(words) or words[at].fresh or words[at].kind == "mark":
        return None
    word_sign = words[i].kind == "word" and unit.id not in ("USD",)
    if words[at].kind != "figure":
        return None
    if i and words[i].glued and words[i - 1].kind == "word" and words[i].kind == "word":
        return None
    number = read_number(words, at, money=True)
    if number is None or (word_sign and number.part) or (wary and not _surely(words, number)):
        return None
    if text_at(words, number.last) == "m" and not number.scaled and not words[number.last].fresh:
        number.value, number.last, number.scaled = number.value * 1e6, number.last + 1, True  # `$1.5 m`
    amount = Amount(i, number.last, number, number.value * factor, unit=unit.id, sort="money", signed=True)
    again = words_unit(words, number.last)  # `$13 million dollars`, `$75 U.S.`
    if again and again[0].kind == "money" and unit.id in ("USD", again[0].id):
        amount.unit, amount.last = again[0].id, again[1]
    elif unit.id == "USD":
        _whose_dollars(words, amount)
    _coins(words, amount)
    read_rate(words, amount)
    return amount


def _whose_dollars(words: list[Word], amount: Amount) -> None:
    """`$5 million Canadian`, `$20 (US)`, `$3 AUD`: whose dollars, said after the number."""
    i = amount.last
    bracket = text_at(words, i) == "("
    i += bracket
    if i >= len(words) or words[i].fresh or words[i].kind != "word" or words[i].text.islower():
        return
    unit = units().words.get((words[i].lower, "dollar")) or units().signs.get(words[i].text)
    if unit is None or unit.kind != "money":
        return
    after = words[i + 1] if i + 1 < len(words) else None
    if bracket and (after is None or after.text != ")"):
        return
    if not bracket and not (words[i].text.isupper() or after is None or after.fresh or after.kind == "mark"):
        return  # `a $5 million Canadian deal`
    amount.unit, amount.last = unit.id, i + 1 + bracket


def _surely(words: list[Word], number: Number) -> bool:
    """Whether a number beside a sign that is a word too (`TRY`, `R`) looks like money: `5 million`, `12,500`, `19.90`, and no noun after it."""
    figure = words[number.first].text
    if not (number.scaled or "," in figure or figure[-3:-2] == "."):
        return False
    after = words[number.last] if number.last < len(words) else None
    return after is None or after.fresh or after.kind != "word" or after.lower in numbers().stops


def _set_unit(words: list[Word], amount: Amount) -> None:
    """Reads what stands after the number: percent, money, coins, measures, time, age."""
    i = amount.last
    if i >= len(words) or words[i].fresh:
        return
    if words[i].text in "-–" and i + 1 < len(words) and not words[i + 1].fresh and words[i + 1].kind == "word":
        i += 1  # `five-year`, `$70 - a - share`, `2.5-mile`
    elif words[i].text in "[{(" and i + 2 < len(words) and words[i + 2].text in "]})":
        i += 1
    if read_percent(words, amount, i) or read_feet_marks(words, amount):
        return
    if amount.number.part and words[i].lower == "of":
        i += 1 + (text_at(words, i + 1) in ("a", "an", "one"))  # `a quarter of a mile`
        found = words_unit(words, i)
        if i == amount.last + 1 or i >= len(words) or found is None or found[0].kind not in ("measure", "time"):
            return
    if words[i].lower == "of" and amount.number.scaled:
        i += 1  # `millions of dollars`
        if i >= len(words) or words[i].fresh:
            return
        found = words_unit(words, i)
        if found is None or found[0].kind not in ("money", "measure", "time"):
            return
    glued = words[i].glued
    found = words_unit(words, i)
    if found is None or glued:
        found = sign_unit(words, i) or found
    if (
        found is None
        and words[i].text in units().wary
        and _surely(words, Number(amount.first, i + 1, 0.0, figure=False, scaled=amount.number.scaled))
    ):
        found = units().wary[words[i].text], i + 1
    if found is None or not _plausible(words, amount, *found):
        return
    unit, amount.last = found
    if amount.last < len(words) and words[amount.last].text in "]}" and words[i - 1].text in "[{":
        amount.last += 1
    amount.unit, amount.per, amount.sort = unit.id, unit.per, unit.sort
    if amount.value is not None:
        amount.value *= unit.factor
    if amount.low is not None and amount.high is not None:
        amount.low, amount.high = amount.low * unit.factor, amount.high * unit.factor
    if (
        unit.id == "[lb_av]"
        and words[amount.last - 1].lower in ("pound", "pounds")
        and (amount.number.value >= _POUND_MONEY or _paid(words, amount) or _pence(words, amount.last))
    ):
        amount.unit, amount.sort = "GBP", "money"
        _coins(words, amount)
    if unit.kind == "money":
        _after_money(words, amount)
    elif unit.kind == "time":
        _half_after(words, amount)
        _age(words, amount)
    elif [w.lower for w in words[amount.last : amount.last + 3]] == ["and", "a", "half"]:
        _half_after(words, amount)
    elif unit.id == "[ft_i]":
        feet_and_inches(words, amount)


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
        return number.figure and not number.scaled and not (after is not None and after.glued and after.kind == "word")
    if word.text == "in":  # `12in`, `12 in long`
        return number.figure and (word.glued or (after is not None and after.lower in _SIZES - {"by"}))
    if word.text in ("tb", "gb", "mp", "ºF", "º") and not number.figure:
        return False
    if word.text == '"':  # an inch mark only where a size follows
        return number.figure and after is not None and after.lower in _SIZES
    if word.text in ("′", "″"):
        return number.figure
    if word.text in ("p", "c"):  # `75p`, `50c`
        return number.figure and word.glued and not number.scaled and 10 <= number.value < 1000 and _priced(words, last)
    if unit.kind == "coin" and last - amount.last == 1:
        return word.text.islower() or not word.text.isascii() or word.text.isupper()  # no `two Sens. from`
    if word.lower in ("mark", "marks", "real", "rand", "dong", "crown", "quid") and not number.scaled:
        return abs(number.value) >= 2 and word.text[0].islower()
    if word.lower in ("turn", "turns") and not number.figure and number.value == 1:
        return False
    if word.lower in ("second", "seconds"):
        return word.lower == "seconds" or number.figure or words[last - 2].text in "-–"
    return not (word.lower in ("point", "points", "foot", "are") and number.part)


_PRICED = frozenset(
    ["pence", "penny", "cent", "cents", "£", "$", "€", "share", "shares", "price", "prices", "priced", "cost", "costs", "costing", "worth", "fare", "fares",
     "dividend", "tax", "duty", "levy", "charge", "fee", "charged", "pay", "pays", "paid", "litre", "liter", "gallon", "pint", "stock", "closed"]
)  # fmt: skip


def _priced(words: list[Word], i: int) -> bool:
    """Whether `75p`, `50c` is a price and no picture of 720 lines or size of a battery: a word of prices stands near."""
    return any(word.lower in _PRICED for word in words[max(0, i - 8) : i + 7])


_PAID = frozenset(
    ["£", "$", "€", "euro", "euros", "dollars", "pence", "pay", "pays", "paid", "paying", "cost", "costs", "price", "prices", "priced", "salary", "fine", "fined",
     "wage", "wages", "fee", "fees", "rent", "bill", "debt", "spend", "spent", "worth", "tax", "budget", "loan", "compensation", "=", "earn", "earns", "earned"]
)  # fmt: skip
_WEIGHED = frozenset(
    [
        "weigh",
        "weighs",
        "weighed",
        "weighing",
        "weight",
        "heavy",
        "body",
        "kg",
        "kilograms",
        "ton",
        "tons",
        "ounce",
        "ounces",
        "lose",
        "lost",
        "gained",
        "per",
    ]
)


def _paid(words: list[Word], amount: Amount) -> bool:
    """Whether `200 pounds` is money: a word of paying stands near, and none of weighing."""
    near = [word.lower for word in words[max(0, amount.first - 6) : amount.last + 5]]
    return any(word in _PAID for word in near) and not any(word in _WEIGHED for word in near)


def _pence(words: list[Word], i: int) -> bool:
    """Whether pence end the words: `five pounds fifty`."""
    number = read_number(words, i) if i < len(words) and words[i].lower in numbers().small else None
    if number is None or not 10 <= number.value < 100:
        return False
    return number.last >= len(words) or words[number.last].kind == "mark" or words[number.last].fresh


def _after_money(words: list[Word], amount: Amount) -> None:
    """`75 USD million`, then the coins: `3 dollars 50 cents`, `thirteen dollars and forty-five cents`."""
    scale = numbers().scales.get(text_at(words, amount.last))
    if scale is not None and amount.value is not None and not amount.number.scaled and amount.number.figure:
        amount.value *= scale
        amount.last += 1
    _coins(words, amount)


def _coins(words: list[Word], amount: Amount) -> None:
    at = amount.last + (text_at(words, amount.last) == "and")
    if amount.value is None or amount.number.scaled or at >= len(words) or words[at].kind == "mark" or words[at].fresh:
        return
    if amount.value != int(amount.value):
        return
    number = read_number(words, at)
    if number is None or number.vague or not 0 < number.value < 100:
        return
    found = words_unit(words, number.last)
    if found is not None and found[0].kind == "coin":
        amount.value, amount.last = amount.value + number.value * found[0].factor, found[1]
        return
    ends = number.last >= len(words) or words[number.last].kind == "mark" or words[number.last].fresh
    if ends and not amount.signed and at == amount.last and number.value >= 10 and not number.scaled:
        amount.value, amount.last = amount.value + number.value / 100, number.last  # `15 dollars 50`


def _age(words: list[Word], amount: Amount) -> None:
    """`44 years old`, `five-year-old`, `18 year-old`, `six weeks of age`."""
    i = amount.last
    at = i + (text_at(words, i) in ("-", "–"))
    if text_at(words, at) in ("old", "olds"):
        amount.last, amount.age = at + 1, True
    elif text_at(words, i) == "of" and text_at(words, i + 1) == "age":
        amount.last, amount.age = i + 2, True
