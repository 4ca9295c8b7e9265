"""Files, folders, globs and standard input -> PageInput; what cannot be read is named, with what to do, and passed over."""

import glob
import hashlib
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, cast

from standoff.errors import InputError
from standoff.model import Issue, PageInput
from standoff.read.decoding import MAX_BYTES, Unpacked, decode, is_gzip, open_gzip, unpack
from standoff.read.guard import text_trouble
from standoff.read.jsonl import Unreadable, read_jsonl

OnError = Literal["raise", "catch"]
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".jsonl", ".ndjson", ".json"})
_STDIN = "-"


def iter_sources(sources: Sequence[str], *, on_error: OnError = "catch") -> Iterator[PageInput | Unreadable]:
    """The pages of files (HTML, text, JSON Lines, each also gzipped), folders, globs and `-`, in order.

    A file's id is its name without suffix; where two share it, the later ones get a few digits of their path's hash.

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
    taken: set[str] = set()
    for source in sources:
        for found in _one(source, taken):
            yield source, found


def _one(source: str, taken: set[str]) -> Iterator[PageInput | Unreadable]:
    if source == _STDIN:
        yield from _stdin(taken)
        return
    path = Path(source)
    if path.is_dir():
        files = _files_below(path)
        if not files:
            yield _unreadable(
                source, "no-pages", f"no page found in the folder {source}: it should hold .html, .txt or .jsonl files"
            )
        for file in files:
            yield from _file(file, taken)
    elif path.exists():
        yield from _file(path, taken)
    elif glob.has_magic(source):
        names = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - an absolute pattern may be given
        if not names:
            yield _unreadable(source, "no-file", f"no file matches {source}: check the pattern")
        for name in names:
            yield from _one(name, taken)
    else:
        yield _unreadable(source, "no-file", f"there is no file {source}: check the path")


def _files_below(folder: Path) -> list[Path]:
    """The pages of a folder and the folders in it, sorted by path; hidden files and links that leave it are passed over."""
    root = folder.resolve()
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or _suffix(path) not in _SUFFIXES or not path.is_file():
            continue
        if path.resolve().is_relative_to(root):
            found.append(path)
    return found


def _suffix(path: Path) -> str:
    """The suffix that says what a file holds, without `.gz`."""
    return (Path(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower()


def _stem(path: Path) -> str:
    name = path.name[:-3] if path.name.lower().endswith(".gz") else path.name
    return Path(name).stem or name


def _file(path: Path, taken: set[str]) -> Iterator[PageInput | Unreadable]:
    suffix = _suffix(path)
    try:
        if suffix in (".jsonl", ".ndjson"):
            with path.open("rb") as raw:
                packed = is_gzip(raw.peek(2) if hasattr(raw, "peek") else b"")
            with cast(BinaryIO, open_gzip(path, "rb") if packed else path.open("rb")) as stream:
                yield from _lines(stream, str(path))
            return
        size = path.stat().st_size
        if size > MAX_BYTES:
            yield _unreadable(
                path,
                "too-large",
                f"{path} has {size:,} bytes, more than the limit of {MAX_BYTES:,}: split it",
                _stem(path),
            )
            return
        data = path.read_bytes()
    except (OSError, EOFError, zlib.error) as e:
        yield _unreadable(
            path, "unreadable-file", f"{path} cannot be read ({_reason(e)}): check it and its permissions"
        )
        return
    yield from _bytes(data, path, suffix, taken)


def _lines(stream: BinaryIO, source: str) -> Iterator[PageInput | Unreadable]:
    """The pages of JSON Lines; an empty stream is said to be empty."""
    nothing = True
    for item in read_jsonl(stream, source=source):
        nothing = False
        yield item
    if nothing:
        yield _unreadable(source, "empty-file", f"{source} is empty: one page a line is expected")


def _reason(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def _bytes(data: bytes, path: Path, suffix: str, taken: set[str]) -> Iterator[PageInput | Unreadable]:
    try:
        data = unpack(data)
    except Unpacked as e:
        yield _unreadable(path, "damaged-file", f"{path} cannot be unpacked: {e}", _stem(path))
        return
    if not data.strip(b"\x00 \t\r\n"):
        yield _unreadable(path, "empty-file", f"{path} is empty: nothing to read", _stem(path))
        return
    text, issues = decode(data)
    if trouble := text_trouble(text):
        yield _unreadable(path, trouble.code, f"{path}: {trouble.message}", _stem(path))
        return
    if suffix == ".json" or (suffix not in _SUFFIXES and text.lstrip().startswith(("{", "["))):
        yield from _json(text, path)
        return
    key = _new_id(_stem(path), str(path), taken)
    yield page_input(key, text, suffix=suffix, issues=issues)


def page_input(key: str, text: str, *, suffix: str = "", issues: tuple[Issue, ...] = ()) -> PageInput:
    """A page from a file's text: HTML by its suffix or its looks, else flattened text."""
    if suffix in (".html", ".htm", ".xhtml") or (suffix not in (".txt", ".text") and looks_like_html(text)):
        return PageInput(id=key, html=text, issues=issues)
    return PageInput(id=key, text=text, issues=issues)


def looks_like_html(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return (
        head.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"))
        or "<html" in head
        or head.count("</") > 3
    )


def _json(text: str, path: Path) -> Iterator[PageInput | Unreadable]:
    """A `.json` file: JSON Lines, or one page written over several lines, or a list of pages."""
    import io

    import msgspec

    from standoff.read.jsonl import parse_line

    try:
        whole = msgspec.json.decode(text.encode("utf-8", errors="replace"))
    except (msgspec.DecodeError, RecursionError):
        yield from _lines(io.BytesIO(text.encode("utf-8", errors="replace")), str(path))
        return
    for n, row in enumerate(whole if isinstance(whole, list) else [whole], 1):
        yield parse_line(msgspec.json.encode(row), n, source=str(path))


def _stdin(taken: set[str]) -> Iterator[PageInput | Unreadable]:
    """Standard input: JSON Lines, or one page as HTML or text."""
    stream = sys.stdin.buffer
    head = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n") if hasattr(stream, "peek") else b"{"
    if head.startswith(b"{"):
        yield from _lines(cast(BinaryIO, stream), "standard input")
        return
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield _unreadable(
            "standard input", "too-large", f"standard input holds more than {MAX_BYTES:,} bytes: split it"
        )
        return
    yield from _bytes(data, Path("stdin"), "", taken)


def _new_id(stem: str, path: str, taken: set[str]) -> str:
    """An id that no earlier file of this run has."""
    key = writable(stem)
    if key in taken:
        key = f"{stem}-{hashlib.sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
    taken.add(key)
    return key


def writable(name: str) -> str:
    """A file's name with bytes that are no UTF-8 written out, so that it can stand in a line of JSON."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _unreadable(source: str | Path, code: str, message: str, key: str | None = None) -> Unreadable:
    issue = Issue(code=code, message=writable(message))
    return Unreadable(id=None if key is None else writable(key), source=writable(str(source)), issue=issue)
