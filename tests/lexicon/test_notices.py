"""Notices of a page about itself: every entry takes its examples, none takes a counter-example."""

import pytest

from standoff.lexicon import load_table
from standoff.lexicon.notices import Notice, NoticeTable, notices

ENTRIES = load_table("notices", NoticeTable).notice


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples(entry: Notice) -> None:
    for example in entry.examples:
        assert notices().role(example) == entry.role, example
    for counter in entry.counter:
        assert notices().entry(counter) is None, counter


def test_entries_are_sorted_and_their_words_plain() -> None:
    assert [e.id for e in ENTRIES] == sorted(e.id for e in ENTRIES)
    for entry in ENTRIES:
        assert all(words == words.lower() and "’" not in words for words in entry.words), entry.id
        assert len(set(entry.words)) == len(entry.words)


@pytest.mark.parametrize("line", ["", "The gate was shut on Monday.", "UPDATE: The two sides have agreed.", "x" * 3000])
def test_what_is_no_notice(line: str) -> None:
    assert notices().entry(line) is None


def test_long_lines_take_no_time() -> None:
    assert notices().entry("subscribe to " * 100_000) is None
