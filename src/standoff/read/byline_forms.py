"""Forms of lines that name who wrote: a byline, a note on the author, a person's name alone. Each function looks at one line."""

import re
from functools import cache

from standoff.lexicon.bylines import byline_words, jobs, one_of, ranks
from standoff.lexicon.given_names import pronoun_of_name

_BYLINE = re.compile(
    r"(?:(?:written|posted|submitted|published|reported|story|words|text|article|report|analysis|opinion|compiled|author|reporter|writer)s?\s*)?"
    r"(?:\bby\b|author\b|reporter\b|written by)\s*[:|]?\s*(?P<names>[A-ZÀ-Ý][^\n]{1,140})$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"From (?:the )?[A-Z][\w.]{1,20}(?:['’]s?)? (?P<names>[Ss]taff|[A-Z][\w'’.\-]+ [A-Z][^\n.]{1,80})$"
)  # `From Skarn TV's Jane Roe`
_GLUED_BY = re.compile(r"[A-Z][A-Za-z&]{2,14}By\s(?=[A-Z])")  # a section's name run together with the byline
_PERSON = re.compile(r"[A-ZÀ-Ý][\w'’.\-]+(?:\s+(?:[A-ZÀ-Ý][\w'’.\-]*|de|van|von|der|al|bin|da|di|la|le|del|dos)){1,4}$")
_NAME = r"[A-ZÀ-Ý][\w'’.\-]+ (?:[A-Z]\. |de |van |von |der |al |bin |da |di ){0,2}[A-ZÀ-Ý][\w'’.\-]+"
_NOTED = r"(?:[A-ZÀ-Ý][\w'’.\-]{0,30}\s){2,4}"
_DESK_WORDS = 7
_NOTE = 700  # characters


def byline_names(text: str) -> str | None:
    """What stands after `By` in a byline; None where the line is none."""
    if len(text) > 160 or text.count(" ") > 22:
        return None
    text = text.strip("|•·–— ")
    if glued := _GLUED_BY.match(text):
        text = text[glued.end() - 3 :]
    found = _FROM.match(text) or _BYLINE.match(text)
    if not found or (text.rstrip().endswith(".") and text.count(" ") > 8):
        return None
    return found["names"] if found["names"][0].isupper() or _is_desk(found["names"]) else None


def _is_desk(names: str) -> bool:
    """Whether a byline names nobody but what he does: `By our correspondent in Skarn`."""
    words = names.split()
    if len(words) > _DESK_WORDS or words[0] not in byline_words().leads:
        return False
    return not jobs().isdisjoint(words) and words[-1][-1].isalnum()


def is_person(text: str) -> bool:
    """Two to five capitalised words: may be a person's name."""
    return len(text) < 50 and _PERSON.match(text) is not None and not text.isupper()


def without_role(text: str) -> str:
    """The name of a line that holds a name and what its bearer does for the paper; another line as it stands.

    >>> without_role("Jane Roe Parliamentary editor"), without_role("Letters to the editor")
    ('Jane Roe', 'Letters to the editor')
    """
    found = _with_role().match(text) if len(text) < 80 else None
    if found is None:
        return text
    named = found["apart"] or pronoun_of_name(found["who"].split()[0]) is not None
    return found["who"] if named or ranks().issuperset(found["rank"].lower().split()) else text


@cache
def _with_role() -> re.Pattern[str]:
    people = one_of(byline_words().people)
    return re.compile(rf"(?P<who>{_NAME})(?P<apart>,?) (?P<rank>(?:[A-Za-z]+ ){{0,3}}?)(?i:{people})$")


def is_office(text: str) -> bool:
    """Whether a line says what somebody does for the paper and nothing else.

    >>> is_office("Skarn correspondent"), is_office(", Foreign Reporter"), is_office("The editor left")
    (True, True, False)
    """
    return len(text) < 60 and _office().fullmatch(text.lstrip(", ")) is not None


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        rf"(?!The\b)(?:[A-Z][\w&'’\-]* (?:(?:[\w&'’\-]+|&) ){{0,4}})?(?i:{one_of(byline_words().people)})"
    )


def is_author_note(text: str) -> bool:
    """A line below a story that says who wrote it: `Jane Roe is a reporter for the Skarn Post.`"""
    if len(text) >= _NOTE or not text[:1].isupper():
        return False
    return any(form.match(text) is not None for form in _author_notes())


@cache
def _author_notes() -> tuple[re.Pattern[str], ...]:
    """What somebody is for a paper; what somebody covers, and how to get in touch."""
    words = byline_words()
    covers, reach = (one_of(each).replace(r"\ ", r"\s") for each in (words.covers, words.reach))
    return (
        re.compile(rf"{_NOTED}is\s(?:an?|the)\s(?:[\w'’,\-]{{1,30}}\s){{0,8}}?(?:{one_of(words.people)})\b"),
        re.compile(rf"{_NOTED}(?:{covers})\s.{{3,200}}?[.,]\s(?:You\scan\s|To\s)?(?i:{reach})\s(?:him|her|them)\b"),
    )
