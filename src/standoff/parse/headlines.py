"""Headlines in Title Case, as the parser knows sentences: common words in small letters, so that verbs are no names."""

import re

from standoff.lexicon.headlines import headline_flags, is_common, long_names

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 160  # characters; what is longer is no headline
_FEWEST = 3  # words
_SMALL = 4  # letters: shorter words may stand in small letters in a headline


def as_sentence(text: str) -> str:
    """The headline with its common words in small letters, of the same length; what is no Title Case stays.

    >>> as_sentence("Norway Lifts Entry Ban"), as_sentence("Norway lifted its ban on Monday.")
    ('Norway lifts entry ban', 'Norway lifted its ban on Monday.')
    """
    if not is_title_case(text):
        return text
    kept = [span for name in long_names() if name in text for span in _places(name, text)]
    out: list[str] = []
    position = 0
    for n, found in enumerate(_WORD.finditer(text)):
        start, end = found.span()
        word = found.group()
        lower = word.lower()
        if n and len(lower) == len(word) and _lowered(word, lower) and not any(a <= start < b for a, b in kept):
            out += [text[position:start], lower]
            position = end
    return "".join(out) + text[position:]


_FLAG = re.compile(r"([A-Za-z]{3,12})(?: \d{1,2})?\s?([-–—:|])\s?")
_FLAGS = 3


def after_flags(text: str) -> int:
    """Where a headline begins behind what an agency set before it.

    >>> after_flags("UPDATE 2-Chad shuts border"), after_flags("Live: talks resume"), after_flags("Chad shuts border")
    (9, 6, 0)
    """
    at = 0
    for _ in range(_FLAGS):
        found = _FLAG.match(text, at)
        if found is None or found[1].upper() not in headline_flags():
            break
        if not (found[1].isupper() or found[2] in ":|"):
            break
        at = found.end()
    return at if at < len(text) else 0


def is_title_case(text: str) -> bool:
    """Whether every word of some length begins with a capital, as in a headline."""
    if len(text) > _LONGEST or text.rstrip().endswith((":", ";")):
        return False
    words: list[str] = _WORD.findall(text)
    if len(words) < _FEWEST or text.isupper():
        return False
    return all(w[0].isupper() for w in words if len(w) >= _SMALL)


def _lowered(word: str, lower: str) -> bool:
    """Whether a word in a headline is a common one: one capital, and no name."""
    return word[0].isupper() and word[1:].islower() and all(is_common(part) for part in _parts(lower))


def _parts(word: str) -> list[str]:
    """What a word is made of: `owner's`, `cross-border`."""
    whole = re.sub(r"['’]s?$", "", word)
    return [whole] if is_common(whole) else whole.split("-")


def _places(name: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(re.escape(name), text)]
