"""The public names, and the examples in the docs."""

import doctest
import importlib
from pathlib import Path

import pytest

import standoff

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
    for path in (ROOT / "src").rglob("*.py")
    if path.stem != "__main__"
)


@pytest.mark.parametrize("name", standoff.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(standoff, name) is not None


def test_the_list_is_sorted_and_whole() -> None:
    assert standoff.__all__ == sorted(standoff.__all__)
    assert set(standoff.__all__) == set(standoff._PLACES)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(name.removesuffix(".__init__"))
    assert doctest.testmod(module).failed == 0


def test_the_examples_of_the_readme_hold() -> None:
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False).failed == 0
