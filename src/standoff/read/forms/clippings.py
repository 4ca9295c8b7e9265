"""Exports of press archives: many articles in one text -> one page each, with the parts that the archive names."""

import re
from collections.abc import Iterator

from standoff.model import Issue, PageInput
from standoff.read.forms.articles import Article, page_of, page_text
from standoff.read.forms.factiva import factiva_articles, is_factiva
from standoff.read.forms.files import File, Run, writable
from standoff.read.forms.nexis import is_nexis, nexis_articles
from standoff.read.guard import text_trouble
from standoff.read.jsonl import Unreadable

_LIST = re.compile(r"\s{0,80}User Name:[^\n]{0,200}\n\s{0,80}Date and Time:[^\n]{0,200}\n\s{0,80}Job Number:")
_WIDTH = 130  # characters; where no line is longer, a text was wrapped


def is_export(text: str) -> bool:
    """Whether a text is the export of a press archive."""
    return is_factiva(text) or is_nexis(text)


def is_list(text: str) -> bool:
    """Whether a text is the list that Nexis puts beside articles which it exports as a file each."""
    return _LIST.match(text) is not None and not is_export(text)


def list_passed_over(file: File) -> str:
    """One line on such a list, which holds no article."""
    return f"{writable(file.name)} is passed over: a press archive's list of what it exported"


def read_text(text: str, file: File, run: Run) -> Iterator[PageInput | Unreadable]:
    """The pages of a document's text, whose paragraphs are lines: an archive's articles, else one page."""
    if trouble := text_trouble(text):
        yield file.unreadable(trouble.code, f"cannot be read: {trouble.message}")
    elif is_list(text):
        run.say(list_passed_over(file))
    elif is_export(text):
        yield from read_export(text, file, run, wrapped=False)
    else:
        yield PageInput(id=run.of_file(file), text=text)


def read_export(
    text: str, file: File, run: Run, *, wrapped: bool | None = None, issues: tuple[Issue, ...] = ()
) -> Iterator[PageInput | Unreadable]:
    """The articles of an export. One that is damaged is named, and the rest goes on.

    Args:
        text: the export.
        file: where it was found, for ids and messages.
        run: the ids given out so far.
        wrapped: whether paragraphs are wrapped at a width; None: as the lines look.
        issues: what was doubtful about the file.
    """
    text = text.replace("\f", "\n").replace("\xa0", " ")
    if wrapped is None:
        wrapped = all(len(line) <= _WIDTH for line in text.splitlines())
    split = factiva_articles if is_factiva(text) else nexis_articles
    keys = run.numbered(run.of_file(file), file)
    number = 0
    for number, (article, whole) in enumerate(split(text, wrapped=wrapped), 1):
        key = next(keys)
        if not article.story:
            yield _empty(article, number, file, key)
            continue
        if article.key:
            key = run.own(article.key, page_text(article)[0])
        yield page_of(article, key, issues=issues if whole else (*issues, _cut_off(number)))
    if not number:
        yield file.unreadable(
            "no-pages", "holds no article, though it looks like a press archive's export: is it cut off?"
        )


def _empty(article: Article, number: int, file: File, key: str) -> Unreadable:
    named = f" ({article.title[:80]!r})" if article.title else ""
    message = f"article {number}{named} has no text: export full documents, or look whether the file is damaged there"
    return file.unreadable("damaged-article", message, key=key)


def _cut_off(number: int) -> Issue:
    message = f"article {number} of the export has no end: the file seems to be cut off there; what is left is read"
    return Issue(code="cut-off", message=message)
