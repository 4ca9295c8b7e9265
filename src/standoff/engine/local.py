"""One process, one page at a time, without a guard: a page that crashes or hangs takes the program with it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from standoff.answers import failed
from standoff.errors import ModelMissing
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.read.jsonl import Unreadable

_TOLD = 300  # characters of what an exception says


class Annotate(Protocol):
    """What answers a page; `standoff.annotate_page` is one."""

    def __call__(self, item: PageInput, *, subject: Subject | None, model: str) -> Annotation:
        """The page's annotation."""
        ...


def annotate_here(
    items: Iterable[PageInput | Unreadable], *, subject: Subject | None, model: str
) -> Iterator[tuple[PageInput | Unreadable, Annotation]]:
    """Every item with its annotation, in order, each read in this process when it is asked for."""
    annotate = page_reader()
    for item in items:
        yield item, refused(item) if isinstance(item, Unreadable) else _here(item, subject, model, annotate)


def _here(item: PageInput, subject: Subject | None, model: str, annotate: Annotate) -> Annotation:
    try:
        return answer(item, subject=subject, model=model, annotate=annotate)
    except MemoryError:
        return failed(item.id, Issue(code="page-too-big", message=f"page {item.id!r} needs more memory than there is"))


def refused(item: Unreadable) -> Annotation:
    """The answer to what is no page."""
    return failed(item.id, item.issue, line=item.line)


def answer(item: PageInput, *, subject: Subject | None, model: str, annotate: Annotate) -> Annotation:
    """The page's annotation; where reading it fails, an issue with the reason.

    Raises:
        ModelMissing: the parser's model is not installed.
        MemoryError: there is not enough of it.
    """
    try:
        return annotate(item, subject=subject, model=model)
    except (ModelMissing, MemoryError):
        raise
    except Exception as e:  # noqa: BLE001  a page must never stop the run, whatever a parser makes of it; the issue names it
        said = str(e)[:_TOLD].encode("utf-8", "backslashreplace").decode()
        message = f"page {item.id!r} could not be read: {type(e).__name__}: {said}; please report it with the page"
        return failed(item.id, Issue(code="page-failed", message=message))


def page_reader() -> Annotate:
    """`annotate_page`, with the readers and extractors behind it, which take their time to import."""
    from standoff.annotate import annotate_page

    return annotate_page


def unwritable(item: PageInput) -> Annotation:
    """The answer to a page whose annotation holds half characters, which no file can hold."""
    message = f"page {item.id!r} holds half characters (surrogates) where they cannot be replaced: mend its encoding"
    return failed(item.id.encode("utf-8", "replace").decode(), Issue(code="page-failed", message=message))
