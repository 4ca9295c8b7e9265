"""Quantities in plain text: numbers, money, counted people and things, shares, rates, durations, measures. No parser."""

from standoff.quantities.find import find

__all__ = ["find"]
