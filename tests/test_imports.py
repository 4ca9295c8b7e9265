"""Imports point one way, as the architecture says."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "standoff"

ORDER = (
    "blas",
    "errors",
    "actor_ids",
    "edtf",
    "capitals",
    "hostile",
    "model",
    "answers",
    "lexicon",
    "subject",
    "times",
    "quantities",
    "read",
    "parse",
    "extract",
    "annotate",
    "engine",
    "record",
    "fetch",
    "link",
    "tell",
    "ingest",
    "contribute",
    "gaps",
    "teach",
    "export",
    "announce",
    "restore",
    "compare",
    "web",
    "notebook",
    "demo",
    "testing",
    "cli",
)
MODULES = sorted(SRC.rglob("*.py"))


def package_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("standoff."):
            found.append(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found += [alias.name.split(".")[1] for alias in node.names if alias.name.startswith("standoff.")]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_to_the_left(path: Path) -> None:
    here = package_of(path)
    if here in ("__init__", "__main__"):
        return
    assert here in ORDER, f"{here} has no place in the order"
    right = [name for name in imports_of(path) if ORDER.index(name) > ORDER.index(here)]
    assert not right, f"{path.relative_to(SRC)} imports {right}, which stand to its right"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_views_exports_and_pages_never_reach_left_of_the_record(path: Path) -> None:
    allowed = {"errors", "actor_ids", "edtf", "hostile", "model", "lexicon", "record", "tell", "export", "web"}
    if package_of(path) in ("tell", "export", "web"):
        assert set(imports_of(path)) <= allowed


def test_spacy_is_imported_by_parse_alone() -> None:
    users = {package_of(path) for path in MODULES if "import spacy" in path.read_text(encoding="utf-8")}
    assert users == {"parse"}


def test_help_loads_neither_the_parser_nor_the_page_readers() -> None:
    heavy = "spacy trafilatura lxml starlette numpy pycountry"
    program = (
        "import sys, standoff.cli.app\n"
        f"loaded = [name for name in {heavy.split()!r} if name in sys.modules]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
