"""Every rule of the table takes its examples, and leaves its counter-examples alone."""

import re

import pytest

from standoff.lexicon.times import TimeRule, time_rules
from standoff.times import find

_EXAMPLES = [(rule, example) for rule in time_rules() for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES, ids=[f"{r.id}-{n}" for n, (r, _) in enumerate(_EXAMPLES)])
def test_example(rule: TimeRule, example: object) -> None:
    marked = example.text  # type: ignore[attr-defined]
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "", 1).replace("]", "", 1)
    found = {(t.start, t.end): t.value for t in find(text, published=example.published)}  # type: ignore[attr-defined]
    assert found.get((start, end)) == example.value, found  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [c for rule in time_rules() for c in rule.counter])
def test_counter_example(text: str) -> None:
    assert find(text) == []


def test_rules_have_examples_and_single_ids() -> None:
    ids = [rule.id for rule in time_rules()]
    assert len(ids) == len(set(ids))
    assert all(rule.examples for rule in time_rules())
    assert all(re.fullmatch(r"[a-z-]+", i) for i in ids)
