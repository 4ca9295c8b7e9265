"""Which encoding bytes are in that are no UTF-8: by the letters that each reading gives, and the language these make."""

import codecs
import unicodedata

_SAMPLE = 60_000  # bytes
_LETTERS = 3_000  # characters beyond ASCII that are weighed
_WIDE = ("gb18030", "cp932", "cp949", "cp950", "euc_jp")
_NARROW = ("cp1252", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874")
_BY_LANGUAGE = {
    "cs": "cp1250", "sk": "cp1250", "pl": "cp1250", "hu": "cp1250", "sl": "cp1250", "hr": "cp1250", "bs": "cp1250", "ro": "cp1250",
    "tr": "cp1254", "az": "cp1254", "lt": "cp1257", "lv": "cp1257", "et": "cp1257", "vi": "cp1258",
}  # fmt: skip
_KNOWN = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso8859-1": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949",
    "big5": "cp950", "big5-hkscs": "big5hkscs", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "x-mac-roman": "mac_roman", "macintosh": "mac_roman", "unicode": "utf-16",
}  # fmt: skip
_COMMON = frozenset(
    "的一是不了在人有我他这这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手"
    "十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打"
    "便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市市表部会員者年月日時分間前後今回同社国内外出入大小中上下東西南北"
    "這個來國說們為時會過學對裡後沒於還發當開見經頭從動兩長現將與進實點聲話兒問機給幾業間電門東聽氣關並內軍產萬報告政府船港岸週始再復員話議約"
)
_MARKS = frozenset("“”‘’–—…•©®°«»£€§·、。「」『』，．！？：；（）《》〈〉【】　")
_ALPHABETS = ("CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI")


def known(name: str) -> str | None:
    """The codec that browsers use for a declared name; None where there is none, or it is no page's."""
    name = name.strip().lower()
    name = _KNOWN.get(name, name)
    if name.startswith(
        (
            "utf-7",
            "utf7",
            "idna",
            "punycode",
            "rot",
            "hex",
            "base64",
            "zlib",
            "bz2",
            "uu",
            "quopri",
            "raw",
            "unicode_",
            "undefined",
        )
    ):
        return None
    try:
        return name if codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError, UnicodeError):
        return None


def guess(data: bytes) -> str:
    """The codec that reads the bytes as likely text; Windows-1252, which takes nearly anything, where none does better."""
    sample = data[:_SAMPLE]
    if b"\x1b$B" in sample or b"\x1b$@" in sample:
        return "iso2022_jp"
    best, most = "cp1252", likeliness(sample.decode("cp1252", errors="replace"))
    for name in (*_WIDE, *_NARROW[1:]):
        text = _decoded(sample, name)
        if text is not None and (score := likeliness(text)) > most + 0.1:
            best, most = name, score
    return _of_its_language(sample) if best == "cp1252" else best


def _decoded(sample: bytes, name: str) -> str | None:
    """A reading of the sample; None where more than a few places cannot be read so."""
    text = sample.decode(name, errors="replace")
    return text if few(text.count("\ufffd"), len(text)) else None


def few(broken: int, length: int) -> bool:
    """Whether so few characters of a text could not be read that it may be in that encoding all the same."""
    return broken <= 3 + 0.002 * length


def likeliness(text: str) -> float:
    """How much the letters beyond ASCII look like those of words, at most about 1."""
    total, count = 0.0, 0
    cyrillic = vowels = greek = accents = 0
    for n, char in enumerate(text):
        if char <= "\x7f":
            continue
        total += _weight(char, text[n - 1 : n] or " ", text[n + 1 : n + 2] or " ")
        count += 1
        if "\u0400" <= char <= "\u04ff":
            cyrillic += 1
            vowels += char in _VOWELS
        elif "\u0370" <= char <= "\u03ff":
            greek += 1
            accents += char in _ACCENTS
        if count >= _LETTERS:
            break
    if not count:
        return 0.0
    if cyrillic > 40 and not 0.32 * cyrillic < vowels < 0.55 * cyrillic:
        total -= 0.5 * cyrillic  # another alphabet read as Cyrillic
    if greek > 40 and accents < 0.03 * greek:
        total -= 0.5 * greek
    return total / count


_ACCENTS = frozenset("άέήίόύώΆΈΉΊΌΎΏ")
_VOWELS = frozenset("аеиоуыэюяіїєёъАЕИОУЫЭЮЯІЇЄЁ")


def _weight(char: str, before: str, after: str) -> float:
    if char in _COMMON:
        return 1.2
    if char in _MARKS:
        return 0.4
    code = ord(char)
    if 0x4E00 <= code <= 0x9FFF:
        return 0.2
    if 0xFF61 <= code <= 0xFF9F:
        return -0.5
    kind = unicodedata.category(char)
    if kind[0] == "C" or char == "\ufffd":
        return -1.5
    if kind[0] not in "LM":
        return -0.7 if before.isalpha() else -0.3
    name = unicodedata.name(char, "")
    if name.startswith(("HANGUL SYLLABLE", "HIRAGANA", "KATAKANA")):
        return 0.9
    if name.startswith(_ALPHABETS):
        if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
            return -1.0  # amid Latin letters
        return 0.9 if kind != "Lu" else -0.4 if before.islower() else 0.3
    if not name.startswith("LATIN"):
        return -0.3
    if kind == "Lu" and before.islower():
        return -0.8
    return -0.3 if before > "\x7f" and before.isalpha() else 0.7


def _of_its_language(sample: bytes) -> str:
    """The western codec that the language is written in."""
    from standoff.read.language import identify

    code = identify(sample.decode("cp1252", errors="replace")[:4000])
    name = _BY_LANGUAGE.get(code, "cp1252")
    text = _decoded(sample, name)
    return (
        name
        if text is not None and likeliness(text) >= likeliness(sample.decode("cp1252", errors="replace")) - 0.1
        else "cp1252"
    )
