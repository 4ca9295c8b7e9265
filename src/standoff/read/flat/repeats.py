"""A story that a page prints once more on one line: as data for machines, as a letter's preview, as text to be spoken."""

from standoff.read.flat.lines import Line

_WHOLE = 1_000  # characters of a line that may hold a story
_PARAGRAPH = 80
_OPENING = 50
_FEWEST = 3  # paragraphs


def told_once(story: list[Line]) -> list[Line]:
    """The lines of a story without those that hold three or more of its other paragraphs."""
    whole = [line for line in story if line.end - line.start >= _WHOLE]
    if not whole:
        return story
    openings = {line.text[:_OPENING] for line in story if _PARAGRAPH <= line.end - line.start < _WHOLE}
    again = {line.index for line in whole if sum(opening in line.text for opening in openings) >= _FEWEST}
    return [line for line in story if line.index not in again]
