"""A sentence with its deed in brackets becomes an entry of the user's lexicon, with itself as example."""

from pathlib import Path

import pytest

from standoff.errors import LexiconError, UsageError
from standoff.lexicon import overlay
from standoff.teach import check, marked, teach


@pytest.fixture(autouse=True)
def _no_overlay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(overlay.VARIABLE, "")


def test_the_brackets_are_the_highlight() -> None:
    text, start, end = marked("Chad [outflanked] Niger.")
    assert text[start:end] == "outflanked"
    assert text == "Chad outflanked Niger."


@pytest.mark.parametrize(
    "sentence", ["Chad outflanked Niger.", "[Chad] outflanked [Niger].", "Chad [ ] Niger.", "Chad\n[left]."]
)
def test_a_sentence_without_one_highlight_is_refused(sentence: str) -> None:
    with pytest.raises(UsageError):
        marked(sentence)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "type", "mode", "id", "words"),
    [
        (
            "Dockers [downed tools] at the port of Norvik on Monday.",
            "PROTEST",
            "strike",
            "own.protest.down-tool",
            "downed",
        ),
        ("Norway [walled off] the lane to Iceland.", "COERCE", "restrict", "own.coerce.wall-off", "walled off"),
        (
            "Norway staged a [quayside vigil] against Iceland.",
            "PROTEST",
            None,
            "own.protest.quayside-vigil",
            "staged a quayside vigil",
        ),
    ],
)
def test_a_verb_with_its_object_or_particle_and_a_noun(
    sentence: str, type: str, mode: str | None, id: str, words: str, tmp_path: Path
) -> None:
    taught = teach(sentence, tmp_path / "own", type=type, mode=mode)
    assert (taught.entry.id, taught.words) == (id, words)
    assert (taught.event.type, taught.event.mode) == (type, mode)
    assert taught.entry.examples == (sentence.replace("[", "").replace("]", ""),)
    assert [each.right for each in check(tmp_path / "own")] == [True]


@pytest.mark.model
def test_entries_gather_in_one_file_and_none_is_taught_twice(tmp_path: Path) -> None:
    first = teach("Chad [outflanked] Niger on Monday.", tmp_path, type="MOBILIZE")
    second = teach("Chad [outbid] Niger on Monday.", tmp_path, type="MOBILIZE")
    assert first.path == second.path
    assert [each.id for each in check(tmp_path)] == [first.entry.id, second.entry.id]
    with pytest.raises(UsageError, match="has an entry"):
        teach("Chad [outbid] Niger on Monday.", tmp_path, type="MOBILIZE")


@pytest.mark.model
def test_what_the_coder_does_not_find_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="was not kept"):
        teach("There are [tides] in the strait.", tmp_path, type="ACCUSE")
    assert list(tmp_path.glob("*.toml")) == []


@pytest.mark.model
def test_an_example_that_is_not_coded_is_told(tmp_path: Path) -> None:
    taught = teach("Chad [outbid] Niger on Monday.", tmp_path, type="MOBILIZE")
    table = taught.path.read_text(encoding="utf-8").replace("examples = [", 'examples = ["It rained.", ')
    taught.path.write_text(table, encoding="utf-8")
    assert next((each.example, each.right) for each in check(tmp_path)) == ("It rained.", False)


def test_wrong_type_and_mode_are_told_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no PLOVER type 'STRIKE'"):
        teach("Chad [struck].", tmp_path, type="STRIKE")
    with pytest.raises(UsageError, match="no mode 'sulk'"):
        teach("Chad [struck].", tmp_path, type="PROTEST", mode="sulk")


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match="no table 'mine'"):
        check(tmp_path)


def test_a_table_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "actions_talk.toml").write_text("[[action", encoding="utf-8")
    with pytest.raises(LexiconError, match="actions_talk"):
        check(tmp_path)


@pytest.mark.model
def test_another_table_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "actions_help.toml").write_text("[[action", encoding="utf-8")
    with pytest.raises(LexiconError, match="actions_help"):
        teach("Chad [outbid] Niger on Monday.", tmp_path, type="MOBILIZE")
