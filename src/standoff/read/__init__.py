"""Bytes and lines -> Page: one text, its parts, what the page says of itself."""

import standoff.blas  # noqa: F401  before numpy, which the readers use too
from standoff.read.jsonl import Unreadable, read_jsonl
from standoff.read.page import read_page
from standoff.read.sources import iter_sources

__all__ = ["Unreadable", "iter_sources", "read_jsonl", "read_page"]
