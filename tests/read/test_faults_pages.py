"""Pages as they should not be: mutated, in the wrong encoding, with signs that turn or hide letters. Spans slice back."""

import unicodedata
from typing import Any

import pytest
from benchmarks.faults import LONG_STORY, MOST_S, check, mutants, wrong

from standoff.hostile import visible
from standoff.model import Annotation, Page, PageInput
from standoff.read import read_page
from standoff.read.decoding import decode


def test_mutated_pages_end_as_documents_or_issues() -> None:
    for done, item in mutants(400):
        seconds, fault, _ = check(item, read_page)
        assert not fault, f"{item.id} ({done}): {fault}"
        assert seconds < MOST_S, f"{item.id} ({done}): {seconds:.1f} CPU-s"


@pytest.mark.model
def test_mutated_pages_are_annotated() -> None:
    from standoff.annotate import annotate_page

    annotate_page(PageInput(id="first", text="The ferry stayed in port on Monday."))
    for done, item in mutants(60, seed=7, most=LONG_STORY):
        seconds, fault, _ = check(item, annotate_page)
        assert not fault, f"{item.id} ({done}): {fault}"
        assert seconds < MOST_S, f"{item.id} ({done}): {seconds:.1f} CPU-s"


def test_long_line_of_repeated_paragraphs_is_quick() -> None:
    html = (
        "<html><body><article><p>"
        + " ".join(f"The owners of mill {n} shut its gates." for n in range(8000))
        + "</p></article></body></html>"
    )
    seconds, fault, _ = check(PageInput(id="t", html=html), read_page)
    assert not fault
    assert seconds < MOST_S


@pytest.mark.parametrize(
    "sign", ["\x01", "\x0b", "\x1f", "\x7f", "\ufffe", "\uffff", "&#1;", "&#31;", "&#xfffe;", "&#xd800;", "&#x110000;"]
)
def test_control_characters_in_markup(sign: str) -> None:
    piece = f"<p>The ferry{sign} stayed in port on Monday, and{sign} nobody knew when it would sail again, the owners said.</p>"
    html = f"<html><body><div><h1>Ferry{sign}</h1>{sign}<aside>x</aside>{sign}<article>{piece * 4}<nav>y</nav>{sign} on</article></div></body></html>"
    page = read_page(PageInput(id="t", html=html))
    assert not wrong(page)
    assert "stayed in port" in page.text


LINES = (
    "Port of Arvika shuts its gates",
    "By Jane Roe",
    "March 3, 2016",
    "{0}Norway asked Sweden on Monday to open the port of Arvika, where 1,200 workers have been idle since January 25, 2016.{1}",
    "“Nobody has been paid since,” said Ulla Berg, a spokeswoman for the owners, {0}who lost $4.5 million in February.",
    "The talks that were held in Zürich on February 20, 2016, {0}ended without a deal,{1} Norway said.",
    "The union that the dockers belong to says that its members will stay away until every gate is open again and every wage is paid.",
    "The owners have not said when that will be, and a second round of talks, which both sides had agreed to, has not been called.",
    "Trains that used to stop at the port now pass it by, and the fishermen of the town land their catch on the other side of the bay.",
)
SIGNS = {
    "none": ("", ""),
    "emoji": ("🚢 ", " 👩‍👩‍👧‍👦🇳🇴"),
    "astral": ("𝔉𝔢𝔯𝔯𝔶 ", " 𐍈"),
    "arabic": ("الميناء ", " ميناء مغلق"),
    "hebrew and marks": ("\u200fנמל\u200f ", " \u200e(נמל)\u200e"),
    "override": ("\u202e", "\u202c"),
    "isolates": ("\u2067", "\u2069"),
    "zero width": ("\u200b", "\u200d\u2060"),
    "soft hyphens": ("\u00ad", "\u00ad"),
    "combining": ("e\u0301 ", " o\u0308\u0323"),
    "look-alikes": ("Аrvikа ", " Nоrwаy"),
    "line signs": ("\u2028", "\u2029"),
    "variation": ("☎\ufe0f ", " 1\ufe0f\u20e3"),
}


def text_of(sign: str, end: str = "\n") -> str:
    return end.join(line.format(*SIGNS[sign]) for line in LINES)


def html_of(sign: str) -> str:
    title, author, date, *story = (line.format(*SIGNS[sign]) for line in LINES)
    told = "".join(f"<p>{line}</p>" for line in story)
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{author}</p><time>{date}</time>{told}</article></body></html>"


@pytest.mark.parametrize("sign", SIGNS)
def test_parts_slice_back(sign: str) -> None:
    page = read_page(PageInput(id="t", text=text_of(sign)))
    assert page.text == text_of(sign)
    assert not wrong(page)
    assert LINES[-1] in [page.text[p.start : p.end].splitlines()[-1] for p in page.parts if p.kind == "story"]
    shown = read_page(PageInput(id="t", html=html_of(sign)))
    assert not wrong(shown)
    assert [shown.text[p.start : p.end] for p in shown.parts if p.kind == "title"] == [LINES[0]]


