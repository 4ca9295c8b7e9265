"""Pages of our own in forms that sites and tools make, as HTML and as a browser copies them: what is read of each part.

`news/NAME.html` is the page, `NAME.txt` what select-all and copy gives of it, `NAME.json` what is right.
"""

import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from standoff.model import Page, PageInput, PartKind
from standoff.read import read_page
from standoff.read.authors import author_names
from standoff.read.dates.publication import Published
from standoff.read.html.updates import Entry, dated
from standoff.read.sources import iter_sources
from standoff.read.stamped import stamp_line

NEWS = Path(__file__).parent / "news"
NAMES = sorted(path.stem for path in NEWS.glob("*.json"))
Gold = dict[str, Any]


def bare(text: str) -> str:
    return "".join(text.split())


def texts(page: Page, kind: PartKind) -> list[str]:
    return [bare(page.text[part.start : part.end]) for part in page.parts if part.kind == kind]


def same_time(wanted: str, found: str | None) -> bool:
    if found is None:
        return False
    one, other = datetime.fromisoformat(wanted), datetime.fromisoformat(found)
    if one.tzinfo and other.tzinfo:
        return one == other
    return one.replace(tzinfo=None) == other.replace(tzinfo=None)


def title(page: Page, gold: Gold, flat: bool) -> None:
    assert page.meta.title == gold["title"]


def authors(page: Page, gold: Gold, flat: bool) -> None:
    assert sorted(page.meta.authors) == sorted(gold["authors"])


def published(page: Page, gold: Gold, flat: bool) -> None:
    if gold["date_in_text"] or not flat:
        assert page.meta.published == gold["published"]
    if gold["time"] and not flat:
        assert same_time(gold["time"], page.meta.published_time)


def section(page: Page, gold: Gold, flat: bool) -> None:
    if gold["section"] and not flat:
        assert page.meta.section == gold["section"]


def standfirst(page: Page, gold: Gold, flat: bool) -> None:
    for line in gold["standfirst"]:
        holders = [part for part in page.parts if bare(line) in bare(page.text[part.start : part.end])]
        assert [part.role for part in holders if part.role == "standfirst"], line


def pictures(page: Page, gold: Gold, flat: bool) -> None:
    """Flattened, a caption may keep the counter before it; its credit is a part of its own."""
    captions, credits = texts(page, "caption"), texts(page, "credit")
    for caption in gold["captions"] + ([] if flat else gold["captions_unseen"]):
        assert any(bare(caption) in said if flat else bare(caption) == said for said in captions), caption
    for credit in gold["credits"]:
        assert any(bare(credit) in said for said in credits), credit


def comments(page: Page, gold: Gold, flat: bool) -> None:
    found = [part for part in page.parts if part.kind == "comment"]
    assert [part.author for part in found] == [comment["author"] for comment in gold["comments"]]
    for part, comment in zip(found, gold["comments"], strict=True):
        said = bare(page.text[part.start : part.end])
        assert all(bare(line) in said for line in comment["text"].split("\n"))
        if comment["time"] and not (flat and gold["ages_in_text"]):
            assert same_time(
                comment["time"][:16] if flat else comment["time"], part.time and part.time[:16] if flat else part.time
            )


def story(page: Page, gold: Gold, flat: bool) -> None:
    said = "".join(texts(page, "story"))
    assert [line for line in gold["story"] if bare(line) not in said] == []


def no_voices(page: Page, gold: Gold, flat: bool) -> None:
    """No comment, caption or notice in the story: from them facts would be made."""
    said = "".join(texts(page, "story"))
    others = [comment["text"].split("\n")[0] for comment in gold["comments"]] + gold["captions"]
    others += [notice["text"] for notice in gold["notices"]]
    assert [line for line in others if bare(line) in said] == []


def furniture(page: Page, gold: Gold, flat: bool) -> None:
    said = "".join(texts(page, "story"))
    assert [line for line in gold["furniture"] if bare(line) in said] == []


def notices(page: Page, gold: Gold, flat: bool) -> None:
    for notice in gold["notices"]:
        holders = [part for part in page.parts if bare(notice["text"]) in bare(page.text[part.start : part.end])]
        assert notice["role"] in [part.role for part in holders], notice
    codes = {issue.code for issue in page.issues}
    assert codes >= set(gold["issues"])


def entries(page: Page, gold: Gold, flat: bool) -> None:
    for entry in gold["entries"]:
        holder = next(p for p in page.parts if bare(entry["text"]) in bare(page.text[p.start : p.end]))
        assert holder.role == "entry"
        if not flat:
            assert same_time(entry["time"], holder.time)


