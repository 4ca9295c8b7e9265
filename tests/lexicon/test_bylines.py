"""Words of bylines: in order, every example names her, no counter-example anybody, no word a regular expression trips over."""

import re

import pytest

from standoff.lexicon.bylines import byline_words, one_of
from standoff.read.authors import author_names
from standoff.read.byline_forms import is_author_note, without_role

LISTS = [name for name in byline_words().__struct_fields__ if name not in ("examples", "counter")]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_in_lower_case(name: str) -> None:
    words = getattr(byline_words(), name)
    assert list(words) == sorted(words)
    assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize("line", byline_words().examples)
def test_who_stands_with_her_job(line: str) -> None:
    assert without_role(line) == "Jane Roe"


@pytest.mark.parametrize("line", byline_words().counter)
def test_what_only_ends_in_a_job_names_nobody(line: str) -> None:
    assert without_role(line) == line


@pytest.mark.parametrize("job", byline_words().jobs)
def test_no_job_is_part_of_a_name(job: str) -> None:
    assert author_names(f"By Jane Roe, senior {job}") == ("Jane Roe",)
    assert author_names(f"By Jane Roe {job.title()}") == ("Jane Roe",)


@pytest.mark.parametrize("button", ["Twitter", "LinkedIn", "Share"])
def test_buttons_run_together_with_a_name(button: str) -> None:
    assert author_names(f"By Jane Roe{button}") == ("Jane Roe",)


@pytest.mark.parametrize("job", byline_words().people)
def test_notes_on_authors(job: str) -> None:
    assert is_author_note(f"Jane Roe is a {job} for the Skarn Post.")


def test_notes_on_what_authors_cover() -> None:
    assert is_author_note("Jane Roe reports on ports for the Skarn Post. You can follow her at @janeroe.")
    assert not is_author_note("Jane Roe reports on ports for the Skarn Post. She lives in Tarn.")


def test_the_longest_word_is_tried_first() -> None:
    assert re.match(one_of(("news", "news desk")), "news desk")[0] == "news desk"  # type: ignore[index]
