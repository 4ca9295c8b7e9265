"""Paragraphs below a story in which a paper or a site speaks to its reader of itself."""

from standoff.read.flat.features import says_you
from standoff.read.flat.lines import Line

_QUOTES = frozenset('"“”„«»')
_PERSONAL = 0.25  # share of a story's paragraphs from which on it speaks to its reader itself


def without_promos(story: list[Line]) -> list[Line]:
    """The story without the stretches at its end that stand apart or have a head of their own and speak to the reader."""
    runs: list[list[Line]] = []
    for line in story:
        if runs and line.index == runs[-1][-1].index + 1 and (line.long or line.ends):
            runs[-1].append(line)
        else:
            runs.append([line])
    while len(runs) > 1 and _calls(runs[-1]) and not _speaks([line for run in runs[:-1] for line in run]):
        runs.pop()
    return [line for run in runs for line in run]


def _calls(run: list[Line]) -> bool:
    """Whether each line of a stretch calls the reader, its head aside."""
    told = [line for line in run if line.long or line.ends]
    return bool(told) and all(_to_reader(line) for line in told)


def _speaks(told: list[Line]) -> bool:
    """Whether a story is itself told to its reader, as letters, columns and guides are."""
    long = [line for line in told if line.long]
    return sum(map(_to_reader, long)) >= _PERSONAL * max(1, len(long))


def _to_reader(line: Line) -> bool:
    """Whether a line says `you` and quotes nobody."""
    return says_you(line.row) and _QUOTES.isdisjoint(line.text)
