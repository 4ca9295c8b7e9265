"""The memo as Markdown with footnotes, as Pandoc, GitHub and most editors read them."""

import re
from typing import BinaryIO
from urllib.parse import quote

from standoff.export.memo import Line, Memo, Note, memo
from standoff.hostile import visible, web_link
from standoff.record import Record
from standoff.tell.naming import say_date

_OBEYED = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&])")
_LINE_START = re.compile(r"^(\s*)([-=>]|\d+[.)])")


def write_markdown(record: Record, sink: BinaryIO, at: str | None = None) -> None:
    """Writes the memo: a heading a section, a list item a sentence, a footnote a source."""
    sink.write(as_markdown(memo(record, at)).encode("utf-8"))


def as_markdown(told: Memo) -> str:
    """The memo's text; nothing that a page says is obeyed as markup."""
    lines = [f"# {inert(told.title)}", ""]
    if told.as_of:
        lines += [f"As known from pages up to {say_date(told.as_of)}.", ""]
    for section in told.sections:
        lines += [f"## {section.heading}", "", *(_item(line) for line in section.lines), ""]
    lines += [f"[^{n}]: {_note(note)}" for n, note in enumerate(told.notes, 1)]
    return "\n".join(lines).rstrip("\n") + "\n"


def inert(text: str) -> str:
    """Text of a page in which no character is markup, on one line.

    >>> inert("[x](javascript:alert(1)) *now*")
    '\\\\[x\\\\]\\\\(javascript:alert\\\\(1\\\\)\\\\) \\\\*now\\\\*'
    """
    line = _OBEYED.sub(r"\\\1", " ".join(visible(text).split()))
    return _LINE_START.sub(r"\1\\\2", line)


def _item(line: Line) -> str:
    marks = "".join(f"[^{n}]" for n in line.notes)
    more = f" (and {line.further} more)" if line.further else ""
    return f"- {inert(line.text)}{marks}{more}"


def _note(note: Note) -> str:
    document = note.document
    named = [inert(document.publisher or document.id)]
    if document.title:
        named.append(f"“{inert(document.title)}”")
    if document.published:
        named.append(say_date(document.published))
    address = web_link(document.url)
    link = f" <{quote(address, safe=_SAFE)}>" if address else ""
    return f"{', '.join(named)}: “{inert(note.quote)}”{link}"


_SAFE = ":/?#@!$&'()*+,;=%~-._"
