"""Files, folders, globs and standard input -> PageInput; what cannot be read is named, with what to do, and passed over."""

import glob
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, cast

from standoff.errors import InputError
from standoff.model import PageInput
from standoff.read.decoding import MAX_BYTES
from standoff.read.forms.address_list import is_address, not_fetched
from standoff.read.forms.files import File, Run, reason, unreadable, writable
from standoff.read.forms.page_folders import companions
from standoff.read.forms.table import is_source, read_file
from standoff.read.jsonl import Unreadable, read_jsonl

OnError = Literal["raise", "catch"]
Say = Callable[[str], None]
_STDIN = "-"
_NAMED = 3  # of the files that are passed over


def iter_sources(sources: Sequence[str], *, on_error: OnError = "catch") -> Iterator[PageInput | Unreadable]:
    """The pages of files of every form in `forms`, folders, globs and `-`, in order.

    A file's id is its name without suffix; where two share it, the later ones keep the suffix, or get a few digits of their
    path's hash. A file of many articles gives `name-1`, `name-2`, or the ids that the archive gave them.

    Args:
        sources: paths, globs, or `-` for standard input.
        on_error: `catch` yields what cannot be read as `Unreadable`; `raise` stops at the first.

    Raises:
        InputError: with `raise`, at the first that cannot be read.
    """
    for _, found in iter_found(sources):
        if isinstance(found, Unreadable) and on_error == "raise":
            raise InputError(found.issue.message)
        yield found


def iter_found(
    sources: Sequence[str], *, say: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[str, PageInput | Unreadable]]:
    """As `iter_sources`, with the source of each page beside it. `say` is told what was passed over."""
    run = Run(say)
    for source in sources:
        for found in _one(source, run, say):
            yield source, found


def _one(source: str, run: Run, say: Say) -> Iterator[PageInput | Unreadable]:
    if source == _STDIN:
        yield from _stdin(run)
        return
    if is_address(source):
        yield not_fetched(source, (source,))
        return
    path = Path(source)
    try:
        folder, file, there = path.is_dir(), path.is_file(), path.exists()
    except OSError as e:
        yield unreadable(
            source, "unreadable-file", f"{source} cannot be read ({reason(e)}): check its name and permissions"
        )
        return
    if folder:
        yield from _folder(path, run, say)
    elif file:
        yield from read_file(File(str(path), path), run)
    elif there:
        yield from _pipe(path, run)
    elif glob.has_magic(source):
        names = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - an absolute pattern may be given
        if not names:
            yield unreadable(source, "no-file", f"no file matches {source}: check the pattern")
        for name in names:
            yield from _one(name, run, say)
    else:
        yield unreadable(source, "no-file", f"there is no file {source}: check the path")


def _pipe(path: Path, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a pipe, such as `<(command)`, or a device: it can be read once, and has no size."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as e:
        yield unreadable(str(path), "unreadable-file", f"{path} cannot be read ({reason(e)}): check its permissions")
        return
    yield from read_file(File(str(path), data), run)


def _folder(folder: Path, run: Run, say: Say) -> Iterator[PageInput | Unreadable]:
    """The pages of a folder and the folders in it, sorted by path.

    Hidden files, links that leave the folder, and what browsers saved beside a page are passed over; files of other forms
    are never opened, and said.
    """
    root = folder.resolve()
    inside = [path.relative_to(folder) for path in sorted(folder.rglob("*"))]
    carried = companions(path.as_posix() for path in inside)
    pages: list[Path] = []
    others: list[Path] = []
    for path in inside:
        whole = folder / path
        if any(part.startswith(".") for part in path.parts) or not whole.is_file():
            continue
        if any(parent.as_posix() in carried for parent in path.parents) or not whole.resolve().is_relative_to(root):
            continue
        (pages if is_source(path.name) else others).append(whole)
    if others:
        say(_passed_over(folder, others))
    if not pages:
        message = f"no page found in the folder {folder}: it should hold .html, .txt, .pdf, .jsonl files and the like"
        yield unreadable(str(folder), "no-pages", message)
    for page in pages:
        yield from read_file(File(str(page), page), run)


def _passed_over(folder: Path, others: list[Path]) -> str:
    """One line on the files of a folder that are of no form that is read."""
    named = ", ".join(writable(str(path.relative_to(folder))) for path in others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    files = "1 file" if len(others) == 1 else f"{len(others)} files"
    return f"{writable(str(folder))}: {files} passed over, not pages by their names: {named}{more}"


def _stdin(run: Run) -> Iterator[PageInput | Unreadable]:
    """Standard input: JSON Lines, line by line, or one file of any other form."""
    stream = sys.stdin.buffer
    name = "standard input"
    head = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n") if hasattr(stream, "peek") else b"{"
    if head.startswith(b"{") and not head.startswith(b"{\\rtf"):
        nothing = True
        for item in read_jsonl(cast(BinaryIO, stream), source=name):
            nothing = False
            yield item
        if nothing:
            yield unreadable(name, "empty-file", f"{name} is empty: one page a line is expected")
        return
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield unreadable(name, "too-large", f"{name} holds more than {MAX_BYTES:,} bytes: split it")
        return
    yield from read_file(File("stdin", data), run)
