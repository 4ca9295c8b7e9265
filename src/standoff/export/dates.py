"""Dates as models without fuzzy dates take them."""

from standoff import edtf


def plain_date(told: str | None) -> str | None:
    """A day, a month or a year in ISO 8601, without marks of doubt; None where the date is none of these.

    >>> plain_date("2013-04~"), plain_date("2013-05-28/2013-12-31")
    ('2013-04', None)
    """
    bare = (told or "").rstrip("~?%")
    return bare if edtf.precision(bare) in ("day", "month", "year") and "/" not in bare else None
