"""The day that a short text names, in the many ways in which tools and archives write it."""

import re
from datetime import date

from standoff.read.dates.stamps import find_stamps, month_number

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_JS_DATE = re.compile(rf"[a-z]{{3}} (?P<month>{_MONTH}) (?P<day>\d{{1,2}}) (?P<year>\d{{4}})\b", re.IGNORECASE)
_DIGITS = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{6})?")
_MONTH_ALONE = re.compile(rf"(?P<month>{_MONTH})[ ,]{{1,3}}(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_LONGEST = 120  # characters


def day_of(text: str | None) -> str | None:
    """The day as EDTF, or the month where no more is told; None where the text names none.

    >>> day_of("July 6, 2013 Saturday"), day_of("20130706103000"), day_of("Sat Jul 06 2013 10:30:00 GMT+0200"), day_of("July 2013")
    ('2013-07-06', '2013-07-06', '2013-07-06', '2013-07')
    """
    text = (text or "").strip()
    if not text or len(text) > _LONGEST:
        return None
    for form in (_DIGITS, _JS_DATE):
        if found := form.fullmatch(text) if form is _DIGITS else form.match(text):
            return _iso(found)
    if stamp := next(find_stamps(text), None):
        return stamp.day
    if found := _MONTH_ALONE.fullmatch(text):
        return f"{found['year']}-{month_number(found['month']):02}"
    return None


def _iso(found: re.Match[str]) -> str | None:
    month = found["month"]
    try:
        number = int(month) if month.isdigit() else month_number(month)
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None
