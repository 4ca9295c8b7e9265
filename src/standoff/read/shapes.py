"""Forms of lines: credit, caption, counters. Each function looks at one line alone."""

import re
from collections.abc import Iterator
from functools import cache

from standoff.lexicon.publishers import agency_names, agency_pattern
from standoff.lexicon.voices import voices
from standoff.read.photo_credits import bracketed_credit

SHORT = 320  # characters; the forms below are not asked of longer lines

_NAME = r"(?:[A-ZÀ-Ý][\w'’.\-]*|de|van|von|der|al|el|bin|da|di|la|le)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,5}}"
_CREDIT_LABEL = re.compile(
    r"\(?(?:(?:photo|image|picture|video|graphic|illustration|cover|file)s?\s*)?"
    r"(?:credits?|courtesy(?:\s+of)?|copyright|photograph(?:s|er)?|photos?|images?|pictures?|illustrations?|graphics?|pics?)"
    r"(?:\s+(?:by|from|courtesy of|courtesy|via|credit))?\s*(?::|/|\||-|—|–|©|(?<=by)\s|(?<=of)\s|(?<=courtesy)\s|(?<=from)\s|(?<=via)\s)"
    r"|\(videos?:\s"
    r"|(?:photo|photos|photograph|photography|image|images|illustration|picture|video|graphic)s?\s+by\s"
    r"|(?:fotos?|bild(?:er|rechte|quelle)?|bron|cr[ée]ditos?|cr[ée]dits?(?:\s+photos?)?|fotograf[ií]a|zdj[ęe]cie)\s*[:©/]",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(r"\b(?:Photo|Photograph|Image|Picture|Photo [Cc]redit|Image [Cc]redit|Credit)s?\s?:\s?$")
_CREDITED = re.compile(r"\(?(?:photo|image|picture|credit)", re.IGNORECASE)
_SLASH_CREDIT = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,4}}\s+/\s+(?:{_NAME}(?:\s+{_NAME}){{0,4}}|pool|archives?|handout|file|supplied|library)$"
    rf"|{_NAME}\s+/\s+{_NAME}(?:\s+{_NAME}){{1,4}}$"  # `Post / Jane Roe`, not `Home / Africa`
    rf"|[A-ZÀ-Ý][a-zà-ÿ’'\-]+\s(?:[A-Z]\.\s)?[A-ZÀ-Ý][\w’'\-]{{0,20}}[a-zà-ÿ]/{_NAME}(?:\s+{_NAME}){{0,3}}$"  # `Jane Roe/Skarn Post`
)
_REPORTING = re.compile(
    r"[(\[—–\-\s]*(?:(?:additional|further|with)\s+)?(?:(?:reporting|writing|editing|written|reported|edited|compiled|"
    r"produced|translated|files?|with\s+files|with\s+inputs|with\s+agency\s+inputs)\s+(?:and\s+(?:writing|editing|reporting)\s+)?(?:by|from)\b"
    r"|(?:additional|further)\s+(?:reporting|writing|editing|material)\b)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed\s+(?:reporting|to\s+th(?:is|e)\s+(?:report|story|article))|with\s+(?:reporting|files)\s+(?:by|from)"
    r"|information\s+for\s+this\s+(?:report|story|article)\s+(?:was|came))\b",
    re.IGNORECASE,
)
_TOLD_FROM = re.compile(r"reporting from [^.;]{2,60}, .{5,}? (?:said|says|reported|reports)\b", re.IGNORECASE)
_COUNTER = re.compile(
    r"(?:(?:photo|image|picture|slide|view\s+photos|gallery)\s*)?[(\[]?\d{1,3}\s*(?:of|/)\s*\d{1,3}[)\]]?(?:\s*(?:photos|images))?[.:\s|]*",
    re.IGNORECASE,
)
_SIDE_BRACKETED = re.compile(
    r"\((?:(?:L|R|C|left|right|cent(?:re|er)|[LRC]\s*-\s*[LRC]|L\s+to\s+R|from\s+left|front|back|top|above|below|2nd [LRC])(?:\s[\w ]{1,20})?|pictured)\)",
    re.IGNORECASE,
)
_SIDE_NAMED = re.compile(
    r",\s(?:(?:far|second|third|fourth|2nd|3rd|4th)\s)?(?:left|right|cent(?:re|er)),| (?<=\bfrom )left\b", re.IGNORECASE
)
_SHOWN = re.compile(
    r"\b(?:in|on) this (?:[a-z0-9,. ]{0,40})?(?:photo|picture|image|frame|handout|still|video|combination|screen ?grab|illustration)"
    r"|\b(?:is|are) (?:pictured|photographed|seen (?:here|in|at|on|during|after|before|near|outside|inside|behind|through|from|through))\b"
    r"|\bpictured (?:here|in|at|on|with|left|right|above|below)\b|^(?:pictured|shown|above|below)\b[:,]|^(?:image|media|video|photo) caption\b"
    r"|\b(?:file|handout|undated|archive|stock) (?:photo|picture|image|pic)\b|\bfile[ds]? (?:pic|photo)"
    r"|^FILE\b|\[File\b|\(File\b|^(?:Photo|Image|Picture|Caption|Photograph|File)\s*:",
    re.IGNORECASE,
)
_IMAGE = re.compile(
    r"\[\s?(?:image|photo|picture|caption|video)\s?:\s?\w+\s\w", re.IGNORECASE
)  # as browsers of text show one
_CAPTION_LABEL = re.compile(r"(?:image|photo|picture|media|video)\scaption\s?[,:]?|image:?", re.IGNORECASE)
_LABELS_BEGIN = ("I", "i", "M", "m", "P", "p", "V", "v")
_BARRED_CREDIT = re.compile(r"(?<=[.”\"])\s\|\s(?:[A-Z][\w.'’\-]{0,30}\s?){1,4}$")
_BRACKET_CREDIT = re.compile(
    r"[(\[]\s*(?:photo|image|picture|pic|credit|courtesy|source|file|supplied|handout|screengrab|photograph|video|file photo)s?\b[^()\[\]]{0,80}[)\]]\.?$",
    re.IGNORECASE,
)
_OWNER_CREDIT = re.compile(
    r"[|(–—\-]?\s{0,3}(?:©|\(c\)|Copyright\s(?=[A-Z])|Foto:|Photo:|Bild:|Image:|Picture:)\s{0,3}(?:[^.:©]|(?<=\b[A-Z])\.|\.(?=[a-z]{2})){2,70}$"
)
_GLUED_CREDIT = re.compile(
    r"(?:(?<=[a-z.!?”\"])|(?<=[.!?”\"]\s))[A-Z][\w’&.\-]{1,30}(?:\s[A-Z][\w’&.\-]{0,30}){0,3}\s?/\s?[A-Z][\w’.\-]{1,30}(?:\s[A-Z][\w’.\-]{0,30}){0,3}$"
)  # `Lorries wait at the gate.Skarn Post/Jane Roe`
_NAMED_CREDIT = re.compile(
    r"(?<=[.!?”\"])\s{1,2}\((?!Additional|Reporting|Writing|Editing|With)[A-Z][\w.’'&\-]*(?:,?\s(?:[A-Z][\w.’'&\-]*|of|the|for|and|via|&)){1,9}\)$"
    r"|(?<=\d\d\d\d\.)\s\([A-Z][\w.\-]{2,20}\)$"
)  # `Lorries wait at the gate. (Port Office, Skarn)`, `Lorries wait at the gate on March 3, 2016. (Skarnpress)`
_SIGNED_OFF = re.compile(r"\(\w[\w.]{1,20}\)\.?$")
_CAPITALS_CREDIT = re.compile(r"\[[A-Z][A-Z0-9 /.\-]{2,40}\]$")
_TAIL_CREDIT = re.compile(
    r"(?:photo(?:graph)?|image|picture|credit|photo credit|image credit|source)s?(?:\s+by)?\s*:?\s[^.:]{2,60}$"
    r"|credit\s?(?:\.{3}|…)\s?[^.:]{2,60}$|courtesy\s(?:of\s)?[^.:]{2,60}$",
    re.IGNORECASE,
)
_CREDIT_MARK = re.compile(r"[/|()\[\]©:—–]|\s-\s| by |[cC]redit|[cC]ourtesy|Copyright|[sS]ource|[A-Z]{3}")
_MAY_SHOW = (
    "hoto", "ictur", "mage", "aption", " seen", "File", "file", "FILE", "andout", "creen", "llustration", "ideo", "rame",
    "Shown", "Above", "Below", "PHOTO", "IMAGE", "CAPTION",
)  # fmt: skip


