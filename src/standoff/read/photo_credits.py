"""Credits of pictures by words that stand in them, and no agency: `Courtesy photo`, `Supplied`, `Jane Roe for The Gazette`."""

import re
from functools import cache

from standoff.lexicon.credits import credit_words
from standoff.lexicon.publishers import agency_pattern, credits_nobody

_LONGEST = 90  # characters
_WORDS = 12
_PICTURE = r"(?:photo(?:graph)?|image|picture|pic)s?"
_ONE_PICTURE = r"(?:photo(?:graph)?|image|picture|pic)"
_FOR = re.compile(r"(?P<who>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){1,3}) for (?P<whom>(?:[Tt]he )?[A-Z][\w.'’& \-]{2,40})")
_PAIR = re.compile(
    r"(?P<who>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){1,3})\s?(?P<mark>[|/])\s?(?P<whom>[A-Z][\w.'’& \-]{1,40})"
)
_PAPER = re.compile(rf"(?P<whom>(?:[A-Z][\w.'’&\-]* ){{1,4}}){_ONE_PICTURE}")
_SHOUTED = re.compile(r"(?:[A-Z][A-Z.'’\-]+ ){1,3}[A-Z][A-Z.'’\-]+/[A-Z][A-Z.'’& \-]{2,30}")
_OPEN, _CLOSE = "([", ")]"
_BRACKETED = re.compile(r"\((?P<said>[^()\[\]]{2,80})\)\.?$")
_PARTS = re.compile(r"\s?[/:|]\s?")
_GIVEN_TO = re.compile(r"\s(?:for|via)\s")
_SIGNED_WORDS = 6


@cache
def _forms() -> re.Pattern[str]:
    words = credit_words()
    kinds, given, staff, banks = (
        "|".join(map(re.escape, each)) for each in (words.kinds, words.given, words.staff, words.banks)
    )
    name = r"[^\W\d_][^.:|]{1,50}"
    return re.compile(
        rf"(?:{banks})|(?:{given})(?:\s?[/:]\s?{name})?"
        rf"|(?:{kinds})\s{_ONE_PICTURE}(?:(?:\sby|\sfrom|\scourtesy(?:\sof)?|\s?[/:|–-])\s?{name})?"
        rf"|{_PICTURE}\s(?:{given})(?:\s(?:by|from)\s{name}|\s?[:/]\s?{name})?|{_PICTURE}\sby\s{name}"
        rf"|(?-i:[A-Z])[\w.'’\-]*(?:\s(?-i:[A-Z])[\w.'’\-]*){{1,3}}\s?[|/,–-]\s?(?:{staff})"
        rf"|image source\s?[,:]\s?{name}|credit\s?(?:\.{{2,3}}|…)\s?[^\W\d_][^.:|]{{1,80}}"
        rf"|(?-i:source:\s?|Source:\s?)(?-i:(?:the\s)?(?:{agency_pattern()}))(?:\s?/\s?{name})?"
        rf"|(?-i:(?:The\s)?(?:{agency_pattern()}))\s(?:{kinds})\s{_ONE_PICTURE}s?",
        re.IGNORECASE,
    )


def bracketed_credit(text: str) -> int | None:
    """Where the credit in brackets begins that closes a line: `... (Jane Roe/Skarn Post)`, `... (Submitted by Jane Roe)`.

    >>> bracketed_credit("Lorries at the gate. (Jane Roe/Skarn Post)"), bracketed_credit("Shares fell (NYSE: ABC)")
    (21, None)
    """
    found = _BRACKETED.search(text, max(0, len(text) - _LONGEST))
    return found.start() if found and _signs(found["said"]) else None


def _signs(said: str) -> bool:
    """Whether what stands in brackets names who owns or made a picture."""
    words = said.split()
    lowered = {word.strip(":,").lower() for word in words}
    if len(words) > 2 * _SIGNED_WORDS or not said[0].isalnum():
        return False
    if words[0].lower().rstrip(":") in credit_words().given or (
        not lowered.isdisjoint(credit_words().pictures) and len(words) <= _SIGNED_WORDS
    ):
        return len(words) > 1 or words[0][0].isupper()
    parts, given = _PARTS.split(said), _GIVEN_TO.split(said)
    apart = len(parts) > 1 and any(" " in part for part in parts) and all(map(_is_named, parts))
    passed = len(given) > 1 and " " in given[0] and all(map(_is_named, given))
    return apart or passed or (words[0][0].isupper() and credits_nobody(said))


def _is_named(part: str) -> bool:
    """A few capitalised words, what joins names aside."""
    words = part.split()
    own = [word for word in words if word not in credit_words().joiners]
    return 0 < len(words) <= _SIGNED_WORDS and bool(own) and all(word[0].isupper() for word in own)


# Without one of which a line in lower case without marks and without words of credits is none.
WORDING = ("photo", "image", "pic", " for ", "..")


def is_worded_credit(text: str) -> bool:
    """A line that says where a picture comes from by such words, and nothing else.

    >>> is_worded_credit("Courtesy photo"), is_worded_credit("The photo was a courtesy.")
    (True, False)
    """
    if len(text) > _LONGEST or text.count(" ") >= _WORDS:
        return False
    bare = text.strip("".join((_OPEN, _CLOSE))) if text[0] in _OPEN else text
    bare = bare.removesuffix(".").strip()
    if _forms().fullmatch(bare):
        return True
    if text[0] in _OPEN and text[-1] in _CLOSE and (paired := _PAIR.fullmatch(bare)) and " " in paired["whom"]:
        return True  # `(Jane Roe / Bay Ledger)`
    if (paired := _FOR.fullmatch(bare)) or (text[0] in _OPEN and (paired := _PAIR.fullmatch(bare))):
        return credits_nobody(paired["whom"].removeprefix("The ").removeprefix("the "))
    if _SHOUTED.fullmatch(bare):
        return True
    papered = _PAPER.fullmatch(bare)
    return papered is not None and credits_nobody(papered["whom"].strip())
