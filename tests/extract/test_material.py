"""What is done and undone, by type and by construction: the material acts as newsrooms tell them, each in a sentence of its own.

A line of `material.tsv`: the type of what the sentence tells, or NONE; a tab; the sentence.
"""

from pathlib import Path

import pytest

from standoff.extract.actors import find_actors
from standoff.extract.events import find_events
from standoff.model import Meta, Page, Part
from standoff.parse import parse

pytestmark = pytest.mark.model

LINES = (Path(__file__).parent / "material.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.replace("\t", " "))
def test_sentence_tells_its_type(line: str) -> None:
    type_, text = line.split("\t")
    parsed = parse(Page(id="x", text=text, meta=Meta(), parts=(Part(start=0, end=len(text), kind="story"),)))
    told = {draft.type for draft in find_events(parsed, find_actors(parsed))}
    assert told == ({type_} if type_ != "NONE" else set())
