"""The title of a flattened page: which line above its story is the headline."""

import re
from collections import Counter
from functools import lru_cache

from standoff.lexicon.publishers import credits_nobody
from standoff.read.flat.lines import Line, heads_points, past_pictures
from standoff.read.shapes import ends_in_agency, tells_of_picture

_HEADLINE_WORDS = 4
_NAME_WORDS = 8
_LONGEST = 220  # characters
_ELSEWHERE = 2.0  # of a score
_BARRED = 0.7
_AGAIN = 0.6
_LONGEST_WORDS = 24
_MOST = 0.75  # of the address's words
_NAMED = int(255 * _MOST)
_CROWDED = 8  # words
_SLUG_WORDS = 3
_LONG_WORDS = 20
_MENU_MARKS = 3
_SIGNED_REACH = 6  # lines
_STANDFIRST_WORDS = 12
_REACH = 40  # lines above the story
_STAMP_BELOW = 6  # lines
_POINTS = 6  # lines
_PICTURED = 8  # lines
_BETWEEN = 3  # lines
_NEAR = 4  # lines between a name and its day
_DAY_AND_CLOCK = re.compile(
    r"(?:[Ll]ast )?[Uu]pdated at \d\d?[:.]\d\d(?: [A-Z]{2,4})?|\d\d? [A-Z][A-Za-z]{2,8}\.?,? \d\d?:\d\d(?: [A-Z]{2,4})?"
    r"|[A-Z][a-z]{2,8}\.? \d\d?,? (?:at )?\d\d?:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
)
_WORDS = re.compile(r"[a-z0-9]{3,}")
_PLACE_AND_DAY = re.compile(r"[A-Z][A-Z .'-]{2,30},\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\b")


def find_title(lines: list[Line], first: int, url: str | None) -> Line | None:
    """The headline: the line that looks most like one among those shortly before the story's first line."""
    slug = _page_words(url)
    best, best_score = None, 0.0
    low = max(0, first - _REACH)
    again = _told_again(lines, lines[low : first + 1])
    for line in lines[low : first + 1]:
        named = _is_named(line, slug)
        if (line.index == first and _begins_story(lines, line)) or not (named or _possible(line)):
            continue
        score = _score(line, first, slug)
        if score + _AGAIN < best_score:
            continue
        if _is_below_byline(lines, line) or _is_above_credit(lines, line) or _is_in_gallery(lines, line):
            score -= _ELSEWHERE
        if line.index in again:
            score += _AGAIN
        if score > best_score or (score == best_score and best is not None and line.index > best.index):
            best, best_score = line, score
    if best is None:
        return None
    best = _above_points(lines, best, low)
    moved = None if _is_named(best, slug) else _right_below_stamp(lines, best, low)
    return _signed(lines, _alone(lines, moved or _above_standfirst(lines, best, low), first), low)


def _told_again(lines: list[Line], near: list[Line]) -> set[int]:
    """Which of some lines of a page, in words enough for a headline, stand there again, in capitals or not."""
    sizes = {len(line.text) for line in near if line.words >= _HEADLINE_WORDS}
    alike = [(line.index, line.text.casefold()) for line in lines if len(line.text) in sizes]
    seen = Counter([text for _, text in alike])
    return {n for n, text in alike if seen[text] > 1 and lines[n].words >= _HEADLINE_WORDS}


def _signed(lines: list[Line], best: Line, low: int) -> Line:
    """The headline as it stands right above a byline or a day, where it stands there too: a list of links may repeat it."""
    for line in lines[low : best.index]:
        below = lines[line.index + 1].looks
        if line.text == best.text and (below.timed or below.byline):
            return line
    return best


def _above_points(lines: list[Line], best: Line, low: int) -> Line:
    """The line right above the head of a story's points, where the best is one of these."""
    for n in range(best.index - 1, max(low, best.index - _POINTS) - 1, -1):
        if heads_points(lines[n]):
            return lines[n - 1] if n > low and _possible(lines[n - 1]) else best
    return best


def _right_below_stamp(lines: list[Line], best: Line, low: int) -> Line | None:
    """The first line that can be a headline below the lowest stamp above the best: stamps at a page's head stand above theirs.

    Between them only buttons may stand, and none below the best tells when the page was published.
    """
    after = lines[best.index + 1 : best.index + 1 + _STAMP_BELOW]
    if any(line.looks.timed or line.looks.byline for line in after):
        return None
    stamp = next((n for n in range(best.index - 1, low - 1, -1) if _is_stamp(lines[n])), None)
    if stamp is None:
        return None
    for line in lines[stamp + 1 : best.index]:
        if line.words >= _HEADLINE_WORDS and not line.roles:
            return line if _possible(line) and not line.ends else None
    return None


def _is_stamp(line: Line) -> bool:
    """Whether a line tells a day or a time of day as those at the head of a page do, also without its year."""
    return line.looks.timed or _DAY_AND_CLOCK.fullmatch(line.text) is not None


def _begins_story(lines: list[Line], line: Line) -> bool:
    """Whether the story's first line is its first paragraph and no headline below a date."""
    dated = line.index > 0 and lines[line.index - 1].looks.timed
    headed = dated and not line.ends and line.words <= _LONG_WORDS
    return (line.long and not headed) or line.text.endswith(".")


def _is_named(line: Line, slug: frozenset[str]) -> bool:
    """Whether a line holds most of the words of the page's address: it is the headline whatever it looks like."""
    if line.named < _NAMED or len(slug) < _HEADLINE_WORDS or not _HEADLINE_WORDS <= line.words <= _LONGEST_WORDS:
        return False
    if line.ends or line.looks.caption or line.looks.credit or line.looks.timed:
        return False
    return len(slug.intersection(_WORDS.findall(line.text.lower()))) >= _MOST * len(slug)


