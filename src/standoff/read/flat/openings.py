"""Forms that a line alone must have to begin or close a comment; `comment_forms` looks at what stands beside it."""

import re

LONGEST = 130  # characters of an opener
TRAILS = ("…", "...")
BUTTON_BEGINS = frozenset("LURSH0123456789")  # with which the buttons below begin
_AGE = r"\d{1,3}\s?(?:s|m|mins?|h|hrs?|d|w|wks?|mo|y|yrs?)"
AGED_BUTTON = re.compile(_AGE)
CLOSES = re.compile(r"(?:Like|Unlike|Reply|React|Share)\s?·")
BUTTONS_AGE = re.compile(rf"(?:(?:Like|Reply|Share|React|Hide)\s?){{1,4}}{_AGE}(?:\s?Edited)?")
DAY_GLUED = re.compile(r"[^\W\d_][\w .'’\-]{0,34}?[^\W\d_]\.?(?P<digits>\d{1,5})(?=\s[^\W\d_]{3,10}\.?,?\s\d{4}\b)")


def may_tell(text: str) -> bool:
    """Whether a line can say that somebody wrote, said or posted something."""
    return "wr" in text or "sa" in text or "ost" in text or "omment" in text or "repl" in text


def may_close(text: str) -> bool:
    """Whether a line can be the buttons that close a comment."""
    if text[0] not in BUTTON_BEGINS or len(text) > LONGEST:
        return False
    return bool(BUTTONS_AGE.fullmatch(text) or AGED_BUTTON.fullmatch(text) or ("·" in text and CLOSES.match(text)))


def may_glue(text: str) -> bool:
    """Whether a line can be a name that has the day run together with its digits: `Gull425 May 2015 06:41`."""
    return ("20" in text or "19" in text) and DAY_GLUED.match(text) is not None
