"""One process, one page at a time: memory does not grow with the input."""

from collections.abc import Iterable, Iterator

from standoff.annotate import annotate_page, failed
from standoff.errors import ModelMissing
from standoff.model import Annotation, Issue, PageInput, Subject
from standoff.parse import MODEL
from standoff.read import Unreadable


def annotate_all(
    items: Iterable[PageInput | Unreadable], *, subject: Subject | None = None, model: str = MODEL
) -> Iterator[tuple[PageInput | Unreadable, Annotation]]:
    """Every item with its annotation, in order. A page that fails is answered by an issue, and the run goes on.

    Raises:
        ModelMissing: the parser's model is not installed; no page can be read without it.
    """
    for item in items:
        if isinstance(item, Unreadable):
            yield item, failed(item.id, item.issue, line=item.line)
        else:
            yield item, _guarded(item, subject, model)


def _guarded(item: PageInput, subject: Subject | None, model: str) -> Annotation:
    try:
        return annotate_page(item, subject=subject, model=model)
    except ModelMissing:
        raise
    except Exception as e:  # noqa: BLE001  a page must never stop the run, whatever a parser makes of it; the issue names it
        message = f"page {item.id!r} could not be read: {type(e).__name__}: {e}; please report it with the page"
        return failed(item.id, Issue(code="page-failed", message=message))


def is_failed(annotation: Annotation) -> bool:
    """Whether the page gave nothing but the reason why."""
    return not annotation.text and bool(annotation.issues)
