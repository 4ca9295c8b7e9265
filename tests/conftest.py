"""What several tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the project; the test is skipped where it is absent."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the gold data are not beside the project")
    return SHARED
