"""Many pages -> Annotations, in the order they came in."""

from standoff.engine.local import annotate_all

__all__ = ["annotate_all"]
