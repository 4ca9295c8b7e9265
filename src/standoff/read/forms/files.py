"""A file's bytes, wherever they were found (on disk, in an archive, on standard input), and the ids of the pages in it."""

import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from standoff.model import Issue
from standoff.read.decoding import MAX_BYTES, is_gzip, unpack
from standoff.read.jsonl import Unreadable

HEAD = 8192  # bytes in which a file's form is looked for
HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
"""Suffixes of pages."""
_MAX_MESSAGE = 2_000  # characters; a path may have 4,096 bytes
DAMAGED = (OSError, EOFError, zlib.error)
"""What reading a file raises: it is gone, may not be read, or its gzip data are damaged."""


class TooLarge(Exception):
    """A file that has to be read whole has more bytes than the limit."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name as messages say it, and its bytes or where they are."""

    name: str
    content: Path | bytes

    @property
    def suffix(self) -> str:
        """The suffix that says what it holds, lower case, without `.gz` or `.zst`."""
        return suffix_of(self.name)

    @property
    def stem(self) -> str:
        """Its name without folders and suffix."""
        last = _without_packing(re.split(r"[/\\]", self.name)[-1])
        return PurePosixPath(last).stem or last or "page"

    def raw(self) -> BinaryIO:
        """A stream of its bytes as they are.

        Raises:
            OSError: it cannot be opened.
        """
        return io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content.open("rb")

    def unpacked(self) -> BinaryIO:
        """A stream of its bytes, unpacked where they are gzip.

        Raises:
            OSError: it cannot be opened.
        """
        with self.raw() as stream:
            packed = is_gzip(stream.read(2))
        if not packed:
            return self.raw()
        return cast(BinaryIO, gzip.open(io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content))

    def head(self) -> bytes:
        """The first bytes, unpacked; what can be read of them.

        Raises:
            OSError: it cannot be opened.
        """
        with self.raw() as stream:
            data = stream.read(HEAD)
        if not is_gzip(data):
            return data
        try:
            return zlib.decompressobj(wbits=31).decompress(data, HEAD)
        except zlib.error:
            return b""

    def data(self) -> bytes:
        """All its bytes, unpacked.

        Raises:
            TooLarge: there are more than the limit.
            Unpacked: its gzip data are damaged, or unpack to more than the limit.
            OSError: it cannot be read.
        """
        size = len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size
        if size > MAX_BYTES:
            raise TooLarge(f"{size:,} bytes, more than the limit of {MAX_BYTES:,}")
        return unpack(self.content if isinstance(self.content, bytes) else self.content.read_bytes())

    def unreadable(self, code: str, message: str, *, key: str | None = None) -> Unreadable:
        """Says of the file, or of a page in it, why it gives none; `message` follows its name."""
        return unreadable(self.name, code, f"{self.name} {message}", key=key or self.stem)


def suffix_of(name: str) -> str:
    """The suffix that says what a file of that name holds, lower case, without `.gz` or `.zst`.

    >>> suffix_of("export/Pages.TXT.gz"), suffix_of("a/.hidden")
    ('.txt', '')
    """
    return PurePosixPath(_without_packing(name)).suffix.lower()


def _without_packing(name: str) -> str:
    """A file's name without `.gz` or `.zst`."""
    lower = name.lower()
    return next((name[: -len(end)] for end in (".gz", ".zst") if lower.endswith(end)), name)


def unreadable(source: str, code: str, message: str, *, key: str | None = None) -> Unreadable:
    """Says of a source why it gives no page; of what it quotes of a file, such as the names of columns, not everything."""
    if len(message) > _MAX_MESSAGE:
        message = f"{message[: _MAX_MESSAGE // 2]} … {message[-_MAX_MESSAGE // 2 :]}"
    issue = Issue(code=code, message=writable(message))
    return Unreadable(id=None if key is None else writable(key), source=writable(source), issue=issue)


def reason(error: BaseException) -> str:
    """What an error of the system says, in lower case."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()


def writable(name: str) -> str:
    """A file's name with bytes that are no UTF-8 written out, so that it can stand in a line of JSON."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


class Run:
    """What the files of a run share: who is told what was passed over, and the ids given out.

    Each id is given once, and the same in every run over the same sources.
    """

    def __init__(self, say: Callable[[str], None] = lambda _: None) -> None:
        self.say = say
        self._taken: dict[str, str] = {}  # ids, with the hash of the text where an archive gave them
        self._files: dict[str, str] = {}  # the first file's name by its name without suffix

    def of_file(self, file: File) -> str:
        """The file's name without suffix; where another of the run has it, its name, or a few digits of its path's hash."""
        pieces = re.split(r"[/\\]", file.name)
        last, stem = writable(pieces[-1]), writable(file.stem)
        beside = f"{stem}-{_digest('/'.join(pieces[-2:]))}"  # the same wherever the folder stands
        others = (beside,) if self._files.setdefault(stem, last) == last else (last, beside)
        return self._free(stem, others, file.name)

    def numbered(self, base: str, file: File) -> Iterator[str]:
        """Ids for the pages of a file that holds many: `base-1`, `base-2`, ..."""
        number = 0
        while True:
            number += 1
            yield self._free(f"{base}-{number}", (), f"{file.name}#{number}")

    def own(self, key: str, content: str) -> str:
        """The id that an archive gave to an article: the same again for the same text, as exports often overlap."""
        key = writable(key)
        digest = _digest(content)
        if self._taken.setdefault(key, digest) == digest:
            return key
        return self._free(f"{key}-{digest}", (), content)

    def _free(self, key: str, others: tuple[str, ...], place: str) -> str:
        """The first of some ids that is not taken, at last one by the hash of a place."""
        if key in self._taken:
            key = next((other for other in others if other not in self._taken), f"{key}-{_digest(place)}")
        self._taken[key] = ""
        return key


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
