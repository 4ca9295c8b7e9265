"""Sentences behind a dateline: parsed as if it were not there, with its words before them."""

import pytest
from tests.parse.asked import tokens

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "dateline",
    ["MUSCAT, Oman | Wire — ", "MUSCAT, Aug. 7 – ", "MUSCAT (Wire) -- ", "MUSCAT/SANAA, Aug 7 (Wire) - ", "MUSCAT: "],
)
def test_subject_and_verb(dateline: str) -> None:
    found = tokens(
        f"{dateline}Oman on Monday handed over to Yemen a dhow it had held for three months, officials said."
    )
    assert found["handed"].child("nsubj") is found["Oman"]
    assert found["MUSCAT"].dep == "dep"


def test_no_dateline() -> None:
    assert tokens("Oman shut the pass: lorries turned back.")["shut"].child("nsubj") is not None
