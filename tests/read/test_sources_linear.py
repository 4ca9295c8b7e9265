"""B9 for the readers of files: every pattern on its worst strings, and whole readers on files made to be slow."""

import re
from collections.abc import Iterator
from functools import partial
from types import ModuleType

import pytest
from tests.timing import ends_within

from standoff.read.dates import days
from standoff.read.forms import articles, factiva, mail, mime, nexis, pdf, rtf, saved
from standoff.read.forms import table as forms
from standoff.read.forms.files import File, Run
from standoff.read.forms.table import read_file

SIZE = 50_000
LIMIT = 0.2  # seconds; a quadratic pattern takes many
PIECES = (
    " ", "\t", "\n", "a", "A", "0", "<", ">", "<!--", "-->", "data:", "data:image/png;base64,", "url: ", "=", "=?", "{", "\\", "\\u",
    "Document ", "Document A1", "AN Document ", "1 of 2 DOCUMENTS\n", "1 of ", "End of Document\n", "HD\t", "IN  ", "Monday, July ", "July 1, ",
    "Page 1 of ", "Copyright", "edition ", "5 words\n", "From a\n", "Subject: x\n", "X-a: b\n c\n", "<style>", "Body\n", "a-\n", "\xad\n",
    "2016", "20160308", "https://web.archive.org/web/20160309103000/", "<!-- saved from url=(0001)", "<!-- Mirrored from a by HTTrack",
    "BYLINE: ", "Load-Date: ", "LENGTH: 5 words\n\n",
)  # fmt: skip
MODULES = (articles, days, factiva, forms, mail, mime, nexis, pdf, rtf, saved)


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    def of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value

    for module in MODULES:
        yield from of(module)


def matches(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> int:
    """How many there are."""
    if isinstance(pattern.pattern, bytes):
        return sum(1 for _ in pattern.finditer(text.encode("utf-8")))
    return sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=[name for name, _ in patterns()])
def test_every_pattern_is_linear(name: str, pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
    for one in PIECES:
        for other in ("", "\n"):
            text = (one + other) * (SIZE // len(one + other)) + "!"
            assert ends_within(LIMIT, partial(matches, pattern, text)), (name, one, other)


@pytest.mark.parametrize("suffix", [".txt", ".rtf", ".eml", ".mhtml", ".mbox", ".csv", ".html"])
@pytest.mark.parametrize("piece", PIECES[::4])
def test_files_made_to_be_slow_end_soon(suffix: str, piece: str) -> None:
    head = {".rtf": "{\\rtf1", ".mhtml": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n"}
    data = (head.get(suffix, "") + piece * (1_000_000 // len(piece))).encode()
    assert ends_within(5, lambda: list(read_file(File(f"page{suffix}", data), Run())))
