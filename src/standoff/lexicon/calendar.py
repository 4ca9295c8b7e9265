"""The names of months and days of the week: one list for all who compare words with them or write dates."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_WORDS = frozenset(month.lower() for month in MONTHS)
CUT_MONTH_WORDS = frozenset(month.lower() for month in (*SHORT_MONTHS, "Sept"))
"""Months as they are cut, May among them, which has nothing to cut."""
WEEKDAY_WORDS = frozenset(day.lower() for day in WEEKDAYS)
