"""Every example of the tables of units and numbers, run."""

import re
from collections.abc import Iterator

import pytest

from standoff.extract.currencies import with_own_currencies
from standoff.lexicon.cues import load_cues
from standoff.lexicon.measures import measure_kinds
from standoff.lexicon.numbers import load_numbers
from standoff.lexicon.unit_catalogue import load_catalogue, prefixed
from standoff.lexicon.units import load_units
from standoff.quantities import find


def _unit_examples() -> Iterator[tuple[str, str | None]]:
    table = load_units()
    for money in table.money:
        yield from ((e, money.id) for e in money.examples)
    for coin in table.coin:
        yield from ((e, coin.of) for e in coin.examples)
    for measure in table.measure:
        yield from ((e, measure.id) for e in measure.examples)
    for rate in table.rate:
        yield from ((e, rate.unit) for e in rate.examples)
    for unit in table.time:
        yield from ((e, unit.id) for e in unit.examples)
    yield from ((e, "person") for e in table.people.examples)
    more = load_catalogue()
    yield from ((e, other.id) for other in more.measure for e in other.examples)
    yield from ((e, named.id) for named in more.money for e in named.examples)
    yield from ((e, sign.id) for sign in more.sign for e in sign.examples)
    for sense in more.sense:
        yield from ((e, sense.unit) for e in sense.examples)


def _number_examples() -> Iterator[tuple[str, bool | None]]:
    table = load_numbers()
    for hedge in (*table.hedge, *table.after):
        yield from ((e, True) for e in hedge.examples)
        yield from ((e, False) for e in hedge.counter)
    for scale in table.scale:
        yield from ((e, None) for e in scale.examples)
    for values in (table.small, table.parts):
        yield from ((e, None) for e in values.examples)
    for words in (
        table.added,
        table.asides,
        table.harm,
        table.labels,
        table.stops,
        table.singulars,
        table.attributive,
        table.plurals,
        table.singular_of,
    ):
        yield from ((e, None) for e in words.examples)


def _found(marked: str) -> tuple[list[str], list[str], list[bool], list[str | None]]:
    text = re.sub(r"[\[\]]", "", marked)
    found = find(text)
    with_own_currencies(found, text)
    return (
        re.findall(r"\[([^\]]*)\]", marked),
        [text[q.start : q.end] for q in found],
        [q.approx for q in found],
        [q.unit for q in found],
    )


@pytest.mark.parametrize(("marked", "unit"), list(_unit_examples()))
def test_unit_examples(marked: str, unit: str | None) -> None:
    wanted, given, _, units = _found(marked)
    assert given == wanted
    assert units == [unit] * len(wanted)


@pytest.mark.parametrize(("marked", "approx"), list(_number_examples()))
def test_number_examples(marked: str, approx: bool | None) -> None:
    wanted, given, hedged, _ = _found(marked)
    assert given == wanted
    if approx is not None:
        assert hedged == [approx] * len(wanted)


def test_units_take_their_prefixes() -> None:
    for base in load_catalogue().base:
        ids = {entry.id for entry in prefixed(load_catalogue()) if entry.kind == base.kind}
        for example in base.examples:
            wanted, given, _, units = _found(example)
            assert given == wanted
            assert units[0] in ids or units[0] in {unit.id for unit in load_units().measure}


def test_tables_are_sorted_and_without_doubles() -> None:
    units, numbers = load_units(), load_numbers()
    rows: list[list[str]] = [[e.id for e in units.money], [e.id for e in units.coin], [e.id for e in units.measure]]
    rows += [
        [e.id for e in units.rate],
        [e.id for e in units.time],
        [e.id for e in numbers.hedge],
        [e.id for e in numbers.scale],
    ]
    more = load_catalogue()
    rows += [[e.id for e in row] for row in (more.prefix, more.base, more.measure, more.money, more.sense, more.sign)]
    rows += [[e.id for e in load_cues().cue], [e.id for e in measure_kinds()]]
    for ids in rows:
        assert ids
        assert ids == sorted(set(ids))
