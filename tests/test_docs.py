"""What the documents list is what is there: issue codes, licences of what is needed."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = ("pages", "fetching", "web-archives")
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


def issue_codes() -> Iterator[str]:
    """The issue codes that the source writes out: by keyword, or as what says that a file or a record is not read."""
    for path in sorted((ROOT / "src" / "standoff").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                given = [k.value for k in node.keywords if k.arg == "code"]
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in ("unreadable", "_unreadable", "_refused", "_issue", "_add", "Lost"):
                    given += [a for a in node.args if isinstance(a, ast.Constant) and "-" in str(a.value)]
                for value in given:
                    if isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
                        yield str(value.value)


def listed() -> set[str]:
    """The codes in the first columns of the documents' tables, and those in the running text about archives."""
    found: set[str] = set()
    for name in LISTS:
        for line in (ROOT / "docs" / f"{name}.md").read_text("utf-8").splitlines():
            found.update(re.findall(r"`([a-z-]+)`", line))
    return found


@pytest.mark.parametrize("code", sorted(set(issue_codes())))
def test_every_issue_code_is_in_the_documents(code: str) -> None:
    assert code in listed()


def test_every_dependency_has_its_licence_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    told = (ROOT / "docs" / "licences.md").read_text("utf-8")
    assert [name for line in needed if not re.search(rf"\b{(name := re.split('[<>=]', line)[0])}\b", told)] == []
