"""A user's own entries beside the shipped tables."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from standoff.errors import LexiconError
from standoff.lexicon import overlay


@pytest.fixture(autouse=True)
def _no_overlay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(overlay.VARIABLE, "")


def test_entries_with_an_id_replace_or_join_and_lists_grow() -> None:
    shipped = {
        "entry": [{"id": "b", "n": 1}, {"id": "d", "n": 1}],
        "words": ["x", "y"],
        "classes": {"a": ["p"]},
        "top": 1,
    }
    own = {
        "entry": [{"id": "c", "n": 2}, {"id": "b", "n": 2}],
        "words": ["y", "z"],
        "classes": {"a": ["q"], "b": []},
        "top": 2,
    }
    assert overlay.joined(shipped, own) == {
        "entry": [{"id": "b", "n": 2}, {"id": "c", "n": 2}, {"id": "d", "n": 1}],
        "words": ["x", "y", "z"],
        "classes": {"a": ["p", "q"], "b": []},
        "top": 2,
    }
    assert shipped["entry"] == [{"id": "b", "n": 1}, {"id": "d", "n": 1}]


def test_hash_follows_the_files(tmp_path: Path) -> None:
    assert overlay.overlay_hash() == ""
    overlay.use_overlay(tmp_path)
    empty = overlay.overlay_hash()
    (tmp_path / "leaders.toml").write_text("leader = []\n", encoding="utf-8")
    assert overlay.overlay_hash() != empty
    assert overlay.overlay_table("leaders") == {"leader": []}
    assert overlay.overlay_table("roles") is None


def test_a_folder_that_is_not_there_or_names_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no folder"):
        overlay.use_overlay(tmp_path / "none")
    (tmp_path / "acts.toml").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match="no table 'acts'") as told:
        overlay.use_overlay(tmp_path)
    assert "actions_force.toml" in told.value.hint


def test_broken_toml_is_named(tmp_path: Path) -> None:
    overlay.use_overlay(tmp_path)
    (tmp_path / "roles.toml").write_text("noun = [", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"roles\.toml"):
        overlay.overlay_table("roles")


_COUNTRIES = """
from standoff.lexicon.actors import countries
from standoff.record.made import code_hash
print(len(countries()), "VLD" in countries(), code_hash())
"""
_OWN = """
[[country]]
id = "VLD"
names = ["Valdoria"]
{more}
"""


def _fresh(code: str, folder: Path | None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, overlay.VARIABLE: str(folder) if folder else ""}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def test_a_country_of_ones_own_is_known_and_makes_annotations_stale(tmp_path: Path) -> None:
    bare = _fresh(_COUNTRIES, None).stdout.split()
    (tmp_path / "countries.toml").write_text(_OWN.format(more='capitals = ["Vald"]'), encoding="utf-8")
    own = _fresh(_COUNTRIES, tmp_path)
    assert own.stderr == ""
    count, known, made = own.stdout.split()
    assert (int(count), known) == (int(bare[0]) + 1, "True")
    assert made != bare[2]


def test_an_entry_that_does_not_fit_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "countries.toml").write_text(_OWN.format(more="colour = 3"), encoding="utf-8")
    told = _fresh(_COUNTRIES, tmp_path).stderr
    assert "LexiconError" in told
    assert str(tmp_path / "countries.toml") in told