@cache
def _agency_inside() -> re.Pattern[str]:
    """Finds any agency's name that begins with a capital: most lines hold none, and need not be asked more."""
    names = [name for name in agency_names() if name[0].isupper()]
    least = [name for name in names if not any(other in name for other in names if other != name)]
    by_letter: dict[str, list[str]] = {}  # an alternation of letters is left sooner than one of names
    for name in least:
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_letter.items()))


def _holds_agency(text: str) -> bool:
    return _agency_inside().search(text) is not None or "dpa" in text or "epa" in text


@cache
def _agency() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    agency = agency_pattern()
    slash = rf"(?:{agency})\s*(?:/|via|\||–|—|-|,|:)\s*{_NAMES}(?:\s*(?:/|via|\|)\s*{_NAMES}){{0,3}}"
    chain = rf"{_NAMES}(?:/{_NAMES}){{0,2}}"
    named = rf"{chain}\s*(?:/|for|via|\||–|—|-|,)\s*(?:The\s)?(?:{agency})(?:\s*(?:/|via|\||–|—|-)\s*{_NAMES}){{0,2}}"
    return (
        re.compile(
            rf"[(\[©\s]*(?:{slash}|{named}|(?:{agency})(?:\s+(?:photos?|images?|file photo|pictures?|handout))?)[)\].\s]*$"
        ),
        re.compile(
            rf"(?:[(\[]|[.!?”\"]\s|—\s?|–\s?|\s/\s?|\|\s?|\s-\s)\s*(?:{slash}|{named}|(?:{agency})(?:\s+(?:photo|images?|file photo))?)[)\].\s]*$"
        ),
        re.compile(rf"(?:{slash}|{named})[)\].\s]*$"),
    )


