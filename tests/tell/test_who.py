from pathlib import Path

import pytest

from standoff.model import PloverType
from standoff.tell.who import who
from standoff.testing import page, record_of


@pytest.mark.parametrize(
    ("actor", "recipient", "wanted"),
    [
        ("PRK", "KOR", [("PRK", "KOR", 1)]),
        ("PRK-GOV", "KOR-BUS", [("PRK", "KOR-BUS", 1)]),
        ("PRK KOR", "", [("KOR", "PRK", 1), ("PRK", "KOR", 1)]),
        ("PRK", "", [("PRK", None, 1)]),
    ],
)
def test_pairs(tmp_path: Path, actor: str, recipient: str, wanted: list[tuple[str, str | None, int]]) -> None:
    record = record_of(tmp_path, [page().event("CONSULT", actor, recipient, date="2013-04-03")])
    assert sorted((r.actor, r.recipient, r.count) for r in who(record)) == wanted


@pytest.mark.parametrize(
    ("type", "recipient", "wanted"),
    [
        ("REJECT", "NAMED:referendum", None),
        ("REJECT", "NAMED:miners", "NAMED:miners"),
        ("ACCUSE", "NAMED:hospital", "NAMED:hospital"),
        ("ACCUSE", "NAMED:mill", "NAMED:mill"),
        ("PROTEST", "NAMED:Lowgate", "NAMED:Lowgate"),
    ],
)
def test_what_is_only_spoken_of_is_nobody(tmp_path: Path, type: PloverType, recipient: str, wanted: str | None) -> None:
    named = recipient.removeprefix("NAMED:")
    record = record_of(tmp_path, [page().event(type, "PRK", recipient, object=named, date="2013-04-03")])
    assert [row.recipient for row in who(record)] == [wanted]


def test_whom_another_object_stands_beside_is_somebody(tmp_path: Path) -> None:
    made = page().event("REJECT", "PRK", "NAMED:panel", object="the referendum", date="2013-04-03")
    assert [row.recipient for row in who(record_of(tmp_path, [made]))] == ["NAMED:panel"]


def test_counts_and_days(tmp_path: Path) -> None:
    made = page().event("COERCE", "PRK", "KOR", date="2013-04-03").event("COERCE", "PRK", "KOR", date="2013-04-01")
    row = who(record_of(tmp_path, [made]))[0]
    assert (row.count, row.first, row.last) == (2, "2013-04-01", "2013-04-03")
    assert len(row.events) == 2


@pytest.mark.parametrize("status", ["planned", "threatened", "demanded", "promised", "denied", "hypothetical"])
def test_only_what_happened(tmp_path: Path, status: str) -> None:
    made = page().event("COERCE", "PRK", "KOR", date="2013-04-03", status=status)  # type: ignore[arg-type]
    assert who(record_of(tmp_path, [made])) == []


def test_as_one_side_says(tmp_path: Path) -> None:
    made = page().event("COERCE", "PRK", "KOR", by="KOR-GOV").event("COERCE", "PRK", "KOR", words="PRK acted alone")
    record = record_of(tmp_path, [made.event("COERCE", "PRK", "KOR", by="JPN")])
    assert [r.count for r in who(record, says="KOR")] == [1]
    assert [r.count for r in who(record)] == [3]
