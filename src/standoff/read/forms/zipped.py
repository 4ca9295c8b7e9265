"""A zip archive of pages, and Word documents, which are zip archives too. Members are read in memory; nothing is written.

A member's name is a name and no path: `../page.html` and `/etc/page.html` are read like any other, links are passed over.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from standoff.model import PageInput
from standoff.read.decoding import MAX_BYTES
from standoff.read.forms.files import File, Run
from standoff.read.forms.page_folders import companions
from standoff.read.forms.table import ZIP, form_of, is_source, read_file
from standoff.read.jsonl import Unreadable

_MAX_RATIO = 200  # an archive that unpacks to more than this many times its size is a bomb; pages shrink to a tenth
_MAX_MEMBERS = 100_000
_DOCUMENT = "word/document.xml"
_BAD = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What reading a damaged, encrypted or strangely packed member raises."""


def read_zip(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of an archive's members, by name; a Word document gives its own."""
    with file.raw() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _BAD as e:
            yield file.unreadable("damaged-file", f"cannot be opened as a zip archive ({e}): download or pack it again")
            return
        with archive:
            if _DOCUMENT in archive.namelist():
                yield from _document(archive, file, run)
            else:
                yield from _members(archive, file, run, size=_size(stream))


def _size(stream: BinaryIO) -> int:
    return stream.seek(0, 2)


def _members(archive: zipfile.ZipFile, file: File, run: Run, *, size: int) -> Iterator[PageInput | Unreadable]:
    members = sorted(archive.infolist(), key=lambda member: member.filename)
    if len(members) > _MAX_MEMBERS:
        yield file.unreadable("too-large", f"has {len(members):,} members, more than the limit of {_MAX_MEMBERS:,}")
        return
    carried = companions(member.filename for member in members)
    wanted = [member for member in members if _is_page(member, carried)]
    if not wanted:
        yield file.unreadable("no-pages", "holds no page: its members should be .html, .txt, .pdf and the like")
    left = max(MAX_BYTES, _MAX_RATIO * size)
    for member in wanted:
        inner = File(f"{file.name}/{member.filename}", b"")
        data = _unpacked(archive, member, inner, left)
        if isinstance(data, Unreadable):
            yield data
            continue
        left -= len(data)
        if left < 0:
            yield file.unreadable("zip-bomb", f"unpacks to more than {_MAX_RATIO} times its size: the rest is not read")
            return
        yield from _member(File(inner.name, data), run)


def _member(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    if form_of(file.head(), file.suffix) is ZIP and _is_archive(file):
        yield file.unreadable("nested-archive", "is an archive in an archive: unpack the outer one first")
    else:
        yield from read_file(file, run)


def _is_archive(file: File) -> bool:
    """Whether a zip archive is one of members; of a Word document nothing but the document is read."""
    with file.raw() as stream:
        try:
            return _DOCUMENT not in zipfile.ZipFile(stream).namelist()
        except _BAD:
            return False  # who reads it says that it is damaged


def _is_page(member: zipfile.ZipInfo, carried: frozenset[str]) -> bool:
    """Whether a member is read: no folder, no link, not hidden, not carried along by a saved page, of a form that is read."""
    name = member.filename
    pieces = name.replace("\\", "/").split("/")
    if member.is_dir() or stat.S_ISLNK(member.external_attr >> 16) or pieces[0] == "__MACOSX":
        return False
    if any(piece.startswith(".") and piece not in (".", "..") for piece in pieces):
        return False
    return is_source(name) and not any("/".join(pieces[:n]) in carried for n in range(1, len(pieces)))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: File, left: int) -> bytes | Unreadable:
    """A member's bytes, or why they cannot be had."""
    if member.flag_bits & 1:
        return inner.unreadable("encrypted", "is encrypted: unpack the archive with its password first")
    limit = min(MAX_BYTES, max(left, 0))
    try:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
    except _BAD as e:
        return inner.unreadable("damaged-file", f"cannot be unpacked ({e}): the archive is damaged, get it again")
    if len(data) > MAX_BYTES:
        return inner.unreadable("too-large", f"unpacks to more than the limit of {MAX_BYTES:,} bytes: not read")
    return data


def _document(archive: zipfile.ZipFile, file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a Word document: the articles of a press archive's export, else one page."""
    from standoff.read.forms.clippings import read_text
    from standoff.read.forms.word import BadDocument, document_text

    data = _unpacked(archive, archive.getinfo(_DOCUMENT), file, MAX_BYTES)
    if isinstance(data, Unreadable):
        yield data
        return
    try:
        text = document_text(data)
    except BadDocument as e:
        yield file.unreadable("damaged-file", f"is a damaged Word document ({e}): save it again")
        return
    yield from read_text(text, file, run)
