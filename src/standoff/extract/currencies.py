"""Whose pesos, dinars or rupees: of a currency that several countries have, the country that the page speaks of."""

import re
from collections import Counter
from functools import cache

import msgspec

from standoff.lexicon.actors import countries
from standoff.lexicon.sums import sum_words
from standoff.lexicon.unit_catalogue import load_catalogue
from standoff.lexicon.units import units
from standoff.model import Quantity
from standoff.quantities.counted import singular

_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[^\s\d.,]{1,4}")


def with_own_currencies(found: list[Quantity], text: str) -> None:
    """Gives, in place, each sum in `pesos` the pesos of the country named most in the text, where the usual one is not named."""
    named: Counter[str] | None = None
    for n, quantity in enumerate(found):
        word = _bare(text[quantity.start : quantity.end], quantity.unit)
        if word is None:
            continue
        if named is None:
            named = Counter(piece.lower() for piece in _WORD.findall(text))
        counts = [(sum(named[name] for name in names), unit) for unit, names in _currencies()[word]]
        usual = next((count for count, unit in counts if unit == quantity.unit), 0)
        most = max(counts)[0]
        best = [unit for count, unit in counts if count == most]
        if usual == 0 and most > 0 and len(best) == 1:
            found[n] = msgspec.structs.replace(quantity, unit=best[0])


def _bare(words: str, unit: str | None) -> str | None:
    """The name of a currency that ends a sum with no country before it: `pesos`."""
    pieces = _WORD.findall(words)
    if unit is None:
        return None
    sign = _SIGN.match(words)
    if sign is not None and sign[0] in _currencies():
        return sign[0] if unit in (known for known, _ in _currencies()[sign[0]]) else None
    if not pieces:
        return None
    word = singular(pieces[-1])
    usual = units().words.get((word,))
    if word not in _currencies() or (usual is not None and usual.kind == "money" and usual.id != unit):
        return None
    if unit not in (known for known, _ in _currencies()[word]):
        return None  # pounds that are a weight
    owners = {name for _, names in _currencies()[word] for name in names}
    return word if len(pieces) == 1 or pieces[-2].lower() not in owners else None


@cache
def _currencies() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By the name that several currencies share: each with the words for its country, `colombian` and `colombia`."""
    shared: dict[str, dict[str, list[str]]] = {}
    for words, unit in units().words.items():
        if (
            unit.kind == "money"
            and len(words) == 2
            and words[1] == singular(words[1])
            and words[1] not in sum_words("same_everywhere")
        ):
            shared.setdefault(words[1], {}).setdefault(unit.id, []).extend(_names().get(words[0], (words[0],)))
    shared.update(_by_sign(shared))
    return {
        word: tuple((unit, tuple(dict.fromkeys(names))) for unit, names in sorted(by_unit.items()))
        for word, by_unit in shared.items()
        if len(by_unit) > 1
    }


def _by_sign(by_name: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    """By each sign that currencies share: `¥` of yen and yuan, `Rs` of the rupees."""
    names: dict[str, list[str]] = {}
    for words, unit in units().words.items():
        if unit.kind == "money" and len(words) == 2 and words[0] in _names():
            names.setdefault(unit.id, list(_names()[words[0]]))
    found: dict[str, dict[str, list[str]]] = {}
    for entry in load_catalogue().sign:
        for sign in entry.shared:
            usual = units().before.get(sign) or units().signs.get(sign)
            if usual is not None and usual.id in names and entry.id in names:
                row = found.setdefault(sign, {usual.id: names[usual.id]})
                row[entry.id] = names[entry.id]
    return {sign: row for sign, row in found.items() if sign not in by_name}


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """By each word for a country all of them: `egyptian`, `egypt`, `cairo`."""
    found: dict[str, tuple[str, ...]] = {}
    for country in countries().values():
        told = (*country.names, *country.adjectives, *country.capitals)
        words = tuple(dict.fromkeys(name.lower() for name in told if " " not in name))
        found.update((word, words) for word in words if word not in found)
    return found
