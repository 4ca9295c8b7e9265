"""Sums of money: a currency sign with its number, whose dollars they are, the coins after them, and what tells pounds from pounds."""

from standoff.lexicon.numbers import numbers
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import Unit, units
from standoff.quantities.amount import Amount
from standoff.quantities.lookup import text_at, words_unit
from standoff.quantities.number_words import Number
from standoff.quantities.numerals import read_number
from standoff.quantities.rates import read_rate
from standoff.quantities.scan import Word


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
        if (
            unit is None
            and at > i
            and (words[at].glued or (words[at].text == "$" and words[i].lower != "a" and not _possessive(words, i)))
        ):
            unit = before.get(text.upper())
        if unit is not None:
            best = (unit, at + 1, 1.0)
    if best is None and words[i].kind == "word" and len(words[i].text) == 4 and words[i].text[0] in "MBK":
        unit = before.get(words[i].text[1:])
        if unit is not None:
            best = (unit, i + 1, {"M": 1e6, "B": 1e9, "K": 1e3}[words[i].text[0]])
    return best


def _possessive(words: list[Word], i: int) -> bool:
    """Whether the `s` at token `i` is that of `music ' s $ 500 million`."""
    return words[i].text == "s" and i > 0 and words[i - 1].text in "'’"


def signed_amount(words: list[Word], i: int) -> Amount | None:
    """The sum that a currency sign at `i` begins; None where no sign with a number stands there."""
    if words[i].kind == "figure" or (words[i].kind == "word" and len(words[i].text) > 6):
        return None
    if not any(word.kind == "figure" for word in words[i + 1 : i + 6]):
        return None
    found = _sign(words, i)
    if found is None and words[i].lower in sum_words("before_figure"):
        unit = units().words[(words[i].lower,)]
        if i + 1 < len(words) and words[i + 1].kind == "figure" and not words[i + 1].fresh:
            found = unit, i + 1, 1.0
    wary = found is None and units().wary.get(words[i].text)
    if wary:
        found = wary, i + 1, 1.0
    if found is None:
        return None
    unit, at, factor = found
    at = _past_marks(words, at, unit)
    if at >= len(words) or words[at].fresh or words[at].kind != "figure":
        return None
    word_sign = words[i].kind == "word" and unit.id not in ("USD",)
    if i and words[i].glued and words[i - 1].kind == "word" and words[i].kind == "word":
        return None
    number = read_number(words, at, money=True)
    if number is None or (word_sign and number.part) or (wary and not surely(words, number)):
        return None
    if text_at(words, number.last) == "m" and not number.scaled and not words[number.last].fresh:
        number.value, number.last, number.scaled = number.value * 1e6, number.last + 1, True  # `$1.5 m`
    amount = Amount(i, number.last, number, number.value * factor, unit=unit.id, sort="money", signed=True)
    again = words_unit(words, number.last)  # `$13 million dollars`, `$75 U.S.`
    if again and again[0].kind == "money" and unit.id in ("USD", again[0].id):
        amount.unit, amount.last = again[0].id, again[1]
    elif unit.id == "USD":
        _whose_dollars(words, amount)
    coins(words, amount)
    read_rate(words, amount)
    return amount


def _past_marks(words: list[Word], at: int, unit: Unit) -> int:
    """Behind what may stand between a sign and its figure: `CAD$5m`, `Rs.200`, `$-20`."""
    if text_at(words, at) == "$" and words[at].glued and unit.id.endswith("D") and words[at - 1].kind == "word":
        at += 1
    if text_at(words, at) == "." and words[at].glued:
        at += 1
    if text_at(words, at) in ("-", "−") and at + 1 < len(words) and words[at].glued and words[at + 1].glued:
        at += 1
    return at


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


def surely(words: list[Word], number: Number) -> bool:
    """Whether a number beside a sign that is a word too (`TRY`, `R`) looks like money: `5 million`, `12,500`, `19.90`, and no noun after it."""
    figure = words[number.first].text
    if not (number.scaled or "," in figure or figure[-3:-2] == "."):
        return False
    after = words[number.last] if number.last < len(words) else None
    return after is None or after.fresh or after.kind != "word" or after.lower in numbers().stops


def priced(words: list[Word], i: int) -> bool:
    """Whether `75p`, `50c` is a price and no picture of 720 lines or size of a battery: a word of prices stands near."""
    return any(word.lower in sum_words("priced") for word in words[max(0, i - 8) : i + 7])


def paid(words: list[Word], amount: Amount) -> bool:
    """Whether `200 pounds` is money: a word of paying stands near, and none of weighing."""
    near = [word.lower for word in words[max(0, amount.first - 6) : amount.last + 5]]
    return any(word in sum_words("paid") for word in near) and not any(word in sum_words("weighed") for word in near)


def pence(words: list[Word], i: int) -> bool:
    """Whether pence end the words: `five pounds fifty`."""
    number = read_number(words, i) if i < len(words) and words[i].lower in numbers().small else None
    if number is None or not 10 <= number.value < 100:
        return False
    return number.last >= len(words) or words[number.last].kind == "mark" or words[number.last].fresh


def after_money(words: list[Word], amount: Amount) -> None:
    """`75 USD million`, then the coins: `3 dollars 50 cents`, `thirteen dollars and forty-five cents`."""
    scale = numbers().scales.get(text_at(words, amount.last))
    if scale is not None and amount.value is not None and not amount.number.scaled and amount.number.figure:
        amount.value *= scale
        amount.last += 1
    coins(words, amount)


def coins(words: list[Word], amount: Amount) -> None:
    """Adds the coins after a whole sum: `3 dollars 50 cents`, `15 dollars 50`."""
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
