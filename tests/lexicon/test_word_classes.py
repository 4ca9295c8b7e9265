"""The classes of words that are looked up by name: in order, none twice, each asked for, each example a word of its class."""

from pathlib import Path

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.state_acts import WordClassTable
from standoff.lexicon.sums import sum_words

SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "src" / "standoff").rglob("*.py"))
)
ASKED = {"clauses": clause_words, "sums": sum_words}


@pytest.mark.parametrize("name", ASKED)
def test_classes(name: str) -> None:
    table = load_table(name, WordClassTable).words
    assert [entry.id for entry in table] == sorted(entry.id for entry in table)
    ask = ASKED[name]
    for entry in table:
        assert len(set(entry.words)) == len(entry.words), entry.id
        assert f'{ask.__name__}("{entry.id}")' in SOURCE, entry.id
        for example in entry.examples:
            word = example[example.index("[") + 1 : example.index("]")].lower()
            assert {word, lemma(word, "VBD"), lemma(word, "NNS"), lemma(word, "VBZ")} & ask(entry.id), example
