"""The tables of expressions by grammar: every unit, modifier and order, each sentence on its own."""

import pytest
from tests.times.news import Story, score
from tests.times.tables import lines


@pytest.mark.parametrize("line", list(lines()), ids=lambda line: line.name)
def test_line(line: Story) -> None:
    _, faults = score([line])
    assert not faults
