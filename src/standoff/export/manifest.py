"""The manifest beside what is exported: what made it, from which pages, and the hashes of both."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from standoff import __version__
from standoff.lexicon.overlay import overlay_hash
from standoff.record import Record
from standoff.record.made import code_hash

FOLDER_MANIFEST = "manifest.json"


def manifest_path(out: Path) -> Path:
    """Where the manifest of an exported file or folder stands."""
    return out / FOLDER_MANIFEST if out.is_dir() else out.with_name(f"{out.name}.manifest.json")


def manifest(record: Record, format: str, out: Path, written: Iterable[Path], *, at: str | None = None) -> bytes:
    """The manifest as JSON: version, hashes of code and own lexicon, model, subject, pages, files. No time of day."""
    subject = record.subject()
    told = {
        "made_by": {
            "standoff": __version__,
            "code": code_hash(),
            "lexicon": overlay_hash() or None,
            "model": record.meta("model"),
        },
        "format": format,
        "at": at,
        "subject": subject.name if subject else None,
        "decisions": len(record.decisions()),
        "files": [
            {"path": path.relative_to(out).as_posix() if out.is_dir() else path.name, "sha256": _hash(path)}
            for path in sorted(written)
        ],
        "pages": [
            {"id": d.id, "sha256": d.key, "url": d.url, "published": d.published}
            for d in sorted(record.documents(at), key=lambda d: d.key)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
