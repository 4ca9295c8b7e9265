"""Paragraphs below a story in which a paper or a site speaks to its reader of itself."""

import re

from standoff.lexicon.publishers import own_label
from standoff.read.flat.features import says_you
from standoff.read.flat.lines import Line

_QUOTES = frozenset('"“”„«»')
_LABEL = 4  # characters of a host's name
_NAMED = re.compile(r"(?:The )?(?P<who>[A-Z][^,.]{2,40}?)(?:, the |, an? | is (?:part|owned|an?|the) )")
_ABOUT_LINES = 2
_ABOUT_LAST = 3  # lines
_PERSONAL = 0.25  # share of a story's paragraphs from which on it speaks to its reader itself


def without_promos(story: list[Line], url: str | None) -> list[Line]:
    """The story without the stretches at its end in which the paper speaks to its reader or says what it is itself.

    Args:
        story: the story's lines.
        url: the page's address, which names the paper.
    """
    own = own_label(url)
    runs: list[list[Line]] = []
    for line in story:
        if runs and line.index == runs[-1][-1].index + 1 and (line.long or line.ends):
            runs[-1].append(line)
        else:
            runs.append([line])
    end = len(runs)
    while end > 1 and (_tells_of(own, runs[end - 1]) or _calls(runs[end - 1])):
        end -= 1
    kept = story if _speaks(runs[:end]) else [line for run in runs[:end] for line in run]
    return kept[: _about(own, kept)]


def _about(own: str, story: list[Line]) -> int:
    """Where in a story's last lines those begin that say what its site is; their number where none do."""
    if len(own) < _LABEL:
        return len(story)
    for n in range(max(1, len(story) - _ABOUT_LAST), len(story)):
        named = _NAMED.match(story[n].text)
        if named is not None and "".join(named["who"].lower().split()) == own:
            return n
    return len(story)


def _calls(run: list[Line]) -> bool:
    """Whether each line of a stretch calls the reader, its head aside."""
    told = [line for line in run if line.long or line.ends]
    return bool(told) and all(_to_reader(line) for line in told)


def _tells_of(own: str, run: list[Line]) -> bool:
    """Whether a stretch of one or two lines says what the paper is: `Skarn Post, the news arm of ...`."""
    named = _NAMED.match(run[0].text) if len(own) >= _LABEL and len(run) <= _ABOUT_LINES else None
    return named is not None and "".join(named["who"].lower().split()) == own


def _speaks(runs: list[list[Line]]) -> bool:
    """Whether a story is itself told to its reader, as letters, columns and guides are."""
    long = [line for run in runs for line in run if line.long]
    return sum(map(_to_reader, long)) >= _PERSONAL * max(1, len(long))


def _to_reader(line: Line) -> bool:
    """Whether a line says `you` and quotes nobody."""
    return says_you(line.row) and _QUOTES.isdisjoint(line.text)