def is_reporting_credit(text: str) -> bool:
    """Who reported, wrote and edited: `(Additional reporting by ...; Editing by ...)`."""
    if len(text) > 2 * SHORT or (text[:3] in ("Rep", "rep") and _TOLD_FROM.match(text)):
        return False
    begins = text[:3].lower() in _REPORTS or not text[:1].isalnum()
    return (begins and _REPORTING.match(text) is not None) or (
        len(text) < SHORT and _holds(text, _REPORTED) and _CONTRIBUTED.search(text) is not None
    )


def is_photo_credit(text: str) -> bool:
    """A line that is the credit of a picture and nothing else."""
    text = text.lstrip("| ")
    if len(text) > 110 or not text:
        return False
    begins = text[:3].lower() in _CREDITS or text[0] == "("
    if begins and (found := _CREDIT_LABEL.match(text)) and text.count(" ") < 14:
        rest = text[found.end() :].strip()
        return (
            bool(rest)
            and (rest[0].isupper() or not rest[0].isalpha() or rest[1:2].isupper())  # `Picture: iStock`
            and not (rest.endswith(".") and rest.count(" ") > 5)
        )
    if _holds_agency(text) and _agency()[0].match(text):
        return True
    return "/" in text and _SLASH_CREDIT.match(text) is not None


def tells_of_picture(text: str) -> bool:
    """Whether a credit names what it is of, or that it is one: `Image: Reuters`, `Credit...Jane Roe`.

    >>> tells_of_picture("Photo: AFP"), tells_of_picture("AFP")
    (True, False)
    """
    return _CREDITED.match(text) is not None


def is_labelled_credit(text: str) -> bool:
    """A credit that says so of itself: `Photo: Jane Roe`, `Bildrechte: picture alliance/dpa | Jane Roe`."""
    found = _CREDIT_LABEL.match(text)
    if found is None or ":" not in found[0] or "opyright" in found[0]:
        return False
    return is_photo_credit(text) or re.match(rf"\s?(?:{agency_pattern()})\b", text[found.end() :]) is not None


_SHOWN_LEAST = 12  # characters of what is shown


