"""The map of the project names what is there: every module and table that it names exists, every package has its row."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src/standoff"
MAP = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/.-]+)`", MAP)))


def there(name: str) -> bool:
    """Whether a module, a folder or a table of the lexicon has that name; the folders above it may be left out."""
    if name.startswith("lexicon/") and "." not in name:
        table = f"{name.removeprefix('lexicon/')}.toml"
        return bool(list((SRC / "lexicon/data").rglob(table))) or (SRC / name).is_dir()
    return any(path.exists() for path in (ROOT / name, *(folder / name for folder in [SRC, *SRC.rglob("*/")])))


def test_what_the_map_names_is_there() -> None:
    files = [name for name in NAMED if name.endswith((".py", ".toml", "/")) or name.startswith("lexicon/")]
    assert files
    assert [name for name in files if not there(name)] == []


def test_every_package_has_its_row() -> None:
    packages = [f"{path.name}/" for path in SRC.iterdir() if (path / "__init__.py").is_file()]
    modules = [path.name for path in SRC.glob("*.py") if not path.name.startswith("__")]
    rows = {
        cell for line in MAP.splitlines() if line.startswith("| `") for cell in re.findall(r"^\| `([\w./]+)`", line)
    }
    assert sorted({*packages, *modules} - rows) == []
