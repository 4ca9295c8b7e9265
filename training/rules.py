"""Which lines of a flattened page are its story: looks of the line and its neighbours, then the best stretch.

A line gets a score for looking like story (positive) or like what stands around it (negative); a walk with two states,
inside and outside of a story, then finds the stretches that hold most of it, paying for each change of state. Nothing
here asks for a word of the language but through `lexicon/furniture` and the count of function words.
"""

import math
from collections import Counter
from dataclasses import dataclass

from standoff.read.flat.lines import Line

_CHANGE = 3.2  # what it costs to enter or to leave a story
_SECOND = 0.15  # a stretch beside the best one is kept if it holds this share of its score
_BIAS = 0.35
_PARAGRAPH = 170  # characters
_FEW_LINES = 20
_HANDFUL = 8  # lines
_SENTENCE = 1.5  # score of a line that is a sentence of some length
_NEAR_LINES = 12
_FAR_LOSS = 0.3


@dataclass(slots=True)
class Stretch:
    """Lines from `first` to `last`, both included, and the sum of their scores."""

    first: int
    last: int
    score: float


def score_line(line: Line, twice: frozenset[str]) -> float:
    """How much a line looks like story by itself: about -3 to 5; `twice`: the folded texts that the page holds again."""
    looks = line.looks
    n = line.end - line.start + looks.wide
    words = looks.words or 1
    score = _length_score(n)
    score += 0.9 if looks.ends and words >= 4 else -0.7
    if words >= 6:
        score += min(0.8, 4 * (looks.function_words / words - 0.2))
    if looks.inner_stops and looks.ends:
        score += 0.4
    if words >= 5 and looks.capitals / words > 0.65:
        score -= 1.0
    if looks.glued:
        score -= min(2.5, 0.8 * looks.glued) if n < 300 else 0.3
    if looks.marks:
        score -= min(1.5, 0.6 * looks.marks) if n < 220 else 0.2
    if line.text.casefold() in twice:
        score -= 0.8 if n < 120 else 1.2
    if n < 240 and line.text.endswith(("...", "…")):
        score -= 0.8
    if looks.roles:
        score -= 3.0 if n < 300 else 2.0
    elif looks.timed:
        score -= 1.5
    elif looks.credit:
        score -= 0.5
    return score


def _length_score(n: int) -> float:
    """Short lines are menus, long ones paragraphs."""
    if n >= _PARAGRAPH:
        return 2.2 + min(1.5, math.log(n / _PARAGRAPH))
    return _BIAS + max(-1.1, min(2.2, (n - 70) / 45))


def find_story(lines: list[Line]) -> list[Stretch]:
    """The stretches of lines that hold the story, in order."""
    seen = Counter([line.text.casefold() for line in lines])
    twice = frozenset([text for text, count in seen.items() if count > 1])
    stretches = _walk([score_line(line, twice) for line in lines], [barrier(line) for line in lines])
    if not stretches:
        return _sentences(lines, twice)
    return _filled(lines, _absorb(lines, _choose(lines, stretches), twice), twice)


def _sentences(lines: list[Line], twice: frozenset[str]) -> list[Stretch]:
    """On a page without a stretch worth its price: the lines that are sentences, if it has but few lines or they are long."""
    if len(lines) > _FEW_LINES:
        return []
    few = len(lines) <= _HANDFUL
    return [
        Stretch(n, n, score_line(line, twice))
        for n, line in enumerate(lines)
        if line.ends and line.words >= 4 and not (line.roles or line.looks.timed or line.looks.credit)
        if few or score_line(line, twice) >= _SENTENCE
    ]


def barrier(line: Line) -> bool:
    """The head of a block that does not belong to the story: a walk rather ends before it."""
    return bool(line.roles & {"after", "comments", "comments_end"})


def _walk(scores: list[float], barriers: list[bool]) -> list[Stretch]:
    """The stretches of greatest total score, less the cost of each change (Viterbi with two states)."""
    outside, inside = 0.0, -_CHANGE
    back: list[tuple[bool, bool]] = []  # for each line: whether outside, inside came from inside
    for score, stop in zip(scores, barriers, strict=True):
        cost = _CHANGE + (2.0 if stop else 0.0)
        leave, stay_in = inside - _CHANGE / 2, inside + score - (2.0 if stop else 0.0)
        enter = outside + score - cost
        from_inside = leave > outside
        stays = stay_in >= enter
        back.append((from_inside, stays))
        outside, inside = max(outside, leave), max(stay_in, enter)
    stretches: list[Stretch] = []
    state = inside - _CHANGE / 2 > outside
    last = None
    for n in range(len(scores) - 1, -1, -1):
        from_inside, stays = back[n]
        if state:
            last = n if last is None else last
            if not stays:
                stretches.append(Stretch(n, last, sum(scores[n : last + 1])))
                state, last = False, None
        elif from_inside:
            state = True
    if state and last is not None:
        stretches.append(Stretch(0, last, sum(scores[: last + 1])))
    return stretches[::-1]


def _choose(lines: list[Line], stretches: list[Stretch]) -> list[Stretch]:
    """The best stretch, and those beside it that are near enough and good enough to belong to it."""
    if not stretches:
        return []
    best = max(range(len(stretches)), key=lambda n: stretches[n].score)
    chosen = [best]
    for step in (-1, 1):
        edge, n = best, best + step
        while 0 <= n < len(stretches):
            gap = range(
                min(stretches[edge].last, stretches[n].last) + 1, max(stretches[edge].first, stretches[n].first)
            )
            stops = sum(barrier(lines[g]) for g in gap)
            wanted = _SECOND * (1 + stops) + (_FAR_LOSS if len(gap) > _NEAR_LINES else 0.0)
            if stretches[n].score >= wanted * stretches[best].score:
                chosen.append(n)
                edge = n
            n += step
    return [stretches[n] for n in sorted(chosen)]


_STRONG = 3.6  # score of a line that is a paragraph without doubt
_REACH = 7  # lines


def _absorb(lines: list[Line], chosen: list[Stretch], twice: frozenset[str]) -> list[Stretch]:
    """Single paragraphs near a chosen stretch, cut off from it by a few lines of links, are stretches too."""
    inside = {n for s in chosen for n in range(s.first, s.last + 1)}
    added: list[Stretch] = []
    edges = [(s.first, -1) for s in chosen] + [(s.last, 1) for s in chosen]
    for edge, step in edges:
        n, left = edge + step, _REACH
        while left and 0 <= n < len(lines) and n not in inside:
            if lines[n].roles & {"comments", "comments_end"}:
                break
            if score_line(lines[n], twice) >= _STRONG:
                inside.add(n)
                added.append(Stretch(n, n, score_line(lines[n], twice)))
                left = _REACH
            left -= 1
            n += step
    return sorted([*chosen, *added], key=lambda s: s.first)


_GAP = 30  # lines


def _filled(lines: list[Line], stretches: list[Stretch], twice: frozenset[str]) -> list[Stretch]:
    """Stretches with nothing between them that looks like furniture, as one: lists and tables are part of a story."""
    joined = stretches[:1]
    for stretch in stretches[1:]:
        gap = lines[joined[-1].last + 1 : stretch.first]
        if len(gap) <= _GAP and all(_plain(line, twice) for line in gap):
            joined[-1] = Stretch(joined[-1].first, stretch.last, joined[-1].score + stretch.score)
        else:
            joined.append(stretch)
    return joined


def _plain(line: Line, twice: frozenset[str]) -> bool:
    return not (line.roles or line.looks.timed or line.text.casefold() in twice or line.looks.glued > 1)
