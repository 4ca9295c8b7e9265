"""Which lines of a flattened page are its story, and where that begins and ends."""

from standoff.read.flat.features import calls_reader
from standoff.read.flat.gaps import with_gaps_filled, with_heads_and_lists
from standoff.read.flat.headline import named_lines
from standoff.read.flat.lines import Line
from standoff.read.flat.promos import without_promos
from standoff.read.flat.repeats import told_once
from standoff.read.flat.sequence import Segmenter, kinds_of

_FEW_LINES = 20
_SENTENCE_WORDS = 15
_FAR = 12  # lines
_HEADLINES = 7
_FEW_BELOW = 3  # lines
_BRIEF = 8  # words
_BUTTON = 3  # words
_SMALL = 0.15  # of the greatest stretch
_HANDFUL = 8  # lines


def find_story(lines: list[Line], url: str | None, model: Segmenter | None) -> list[Line]:
    """The story's lines among those of a page; without a story the lines that are sentences, where they are few."""
    kinds, _ = kinds_of(lines, model)
    story: list[Line] = []
    for line, kind in zip(lines, kinds, strict=True):
        if line.roles or line.looks.notice:
            continue
        if kind == "story" or (kind == "caption" and story and story[-1].index == line.index - 1 and _paragraph(line)):
            story.append(line)
    story = told_once(with_gaps_filled(story, lines))
    story = _below_headline(_near_the_most(story), lines, url)
    story = _begun(without_promos(_ended(story), url))
    return with_heads_and_lists(story, lines) or told_once(_few_sentences(lines))


def _paragraph(line: Line) -> bool:
    """A line that nothing but its place could make a caption: a sentence or more, without any of a caption's marks."""
    looks = line.looks
    return (
        line.long and line.ends and line.words >= _SENTENCE_WORDS and not (line.roles or looks.caption or looks.dated)
    )


def _ended(story: list[Line]) -> list[Line]:
    """A story up to its last sentence, where what stands below ends as headlines do: many lines, or a few short ones."""
    last = next((n for n in range(len(story) - 1, -1, -1) if story[n].ends), len(story) - 1)
    below = story[last + 1 :]
    few = len(below) <= _FEW_BELOW and all(line.words <= _BRIEF for line in below)
    return story[: last + 1] if few or len(below) >= _HEADLINES else story


def _begun(story: list[Line]) -> list[Line]:
    """A story from its first line that is more than a count or a button, and below a headline that a notice stands above."""
    first = next((n for n, line in enumerate(story) if line.ends or line.words > _BUTTON), 0)
    if len(story) > first + 2 and calls_reader(story[first].row) and _is_headline(story[first + 1]):
        first += 2
    return story[first:]


def _is_headline(line: Line) -> bool:
    return line.long and not line.ends


def _near_the_most(story: list[Line]) -> list[Line]:
    """Lines of a story without the small stretches far from where most of it stands: notices that read like prose."""
    stretches: list[list[Line]] = []
    for line in story:
        if stretches and line.index - stretches[-1][-1].index <= _FAR:
            stretches[-1].append(line)
        else:
            stretches.append([line])
    sizes = [sum(line.end - line.start for line in stretch) for stretch in stretches]
    least = _SMALL * max(sizes, default=0)
    return [line for stretch, size in zip(stretches, sizes, strict=True) if size >= least for line in stretch]


def _below_headline(story: list[Line], lines: list[Line], url: str | None) -> list[Line]:
    """A story without what stands far above the headline that the page's address names, where it goes on right below that."""
    begins = {line.index for line in story}
    for line in named_lines(lines, url):
        if not begins.isdisjoint(range(line.index + 1, line.index + 1 + _FAR)):
            return [other for other in story if other.index > line.index - _BRIEF]
    return story


def _few_sentences(lines: list[Line]) -> list[Line]:
    """On a page without a story: the lines that are sentences, if it has but few lines or they are long."""
    if len(lines) > _FEW_LINES:
        return []
    few = len(lines) <= _HANDFUL
    return [
        line
        for line in lines
        if line.ends and line.words >= 4 and not (line.roles or line.looks.timed or line.looks.credit)
        if few or line.long
    ]
