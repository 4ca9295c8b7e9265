"""A PDF -> its text, page after page, lines joined to paragraphs and hyphens at their ends undone. Needs the extra `pdf`."""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from standoff.model import Issue, PageInput
from standoff.read.forms.files import File, Run
from standoff.read.jsonl import Unreadable

_CHILD = Path(__file__).with_name("pdf_child.py")
_WAIT = 180  # seconds by the clock; the child's CPU time is limited to less
_SOFT = re.compile(r"[\x02\ufffe\xad]")  # what pdfium writes for a hyphen that stands at the end of a line alone
_SPACES = re.compile(r"[^\S\n]+")
_ENDS = tuple('.!?:;”"’)…')
_BULLETS = ("•", "▪", "■", "◦", "‣")
_RAGGED = 0.82  # of the width of a page's lines: a shorter line that ends a sentence ends its paragraph
_SHORT = 0.55  # a line that is shorter still, and ends no sentence, is a headline or a row of a table
_BEGINS = re.compile(r"[a-z0-9(“\"‘—–-]")


class _Reply(msgspec.Struct):
    """What the child answers."""

    error: str | None = None
    texts: list[str] = []
    pages: int = 0
    failed: int = 0


_WHY = {
    "password": ("encrypted", "is locked with a password: save it again without one"),
    "damaged": ("damaged-file", "is a damaged PDF, or none: get or print it again"),
    "killed": ("too-large", "takes more time or memory than a PDF may: print the pages that matter to a smaller one"),
}


def read_pdf(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The page of a PDF: all its text, as a flattened page."""
    if importlib.util.find_spec("pypdfium2") is None:
        yield file.unreadable(
            "pdf-extra", "is a PDF, for which the extra `pdf` is needed: run `pip install standoff[pdf]`"
        )
        return
    reply = _ask(file.data())
    if reply.error:
        yield file.unreadable(*_WHY[reply.error])
        return
    text = "\n\n".join(filter(None, (page_text(each) for each in reply.texts)))
    if not text.strip():
        yield file.unreadable(
            "no-text", "has no text, only pictures of it: run it through text recognition (OCR) first"
        )
        return
    issues: tuple[Issue, ...] = ()
    if left := reply.pages - len(reply.texts):
        message = f"{left} of the PDF's {reply.pages} pages are damaged or beyond the limit and were not read"
        issues = (Issue(code="cut", message=message),)
    yield PageInput(id=run.of_file(file), text=text, issues=issues)


def _ask(data: bytes) -> _Reply:
    """What the child says of a PDF."""
    command = [sys.executable, "-P", str(_CHILD)]  # -P: nothing is imported from the folder the user happens to be in
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAIT, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return _Reply(error="killed")
    try:
        return msgspec.json.decode(done.stdout, type=_Reply)
    except msgspec.DecodeError:
        return _Reply(error="killed")


def page_text(raw: str) -> str:
    """The text of one page of a PDF, its lines joined to paragraphs.

    >>> page_text("The crews of the island ferries reached an agree-\\r\\nment on Monday.\\r\\nSport\\r\\n")
    'The crews of the island ferries reached an agreement on Monday.\\n\\nSport'
    """
    text = _SOFT.sub("\xad\n", raw.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    lines = [line for each in text.split("\n") if (line := _SPACES.sub(" ", each).strip())]
    return "\n\n".join(_paragraphs(lines)).replace("\xad", "")


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined where one goes on in the next: it is nearly as wide as the column, or ends in mid-sentence."""
    widths = sorted(len(line) for line in lines)
    width = widths[9 * len(widths) // 10] if widths else 0
    said: list[str] = []
    for n, line in enumerate(lines):
        if said and _ends(lines[n - 1], line, width):
            yield "".join(said)
            said = []
        elif said and said[-1].endswith("\xad"):
            said[-1] = said[-1][:-1]
        elif said and said[-1].endswith("-"):
            said[-1] = said[-1][:-1] if line[0].islower() else said[-1]
        elif said:
            said.append(" ")
        said.append(line)
    if said:
        yield "".join(said)


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if line.endswith(("\xad", "-")) or following.startswith(_BULLETS):
        return following.startswith(_BULLETS)
    if line.endswith(_ENDS):
        return len(line) < _RAGGED * width
    return len(line) < _SHORT * width and not _BEGINS.match(following)
