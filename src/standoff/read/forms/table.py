"""Which form a file has, by its first bytes before its suffix, and who reads that form: one table.

A reader takes a file and what the run shares and yields pages, or why there are none. What is not in the table (pickles,
programs, configuration, pictures) is never opened further.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from standoff.model import PageInput
from standoff.read.decoding import Unpacked, decode
from standoff.read.forms.address_list import address_list, not_fetched
from standoff.read.forms.feed import looks_like_feed
from standoff.read.forms.files import DAMAGED, HTML, File, Run, TooLarge, reason, suffix_of, unreadable
from standoff.read.guard import text_trouble
from standoff.read.jsonl import Unreadable, parse_line, read_jsonl

Found = Iterator[PageInput | Unreadable]
Reader = Callable[[File, Run], Found]

TEXT = frozenset({".txt", ".text"})


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: the suffixes that name it, the first bytes that show it, and its reader."""

    name: str
    suffixes: frozenset[str]
    looks: Callable[[bytes, str], bool]
    read: Reader


def read_file(file: File, run: Run) -> Found:
    """The pages of a file, or why there are none."""
    try:
        form = form_of(file.head(), file.suffix)
        yield from form.read(file, run)
    except TooLarge as e:
        yield file.unreadable("too-large", f"has {e}: split it")
    except Unpacked as e:
        yield file.unreadable("damaged-file", f"cannot be unpacked: {e}")
    except DAMAGED as e:
        yield file.unreadable("unreadable-file", f"cannot be read ({reason(e)}): check it and its permissions")


def form_of(head: bytes, suffix: str) -> Form:
    """The form that a file's first bytes show, else the one that its suffix names, else a page of HTML or text."""
    shown = next((form for form in FORMS if form.looks(head, suffix)), None)
    return shown or next((form for form in FORMS if suffix in form.suffixes), _PAGE)


def is_source(name: str) -> bool:
    """Whether a file of that name is read where a folder or an archive is."""
    return suffix_of(name) in _SUFFIXES


# pages


def _read_page(file: File, run: Run) -> Found:
    """One page of HTML or text; a text that a press archive exported holds many."""
    from standoff.read.forms.clippings import is_export, is_list, list_passed_over, read_export
    from standoff.read.forms.saved import page_of

    data = file.data()
    if not data.strip(b"\x00 \t\r\n"):
        yield file.unreadable("empty-file", "is empty: nothing to read")
        return
    text, issues = decode(data)
    if trouble := text_trouble(text):
        yield file.unreadable(trouble.code, f"cannot be read: {trouble.message}")
    elif is_html(text, file.suffix):
        yield page_of(run.of_file(file), text, issues=issues)
    elif addresses := address_list(text):
        yield not_fetched(file.name, addresses)
    elif is_export(text):
        yield from read_export(text, file, run, issues=issues)
    elif is_list(text):
        run.say(list_passed_over(file))
    elif file.suffix not in _SUFFIXES and text.lstrip().startswith(("{", "[")):
        yield from _parse_json(text, file)
    else:
        yield PageInput(id=run.of_file(file), text=text, issues=issues)


def is_html(text: str, suffix: str) -> bool:
    """Whether a text is HTML, by its suffix or its looks."""
    return suffix in HTML or (suffix not in TEXT and looks_like_html(text))


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return (
        head.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"))
        or "<html" in head
        or head.count("</") > 3
    )


# JSON


def _read_json_lines(file: File, _run: Run) -> Found:
    nothing = True
    with file.unpacked() as stream:
        for item in read_jsonl(stream, source=file.name):
            nothing = False
            yield item
    if nothing:
        yield unreadable(file.name, "empty-file", f"{file.name} is empty: one page a line is expected")


def _read_json(file: File, _run: Run) -> Found:
    """A `.json` file: JSON Lines, or one page written over several lines, or a list of pages."""
    text, _ = decode(file.data())
    yield from _parse_json(text, file)


def _parse_json(text: str, file: File) -> Found:
    import msgspec

    try:
        whole = msgspec.json.decode(text.encode("utf-8", errors="replace"))
    except (msgspec.DecodeError, RecursionError):
        lines = File(file.name, text.encode("utf-8", errors="replace"))
        yield from _read_json_lines(lines, Run())
        return
    for n, row in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield parse_line(msgspec.json.encode(row), n, source=file.name)


# the others: their modules are imported when a file of theirs comes


def _read_mhtml(file: File, run: Run) -> Found:
    from standoff.read.forms.mhtml import read_mhtml

    return read_mhtml(file, run)


