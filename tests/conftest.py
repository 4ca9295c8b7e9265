"""What several tests share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# How long a text takes is no matter of tests: the machine may be busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the project; the test is skipped where it is absent."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the gold data are not beside the project")
    return SHARED
