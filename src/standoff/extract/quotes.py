"""Who is said to have said what: direct quotations by their marks, indirect ones by the verbs of speech and thought."""

from bisect import bisect_right
from collections import defaultdict

from standoff.extract.actors import Actors
from standoff.extract.indirect import find_indirect
from standoff.extract.marks import Marked, find_marked
from standoff.extract.speakers import Frame, frame, frame_with, is_cue, speaker_of
from standoff.model import PartKind, Quote
from standoff.parse import Parsed, Sentence, Token

_PARTS: frozenset[PartKind] = frozenset({"title", "story", "caption"})
_SENTENCE_END = ".!?…"
_REACH = 16  # tokens between a quotation and its cue
_OWN_WORDS = 0.6  # a stretch that is quoted to this share is told by the quotation
_QUOTE_MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
_RIGHT_BEFORE = 3  # characters between a cue and the words it leads to
_NEXT_TO = 40  # characters between a quotation and a cue right after it
_NEXT_CUE = 8  # tokens of a sentence after a quotation that may hold its cue
_GAP = 12  # characters between a colon and the quotation it leads to
_SCARE = 3  # words: what is shorter and has no cue was not said


def find_quotes(parsed: Parsed, actors: Actors) -> tuple[Quote, ...]:
    """The quotations of a page in the order of the text, direct and indirect."""
    text = parsed.page.text
    marked = [m for part in parsed.page.parts if part.kind in _PARTS for m in find_marked(text, part.start, part.end)]
    marked.sort(key=lambda m: m.start)
    found = _direct(parsed, actors, marked)
    direct = [(quote.start, quote.end) for quote in found]
    for start, end, told in find_indirect(parsed, marked):
        if not _told_already(start, end, direct):
            found.append(_quote(text, start, end, told, actors, direct=False))
    found.sort(key=lambda q: (q.start, q.end))
    return tuple(found)


def _told_already(start: int, end: int, direct: list[tuple[int, int]]) -> bool:
    """Whether direct quotations cover most of a stretch."""
    i = bisect_right(direct, (start, start)) - 1
    covered = 0
    for left, right in direct[max(0, i) :]:
        if left >= end:
            break
        covered += max(0, min(end, right) - max(start, left))
    return covered >= _OWN_WORDS * (end - start)


def _quote(text: str, start: int, end: int, told: Frame | None, actors: Actors, *, direct: bool) -> Quote:
    speaker_id = None
    if told is not None and told.speaker is not None:
        refs = actors.of(told.speaker)
        speaker_id = refs[0].id if refs else None
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
    )


def _direct(parsed: Parsed, actors: Actors, marked: list[Marked]) -> list[Quote]:
    text = parsed.page.text
    by_paragraph: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in parsed.sentences:
        by_paragraph[sentence.paragraph].append(sentence)
    found: list[Quote] = []
    last: tuple[int, Frame] | None = None  # paragraph and frame of the last one who spoke
    for n, mark in enumerate(marked):
        home = parsed.sentence_at(mark.start)
        if home is None:
            continue
        inside = _Marks(marked, n, parsed.sentences[max(0, home.index - 3) : home.index + 1])
        told = _find_frame(text, by_paragraph[home.paragraph], mark, inside)
        if told is None:
            told = _goes_on(text, home, mark, last, by_paragraph)
        if (told is None and not _is_speech(text, mark)) or (_is_title(text, mark) and not _led_to(text, told, mark)):
            continue
        if told is not None and told.speaker is not None:
            last = home.paragraph, told
        found.append(_quote(text, mark.start, mark.end, told, actors, direct=True))
    return found


class _Marks:
    """The quotations around one: whether a token lies in any of them."""

    def __init__(self, marked: list[Marked], n: int, sentences: list[Sentence]) -> None:
        self.near = marked[max(0, n - 6) : n + 7]
        self.sentences = sentences

    def hold(self, token: Token) -> bool:
        """Whether a token is quoted."""
        return any(m.start <= token.start < m.end for m in self.near)


def _is_speech(text: str, mark: Marked) -> bool:
    """Whether words between marks without any cue were said: a sentence of their own, not a title or a mocking word."""
    words = text[mark.start : mark.end].split()
    return len(words) > _SCARE and (text[mark.end - 1] in ",.!?…" or text[mark.end + 1 : mark.end + 2] in ("", "\n"))


def _led_to(text: str, told: Frame | None, mark: Marked) -> bool:
    """Whether the cue stands right before a sentence between marks: `declared “What a Day!”`."""
    return text[mark.end - 1] in ".!?" and told is not None and 0 < mark.start - told.cue.end <= _RIGHT_BEFORE


def _is_title(text: str, mark: Marked) -> bool:
    """Whether every word of weight is capitalised, as in the title of a book or the name of a plan."""
    words = [w.strip(",.!?’'") for w in text[mark.start : mark.end].split()]
    heavy = [w for w in words if len(w) > 3 or w[:1].isupper()]
    return len(words) > 1 and len(heavy) > 1 and all(w[:1].isupper() or w[:1].isdigit() for w in heavy)


