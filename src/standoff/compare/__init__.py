"""The record against event data made elsewhere: what is in both, only here, only there."""

from standoff.compare.match import CompareRow, compare
from standoff.compare.outside import Outside, read_outside

__all__ = ["CompareRow", "Outside", "compare", "read_outside"]
