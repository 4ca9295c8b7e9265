"""By whose will something was done that a passive tells: who orders or announces it, not who only confirms it."""

import pytest
from tests.extract.asked import done

pytestmark = pytest.mark.model

TOLD = [
    ("Exports were halted on Monday on the orders of Chad.", "TCD"),
    ("Chad announced that exports had been halted.", "TCD"),
    ("Chad confirmed that the border had been shut.", "TCD"),
    ("The Red Cross has confirmed that the corridor is blocked.", ""),
    ("Amnesty International announced that it had opened an office.", ""),
]


@pytest.mark.parametrize(("text", "actor"), TOLD)
def test_by_whose_will(text: str, actor: str) -> None:
    assert {who for _, who, _ in done(text)} <= {actor}
    assert not actor or done(text)


def test_an_office_speaks_for_the_state_whose_will_it_tells() -> None:
    assert done("The foreign ministry announced on Monday that Bolivia would comply with the ruling.") == [
        ("AGREE", "BOL", "")
    ]
