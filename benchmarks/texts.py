"""Texts to measure on: the shipped pages, and the news texts beside the project where they are present; each once."""

import json
from pathlib import Path

ROOT = Path(__file__).parent.parent
QUOTES = ROOT.parent / "shared" / "eval" / "quotes"


def unique_texts() -> list[str]:
    """Story texts, none twice, in a fixed order."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "src" / "standoff" / "demo").glob("*/*.txt")):
        found[path.read_text(encoding="utf-8")] = None
    for name in ("polnear_dev.jsonl", "polnear_train200.jsonl"):
        if (QUOTES / name).exists():
            for line in (QUOTES / name).read_text(encoding="utf-8").splitlines():
                found[json.loads(line)["text"]] = None
    return list(found)
