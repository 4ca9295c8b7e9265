"""The classes of words that are looked up by name: in order, none twice, each asked for, each example a word of its class."""

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.actions import Frames
from standoff.lexicon.clauses import clause_words
from standoff.lexicon.flows import flow_words
from standoff.lexicon.lemmas import lemma
from standoff.lexicon.retold import retold_nouns
from standoff.lexicon.senses import Mark, senses
from standoff.lexicon.state_acts import WordClassTable
from standoff.lexicon.sums import sum_words

SRC = Path(__file__).parents[2] / "src/standoff"
SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted(SRC.rglob("*.py")))
ASKED = {"clauses": clause_words, "sums": sum_words}
CLASSES = ("clauses", "flows", "state_acts", "sums")


@pytest.mark.parametrize("name", ASKED)
def test_classes(name: str) -> None:
    table = load_table(name, WordClassTable).words
    assert [entry.id for entry in table] == sorted({entry.id for entry in table})
    ask = ASKED[name]
    for entry in table:
        assert len(set(entry.words)) == len(entry.words), entry.id
        assert re.search(rf'{ask.__name__}\((?:"\w+", )*"{entry.id}"', SOURCE), entry.id
        for example in entry.examples:
            word = example[example.index("[") + 1 : example.index("]")].lower()
            assert {word, lemma(word, "VBD"), lemma(word, "NNS"), lemma(word, "VBZ")} & ask(entry.id), example


def test_several_classes_are_one() -> None:
    assert clause_words("say", "hope") == clause_words("say") | clause_words("hope")
    assert flow_words("run", "move", "turn") == flow_words("run") | flow_words("move") | flow_words("turn")
    for ask in (clause_words, flow_words):
        with pytest.raises(KeyError):
            ask("no such class")


def test_classes_of_the_frames() -> None:
    frames: Frames = load_table("frames", Frames)
    tables = "".join(path.read_text(encoding="utf-8") for path in sorted((SRC / "lexicon/data/en").glob("*.toml")))
    for lists in (frames.classes, frames.words):
        assert list(lists) == sorted(lists)
        assert not [name for name, words in lists.items() if len(set(words)) < len(words)]
    assert not [c for c in frames.classes if f'"@{c}"' not in tables + SOURCE and f'classes["{c}"]' not in SOURCE]
    assert not [name for name in frames.words if f'["{name}"]' not in SOURCE]


def test_marks_of_senses() -> None:
    assert {mark for sense in senses() for mark in sense.marks} == set(get_args(Mark))
    read = (f'"{mark}" (?:not )?in (?:match\\.)?sense\\.marks|marked\\("{mark}"\\)' for mark in get_args(Mark))
    assert all(re.search(pattern, SOURCE) for pattern in read)


def test_no_name_stands_for_two_classes() -> None:
    frames: Frames = load_table("frames", Frames)
    tables = {name: [entry.id for entry in load_table(name, WordClassTable).words] for name in CLASSES}
    tables |= {"frames": [*frames.classes, *frames.words], "retold": [*retold_nouns().words]}
    named = Counter(name for names in tables.values() for name in names)
    assert [name for name, times in named.items() if times > 1] == []


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("clauses", r"\bclause_words"),
        ("flows", r"\bflow_words"),
        ("state_acts", r"\bwords?_(?:of_)?class"),
        ("sums", r"\bsum_words"),
    ],
)
def test_classes_asked_for_are_there(table: str, asked: str) -> None:
    known = {entry.id for entry in load_table(table, WordClassTable).words}
    assert set(re.findall(rf'{asked}\("(\w+)"\)', SOURCE)) <= known


def test_words_asked_for_are_in_the_frames() -> None:
    frames: Frames = load_table("frames", Frames)
    assert set(re.findall(r'(?:lexicon|actions\(\))\.words\["(\w+)"\]', SOURCE)) <= frames.words.keys()
    assert set(re.findall(r'(?:lexicon|actions\(\))\.classes\["(\w+)"\]', SOURCE)) <= frames.classes.keys()
    assert set(re.findall(r'retold_nouns\(\)\.words\["(\w+)"\]', SOURCE)) <= retold_nouns().words.keys()
