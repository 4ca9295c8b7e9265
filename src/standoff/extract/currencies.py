"""Whose pesos, dinars or rupees: of a currency that several countries have, the country that the page speaks of."""

import re
from collections import Counter
from functools import cache

import msgspec

from standoff.lexicon.actors import countries
from standoff.lexicon.sums import sum_words
from standoff.lexicon.units import units
from standoff.model import Quantity
from standoff.quantities.counted import singular

_WORD = re.compile(r"[^\W\d_]+")


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
    if not pieces or unit is None:
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
    return {
        word: tuple((unit, tuple(dict.fromkeys(names))) for unit, names in sorted(by_unit.items()))
        for word, by_unit in shared.items()
        if len(by_unit) > 1
    }


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """By each word for a country all of them: `egyptian`, `egypt`, `cairo`."""
    found: dict[str, tuple[str, ...]] = {}
    for country in countries().values():
        told = (*country.names, *country.adjectives, *country.capitals)
        words = tuple(dict.fromkeys(name.lower() for name in told if " " not in name))
        found.update((word, words) for word in words if word not in found)
    return found
