"""standoff reads raw news pages about a stand-off and keeps the record, each entry with its sentence.

The public names are listed in `__all__`; they are imported when they are first asked for, since the parser takes seconds.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standoff.annotate import annotate_page
    from standoff.ingest import read_pages
    from standoff.model import Annotation, PageInput, Subject, words_of
    from standoff.notebook import open
    from standoff.quantities import find as find_quantities
    from standoff.record import Record
    from standoff.subject import load_subject
    from standoff.times import find as find_times

__version__ = "0.1.0"

__all__ = [
    "Annotation",
    "PageInput",
    "Record",
    "Subject",
    "annotate_page",
    "find_quantities",
    "find_times",
    "load_subject",
    "open",
    "read_pages",
    "words_of",
]

_PLACES = {
    "Annotation": ("model", "Annotation"),
    "PageInput": ("model", "PageInput"),
    "Record": ("record", "Record"),
    "Subject": ("model", "Subject"),
    "annotate_page": ("annotate", "annotate_page"),
    "find_quantities": ("quantities", "find"),
    "find_times": ("times", "find"),
    "load_subject": ("subject", "load_subject"),
    "open": ("notebook", "open"),
    "read_pages": ("ingest", "read_pages"),
    "words_of": ("model", "words_of"),
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    if name not in _PLACES:
        raise AttributeError(f"module 'standoff' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(f"standoff.{module}"), attribute)
