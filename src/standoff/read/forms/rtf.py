"""Rich Text Format -> its plain text: paragraphs as lines, table cells parted by tabs. A linear scan of its own.

The parsers at hand look for hyperlinks and fonts with patterns that take time quadratic in a hostile file.
"""

import re
from collections.abc import Iterator

from standoff.model import PageInput
from standoff.read.forms.files import File, Run
from standoff.read.jsonl import Unreadable

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z'])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_BREAKS = {
    b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n\n", b"page": "\n\n", b"tab": "\t", b"cell": "\t",
    b"nestcell": "\t", b"nestrow": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\xa0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf"
    b" fldinst themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator"
    b" xmlnstbl mmathPr revtbl filetbl template bkmkstart bkmkend pntext pntxta pntxtb comment annotation atnid atnauthor"
    b" nonshppict shppict sp sn sv blipuid wgrffmtfilter private pgptbl userprops docvar tc xe txe rxe ftnsep ftnsepc"
    b" aftnsep aftnsepc".split()
)
_CODEPAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


class _Scan:
    """One pass over a file. What holds inside a pair of braces is put on a stack where they open."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.out: list[str] = []
        self.bytes = bytearray()  # characters of a code page that may take more than one byte
        self.stack: list[tuple[bool, bool, int, int]] = []
        self.silent = False
        self.in_fonts = False  # the table of fonts
        self.font = -1
        self.stand_ins = 1  # characters that stand in for a Unicode one, for old readers
        self.skip = 0
        self.page = "cp1252"
        self.fonts: dict[int, str] = {}

    def run(self) -> str:
        position = 0
        while found := _TOKEN.match(self.data, position):
            position = found.end()
            kind = found.lastgroup
            if kind == "number":
                kind = "word"
            if kind != "hex":
                self.flush()
            if kind == "text":
                self.text(found["text"])
            elif kind == "word":
                position += self.word(found["word"], found["number"])
            elif kind == "hex":
                self.hex(int(found["hex"], 16))
            elif kind == "symbol":
                self.symbol(found["symbol"])
            elif kind == "brace" and self.brace(found["brace"]):
                break
        self.flush()
        return _paired("".join(self.out))

    def say(self, text: str) -> None:
        if not self.silent:
            self.out.append(text)

    def flush(self) -> None:
        if self.bytes:
            self.say(_decode(bytes(self.bytes), self.fonts.get(self.font, self.page)))
            self.bytes.clear()

    def text(self, raw: bytes) -> None:
        left = raw[self.skip :]
        self.skip = max(0, self.skip - len(raw))
        if left:
            self.say(left.decode("ascii") if left.isascii() else _decode(left, self.fonts.get(self.font, self.page)))

    def hex(self, byte: int) -> None:
        if self.skip:
            self.skip -= 1
        else:
            self.bytes.append(byte)

    def symbol(self, symbol: bytes) -> None:
        self.skip = 0
        if symbol == b"*":
            self.silent = True
        elif symbol in _SYMBOLS:
            self.say(_SYMBOLS[symbol])

    def brace(self, brace: bytes) -> bool:
        """Opens or closes a group; true where the document's own group ends."""
        self.skip = 0
        if brace == b"{":
            self.stack.append((self.silent, self.in_fonts, self.font, self.stand_ins))
            return False
        if self.stack:
            self.silent, self.in_fonts, self.font, self.stand_ins = self.stack.pop()
        return not self.stack

    def word(self, word: bytes, number: bytes | None) -> int:
        """Obeys a control word; the number of raw bytes to pass over after it."""
        self.skip = 0
        value = int(number) if number else None
        if word in _BREAKS:
            self.say(_BREAKS[word])
        elif word == b"u" and value is not None:
            self.say(chr(value + 0x10000 if value < 0 else value) if -0x8000 <= value <= 0x10FFFF else "\ufffd")
            self.skip = self.stand_ins
        elif word == b"bin":
            return max(0, value or 0)
        elif word in _SILENT:
            self.silent, self.in_fonts = True, word == b"fonttbl"
        elif value is not None:
            self.setting(word, value)
        return 0

    def setting(self, word: bytes, value: int) -> None:
        if word == b"uc":
            self.stand_ins = max(0, min(value, 100))
        elif word == b"f":
            self.font = value
        elif word == b"fcharset" and self.in_fonts:
            self.fonts[self.font] = _CODEPAGES.get(value, self.page)
        elif word == b"ansicpg":
            self.page = f"cp{value}"


def _decode(raw: bytes, page: str) -> str:
    try:
        return raw.decode(page, errors="replace")
    except LookupError:
        return raw.decode("cp1252", errors="replace")


def _paired(text: str) -> str:
    """The text with pairs of surrogates as the characters that they stand for."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def rtf_text(data: bytes) -> str:
    """The plain text of an RTF file.

    >>> rtf_text(b"{\\\\rtf1\\\\ansi Caf\\\\'e9 \\\\u8220?open\\\\u8221?\\\\par Second}")
    'Café “open”\\nSecond'
    """
    return _Scan(data).run()


def read_rtf(file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of an RTF file: the articles of a press archive's export, else one page."""
    from standoff.read.forms.clippings import read_text

    yield from read_text(rtf_text(file.data()), file, run)
