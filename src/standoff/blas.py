"""Importing this, before numpy, has numpy's OpenBLAS use one thread, where the environment does not say otherwise.

The parser multiplies small matrices: more threads wait for each other and take two to three times the CPU time.
"""

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
