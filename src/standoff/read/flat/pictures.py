"""The pictures of a flattened page: which lines near its story are captions, which are credits."""

import re
from collections.abc import Iterator
from itertools import pairwise

from standoff.lexicon.publishers import own_label, publisher_named
from standoff.lexicon.voices import voices
from standoff.model import Part
from standoff.read.dates.stamps import find_stamps
from standoff.read.flat.features import calls_reader, tells
from standoff.read.flat.lines import Line
from standoff.read.shapes import caption_end_credit, ends_in_agency, is_caption_label, is_labelled_credit

_BELOW = 40  # lines below the story in which its gallery stands
_SPACED = 0.1  # share of lines after a blank one, below which that no blank stands between two says nothing
_ABOVE_FIRST = 8  # lines
_CAPTION_WORDS = 70
_ALONE_WORDS = 8
_LABEL_WORDS = 2
_BUTTON_WORDS = 3
_NO_HEAD = 6  # words, of which heads inside stories have fewer
_OWNED_WORDS = 30
_SHOWN_WORDS = (4, 16)
_BRIEF_WORDS = 20
_DESCRIBED_WORDS = (12, 45)
_FUNCTION_WORDS = 0.2  # share
_CAPITALS = 0.5  # share
_OWNER_WORDS = 4
_AGENCY_WORDS = 2
_ASKING = frozenset({"how", "what", "when", "where", "who", "why"})
_SHOWN = 12  # characters of a caption
_LABEL = 4  # characters of a host's name
_ACRONYM = re.compile(r"[A-Z]{2,5}")


def label_pictures(lines: list[Line], top: int, first: int, last: int, url: str | None) -> None:
    """Makes captions and credits of the lines that are, in the story and within reach of it.

    Args:
        lines: those of the page, story and headline found.
        top: the first that can belong to the story's pictures.
        first: the story's first line.
        last: its last one.
        url: the page's address, which names whose pictures they may be.
    """
    if not any(line.kind == "story" for line in lines[first : last + 1]):
        _label_alone(lines)
        return
    zone = [line for line in lines[top : min(len(lines), last + _BELOW)] if line.kind in ("story", "furniture")]
    credits = [line for line in zone if _is_credit(line)]
    near = _reach(credits, last)
    if last + 1 < len(lines) and lines[last + 1].text.startswith("["):
        near.add(last + 1)  # `[Photo: ...]`, said to be one right below the story
    labels = _label_below_marks(lines, zone, last, near)
    for line in zone:
        if (line.index > last and line.index not in near) or line.index in labels:
            continue
        if _is_credit(line):
            line.kind = "credit"
        elif _is_owned(line, last) or (not line.roles and line.words <= _CAPTION_WORDS and _is_caption(line, first)):
            line.kind = "credit" if is_labelled_credit(line.text) else "caption"
    _label_labelled(lines[:top])
    _label_signed(lines, first)
    owned = [line for line in credits if line.kind == "credit"]
    _label_by_credits(lines, owned, last)
    _label_at_head(lines, owned, first)
    _label_shown(lines, owned, first, last)
    _label_owned_pairs(lines, first, last, url)
    _label_described(lines, first, last)
    _label_leads(lines)


def _is_credit(line: Line) -> bool:
    """Whether a line is a credit and no notice of whose page it is: `© Jane Roe, AFP` is one, `© 2016 AFP` none."""
    return line.looks.credit and (not line.roles or (line.text[0] == "©" and not line.looks.numeric))


def _label_below_marks(lines: list[Line], zone: list[Line], last: int, near: set[int]) -> set[int]:
    """Makes captions of what counters and labels of pictures stand beside; the places of these labels."""
    labels: set[int] = set()
    for before, line in pairwise(zone):
        if line.index != before.index + 1:
            continue
        inside = line.index <= last or line.index in near
        if before.looks.counter and inside and (shown := _counted(lines, line)) is not None:
            shown.kind = "caption"  # `1 of 5` stands above it, or below
        elif _is_label(before) and not (line.roles or line.looks.credit) and line.words <= _CAPTION_WORDS:
            before.kind, line.kind = "furniture", "caption"
            labels.add(before.index)
    return labels


