"""The folders that browsers save beside a page: what they hold belongs to that page and is no page of its own."""

from collections.abc import Iterable

from standoff.read.forms.files import HTML, suffix_of

_ENDINGS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "-filer")


def companions(names: Iterable[str]) -> frozenset[str]:
    """The folders that may stand beside the pages among some files: for `News.html` `News_files` and its like.

    >>> "a/News_files" in companions(["a/News.html", "a/News_files/ad.html", "court_files/page.html"])
    True
    """
    found: set[str] = set()
    for name in names:
        if suffix_of(name) in HTML:
            stem = name.replace("\\", "/").rpartition(".")[0]
            found.update(stem + ending for ending in _ENDINGS)
    return frozenset(found)