def caption_end_credit(text: str) -> int | None:
    """Where the credit begins that closes a caption: `... (Photo: name)`, `... REUTERS/name`; None without one."""
    if len(text) > 700:
        return None
    if ")" in text[-2:] and (begin := bracketed_credit(text)) is not None and begin > _SHOWN_LEAST:
        return begin
    tail_at = max(0, len(text) - 110)
    tail = text[tail_at:]
    patterns, labelled = list(_closing_credits(tail)), _holds(tail, _LABELS)
    if not (patterns or labelled) or not _CREDIT_MARK.search(tail):
        return None
    for pattern in patterns:
        if (found := pattern.search(tail)) and found.start() + tail_at > _SHOWN_LEAST:
            label = _LABEL_BEFORE.search(tail, 0, found.start())
            return (label or found).start() + tail_at
    if labelled and (found := _TAIL_CREDIT.search(tail)):
        return (
            found.start() + tail_at
            if found.start() + tail_at > _SHOWN_LEAST and tail[found.start()].isupper()
            else None
        )
    return None


def ends_in_agency(text: str) -> bool:
    """One sentence with an agency's name behind it: `Lorries wait at the gate. Reuters`."""
    stop = text.find(". ")
    last = stop > 0 and stop == max(text.rfind(". "), text.rfind(".” "), text.rfind('." '))
    return last and re.fullmatch(agency_pattern(), text[stop + 1 :].strip('”" ')) is not None