def _label_leads(lines: list[Line]) -> None:
    """Makes story of what leads from it to pictures: `Here are pictures of the pier:`."""
    for line in lines[1:-1]:
        if line.text[-1] != ":" or line.roles or line.kind != "furniture":
            continue
        if lines[line.index - 1].kind == "story" and lines[line.index + 1].kind in ("caption", "credit"):
            line.kind = "story"


def _counted(lines: list[Line], below: Line) -> Line | None:
    """What a counter of pictures stands beside: the line below it, or the one above where that alone tells no past."""
    above = lines[below.index - 2] if below.index > 1 else below
    if above.kind == "story" and tells(below.row) and _names_picture(above) and not tells(above.row):
        return above
    return below if _names_picture(below) else None


def _is_label(line: Line) -> bool:
    """`Image caption,` or `Image:` and nothing else: the words that the caption below it is told by."""
    return line.words <= _LABEL_WORDS and is_caption_label(line.text)


def _label_labelled(above: list[Line]) -> None:
    """The credits above a headline that say of themselves that they are: pictures stand at the head of some pages."""
    for line in above:
        looks = line.looks
        if (
            line.kind == "furniture"
            and (looks.credit or looks.caption)
            and not line.roles
            and is_labelled_credit(line.text)
        ):
            line.kind = "credit"


def _label_alone(lines: list[Line]) -> None:
    """The captions of a page that has pictures and no story."""
    for line in lines:
        if line.kind == "furniture" and not line.roles and line.looks.caption and line.words >= _ALONE_WORDS:
            line.kind = "caption"


def _is_owned(line: Line, last: int) -> bool:
    """Whether a line above the story's end is a description that ends in its owner's mark: `... at dusk. © Skarn Post`."""
    return line.index <= last and line.looks.caption and "©" in line.text[20:] and line.words <= _OWNED_WORDS


def _is_caption(line: Line, first: int) -> bool:
    """A line that looks like a caption; at the head of the story a dated description and one that ends in an agency are."""
    return line.looks.caption or (line.index <= first + 1 and (line.looks.dated or ends_in_agency(line.text)))


def _reach(credits: list[Line], last: int) -> set[int]:
    """Lines below the story that belong to a gallery there: credits and captions in turn."""
    near: set[int] = set()
    edge = last
    for line in credits:
        if line.index > edge and line.index - edge <= 4:
            near.update(range(edge + 1, line.index + 2))
            edge = line.index + 1
    return near


def _label_by_credits(lines: list[Line], credits: list[Line], last: int) -> None:
    """The line that belongs to a credit: after it in galleries that print the credit first, else before it."""
    if not credits:
        return
    after = _credits_first(lines, credits)
    spaced = sum(line.blank_before for line in lines[1:]) > _SPACED * len(lines)
    for line in credits:
        n = line.index + 1 if after else line.index - 1
        other = lines[n] if 0 <= n < len(lines) else None
        if (
            not after
            and line.index < last
            and other is not None
            and (other.long or other.ends)
            and _is_below(lines, line)
        ):
            other = lines[line.index + 1]
        if other is None or other.kind not in ("story", "furniture") or other.roles or other.looks.timed:
            continue
        glued = (spaced and not (other if after else line).blank_before) or (not after and other.looks.dated)
        if other.words <= _CAPTION_WORDS and (glued or (not other.long and not other.ends)) and other.words >= 2:
            other.kind = "caption" if glued or not other.ends or other.words <= 30 else other.kind


def _is_below(lines: list[Line], credit: Line) -> bool:
    """Whether the line below a credit is no sentence and longer than a head, as captions below their credits are."""
    if credit.index + 1 >= len(lines):
        return False
    other = lines[credit.index + 1]
    return not (other.long or other.ends) and other.words >= _NO_HEAD


