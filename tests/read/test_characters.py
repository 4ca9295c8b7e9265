"""The counts of many lines at once are those of each line by itself."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.read import byline_forms, shapes
from standoff.read.flat.characters import Counts, count_characters
from standoff.read.flat.looks import _looks_of, looks_of

LINES = st.lists(
    st.text(
        alphabet=st.sampled_from("aBzÀß )-|/.,:;!?…“”\"'’([09٣か가·>©\ud800\u00a0ΣǅReutsFil"), min_size=1, max_size=60
    )
    .map(str.strip)
    .filter(bool),
    min_size=1,
    max_size=8,
)


def counts_of(lines: list[str]) -> Counts:
    sizes = np.array([len(line) + 1 for line in lines], dtype=np.int64)
    return count_characters("\t".join(lines) + "\t", np.cumsum(sizes) - sizes)


@given(LINES)
@settings(max_examples=300)
def test_counts_are_those_of_each_line(lines: list[str]) -> None:
    counts = counts_of(lines)
    for n, line in enumerate(lines):
        words = line.split()
        assert counts.words[n] == len(words)
        assert counts.longest[n] == max(map(len, words))
        assert counts.capitals[n] == sum(word[0].isupper() for word in words)
        assert counts.upper[n] == len(re.findall("[A-Z]", line))
        assert counts.digits[n] == len(re.findall("[0-9]", line))
        assert counts.decimals[n] == len(re.findall(r"\d", line))
        assert counts.bars[n] == len(re.findall(r"[|›»>•·/→←▸►]| - ", line))
        assert counts.glued[n] == len(re.findall(r"[a-z\u00df-\u00ff)][A-Z\u00c0-\u00de]", line))
        assert counts.quotes[n] == len(re.findall('["“”„«»‘‚’「」]', line))
        assert (counts.commas[n], counts.colons[n]) == (line.count(","), line.count(":"))
        assert counts.parentheses[n] == line.count("(")
        assert counts.brackets[n] == len(re.findall(r"[()\[\]/]", line))


def test_hyphens_that_share_a_blank_count_once() -> None:
    assert counts_of(["Home - - News - - - World", "- a -", "b - c"]).bars == [3, 0, 1]


@given(LINES)
@settings(max_examples=300)
def test_what_a_line_tells_does_not_depend_on_the_others(lines: list[str]) -> None:
    for line, seen in zip(lines, looks_of(lines), strict=True):
        looks = seen[0]
        assert _looks_of([line]) == [seen]
        assert looks.caption == shapes.is_caption(line)
        assert looks.credit == shapes.is_photo_credit(line)
        assert looks.reporting == shapes.is_reporting_credit(line)
        assert looks.person == byline_forms.is_person(line)
        assert looks.dated == shapes.is_dated_description(line)


SIGNS = [
    "File photo of the pier",
    "Lorries wait at the gate, left, on Monday",
    "Photo: Jane Roe",
    "REUTERS/Jane Roe",
    "The mill at dusk. © Skarn Post",
    "Jane Roe contributed to this report",
    "(Editing by Jane Roe)",
    "dpa",
    "Lorries wait at the gate Image: Jane Roe",
]


def test_lines_with_a_form_are_asked_for_it() -> None:
    for line, (looks, *_) in zip(SIGNS, looks_of(SIGNS), strict=True):
        assert looks.caption == shapes.is_caption(line)
        assert looks.credit == shapes.is_photo_credit(line)
        assert looks.reporting == shapes.is_reporting_credit(line)
        assert looks.caption or looks.credit or looks.reporting