@pytest.mark.model
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("form", ["text", "html"])
def test_mentions_slice_back(sign: str, form: str) -> None:
    from standoff.annotate import annotate_page

    given: dict[str, Any] = {"text": text_of(sign)} if form == "text" else {"html": html_of(sign)}
    found = annotate_page(PageInput(id="t", **given))
    assert not wrong(found)
    words = words_of(found)
    if sign == "line signs" and form == "text":
        return  # they end lines, and what follows is no sentence
    assert {"Norway", "Sweden"} <= set(words["actors"])
    assert "February 20, 2016" in words["times"]
    assert any("4.5 million" in said for said in words["quantities"])
    assert any("1,200" in said for said in words["quantities"])
    assert any("Nobody has been paid since" in said for said in words["quotes"])
    assert found.meta.published == "2016-03-03"


def words_of(found: Annotation) -> dict[str, list[str]]:
    kinds = ("actors", "times", "quantities", "events", "quotes")
    return {kind: [found.text[one.start : one.end] for one in getattr(found, kind)] for kind in kinds}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\r\n", "\n\n\n"])
def test_line_ends(end: str) -> None:
    text = text_of("none", end)
    page = read_page(PageInput(id="t", text=text))
    assert page.text == text
    assert [page.text[p.start : p.end] for p in page.parts if p.kind in ("title", "byline")] == [LINES[0], LINES[1]]
    mixed = "\r\n".join(LINES[:3]) + "\r" + "\n".join(LINES[3:])
    assert not wrong(read_page(PageInput(id="t", text=mixed)))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_normal_forms_are_kept(form: Any) -> None:
    text = unicodedata.normalize(form, text_of("combining"))
    page = read_page(PageInput(id="t", text=text))
    assert page.text == text
    assert not wrong(page)


ENCODED = [
    ("utf-8", "utf-8", []), ("utf-8-sig", "", []), ("utf-16", "", []), ("utf-32", "", []), ("cp1252", "windows-1252", []),
    ("utf-16-le", "", ["encoding-guessed"]), ("utf-16-be", "", ["encoding-guessed"]), ("gb18030", "gb18030", []),
    ("latin-1", "utf-8", ["encoding-guessed"]), ("latin-1", "", ["encoding-guessed"]), ("latin-1", "iso-8859-1", []),
]  # fmt: skip


@pytest.mark.parametrize(("coding", "declared", "codes"), ENCODED)
def test_encodings(coding: str, declared: str, codes: list[str]) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    html = html_of("none").replace("<head>", f"<head>{meta}").replace("“", '"').replace("”", '"')
    text, issues = decode(html.encode(coding))
    assert text == html
    assert [issue.code for issue in issues] == codes
    page = read_page(PageInput(id="t", html=text, issues=issues))
    assert not wrong(page)
    assert "held in Zürich on" in page.text
    assert [issue.code for issue in page.issues if issue.code.startswith("encoding")] == codes


def test_broken_bytes_show_and_are_said() -> None:
    data = html_of("none").encode().replace("ü".encode(), b"\xc3")
    text, issues = decode(data)
    assert [issue.code for issue in issues] == ["encoding-broken"]
    assert "Z\ufffdrich" in text
    assert text.replace("Z\ufffdrich", "Zürich") == html_of("none")


@pytest.mark.parametrize(
    "data", [b"", b"x", b"\x00", b"\x00" * 5000, b"%PDF-1.7\n" + bytes(500), b"\xff\xd8\xff\xe0" + bytes(range(256))]
)
@pytest.mark.parametrize("form", ["html", "text"])
def test_nothing_is_invented(data: bytes, form: str) -> None:
    text, issues = decode(data)
    given: dict[str, Any] = {form: text}
    page: Page = read_page(PageInput(id="t", issues=issues, **given))
    assert page.issues
    assert page.text in ("", "x")


@pytest.mark.parametrize("sign", ["override", "isolates", "zero width", "hebrew and marks"])
def test_signs_that_turn_or_hide_are_made_visible(sign: str) -> None:
    page = read_page(PageInput(id="t", text=text_of(sign)))
    shown = visible(page.text.replace("\n", " "))
    assert not any(
        unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI")
        for char in shown
    )
    assert "\u200b" not in shown
    assert f"{ord(SIGNS[sign][0][0]):02x}" in shown


@pytest.mark.model
def test_page_of_a_caption_alone_is_annotated() -> None:
    from standoff.annotate import annotate_page
    from standoff.model import Part

    text = "Pickets stood at the gates of the mill, where 1,200 workers were idle. Norway asked Sweden for talks."
    item = PageInput(id="t", text=text, published="2016-03-03", parts=(Part(start=0, end=len(text), kind="caption"),))
    assert not wrong(annotate_page(item))