def _label_at_head(lines: list[Line], credits: list[Line], first: int) -> None:
    """The sentences above a credit at the head of a story, or beside it with a full date in them: they tell of its picture."""
    for line in credits:
        for n in (line.index - 1, line.index + 1):
            other = lines[n] if 0 <= n <= first + 1 and n < len(lines) else None
            if other is None or other.kind not in ("story", "furniture") or other.roles or other.looks.timed:
                continue
            above = 0 < n < line.index and _heads_picture(lines, n - 1, line)
            counted = 0 < n < line.index and _is_counted(lines, n - 1)
            shown = n > line.index and _shows(other) and _stands_first(lines, line)
            brief = other.ends and (counted or other.words >= _OWNED_WORDS // 3) and other.words <= _OWNED_WORDS
            if shown or (brief and (above or next(find_stamps(other.text), None))):
                other.kind = "caption"


def _stands_first(lines: list[Line], credit: Line) -> bool:
    """Whether a credit has nothing that it could be of above it."""
    above = lines[credit.index - 1] if credit.index else credit
    return above.kind in ("byline", "dateline") or bool(above.roles) or _is_button(above)


def _heads_picture(lines: list[Line], n: int, credit: Line) -> bool:
    """Whether what tells of a picture can stand below a line: it tells of another, signs, counts, is a button or the headline."""
    above = lines[n]
    if above.kind in ("credit", "byline", "dateline") or above.roles or _is_counted(lines, n):
        return True
    heads = above.kind == "title" or _is_button(above)
    return heads and credit.words > _AGENCY_WORDS and not publisher_named(credit.text)


def _is_button(line: Line) -> bool:
    """Whether a line is a few words outside the story."""
    return line.kind == "furniture" and line.words <= _BUTTON_WORDS and not line.ends


def _is_counted(lines: list[Line], n: int) -> bool:
    """Whether a line or the one above it, above a button, counts pictures: `1 of 5`."""
    return any(line.looks.counter for line in lines[max(0, n - 1) : n + 1])


def picture_top(lines: list[Line], top: int) -> int:
    """The first line of the pictures above the headline, each with its counter or, close above it, with its credit; else the line given."""
    counts = [line.index for line in lines[max(0, top - _GALLERY) : top] if line.looks.counter]
    if len(counts) > 1:
        return counts[0]
    above = lines[max(0, top - 1 - _OVER) : max(0, top - 1)]
    return next((line.index for line in above if not line.roles and _is_signed(line)), top)


def _is_signed(line: Line) -> bool:
    """Whether a line is a caption of some length that ends in its credit."""
    return line.looks.caption and line.words >= _ALONE_WORDS and caption_end_credit(line.text) is not None


_OVER = 3  # lines
_GALLERY = 40  # lines


def _label_signed(lines: list[Line], first: int) -> None:
    """At the head of a story a name alone below a description that ends in a full date, or below a counted picture's: whose it is."""
    for n in range(max(0, first - _ABOVE_FIRST), min(first + _ABOVE_FIRST, len(lines) - 1)):
        shown, name = lines[n], lines[n + 1]
        counted = shown.kind == "caption" and n > 0 and lines[n - 1].looks.counter
        dated = shown.looks.dated and shown.kind in ("story", "furniture", "caption")
        if (dated or counted) and name.looks.person and name.kind in ("story", "furniture") and not name.roles:
            shown.kind, name.kind = "caption", "credit"


def _label_shown(lines: list[Line], credits: list[Line], first: int, last: int) -> None:
    """Inside the story the short sentence above a credit that tells what is, not what was or was said.

    Where the page's other credits have their captions above, it is the sentence above whatever it tells.
    """
    inside = [line for line in credits if first < line.index < last]
    for told in (False, True):
        if told and not _are_above(lines, credits):
            return
        for line in inside:
            above, below = lines[line.index - 1], lines[line.index + 1]
            if _shows(above, told=told) and below.kind not in ("caption", "credit"):
                above.kind = "caption"


def _are_above(lines: list[Line], credits: list[Line]) -> bool:
    """Whether a page prints its captions above their credits, as several show and none belies."""
    above = sum(line.index > 0 and lines[line.index - 1].kind == "caption" for line in credits)
    below = sum(line.index + 1 < len(lines) and lines[line.index + 1].kind == "caption" for line in credits)
    return above > 1 and not below


def _shows(line: Line, *, told: bool = False) -> bool:
    """Whether a line is one short sentence without a verb of the past and without a word that somebody said; `told`: with them too."""
    plain = line.kind in ("story", "furniture") and not line.roles and not line.looks.inner_stops and line.ends
    if not plain or not _SHOWN_WORDS[0] <= line.words <= (_OWNED_WORDS if told else _SHOWN_WORDS[1]):
        return False
    return told or not (tells(line.row) or line.text.rstrip(".").rsplit(None, 1)[-1] in voices()[-1])


def _label_owned_pairs(lines: list[Line], first: int, last: int, url: str | None) -> None:
    """Two short lines between paragraphs of the story, of which the lower one names an owner: a caption and its credit."""
    label = own_label(url)
    for n in range(max(1, first), last - 1):
        before, shown, owner, after = lines[n - 1 : n + 3]
        if not (before.kind == after.kind == "story" and before.ends and after.ends):
            continue
        if _is_short(shown, _BRIEF_WORDS) and _is_short(owner, _OWNER_WORDS) and _owns(owner.text, label):
            shown.kind, owner.kind = "caption", "credit"


def _label_described(lines: list[Line], first: int, last: int) -> None:
    """Makes captions of long lines between paragraphs that end as no sentence does: one of the story, or several in a row with one."""
    run: list[Line] = []
    for line in lines[first + 2 : last + 1]:
        if line.kind in ("story", "furniture") and _describes(line):
            run.append(line)
            continue
        if run and _is_told(line) and any(shown.kind == "story" for shown in run):
            before = lines[run[0].index - 1]
            for shown in run if _is_told(before) or before.roles else ():
                shown.kind = "caption"
        run = []


def _is_told(line: Line) -> bool:
    """Whether a line is a paragraph of the story, or a picture's already."""
    return (line.kind == "story" and line.ends) or line.kind in ("caption", "credit")


def _describes(line: Line) -> bool:
    """Whether a line is longer than a head, in words of its own, and no sentence that ends or speaks to anybody."""
    if line.ends or not _DESCRIBED_WORDS[0] <= line.words <= _DESCRIBED_WORDS[1]:
        return False
    looks = line.looks
    known = line.roles or looks.inner_stops or looks.marks or looks.timed or looks.glued or calls_reader(line.row)
    begins = line.text[0].isupper() and not line.text.isupper() and line.text.split()[0].lower() not in _ASKING
    if known or not begins or any(mark in line.text for mark in (":", "/", "@", " – ", " — ")):
        return False
    return looks.function_words >= _FUNCTION_WORDS * line.words and looks.capitals <= _CAPITALS * line.words


def _is_short(line: Line, words: int) -> bool:
    """Whether a line of the story or beside it is no sentence and nothing known."""
    looks = line.looks
    plain = not (line.roles or line.ends or looks.timed or looks.counter or looks.byline or looks.glued)
    return plain and line.kind in ("story", "furniture") and 1 <= line.words <= words


def _owns(text: str, label: str) -> bool:
    """Whether a text is an owner's short form, a publisher's name, or that of the page's own host: `Skarn Post` there."""
    if _ACRONYM.fullmatch(text) or publisher_named(text):
        return True
    return len(label) >= _LABEL and text[0].isupper() and label in "".join(text.lower().split())


def _credits_first(lines: list[Line], credits: list[Line]) -> bool:
    """Whether a page prints credits before their captions, shown by which neighbours look like captions."""
    before = after = 0
    for line in credits:
        prev = lines[line.index - 1] if line.index else None
        following = lines[line.index + 1] if line.index + 1 < len(lines) else None
        if prev is not None and not line.blank_before and prev.kind not in ("credit", "title") and prev.words <= 60:
            before += 1
        if (
            following is not None
            and not following.blank_before
            and following.kind != "credit"
            and following.words <= 60
        ):
            after += 1
        if line.blank_before and following is not None and not following.blank_before:
            after += 1
        if prev is not None and prev.kind == "caption":
            before += 2
    return after > before


def _names_picture(line: Line) -> bool:
    return 3 <= line.words <= _OWNED_WORDS and not line.roles and not line.looks.counter and not line.looks.timed


def caption_parts(line: Line) -> Iterator[Part]:
    """A caption, and the credit that closes its line as a part of its own."""
    cut = caption_end_credit(line.text)
    shown = line.text[:cut].rstrip(" |–—-/([") if cut else line.text
    said = line.text[cut:].lstrip(" |–—-/([") if cut else ""
    if not said or len(shown) < _SHOWN:
        yield Part(start=line.start, end=line.end, kind="caption")
        return
    yield Part(start=line.start, end=line.start + len(shown), kind="caption")
    yield Part(start=line.end - len(said), end=line.end, kind="credit")
