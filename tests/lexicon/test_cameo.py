import pytest

from standoff.lexicon import load_table
from standoff.lexicon.cameo import CameoTable, cameo_codes, cameo_of
from standoff.lexicon.plover import plover_types
from standoff.model import PloverType, Status

TABLE = load_table("cameo", CameoTable)


def test_codes_are_sorted_distinct_and_stand_below_their_root() -> None:
    ids = [entry.id for entry in TABLE.code]
    assert ids == sorted(set(ids))
    assert len(ids) == 311
    assert {code[:2] for code in ids} == {f"{n:02}" for n in range(1, 21)} <= set(ids)


def test_every_type_has_a_root_and_every_choice_names_what_exists() -> None:
    modes = {(entry.id, mode.id) for entry in plover_types().values() for mode in entry.modes}
    assert {c.type for c in TABLE.choice if c.mode is None} == set(plover_types())
    assert {(c.type, c.mode) for c in TABLE.choice if c.mode} <= modes
    assert {c.code for c in TABLE.choice} <= set(cameo_codes())


def test_a_mode_s_code_is_of_its_type() -> None:
    for choice in TABLE.choice:
        inside = {entry.type for entry in TABLE.code if entry.id.startswith(choice.code) and entry.type}
        assert choice.type in inside, choice


@pytest.mark.parametrize(
    ("type_", "mode", "status", "code", "goldstein", "quad"),
    [
        ("ASSAULT", None, "happened", "18", -9.0, 4),
        ("COERCE", "restrict", "happened", "172", -5.0, 4),
        ("RETREAT", "access", "happened", "086", 9.0, 2),
        ("RETREAT", "resign", "happened", "08", 5.0, 2),
        ("REQUEST", "meet", "happened", "106", -5.0, 3),
        ("CONSULT", "visit", "happened", "042", 1.9, 1),
        ("CONSULT", "visit", "planned", "03", 4.0, 1),
        ("AID", None, "promised", "03", 4.0, 1),
        ("RETREAT", "access", "promised", "086", 9.0, 2),
    ],
)
def test_cameo_of(type_: PloverType, mode: str | None, status: Status, code: str, goldstein: float, quad: int) -> None:
    found = cameo_of(type_, mode, status)
    assert (found.id, found.goldstein, found.quad) == (code, goldstein, quad)
