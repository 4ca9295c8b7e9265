"""Between which two states a page's dispute is."""

import pytest

from standoff.extract.actors.at_odds import at_odds


@pytest.mark.parametrize(
    ("named", "sides", "states"),
    [
        (["TCD", "NER-GOV", "TCD"], (), {"TCD", "NER"}),
        (["TCD"] * 3 + ["NER"] * 3 + ["MLI"], (), {"TCD", "NER"}),
        (["TCD"] * 2 + ["NER"] + ["MLI"], (), set()),  # Mali is named as often
        (["TCD"] * 3 + ["NER"] * 3 + ["MLI"] * 2, (), set()),  # and too often to be a bystander
        (["TCD"] * 3 + ["NER"] * 2 + ["MLI"] * 4, ("TCD", "NER"), set()),
        (["TCD", "TCD", "IGO-UNO", "NER"], ("TCD", "IGO-UNO"), {"TCD", "NER"}),
        (["TCD", "NAMED:drivers"], (), set()),
        ([], (), set()),
    ],
)
def test_two_states(named: list[str], sides: tuple[str, ...], states: set[str]) -> None:
    assert at_odds(named, sides) == states


def test_declared_sides_stay_however_often_others_are_named() -> None:
    assert at_odds(["TCD", "NER", "MLI", "MLI"], ("NER", "TCD"), declared=True) == {"TCD", "NER"}