def _read_webarchive(file: File, run: Run) -> Found:
    from standoff.read.forms.saved import read_webarchive

    return read_webarchive(file, run)


def _read_mail(file: File, run: Run) -> Found:
    from standoff.read.forms.mail import read_mail

    return read_mail(file, run)


def _read_mailbox(file: File, run: Run) -> Found:
    from standoff.read.forms.mail import read_mailbox

    return read_mailbox(file, run)


def _read_feed(file: File, run: Run) -> Found:
    from standoff.read.forms.feed_file import read_feed

    return read_feed(file, run)


def _read_rtf(file: File, run: Run) -> Found:
    from standoff.read.forms.rtf import read_rtf

    return read_rtf(file, run)


def _read_pdf(file: File, run: Run) -> Found:
    from standoff.read.forms.pdf import read_pdf

    return read_pdf(file, run)


def _read_table(file: File, run: Run) -> Found:
    from standoff.read.forms.tables import read_table

    return read_table(file, run)


def _read_zip(file: File, run: Run) -> Found:
    from standoff.read.forms.zipped import read_zip

    return read_zip(file, run)


def _read_warc(file: File, run: Run) -> Found:
    from standoff.read.warc.archive import read_warc

    if isinstance(file.content, bytes):
        yield from read_warc(file.raw(), source=file.name, say=run.say)
    else:
        yield from read_warc(file.content, source=file.name, say=run.say)


# what the first bytes show

_MAIL_HEAD = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-Type|X-[\w-]{1,40}"
    rb"|DKIM-Signature|ARC-[\w-]{1,40}|Reply-To|Sender|List-[\w-]{1,20}|Authentication-Results|Snapshot-Content-Location)"
    rb":[^\n]{0,4000}\n(?:[ \t][^\n]{0,4000}\n){0,60}){3}",
    re.IGNORECASE,
)


def _is_mail(head: bytes, suffix: str) -> bool:
    return suffix not in _MHTML and _MAIL_HEAD.match(head) is not None


def _is_mhtml(head: bytes, suffix: str) -> bool:
    return (suffix in _MHTML or b"\nSnapshot-Content-Location:" in head or b"Saved by" in head) and (
        b"multipart/related" in head.lower() and b"mime-version:" in head.lower()
    )


def _is_mailbox(head: bytes, _suffix: str) -> bool:
    return re.match(rb"From [^\n]{1,300}\n", head) is not None and _is_mail(head[head.index(b"\n") + 1 :], "")


def _is_pdf(head: bytes, _suffix: str) -> bool:
    return re.search(rb"(?:^|[\r\n])%PDF-", head[:1024]) is not None and not head.lstrip().startswith((b"<", b"WARC/"))


def _is_feed(head: bytes, _suffix: str) -> bool:
    return looks_like_feed(decode(head)[0])


def _starts(*marks: bytes) -> Callable[[bytes, str], bool]:
    return lambda head, _suffix: head.startswith(marks)


def _never(_head: bytes, _suffix: str) -> bool:
    return False


_MHTML = frozenset({".mhtml", ".mht"})
_PAGE = Form("a page of HTML or text", HTML | TEXT, _never, _read_page)
ZIP = Form(
    "zip archive or Word document", frozenset({".zip", ".docx"}), _starts(b"PK\x03\x04", b"PK\x05\x06"), _read_zip
)
FORMS: tuple[Form, ...] = (
    Form("PDF", frozenset({".pdf"}), _is_pdf, _read_pdf),
    Form("RTF", frozenset({".rtf"}), _starts(b"{\\rtf"), _read_rtf),
    ZIP,
    Form("web archive", frozenset({".warc", ".wet", ".wat"}), _starts(b"WARC/"), _read_warc),
    Form("Safari web archive", frozenset({".webarchive"}), _starts(b"bplist00"), _read_webarchive),
    Form("mailbox", frozenset({".mbox"}), _is_mailbox, _read_mailbox),
    Form("MHTML", _MHTML, _is_mhtml, _read_mhtml),
    Form("mail", frozenset({".eml"}), _is_mail, _read_mail),
    Form("feed", frozenset({".rss", ".atom"}), _is_feed, _read_feed),
    Form("JSON Lines", frozenset({".jsonl", ".ndjson"}), _never, _read_json_lines),
    Form("JSON", frozenset({".json"}), _never, _read_json),
    Form("table", frozenset({".csv", ".tsv"}), _never, _read_table),
    _PAGE,
)
"""In the order in which they are tried."""

_SUFFIXES = frozenset(suffix for form in FORMS for suffix in form.suffixes)
