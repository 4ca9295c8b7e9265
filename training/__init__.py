"""Fits what the project ships fitted: the segmenter of flattened pages."""

import standoff.blas  # noqa: F401  before numpy: with one thread a fit gives the same weights wherever it runs
