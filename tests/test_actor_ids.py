"""The arithmetic of actor ids."""

import pytest

from standoff.actor_ids import coded, is_country, is_private, party_of, sector_of

IDS = [
    # id, its side, its sector, with the sector GOV
    ("KOR", "KOR", None, "KOR-GOV"),
    ("KOR-BUS", "KOR", "BUS", "KOR-GOV"),
    ("IGO-UNO", "IGO-UNO", None, "IGO-UNO"),
    ("NGO-MSF", "NGO-MSF", None, "NGO-MSF"),
    ("NAMED:Anglo-Alder Mining", "NAMED:Anglo-Alder Mining", None, "NAMED:Anglo-Alder Mining"),
    ("dock-union", "dock-union", None, "dock-union"),
    ("", "", None, ""),
]


@pytest.mark.parametrize(("id_", "side", "sector", "ruled"), IDS)
def test_only_ids_of_countries_are_taken_apart(id_: str, side: str, sector: str | None, ruled: str) -> None:
    assert (party_of(id_), sector_of(id_), coded(id_, "GOV")) == (side, sector, ruled)
    assert is_country(id_) is (id_[:3] == "KOR")


def test_workers_and_firms_of_a_country_are_not_its_state() -> None:
    assert [is_private(id_) for id_ in ("KOR-BUS", "KOR-LAB", "KOR-GOV", "KOR", "NAMED:dockers")] == [
        True,
        True,
        False,
        False,
        False,
    ]
