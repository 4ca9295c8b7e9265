"""What the lexicon lacks: words between two sides that no event took."""

from pathlib import Path

import pytest

from standoff.gaps import gaps
from standoff.ingest import open_linked, read_pages
from standoff.model import PageInput

pytestmark = pytest.mark.model

TEXT = (
    "Chad outflanked Niger on Monday. Chad outflanked Niger again. Chad closed the border with Niger. "
    "Chad's kinship with Niger is old. The dam is wide."
)


def test_words_and_sentences_by_frequency(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    read_pages([PageInput(id="a", text=TEXT, plain=True, published="2021-05-20")], path, workers=0)
    with open_linked(path) as record:
        rows = gaps(record)
    assert [(r.kind, r.word, r.preposition, r.count, r.listed) for r in rows] == [
        ("verb", "outflank", None, 2, False),
        ("noun", "kinship", "with", 1, False),
        ("sentence", "NER TCD", None, 3, False),
    ]
    assert all(TEXT[s.start : s.end] == s.quote for row in rows for s in row.sources)


def test_no_more_than_asked(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    read_pages([PageInput(id="a", text=TEXT, plain=True, published="2021-05-20")], path, workers=0)
    with open_linked(path) as record:
        assert [r.kind for r in gaps(record, top=1)] == ["verb", "noun", "sentence"]