KINDS: tuple[Callable[[Page, Gold, bool], None], ...] = (
    title, authors, published, section, standfirst, pictures, comments, story, no_voices, furniture, notices, entries,
)  # fmt: skip
MISSES: dict[tuple[str, str, str], str] = {
    (
        "amp",
        "txt",
        "no_voices",
    ): "captions of a gallery below the story without a credit or a counter look like sentences",
    (
        "amp",
        "txt",
        "pictures",
    ): "captions of a gallery below the story without a credit or a counter look like sentences",
    ("coral", "html", "section"): "a kicker above the headline is not taken for the section",
    ("live-data", "txt", "authors"): "a name alone, without a time beside it",
    ("live-data", "txt", "entries"): "the flat reader finds no entries",
    ("live-data", "txt", "standfirst"): "a short line without a byline below it",
    ("live-data", "txt", "title"): "an entry's headline stands nearer to the story than the page's",
    ("live-plain", "txt", "entries"): "the flat reader finds no entries",
    ("tabloid", "html", "furniture"): "a link's paragraph in a box that nothing marks as such",
    ("two-stories", "html", "authors"): "stories of a few lines are not taken for several",
    ("two-stories", "html", "entries"): "stories of a few lines are not taken for several",
    ("two-stories", "txt", "authors"): "the byline of a second story inside the first",
    ("two-stories", "txt", "entries"): "the flat reader finds no entries",
    ("two-stories", "txt", "title"): "a story's headline stands nearer to the story than the page's",
}


@cache
def page_of(name: str, form: str) -> Page:
    source = (NEWS / f"{name}.{form}").read_text()
    return read_page(PageInput(id=name, text=source) if form == "txt" else PageInput(id=name, html=source))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("form", ["html", "txt"])
@pytest.mark.parametrize("name", NAMES)
def test_part(name: str, form: str, kind: Callable[[Page, Gold, bool], None], request: pytest.FixtureRequest) -> None:
    if reason := MISSES.get((name, form, kind.__name__)):
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))
    gold: Gold = json.loads((NEWS / f"{name}.json").read_text())
    kind(page_of(name, form), gold, form == "txt")


def test_files() -> None:
    """A page saved as MHTML, a newsletter and an export of three articles."""
    saved, mail, *articles = [
        read_page(item)
        for name in ("mhtml.mhtml", "news.eml", "export-nexis.txt")
        for item in iter_sources([str(NEWS / name)])
        if isinstance(item, PageInput)
    ]
    assert (saved.meta.title, saved.meta.authors, saved.meta.published) == (
        "Rangers sent to temple road",
        ("Somchai Rue",),
        "2012-02-08",
    )
    assert [part.author for part in saved.parts if part.kind == "comment"] == ["Bayon Fan"]
    assert [part.role for part in saved.parts if part.role] == ["standfirst"]
    assert (mail.meta.title, mail.meta.published) == ("Plates row reaches the bridge", "2021-11-22")
    assert [(page.meta.title, page.meta.authors, page.meta.published) for page in articles] == [
        ("Fuel barges stopped at river mouth", ("Celia Fung",), "2011-04-12"),
        ("Survey pilot goes home", ("Ana Belén Ruiz", "Joe Stark"), "2011-04-15"),
        ("Barge talks set for May", (), "2011-04-28"),
    ]
    assert [part.role for part in articles[1].parts if part.role] == ["correction"]
    assert (texts(articles[0], "caption"), texts(articles[0], "credit")) == (
        ["AbargeatanchorintheCuyuni."],
        ["PhotobyRoySingh"],
    )


def test_what_stands_below_the_word_correction_is_no_story() -> None:
    text = (
        "Ferry talks end without a date\n\nBy Jane Roe\n4 May 2015\n\nThe ferry company and the council of Skarn met on Monday for the"
        " third time this month, and parted without a date for the next sailing.\n\nThe company says that the pier is not safe for cars."
        " The council has offered to pay half of the repairs.\n\nCorrection\n\nThe council has not closed the pier, as a first report said.\n"
    )
    page = read_page(PageInput(id="a", text=text))
    noted = [page.text[part.start : part.end] for part in page.parts if part.role == "correction"]
    assert noted == ["Correction\n\nThe council has not closed the pier, as a first report said."]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("7th October 2016, 4:38 pm3Comments", "2016-10-07T16:38"),
        ("May 14, 2018 6:20 PMUpdated", "2018-05-14T18:20"),
        ("By Ann Roe in Tarn and Bo Lind in SkarnMay 14, 2018 6:20 PM", "2018-05-14T18:20"),
    ],
)
def test_times_run_together_with_words(text: str, iso: str) -> None:
    assert [stamp.iso for stamp in stamp_line(text)] == [iso]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Duncan Orr@dorr_skarnTransport reporter7th October 2016, 4:38 pm", ("Duncan Orr",)),
        ("Posted on March 16, 2017August 2, 2019 by Mart Sill4 Comments", ("Mart Sill",)),
        ("By PETRA LIND, High Plain News", ("Petra Lind",)),
        ("By Kit Marlow For Dailyklaxon", ("Kit Marlow",)),
    ],
)
def test_names_run_together_with_other_words(line: str, names: tuple[str, ...]) -> None:
    assert author_names(line) == names


def test_entries_past_midnight_have_the_next_day() -> None:
    entries = [Entry(clock="00:20"), Entry(clock="11.45 pm"), Entry(clock="22:05")]
    dated(entries, Published("2016-09-04", "stated", "2016-09-04T21:50:00+02:00"))
    assert [entry.time for entry in entries] == [
        "2016-09-05T00:20+02:00",
        "2016-09-04T23:45+02:00",
        "2016-09-04T22:05+02:00",
    ]
