"""Which page a source is a sentence of: versions of one page, and files of one name, go by the same id."""

from collections.abc import Iterable

from standoff.record.rows import Document
from standoff.tell.rows import Source


class Pages:
    """The pages of a record, by their keys."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_key = {document.key: document for document in documents}

    def of(self, source: Source) -> Document:
        """The page."""
        return self._by_key[source.key]