def _closing_credits(tail: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can find a credit at a line's end: each is asked only where what it needs is there."""
    if tail.rstrip(".")[-1:] in (")", "]"):
        yield _BRACKET_CREDIT
        yield _NAMED_CREDIT
    if _holds(tail, _OWNERS):
        yield _OWNER_CREDIT
    if tail[-1:] == "]":
        yield _CAPITALS_CREDIT
    if "/" in tail:
        yield _GLUED_CREDIT
    if "|" in tail:
        yield _BARRED_CREDIT
    words = tail.rstrip(")]. \t").rsplit(None, 1)
    if words and (not words[-1].islower() or words[-1] in _PICTURES) and _holds_agency(tail):
        yield _agency()[1]
        yield _agency()[2]


def _holds(text: str, pieces: tuple[str, ...]) -> bool:
    """Whether a text holds one of some pieces: many times quicker than a pattern that begins with any of them."""
    for piece in pieces:  # noqa: SIM110 - twice as quick as any()
        if piece in text:
            return True
    return False


# The first three letters of the words with which a credit can begin.
_REPORTS = frozenset(["add", "fur", "wit", "rep", "wri", "edi", "com", "pro", "tra", "fil"])
_CREDITS = frozenset(
    ["pho", "ima", "pic", "vid", "gra", "ill", "cov", "fil", "cre", "cré", "cou", "cop", "fot", "bil", "bro", "zdj"]
)
_REPORTED = ("ontribut", "reporting", "files", "nformation for this")
_LABELS = ("hoto", "mage", "icture", "redit", "ource", "ourtesy", "HOTO", "MAGE", "ICTURE", "REDIT", "OURCE")
_OWNERS = ("©", "(c)", "(C)", "Copyright", "oto:", "Bild:", "Image:", "Picture:")
_PICTURES = frozenset({"photo", "photos", "image", "images", "pictures", "handout", "pool", "archive", "archives"})


def names_owner(text: str) -> bool:
    """Whether a line may name whose page it is: it speaks of terms, of whose views these are, or of rights."""
    return _holds(text, OF_OWNERS)


OF_OWNERS = ("Privacy", "Terms", "Cookie", "repr", "refl", "©", "(c)", "(C)", "opyright")


def places(text: str, piece: str) -> Iterator[int]:
    """Where a piece begins in a text."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def agency_places(text: str) -> Iterator[int]:
    """Where in a text of many lines an agency's name with a capital begins."""
    for found in _agency_inside().finditer(text):
        yield found.start()


def may_begin_form(text: str) -> bool:
    """Whether a line begins as captions and credits can that nothing inside them tells."""
    first = text[0]
    if first.isalpha():
        return text[:3].lower() in _BEGINNINGS
    return first in _OPENERS or (first.isdecimal() and _COUNTS.match(text) is not None)


def is_caption_label(text: str) -> bool:
    """`Image caption,` or `Image:` and nothing else."""
    return text[:1] in _LABELS_BEGIN and _CAPTION_LABEL.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """A line that says of itself that it describes a picture."""
    if len(text) > 700:
        return False
    if text[0] == "[" and _IMAGE.match(text):
        return True
    begins = text[:1].isdigit() or text[:1] in ("(", "[") or text[:3].lower() in _COUNTED
    if (
        begins
        and (counter := _COUNTER.match(text))
        and len(text) - counter.end() > 15
        and text[counter.end()].isupper()
    ):
        return True
    if len(text) < 450 and _holds(text, _MAY_SHOW) and _may_show(text) and _SHOWN.search(text):
        return True
    if len(text) < 450 and "”" not in text and '"' not in text and _names_side(text):
        return True
    end = caption_end_credit(text)
    if end is None or is_reporting_credit(text) or _signs_off(text):
        return False
    return len(_SENTENCE_END.findall(text, 0, end - 1)) < 2


def _names_side(text: str) -> bool:
    """Whether a text tells where in a picture somebody stands: `(L)`, `from left`."""
    bracketed = "(" in text
    if bracketed and _SIDE_BRACKETED.search(text):
        return True
    return (bracketed or "left" in text or "right" in text) and _SIDE_NAMED.search(text) is not None


def _signs_off(text: str) -> bool:
    """Whether an agency's name in brackets closes a report and no caption: `The talks failed, he said. (Skarnpress)`."""
    return _SIGNED_OFF.search(text) is not None and not voices()[-1].isdisjoint(re.findall(r"\w+", text.lower()))


def _may_show(text: str) -> bool:
    """Whether a text holds a word without which it says of no picture what is on it."""
    lowered = text.lower()
    return _holds(lowered, _SHOWING) or lowered[:3] in _LED


_SHOWING = (" this ", "ictured", "hotographed", " seen ", "file", "handout ", "undated ", "archive ", "stock ")
_LED = frozenset(["pic", "sho", "abo", "bel", "ima", "med", "vid", "pho", "cap", "in ", "on "])
_COUNTED = frozenset(["pho", "ima", "pic", "sli", "vie", "gal"])
_LEADING = frozenset(["sho", "abo", "bel"])  # of words that tell a caption only where they lead it: `Above: ...`
_BEGINNINGS = _REPORTS | _CREDITS | _COUNTED | _LEADING
_SAID = sorted({piece.lower() for piece in (*_MAY_SHOW, *_LABELS, *_OWNERS, *_REPORTED, "left", "right")})
SMALL_AGENCIES = ("dpa", "epa")
"""Those whose names are no words of other lines where no letter stands beside them."""
_OPENERS = frozenset("([—–-")  # before the words of a form
_COUNTS = re.compile(r"\d{1,3}\s*of\s*\d", re.IGNORECASE)  # beside those with a slash
FORM_HINTS = tuple(
    piece for piece in _SAID
    if "(" not in piece and piece[:3] not in _LEADING and not any(other in piece for other in _SAID if other != piece)
)  # fmt: skip
"""Without one of which, in lower case, a short line is no caption and no credit, unless it holds a bracket, a slash, a bar or
an agency's name, or `may_begin_form` is true of it."""
_SENTENCE_END = re.compile(r"[a-z)”\"]\.\s+[A-Z“\"]")
_ENDS_IN_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, |\d{1,2} [A-Z][a-z]{2,8},? |(?:[A-Z][a-z]{2,8} )|\bin )(?:19|20)\d\d\.?$"
)


_WHEN_LABEL = re.compile(
    r"(?:(?:first|last)\s)?(?:published|posted|created|updated?|modified|edited|issued|released|date)\b", re.IGNORECASE
)


def is_dated_description(text: str) -> bool:
    """One short sentence that ends in a full date, as captions do: `Delegates arrive at the pier, March 3, 2016.`"""
    return (
        30 < len(text) < 260
        and (text[-1] == "." or text[-1].isdigit())
        and _ENDS_IN_DATE.search(text[-32:]) is not None
        and not _SENTENCE_END.search(text)
        and not _WHEN_LABEL.match(text)
    )


def is_counter(text: str) -> bool:
    """`1 of 5` and nothing else."""
    return len(text) < 30 and not text.isalpha() and _COUNTER.fullmatch(text) is not None
