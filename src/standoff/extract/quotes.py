"""Who is said to have said what: direct quotations by their marks, indirect ones by the verbs of speech and thought."""

from bisect import bisect_right

from msgspec import structs

from standoff.extract.actors import Actors
from standoff.extract.attribution import SCARE, find_frame
from standoff.extract.indirect import find_indirect
from standoff.extract.leads import Marks, told_before
from standoff.extract.listed import Listed
from standoff.extract.marks import Marked, find_marked
from standoff.extract.speakers import Frame
from standoff.extract.voiced import PRONOUNS, Voices
from standoff.model import TOLD_IN, Quote
from standoff.parse import Parsed, Sentence

_SENTENCE_END = ".!?…"
_SPLIT = 200  # characters between the two pieces of a split quotation
_OWN_WORDS = 0.6  # a stretch that is quoted to this share is told by the quotation
_RIGHT_BEFORE = 3  # characters between a cue and the words it leads to
_NEXT_TO = 40  # characters between quoted words and a cue right after them
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"}
)
_MARKS = " \n\r\t\u00a0“”\"„«»'‘’"


def find_quotes(parsed: Parsed, actors: Actors) -> tuple[Quote, ...]:
    """The quotations of a page in the order of the text, direct and indirect."""
    text = parsed.page.text
    marked = [m for part in parsed.page.parts if part.kind in TOLD_IN for m in find_marked(text, part.start, part.end)]
    marked.sort(key=lambda m: m.start)
    found = _direct(parsed, actors, marked)
    direct = [(quote.start, quote.end) for quote in found]
    for start, end, told, speech in find_indirect(parsed, marked):
        if not _told_already(start, end, direct):
            found.append(_quote(text, start, end, told, actors, direct=False, speech=speech))
    found.sort(key=lambda q: (q.start, q.end))
    voices = Voices(parsed, actors, marked)
    return tuple(_voiced(quote, voices, actors) for quote in found)


def _voiced(quote: Quote, voices: Voices, actors: Actors) -> Quote:
    """The quotation with the name of who speaks; a pronoun is the actor whom it stands for."""
    if quote.speaker is None or quote.speaker_start is None or quote.speaker_end is None or quote.speaker_name:
        return quote
    voice = voices.of(quote.speaker_start, quote.speaker_end)
    if voice is None:
        return quote
    if quote.speaker.lower() not in PRONOUNS:
        return structs.replace(quote, speaker_name=voice.name)
    ids = {ref.id for ref in actors.of(voice.who)}
    id_ = next(iter(ids)) if len(ids) == 1 else None
    return structs.replace(quote, speaker_name=voice.name, speaker_id=id_)


def _told_already(start: int, end: int, direct: list[tuple[int, int]]) -> bool:
    """Whether direct quotations cover most of a stretch."""
    i = bisect_right(direct, (start, start)) - 1
    covered = 0
    for left, right in direct[max(0, i) :]:
        if left >= end:
            break
        covered += max(0, min(end, right) - max(start, left))
    return covered >= _OWN_WORDS * (end - start)


def _quote(text: str, start: int, end: int, told: Frame | None, actors: Actors, *, direct: bool, speech: bool) -> Quote:
    speaker_id = None
    if told is not None and told.speaker is not None:
        refs = actors.of(told.speaker)
        speaker_id = refs[0].id if len({ref.id for ref in refs}) == 1 else None
    named = told is not None and told.start is not None and told.end is not None
    return Quote(
        start=start,
        end=end,
        speaker=text[told.start : told.end] if told is not None and named else None,
        speaker_start=told.start if told is not None else None,
        speaker_end=told.end if told is not None else None,
        cue_start=told.cue.start if told is not None else None,
        cue_end=told.cue.end if told is not None else None,
        direct=direct,
        speaker_id=speaker_id,
        speech=speech,
        speaker_name=told.name if told is not None else None,
    )


