"""Which page a source is a sentence of: versions of one page, and files of one name, go by the same id."""

from collections.abc import Iterable

from standoff.record.rows import Document
from standoff.tell.rows import Source

_Printed = tuple[str, str | None, str | None, str | None]


class Pages:
    """The pages of a record, by what a source tells of its page: id, address, publisher and date."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_print: dict[_Printed, Document] = {}
        for document in documents:
            printed = document.id, document.url, document.publisher, document.published
            self._by_print.setdefault(printed, document)

    def of(self, source: Source) -> Document:
        """The page; the first where several agree in all that."""
        return self._by_print[source.document, source.url, source.publisher, source.published]
