"""numpy is told to keep to one thread before it is loaded, by whatever door one comes in."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy" and os.environ.get("OPENBLAS_NUM_THREADS") != "1":
            sys.exit("numpy was loaded before it was told")
sys.meta_path.insert(0, Watch())
import {module}
"""


@pytest.mark.parametrize("module", ["standoff.annotate", "standoff.read.page", "standoff.engine", "standoff.ingest"])
def test_one_thread(module: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(module=module)], env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
