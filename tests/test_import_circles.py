"""Inside a package, too, imports lead nowhere back: what is below knows nothing of what stands on it."""

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).parent.parent / "src"
KNOWN = {
    frozenset({"standoff.read.forms.table", "standoff.read.forms.zipped"}),  # an archive holds files of every form
}
"""Circles that are the matter's own."""
BY_TYPES = KNOWN | {
    # a phrase is resolved by its nouns and people, and these by the phrases in them
    frozenset(f"standoff.extract.actors.{name}" for name in ("nouns", "people", "phrases")),
    # what is put together anew, and what is kept, ask the record that asks them
    frozenset(f"standoff.record.{name}" for name in ("remerged", "shelf", "stale", "store")),
}
"""Circles where what only annotations name counts as well."""


def names() -> dict[str, Path]:
    """The modules by their names; the package's own face aside, which shows what is deep inside."""
    found = {}
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    del found["standoff"]
    return found


def statements(tree: ast.AST, *, types: bool) -> Iterator[ast.ImportFrom | ast.Import]:
    """The imports of a module, those inside functions too; with `types` those that only annotations need."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case):
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif types or not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield from statements(node, types=types)


def imported(path: Path, known: dict[str, Path], *, types: bool) -> set[str]:
    """The modules that a module imports: of `from a import b` the module `a.b` where there is one, else `a`."""
    found = set()
    for node in statements(ast.parse(path.read_text(encoding="utf-8")), types=types):
        if isinstance(node, ast.ImportFrom):
            found |= {
                f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in known else node.module for a in node.names
            }
        else:
            found |= {alias.name for alias in node.names}
    return {name for name in found if name in known}


def circles(*, types: bool) -> set[frozenset[str]]:
    """The groups of modules of which each leads to each other."""
    known = names()
    graph = {name: imported(path, known, types=types) for name, path in known.items()}
    reached = {name: reach(graph, name) for name in graph}
    return {
        frozenset({name, *(other for other in reached[name] if name in reached[other])})
        for name in graph
        if name in reached[name]
    }


def reach(graph: dict[str, set[str]], name: str) -> set[str]:
    """All that a module leads to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_no_module_leads_back_to_itself() -> None:
    assert circles(types=False) == KNOWN


def test_nor_by_what_annotations_name() -> None:
    assert circles(types=True) == BY_TYPES
