"""The verbs of captions: in order, none twice, each example with the word and one of those that follow it."""

import re

from standoff.lexicon import load_table
from standoff.lexicon.captions import CaptionTable, caption_verbs


def test_caption_verbs() -> None:
    entries = load_table("captions", CaptionTable).verbs
    words = [entry.word for entry in entries]
    assert words == sorted(set(words))
    for entry in entries:
        for example in entry.examples:
            found = re.search(r"\[(\w+)\] ?(\w*)", example)
            assert found is not None, example
            assert found[1] == entry.word, example
            assert not caption_verbs()[entry.word] or found[2] in entry.before, example
