"""Newsletters that came by mail: `.eml` files and `.mbox` mailboxes. HTML before plain text; attachments are left out."""

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr

from standoff.lexicon.publishers import publisher_named
from standoff.model import Issue, PageInput
from standoff.read.decoding import MAX_BYTES
from standoff.read.forms.files import File, Run
from standoff.read.forms.mime import (
    BadMessage,
    broken,
    decoded,
    header,
    parse_message,
    parts_of,
    raw_header,
    text_of,
    when,
)
from standoff.read.forms.saved import lighter
from standoff.read.jsonl import Unreadable

_MAX_LINE = 1024 * 1024  # bytes of a line of a mailbox that are read at once
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mail(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The page of a mail."""
    yield _page(file.data(), file, run.of_file(file), "")


def read_mailbox(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a mailbox, one a mail; memory holds one."""
    keys = run.numbered(run.of_file(file), file)
    number = 0
    for number, data in enumerate(_mails(file), 1):
        key = next(keys)
        if data is None:
            yield file.unreadable("too-large", f"mail {number} has more than {MAX_BYTES:,} bytes: not read", key=key)
        else:
            yield _page(data, file, key, f"mail {number} ")
    if not number:
        yield file.unreadable("empty-file", "holds no mail: each begins with a line `From ...`")


def _mails(file: File) -> Iterator[bytes | None]:
    """The mails of a mailbox, parted by lines `From ...` after a blank one; None for one above the limit."""
    mail: list[bytes] | None = None
    size, blank = 0, True
    with file.unpacked() as stream:
        while line := stream.readline(_MAX_LINE):
            if blank and line.startswith(b"From "):
                if mail is not None:
                    yield _whole(mail, size)
                mail, size = [], 0
            elif mail is not None:
                size += len(line)
                if size <= MAX_BYTES:
                    mail.append(line)
                else:
                    mail.clear()
            blank = line in (b"\n", b"\r\n")
    if mail is not None:
        yield _whole(mail, size)


def _whole(lines: list[bytes], size: int) -> bytes | None:
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines)) if size <= MAX_BYTES else None


def _page(data: bytes, file: File, key: str, which: str) -> PageInput | Unreadable:
    """The page of one mail: its subject is the title, its sender the publisher, its day the day of publication."""
    try:
        message = parse_message(data)
    except BadMessage as e:
        return file.unreadable("damaged-file", f"{which}cannot be taken apart: {e}", key=key)
    parts = [part for part in parts_of(message) if part.get_content_disposition() != "attachment"]
    html = next((part for part in parts if part.get_content_type() == "text/html"), None)
    plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    body, issues = text_of(html or plain or message) if html or plain else ("", ())
    if not body.strip():
        why = broken(message) or "no part of it is HTML or text"
        return file.unreadable("empty-file", f"{which}holds nothing to read: {why}", key=key)
    if trouble := broken(message):
        issues = (
            *issues,
            Issue(code="cut-off", message=f"the mail is damaged ({trouble}): what is left of it is read"),
        )
    day = when(message)
    return PageInput(
        id=key,
        html=lighter(body) if html else None,
        text=None if html else body,
        title=header(message, "subject") or None,
        publisher=_sender(message),
        published=day,
        captured=day,
        issues=issues,
    )


def _sender(message: Message) -> str | None:
    """Who sent a mail: the name in its `From`, else the host."""
    name, address = parseaddr(raw_header(message, "from"))
    name = decoded(name).strip("\"' ") or address.rpartition("@")[2]
    known = publisher_named(name) if name else None
    return known.names[0] if known else name or None
