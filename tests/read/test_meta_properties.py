"""Promises of dates, names and encodings, on any input: no exception, spans inside the text, days that are days."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from standoff.edtf import is_valid
from standoff.model import PageInput
from standoff.read import read_page
from standoff.read.authors import author_names, stated_authors
from standoff.read.dates.ages import read_age
from standoff.read.dates.calendars import other_calendar
from standoff.read.dates.stamps import find_stamps
from standoff.read.decoding import decode
from standoff.read.html.dates import read_moment
from standoff.read.html.linked_data import decode_ld
from standoff.read.language import find_language

PIECES = st.lists(
    st.sampled_from(
        ["3", "03", "31", "12", "16", "2016", "1970", "2559", " ", "/", "-", ".", ", ", "Mar", "March", "mars", "Mai", "at ", "2:05", "14.05", "pm", "GMT", "+09:00",
         "Z", "T", "By ", "Jane Roe", "and ", "Updated ", "Published", "2016年3月3日", "ago", "hours", "\n", "Thu", "@", "|", "{", '"@type": "NewsArticle"', "}", "é", "\ud83d\ude00"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from([None, True, False]), st.booleans())
@settings(max_examples=300)
def test_stamps_lie_in_the_text_and_are_days(text: str, day_first: bool | None, short: bool) -> None:
    for stamp in find_stamps(text, day_first=day_first, short_years=short):
        assert 0 <= stamp.start < stamp.end <= len(text)
        assert text[stamp.start : stamp.end].strip()
        assert date.fromisoformat(stamp.day)


@given(PIECES)
@settings(max_examples=200)
def test_values_of_any_kind_are_read_or_left(text: str) -> None:
    moment = read_moment(text, None)
    assert moment is None or is_valid(moment.day)
    age = read_age(text, "2016-03-03")
    assert age is None or is_valid(age[0])
    assert all(author_names(text))
    assert all(stated_authors([text]))
    other_calendar(text)
    list(decode_ld(text))
    find_language(text)


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_are_decoded(data: bytes) -> None:
    text, _ = decode(data)
    assert isinstance(text, str)


@given(PIECES, PIECES)
@settings(max_examples=60)
def test_any_head_is_read(head: str, body: str) -> None:
    html = (
        f"<html><head><title>{head}</title><meta name='date' content='{head}'><meta name='author' content='{body}'>"
        f"<script type='application/ld+json'>{head}</script></head><body><h1>{body}</h1><p class='date'>{head}</p></body></html>"
    )
    meta = read_page(PageInput(id="t", html=html, captured="2016-03-05")).meta
    assert meta.published is None or is_valid(meta.published)
