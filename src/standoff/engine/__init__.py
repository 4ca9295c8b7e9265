"""Many pages -> Annotations, in the order they came in."""

import os
from collections.abc import Iterable, Iterator

from standoff.engine.limits import DEFAULT, Limits
from standoff.engine.local import annotate_here
from standoff.model import Annotation, PageInput, Subject
from standoff.parse import MODEL
from standoff.read.jsonl import Unreadable

__all__ = ["Limits", "annotate_all"]


def annotate_all(
    items: Iterable[PageInput | Unreadable],
    *,
    subject: Subject | None = None,
    model: str = MODEL,
    workers: int = 1,
    limits: Limits = DEFAULT,
    ahead: bool = False,
) -> Iterator[tuple[PageInput | Unreadable, Annotation]]:
    """Every item with its annotation, in order. A page that fails is answered by an issue, and the run goes on.

    Args:
        items: pages, and what was found in place of pages.
        subject: the declared subject, if any.
        model: the parser's model.
        workers: so many processes read the pages, guarded by `limits`: a page that crashes or hangs is answered with the
            cause. 0 reads in this process without a guard, which saves the second that a worker takes to start.
        limits: what one page may cost.
        ahead: pages may be taken from `items` before the answers to earlier ones are out, so that a worker need not wait
            for the caller; leave it where whoever sends the pages waits for each answer. Several workers always do.

    Raises:
        ModelMissing: the parser's model is not installed; no page can be read without it.
        EngineError: no worker can be started.
    """
    if workers <= 0 or os.name != "posix":  # the guard is made of what POSIX systems offer
        return annotate_here(items, subject=subject, model=model)
    from standoff.engine.pool import annotate_guarded

    return annotate_guarded(items, subject=subject, model=model, workers=workers, limits=limits, ahead=ahead)
