"""What is parsed of a page has an end, and is parsed in batches of bounded size."""

import pytest
from tests.timing import ends_within

from standoff.annotate import annotate_page
from standoff.model import PageInput
from standoff.parse import MAX_PARSED, parse
from standoff.testing import story

SAID = "The guards closed the gate on Monday. "


@pytest.mark.model
def test_a_page_is_parsed_up_to_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standoff.parse.spacy_parser.MAX_PARSED", 100)
    text = "\n".join([SAID.strip()] * 9)
    parsed = parse(story(text))
    assert [sentence.text for sentence in parsed.sentences] == [SAID.strip()] * 2
    assert parsed.unparsed == 7 * len(SAID.strip())


@pytest.mark.model
def test_batches_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    page = story("\n".join(f"{SAID * (n % 4)}The ministry in Oslo met {n} envoys." for n in range(90)))
    whole = [(s.start, s.end, [(t.text, t.tag, t.dep) for t in s.tokens]) for s in parse(page).sentences]
    monkeypatch.setattr("standoff.parse.spacy_parser._BATCH_CHARS", 200)
    assert [(s.start, s.end, [(t.text, t.tag, t.dep) for t in s.tokens]) for s in parse(page).sentences] == whole


ENDLESS = [
    ("word of the gate " * 25_000, {"cut"}),
    ("GATE " * 50_000, {"cut"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "codes"), ENDLESS, ids=["sentence", "capitals"])
def test_endless_text_ends(text: str, codes: set[str]) -> None:
    def annotate() -> None:
        found = annotate_page(PageInput(id="t", text=text, plain=True))
        assert codes <= {issue.code for issue in found.issues}
        assert found.text == text

    assert ends_within(20, annotate)


@pytest.mark.model
def test_the_cut_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("standoff.parse.spacy_parser.MAX_PARSED", 100)
    text = "\n".join([SAID.strip()] * 9)
    found = annotate_page(PageInput(id="t", text=text, plain=True))
    cut = [issue.message for issue in found.issues if issue.code == "cut"]
    assert len(cut) == 1
    assert f"{7 * len(SAID.strip())} characters of story beyond the first {MAX_PARSED:,}" in cut[0]
    assert found.text == text
