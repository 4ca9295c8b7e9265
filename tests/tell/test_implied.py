"""Demands and offers that pages tell only by their answer."""

from pathlib import Path

import pytest
from tests.tell.test_promises import demand, ledger

from standoff.model import PloverType
from standoff.testing import page


@pytest.mark.parametrize(
    ("type_", "words", "verb", "wanted"),
    [
        ("REJECT", "PRK rejected a demand by KOR for a bonus.", "rejected", ("demand", "KOR", "refused")),
        ("REJECT", "PRK turned down the offer of 20 licences.", "turned down", ("offer", "KOR", "refused")),
        ("CONCEDE", "PRK granted the request for more licences.", "granted", ("demand", "KOR", "kept")),
    ],
)
def test_an_answer_tells_what_was_asked(
    tmp_path: Path, type_: PloverType, words: str, verb: str, wanted: tuple[str, str, str]
) -> None:
    rows = ledger(tmp_path, page().event(type_, "PRK", "KOR", date="2013-04-05", words=words, verb=verb))
    assert [(row.kind, *row.by, row.outcome) for row in rows] == [wanted]
    assert [(row.made, row.outcome_date) for row in rows] == [(None, "2013-04-05")]


def test_who_does_not_budge_from_a_demand_made_it(tmp_path: Path) -> None:
    words = "PRK did not budge from a demand for a bonus."
    assert ledger(tmp_path, page().event("REJECT", "PRK", "KOR", date="2013-04-05", words=words, verb="budge")) == []


def test_an_answer_to_what_is_in_the_ledger_adds_no_row(tmp_path: Path) -> None:
    words = "PRK rejected the demand of KOR to reopen the gate."
    answer = page("no", "2013-04-09").event("REJECT", "PRK", "KOR", date="2013-04-08", words=words, verb="rejected")
    assert len(ledger(tmp_path, demand(), answer)) == 1
