from pathlib import Path

import pytest

from standoff.model import Annotation, Quote
from standoff.tell.voices import voices
from standoff.testing import PageMaker, page, record_of


class Said(PageMaker):
    """A page with a sentence for each quotation."""

    quotes: tuple[Quote, ...] = ()

    def said(
        self,
        words: str,
        speaker: str = "Anna Kovacs",
        id: str | None = "KOR-GOV",
        part: str = "story",
        direct: bool = True,
        speech: bool = True,
    ) -> "Said":
        told = f"“{words},” {speaker} said of no. {len(self.quotes)} on {self.id}."
        sentence = self._sentence(told, part)
        start = sentence.start + 1
        at = sentence.start + told.find(speaker)
        new = Quote(
            start=start,
            end=start + len(words),
            speaker=speaker,
            speaker_start=at,
            speaker_end=at + len(speaker),
            direct=direct,
            speech=speech,
            speaker_id=id,
        )
        self.quotes += (new,)
        return self

    def annotation(self) -> Annotation:
        made = super().annotation()
        return Annotation(id=made.id, text=made.text, meta=made.meta, parts=made.parts, quotes=self.quotes)


def test_a_quotation_with_its_side(tmp_path: Path) -> None:
    row = voices(record_of(tmp_path, [Said("p", "2013-04-22").said("We shall wait")]))[0]
    assert (row.kind, row.speaker, row.party, row.said, row.date) == (
        "quotation",
        "Anna Kovacs",
        "KOR",
        "We shall wait",
        "2013-04-22",
    )
    assert "We shall wait" in row.sources[0].quote


def test_copies_are_one_row(tmp_path: Path) -> None:
    pages = [Said("p", "2013-04-22").said("We shall wait"), Said("q", "2013-04-23").said("We shall  wait")]
    assert [len(row.sources) for row in voices(record_of(tmp_path, pages))] == [2]


def test_by_day(tmp_path: Path) -> None:
    pages = [
        Said("p", "2013-04-22").said("Later"),
        Said("q", "2013-04-03").said("Sooner"),
        Said("r", None).said("Ever"),
    ]
    assert [row.said for row in voices(record_of(tmp_path, pages))] == ["Sooner", "Later", "Ever"]


@pytest.mark.parametrize("part", ["furniture", "comment", "credit"])
def test_no_quotation_from_elsewhere(tmp_path: Path, part: str) -> None:
    rows = voices(record_of(tmp_path, [Said("p", "2013-04-22").said("Subscribe now", part=part)]))
    assert [row for row in rows if row.kind == "quotation"] == []


def test_comments_come_last_and_apart(tmp_path: Path) -> None:
    made = Said("p", "2013-04-22").said("We shall wait")
    made.say("A reader wrote: it is a shame.", kind="comment")
    rows = voices(record_of(tmp_path, [made]))
    assert [row.kind for row in rows] == ["quotation", "comment"]
    assert rows[1].party is None


def test_as_one_side_says(tmp_path: Path) -> None:
    made = (
        Said("p", "2013-04-22")
        .said("We shall wait")
        .said("So shall we", "Ivan Petrov", "PRK-GOV")
        .said("Hm", "a man", None)
    )
    made.say("A reader wrote: it is a shame.", kind="comment")
    assert [row.said for row in voices(record_of(tmp_path, [made]), says="PRK")] == ["So shall we"]


def test_as_known_on_a_day(tmp_path: Path) -> None:
    record = record_of(tmp_path, [Said("p", "2013-04-22").said("We shall wait"), page("q", "2013-04-01").say("x")])
    assert voices(record, at="2013-04-21") == []


def test_headlines_and_thoughts_are_no_voices(tmp_path: Path) -> None:
    told = (
        Said("p", "2013-04-22")
        .said("We shall wait", part="title")
        .said("that we shall wait", direct=False, speech=False)
    )
    assert voices(record_of(tmp_path, [told])) == []


def test_a_pronoun_is_who_spoke_before_or_the_actor_it_means(tmp_path: Path) -> None:
    told = (
        Said("p", "2013-04-22")
        .said("We shall wait", "He", None)
        .said("No road is shut", "Anna Kovacs")
        .said("The gate is open", "she", None)
        .said("The offer still stands", "It", "PRK")
    )
    assert [(row.speaker, row.said) for row in voices(record_of(tmp_path, [told]))] == [
        (None, "We shall wait"),
        ("Anna Kovacs", "No road is shut"),
        ("Anna Kovacs", "The gate is open"),
        ("North Korea", "The offer still stands"),
    ]