def _direct(parsed: Parsed, actors: Actors, marked: list[Marked]) -> list[Quote]:
    text = parsed.page.text
    begins: dict[int, int] = {}
    for sentence in parsed.sentences:
        begins.setdefault(sentence.paragraph, sentence.start)
    listed = Listed(parsed, actors, marked)
    found: list[Quote] = []
    last: tuple[int, Frame] | None = None  # paragraph and frame of the last one who spoke
    for n, mark in enumerate(marked):
        home = parsed.sentence_at(mark.start)
        if home is None:
            continue
        inside = Marks(marked, n, parsed.sentences[max(0, home.index - 3) : home.index + 1])
        told = listed.headed(home, mark) or listed.labelled(home, mark) or find_frame(parsed, home, mark, inside)
        if told is None or told.speaker is None:
            told = (
                _split_on(text, marked, n, last)
                or told
                or told_before(parsed, home, mark, marked, begins)
                or _goes_on(text, home, mark, last, begins)
                or listed.labelled(home, mark, anywhere=True)
                or listed.told_above(home, mark)
            )
        if ((told is None or told.speaker is None) and not _is_speech(text, mark)) or (
            _is_title(text, mark) and not _led_to(text, told, mark) and not _told_after(text, told, mark)
        ):
            continue
        goes_on = told is not None and last is not None and told is last[1] and found
        if goes_on and _adjacent(text, found[-1].end, mark.start):
            found[-1] = structs.replace(found[-1], end=mark.end)
            continue
        if told is not None and told.speaker is not None:
            last = home.paragraph, told
        if found and found[-1].speaker is None and _adjacent(text, found[-1].end, mark.start):
            mark = Marked(found.pop().start, mark.end, mark.closed)  # who says both is told after the last
        found.append(_quote(text, mark.start, mark.end, told, actors, direct=True, speech=True))
    return found


def _adjacent(text: str, end: int, start: int) -> bool:
    """Whether a paragraph of its own goes on with a quotation: nothing but marks and a line's end stand between."""
    between = text[end:start]
    return "\n" in between and not between.strip(_MARKS)


def _is_speech(text: str, mark: Marked) -> bool:
    """Whether words between marks without any cue were said: a sentence of their own, not a title or a mocking word."""
    words = text[mark.start : mark.end].split()
    return len(words) > SCARE and (text[mark.end - 1] in ",.!?…" or text[mark.end + 1 : mark.end + 2] in ("", "\n"))


def _led_to(text: str, told: Frame | None, mark: Marked) -> bool:
    """Whether the cue stands right before a sentence between marks: `declared “What a Day!”`."""
    return text[mark.end - 1] in ".!?" and told is not None and 0 < mark.start - told.cue.end <= _RIGHT_BEFORE


def _told_after(text: str, told: Frame | None, mark: Marked) -> bool:
    """Whether quoted words end in a comma, and who said them is told right after: `“Your Honour,” he said`."""
    if (
        told is None
        or told.start is None
        or text[mark.end - 1] not in ",?!"
        or text[mark.start - 2 : mark.start - 1] == "s"
    ):
        return False
    return told.start >= mark.end and 0 < told.cue.start - mark.end < _NEXT_TO


def _is_title(text: str, mark: Marked) -> bool:
    """Whether every word of weight is capitalised, as in the title of a book or the name of a plan."""
    words = [w.strip(",.!?’'") for w in text[mark.start : mark.end].split()]
    heavy = [w for w in words if w.lower() not in _SMALL]
    capital = all(w[:1].isupper() or w[:1].isdigit() for w in heavy)
    if len(words) == 1 or len(heavy) == 1:
        return (
            capital and text[max(0, mark.start - 4) : mark.start].rstrip(_MARKS).endswith("s") and _of_owner(text, mark)
        )
    return capital and len(heavy) > 1


def _of_owner(text: str, mark: Marked) -> bool:
    """Whether a possessive stands right before quoted words: `the channel's “Sunrise”`."""
    return text[max(0, mark.start - 4) : mark.start].rstrip(' “"‘').endswith(("’s", "'s"))


def _split_on(text: str, marked: list[Marked], n: int, last: tuple[int, Frame] | None) -> Frame | None:
    """The speaker of the piece before, where this one ends its sentence: `“The ruling,” she said on Monday, “speaks for itself.”`"""
    if last is None or n == 0 or not text[marked[n].start].islower():
        return None
    before, mark, told = marked[n - 1], marked[n], last[1]
    between = text[before.end : mark.start]
    if text[before.end - 1] != "," or len(between) > _SPLIT or not between.rstrip(_MARKS).endswith(","):
        return None
    return told if before.end <= told.cue.start < mark.start else None


def _goes_on(
    text: str, home: Sentence, mark: Marked, last: tuple[int, Frame] | None, begins: dict[int, int]
) -> Frame | None:
    """The speaker of the quotation before, where this one is whole sentences: in the same paragraph, or a paragraph of its own after it."""
    ends = text[mark.start : mark.end].rstrip(_MARKS)[-1:]
    if last is None or not text[mark.start].isupper() or not ends or ends not in _SENTENCE_END + ",":
        return None
    if last[0] == home.paragraph:
        return last[1]
    alone = mark.start - begins[home.paragraph] <= 2
    return last[1] if alone and home.paragraph - last[0] == 1 else None
