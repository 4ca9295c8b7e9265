"""Plain text -> Times: an English TIMEX3 tagger and normaliser whose rules are data. Needs no parser."""

from standoff.times.find import Reader, find

__all__ = ["Reader", "find"]