def _find_frame(text: str, sentences: list[Sentence], mark: Marked, inside: _Marks) -> Frame | None:
    """The cue for a quotation: after it, before it, or above it in the tree."""
    first = next((s for s in sentences if s.end > mark.start), None)
    final = next((s for s in sentences if s.end >= mark.end), first)
    if first is None or final is None:
        return None
    ends = text[mark.end - 1]
    comma = ends in ",?!" or text[mark.end + 1 : mark.end + 2] == ","
    whole = text[mark.start].isupper() and (ends in ",.!?…" or comma)
    short = len(text[mark.start : mark.end].split()) <= _SCARE
    above = _cue_above(first, mark, inside, short=short)
    if not whole and short and not comma:
        return above
    before = _cue_before(text, sentences, first, mark, inside)
    after = _cue_after(text, sentences, final, mark, inside) if comma or not whole else None
    if not whole:
        return above or before or after
    led = text[: mark.start].rstrip(" \"“'‘”").endswith((",", ":")) and before is not None
    return (before if led and not _close(after, mark) else after) or before or above


def _close(told: Frame | None, mark: Marked) -> bool:
    """Whether a cue stands right after a quotation."""
    return told is not None and told.cue.start - mark.end < _NEXT_TO


def _cue_after(text: str, sentences: list[Sentence], sentence: Sentence, mark: Marked, inside: _Marks) -> Frame | None:
    """`“...,” said X`, `“...?” X asked`; the parser may have begun a new sentence after the mark."""
    tokens = [t for t in sentence.tokens if t.start >= mark.end and t.text not in _QUOTE_MARKS]
    if not tokens:
        tokens = _next_tokens(text, sentences, sentence, mark)
    if tokens and (tokens[0].tag in ("WRB", "CC", "IN", "WP", "WDT") and tokens[0].lower not in ("as", "according")):
        return None
    for token in tokens[:_REACH]:
        if (
            inside.hold(token)
            or token.text in ";:."
            or (token.text == "," and token is not tokens[0] and not _apposed(token))
        ):
            return None
        if is_cue(token) and token.dep != "amod":
            return frame_with(token, _beside(token, mark, inside))
    return None


def _apposed(comma: Token) -> bool:
    """Whether a comma may stand inside a speaker: `said X`, `X, a spokesman, said`."""
    head = comma.head
    return head is not None and (head.is_noun or head.is_verb)


def _next_tokens(text: str, sentences: list[Sentence], sentence: Sentence, mark: Marked) -> list[Token]:
    """The tokens of the sentence after the mark where it is short and tells who spoke: `Kim asked.`"""
    following = next((s for s in sentences if s.start >= mark.end), None)
    if following is None or text[mark.end : following.start].strip("\"”’' "):
        return []
    cue = next((t for t in following.tokens[:_NEXT_CUE] if is_cue(t)), None)
    if cue is None or cue.child("ccomp", "dobj", "xcomp") is not None:
        return []
    return following.tokens


def _beside(cue: Token, mark: Marked, inside: _Marks) -> Token | None:
    """The speaker of a cue after a quotation: its subject, else the noun right before or after the verb."""
    who = cue.child("nsubj") or speaker_of(cue)
    if who is not None and not inside.hold(who) and (who.start > mark.end or abs(who.i - cue.i) < _REACH):
        return who
    tokens = cue.sentence.tokens
    named = [
        t for t in tokens[: cue.i] if t.start >= mark.end and t.dep != "compound" and (t.is_noun or t.tag == "PRP")
    ]
    if named and cue.i - named[0].i < _REACH:
        return named[0]
    for token in tokens[cue.i + 1 : cue.i + 8]:
        if token.tag == "IN" or token.text in ",.;":
            break
        if (token.is_noun or token.tag == "PRP") and token.dep != "compound" and not inside.hold(token):
            return token
    for token in reversed(tokens[max(0, cue.i - 6) : cue.i]):
        if token.start < mark.end and token.end > mark.start:
            break
        if token.is_noun or token.tag == "PRP":
            return token
    return None


def _cue_before(text: str, sentences: list[Sentence], sentence: Sentence, mark: Marked, inside: _Marks) -> Frame | None:
    """`X said, “...”`, `X told reporters that the plan was “...”`; `X went on:` may be a sentence or a paragraph before."""
    tokens = [t for t in sentence.tokens if t.end <= mark.start]
    if not [t for t in tokens if t.text not in _QUOTE_MARKS]:
        if not text[max(0, mark.start - _GAP) : mark.start].rstrip(" \n\"“'‘").endswith((":", ",")):
            return None
        earlier = [s for s in inside.sentences if s.end <= mark.start]
        tokens = earlier[-1].tokens if earlier else []
    for token in reversed(tokens[-_REACH:]):
        if inside.hold(token):
            continue
        if is_cue(token):
            found = frame(token)
            if found.speaker is None or not inside.hold(found.speaker):
                return found
    return None


def _cue_above(sentence: Sentence, mark: Marked, inside: _Marks, *, short: bool = False) -> Frame | None:
    """The cue that governs quoted words: the nearest verb of speech above them in the tree."""
    for token in sentence.tokens:
        if not mark.start <= token.start < mark.end or (
            token.head is not None and mark.start <= token.head.start < mark.end
        ):
            continue
        for above in token.ancestors():
            if mark.start <= above.start < mark.end or inside.hold(above):
                continue
            if is_cue(above, short=short):
                return frame(above)
    return None


def _goes_on(
    text: str, home: Sentence, mark: Marked, last: tuple[int, Frame] | None, paragraphs: dict[int, list[Sentence]]
) -> Frame | None:
    """The speaker of the quotation before, where this one is whole sentences: in the same paragraph, or a paragraph of its own after it."""
    if last is None or not text[mark.start].isupper() or text[mark.end - 1] not in _SENTENCE_END + ",":
        return None
    if last[0] == home.paragraph:
        return last[1]
    own = paragraphs[home.paragraph]
    alone = mark.start - own[0].start <= 2
    return last[1] if alone and home.paragraph - last[0] == 1 else None