def named_lines(lines: list[Line], url: str | None) -> list[Line]:
    """The lines that hold most of the words of the page's address, in order."""
    slug = _page_words(url)
    return [line for line in lines if line.named >= _NAMED and _is_named(line, slug)]


def _alone(lines: list[Line], best: Line, first: int) -> Line:
    """The headline by itself, where it also stands behind a site's name or a trail of links, or before a site's name."""
    whole = best.text.casefold()
    for line in lines[best.index + 1 : max(first, best.index + 1) + 1]:
        bare = line.text.casefold()
        inside = len(bare) < len(whole) and (whole.endswith(bare) or whole.startswith(bare))
        if inside and line.words >= _HEADLINE_WORDS and not line.long:
            return line
    return best


def _is_below_byline(lines: list[Line], line: Line) -> bool:
    """Whether a byline stands above a line and none below it: headlines stand above theirs."""
    above, below = lines[max(0, line.index - _SIGNED_REACH) : line.index], lines[line.index + 1 : line.index + 4]
    return any(o.looks.byline for o in above) and not any(o.looks.byline or o.looks.timed for o in below)


def _is_above_credit(lines: list[Line], line: Line) -> bool:
    """Whether a picture's credit stands right below a line, which says that it is one or names more than an agency: it is a caption."""
    below = lines[line.index + 1] if line.index + 1 < len(lines) else line
    return below.looks.credit and (tells_of_picture(below.text) or not credits_nobody(below.text))


def _is_in_gallery(lines: list[Line], line: Line) -> bool:
    """Whether pictures are counted on both sides of a line: `1 of 5` above it, `2 of 5` below."""
    above, below = lines[max(0, line.index - _BETWEEN) : line.index], lines[line.index + 1 : line.index + 1 + _BETWEEN]
    return any(other.looks.counter for other in above) and any(other.looks.counter for other in below)


def _above_standfirst(lines: list[Line], best: Line, low: int) -> Line:
    """The line above the best, where the best stands between it and the byline or is a sentence: then it is the standfirst."""
    if best.index - 1 < low or best.index + 1 >= len(lines):
        return best
    heads = lines[max(low, best.index - _BETWEEN) : best.index]  # `This story is more than a year old` stands between
    above = next((line for line in reversed(heads) if not line.roles), lines[best.index - 1])
    following = lines[best.index + 1 : best.index + 1 + _PICTURED]
    below, after, *more = (*past_pictures(following)[:_NEAR], *following[-1:], *following[-1:])
    signed = below.looks.byline or below.looks.timed or (below.words <= _NAME_WORDS and after.looks.timed)
    signed = signed or (below.looks.person and any(line.looks.timed for line in more))
    spaced = above.blank_before and best.blank_before
    plain = not (above.ends or above.looks.marks or above.looks.glued)
    longer = best.words >= _STANDFIRST_WORDS and above.words > _HEADLINE_WORDS
    between = (signed and (spaced or longer)) or best.text.endswith(".")
    if between and plain and _possible(above) and _HEADLINE_WORDS <= above.words < best.words:
        return above
    return best


def _possible(line: Line) -> bool:
    n = line.end - line.start
    if line.roles or line.words < 2 or n < 12 or n > _LONGEST:
        return False
    text = line.text
    if text[0] in "•-–—*|[" or (text[0] == "(" and text[-1] == ")") or _PLACE_AND_DAY.match(text):
        return False
    if line.looks.credit or line.looks.timed or line.looks.counter or line.looks.byline:
        return False
    told = line.looks.inner_stops and line.ends and line.words > _LONG_WORDS - _CROWDED  # two sentences or more
    return not (line.looks.caption or told or line.looks.marks >= _MENU_MARKS or ends_in_agency(text))


def _score(line: Line, first: int, slug: frozenset[str]) -> float:
    """Greater than 0 where a line can be the headline at all."""
    words = min(line.words, 14)
    score = 0.35 * words
    score -= 0.16 * (first - line.index)
    if line.text.endswith((".", ":", ";", ",")):
        score -= 2.0
    if line.words > 28:
        score -= 1.5
    if line.looks.glued or line.looks.marks > 1:
        score -= 1.5
    elif line.looks.marks:
        score -= _BARRED  # `Vale Courier | Region`: a site's name, or a headline with it behind
    if line.blank_before:
        score += 0.3
    if line.words >= _CROWDED and not line.looks.function_words and line.looks.capitals == line.words:
        score -= _ELSEWHERE  # `World Business Sport Culture`: a menu on one line
    if slug and line.named:
        score += 6.0 * len(slug.intersection(_WORDS.findall(line.text.lower()))) / max(4, len(slug))
    return score


@lru_cache(maxsize=64)  # the same page's are asked by many rules
def _page_words(url: str | None) -> frozenset[str]:
    """The words by which an address names its page: two words before its last part, as `south_asia`, name a section."""
    words = address_words(url)
    last = (url or "").rstrip("/").rsplit("/", 1)[-1].lower()
    return words if len(words) >= _SLUG_WORDS or all(word in last for word in words) else frozenset()


@lru_cache(maxsize=64)
def address_words(url: str | None) -> frozenset[str]:
    """The words of an address's last telling part."""
    if not url:
        return frozenset()
    path = url.split("://", 1)[-1].split("?")[0].split("#")[0][:600]
    pieces = path.split("/")[1:]
    words = max(pieces, key=lambda p: p.count("-") + p.count("_"), default="")
    return frozenset(w for w in _WORDS.findall(words.lower()) if not w.isdigit())
