"""A program of its own: a PDF on standard input -> its pages' text as JSON on standard output.

pdfium is written in C++ and cannot be interrupted from Python: in a process of its own, limits hold and a crash costs
one file. Nothing of standoff is imported here, so that it starts quickly.
"""

import json
import sys
from typing import Any

MAX_PAGES = 2_000
_MAX_CHARS = 20 * 1024 * 1024
_CPU = 60  # seconds
_MEMORY = 1536 * 1024 * 1024  # bytes of address space


def main() -> None:
    """Reads the PDF and writes what it holds, or why it holds nothing."""
    _limit()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _limit() -> None:
    """Holds this process to its limits, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU, _CPU))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as e:
        return {"error": "password" if "password" in str(e).lower() else "damaged"}
    texts: list[str] = []
    failed = size = 0
    count = len(document)
    for number in range(min(count, MAX_PAGES)):
        try:
            text = document[number].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            failed += 1
            continue
        texts.append(text)
        size += len(text)
        if size > _MAX_CHARS:
            break
    return {"texts": texts, "pages": count, "failed": failed}


if __name__ == "__main__":
    main()
