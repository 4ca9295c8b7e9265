"""An annotation as a line of JSON, and the line that answers a page which could not be read."""

import msgspec

from standoff.model import Annotation, Issue

_encoder = msgspec.json.Encoder()


def failed(page_id: str | None, issue: Issue, *, line: int | None = None) -> Annotation:
    """The line that answers a page which could not be read: empty text and the reason."""
    return Annotation(id=page_id, line=line, issues=(issue,))


def is_failed(annotation: Annotation) -> bool:
    """Whether the page gave nothing but the reason why."""
    return not annotation.text and bool(annotation.issues)


def to_line(annotation: Annotation) -> bytes:
    """One line of JSON, with its newline. `line` is written only where it says something."""
    if annotation.line is not None:
        return _encoder.encode(annotation) + b"\n"
    row = msgspec.structs.asdict(annotation)
    del row["line"]
    return _encoder.encode(row) + b"\n"
