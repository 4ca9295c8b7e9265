"""The memo: every sentence with its sources, nothing of a page obeyed; its references as other programs read them."""

import io
import json
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from lxml import etree

from standoff.export.memo import Memo, _figure, memo
from standoff.record import Record
from standoff.tell.rows import StakeRow

Written = Callable[[str], bytes]


@pytest.fixture
def told(record: Record) -> Memo:
    return memo(record)


def test_every_footnote_is_cited_and_every_citation_has_one(told: Memo) -> None:
    cited = {n for section in told.sections for line in section.lines for n in line.notes}
    assert cited == set(range(1, len(told.notes) + 1))
    assert told.as_of == "2021-06-02"


def test_every_sentence_of_what_happened_has_a_source(told: Memo) -> None:
    happened = next(section for section in told.sections if section.heading == "What happened")
    assert len(happened.lines) > 1
    assert all(line.notes for line in happened.lines)


def test_a_note_is_the_sentence_of_its_page(told: Memo, record: Record) -> None:
    texts = {d.key: record.annotation(d.key).text for d in record.documents()}
    assert all(note.quote in texts[note.document.key] for note in told.notes)


def test_markdown_has_no_markup_of_a_page(written: Written) -> None:
    text = written("memo").decode()
    assert "\\<script\\>" in text
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(", text)
    assert {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", text)} == {
        int(n) for n in re.findall(r"^\[\^(\d+)\]:", text, re.M)
    }


def test_a_word_processor_opens_the_memo_with_its_footnotes(written: Written, told: Memo) -> None:
    data = written("docx")
    opened = docx.Document(io.BytesIO(data))
    styles = [p.style.name for p in opened.paragraphs if p.style is not None]
    assert styles[0] == "Title"
    assert [p.text for p in opened.paragraphs if p.style is not None and p.style.name == "Heading 1"] == [
        s.heading for s in told.sections
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    name = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    ids = [e.get(f"{{{name['w']}}}id") for e in notes.findall("w:footnote", name)]
    assert len(ids) == len(told.notes) + 2
    assert {e.get(f"{{{name['w']}}}id") for e in body.iterfind(".//w:footnoteReference", name)} == set(ids[2:])
    assert any("<script>" in "".join(map(str, e.itertext())) for e in notes)


def test_the_same_record_gives_the_same_document(written: Written) -> None:
    assert written("docx") == written("docx")


def test_csl_is_read_by_a_citation_processor(written: Written, record: Record) -> None:
    items = json.loads(written("csl"))
    assert [item["container-title"] for item in items] == ["Harbour Press", "Ridge Times"]
    assert items[0]["issued"] == {"date-parts": [[2021, 4, 9]]}
    assert len(CiteProcJSON(items)) == len(record.documents())


def test_ris_is_read_back(written: Written) -> None:
    entries = rispy.loads(written("ris").decode())
    assert [(e["type_of_reference"], e["secondary_title"], e["date"]) for e in entries] == [
        ("NEWS", "Harbour Press", "2021/04/09/"),
        ("NEWS", "Ridge Times", "2021/06/02/"),
    ]


@pytest.mark.parametrize(
    ("what", "value", "unit", "per", "told"),
    [
        ("South Koreans", 861, None, None, "861 South Koreans"),
        ("northern workers", 32_000, "person", None, "32,000 northern workers"),
        ("fees", 500, "USD", None, "$500, fees"),
        ("southern firms", 123, "firm", None, "123 southern firms"),
        ("goods", 4.7e8, "USD", None, "$470 million, goods"),
        ("lorries", 300, None, "day", "300 a day, lorries"),
        (None, 7, None, None, "7, workforce"),
    ],
)
def test_a_figure_is_said_with_what_it_counts(
    what: str | None, value: float, unit: str | None, per: str | None, told: str
) -> None:
    row = StakeRow(
        id="a", party=None, what=what, kind="workforce", value=value, low=None, high=None, unit=unit, per=per,
        as_of=None, claimed_by=None, sources=(),
    )  # fmt: skip
    assert _figure(row) == told
