"""What holds for every list of the lexicon, whatever it is of."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src/standoff/lexicon/data"
TABLES = sorted(DATA.rglob("*.toml"))


def lists(value: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words of a table with where they stand: the ids and keys that lead there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name} {value.get('id', '')} {key}")
    elif isinstance(value, list):
        yield name, [each for each in value if isinstance(each, str)]
        for inner in value:
            yield from lists(inner, name)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_list_holds_a_word_twice(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    doubled = [(name, word) for name, words in lists(table, "") for word in {*words} if words.count(word) > 1]
    assert doubled == []


_SINGLE = ("no_object", "no_subject", "object", "only", "partner", "subject", "words")


@pytest.mark.parametrize("path", [p for p in TABLES if p.stem.startswith("actions_")], ids=lambda path: path.stem)
def test_what_is_asked_of_heads_are_single_words(path: Path) -> None:
    """Heads of phrases are compared word by word: several words would never be found."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    asked = {key: entry[key] for entry in table["action"] for key in _SINGLE if key in entry}
    assert [word for _, words in lists(asked, "") for word in words if " " in word] == []
