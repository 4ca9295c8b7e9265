"""Which day each deed of short news paragraphs gets: strikes, gas, borders, told by weekdays, stretches and days counted on."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from standoff.extract.dating import Dater
from standoff.extract.times import find_times
from standoff.model import Meta, Page, Part, Status
from standoff.parse import parse

pytestmark = pytest.mark.model
_MARK = re.compile(r"\[([^][|]+)\|([^][|]+)(?:\|([a-z]+))?\]")
_TOLD = Path(__file__).parent / "told"


def _lines() -> Iterator[tuple[str, str]]:
    """Each line of the tables with the day at the head of its file."""
    for path in sorted(_TOLD.glob("*.txt")):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line and not line.startswith("#"):
                yield head.removeprefix("published: "), line.replace(" ¶ ", "\n\n")


LINES = list(_lines())


def marks(line: str) -> Iterator[tuple[int, str, Status]]:
    """Where each marked word begins in the text without marks, its date, the status of what it tells."""
    before = 0
    for mark in _MARK.finditer(line):
        yield mark.start() - before, mark[2], next((s for s in get_args(Status) if s == mark[3]), "happened")
        before += len(mark[0]) - len(mark[1])


@pytest.mark.parametrize(("published", "line"), LINES, ids=lambda value: value[:40])
def test_dates(published: str, line: str) -> None:
    text = _MARK.sub(r"\1", line)
    story = Part(start=0, end=len(text), kind="story")
    parsed = parse(Page(id="p", text=text, meta=Meta(published=published), parts=(story,)))
    times, meta, _ = find_times(parsed)
    dater = Dater(parsed, times, meta)
    for start, date, status in marks(line):
        sentence = parsed.sentence_at(start)
        token = sentence.at(start) if sentence is not None else None
        assert token is not None
        assert str(dater.date(token, [token], status).date) == date, text[start:]


PAGES = sorted((_TOLD / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    """Each marked deed of a whole page, with its headline, has its day."""
    head, title, _, marked = path.read_text(encoding="utf-8").split("\n", 3)
    headline, story = title.removeprefix("title: "), _MARK.sub(r"\1", marked)
    text, begin = f"{headline}\n\n{story}", len(headline) + 2
    parts = (Part(start=0, end=len(headline), kind="title"), Part(start=begin, end=len(text), kind="story"))
    parsed = parse(Page(id="p", text=text, meta=Meta(published=head.removeprefix("published: ")), parts=parts))
    times, meta, _ = find_times(parsed)
    dater = Dater(parsed, times, meta)
    for start, date, status in marks(marked):
        sentence = parsed.sentence_at(begin + start)
        token = sentence.at(begin + start) if sentence is not None else None
        assert token is not None
        assert str(dater.date(token, [token], status).date) == date, text[begin + start :][:60]
