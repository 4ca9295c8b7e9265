"""spaCy without the commands that it has for a shell: they take a third of its import, with a client for the network among them."""

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def spacy_alone() -> Any:
    """The package `spacy`; its commands are imported where somebody asks for them later."""
    if "spacy" not in sys.modules:
        for name in _COMMANDS:
            sys.modules[name] = ModuleType(name)
        sys.modules[_COMMANDS[-1]].__dict__["info"] = _info
        try:
            import spacy  # noqa: F401
        finally:
            for name in _COMMANDS:
                del sys.modules[name]
    return sys.modules["spacy"]


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` tells."""
    from spacy.cli.info import info

    return info(*args, **options)
